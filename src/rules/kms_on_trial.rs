//! A free-trial vault is not encrypted by KMS.

use super::declare::declare_rule;
use crate::facts::{EncryptionMethod, Facts, VaultFact};
use crate::finding::{Consequence, Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "E008" "kms-on-trial", since "0.2", Encryption, Error,
    fix ChangesMeaning, over Vaults, in CLOUD_BACKUP,
    from [KMS_ENCRYPTION, FREE_TRIAL],
    rests on [TRIAL_LEAVES_OUT],
    title: { en: "KMS on a free trial", zh: "免费试用使用 KMS 加密" },
    message: {
        en: "vault `{vault}` is a free trial, which offers no `KMS` encryption",
        zh: "备份库 `{vault}` 为免费试用，不支持 `KMS` 加密",
    },
    expected: { en: "`HBR_PRIVATE`, or a paid vault", zh: "`HBR_PRIVATE`，或付费备份库" },
    what: {
        en: "A vault of a free trial has the encryption method `HBR_PRIVATE`.",
        zh: "免费试用的备份库使用 `HBR_PRIVATE` 加密方式。",
    },
    why: {
        en: "KMS encryption is not part of the free trial, and the method cannot be changed when the trial becomes a paid vault.",
        zh: "免费试用不包含 KMS 加密，而且试用转为付费后也不能更改加密方式。",
    },
    remedy: {
        en: "Start with a paid vault when KMS is needed; otherwise leave the encryption to Cloud Backup.",
        zh: "需要 KMS 时请直接使用付费备份库；否则由云备份托管加密。",
    },
}

fn judge(vault: &VaultFact<'_>, _: &Facts<'_>) -> Judged {
    if vault.encryption != Some(EncryptionMethod::Kms) {
        return Ok(Verdict::NotApplicable);
    }
    if !vault.is_trial()? {
        return Ok(Verdict::Pass);
    }
    let managed = Text::new("Leave the encryption to Cloud Backup", "由云备份托管加密");
    let paid = Text::new("Plan a paid vault", "改为付费备份库");
    let mut fail = Fail::at(vault, "/encryption")
        .arg("vault", vault)
        .actual("KMS")
        .fix(Safety::ChangesMeaning, managed)
        .remove();
    if vault.doc.kms_key.is_some() {
        fail = fail.remove_at(vault, "/kmsKey");
    }
    fail.fix(Safety::ChangesMeaning, paid)
        .entails(Consequence::Costs, true)
        .remove_at(vault, "/trial")
        .into()
}
