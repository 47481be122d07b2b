//! A key in use is neither disabled nor about to be deleted.

use super::declare::declare_rule;
use crate::facts::{Facts, KeyFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "E006" "kms-key-unusable", since "0.2", Encryption, Error,
    fix ByHand, over Keys, in CLOUD_BACKUP,
    from [KMS_ENCRYPTION, KMS_KEY_FAQ],
    rests on [KEY_STOPS_VAULT, KEY_DELETION],
    title: { en: "a key that cannot be used", zh: "不可用的密钥" },
    message: {
        en: "key `{key}` of `{user}` is {state}",
        zh: "`{user}` 的密钥 `{key}` {state}",
    },
    expected: { en: "the state `Enabled`", zh: "状态 `Enabled`" },
    what: {
        en: "A key that encrypts a vault or mirror is neither disabled nor scheduled for deletion.",
        zh: "加密备份库或镜像库的密钥没有被禁用，也没有计划删除。",
    },
    why: {
        en: "Backups and restores of the vault stop. Once the key is deleted, nothing in the vault can be recovered.",
        zh: "备份库的备份与恢复将停止；密钥一旦删除，其中的数据无法再恢复。",
    },
    remedy: {
        en: "Enable the key, or cancel its deletion while the waiting time lasts.",
        zh: "启用密钥，或在等待期内取消删除。",
    },
}

fn judge(key: &KeyFact<'_>, facts: &Facts<'_>) -> Judged {
    let (Some(user), Some(state)) = (key.used_by, key.doc.state.as_deref()) else {
        return Ok(Verdict::NotApplicable);
    };
    let (word, label) = match state {
        "Enabled" => return Ok(Verdict::Pass),
        "Disabled" => (
            Text::new("disabled", "已被禁用"),
            Text::new("Enable key `{key}`", "启用密钥 `{key}`"),
        ),
        "PendingDeletion" => (
            Text::new("scheduled for deletion", "已计划删除"),
            Text::new("Cancel the deletion of key `{key}`", "取消删除密钥 `{key}`"),
        ),
        _ => return Ok(Verdict::NotApplicable),
    };
    Fail::at(key, "/state")
        .arg("key", key)
        .arg("user", facts.name(user))
        .arg("state", word)
        .actual(state)
        .fix(Safety::ByHand, label)
        .with("key", key)
        .into()
}
