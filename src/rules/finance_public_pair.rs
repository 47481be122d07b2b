//! Finance Cloud and the public cloud are not paired.

use super::declare::declare_rule;
use super::shared::offer_region;
use crate::facts::{Facts, MirrorFact};
use crate::finding::{Fail, Gap, Judged, Verdict};

declare_rule! {
    "M024" "finance-public-pair", since "0.2", Mirror, Warning,
    fix ChangesMeaning, over Mirrors, in CLOUD_BACKUP,
    from [DISK_REPLICATION_LIMITS, CROSS_REGION_BACKUP],
    rests on [FINANCE_APART, ONLY_SOME_REGIONS],
    title: { en: "a pair of Finance Cloud and the public cloud", zh: "金融云与公共云配对" },
    message: {
        en: "mirror `{mirror}` in `{region}` copies `{source}` in `{from}`: one is Finance Cloud, the other is not",
        zh: "位于 `{region}` 的镜像库 `{mirror}` 复制位于 `{from}` 的 `{source}`：一方为金融云，另一方不是",
    },
    expected: { en: "two regions of the same cloud", zh: "同属一种云的两个地域" },
    what: {
        en: "A mirror and its source lie both in Finance Cloud, or both in the public cloud.",
        zh: "镜像库与其源备份库同在金融云，或同在公共云。",
    },
    why: {
        en: "Finance Cloud stands apart from the public cloud. Disk replication cannot cross between them, and no page says that cross-region backup can.",
        zh: "金融云与公共云相互隔离。云盘复制不能跨越二者，也没有页面说明跨地域备份可以。",
    },
    remedy: {
        en: "Pair Finance Cloud regions with each other.",
        zh: "请在金融云的地域之间配对。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let (own, source) = (mirror.region()?, facts.source_region(mirror)?);
    // An unlisted region is the business of `vault-region-unknown`.
    let clouds = (own.known.zip(source.known)).ok_or(Gap::LeftOut)?;
    if clouds.0.finance == clouds.1.finance {
        return Ok(Verdict::Pass);
    }
    let fail = Fail::at(mirror, "/region")
        .arg("mirror", mirror)
        .arg("source", facts.source_name(mirror))
        .arg("from", source.id)
        .arg("region", own.id)
        .actual(own.id);
    offer_region(fail, mirror, facts.first_mirror_region(source)).into()
}
