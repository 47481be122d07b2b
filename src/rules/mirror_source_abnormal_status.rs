//! A vault in an abnormal state has no mirror.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, Status};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M011" "mirror-source-abnormal-status", since "0.1", Mirror, Error,
    fix ByHand, over Mirrors, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026, GO_SDK],
    rests on [NO_ABNORMAL_VAULT, VAULT_STATUSES],
    title: { en: "a mirror of a vault in an abnormal state", zh: "为状态异常的备份库创建镜像库" },
    message: {
        en: "vault `{source}` is in the state `{status}`, so mirror `{mirror}` cannot copy it",
        zh: "备份库 `{source}` 状态为 `{status}`，不能由镜像库 `{mirror}` 复制",
    },
    expected: { en: "the status `CREATED`", zh: "状态 `CREATED`" },
    what: {
        en: "The source of a mirror is not in an abnormal state such as `ERROR`.",
        zh: "镜像库的源不能处于 `ERROR` 等异常状态。",
    },
    why: {
        en: "The service does not replicate a vault in an abnormal state.",
        zh: "服务不支持为状态异常的备份库开启跨地域备份。",
    },
    remedy: {
        en: "Repair the vault, with the vendor's support if need be, or back the sources up to a new vault, and mirror it then.",
        zh: "请先修复该备份库（必要时联系阿里云技术支持），或将数据源备份到新的备份库，再创建镜像库。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let vault = facts.source_vault(mirror)?;
    match vault.status() {
        Ok(Status::Error) => {}
        Ok(_) => return Ok(Verdict::Pass),
        // A status that somebody misspelt is told by the rule on statuses.
        Err(_) if vault.doc.origin.is_none() => return Err(Gap::LeftOut),
        Err(gap) => return Err(gap),
    }
    let label = Text::new(
        "Repair or replace the vault `{source}` first",
        "先修复或更换备份库 `{source}`",
    );
    Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", vault)
        .arg("status", "ERROR")
        .actual("ERROR")
        .fix(Safety::ByHand, label)
        .with("source", vault)
        .into()
}
