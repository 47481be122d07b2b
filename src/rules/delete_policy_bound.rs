//! The policies of a vault go before it, step by step.

use super::declare::declare_rule;
use crate::catalog::limits;
use crate::facts::{ChangeFact, Facts};
use crate::finding::{Fail, Gap, Judged, ObjectKind, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "C011" "delete-policy-bound", since "0.2", Change, Error,
    fix ChangesMeaning, over Changes, in CLOUD_BACKUP,
    from [STOP_BILLING, TERRAFORM_PROVIDER],
    rests on [POLICY_BEFORE_VAULT],
    title: {
        en: "a vault deleted before its policy",
        zh: "先于策略删除备份库",
    },
    message: {
        en: "step {step} deletes vault `{vault}` while policy `{policy}` still writes to it",
        zh: "第 {step} 步删除备份库 `{vault}`，而策略 `{policy}` 仍写入该库",
    },
    expected: {
        en: "delete the policy first",
        zh: "先删除策略",
    },
    what: {
        en: "When a step of the change plan deletes a vault, no policy is bound to it any more.",
        zh: "变更中删除备份库时，已没有策略绑定该库。",
    },
    why: {
        en: "The service refuses to delete a vault to which a policy is bound.",
        zh: "服务拒绝删除仍绑定策略的备份库。",
    },
    remedy: {
        en: "Delete the policy in an earlier step, or let it write to another vault. Deleting a policy unbinds its sources; their backups stay.",
        zh: "在更早的步骤删除策略，或让策略写入其他备份库。删除策略会解绑其数据源，备份仍然保留。",
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
        .arg("step", (step + 1).to_string())
        .arg("vault", vault)
        .arg("policy", policy.name())
        .actual(change.doc.kind.word());
    // A fix that leaves policies behind would be none.
    if change.before.policies == 1 && policy.deleted_at.is_none() {
        let label = Text::new("Delete the policy first", "先删除策略");
        fail = fail.fix(Safety::ChangesMeaning, label).op(Op::Add {
            path: change.object.pointer(""),
            value: serde_json::json!({ "do": "delete", "object": &*policy.doc.id }),
        });
    }
    fail.into()
}
