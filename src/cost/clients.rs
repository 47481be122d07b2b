//! Backup clients, software fees and Essential Editions: they cost as long as data exists that they backed up.

use super::DAYS_OF_MONTH;
use super::estimate::{Builder, Counted, Head, Scope};
use super::line::Kind;
use super::money::Amount;
use super::notes;
use super::storage::{self, GB};
use crate::catalog::price_items::Item;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{SourceFact, VaultKind};
use crate::model::Essential;
use crate::text::names::Names;

/// Adds clients, software fees and Essential Editions.
pub(super) fn add(builder: &mut Builder<'_, '_>) {
    let facts = builder.facts;
    // One client serves all that is backed up of its host.
    let mut hosts = Names::new();
    for source in &facts.sources {
        let details = source.doc.details.as_deref();
        if let Some(edition) = details.and_then(|details| details.essential) {
            if source.doc.gone != Some(true) {
                essential(builder, source, edition);
            }
            continue;
        }
        if !lies_in_a_vault(builder, source) {
            continue;
        }
        let item = match source.kind {
            Some(SourceKind::EcsFile | SourceKind::OnPremisesFile) => {
                let host = source
                    .doc
                    .client
                    .as_deref()
                    .or(source.doc.resource.as_deref());
                let host = host.filter(|host| !host.is_empty());
                if host.is_some_and(|host| !hosts.number(host.into()).1) {
                    continue;
                }
                Item::FileClient
            }
            Some(SourceKind::Hana) => Item::HanaClient,
            Some(SourceKind::OnPremisesNas) => {
                builder
                    .notes
                    .add(&notes::NAS_CLIENT, source.object, source.name());
                Item::NasClient
            }
            Some(SourceKind::Cpfs) => Item::CpfsClient,
            Some(SourceKind::Vmware) => {
                let sizing = source.doc.sizing.as_deref();
                let allocated = sizing.and_then(|sizing| sizing.allocated_gb);
                if allocated.is_none() {
                    builder
                        .notes
                        .add(&notes::NO_ALLOCATED, source.object, source.name());
                }
                let counted = amount(builder, allocated.map(|gb| u128::from(gb.0) * GB));
                line(
                    builder,
                    source,
                    (Kind::Clients, Item::VmwareClient),
                    counted,
                );
                continue;
            }
            _ => continue,
        };
        let counted = builder.always(Amount::flow(GB));
        line(builder, source, (Kind::Clients, item), counted);
    }
}

/// Whether backups of a source lie in a vault that stays and is no free trial for good.
fn lies_in_a_vault(builder: &Builder<'_, '_>, source: &SourceFact<'_>) -> bool {
    let facts = builder.facts;
    let Some(source) = facts.sources.get(source.object.index) else {
        return false;
    };
    let mut vaults = facts.vaults_of(source);
    vaults
        .any(|vault| !storage::is_deleted(facts, vault) && vault.kind != Some(VaultKind::Database))
}

/// The same amount in every month, in billionths of the unit; a hole when it is not known.
pub(super) fn amount(builder: &Builder<'_, '_>, nano: Option<u128>) -> Counted {
    match nano {
        Some(nano) => builder.always(Amount::flow(nano)),
        None => builder.unknown(),
    }
}

/// A line of a source.
pub(super) fn line(
    builder: &mut Builder<'_, '_>,
    source: &SourceFact<'_>,
    (kind, item): (Kind, Item),
    counted: Counted,
) {
    let region = builder.region(source.doc.region.as_deref());
    let facts = builder.facts;
    let of_source = facts.sources.get(source.object.index);
    let vault = of_source.and_then(|source| facts.vaults_of(source).next());
    let head = Head {
        kind,
        item,
        object: source.object,
        vault: vault.map(|vault| vault.object.index),
        source: Some(source.object.index),
        region,
    };
    builder.line(head, counted, Scope::Account);
}

/// An Essential Edition: by attached block storage, day by day, or prepaid for the instance.
fn essential(builder: &mut Builder<'_, '_>, source: &SourceFact<'_>, edition: Essential) {
    let (item, counted) = match edition {
        Essential::File => {
            let sizing = source.doc.sizing.as_deref();
            let attached = sizing.and_then(|sizing| sizing.attached_gib);
            if attached.is_none() {
                builder
                    .notes
                    .add(&notes::NO_ATTACHED, source.object, source.name());
            }
            let days = u128::from(DAYS_OF_MONTH);
            let counted = amount(builder, attached.map(|gib| u128::from(gib.0) * GB * days));
            (Item::EssentialFile, counted)
        }
        Essential::Ecs => (Item::EssentialEcs, amount(builder, Some(GB))),
    };
    line(builder, source, (Kind::Essential, item), counted);
}
