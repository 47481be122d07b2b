//! How many paths an ECS file backup takes, and which of them with the Volume Shadow Copy Service.

use super::declare::declare_rule;
use super::shared::details;
use crate::catalog::limits;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S024" "ecs-file-paths", since "0.2", Source, Error,
    fix NeedsValue, over Sources, in SINCE_2021,
    from [ECS_FILE_PLAN, ECS_FILES_2020, LIMITS],
    rests on [ECS_FILE_PATHS],
    title: {
        en: "paths that an ECS file backup does not take",
        zh: "ECS 文件备份不接受的路径",
    },
    message: {
        en: "ECS file source `{source}` names {found}",
        zh: "ECS 文件数据源 `{source}` 填写了{found}",
    },
    expected: {
        en: "{allowed}",
        zh: "{allowed}",
    },
    what: {
        en: "An ECS file backup has at most 8 paths without a wildcard, or one with. With VSS it has one path, which is no UNC path and has no wildcard.",
        zh: "ECS 文件备份最多 8 个不含通配符的路径，或 1 个含通配符的路径；使用 VSS 时只能有 1 个路径，且不能是 UNC 路径或含通配符。",
    },
    why: {
        en: "The service refuses the backup plan.",
        zh: "服务会拒绝该备份计划。",
    },
    remedy: {
        en: "Name fewer paths, or divide them among several backup plans.",
        zh: "减少路径，或分配到多个备份计划。",
    },
}

fn judge(source: &SourceFact<'_>, _: &Facts<'_>) -> Judged {
    let details = details(source, SourceKind::EcsFile);
    let Some(details) = details.filter(|d| !d.paths.is_empty()) else {
        return Ok(Verdict::NotApplicable);
    };
    let (paths, vss) = (&details.paths, details.vss == Some(true));
    let wildcard = paths.iter().any(|path| path.contains('*'));
    let unc = paths.iter().any(|path| path.starts_with("\\\\"));
    let eight = Text::new("at most 8 paths", "最多 8 个路径");
    let (found, allowed) = if vss && paths.len() > 1 {
        (
            Text::new("several paths together with VSS", "多个路径并使用 VSS"),
            Text::new("one path with VSS", "使用 VSS 时只有 1 个路径"),
        )
    } else if vss && (wildcard || unc) {
        (
            Text::new(
                "a UNC path or a wildcard together with VSS",
                "UNC 路径或通配符并使用 VSS",
            ),
            Text::new(
                "a path without a wildcard on a disk of the host",
                "主机磁盘上不含通配符的路径",
            ),
        )
    } else if wildcard && paths.len() > 1 {
        (
            Text::new(
                "a path with a wildcard among several paths",
                "多个路径且其中含通配符",
            ),
            Text::new("one path if it has a wildcard", "含通配符时只有 1 个路径"),
        )
    } else if paths.len() > limits::ECS_FILE_PATHS {
        (Text::new("more than 8 paths", "超过 8 个路径"), eight)
    } else {
        return Ok(Verdict::Pass);
    };
    let label = Text::new("Reduce the paths", "减少路径");
    Fail::at(source, "/details/paths")
        .arg("source", source)
        .arg("found", found)
        .arg("allowed", allowed)
        .fix(Safety::NeedsValue, label)
        .into()
}
