//! No step of the change plan gives a vault another encryption.

use super::declare::declare_rule;
use super::shared::leave_out;
use crate::facts::{ChangeFact, Facts, Store, stated};
use crate::finding::{Fail, Gap, Judged, ObjectKind, Safety, Verdict};
use crate::lang::Text;
use crate::model::ChangeKind;

declare_rule! {
    "C005" "encryption-change", since "0.2", Change, Error,
    fix ByHand, over Changes, in CLOUD_BACKUP,
    from [BACKUP_POLICIES, KMS_ENCRYPTION, TERRAFORM_PROVIDER],
    rests on [METHOD_FOR_GOOD],
    title: { en: "a change of method or key", zh: "更改加密方式或密钥" },
    message: {
        en: "step {step} gives {kind} `{object}` another {what}",
        zh: "第 {step} 步更改{kind} `{object}` 的{what}",
    },
    expected: { en: "a new {kind}", zh: "新建{kind}" },
    what: {
        en: "No step of the change plan gives a vault or mirror another encryption method or another key.",
        zh: "变更中没有更改备份库或镜像库加密方式或密钥的步骤。",
    },
    why: {
        en: "Both are chosen when the vault is created. The service has no such change, and tools that try it delete the vault first.",
        zh: "二者在创建备份库时选定，服务不提供更改；尝试更改的工具会先删除备份库。",
    },
    remedy: {
        en: "Create a new vault with the method and the key that are wanted, back up to it, and keep the old one until its backups are no longer needed.",
        zh: "按需要的加密方式和密钥新建备份库并备份到其中；旧备份库保留到其备份不再需要为止。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    if change.doc.kind != ChangeKind::SetEncryption || !change.before.exists {
        return Ok(Verdict::NotApplicable);
    }
    // A step whose object is not in the plan is reported by another rule.
    let target = change.target.ok_or(Gap::LeftOut)?;
    let store = match target.kind {
        ObjectKind::Vault => facts.vaults.get(target.index).map(Store::Vault),
        ObjectKind::Mirror => facts.mirrors.get(target.index).map(Store::Mirror),
        _ => None,
    };
    let Some(store) = store else {
        return Ok(Verdict::NotApplicable);
    };
    let method = stated(change.doc.encryption.as_ref());
    let key = stated(change.doc.kms_key.as_ref());
    let other_method = method.is_some_and(|word| {
        let own = store.method();
        own.is_some_and(|own| own.word() != word)
    });
    let other_key = key.is_some() && key != store.kms_key();
    let (path, actual, what) = match (method, key) {
        (Some(method), _) if other_method => (
            "/encryption",
            method,
            Text::new("encryption method", "加密方式"),
        ),
        (_, Some(key)) if other_key => ("/kmsKey", key, Text::new("key", "密钥")),
        (None, None) => return Ok(Verdict::NotApplicable),
        _ => return Ok(Verdict::Pass),
    };
    let label = Text::new("Create a new {kind} instead", "改为新建{kind}");
    let fail = Fail::at(change, path)
        .arg("step", change.step() + 1)
        .arg("kind", target.kind.label())
        .arg("object", store)
        .arg("what", what)
        .actual(actual)
        .fix(Safety::ByHand, label)
        .with("kind", target.kind.label());
    leave_out(fail, change).into()
}
