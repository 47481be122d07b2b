//! A backup stays in the archive tier for at least 60 days.

use super::declare::declare_rule;
use super::shared::set_number;
use crate::catalog::limits;
use crate::facts::{FOR_GOOD, Facts, PolicyRuleFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P020" "archive-stay-60", since "0.2", Policy, Error,
    fix ChangesMeaning, over PolicyRules, in CLOUD_BACKUP,
    from [BACKUP_POLICIES, GO_SDK],
    rests on [ARCHIVE_STAY, TRANSITION_WINS],
    title: {
        en: "too short a stay in the archive tier",
        zh: "归档层保存时间不足",
    },
    message: {
        en: "policy `{policy}` archives after {archive} days and keeps backups for {days} days: {stay} days in the archive tier",
        zh: "备份策略 `{policy}` 在 {archive} 天后归档，备份保留 {days} 天：在归档层只有 {stay} 天",
    },
    expected: {
        en: "at least 60 days in the archive tier: a retention of {needed} days or more",
        zh: "在归档层至少 60 天：保留时间不少于 {needed} 天",
    },
    what: {
        en: "The retention that counts is at least 60 days longer than the days before archiving.",
        zh: "生效的保留时间比归档天数至少多 60 天。",
    },
    why: {
        en: "A backup stays in the archive tier for at least 60 days; the service refuses settings that remove it earlier.",
        zh: "备份在归档层至少保存 60 天；会提前删除的设置会被服务拒绝。",
    },
    remedy: {
        en: "Lengthen the retention, or archive earlier where the policy may.",
        zh: "延长保留时间，或在允许的范围内提前归档。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some((archive, _)) = rule.archives_after(facts) else {
        return Ok(Verdict::NotApplicable);
    };
    let Some((by, days)) = facts.retention(rule) else {
        return Ok(Verdict::NotApplicable);
    };
    // Numbers out of their range are told as such.
    if days == 0 || archive > limits::ARCHIVE_DAYS {
        return Err(Gap::LeftOut);
    }
    let needed = archive + limits::ARCHIVE_STAY;
    if days == FOR_GOOD || days >= needed {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Keep backups for {needed} days",
        "将保留时间延长为 {needed} 天",
    );
    let fail = Fail::of(rule.spot("/archiveDays"))
        .arg("policy", facts.name(rule.object))
        .arg("archive", archive)
        .arg("days", days)
        .arg("stay", days.saturating_sub(archive))
        .arg("needed", needed)
        .actual(&archive.to_string())
        .fix(Safety::ChangesMeaning, label)
        .with("needed", needed);
    set_number(fail, &by.spot("/retentionDays"), needed).into()
}
