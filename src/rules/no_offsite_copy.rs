//! Critical data has a copy in another region.

use super::declare::declare_rule;
use super::shared::offer_mirror;
use crate::facts::{Facts, SecondCopy, VaultFact};
use crate::finding::{Fail, Gap, Judged, Verdict};

declare_rule! {
    "M028" "no-offsite-copy", since "0.2", Mirror, Warning,
    fix ChangesMeaning, over Vaults, in ALL,
    from [CROSS_REGION_BACKUP, NIST_800_53, THREE_TWO_ONE_RULE],
    rests on [REMOTE_COPY_ADVISED, ALTERNATE_SITE],
    title: { en: "critical data without a copy in another region", zh: "关键数据在其他地域没有副本" },
    message: {
        en: "vault `{vault}` holds critical data and has no copy in another region",
        zh: "备份库 `{vault}` 存放关键数据，在其他地域没有副本",
    },
    expected: { en: "a copy in another region", zh: "其他地域的副本" },
    what: {
        en: "A vault that is marked as critical, or holds a source that is, has a mirror or another vault in another region that takes the same sources.",
        zh: "标记为关键或存放关键数据源的备份库有镜像库，或在其他地域有存放相同数据源的备份库。",
    },
    why: {
        en: "A disaster of the region would take the data and its backups at once.",
        zh: "地域级灾难会同时毁掉数据和备份。",
    },
    remedy: {
        en: "Add a mirror in another region. Where the type of vault allows none, back the source up to a second place as well.",
        zh: "在其他地域添加镜像库。若备份库类型不支持，请将数据源另外备份到第二处。",
    },
}

fn judge(vault: &VaultFact<'_>, facts: &Facts<'_>) -> Judged {
    if !vault.critical {
        return Ok(Verdict::NotApplicable);
    }
    match vault.second_copy {
        SecondCopy::Exists => Ok(Verdict::Pass),
        SecondCopy::NoneOfCritical => {
            offer_mirror(Fail::at(vault, "").arg("vault", vault), vault, facts).into()
        }
        _ => Err(Gap::LeftOut),
    }
}
