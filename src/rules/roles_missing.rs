//! The account has the service-linked roles that its sources need.

use super::declare::declare_rule;
use super::shared::listed;
use crate::catalog::roles;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, ObjectRef, Safety, Verdict};
use crate::lang::Text;
use crate::model::Topology;
use crate::text::patch::Op;

declare_rule! {
    "A001" "roles-missing", since "0.2", Account, Warning,
    fix ChangesMeaning, over Plan, in SINCE_2021,
    from [SERVICE_ROLES, SERVICE_ROLES_2021],
    rests on [SERVICE_LINKED_ROLES],
    title: { en: "missing service-linked roles", zh: "缺少服务关联角色" },
    message: {
        en: "the account lacks service-linked roles that its sources need, first of all `{source}`: {roles}",
        zh: "账号缺少数据源所需的服务关联角色（首先是 `{source}`）：{roles}",
    },
    expected: { en: "the roles {roles}", zh: "角色 {roles}" },
    what: {
        en: "Where the plan lists the service-linked roles of the account, those that its sources need are among them.",
        zh: "若方案列出了账号的服务关联角色，则其中包含其数据源所需的角色。",
    },
    why: {
        en: "Without its role Cloud Backup may not reach the data. It creates the role on the first use of a feature, which can fail for want of permission.",
        zh: "没有相应角色，云备份无权访问数据。首次使用功能时会自动创建角色，但可能因权限不足而失败。",
    },
    remedy: {
        en: "Create the roles by hand, or let somebody who may create them use the feature first.",
        zh: "手动创建角色，或由有权限的人员首次使用该功能。",
    },
}

fn judge(plan: &Topology<'_>, facts: &Facts<'_>) -> Judged {
    let Some(own) = &plan.roles else {
        return Ok(Verdict::NotApplicable);
    };
    let role_of = |source: &SourceFact<'_>| roles::of_source(source.kind?, facts.edition);
    let mut first = None;
    let mut missing: Vec<&str> = Vec::new();
    let mut asked = false;
    for source in &facts.sources {
        let Some(role) = role_of(source) else {
            continue;
        };
        asked = true;
        if !missing.contains(&role) && !own.iter().any(|own| &**own == role) {
            missing.push(role);
            first = first.or(Some(source));
        }
    }
    let Some(source) = first else {
        return Ok(if asked {
            Verdict::Pass
        } else {
            Verdict::NotApplicable
        });
    };
    let label = Text::new(
        "Create what is missing and list it",
        "创建缺少的角色并加入列表",
    );
    let mut fail = Fail::at(ObjectRef::PLAN, "/roles")
        .arg("roles", listed(missing.iter().copied(), "`"))
        .arg("source", source)
        .fix(Safety::ChangesMeaning, label);
    for role in missing {
        fail = fail.op(Op::set("/roles/-", role));
    }
    fail.into()
}
