//! A schedule has one of the two forms that the service reads.

use super::declare::declare_rule;
use crate::facts::schedule::Schedule;
use crate::facts::{Facts, PolicyRuleFact, RuleKind, stated};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P009" "schedule-format", since "0.2", Policy, Error,
    fix NeedsValue, over PolicyRules, in CLOUD_BACKUP,
    from [GO_SDK],
    rests on [SCHEDULE_FORMAT],
    title: {
        en: "a malformed schedule",
        zh: "备份计划时间格式错误",
    },
    message: {
        en: "the schedule `{schedule}` of policy `{policy}` cannot be read",
        zh: "无法识别备份策略 `{policy}` 的备份计划时间 `{schedule}`",
    },
    expected: {
        en: "`I|start|interval` with an ISO 8601 interval such as `P1D`, or `C|start|cron`, with the start in Unix seconds",
        zh: "`I|起始时间|间隔`（ISO 8601 间隔，如 `P1D`）或 `C|起始时间|cron 表达式`，起始时间为 Unix 秒",
    },
    what: {
        en: "A schedule is written as `I|start|interval` or `C|start|cron`: the start in Unix seconds, the interval as ISO 8601 writes it, the cron expression with five to seven fields.",
        zh: "备份计划时间写作 `I|起始时间|间隔` 或 `C|起始时间|cron 表达式`：起始时间为 Unix 秒，间隔按 ISO 8601 书写，cron 表达式为五至七个字段。",
    },
    why: {
        en: "The service refuses other texts, so there would be no backup.",
        zh: "其他写法会被服务拒绝，备份便不会执行。",
    },
    remedy: {
        en: "Write the schedule in one of the two forms, such as `I|1767225600|P1D` for a daily backup.",
        zh: "按两种格式之一填写，例如每天备份为 `I|1767225600|P1D`。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let (Some(RuleKind::Backup), Some(schedule)) = (rule.kind, stated(rule.doc.schedule.as_ref()))
    else {
        return Ok(Verdict::NotApplicable);
    };
    if Schedule::parse(schedule).is_some() {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Write it as `I|start|interval` or `C|start|cron`",
        "写作 `I|起始时间|间隔` 或 `C|起始时间|cron 表达式`",
    );
    Fail::of(rule.spot("/schedule"))
        .arg("policy", facts.name(rule.object))
        .arg("schedule", schedule)
        .actual(schedule)
        .fix(Safety::NeedsValue, label)
        .into()
}
