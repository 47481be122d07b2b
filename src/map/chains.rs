//! What hangs on what: the sources, mirrors and restores of each vault as trees, with the findings on each.

use super::lanes::{self, Lanes};
use super::{Mark, NodeKind, Verdict};
use crate::facts::{
    Facts, PolicyKind, RegionFact, RestoreFact, RestoreFrom, RuleKind, SourceFact, SourceRef,
    on_cloud, stated,
};
use crate::finding::{Finding, ObjectKind, ObjectRef, Outcome, Severity};
use crate::model::Place;
use crate::text::names::Names;

/// A place in a list that is not taken.
pub(super) const NONE: usize = usize::MAX;

/// One object in the forest.
#[derive(Debug)]
pub(super) struct Piece<'t> {
    pub(super) kind: NodeKind,
    /// The object; of what the plan does not have, the object that names it.
    pub(super) object: ObjectRef,
    pub(super) name: &'t str,
    pub(super) lane: usize,
    /// What it hangs on: a source on the vault that it goes into.
    pub(super) parent: usize,
    first_child: usize,
    last_child: usize,
    next: usize,
    pub(super) mark: Mark,
    pub(super) verdict: Verdict,
    /// Whether an earlier piece is the same source.
    pub(super) again: bool,
    /// Tells what may be folded together: the type of a source.
    pub(super) sort: u8,
}

/// All of them.
#[derive(Debug)]
pub(super) struct Forest<'t> {
    pub(super) lanes: Lanes<'t>,
    pub(super) pieces: Vec<Piece<'t>>,
    /// What hangs on nothing, vaults first; not the sources.
    pub(super) roots: Vec<usize>,
    /// The sources that go into no vault.
    pub(super) lonely: Vec<usize>,
    /// The first piece of each source, and the piece of each restore.
    sources: Vec<usize>,
    restores: Vec<usize>,
    /// The piece of the snapshots of each policy.
    snapshots: Vec<usize>,
    vaults: usize,
    absent: Names<'t>,
    absent_pieces: Vec<usize>,
    stopped: bool,
}

/// The findings counted by object.
struct Marks {
    vaults: Vec<Mark>,
    mirrors: Vec<Mark>,
    sources: Vec<Mark>,
    restores: Vec<Mark>,
    policies: Vec<Mark>,
}

impl Marks {
    fn of(facts: &Facts<'_>, findings: &[Finding]) -> Self {
        let none = |count: usize| vec![Mark::default(); count];
        let mut marks = Self {
            vaults: none(facts.vaults.len()),
            mirrors: none(facts.mirrors.len()),
            sources: none(facts.sources.len()),
            restores: none(facts.restores.len()),
            policies: none(facts.policies.len()),
        };
        for finding in findings {
            let ObjectRef { kind, index } = finding.spot.object;
            if kind == ObjectKind::Policy
                && let Some(mirror) = mirror_of_rule(facts, index, &finding.spot.path)
                && let Some(mark) = marks.mirrors.get_mut(mirror)
            {
                count(mark, finding);
            }
            let mark = match kind {
                ObjectKind::Vault => marks.vaults.get_mut(index),
                ObjectKind::Mirror => marks.mirrors.get_mut(index),
                ObjectKind::Source => marks.sources.get_mut(index),
                ObjectKind::Restore => marks.restores.get_mut(index),
                ObjectKind::Policy => marks.policies.get_mut(index),
                _ => None,
            };
            if let Some(mark) = mark {
                count(mark, finding);
            }
        }
        marks
    }
}

fn count(mark: &mut Mark, finding: &Finding) {
    match (&finding.outcome, finding.severity) {
        (Outcome::Undecided(_), _) => mark.undecided += 1,
        (Outcome::Fail(_), Severity::Error) => mark.errors += 1,
        (Outcome::Fail(_), Severity::Warning) => mark.warnings += 1,
        (Outcome::Fail(_), Severity::Advice) => {}
    }
}

/// The mirror that the rule of a policy makes, when a finding points at that rule.
fn mirror_of_rule(facts: &Facts<'_>, policy: usize, path: &str) -> Option<usize> {
    let rest = path.strip_prefix("/rules/")?;
    let number = rest.split_once('/').map_or(rest, |(number, _)| number);
    let number: usize = number.parse().ok()?;
    let rule = facts.policies.get(policy)?.first_rule + number;
    // They are in the order of the rules.
    let at = facts.implied.partition_point(|implied| *implied < rule);
    (facts.implied.get(at) == Some(&rule)).then_some(facts.plan.mirrors.len() + at)
}

impl<'t> Forest<'t> {
    pub(super) fn of(facts: &Facts<'t>, findings: &[Finding], stopped: bool) -> Self {
        let marks = Marks::of(facts, findings);
        let mut forest = Self {
            lanes: Lanes::new(),
            pieces: Vec::new(),
            roots: Vec::new(),
            lonely: Vec::new(),
            sources: vec![NONE; facts.sources.len()],
            restores: vec![NONE; facts.restores.len()],
            snapshots: vec![NONE; facts.policies.len()],
            vaults: facts.vaults.len(),
            absent: Names::new(),
            absent_pieces: Vec::new(),
            stopped,
        };
        forest.stores(facts, &marks);
        forest.sources(facts, &marks);
        forest.snapshots(facts, &marks);
        forest.restores(facts, &marks);
        let is_root = |piece: &Piece<'_>| piece.parent == NONE && piece.kind != NodeKind::Source;
        for (at, piece) in forest.pieces.iter().enumerate() {
            if is_root(piece) {
                forest.roots.push(at);
            } else if piece.parent == NONE {
                forest.lonely.push(at);
            }
        }
        forest
    }

    fn add(
        &mut self,
        kind: NodeKind,
        object: ObjectRef,
        name: &'t str,
        lane: usize,
        mark: Mark,
    ) -> usize {
        let verdict = match mark.verdict() {
            Verdict::Ok if self.stopped => Verdict::Undecided,
            verdict => verdict,
        };
        self.pieces.push(Piece {
            kind,
            object,
            name,
            lane,
            parent: NONE,
            first_child: NONE,
            last_child: NONE,
            next: NONE,
            mark,
            verdict,
            again: false,
            sort: 0,
        });
        self.pieces.len() - 1
    }

    fn hang(&mut self, child: usize, parent: usize) {
        let Some(on) = self.pieces.get_mut(parent) else {
            return;
        };
        let last = on.last_child;
        on.last_child = child;
        if last == NONE {
            on.first_child = child;
        } else if let Some(last) = self.pieces.get_mut(last) {
            last.next = child;
        }
        if let Some(child) = self.pieces.get_mut(child) {
            child.parent = parent;
        }
    }

    fn region(&mut self, region: Option<RegionFact<'t>>) -> usize {
        region.map_or(lanes::NOT_STATED, |region| self.lanes.of(region))
    }

    /// Vaults, then mirrors, each at the place of its number.
    fn stores(&mut self, facts: &Facts<'t>, marks: &Marks) {
        for vault in &facts.vaults {
            let lane = self.region(vault.region);
            let mark = marks.vaults.get(vault.object.index).copied();
            self.add(
                NodeKind::Vault,
                vault.object,
                vault.name(),
                lane,
                mark.unwrap_or_default(),
            );
        }
        for mirror in &facts.mirrors {
            let lane = self.region(mirror.region);
            let mark = marks.mirrors.get(mirror.object.index).copied();
            self.add(
                NodeKind::Mirror,
                mirror.object,
                mirror.name(),
                lane,
                mark.unwrap_or_default(),
            );
        }
        for mirror in &facts.mirrors {
            let parent = match mirror.source {
                _ if mirror.heads_cycle => continue,
                SourceRef::Vault(vault) => vault,
                SourceRef::Mirror(other) => self.vaults + other,
                SourceRef::Absent => {
                    let region = stated(mirror.doc.source_region.as_ref()).map(RegionFact::new);
                    self.absent(&mirror.doc.source, mirror.object, region)
                }
            };
            self.hang(self.vaults + mirror.object.index, parent);
        }
    }

    /// The piece of an id that the plan does not have, or that is no vault; once for each id.
    fn absent(
        &mut self,
        id: &'t str,
        named_by: ObjectRef,
        region: Option<RegionFact<'t>>,
    ) -> usize {
        let (number, new) = self.absent.number(id.into());
        if new {
            let lane = self.region(region);
            let piece = self.add(NodeKind::Absent, named_by, id, lane, Mark::default());
            self.absent_pieces.push(piece);
        }
        self.absent_pieces.get(number).copied().unwrap_or(NONE)
    }

    /// The piece of the vault or mirror of an id; that of a missing one when there is none.
    fn store(&mut self, facts: &Facts<'t>, id: &'t str, named_by: ObjectRef) -> usize {
        match facts.find(id) {
            Some(object) if object.kind == ObjectKind::Vault => object.index,
            Some(object) if object.kind == ObjectKind::Mirror => self.vaults + object.index,
            _ => self.absent(id, named_by, None),
        }
    }

    fn source(&mut self, facts: &Facts<'t>, marks: &Marks, source: &SourceFact<'t>, parent: usize) {
        let at = source.object.index;
        let near = self.pieces.get(parent).map(|piece| piece.lane);
        let lane = match stated(source.doc.region.as_ref()) {
            Some(region) => self.lanes.of(RegionFact::new(region)),
            None if source.on_cloud() == Ok(false) => lanes::ON_PREMISES,
            None => near.unwrap_or(lanes::NOT_STATED),
        };
        let mark = marks.sources.get(at).copied().unwrap_or_default();
        let piece = self.add(
            NodeKind::Source,
            source.object,
            facts.name(source.object),
            lane,
            mark,
        );
        if let Some(piece) = self.pieces.get_mut(piece) {
            piece.sort = source.kind.map_or(u8::MAX, |kind| kind as u8);
        }
        match self.sources.get_mut(at) {
            Some(first) if *first == NONE => *first = piece,
            _ => {
                if let Some(piece) = self.pieces.get_mut(piece) {
                    piece.again = true;
                }
            }
        }
        self.hang(piece, parent);
    }

    /// Sources, once for each vault that they go into.
    fn sources(&mut self, facts: &Facts<'t>, marks: &Marks) {
        for (vault, source) in &facts.holdings {
            if let Some(source) = facts.sources.get(*source) {
                self.source(facts, marks, source, *vault);
            }
        }
        for source in &facts.sources {
            let named = source
                .doc
                .vault
                .as_deref()
                .filter(|_| source.vault.is_none());
            if let Some(id) = named {
                let parent = self.store(facts, id, source.object);
                self.source(facts, marks, source, parent);
            }
        }
    }

    /// The snapshots of policies of ECS instances and their copies; then the sources that no vault takes.
    fn snapshots(&mut self, facts: &Facts<'t>, marks: &Marks) {
        let mut bound = vec![NONE; facts.sources.len()];
        for policy in &facts.policies {
            if policy.kind != Some(PolicyKind::EcsInstance) || policy.doc.sources.is_empty() {
                continue;
            }
            let first = facts.sources_of(policy).next();
            let region = first.and_then(|source| stated(source.doc.region.as_ref()));
            let Some(_) = first else {
                continue;
            };
            let lane = self.region(region.map(RegionFact::new));
            let at = policy.object.index;
            let mark = marks.policies.get(at).copied().unwrap_or_default();
            let name = facts.name(policy.object);
            let piece = self.add(NodeKind::Snapshots, policy.object, name, lane, mark);
            if let Some(slot) = self.snapshots.get_mut(at) {
                *slot = piece;
            }
            for source in facts.sources_of(policy) {
                // A policy may list a source twice.
                match bound.get_mut(source.object.index) {
                    Some(last) if *last != at => *last = at,
                    _ => continue,
                }
                self.source(facts, marks, source, piece);
            }
            for rule in facts.rules_of(policy) {
                let region = stated(rule.doc.replication_region.as_ref());
                if rule.kind == Some(RuleKind::Replication) && region.is_some() {
                    let lane = self.region(region.map(RegionFact::new));
                    let copy =
                        self.add(NodeKind::Copies, policy.object, name, lane, Mark::default());
                    self.hang(copy, piece);
                }
            }
        }
        for source in &facts.sources {
            if self.sources.get(source.object.index) == Some(&NONE) {
                self.source(facts, marks, source, NONE);
            }
        }
    }

    fn restores(&mut self, facts: &Facts<'t>, marks: &Marks) {
        for restore in &facts.restores {
            let parent = match restore.from {
                RestoreFrom::Vault(vault) => vault,
                RestoreFrom::Mirror(mirror) => self.vaults + mirror,
                RestoreFrom::Absent => self.store(facts, &restore.doc.from, restore.object),
            };
            let at = restore.object.index;
            let lane = self.destination(facts, restore);
            let mark = marks.restores.get(at).copied().unwrap_or_default();
            let name = facts.name(restore.object);
            let piece = self.add(NodeKind::Restore, restore.object, name, lane, mark);
            if let Some(slot) = self.restores.get_mut(at) {
                *slot = piece;
            }
            self.hang(piece, parent);
        }
    }

    fn destination(&mut self, facts: &Facts<'t>, restore: &RestoreFact<'t>) -> usize {
        let to = restore.doc.to.as_deref();
        if let Some(region) = stated(to.and_then(|to| to.region.as_ref())) {
            return self.lanes.of(RegionFact::new(region));
        }
        let place = to.and_then(|to| to.place);
        let kind = facts.destination_kind(restore).ok();
        let cloud = match (kind, place) {
            (Some(kind), _) => on_cloud(kind, place, false),
            (None, place) => place.map(|place| place == Place::Cloud),
        };
        if cloud == Some(false) || to.is_some_and(|to| to.link.is_some()) {
            lanes::ON_PREMISES
        } else {
            lanes::NOT_STATED
        }
    }

    /// What hangs on a piece, in order.
    pub(super) fn children(&self, of: usize) -> impl Iterator<Item = usize> {
        let mut next = self.pieces.get(of).map_or(NONE, |piece| piece.first_child);
        std::iter::from_fn(move || {
            let at = next;
            next = self.pieces.get(at)?.next;
            Some(at)
        })
    }

    /// A piece and all that hangs on it, the one before the other.
    pub(super) fn below(&self, root: usize) -> Vec<usize> {
        let mut all = vec![root];
        let mut at = 0;
        while let Some(piece) = all.get(at) {
            all.extend(self.children(*piece));
            at += 1;
        }
        all
    }

    /// The piece of an id.
    pub(super) fn find(&self, facts: &Facts<'_>, id: &str) -> Option<usize> {
        let found = match facts.find(id) {
            Some(ObjectRef { kind, index }) => match kind {
                ObjectKind::Vault => Some(index),
                ObjectKind::Mirror => Some(self.vaults + index),
                ObjectKind::Source => self.sources.get(index).copied(),
                ObjectKind::Restore => self.restores.get(index).copied(),
                ObjectKind::Policy => self.of_policy(facts, index),
                _ => None,
            },
            None => None,
        };
        let found = found.filter(|piece| *piece != NONE);
        found.or_else(|| self.absent_pieces.get(self.absent.find(id)?).copied())
    }

    /// The snapshots of a policy, or the first mirror that it makes.
    fn of_policy(&self, facts: &Facts<'_>, policy: usize) -> Option<usize> {
        let own = self.snapshots.get(policy).filter(|piece| **piece != NONE);
        own.copied().or_else(|| {
            let first = facts.policies.get(policy)?.first_rule;
            let at = facts.implied.partition_point(|rule| *rule < first);
            let rule = facts.policy_rules.get(*facts.implied.get(at)?)?;
            (rule.policy == policy).then_some(self.vaults + facts.plan.mirrors.len() + at)
        })
    }

    /// What a piece hangs on in the end.
    pub(super) fn root(&self, mut piece: usize) -> usize {
        for _ in 0..self.pieces.len() {
            match self.pieces.get(piece) {
                Some(found) if found.parent != NONE => piece = found.parent,
                _ => break,
            }
        }
        piece
    }
}
