//! Deleting a client deletes the backups that it made.

use super::declare::declare_rule;
use super::shared::leave_out;
use crate::facts::{ChangeFact, Facts};
use crate::finding::{Fail, Judged, ObjectKind, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "C013" "delete-client-cascade", since "0.2", Change, Warning,
    fix ByHand, over Changes, in CLOUD_BACKUP,
    from [GO_SDK],
    rests on [CLIENT_TAKES_BACKUPS],
    title: {
        en: "a client deleted with its backups",
        zh: "删除客户端会丢失备份",
    },
    message: {
        en: "step {step} deletes client `{client}` and with it the backups of source `{source}`",
        zh: "第 {step} 步删除客户端 `{client}`，同时删除数据源 `{source}` 的备份",
    },
    expected: {
        en: "a client that serves no source any more",
        zh: "不再服务于任何数据源的客户端",
    },
    what: {
        en: "A client that a step of the change plan deletes serves no source of the plan.",
        zh: "变更中被删除的客户端不服务于方案中的任何数据源。",
    },
    why: {
        en: "Deleting a client deletes its backup plans, its jobs and its backups.",
        zh: "删除客户端会删除其备份计划、任务和备份。",
    },
    remedy: {
        en: "Uninstall the client on its host and leave its record, or delete it when its backups are no longer needed.",
        zh: "在主机上卸载客户端但保留其记录，或在不再需要其备份时再删除。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    let target = change
        .target
        .filter(|target| target.kind == ObjectKind::Client && change.deletes());
    let Some(client) = target.and_then(|target| facts.clients.get(target.index)) else {
        return Ok(Verdict::NotApplicable);
    };
    let source = client
        .first_source
        .and_then(|index| facts.sources.get(index));
    let Some(source) = source else {
        return Ok(Verdict::Pass);
    };
    let label = Text::new("Uninstall it without deleting it", "仅卸载，不删除");
    let fail = Fail::at(change, "/do")
        .arg("step", change.step() + 1)
        .arg("client", facts.name(client.object))
        .arg("source", source)
        .actual(change.doc.kind.word())
        .fix(Safety::ByHand, label);
    leave_out(fail, change).into()
}
