//! In a plan with policies, every source is bound to one.

use super::declare::declare_rule;
use crate::catalog::wanted;
use crate::facts::{Facts, SourceFact, missing};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S010" "source-unprotected", since "0.2", Source, Warning,
    fix NeedsValue, over Sources, in ALL,
    from [AWS_REL09, BDRC_ECS, BDRC_OSS],
    rests on [BACK_UP_ALL, BACKUP_CHECKED],
    title: {
        en: "a source that nothing backs up",
        zh: "没有备份策略的数据源",
    },
    message: {
        en: "source `{source}` is bound to no policy and has no backup plan",
        zh: "数据源 `{source}` 没有绑定备份策略，也没有备份计划",
    },
    expected: {
        en: "a policy or a backup plan",
        zh: "备份策略或备份计划",
    },
    what: {
        en: "In a plan that states policies or backup plans, every source is bound to one. Sources that are gone, that a trial or an Essential Edition backs up by fixed terms, or that tags may choose, are left out.",
        zh: "在填写了备份策略或备份计划的方案中，每个数据源都绑定其中之一。已不存在的数据源、由免费试用或基础版按固定规则备份的数据源，以及可能由标签关联的数据源不检查。",
    },
    why: {
        en: "What is not backed up cannot be restored, and it is easily overlooked among others that are.",
        zh: "没有备份的数据无法恢复，夹在已备份的数据源中很容易被忽略。",
    },
    remedy: {
        en: "Bind the source to a policy, or give it a backup plan.",
        zh: "将数据源绑定到备份策略，或为其建立备份计划。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    if facts.policies.is_empty() {
        return Ok(Verdict::NotApplicable);
    }
    if facts.bindings_of(source).next().is_some() {
        return Ok(Verdict::Pass);
    }
    let details = source.doc.details.as_deref();
    let vault = source.vault.and_then(|vault| facts.vaults.get(vault));
    let has_fixed_terms = details.is_some_and(|details| details.essential.is_some())
        || vault.is_some_and(|vault| vault.doc.trial.is_some());
    if source.doc.gone == Some(true) || has_fixed_terms {
        return Ok(Verdict::NotApplicable);
    }
    // Which sources tags choose, and which one a misspelt id means, is not known.
    if facts.chooses_by_tags || facts.binds_unknown {
        return Err(Gap::LeftOut);
    }
    if facts.may_be_bound_elsewhere(source) {
        return Err(missing(source.object, "", &wanted::BINDING, source.name()));
    }
    let label = Text::new("Bind it to a policy", "绑定备份策略");
    Fail::at(source, "")
        .arg("source", source)
        .fix(Safety::NeedsValue, label)
        .into()
}
