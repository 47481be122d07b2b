//! The Essential Editions of ECS backup copy nothing to another region and have fixed terms.

use super::declare::declare_rule;
use super::shared::{standard_feature, uses_essential};
use crate::catalog::limits;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Verdict};
use crate::lang::Text;

declare_rule! {
    "S025" "ecs-essential-mirror", since "0.2", Source, Error,
    fix ChangesMeaning, over Sources, in REPLICATION_TARGET,
    from [ESSENTIAL_SWITCH, ESSENTIAL_FILE],
    rests on [ESSENTIAL_FIXED],
    title: {
        en: "more than the Essential Edition gives",
        zh: "超出基础版的能力",
    },
    message: {
        en: "source `{source}` is served by an Essential Edition, and the plan expects {found}",
        zh: "数据源 `{source}` 使用基础版，而方案要求{found}",
    },
    expected: {
        en: "the standard feature",
        zh: "标准版功能",
    },
    what: {
        en: "A source of an Essential Edition is not copied to another region and not kept for more than 30 days.",
        zh: "使用基础版的数据源不能复制到其他地域，保留时间也不能超过 30 天。",
    },
    why: {
        en: "The Essential Editions have no cross-region backup, and their frequency and retention are fixed.",
        zh: "基础版不支持跨地域备份，备份频率与保留时间固定。",
    },
    remedy: {
        en: "Switch the source to the standard backup feature.",
        zh: "将数据源切换到标准备份功能。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    if uses_essential(source).is_none() {
        return Ok(Verdict::NotApplicable);
    }
    let mut copied = facts.vaults_of(source).any(|vault| vault.mirror_count > 0);
    let mut kept = false;
    for policy in facts.policies_of(source) {
        copied |= policy.noted.copies;
        let days = policy.noted.most_days;
        kept |= days.is_some_and(|days| days > limits::ESSENTIAL_DAYS);
    }
    let found = match (copied, kept) {
        (true, _) => Text::new("a copy in another region", "在其他地域有副本"),
        (_, true) => Text::new("backups of more than 30 days", "备份保留超过 30 天"),
        _ => return Ok(Verdict::Pass),
    };
    let fail = Fail::at(source, "/details/essential").arg("found", found);
    standard_feature(fail, source).into()
}
