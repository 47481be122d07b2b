//! A database is restored in the region of its vault, and not from a mirror.

use super::declare::declare_rule;
use crate::facts::restore::Asks;
use crate::facts::{Facts, RestoreFact, Store, VaultFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "R004" "restore-database-cross-region", since "0.1", Restore, Error,
    fix ChangesMeaning, over Restores, in CLOUD_BACKUP,
    from [ECS_DATABASES, CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026],
    rests on [RESTORE_DATABASE, RESTORE_DATABASE_MIRROR],
    title: { en: "a database restored in another region", zh: "跨地域恢复数据库" },
    message: {
        en: "restore `{restore}` names the database `{source}`, which cannot be restored {way} `{place}`",
        zh: "恢复 `{restore}` 的数据库 `{source}` 不能{way} `{place}` 恢复",
    },
    expected: { en: "a restore inside the region of the database's vault", zh: "在数据库备份库所在地域内恢复" },
    what: {
        en: "A database is restored to its source or to another registered database of the same region: neither from a mirror nor into another region.",
        zh: "数据库只能恢复到源数据库或同地域内另一个已注册的数据库，不能从镜像库恢复，也不能恢复到其他地域。",
    },
    why: {
        en: "Database vaults cannot be mirrored, and the restore job offers instances of the vault's region only.",
        zh: "数据库备份库不支持镜像，恢复任务也只提供该备份库所在地域的实例。",
    },
    remedy: {
        en: "Restore in the vault's region. For another region use replication of the database itself, or back up its dumps as files in a general vault and mirror that.",
        zh: "在备份库所在地域恢复。如需跨地域，请使用数据库自身的复制功能，或将导出文件备份到普通备份库并为其创建镜像库。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let kind = facts.restored_kind(restore)?;
    if !kind.is_database() {
        return Ok(Verdict::NotApplicable);
    }
    let fail = Fail::at(
        restore.object,
        match facts.store(restore)? {
            Store::Mirror(_) => "/from",
            Store::Vault(_) => "/to/region",
        },
    )
    .arg("restore", restore.name())
    .arg("source", facts.restored_source(restore)?.name());
    match facts.store(restore)? {
        Store::Mirror(mirror) => {
            let way = Text::new("from mirror", "从镜像库");
            let fail = fail
                .arg("way", way)
                .arg("place", mirror.name())
                .actual(&restore.doc.from);
            match facts.source_vault(mirror) {
                Ok(vault) => back_to(fail, restore, vault, true).into(),
                Err(_) => fail.into(),
            }
        }
        Store::Vault(vault) => {
            if facts.same_instance(restore) || facts.on_premises(restore) == Ok(true) {
                return Ok(Verdict::Pass);
            }
            facts.destination_kind(restore)?;
            facts.destination(restore, Asks::DatabaseRegion)?;
            let (own, home) = (restore.region()?, vault.region()?);
            let (own, home) = (facts.listed(own)?, facts.listed(home)?);
            if own.same(home) {
                return Ok(Verdict::Pass);
            }
            let way = Text::new("into region", "向地域");
            let fail = fail.arg("way", way).arg("place", own.id).actual(own.id);
            back_to(fail, restore, vault, false).into()
        }
    }
}

/// Restores from the vault, in its region.
fn back_to(
    fail: Box<Fail>,
    restore: &RestoreFact<'_>,
    vault: &VaultFact<'_>,
    from_mirror: bool,
) -> Box<Fail> {
    let label = Text::new(
        "Restore in the region of vault `{vault}`",
        "改为在备份库 `{vault}` 所在地域恢复",
    );
    let mut fail = fail.fix(Safety::ChangesMeaning, label).with("vault", vault);
    if from_mirror {
        fail = fail.set_at(restore, "/from", &vault.doc.id);
    }
    if let (Some(_), Ok(home)) = (&restore.doc.to, vault.region()) {
        fail = fail.set_at(restore, "/to/region", home.id);
    }
    fail
}
