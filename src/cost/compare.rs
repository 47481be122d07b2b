//! Two estimates side by side: which lines came, went and changed, and what that makes; and plans that differ in one
//! respect, to be estimated beside the plan itself.

use std::borrow::Cow;

use super::line::{Estimate, Hole, Line};
use super::money::Money;
use super::sum::Sum;
use crate::catalog::price_items::Bill;
use crate::facts::Facts;
use crate::finding::{ObjectKind, ObjectRef};
use crate::model::{Topology, Whole};
use crate::text::names::Names;

/// A line that differs between two estimates, by its index in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The line before; `None` when it came.
    pub before: Option<usize>,
    /// The line after; `None` when it went.
    pub after: Option<usize>,
    /// How much more the first month costs, as far as it is priced.
    pub first: Money,
    /// How much more the last month costs.
    pub steady: Money,
    /// How much more all months cost.
    pub total: Money,
    /// What is not known of it, so that it may be more or less.
    pub hole: Option<Hole>,
}

/// What two estimates come to on one bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The bill.
    pub bill: Bill,
    /// The first month, before and after.
    pub first: (Sum, Sum),
    /// The last month, before and after.
    pub steady: (Sum, Sum),
    /// All months, before and after.
    pub total: (Sum, Sum),
}

impl Balance {
    /// How much more the last month costs, as far as it is priced.
    #[must_use]
    pub fn more_a_month(&self) -> Money {
        self.steady.1.cost.expected - self.steady.0.cost.expected
    }
}

/// Two estimates compared.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Whether both are in one currency. Otherwise nothing is compared.
    pub comparable: bool,
    /// Lines that came, went or changed: in the order of the later estimate, then those that went.
    pub lines: Vec<Difference>,
    /// The bills of both.
    pub bills: Vec<Balance>,
}

/// Compares two estimates, each of the plan of its facts. Lines are the same when kind, item, object, vault, source and
/// region are, by id; so they may be of two plans.
#[must_use]
pub fn compare(before: (&Facts<'_>, &Estimate), after: (&Facts<'_>, &Estimate)) -> Comparison {
    let mut out = Comparison {
        comparable: before.1.currency == after.1.currency,
        lines: Vec::new(),
        bills: Vec::new(),
    };
    if !out.comparable {
        return out;
    }
    for bill in Bill::ALL {
        let sums = |of: fn(&Estimate, Bill) -> Sum| (of(before.1, bill), of(after.1, bill));
        let total = sums(Estimate::total);
        let none = |sum: &Sum| sum.cells == 0;
        if bill == Bill::CloudBackup || !(none(&total.0) && none(&total.1)) {
            out.bills.push(Balance {
                bill,
                first: sums(Estimate::first),
                steady: sums(Estimate::steady),
                total,
            });
        }
    }
    let mut names = Names::new();
    // The lines before, by the number of their key.
    let mut places: Vec<usize> = Vec::new();
    let mut same: Names<'_> = Names::new();
    for (index, line) in before.1.lines.iter().enumerate() {
        names.number(Cow::Owned(key(before.0, line, &mut same)));
        places.push(index);
    }
    let mut met = vec![false; places.len()];
    let mut same: Names<'_> = Names::new();
    for (index, line) in after.1.lines.iter().enumerate() {
        let number = names.find(&key(after.0, line, &mut same));
        let old = number.and_then(|number| places.get(number)).copied();
        if let Some(met) = old.and_then(|old| met.get_mut(old)) {
            *met = true;
        }
        let was = old.and_then(|old| before.1.lines.get(old));
        if let Some(difference) = difference((old, was), (Some(index), Some(line))) {
            out.lines.push(difference);
        }
    }
    for (index, line) in before.1.lines.iter().enumerate() {
        if met.get(index) == Some(&false)
            && let Some(difference) = difference((Some(index), Some(line)), (None, None))
        {
            out.lines.push(difference);
        }
    }
    out
}

/// What makes a line the same in two estimates, with a number where several are alike.
fn key(facts: &Facts<'_>, line: &Line, seen: &mut Names<'_>) -> String {
    let id = |kind: ObjectKind, index: Option<usize>| {
        index.map_or("", |index| facts.id(ObjectRef::new(kind, index)))
    };
    let key = [
        line.kind.word(),
        line.item.id(),
        line.object.kind.word(),
        facts.id(line.object),
        id(ObjectKind::Vault, line.vault),
        id(ObjectKind::Source, line.source),
        line.region.as_deref().unwrap_or_default(),
    ]
    .join("\u{1f}");
    let mut number = 0_usize;
    loop {
        let numbered = [&key, "\u{1f}", &number.to_string()].concat();
        if number >= MOST_ALIKE || seen.number(Cow::Owned(numbered.clone())).1 {
            return numbered;
        }
        number += 1;
    }
}

/// Most lines that are alike and told apart.
const MOST_ALIKE: usize = 64;

fn difference(
    (before, was): (Option<usize>, Option<&Line>),
    (after, is): (Option<usize>, Option<&Line>),
) -> Option<Difference> {
    let figures = |line: Option<&Line>| {
        let Some(line) = line else {
            return (Money::ZERO, Money::ZERO, Money::ZERO, None);
        };
        let of = |cell: Option<super::Cell>| cell.map_or(Money::ZERO, |cell| cell.cost.expected);
        let total = line.total().cost.expected;
        (
            of(line.cells.get(0)),
            of(line.cells.last()),
            total,
            line.hole(),
        )
    };
    let (old, new) = (figures(was), figures(is));
    let changed = match (was, is) {
        (Some(was), Some(is)) => old != new || was.cells != is.cells,
        _ => true,
    };
    changed.then(|| Difference {
        before,
        after,
        first: new.0 - old.0,
        steady: new.1 - old.1,
        total: new.2 - old.2,
        hole: new.3.or(old.3),
    })
}

/// A respect in which a plan may differ from itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// No vault has a mirror, by itself or by a policy.
    WithoutMirrors,
    /// Nothing is moved to the archive tier.
    WithoutArchive,
    /// All backups are kept for so many days.
    Retention(u64),
}

/// The plan as it would be in that respect.
#[must_use]
pub fn variant(plan: &Topology<'_>, variant: Variant) -> Topology<'static> {
    let mut plan = plan.clone().into_owned();
    match variant {
        Variant::WithoutMirrors => without_mirrors(&mut plan),
        Variant::WithoutArchive => {
            for rule in plan
                .policies
                .iter_mut()
                .flat_map(|policy| &mut policy.rules)
            {
                rule.archive_days = None;
            }
        }
        Variant::Retention(days) => {
            for rule in plan
                .policies
                .iter_mut()
                .flat_map(|policy| &mut policy.rules)
            {
                let moves = &*rule.kind == "TRANSITION" && rule.retention_days.is_some();
                if &*rule.kind == "BACKUP" || moves {
                    rule.permanent = None;
                    rule.retention_days = Some(Whole(days));
                }
            }
        }
    }
    plan
}

fn without_mirrors(plan: &mut Topology<'static>) {
    let mirrors = std::mem::take(&mut plan.mirrors);
    let mut ids = Names::new();
    for mirror in &mirrors {
        ids.number(Cow::Borrowed(&mirror.id));
    }
    plan.restores.retain(|restore| !ids.contains(&restore.from));
    plan.changes.retain(|change| !ids.contains(&change.object));
    for policy in &mut plan.policies {
        // Copies of snapshots are no mirrors.
        let general = policy.rules.iter().any(|rule| rule.vault.is_some());
        if general {
            policy.rules.retain(|rule| &*rule.kind != "REPLICATION");
        }
    }
}
