//! The source region that a mirror states is that of the vault it names.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, RegionFact, stated};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M025" "mirror-source-region-differs", since "0.2", Mirror, Error,
    fix ChangesMeaning, over Mirrors, in CLOUD_BACKUP,
    from [VAULT_REPLICATION_API, DESCRIBE_VAULTS],
    rests on [SOURCE_WITH_REGION, ONE_REGION],
    title: { en: "a source region that is not the source's", zh: "源地域与源备份库不符" },
    message: {
        en: "mirror `{mirror}` looks for its source `{source}` in `{stated}`, and that vault is in `{region}`",
        zh: "镜像库 `{mirror}` 声明源备份库 `{source}` 位于 `{stated}`，而该备份库位于 `{region}`",
    },
    expected: { en: "`{region}`", zh: "`{region}`" },
    what: {
        en: "Where a mirror states the region of its source, it is the region of the vault that it names.",
        zh: "若镜像库填写了源地域，则与其引用的备份库的地域一致。",
    },
    why: {
        en: "The service looks the source up by id and region, and does not find it in another one.",
        zh: "服务按标识和地域查找源备份库，在其他地域找不到它。",
    },
    remedy: {
        en: "Correct the stated region, or the region of the vault, whichever is wrong.",
        zh: "更正源地域，或更正备份库的地域，以有误的一方为准。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(id) = stated(mirror.doc.source_region.as_ref()) else {
        return Ok(Verdict::NotApplicable);
    };
    // A source that is not in the plan is told by other rules.
    let vault = facts.source_vault(mirror).map_err(|_| Gap::LeftOut)?;
    let region = vault.region()?;
    if region.id == id {
        return Ok(Verdict::Pass);
    }
    // An unlisted region is the business of `vault-region-unknown`.
    if region.known.is_none() || RegionFact::new(id).known.is_none() {
        return Err(Gap::LeftOut);
    }
    let label = Text::new("State `{region}`", "改为 `{region}`");
    Fail::at(mirror, "/sourceRegion")
        .arg("mirror", mirror)
        .arg("source", vault)
        .arg("stated", id)
        .arg("region", region.id)
        .actual(id)
        .fix(Safety::ChangesMeaning, label)
        .set(region.id)
        .with("region", region.id)
        .into()
}
