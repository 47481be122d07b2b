//! Immutable backup is never switched off.

use super::declare::declare_rule;
use super::shared::leave_out;
use crate::facts::{ChangeFact, Facts};
use crate::finding::{Fail, Judged, Verdict};
use crate::model::ChangeKind;

declare_rule! {
    "L006" "worm-switched-off", since "0.2", Lock, Error,
    fix ChangesMeaning, over Changes, in CLOUD_BACKUP,
    from [IMMUTABLE_BACKUP, BACKUP_POLICIES, GO_SDK],
    rests on [LOCK_IS_FOR_GOOD],
    title: {
        en: "immutable backup switched off",
        zh: "关闭备份锁定",
    },
    message: {
        en: "step {step} switches immutable backup off for `{object}`",
        zh: "第 {step} 步为 `{object}` 关闭备份锁定",
    },
    expected: {
        en: "immutable backup left on",
        zh: "保持开启备份锁定",
    },
    what: {
        en: "No step of the change plan switches immutable backup off.",
        zh: "变更中没有关闭备份锁定的步骤。",
    },
    why: {
        en: "Once on, it can never be switched off.",
        zh: "备份锁定一旦开启便无法关闭。",
    },
    remedy: {
        en: "Leave the step out. What must not be immutable goes to another vault.",
        zh: "去掉这一步。不应锁定的备份请写入其他备份库。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(target) = change.target else {
        return Ok(Verdict::NotApplicable);
    };
    if change.doc.kind != ChangeKind::SwitchOffLock || !change.before.exists {
        return Ok(Verdict::NotApplicable);
    }
    // Who plans to switch it off without saying that it is on takes it for being on.
    if change.before.locked == Some(false) {
        return Ok(Verdict::Pass);
    }
    let fail = Fail::at(change, "/do")
        .arg("step", change.step() + 1)
        .arg("object", facts.name(target))
        .actual(change.doc.kind.word());
    leave_out(fail, change).into()
}
