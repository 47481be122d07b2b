//! What follows from the plan and the catalogue, computed once and read by every rule and question.
//! Facts say what is; they never judge.

mod binding;
mod build;
mod ids;
mod implied;
mod key;
mod object;
mod planned;
mod policy;
mod region;
pub mod restore;
pub mod schedule;
mod settings;
mod steps;
mod store;
pub mod sync;

pub use binding::{Binding, BoundBy, Misfit};
pub use object::{
    Before, ChangeFact, ClientFact, Dangling, EncryptionMethod, From as RestoreFrom, MirrorFact,
    RestoreFact, SecondCopy, SourceFact, SourceRef, Status, TrialFact, UnknownWord, VaultFact,
    VaultKind, VmwareShare, Writer,
};
pub(crate) use object::{on_cloud, stated};
pub use policy::{
    FOR_GOOD, KeyFact, PolicyFact, PolicyKind, PolicyRuleFact, REMOTE_DAYS, RuleKind,
};
pub use region::RegionFact;
pub use settings::{SettingDoc, SettingFact};
pub use store::Store;

use crate::catalog::editions::Edition;
use crate::catalog::regions::Region;
use crate::catalog::wanted::{self, Wanted};
use crate::finding::{Gap, Missing, ObjectKind, ObjectRef, Spot};
use crate::model::{Mirror, Topology};

/// Everything that rules read.
#[derive(Debug)]
pub struct Facts<'t> {
    /// The plan.
    pub plan: &'t Topology<'t>,
    /// The edition that it is judged in.
    pub edition: Edition,
    /// The time at which it is judged, in Unix seconds, when the caller gave one.
    pub now: Option<i64>,
    /// Whether parts of the plan came from the service's answers.
    pub imported: bool,
    /// The vaults, in the plan's order.
    pub vaults: Vec<VaultFact<'t>>,
    /// The mirrors, in the plan's order.
    pub mirrors: Vec<MirrorFact<'t>>,
    /// The clients, in the plan's order.
    pub clients: Vec<ClientFact<'t>>,
    /// The sources, in the plan's order.
    pub sources: Vec<SourceFact<'t>>,
    /// The policies and backup plans, in the plan's order.
    pub policies: Vec<PolicyFact<'t>>,
    /// The rules of all policies, in the plan's order.
    pub policy_rules: Vec<PolicyRuleFact<'t>>,
    /// The KMS keys, in the plan's order.
    pub keys: Vec<KeyFact<'t>>,
    /// Every binding of a source to a policy: those of the policies' lists, then those of the change plan.
    pub(crate) bound: Vec<Binding>,
    /// Source index and number of every binding, sorted.
    pub(crate) bindings: Vec<(usize, usize)>,
    /// Policy index and vault index of every vault that a policy writes into, in the order of the policies; no more
    /// than [`crate::catalog::limits::VAULTS_OF_A_POLICY`] of each.
    pub(crate) writes: Vec<(usize, usize)>,
    /// Whether a policy chooses sources by tags.
    pub(crate) chooses_by_tags: bool,
    /// Whether a policy names a source that the plan does not have.
    pub(crate) binds_unknown: bool,
    /// Whether the answers that tell what backs sources up were loaded whole: those about bindings and those about plans.
    pub(crate) bindings_loaded: bool,
    /// Vault index and policy index of every policy that writes into a vault, sorted.
    pub(crate) policy_vaults: Vec<(usize, usize)>,
    /// Number of the alias and index of every key that has one, sorted.
    pub(crate) key_aliases: Vec<(usize, usize)>,
    /// The rules of policies that make the mirrors behind the plan's own, in their order.
    pub(crate) implied: Vec<usize>,
    /// The aliases of the keys.
    pub(crate) aliases: crate::text::names::Names<'t>,
    /// The restores, in the plan's order.
    pub restores: Vec<RestoreFact<'t>>,
    /// The changes, in the plan's order.
    pub changes: Vec<ChangeFact<'t>>,
    /// Everything that writes backups into a mirror or vault by id.
    pub writers: Vec<Writer<'t>>,
    /// Each region that a mirror or its source lies in, once, with the first mirror that uses it.
    pub mirror_regions: Vec<(RegionFact<'t>, Spot)>,
    /// Vault index and source index of every source that a vault holds, sorted.
    pub(crate) holdings: Vec<(usize, usize)>,
    pub(crate) ids: ids::Ids<'t>,
    /// The regions of the account's own list of those that support cross-region backup, when the plan has one.
    pub(crate) supported: Option<crate::text::names::Names<'t>>,
    /// The regions of which an answer of DescribeVaults was loaded whole.
    pub(crate) loaded_whole: crate::text::names::Names<'t>,
    /// For each mirror, the vault at the end of the chain that it is part of; empty in a plan without chains.
    pub(crate) originals: Vec<Option<usize>>,
    /// For each account with more vaults than one may have, the first vault too many, and how many it has.
    pub(crate) crowded_accounts: Vec<(usize, usize)>,
    /// The first mirror too many of each region and account, by index.
    pub(crate) crowded_regions: Vec<usize>,
    /// How many mirrors name a source that the plan does not have.
    pub mirrors_without_source: usize,
    /// Objects whose id an earlier object has already.
    pub repeated_ids: Vec<(ObjectRef, &'t str, ObjectRef)>,
    /// References to ids that no object of a fitting kind has.
    pub dangling: Vec<Dangling<'t>>,
    /// Region ids that are not listed.
    pub unknown_regions: Vec<UnknownWord<'t>>,
    /// Statuses of vaults and mirrors that are not known.
    pub unknown_statuses: Vec<UnknownWord<'t>>,
    /// Types of sources that are not known.
    pub unknown_sources: Vec<UnknownWord<'t>>,
    /// All other vendor words that are not known: where, which vocabulary, the word.
    pub unknown_words: Vec<UnknownWord<'t>>,
    /// How many of each the plan states, noted or not.
    pub stated: Stated,
}

/// How many ids, references and vendor words a plan states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// Ids of objects.
    pub ids: usize,
    /// References to ids.
    pub references: usize,
    /// Region ids.
    pub regions: usize,
    /// Statuses of vaults and mirrors.
    pub statuses: usize,
    /// All other vendor words.
    pub words: usize,
}

impl<'t> Facts<'t> {
    /// Computes the facts of a plan.
    #[must_use]
    pub fn new(plan: &'t Topology<'t>, edition: Edition, now: Option<i64>) -> Self {
        build::build(plan, edition, now)
    }

    /// The object of an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<ObjectRef> {
        self.ids.get(id)
    }

    /// The vault of an id.
    #[must_use]
    pub fn vault(&self, id: &str) -> Option<&VaultFact<'t>> {
        self.find(id)
            .filter(|o| o.kind == ObjectKind::Vault)
            .and_then(|o| self.vaults.get(o.index))
    }

    /// The mirror of an id.
    #[must_use]
    pub fn mirror(&self, id: &str) -> Option<&MirrorFact<'t>> {
        self.find(id)
            .filter(|o| o.kind == ObjectKind::Mirror)
            .and_then(|o| self.mirrors.get(o.index))
    }

    /// The source of an id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&SourceFact<'t>> {
        self.find(id)
            .filter(|o| o.kind == ObjectKind::Source)
            .and_then(|o| self.sources.get(o.index))
    }

    /// The client of an id.
    #[must_use]
    pub fn client(&self, id: &str) -> Option<&ClientFact<'t>> {
        self.find(id)
            .filter(|o| o.kind == ObjectKind::Client)
            .and_then(|o| self.clients.get(o.index))
    }

    /// The mirrors of a vault, in the plan's order.
    pub fn mirrors_of<'f>(
        &'f self,
        vault: &VaultFact<'t>,
    ) -> impl Iterator<Item = &'f MirrorFact<'t>> {
        let mut next = vault.first_mirror;
        std::iter::from_fn(move || {
            let mirror = self.mirrors.get(next?)?;
            next = mirror.next_of_source;
            Some(mirror)
        })
    }

    /// The sources whose backups a vault holds, in the plan's order.
    pub fn sources_in<'f>(
        &'f self,
        vault: &VaultFact<'t>,
    ) -> impl Iterator<Item = &'f SourceFact<'t>> {
        let index = vault.object.index;
        let start = self.holdings.partition_point(|(v, _)| *v < index);
        self.holdings
            .get(start..)
            .unwrap_or_default()
            .iter()
            .take_while(move |(v, _)| *v == index)
            .filter_map(|(_, source)| self.sources.get(*source))
    }

    /// Whether a vault is a free trial when a step of the change plan begins: one that is over and paid for is none.
    #[must_use]
    pub fn is_trial_before(&self, vault: &VaultFact<'_>, step: usize) -> bool {
        let Some(trial) = &vault.doc.trial else {
            return false;
        };
        let end = trial.expires_at.as_ref().map(|end| end.unix);
        let over = end.zip(self.now).is_some_and(|(end, now)| end <= now);
        let paid = over && trial.pay_after == Some(true);
        !paid && vault.converted_at.is_none_or(|at| at >= step)
    }

    /// Whether a vault can be immutable when a step of the change plan begins.
    #[must_use]
    pub fn can_be_locked(&self, vault: &VaultFact<'_>, step: usize) -> bool {
        vault.kind != Some(VaultKind::Container) && !self.is_trial_before(vault, step)
    }

    /// Whether a vault holds backups: by the plan's sources, by its stored amount, or by what its record names;
    /// `None` when nothing tells. A vault of the plan's own that nobody puts anything into is empty; a loaded one
    /// need not be.
    #[must_use]
    pub fn holds_backups(&self, vault: &VaultFact<'t>) -> Option<bool> {
        let doc = vault.doc;
        if !doc.source_types.is_empty() || self.sources_in(vault).next().is_some() {
            return Some(true);
        }
        match doc.stored_gb {
            Some(amount) => Some(amount.0 > 0),
            None if doc.origin.is_some() || object::is_unknown(&doc.unknown, "storedGB") => None,
            None => Some(false),
        }
    }

    /// The vault that a mirror copies.
    ///
    /// # Errors
    /// Left out when its source is a mirror, or is certainly not there (other rules say so); a missing fact when
    /// an import did not load it.
    pub fn source_vault(&self, mirror: &MirrorFact<'t>) -> Result<&VaultFact<'t>, Gap> {
        match mirror.source {
            SourceRef::Vault(index) => self.vaults.get(index).ok_or(Gap::LeftOut),
            SourceRef::Mirror(_) => Err(Gap::LeftOut),
            SourceRef::Absent if self.may_be_elsewhere(mirror.doc) => Err(missing(
                mirror.object,
                "/source",
                &wanted::VAULT,
                &mirror.doc.source,
            )),
            SourceRef::Absent => Err(Gap::LeftOut),
        }
    }

    /// Whether the source that a mirror names may be a vault that an import did not load: no object of another
    /// kind has its id, and no answer was loaded that lists the whole region where the mirror says it is. Where
    /// answers were loaded, that holds for a mirror of the user's own as well.
    fn may_be_elsewhere(&self, mirror: &Mirror<'_>) -> bool {
        let region = mirror.source_region.as_deref();
        (self.imported || mirror.origin.is_some())
            && self.find(&mirror.source).is_none()
            && region.is_none_or(|region| !self.loaded_whole.contains(region))
    }

    /// The name by which people know what a mirror copies; the id that it names when the plan has no such object.
    #[must_use]
    pub fn source_name(&self, mirror: &MirrorFact<'t>) -> &'t str {
        let object = match mirror.source {
            SourceRef::Vault(index) => Some(ObjectRef::new(ObjectKind::Vault, index)),
            SourceRef::Mirror(index) => Some(ObjectRef::new(ObjectKind::Mirror, index)),
            SourceRef::Absent => self.find(&mirror.doc.source),
        };
        object.map_or(&*mirror.doc.source, |object| self.name(object))
    }

    /// The vault at the end of a chain of mirrors; `None` when the chain ends in nothing or runs in a circle.
    #[must_use]
    pub fn original_vault(&self, mirror: &MirrorFact<'t>) -> Option<&VaultFact<'t>> {
        self.vaults
            .get((*self.originals.get(mirror.object.index)?)?)
    }

    /// The region of what a mirror copies: of its source, or as the mirror's own record states it.
    ///
    /// # Errors
    /// As [`Self::source_vault`], when neither tells.
    pub fn source_region(&self, mirror: &MirrorFact<'t>) -> Result<RegionFact<'t>, Gap> {
        match mirror.source {
            SourceRef::Vault(index) => self.vaults.get(index).ok_or(Gap::LeftOut)?.region(),
            SourceRef::Mirror(index) => self.mirrors.get(index).ok_or(Gap::LeftOut)?.region(),
            SourceRef::Absent => match object::stated(mirror.doc.source_region.as_ref()) {
                Some(id) => Ok(RegionFact::new(id)),
                None => Err(self.source_vault(mirror).err().unwrap_or(Gap::LeftOut)),
            },
        }
    }

    /// Whether a region supports cross-region backup: by the account's own list when the plan has one, else by
    /// what pages say; `None` when nothing is known.
    #[must_use]
    pub fn cross_region_support(&self, region: RegionFact<'_>) -> Option<bool> {
        match &self.supported {
            Some(list) => Some(list.contains(region.id)),
            None => region.known.and_then(|known| known.cross_region),
        }
    }

    /// Whether a region has left the service by the edition's list, and the account's own list does not have it.
    #[must_use]
    pub fn is_retired(&self, region: RegionFact<'_>) -> bool {
        self.edition == Edition::ReplicationTarget
            && region.known.is_some_and(|known| !known.current)
            && self.cross_region_support(region) != Some(true)
    }

    /// The vaults that take the backups of a source: the one that it names, then those of its policies' rules.
    pub fn vaults_of<'f>(
        &'f self,
        source: &'f SourceFact<'t>,
    ) -> impl Iterator<Item = &'f VaultFact<'t>> {
        let named = self
            .policies_of(source)
            .flat_map(|policy| policy::joined(&self.writes, policy.object.index));
        (source.vault.into_iter().chain(named)).filter_map(|vault| self.vaults.get(vault))
    }

    /// The region that a mirror of a vault in `source` is best offered first; `None` when none is left.
    #[must_use]
    pub fn first_mirror_region(&self, source: RegionFact<'_>) -> Option<&'static Region> {
        region::first_choice(source, |region| self.cross_region_support(region))
    }

    /// Whether a source may be bound to what was not loaded: an import brought it, and not every answer that would tell.
    /// Such answers do not state their region, so of a source that states its own, nothing tells whether they are there.
    #[must_use]
    pub fn may_be_bound_elsewhere(&self, source: &SourceFact<'t>) -> bool {
        let told = self.bindings_loaded && source.doc.region.is_none();
        self.imported && source.doc.origin.is_some() && !told
    }

    /// Whether an import brought an object.
    #[must_use]
    pub fn came_from_import(&self, object: ObjectRef) -> bool {
        let (plan, index) = (self.plan, object.index);
        match object.kind {
            ObjectKind::Vault => plan.vaults.get(index).is_some_and(|o| o.origin.is_some()),
            ObjectKind::Mirror => plan.mirrors.get(index).is_some_and(|o| o.origin.is_some()),
            ObjectKind::Client => plan.clients.get(index).is_some_and(|o| o.origin.is_some()),
            ObjectKind::Source => plan.sources.get(index).is_some_and(|o| o.origin.is_some()),
            ObjectKind::Policy => plan.policies.get(index).is_some_and(|o| o.origin.is_some()),
            ObjectKind::Key => plan.keys.get(index).is_some_and(|o| o.origin.is_some()),
            ObjectKind::Restore => plan.restores.get(index).is_some_and(|o| o.origin.is_some()),
            ObjectKind::Plan | ObjectKind::Change => false,
        }
    }

    /// The name by which people know an object: its name, else its id.
    #[must_use]
    pub fn name(&self, object: ObjectRef) -> &'t str {
        fn pick<'t>(name: Option<&'t str>, id: &'t str) -> &'t str {
            name.filter(|n| !n.trim().is_empty()).unwrap_or(id)
        }
        let plan = self.plan;
        let found = match object.kind {
            ObjectKind::Plan => return plan.name.as_deref().unwrap_or_default(),
            ObjectKind::Vault => plan
                .vaults
                .get(object.index)
                .map(|v| pick(v.name.as_deref(), &v.id)),
            ObjectKind::Mirror => plan
                .mirrors
                .get(object.index)
                .map(|m| pick(m.name.as_deref(), &m.id)),
            ObjectKind::Client => plan
                .clients
                .get(object.index)
                .map(|c| pick(c.name.as_deref(), &c.id)),
            ObjectKind::Source => plan
                .sources
                .get(object.index)
                .map(|s| pick(s.name.as_deref(), &s.id)),
            ObjectKind::Policy => plan
                .policies
                .get(object.index)
                .map(|p| pick(p.name.as_deref(), &p.id)),
            ObjectKind::Key => plan
                .keys
                .get(object.index)
                .map(|k| pick(k.alias.as_deref(), &k.id)),
            ObjectKind::Restore => plan
                .restores
                .get(object.index)
                .map(|r| pick(r.name.as_deref(), &r.id)),
            ObjectKind::Change => plan
                .changes
                .get(object.index)
                .map(|c| pick(None, &c.object)),
        };
        found.unwrap_or_default()
    }

    /// The id of an object; empty for the plan, and for a change without one.
    #[must_use]
    pub fn id(&self, object: ObjectRef) -> &'t str {
        ids::id_of(self.plan, object)
    }
}

/// A missing fact at a place, about an object of a name.
#[must_use]
pub fn missing_at(spot: Spot, wanted: &'static Wanted, name: &str) -> Gap {
    Gap::Missing(Box::new(Missing {
        spot,
        wanted,
        object: name.to_owned(),
    }))
}

/// A missing fact at a field, about an object of a name.
#[must_use]
pub fn missing(object: ObjectRef, path: &'static str, wanted: &'static Wanted, name: &str) -> Gap {
    let path = path.into();
    missing_at(Spot { object, path }, wanted, name)
}
