//! Checks a plan: every rule of the edition over every subject, into a report that is plain data.
//! Words come later, in the language of the reader.

pub mod json;
pub mod markdown;
pub mod mend;
pub mod plain;
pub mod prices;
pub mod rules_json;
mod settings;

use std::ops::Range;

use crate::catalog::editions::Edition;
use crate::catalog::limits;
use crate::facts::{Facts, SettingFact, Store};
use crate::finding::{
    Category, Finding, Gap, Judged, ObjectKind, ObjectRef, Outcome, Rule, Severity, Spot, Verdict,
};
use crate::model::Topology;
use crate::rules::{self, Over};
use settings::Choice;

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
    /// What good practice advises, in the same order: no defects of the plan, outside its verdict.
    pub practice: Vec<Finding>,
    /// Findings that the plan's settings set aside, in the same order.
    pub aside: Vec<Aside>,
    /// What the plan sets, one by one, with what it did.
    pub settings: Vec<SettingFact<'t>>,
    /// What each rule of the edition said, in the order of the rulebook.
    pub counts: Vec<Counts>,
    /// Whether the check stopped at [`limits::FINDINGS`].
    pub stopped: bool,
}

/// A finding that a setting of the plan sets aside.
#[derive(Clone, Debug)]
pub struct Aside {
    /// The finding.
    pub finding: Finding,
    /// The setting, by its place in [`Report::settings`].
    pub setting: usize,
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
        self.verdict_with(None)
    }

    /// The verdict on a plan that an import brought, with the gravest severity of the rules that could not judge
    /// what the import left out.
    #[must_use]
    pub fn verdict_with(&self, unjudged: Option<Severity>) -> PlanVerdict {
        let errors = || {
            self.findings
                .iter()
                .filter(|f| f.severity == Severity::Error)
        };
        if errors().any(|f| matches!(f.outcome, Outcome::Fail(_))) {
            PlanVerdict::Fail
        } else if self.stopped {
            PlanVerdict::Incomplete
        } else if errors().next().is_some() || unjudged == Some(Severity::Error) {
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
        let defects = self.counts.iter();
        defects
            .filter(|c| c.rule.category != Category::Practice)
            .map(|c| c.passed)
            .sum()
    }
}

/// Checks a plan. Never fails, never panics; the work is linear in the plan and bounded in its findings.
#[must_use]
pub fn check<'t>(plan: &'t Topology<'t>, options: Options) -> Report<'t> {
    let edition = options.edition.unwrap_or_else(|| plan.edition());
    let facts = Facts::new(plan, edition, options.now);
    let mut run = Run {
        facts: &facts,
        said: Vec::new(),
        found: 0,
        advised: 0,
        stopped: false,
    };
    run.said.extend(
        rules::CHECKS
            .iter()
            .filter(|check| check.rule.editions.has(edition))
            .filter_map(|check| {
                let chosen = match settings::choice(plan, check.rule) {
                    Choice::Off => return None,
                    Choice::None => None,
                    Choice::Severity(severity) => Some(severity),
                };
                Some(Said {
                    counts: Counts {
                        rule: check.rule,
                        passed: 0,
                        failed: 0,
                        undecided: 0,
                        not_applicable: 0,
                    },
                    over: check.over,
                    chosen,
                    findings: Vec::new(),
                })
            }),
    );
    run.all();
    let mut settings = facts.settings();
    let aside = settings::set_aside(&mut run.said, &mut settings, &facts);
    run.settings(&settings);
    let Run { said, stopped, .. } = run;
    let counts = said.iter().map(|said| said.counts).collect();
    let (mut findings, mut practice) = (Vec::new(), Vec::new());
    for said in said {
        // A practice to which the plan gives a severity is one of its own rules.
        if said.counts.rule.category == Category::Practice && said.chosen.is_none() {
            practice.extend(said.findings);
        } else {
            findings.extend(said.findings);
        }
    }
    Report {
        facts,
        findings,
        practice,
        aside,
        settings,
        counts,
        stopped,
    }
}

/// What one rule has said so far.
struct Said {
    counts: Counts,
    over: Over,
    /// The severity that the plan gives the rule.
    chosen: Option<Severity>,
    findings: Vec<Finding>,
}

struct Run<'f, 't> {
    facts: &'f Facts<'t>,
    said: Vec<Said>,
    found: usize,
    advised: usize,
    stopped: bool,
}

/// How many subjects are judged by all their rules before the next ones: they stay in the processor's cache.
const BLOCK: usize = 256;

/// Judges the subjects of a range of numbers; `None` where the rule is over others.
type Judge<'a> = &'a dyn Fn(Over, Range<usize>, Note<'_>) -> Option<Plain>;
/// Takes the verdict on the subject of a number when it is neither of [`Plain`].
type Note<'a> = &'a mut dyn FnMut(usize, Judged);
/// Where the subject of a number stands.
type Place<'a> = &'a dyn Fn(usize) -> Spot;

/// How many of the subjects keep a rule, and how many it is not about. Most verdicts are one of these two: they are
/// counted where they are given.
#[derive(Clone, Copy, Default)]
struct Plain {
    passed: usize,
    not_applicable: usize,
}

/// Judges the subjects of a range one after the other. One loop for each kind of subject, so that a verdict costs
/// the call of its judge and little more.
fn each<'s, S>(
    subjects: &'s [S],
    range: Range<usize>,
    judge: impl Fn(&'s S) -> Judged,
    note: Note<'_>,
) -> Plain {
    let mut plain = Plain::default();
    let subjects_at = range.clone().zip(subjects.get(range).unwrap_or_default());
    for (at, subject) in subjects_at {
        match judge(subject) {
            Ok(Verdict::Pass) => plain.passed += 1,
            Ok(Verdict::NotApplicable) => plain.not_applicable += 1,
            verdict => note(at, verdict),
        }
    }
    plain
}

/// What is judged in blocks is known by number here, so that one loop serves all kinds of subject.
impl Run<'_, '_> {
    fn all(&mut self) {
        use ObjectKind as Kind;
        let facts = self.facts;
        let of = |kind| move |at| Spot::of(ObjectRef::new(kind, at));
        macro_rules! over {
            ($list:expr, $place:expr, $($over:ident($judge:ident, $subject:ident) => $judged:expr),+) => {
                self.blocks(
                    $list.len(),
                    &|over, range, note| match over {
                        $(Over::$over($judge) => Some(each(&$list, range, |$subject| $judged, note)),)+
                        _ => None,
                    },
                    &$place,
                )
            };
        }
        over!(facts.vaults, of(Kind::Vault),
            Vaults(judge, vault) => judge(vault, facts),
            Stores(judge, vault) => judge(Store::Vault(vault), facts));
        over!(facts.mirrors, of(Kind::Mirror),
            Mirrors(judge, mirror) => judge(mirror, facts),
            Stores(judge, mirror) => judge(Store::Mirror(mirror), facts));
        over!(facts.clients, of(Kind::Client),
            Clients(judge, client) => judge(client, facts));
        over!(facts.keys, of(Kind::Key),
            Keys(judge, key) => judge(key, facts));
        over!(facts.policies, of(Kind::Policy),
            Policies(judge, policy) => judge(policy, facts));
        over!(facts.policy_rules, |at| facts.policy_rules.get(at).map_or(Spot::of(ObjectRef::PLAN), |rule| rule.spot("")),
            PolicyRules(judge, rule) => judge(rule, facts));
        over!([facts.plan], of(Kind::Plan),
            Plan(judge, plan) => judge(plan, facts));
        over!(facts.sources, of(Kind::Source),
            Sources(judge, source) => judge(source, facts));
        over!(facts.restores, of(Kind::Restore),
            Restores(judge, restore) => judge(restore, facts));
        over!(facts.changes, of(Kind::Change),
            Changes(judge, change) => judge(change, facts));
        over!(facts.writers, |at| facts.writers.get(at).map_or(Spot::of(ObjectRef::PLAN), |writer| writer.spot.clone()),
            Writers(judge, writer) => judge(writer, facts));
        over!(facts.mirror_regions, |at| facts.mirror_regions.get(at).map_or(Spot::of(ObjectRef::PLAN), |(_, spot)| spot.clone()),
            MirrorRegions(judge, region) => judge(region.0, &region.1, facts));
        for index in 0..self.said.len() {
            if let Some(Over::Noted(judge, noted, looked_at)) =
                self.said.get(index).map(|said| said.over)
            {
                let noted = noted(facts);
                if let Some(said) = self.said.get_mut(index) {
                    said.counts.passed = looked_at(facts).saturating_sub(noted);
                }
                (0..noted).for_each(|number| {
                    self.note(index, judge(number, facts), 0, &of(Kind::Plan));
                });
            }
        }
    }

    /// Judges what the plan sets, when it is known what each setting did.
    fn settings(&mut self, settings: &[SettingFact<'_>]) {
        let facts = self.facts;
        self.blocks(
            settings.len(),
            &|over, range, note| match over {
                Over::Settings(judge) => {
                    Some(each(settings, range, |setting| judge(setting, facts), note))
                }
                _ => None,
            },
            &|at| {
                let setting = settings.get(at);
                setting.map_or(Spot::of(ObjectRef::PLAN), |one| one.spot.clone())
            },
        );
    }

    /// Judges subjects block by block, each block by every rule over such subjects.
    #[inline(never)]
    fn blocks(&mut self, count: usize, judge: Judge<'_>, place: Place<'_>) {
        let mut end = 0;
        while end < count {
            let start = end;
            end = count.min(start + BLOCK);
            for index in 0..self.said.len() {
                let Some(over) = self.said.get(index).map(|said| said.over) else {
                    break;
                };
                let mut note = |at, verdict| self.note(index, verdict, at, place);
                let Some(plain) = judge(over, start..end, &mut note) else {
                    continue;
                };
                if let Some(said) = self.said.get_mut(index) {
                    said.counts.passed += plain.passed;
                    said.counts.not_applicable += plain.not_applicable;
                }
            }
        }
    }

    #[inline(never)]
    fn note(&mut self, index: usize, verdict: Judged, at: usize, place: Place<'_>) {
        let Some(said) = self.said.get_mut(index) else {
            return;
        };
        let counts = &mut said.counts;
        let outcome = match verdict {
            Ok(Verdict::Pass) => {
                counts.passed += 1;
                return;
            }
            Ok(Verdict::NotApplicable) | Err(Gap::LeftOut) => {
                counts.not_applicable += 1;
                return;
            }
            Ok(Verdict::Fail(mut fail)) => {
                counts.failed += 1;
                self.facts.told(&mut fail);
                Outcome::Fail(*fail)
            }
            Err(Gap::Missing(mut missing)) => {
                counts.undecided += 1;
                self.facts.told_missing(&mut missing);
                Outcome::Undecided(*missing)
            }
        };
        let rule = counts.rule;
        // Advice on practice has a bound of its own: it neither displaces a finding nor makes the check incomplete.
        let is_practice = rule.category == Category::Practice && said.chosen.is_none();
        let (found, most) = if is_practice {
            (&mut self.advised, limits::PRACTICE)
        } else {
            (&mut self.found, limits::FINDINGS)
        };
        if *found >= most {
            // Counting goes on, which is cheap and bounded by the plan; findings do not.
            self.stopped |= !is_practice;
            return;
        }
        *found += 1;
        let default = said
            .chosen
            .unwrap_or_else(|| rule.severity_in(self.facts.edition));
        let (severity, spot) = match &outcome {
            Outcome::Fail(fail) => (
                said.chosen.or(fail.severity).unwrap_or(default),
                fail.spot.clone(),
            ),
            Outcome::Undecided(missing) => {
                let mut subject = place(at);
                self.facts.told_at(&mut subject);
                let own =
                    subject.object == missing.spot.object || subject.object == ObjectRef::PLAN;
                (default, if own { missing.spot.clone() } else { subject })
            }
        };
        said.findings.push(Finding {
            rule,
            severity,
            spot,
            outcome,
        });
    }
}
