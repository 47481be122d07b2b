//! A vault or mirror states its region.

use super::declare::declare_rule;
use crate::facts::{Facts, Store};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V004" "vault-region-missing", since "0.1", Vault, Error,
    fix NeedsValue, over Stores, in ALL,
    from [WHAT_IS_HBR, BASIC_CONCEPTS],
    rests on [ONE_REGION],
    title: {
        en: "a vault without a region",
        zh: "备份库没有地域",
    },
    message: {
        en: "{kind} `{name}` states no region",
        zh: "{kind} `{name}` 没有填写地域",
    },
    expected: {
        en: "the id of a region, such as `cn-hangzhou`",
        zh: "地域标识，如 `cn-hangzhou`",
    },
    what: {
        en: "A vault or mirror states its region.",
        zh: "备份库或镜像库填写了所在地域。",
    },
    why: {
        en: "The region is chosen at creation and cannot be changed later, and nothing about copies in other regions can be judged without it.",
        zh: "地域在创建时选定，之后不能更改；没有地域就无法判断异地副本。",
    },
    remedy: {
        en: "Choose the region. For a loaded vault, load the answer that lists it, or look at the console.",
        zh: "选择地域。若备份库来自载入的数据，请载入列出它的返回结果，或在控制台查看。",
    },
}

fn judge(store: Store<'_, '_>, _: &Facts<'_>) -> Judged {
    let object = store.object();
    match store.region() {
        Ok(_) => Ok(Verdict::Pass),
        Err(Gap::Missing(missing)) => Err(Gap::Missing(missing)),
        Err(Gap::LeftOut) => {
            let label = Text::new("Choose a region", "选择地域");
            Fail::at(object, "/region")
                .arg("kind", object.kind.label())
                .arg("name", store)
                .fix(Safety::NeedsValue, label)
                .into()
        }
    }
}
