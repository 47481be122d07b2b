//! Zone redundancy is claimed only where the region has it.

use super::declare::declare_rule;
use crate::catalog::wanted;
use crate::facts::{Facts, Store, missing};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V007" "zrs-in-lrs-region", since "0.1", Vault, Error,
    fix ChangesMeaning, over Stores, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, BASIC_CONCEPTS],
    rests on [REDUNDANCY_BY_REGION, ZRS_REGIONS],
    title: {
        en: "zone redundancy in a region without it",
        zh: "地域不支持同城冗余却填写 ZRS",
    },
    message: {
        en: "{kind} `{name}` states `ZRS`, and vaults in `{region}` are locally redundant",
        zh: "{kind} `{name}` 填写了 `ZRS`，而 `{region}` 的备份库为本地冗余",
    },
    expected: {
        en: "`LRS`, or a region with zone redundancy",
        zh: "`LRS`，或支持同城冗余的地域",
    },
    what: {
        en: "Zone-redundant storage (ZRS) is stated only in regions that have it.",
        zh: "仅在支持同城冗余（ZRS）的地域填写 ZRS。",
    },
    why: {
        en: "The service gives no zone redundancy there: a failure of one data centre can lose the vault, although the plan counts on the opposite.",
        zh: "该地域没有同城冗余：单个数据中心故障就可能丢失备份库，而方案却以为不会。",
    },
    remedy: {
        en: "Leave the redundancy to the region, or choose a region with zone redundancy. A mirror in another region protects as well.",
        zh: "由地域决定冗余类型，或选择支持同城冗余的地域。在其他地域建立镜像库同样可以提供保护。",
    },
}

fn judge(store: Store<'_, '_>, _: &Facts<'_>) -> Judged {
    let object = store.object();
    if store.redundancy() != Some("ZRS") {
        return Ok(Verdict::NotApplicable);
    }
    let region = store.region()?;
    // An unlisted region is the business of `vault-region-unknown`.
    let known = region.known.ok_or(Gap::LeftOut)?;
    match known.zrs {
        None => Err(missing(
            object,
            "/redundancy",
            &wanted::REDUNDANCY,
            region.id,
        )),
        Some(true) => Ok(Verdict::Pass),
        Some(false) => {
            let label = Text::new(
                "Leave the redundancy to the region (LRS)",
                "由地域决定冗余类型（LRS）",
            );
            Fail::at(object, "/redundancy")
                .arg("kind", object.kind.label())
                .arg("name", store)
                .arg("region", region.id)
                .actual("ZRS")
                .fix(Safety::ChangesMeaning, label)
                .remove()
                .into()
        }
    }
}
