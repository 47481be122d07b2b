//! Takes the fixes of a report, round by round, until none is left that may be taken.

use super::{Options, check};
use crate::catalog::limits;
use crate::finding::{Finding, Fix, Rule, Safety};
use crate::lang::Arg;
use crate::lang::Text;
use crate::model::{self, Topology};
use crate::text::patch::{Op, Patch};

/// Which fixes are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take<'r> {
    /// Those that change nothing that the user asked for.
    Safe,
    /// The first of each finding of one rule (by slug or code) that the engine can carry out.
    Rule(&'r str),
}

/// A fix that was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The rule of its finding.
    pub rule: &'static Rule,
    /// Where the finding pointed when the fix was taken.
    pub at: String,
    /// What was done.
    pub label: Text,
    /// Values for the holes of the label.
    pub args: Vec<Arg>,
    /// How safe it was.
    pub safety: Safety,
    /// The change on the plan as the fixes before it left it.
    pub patch: Patch,
}

/// Takes fixes until none is left, and returns them in their order. It ends: each round takes at least one, no
/// finding is mended twice at the same place by a fix that sets a value, and the rounds are bounded by
/// [`limits::MENDING_ROUNDS`].
pub fn mend(plan: &mut Topology<'static>, take: Take<'_>, options: Options) -> Vec<Taken> {
    let mut taken: Vec<Taken> = Vec::new();
    for _ in 0..limits::MENDING_ROUNDS {
        let round = choose(plan, take, options, &taken);
        let before = taken.len();
        for one in round {
            // A fix that no longer fits what another has made of the plan is left to the next round.
            if model::apply(plan, &one.patch).is_ok() {
                taken.push(one);
            }
        }
        if taken.len() == before {
            break;
        }
    }
    taken
}

/// The fixes of one round: those that touch different places, or one alone that moves the elements of a list.
fn choose(
    plan: &Topology<'static>,
    take: Take<'_>,
    options: Options,
    taken: &[Taken],
) -> Vec<Taken> {
    let report = check(plan, options);
    let mut round: Vec<Taken> = Vec::new();
    for finding in &report.findings {
        let Some(fix) = fitting(finding, take) else {
            continue;
        };
        let at = finding.spot().pointer();
        let moves = fix.patch.iter().any(moves_elements);
        let again = |old: &Taken| old.rule.slug == finding.rule.slug && old.at == at;
        if !moves && taken.iter().any(again) {
            continue;
        }
        if moves && !round.is_empty() {
            continue;
        }
        let touched = |op: &Op| {
            let mut others = round.iter().flat_map(|other| &other.patch);
            others.any(|other| overlap(op.path(), other.path()))
        };
        if fix.patch.iter().any(touched) {
            continue;
        }
        let one = Taken {
            rule: finding.rule,
            at,
            label: fix.label,
            args: fix.args.clone(),
            safety: fix.safety,
            patch: fix.patch.clone(),
        };
        round.push(one);
        if moves || round.len() >= limits::FIXES_IN_A_ROUND {
            break;
        }
    }
    round
}

/// The fix of a finding that may be taken.
fn fitting<'f>(finding: &'f Finding, take: Take<'_>) -> Option<&'f Fix> {
    match take {
        Take::Safe => safe_fix(finding),
        Take::Rule(name) => {
            let rule = finding.rule;
            let asked = rule.slug == name || rule.code.eq_ignore_ascii_case(name);
            first_fix(finding).filter(|_| asked)
        }
    }
}

/// The first fix of a finding that the engine can carry out.
#[must_use]
pub fn first_fix(finding: &Finding) -> Option<&Fix> {
    finding.fixes().iter().find(|fix| !fix.patch.is_empty())
}

/// The fix of a finding that is taken together with others: the first that changes nothing that the user asked for.
#[must_use]
pub fn safe_fix(finding: &Finding) -> Option<&Fix> {
    let mut fixes = finding.fixes().iter();
    fixes.find(|fix| fix.safety == Safety::Safe && !fix.patch.is_empty())
}

/// Whether an operation may move elements of a list to other indexes.
fn moves_elements(op: &Op) -> bool {
    let last = op.path().rsplit('/').next().unwrap_or_default();
    !matches!(op, Op::Replace { .. })
        && (last == "-" || (!last.is_empty() && last.bytes().all(|b| b.is_ascii_digit())))
}

/// Whether one pointer is the other, or lies within it.
fn overlap(a: &str, b: &str) -> bool {
    let within = |inner: &str, outer: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    within(a, b) || within(b, a)
}
