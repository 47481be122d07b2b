//! A vault or mirror that KMS encrypts names its key.

use super::declare::declare_rule;
use crate::facts::{EncryptionMethod, Facts, Store};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "E002" "mirror-kms-key-missing", since "0.2", Encryption, Error,
    fix NeedsValue, over Stores, in CLOUD_BACKUP,
    from [GO_SDK, TERRAFORM_PROVIDER, ROS_VAULT],
    rests on [KEY_IS_NAMED, METHOD_VALUES],
    title: { en: "KMS without a key", zh: "使用 KMS 却没有密钥" },
    message: {
        en: "{kind} `{name}` is encrypted by `KMS` and names no key",
        zh: "{kind} `{name}` 的加密方式为 `KMS`，却没有填写密钥",
    },
    expected: { en: "the id or alias of a key of its region", zh: "其所在地域密钥的标识或别名" },
    what: {
        en: "A vault or mirror with the encryption method `KMS` names a key. One whose value is known only after its resources are created counts as named.",
        zh: "加密方式为 `KMS` 的备份库或镜像库须填写密钥。值在资源创建后才能确定的密钥视为已填写。",
    },
    why: {
        en: "The service does not create a vault with KMS and no key.",
        zh: "服务不会创建使用 KMS 而没有密钥的备份库。",
    },
    remedy: {
        en: "Name the id, alias or ARN of a key of its own region, or leave the encryption to Cloud Backup. A mirror takes a key of its own region, not that of its source.",
        zh: "填写其所在地域密钥的标识、别名或 ARN，或改为云备份托管加密。镜像库使用其所在地域的密钥，而不是源备份库的密钥。",
    },
}

fn judge(store: Store<'_, '_>, _: &Facts<'_>) -> Judged {
    if store.method() != Some(EncryptionMethod::Kms) {
        return Ok(Verdict::NotApplicable);
    }
    if store.kms_key().is_some() || store.is_unknown("kmsKey") {
        return Ok(Verdict::Pass);
    }
    // A vault that exists has its key, whether or not its record says so.
    if store.is_on_record() {
        return Ok(Verdict::NotApplicable);
    }
    let object = store.object();
    let label = Text::new("Name a key", "填写密钥");
    Fail::at(object, "/kmsKey")
        .arg("kind", object.kind.label())
        .arg("name", store)
        .fix(Safety::NeedsValue, label)
        .into()
}
