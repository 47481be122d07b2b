//! Databases keep backup plans of their own; in the newest edition SAP HANA and VMware do too.

use super::declare::declare_rule;
use super::shared::unbind;
use crate::facts::{Facts, Misfit, SourceFact};
use crate::finding::{Fail, Judged, Verdict};

declare_rule! {
    "P001" "policy-source-unsupported", since "0.2", Policy, Error,
    fix ChangesMeaning, over Sources, in CLOUD_BACKUP,
    from [BACKUP_POLICIES, CROSS_REGION_BACKUP],
    rests on [POLICY_SOURCES, POLICY_SOURCES_BEFORE],
    title: {
        en: "a policy for a source that policies do not serve",
        zh: "备份策略绑定了不支持的数据源",
    },
    message: {
        en: "source `{source}` ({kind}) is bound to policy `{policy}`, and such sources keep backup plans of their own",
        zh: "数据源 `{source}`（{kind}）绑定了备份策略 `{policy}`，而此类数据源使用各自的备份计划",
    },
    expected: {
        en: "a backup plan of its own",
        zh: "各自的备份计划",
    },
    what: {
        en: "No database is bound to a policy; since 2026 neither is SAP HANA nor VMware.",
        zh: "数据库不绑定备份策略；自 2026 年起，SAP HANA 与 VMware 也不绑定。",
    },
    why: {
        en: "Policy Center does not offer such sources. The page of the mirror-vault wording still speaks of policies for SAP HANA and VMware, so they are left alone there.",
        zh: "策略中心不提供此类数据源。镜像库表述的页面仍提到 SAP HANA 与 VMware 的备份策略，因此在该版本中不报告。",
    },
    remedy: {
        en: "Take the source out of the policy, and give it a backup plan of its own.",
        zh: "将该数据源移出备份策略，并为其建立单独的备份计划。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let mut verdict = Verdict::NotApplicable;
    for binding in facts.bindings_of(source) {
        verdict = Verdict::Pass;
        if let (Some(Misfit::OwnPlan), Some(policy), Some(kind)) = (
            facts.misfit(binding),
            facts.policies.get(binding.policy),
            source.kind,
        ) {
            let fail = Fail::of(binding.spot())
                .arg("source", source)
                .arg("kind", kind.label())
                .arg("policy", policy)
                .actual(&source.doc.kind);
            return unbind(fail, binding).into();
        }
    }
    Ok(verdict)
}
