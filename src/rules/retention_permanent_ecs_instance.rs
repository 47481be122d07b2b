//! Backups of ECS instances have an end.

use super::declare::declare_rule;
use crate::facts::{FOR_GOOD, Facts, PolicyRuleFact, RuleKind};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P012" "retention-permanent-ecs-instance", since "0.2", Policy, Error,
    fix NeedsValue, over PolicyRules, in CLOUD_BACKUP,
    from [BACKUP_POLICIES],
    rests on [INSTANCE_RETENTION_ENDS],
    title: {
        en: "backups of ECS instances kept for good",
        zh: "ECS 整机备份设为永久保留",
    },
    message: {
        en: "policy `{policy}` keeps backups of ECS instances for good",
        zh: "备份策略 `{policy}` 将 ECS 整机备份设为永久保留",
    },
    expected: {
        en: "a number of days",
        zh: "天数",
    },
    what: {
        en: "No rule that counts keeps backups of ECS instances for good.",
        zh: "生效的规则不将 ECS 整机备份设为永久保留。",
    },
    why: {
        en: "Backups of ECS instances are snapshots, and have an end.",
        zh: "ECS 整机备份是快照，必须有保留期限。",
    },
    remedy: {
        en: "State a number of days, 364,635 at most.",
        zh: "填写天数，最多 364,635 天。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let policy = facts.policy_of(rule).ok_or(Gap::LeftOut)?;
    if !policy.must_expire() {
        return Ok(Verdict::NotApplicable);
    }
    // A retention that another rule overrides is none, and a rule of another type does not use one.
    let keeps = matches!(rule.kind, Some(RuleKind::Backup | RuleKind::Transition));
    match facts.retention(rule) {
        Some((by, days)) if keeps && by.at == rule.at => {
            if days != FOR_GOOD {
                return Ok(Verdict::Pass);
            }
        }
        _ => return Ok(Verdict::NotApplicable),
    }
    let label = Text::new("State a number of days", "填写天数");
    Fail::of(rule.spot("/permanent"))
        .arg("policy", policy)
        .actual("true")
        .fix(Safety::NeedsValue, label)
        .into()
}
