//! What is immutable has an end.

use super::declare::declare_rule;
use crate::facts::{FOR_GOOD, Facts, PolicyRuleFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "L002" "worm-permanent", since "0.2", Lock, Warning,
    fix NeedsValue, over PolicyRules, in CLOUD_BACKUP,
    from [IMMUTABLE_BACKUP, BACKUP_POLICIES],
    rests on [LOCK_IS_FOR_GOOD, PERMANENT_RETENTION],
    title: {
        en: "immutable backups kept for good",
        zh: "永久保留已锁定的备份",
    },
    message: {
        en: "policy `{policy}` keeps backups for good that immutable backup protects in `{where}`",
        zh: "备份策略 `{policy}` 永久保留备份，而 `{where}` 的备份已锁定",
    },
    expected: {
        en: "a retention in days",
        zh: "以天为单位的保留时间",
    },
    what: {
        en: "A policy whose backups are immutable, or get so by the change plan, keeps them for a number of days.",
        zh: "备份被锁定（或将由变更锁定）的备份策略，其保留时间为有限天数。",
    },
    why: {
        en: "Backups that are immutable and kept for good can never be deleted and are billed without end.",
        zh: "既被锁定又永久保留的备份永远无法删除，并会一直计费。",
    },
    remedy: {
        en: "Give the policy a retention in days.",
        zh: "为备份策略设置以天为单位的保留时间。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(policy) = facts.policy_of(rule) else {
        return Ok(Verdict::NotApplicable);
    };
    let vault = policy.vault.and_then(|vault| facts.vaults.get(vault));
    let vault = vault.filter(|vault| vault.doc.locked == Some(true) || vault.locked_at.is_some());
    let locked = match vault {
        Some(vault) => vault.name(),
        None if policy.doc.locked == Some(true) || policy.locked_at.is_some() => policy.name(),
        None => return Ok(Verdict::NotApplicable),
    };
    if policy.must_expire() {
        // Permanent retention is what is wrong there.
        return Err(Gap::LeftOut);
    }
    // A retention that another rule overrides is none.
    let counts = |(by, days): (&PolicyRuleFact<'_>, u64)| by.at == rule.at && days == FOR_GOOD;
    if !facts.retention(rule).is_some_and(counts) {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Give a number of days", "填写天数");
    Fail::of(rule.spot("/permanent"))
        .arg("policy", policy)
        .arg("where", locked)
        .actual("true")
        .fix(Safety::NeedsValue, label)
        .into()
}
