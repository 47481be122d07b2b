//! A vault has the storage class STANDARD.

use super::declare::declare_rule;
use crate::facts::{Facts, VaultFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V013" "storage-class-deprecated", since "0.2", Vault, Warning,
    fix ChangesMeaning, over Vaults, in CLOUD_BACKUP,
    from [GO_SDK],
    rests on [ONE_STORAGE_CLASS],
    title: { en: "a deprecated storage class", zh: "已弃用的存储类型" },
    message: {
        en: "vault `{vault}` states the storage class `{class}`, which is deprecated",
        zh: "备份库 `{vault}` 填写的存储类型 `{class}` 已弃用",
    },
    expected: { en: "`STANDARD`", zh: "`STANDARD`" },
    what: {
        en: "The storage class of a vault is `STANDARD`.",
        zh: "备份库的存储类型为 `STANDARD`。",
    },
    why: {
        en: "The API marks the other classes as deprecated. Old backups are moved to the archive tier by a policy, not by the class of the vault.",
        zh: "API 将其他存储类型标为已弃用。旧备份通过策略转入归档层，而不是通过备份库的存储类型。",
    },
    remedy: {
        en: "Leave the class out, and archive by a policy where that is wanted.",
        zh: "不填写存储类型；需要归档时使用策略。",
    },
}

fn judge(vault: &VaultFact<'_>, _: &Facts<'_>) -> Judged {
    let class = match vault.doc.storage_class.as_deref() {
        None => return Ok(Verdict::NotApplicable),
        Some("STANDARD") => return Ok(Verdict::Pass),
        Some(class @ ("IA" | "ARCHIVE" | "COLD_ARCHIVE")) => class,
        // An unknown word is told by another rule.
        Some(_) => return Ok(Verdict::NotApplicable),
    };
    let label = Text::new("Leave the class out (`STANDARD`)", "不填写（`STANDARD`）");
    Fail::at(vault, "/storageClass")
        .arg("vault", vault)
        .arg("class", class)
        .actual(class)
        .fix(Safety::ChangesMeaning, label)
        .remove()
        .into()
}
