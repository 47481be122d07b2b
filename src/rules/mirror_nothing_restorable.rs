//! A mirror from which nothing can be restored is money for nothing.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, VmwareShare};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M020" "mirror-nothing-restorable", since "0.1", Mirror, Warning,
    fix ChangesMeaning, over Mirrors, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026],
    rests on [RESTORE_VMWARE_MIRROR],
    title: { en: "a mirror from which nothing can be restored", zh: "镜像库中没有可恢复的数据" },
    message: {
        en: "everything in vault `{source}` is VMware, so nothing can be restored from mirror `{mirror}`",
        zh: "备份库 `{source}` 中全部为 VMware 虚拟机，镜像库 `{mirror}` 没有可恢复的数据",
    },
    expected: { en: "a source that can be restored from a mirror", zh: "可从镜像库恢复的数据源" },
    what: {
        en: "A mirrored vault holds something that can be restored from its mirror: not VMware alone.",
        zh: "被镜像的备份库中至少有一种可从镜像库恢复的数据源，而不只是 VMware。",
    },
    why: {
        en: "VMware machines are copied and billed in the mirror, but can be restored from the source vault only.",
        zh: "VMware 虚拟机会被复制到镜像库并计费，但只能从源备份库恢复。",
    },
    remedy: {
        en: "Drop the mirror, or protect the machines in another way, for example by backing up their files.",
        zh: "请移除该镜像库，或以其他方式保护这些虚拟机，例如备份其中的文件。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let vault = facts.source_vault(mirror)?;
    match vault.vmware {
        VmwareShare::NotStated => return Ok(Verdict::NotApplicable),
        VmwareShare::None | VmwareShare::Some => return Ok(Verdict::Pass),
        VmwareShare::All => {}
    }
    let label = Text::new("Remove the mirror `{mirror}`", "移除镜像库 `{mirror}`");
    Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", vault)
        .actual("VMWARE")
        .fix(Safety::ChangesMeaning, label)
        .remove_at(mirror, "")
        .with("mirror", mirror)
        .into()
}
