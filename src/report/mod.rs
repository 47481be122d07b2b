//! Checks a plan: every rule of the edition over every subject, into a report that is plain data.
//! Words come later, in the language of the reader.

pub mod json;
pub mod rules_json;

use crate::catalog::editions::Edition;
use crate::catalog::limits;
use crate::facts::Facts;
use crate::finding::{
    Finding, Gap, Judged, ObjectKind, ObjectRef, Outcome, Rule, Severity, Verdict,
};
use crate::model::Topology;
use crate::rules::{self, Over};

/// What a check is asked beside the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The edition to judge in; the plan's own when absent.
    pub edition: Option<Edition>,
    /// The time to judge at, in Unix seconds. The engine has no clock.
    pub now: Option<i64>,
}

/// The result of a check.
#[derive(Debug)]
pub struct Report<'t> {
    /// The facts on which it rests.
    pub facts: Facts<'t>,
    /// Findings, by rule in the order of the rulebook, then by object in the order of the plan.
    pub findings: Vec<Finding>,
    /// What each rule of the edition said, in the order of the rulebook.
    pub counts: Vec<Counts>,
    /// Whether the check stopped at [`limits::FINDINGS`].
    pub stopped: bool,
}

/// How often a rule gave which verdict.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// The rule.
    pub rule: &'static Rule,
    /// Subjects that keep it.
    pub passed: usize,
    /// Subjects that break it.
    pub failed: usize,
    /// Subjects for which a fact is missing.
    pub undecided: usize,
    /// Subjects that it is not about.
    pub not_applicable: usize,
}

/// The verdict on a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanVerdict {
    /// No rule of severity error fails or waits.
    Pass,
    /// A rule of severity error fails.
    Fail,
    /// The check stopped early.
    Incomplete,
    /// A rule of severity error could not decide.
    Undecided,
}

impl PlanVerdict {
    /// The word in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Incomplete => "incomplete",
            Self::Undecided => "undecided",
        }
    }
}

impl Report<'_> {
    /// The verdict on the plan. Warnings and advice never change it.
    #[must_use]
    pub fn verdict(&self) -> PlanVerdict {
        let errors = || {
            self.findings
                .iter()
                .filter(|f| f.severity == Severity::Error)
        };
        if errors().any(|f| matches!(f.outcome, Outcome::Fail(_))) {
            PlanVerdict::Fail
        } else if self.stopped {
            PlanVerdict::Incomplete
        } else if errors().next().is_some() {
            PlanVerdict::Undecided
        } else {
            PlanVerdict::Pass
        }
    }

    /// How many findings fail at a severity.
    #[must_use]
    pub fn failed(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|f| f.severity == severity && matches!(f.outcome, Outcome::Fail(_)))
            .count()
    }

    /// How many findings wait for a fact.
    #[must_use]
    pub fn undecided(&self) -> usize {
        self.findings
            .iter()
            .filter(|f| matches!(f.outcome, Outcome::Undecided(_)))
            .count()
    }

    /// How many verdicts were pass.
    #[must_use]
    pub fn passed(&self) -> usize {
        self.counts.iter().map(|c| c.passed).sum()
    }
}

/// Checks a plan. Never fails, never panics; the work is linear in the plan and bounded in its findings.
#[must_use]
pub fn check<'t>(plan: &'t Topology<'t>, options: Options) -> Report<'t> {
    let edition = options.edition.unwrap_or_else(|| plan.edition());
    let facts = Facts::new(plan, edition, options.now);
    let mut run = Run {
        facts: &facts,
        findings: Vec::new(),
        counts: Vec::new(),
        stopped: false,
    };
    for check in rules::CHECKS {
        if check.rule.editions.has(edition) {
            run.rule(check);
        }
    }
    let Run {
        findings,
        counts,
        stopped,
        ..
    } = run;
    Report {
        facts,
        findings,
        counts,
        stopped,
    }
}

struct Run<'f, 't> {
    facts: &'f Facts<'t>,
    findings: Vec<Finding>,
    counts: Vec<Counts>,
    stopped: bool,
}

impl Run<'_, '_> {
    fn rule(&mut self, check: &rules::Check) {
        let rule = check.rule;
        let facts = self.facts;
        let mut counts = Counts {
            rule,
            passed: 0,
            failed: 0,
            undecided: 0,
            not_applicable: 0,
        };
        match check.over {
            Over::Vaults(judge) => self.each(&mut counts, facts.vaults.iter(), |v| judge(v, facts)),
            Over::Mirrors(judge) => {
                self.each(&mut counts, facts.mirrors.iter(), |m| judge(m, facts))
            }
            Over::Clients(judge) => {
                self.each(&mut counts, facts.clients.iter(), |c| judge(c, facts))
            }
            Over::Sources(judge) => {
                self.each(&mut counts, facts.sources.iter(), |s| judge(s, facts))
            }
            Over::Restores(judge) => {
                self.each(&mut counts, facts.restores.iter(), |r| judge(r, facts))
            }
            Over::Changes(judge) => {
                self.each(&mut counts, facts.changes.iter(), |c| judge(c, facts))
            }
            Over::Writers(judge) => {
                self.each(&mut counts, facts.writers.iter(), |w| judge(w, facts))
            }
            Over::MirrorRegions(judge) => {
                self.each(
                    &mut counts,
                    facts.mirror_regions.iter(),
                    |(region, spot)| judge(*region, spot, facts),
                );
            }
            Over::Objects(judge) => self.each(&mut counts, objects(facts.plan), |object| {
                judge(object, facts)
            }),
            Over::Noted(judge, count) => {
                self.each(&mut counts, 0..count(facts), |number| judge(number, facts))
            }
        }
        self.counts.push(counts);
    }

    fn each<S>(
        &mut self,
        counts: &mut Counts,
        subjects: impl Iterator<Item = S>,
        judge: impl Fn(S) -> Judged,
    ) {
        for subject in subjects {
            let verdict = judge(subject);
            let outcome = match verdict {
                Ok(Verdict::Pass) => {
                    counts.passed += 1;
                    continue;
                }
                Ok(Verdict::NotApplicable) | Err(Gap::LeftOut) => {
                    counts.not_applicable += 1;
                    continue;
                }
                Ok(Verdict::Fail(fail)) => {
                    counts.failed += 1;
                    Outcome::Fail(*fail)
                }
                Err(Gap::Missing(missing)) => {
                    counts.undecided += 1;
                    Outcome::Undecided(*missing)
                }
            };
            if self.findings.len() >= limits::FINDINGS {
                self.stopped = true;
                return;
            }
            let rule = counts.rule;
            let default = rule.severity_in(self.facts.edition);
            let severity = match &outcome {
                Outcome::Fail(fail) => fail.severity.unwrap_or(default),
                Outcome::Undecided(_) => default,
            };
            self.findings.push(Finding {
                rule,
                severity,
                outcome,
            });
        }
    }
}

fn objects(plan: &Topology<'_>) -> impl Iterator<Item = ObjectRef> {
    [
        (ObjectKind::Vault, plan.vaults.len()),
        (ObjectKind::Mirror, plan.mirrors.len()),
        (ObjectKind::Client, plan.clients.len()),
        (ObjectKind::Source, plan.sources.len()),
        (ObjectKind::Policy, plan.policies.len()),
        (ObjectKind::Restore, plan.restores.len()),
        (ObjectKind::Change, plan.changes.len()),
    ]
    .into_iter()
    .flat_map(|(kind, count)| (0..count).map(move |index| ObjectRef::new(kind, index)))
}
