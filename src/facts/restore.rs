//! What a restore reads and where it goes: the kinds on both sides, the same instance or another one, and
//! which question about an unstated destination comes first. Judges nothing.

use super::object::{on_cloud, stated};
use super::{Facts, RegionFact, RestoreFact, RestoreFrom, SourceFact, Store, missing};
use crate::catalog::editions::{Edition, Editions};
use crate::catalog::source_kinds::SourceKind;
use crate::catalog::wanted;
use crate::finding::Gap;
use crate::model::{Destination, Place};

/// What there is to ask about a destination. Where a restore states none, only the first question that it
/// raises is put: one omission is one finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Whether it lies in the mirror's region.
    Region,
    /// Whether a database stays in its region.
    DatabaseRegion,
    /// Which client it has.
    Client,
    /// Whether it is another SAP HANA instance.
    Instance,
    /// Over which network it is reached.
    Link,
}

/// Whether a backup of one kind can go to a destination of another kind, or of the same.
#[must_use]
pub fn accepts(source: SourceKind, destination: SourceKind, edition: Edition) -> bool {
    source == destination
        || matches!(
            (source, destination),
            (SourceKind::EcsFile, SourceKind::OnPremisesFile)
                | (SourceKind::Vmware, SourceKind::EcsInstance)
                | (SourceKind::EcsInstance, SourceKind::EcsDisk)
        )
        // The old console offered the backups of local clients on ECS instances.
        || (source == SourceKind::OnPremisesFile
            && destination == SourceKind::EcsFile
            && Editions::HBR.has(edition))
}

/// Whether an edition rules out that a kind is restored from a mirror at all.
#[must_use]
pub fn never_from_mirror(kind: SourceKind, edition: Edition) -> bool {
    Editions::CLOUD_BACKUP.has(edition) && (kind == SourceKind::Vmware || kind.is_database())
}

/// Whether a restore of a kind from a mirror has to end in the mirror's region. A kind that may stand in either
/// place has to, unless it is said to stand on premises.
#[must_use]
pub fn bound_to_region(destination: SourceKind, place: Option<Place>, edition: Edition) -> bool {
    match destination {
        SourceKind::EcsFile
        | SourceKind::Oss
        | SourceKind::Nas
        | SourceKind::Tablestore
        | SourceKind::Cpfs => true,
        SourceKind::Hana => place != Some(Place::OnPremises),
        kind => {
            kind.is_database()
                && Editions::HBR.has(edition)
                && on_cloud(kind, place, false) != Some(false)
        }
    }
}

impl<'t> Facts<'t> {
    /// The source whose backup is restored.
    ///
    /// # Errors
    /// Left out when the plan has no such source; another rule says so.
    pub fn restored_source(&self, restore: &RestoreFact<'t>) -> Result<&SourceFact<'t>, Gap> {
        restore
            .source
            .and_then(|index| self.sources.get(index))
            .ok_or(Gap::LeftOut)
    }

    /// The kind of source whose backup is restored.
    ///
    /// # Errors
    /// Left out when the plan has no such source, or its type is not known; other rules say so.
    pub fn restored_kind(&self, restore: &RestoreFact<'t>) -> Result<SourceKind, Gap> {
        self.restored_source(restore)?.kind.ok_or(Gap::LeftOut)
    }

    /// What is restored from.
    ///
    /// # Errors
    /// Left out when the plan has no such vault or mirror; another rule says so.
    pub fn store(&self, restore: &RestoreFact<'t>) -> Result<Store<'_, 't>, Gap> {
        let store = match restore.from {
            RestoreFrom::Vault(index) => self.vaults.get(index).map(Store::Vault),
            RestoreFrom::Mirror(index) => self.mirrors.get(index).map(Store::Mirror),
            RestoreFrom::Absent => None,
        };
        store.ok_or(Gap::LeftOut)
    }

    /// The kind of the destination: as it states, else the source's.
    ///
    /// # Errors
    /// Left out when it states a type that is not known, or that no such backup can go to; one rule says so.
    pub fn destination_kind(&self, restore: &RestoreFact<'t>) -> Result<SourceKind, Gap> {
        let source = self.restored_kind(restore)?;
        let to = restore.doc.to.as_ref();
        let kind = match stated(to.and_then(|to| to.kind.as_ref())) {
            Some(word) => SourceKind::from_word(word).ok_or(Gap::LeftOut)?,
            None => source,
        };
        if accepts(source, kind, self.edition) {
            Ok(kind)
        } else {
            Err(Gap::LeftOut)
        }
    }

    /// The destination, for a rule that asks one thing about it.
    ///
    /// # Errors
    /// Without a destination: a missing fact for the first question that this restore raises, left out for
    /// every other.
    pub fn destination(
        &self,
        restore: &RestoreFact<'t>,
        asks: Asks,
    ) -> Result<&'t Destination<'t>, Gap> {
        match &restore.doc.to {
            Some(to) => Ok(to),
            None if self.first_question(restore)? == Some(asks) => Err(missing(
                restore.object,
                "/to",
                &wanted::DESTINATION,
                restore.name(),
            )),
            None => Err(Gap::LeftOut),
        }
    }

    /// The first question that a restore without a destination raises; none where nothing depends on it.
    fn first_question(&self, restore: &RestoreFact<'t>) -> Result<Option<Asks>, Gap> {
        let kind = self.restored_kind(restore)?;
        let from_mirror = matches!(self.store(restore)?, Store::Mirror(_));
        let on_premises = kind.on_cloud() == Some(false);
        if from_mirror && never_from_mirror(kind, self.edition) {
            return Ok(None);
        }
        if from_mirror && bound_to_region(kind, None, self.edition) {
            return Ok(Some(Asks::Region));
        }
        let cloud_backup = Editions::CLOUD_BACKUP.has(self.edition);
        let catalog_is_asked =
            Editions::SINCE_2021.has(self.edition) && restore.doc.full_backup_after != Some(true);
        Ok(match kind {
            SourceKind::OnPremisesFile | SourceKind::OnPremisesNas | SourceKind::EcsFile => {
                Some(Asks::Client)
            }
            SourceKind::Hana if catalog_is_asked => Some(Asks::Instance),
            kind if kind.is_database() && cloud_backup && !on_premises => {
                Some(Asks::DatabaseRegion)
            }
            kind if kind == SourceKind::Hana || kind.is_database() || on_premises => {
                Some(Asks::Link)
            }
            _ => None,
        })
    }

    /// Whether a restore goes back to the very instance that it was backed up from: both state the same one.
    /// From a mirror it never does, unless the instance stands on premises.
    #[must_use]
    pub fn same_instance(&self, restore: &RestoreFact<'t>) -> bool {
        let source = self.restored_source(restore).ok();
        let of_source = stated(source.and_then(|source| source.doc.resource.as_ref()));
        let to = restore.doc.to.as_ref();
        of_source.is_some() && of_source == stated(to.and_then(|to| to.resource.as_ref()))
    }

    /// The id of the client on the destination: as stated, else the source's own when it is the same instance.
    #[must_use]
    pub fn destination_client(&self, restore: &RestoreFact<'t>) -> Option<&'t str> {
        let stated = restore.doc.to.as_ref().and_then(|to| to.client.as_deref());
        stated.or_else(|| {
            let source = self.restored_source(restore).ok()?;
            let own = source.doc.client.as_deref()?;
            self.same_instance(restore).then_some(own)
        })
    }

    /// A region that can be compared with another one.
    ///
    /// # Errors
    /// Left out when neither the catalogue nor the account's own list has it; another rule says so.
    pub fn listed<'r>(&self, region: RegionFact<'r>) -> Result<RegionFact<'r>, Gap> {
        if region.known.is_some() || self.cross_region_support(region) == Some(true) {
            Ok(region)
        } else {
            Err(Gap::LeftOut)
        }
    }

    /// Whether a destination stands on premises: by its type, its place or region, the network that is stated
    /// for it, or because it is the instance of the source.
    ///
    /// # Errors
    /// A missing fact when nothing tells; left out when a rule asks for its region already.
    pub fn on_premises(&self, restore: &RestoreFact<'t>) -> Result<bool, Gap> {
        let kind = self.destination_kind(restore)?;
        let to = self.destination(restore, Asks::Link)?;
        if let Some(cloud) = on_cloud(kind, to.place, stated(to.region.as_ref()).is_some()) {
            return Ok(!cloud);
        }
        if to.link.is_some() {
            return Ok(true);
        }
        if self.same_instance(restore) {
            let source = self.restored_source(restore)?;
            let has_region = stated(source.doc.region.as_ref()).is_some();
            if let Some(cloud) = on_cloud(kind, source.doc.place, has_region) {
                return Ok(!cloud);
            }
        }
        let region_is_asked = match self.store(restore)? {
            Store::Mirror(_) => bound_to_region(kind, to.place, self.edition),
            Store::Vault(_) => kind.is_database() && Editions::CLOUD_BACKUP.has(self.edition),
        };
        if region_is_asked {
            Err(Gap::LeftOut)
        } else {
            Err(missing(
                restore.object,
                "/to/place",
                &wanted::PLACE,
                restore.name(),
            ))
        }
    }
}
