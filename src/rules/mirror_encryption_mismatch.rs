//! A mirror is encrypted by the method of its source.

use super::declare::declare_rule;
use crate::facts::{EncryptionMethod, Facts, MirrorFact};
use crate::finding::{Consequence, Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "E001" "mirror-encryption-mismatch", since "0.1", Encryption, Error,
    fix ChangesMeaning, over Mirrors, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, BACKUP_POLICIES, GO_SDK],
    rests on [SAME_METHOD, METHOD_VALUES, METHOD_FOR_GOOD],
    title: { en: "a mirror with another encryption method than its source", zh: "镜像库与源备份库加密方式不同" },
    message: {
        en: "mirror `{mirror}` is encrypted by `{method}`, its source `{source}` by `{wanted}`",
        zh: "镜像库 `{mirror}` 的加密方式为 `{method}`，而源备份库 `{source}` 为 `{wanted}`",
    },
    expected: { en: "the method `{wanted}`", zh: "加密方式 `{wanted}`" },
    what: {
        en: "A mirror has the encryption method of its source: both `HBR_PRIVATE` (managed by Cloud Backup, the default) or both `KMS`.",
        zh: "镜像库与源备份库的加密方式相同：均为 `HBR_PRIVATE`（云备份托管，默认）或均为 `KMS`。",
    },
    why: {
        en: "The service refuses a mirror with another method than its source.",
        zh: "服务会拒绝创建与源备份库加密方式不同的镜像库。",
    },
    remedy: {
        en: "Give the mirror the method of its source; with KMS, name a key of the mirror's region. The method of a vault that exists cannot be changed: delete such a mirror and create it anew, or back up to a new source vault.",
        zh: "请将镜像库设为与源备份库相同的加密方式；使用 KMS 时须填写镜像库所在地域的密钥。已有备份库的加密方式不能更改：请删除并重新创建镜像库，或备份到新的源备份库。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let vault = facts.source_vault(mirror)?;
    let (wanted, method) = (vault.encryption()?, mirror.encryption()?);
    if method == wanted {
        return Ok(Verdict::Pass);
    }
    let label = match wanted {
        EncryptionMethod::Managed => Text::new(
            "Encrypt the mirror by `HBR_PRIVATE`, without a key",
            "将镜像库改为 `HBR_PRIVATE` 加密，不使用密钥",
        ),
        EncryptionMethod::Kms => Text::new(
            "Encrypt the mirror by `KMS`; name a key of its region then",
            "将镜像库改为 `KMS` 加密，并填写其所在地域的密钥",
        ),
    };
    let fail = Fail::at(mirror, "/encryption")
        .arg("mirror", mirror)
        .arg("source", vault)
        .arg("method", method.word())
        .arg("wanted", wanted.word())
        .actual(method.word())
        .fix(Safety::ChangesMeaning, label)
        .entails(Consequence::Recreates, mirror.doc.origin.is_some())
        .set(wanted.word());
    // A key means nothing under the managed method.
    if wanted == EncryptionMethod::Managed && mirror.doc.kms_key.is_some() {
        return fail.remove_at(mirror, "/kmsKey").into();
    }
    fail.into()
}
