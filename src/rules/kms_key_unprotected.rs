//! A key in use is protected from deletion.

use super::declare::declare_rule;
use crate::facts::{Facts, KeyFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "E007" "kms-key-unprotected", since "0.2", Encryption, Advice,
    fix ByHand, over Keys, in CLOUD_BACKUP,
    from [KMS_KEY_FAQ, KMS_ENCRYPTION],
    rests on [KEY_DELETION, KEY_STOPS_VAULT],
    title: { en: "a key without deletion protection", zh: "密钥未开启删除保护" },
    message: {
        en: "key `{key}` of `{user}` has no deletion protection",
        zh: "`{user}` 的密钥 `{key}` 未开启删除保护",
    },
    expected: { en: "deletion protection", zh: "开启删除保护" },
    what: {
        en: "The deletion protection of a key that encrypts a vault or mirror is not switched off.",
        zh: "加密备份库或镜像库的密钥没有关闭删除保护。",
    },
    why: {
        en: "With the key goes everything that it encrypts. Deletion protection keeps a slip from scheduling it.",
        zh: "密钥删除后，它加密的一切都随之丢失。删除保护可防止误操作。",
    },
    remedy: {
        en: "Turn deletion protection on in the console of KMS.",
        zh: "在 KMS 控制台开启删除保护。",
    },
}

fn judge(key: &KeyFact<'_>, facts: &Facts<'_>) -> Judged {
    let (Some(user), Some(protected)) = (key.used_by, key.doc.protected) else {
        return Ok(Verdict::NotApplicable);
    };
    if protected {
        return Ok(Verdict::Pass);
    }
    // A key on its way to deletion is the business of `kms-key-unusable`.
    if key.doc.state.as_deref() == Some("PendingDeletion") {
        return Err(Gap::LeftOut);
    }
    let label = Text::new("Turn deletion protection on", "开启删除保护");
    Fail::at(key, "/deletionProtection")
        .arg("key", key)
        .arg("user", facts.name(user))
        .actual("false")
        .fix(Safety::ByHand, label)
        .into()
}
