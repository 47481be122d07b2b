//! Deleting a mirror deletes the copy that it holds.

use super::declare::declare_rule;
use super::shared::leave_out;
use crate::catalog::editions::Edition;
use crate::facts::{ChangeFact, Facts};
use crate::finding::{Fail, Gap, Judged, ObjectKind, Safety, Severity, Verdict};
use crate::lang::Text;
use crate::model::ChangeKind;

declare_rule! {
    "C003" "delete-mirror-loses-copy", since "0.1", Change, Warning,
    fix ByHand, over Changes, in ALL,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026, VAULT_REPLICATION_API],
    rests on [SWITCH_OFF_BY_DELETION, STOP_KEEPS_COPY, DELETION_IS_FINAL],
    title: {
        en: "a mirror deleted with its copy",
        zh: "删除镜像库会丢失副本",
    },
    message: {
        en: "step {step} deletes mirror `{mirror}` and the copy that it holds",
        zh: "第 {step} 步删除镜像库 `{mirror}` 及其中的副本",
    },
    expected: {
        en: "a copy that is kept, or is no longer needed",
        zh: "保留副本，或确认不再需要",
    },
    what: {
        en: "No step of the change plan deletes a mirror. When the mirror holds the last copy of a source, it is an error.",
        zh: "变更中没有删除镜像库的步骤。若镜像库保存着数据源的最后一份副本，则为错误。",
    },
    why: {
        en: "The copy in the other region is lost for good. Up to the mirror-vault edition there is no other way to switch cross-region backup off; since 2026 stopping the replication keeps the copy.",
        zh: "另一地域的副本将永久丢失。截至镜像库版本，这是关闭跨地域备份的唯一方法；自 2026 年起，停止复制可以保留副本。",
    },
    remedy: {
        en: "Stop the replication instead where the edition can; otherwise restore what is still needed first.",
        zh: "在支持的版本中改为停止复制；否则先恢复仍需要的数据。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    let target = change
        .target
        .filter(|target| target.kind == ObjectKind::Mirror);
    let Some(mirror) = target.and_then(|target| facts.mirrors.get(target.index)) else {
        return Ok(Verdict::NotApplicable);
    };
    if !change.before.exists {
        return Ok(Verdict::NotApplicable);
    }
    if !change.deletes() {
        return Ok(Verdict::Pass);
    }
    if change.before.refused {
        // The service refuses the step, and nothing is lost; other rules say so.
        return Err(Gap::LeftOut);
    }
    let can_stop = facts.edition == Edition::ReplicationTarget
        && !change.before.stopped
        && change.doc.kind == ChangeKind::Delete;
    let fail = Fail::at(change, "/do")
        .arg("step", change.step() + 1)
        .arg("mirror", mirror)
        .actual(change.doc.kind.word());
    let fail = if can_stop {
        let label = Text::new(
            "Stop the replication instead, and keep the copy",
            "改为停止复制，保留副本",
        );
        fail.fix(Safety::ChangesMeaning, label)
            .set(ChangeKind::StopReplication.word())
    } else {
        let label = Text::new(
            "Restore what is still needed before the deletion",
            "删除前先恢复仍需要的数据",
        );
        fail.fix(Safety::ByHand, label)
    };
    let fail = leave_out(fail, change);
    if change.before.last_copy_of.is_some() {
        return fail.severity(Severity::Error).into();
    }
    fail.into()
}
