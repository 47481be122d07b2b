//! Which sources are bound to which policies, by the lists of policies and by steps of the change plan, and what
//! that makes of the policies.

use super::build::sort_pairs;
use super::object::stated;
use super::policy::{PolicyFact, PolicyKind, PolicyRuleFact, RuleKind};
use super::schedule::Schedule;
use super::{Facts, SourceFact};
use crate::catalog::editions::Edition;
use crate::catalog::limits;
use crate::catalog::source_kinds::SourceKind;
use crate::finding::{ObjectKind, ObjectRef, Spot};
use crate::text::patch::Op;

/// A source that is bound to a policy, or is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The source, by index.
    pub source: usize,
    /// The policy, by index.
    pub policy: usize,
    /// What binds them.
    pub by: BoundBy,
}

/// What binds a source to a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundBy {
    /// The policy's list of sources, at this place.
    List(usize),
    /// This step of the change plan.
    Step(usize),
}

impl Binding {
    /// Where the binding stands.
    #[must_use]
    pub fn spot(&self) -> Spot {
        match self.by {
            BoundBy::List(at) => {
                let mut path = String::from("/sources");
                crate::text::pointer::push_index(&mut path, at);
                Spot {
                    object: ObjectRef::new(ObjectKind::Policy, self.policy),
                    path: path.into(),
                }
            }
            BoundBy::Step(step) => Spot {
                object: ObjectRef::new(ObjectKind::Change, step),
                path: "/policy".into(),
            },
        }
    }

    /// The change that takes the binding back.
    #[must_use]
    pub fn undo(&self) -> Op {
        match self.by {
            BoundBy::List(_) => Op::remove(self.spot().pointer()),
            BoundBy::Step(step) => Op::remove(ObjectRef::new(ObjectKind::Change, step).pointer("")),
        }
    }
}

/// Why a policy cannot serve a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Sources of its kind keep plans of their own.
    OwnPlan,
    /// It is a policy of the other type.
    OtherType,
}

/// What follows for a policy from its sources and its rules, each by index. It is noted once: rules ask for it at
/// every source and every rule of a policy, which may have many of both.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Noted {
    /// The first Tablestore source that it serves.
    pub(crate) tablestore: Option<usize>,
    /// The first source that it serves and that cannot be archived.
    pub(crate) unarchivable: Option<usize>,
    /// The first ECS instance that it serves.
    pub(crate) ecs_instance: Option<usize>,
    /// Its first TRANSITION rule that carries a retention.
    pub(crate) retained_by: Option<usize>,
    /// Its BACKUP rule that keeps its backups for the shortest time, and for how many days.
    pub(crate) least: Option<(usize, u64)>,
    /// The most days for which a BACKUP rule keeps backups.
    pub(crate) longest: Option<u64>,
    /// The most days for which a TRANSITION rule keeps them.
    pub(crate) longest_moved: Option<u64>,
    /// The most days that any rule states, of special retentions too.
    pub(crate) most_days: Option<u64>,
    /// Whether a rule of it copies to another region, named or not.
    pub(crate) copies: bool,
    /// Its first BACKUP rule.
    pub(crate) backup: Option<usize>,
    /// The first vault that a BACKUP rule writes into.
    pub(crate) vault: Option<usize>,
    /// Its first rule that archives.
    pub(crate) archives: Option<usize>,
    /// Whether a REPLICATION rule of it names a region.
    pub(crate) replicates: bool,
    /// Its BACKUP rule whose runs are the least far apart, and how far at most, in seconds.
    pub(crate) rhythm: Option<(usize, u64)>,
    /// Whether a schedule of it does not tell how far apart its runs are.
    pub(crate) unclear_rhythm: bool,
}

impl<'t> PolicyFact<'t> {
    /// Whether its backups may not be kept for good: those of ECS instances.
    #[must_use]
    pub fn must_expire(&self) -> bool {
        self.kind == Some(PolicyKind::EcsInstance) || self.noted.ecs_instance.is_some()
    }
}

impl<'t> Facts<'t> {
    /// What binds a source to policies: first the policies that list it, in the plan's order, then the steps of the
    /// change plan that bind it.
    pub fn bindings_of<'f>(
        &'f self,
        source: &SourceFact<'t>,
    ) -> impl Iterator<Item = &'f Binding> + use<'f, 't> {
        super::policy::joined(&self.bindings, source.object.index)
            .filter_map(|number| self.bound.get(number))
    }

    /// Why the policy of a binding cannot serve its source; `None` when it can, or when nothing tells.
    #[must_use]
    pub fn misfit(&self, binding: &Binding) -> Option<Misfit> {
        let source = self.sources.get(binding.source)?;
        let policy = self.policies.get(binding.policy)?;
        misfit(policy, source.kind?, self.edition)
    }

    /// How long the backups that a rule makes or moves are kept, in days ([`super::FOR_GOOD`] when for good), with the rule
    /// that says so: where a TRANSITION rule carries a retention, it wins over that of a BACKUP rule. `None` when
    /// nothing says so.
    #[must_use]
    pub fn retention<'f>(
        &'f self,
        rule: &PolicyRuleFact<'t>,
    ) -> Option<(&'f PolicyRuleFact<'t>, u64)> {
        let policy = self.policy_of(rule)?;
        let noted = &policy.noted;
        let at = match rule.kind? {
            RuleKind::Backup => noted.retained_by.unwrap_or(rule.at),
            RuleKind::Transition => noted.retained_by.or(noted.least.map(|(at, _)| at))?,
            RuleKind::Replication | RuleKind::Tag => return None,
        };
        let rule = self.rules_of(policy).get(at)?;
        Some((rule, rule.kept_days()?))
    }
}

fn misfit(policy: &PolicyFact<'_>, source: SourceKind, edition: Edition) -> Option<Misfit> {
    let kind = policy.kind?;
    // A legacy policy backs ECS instances up into a vault.
    if kind == PolicyKind::Plan || policy.doc.legacy == Some(true) {
        return None;
    }
    if source.keeps_own_plan(edition) {
        return Some(Misfit::OwnPlan);
    }
    let instances = kind == PolicyKind::EcsInstance;
    match source {
        SourceKind::EcsDisk => None,
        SourceKind::EcsInstance if !instances => Some(Misfit::OtherType),
        SourceKind::EcsInstance => None,
        _ => instances.then_some(Misfit::OtherType),
    }
}

/// Joins sources and policies, and notes what follows for the policies.
pub(super) fn join(facts: &mut Facts<'_>) {
    let bound = facts.bound.iter().enumerate();
    facts.bindings = bound.map(|(number, b)| (b.source, number)).collect();
    sort_pairs(&mut facts.bindings, facts.sources.len(), facts.bound.len());
    for binding in &facts.bound {
        let kind = facts.sources.get(binding.source).and_then(|s| s.kind);
        let (Some(kind), Some(policy)) = (kind, facts.policies.get_mut(binding.policy)) else {
            continue;
        };
        if policy.kind.is_none() || misfit(policy, kind, facts.edition).is_some() {
            continue;
        }
        let noted = &mut policy.noted;
        match kind {
            SourceKind::Tablestore => _ = noted.tablestore.get_or_insert(binding.source),
            SourceKind::EcsInstance => _ = noted.ecs_instance.get_or_insert(binding.source),
            _ => {}
        }
        if kind.can_be_archived() == Some(false) {
            noted.unarchivable.get_or_insert(binding.source);
        }
    }
}

/// Whether a vault is another one that a policy writes into. A policy may have one; of a policy with very many only
/// the first count.
pub(super) fn writes_anew(facts: &Facts<'_>, policy: usize, vault: usize) -> bool {
    let others = facts.writes.iter().rev();
    let mut others = others.take_while(|(of, _)| *of == policy);
    !others.any(|(_, other)| *other == vault)
        && super::policy::joined(&facts.writes, policy).count() < limits::VAULTS_OF_A_POLICY
}

/// Notes a rule for its policy; schedules are read only when objectives are measured against them.
pub(super) fn note_rule(noted: &mut Noted, rule: &PolicyRuleFact<'_>, measured: bool) {
    let days = rule.kept_days();
    let specials = rule.doc.special_retentions.iter();
    let special = specials.filter_map(|special| special.days).max();
    noted.most_days = noted.most_days.max(days).max(special.map(|days| days.0));
    noted.copies |= rule.kind == Some(RuleKind::Replication) || rule.doc.copies == Some(true);
    match rule.kind {
        Some(RuleKind::Transition) => {
            if days.is_some() {
                noted.retained_by.get_or_insert(rule.at);
                noted.longest_moved = noted.longest_moved.max(days);
            }
            if rule.doc.archive_days.is_some() {
                noted.archives.get_or_insert(rule.at);
            }
        }
        Some(RuleKind::Backup) => {
            noted.backup.get_or_insert(rule.at);
            noted.vault = noted.vault.or(rule.vault);
            noted.longest = noted.longest.max(days);
            if let Some(days) = days
                && noted.least.is_none_or(|(_, least)| days < least)
            {
                noted.least = Some((rule.at, days));
            }
            if measured {
                note_rhythm(noted, rule);
            }
        }
        Some(RuleKind::Replication) => {
            noted.replicates |= stated(rule.doc.replication_region.as_ref()).is_some();
        }
        Some(RuleKind::Tag) | None => {}
    }
}

fn note_rhythm(noted: &mut Noted, rule: &PolicyRuleFact<'_>) {
    let Some(schedule) = stated(rule.doc.schedule.as_ref()) else {
        return;
    };
    match Schedule::parse(schedule).and_then(|schedule| schedule.gaps()) {
        None => noted.unclear_rhythm = true,
        Some(gaps) if noted.rhythm.is_none_or(|(_, best)| gaps.longest < best) => {
            noted.rhythm = Some((rule.at, gaps.longest));
        }
        Some(_) => {}
    }
}
