//! Whoever pays by resource plans is told before the balance runs out.

use super::declare::declare_rule;
use crate::facts::Facts;
use crate::finding::{Fail, Judged, ObjectRef, Safety, Verdict};
use crate::lang::Text;
use crate::model::Topology;
use crate::text::patch::Op;

declare_rule! {
    "G034" "overdue-risk", since "0.2", Practice, Advice,
    fix ChangesMeaning, over Plan, in ALL,
    from [OVERDUE_2021, RESOURCE_PLANS_2021, BILLABLE_ITEMS],
    rests on [OVERDUE, RESOURCE_PLANS],
    title: {
        en: "resource plans without a watch on the balance",
        zh: "使用资源包但未关注余额",
    },
    message: {
        en: "the plan relies on resource plans, and nobody is told before the balance runs out",
        zh: "方案依赖资源包，但余额不足前没有人会收到通知",
    },
    expected: {
        en: "an alert on the balance",
        zh: "余额预警",
    },
    what: {
        en: "A plan that is paid by resource plans has an alert on the account's balance.",
        zh: "使用资源包付费的方案设置了账户余额预警。",
    },
    why: {
        en: "Resource plans cover no traffic and no use beyond them. An overdue account is stopped, and its backups are reclaimed for good in the end.",
        zh: "资源包不抵扣流量和超出部分。账户欠费后服务会停止，备份最终会被永久清理。",
    },
    remedy: {
        en: "Set an alert on the balance of the account.",
        zh: "为账户余额设置预警。",
    },
}

fn judge(plan: &Topology<'_>, _: &Facts<'_>) -> Judged {
    let billing = plan.billing.as_deref();
    let Some(billing) = billing.filter(|billing| billing.resource_plans == Some(true)) else {
        return Ok(Verdict::NotApplicable);
    };
    if billing.balance_alert == Some(true) {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Plan an alert on the balance", "规划余额预警");
    let alert = "/billing/balanceAlert";
    Fail::at(ObjectRef::PLAN, alert)
        .fix(Safety::ChangesMeaning, label)
        .op(Op::set(alert, true))
        .into()
}
