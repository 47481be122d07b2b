//! An ECS instance is bound to one policy.

use super::declare::declare_rule;
use super::shared::unbind;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, PolicyKind, SourceFact};
use crate::finding::{Fail, Judged, Verdict};

declare_rule! {
    "P005" "ecs-instance-many-policies", since "0.2", Policy, Error,
    fix ChangesMeaning, over Sources, in CLOUD_BACKUP,
    from [GO_SDK],
    rests on [INSTANCE_ONE_POLICY],
    title: {
        en: "an ECS instance with several policies",
        zh: "一个 ECS 实例绑定了多条备份策略",
    },
    message: {
        en: "ECS instance `{source}` is bound to policy `{first}` and to policy `{policy}`",
        zh: "ECS 实例 `{source}` 同时绑定了备份策略 `{first}` 与 `{policy}`",
    },
    expected: {
        en: "one policy",
        zh: "一条备份策略",
    },
    what: {
        en: "An ECS instance that is backed up as a whole is bound to one policy only.",
        zh: "做整机备份的 ECS 实例只绑定一条备份策略。",
    },
    why: {
        en: "The service refuses to bind it to a second one.",
        zh: "服务会拒绝绑定第二条策略。",
    },
    remedy: {
        en: "Keep one policy, and put everything that the instance needs into it.",
        zh: "只保留一条策略，并将该实例所需的设置都放入其中。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    if source.kind != Some(SourceKind::EcsInstance) {
        return Ok(Verdict::NotApplicable);
    }
    let (mut first, mut last) = (None, None);
    for binding in facts.bindings_of(source) {
        let policy = facts.policies.get(binding.policy);
        // Backup plans are no policies, and a policy of the wrong type is told by another rule.
        let Some(policy) = policy.filter(|p| p.kind != Some(PolicyKind::Plan)) else {
            continue;
        };
        if facts.misfit(binding).is_some() {
            continue;
        }
        let first = *first.get_or_insert(binding.policy);
        if first != binding.policy {
            last = Some((first, binding, policy));
        }
    }
    if let Some((first, binding, policy)) = last
        && let Some(first) = facts.policies.get(first)
    {
        let fail = Fail::of(binding.spot())
            .arg("source", source)
            .arg("first", first)
            .arg("policy", policy)
            .actual(&policy.doc.id);
        return unbind(fail, binding).into();
    }
    Ok(match first {
        Some(_) => Verdict::Pass,
        None => Verdict::NotApplicable,
    })
}
