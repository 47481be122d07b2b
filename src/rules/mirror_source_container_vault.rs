//! A Container Backup vault has no mirror.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, VaultKind};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M010" "mirror-source-container-vault", since "0.1", Mirror, Error,
    fix ByHand, over Mirrors, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026],
    rests on [NO_CONTAINER_VAULT],
    title: { en: "a mirror of a Container Backup vault", zh: "为容器备份库创建镜像库" },
    message: {
        en: "`{source}` is a Container Backup vault, which mirror `{mirror}` cannot copy",
        zh: "`{source}` 是容器备份库，不能由镜像库 `{mirror}` 复制",
    },
    expected: { en: "a General Backup or Tablestore Backup vault", zh: "普通备份库或表格存储备份库" },
    what: {
        en: "The source of a mirror is not a Container Backup vault.",
        zh: "镜像库的源不能是容器备份库。",
    },
    why: {
        en: "Container Backup vaults have no cross-region backup; the service refuses the mirror.",
        zh: "容器备份库不支持跨地域备份，服务会拒绝创建镜像库。",
    },
    remedy: {
        en: "Protect the data of the cluster through a source that a General Backup vault holds, such as its NAS file systems or OSS buckets, and mirror that vault.",
        zh: "请通过普通备份库支持的数据源（如集群使用的 NAS 文件系统或 OSS Bucket）保护集群数据，再为该备份库创建镜像库。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let vault = facts.source_vault(mirror)?;
    // What an unknown type is, is asked once, by another rule.
    if vault.kind().map_err(|_| Gap::LeftOut)? != VaultKind::Container {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Back up the file systems and buckets of the cluster to a General Backup vault",
        "将集群的文件系统与 Bucket 备份到普通备份库",
    );
    Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", vault)
        .actual("CONTAINER")
        .fix(Safety::ByHand, label)
        .into()
}
