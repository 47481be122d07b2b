//! A free-trial vault of OSS or NAS backup has no mirror.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, TrialFact, VaultKind};
use crate::finding::{Consequence, Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M006" "mirror-source-trial-oss-nas", since "0.1", Mirror, Error,
    fix ChangesMeaning, over Mirrors, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026, FREE_TRIAL],
    rests on [NO_TRIAL_OSS_NAS, TRIAL_LEAVES_OUT],
    title: { en: "a mirror of a free-trial OSS or NAS vault", zh: "为 OSS 或 NAS 免费试用库创建镜像库" },
    message: {
        en: "vault `{source}` is a free trial of {trial} backup, which mirror `{mirror}` cannot copy",
        zh: "备份库 `{source}` 是 {trial} 备份免费试用库，不能由镜像库 `{mirror}` 复制",
    },
    expected: { en: "a paid vault", zh: "付费备份库" },
    what: {
        en: "The source of a mirror is not a free-trial vault of OSS or NAS backup, unless the change plan converts the trial before it creates the mirror.",
        zh: "镜像库的源不能是 OSS 备份或 NAS 备份的免费试用库，除非变更计划先转为付费再创建镜像库。",
    },
    why: {
        en: "Free trials have no cross-region backup; the service refuses the mirror.",
        zh: "免费试用不支持跨地域备份，服务会拒绝创建镜像库。",
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
    // The type alone keeps such a vault from having a mirror, whatever its trial is of.
    if let Ok(VaultKind::Archive | VaultKind::Database | VaultKind::Container) = vault.kind() {
        return Err(Gap::LeftOut);
    }
    let word = match vault.trial()? {
        TrialFact::None => return Ok(Verdict::Pass),
        TrialFact::Tablestore => return Err(Gap::LeftOut),
        TrialFact::Oss => "OSS",
        TrialFact::Nas => "NAS",
    };
    let label = Text::new(
        "Plan `{source}` as a paid vault (convert its trial first)",
        "将 `{source}` 作为付费备份库（先转换其免费试用）",
    );
    Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", vault)
        .arg("trial", word)
        .actual(word)
        .fix(Safety::ChangesMeaning, label)
        .entails(Consequence::Costs, true)
        .remove_at(vault, "/trial")
        .with("source", vault)
        .into()
}
