//! A policy archives after 65,535 days at most.

use super::declare::declare_rule;
use super::shared::set_number;
use crate::catalog::limits;
use crate::facts::{Facts, PolicyRuleFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P019" "archive-too-late", since "0.2", Policy, Error,
    fix ChangesMeaning, over PolicyRules, in CLOUD_BACKUP,
    from [BACKUP_POLICIES],
    rests on [ARCHIVE_GENERAL, ARCHIVE_INSTANCE],
    title: {
        en: "archiving after too many days",
        zh: "归档天数过大",
    },
    message: {
        en: "policy `{policy}` archives after {days} days",
        zh: "备份策略 `{policy}` 在 {days} 天后归档",
    },
    expected: {
        en: "at most 65,535 days",
        zh: "不超过 65,535 天",
    },
    what: {
        en: "A policy archives backups after 65,535 days at most.",
        zh: "备份策略在不超过 65,535 天后归档备份。",
    },
    why: {
        en: "The service refuses more days.",
        zh: "超过该天数会被服务拒绝。",
    },
    remedy: {
        en: "Lower the number of days, or do not archive at all.",
        zh: "减少天数，或不归档。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some((days, _)) = rule.archives_after(facts) else {
        return Ok(Verdict::NotApplicable);
    };
    if days <= limits::ARCHIVE_DAYS {
        return Ok(Verdict::Pass);
    }
    let spot = rule.spot("/archiveDays");
    let label = Text::new("Archive after {most} days", "改为 {most} 天后归档");
    let fail = Fail::of(spot.clone())
        .arg("policy", facts.name(rule.object))
        .arg("days", days)
        .actual(&days.to_string())
        .fix(Safety::ChangesMeaning, label)
        .with("most", limits::ARCHIVE_DAYS);
    set_number(fail, &spot, limits::ARCHIVE_DAYS).into()
}
