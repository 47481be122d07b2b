//! What another edition of the rulebook would say differently about a plan.

use std::collections::BTreeMap;

use crate::catalog::editions::Edition;
use crate::finding::Finding;
use crate::model::Topology;
use crate::report::{Options, Report, check};

/// Two reports on one plan, and where they differ.
#[derive(Debug)]
pub struct Comparison<'t> {
    /// The report of the first edition.
    pub from: Report<'t>,
    /// The report of the second edition.
    pub to: Report<'t>,
    /// What only the second edition says: places in its findings.
    pub added: Vec<usize>,
    /// What only the first edition says: places in its findings.
    pub gone: Vec<usize>,
    /// What both say, with another severity or another verdict: places in the findings of each.
    pub changed: Vec<(usize, usize)>,
}

/// Judges a plan in two editions. A finding is the same when rule and place are; linear but for the sorting of
/// findings.
#[must_use]
pub fn compare<'t>(
    plan: &'t Topology<'t>,
    from: Edition,
    to: Edition,
    now: Option<i64>,
) -> Comparison<'t> {
    let judged = |edition| {
        let options = Options {
            edition: Some(edition),
            now,
        };
        check(plan, options)
    };
    let (from, to) = (judged(from), judged(to));
    let mut open = BTreeMap::new();
    for (index, finding) in from.findings.iter().enumerate() {
        open.entry(finding.identity())
            .or_insert_with(Vec::new)
            .push(index);
    }
    let (mut added, mut changed) = (Vec::new(), Vec::new());
    for (index, finding) in to.findings.iter().enumerate() {
        match open.get_mut(&finding.identity()).and_then(Vec::pop) {
            None => added.push(index),
            Some(old) => {
                let same = |old: &Finding| {
                    old.severity == finding.severity
                        && old.fail().is_some() == finding.fail().is_some()
                };
                if !from.findings.get(old).is_some_and(same) {
                    changed.push((old, index));
                }
            }
        }
    }
    let mut gone: Vec<usize> = open.into_values().flatten().collect();
    gone.sort_unstable();
    Comparison {
        from,
        to,
        added,
        gone,
        changed,
    }
}
