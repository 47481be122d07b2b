//! An ECS instance policy archives after 14 days or more.

use super::declare::declare_rule;
use super::shared::set_number;
use crate::catalog::limits;
use crate::facts::{Facts, PolicyKind, PolicyRuleFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P018" "archive-too-early-ecs", since "0.2", Policy, Error,
    fix ChangesMeaning, over PolicyRules, in REPLICATION_TARGET,
    from [BACKUP_POLICIES],
    rests on [ARCHIVE_INSTANCE],
    title: {
        en: "an ECS instance policy that archives too early",
        zh: "ECS 整机策略归档过早",
    },
    message: {
        en: "ECS instance policy `{policy}` archives after {days} days",
        zh: "ECS 整机策略 `{policy}` 在 {days} 天后归档",
    },
    expected: {
        en: "14 days or more",
        zh: "14 天或更多",
    },
    what: {
        en: "A policy of ECS instances archives backups after 14 days or more.",
        zh: "ECS 整机策略在 14 天或更久之后归档备份。",
    },
    why: {
        en: "The service refuses fewer days.",
        zh: "少于 14 天会被服务拒绝。",
    },
    remedy: {
        en: "Archive after 14 days or more.",
        zh: "改为 14 天或更久之后归档。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some((days, PolicyKind::EcsInstance)) = rule.archives_after(facts) else {
        return Ok(Verdict::NotApplicable);
    };
    if days >= limits::ARCHIVE_INSTANCE {
        return Ok(Verdict::Pass);
    }
    let spot = rule.spot("/archiveDays");
    let label = Text::new("Archive after {least} days", "改为 {least} 天后归档");
    let fail = Fail::of(spot.clone())
        .arg("policy", facts.name(rule.object))
        .arg("days", days)
        .actual(&days.to_string())
        .fix(Safety::ChangesMeaning, label)
        .with("least", limits::ARCHIVE_INSTANCE);
    set_number(fail, &spot, limits::ARCHIVE_INSTANCE).into()
}
