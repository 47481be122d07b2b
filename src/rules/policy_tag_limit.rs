//! A policy chooses sources by at most 30 tags.

use super::declare::declare_rule;
use crate::catalog::limits;
use crate::facts::{Facts, PolicyFact, RuleKind};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P007" "policy-tag-limit", since "0.2", Policy, Error,
    fix NeedsValue, over Policies, in CLOUD_BACKUP,
    from [BACKUP_POLICIES, GO_SDK],
    rests on [POLICY_TAGS],
    title: {
        en: "too many tags in a policy",
        zh: "备份策略的标签过多",
    },
    message: {
        en: "policy `{policy}` chooses sources by {count} tags",
        zh: "备份策略 `{policy}` 通过 {count} 个标签关联数据源",
    },
    expected: {
        en: "at most 30 tags",
        zh: "不超过 30 个标签",
    },
    what: {
        en: "The TAG rules of a policy name at most 30 tags together.",
        zh: "一条备份策略的 TAG 规则合计不超过 30 个标签。",
    },
    why: {
        en: "The service refuses more.",
        zh: "超出时服务会拒绝。",
    },
    remedy: {
        en: "Use fewer tags. A source has to bear all of them, so one tag made for the purpose does the same.",
        zh: "减少标签。数据源须具备全部标签，因此专用一个标签即可达到同样效果。",
    },
}

fn judge(policy: &PolicyFact<'_>, facts: &Facts<'_>) -> Judged {
    let (mut count, mut last) = (0, None);
    for rule in facts.rules_of(policy) {
        if rule.kind == Some(RuleKind::Tag) {
            count += rule.doc.tags.len();
            last = Some(rule);
        }
    }
    match last {
        None => Ok(Verdict::NotApplicable),
        Some(_) if count <= limits::POLICY_TAGS => Ok(Verdict::Pass),
        Some(rule) => {
            let label = Text::new("Use fewer tags", "减少标签");
            Fail::of(rule.spot("/tags"))
                .arg("policy", policy)
                .arg("count", count)
                .actual(&count.to_string())
                .fix(Safety::NeedsValue, label)
                .into()
        }
    }
}
