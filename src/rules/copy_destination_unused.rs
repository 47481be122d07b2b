//! A backup plan that names a destination copies there.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyKind, PolicyRuleFact, RuleKind};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "P039" "copy-destination-unused", since "0.2", Policy, Advice,
    fix ChangesMeaning, over PolicyRules, in CLOUD_BACKUP,
    from [TERRAFORM_SERVER_PLAN, GO_SDK],
    rests on [COPY_SWITCH],
    title: {
        en: "a destination without copying",
        zh: "写有目标但未开启复制",
    },
    message: {
        en: "backup plan `{policy}` names a destination for copies, while copying is off",
        zh: "备份计划 `{policy}` 写有复制目标，但未开启复制",
    },
    expected: {
        en: "copying switched on",
        zh: "开启复制",
    },
    what: {
        en: "A backup plan of ECS instances that states a region or a retention for copies has copying switched on.",
        zh: "写有复制地域或副本保留时间的 ECS 整机备份计划已开启复制。",
    },
    why: {
        en: "While copying is off, the destination is not used: there is no copy in the other region.",
        zh: "未开启复制时不使用复制目标：其他地域没有副本。",
    },
    remedy: {
        en: "Switch copying on, or remove the destination.",
        zh: "开启复制，或删除复制目标。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let doc = rule.doc;
    let Some(policy) = facts.policy_of(rule) else {
        return Ok(Verdict::NotApplicable);
    };
    let plan = policy.kind == Some(PolicyKind::Plan) || doc.copies.is_some();
    let given = [
        ("/replicationRegion", doc.replication_region.is_some()),
        ("/replicationRetentionDays", doc.replication_days.is_some()),
        (
            "/replicationArchiveDays",
            doc.replication_archive_days.is_some(),
        ),
    ];
    let first = given.iter().find(|(_, there)| *there);
    let (Some((field, _)), Some(RuleKind::Backup), true) = (first, rule.kind, plan) else {
        return Ok(Verdict::NotApplicable);
    };
    if doc.copies == Some(true) {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Switch copying on", "开启复制");
    Fail::of(rule.spot(field))
        .arg("policy", policy)
        .actual(doc.replication_region.as_deref().unwrap_or_default())
        .fix(Safety::ChangesMeaning, label)
        .op(Op::set(rule.spot("/doCopy").pointer(), true))
        .into()
}
