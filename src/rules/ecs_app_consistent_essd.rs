//! Application-consistent backups of an ECS instance need ESSDs alone and, on Linux, scripts and a RAM role.

use super::declare::declare_rule;
use super::shared::details;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S027" "ecs-app-consistent-essd", since "0.2", Source, Error,
    fix ChangesMeaning, over Sources, in CLOUD_BACKUP,
    from [ECS_INSTANCE_BACKUP, GO_SDK],
    rests on [APP_CONSISTENT_DISKS, APP_CONSISTENT_LINUX],
    title: {
        en: "application consistency that cannot be had",
        zh: "无法实现的应用一致性备份",
    },
    message: {
        en: "source `{source}` asks for application-consistent backups, and {found}",
        zh: "数据源 `{source}` 要求应用一致性备份，但{found}",
    },
    expected: {
        en: "ESSDs alone and, on Linux, scripts and a RAM role",
        zh: "全部为 ESSD 云盘，且 Linux 实例具备脚本与 RAM 角色",
    },
    what: {
        en: "An ECS instance with application-consistent backups has ESSDs alone and, on Linux, scripts for freezing and thawing and a RAM role.",
        zh: "采用应用一致性备份的 ECS 实例全部使用 ESSD 云盘；Linux 实例还需冻结与解冻脚本以及 RAM 角色。",
    },
    why: {
        en: "With other disks the service falls back to crash-consistent snapshots of single disks, without scripts or role it cannot freeze the application.",
        zh: "使用其他云盘时，服务会退回到单盘崩溃一致性快照；缺少脚本或角色则无法冻结应用。",
    },
    remedy: {
        en: "Use ESSDs, and set up the scripts and the RAM role.",
        zh: "使用 ESSD 云盘，并配置脚本与 RAM 角色。",
    },
}

/// The categories of disks that are no ESSDs.
const OTHER_DISKS: [&str; 5] = [
    "cloud",
    "cloud_efficiency",
    "cloud_ssd",
    "ephemeral",
    "ephemeral_ssd",
];

fn judge(source: &SourceFact<'_>, _: &Facts<'_>) -> Judged {
    let details = details(source, SourceKind::EcsInstance);
    let Some(details) = details.filter(|d| d.app_consistent == Some(true)) else {
        return Ok(Verdict::NotApplicable);
    };
    let windows = source
        .doc
        .os
        .as_deref()
        .is_some_and(|os| os.starts_with("windows"));
    let other = details
        .disks
        .iter()
        .find(|disk| OTHER_DISKS.contains(&&***disk));
    let (path, found) = if other.is_some() {
        let found = Text::new("not all of its disks are ESSDs", "并非全部为 ESSD 云盘");
        ("/details/disks", found)
    } else if details.app_scripts == Some(false) && !windows {
        let found = Text::new(
            "its scripts or its RAM role are missing",
            "缺少脚本或 RAM 角色",
        );
        ("/details/appScripts", found)
    } else {
        return Ok(Verdict::Pass);
    };
    let label = Text::new(
        "Ask for crash-consistent backups instead",
        "改为崩溃一致性备份",
    );
    Fail::at(source, path)
        .arg("source", source)
        .arg("found", found)
        .actual(other.map_or("false", |disk| disk))
        .fix(Safety::ChangesMeaning, label)
        .remove_at(source, "/details/appConsistent")
        .into()
}
