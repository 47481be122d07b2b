//! Immutable backup is for vaults that can have it.

use super::declare::declare_rule;
use crate::facts::{Facts, VaultFact, VaultKind};
use crate::finding::{Consequence, Fail, Judged, ObjectKind, ObjectRef, Safety, Verdict};
use crate::lang::Text;
use crate::model::ChangeKind;

declare_rule! {
    "L003" "worm-vault-type", since "0.2", Lock, Error,
    fix ByHand, over Vaults, in CLOUD_BACKUP,
    from [IMMUTABLE_BACKUP, FREE_TRIAL, GO_SDK],
    rests on [LOCK_KINDS],
    title: {
        en: "immutable backup where there is none",
        zh: "不支持备份锁定的备份库",
    },
    message: {
        en: "`{vault}` is {kind}, which cannot be immutable",
        zh: "`{vault}` 是{kind}，不支持备份锁定",
    },
    expected: {
        en: "a paid general, Tablestore, database or archive vault",
        zh: "付费的普通、表格存储、数据库备份库或归档库",
    },
    what: {
        en: "Immutable backup is neither on nor to be switched on for a free-trial vault or a container vault.",
        zh: "免费试用备份库和容器备份库未开启也不打算开启备份锁定。",
    },
    why: {
        en: "The service offers immutable backup for general, database and archive vaults; it has none for free trials and containers.",
        zh: "服务为普通备份库、数据库备份库和归档库提供备份锁定，不支持免费试用与容器备份库。",
    },
    remedy: {
        en: "Convert the trial to paid first, or use another vault.",
        zh: "先将免费试用转为付费，或使用其他备份库。",
    },
}

fn judge(vault: &VaultFact<'_>, facts: &Facts<'_>) -> Judged {
    let on = vault.doc.locked == Some(true);
    if !on && vault.locked_at.is_none() {
        return Ok(Verdict::NotApplicable);
    }
    // What is on already was switched on before the first step.
    let step = vault.locked_at.filter(|_| !on);
    if facts.can_be_locked(vault, step.unwrap_or_default()) {
        return Ok(Verdict::Pass);
    }
    let (kind, label) = if vault.kind == Some(VaultKind::Container) {
        let label = Text::new("Use a general vault instead", "改用普通备份库");
        (Text::new("a container vault", "容器备份库"), label)
    } else {
        let label = Text::new("Convert the trial to paid first", "先将免费试用转为付费");
        (Text::new("a free-trial vault", "免费试用备份库"), label)
    };
    let fail = match step {
        Some(step) => Fail::at(ObjectRef::new(ObjectKind::Change, step), "/do")
            .actual(ChangeKind::SwitchOnLock.word()),
        None => Fail::at(vault, "/locked").actual("true"),
    };
    fail.arg("vault", vault)
        .arg("kind", kind)
        .fix(Safety::ByHand, label)
        .entails(Consequence::Costs, true)
        .into()
}
