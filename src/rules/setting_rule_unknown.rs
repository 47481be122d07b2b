//! A setting names a rule that there is.

use super::declare::declare_rule;
use crate::facts::{Facts, SettingFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "D030" "setting-rule-unknown", since "0.2", Document, Error,
    fix ChangesMeaning, over Settings, in ALL,
    from [SARIF],
    rests on [SETTINGS_NAME_RULES],
    title: { en: "a setting for a rule that does not exist", zh: "设置所指的规则不存在" },
    message: {
        en: "a setting names the rule `{rule}`, which does not exist",
        zh: "设置中的规则 `{rule}` 不存在",
    },
    expected: { en: "the name or code of a rule", zh: "规则的名称或编号" },
    what: {
        en: "Every severity and every suppression in the settings of the plan names a rule of the rulebook.",
        zh: "方案设置中的每个级别与每条忽略项都指向规则库中的规则。",
    },
    why: {
        en: "A misspelt name sets nothing: a finding that was meant to be set aside stays, or one that was meant to be an error does not count as one.",
        zh: "名称写错则设置不起作用：本应忽略的问题仍会出现，或本应为错误的问题不按错误计。",
    },
    remedy: {
        en: "Correct the name, or remove the setting.",
        zh: "更正名称，或删除该设置。",
    },
}

fn judge(setting: &SettingFact<'_>, _: &Facts<'_>) -> Judged {
    if setting.known {
        return Ok(Verdict::Pass);
    }
    let name = setting.rule();
    let mut spot = setting.spot.clone();
    spot.path.to_mut().push_str("/rule");
    let fail = Fail::of(spot).arg("rule", name).actual(name);
    match setting.near {
        Some(near) => {
            let label = Text::new("Name the rule `{near}`", "改为规则 `{near}`");
            fail.fix(Safety::ChangesMeaning, label)
                .set(near)
                .with("near", near)
        }
        None => {
            let label = Text::new("Remove the setting", "删除该设置");
            fail.fix(Safety::ChangesMeaning, label)
                .op(Op::remove(setting.spot.pointer()))
        }
    }
    .into()
}
