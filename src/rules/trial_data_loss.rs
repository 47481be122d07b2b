//! A free trial is paid for when it ends.

use super::declare::declare_rule;
use crate::facts::{Facts, VaultFact};
use crate::finding::{Consequence, Fail, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "V030" "trial-data-loss", since "0.2", Vault, Warning,
    fix ChangesMeaning, over Vaults, in CLOUD_BACKUP,
    from [FREE_TRIAL],
    rests on [TRIAL_ENDS],
    title: {
        en: "a free trial that ends with its data",
        zh: "免费试用到期后数据删除",
    },
    message: {
        en: "vault `{vault}` is a free trial that is not paid for afterwards; its data is deleted seven days after the trial ends",
        zh: "备份库 `{vault}` 为免费试用且到期后不付费；试用结束七天后数据将被删除",
    },
    expected: {
        en: "payment after the trial",
        zh: "试用结束后付费",
    },
    what: {
        en: "A free-trial vault is set to be paid for after the trial.",
        zh: "免费试用备份库已设置为试用结束后付费。",
    },
    why: {
        en: "A trial that is not converted stops after 30 days, and its data is deleted on the seventh day after that.",
        zh: "未转为付费的试用在 30 天后停止，数据在其后第七天删除。",
    },
    remedy: {
        en: "Set Pay After Trial Ends, or convert the trial in the Status column.",
        zh: "设置试用结束后付费，或在状态列将试用转为付费。",
    },
}

fn judge(vault: &VaultFact<'_>, _: &Facts<'_>) -> Judged {
    let trial = vault.doc.trial.as_deref();
    match trial.and_then(|trial| trial.pay_after) {
        None => return Ok(Verdict::NotApplicable),
        Some(false) if vault.converted_at.is_none() => {}
        Some(_) => return Ok(Verdict::Pass),
    }
    let label = Text::new("Pay after the trial", "试用结束后付费");
    Fail::at(vault, "/trial/payAfter")
        .arg("vault", vault)
        .actual("false")
        .fix(Safety::ChangesMeaning, label)
        .entails(Consequence::Costs, true)
        .op(Op::set(vault.object.pointer("/trial/payAfter"), true))
        .into()
}
