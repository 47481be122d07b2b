//! A change plan in an order that the service accepts: steps that depend on each other moved as little as possible,
//! and those that are missing put in.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::catalog::editions::Edition;
use crate::catalog::limits;
use crate::facts::{Facts, MirrorFact};
use crate::finding::{ObjectKind, ObjectRef};
use crate::lang::Text;
use crate::model::{ChangeKind, Topology};
use crate::text::names;

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
    /// For each of these steps, the steps that it stands after because it must; empty where it may stand anywhere.
    pub after: Vec<Vec<After>>,
    /// Whether it differs from the plan as written.
    pub changed: bool,
}

/// A step that comes before another, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After {
    /// The earlier step: its place in [`Ordered::steps`].
    pub step: usize,
    /// Why it comes before.
    pub why: Why,
}

/// Why a step comes before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// An object is made before it is used.
    Made,
    /// An object is used before it is deleted.
    Used,
    /// A trial is converted before its vault is locked.
    PaidBeforeLock,
    /// The source vault is made, paid or made again before its mirror is made.
    VaultBeforeMirror,
    /// The mirror goes, or its replication stops, before its source vault goes.
    MirrorBeforeVault,
    /// A policy goes before the vault that it writes into.
    PolicyBeforeVault,
    /// The mirror that a vault has goes before the next is made.
    OneMirror,
}

impl Why {
    /// The reason as a sentence, for people.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Made => Text::new(
                "an object is made before it is used",
                "对象须先创建，再使用",
            ),
            Self::Used => Text::new(
                "an object is used before it is deleted",
                "对象须先用完，再删除",
            ),
            Self::PaidBeforeLock => Text::new(
                "a trial is converted before its vault is locked",
                "试用须先转为付费，再锁定备份库",
            ),
            Self::VaultBeforeMirror => Text::new(
                "the source vault is ready before its mirror is made",
                "源备份库须先就绪，再创建镜像库",
            ),
            Self::MirrorBeforeVault => Text::new(
                "a mirror goes, or its replication stops, before its source vault goes",
                "镜像库须先删除或停止复制，再处理源备份库",
            ),
            Self::PolicyBeforeVault => Text::new(
                "a policy goes before the vault that it writes into",
                "策略须先删除，再处理其写入的备份库",
            ),
            Self::OneMirror => Text::new(
                "a vault has one mirror: the old one goes before the next is made",
                "一个备份库只有一个镜像库：旧的须先删除，再创建新的",
            ),
        }
    }
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
    /// For each step, those that come after it, and why.
    after: Vec<Vec<(usize, Why)>>,
    /// For each step, how many come before it.
    before: Vec<usize>,
    /// The objects of the plan's steps with the steps, by object and then in the order of the plan.
    of: Vec<(ObjectRef, usize)>,
}

impl Graph {
    fn new(facts: &Facts<'_>) -> Self {
        let count = facts.changes.len();
        let target = |at: u32| {
            facts
                .changes
                .get(at as usize)
                .and_then(|change| change.target)
        };
        // Steps without an object come first and are dropped.
        let order = names::order(count, &|a, b| target(a).cmp(&target(b)));
        let of = order.into_iter();
        Self {
            steps: (0..count).map(Step::Kept).collect(),
            after: vec![Vec::new(); count],
            before: vec![0; count],
            of: of
                .filter_map(|at| Some((target(at)?, at as usize)))
                .collect(),
        }
    }

    fn edge(&mut self, first: usize, then: usize, why: Why) {
        if first == then {
            return;
        }
        if let (Some(after), Some(before)) = (self.after.get_mut(first), self.before.get_mut(then))
        {
            after.push((then, why));
            *before += 1;
        }
    }

    /// The first step that does one of these to an object.
    fn step(&self, facts: &Facts<'_>, object: ObjectRef, kinds: &[ChangeKind]) -> Option<usize> {
        let start = self.of.partition_point(|(of, _)| *of < object);
        let own = self.of.iter().skip(start);
        let mut own = own.take_while(|(of, _)| *of == object).map(|(_, at)| *at);
        own.find(|at| {
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
            self.edge(made, at, Why::Made);
        }
        if !matches!(kind, ChangeKind::Create | ChangeKind::Delete)
            && let Some(gone) = self.step(facts, target, &[ChangeKind::Delete])
        {
            self.edge(at, gone, Why::Used);
        }
        if let Some(policy) = change.doc.policy.as_deref().and_then(|id| facts.find(id)) {
            if let Some(made) = self.step(facts, policy, &[ChangeKind::Create]) {
                self.edge(made, at, Why::Made);
            }
            if let Some(gone) = self.step(facts, policy, &[ChangeKind::Delete]) {
                self.edge(at, gone, Why::Used);
            }
        }
        match (target.kind, kind) {
            (ObjectKind::Vault, ChangeKind::Delete | ChangeKind::Replace) => {
                self.before_the_vault_goes(facts, at, target);
            }
            (ObjectKind::Vault, ChangeKind::SwitchOnLock) => {
                if let Some(paid) = self.step(facts, target, &[ChangeKind::ConvertTrial]) {
                    self.edge(paid, at, Why::PaidBeforeLock);
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
                    self.edge(parted, at, Why::MirrorBeforeVault);
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
                self.edge(added, at, Why::MirrorBeforeVault);
            }
        }
        for policy in facts.policies_into(vault).take(limits::MIRRORS_IN_A_FIX) {
            if let Some(gone) = self.step(facts, policy.object, &[ChangeKind::Delete]) {
                self.edge(gone, at, Why::PolicyBeforeVault);
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
                self.edge(first, at, Why::VaultBeforeMirror);
            }
        }
        let others = own_mirrors(facts, vault).filter(|other| other.object != target);
        for other in others.collect::<Vec<_>>() {
            let gone = self.step(facts, other.object, &[ChangeKind::Delete]);
            let made = self.step(facts, other.object, &[ChangeKind::Create]);
            if let Some(gone) = gone.filter(|_| made.is_none()) {
                self.edge(gone, at, Why::OneMirror);
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
        let key = |at: u32| {
            let at = at as usize;
            self.steps.get(at).map(|step| place(at, step))
        };
        // The rank of each step, so that the next one is the smallest of numbers.
        let by_rank = names::order(self.steps.len(), &|a, b| key(a).cmp(&key(b)));
        let mut ranks = vec![0_u32; self.steps.len()];
        for (rank, at) in (0_u32..).zip(&by_rank) {
            if let Some(to) = ranks.get_mut(*at as usize) {
                *to = rank;
            }
        }
        let rank = |at: usize| ranks.get(at).map(|rank| Reverse(*rank));
        let free = |at: &usize| self.before.get(*at) == Some(&0);
        let mut ready: BinaryHeap<Reverse<u32>> = (0..self.steps.len())
            .filter(free)
            .filter_map(rank)
            .collect();
        let mut order = Vec::with_capacity(self.steps.len());
        while let Some(Reverse(next)) = ready.pop() {
            let Some(at) = by_rank.get(next as usize).map(|at| *at as usize) else {
                break;
            };
            order.push(at);
            for (next, _) in self.after.get(at).into_iter().flatten() {
                if let Some(before) = self.before.get_mut(*next) {
                    *before -= 1;
                    if *before == 0 {
                        ready.extend(rank(*next));
                    }
                }
            }
        }
        if order.len() < self.steps.len() {
            return None;
        }
        let kept = order.iter().enumerate();
        let changed = kept.into_iter().any(|(to, from)| to != *from);
        let after = self.reasons(&order);
        let steps = order
            .into_iter()
            .filter_map(|at| self.steps.get(at).cloned());
        Some(Ordered {
            steps: steps.collect(),
            after,
            changed,
        })
    }

    /// For each step of an order, those that it stands after because it must, each once.
    fn reasons(&self, order: &[usize]) -> Vec<Vec<After>> {
        let mut places = vec![0; order.len()];
        for (place, at) in order.iter().enumerate() {
            if let Some(to) = places.get_mut(*at) {
                *to = place;
            }
        }
        let mut reasons: Vec<Vec<After>> = vec![Vec::new(); order.len()];
        for (step, at) in order.iter().enumerate() {
            for (next, why) in self.after.get(*at).into_iter().flatten() {
                let reasons = places.get(*next).and_then(|next| reasons.get_mut(*next));
                let after = After { step, why: *why };
                // What is said twice is said by the same step.
                let first = |said: &&mut Vec<After>| {
                    let own = said.iter().rev().take_while(|said| said.step == step);
                    own.into_iter().all(|said| *said != after)
                };
                if let Some(reasons) = reasons.filter(first) {
                    reasons.push(after);
                }
            }
        }
        reasons
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
