//! What immutable backup protects is not deleted before it expires.

use super::declare::declare_rule;
use super::shared::{contents_unknown, leave_out};
use crate::facts::{ChangeFact, Facts, SourceRef};
use crate::finding::{Fail, Judged, ObjectKind, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "C012" "delete-locked", since "0.2", Change, Error,
    fix ByHand, over Changes, in CLOUD_BACKUP,
    from [STOP_BILLING, GO_SDK, IMMUTABLE_BACKUP],
    rests on [LOCKED_STAYS, LOCK_COVERS_MIRROR],
    title: {
        en: "an immutable vault deleted",
        zh: "删除已开启备份锁定的备份库",
    },
    message: {
        en: "step {step} deletes `{vault}`, whose immutable backups have not expired",
        zh: "第 {step} 步删除 `{vault}`，其中已锁定的备份尚未过期",
    },
    expected: {
        en: "a deletion after the last backup has expired",
        zh: "所有备份过期后再删除",
    },
    what: {
        en: "A vault that a step of the change plan deletes is not immutable, or holds no backups any more. The mirror of an immutable vault is immutable too.",
        zh: "变更中被删除的备份库未开启备份锁定，或已不含备份。已锁定备份库的镜像库同样被锁定。",
    },
    why: {
        en: "With immutable backup the service deletes neither vault nor backups before they expire, whatever the permissions.",
        zh: "开启备份锁定后，无论权限如何，备份库和备份在过期前都无法删除。",
    },
    remedy: {
        en: "Wait until the last backup has expired, and stop backing up to the vault until then.",
        zh: "等待最后一个备份过期，在此之前停止向该库备份。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(target) = change.target.filter(|_| change.deletes()) else {
        return Ok(Verdict::NotApplicable);
    };
    let vault = match target.kind {
        ObjectKind::Vault => Some(target.index),
        ObjectKind::Mirror => match facts.mirrors.get(target.index).map(|m| m.source) {
            Some(SourceRef::Vault(index)) => Some(index),
            _ => None,
        },
        _ => return Ok(Verdict::NotApplicable),
    };
    if !change.before.exists {
        return Ok(Verdict::NotApplicable);
    }
    if change.before.locked != Some(true) {
        return Ok(Verdict::Pass);
    }
    if let Some(vault) = vault.and_then(|index| facts.vaults.get(index)) {
        match facts.holds_backups(vault) {
            Some(true) => {}
            Some(false) => return Ok(Verdict::Pass),
            None => return Err(contents_unknown(vault)),
        }
    }
    let label = Text::new(
        "Wait until the last backup has expired",
        "等待最后一个备份过期",
    );
    let fail = Fail::at(change, "/do")
        .arg("step", change.step() + 1)
        .arg("vault", facts.name(target))
        .actual(change.doc.kind.word())
        .fix(Safety::ByHand, label);
    leave_out(fail, change).into()
}
