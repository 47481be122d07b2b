//! An ECS instance goes back to its own account.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, RestoreFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "R015" "restore-ecs-other-account", since "0.2", Restore, Error,
    fix ChangesMeaning, over Restores, in CLOUD_BACKUP,
    from [CROSS_ACCOUNT_BACKUP],
    rests on [RESTORE_ECS_ACCOUNT],
    title: {
        en: "an ECS instance restored into another account",
        zh: "将 ECS 整机恢复到其他账号",
    },
    message: {
        en: "restore `{restore}` takes ECS instance `{source}` of account `{own}` to account `{other}`",
        zh: "恢复 `{restore}` 将账号 `{own}` 的 ECS 整机 `{source}` 恢复到账号 `{other}`",
    },
    expected: {
        en: "account `{own}`",
        zh: "账号 `{own}`",
    },
    what: {
        en: "An ECS instance is restored into the account that it was backed up from.",
        zh: "ECS 整机恢复到其备份时所属的账号。",
    },
    why: {
        en: "With backup across accounts an ECS instance can be restored only into its original account.",
        zh: "跨账号备份的 ECS 整机只能恢复到原账号。",
    },
    remedy: {
        en: "Restore it into the original account.",
        zh: "恢复到原账号。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let source = facts.restored_source(restore)?;
    let other = restore
        .doc
        .to
        .as_deref()
        .and_then(|to| to.account.as_deref());
    let ecs = matches!(
        source.kind,
        Some(SourceKind::EcsInstance | SourceKind::EcsDisk)
    );
    let (Some(own), Some(other), true) = (source.doc.account.as_deref(), other, ecs) else {
        return Ok(Verdict::NotApplicable);
    };
    if own == other {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Restore it into account {own}", "恢复到账号 {own}");
    Fail::at(restore, "/to/account")
        .arg("restore", restore)
        .arg("source", source)
        .arg("own", own)
        .arg("other", other)
        .actual(other)
        .fix(Safety::ChangesMeaning, label)
        .set(own)
        .with("own", own)
        .into()
}
