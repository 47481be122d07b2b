//! What is archived leaves the copy in the other region.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyKind, PolicyRuleFact, RuleKind};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P031" "archive-empties-mirror", since "0.2", Policy, Warning,
    fix ByHand, over PolicyRules, in REPLICATION_TARGET,
    from [BACKUP_POLICIES, CROSS_REGION_BACKUP_NEWEST],
    rests on [ARCHIVED_NOT_REPLICATED],
    title: {
        en: "archiving empties the mirror",
        zh: "归档会清空镜像库",
    },
    message: {
        en: "policy `{policy}` archives after {days} days, and what it archives vanishes from the copy of `{vault}` in the other region",
        zh: "备份策略 `{policy}` 在 {days} 天后归档，已归档的备份会从 `{vault}` 的异地副本中删除",
    },
    expected: {
        en: "no archiving of what is copied to another region",
        zh: "不归档已复制到其他地域的备份",
    },
    what: {
        en: "A policy does not archive the backups of a vault that is copied to another region.",
        zh: "备份策略不归档已复制到其他地域的备份库中的备份。",
    },
    why: {
        en: "Only the standard tier is replicated. When a backup moves to the archive tier, its copy in the target is removed.",
        zh: "只有标准层会被复制。备份转入归档层后，目标备份库中的副本会被删除。",
    },
    remedy: {
        en: "Do not archive what is mirrored, or accept that the copy in the other region covers only the days of the standard tier.",
        zh: "不要归档已建立镜像的数据，或接受异地副本只覆盖标准层的天数。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let policy = facts.policy_of(rule);
    let policy = policy.filter(|policy| policy.kind == Some(PolicyKind::General));
    let archives = rule.kind == Some(RuleKind::Transition);
    let (Some(policy), Some(days), true) = (policy, rule.doc.archive_days, archives) else {
        return Ok(Verdict::NotApplicable);
    };
    let Some(vault) = policy.vault.and_then(|vault| facts.vaults.get(vault)) else {
        return Ok(Verdict::NotApplicable);
    };
    if vault.mirror_count == 0 {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Do not archive what is mirrored, or accept a shorter remote copy",
        "不归档已建立镜像的数据，或接受较短的异地副本",
    );
    Fail::of(rule.spot("/archiveDays"))
        .arg("policy", policy)
        .arg("days", days.0.to_string())
        .arg("vault", vault)
        .actual(&days.0.to_string())
        .fix(Safety::ByHand, label)
        .into()
}
