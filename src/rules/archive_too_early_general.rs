//! A general policy archives after 30 days or more.

use super::declare::declare_rule;
use super::shared::set_number;
use crate::catalog::limits;
use crate::facts::{Facts, PolicyKind, PolicyRuleFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P017" "archive-too-early-general", since "0.2", Policy, Error,
    fix ChangesMeaning, over PolicyRules, in CLOUD_BACKUP,
    from [BACKUP_POLICIES],
    rests on [ARCHIVE_GENERAL],
    title: {
        en: "a general policy that archives too early",
        zh: "通用策略归档过早",
    },
    message: {
        en: "general policy `{policy}` archives after {days} days",
        zh: "通用策略 `{policy}` 在 {days} 天后归档",
    },
    expected: {
        en: "30 days or more",
        zh: "30 天或更多",
    },
    what: {
        en: "A general policy archives backups after 30 days or more.",
        zh: "通用策略在 30 天或更久之后归档备份。",
    },
    why: {
        en: "The service refuses fewer days.",
        zh: "少于 30 天会被服务拒绝。",
    },
    remedy: {
        en: "Archive after 30 days or more.",
        zh: "改为 30 天或更久之后归档。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some((days, PolicyKind::General)) = rule.archives_after(facts) else {
        return Ok(Verdict::NotApplicable);
    };
    if days >= limits::ARCHIVE_GENERAL {
        return Ok(Verdict::Pass);
    }
    let spot = rule.spot("/archiveDays");
    let label = Text::new("Archive after {least} days", "改为 {least} 天后归档");
    let fail = Fail::of(spot.clone())
        .arg("policy", facts.name(rule.object))
        .arg("days", days)
        .actual(&days.to_string())
        .fix(Safety::ChangesMeaning, label)
        .with("least", limits::ARCHIVE_GENERAL);
    set_number(fail, &spot, limits::ARCHIVE_GENERAL).into()
}
