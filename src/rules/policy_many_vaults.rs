//! A general policy writes into one vault.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyFact, PolicyKind, RuleKind};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P004" "policy-many-vaults", since "0.2", Policy, Error,
    fix ChangesMeaning, over Policies, in CLOUD_BACKUP,
    from [GO_SDK],
    rests on [POLICY_ONE_VAULT],
    title: {
        en: "a policy with several vaults",
        zh: "一条备份策略写入多个备份库",
    },
    message: {
        en: "policy `{policy}` writes into vault `{vault}` and into vault `{other}`",
        zh: "备份策略 `{policy}` 同时写入备份库 `{vault}` 与 `{other}`",
    },
    expected: {
        en: "one vault",
        zh: "一个备份库",
    },
    what: {
        en: "All BACKUP rules of a general policy name the same vault.",
        zh: "通用策略的所有 BACKUP 规则指定同一个备份库。",
    },
    why: {
        en: "A policy backs up into one vault; sources that are to lie in two vaults need two policies.",
        zh: "一条备份策略只备份到一个备份库；要备份到两个备份库，需要两条策略。",
    },
    remedy: {
        en: "Split the policy, or name one vault.",
        zh: "拆分策略，或只指定一个备份库。",
    },
}

fn judge(policy: &PolicyFact<'_>, facts: &Facts<'_>) -> Judged {
    if policy.kind()? != PolicyKind::General {
        return Ok(Verdict::NotApplicable);
    }
    let mut first = None;
    for rule in facts.rules_of(policy) {
        // What is no vault of the plan is told by other rules.
        let Some(vault) = rule.vault.filter(|_| rule.kind == Some(RuleKind::Backup)) else {
            continue;
        };
        let first = *first.get_or_insert(vault);
        if let (true, Some(vault), Some(other)) = (
            first != vault,
            facts.vaults.get(first),
            facts.vaults.get(vault),
        ) {
            let label = Text::new("Write into `{vault}` here too", "此处也写入 `{vault}`");
            return Fail::of(rule.spot("/vault"))
                .arg("policy", policy)
                .arg("vault", vault)
                .arg("other", other)
                .actual(&other.doc.id)
                .fix(Safety::ChangesMeaning, label)
                .set(&vault.doc.id)
                .with("vault", vault)
                .into();
        }
    }
    Ok(match first {
        Some(_) => Verdict::Pass,
        None => Verdict::NotApplicable,
    })
}
