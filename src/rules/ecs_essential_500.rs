//! ECS Backup Essential Edition protects at most 500 GB.

use super::declare::declare_rule;
use super::shared::{standard_feature, uses_essential};
use crate::catalog::limits;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Verdict};
use crate::model::Essential;

declare_rule! {
    "S026" "ecs-essential-500", since "0.2", Source, Error,
    fix ChangesMeaning, over Sources, in REPLICATION_TARGET,
    from [ESSENTIAL_SWITCH],
    rests on [ESSENTIAL_500],
    title: {
        en: "more than 500 GB in the Essential Edition",
        zh: "基础版数据超过 500 GB",
    },
    message: {
        en: "source `{source}` has {size} GB, and ECS Backup Essential Edition protects at most 500 GB",
        zh: "数据源 `{source}` 有 {size} GB，而 ECS 备份基础版最多保护 500 GB",
    },
    expected: {
        en: "at most 500 GB, or the standard feature",
        zh: "不超过 500 GB，或使用标准版功能",
    },
    what: {
        en: "A source of ECS Backup Essential Edition has at most 500 GB.",
        zh: "使用 ECS 备份基础版的数据源不超过 500 GB。",
    },
    why: {
        en: "Beyond 500 GB its backup jobs fail.",
        zh: "超过 500 GB 后备份任务会失败。",
    },
    remedy: {
        en: "Switch the source to the standard backup feature.",
        zh: "将数据源切换到标准备份功能。",
    },
}

fn judge(source: &SourceFact<'_>, _: &Facts<'_>) -> Judged {
    let essential = uses_essential(source) == Some(Essential::Ecs);
    let Some(size) = source.doc.size_gb.filter(|_| essential) else {
        return Ok(Verdict::NotApplicable);
    };
    if size.0 <= limits::ESSENTIAL_GB {
        return Ok(Verdict::Pass);
    }
    let size = size.0.to_string();
    let fail = Fail::at(source, "/sizeGB").actual(&size).arg("size", size);
    standard_feature(fail, source).into()
}
