//! A restore goes to a destination of the source's type.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::catalog::{vocabulary, wanted};
use crate::facts::restore::accepts;
use crate::facts::{Facts, RestoreFact, missing};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::{Said, Text};

declare_rule! {
    "R002" "restore-type-mismatch", since "0.1", Restore, Error,
    fix ChangesMeaning, over Restores, in ALL,
    from [GO_SDK, RESTORE_TO_ECS, RESTORE_VMWARE_2021],
    rests on [RESTORE_SAME_TYPE, RESTORE_ECS_FILES, RESTORE_VMWARE],
    title: { en: "a restore to another type of destination", zh: "恢复目标与数据源类型不同" },
    message: {
        en: "restore `{restore}` puts a backup of type {source} into a destination of type {destination}",
        zh: "恢复 `{restore}` 要将“{source}”的备份恢复到“{destination}”类型的目标",
    },
    expected: { en: "a destination of type {source}", zh: "“{source}”类型的目标" },
    what: {
        en: "The destination of a restore has the type of its source. Files of ECS instances may also go to servers on premises, and VMware virtual machines to ECS instances.",
        zh: "恢复目标的类型与数据源相同。ECS 文件也可恢复到本地服务器，VMware 虚拟机也可恢复到 ECS 实例。",
    },
    why: {
        en: "A restore job has one type for both sides; there is none that turns the backup of a bucket into files or the backup of files into a bucket.",
        zh: "一个恢复任务两端类型相同，没有能把 Bucket 的备份变成文件、或把文件的备份变成 Bucket 的任务。",
    },
    remedy: {
        en: "Restore to a destination of the source's type and convert the data there with tools of your own, or leave the type out.",
        zh: "先恢复到与数据源同类型的目标，再用其他工具转换；或不填写目标类型。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let source = facts.restored_kind(restore)?;
    let to = restore.doc.to.as_ref().ok_or(Gap::LeftOut)?;
    let Some(word) = to.kind.as_deref().filter(|word| !word.trim().is_empty()) else {
        return Ok(Verdict::Pass);
    };
    let kind = SourceKind::from_word(word)
        .ok_or_else(|| missing(restore.object, "/to/type", &wanted::VALUE, word))?;
    if accepts(source, kind, facts.edition) {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Use the source's type", "改用数据源的类型");
    let destination = vocabulary::SOURCE_TYPE
        .label(word)
        .map_or_else(|| Said::from(word), Said::from);
    Fail::at(restore, "/to/type")
        .arg("restore", restore)
        .arg("source", source.label())
        .arg("destination", destination)
        .actual(word)
        .fix(Safety::ChangesMeaning, label)
        .remove()
        .into()
}
