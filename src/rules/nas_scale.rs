//! A NAS backup job reads at most 50 million files, and a directory holds at most 8 million entries.

use super::declare::declare_rule;
use super::shared::details;
use crate::catalog::limits;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S022" "nas-scale", since "0.2", Source, Warning,
    fix ByHand, over Sources, in SINCE_2021,
    from [NAS_BACKUP, NAS_BACKUP_2021],
    rests on [NAS_SCALE],
    title: {
        en: "too many files in a NAS backup",
        zh: "NAS 备份的文件过多",
    },
    message: {
        en: "source `{source}` has {count} {unit}, and at most {most} are advised",
        zh: "数据源 `{source}` 的{unit}为 {count}，建议不超过 {most}",
    },
    expected: {
        en: "at most {most}",
        zh: "不超过 {most}",
    },
    what: {
        en: "A NAS backup job reads at most 50 million files, and no directory holds more than 8 million entries.",
        zh: "一个 NAS 备份任务不超过 5000 万个文件，单个目录不超过 800 万个条目。",
    },
    why: {
        en: "Larger jobs scan for very long, so that runs overtake each other and recovery points are missed.",
        zh: "更大的任务扫描时间很长，备份周期会重叠并错过恢复点。",
    },
    remedy: {
        en: "Split the path into several jobs, and spread the entries of very full directories.",
        zh: "将路径拆分为多个任务，并拆分条目过多的目录。",
    },
}

fn judge(source: &SourceFact<'_>, _: &Facts<'_>) -> Judged {
    let Some(details) = details(source, SourceKind::Nas) else {
        return Ok(Verdict::NotApplicable);
    };
    let (files, entries) = (details.files, details.files_in_directory);
    let over = |count: Option<u64>, most| count.filter(|count| *count > most);
    let (path, unit, count, most) = if let Some(count) = over(files.map(|n| n.0), limits::NAS_FILES)
    {
        let unit = Text::new("files in one job", "单个任务文件数");
        ("/details/files", unit, count, limits::NAS_FILES)
    } else if let Some(count) = over(entries.map(|n| n.0), limits::NAS_ENTRIES) {
        let unit = Text::new("entries in one directory", "单个目录条目数");
        (
            "/details/filesInDirectory",
            unit,
            count,
            limits::NAS_ENTRIES,
        )
    } else if files.is_none() && entries.is_none() {
        return Ok(Verdict::NotApplicable);
    } else {
        return Ok(Verdict::Pass);
    };
    let label = Text::new("Split the path into several jobs", "将路径拆分为多个任务");
    let count = count.to_string();
    Fail::at(source, path)
        .arg("source", source)
        .arg("unit", unit)
        .actual(&count)
        .arg("count", count)
        .arg("most", most.to_string())
        .fix(Safety::ByHand, label)
        .into()
}
