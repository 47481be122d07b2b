//! Which lanes there are, and in which order they stand: what copies to the left of what is copied, the arrows short.

use super::LaneKind;
use super::chains::Forest;
use super::fold::Draft;
use crate::catalog::regions;
use crate::facts::RegionFact;
use crate::text::names::{Names, order};

/// So many lanes at most; further regions share one. The lanes of a chain fit into one number of 64 bits.
pub(super) const MOST: usize = 44;

/// How much harder an arrow to the left is to follow than one to the right.
const BACK: i64 = 4;

/// The lanes, numbered: on premises, not stated, others, then the regions as they come.
#[derive(Debug)]
pub(super) struct Lanes<'t> {
    names: Names<'t>,
    regions: Vec<RegionFact<'t>>,
}

pub(super) const ON_PREMISES: usize = 0;
pub(super) const NOT_STATED: usize = 1;
pub(super) const OTHERS: usize = 2;
const FIRST: usize = 3;

impl<'t> Lanes<'t> {
    pub(super) fn new() -> Self {
        Self {
            names: Names::new(),
            regions: Vec::new(),
        }
    }

    /// The lane of a region.
    pub(super) fn of(&mut self, region: RegionFact<'t>) -> usize {
        if self.regions.len() == MOST {
            return self.names.find(region.id).map_or(OTHERS, |at| FIRST + at);
        }
        let (number, new) = self.names.number(region.id.into());
        if new {
            self.regions.push(region);
        }
        FIRST + number
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        FIRST + self.regions.len()
    }

    /// The region of a lane.
    pub(super) fn region(&self, lane: usize) -> Option<RegionFact<'t>> {
        self.regions.get(lane.checked_sub(FIRST)?).copied()
    }

    /// What a lane stands for.
    pub(super) fn kind(&self, lane: usize) -> LaneKind {
        match lane {
            ON_PREMISES => LaneKind::OnPremises,
            NOT_STATED => LaneKind::NotStated,
            OTHERS => LaneKind::Others,
            _ => match self.region(lane).and_then(|region| region.known) {
                Some(_) => LaneKind::Region,
                None => LaneKind::Unlisted,
            },
        }
    }

    /// Where a lane stands before arrows are looked at.
    fn rank(&self, lane: usize) -> (u8, usize) {
        match lane {
            ON_PREMISES => (0, 0),
            NOT_STATED => (3, 0),
            OTHERS => (2, 1),
            _ => {
                let region = self.region(lane);
                match region.and_then(|region| regions::position(region.id)) {
                    Some(place) => (1, place),
                    None => (2, 0),
                }
            }
        }
    }
}

/// The lanes that are used, from left to right.
pub(super) fn arrange(forest: &Forest<'_>, drafts: &[Draft]) -> Vec<usize> {
    let count = forest.lanes.len();
    let mut used = vec![false; count];
    let mut flow = vec![0_i64; count * count];
    let mut balance = vec![0_i64; count];
    for draft in drafts {
        if let Some(used) = used.get_mut(draft.lane) {
            *used = true;
        }
        let Some(parent) = draft.parent.and_then(|parent| drafts.get(parent)) else {
            continue;
        };
        let (from, to) = if draft.goes_to_parent() {
            (draft.lane, parent.lane)
        } else {
            (parent.lane, draft.lane)
        };
        let weight = draft.count as i64;
        if from != to {
            if let Some(sum) = flow.get_mut(from * count + to) {
                *sum += weight;
            }
            if let Some(sum) = balance.get_mut(from) {
                *sum += weight;
            }
            if let Some(sum) = balance.get_mut(to) {
                *sum -= weight;
            }
        }
    }
    let key = |at: u32| {
        let lane = at as usize;
        let (class, place) = forest.lanes.rank(lane);
        let gives = balance.get(lane).copied().unwrap_or_default();
        (class, if class == 1 { -gives } else { 0 }, place, lane)
    };
    let mut lanes: Vec<usize> = Vec::new();
    for at in order(count, &|a, b| key(a).cmp(&key(b))) {
        if used.get(at as usize) == Some(&true) {
            lanes.push(at as usize);
        }
    }
    let flow = |from: usize, to: usize| flow.get(from * count + to).copied().unwrap_or_default();
    // What two neighbours give when they change places: arrows to the left are harder to follow, and count for more.
    for _ in 0..lanes.len() {
        let mut better = false;
        for at in 1..lanes.len() {
            let (Some(left), Some(right)) = (lanes.get(at - 1).copied(), lanes.get(at).copied())
            else {
                continue;
            };
            let listed = |lane| forest.lanes.kind(lane) == LaneKind::Region;
            if !listed(left) || !listed(right) {
                continue;
            }
            let mut gain = (BACK - 1) * (flow(right, left) - flow(left, right));
            for (place, other) in lanes.iter().enumerate() {
                if *other == left || *other == right {
                    continue;
                }
                // One place further from, or nearer to, each of the others.
                let side = if place < at { 1 } else { -1 };
                let touch = |lane: usize| {
                    let (in_, out) = (flow(*other, lane), flow(lane, *other));
                    if place < at {
                        in_ + BACK * out
                    } else {
                        BACK * in_ + out
                    }
                };
                gain += side * (touch(right) - touch(left));
            }
            if gain > 0 {
                lanes.swap(at - 1, at);
                better = true;
            }
        }
        if !better {
            break;
        }
    }
    lanes
}
