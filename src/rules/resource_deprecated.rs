//! A plan does not rest on resources that their provider has deprecated.

use super::declare::declare_rule;
use crate::catalog::resources;
use crate::facts::{Facts, PolicyFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "D012" "resource-deprecated", since "0.2", Document, Advice,
    fix ByHand, over Policies, in ALL,
    from [TERRAFORM_PLANS],
    rests on [PLAN_RESOURCES_DEPRECATED],
    title: {
        en: "a deprecated resource",
        zh: "已弃用的资源",
    },
    message: {
        en: "`{object}` comes from a resource `{resource}`, which the provider has deprecated",
        zh: "`{object}` 来自资源 `{resource}`，提供商已将其弃用",
    },
    expected: {
        en: "{instead}",
        zh: "{instead}",
    },
    what: {
        en: "No policy or backup plan that was loaded comes from a resource type that its provider has deprecated.",
        zh: "载入的备份策略和备份计划均不来自提供商已弃用的资源类型。",
    },
    why: {
        en: "A deprecated resource gets no new features and may be taken away.",
        zh: "已弃用的资源不再获得新功能，将来可能下线。",
    },
    remedy: {
        en: "Describe the plan as a policy and its bindings.",
        zh: "改用备份策略及其绑定来描述该计划。",
    },
}

fn judge(policy: &PolicyFact<'_>, _: &Facts<'_>) -> Judged {
    let origin = policy.doc.origin.as_deref();
    let Some(resource) = origin.and_then(|origin| origin.resource.as_deref()) else {
        return Ok(Verdict::NotApplicable);
    };
    let Some(instead) = resources::instead_of(resource) else {
        return Ok(Verdict::Pass);
    };
    let label = Text::new("Use {instead}", "改用 {instead}");
    Fail::at(policy, "/origin/resource")
        .arg("object", policy)
        .arg("resource", resource)
        .arg("instead", instead)
        .actual(resource)
        .fix(Safety::ByHand, label)
        .with("instead", instead)
        .into()
}
