//! A special retention is longer than the one that counts for all backups.

use super::declare::declare_rule;
use super::shared::special_path;
use crate::catalog::wanted;
use crate::facts::{FOR_GOOD, Facts, PolicyRuleFact, missing_at};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P013" "special-retention-not-longer", since "0.2", Policy, Error,
    fix NeedsValue, over PolicyRules, in CLOUD_BACKUP,
    from [BACKUP_POLICIES, GO_SDK],
    rests on [SPECIAL_RETENTION, TRANSITION_WINS],
    title: {
        en: "a special retention that is not longer",
        zh: "特殊保留时间未长于普通保留时间",
    },
    message: {
        en: "policy `{policy}` keeps its `{type}` backups for {special} days, and all others for {days} days",
        zh: "备份策略 `{policy}` 的 `{type}` 备份保留 {special} 天，其他备份保留 {days} 天",
    },
    expected: {
        en: "more than {days} days",
        zh: "多于 {days} 天",
    },
    what: {
        en: "A weekly, monthly or yearly retention is longer than the retention that counts for all backups of the policy.",
        zh: "每周、每月或每年的特殊保留时间长于该策略对所有备份生效的保留时间。",
    },
    why: {
        en: "The service refuses a special retention that would not keep anything for longer.",
        zh: "特殊保留若不能延长保留时间，会被服务拒绝。",
    },
    remedy: {
        en: "Lengthen the special retention, or remove it.",
        zh: "延长特殊保留时间，或将其移除。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    if rule.doc.special_retentions.is_empty() {
        return Ok(Verdict::NotApplicable);
    }
    let Some((_, days)) = facts.retention(rule) else {
        return Ok(Verdict::NotApplicable);
    };
    if days == FOR_GOOD {
        return Err(Gap::LeftOut);
    }
    let mut gap = None;
    for (at, special) in rule.doc.special_retentions.iter().enumerate() {
        match special.days {
            None => gap = gap.or(Some(at)),
            // No days at all are out of range, and told as such.
            Some(stated) if stated.0 > days || stated.0 == 0 => {}
            Some(stated) => {
                let label = Text::new("State more than {days} days", "填写多于 {days} 天的时间");
                return Fail::of(rule.spot(&special_path(at)))
                    .arg("policy", facts.name(rule.object))
                    .arg("type", &*special.kind)
                    .arg("special", stated.0)
                    .arg("days", days)
                    .actual(&stated.0.to_string())
                    .fix(Safety::NeedsValue, label)
                    .with("days", days)
                    .into();
            }
        }
    }
    match gap {
        None => Ok(Verdict::Pass),
        Some(at) => {
            let spot = rule.spot(&special_path(at));
            Err(missing_at(
                spot,
                &wanted::RETENTION,
                facts.name(rule.object),
            ))
        }
    }
}
