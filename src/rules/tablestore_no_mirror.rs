//! A vault of Tablestore backups has a mirror.

use super::declare::declare_rule;
use super::shared::offer_mirror;
use crate::facts::{Facts, SecondCopy, VaultFact};
use crate::finding::{Fail, Gap, Judged, Verdict};

declare_rule! {
    "M026" "tablestore-no-mirror", since "0.2", Mirror, Warning,
    fix ChangesMeaning, over Vaults, in CLOUD_BACKUP,
    from [CLOUD_CONFIG_TABLESTORE, CROSS_REGION_BACKUP],
    rests on [TABLESTORE_WITHOUT_COPY, REMOTE_COPY_ADVISED],
    title: { en: "a Tablestore vault without a mirror", zh: "表格存储备份库没有镜像库" },
    message: {
        en: "vault `{vault}` holds Tablestore backups and has no copy in another region",
        zh: "备份库 `{vault}` 存放表格存储备份，在其他地域没有副本",
    },
    expected: { en: "a mirror in another region", zh: "其他地域的镜像库" },
    what: {
        en: "A vault for Tablestore, unless it is a free trial, has a mirror or another vault in another region that takes the same sources.",
        zh: "存放表格存储备份的备份库（免费试用除外）有镜像库，或在其他地域有存放相同数据源的备份库。",
    },
    why: {
        en: "Cloud Config rates such a vault without cross-region backup as a high risk.",
        zh: "配置审计将此类未开启跨地域备份的备份库评为高风险。",
    },
    remedy: {
        en: "Add a mirror in another region.",
        zh: "在其他地域添加镜像库。",
    },
}

fn judge(vault: &VaultFact<'_>, facts: &Facts<'_>) -> Judged {
    if !vault.tablestore {
        return Ok(Verdict::NotApplicable);
    }
    match vault.second_copy {
        SecondCopy::Exists => Ok(Verdict::Pass),
        SecondCopy::NoneOfTablestore => {
            offer_mirror(Fail::at(vault, "").arg("vault", vault), vault, facts).into()
        }
        _ => Err(Gap::LeftOut),
    }
}
