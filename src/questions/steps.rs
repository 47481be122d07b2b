//! A change plan in an order that the service accepts: steps that depend on each other moved as little as possible,
//! and those that are missing put in.

use std::collections::BTreeSet;

use crate::catalog::editions::Edition;
use crate::catalog::limits;
use crate::facts::{Facts, MirrorFact};
use crate::finding::{ObjectKind, ObjectRef};
use crate::model::{ChangeKind, Topology};

/// A step of the corrected plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A step of the plan, by its index.
    Kept(usize),
    /// A step that was missing.
    Added {
        /// What is done.
        kind: ChangeKind,
        /// Id of the object to which it is done.
        object: String,
        /// The step of the plan that needs it, by its index.
        needed_by: usize,
    },
}

/// The corrected plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// The steps in their order.
    pub steps: Vec<Step>,
    /// Whether it differs from the plan as written.
    pub changed: bool,
}

/// Orders the change plan; `None` when its steps need each other in a circle, so that no order helps.
///
/// What is held: an object is made before it is used and used before it is deleted; a mirror goes (or, since 2026,
/// its replication stops) before its source; a trial is converted before the vault is mirrored or locked; the mirror
/// that a vault has goes before the next is made; a policy goes before the vault that it writes into. Linear but for
/// the sorting of the steps.
#[must_use]
pub fn ordered(facts: &Facts<'_>) -> Option<Ordered> {
    let mut graph = Graph::new(facts);
    for at in 0..facts.changes.len() {
        graph.demands(facts, at);
    }
    graph.sort()
}

/// The plan with its changes in that order.
#[must_use]
pub fn corrected(plan: &Topology<'static>, ordered: &Ordered) -> Topology<'static> {
    let mut out = plan.clone();
    let steps = ordered.steps.iter();
    out.changes = steps
        .filter_map(|step| match step {
            Step::Kept(at) => plan.changes.get(*at).cloned(),
            Step::Added { kind, object, .. } => {
                Some(crate::model::Change::new(*kind, object.clone().into()))
            }
        })
        .collect();
    out
}

struct Graph {
    /// The steps: those of the plan first, at their own index, then those that were added.
    steps: Vec<Step>,
    /// For each step, those that come after it.
    after: Vec<Vec<usize>>,
    /// For each step, how many come before it.
    before: Vec<usize>,
    /// The steps of each object of the plan, in their order.
    of: std::collections::BTreeMap<ObjectRef, Vec<usize>>,
}

impl Graph {
    fn new(facts: &Facts<'_>) -> Self {
        let count = facts.changes.len();
        let mut of = std::collections::BTreeMap::new();
        for (at, change) in facts.changes.iter().enumerate() {
            if let Some(target) = change.target {
                of.entry(target).or_insert_with(Vec::new).push(at);
            }
        }
        Self {
            steps: (0..count).map(Step::Kept).collect(),
            after: vec![Vec::new(); count],
            before: vec![0; count],
            of,
        }
    }

    fn edge(&mut self, first: usize, then: usize) {
        if first == then {
            return;
        }
        if let (Some(after), Some(before)) = (self.after.get_mut(first), self.before.get_mut(then))
        {
            after.push(then);
            *before += 1;
        }
    }

    /// The first step that does one of these to an object.
    fn step(&self, facts: &Facts<'_>, object: ObjectRef, kinds: &[ChangeKind]) -> Option<usize> {
        let own = self.of.get(&object)?;
        own.iter().copied().find(|at| {
            let change = facts.changes.get(*at);
            change.is_some_and(|change| kinds.contains(&change.doc.kind))
        })
    }

    /// What a step asks of the others.
    fn demands(&mut self, facts: &Facts<'_>, at: usize) {
        let Some(change) = facts.changes.get(at) else {
            return;
        };
        let Some(target) = change.target else {
            return;
        };
        let kind = change.doc.kind;
        // Made before it is used, used before it is deleted.
        if kind != ChangeKind::Create
            && let Some(made) = self.step(facts, target, &[ChangeKind::Create])
        {
            self.edge(made, at);
        }
        if !matches!(kind, ChangeKind::Create | ChangeKind::Delete)
            && let Some(gone) = self.step(facts, target, &[ChangeKind::Delete])
        {
            self.edge(at, gone);
        }
        if let Some(policy) = change.doc.policy.as_deref().and_then(|id| facts.find(id)) {
            if let Some(made) = self.step(facts, policy, &[ChangeKind::Create]) {
                self.edge(made, at);
            }
            if let Some(gone) = self.step(facts, policy, &[ChangeKind::Delete]) {
                self.edge(at, gone);
            }
        }
        match (target.kind, kind) {
            (ObjectKind::Vault, ChangeKind::Delete | ChangeKind::Replace) => {
                self.before_the_vault_goes(facts, at, target);
            }
            (ObjectKind::Vault, ChangeKind::SwitchOnLock) => {
                if let Some(paid) = self.step(facts, target, &[ChangeKind::ConvertTrial]) {
                    self.edge(paid, at);
                }
            }
            (ObjectKind::Mirror, ChangeKind::Create) => {
                self.before_the_mirror_comes(facts, at, target);
            }
            _ => {}
        }
    }

    fn before_the_vault_goes(&mut self, facts: &Facts<'_>, at: usize, target: ObjectRef) {
        let Some(vault) = facts.vaults.get(target.index) else {
            return;
        };
        let can_stop = facts.edition == Edition::ReplicationTarget;
        let partings: &[ChangeKind] = if can_stop {
            &[ChangeKind::Delete, ChangeKind::StopReplication]
        } else {
            &[ChangeKind::Delete]
        };
        for mirror in own_mirrors(facts, vault) {
            if let Some(parted) = self.step(facts, mirror.object, partings) {
                // A mirror that is made after the vault is made again is another matter.
                let made = self.step(facts, mirror.object, &[ChangeKind::Create]);
                if made.is_none_or(|made| made < at || made < parted) {
                    self.edge(parted, at);
                }
            } else if self
                .step(facts, mirror.object, &[ChangeKind::Create])
                .is_none()
            {
                let kind = if can_stop {
                    ChangeKind::StopReplication
                } else {
                    ChangeKind::Delete
                };
                let added = self.steps.len();
                self.steps.push(Step::Added {
                    kind,
                    object: mirror.doc.id.to_string(),
                    needed_by: at,
                });
                self.after.push(Vec::new());
                self.before.push(0);
                self.edge(added, at);
            }
        }
        for policy in facts.policies_into(vault).take(limits::MIRRORS_IN_A_FIX) {
            if let Some(gone) = self.step(facts, policy.object, &[ChangeKind::Delete]) {
                self.edge(gone, at);
            }
        }
    }

    fn before_the_mirror_comes(&mut self, facts: &Facts<'_>, at: usize, target: ObjectRef) {
        let Some(mirror) = facts.mirrors.get(target.index) else {
            return;
        };
        let Ok(vault) = facts.source_vault(mirror) else {
            return;
        };
        for kind in [
            ChangeKind::Create,
            ChangeKind::ConvertTrial,
            ChangeKind::Replace,
        ] {
            if let Some(first) = self.step(facts, vault.object, &[kind]) {
                self.edge(first, at);
            }
        }
        let others = own_mirrors(facts, vault).filter(|other| other.object != target);
        for other in others.collect::<Vec<_>>() {
            let gone = self.step(facts, other.object, &[ChangeKind::Delete]);
            let made = self.step(facts, other.object, &[ChangeKind::Create]);
            if let Some(gone) = gone.filter(|_| made.is_none()) {
                self.edge(gone, at);
            }
        }
    }

    /// The order nearest to the plan's own: of the steps that may come next, always the first written. A step that
    /// was added stands just before the one that needs it.
    fn sort(mut self) -> Option<Ordered> {
        let place = |at: usize, step: &Step| match step {
            Step::Kept(own) => (*own, 1, at),
            Step::Added { needed_by, .. } => (*needed_by, 0, at),
        };
        let places: Vec<_> = self
            .steps
            .iter()
            .enumerate()
            .map(|(at, step)| place(at, step))
            .collect();
        let free = |at: &usize| self.before.get(*at) == Some(&0);
        let mut ready: BTreeSet<(usize, usize, usize)> = (0..self.steps.len())
            .filter(free)
            .filter_map(|at| places.get(at).copied())
            .collect();
        let mut order = Vec::with_capacity(self.steps.len());
        while let Some((_, _, at)) = ready.pop_first() {
            order.push(at);
            for next in self.after.get(at).cloned().unwrap_or_default() {
                if let Some(before) = self.before.get_mut(next) {
                    *before -= 1;
                    if *before == 0 {
                        ready.extend(places.get(next));
                    }
                }
            }
        }
        if order.len() < self.steps.len() {
            return None;
        }
        let kept = order.iter().enumerate();
        let changed = kept.into_iter().any(|(to, from)| to != *from);
        let steps = order
            .into_iter()
            .filter_map(|at| self.steps.get(at).cloned());
        Some(Ordered {
            steps: steps.collect(),
            changed,
        })
    }
}

/// The mirrors of a vault that the plan lists; of a vault with very many, the first.
fn own_mirrors<'f, 't>(
    facts: &'f Facts<'t>,
    vault: &crate::facts::VaultFact<'t>,
) -> impl Iterator<Item = &'f MirrorFact<'t>> {
    facts
        .mirrors_of(vault)
        .take(limits::MIRRORS_IN_A_FIX)
        .filter(|mirror| mirror.implied_by.is_none())
}
