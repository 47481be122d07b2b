//! An archive vault has no mirror.

use super::declare::declare_rule;
use crate::catalog::editions::Edition;
use crate::facts::{Facts, MirrorFact, VaultKind};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M008" "mirror-source-archive-vault", since "0.1", Mirror, Error,
    fix ByHand, over Mirrors, in SINCE_2021,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026, STORAGE_VAULTS_2021],
    rests on [NO_ARCHIVE_VAULT, ARCHIVE_VAULT_IS_APART],
    title: { en: "a mirror of an archive vault", zh: "为归档库创建镜像库" },
    message: {
        en: "`{source}` is an archive vault, which mirror `{mirror}` cannot copy",
        zh: "`{source}` 是归档库，不能由镜像库 `{mirror}` 复制",
    },
    expected: { en: "a General Backup vault", zh: "普通备份库" },
    what: {
        en: "The source of a mirror is not an archive vault.",
        zh: "镜像库的源不能是归档库。",
    },
    why: {
        en: "Archive vaults have no cross-region backup; the service refuses the mirror.",
        zh: "归档库不支持跨地域备份，服务会拒绝创建镜像库。",
    },
    remedy: {
        en: "Back the data up to a General Backup vault and mirror that one. Old restore points can lie in the archive tier of such a vault; since 2026 those are not replicated.",
        zh: "请将数据备份到普通备份库，再为其创建镜像库。较旧的备份点可转入该备份库的归档层；自 2026 年起，归档层数据不参与复制。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let vault = facts.source_vault(mirror)?;
    match vault.kind() {
        Ok(VaultKind::Archive) => {}
        Ok(_) => return Ok(Verdict::Pass),
        // One rule asks for the type: the one on eligible types where it holds, else this one.
        Err(_) if facts.edition == Edition::MirrorVault => return Err(Gap::LeftOut),
        Err(gap) => return Err(gap),
    }
    let label = Text::new(
        "Back the data up to a General Backup vault and mirror that one",
        "将数据备份到普通备份库，再为其创建镜像库",
    );
    Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", vault)
        .actual("ARCHIVE")
        .fix(Safety::ByHand, label)
        .into()
}
