//! Planned restores: traffic by link and hour, clients that they need, retrieval from archives.

use super::DAYS_OF_MONTH;
use super::estimate::{Builder, Case, Counted, Head, Scope};
use super::line::Kind;
use super::money::{Amount, mul_div};
use super::notes;
use super::points::weighed;
use super::storage::{self, GB};
use crate::catalog::price_items::Item;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, RestoreFact, RestoreFrom, Store};
use crate::finding::Gap;
use crate::questions::coverage::Copies;
use crate::questions::restorable::{Charge, charge_of};
use crate::text::names::Names;

/// All, in 10^-12 of a percent.
const WHOLE: u128 = 100_000_000_000_000;

/// Adds what restores cost.
pub(super) fn add(builder: &mut Builder<'_, '_>, copies: Option<&Copies<'_, '_>>) {
    let facts = builder.facts;
    let mut clients = Names::new();
    for source in &facts.sources {
        if let Some(client) = source.doc.client.as_deref() {
            clients.number(client.into());
        }
    }
    for restore in &facts.restores {
        if let RestoreFrom::Mirror(mirror) = restore.from
            && copies.is_some_and(|copies| copies.refusal(mirror).is_some())
        {
            builder
                .notes
                .add(&notes::RESTORE_REFUSED, restore.object, restore.name());
            continue;
        }
        let at = restore.doc.at.as_ref().map(|at| at.unix);
        let (day, start) = (at.and_then(|at| builder.day_of(at)), builder.start);
        if at.zip(start).is_some_and(|(at, start)| at < start) {
            builder
                .notes
                .add(&notes::RESTORE_PAST, restore.object, restore.name());
            continue;
        }
        let day = day.unwrap_or(0);
        let month = day / DAYS_OF_MONTH as u32;
        if month >= builder.months {
            continue;
        }
        if at.is_none() || start.is_none() {
            builder
                .notes
                .add(&notes::RESTORE_WHEN, restore.object, restore.name());
        }
        one(builder, restore, (day, month), &clients);
    }
}

fn one(
    builder: &mut Builder<'_, '_>,
    restore: &RestoreFact<'_>,
    (day, month): (u32, u32),
    clients: &Names<'_>,
) {
    let facts = builder.facts;
    let Some(restore) = facts.restores.get(restore.object.index) else {
        return;
    };
    let store = facts.store(restore).ok();
    let vault = match store {
        Some(Store::Vault(vault)) => Some(vault),
        Some(Store::Mirror(mirror)) => facts
            .original_vault(mirror)
            .or(facts.source_vault(mirror).ok()),
        None => None,
    };
    let region = store
        .and_then(|store| store.region().ok())
        .map(|region| region.id);
    let region = builder.region(region);
    let head = |item| Head {
        kind: Kind::Restore,
        item,
        object: restore.object,
        vault: vault.map(|vault| vault.object.index),
        source: restore.source,
        region: region.clone(),
    };
    let whole = amount(builder, restore, (day, month));
    match charge(facts, restore) {
        Charge::Free | Charge::FreeOverPrivateLink => {}
        Charge::BilledByAmount => {
            let of_plan = facts.plan.estimate.as_deref();
            let off = of_plan.and_then(|estimate| estimate.off_peak_percent);
            if off.is_none() {
                builder
                    .notes
                    .add(&notes::OFF_PEAK, restore.object, restore.name());
            }
            let off = off.map_or(0, |off| off.0.pico()).min(WHOLE);
            for (item, percent) in [
                (Item::InternetPeak, WHOLE - off),
                (Item::InternetOffPeak, off),
            ] {
                if percent == 0 {
                    continue;
                }
                let counted = match &whole {
                    Some(cases) => part(builder, cases, month, percent),
                    None => in_month_unknown(builder),
                };
                builder.line(head(item), counted, Scope::Account);
            }
        }
        Charge::Unknown => {
            builder
                .notes
                .add(&notes::RESTORE_UNKNOWN, restore.object, restore.name());
            let unknown = in_month_unknown(builder);
            builder.line(head(Item::InternetPeak), unknown, Scope::Account);
        }
    }
    if needs_client(facts, restore, clients) {
        let mut months = vec![Amount::ZERO; builder.months as usize];
        if let Some(of_month) = months.get_mut(month as usize) {
            *of_month = Amount::flow(GB);
        }
        let counted = builder.same(months);
        builder.line(head(Item::FileClient), counted, Scope::Account);
    }
    let archived = matches!(store, Some(Store::Vault(vault)) if storage::is_archive(vault));
    if archived {
        let counted = match &whole {
            Some(cases) => part(builder, cases, month, WHOLE),
            None => in_month_unknown(builder),
        };
        builder.line(head(Item::ArchiveRetrieval), counted, Scope::Account);
    }
}

/// How much is restored in each case: the source as large as it is then. `None` when its size is not known.
fn amount(
    builder: &mut Builder<'_, '_>,
    restore: &RestoreFact<'_>,
    (day, _): (u32, u32),
) -> Option<Vec<u128>> {
    let facts = builder.facts;
    let source = facts.sources.get(restore.source?)?;
    let Some(size) = source.doc.size_gb else {
        builder
            .notes
            .add(&notes::NO_SIZE, source.object, source.name());
        return None;
    };
    let nano = u128::from(size.0) * GB;
    let cases = builder.cases.iter();
    let of_case = |case: &Case| weighed(nano, builder.change(source, *case).size_on(day));
    Some(cases.map(of_case).collect())
}

/// A share of what is restored, in its month.
fn part(builder: &Builder<'_, '_>, cases: &[u128], month: u32, percent: u128) -> Counted {
    let months = |nano: &u128| {
        let mut months = vec![Amount::ZERO; builder.months as usize];
        if let Some(of_month) = months.get_mut(month as usize) {
            let nano = mul_div(*nano, percent, WHOLE).unwrap_or(u128::MAX);
            *of_month = Amount::flow(nano);
        }
        months
    };
    Counted {
        cases: cases.iter().map(months).collect(),
        whole: true,
    }
}

/// An amount that is not known.
fn in_month_unknown(builder: &Builder<'_, '_>) -> Counted {
    builder.unknown()
}

/// What a restore is charged. Within the region of the vault or mirror it goes over the vendor's own network, which
/// pages of all times call free.
fn charge<'t>(facts: &Facts<'t>, restore: &RestoreFact<'t>) -> Charge {
    let charge = charge_of(facts, restore);
    if charge != Charge::Unknown {
        return charge;
    }
    let free = || -> Result<bool, Gap> {
        let kind = facts.destination_kind(restore)?;
        let cloud = kind.on_cloud() == Some(true) || !facts.on_premises(restore)?;
        let home = facts.store(restore)?.region()?;
        let to = restore.to()?.region.as_deref();
        Ok(cloud && to.is_some_and(|to| to == home.id))
    };
    if free().unwrap_or(false) {
        Charge::Free
    } else {
        Charge::Unknown
    }
}

/// Whether files go to a host that has no client yet.
fn needs_client<'t>(facts: &Facts<'t>, restore: &RestoreFact<'t>, clients: &Names<'_>) -> bool {
    let files = matches!(
        facts.destination_kind(restore),
        Ok(SourceKind::EcsFile | SourceKind::OnPremisesFile)
    );
    let known = facts
        .destination_client(restore)
        .is_some_and(|client| clients.contains(client));
    files && !known && !facts.same_instance(restore)
}
