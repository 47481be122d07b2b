//! Small files cost more in the archive tier than they weigh.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyFact, PolicyKind, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P032" "archive-small-files", since "0.2", Policy, Advice,
    fix ByHand, over Sources, in REPLICATION_TARGET,
    from [BACKUP_POLICIES],
    rests on [ARCHIVE_SMALLEST_FILE],
    title: {
        en: "many small files archived",
        zh: "归档大量小文件",
    },
    message: {
        en: "policy `{policy}` archives `{source}`, whose files have {size} KB on average and count as 64 KB each",
        zh: "备份策略 `{policy}` 归档 `{source}`，其文件平均 {size} KB，归档后每个按 64 KB 计费",
    },
    expected: {
        en: "files of 64 KB or more on average",
        zh: "文件平均不小于 64 KB",
    },
    what: {
        en: "A source that is archived has files of at least 64 KB on average.",
        zh: "被归档的数据源，其文件平均不小于 64 KB。",
    },
    why: {
        en: "In the archive tier data is billed by its raw size, and a file under 64 KB counts as 64 KB.",
        zh: "归档层按原始数据量计费，小于 64 KB 的文件按 64 KB 计。",
    },
    remedy: {
        en: "Estimate by the number of files first, or keep small files in the standard tier.",
        zh: "先按文件数量估算费用，或将小文件保留在标准层。",
    },
}

/// The smallest size that a file is billed with, in bytes.
const SMALLEST: u64 = 64 * 1024;

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let files = source
        .doc
        .details
        .as_deref()
        .and_then(|d| d.files.or(d.objects));
    let Some((files, size)) = files.zip(source.doc.size_gb) else {
        return Ok(Verdict::NotApplicable);
    };
    let archives =
        |policy: &&PolicyFact<'_>| policy.kind == Some(PolicyKind::General) && policy.archives();
    let Some(policy) = facts.policies_of(source).find(archives) else {
        return Ok(Verdict::NotApplicable);
    };
    let bytes = size.0.saturating_mul(1_000_000_000);
    let Some(average) = bytes
        .checked_div(files.0)
        .filter(|average| *average < SMALLEST)
    else {
        return Ok(Verdict::Pass);
    };
    let label = Text::new("Estimate by the number of files first", "先按文件数量估算");
    Fail::at(source, "/details")
        .arg("policy", policy)
        .arg("source", source)
        .arg("size", (average / 1024).to_string())
        .actual(&files.0.to_string())
        .fix(Safety::ByHand, label)
        .into()
}
