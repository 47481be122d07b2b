//! A description is at most 255 characters long, counted in Unicode code points.

use super::declare::declare_rule;
use super::shared::{is_longer, length, shortened};
use crate::catalog::limits;
use crate::facts::{Facts, Store};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V010" "vault-description-too-long", since "0.2", Vault, Error,
    fix ChangesMeaning, over Stores, in SINCE_2021,
    from [GO_SDK, ROS_VAULT],
    rests on [DESCRIPTION_LENGTH],
    title: { en: "a description over 255 characters", zh: "描述超过 255 个字符" },
    message: {
        en: "the description of {kind} `{name}` has {length} characters",
        zh: "{kind} `{name}` 的描述有 {length} 个字符",
    },
    expected: { en: "at most 255 characters", zh: "不超过 255 个字符" },
    what: {
        en: "The description of a vault or mirror has at most 255 characters.",
        zh: "备份库或镜像库的描述不超过 255 个字符。",
    },
    why: {
        en: "The service refuses a longer one.",
        zh: "描述超长时服务会拒绝。",
    },
    remedy: {
        en: "Shorten the description.",
        zh: "缩短描述。",
    },
}

fn judge(store: Store<'_, '_>, _: &Facts<'_>) -> Judged {
    let Some(text) = store.description() else {
        return Ok(Verdict::NotApplicable);
    };
    if !is_longer(text, limits::DESCRIPTION) {
        return Ok(Verdict::Pass);
    }
    let object = store.object();
    let label = Text::new("Cut it to 255 characters", "截短为 255 个字符");
    Fail::at(object, "/description")
        .arg("kind", object.kind.label())
        .arg("name", store)
        .arg("length", length(text))
        .fix(Safety::ChangesMeaning, label)
        .set(&shortened(text, limits::DESCRIPTION))
        .into()
}
