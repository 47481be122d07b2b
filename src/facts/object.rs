//! One fact record for each kind of object: what its words mean, what it is joined to.

use super::{KeyFact, RegionFact, missing};
use crate::catalog::editions::Edition;
use crate::catalog::source_kinds::SourceKind;
use crate::catalog::vocabulary::Vocabulary;
use crate::catalog::wanted;
use crate::finding::{Gap, ObjectKind, ObjectRef, Spot};
use crate::lang::Said;
use crate::model::{self, ChangeKind, Destination, Place};

/// A vault.
#[derive(Debug)]
pub struct VaultFact<'t> {
    /// As written.
    pub doc: &'t model::Vault<'t>,
    /// Its place in the plan.
    pub object: ObjectRef,
    pub(crate) region: Option<RegionFact<'t>>,
    pub(crate) kind: Option<VaultKind>,
    pub(crate) status: Option<Status>,
    pub(crate) encryption: Option<EncryptionMethod>,
    pub(crate) trial: Option<TrialFact>,
    pub(crate) first_mirror: Option<usize>,
    pub(crate) last_mirror: Option<usize>,
    /// How many mirrors copy it.
    pub mirror_count: usize,
    /// How much of what it holds is VMware.
    pub vmware: VmwareShare,
    /// The step of the change plan that deletes it.
    pub deleted_at: Option<usize>,
    /// Whether a client of the plan is registered with it, or a source that it holds has a client.
    pub has_client: bool,
    /// The step of the change plan that turns its free trial into a paid vault.
    pub converted_at: Option<usize>,
    /// Whether a source that it holds is still there; `None` when the plan has no source in it.
    pub has_living: Option<bool>,
    /// The step of the change plan that switches immutable backup on.
    pub locked_at: Option<usize>,
    /// Whether it, or a source that it holds, is critical.
    pub critical: bool,
    /// Whether it is a Tablestore Backup vault, or holds nothing but Tablestore.
    pub tablestore: bool,
    /// Whether a second copy of its backups lies in another region.
    pub second_copy: SecondCopy,
}

/// Whether a second copy of a vault's backups lies in another region. Where there is none, one rule speaks of it:
/// the first of those below whose case it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondCopy {
    /// The plan has one: a mirror, or another vault that takes the same sources.
    Exists,
    /// Nothing is said: it may be where an import did not look, or the change plan deletes the vault.
    NotTold,
    /// None, of a vault for Tablestore.
    NoneOfTablestore,
    /// None, of a vault that keeps its data in one zone.
    NoneOfOneZone,
    /// None, of critical data.
    NoneOfCritical,
    /// None, of anything else.
    None,
}

/// A mirror.
#[derive(Debug)]
pub struct MirrorFact<'t> {
    /// As written.
    pub doc: &'t model::Mirror<'t>,
    /// Its place in the plan.
    pub object: ObjectRef,
    /// What it copies.
    pub source: SourceRef,
    /// The name of the policy that makes it, when the plan does not list it.
    pub implied_by: Option<&'t str>,
    pub(crate) region: Option<RegionFact<'t>>,
    pub(crate) encryption: Option<EncryptionMethod>,
    pub(crate) next_of_source: Option<usize>,
    /// An earlier mirror of the same source that exists at the same time, by index.
    pub beside: Option<usize>,
    /// Whether following the sources from it leads back to it.
    pub in_cycle: bool,
    /// Whether it is the first member of its cycle in the plan's order.
    pub heads_cycle: bool,
    /// Whether the change plan deletes or replaces it before it creates it.
    pub(crate) stands_at_first: bool,
    /// The step of the change plan that creates it; it does not exist before.
    pub created_at_step: Option<usize>,
    /// See [`Self::spans`]; empty when no step changes that.
    pub(crate) spans: Vec<(usize, usize)>,
}

/// A client.
#[derive(Debug)]
pub struct ClientFact<'t> {
    /// As written.
    pub doc: &'t model::Client<'t>,
    /// Its place in the plan.
    pub object: ObjectRef,
    /// Whether a source that it serves is still there; `None` when it serves none, or none is gone in the plan.
    pub has_living: Option<bool>,
    /// Whether the change plan deletes it.
    pub is_deleted: bool,
    /// The first source that it serves and that is still there; looked up only when the change plan deletes a client.
    pub first_source: Option<usize>,
}

impl ClientFact<'_> {
    /// Whether it can work: its status is `ACTIVATED`, the default of a planned client.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.doc
            .status
            .as_deref()
            .is_none_or(|status| status == "ACTIVATED")
    }
}

/// A source.
#[derive(Debug)]
pub struct SourceFact<'t> {
    /// As written.
    pub doc: &'t model::Source<'t>,
    /// Its place in the plan.
    pub object: ObjectRef,
    pub(crate) kind: Option<SourceKind>,
    /// The vault that it names itself.
    pub vault: Option<usize>,
    /// In how many vaults its backups lie.
    pub vaults: usize,
    /// Whether those vaults lie in more than one region.
    pub spread: bool,
}

/// A restore.
#[derive(Debug)]
pub struct RestoreFact<'t> {
    /// As written.
    pub doc: &'t model::Restore<'t>,
    /// Its place in the plan.
    pub object: ObjectRef,
    /// The source whose backup is restored.
    pub source: Option<usize>,
    /// What it is restored from.
    pub from: From,
}

/// A change.
#[derive(Debug)]
pub struct ChangeFact<'t> {
    /// As written.
    pub doc: &'t model::Change<'t>,
    /// Its place in the plan.
    pub object: ObjectRef,
    /// The object to which it is done.
    pub target: Option<ObjectRef>,
    /// What the steps before it have made of that object.
    pub before: Before,
}

/// The state of a step's vault or mirror when the step begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// Whether it exists.
    pub exists: bool,
    /// Of a mirror: whether its replication has been stopped.
    pub stopped: bool,
    /// Of a vault: how many of its mirrors exist.
    pub mirrors: usize,
    /// Of a vault: how many of its mirrors exist and still receive its data.
    pub joined: usize,
    /// The source, by index, of which the step destroys the last copy in the plan.
    pub last_copy_of: Option<usize>,
    /// Whether it is too young to be deleted, or still in the making.
    pub young: bool,
    /// Of a vault: how many policies are still bound to it.
    pub policies: usize,
    /// Whether immutable backup is switched on; `None` when nothing tells.
    pub locked: Option<bool>,
    /// How many days the longest kept of its backups are kept; [`super::FOR_GOOD`] when for good.
    pub kept_days: Option<u64>,
    /// Of a deletion: whether the service refuses it, so that nothing changes.
    pub refused: bool,
}

/// What a mirror copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceRef {
    /// A vault of the plan, by index.
    Vault(usize),
    /// Another mirror of the plan, by index.
    Mirror(usize),
    /// Nothing that the plan has.
    Absent,
}

/// What a restore reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// A vault of the plan, by index.
    Vault(usize),
    /// A mirror of the plan, by index.
    Mirror(usize),
    /// Nothing that the plan has.
    Absent,
}

/// The types of vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultKind {
    /// General Backup.
    General,
    /// Tablestore Backup.
    Tablestore,
    /// Database Backup.
    Database,
    /// Archive.
    Archive,
    /// Container Backup.
    Container,
}

/// The statuses of a vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Ready.
    Created,
    /// In the making.
    Initializing,
    /// Broken.
    Error,
    /// The service itself does not know.
    Unknown,
}

/// The two encryption methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncryptionMethod {
    /// Managed by Cloud Backup.
    Managed,
    /// A KMS key.
    Kms,
}

impl EncryptionMethod {
    /// The word in the document.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Managed => "HBR_PRIVATE",
            Self::Kms => "KMS",
        }
    }
}

/// Whether a vault is a trial vault, and of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrialFact {
    /// It is paid for.
    None,
    /// Free trial of OSS backup.
    Oss,
    /// Free trial of NAS backup.
    Nas,
    /// Free trial of Tablestore backup.
    Tablestore,
}

/// How much of what a vault holds is VMware, by its sources and the source types of its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VmwareShare {
    /// Nothing tells what it holds.
    NotStated,
    /// None of it.
    None,
    /// Some of it.
    Some,
    /// All of it.
    All,
}

impl VmwareShare {
    /// The share when one more source is counted in.
    pub(crate) const fn with(self, is_vmware: bool) -> Self {
        match (self, is_vmware) {
            (Self::NotStated | Self::All, true) => Self::All,
            (Self::NotStated | Self::None, false) => Self::None,
            _ => Self::Some,
        }
    }
}

/// Something that writes backups into a vault or mirror.
#[derive(Debug)]
pub struct Writer<'t> {
    /// Where it names the vault or mirror.
    pub spot: Spot,
    /// The id that it names.
    pub target: &'t str,
    /// The object of that id.
    pub found: Option<ObjectRef>,
}

/// A reference to an id that no object of a fitting kind has.
#[derive(Debug)]
pub struct Dangling<'t> {
    /// Where it stands.
    pub spot: Spot,
    /// The id.
    pub id: &'t str,
    /// The kind of object that it should name.
    pub wanted: ObjectKind,
}

/// A vendor word that is not known.
#[derive(Debug)]
pub struct UnknownWord<'t> {
    /// Where it stands.
    pub spot: Spot,
    /// The word.
    pub word: &'t str,
    /// The vocabulary that it is not in.
    pub vocabulary: &'static Vocabulary,
    /// Whether an import brought it.
    pub imported: bool,
}

/// Each fact names its object where a place is asked for, and itself where words are.
macro_rules! stands_for_its_object {
    ($($fact:ident),+) => {
        $(impl std::convert::From<&$fact<'_>> for ObjectRef {
            fn from(fact: &$fact<'_>) -> Self {
                fact.object
            }
        })+
    };
}
stands_for_its_object!(
    VaultFact,
    MirrorFact,
    ClientFact,
    SourceFact,
    KeyFact,
    RestoreFact,
    ChangeFact
);

macro_rules! stands_for_its_name {
    ($($fact:ident),+) => {
        $(impl std::convert::From<&$fact<'_>> for Said {
            fn from(fact: &$fact<'_>) -> Self {
                fact.name().into()
            }
        })+
    };
}
stands_for_its_name!(VaultFact, MirrorFact, SourceFact, KeyFact, RestoreFact);

fn region_of<'t>(
    region: Option<RegionFact<'t>>,
    object: ObjectRef,
    unknown: &[model::Txt<'_>],
    name: impl FnOnce() -> &'t str,
) -> Result<RegionFact<'t>, Gap> {
    match region {
        Some(region) => Ok(region),
        None if is_unknown(unknown, "region") => {
            Err(missing(object, "/region", &wanted::REGION, name()))
        }
        // A plan that states no region is the business of `vault-region-missing` alone.
        None => Err(Gap::LeftOut),
    }
}

/// Whether a text is empty or nothing but blanks. It stops at the first other character, so it costs next to nothing.
fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// A text that says something: a blank one counts as absent.
#[must_use]
pub(crate) fn stated<'t>(text: Option<&'t model::Txt<'_>>) -> Option<&'t str> {
    text.map(|text| &**text).filter(|text| !is_blank(text))
}

/// Whether an import marked a field as one whose value it could not tell.
#[must_use]
pub(crate) fn is_unknown(unknown: &[model::Txt<'_>], field: &str) -> bool {
    unknown.iter().any(|name| &**name == field)
}

impl<'t> VaultFact<'t> {
    /// Its name, else its id.
    #[must_use]
    pub fn name(&self) -> &'t str {
        self.doc
            .name
            .as_deref()
            .filter(|name| !is_blank(name))
            .unwrap_or(&self.doc.id)
    }

    /// Its region.
    ///
    /// # Errors
    /// When the plan states none.
    pub fn region(&self) -> Result<RegionFact<'t>, Gap> {
        region_of(self.region, self.object, &self.doc.unknown, || self.name())
    }

    /// Its type.
    ///
    /// # Errors
    /// A missing fact when the word is not known.
    pub fn kind(&self) -> Result<VaultKind, Gap> {
        self.kind
            .ok_or_else(|| missing(self.object, "/type", &wanted::VAULT_TYPE, self.name()))
    }

    /// Its status.
    ///
    /// # Errors
    /// A missing fact when the word is not known.
    pub fn status(&self) -> Result<Status, Gap> {
        self.status
            .ok_or_else(|| missing(self.object, "/status", &wanted::STATUS, self.name()))
    }

    /// Its encryption method.
    ///
    /// # Errors
    /// A missing fact when the word is not known, or means nothing that is documented (`NONE`).
    pub fn encryption(&self) -> Result<EncryptionMethod, Gap> {
        self.encryption
            .ok_or_else(|| missing(self.object, "/encryption", &wanted::ENCRYPTION, self.name()))
    }

    /// Whether it is a trial vault, of whichever source.
    ///
    /// # Errors
    /// A missing fact when an import could not tell.
    pub fn is_trial(&self) -> Result<bool, Gap> {
        if self.doc.trial.is_some() {
            return Ok(true);
        }
        self.trial().map(|_| false)
    }

    /// Whether something of the plan writes backups into it, and what comes first.
    #[must_use]
    pub fn first_writer(&self, facts: &super::Facts<'_>) -> Option<ObjectRef> {
        let source = facts.sources_in(self).map(|source| source.object).next();
        source.or_else(|| facts.policies_into(self).map(|policy| policy.object).next())
    }

    /// Whether the change plan turns its free trial into a paid vault before it creates the mirror.
    #[must_use]
    pub fn is_paid_before(&self, mirror: &MirrorFact<'_>) -> bool {
        let steps = self.converted_at.zip(mirror.created_at_step);
        steps.is_some_and(|(converted, created)| converted < created)
    }

    /// Whether it is a trial vault.
    ///
    /// # Errors
    /// A missing fact when it is one, and nothing tells of which source.
    pub fn trial(&self) -> Result<TrialFact, Gap> {
        self.trial.ok_or_else(|| {
            let path = if self.doc.trial.is_some() {
                "/trial/source"
            } else {
                "/trial"
            };
            missing(self.object, path, &wanted::TRIAL, self.name())
        })
    }
}

impl<'t> MirrorFact<'t> {
    /// Its name, else its id; of a mirror that a policy makes, the policy's name.
    #[must_use]
    pub fn name(&self) -> &'t str {
        let own = self.doc.name.as_deref().filter(|name| !is_blank(name));
        self.implied_by.or(own).unwrap_or(&self.doc.id)
    }

    /// Its region.
    ///
    /// # Errors
    /// When the plan states none.
    pub fn region(&self) -> Result<RegionFact<'t>, Gap> {
        region_of(self.region, self.object, &self.doc.unknown, || self.name())
    }

    /// Its encryption method.
    ///
    /// # Errors
    /// A missing fact when the word is not known, or means nothing that is documented (`NONE`); left out for a
    /// mirror that a policy makes, which states none.
    pub fn encryption(&self) -> Result<EncryptionMethod, Gap> {
        self.encryption.ok_or_else(|| match self.implied_by {
            Some(_) => Gap::LeftOut,
            None => missing(self.object, "/encryption", &wanted::ENCRYPTION, self.name()),
        })
    }

    /// The states of the change plan in which it copies its source, each time from the first to the last, in their
    /// order; state 0 is the one before step 0. A mirror that is made again has several times.
    #[must_use]
    pub(crate) fn spans(&self) -> &[(usize, usize)] {
        if self.spans.is_empty() {
            &[(0, usize::MAX)]
        } else {
            &self.spans
        }
    }

    /// Notes whether it copies its source before and after a step.
    pub(crate) fn note_step(&mut self, step: usize, before: bool, after: bool) {
        if before == after {
            return;
        }
        if after {
            self.spans.push((step + 1, usize::MAX));
        } else if let Some((_, last)) = self.spans.last_mut() {
            *last = step;
        } else {
            self.spans.push((0, step));
        }
    }

    /// Whether it copies its source when a step of the change plan begins; if so, the later step that ends that,
    /// beyond all steps when none does.
    #[must_use]
    pub fn copies_until(&self, step: usize) -> Option<usize> {
        let mut spans = self.spans().iter();
        let span = spans.find(|(first, last)| (*first..=*last).contains(&step));
        span.map(|(_, last)| *last)
    }
}

impl<'t> SourceFact<'t> {
    /// Its name, else its id.
    #[must_use]
    pub fn name(&self) -> &'t str {
        self.doc
            .name
            .as_deref()
            .filter(|name| !is_blank(name))
            .unwrap_or(&self.doc.id)
    }

    /// What is known of its data and its host; nothing when it is gone.
    #[must_use]
    pub fn details(&self) -> Option<&'t model::Details<'t>> {
        let details = self.doc.details.as_deref();
        details.filter(|_| self.doc.gone != Some(true))
    }

    /// Whether it is there and holds files that a client on their host reads.
    #[must_use]
    pub fn needs_client(&self) -> bool {
        let files = matches!(
            self.kind,
            Some(SourceKind::EcsFile | SourceKind::OnPremisesFile)
        );
        files && self.doc.gone != Some(true)
    }

    /// Its kind.
    ///
    /// # Errors
    /// A missing fact when the word is not known.
    pub fn kind(&self) -> Result<SourceKind, Gap> {
        self.kind
            .ok_or_else(|| missing(self.object, "/type", &wanted::SOURCE_TYPE, self.name()))
    }

    /// Whether it stands on Alibaba Cloud: by its type, its place, or the region that it states.
    ///
    /// # Errors
    /// A missing fact when none of them tells.
    pub fn on_cloud(&self) -> Result<bool, Gap> {
        let has_region = stated(self.doc.region.as_ref()).is_some();
        on_cloud(self.kind()?, self.doc.place, has_region)
            .ok_or_else(|| missing(self.object, "/place", &wanted::PLACE, self.name()))
    }
}

impl SourceFact<'_> {
    /// The operating systems that an edition lists for it; empty where the edition has no list, or the source no
    /// host of its own.
    ///
    /// # Errors
    /// Left out when its type is not known; a missing fact when the list depends on a place that nothing tells.
    pub fn systems(&self, edition: Edition) -> Result<&'static [&'static str], Gap> {
        let kind = self.kind.ok_or(Gap::LeftOut)?;
        let cloud = kind.systems(edition, true);
        if cloud == kind.systems(edition, false) {
            return Ok(cloud);
        }
        Ok(kind.systems(edition, self.on_cloud()?))
    }
}

/// Whether a source or destination stands on Alibaba Cloud; `None` when nothing tells.
#[must_use]
pub(crate) fn on_cloud(kind: SourceKind, place: Option<Place>, has_region: bool) -> Option<bool> {
    kind.on_cloud().or(match place {
        Some(Place::Cloud) => Some(true),
        Some(Place::OnPremises) => Some(false),
        None => has_region.then_some(true),
    })
}

impl<'t> RestoreFact<'t> {
    /// Its name, else its id.
    #[must_use]
    pub fn name(&self) -> &'t str {
        self.doc
            .name
            .as_deref()
            .filter(|name| !is_blank(name))
            .unwrap_or(&self.doc.id)
    }

    /// Where its data goes.
    ///
    /// # Errors
    /// A missing fact when it says nothing of that.
    pub fn to(&self) -> Result<&'t Destination<'t>, Gap> {
        self.doc
            .to
            .as_deref()
            .ok_or_else(|| missing(self.object, "/to", &wanted::DESTINATION, self.name()))
    }

    /// The region of its destination.
    ///
    /// # Errors
    /// A missing fact when it states none.
    pub fn region(&self) -> Result<RegionFact<'t>, Gap> {
        let region = stated(self.to()?.region.as_ref());
        region.map(RegionFact::new).ok_or_else(|| {
            missing(
                self.object,
                "/to/region",
                &wanted::DESTINATION_REGION,
                self.name(),
            )
        })
    }
}

impl ChangeFact<'_> {
    /// The step's number, from 0.
    #[must_use]
    pub fn step(&self) -> usize {
        self.object.index
    }

    /// Whether it deletes its object (a replacement deletes it first).
    #[must_use]
    pub fn deletes(&self) -> bool {
        matches!(self.doc.kind, ChangeKind::Delete | ChangeKind::Replace)
    }
}
