//! What another edition of the rulebook would say differently about a plan.

use crate::catalog::editions::Edition;
use crate::finding::Finding;
use crate::model::Topology;
use crate::report::{Options, Report, check};
use crate::text::names::Table;

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
    let Differences {
        added,
        gone,
        changed,
    } = differences(&from.findings, &to.findings);
    Comparison {
        from,
        to,
        added,
        gone,
        changed,
    }
}

/// Where two lists of findings on one plan differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// What only the second says: places in it.
    pub added: Vec<usize>,
    /// What only the first says: places in it.
    pub gone: Vec<usize>,
    /// What both say, with another severity or another verdict: places in each.
    pub changed: Vec<(usize, usize)>,
}

/// Where two lists of findings on one plan differ, each in the order of its list. A finding is the same when rule and
/// place are; of several that are the same, the later ones are joined first.
#[must_use]
pub fn differences(from: &[Finding], to: &[Finding]) -> Differences {
    let mut table = Table::new(from.len(), from.len());
    // What is the same as a finding and stands before it in the first list.
    let mut before: Vec<Option<u32>> = Vec::with_capacity(from.len());
    let names: Vec<String> = from.iter().map(name).collect();
    let read = |at: u32| names.get(at as usize).map_or("", String::as_str);
    // The last of each name: chains begin there.
    let mut last: Vec<Option<u32>> = vec![None; from.len()];
    for (at, name) in names.iter().enumerate() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let first = table.insert(name, at, &read).unwrap_or(at);
        let last = last.get_mut(first as usize);
        before.push(last.and_then(|last| last.replace(at)));
    }
    let mut met = vec![false; from.len()];
    let mut all = Differences::default();
    for (at, finding) in to.iter().enumerate() {
        let first = table.find(&name(finding), &read);
        let open = first.and_then(|first| last.get_mut(first as usize));
        let Some((open, old)) = open.and_then(|open| open.map(|old| (open, old as usize))) else {
            all.added.push(at);
            continue;
        };
        *open = before.get(old).copied().flatten();
        if let Some(met) = met.get_mut(old) {
            *met = true;
        }
        let same = from.get(old).is_some_and(|old| {
            old.severity == finding.severity && old.fail().is_some() == finding.fail().is_some()
        });
        if !same {
            all.changed.push((old, at));
        }
    }
    let gone = met.iter().enumerate().filter(|(_, met)| !**met);
    all.gone = gone.map(|(at, _)| at).collect();
    all
}

/// Rule and place of a finding, as one text.
fn name(finding: &Finding) -> String {
    let (rule, pointer) = finding.identity();
    [rule, " ", &pointer].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    #[test]
    fn findings_of_one_name_are_joined_one_by_one() {
        let text = r#"{"format":"vaultplan/1",
            "vaults":[{"id":"v","name":"erp","region":"cn-hangzhou"},{"id":"w","name":"crm","region":"cn-hangzhou"}],
            "mirrors":[{"id":"m","source":"v","region":"cn-hangzhou"},{"id":"n","source":"w","region":"cn-hangzhou"}]}"#;
        let plan = model::read_text(text).expect("a plan");
        let findings = check(&plan, Options::default()).findings;
        let one = findings
            .iter()
            .find(|finding| finding.rule.slug == "mirror-same-region")
            .expect("a finding");
        let thrice = [one.clone(), one.clone(), one.clone()];
        assert_eq!(differences(&thrice, &thrice), Differences::default());
        let once = differences(&thrice, &thrice[..1]);
        assert_eq!((once.gone.len(), once.added.len()), (2, 0));
        let more = differences(&thrice[..1], &thrice);
        assert_eq!((more.gone.len(), more.added.len()), (0, 2));
        let mut milder = one.clone();
        milder.severity = crate::finding::Severity::Advice;
        let changed = differences(std::slice::from_ref(one), &[milder]);
        assert_eq!(changed.changed, [(0, 0)]);
        assert_eq!(differences(&findings, &[]).gone.len(), findings.len());
    }
}
