//! Infrequently accessed objects come back as Standard.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, RestoreFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "R014" "restore-oss-ia", since "0.2", Restore, Advice,
    fix ByHand, over Restores, in CLOUD_BACKUP,
    from [OSS_BACKUP_PLAN],
    rests on [RESTORE_OSS_CLASS],
    title: {
        en: "objects of another storage class restored",
        zh: "恢复其他存储类型的对象",
    },
    message: {
        en: "restore `{restore}` brings objects of class IA of `{source}` back as Standard",
        zh: "恢复 `{restore}` 会将 `{source}` 中的低频对象恢复为标准存储",
    },
    expected: {
        en: "a lifecycle rule for the restored objects",
        zh: "为恢复的对象设置生命周期规则",
    },
    what: {
        en: "The objects of a bucket that is restored are of the Standard class.",
        zh: "被恢复的 Bucket 中的对象为标准存储。",
    },
    why: {
        en: "Objects of the class Infrequent Access come back as Standard, which costs more to keep.",
        zh: "低频访问对象恢复后为标准存储，存储费用更高。",
    },
    remedy: {
        en: "Set a lifecycle rule on the destination bucket afterwards.",
        zh: "恢复后在目标 Bucket 上设置生命周期规则。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let source = facts.restored_source(restore)?;
    let details = source.doc.details.as_deref();
    let class = details.and_then(|details| details.storage_class.as_deref());
    let class = class.filter(|_| source.kind == Some(SourceKind::Oss));
    match class {
        Some("IA") => {}
        Some("STANDARD") => return Ok(Verdict::Pass),
        // Buckets of other classes cannot be backed up at all.
        _ => return Ok(Verdict::NotApplicable),
    }
    let label = Text::new("Set a lifecycle rule afterwards", "恢复后设置生命周期规则");
    Fail::at(restore, "/source")
        .arg("restore", restore)
        .arg("source", source)
        .actual("IA")
        .fix(Safety::ByHand, label)
        .into()
}
