//! The newest backup outlives its retention.

use super::declare::declare_rule;
use crate::facts::{FOR_GOOD, Facts, PolicyRuleFact, RuleKind};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "G010" "keep-one-off", since "0.2", Practice, Advice,
    fix ChangesMeaning, over PolicyRules, in CLOUD_BACKUP,
    from [BACKUP_POLICIES, GO_SDK],
    rests on [KEEP_LATEST],
    title: {
        en: "Keep At Least One Backup Version switched off",
        zh: "未启用“至少保留一个备份版本”",
    },
    message: {
        en: "policy `{policy}` does not keep at least one backup version",
        zh: "备份策略 `{policy}` 没有启用“至少保留一个备份版本”",
    },
    expected: {
        en: "the setting switched on",
        zh: "启用该设置",
    },
    what: {
        en: "A policy does not switch Keep At Least One Backup Version off. Policies for Tablestore, which has no such setting, and those that keep backups for good are left out.",
        zh: "备份策略不关闭“至少保留一个备份版本”。绑定表格存储（不支持该设置）或永久保留备份的策略不检查。",
    },
    why: {
        en: "When backups stop unnoticed, the last one expires like all others; with the setting it stays.",
        zh: "备份在不知情的情况下停止后，最后一个备份也会到期删除；启用该设置则会保留。",
    },
    remedy: {
        en: "Switch the setting on.",
        zh: "启用该设置。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let (Some(RuleKind::Backup), Some(keeps)) = (rule.kind, rule.doc.keep_latest) else {
        return Ok(Verdict::NotApplicable);
    };
    let policy = facts.policy_of(rule).ok_or(Gap::LeftOut)?;
    let for_good = facts
        .retention(rule)
        .is_some_and(|(_, days)| days == FOR_GOOD);
    if for_good || policy.noted.tablestore.is_some() {
        return Ok(Verdict::NotApplicable);
    }
    if keeps {
        return Ok(Verdict::Pass);
    }
    let spot = rule.spot("/keepLatest");
    let label = Text::new("Switch it on", "启用该设置");
    let on = Op::set(spot.pointer(), true);
    Fail::of(spot)
        .arg("policy", policy)
        .actual("false")
        .fix(Safety::ChangesMeaning, label)
        .op(on)
        .into()
}
