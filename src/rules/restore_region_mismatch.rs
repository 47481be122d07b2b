//! A restore from a mirror ends in the mirror's region.

use super::declare::declare_rule;
use crate::facts::restore::{Asks, bound_to_region, never_from_mirror};
use crate::facts::{Facts, RestoreFact, Store};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::{Said, Text};

declare_rule! {
    "R001" "restore-region-mismatch", since "0.1", Restore, Error,
    fix ChangesMeaning, over Restores, in ALL,
    from [CROSS_REGION_BACKUP, MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA],
    rests on [RESTORE_IN_REGION, RESTORE_FREE],
    title: { en: "a restore out of the mirror's region", zh: "恢复目标不在镜像库所在地域" },
    message: {
        en: "restore `{restore}` goes to `{region}`, but its mirror `{mirror}` is in `{home}`",
        zh: "恢复 `{restore}` 的目标位于 `{region}`，而镜像库 `{mirror}` 位于 `{home}`",
    },
    expected: { en: "`{home}`, the region of the mirror", zh: "镜像库所在地域 `{home}`" },
    what: {
        en: "Data on Alibaba Cloud that is restored from a mirror goes to a destination in the mirror's region. Destinations on premises have no such condition.",
        zh: "从镜像库恢复到阿里云上的目标时，目标须位于镜像库所在地域。本地目标没有这一要求。",
    },
    why: {
        en: "The restore job offers instances, buckets and file systems of the mirror's region only. A destination elsewhere turns out to be out of reach on the day it is needed.",
        zh: "恢复任务只提供镜像库所在地域的实例、Bucket 和文件系统。目标若在其他地域，真正需要恢复时才会发现无法使用。",
    },
    remedy: {
        en: "Prepare the destination in the mirror's region, and move the data on from there if it has to end elsewhere.",
        zh: "在镜像库所在地域准备恢复目标；如数据最终要放到其他地域，恢复后再迁移。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let source = facts.restored_kind(restore)?;
    let Store::Mirror(mirror) = facts.store(restore)? else {
        return Ok(Verdict::NotApplicable);
    };
    if never_from_mirror(source, facts.edition) {
        return Ok(Verdict::NotApplicable);
    }
    let kind = facts.destination_kind(restore)?;
    let place = restore.doc.to.as_ref().and_then(|to| to.place);
    if !bound_to_region(kind, place, facts.edition) {
        return Ok(Verdict::NotApplicable);
    }
    facts.destination(restore, Asks::Region)?;
    let (own, home) = (restore.region()?, mirror.region()?);
    let (own, home) = (facts.listed(own)?, facts.listed(home)?);
    if own.same(home) {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Put the destination into {region}",
        "将恢复目标改到 {region}",
    );
    let region = home
        .known
        .map_or_else(|| Said::from(home.id), |known| known.name().into());
    Fail::at(restore, "/to/region")
        .arg("restore", restore)
        .arg("region", own.id)
        .arg("mirror", mirror)
        .arg("home", home.id)
        .actual(own.id)
        .fix(Safety::ChangesMeaning, label)
        .set(home.id)
        .with("region", region)
        .into()
}
