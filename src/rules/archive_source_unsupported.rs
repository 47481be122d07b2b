//! Tablestore, SAP HANA, VMware and databases are not archived.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyRuleFact, RuleKind};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P021" "archive-source-unsupported", since "0.2", Policy, Error,
    fix ChangesMeaning, over PolicyRules, in CLOUD_BACKUP,
    from [BACKUP_POLICIES],
    rests on [ARCHIVE_SOURCES, POLICY_SOURCES],
    title: {
        en: "archiving of a source that cannot be archived",
        zh: "为不支持归档的数据源设置归档",
    },
    message: {
        en: "policy `{policy}` archives, and serves source `{source}` ({kind}), which cannot be archived",
        zh: "备份策略 `{policy}` 设置了归档，但绑定了不支持归档的数据源 `{source}`（{kind}）",
    },
    expected: {
        en: "no archiving",
        zh: "不归档",
    },
    what: {
        en: "No policy or backup plan that archives serves Tablestore, SAP HANA, VMware or a database.",
        zh: "设置归档的备份策略或备份计划不绑定表格存储、SAP HANA、VMware 或数据库。",
    },
    why: {
        en: "Automatic archiving is not available for them.",
        zh: "此类数据源不支持自动归档。",
    },
    remedy: {
        en: "Remove the archiving, or give the source a policy of its own.",
        zh: "移除归档设置，或为该数据源单独建立策略。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    if rule.kind != Some(RuleKind::Transition) || rule.doc.archive_days.is_none() {
        return Ok(Verdict::NotApplicable);
    }
    let policy = facts.policy_of(rule).ok_or(Gap::LeftOut)?;
    let source = policy.noted.unarchivable;
    let Some(source) = source.and_then(|source| facts.sources.get(source)) else {
        return Ok(Verdict::Pass);
    };
    let kind = source.kind.ok_or(Gap::LeftOut)?;
    let label = Text::new("Remove the archiving", "移除归档设置");
    Fail::of(rule.spot("/archiveDays"))
        .arg("policy", policy)
        .arg("source", source)
        .arg("kind", kind.label())
        .actual(&source.doc.kind)
        .fix(Safety::ChangesMeaning, label)
        .remove()
        .into()
}
