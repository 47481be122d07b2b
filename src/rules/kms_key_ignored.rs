//! A key is named only where KMS uses it.

use super::declare::declare_rule;
use crate::facts::{EncryptionMethod, Facts, SourceRef, Store};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "E004" "kms-key-ignored", since "0.2", Encryption, Warning,
    fix ChangesMeaning, over Stores, in CLOUD_BACKUP,
    from [GO_SDK, TERRAFORM_PROVIDER, ROS_VAULT],
    rests on [KEY_IS_NAMED, METHOD_VALUES],
    title: { en: "a key that is not used", zh: "不起作用的密钥" },
    message: {
        en: "{kind} `{name}` names the key `{key}`, which has no effect under `HBR_PRIVATE`",
        zh: "{kind} `{name}` 填写了密钥 `{key}`，但在 `HBR_PRIVATE` 下不起作用",
    },
    expected: { en: "no key, or the method `KMS`", zh: "不填写密钥，或加密方式 `KMS`" },
    what: {
        en: "A vault or mirror names a key only with the encryption method `KMS`.",
        zh: "仅在加密方式为 `KMS` 时，备份库或镜像库才填写密钥。",
    },
    why: {
        en: "Without a stated method Cloud Backup manages the encryption, and the key is ignored: the data is not encrypted by it, although the plan looks so.",
        zh: "没有填写加密方式时由云备份托管加密，密钥会被忽略：方案看似使用该密钥，数据实际并未用它加密。",
    },
    remedy: {
        en: "Remove the key, or choose KMS. The method cannot be changed after creation.",
        zh: "去掉密钥，或选择 KMS。创建后不能更改加密方式。",
    },
}

fn judge(store: Store<'_, '_>, facts: &Facts<'_>) -> Judged {
    let Some(key) = store.kms_key() else {
        return Ok(Verdict::NotApplicable);
    };
    match store.method() {
        // A record of the service that says so contradicts itself; another rule tells it.
        Some(EncryptionMethod::Managed) if store.is_on_record() => return Err(Gap::LeftOut),
        Some(EncryptionMethod::Managed) => {}
        Some(EncryptionMethod::Kms) => return Ok(Verdict::Pass),
        None => return Err(Gap::LeftOut),
    }
    // That a mirror of a KMS vault states another method is told by the rule that compares the two.
    if let Store::Mirror(mirror) = store
        && let SourceRef::Vault(source) = mirror.source
        && let Some(source) = facts.vaults.get(source)
        && source.encryption != Some(EncryptionMethod::Managed)
    {
        return Err(Gap::LeftOut);
    }
    let object = store.object();
    let without = Text::new("Remove the key", "去掉密钥");
    let with = Text::new("Encrypt by `KMS`", "改为 `KMS` 加密");
    Fail::at(object, "/kmsKey")
        .arg("kind", object.kind.label())
        .arg("name", store)
        .arg("key", key)
        .actual(key)
        .fix(Safety::ChangesMeaning, without)
        .remove()
        .fix(Safety::ChangesMeaning, with)
        .set_at(object, "/encryption", "KMS")
        .into()
}
