//! The lock of an ECS instance policy begins with its next run.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyFact, PolicyKind};
use crate::finding::{Fail, Judged, ObjectKind, ObjectRef, Safety, Verdict};
use crate::lang::Text;
use crate::model::ChangeKind;

declare_rule! {
    "L005" "worm-ecs-old-points", since "0.2", Lock, Advice,
    fix ByHand, over Policies, in REPLICATION_TARGET,
    from [BACKUP_POLICIES],
    rests on [ECS_LOCK_FROM_NEXT_RUN],
    title: {
        en: "older backups of ECS instances stay unlocked",
        zh: "ECS 整机的旧备份未锁定",
    },
    message: {
        en: "policy `{policy}` is locked, and the existing backups of `{source}` stay unlocked",
        zh: "备份策略 `{policy}` 已锁定，而 `{source}` 的已有备份仍未锁定",
    },
    expected: {
        en: "a backup after the lock",
        zh: "开启锁定后执行一次备份",
    },
    what: {
        en: "When immutable backup is planned for an ECS instance policy, its sources have no older backups that stay unlocked.",
        zh: "计划为 ECS 整机策略开启备份锁定时，其数据源没有仍未锁定的旧备份。",
    },
    why: {
        en: "Only the backups of the next run on are locked; those that exist already are not.",
        zh: "只有下一周期起的备份会被锁定，已有的备份不会。",
    },
    remedy: {
        en: "Run a backup right after switching it on.",
        zh: "开启后立即执行一次备份。",
    },
}

fn judge(policy: &PolicyFact<'_>, facts: &Facts<'_>) -> Judged {
    // What an import brought locked may have been so for long.
    let planned = policy.doc.locked == Some(true) && policy.doc.origin.is_none();
    let step = policy.locked_at.filter(|_| policy.doc.locked != Some(true));
    if policy.kind != Some(PolicyKind::EcsInstance) || !(planned || step.is_some()) {
        return Ok(Verdict::NotApplicable);
    }
    let mut sources = facts.sources_of(policy);
    let old = sources.find(|source| source.doc.backups.is_some_and(|count| count.0 > 0));
    let Some(source) = old else {
        return Ok(Verdict::Pass);
    };
    let fail = match step {
        Some(step) => Fail::at(ObjectRef::new(ObjectKind::Change, step), "/do")
            .actual(ChangeKind::SwitchOnLock.word()),
        None => Fail::at(policy, "/locked").actual("true"),
    };
    let label = Text::new("Run a backup right after it", "开启后立即执行一次备份");
    fail.arg("policy", policy)
        .arg("source", source)
        .fix(Safety::ByHand, label)
        .into()
}
