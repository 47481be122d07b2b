//! The VMware machines among the contents of a mirrored vault are no use in the mirror.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, VmwareShare};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M019" "vmware-mirror-useless", since "0.1", Mirror, Warning,
    fix ByHand, over Mirrors, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026],
    rests on [RESTORE_VMWARE_MIRROR],
    title: { en: "VMware machines in a mirrored vault", zh: "含 VMware 虚拟机的备份库被镜像" },
    message: {
        en: "vault `{source}` holds VMware machines, which cannot be restored from mirror `{mirror}`",
        zh: "备份库 `{source}` 中有 VMware 虚拟机，无法从镜像库 `{mirror}` 恢复",
    },
    expected: { en: "VMware machines in a vault without a mirror", zh: "VMware 虚拟机存放在没有镜像库的备份库" },
    what: {
        en: "A mirrored vault does not hold VMware machines beside its other sources.",
        zh: "被镜像的备份库中，除其他数据源外不应有 VMware 虚拟机。",
    },
    why: {
        en: "They are copied and billed in the mirror, but can be restored from the source vault only; in a disaster of its region they are lost.",
        zh: "它们会被复制到镜像库并计费，但只能从源备份库恢复；源地域发生灾难时将无法恢复。",
    },
    remedy: {
        en: "Back the VMware machines up to a vault of their own, and plan their recovery without the mirror, for example through a second VMware site.",
        zh: "请将 VMware 虚拟机备份到单独的备份库，并另行规划其恢复方式，例如使用第二个 VMware 站点。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let vault = facts.source_vault(mirror)?;
    match vault.vmware {
        VmwareShare::NotStated => return Ok(Verdict::NotApplicable),
        VmwareShare::None => return Ok(Verdict::Pass),
        VmwareShare::All => return Err(Gap::LeftOut),
        VmwareShare::Some => {}
    }
    let label = Text::new(
        "Back the VMware machines up to a vault of their own",
        "将 VMware 虚拟机备份到单独的备份库",
    );
    Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", vault)
        .actual("VMWARE")
        .fix(Safety::ByHand, label)
        .into()
}
