//! BACKUP and TRANSITION rules state the same retention.

use super::declare::declare_rule;
use crate::facts::{FOR_GOOD, Facts, PolicyRuleFact, RuleKind};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::{Said, Text};
use crate::text::patch::Op;

declare_rule! {
    "P015" "retention-conflict", since "0.2", Policy, Advice,
    fix ChangesMeaning, over PolicyRules, in CLOUD_BACKUP,
    from [GO_SDK],
    rests on [TRANSITION_WINS],
    title: {
        en: "two different retentions in one policy",
        zh: "同一策略中有两个不同的保留时间",
    },
    message: {
        en: "the BACKUP rule of policy `{policy}` states the retention `{own}` and its TRANSITION rule `{counts}`, which counts",
        zh: "备份策略 `{policy}` 的 BACKUP 规则设置保留时间 `{own}`，TRANSITION 规则设置 `{counts}`，以后者为准",
    },
    expected: {
        en: "one retention, stated once",
        zh: "只设置一个保留时间",
    },
    what: {
        en: "A BACKUP rule states no other retention than the TRANSITION rule of its policy.",
        zh: "BACKUP 规则的保留时间与同一策略的 TRANSITION 规则一致。",
    },
    why: {
        en: "That of the TRANSITION rule counts. Whoever reads the BACKUP rule expects something else.",
        zh: "以 TRANSITION 规则为准，查看 BACKUP 规则的人会产生误解。",
    },
    remedy: {
        en: "State the retention on the TRANSITION rule alone.",
        zh: "只在 TRANSITION 规则中设置保留时间。",
    },
}

fn judge(rule: &PolicyRuleFact<'_>, facts: &Facts<'_>) -> Judged {
    let (Some(RuleKind::Backup), Some(own)) = (rule.kind, rule.kept_days()) else {
        return Ok(Verdict::NotApplicable);
    };
    let counts = match facts.retention(rule) {
        Some((by, counts)) if by.at != rule.at => counts,
        _ => return Ok(Verdict::NotApplicable),
    };
    if own == counts {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "State it on the TRANSITION rule alone",
        "只在 TRANSITION 规则中设置",
    );
    let days = rule.spot("/retentionDays");
    let mut fail = Fail::of(days.clone())
        .arg("policy", facts.name(rule.object))
        .arg("own", days_or_for_good(own))
        .arg("counts", days_or_for_good(counts))
        .fix(Safety::ChangesMeaning, label);
    if rule.doc.retention_days.is_some() {
        fail = fail.op(Op::remove(days.pointer()));
    }
    if rule.doc.permanent.is_some() {
        fail = fail.op(Op::remove(rule.spot("/permanent").pointer()));
    }
    fail.into()
}

fn days_or_for_good(days: u64) -> Said {
    if days == FOR_GOOD {
        Text::new("permanent", "永久").into()
    } else {
        days.into()
    }
}
