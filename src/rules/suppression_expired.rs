//! A suppression that is over sets nothing aside any more.

use super::declare::declare_rule;
use crate::catalog::wanted;
use crate::facts::{Facts, SettingFact, missing_at};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "D031" "suppression-expired", since "0.2", Document, Warning,
    fix ChangesMeaning, over Settings, in ALL,
    from [SARIF],
    rests on [SUPPRESSIONS_END],
    title: { en: "a suppression that is over", zh: "忽略项已过期" },
    message: {
        en: "the suppression of `{rule}` was over on {until}",
        zh: "对 `{rule}` 的忽略已于 {until} 到期",
    },
    expected: { en: "a later end, or no suppression", zh: "更晚的期限，或不再忽略" },
    what: {
        en: "No suppression in the settings of the plan has passed its end.",
        zh: "方案设置中的忽略项均未过期。",
    },
    why: {
        en: "What was set aside for a time counts again after it: somebody has to decide anew.",
        zh: "限期忽略的问题到期后重新计入，需要有人重新决定。",
    },
    remedy: {
        en: "Mend the finding and remove the suppression, or give it a new end with a reason that still holds.",
        zh: "处理该问题并删除忽略项；若理由仍然成立，则设定新的期限。",
    },
}

fn judge(setting: &SettingFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(suppression) = setting.suppression().filter(|_| setting.known) else {
        return Ok(Verdict::NotApplicable);
    };
    let Some(until) = &suppression.until else {
        return Ok(Verdict::NotApplicable);
    };
    match setting.is_over(facts.now) {
        None => Err(missing_at(
            setting.spot.clone(),
            &wanted::NOW,
            setting.rule(),
        )),
        Some(false) => Ok(Verdict::Pass),
        Some(true) => {
            let label = Text::new("Remove the suppression", "删除忽略项");
            Fail::of(setting.spot.clone())
                .arg("rule", setting.rule())
                .arg("until", &*until.text)
                .actual(&until.text)
                .fix(Safety::ChangesMeaning, label)
                .remove()
                .into()
        }
    }
}
