//! The key of a vault or mirror lies in its region.

use super::declare::declare_rule;
use crate::facts::{Facts, Store};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "E003" "kms-key-wrong-region", since "0.2", Encryption, Error,
    fix NeedsValue, over Stores, in CLOUD_BACKUP,
    from [GO_SDK, KMS_KEYS, KMS_ENCRYPTION],
    rests on [KEY_OF_THE_REGION, KEY_IS_NAMED],
    title: { en: "a key of another region", zh: "密钥在其他地域" },
    message: {
        en: "{kind} `{name}` is in `{region}`, and its key `{key}` in `{other}`",
        zh: "{kind} `{name}` 位于 `{region}`，而其密钥 `{key}` 位于 `{other}`",
    },
    expected: { en: "a key of `{region}`", zh: "`{region}` 的密钥" },
    what: {
        en: "The KMS key of a vault or mirror lies in the region of that vault or mirror. The region of a key is told by its ARN or by the key in the plan.",
        zh: "备份库或镜像库的 KMS 密钥与其位于同一地域。密钥的地域由其 ARN 或方案中的密钥说明。",
    },
    why: {
        en: "Keys belong to one region: a vault cannot use a key of another one.",
        zh: "密钥只属于一个地域，备份库不能使用其他地域的密钥。",
    },
    remedy: {
        en: "Create a key in the region of the vault and name that one. A mirror needs its own key, of its own region.",
        zh: "在备份库所在地域创建密钥并填写。镜像库需要其所在地域的密钥。",
    },
}

fn judge(store: Store<'_, '_>, facts: &Facts<'_>) -> Judged {
    let key = facts.key_region(store)?;
    let region = store.region()?;
    if key.same(region) {
        return Ok(Verdict::Pass);
    }
    let object = store.object();
    let name = store.kms_key().unwrap_or_default();
    let label = Text::new("Name a key of `{region}`", "填写 `{region}` 的密钥");
    Fail::at(object, "/kmsKey")
        .arg("kind", object.kind.label())
        .arg("name", store)
        .arg("region", region.id)
        .arg("key", name)
        .arg("other", key.id)
        .actual(name)
        .fix(Safety::NeedsValue, label)
        .with("region", region.id)
        .into()
}
