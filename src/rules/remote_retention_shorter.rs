//! Copies of ECS instances live as long as what they copy.

use super::declare::declare_rule;
use crate::facts::{FOR_GOOD, Facts, PolicyKind, PolicyRuleFact, REMOTE_DAYS, RuleKind};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "P035" "remote-retention-shorter", since "0.2", Policy, Warning,
    fix ChangesMeaning, over PolicyRules, in REPLICATION_TARGET,
    from [BACKUP_POLICIES, GO_SDK],
    rests on [REMOTE_RETENTION],
    title: {
        en: "copies of ECS instances kept shorter than their backups",
        zh: "ECS 整机异地副本的保留时间更短",
    },
    message: {
        en: "policy `{policy}` keeps backups for {local} days and their copies in the other region for {days}",
        zh: "备份策略 `{policy}` 将备份保留 {local} 天，异地副本只保留 {days} 天",
    },
    expected: {
        en: "at least {local} days",
        zh: "至少 {local} 天",
    },
    what: {
        en: "An ECS instance policy keeps the copies in the other region at least as long as the backups. Without a number they are kept for 7 days.",
        zh: "ECS 整机策略的异地副本保留时间不短于本地备份。未设置时保留 7 天。",
    },
    why: {
        en: "The retention of the copies is set on its own. After a disaster only what the other region still holds can be restored.",
        zh: "异地副本的保留时间单独设置。灾难发生后，只能恢复异地仍保留的副本。",
    },
    remedy: {
        en: "Set the retention of the copies on purpose.",
        zh: "明确设置异地副本的保留时间。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let policy = facts.policy_of(rule);
    let policy = policy.filter(|policy| policy.kind == Some(PolicyKind::EcsInstance));
    let copies = rule.kind == Some(RuleKind::Replication);
    let Some(policy) = policy.filter(|_| copies) else {
        return Ok(Verdict::NotApplicable);
    };
    // ECS instances are never backed up for good: another rule says so.
    let Some(local) = policy.kept_days().filter(|days| *days != FOR_GOOD) else {
        return Ok(Verdict::NotApplicable);
    };
    let days = rule.remote_days().unwrap_or(REMOTE_DAYS);
    if days >= local {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Keep them as long: {local} days", "保留同样长：{local} 天");
    let spot = rule.spot("/replicationRetentionDays");
    let pointer = spot.pointer();
    Fail::of(spot)
        .arg("policy", policy)
        .arg("local", local.to_string())
        .arg("days", days.to_string())
        .actual(&days.to_string())
        .fix(Safety::ChangesMeaning, label)
        .with("local", local.to_string())
        .op(Op::set(pointer, local))
        .into()
}
