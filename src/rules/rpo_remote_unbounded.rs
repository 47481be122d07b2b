//! No number is promised for the delay of the copy in another region.

use super::declare::declare_rule;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S012" "rpo-remote-unbounded", since "0.2", Source, Warning,
    fix ByHand, over Sources, in ALL,
    from [CROSS_REGION_BACKUP_2026, CROSS_REGION_BACKUP_NEWEST, CROSS_REGION_BACKUP],
    rests on [NO_REMOTE_NUMBER],
    title: {
        en: "a recovery point objective for the copy in another region",
        zh: "为异地副本设定了恢复点目标",
    },
    message: {
        en: "source `{source}` may lose {rpo} minutes of work in its copy in another region, and the service promises no number for the delay of that copy",
        zh: "数据源 `{source}` 的异地副本最多可丢失 {rpo} 分钟的数据，但服务不承诺异地副本的延迟数值",
    },
    expected: {
        en: "a delay that was measured, or replication by the database itself",
        zh: "实测的延迟，或由数据库自身复制",
    },
    what: {
        en: "No source states a recovery point objective for its copy in another region: what is asked for there cannot be promised.",
        zh: "没有数据源为异地副本设定恢复点目标：这一要求无法得到承诺。",
    },
    why: {
        en: "Copies follow continuously, and data from before the mirror was created begins to follow later. No page states a number.",
        zh: "复制是持续进行的，镜像库创建之前的数据要稍后才开始复制。没有页面给出数值。",
    },
    remedy: {
        en: "Measure the delay over some weeks, and check it in drills. For strict objectives use the replication of the database itself.",
        zh: "用数周时间测量延迟，并在演练中核对。要求严格时，请使用数据库自身的复制。",
    },
}

fn judge(source: &SourceFact<'_>, _: &Facts<'_>) -> Judged {
    let Some(objectives) = source.doc.objectives.as_deref() else {
        return Ok(Verdict::NotApplicable);
    };
    let Some(rpo) = objectives.remote_rpo_minutes else {
        return Ok(Verdict::Pass);
    };
    let label = Text::new("Measure the delay of the copies", "测量异地副本的延迟");
    Fail::at(source, "/objectives/remoteRpoMinutes")
        .arg("source", source)
        .arg("rpo", rpo.0)
        .actual(&rpo.0.to_string())
        .fix(Safety::ByHand, label)
        .into()
}
