//! Data that crosses the border of the Chinese mainland is cleared for that.

use super::declare::declare_rule;
use super::shared::offer_region;
use crate::facts::{Facts, MirrorFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M023" "mirror-crosses-border", since "0.2", Mirror, Advice,
    fix ByHand, over Mirrors, in ALL,
    from [REGION_IDS, CROSS_REGION_BACKUP],
    rests on [BORDER],
    title: { en: "a copy across the border of the Chinese mainland", zh: "副本跨越中国内地边界" },
    message: {
        en: "mirror `{mirror}` carries data of `{source}` from `{from}` to `{region}`, across the border of the Chinese mainland",
        zh: "镜像库 `{mirror}` 将 `{source}` 的数据从 `{from}` 复制到 `{region}`，跨越中国内地边界",
    },
    expected: { en: "both regions on one side", zh: "两个地域在同一侧" },
    what: {
        en: "A mirror and its source lie both in the Chinese mainland, or both outside.",
        zh: "镜像库与其源备份库同在中国内地，或同在内地以外。",
    },
    why: {
        en: "Backups may hold personal data, whose transfer across the border has to be cleared by law. The service does not ask.",
        zh: "备份可能包含个人信息，其跨境传输须依法履行手续，服务不会询问。",
    },
    remedy: {
        en: "Have the transfer cleared, or mirror on the same side.",
        zh: "依法履行手续，或在同一侧建立镜像库。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let (own, source) = (mirror.region()?, facts.source_region(mirror)?);
    // An unlisted region is the business of `vault-region-unknown`.
    let sides = (own.known.zip(source.known)).ok_or(Gap::LeftOut)?;
    if sides.0.mainland == sides.1.mainland {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Have the transfer cleared", "依法履行数据出境手续");
    let fail = Fail::at(mirror, "/region")
        .arg("mirror", mirror)
        .arg("source", facts.source_name(mirror))
        .arg("from", source.id)
        .arg("region", own.id)
        .actual(own.id)
        .fix(Safety::ByHand, label);
    let better = facts.first_mirror_region(source);
    offer_region(
        fail,
        mirror,
        better.filter(|region| region.mainland == sides.1.mainland),
    )
    .into()
}
