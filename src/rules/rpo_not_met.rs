//! Backups are made as often as the recovery point objective asks.

use super::declare::declare_rule;
use super::shared::{run_every, set_number};
use crate::facts::schedule::{Rhythm, Schedule};
use crate::facts::{Facts, SourceFact, stated};
use crate::finding::{Fail, Judged, Safety, Spot, Verdict};
use crate::lang::Text;

declare_rule! {
    "S011" "rpo-not-met", since "0.2", Source, Error,
    fix ChangesMeaning, over Sources, in ALL,
    from [NIST_800_53, AWS_REL09, GO_SDK],
    rests on [AS_OFTEN_AS_ASKED, BACK_UP_ALL, SCHEDULE_FORMAT],
    title: {
        en: "a recovery point objective that is not met",
        zh: "未满足恢复点目标",
    },
    message: {
        en: "source `{source}` may lose {rpo} minutes of work, and its backups by policy `{policy}` are up to {interval} minutes apart",
        zh: "数据源 `{source}` 最多可丢失 {rpo} 分钟的数据，而备份策略 `{policy}` 的备份最长相隔 {interval} 分钟",
    },
    expected: {
        en: "backups at most {rpo} minutes apart",
        zh: "备份间隔不超过 {rpo} 分钟",
    },
    what: {
        en: "The backups of a source with a recovery point objective are not further apart than the objective. Where a schedule does not tell simply how far apart its runs are, nothing is said.",
        zh: "填写了恢复点目标的数据源，其备份间隔不超过该目标。无法由计划时间简单得出间隔时不作判断。",
    },
    why: {
        en: "Whatever was written since the last backup is lost in a disaster. How long a backup takes comes on top.",
        zh: "灾难发生时，上次备份之后写入的数据会丢失。备份本身的用时还需另计。",
    },
    remedy: {
        en: "Shorten the interval, or relax the objective.",
        zh: "缩短备份间隔，或放宽恢复目标。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let objectives = source.doc.objectives.as_deref();
    let Some(rpo) = objectives.and_then(|objectives| objectives.rpo_minutes) else {
        return Ok(Verdict::NotApplicable);
    };
    let (mut best, mut unclear) = (None, false);
    for policy in facts.policies_of(source) {
        unclear |= policy.noted.unclear_rhythm;
        if let Some((at, gap)) = policy.noted.rhythm
            && best.is_none_or(|(_, _, least)| gap < least)
        {
            best = Some((policy, at, gap));
        }
    }
    let Some((policy, at, gap)) = best else {
        return Ok(Verdict::NotApplicable);
    };
    if gap <= rpo.0 * 60 {
        return Ok(Verdict::Pass);
    }
    if unclear {
        return Ok(Verdict::NotApplicable);
    }
    let spot = Spot {
        object: source.object,
        path: "/objectives/rpoMinutes".into(),
    };
    let interval = gap.div_ceil(60);
    let mut fail = Fail::of(spot.clone())
        .arg("source", source)
        .arg("policy", policy)
        .arg("rpo", rpo.0)
        .arg("interval", interval)
        .actual(&rpo.0.to_string());
    if let Some(rule) = facts.rules_of(policy).get(at)
        && let Some(schedule) = stated(rule.doc.schedule.as_ref()).and_then(Schedule::parse)
        && matches!(schedule.rhythm, Rhythm::Interval(_))
        && rpo.0 > 0
    {
        fail = run_every(fail, rule, schedule.start, rpo.0);
    }
    let label = Text::new(
        "Relax the objective to {interval} minutes",
        "将目标放宽到 {interval} 分钟",
    );
    fail = fail
        .fix(Safety::ChangesMeaning, label)
        .with("interval", interval);
    set_number(fail, &spot, interval).into()
}
