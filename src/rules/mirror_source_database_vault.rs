//! A Database Backup vault has no mirror.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, VaultKind};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M009" "mirror-source-database-vault", since "0.1", Mirror, Error,
    fix ByHand, over Mirrors, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026],
    rests on [NO_DATABASE_VAULT],
    title: { en: "a mirror of a Database Backup vault", zh: "为数据库备份库创建镜像库" },
    message: {
        en: "`{source}` is a Database Backup vault, which mirror `{mirror}` cannot copy",
        zh: "`{source}` 是数据库备份库，不能由镜像库 `{mirror}` 复制",
    },
    expected: { en: "a General Backup or Tablestore Backup vault", zh: "普通备份库或表格存储备份库" },
    what: {
        en: "The source of a mirror is not a Database Backup vault.",
        zh: "镜像库的源不能是数据库备份库。",
    },
    why: {
        en: "Database Backup vaults have no cross-region backup; the service refuses the mirror.",
        zh: "数据库备份库不支持跨地域备份，服务会拒绝创建镜像库。",
    },
    remedy: {
        en: "Copy the databases to the other region by their own means, such as log shipping or replication, or back up file dumps to a General Backup vault and mirror that one.",
        zh: "请使用数据库自身的手段（如日志传送或主从复制）将数据同步到其他地域，或将导出文件备份到普通备份库，再为其创建镜像库。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let vault = facts.source_vault(mirror)?;
    // What an unknown type is, is asked once, by another rule.
    if vault.kind().map_err(|_| Gap::LeftOut)? != VaultKind::Database {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Copy the databases by their own replication, or mirror a vault of file dumps",
        "使用数据库自身的复制功能，或为存放导出文件的备份库创建镜像库",
    );
    Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", vault)
        .actual("DATABASE")
        .fix(Safety::ByHand, label)
        .into()
}
