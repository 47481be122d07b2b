//! A mirror lives in another region than the vault that it copies.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, SourceRef};
use crate::finding::{Consequence, Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M001" "mirror-same-region", since "0.1", Mirror, Error,
    fix ChangesMeaning, over Mirrors, in ALL,
    from [CROSS_REGION_BACKUP, MIRROR_VAULTS_2019_FILES],
    rests on [OTHER_REGION],
    title: { en: "a mirror in the region of its source", zh: "镜像库与源备份库在同一地域" },
    message: {
        en: "mirror `{mirror}` is in `{region}`, the region of its source `{source}`",
        zh: "镜像库 `{mirror}` 位于 `{region}`，与源备份库 `{source}` 同一地域",
    },
    expected: { en: "a region other than `{region}`", zh: "`{region}` 以外的地域" },
    what: {
        en: "The region of a mirror is not the region of the vault that it copies.",
        zh: "镜像库的地域不能与其源备份库的地域相同。",
    },
    why: {
        en: "The service does not offer the source's region. A copy in the same region would be lost with it in a regional disaster.",
        zh: "服务不提供源地域供选择。同一地域的副本会在地域级灾难中一同丢失。",
    },
    remedy: {
        en: "Choose another region for the mirror. If the mirror exists already, check its record: the service would not have created it there.",
        zh: "为镜像库选择其他地域。若镜像库已存在，请核对其记录：服务不会在该地域创建它。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    // A mirror that names itself lies in its own region for that reason alone.
    if mirror.source == SourceRef::Mirror(mirror.object.index) {
        return Err(Gap::LeftOut);
    }
    let (own, source) = (mirror.region()?, facts.source_region(mirror)?);
    if !own.same(source) {
        return Ok(Verdict::Pass);
    }
    let mut fail = Fail::at(mirror, "/region")
        .arg("mirror", mirror)
        .arg("source", facts.source_name(mirror))
        .arg("region", own.id)
        .actual(own.id);
    if let Some(region) = facts.first_mirror_region(source) {
        let label = Text::new("Move the mirror to {region}", "将镜像库改到 {region}");
        fail = fail
            .fix(Safety::ChangesMeaning, label)
            .entails(Consequence::Recreates, mirror.doc.origin.is_some())
            .set(region.id)
            .with("region", region.name());
    }
    fail.into()
}
