//! An ECS instance is stopped before it is rolled back.

use super::declare::declare_rule;
use crate::facts::{Facts, RestoreFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "R016" "restore-ecs-rollback-running", since "0.2", Restore, Warning,
    fix ByHand, over Restores, in SINCE_2021,
    from [RESTORE_ECS_2021, GO_SDK],
    rests on [ROLLBACK_STOPPED],
    title: {
        en: "a running ECS instance rolled back",
        zh: "回滚运行中的 ECS 实例",
    },
    message: {
        en: "restore `{restore}` rolls back an ECS instance that is running",
        zh: "恢复 `{restore}` 回滚的 ECS 实例正在运行",
    },
    expected: {
        en: "a stopped instance",
        zh: "已停止的实例",
    },
    what: {
        en: "An ECS instance that is rolled back is stopped.",
        zh: "被回滚的 ECS 实例已停止。",
    },
    why: {
        en: "A rollback needs a stopped instance, and overwrites what was written after the backup.",
        zh: "回滚要求实例已停止，并会覆盖备份之后写入的数据。",
    },
    remedy: {
        en: "Stop the instance first, or restore to a new one by cloning.",
        zh: "先停止实例，或以克隆方式恢复为新实例。",
    },
}

fn judge(restore: &RestoreFact<'_>, _: &Facts<'_>) -> Judged {
    let kind = restore.doc.kind.as_deref();
    if !matches!(kind, Some("UDM_ECS_ROLLBACK" | "UDM_ECS_DISK_ROLLBACK")) {
        return Ok(Verdict::NotApplicable);
    }
    match restore.doc.to.as_deref().and_then(|to| to.running) {
        Some(true) => {}
        Some(false) => return Ok(Verdict::Pass),
        None => return Ok(Verdict::NotApplicable),
    }
    let label = Text::new("Stop it first, or clone it", "先停止实例，或改为克隆");
    Fail::at(restore, "/to/running")
        .arg("restore", restore)
        .actual("true")
        .fix(Safety::ByHand, label)
        .into()
}
