//! A free-trial vault of Tablestore backup has no mirror: said outright since 2026, before by the trial's limits.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, TrialFact, VaultKind};
use crate::finding::{Consequence, Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M007" "mirror-source-trial-tablestore", since "0.1", Mirror, Error (MirrorVault: Warning),
    fix ChangesMeaning, over Mirrors, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP_2026, FREE_TRIAL],
    rests on [NO_TRIAL_TABLESTORE, TRIAL_LEAVES_OUT],
    title: { en: "a mirror of a free-trial Tablestore vault", zh: "为表格存储免费试用库创建镜像库" },
    message: {
        en: "vault `{source}` is a free trial of Tablestore backup, which has no cross-region backup for mirror `{mirror}`",
        zh: "备份库 `{source}` 是表格存储备份免费试用库，不支持跨地域备份到镜像库 `{mirror}`",
    },
    expected: { en: "a paid vault", zh: "付费备份库" },
    what: {
        en: "The source of a mirror is not a free-trial vault of Tablestore backup, unless the change plan converts the trial before it creates the mirror.",
        zh: "镜像库的源不能是表格存储备份的免费试用库，除非变更计划先转为付费再创建镜像库。",
    },
    why: {
        en: "Since 2026 the service names these vaults among those without cross-region backup. The page with the older wording names only OSS and NAS, while the terms of the trial leave replication out for all: hence a warning there.",
        zh: "自 2026 年起，服务将此类备份库列为不支持跨地域备份。旧版页面只列出 OSS 与 NAS，但试用说明对所有试用均不含复制，因此在旧版中为警告。",
    },
    remedy: {
        en: "Convert the trial to a paid vault first: Storage Vaults, column Status, Trial Settings. The vault is billed from then on.",
        zh: "请先转为付费备份库：在存储库管理页面的状态列进行试用设置。此后该备份库开始计费。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let vault = facts.source_vault(mirror)?;
    if vault.is_paid_before(mirror) {
        return Ok(Verdict::Pass);
    }
    if let Ok(VaultKind::Archive | VaultKind::Database | VaultKind::Container) = vault.kind() {
        return Err(Gap::LeftOut);
    }
    // Of which source a trial is, is asked once, by the rule on OSS and NAS.
    match vault.trial().map_err(|_| Gap::LeftOut)? {
        TrialFact::None => return Ok(Verdict::Pass),
        TrialFact::Oss | TrialFact::Nas => return Err(Gap::LeftOut),
        TrialFact::Tablestore => {}
    }
    let label = Text::new(
        "Plan `{source}` as a paid vault (convert its trial first)",
        "将 `{source}` 作为付费备份库（先转换其免费试用）",
    );
    Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", vault)
        .actual("OTS")
        .fix(Safety::ChangesMeaning, label)
        .entails(Consequence::Costs, true)
        .remove_at(vault, "/trial")
        .with("source", vault)
        .into()
}
