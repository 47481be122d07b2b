//! The hours of bandwidth limits do not overlap.

use super::declare::declare_rule;
use crate::facts::{Facts, PolicyFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "P037" "bandwidth-overlap", since "0.2", Policy, Error,
    fix NeedsValue, over Policies, in CLOUD_BACKUP,
    from [GO_SDK],
    rests on [SPEED_LIMIT],
    title: {
        en: "bandwidth limits that overlap",
        zh: "带宽限制时段重叠",
    },
    message: {
        en: "the bandwidth limits of policy `{policy}`, `{limit}`, {what}",
        zh: "备份策略 `{policy}` 的带宽限制 `{limit}` {what}",
    },
    expected: {
        en: "`start:end:KB/s` for hours that do not overlap, joined by `|`",
        zh: "以 `|` 连接、时段互不重叠的 `start:end:KB/s`",
    },
    what: {
        en: "Bandwidth limits are written as start hour, end hour and KB/s; no hour is in two of them.",
        zh: "带宽限制写作起始小时、结束小时和 KB/s，任一小时不出现在两条限制中。",
    },
    why: {
        en: "The service takes one limit an hour.",
        zh: "服务对每个小时只接受一条限制。",
    },
    remedy: {
        en: "Correct the hours.",
        zh: "更正时段。",
    },
}

fn judge(policy: &PolicyFact<'_>, _: &Facts<'_>) -> Judged {
    let Some(limit) = policy.doc.speed_limit.as_deref() else {
        return Ok(Verdict::NotApplicable);
    };
    // A bit for each hour of the day.
    let mut taken = 0_u32;
    let mut what = None;
    for part in limit.split('|') {
        match hours(part) {
            None => {
                let unreadable = Text::new(
                    "are not written as `start:end:KB/s`",
                    "不符合 `start:end:KB/s` 的写法",
                );
                what = Some(unreadable);
                break;
            }
            Some(hours) => {
                if taken & hours != 0 {
                    what = Some(Text::new("overlap", "时段重叠"));
                }
                taken |= hours;
            }
        }
    }
    let Some(what) = what else {
        return Ok(Verdict::Pass);
    };
    let label = Text::new("Correct the hours", "更正时段");
    Fail::at(policy, "/speedLimit")
        .arg("policy", policy)
        .arg("limit", limit)
        .arg("what", what)
        .actual(limit)
        .fix(Safety::NeedsValue, label)
        .into()
}

/// The hours of one limit, a bit for each; those that run over midnight go on in the morning.
fn hours(part: &str) -> Option<u32> {
    let mut fields = part.split(':');
    let (start, end, speed) = (fields.next()?, fields.next()?, fields.next()?);
    let (start, end): (u32, u32) = (start.trim().parse().ok()?, end.trim().parse().ok()?);
    let _: u64 = speed.trim().parse().ok()?;
    if fields.next().is_some() || start > 24 || end > 24 {
        return None;
    }
    let before = |hour: u32| (1_u32 << hour) - 1;
    Some(if start <= end {
        before(end) & !before(start)
    } else {
        before(24) & !before(start) | before(end)
    })
}
