//! A rule of a policy carries the fields of its type.

use super::declare::declare_rule;
use super::shared::listed;
use crate::facts::{Facts, PolicyKind, PolicyRuleFact, RuleKind};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "P038" "policy-field-misplaced", since "0.2", Policy, Warning,
    fix ChangesMeaning, over PolicyRules, in CLOUD_BACKUP,
    from [TERRAFORM_POLICY, GO_SDK],
    rests on [FIELDS_OF_RULES],
    title: {
        en: "a field in the wrong rule",
        zh: "字段写在错误的规则中",
    },
    message: {
        en: "rule {number} of policy `{policy}` carries {fields}, which rules of type `{type}` do not use",
        zh: "备份策略 `{policy}` 的第 {number} 条规则写有{fields}，`{type}` 类型的规则不使用该字段",
    },
    expected: {
        en: "only fields that `{type}` rules use",
        zh: "仅 `{type}` 规则使用的字段",
    },
    what: {
        en: "Each rule of a policy carries only fields that rules of its type use.",
        zh: "备份策略的每条规则只写该类型规则使用的字段。",
    },
    why: {
        en: "The service accepts such a field and does not use it: what was meant does not happen.",
        zh: "服务会接受该字段但不使用：预期的效果不会发生。",
    },
    remedy: {
        en: "Move the field to a rule of the type that uses it, or remove it.",
        zh: "将字段移到使用它的规则类型中，或删除。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let (Some(policy), Some(kind)) = (facts.policy_of(rule), rule.kind) else {
        return Ok(Verdict::NotApplicable);
    };
    // A backup plan of ECS instances copies by itself, without a rule of its own.
    let copies = policy.kind == Some(PolicyKind::Plan) || rule.doc.copies.is_some();
    let fields = fields(rule, kind, copies);
    let misplaced = || fields.iter().filter(|(_, there)| *there);
    let Some((first, _)) = misplaced().next() else {
        return Ok(Verdict::Pass);
    };
    let said = listed(
        misplaced().map(|(field, _)| field.trim_start_matches('/')),
        "`",
    );
    let label = Text::new("Remove what is not used", "删除未使用的字段");
    let mut fail = Fail::of(rule.spot(first))
        .arg("number", rule.at + 1)
        .arg("policy", policy)
        .arg("fields", said.as_str())
        .arg("type", &*rule.doc.kind)
        .actual(&said)
        .fix(Safety::ChangesMeaning, label);
    for (field, _) in misplaced() {
        fail = fail.op(Op::remove(rule.spot(field).pointer()));
    }
    fail.into()
}

/// The fields that belong to other types, and whether the rule carries them.
fn fields(rule: &PolicyRuleFact<'_>, kind: RuleKind, copies: bool) -> [(&'static str, bool); 13] {
    let doc = rule.doc;
    let backup = kind == RuleKind::Backup;
    let transition = kind == RuleKind::Transition;
    let keeps = backup || transition;
    let replication = kind == RuleKind::Replication || (backup && copies);
    [
        ("/vault", !backup && doc.vault.is_some()),
        ("/schedule", !backup && doc.schedule.is_some()),
        (
            "/retentionDays",
            kind == RuleKind::Tag && doc.retention_days.is_some(),
        ),
        ("/permanent", !keeps && doc.permanent.is_some()),
        (
            "/specialRetentions",
            !keeps && !doc.special_retentions.is_empty(),
        ),
        ("/keepLatest", !backup && doc.keep_latest.is_some()),
        ("/runMinutes", !backup && doc.run_minutes.is_some()),
        ("/doCopy", !backup && doc.copies.is_some()),
        (
            "/replicationRegion",
            !replication && doc.replication_region.is_some(),
        ),
        (
            "/replicationRetentionDays",
            !replication && doc.replication_days.is_some(),
        ),
        (
            "/replicationArchiveDays",
            !replication && doc.replication_archive_days.is_some(),
        ),
        ("/tags", kind != RuleKind::Tag && !doc.tags.is_empty()),
        ("/archiveDays", !transition && doc.archive_days.is_some()),
    ]
}
