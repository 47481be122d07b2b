//! The map of a plan: regions as lanes, what lies in them as boxes, arrows for backups, mirrors and restores. The same
//! plan gives the same picture, in whole numbers; what there is too much of is folded and counted. Judges nothing.

mod chains;
mod draw;
mod fit;
mod fold;
mod lanes;
mod place;
mod speak;
mod svg;
mod words;

pub use draw::{Pen, draw, legend};
pub use svg::write;

use crate::facts::Facts;
use crate::finding::{Finding, ObjectKind, ObjectRef};
use crate::lang::Lang;

/// What is drawn of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus<'a> {
    /// All of it.
    #[default]
    Whole,
    /// The chain of an object, by its id: a vault with its sources, mirrors and restores.
    Chain(&'a str),
    /// A group of chains that is folded in the whole: the id of its first object, and how many chains it has.
    Group(&'a str, usize),
}

/// What is drawn, and in which language. A focus that fits nothing is the whole.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// The language of the words.
    pub lang: Lang,
    /// What is drawn.
    pub focus: Focus<'a>,
    /// Whether the check stopped early: then no finding is no proof.
    pub stopped: bool,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl Frame {
    /// Right edge.
    #[must_use]
    pub fn right(&self) -> i32 {
        self.x + self.width
    }

    /// Lower edge.
    #[must_use]
    pub fn bottom(&self) -> i32 {
        self.y + self.height
    }

    /// Half way down.
    #[must_use]
    pub fn middle(&self) -> i32 {
        self.y + self.height / 2
    }
}

/// What a lane stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneKind {
    /// A region that the catalogue lists.
    Region,
    /// A region id that it does not list.
    Unlisted,
    /// What stands on premises.
    OnPremises,
    /// Whatever states no region.
    NotStated,
    /// The regions beyond those that have a lane of their own.
    Others,
}

/// A region, from top to bottom of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Where.
    pub frame: Frame,
    /// What it stands for.
    pub kind: LaneKind,
    /// Name, fitted.
    pub title: String,
    /// Id and redundancy, fitted.
    pub detail: String,
    /// Name and id for people, in full.
    pub spoken: String,
}

/// What a box stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeKind {
    /// Data sources.
    Source,
    /// A vault.
    Vault,
    /// A mirror vault.
    Mirror,
    /// The snapshots of a policy of ECS instances, which lie in no vault.
    Snapshots,
    /// Their copies in another region.
    Copies,
    /// A restore, where its data goes.
    Restore,
    /// An id that the plan names and does not have.
    Absent,
}

/// How many findings something has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// What cannot be decided.
    pub undecided: usize,
}

impl Mark {
    fn join(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.undecided += other.undecided;
    }

    fn verdict(self) -> Verdict {
        match self {
            Self { errors: 1.., .. } => Verdict::Refused,
            Self { undecided: 1.., .. } => Verdict::Undecided,
            Self { warnings: 1.., .. } => Verdict::Warned,
            _ => Verdict::Ok,
        }
    }
}

/// What the findings on something come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing speaks against it.
    #[default]
    Ok,
    /// A warning.
    Warned,
    /// Something cannot be decided.
    Undecided,
    /// An error: the service would refuse it, or data would be lost.
    Refused,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where; no two boxes overlap.
    pub frame: Frame,
    /// The lane that it lies in, by its place in [`Picture::lanes`].
    pub lane: usize,
    /// What it stands for.
    pub kind: NodeKind,
    /// The objects of the plan that it stands for, the first of them in the plan first. What hangs on a folded one is
    /// counted here as well. A mirror that a policy makes has an index beyond the plan's own.
    pub objects: Vec<ObjectRef>,
    /// How many objects of its own kind it stands for.
    pub count: usize,
    /// How many chains are folded into it; 0 where none are.
    pub chains: usize,
    /// Whether another box shows the same source already: it goes into several vaults.
    pub again: bool,
    /// The id to select: its own; of a mirror that a policy makes, the policy's; of what the plan does not have, that
    /// of what names it.
    pub target: String,
    /// Name, fitted.
    pub title: String,
    /// What it is, fitted; empty where there is no room.
    pub detail: String,
    /// Name in full.
    pub name: String,
    /// What it is, in full.
    pub about: String,
    /// Its findings.
    pub mark: Mark,
    /// What they come to.
    pub verdict: Verdict,
    /// What it says to those who do not see it: name, place, neighbours, findings.
    pub spoken: String,
}

/// What an arrow stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowKind {
    /// Backups of a source go into a vault.
    Backup,
    /// A vault is copied into a mirror.
    Mirror,
    /// A backup is restored.
    Restore,
}

/// A word on an arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pill {
    /// Where.
    pub frame: Frame,
    /// What it says; empty where there is only room for its glyph.
    pub text: String,
}

/// An arrow between two boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// What it stands for.
    pub kind: ArrowKind,
    /// The box where it begins, by its place in [`Picture::nodes`].
    pub from: usize,
    /// The box where it ends.
    pub to: usize,
    /// What the findings on the mirror or restore come to; of a backup, those on its source.
    pub verdict: Verdict,
    /// Its corners, from the edge of the one box to the edge of the other.
    pub points: Vec<(i32, i32)>,
    /// The verdict in words, on mirrors and restores.
    pub pill: Option<Pill>,
}

/// The picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The language of its words.
    pub lang: Lang,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// Lanes from left to right.
    pub lanes: Vec<Lane>,
    /// Boxes, chain by chain; in a chain the vault comes first.
    pub nodes: Vec<Node>,
    /// Arrows.
    pub arrows: Vec<Arrow>,
    /// Whether chains are folded into groups.
    pub folded: bool,
    /// Whether the focus that was asked for is what is drawn.
    pub focused: bool,
    /// What the plan has beside, by kind, where it has any.
    pub beside: Vec<(ObjectKind, usize)>,
}

/// Lays out the picture of a plan. `findings` are those of its report.
#[must_use]
pub fn layout(facts: &Facts<'_>, findings: &[Finding], asked: &Asked<'_>) -> Picture {
    let forest = chains::Forest::of(facts, findings, asked.stopped);
    let drafts = fold::fold(&forest, facts, asked);
    place::place(&forest, drafts, facts, asked.lang)
}

/// A way from a box to its neighbour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the left; against the arrow that comes from there.
    Left,
    /// To the right; along the arrow that goes there.
    Right,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
    /// The next one, chain by chain.
    Next,
    /// The one before it.
    Before,
}
