//! New vaults for Tablestore have the type STANDARD.

use super::declare::declare_rule;
use crate::facts::{Facts, VaultFact, VaultKind};
use crate::finding::{Consequence, Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V014" "vault-type-ots-legacy", since "0.2", Vault, Advice,
    fix ChangesMeaning, over Vaults, in REPLICATION_TARGET,
    from [TERRAFORM_PROVIDER, VAULT_TYPES],
    rests on [TABLESTORE_TYPE_GOES],
    title: { en: "the old vault type for Tablestore", zh: "表格存储的旧备份库类型" },
    message: {
        en: "vault `{vault}` has the type `OTS_BACKUP`, which new vaults no longer need",
        zh: "备份库 `{vault}` 的类型为 `OTS_BACKUP`，新建备份库不再需要该类型",
    },
    expected: { en: "`STANDARD`", zh: "`STANDARD`" },
    what: {
        en: "A vault for Tablestore has the type `STANDARD`.",
        zh: "存放表格存储备份的备份库类型为 `STANDARD`。",
    },
    why: {
        en: "Vaults of the old type are being turned into general ones, which hold Tablestore as well.",
        zh: "旧类型的备份库正在转为普通备份库，后者同样可以存放表格存储备份。",
    },
    remedy: {
        en: "Give new vaults the type `STANDARD`. Existing ones can stay as they are.",
        zh: "新建备份库使用 `STANDARD` 类型；已有的可保持不变。",
    },
}

fn judge(vault: &VaultFact<'_>, _: &Facts<'_>) -> Judged {
    match vault.kind {
        Some(VaultKind::Tablestore) => {}
        Some(VaultKind::General) if vault.tablestore => return Ok(Verdict::Pass),
        _ => return Ok(Verdict::NotApplicable),
    }
    let label = Text::new("Change the type to `STANDARD`", "将类型改为 `STANDARD`");
    Fail::at(vault, "/type")
        .arg("vault", vault)
        .actual("OTS_BACKUP")
        .fix(Safety::ChangesMeaning, label)
        .set("STANDARD")
        .entails(Consequence::Recreates, vault.doc.origin.is_some())
        .into()
}
