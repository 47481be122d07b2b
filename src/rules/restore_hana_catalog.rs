//! After SAP HANA was restored to another instance, a full backup follows.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::restore::Asks;
use crate::facts::{Facts, RestoreFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "R008" "restore-hana-catalog", since "0.1", Restore, Warning,
    fix ChangesMeaning, over Restores, in SINCE_2021,
    from [RESTORE_HANA],
    rests on [RESTORE_HANA_CATALOG],
    title: { en: "an SAP HANA restore without a full backup after it", zh: "SAP HANA 恢复后没有安排全量备份" },
    message: {
        en: "restore `{restore}` overwrites the backup catalog of another SAP HANA instance, and no full backup follows it",
        zh: "恢复 `{restore}` 会覆盖另一个 SAP HANA 实例的备份目录（catalog），其后没有安排全量备份",
    },
    expected: { en: "a full backup right after the restore", zh: "恢复后立即执行一次全量备份" },
    what: {
        en: "A restore of SAP HANA to an instance other than its source is followed by a full backup of that instance.",
        zh: "将 SAP HANA 恢复到源实例以外的实例后，须对该实例执行一次全量备份。",
    },
    why: {
        en: "The restore overwrites the catalog of the destination. Its earlier backups are no longer listed there, so that a fault before the next full backup could not be undone.",
        zh: "恢复会覆盖目标实例的 catalog，其先前的备份不再列于其中；在下一次全量备份之前发生故障将无法恢复。",
    },
    remedy: {
        en: "Plan a full backup of the destination right after the restore, and note it in the plan.",
        zh: "在恢复后立即安排目标实例的全量备份，并在方案中注明。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    if facts.destination_kind(restore)? != SourceKind::Hana {
        return Ok(Verdict::NotApplicable);
    }
    if restore.doc.full_backup_after == Some(true) {
        return Ok(Verdict::Pass);
    }
    facts.destination(restore, Asks::Instance)?;
    if facts.same_instance(restore) {
        return Ok(Verdict::NotApplicable);
    }
    let label = Text::new(
        "Plan a full backup right after it",
        "安排恢复后立即全量备份",
    );
    let planned = Op::set(restore.object.pointer("/fullBackupAfter"), true);
    Fail::at(restore, "/fullBackupAfter")
        .arg("restore", restore)
        .fix(Safety::ChangesMeaning, label)
        .op(planned)
        .into()
}
