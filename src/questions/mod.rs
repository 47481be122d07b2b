//! Questions besides validation: pure functions over the facts, with plain data for answers. Where a rule knows
//! the reason, an answer carries the rule's own words; nothing here is worded in one language.

pub mod contents;
pub mod coverage;
pub mod editions;
pub mod eligible;
pub mod encryption;
pub mod evidence;
pub mod generated;
pub mod mirror_regions;
pub mod restorable;
pub mod schedule;
pub mod steps;

use crate::facts::{Facts, MirrorFact};
use crate::finding::{Fail, Fix, Gap, Judged, Missing, ObjectRef, Rule, Severity, Verdict};
use crate::lang::{Arg, Lang, Text};
use crate::rules::{CHECKS, Check, Over};

/// Why an answer is what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The rule that would fail; `None` where the pages are silent and no rule speaks.
    pub rule: Option<&'static Rule>,
    /// How grave it is. Only an error makes an answer `no`.
    pub severity: Severity,
    /// The sentence: lower-case, without a full stop, as in findings.
    pub text: Text,
    /// Values for the holes of the sentence.
    pub args: Vec<Arg>,
    /// Ways out, each of which touches only objects that the plan has.
    pub fixes: Vec<Fix>,
}

impl Reason {
    /// The sentence in one language.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        self.text.fill(lang, &self.args)
    }

    /// What no rule says.
    fn of_page(text: Text) -> Self {
        Self {
            rule: None,
            severity: Severity::Advice,
            text,
            args: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// What a rule says about an object that the plan does not have yet.
    fn of_rule(rule: &'static Rule, fail: Fail, planned: ObjectRef, facts: &Facts<'_>) -> Self {
        let touches_planned = |fix: &Fix| {
            let own = planned.pointer("");
            fix.patch.iter().any(|op| {
                let rest = op.path().strip_prefix(own.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
        };
        Self {
            rule: Some(rule),
            severity: fail
                .severity
                .unwrap_or_else(|| rule.severity_in(facts.edition)),
            text: rule.message,
            args: fail.args,
            fixes: fail
                .fixes
                .into_iter()
                .filter(|fix| !touches_planned(fix))
                .collect(),
        }
    }
}

/// What some rules say together.
#[derive(Clone, Debug, Default)]
struct Heard {
    reasons: Vec<Reason>,
    missing: Vec<Missing>,
}

impl Heard {
    fn note(&mut self, rule: &'static Rule, judged: Judged, planned: ObjectRef, facts: &Facts<'_>) {
        match judged {
            Ok(Verdict::Fail(fail)) => {
                self.reasons
                    .push(Reason::of_rule(rule, *fail, planned, facts));
            }
            Err(Gap::Missing(missing)) => {
                if !self.missing.contains(&missing) {
                    self.missing.push(*missing);
                }
            }
            Ok(Verdict::Pass | Verdict::NotApplicable) | Err(Gap::LeftOut) => {}
        }
    }

    fn refuses(&self) -> bool {
        self.reasons
            .iter()
            .any(|reason| reason.severity == Severity::Error)
    }
}

/// The rules of these slugs that hold in an edition, in the order of the rulebook.
fn checks(slugs: &[&str], facts: &Facts<'_>) -> Vec<&'static Check> {
    CHECKS
        .iter()
        .copied()
        .filter(|check| check.rule.editions.has(facts.edition) && slugs.contains(&check.rule.slug))
        .collect()
}

/// What rules say about one mirror. Rules over other subjects are silent here.
fn hear_on_mirror<'t>(
    checks: &[&'static Check],
    mirror: &MirrorFact<'t>,
    facts: &Facts<'t>,
) -> Heard {
    let mut heard = Heard::default();
    for check in checks {
        if let Over::Mirrors(judge) = check.over {
            heard.note(check.rule, judge(mirror, facts), mirror.object, facts);
        }
    }
    heard
}
