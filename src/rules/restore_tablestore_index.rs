//! A Tablestore table takes a restore without a secondary index.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, RestoreFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "R013" "restore-tablestore-index", since "0.2", Restore, Warning,
    fix ByHand, over Restores, in CLOUD_BACKUP,
    from [RESTORE_TABLESTORE],
    rests on [RESTORE_TABLESTORE_INDEX],
    title: {
        en: "a restore into a table with a secondary index",
        zh: "恢复到带二级索引的表",
    },
    message: {
        en: "restore `{restore}` goes into a table that has a secondary index",
        zh: "恢复 `{restore}` 的目标表带有二级索引",
    },
    expected: {
        en: "a table without a secondary index",
        zh: "没有二级索引的表",
    },
    what: {
        en: "The table that a restore of Tablestore goes into has no secondary index.",
        zh: "恢复表格存储时，目标表没有二级索引。",
    },
    why: {
        en: "Secondary indexes are not backed up, and a table that has one takes no restore.",
        zh: "二级索引不会备份，带有二级索引的表无法作为恢复目标。",
    },
    remedy: {
        en: "Drop the index before the restore and build it again afterwards.",
        zh: "恢复前删除二级索引，恢复后重新创建。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let indexed = restore.doc.to.as_deref().and_then(|to| to.secondary_index);
    let Some(indexed) = indexed else {
        return Ok(Verdict::NotApplicable);
    };
    if facts.destination_kind(restore)? != SourceKind::Tablestore {
        return Ok(Verdict::NotApplicable);
    }
    if !indexed {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Drop the index and build it again afterwards",
        "先删除二级索引，恢复后重建",
    );
    Fail::at(restore, "/to/secondaryIndex")
        .arg("restore", restore)
        .actual("true")
        .fix(Safety::ByHand, label)
        .into()
}
