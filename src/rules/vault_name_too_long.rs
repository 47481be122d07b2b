//! A name is at most 64 characters long, counted in Unicode code points.

use super::declare::declare_rule;
use super::shared::{is_longer, length, shortened};
use crate::catalog::limits;
use crate::facts::{Facts, Store};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V001" "vault-name-too-long", since "0.1", Vault, Error,
    fix ChangesMeaning, over Stores, in SINCE_2021,
    from [GO_SDK, ROS_VAULT, MIRROR_VAULTS_2021_ECS],
    rests on [VAULT_NAME_LENGTH],
    title: {
        en: "a vault name over 64 characters",
        zh: "备份库名称超过 64 个字符",
    },
    message: {
        en: "the name of {kind} `{id}` has {length} characters",
        zh: "{kind} `{id}` 的名称有 {length} 个字符",
    },
    expected: {
        en: "at most 64 characters",
        zh: "不超过 64 个字符",
    },
    what: {
        en: "The name of a vault or mirror has at most 64 characters.",
        zh: "备份库或镜像库的名称不超过 64 个字符。",
    },
    why: {
        en: "The service refuses to create a vault with a longer name. Chinese characters and emoji count as one character each.",
        zh: "名称超长时服务会拒绝创建。每个汉字或表情符号按一个字符计。",
    },
    remedy: {
        en: "Shorten the name.",
        zh: "缩短名称。",
    },
}

fn judge(store: Store<'_, '_>, _: &Facts<'_>) -> Judged {
    let object = store.object();
    let Some(name) = store.stated_name() else {
        return Ok(Verdict::NotApplicable);
    };
    if !is_longer(name, limits::VAULT_NAME) {
        return Ok(Verdict::Pass);
    }
    let short = shortened(name, limits::VAULT_NAME);
    let label = Text::new("Shorten the name to `{name}`", "将名称缩短为 `{name}`");
    Fail::at(object, "/name")
        .arg("kind", object.kind.label())
        .arg("id", store.id())
        .arg("length", length(name))
        .actual(name)
        .fix(Safety::ChangesMeaning, label)
        .set(short.as_str())
        .with("name", short)
        .into()
}
