//! A free trial neither archives nor searches for viruses.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyFact, VaultFact};
use crate::finding::{Consequence, Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V031" "trial-enterprise-feature", since "0.2", Vault, Error,
    fix ByHand, over Vaults, in CLOUD_BACKUP,
    from [FREE_TRIAL],
    rests on [TRIAL_LACKS],
    title: {
        en: "a feature that a free trial does not have",
        zh: "免费试用不支持的功能",
    },
    message: {
        en: "vault `{vault}` is a free trial, and policy `{policy}` asks for {feature}",
        zh: "备份库 `{vault}` 为免费试用，而备份策略 `{policy}` 要求{feature}",
    },
    expected: {
        en: "a paid vault",
        zh: "付费备份库",
    },
    what: {
        en: "Policies that write into a free-trial vault neither archive nor search for viruses.",
        zh: "写入免费试用备份库的备份策略不归档，也不做病毒检测。",
    },
    why: {
        en: "The free trial has neither archiving nor virus detection.",
        zh: "免费试用不支持归档和病毒检测。",
    },
    remedy: {
        en: "Convert the trial to paid first.",
        zh: "先将免费试用转为付费。",
    },
}

fn judge(vault: &VaultFact<'_>, facts: &Facts<'_>) -> Judged {
    // What the change plan converts is meant for the time after it.
    if vault.converted_at.is_some() || !facts.is_trial_before(vault, 0) {
        return Ok(Verdict::NotApplicable);
    }
    let asks =
        |policy: &&PolicyFact<'_>| policy.archives() || policy.doc.virus_detection == Some(true);
    let Some(policy) = facts.policies_into(vault).find(asks) else {
        return Ok(Verdict::Pass);
    };
    let feature = if policy.archives() {
        Text::new("archiving", "归档")
    } else {
        Text::new("virus detection", "病毒检测")
    };
    let label = Text::new("Convert the trial to paid first", "先将免费试用转为付费");
    Fail::at(vault, "/trial")
        .arg("vault", vault)
        .arg("policy", policy)
        .arg("feature", feature)
        .fix(Safety::ByHand, label)
        .entails(Consequence::Costs, true)
        .into()
}
