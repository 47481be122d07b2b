//! A suppression sets something aside.

use super::declare::declare_rule;
use crate::facts::{Facts, SettingFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "D032" "suppression-unused", since "0.2", Document, Advice,
    fix ChangesMeaning, over Settings, in ALL,
    from [SARIF],
    rests on [SUPPRESSIONS_END],
    title: { en: "a suppression that sets nothing aside", zh: "忽略项未起作用" },
    message: {
        en: "the suppression of `{rule}` sets nothing aside",
        zh: "对 `{rule}` 的忽略没有对应的问题",
    },
    expected: { en: "a finding that it sets aside", zh: "有对应的问题" },
    what: {
        en: "Every suppression in the settings of the plan sets at least one finding aside, in an edition that judges its rule.",
        zh: "在判定该规则的版本中，方案设置中的每条忽略项至少对应一个问题。",
    },
    why: {
        en: "A suppression without a finding would hide the next one of that rule without anybody having looked at it.",
        zh: "没有对应问题的忽略项会让该规则将来的问题未经查看就被隐藏。",
    },
    remedy: {
        en: "Remove the suppression; or correct the id of its object when it was meant for another one.",
        zh: "删除该忽略项；若所指对象有误，则更正对象标识。",
    },
}

fn judge(setting: &SettingFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(_) = setting.suppression().filter(|_| setting.judged) else {
        return Ok(Verdict::NotApplicable);
    };
    // One that is over is said to be over.
    if setting.is_over(facts.now) != Some(false) {
        return Err(Gap::LeftOut);
    }
    if setting.used > 0 {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Remove the suppression", "删除忽略项");
    Fail::of(setting.spot.clone())
        .arg("rule", setting.rule())
        .actual(setting.rule())
        .fix(Safety::ChangesMeaning, label)
        .remove()
        .into()
}
