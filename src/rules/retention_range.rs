//! A retention is from 1 day to 999 years.

use super::declare::declare_rule;
use super::shared::{set_number, special_path};
use crate::catalog::limits;
use crate::facts::{Facts, PolicyRuleFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P011" "retention-range", since "0.2", Policy, Error,
    fix ChangesMeaning, over PolicyRules, in CLOUD_BACKUP,
    from [GO_SDK, BACKUP_POLICIES],
    rests on [RETENTION_RANGE],
    title: {
        en: "a retention out of range",
        zh: "保留时间超出范围",
    },
    message: {
        en: "policy `{policy}` states a retention of {days} days",
        zh: "备份策略 `{policy}` 的保留时间为 {days} 天",
    },
    expected: {
        en: "1 to 364,635 days",
        zh: "1 至 364,635 天",
    },
    what: {
        en: "Every retention of a rule, special ones and those of copies in another region included, is from 1 to 364,635 days.",
        zh: "规则中的每个保留时间（包括特殊保留和异地副本的保留时间）为 1 至 364,635 天。",
    },
    why: {
        en: "The service refuses other numbers.",
        zh: "其他数值会被服务拒绝。",
    },
    remedy: {
        en: "Correct the number. To keep backups for good, say so instead of stating a large number.",
        zh: "更正数值。需要永久保留时请设为永久，而不是填写很大的数值。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let doc = rule.doc;
    let own = [
        ("/retentionDays", doc.retention_days),
        ("/replicationRetentionDays", doc.replication_days),
    ];
    let mut verdict = Verdict::NotApplicable;
    let mut wrong = None;
    for (path, days) in own {
        if let Some(days) = days {
            verdict = Verdict::Pass;
            if is_wrong(days.0) {
                wrong = wrong.or(Some((rule.spot(path), days.0)));
            }
        }
    }
    for (at, special) in doc.special_retentions.iter().enumerate() {
        if let Some(days) = special.days {
            verdict = Verdict::Pass;
            if is_wrong(days.0) && wrong.is_none() {
                wrong = Some((rule.spot(&special_path(at)), days.0));
            }
        }
    }
    let Some((spot, days)) = wrong else {
        return Ok(verdict);
    };
    let nearest = days.clamp(1, limits::RETENTION_DAYS);
    let label = Text::new("Set it to {nearest} days", "设为 {nearest} 天");
    let fail = Fail::of(spot.clone())
        .arg("policy", facts.name(rule.object))
        .arg("days", days)
        .actual(&days.to_string())
        .fix(Safety::ChangesMeaning, label)
        .with("nearest", nearest);
    set_number(fail, &spot, nearest).into()
}

fn is_wrong(days: u64) -> bool {
    !(1..=limits::RETENTION_DAYS).contains(&days)
}
