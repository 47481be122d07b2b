//! The report on the open plan, owned: computed once after each change, shared by all views.

use std::cell::OnceCell;
use std::rc::Rc;

use vaultplan::facts::Facts;
use vaultplan::finding::{Finding, ObjectRef, Outcome, Severity};
use vaultplan::model::Topology;
use vaultplan::questions::coverage::{Coverage, coverage};
use vaultplan::report::{self, Counts, Options, PlanVerdict};

use crate::components::chip::Kind;
use crate::edit;

/// A plan with what the rules say about it.
#[derive(Debug)]
pub(crate) struct Judged {
    /// The plan.
    pub(crate) plan: Rc<Topology<'static>>,
    /// The time at which it was judged, in Unix seconds.
    pub(crate) now: i64,
    /// Findings in the order of the report.
    pub(crate) findings: Vec<Finding>,
    /// What good practice advises: no defects, outside the verdict.
    pub(crate) practice: Vec<Finding>,
    /// Findings that the plan sets aside.
    pub(crate) aside: Vec<SetAside>,
    /// What each rule said.
    pub(crate) counts: Vec<Counts>,
    /// The verdict on the plan.
    pub(crate) verdict: PlanVerdict,
    /// Whether the check stopped early.
    pub(crate) stopped: bool,
    /// Findings by object, the gravest of each first.
    order: Vec<Place>,
    coverage: OnceCell<Coverage>,
}

/// A finding that the plan sets aside, with what its suppression says.
#[derive(Debug)]
pub(crate) struct SetAside {
    pub(crate) finding: Finding,
    /// The suppression, by its index in the plan.
    pub(crate) by: usize,
}

/// How many findings of which kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) advice: usize,
    pub(crate) undecided: usize,
}

impl Tally {
    fn add(&mut self, finding: &Finding) {
        match (&finding.outcome, finding.severity) {
            (Outcome::Undecided(_), _) => self.undecided += 1,
            (_, Severity::Error) => self.errors += 1,
            (_, Severity::Warning) => self.warnings += 1,
            (_, Severity::Advice) => self.advice += 1,
        }
    }

    /// The numbers by kind, gravest first.
    pub(crate) fn kinds(self) -> [(Kind, usize); 4] {
        [
            (Kind::Failed(Severity::Error), self.errors),
            (Kind::Failed(Severity::Warning), self.warnings),
            (Kind::Failed(Severity::Advice), self.advice),
            (Kind::Undecided, self.undecided),
        ]
    }

    /// Adds another's numbers.
    pub(crate) fn join(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.advice += other.advice;
        self.undecided += other.undecided;
    }

    /// Whether there is nothing to tell.
    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// A finding's place in the order by object and gravity, in one number, so that sorting is one small function:
/// kind and index of the object, then gravity, then the finding's index in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place(u64);

impl Place {
    /// The report holds at most 100,000 findings, a plan at most 500,000 objects: both fit.
    const INDEX_BITS: u32 = 22;
    const GRAVITY_BITS: u32 = 2;
    const OBJECT_BITS: u32 = 32;

    fn first(object: ObjectRef) -> Self {
        let object = (object.kind as u64) << Self::OBJECT_BITS | object.index as u64;
        Self(object << (Self::GRAVITY_BITS + Self::INDEX_BITS))
    }

    fn of(index: usize, finding: &Finding) -> Self {
        let gravity = match (&finding.outcome, finding.severity) {
            (Outcome::Undecided(_), _) => 3,
            (_, Severity::Error) => 0,
            (_, Severity::Warning) => 1,
            (_, Severity::Advice) => 2,
        };
        let Self(object) = Self::first(finding.spot().object);
        Self(object | gravity << Self::INDEX_BITS | index as u64)
    }

    fn is_at(self, first: Self) -> bool {
        let below = Self::GRAVITY_BITS + Self::INDEX_BITS;
        self.0 >> below == first.0 >> below
    }

    fn index(self) -> usize {
        usize::try_from(self.0 & ((1 << Self::INDEX_BITS) - 1)).unwrap_or(usize::MAX)
    }
}

impl Judged {
    /// Judges a plan in its own edition.
    pub(crate) fn new(plan: Rc<Topology<'static>>, now: i64) -> Self {
        let report = report::check(&plan, options(now));
        let (verdict, stopped) = (report.verdict(), report.stopped);
        // The settings of a plan are its severities, then its suppressions.
        let settings = plan.settings.as_deref();
        let severities = settings.map_or(0, |settings| settings.severities.len());
        let aside = report.aside.into_iter().map(|aside| SetAside {
            finding: aside.finding,
            by: aside.setting.saturating_sub(severities),
        });
        let aside = aside.collect();
        let (findings, practice, counts) = (report.findings, report.practice, report.counts);
        let places = findings.iter().enumerate();
        let mut order: Vec<_> = places
            .map(|(index, finding)| Place::of(index, finding))
            .collect();
        order.sort_unstable();
        Self {
            plan,
            now,
            findings,
            practice,
            aside,
            counts,
            verdict,
            stopped,
            order,
            coverage: OnceCell::new(),
        }
    }

    /// What a check of the plan is asked, in its own edition.
    pub(crate) fn options(&self) -> Options {
        options(self.now)
    }

    /// Whether the plan's own settings change what is reported: then no finding does not mean that the service would
    /// accept the plan.
    pub(crate) fn bends_rules(&self) -> bool {
        let settings = self.plan.settings.as_deref();
        !self.aside.is_empty() || settings.is_some_and(|s| !s.severities.is_empty())
    }

    /// Which source has a copy in another region.
    pub(crate) fn coverage(&self) -> &Coverage {
        self.coverage.get_or_init(|| coverage(&self.facts()))
    }

    /// The facts of the plan.
    pub(crate) fn facts(&self) -> Facts<'_> {
        Facts::new(&self.plan, self.plan.edition(), Some(self.now))
    }

    /// The places of an object's findings, the gravest first.
    fn places(&self, object: ObjectRef) -> impl Iterator<Item = Place> {
        let first = Place::first(object);
        let start = self.order.partition_point(|place| *place < first);
        let rest = self.order.iter().skip(start).copied();
        rest.take_while(move |place| place.is_at(first))
    }

    /// The findings of the report, by object, the gravest of each first.
    pub(crate) fn ordered(&self) -> impl DoubleEndedIterator<Item = (usize, &Finding)> {
        let indexes = self.order.iter().map(|place| place.index());
        indexes.filter_map(|index| Some((index, self.findings.get(index)?)))
    }

    /// Indexes of an object's findings whose path from the object fits, the gravest first.
    pub(crate) fn at(&self, object: ObjectRef, fits: &dyn Fn(&str) -> bool) -> Vec<usize> {
        let fits = |index: &usize| {
            let finding = self.findings.get(*index);
            finding.is_some_and(|finding| fits(&finding.spot().path))
        };
        self.places(object).map(Place::index).filter(fits).collect()
    }

    /// Findings counted.
    pub(crate) fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        self.findings.iter().for_each(|finding| tally.add(finding));
        tally
    }

    /// An object's findings counted.
    pub(crate) fn tally_of(&self, object: ObjectRef) -> Tally {
        let mut tally = Tally::default();
        for place in self.places(object) {
            if let Some(finding) = self.findings.get(place.index()) {
                tally.add(finding);
            }
        }
        tally
    }

    /// How many verdicts were pass.
    pub(crate) fn passed(&self) -> usize {
        self.counts.iter().map(|counts| counts.passed).sum()
    }

    /// Where the object of a reference stands: the first that has it as its id, else the one that it counts to.
    pub(crate) fn find(&self, reference: &str) -> Option<ObjectRef> {
        if reference.is_empty() {
            return None;
        }
        let all = || {
            let kinds = edit::KINDS.into_iter();
            kinds.flat_map(|kind| edit::all_of(&self.plan, kind))
        };
        let by_id = all().find(|object| edit::id(&self.plan, *object) == reference);
        by_id.or_else(|| {
            let (word, number) = reference.rsplit_once(':')?;
            let kind = edit::KINDS.into_iter().find(|kind| kind.word() == word)?;
            let index = number.parse::<usize>().ok()?.checked_sub(1)?;
            (index < edit::number_of(&self.plan, kind)).then(|| ObjectRef::new(kind, index))
        })
    }

    /// What leads to an object: its id; `change:2` and the like where it has none or shares it with another.
    pub(crate) fn reference(&self, object: ObjectRef) -> String {
        let id = edit::id(&self.plan, object);
        if self.find(id) == Some(object) {
            id.to_owned()
        } else {
            [object.kind.word(), ":", &(object.index + 1).to_string()].concat()
        }
    }
}

fn options(now: i64) -> Options {
    Options {
        edition: None,
        now: Some(now),
    }
}

impl PartialEq for Judged {
    /// Reports are compared by the plan that they were made for.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.plan, &other.plan) && self.now == other.now
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vaultplan::finding::ObjectKind;
    use vaultplan::model;

    fn judged(text: &str) -> Judged {
        Judged::new(
            Rc::new(model::read_text(text).unwrap().into_owned()),
            1_790_000_000,
        )
    }

    const BROKEN: &str = r#"{"format": "vaultplan/1",
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-hangzhou"}]}"#;

    #[test]
    fn findings_are_counted_as_a_whole_and_by_object() {
        let judged = judged(BROKEN);
        let mirror = judged.find("m").unwrap();
        assert_eq!(mirror, ObjectRef::new(ObjectKind::Mirror, 0));
        assert_eq!(judged.tally_of(mirror).errors, 1);
        assert!(judged.tally_of(judged.find("v").unwrap()).errors == 0);
        assert_eq!(judged.tally().errors, 1);
        assert_eq!(judged.verdict, PlanVerdict::Fail);
        assert_eq!(judged.find("nobody"), None);
    }

    #[test]
    fn every_object_has_a_reference_that_leads_to_it() {
        let judged = judged(
            r#"{"format": "vaultplan/1",
            "vaults": [{"id": "v"}, {"id": "v"}, {"id": "change:1"}],
            "mirrors": [{"id": "m", "source": "v"}],
            "clients": [{"id": "c"}], "sources": [{"id": "s", "type": "OSS"}],
            "policies": [{"id": "p"}], "keys": [{"id": "k"}],
            "restores": [{"id": "r", "source": "s", "from": "m"}],
            "changes": [{"do": "delete", "object": "v"}, {"id": "x", "do": "delete", "object": "m"}]}"#,
        );
        let mut all = Vec::new();
        for kind in edit::KINDS {
            for object in edit::all_of(&judged.plan, kind) {
                let reference = judged.reference(object);
                // A vault that is called as a change would be is the vault.
                if object != ObjectRef::new(ObjectKind::Change, 0) {
                    assert_eq!(judged.find(&reference), Some(object), "{reference}");
                }
                all.push(reference);
            }
        }
        assert_eq!(all[..3], ["v", "vault:2", "change:1"]);
        assert_eq!(all[8..], ["k", "change:1", "x"]);
        for nothing in [
            "", "w", "vault:0", "vault:4", "vault:", "plan:1", "nobody:1",
        ] {
            assert_eq!(judged.find(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_plan_that_passes_by_its_own_settings_is_no_all_clear() {
        let pair = |settings: &str| {
            judged(&format!(
                r#"{{"format":"vaultplan/1",{settings}"vaults":[{{"id":"v","name":"erp","region":"cn-hangzhou"}}],
                "mirrors":[{{"id":"r","source":"v","region":"cn-hangzhou"}}]}}"#
            ))
        };
        let aside = r#""settings":{"suppressions":[{"rule":"M001","reason":"a lab"}]},"#;
        let off = r#""settings":{"severities":[{"rule":"M001","severity":"off"}]},"#;
        for settings in [aside, off] {
            let judged = pair(settings);
            assert_eq!(judged.verdict, PlanVerdict::Pass);
            assert!(judged.bends_rules(), "{settings}");
        }
        assert!(!pair("").bends_rules());
    }
}
