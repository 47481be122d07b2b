//! Whether the mirrors of a plan, and what policies copy, would be there: the rules of severity error are asked, one
//! by one, whatever the plan's own settings make of them.

use std::borrow::Cow;

use super::{Answer, Held, Lies, say, told, without_fixes};
use crate::facts::{Facts, MirrorFact, Store};
use crate::finding::{Fail, Gap, Judged, ObjectKind, ObjectRef, Rule, Severity, Verdict};
use crate::model::ChangeKind;
use crate::questions::{Heard, Reason};
use crate::rules::{CHECKS, Check, Over};
use crate::text::names::Names;

/// Says of a region what its absence is, so that it is not said twice: the region is asked for.
const REGION_MISSING: &str = "vault-region-missing";
/// Says of a key that it cannot be used.
const KEY_UNUSABLE: &str = "kms-key-unusable";

/// What the rules say against a mirror, or against what a policy copies.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    heard: Heard,
    /// Why it is not there, or may not be, beside what rules say.
    ended: Option<(Answer, Reason)>,
}

impl Standing {
    /// The answer where it does not stand; `None` where nothing is against it.
    pub(super) fn against(&self, lies: Lies) -> Option<Held> {
        if self.heard.refuses() {
            return Some(Held::no(lies, without_fixes(self.heard.reasons.clone())));
        }
        if let Some((answer, reason)) = &self.ended {
            return Some(Held {
                reasons: vec![reason.clone()],
                ..Held::of(lies, *answer)
            });
        }
        let missing = self.heard.missing.first()?.clone();
        Some(Held::unknown(lies, Gap::Missing(Box::new(missing))))
    }

    fn note(&mut self, rule: &'static Rule, judged: Judged, of: ObjectRef, facts: &Facts<'_>) {
        let severity = rule.severity_in(facts.edition);
        match &judged {
            Ok(Verdict::Fail(fail)) if gravity(fail, rule, facts) == Severity::Error => {}
            Err(Gap::Missing(_)) if severity == Severity::Error => {}
            _ => return,
        }
        let from = self.heard.missing.len();
        self.heard.note(rule, judged, of, facts);
        for missing in self.heard.missing.iter_mut().skip(from) {
            facts.told_missing(missing);
        }
    }
}

fn gravity(fail: &Fail, rule: &Rule, facts: &Facts<'_>) -> Severity {
    fail.severity
        .unwrap_or_else(|| rule.severity_in(facts.edition))
}

/// The standing of all mirrors, and of all policies that copy.
pub(super) struct Standings {
    mirrors: Vec<Standing>,
    policies: Vec<Standing>,
}

impl Standings {
    /// `copying` are, for each policy, its rules that copy to another region.
    pub(super) fn new(facts: &Facts<'_>, copying: &[Vec<usize>]) -> Self {
        let mut mirrors = vec![Standing::default(); facts.mirrors.len()];
        let mut policies = vec![Standing::default(); facts.policies.len()];
        let held = CHECKS.iter().copied();
        for check in held.filter(|check| check.rule.editions.has(facts.edition)) {
            if check.rule.slug != REGION_MISSING {
                on_mirrors(facts, check, &mut mirrors);
                on_policies(facts, check, copying, &mut policies);
            }
        }
        end_by_changes(facts, &mut mirrors);
        for (mirror, standing) in facts.mirrors.iter().zip(&mut mirrors) {
            if standing.ended.is_none() {
                standing.ended = ended(facts, mirror);
            }
            let rule = facts.implied_rule(mirror.object.index);
            let policy = rule.and_then(|rule| policies.get(rule.policy));
            if let Some(policy) = policy {
                standing.heard.reasons.extend(policy.heard.reasons.clone());
                standing.heard.missing.extend(policy.heard.missing.clone());
            }
        }
        Self { mirrors, policies }
    }

    pub(super) fn of_mirror(&self, index: usize) -> Option<&Standing> {
        self.mirrors.get(index)
    }

    pub(super) fn of_policy(&self, index: usize) -> Option<&Standing> {
        self.policies.get(index)
    }
}

/// What one rule says of all mirrors, of their regions and of their keys.
fn on_mirrors(facts: &Facts<'_>, check: &'static Check, standings: &mut [Standing]) {
    let rule = check.rule;
    let all = || facts.mirrors.iter();
    match check.over {
        Over::Mirrors(judge) => {
            for (mirror, standing) in all().zip(standings) {
                standing.note(rule, judge(mirror, facts), mirror.object, facts);
            }
        }
        Over::Stores(judge) => {
            for (mirror, standing) in all().zip(standings) {
                let judged = judge(Store::Mirror(mirror), facts);
                standing.note(rule, judged, mirror.object, facts);
            }
        }
        Over::MirrorRegions(judge) => {
            let (mut names, mut told) = (Names::new(), Vec::new());
            for (region, spot) in &facts.mirror_regions {
                let judged = judge(*region, spot, facts);
                if matches!(judged, Ok(Verdict::Fail(_)) | Err(Gap::Missing(_))) {
                    names.number(Cow::Borrowed(region.id));
                    told.push(judged);
                }
            }
            for (mirror, standing) in all().zip(standings) {
                let source = facts.source_region(mirror).ok();
                for region in [mirror.region, source].into_iter().flatten() {
                    let judged = names.find(region.id).and_then(|number| told.get(number));
                    if let Some(judged) = judged {
                        standing.note(rule, judged.clone(), mirror.object, facts);
                    }
                }
            }
        }
        Over::Noted(judge, noted, _) => {
            for number in 0..noted(facts) {
                if let Ok(Verdict::Fail(fail)) = judge(number, facts)
                    && fail.spot.object.kind == ObjectKind::Mirror
                    && let Some(standing) = standings.get_mut(fail.spot.object.index)
                {
                    let object = fail.spot.object;
                    standing.note(rule, Ok(Verdict::Fail(fail)), object, facts);
                }
            }
        }
        Over::Keys(judge) if rule.slug == KEY_UNUSABLE => {
            for (mirror, standing) in all().zip(standings) {
                if let Some(key) = facts.key_of(Store::Mirror(mirror)) {
                    standing.note(rule, judge(key, facts), key.object, facts);
                }
            }
        }
        _ => {}
    }
}

/// What one rule says of the policies that copy, and of their rules.
fn on_policies(
    facts: &Facts<'_>,
    check: &'static Check,
    copying: &[Vec<usize>],
    standings: &mut [Standing],
) {
    let all = facts.policies.iter().zip(copying).zip(standings);
    for ((policy, _), standing) in all.filter(|((_, copying), _)| !copying.is_empty()) {
        match check.over {
            Over::Policies(judge) => {
                standing.note(check.rule, judge(policy, facts), policy.object, facts);
            }
            Over::PolicyRules(judge) => {
                for rule in facts.rules_of(policy) {
                    standing.note(check.rule, judge(rule, facts), rule.object, facts);
                }
            }
            _ => {}
        }
    }
}

/// Whether the status of a mirror says that it is not there yet, or that nobody knows.
fn ended(facts: &Facts<'_>, mirror: &MirrorFact<'_>) -> Option<(Answer, Reason)> {
    let status = mirror.doc.status.as_deref()?;
    if status == "CREATED" {
        return None;
    }
    let name = facts.name(mirror.object);
    let args = [("mirror", name), ("status", status)];
    Some((Answer::Unknown, told(say::STATUS_OPEN, &args)))
}

/// Mirrors that the change plan deletes, or to which it stops the replication, and does not make again.
fn end_by_changes(facts: &Facts<'_>, standings: &mut [Standing]) {
    for change in &facts.changes {
        let target = change.target.filter(|o| o.kind == ObjectKind::Mirror);
        let Some(standing) = target.and_then(|o| standings.get_mut(o.index)) else {
            continue;
        };
        let name = target.map_or("", |object| facts.name(object));
        let text = match change.doc.kind {
            ChangeKind::Delete => (Answer::No, say::MIRROR_DELETED),
            ChangeKind::StopReplication => (Answer::Unknown, say::REPLICATION_STOPPED),
            ChangeKind::Create | ChangeKind::Replace => {
                standing.ended = None;
                continue;
            }
            _ => continue,
        };
        // A refused step changes nothing.
        if !change.before.refused {
            standing.ended = Some((text.0, told(text.1, &[("mirror", name)])));
        }
    }
}
