//! Tablestore has no Keep At Least One Backup Version.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyRuleFact, RuleKind};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "P016" "keep-one-tablestore", since "0.2", Policy, Error,
    fix ChangesMeaning, over PolicyRules, in CLOUD_BACKUP,
    from [BACKUP_POLICIES, GO_SDK],
    rests on [KEEP_LATEST],
    title: {
        en: "Keep At Least One Backup Version for Tablestore",
        zh: "表格存储启用“至少保留一个备份版本”",
    },
    message: {
        en: "policy `{policy}` keeps at least one backup version, and serves the Tablestore source `{source}`",
        zh: "备份策略 `{policy}` 启用了“至少保留一个备份版本”，且绑定了表格存储数据源 `{source}`",
    },
    expected: {
        en: "the setting switched off",
        zh: "关闭该设置",
    },
    what: {
        en: "A policy that serves Tablestore does not use Keep At Least One Backup Version.",
        zh: "绑定表格存储的备份策略不启用“至少保留一个备份版本”。",
    },
    why: {
        en: "The setting does not exist for Tablestore.",
        zh: "表格存储不支持该设置。",
    },
    remedy: {
        en: "Switch the setting off, or give Tablestore a policy of its own.",
        zh: "关闭该设置，或为表格存储单独建立策略。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let (Some(RuleKind::Backup), Some(keeps)) = (rule.kind, rule.doc.keep_latest) else {
        return Ok(Verdict::NotApplicable);
    };
    let policy = facts.policy_of(rule).ok_or(Gap::LeftOut)?;
    let tables = policy.noted.tablestore.filter(|_| keeps);
    let Some(source) = tables.and_then(|source| facts.sources.get(source)) else {
        return Ok(Verdict::Pass);
    };
    let spot = rule.spot("/keepLatest");
    let label = Text::new("Switch it off", "关闭该设置");
    let off = Op::set(spot.pointer(), false);
    Fail::of(spot)
        .arg("policy", policy)
        .arg("source", source)
        .actual("true")
        .fix(Safety::ChangesMeaning, label)
        .op(off)
        .into()
}
