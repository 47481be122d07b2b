//! Policies, their rules and KMS keys: what their words mean, what they are joined to.

use std::borrow::Cow;

use super::object::stated;
use super::{Facts, RegionFact, missing};
use crate::catalog::wanted;
use crate::finding::{Gap, ObjectRef, Spot};
use crate::lang::Said;
use crate::model;

/// A policy or backup plan.
#[derive(Debug)]
pub struct PolicyFact<'t> {
    /// As written.
    pub doc: &'t model::Policy<'t>,
    /// Its place in the plan.
    pub object: ObjectRef,
    pub(crate) kind: Option<PolicyKind>,
    /// Where its rules begin among all rules of policies.
    pub(crate) first_rule: usize,
    /// The first vault of the plan that it names, by index.
    pub vault: Option<usize>,
    /// Of a backup plan: an earlier one of the same name, vault and source type, by index.
    pub same_name_as: Option<usize>,
    /// The step of the change plan that creates it; it does not exist before.
    pub created_at_step: Option<usize>,
    /// The step that deletes it.
    pub deleted_at: Option<usize>,
    /// The step that switches immutable backup on for it.
    pub locked_at: Option<usize>,
    pub(crate) noted: super::binding::Noted,
}

/// Kept for good, as a number of days.
pub const FOR_GOOD: u64 = u64::MAX;

/// Days for which an ECS instance policy keeps its copies in the other region when it does not say.
pub const REMOTE_DAYS: u64 = 7;

/// The kinds of policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyKind {
    /// A general policy: it names a vault.
    General,
    /// A policy of ECS instances: it makes snapshots and names no vault.
    EcsInstance,
    /// A backup plan of one source, as there were before policies.
    Plan,
}

/// A rule of a policy.
#[derive(Debug)]
pub struct PolicyRuleFact<'t> {
    /// As written.
    pub doc: &'t model::PolicyRule<'t>,
    /// The policy, by index.
    pub policy: usize,
    /// Its number within the policy, from 0.
    pub at: usize,
    /// The policy's place in the plan.
    pub object: ObjectRef,
    /// What it does; `None` for a word that is not known.
    pub kind: Option<RuleKind>,
    /// The vault that it names, by index.
    pub vault: Option<usize>,
}

/// What a rule of a policy does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// Makes backups.
    Backup,
    /// Moves them to the archive tier.
    Transition,
    /// Copies them to another region.
    Replication,
    /// Chooses sources by tags.
    Tag,
}

/// A KMS key.
#[derive(Debug)]
pub struct KeyFact<'t> {
    /// As written.
    pub doc: &'t model::KmsKey<'t>,
    /// Its place in the plan.
    pub object: ObjectRef,
    pub(crate) region: Option<RegionFact<'t>>,
    /// The first vault or mirror that it encrypts.
    pub used_by: Option<ObjectRef>,
}

impl<'t> PolicyFact<'t> {
    /// Its name, else its id.
    #[must_use]
    pub fn name(&self) -> &'t str {
        stated(self.doc.name.as_ref()).unwrap_or(&self.doc.id)
    }

    /// Its kind: as stated, else by whether a rule names a vault.
    ///
    /// # Errors
    /// Left out when its word is not known, or when it states neither a type nor a rule.
    pub fn kind(&self) -> Result<PolicyKind, Gap> {
        self.kind.ok_or(Gap::LeftOut)
    }

    /// Whether it exists when a step of the change plan begins.
    #[must_use]
    pub fn exists_before(&self, step: usize) -> bool {
        let made = self.created_at_step.is_none_or(|at| at < step);
        made && self.deleted_at.is_none_or(|at| at >= step)
    }

    /// How many days its backups are kept, [`FOR_GOOD`] when for good: what its TRANSITION rule says wins over
    /// its BACKUP rules, of which the longest counts. `None` when it does not say.
    #[must_use]
    pub fn kept_days(&self) -> Option<u64> {
        self.noted.longest_moved.or(self.noted.longest)
    }

    /// Whether a rule of it moves backups to the archive tier.
    #[must_use]
    pub fn archives(&self) -> bool {
        self.noted.archives.is_some()
    }

    /// Whether a rule of it copies to another region.
    #[must_use]
    pub fn replicates(&self) -> bool {
        self.noted.replicates
    }
}

impl PolicyRuleFact<'_> {
    /// Days for which a REPLICATION rule keeps the copies in the other region, when it says so.
    #[must_use]
    pub fn remote_days(&self) -> Option<u64> {
        let days = self.doc.replication_days.or(self.doc.retention_days);
        days.map(|days| days.0)
    }

    /// How many days it keeps backups, [`FOR_GOOD`] when for good; `None` when it does not say.
    #[must_use]
    pub fn kept_days(&self) -> Option<u64> {
        if self.doc.permanent == Some(true) {
            return Some(FOR_GOOD);
        }
        self.doc.retention_days.map(|days| days.0)
    }

    /// The days after which a TRANSITION rule of a policy archives, with the kind of the policy; `None` for other
    /// rules, and for backup plans.
    #[must_use]
    pub fn archives_after(&self, facts: &Facts<'_>) -> Option<(u64, PolicyKind)> {
        let kind = facts.policies.get(self.policy)?.kind?;
        let archives = self.kind == Some(RuleKind::Transition) && kind != PolicyKind::Plan;
        let days = self.doc.archive_days.filter(|_| archives)?;
        Some((days.0, kind))
    }

    /// A field of the rule; `field` is empty or begins with `/`.
    #[must_use]
    pub fn spot(&self, field: &str) -> Spot {
        Spot {
            object: self.object,
            path: self.path(field),
        }
    }

    /// Path of a field from the policy.
    #[must_use]
    pub fn path(&self, field: &str) -> Cow<'static, str> {
        let mut path = String::from("/rules");
        crate::text::pointer::push_index(&mut path, self.at);
        path.push_str(field);
        path.into()
    }
}

impl<'t> KeyFact<'t> {
    /// Its alias, else its id.
    #[must_use]
    pub fn name(&self) -> &'t str {
        stated(self.doc.alias.as_ref()).unwrap_or(&self.doc.id)
    }

    /// Its region.
    ///
    /// # Errors
    /// A missing fact when the plan states none.
    pub fn region(&self) -> Result<RegionFact<'t>, Gap> {
        self.region
            .ok_or_else(|| missing(self.object, "/region", &wanted::KEY_REGION, self.name()))
    }
}

impl<'t> Facts<'t> {
    /// The policy of an id.
    #[must_use]
    pub fn policy(&self, id: &str) -> Option<&PolicyFact<'t>> {
        self.find(id)
            .filter(|o| o.kind == crate::finding::ObjectKind::Policy)
            .and_then(|o| self.policies.get(o.index))
    }

    /// The rules of a policy, in their order.
    #[must_use]
    pub fn rules_of(&self, policy: &PolicyFact<'t>) -> &[PolicyRuleFact<'t>] {
        let end = policy.first_rule + policy.doc.rules.len();
        self.policy_rules
            .get(policy.first_rule..end)
            .unwrap_or_default()
    }

    /// The policy of a rule.
    #[must_use]
    pub fn policy_of(&self, rule: &PolicyRuleFact<'t>) -> Option<&PolicyFact<'t>> {
        self.policies.get(rule.policy)
    }

    /// The policies that a source is bound to, or is to be, in the order of the bindings.
    pub fn policies_of<'f>(
        &'f self,
        source: &super::SourceFact<'t>,
    ) -> impl Iterator<Item = &'f PolicyFact<'t>> {
        self.bindings_of(source)
            .filter_map(|binding| self.policies.get(binding.policy))
    }

    /// The policies that write into a vault, in the plan's order.
    pub fn policies_into<'f>(
        &'f self,
        vault: &super::VaultFact<'t>,
    ) -> impl Iterator<Item = &'f PolicyFact<'t>> {
        joined(&self.policy_vaults, vault.object.index)
            .filter_map(|policy| self.policies.get(policy))
    }

    /// The vaults that a policy writes into, by index, in the order of its rules.
    pub(crate) fn written_by(&self, policy: &PolicyFact<'t>) -> impl Iterator<Item = usize> {
        joined(&self.writes, policy.object.index)
    }

    /// The sources that are bound to a policy, in the order in which it names them.
    pub fn sources_of<'f>(
        &'f self,
        policy: &PolicyFact<'t>,
    ) -> impl Iterator<Item = &'f super::SourceFact<'t>> {
        policy.doc.sources.iter().filter_map(|id| self.source(id))
    }

    /// The key that a vault or mirror of a region means by an id, an ARN or an alias: aliases may exist in several
    /// regions, and then the one of that region is meant.
    #[must_use]
    pub fn key(&self, name: &str, region: Option<RegionFact<'_>>) -> Option<&KeyFact<'t>> {
        let by_id = self
            .find(name)
            .filter(|o| o.kind == crate::finding::ObjectKind::Key)
            .and_then(|o| self.keys.get(o.index));
        if by_id.is_some() {
            return by_id;
        }
        let alias = self.aliases.find(name)?;
        let mut same = joined(&self.key_aliases, alias).filter_map(|index| self.keys.get(index));
        let here = |key: &&KeyFact<'_>| {
            key.region
                .zip(region)
                .is_some_and(|(ours, theirs)| ours.same(theirs))
        };
        let mut first = None;
        same.find(|key| {
            first.get_or_insert(*key);
            here(key)
        })
        .or(first)
    }
}

/// The second of each pair whose first is `of`; the pairs are sorted.
pub(super) fn joined(pairs: &[(usize, usize)], of: usize) -> impl Iterator<Item = usize> {
    let start = pairs.partition_point(|(first, _)| *first < of);
    pairs
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take_while(move |(first, _)| *first == of)
        .map(|(_, second)| *second)
}

/// What a word of the policy type means; without one, whether a rule names a vault tells.
pub(super) fn kind_of(doc: &model::Policy<'_>) -> Option<PolicyKind> {
    match doc.kind.as_deref() {
        Some("STANDARD") => Some(PolicyKind::General),
        Some("UDM_ECS_ONLY") => Some(PolicyKind::EcsInstance),
        Some("PLAN") => Some(PolicyKind::Plan),
        Some(_) => None,
        // A policy without rules is a sketch, of which nothing tells the type.
        None if doc.rules.is_empty() => None,
        None if doc.rules.iter().any(|rule| rule.vault.is_some()) => Some(PolicyKind::General),
        None => Some(PolicyKind::EcsInstance),
    }
}

/// What a word of the rule type means.
pub(super) fn rule_kind(word: &str) -> Option<RuleKind> {
    match word {
        "BACKUP" => Some(RuleKind::Backup),
        "TRANSITION" => Some(RuleKind::Transition),
        "REPLICATION" => Some(RuleKind::Replication),
        "TAG" => Some(RuleKind::Tag),
        _ => None,
    }
}

impl From<&PolicyFact<'_>> for ObjectRef {
    fn from(policy: &PolicyFact<'_>) -> Self {
        policy.object
    }
}

impl From<&PolicyFact<'_>> for Said {
    fn from(policy: &PolicyFact<'_>) -> Self {
        policy.name().into()
    }
}
