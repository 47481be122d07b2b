//! Backup clients and software fees: they cost as long as data exists that they backed up.

use super::estimate::{Builder, Counted, Head, Scope};
use super::line::Kind;
use super::money::Amount;
use super::storage::GB;
use crate::catalog::price_items::Item;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::SourceFact;
use crate::text::names::Names;

/// Adds clients and software fees.
pub(super) fn add(builder: &mut Builder<'_, '_>) {
    let facts = builder.facts;
    // One client serves all that is backed up of its host.
    let mut hosts = Names::new();
    for source in &facts.sources {
        let essential = source
            .doc
            .details
            .as_ref()
            .is_some_and(|details| details.essential.is_some());
        if essential || !is_backed_up(builder, source) {
            continue;
        }
        match source.kind {
            Some(SourceKind::EcsFile | SourceKind::OnPremisesFile) => {
                let host = source
                    .doc
                    .client
                    .as_deref()
                    .or(source.doc.resource.as_deref());
                let host = host.filter(|host| !host.is_empty());
                if host.is_none_or(|host| hosts.number(host.into()).1) {
                    count(builder, source, Item::FileClient, GB);
                }
            }
            _ => {}
        }
    }
}

/// Whether backups of a source lie in a vault that stays, or exist as snapshots.
fn is_backed_up(builder: &Builder<'_, '_>, source: &SourceFact<'_>) -> bool {
    let facts = builder.facts;
    let Some(source) = facts.sources.get(source.object.index) else {
        return false;
    };
    facts
        .vaults_of(source)
        .any(|vault| !super::storage::is_deleted(facts, vault))
}

/// A line of so many units in every month.
pub(super) fn count(
    builder: &mut Builder<'_, '_>,
    source: &SourceFact<'_>,
    item: Item,
    nano: u128,
) {
    let counted = builder.always(Amount::flow(nano));
    line(builder, source, item, &counted);
}

fn line(builder: &mut Builder<'_, '_>, source: &SourceFact<'_>, item: Item, counted: &Counted) {
    let region = builder.region(source.doc.region.as_deref());
    let facts = builder.facts;
    let of_source = facts.sources.get(source.object.index);
    let vault = of_source.and_then(|source| facts.vaults_of(source).next());
    let head = Head {
        kind: Kind::Clients,
        item,
        object: source.object,
        vault: vault.map(|vault| vault.object.index),
        source: Some(source.object.index),
        region,
    };
    builder.line(head, counted, Scope::Account);
}
