//! Says, once a region, that no page confirms its support of cross-region backup. Never a reason to be undecided.

use super::declare::declare_rule;
use crate::facts::{Facts, RegionFact};
use crate::finding::{Fail, Gap, Judged, Safety, Spot, Verdict};
use crate::lang::Text;

declare_rule! {
    "M015" "mirror-region-unconfirmed", since "0.1", Mirror, Advice,
    fix ByHand, over MirrorRegions, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, SUPPORTED_REGIONS, GO_SDK],
    rests on [ONLY_SOME_REGIONS, FEATURES_VARY_BY_REGION],
    title: { en: "a region whose cross-region backup is unconfirmed", zh: "地域是否支持跨地域备份未经确认" },
    message: {
        en: "no page confirms that region `{region}` supports cross-region backup",
        zh: "没有页面确认地域 `{region}` 支持跨地域备份",
    },
    expected: { en: "a confirmed region", zh: "已确认的地域" },
    what: {
        en: "For the region of each mirror and of its source, a page or the account's own list says whether cross-region backup is supported.",
        zh: "对于每个镜像库及其源备份库的地域，有页面或账号自己的列表说明是否支持跨地域备份。",
    },
    why: {
        en: "Only some regions support it, and the documentation leaves the list to the console.",
        zh: "仅部分地域支持，文档将具体列表交由控制台说明。",
    },
    remedy: {
        en: "Look whether the console offers the region when a mirror is created, or load the answer of DescribeVaultReplicationRegions into the plan.",
        zh: "请查看控制台创建镜像库时是否提供该地域，或将 DescribeVaultReplicationRegions 的返回结果载入方案。",
    },
}

fn judge(region: RegionFact<'_>, spot: &Spot, facts: &Facts<'_>) -> Judged {
    match facts.cross_region_support(region) {
        Some(true) => return Ok(Verdict::Pass),
        Some(false) => return Err(Gap::LeftOut),
        // That an id is listed nowhere is said by the rule on region ids.
        None if region.known.is_none() => return Err(Gap::LeftOut),
        // A region that has left the service is told by the rule on such regions.
        None if facts.is_retired(region) => return Err(Gap::LeftOut),
        None => {}
    }
    let label = Text::new(
        "Check the region in the console, or load the account's list of replication regions",
        "在控制台核对该地域，或载入账号的复制地域列表",
    );
    Fail::of(spot.clone())
        .arg("region", region.id)
        .actual(region.id)
        .fix(Safety::ByHand, label)
        .into()
}
