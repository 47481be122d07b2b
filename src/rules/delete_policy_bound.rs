//! The policies of a vault go before it, step by step.

use super::declare::declare_rule;
use super::shared;
use crate::catalog::limits;
use crate::facts::{ChangeFact, Facts};
use crate::finding::{Fail, Gap, Judged, ObjectKind, Safety, Verdict};
use crate::lang::Text;
use crate::model::ChangeKind;
use crate::model::edit::ToValue as _;
use crate::text::patch::Op;

declare_rule! {
    "C011" "delete-policy-bound", since "0.2", Change, Error,
    fix ChangesMeaning, over Changes, in CLOUD_BACKUP,
    from [STOP_BILLING, TERRAFORM_PROVIDER],
    rests on [POLICY_BEFORE_VAULT],
    title: {
        en: "a vault deleted before its policy",
        zh: "先于备份策略删除备份库",
    },
    message: {
        en: "step {step} deletes vault `{vault}` while policy `{policy}` still writes to it",
        zh: "第 {step} 步删除备份库 `{vault}`，而备份策略 `{policy}` 仍写入该库",
    },
    expected: {
        en: "delete the policy first",
        zh: "先删除备份策略",
    },
    what: {
        en: "When a step of the change plan deletes a vault, no policy is bound to it any more.",
        zh: "变更中删除备份库时，已没有备份策略绑定该库。",
    },
    why: {
        en: "The service refuses to delete a vault to which a policy is bound.",
        zh: "服务拒绝删除仍绑定备份策略的备份库。",
    },
    remedy: {
        en: "Delete the policy in an earlier step, or let it write to another vault. Deleting a policy unbinds its sources.",
        zh: "在更早的步骤删除备份策略，或让备份策略写入其他备份库。删除备份策略会解绑其数据源。",
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
    if change.before.policies == 0 {
        return Ok(Verdict::Pass);
    }
    let step = change.step();
    let mut bound = facts
        .policies_into(vault)
        .filter(|policy| policy.vault == Some(vault.object.index))
        .take(limits::MIRRORS_IN_A_FIX);
    let policy = bound
        .find(|policy| policy.exists_before(step))
        .or_else(|| facts.policies_into(vault).next())
        .ok_or(Gap::LeftOut)?;
    let mut fail = Fail::at(change, "/do")
        .arg("step", step + 1)
        .arg("vault", vault)
        .arg("policy", policy)
        .actual(change.doc.kind.word());
    // A fix that leaves policies behind would be none.
    if change.before.policies == 1 && policy.exists_before(step) {
        let label = Text::new("Delete the policy first", "先删除备份策略");
        fail = fail.fix(Safety::ChangesMeaning, label);
        // A later step that does so already is moved to the front.
        let later = policy.deleted_at.and_then(|at| facts.changes.get(at));
        if let Some(later) = later {
            fail = fail.remove_at(later, "");
        }
        let moved = later.map(|later| later.doc.value());
        let value = moved.unwrap_or_else(|| shared::step(ChangeKind::Delete, &policy.doc.id));
        let path = change.object.pointer("");
        fail = fail.op(Op::Add { path, value });
    }
    fail.into()
}
