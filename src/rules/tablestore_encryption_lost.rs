//! Tablestore backups that need a key of one's own go to a vault that KMS encrypts.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{EncryptionMethod, Facts, SourceFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "E010" "tablestore-encryption-lost", since "0.2", Encryption, Warning,
    fix ByHand, over Sources, in CLOUD_BACKUP,
    from [TABLESTORE_TRIAL, GO_SDK],
    rests on [TABLE_KEYS_NOT_KEPT, METHOD_VALUES],
    title: { en: "backups of Tablestore without the key that is demanded", zh: "表格存储备份未使用要求的密钥" },
    message: {
        en: "source `{source}` demands a key of its own, and vault `{vault}` is encrypted by `HBR_PRIVATE`",
        zh: "数据源 `{source}` 要求使用自有密钥，而备份库 `{vault}` 的加密方式为 `HBR_PRIVATE`",
    },
    expected: { en: "a vault with the method `KMS`", zh: "加密方式为 `KMS` 的备份库" },
    what: {
        en: "Tablestore sources that demand a key of one's own are backed up to vaults with the encryption method `KMS`.",
        zh: "要求使用自有密钥的表格存储数据源备份到加密方式为 `KMS` 的备份库。",
    },
    why: {
        en: "The encryption settings of a table are not backed up. Its backups are encrypted, but by a key of the service.",
        zh: "数据表的加密设置不会备份。其备份虽已加密，但使用的是服务的密钥。",
    },
    remedy: {
        en: "Back the source up to a vault that is encrypted by KMS. The method of an existing vault cannot be changed.",
        zh: "将该数据源备份到使用 KMS 加密的备份库。已有备份库的加密方式不能更改。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let details = source.doc.details.as_deref();
    let demanded = details.is_some_and(|details| details.own_key == Some(true));
    if !demanded || source.kind != Some(SourceKind::Tablestore) {
        return Ok(Verdict::NotApplicable);
    }
    let (mut known, mut broken) = (false, None);
    for vault in facts.vaults_of(source) {
        match vault.encryption {
            Some(EncryptionMethod::Kms) => known = true,
            Some(EncryptionMethod::Managed) => broken = broken.or(Some(vault)),
            None => {}
        }
    }
    let Some(vault) = broken else {
        return if known {
            Ok(Verdict::Pass)
        } else {
            Err(Gap::LeftOut)
        };
    };
    let label = Text::new(
        "Back `{source}` up to a vault that is encrypted by `KMS`",
        "将 `{source}` 备份到使用 `KMS` 加密的备份库",
    );
    Fail::at(source, "/details/ownKey")
        .arg("source", source)
        .arg("vault", vault)
        .actual("HBR_PRIVATE")
        .fix(Safety::ByHand, label)
        .with("source", source)
        .into()
}
