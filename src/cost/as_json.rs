//! An estimate as plain data: `vaultplan-cost/1`. Money and quantities are exact decimal numbers.

use std::borrow::Cow;

use super::formula::decimal;
use super::line::{Cell, Estimate, Line, Note, NoteKind, Spread};
use super::money::Money;
use super::sum::Sum;
use crate::catalog::price_items::Bill;
use crate::facts::Facts;
use crate::finding::{ObjectKind, ObjectRef};
use crate::lang::Lang;
use crate::model::time;
use crate::report::plain::Plain;

/// The format mark.
pub const FORMAT: &str = "vaultplan-cost/1";

/// The whole estimate of the plan of these facts.
#[must_use]
pub fn cost<'r>(facts: &'r Facts<'_>, estimate: &'r Estimate, lang: Lang) -> Plain<'r> {
    let bills = estimate.bills().into_iter();
    Plain::Object(
        &[
            "format", "edition", "book", "currency", "months", "start", "bills", "lines", "notes",
        ],
        vec![
            Plain::Text(FORMAT),
            Plain::Text(facts.edition.word()),
            Plain::Text(&estimate.book),
            Plain::Text(&estimate.currency),
            Plain::Whole(u64::from(estimate.months)),
            estimate
                .start
                .map_or(Plain::Null, |start| Plain::Made(time::format(start))),
            Plain::List(bills.map(|of| bill(estimate, of)).collect()),
            Plain::List(
                estimate
                    .lines
                    .iter()
                    .map(|of| line(facts, of, estimate))
                    .collect(),
            ),
            Plain::List(estimate.notes.iter().map(|of| note(of, lang)).collect()),
        ],
    )
}

fn number<'r>(text: String) -> Plain<'r> {
    Plain::Number(Cow::Owned(text))
}

fn money<'r>(money: Money) -> Plain<'r> {
    number(money.to_string())
}

/// A sum: what its priced parts cost, and how much of it is priced.
#[must_use]
pub fn sum<'r>(sum: &Sum) -> Plain<'r> {
    Plain::Object(
        &["cost", "low", "high", "total", "coveragePercent", "holes"],
        vec![
            money(sum.cost.expected),
            range(sum.cost, sum.cost.low),
            range(sum.cost, sum.cost.high),
            Plain::Flag(sum.is_total()),
            Plain::Whole(u64::from(sum.coverage())),
            Plain::count(sum.holes),
        ],
    )
}

/// An end of a range; left out where there is none.
fn range<'r>(cost: Spread<Money>, end: Money) -> Plain<'r> {
    if cost.is_range() {
        money(end)
    } else {
        Plain::Absent
    }
}

fn bill<'r>(estimate: &'r Estimate, of: Bill) -> Plain<'r> {
    let months = (0..estimate.months as usize).map(|month| sum(&estimate.month(of, month)));
    let kinds = estimate.by_kind(of).into_iter().map(|(kind, months)| {
        let mut all = Sum::default();
        for month in &months {
            all.add_sum(month);
        }
        let member = |sums: Option<&Sum>| sum(sums.unwrap_or(&Sum::default()));
        Plain::Object(
            &["kind", "first", "steady", "all"],
            vec![
                Plain::Text(kind.word()),
                member(months.first()),
                member(months.last()),
                member(Some(&all)),
            ],
        )
    });
    Plain::Object(
        &["bill", "first", "steady", "all", "months", "kinds"],
        vec![
            Plain::Text(of.word()),
            sum(&estimate.first(of)),
            sum(&estimate.steady(of)),
            sum(&estimate.total(of)),
            Plain::List(months.collect()),
            Plain::List(kinds.collect()),
        ],
    )
}

fn named<'r>(facts: &'r Facts<'_>, object: ObjectRef) -> Plain<'r> {
    let name = facts.name(object);
    let id = facts.id(object);
    Plain::Object(
        &["kind", "id", "name", "pointer"],
        vec![
            Plain::Text(object.kind.word()),
            if id.is_empty() {
                Plain::Absent
            } else {
                Plain::Text(id)
            },
            if name.is_empty() {
                Plain::Absent
            } else {
                Plain::Text(name)
            },
            Plain::Made(object.pointer("")),
        ],
    )
}

fn line<'r>(facts: &'r Facts<'_>, of: &'r Line, estimate: &'r Estimate) -> Plain<'r> {
    let id = |kind: ObjectKind, index: Option<usize>| {
        index.map_or(Plain::Absent, |index| {
            Plain::Text(facts.id(ObjectRef::new(kind, index)))
        })
    };
    let rated = &of.rate;
    let rate = rated.rate.as_ref();
    let text = |text: Option<&'r str>| text.map_or(Plain::Absent, Plain::Text);
    let source = rate.and_then(|rate| rate.source.as_deref());
    let tiers = rated.tiers.iter().map(|(from, price)| {
        let price = price.map_or(Plain::Null, |price| number(price.to_string()));
        Plain::Object(&["from", "price"], vec![number(from.to_string()), price])
    });
    let tiers: Vec<_> = tiers.collect();
    let rate = Plain::Object(
        &[
            "from",
            "item",
            "price",
            "tiers",
            "unit",
            "freeQuota",
            "freeDays",
            "discountPercent",
            "confidence",
            "title",
            "address",
            "date",
            "read",
        ],
        vec![
            Plain::Text(rated.from.word()),
            Plain::Text(rated.item.id()),
            rated
                .price
                .map_or(Plain::Null, |price| number(price.to_string())),
            if tiers.is_empty() {
                Plain::Absent
            } else {
                Plain::List(tiers)
            },
            Plain::Text(of.item.unit().word()),
            if rated.free_quota.is_zero() {
                Plain::Absent
            } else {
                number(rated.free_quota.to_string())
            },
            if rated.free_days == 0 {
                Plain::Absent
            } else {
                Plain::Whole(rated.free_days)
            },
            rated
                .discount
                .map_or(Plain::Absent, |discount| number(discount.to_string())),
            rated
                .confidence
                .map_or(Plain::Absent, |confidence| Plain::Text(confidence.word())),
            text(source.and_then(|source| source.title.as_deref())),
            text(
                source
                    .and_then(|source| source.address.as_deref())
                    .or(Some(of.item.page())),
            ),
            text(source.and_then(|source| source.date.as_deref())),
            text(source.and_then(|source| source.read.as_deref())),
        ],
    );
    let months = of.cells.iter().map(|cell| month(&cell));
    Plain::Object(
        &[
            "kind", "item", "bill", "object", "vault", "source", "region", "currency", "rate",
            "months",
        ],
        vec![
            Plain::Text(of.kind.word()),
            Plain::Text(of.item.id()),
            Plain::Text(of.bill().word()),
            named(facts, of.object),
            id(ObjectKind::Vault, of.vault),
            id(ObjectKind::Source, of.source),
            text(of.region.as_deref()),
            Plain::Text(&estimate.currency),
            rate,
            Plain::List(months.collect()),
        ],
    )
}

fn month<'r>(cell: &Cell) -> Plain<'r> {
    let quantity = cell.quantity.map(|quantity| quantity.expected.nano());
    Plain::Object(
        &["quantity", "priced", "cost", "low", "high", "hole"],
        vec![
            quantity.map_or(Plain::Null, |nano| number(decimal(nano))),
            match cell.hole {
                Some(_) => number(decimal(cell.priced.expected.nano())),
                None => Plain::Absent,
            },
            money(cell.cost.expected),
            range(cell.cost, cell.cost.low),
            range(cell.cost, cell.cost.high),
            cell.hole
                .map_or(Plain::Absent, |hole| Plain::Text(hole.word())),
        ],
    )
}

fn note<'r>(note: &'r Note, lang: Lang) -> Plain<'r> {
    Plain::Object(
        &["kind", "pointer", "count", "text"],
        vec![
            Plain::Text(match note.kind {
                NoteKind::Error => "error",
                NoteKind::Warning => "warning",
                NoteKind::Assumption => "assumption",
            }),
            Plain::Made(note.object.pointer(&note.path)),
            Plain::count(note.count),
            Plain::Made(note.say(lang)),
        ],
    )
}
