//! Immutable backup is switched on for good.

use super::declare::declare_rule;
use super::shared::leave_out;
use crate::facts::{ChangeFact, Facts};
use crate::finding::{Fail, Gap, Judged, ObjectKind, Safety, Verdict};
use crate::lang::Text;
use crate::model::ChangeKind;

declare_rule! {
    "L001" "worm-irreversible", since "0.2", Lock, Warning,
    fix ByHand, over Changes, in CLOUD_BACKUP,
    from [IMMUTABLE_BACKUP, BACKUP_POLICIES, GO_SDK],
    rests on [LOCK_IS_FOR_GOOD, LOCK_COVERS_MIRROR],
    title: {
        en: "immutable backup switched on",
        zh: "开启备份锁定",
    },
    message: {
        en: "step {step} switches immutable backup on for `{object}`{mirror}, for good",
        zh: "第 {step} 步为 `{object}`{mirror}开启备份锁定，开启后无法关闭",
    },
    expected: {
        en: "a retention that was reviewed first",
        zh: "事先核对过的保留时间",
    },
    what: {
        en: "No step of the change plan switches immutable backup on where it is off.",
        zh: "变更中没有开启备份锁定的步骤。",
    },
    why: {
        en: "Once on, it can never be switched off, and nothing can be deleted or shortened before it expires, neither in the vault nor in its mirror.",
        zh: "备份锁定一旦开启便无法关闭；备份库及其镜像库中的备份在过期前都不能删除，保留时间也不能缩短。",
    },
    remedy: {
        en: "Review the retention of every policy first. If it is meant, keep the step and set this finding aside with the reason.",
        zh: "先核对各备份策略的保留时间。若确实需要，保留该步骤，并注明原因忽略此结果。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(target) = change.target else {
        return Ok(Verdict::NotApplicable);
    };
    if change.doc.kind != ChangeKind::SwitchOnLock || !change.before.exists {
        return Ok(Verdict::NotApplicable);
    }
    if change.before.locked == Some(true) {
        return Ok(Verdict::Pass);
    }
    let vault = facts
        .vaults
        .get(target.index)
        .filter(|_| target.kind == ObjectKind::Vault);
    if vault.is_some_and(|vault| !facts.can_be_locked(vault, change.step())) {
        // The service refuses the step; `worm-vault-type` says so.
        return Err(Gap::LeftOut);
    }
    let mirror = if change.before.joined > 0 {
        Text::new(" and its mirror", "及其镜像库")
    } else {
        Text::same("")
    };
    let label = Text::new(
        "Review the retention of every policy first",
        "先核对各备份策略的保留时间",
    );
    let fail = Fail::at(change, "/do")
        .arg("step", change.step() + 1)
        .arg("object", facts.name(target))
        .arg("mirror", mirror)
        .actual(change.doc.kind.word())
        .fix(Safety::ByHand, label);
    leave_out(fail, change).into()
}
