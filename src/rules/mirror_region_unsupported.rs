//! The regions of a mirror and of its source support cross-region backup. Said once a region.

use super::declare::declare_rule;
use crate::facts::{Facts, RegionFact};
use crate::finding::{Fail, Gap, Judged, ObjectKind, Safety, Spot, Verdict};
use crate::lang::Text;

declare_rule! {
    "M014" "mirror-region-unsupported", since "0.1", Mirror, Error,
    fix ChangesMeaning, over MirrorRegions, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, GO_SDK],
    rests on [ONLY_SOME_REGIONS],
    title: { en: "a region without cross-region backup", zh: "地域不支持跨地域备份" },
    message: {
        en: "region `{region}` is not in the account's list of regions with cross-region backup",
        zh: "地域 `{region}` 不在该账号支持跨地域备份的地域列表中",
    },
    expected: { en: "a region of that list", zh: "该列表中的地域" },
    what: {
        en: "The region of a mirror and the region of its source are in the list of regions with cross-region backup, as the account's own answer of DescribeVaultReplicationRegions gives it.",
        zh: "镜像库及其源备份库的地域均在支持跨地域备份的地域列表中，该列表来自账号自己的 DescribeVaultReplicationRegions 返回结果。",
    },
    why: {
        en: "The service creates mirrors only between regions that support cross-region backup.",
        zh: "服务只在支持跨地域备份的地域之间创建镜像库。",
    },
    remedy: {
        en: "Choose a region of the list. A vault cannot be moved: when the region of the source is not in the list, back up to a vault in another region.",
        zh: "请选择列表中的地域。备份库不能更换地域：若源备份库的地域不在列表中，请备份到其他地域的备份库。",
    },
}

fn judge(region: RegionFact<'_>, spot: &Spot, facts: &Facts<'_>) -> Judged {
    match facts.cross_region_support(region) {
        Some(true) => return Ok(Verdict::Pass),
        // That an id is listed nowhere is said by the rule on region ids.
        Some(false) if region.known.is_none() => return Err(Gap::LeftOut),
        Some(false) => {}
        None => return Err(Gap::LeftOut),
    }
    let mirror = (spot.object.kind == ObjectKind::Mirror && spot.path == "/region")
        .then(|| facts.mirrors.get(spot.object.index))
        .flatten();
    let other = mirror
        .and_then(|mirror| facts.source_region(mirror).ok())
        .and_then(|source| facts.first_mirror_region(source));
    let fail = Fail::of(spot.clone())
        .arg("region", region.id)
        .actual(region.id);
    match other {
        Some(other) => {
            let label = Text::new("Move the mirror to {region}", "将镜像库改到 {region}");
            fail.fix(Safety::ChangesMeaning, label)
                .set(other.id)
                .with("region", other.name())
        }
        None => {
            let label = Text::new(
                "Back up to a vault in a region that supports it",
                "备份到支持跨地域备份的地域中的备份库",
            );
            fail.fix(Safety::ByHand, label)
        }
    }
    .into()
}
