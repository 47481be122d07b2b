//! A vault that keeps its data in one zone has a copy in another region.

use super::declare::declare_rule;
use super::shared::offer_mirror;
use crate::facts::{Facts, SecondCopy, VaultFact};
use crate::finding::{Fail, Gap, Judged, Verdict};

declare_rule! {
    "M027" "lrs-without-mirror", since "0.2", Mirror, Warning,
    fix ChangesMeaning, over Vaults, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, BASIC_CONCEPTS, CROSS_REGION_BACKUP_NEWEST],
    rests on [REDUNDANCY_BY_REGION, ZRS_REGIONS, REMOTE_COPY_ADVISED],
    title: { en: "a locally redundant vault without a mirror", zh: "本地冗余备份库没有镜像库" },
    message: {
        en: "vault `{vault}` keeps its data in one zone (LRS) and has no copy in another region",
        zh: "备份库 `{vault}` 的数据只存放在一个可用区（LRS），在其他地域没有副本",
    },
    expected: { en: "a mirror, or a region with zone redundancy", zh: "镜像库，或支持同城冗余的地域" },
    what: {
        en: "A vault that is locally redundant, as stated or by its region, has a copy in another region. Where no page tells the redundancy of a region, this rule is silent.",
        zh: "按填写内容或所在地域为本地冗余的备份库，在其他地域有副本。若没有页面说明地域的冗余类型，本规则不作判断。",
    },
    why: {
        en: "The failure of one data centre can lose every backup in the vault.",
        zh: "单个数据中心故障就可能丢失备份库中的全部备份。",
    },
    remedy: {
        en: "Add a mirror in another region (a free trial has to become a paid vault first), or back up in a region with zone redundancy.",
        zh: "在其他地域添加镜像库（免费试用须先转为付费），或备份到支持同城冗余的地域。",
    },
}

fn judge(vault: &VaultFact<'_>, facts: &Facts<'_>) -> Judged {
    match vault.second_copy {
        SecondCopy::Exists => Ok(Verdict::Pass),
        SecondCopy::NoneOfOneZone => {
            offer_mirror(Fail::at(vault, "").arg("vault", vault), vault, facts).into()
        }
        _ => Err(Gap::LeftOut),
    }
}
