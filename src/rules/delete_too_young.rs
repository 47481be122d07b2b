//! A vault is not deleted in its first two hours, nor while it is in the making.

use super::declare::declare_rule;
use super::shared::leave_out;
use crate::facts::{ChangeFact, Facts};
use crate::finding::{Fail, Judged, ObjectKind, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "C010" "delete-too-young", since "0.2", Change, Error,
    fix ByHand, over Changes, in CLOUD_BACKUP,
    from [GO_SDK],
    rests on [YOUNG_VAULT_STAYS],
    title: {
        en: "a vault deleted too soon",
        zh: "过早删除备份库",
    },
    message: {
        en: "step {step} deletes `{vault}` less than two hours after its creation, or while it is being initialised",
        zh: "第 {step} 步删除 `{vault}`，而距其创建不足两小时，或仍在初始化",
    },
    expected: {
        en: "a deletion at least two hours after the creation",
        zh: "创建至少两小时后再删除",
    },
    what: {
        en: "A vault or mirror that a step of the change plan deletes or replaces is at least two hours old, and not in the status INITIALIZING.",
        zh: "变更中被删除或替换的备份库或镜像库至少已创建两小时，且状态不是 INITIALIZING。",
    },
    why: {
        en: "The service refuses to delete a vault in the two hours after its creation, and while it is being initialised.",
        zh: "备份库创建后的两小时内以及初始化期间，服务拒绝删除。",
    },
    remedy: {
        en: "Plan the step for later.",
        zh: "将该步骤推迟。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    let target = change
        .target
        .filter(|target| matches!(target.kind, ObjectKind::Vault | ObjectKind::Mirror));
    let Some(target) = target.filter(|_| change.deletes() && change.before.exists) else {
        return Ok(Verdict::NotApplicable);
    };
    if !change.before.young {
        return Ok(Verdict::Pass);
    }
    let fail = Fail::at(change, "/do")
        .arg("step", change.step() + 1)
        .arg("vault", facts.name(target))
        .actual(change.doc.kind.word())
        .fix(Safety::ByHand, Text::new("Wait two hours", "等待两小时"));
    leave_out(fail, change).into()
}
