//! Local redundancy is not expected where the region is zone-redundant.

use super::declare::declare_rule;
use crate::catalog::wanted;
use crate::facts::{Facts, Store, missing};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V008" "lrs-in-zrs-region", since "0.1", Vault, Warning,
    fix ChangesMeaning, over Stores, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, BASIC_CONCEPTS],
    rests on [REDUNDANCY_BY_REGION, ZRS_REGIONS],
    title: {
        en: "local redundancy in a region with zone redundancy",
        zh: "地域支持同城冗余却填写 LRS",
    },
    message: {
        en: "{kind} `{name}` states `LRS`, and new vaults in `{region}` are zone-redundant",
        zh: "{kind} `{name}` 填写了 `LRS`，而 `{region}` 新建的备份库为同城冗余",
    },
    expected: {
        en: "`ZRS`",
        zh: "`ZRS`",
    },
    what: {
        en: "Locally redundant storage (LRS) is not stated in a region that has zone-redundant storage.",
        zh: "在支持同城冗余的地域不填写本地冗余（LRS）。",
    },
    why: {
        en: "The service uses zone redundancy by itself wherever the region has it. Vaults from before that time may stay locally redundant.",
        zh: "只要地域支持，服务会自动采用同城冗余。在此之前创建的备份库可能仍为本地冗余。",
    },
    remedy: {
        en: "Expect ZRS for a new vault. If an old vault really is LRS, keep the record: it stays so.",
        zh: "新建备份库按 ZRS 考虑。若旧备份库确为 LRS，可保留该记录：它不会改变。",
    },
}

fn judge(store: Store<'_, '_>, _: &Facts<'_>) -> Judged {
    let object = store.object();
    if store.redundancy() != Some("LRS") {
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
        Some(false) => Ok(Verdict::Pass),
        Some(true) => {
            let label = Text::new(
                "Leave the redundancy to the region (ZRS)",
                "由地域决定冗余类型（ZRS）",
            );
            Fail::at(object, "/redundancy")
                .arg("kind", object.kind.label())
                .arg("name", store)
                .arg("region", region.id)
                .actual("LRS")
                .fix(Safety::ChangesMeaning, label)
                .remove()
                .into()
        }
    }
}
