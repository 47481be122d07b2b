//! Replication of ECS instances copies only what comes after it.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyFact, PolicyKind};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P036" "ecs-instance-history", since "0.2", Policy, Advice,
    fix ByHand, over Policies, in REPLICATION_TARGET,
    from [BACKUP_POLICIES],
    rests on [ECS_COPIES_NEW_ONLY],
    title: {
        en: "older backups of ECS instances are not copied",
        zh: "ECS 整机的旧备份不会复制",
    },
    message: {
        en: "policy `{policy}` copies to `{region}` only what is backed up from now on, not the backups that `{source}` has",
        zh: "备份策略 `{policy}` 只将此后的备份复制到 `{region}`，不复制 `{source}` 的已有备份",
    },
    expected: {
        en: "a backup after replication is on",
        zh: "开启复制后执行一次备份",
    },
    what: {
        en: "A planned ECS instance policy that copies to another region has no source with older backups.",
        zh: "计划中复制到其他地域的 ECS 整机策略，其数据源没有更早的备份。",
    },
    why: {
        en: "For ECS instances only the backups that are made after replication was turned on are copied.",
        zh: "对于 ECS 整机，只复制开启复制之后产生的备份。",
    },
    remedy: {
        en: "Run a backup right after turning replication on.",
        zh: "开启复制后立即执行一次备份。",
    },
}

fn judge(policy: &PolicyFact<'_>, facts: &Facts<'_>) -> Judged {
    // What an import brought copies already.
    let planned = policy.kind == Some(PolicyKind::EcsInstance) && policy.doc.origin.is_none();
    if !planned || !policy.replicates() {
        return Ok(Verdict::NotApplicable);
    }
    let mut sources = facts.sources_of(policy);
    let old = sources.find(|source| source.doc.backups.is_some_and(|count| count.0 > 0));
    let Some(source) = old else {
        return Ok(Verdict::Pass);
    };
    let mut regions = policy.doc.rules.iter();
    let region = regions.find_map(|rule| rule.replication_region.as_deref());
    let label = Text::new("Run a backup right after it", "开启后立即执行一次备份");
    Fail::at(policy, "/rules")
        .arg("policy", policy)
        .arg("region", region.unwrap_or_default())
        .arg("source", source)
        .fix(Safety::ByHand, label)
        .into()
}
