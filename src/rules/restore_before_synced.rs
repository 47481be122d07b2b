//! A restore from a mirror is planned after the first synchronisation.

use super::declare::declare_rule;
use crate::facts::restore::never_from_mirror;
use crate::facts::{Facts, RestoreFact, Store, sync};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::model::time;

declare_rule! {
    "R009" "restore-before-synced", since "0.1", Restore, Warning,
    fix ChangesMeaning, over Restores, in BEFORE_2026,
    from [CROSS_REGION_BACKUP, MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA],
    rests on [RESTORE_NEW_DATA, RESTORE_HISTORY],
    title: { en: "a restore before the first synchronisation is over", zh: "恢复早于首次同步完成" },
    message: {
        en: "restore `{restore}` is planned for `{at}`, when mirror `{mirror}` does not hold the history yet (`{earliest}` at the earliest)",
        zh: "恢复 `{restore}` 计划于 `{at}`，此时镜像库 `{mirror}` 尚未同步历史数据（最早 `{earliest}`）",
    },
    expected: { en: "`{earliest}` or later", zh: "`{earliest}` 或之后" },
    what: {
        en: "A restore from a mirror is planned for a time when the mirror holds the history of its source: from 90 minutes after its creation, plus the time that the copying takes.",
        zh: "从镜像库恢复的计划时间应在镜像库已同步历史数据之后：创建 90 分钟后开始同步，再加上同步所需时间。",
    },
    why: {
        en: "New backups reach the mirror at once, older ones only later. A restore that is too early does not find them.",
        zh: "新的备份会实时到达镜像库，更早的备份则较晚。过早恢复会找不到这些备份。",
    },
    remedy: {
        en: "Plan the restore later, or restore from the source vault. The progress of the synchronisation is shown in the mirror's region.",
        zh: "推迟恢复，或从源备份库恢复。同步进度可在镜像库所在地域查看。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(at) = &restore.doc.at else {
        return Ok(Verdict::NotApplicable);
    };
    let Store::Mirror(mirror) = facts.store(restore)? else {
        return Ok(Verdict::NotApplicable);
    };
    if never_from_mirror(facts.restored_kind(restore)?, facts.edition) {
        return Ok(Verdict::NotApplicable);
    }
    if mirror.doc.history_percent.is_some_and(|done| done.0 >= 100) {
        return Ok(Verdict::Pass);
    }
    let begin = sync::history_begins(facts.mirror_created(mirror)?);
    let (earliest, known) = match facts.history_seconds(mirror) {
        Ok(seconds) => (begin.saturating_add(seconds), true),
        Err(Gap::LeftOut) => return Err(Gap::LeftOut),
        // Before the history begins to be copied, its amount does not matter.
        Err(_) if at.unix < begin => (begin, false),
        Err(gap) => return Err(gap),
    };
    if at.unix >= earliest {
        return Ok(Verdict::Pass);
    }
    let earliest = time::format(earliest);
    let mut fail = Fail::at(restore, "/at")
        .arg("restore", restore)
        .arg("mirror", mirror)
        .arg("at", &*at.text)
        .arg("earliest", earliest.as_str())
        .actual(&at.text);
    if known && time::parse(&earliest).is_some() {
        let label = Text::new("Plan it for {earliest}", "改到 {earliest}");
        fail = fail
            .fix(Safety::ChangesMeaning, label)
            .set(earliest.as_str())
            .with("earliest", earliest);
    }
    fail.into()
}
