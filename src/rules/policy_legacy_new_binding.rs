//! A legacy policy takes no new sources.

use super::declare::declare_rule;
use super::shared::leave_out;
use crate::facts::{ChangeFact, Facts};
use crate::finding::{Fail, Gap, Judged, Verdict};
use crate::model::ChangeKind;

declare_rule! {
    "P008" "policy-legacy-new-binding", since "0.2", Policy, Error,
    fix ChangesMeaning, over Changes, in REPLICATION_TARGET,
    from [BACKUP_POLICIES],
    rests on [LEGACY_POLICY],
    title: {
        en: "a new source for a legacy policy",
        zh: "向旧版备份策略绑定新数据源",
    },
    message: {
        en: "step {step} binds source `{source}` to policy `{policy}`, which is a legacy policy",
        zh: "第 {step} 步将数据源 `{source}` 绑定到旧版备份策略 `{policy}`",
    },
    expected: {
        en: "a policy that is not a legacy policy",
        zh: "非旧版的备份策略",
    },
    what: {
        en: "No step of the change plan binds a source to a legacy policy.",
        zh: "变更中没有向旧版备份策略绑定数据源的步骤。",
    },
    why: {
        en: "Legacy policies keep the ECS instances bound to them, and take no new ones.",
        zh: "旧版备份策略保留已绑定的 ECS 实例，但不能再绑定新的实例。",
    },
    remedy: {
        en: "Make an ECS instance policy, and bind the source to that.",
        zh: "新建 ECS 整机策略，并将数据源绑定到该策略。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    let (ChangeKind::BindPolicy, Some(id)) = (change.doc.kind, change.doc.policy.as_deref()) else {
        return Ok(Verdict::NotApplicable);
    };
    let policy = facts.policy(id).ok_or(Gap::LeftOut)?;
    let source = facts.source(&change.doc.object).ok_or(Gap::LeftOut)?;
    if policy.doc.legacy != Some(true) {
        return Ok(Verdict::Pass);
    }
    let fail = Fail::at(change, "/policy")
        .arg("step", change.step() + 1)
        .arg("source", source)
        .arg("policy", policy)
        .actual(id);
    leave_out(fail, change).into()
}
