//! Somebody is told of failed backups and disconnected clients.

use super::declare::declare_rule;
use crate::facts::{Facts, stated};
use crate::finding::{Fail, Judged, ObjectRef, Safety, Verdict};
use crate::lang::Text;
use crate::model::Topology;

declare_rule! {
    "G035" "alerts-not-planned", since "0.2", Practice, Advice,
    fix NeedsValue, over Plan, in ALL,
    from [WHAT_IS_HBR],
    rests on [ALERTS],
    title: {
        en: "nobody is told of failed backups",
        zh: "没有人接收备份失败通知",
    },
    message: {
        en: "nobody is named who is told of failed backups and disconnected clients",
        zh: "未填写接收备份失败与客户端断开通知的联系人",
    },
    expected: {
        en: "a contact",
        zh: "至少一个联系人",
    },
    what: {
        en: "The plan names who is told of failed backups and disconnected clients.",
        zh: "方案填写了接收备份失败与客户端断开通知的联系人。",
    },
    why: {
        en: "A backup that fails unnoticed is found missing on the day when it is needed.",
        zh: "未被察觉的备份失败，往往在需要恢复时才被发现。",
    },
    remedy: {
        en: "Name a contact, and set the notifications of the service to reach it.",
        zh: "填写联系人，并将服务的通知发送给该联系人。",
    },
}

fn judge(plan: &Topology<'_>, _: &Facts<'_>) -> Judged {
    let nothing = plan.vaults.is_empty()
        && plan.clients.is_empty()
        && plan.sources.is_empty()
        && plan.policies.is_empty();
    if nothing {
        return Ok(Verdict::NotApplicable);
    }
    if plan
        .contacts
        .iter()
        .any(|contact| stated(Some(contact)).is_some())
    {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Name a contact", "填写联系人");
    Fail::at(ObjectRef::PLAN, "/contacts")
        .fix(Safety::NeedsValue, label)
        .into()
}
