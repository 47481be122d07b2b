//! Copies of a general policy live as long as what they copy.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyKind, PolicyRuleFact, RuleKind};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P034" "remote-retention-general", since "0.2", Policy, Error,
    fix ChangesMeaning, over PolicyRules, in REPLICATION_TARGET,
    from [BACKUP_POLICIES],
    rests on [REMOTE_RETENTION_GENERAL],
    title: {
        en: "a retention of its own for copies of a general policy",
        zh: "通用策略的异地副本单独设置保留时间",
    },
    message: {
        en: "policy `{policy}` keeps copies in the other region for {days} days; a general policy keeps them as long as the backups",
        zh: "备份策略 `{policy}` 将异地副本保留 {days} 天；通用策略的异地副本与源备份的保留时间相同",
    },
    expected: {
        en: "the retention of the backups",
        zh: "与源备份相同的保留时间",
    },
    what: {
        en: "A REPLICATION rule of a general policy sets no other retention than that of the backups.",
        zh: "通用策略的 REPLICATION 规则不设置与源备份不同的保留时间。",
    },
    why: {
        en: "The copies of a general policy have the retention of the backups that they copy, and no other can be set.",
        zh: "通用策略的异地副本沿用源备份的保留时间，不能另行设置。",
    },
    remedy: {
        en: "Take the retention out of the REPLICATION rule, or set the retention of the backups.",
        zh: "去掉 REPLICATION 规则中的保留时间，或调整源备份的保留时间。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let policy = facts.policy_of(rule);
    let policy = policy.filter(|policy| policy.kind == Some(PolicyKind::General));
    let copies = rule.kind == Some(RuleKind::Replication);
    let Some(policy) = policy.filter(|_| copies) else {
        return Ok(Verdict::NotApplicable);
    };
    let days = match rule.remote_days() {
        Some(days) if policy.kept_days() != Some(days) => days.to_string(),
        _ => return Ok(Verdict::Pass),
    };
    let field = match rule.doc.replication_days {
        Some(_) => "/replicationRetentionDays",
        None => "/retentionDays",
    };
    let label = Text::new("Take the retention out", "去掉该保留时间");
    Fail::of(rule.spot(field))
        .arg("policy", policy)
        .arg("days", days.as_str())
        .actual(&days)
        .fix(Safety::ChangesMeaning, label)
        .remove()
        .into()
}
