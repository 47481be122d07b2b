//! A backup plan has a name of its own.

use super::declare::declare_rule;
use super::shared::is_longer;
use crate::catalog::limits;
use crate::facts::{Facts, PolicyFact, PolicyKind};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P040" "plan-name-invalid", since "0.2", Policy, Error,
    fix NeedsValue, over Policies, in CLOUD_BACKUP,
    from [GO_SDK],
    rests on [PLAN_NAMES],
    title: {
        en: "the name of a backup plan",
        zh: "备份计划的名称",
    },
    message: {
        en: "backup plan `{policy}` has a name that {what}",
        zh: "备份计划 `{policy}` 的名称{what}",
    },
    expected: {
        en: "1 to 64 characters, unique in the vault for the type of source",
        zh: "1 至 64 个字符，在备份库内对同一数据源类型唯一",
    },
    what: {
        en: "The name of a backup plan has 1 to 64 characters, and no other plan of the same vault and source type has it.",
        zh: "备份计划的名称为 1 至 64 个字符，且与同一备份库、同一数据源类型的其他计划不同名。",
    },
    why: {
        en: "The service refuses another name.",
        zh: "服务拒绝其他名称。",
    },
    remedy: {
        en: "Rename the plan.",
        zh: "重命名该计划。",
    },
}

fn judge(policy: &PolicyFact<'_>, facts: &Facts<'_>) -> Judged {
    let name = policy.doc.name.as_deref();
    let (Some(name), Some(PolicyKind::Plan)) = (name, policy.kind) else {
        return Ok(Verdict::NotApplicable);
    };
    let other = policy
        .same_name_as
        .and_then(|index| facts.policies.get(index));
    let what = if name.is_empty() {
        Text::new("is empty", "为空")
    } else if is_longer(name, limits::PLAN_NAME) {
        Text::new("has more than 64 characters", "超过 64 个字符")
    } else if other.is_some() {
        Text::new(
            "another plan of the same vault and source type has",
            "与同一备份库、同一数据源类型的另一计划重名",
        )
    } else {
        return Ok(Verdict::Pass);
    };
    let label = Text::new("Rename the plan", "重命名该计划");
    Fail::at(policy, "/name")
        .arg("policy", policy)
        .arg("what", what)
        .actual(name)
        .fix(Safety::NeedsValue, label)
        .into()
}
