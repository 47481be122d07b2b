//! How much is drawn: what is alike is folded into groups with counts and the gravest verdict, until the picture is no
//! larger than a person reads and a page draws at once.

use super::chains::{Forest, NONE, Piece};
use super::{Asked, Focus, Mark, NodeKind, Verdict};
use crate::facts::Facts;
use crate::text::names::order;

/// From so many alike in one place on, they share a box.
const ALIKE: usize = 4;
/// So many boxes of a kind hang on one at most.
const BRANCHES: usize = 8;
/// Mirrors of mirrors are drawn so deep; what hangs on the last is counted there.
const DEPTH: usize = 3;
/// So many boxes are drawn with two lines of text each.
const ROOMY: usize = 72;
/// So many boxes are drawn at all before chains are folded, as far as they can be.
const MOST: usize = 160;
/// A group that is opened and is too large is cut into so many.
const CUTS: usize = 32;

/// A box to be.
#[derive(Debug)]
pub(super) struct Draft {
    /// The piece that it shows, or the first of them.
    pub(super) piece: usize,
    /// All pieces that it stands for.
    pub(super) members: Vec<usize>,
    /// How many of them are of its own kind.
    pub(super) count: usize,
    /// The last of those.
    pub(super) last: usize,
    pub(super) kind: NodeKind,
    pub(super) lane: usize,
    /// The draft that it hangs on.
    pub(super) parent: Option<usize>,
    /// How many chains are folded into it.
    pub(super) chains: usize,
    pub(super) mark: Mark,
    pub(super) verdict: Verdict,
    /// The gravest verdict on those of its own kind, and how many have it.
    pub(super) worst: (Verdict, usize),
}

impl Draft {
    /// Whether its arrow goes to what it hangs on.
    pub(super) fn goes_to_parent(&self) -> bool {
        self.kind == NodeKind::Source
    }
}

/// All boxes to be, chain by chain, each after what it hangs on.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    pub(super) list: Vec<Draft>,
    /// Where each chain begins.
    pub(super) starts: Vec<usize>,
    /// Whether there is room for two lines of text in a box.
    pub(super) roomy: bool,
    /// Whether chains are folded.
    pub(super) folded: bool,
    /// Whether the focus that was asked for was found.
    pub(super) focused: bool,
}

/// What chains are told apart by when they are folded: the lane and the kind of the first, the lanes of the copies,
/// the gravest verdict. Less and less is told apart, until few enough are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    lane: usize,
    kind: NodeKind,
    verdict: Verdict,
    copies: u64,
}

struct Fold<'f, 't> {
    forest: &'f Forest<'t>,
    drafts: Drafts,
}

/// The boxes of what was asked for.
pub(super) fn fold(forest: &Forest<'_>, facts: &Facts<'_>, asked: &Asked<'_>) -> Drafts {
    let mut fold = Fold {
        forest,
        drafts: Drafts::default(),
    };
    let found = match asked.focus {
        Focus::Whole => None,
        Focus::Chain(id) | Focus::Group(id, _) => forest.find(facts, id),
    };
    match (asked.focus, found) {
        (Focus::Chain(_), Some(piece)) => {
            fold.drafts.focused = true;
            let root = forest.root(piece);
            if forest
                .pieces
                .get(root)
                .is_some_and(|root| root.kind == NodeKind::Source)
            {
                fold.single(root);
            } else {
                fold.chain(root);
            }
        }
        (Focus::Group(_, count), Some(piece)) => {
            fold.drafts.focused = true;
            fold.group(forest.root(piece), count);
        }
        _ => fold.whole(),
    }
    fold.drafts.roomy = fold.drafts.list.len() <= ROOMY;
    fold.drafts
}

impl<'t> Fold<'_, 't> {
    fn piece(&self, at: usize) -> Option<&Piece<'t>> {
        self.forest.pieces.get(at)
    }

    /// All chains; folded where there are too many.
    fn whole(&mut self) {
        for root in &self.forest.roots {
            self.chain(*root);
            if self.drafts.list.len() > 2 * MOST {
                break;
            }
        }
        self.lonely();
        if self.drafts.list.len() <= MOST {
            return;
        }
        for stage in 0..3 {
            self.drafts.list.clear();
            self.drafts.starts.clear();
            for run in self.runs(stage) {
                if run.len() < if stage == 0 { ALIKE } else { 2 } {
                    run.iter().for_each(|root| self.chain(*root));
                } else {
                    self.several(&run);
                }
            }
            self.lonely();
            if self.drafts.list.len() <= MOST {
                break;
            }
        }
        self.drafts.folded = true;
    }

    /// The chains that are alike, those of the first chain first.
    fn runs(&self, stage: usize) -> Vec<Vec<usize>> {
        let roots = &self.forest.roots;
        let likeness: Vec<Likeness> = roots
            .iter()
            .map(|root| self.likeness(*root, stage))
            .collect();
        let key = |at: u32| likeness.get(at as usize);
        let sorted = order(roots.len(), &|a, b| key(a).cmp(&key(b)));
        let mut runs: Vec<(u32, Vec<usize>)> = Vec::new();
        let mut last = None;
        for at in sorted {
            let Some(root) = roots.get(at as usize) else {
                continue;
            };
            match runs.last_mut() {
                Some((_, run)) if key(at) == last => run.push(*root),
                _ => runs.push((at, vec![*root])),
            }
            last = key(at);
        }
        let first = |at: u32| runs.get(at as usize).map(|(first, _)| *first);
        let by_first = order(runs.len(), &|a, b| first(a).cmp(&first(b)));
        let take = |at: u32| {
            runs.get_mut(at as usize)
                .map(|(_, run)| std::mem::take(run))
        };
        by_first.into_iter().filter_map(take).collect()
    }

    fn likeness(&self, root: usize, stage: usize) -> Likeness {
        let mut like = Likeness {
            lane: 0,
            kind: NodeKind::Vault,
            verdict: Verdict::Ok,
            copies: 0,
        };
        if let Some(piece) = self.piece(root) {
            (like.lane, like.kind) = (piece.lane, piece.kind);
        }
        for piece in self
            .forest
            .below(root)
            .iter()
            .filter_map(|at| self.piece(*at))
        {
            if stage < 2 {
                like.verdict = like.verdict.max(piece.verdict);
            }
            if stage < 1 && matches!(piece.kind, NodeKind::Mirror | NodeKind::Copies) {
                like.copies |= 1 << piece.lane.min(63);
            }
        }
        like
    }

    /// The chains of a group that is opened: so many from one on among those that are alike.
    fn group(&mut self, root: usize, count: usize) {
        let mut of = Vec::new();
        for stage in 0..3 {
            of = self
                .runs(stage)
                .into_iter()
                .find(|run| run.contains(&root))
                .unwrap_or_default();
            if of.len() >= count {
                break;
            }
        }
        let from = of
            .iter()
            .position(|other| *other == root)
            .unwrap_or_default();
        let chosen: Vec<usize> = of.into_iter().skip(from).take(count.max(1)).collect();
        for root in &chosen {
            self.chain(*root);
            if self.drafts.list.len() > MOST {
                break;
            }
        }
        if self.drafts.list.len() > MOST && chosen.len() > 1 {
            self.drafts.list.clear();
            self.drafts.starts.clear();
            self.drafts.folded = true;
            for some in chosen.chunks(chosen.len().div_ceil(CUTS).max(2)) {
                self.several(some);
            }
        }
    }

    /// A chain with all its branches.
    fn chain(&mut self, root: usize) {
        self.drafts.starts.push(self.drafts.list.len());
        self.grow(root, None, 0);
    }

    /// A source that hangs on nothing.
    fn single(&mut self, source: usize) {
        self.drafts.starts.push(self.drafts.list.len());
        self.push(vec![source], None);
    }

    /// The sources that no vault takes, alike ones together.
    fn lonely(&mut self) {
        let mut groups = Vec::new();
        for stage in 0..3 {
            groups = self.alike(&self.forest.lonely, stage);
            if groups.len() <= 2 * BRANCHES {
                break;
            }
        }
        for group in groups {
            self.drafts.starts.push(self.drafts.list.len());
            self.push(group, None);
        }
    }

    fn grow(&mut self, root: usize, parent: Option<usize>, depth: usize) {
        let at = self.push(vec![root], parent);
        if depth == DEPTH {
            let mut below = self.forest.below(root);
            if let Some(draft) = self.drafts.list.get_mut(at) {
                std::mem::swap(&mut draft.members, &mut below);
            }
            self.weigh(at);
            return;
        }
        let class = |piece: &Piece<'_>| match piece.kind {
            NodeKind::Source => 0,
            NodeKind::Restore => 2,
            _ => 1,
        };
        for wanted in [0, 2, 1] {
            let mut of_class = Vec::new();
            for child in self.forest.children(root) {
                if self
                    .piece(child)
                    .is_some_and(|piece| class(piece) == wanted)
                {
                    of_class.push(child);
                }
            }
            let mut groups = Vec::new();
            for stage in 0..3 {
                groups = self.alike(&of_class, stage);
                if groups.len() <= BRANCHES {
                    break;
                }
            }
            for group in groups {
                match group.as_slice() {
                    [one] => self.grow(*one, Some(at), depth + 1),
                    _ => {
                        self.push(group, Some(at));
                    }
                }
            }
        }
    }

    /// Pieces in groups of those that are alike, in the order of the first of each. What has branches of its own stays
    /// alone, until that is too much.
    fn alike(&self, pieces: &[usize], stage: usize) -> Vec<Vec<usize>> {
        let key = |at: u32| {
            let at = *pieces.get(at as usize)?;
            let piece = self.piece(at)?;
            let alone = stage == 0 && self.forest.children(at).next().is_some();
            Some((
                piece.lane,
                if stage < 2 {
                    piece.verdict
                } else {
                    Verdict::Ok
                },
                if stage < 1 { piece.sort } else { 0 },
                if alone { at } else { NONE },
            ))
        };
        let mut groups: Vec<(u32, Vec<usize>)> = Vec::new();
        let mut last = None;
        for at in order(pieces.len(), &|a, b| key(a).cmp(&key(b))) {
            let Some(piece) = pieces.get(at as usize) else {
                continue;
            };
            match groups.last_mut() {
                Some((_, group)) if last == Some(key(at)) => group.push(*piece),
                _ => groups.push((at, vec![*piece])),
            }
            last = Some(key(at));
        }
        let mut all: Vec<(u32, Vec<usize>)> = Vec::new();
        for (first, group) in groups {
            if stage == 0 && group.len() < ALIKE {
                // They keep the places that they have in the plan.
                all.extend(group.into_iter().map(|piece| (first, vec![piece])));
            } else {
                all.push((first, group));
            }
        }
        let lead = |at: u32| {
            all.get(at as usize)
                .and_then(|(_, group)| group.first().copied())
        };
        let sorted = order(all.len(), &|a, b| lead(a).cmp(&lead(b)));
        let take = |at: u32| {
            all.get_mut(at as usize)
                .map(|(_, group)| std::mem::take(group))
        };
        sorted.into_iter().filter_map(take).collect()
    }

    /// Several chains in one.
    fn several(&mut self, roots: &[usize]) {
        self.drafts.starts.push(self.drafts.list.len());
        let head = self.push(roots.to_vec(), None);
        if let Some(draft) = self.drafts.list.get_mut(head) {
            draft.chains = roots.len();
            draft.members = roots.to_vec();
        }
        self.weigh(head);
        let mut pieces = Vec::new();
        for root in roots {
            pieces.extend(self.forest.below(*root).into_iter().skip(1));
        }
        // What is alike: the kind, the lane, and of a restore the mirrors that it comes from.
        let key = |at: u32| {
            let piece = self.piece(*pieces.get(at as usize)?)?;
            let from = self
                .piece(piece.parent)
                .filter(|from| piece.kind == NodeKind::Restore && from.kind == NodeKind::Mirror);
            let alike = (piece.kind, piece.lane, from.map(|from| from.lane));
            Some((alike, piece.object.index))
        };
        let mut groups: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
        let mut last = None;
        for at in order(pieces.len(), &|a, b| key(a).cmp(&key(b))) {
            let (Some(piece), Some(found)) = (pieces.get(at as usize), key(at)) else {
                continue;
            };
            match (groups.last_mut(), last) {
                // A source that goes into several of these vaults counts once.
                (Some(_), Some(last)) if last == found && found.0.0 == NodeKind::Source => {}
                (Some((_, group)), Some((alike, _))) if alike == found.0 => group.push(*piece),
                _ => groups.push((found.0.2, vec![*piece])),
            }
            last = Some(found);
        }
        let mut mirrors: Vec<(usize, usize)> = Vec::new();
        for (from, group) in groups {
            let from = mirrors.iter().find(|(lane, _)| Some(*lane) == from);
            let parent = from.map_or(head, |(_, draft)| *draft);
            let at = self.push(group, Some(parent));
            if let Some(draft) = self
                .drafts
                .list
                .get(at)
                .filter(|draft| draft.kind == NodeKind::Mirror)
            {
                mirrors.push((draft.lane, at));
            }
        }
    }

    /// A box for pieces of one kind in one lane; what hangs on them is counted in it, but for the first of a chain.
    fn push(&mut self, pieces: Vec<usize>, parent: Option<usize>) -> usize {
        let lead = pieces.first().copied().unwrap_or(NONE);
        let (kind, lane) = self
            .piece(lead)
            .map_or((NodeKind::Absent, 0), |piece| (piece.kind, piece.lane));
        let count = pieces.len();
        let last = pieces.last().copied().unwrap_or(lead);
        // What is folded in a chain takes its branches along; chains that are folded give theirs to boxes of their own.
        let in_chains = self.drafts.folded_now(parent);
        let mut members = Vec::new();
        for piece in pieces {
            if count > 1 && !in_chains {
                members.append(&mut self.forest.below(piece));
            } else {
                members.push(piece);
            }
        }
        self.drafts.list.push(Draft {
            piece: lead,
            members,
            count,
            last,
            kind,
            lane,
            parent,
            chains: 0,
            mark: Mark::default(),
            verdict: Verdict::Ok,
            worst: (Verdict::Ok, 0),
        });
        let at = self.drafts.list.len() - 1;
        self.weigh(at);
        at
    }

    /// Counts the findings of what a box stands for.
    fn weigh(&mut self, at: usize) {
        let (mut mark, mut verdict) = (Mark::default(), Verdict::Ok);
        let mut worst = (Verdict::Ok, 0);
        let Some(draft) = self.drafts.list.get(at) else {
            return;
        };
        for piece in draft.members.iter().filter_map(|at| self.piece(*at)) {
            mark.join(piece.mark);
            verdict = verdict.max(piece.verdict);
            if piece.kind == draft.kind {
                if piece.verdict > worst.0 {
                    worst = (piece.verdict, 0);
                }
                worst.1 += usize::from(piece.verdict == worst.0);
            }
        }
        if let Some(draft) = self.drafts.list.get_mut(at) {
            (draft.mark, draft.verdict, draft.worst) = (mark, verdict, worst);
        }
    }
}

impl Drafts {
    /// Whether what is hung on a box belongs to chains that are folded.
    fn folded_now(&self, parent: Option<usize>) -> bool {
        let mut at = parent;
        while let Some(draft) = at.and_then(|at| self.list.get(at)) {
            if draft.chains > 0 {
                return true;
            }
            at = draft.parent;
        }
        false
    }
}
