//! The retention of an existing backup only grows.

use super::declare::declare_rule;
use super::shared::leave_out;
use crate::facts::{ChangeFact, FOR_GOOD, Facts};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::{Said, Text};
use crate::model::ChangeKind;

declare_rule! {
    "L004" "worm-shorten", since "0.2", Lock, Error,
    fix ByHand, over Changes, in CLOUD_BACKUP,
    from [ECS_FILE_PLAN, NAS_BACKUP],
    rests on [RETENTION_ONLY_GROWS],
    title: {
        en: "the retention of backups shortened",
        zh: "缩短备份的保留时间",
    },
    message: {
        en: "step {step} gives the backups of `{object}` a retention of {days} days, shorter than the one that they have: {kept}{unit}",
        zh: "第 {step} 步将 `{object}` 的备份保留时间设为 {days} 天，短于现有的保留时间：{kept}{unit}",
    },
    expected: {
        en: "the retention that the backups have, or a longer one",
        zh: "不短于现有的保留时间",
    },
    what: {
        en: "A step of the change plan does not shorten the retention of existing backups.",
        zh: "变更中的步骤不缩短已有备份的保留时间。",
    },
    why: {
        en: "The retention of a backup can be lengthened, never shortened, and that of a permanent one cannot be changed.",
        zh: "备份的保留时间只能延长，不能缩短；永久保留的备份不能更改。",
    },
    remedy: {
        en: "Let existing backups expire as they are, and give new ones the shorter retention in their policy.",
        zh: "让已有备份按原保留时间过期，在备份策略中为新备份设置较短的保留时间。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    if change.doc.kind != ChangeKind::SetRetention || !change.before.exists {
        return Ok(Verdict::NotApplicable);
    }
    let known = change.target.zip(change.doc.retention_days);
    let Some(((target, days), kept)) = known.zip(change.before.kept_days) else {
        return Ok(Verdict::NotApplicable);
    };
    if kept <= days.0 {
        return Ok(Verdict::Pass);
    }
    let (kept, unit): (Said, Text) = if kept == FOR_GOOD {
        (Text::new("permanent", "永久").into(), Text::same(""))
    } else {
        (kept.to_string().into(), Text::new(" days", " 天"))
    };
    let label = Text::new(
        "Give new backups the shorter retention in their policy",
        "在备份策略中为新备份设置较短的保留时间",
    );
    let fail = Fail::at(change, "/retentionDays")
        .arg("step", change.step() + 1)
        .arg("object", facts.name(target))
        .arg("days", days.0.to_string())
        .arg("kept", kept)
        .arg("unit", unit)
        .actual(&days.0.to_string())
        .fix(Safety::ByHand, label);
    leave_out(fail, change).into()
}
