//! Special retentions do not stand beside permanent retention.

use super::declare::declare_rule;
use crate::facts::{FOR_GOOD, Facts, PolicyRuleFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P014" "special-retention-permanent", since "0.2", Policy, Error,
    fix ChangesMeaning, over PolicyRules, in CLOUD_BACKUP,
    from [BACKUP_POLICIES, GO_SDK],
    rests on [SPECIAL_RETENTION, TRANSITION_WINS],
    title: {
        en: "special retention beside permanent retention",
        zh: "特殊保留与永久保留同时使用",
    },
    message: {
        en: "policy `{policy}` keeps all backups for good, and states special retentions too",
        zh: "备份策略 `{policy}` 永久保留所有备份，同时又设置了特殊保留",
    },
    expected: {
        en: "permanent retention alone, or a number of days with special retentions",
        zh: "只用永久保留，或填写天数并使用特殊保留",
    },
    what: {
        en: "A policy that keeps its backups for good has no special retentions.",
        zh: "永久保留备份的策略不设置特殊保留。",
    },
    why: {
        en: "Nothing can be kept for longer than for good; the service refuses the two together.",
        zh: "没有比永久更长的保留时间；服务不允许两者同时使用。",
    },
    remedy: {
        en: "Remove the special retentions, or give the policy a number of days.",
        zh: "移除特殊保留，或为策略填写天数。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    if rule.doc.special_retentions.is_empty() {
        return Ok(Verdict::NotApplicable);
    }
    let policy = facts.policy_of(rule).ok_or(Gap::LeftOut)?;
    match facts.retention(rule) {
        None => return Ok(Verdict::NotApplicable),
        Some((_, days)) if days != FOR_GOOD => return Ok(Verdict::Pass),
        // Permanent retention is what is wrong here.
        Some(_) if policy.must_expire() => return Err(Gap::LeftOut),
        Some(_) => {}
    }
    let label = Text::new("Remove the special retentions", "移除特殊保留");
    Fail::of(rule.spot("/specialRetentions"))
        .arg("policy", policy)
        .actual(&rule.doc.special_retentions.len().to_string())
        .fix(Safety::ChangesMeaning, label)
        .remove()
        .into()
}
