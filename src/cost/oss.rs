//! What a backup of a bucket causes on the bill of OSS: calls, and retrieval of the Infrequent Access class.

use super::estimate::{Builder, Counted, Head, Scope};
use super::line::Kind;
use super::money::{Amount, mul_div};
use super::notes;
use super::points::{ONE, weighed};
use super::storage::{self, GB, Window};
use crate::catalog::price_items::Item;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{SourceFact, VaultFact};

/// Objects that one call lists.
const LISTED: u128 = 1_000;

/// Calls of one unit of the bill.
const CALLS: u128 = 10_000;

/// All days.
const ALWAYS: Window = Window {
    from: 0,
    until: None,
};

/// Calls of the runs of a month: each lists all objects twice and looks at each once, and reads those that changed.
/// `objects` are in the bucket, `changed` is the number of objects read in billionths; the result is in billionths.
#[must_use]
pub fn calls(objects: u128, runs: u64, changed: u128) -> u128 {
    let each = objects
        .div_ceil(LISTED)
        .saturating_mul(2)
        .saturating_add(objects);
    let nano = each.saturating_mul(GB).saturating_mul(u128::from(runs));
    nano.saturating_add(changed)
}

/// Adds calls and retrieval.
pub(super) fn add(builder: &mut Builder<'_, '_>) {
    let facts = builder.facts;
    for vault in &facts.vaults {
        if storage::is_deleted(facts, vault) {
            continue;
        }
        for source in storage::held_sources(facts, vault) {
            if source.kind == Some(SourceKind::Oss) && source.doc.gone != Some(true) {
                one(builder, vault, source);
            }
        }
    }
}

fn one(builder: &mut Builder<'_, '_>, vault: &VaultFact<'_>, source: &SourceFact<'_>) {
    let region = builder.region(source.doc.region.as_deref());
    let head = |item| Head {
        kind: Kind::OssAccess,
        item,
        object: source.object,
        vault: Some(vault.object.index),
        source: Some(source.object.index),
        region: region.clone(),
    };
    let details = source.doc.details.as_deref();
    let objects = details.and_then(|details| details.objects);
    let objects = objects.map(|objects| u128::from(objects.0));
    let size = source.doc.size_gb.map(|size| u128::from(size.0) * GB);
    let held = storage::held_of(builder, vault, source, ALWAYS, size.unwrap_or(0), true);
    let Some(held) = held else { return };
    let first = |month: usize| {
        let course = held.course.as_ref();
        course.is_some_and(|course| course.has_first(month))
    };
    let runs = |month: usize| held.course.as_ref().map_or(0, |course| course.runs(month));
    let counted = match objects {
        Some(objects) => {
            let cases = held.cases.iter().map(|weights| {
                let months = weights.months.iter().enumerate().map(|(at, month)| {
                    let read = month
                        .changed
                        .saturating_add(if first(at) { ONE } else { 0 });
                    let read = weighed(objects.saturating_mul(GB), read);
                    let runs = runs(at).saturating_mul(held.a_day);
                    let nano = mul_div(calls(objects, runs, read), 1, CALLS);
                    Amount::flow(nano.unwrap_or(u128::MAX))
                });
                months.collect()
            });
            Counted {
                cases: cases.collect(),
                whole: true,
            }
        }
        None => {
            builder
                .notes
                .add(&notes::NO_OBJECTS, source.object, source.name());
            builder.unknown()
        }
    };
    builder.line(head(Item::OssRequests), counted, Scope::Account);
    let class = details.and_then(|details| details.storage_class.as_deref());
    if class != Some("IA") {
        return;
    }
    let counted = match size {
        Some(nano) => {
            let cases = held.cases.iter().map(|weights| {
                let months = weights.months.iter().enumerate().map(|(at, month)| {
                    let whole = if first(at) { ONE } else { 0 };
                    Amount::flow(weighed(nano, month.written.saturating_add(whole)))
                });
                months.collect()
            });
            Counted {
                cases: cases.collect(),
                whole: true,
            }
        }
        None => builder.unknown(),
    };
    builder.line(head(Item::OssRetrieval), counted, Scope::Account);
}
