//! Deleting or replacing a vault deletes the backups that it holds.

use super::declare::declare_rule;
use super::shared::{contents_unknown, leave_out};
use crate::facts::{ChangeFact, Facts};
use crate::finding::{Fail, Gap, Judged, ObjectKind, Safety, Severity, Verdict};
use crate::lang::Text;

declare_rule! {
    "C004" "delete-vault-loses-data", since "0.1", Change, Warning,
    fix ByHand, over Changes, in ALL,
    from [CROSS_REGION_BACKUP, GO_SDK, STORAGE_VAULTS_2021],
    rests on [DELETION_IS_FINAL],
    title: {
        en: "a vault deleted with its backups",
        zh: "删除备份库会丢失备份",
    },
    message: {
        en: "step {step} deletes vault `{vault}` with {what}{source}",
        zh: "第 {step} 步删除备份库 `{vault}`，同时丢失{what}{source}",
    },
    expected: {
        en: "a vault that holds nothing that is still needed",
        zh: "不再保存任何所需备份的备份库",
    },
    what: {
        en: "A vault that a step of the change plan deletes or replaces holds no backups. When they are the last copy of a source, it is an error.",
        zh: "变更中被删除或替换的备份库不含备份。若其中是数据源的最后一份备份，则为错误。",
    },
    why: {
        en: "With the vault its backups are deleted, and nothing brings them back.",
        zh: "备份随备份库一同删除，无法找回。",
    },
    remedy: {
        en: "Restore or copy what is still needed first, or take the step out.",
        zh: "先恢复或复制仍需要的数据，或去掉这一步。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    let target = change
        .target
        .filter(|target| target.kind == ObjectKind::Vault);
    let Some(vault) = target.and_then(|target| facts.vaults.get(target.index)) else {
        return Ok(Verdict::NotApplicable);
    };
    if !change.deletes() || !change.before.exists {
        return Ok(Verdict::NotApplicable);
    }
    if change.before.refused {
        // The service refuses the step, and nothing is lost; other rules say so.
        return Err(Gap::LeftOut);
    }
    match facts.holds_backups(vault) {
        Some(true) => {}
        Some(false) => return Ok(Verdict::Pass),
        None => return Err(contents_unknown(vault)),
    }
    let label = Text::new(
        "Restore or copy what is still needed first",
        "先恢复或复制仍需要的数据",
    );
    let fail = Fail::at(change, "/do")
        .arg("step", change.step() + 1)
        .arg("vault", vault)
        .actual(change.doc.kind.word())
        .fix(Safety::ByHand, label);
    let fail = leave_out(fail, change);
    let last = change
        .before
        .last_copy_of
        .and_then(|index| facts.sources.get(index));
    match last {
        Some(source) => {
            let what = Text::new("the last copy of the backups of", "最后一份备份，数据源：");
            fail.arg("what", what)
                .arg("source", format!(" `{}`", source.name()))
                .severity(Severity::Error)
                .into()
        }
        None => {
            let what = Text::new("the backups that it holds", "其中的备份");
            fail.arg("what", what).arg("source", "").into()
        }
    }
}
