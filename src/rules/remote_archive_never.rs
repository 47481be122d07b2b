//! Copies in the other region live long enough to be archived.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyKind, PolicyRuleFact, REMOTE_DAYS, RuleKind};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P033" "remote-archive-never", since "0.2", Policy, Warning,
    fix NeedsValue, over PolicyRules, in REPLICATION_TARGET,
    from [BACKUP_POLICIES],
    rests on [REMOTE_ARCHIVE_DAYS, REMOTE_RETENTION],
    title: {
        en: "remote copies that are never archived",
        zh: "异地副本永不归档",
    },
    message: {
        en: "policy `{policy}` archives copies in the other region after {days} days, but keeps them only {kept}",
        zh: "备份策略 `{policy}` 在 {days} 天后归档异地副本，但只保留 {kept} 天",
    },
    expected: {
        en: "fewer than {kept} days",
        zh: "少于 {kept} 天",
    },
    what: {
        en: "The days after which an ECS instance policy archives its copies in the other region are fewer than the days that it keeps them.",
        zh: "ECS 整机策略归档异地副本的天数小于其保留天数。",
    },
    why: {
        en: "When the archive days reach the retention, nothing is archived.",
        zh: "归档天数达到保留天数时，不会归档任何副本。",
    },
    remedy: {
        en: "Lower the archive days, or keep the copies longer.",
        zh: "减少归档天数，或延长副本的保留时间。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let policy = facts.policy_of(rule);
    let policy = policy.filter(|policy| policy.kind == Some(PolicyKind::EcsInstance));
    let copies = rule.kind == Some(RuleKind::Replication);
    let (Some(policy), Some(days), true) = (policy, rule.doc.replication_archive_days, copies)
    else {
        return Ok(Verdict::NotApplicable);
    };
    let kept = rule.remote_days().unwrap_or(REMOTE_DAYS);
    if days.0 < kept {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Lower the days", "减少天数");
    Fail::of(rule.spot("/replicationArchiveDays"))
        .arg("policy", policy)
        .arg("days", days.0.to_string())
        .arg("kept", kept.to_string())
        .actual(&days.0.to_string())
        .fix(Safety::NeedsValue, label)
        .into()
}
