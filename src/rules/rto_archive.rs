//! What has to be restored quickly is not archived.

use super::declare::declare_rule;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "G011" "rto-archive", since "0.2", Practice, Advice,
    fix ByHand, over Sources, in REPLICATION_TARGET,
    from [CROSS_REGION_BACKUP_NEWEST, BACKUP_POLICIES],
    rests on [ARCHIVED_NOT_REPLICATED],
    title: {
        en: "a recovery time objective beside archived backups",
        zh: "设有恢复时间目标的数据源使用归档",
    },
    message: {
        en: "source `{source}` is to be restored within {rto} minutes, and policy `{policy}` archives its backups after {days} days",
        zh: "数据源 `{source}` 须在 {rto} 分钟内恢复，而备份策略 `{policy}` 在 {days} 天后归档其备份",
    },
    expected: {
        en: "the backups of a quick restore in the standard tier",
        zh: "需快速恢复的备份保留在标准层",
    },
    what: {
        en: "The backups that a recovery time objective relies on lie in the standard tier. A source with an objective whose policy archives is pointed out.",
        zh: "恢复时间目标所依赖的备份位于标准层。若数据源设有目标且其策略会归档，则予以提示。",
    },
    why: {
        en: "No page promises how long a restore from the archive tier takes, and archived backups have no copy in another region.",
        zh: "没有页面承诺从归档层恢复需要多久，且归档的备份在另一地域没有副本。",
    },
    remedy: {
        en: "Keep recent backups in the standard tier for as long as a quick restore may need them.",
        zh: "在可能需要快速恢复的时间内，将近期备份保留在标准层。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let objectives = source.doc.objectives.as_deref();
    let Some(rto) = objectives.and_then(|objectives| objectives.rto_minutes) else {
        return Ok(Verdict::NotApplicable);
    };
    let mut verdict = Verdict::NotApplicable;
    for binding in facts.bindings_of(source) {
        let Some(policy) = facts.policies.get(binding.policy) else {
            continue;
        };
        verdict = Verdict::Pass;
        let rule = policy.noted.archives;
        let rule = rule.and_then(|at| policy.doc.rules.get(at));
        let Some(days) = rule.and_then(|rule| rule.archive_days) else {
            continue;
        };
        if facts.misfit(binding).is_some() {
            continue;
        }
        let label = Text::new(
            "Keep recent backups in the standard tier for long enough",
            "让近期备份在标准层保留足够时间",
        );
        return Fail::at(source, "/objectives/rtoMinutes")
            .arg("source", source)
            .arg("policy", policy)
            .arg("rto", rto.0)
            .arg("days", days.0)
            .actual(&rto.0.to_string())
            .fix(Safety::ByHand, label)
            .into();
    }
    Ok(verdict)
}
