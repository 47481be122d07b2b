//! The account has the role that KMS encryption needs.

use super::declare::declare_rule;
use crate::catalog::roles;
use crate::facts::{EncryptionMethod, Facts, Store};
use crate::finding::{Fail, Judged, ObjectRef, Safety, Verdict};
use crate::lang::Text;
use crate::model::Topology;
use crate::text::patch::Op;

declare_rule! {
    "E009" "kms-role-missing", since "0.2", Encryption, Warning,
    fix ChangesMeaning, over Plan, in CLOUD_BACKUP,
    from [KMS_ENCRYPTION, SERVICE_ROLES],
    rests on [KMS_ROLE],
    title: { en: "no role for KMS encryption", zh: "缺少 KMS 加密所需的角色" },
    message: {
        en: "`{user}` is encrypted by `KMS`, and the account has no role `{role}`",
        zh: "`{user}` 使用 `KMS` 加密，而账号没有角色 `{role}`",
    },
    expected: { en: "the service-linked role `{role}`", zh: "服务关联角色 `{role}`" },
    what: {
        en: "Where the plan lists the service-linked roles of the account and a vault is encrypted by KMS, the role AliyunServiceRoleForHbrVaultEncryption is among them.",
        zh: "若方案列出了账号的服务关联角色，且有备份库使用 KMS 加密，则其中包含 AliyunServiceRoleForHbrVaultEncryption。",
    },
    why: {
        en: "Without the role Cloud Backup may not use the key, and the vault cannot be created or used.",
        zh: "没有该角色，云备份无权使用密钥，备份库无法创建或使用。",
    },
    remedy: {
        en: "Create the role: the console offers it when KMS is chosen for a vault.",
        zh: "创建该角色：在控制台为备份库选择 KMS 时会提示创建。",
    },
}

fn judge(plan: &Topology<'_>, facts: &Facts<'_>) -> Judged {
    let Some(roles) = &plan.roles else {
        return Ok(Verdict::NotApplicable);
    };
    let vaults = facts.vaults.iter().map(Store::Vault);
    let mut stores = vaults.chain(facts.mirrors.iter().map(Store::Mirror));
    let Some(user) = stores.find(|store| store.method() == Some(EncryptionMethod::Kms)) else {
        return Ok(Verdict::NotApplicable);
    };
    if roles.iter().any(|role| &**role == roles::VAULT_ENCRYPTION) {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Create the role and list it", "创建该角色并加入列表");
    Fail::at(ObjectRef::PLAN, "/roles")
        .arg("user", user)
        .arg("role", roles::VAULT_ENCRYPTION)
        .fix(Safety::ChangesMeaning, label)
        .op(Op::set("/roles/-", roles::VAULT_ENCRYPTION))
        .into()
}
