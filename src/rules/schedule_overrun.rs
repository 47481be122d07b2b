//! A run ends before the next one is due.

use super::declare::declare_rule;
use super::shared::run_every;
use crate::facts::schedule::Schedule;
use crate::facts::{Facts, PolicyRuleFact, stated};
use crate::finding::{Fail, Judged, Verdict};

declare_rule! {
    "P010" "schedule-overrun", since "0.2", Policy, Warning,
    fix ChangesMeaning, over PolicyRules, in ALL,
    from [BACKUP_POLICIES, GO_SDK],
    rests on [RUN_SKIPPED],
    title: {
        en: "a backup that takes longer than its interval",
        zh: "备份用时超过备份间隔",
    },
    message: {
        en: "a backup by policy `{policy}` takes {run} minutes, and the next one is due after {interval} minutes",
        zh: "备份策略 `{policy}` 的一次备份用时 {run} 分钟，而下一次备份在 {interval} 分钟后到期",
    },
    expected: {
        en: "an interval of at least {run} minutes",
        zh: "间隔不少于 {run} 分钟",
    },
    what: {
        en: "The expected time of a run is not longer than the shortest time between two runs of the schedule. Schedules that do not tell it simply are left out.",
        zh: "一次备份的预计用时不超过两次备份之间的最短间隔。无法简单得出间隔的计划时间不检查。",
    },
    why: {
        en: "The next run is left out while the one before it is still going, and not made up for: there are fewer backups than the schedule says.",
        zh: "上一次备份未完成时，下一次备份不会执行，也不会补做，实际备份次数将少于计划。",
    },
    remedy: {
        en: "Lengthen the interval, or split the source over several policies.",
        zh: "延长间隔，或将数据源拆分到多条策略。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let (Some(run), Some(text)) = (rule.doc.run_minutes, stated(rule.doc.schedule.as_ref())) else {
        return Ok(Verdict::NotApplicable);
    };
    let Some(schedule) = Schedule::parse(text) else {
        return Ok(Verdict::NotApplicable);
    };
    let Some(gaps) = schedule.gaps() else {
        return Ok(Verdict::NotApplicable);
    };
    if run.0 * 60 <= gaps.shortest {
        return Ok(Verdict::Pass);
    }
    let fail = Fail::of(rule.spot("/runMinutes"))
        .arg("policy", facts.name(rule.object))
        .arg("run", run.0)
        .arg("interval", gaps.shortest / 60)
        .actual(text);
    run_every(fail, rule, schedule.start, run.0).into()
}
