//! A vault is encrypted by the default key.

use super::declare::declare_rule;
use crate::facts::{Facts, KeyFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "E005" "kms-key-not-default", since "0.2", Encryption, Warning,
    fix ByHand, over Keys, in REPLICATION_TARGET,
    from [KMS_ENCRYPTION, GO_SDK],
    rests on [DEFAULT_KEY_ONLY],
    title: { en: "a key other than the default one", zh: "非默认密钥" },
    message: {
        en: "`{user}` is encrypted by key `{key}`, which is not the default key of its region",
        zh: "`{user}` 使用密钥 `{key}` 加密，而它不是所在地域的默认密钥",
    },
    expected: { en: "the default key of the region", zh: "所在地域的默认密钥" },
    what: {
        en: "A key that encrypts a vault or mirror is the default key of the account in its region, where the plan says which one it is.",
        zh: "若方案说明了默认密钥，加密备份库或镜像库的密钥应为账号在该地域的默认密钥。",
    },
    why: {
        en: "The page on KMS encryption names only the default key as supported. The API takes other keys too, so this is a warning.",
        zh: "KMS 加密页面说明仅支持默认密钥；API 也接受其他密钥，因此仅作警告。",
    },
    remedy: {
        en: "Use the default key, or ask the vendor whether another one is supported, before the vault is created: its key cannot be changed later.",
        zh: "请使用默认密钥，或在创建备份库之前向阿里云确认是否支持其他密钥：创建后不能更改密钥。",
    },
}

fn judge(key: &KeyFact<'_>, facts: &Facts<'_>) -> Judged {
    let (Some(user), Some(is_default)) = (key.used_by, key.doc.is_default) else {
        return Ok(Verdict::NotApplicable);
    };
    if is_default {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Use the default key, or ask whether `{key}` is supported",
        "使用默认密钥，或确认是否支持 `{key}`",
    );
    Fail::at(key, "/default")
        .arg("key", key)
        .arg("user", facts.name(user))
        .actual("false")
        .fix(Safety::ByHand, label)
        .with("key", key)
        .into()
}
