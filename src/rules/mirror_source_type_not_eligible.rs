//! The source of a mirror has one of the two eligible types. Types, trials and states that rules of their own
//! name are left to them; what remains here are words that are no known type.

use super::declare::declare_rule;
use crate::catalog::vocabulary::VAULT_TYPE;
use crate::facts::{Facts, MirrorFact, Status, TrialFact, VaultKind};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M013" "mirror-source-type-not-eligible", since "0.1", Mirror, Error,
    fix ChangesMeaning, over Mirrors, in MIRROR_VAULT,
    from [CROSS_REGION_BACKUP],
    rests on [ELIGIBLE_TYPES],
    title: { en: "a mirror of a vault whose type is not eligible", zh: "源备份库类型不支持跨地域备份" },
    message: {
        en: "vault `{source}` has the type `{type}`; mirror `{mirror}` needs a General Backup or Tablestore Backup vault",
        zh: "备份库 `{source}` 的类型为 `{type}`；镜像库 `{mirror}` 的源须为普通备份库或表格存储备份库",
    },
    expected: { en: "`STANDARD` or `OTS_BACKUP`", zh: "`STANDARD` 或 `OTS_BACKUP`" },
    what: {
        en: "The type of a mirror's source is General Backup or Tablestore Backup. For a loaded record with a type that is not known, the rule cannot decide.",
        zh: "镜像库的源备份库类型须为普通备份或表格存储备份。载入的记录若为未知类型，则无法判定。",
    },
    why: {
        en: "The service offers cross-region backup for these two types alone.",
        zh: "服务仅对这两种类型提供跨地域备份。",
    },
    remedy: {
        en: "Correct the type, or mirror a General Backup or Tablestore Backup vault. The Storage Vaults page shows the type of each vault.",
        zh: "请更正类型，或改为复制普通备份库、表格存储备份库。存储库管理页面显示每个备份库的类型。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let vault = facts.source_vault(mirror)?;
    let gap = match vault.kind() {
        Ok(VaultKind::General | VaultKind::Tablestore) => return Ok(Verdict::Pass),
        Ok(VaultKind::Database | VaultKind::Archive | VaultKind::Container) => {
            return Err(Gap::LeftOut);
        }
        Err(gap) => gap,
    };
    let paid = vault.is_paid_before(mirror) || vault.trial() == Ok(TrialFact::None);
    if !paid || vault.status() != Ok(Status::Created) {
        return Err(Gap::LeftOut);
    }
    let word = match vault.doc.kind.as_deref() {
        Some(word) if vault.doc.origin.is_none() => word,
        _ => return Err(gap),
    };
    let fail = Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", vault)
        .arg("type", word)
        .actual(word);
    match VAULT_TYPE.suggest(word) {
        Some(near) => {
            let label = Text::new("Change the type to `{type}`", "将类型改为 `{type}`");
            fail.fix(Safety::ChangesMeaning, label)
                .set_at(vault, "/type", near)
                .with("type", near)
        }
        None => {
            let label = Text::new("Choose the type of `{source}`", "选择 `{source}` 的类型");
            fail.fix(Safety::NeedsValue, label).with("source", vault)
        }
    }
    .into()
}
