//! ECS instances go with ECS instance policies, everything else with general policies.

use super::declare::declare_rule;
use super::shared::unbind;
use crate::facts::{Facts, Misfit, PolicyKind, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "P002" "policy-type-mismatch", since "0.2", Policy, Error,
    fix ChangesMeaning, over Sources, in CLOUD_BACKUP,
    from [GO_SDK, BACKUP_POLICIES],
    rests on [POLICY_TYPES, LEGACY_POLICY],
    title: {
        en: "a source and a policy of different types",
        zh: "数据源与备份策略类型不匹配",
    },
    message: {
        en: "source `{source}` ({kind}) is bound to policy `{policy}`, which is {type}",
        zh: "数据源 `{source}`（{kind}）绑定了备份策略 `{policy}`，而它是{type}",
    },
    expected: {
        en: "a policy of the type that serves the source",
        zh: "与数据源相符的策略类型",
    },
    what: {
        en: "ECS instances as a whole are bound to ECS instance policies, all other sources to general policies. A policy that states no type is an ECS instance policy when no rule of it names a vault.",
        zh: "ECS 整机绑定 ECS 整机策略，其他数据源绑定通用策略。未填写类型且没有规则指定备份库的策略是 ECS 整机策略。",
    },
    why: {
        en: "An ECS instance policy makes snapshots and has no vault; a general policy writes into a vault, which takes no instances.",
        zh: "ECS 整机策略制作快照，没有备份库；通用策略写入备份库，而备份库不保存整机。",
    },
    remedy: {
        en: "Bind the source to a policy of the matching type, or name the vault in the BACKUP rule.",
        zh: "将数据源绑定到类型匹配的策略，或在 BACKUP 规则中指定备份库。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let mut verdict = Verdict::NotApplicable;
    for binding in facts.bindings_of(source) {
        verdict = Verdict::Pass;
        let (Some(Misfit::OtherType), Some(policy), Some(kind)) = (
            facts.misfit(binding),
            facts.policies.get(binding.policy),
            source.kind,
        ) else {
            continue;
        };
        let is = if policy.kind()? == PolicyKind::EcsInstance {
            Text::new("an ECS instance policy", "ECS 整机策略")
        } else {
            Text::new("a general policy", "通用策略")
        };
        let mut fail = Fail::of(binding.spot())
            .arg("source", source)
            .arg("kind", kind.label())
            .arg("policy", policy)
            .arg("type", is)
            .actual(&source.doc.kind);
        // A policy whose type is told by its rules becomes a general one when it names the source's vault.
        let rule = policy
            .noted
            .backup
            .and_then(|at| facts.rules_of(policy).get(at));
        let vault = source.vault.and_then(|vault| facts.vaults.get(vault));
        if let (None, Some(rule), Some(vault)) = (&policy.doc.kind, rule, vault) {
            let label = Text::new(
                "Let the policy write into vault `{vault}`",
                "让该策略写入备份库 `{vault}`",
            );
            fail = fail
                .fix(Safety::ChangesMeaning, label)
                .op(Op::set(rule.spot("/vault").pointer(), &*vault.doc.id))
                .with("vault", vault);
        }
        return unbind(fail, binding).into();
    }
    Ok(verdict)
}
