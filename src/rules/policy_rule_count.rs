//! A policy has at least one BACKUP rule and at most one TRANSITION rule.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyFact, PolicyKind, RuleKind};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P003" "policy-rule-count", since "0.2", Policy, Error,
    fix ChangesMeaning, over Policies, in CLOUD_BACKUP,
    from [GO_SDK],
    rests on [POLICY_RULES],
    title: {
        en: "too few or too many rules in a policy",
        zh: "备份策略的规则数量不符",
    },
    message: {
        en: "policy `{policy}` has {count} {type} rules",
        zh: "备份策略 `{policy}` 有 {count} 条 {type} 规则",
    },
    expected: {
        en: "at least one BACKUP rule and at most one TRANSITION rule",
        zh: "至少一条 BACKUP 规则，至多一条 TRANSITION 规则",
    },
    what: {
        en: "A policy that states rules has at least one BACKUP rule, and not more than one TRANSITION rule. It need not have a TRANSITION rule.",
        zh: "填写了规则的备份策略至少有一条 BACKUP 规则，且不超过一条 TRANSITION 规则；可以没有 TRANSITION 规则。",
    },
    why: {
        en: "Without a BACKUP rule nothing is backed up, and of two TRANSITION rules nothing says which one counts: the service refuses both.",
        zh: "没有 BACKUP 规则就不会备份；有两条 TRANSITION 规则时无法确定以哪条为准。服务会拒绝这两种情况。",
    },
    remedy: {
        en: "Add a BACKUP rule, or remove all TRANSITION rules but one.",
        zh: "添加 BACKUP 规则，或只保留一条 TRANSITION 规则。",
    },
}

fn judge(policy: &PolicyFact<'_>, facts: &Facts<'_>) -> Judged {
    let rules = facts.rules_of(policy);
    if rules.is_empty() || policy.kind()? == PolicyKind::Plan {
        return Ok(Verdict::NotApplicable);
    }
    let (mut backups, mut transitions, mut last) = (0_usize, 0_usize, None);
    for rule in rules {
        match rule.kind {
            Some(RuleKind::Backup) => backups += 1,
            Some(RuleKind::Transition) => {
                transitions += 1;
                last = Some(rule);
            }
            Some(_) => {}
            // A misspelt word may mean either.
            None => return Err(Gap::LeftOut),
        }
    }
    if backups == 0 {
        let label = Text::new("Add a BACKUP rule", "添加 BACKUP 规则");
        return Fail::at(policy, "/rules")
            .arg("policy", policy)
            .arg("count", backups)
            .arg("type", "BACKUP")
            .actual("0")
            .fix(Safety::NeedsValue, label)
            .into();
    }
    match last {
        Some(last) if transitions > 1 => {
            let label = Text::new("Remove this TRANSITION rule", "移除这条 TRANSITION 规则");
            Fail::of(last.spot(""))
                .arg("policy", policy)
                .arg("count", transitions)
                .arg("type", "TRANSITION")
                .actual(&transitions.to_string())
                .fix(Safety::ChangesMeaning, label)
                .remove()
                .into()
        }
        _ => Ok(Verdict::Pass),
    }
}
