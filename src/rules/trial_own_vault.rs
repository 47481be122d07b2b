//! A free trial ties its source to a vault of its own.

use super::declare::declare_rule;
use crate::facts::{Facts, VaultFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "G020" "trial-own-vault", since "0.2", Practice, Advice,
    fix ByHand, over Vaults, in CLOUD_BACKUP,
    from [FREE_TRIAL, NAS_BACKUP],
    rests on [TRIAL_VAULT_STAYS],
    title: {
        en: "a free trial in a vault of its own",
        zh: "免费试用使用独立的备份库",
    },
    message: {
        en: "vault `{vault}` is a free trial; after the conversion its source stays in it and cannot go to a common vault",
        zh: "备份库 `{vault}` 为免费试用；转为付费后，其数据源仍留在该库，无法改到共用的备份库",
    },
    expected: {
        en: "a paid plan from the start, where one common vault is wanted",
        zh: "若希望共用备份库，从一开始使用付费计划",
    },
    what: {
        en: "No vault of the plan is a free trial that is to be kept.",
        zh: "方案中没有将要保留的免费试用备份库。",
    },
    why: {
        en: "A trial has a vault of its own, with a fixed path and a daily run, and that vault cannot be changed after the conversion.",
        zh: "试用使用独立的备份库，路径固定、每天一次；转为付费后不能更换备份库。",
    },
    remedy: {
        en: "Start with a paid plan if the source is to share a vault with others.",
        zh: "若数据源要与其他数据源共用备份库，请直接使用付费计划。",
    },
}

fn judge(vault: &VaultFact<'_>, facts: &Facts<'_>) -> Judged {
    // A trial that is over and paid for is past changing.
    if !facts.is_trial_before(vault, 0) {
        return Ok(Verdict::Pass);
    }
    let trial = vault.doc.trial.as_deref();
    let given_up = trial.is_some_and(|trial| trial.pay_after == Some(false));
    if given_up && vault.converted_at.is_none() {
        return Ok(Verdict::NotApplicable);
    }
    let label = Text::new("Start with a paid plan", "直接使用付费计划");
    let kept = trial.is_some_and(|trial| trial.pay_after.is_some());
    Fail::at(vault, if kept { "/trial/payAfter" } else { "/trial" })
        .arg("vault", vault)
        .fix(Safety::ByHand, label)
        .into()
}
