//! A VMware virtual machine is not restored from a mirror.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, RestoreFact, Store};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "R003" "restore-vmware-from-mirror", since "0.1", Restore, Error,
    fix ChangesMeaning, over Restores, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026],
    rests on [RESTORE_VMWARE_MIRROR],
    title: { en: "a VMware VM restored from a mirror", zh: "从镜像库恢复 VMware 虚拟机" },
    message: {
        en: "restore `{restore}` takes the VMware VM `{source}` from mirror `{mirror}`, which cannot give it back",
        zh: "恢复 `{restore}` 要从镜像库 `{mirror}` 恢复 VMware 虚拟机 `{source}`，但镜像库不支持",
    },
    expected: { en: "a restore from the source vault", zh: "从源备份库恢复" },
    what: {
        en: "A VMware virtual machine that was replicated to a mirror cannot be restored from it.",
        zh: "复制到镜像库的 VMware 虚拟机无法从镜像库恢复。",
    },
    why: {
        en: "The copy is made and billed, yet it is of no use when the source's region is lost.",
        zh: "副本会产生并计费，但源地域不可用时派不上用场。",
    },
    remedy: {
        en: "Restore from the source vault. To be ready for the loss of its region, protect what runs in the machine in another way, for example as files.",
        zh: "从源备份库恢复。如需应对源地域故障，请以其他方式保护虚拟机中的数据，例如按文件备份。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let source = facts.restored_source(restore)?;
    if facts.restored_kind(restore)? != SourceKind::Vmware {
        return Ok(Verdict::NotApplicable);
    }
    let Store::Mirror(mirror) = facts.store(restore)? else {
        return Ok(Verdict::Pass);
    };
    let mut fail = Fail::at(restore, "/from")
        .arg("restore", restore)
        .arg("source", source)
        .arg("mirror", mirror)
        .actual(&restore.doc.from);
    if let Ok(vault) = facts.source_vault(mirror) {
        let label = Text::new(
            "Restore from the source vault `{vault}`",
            "改为从源备份库 `{vault}` 恢复",
        );
        fail = fail
            .fix(Safety::ChangesMeaning, label)
            .set(&vault.doc.id)
            .with("vault", vault);
    }
    fail.into()
}
