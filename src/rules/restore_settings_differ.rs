//! A restore from a mirror has the settings of the backup job.

use super::declare::declare_rule;
use super::shared::listed;
use crate::facts::restore::never_from_mirror;
use crate::facts::{Facts, RestoreFact, Store};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "R010" "restore-settings-differ", since "0.1", Restore, Advice,
    fix ChangesMeaning, over Restores, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP],
    rests on [RESTORE_SETTINGS],
    title: { en: "restore settings that differ from the backup's", zh: "恢复设置与备份设置不一致" },
    message: {
        en: "restore `{restore}` differs from its backup job in {settings}",
        zh: "恢复 `{restore}` 的以下设置与备份任务不一致：{settings}",
    },
    expected: { en: "the settings of the backup job", zh: "与备份任务相同的设置" },
    what: {
        en: "Apart from the vault and the destination, the settings of a restore from a mirror equal those of the backup job.",
        zh: "除备份库和恢复目标外，从镜像库恢复的各项设置应与备份任务一致。",
    },
    why: {
        en: "The vendor's procedure asks for equal settings. With others, not everything may be found, or it may end in another place.",
        zh: "厂商的操作步骤要求设置一致。否则可能找不到全部数据，或恢复到其他位置。",
    },
    remedy: {
        en: "Make the settings equal to those of the backup job, then take them off the list.",
        zh: "将这些设置改为与备份任务一致，然后从列表中移除。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let Store::Mirror(_) = facts.store(restore)? else {
        return Ok(Verdict::NotApplicable);
    };
    if never_from_mirror(facts.restored_kind(restore)?, facts.edition) {
        return Ok(Verdict::NotApplicable);
    }
    let names = restore.doc.differing_settings.iter().map(|name| &**name);
    if names.len() == 0 {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Use the settings of the backup job", "改用备份任务的设置");
    Fail::at(restore, "/differingSettings")
        .arg("restore", restore)
        .arg("settings", listed(names, "`"))
        .fix(Safety::ChangesMeaning, label)
        .remove()
        .into()
}
