//! The lines of an estimate: plain data, language-free.

use std::borrow::Cow;

use super::money::{Amount, Money};
use crate::catalog::price_items::{Bill, Item};
use crate::finding::ObjectRef;
use crate::lang::{Arg, Lang, Text};
use crate::model::Rate;
use crate::text::decimal::Decimal;

/// A figure in three cases: the least, the expected and the most that the plan's ranges allow. Without ranges they
/// are equal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread<T> {
    /// Where every range is taken at its cheap end.
    pub low: T,
    /// What is expected.
    pub expected: T,
    /// Where every range is taken at its dear end.
    pub high: T,
}

impl<T: Copy + PartialEq> Spread<T> {
    /// The same in all cases.
    #[must_use]
    pub const fn one(value: T) -> Self {
        Self {
            low: value,
            expected: value,
            high: value,
        }
    }

    /// Whether the cases differ.
    #[must_use]
    pub fn is_range(&self) -> bool {
        self.low != self.expected || self.high != self.expected
    }
}

macro_rules! kinds {
    ($( $(#[$meta:meta])* $name:ident = $word:literal, $en:literal, $zh:literal; )*) => {
        /// What a line pays for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $( $(#[$meta])* $name, )* }

        impl Kind {
            /// All kinds, in the order in which tables list them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word in reports.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// Its name for people.
            #[must_use]
            pub const fn label(self) -> Text {
                match self { $(Self::$name => Text::new($en, $zh),)* }
            }
        }
    };
}

kinds! {
    /// What vaults store.
    Storage = "storage", "storage", "存储";
    /// What mirrors store.
    MirrorStorage = "mirror-storage", "mirror storage", "镜像库存储";
    /// What flows from vaults to mirrors.
    Replication = "replication-traffic", "replication traffic", "复制流量";
    /// Clients and software fees.
    Clients = "clients", "clients", "客户端";
    /// Renting database vaults.
    DatabaseRental = "database-rental", "database vault rental", "数据库备份库租用";
    /// What database vaults store.
    DatabaseStorage = "database-storage", "database storage", "数据库备份存储";
    /// The archive tier.
    Archive = "archive", "archive tier", "归档层";
    /// The Essential Editions.
    Essential = "essential-edition", "Essential Edition", "基础版";
    /// Planned restores.
    Restore = "restore", "restores", "恢复";
    /// Virus detection.
    VirusDetection = "virus-detection", "virus detection", "病毒检测";
    /// Resource plans: their price, and what they take off the bill.
    ResourcePlan = "resource-plan", "resource plans", "资源包";
    /// Snapshots of ECS instances.
    Snapshots = "snapshots", "snapshots", "快照";
    /// Copies of snapshots in another region.
    SnapshotCopies = "snapshot-copies", "copies of snapshots", "快照副本";
    /// Requests to and retrieval from OSS.
    OssAccess = "oss-access", "OSS requests and retrieval", "OSS 请求与取回";
    /// KMS instances and keys.
    Keys = "keys", "KMS keys", "KMS 密钥";
}

/// Whose rate a line is priced with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateFrom {
    /// The user's own book, kept by him.
    Own,
    /// A rate that travels with the plan.
    Plan,
    /// The chosen price book.
    Book,
    /// Nobody's: no source prints it, and nobody entered it.
    Nobody,
}

/// The rate of a line.
#[derive(Clone, Debug)]
pub struct Rated<'t> {
    /// Whose it is.
    pub from: RateFrom,
    /// The rate as its book has it; an unknown one too, when a book lists the item without a price.
    pub rate: Option<Cow<'t, Rate<'t>>>,
    /// The item that it is the rate of: another than the line's where one stands in for it.
    pub item: Item,
    /// The discount against the list that the book's user has, in percent.
    pub discount: Option<Decimal>,
}

/// Why a cell, or a part of it, has no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hole {
    /// The rate is not known.
    Rate,
    /// The rate of the upper tiers is not known; the part below is priced.
    Tier,
    /// The quantity is not known.
    Quantity,
}

/// A month of a line.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// What is billed, in the item's unit; `None` when nothing tells how much.
    pub quantity: Option<Spread<Amount>>,
    /// The part of the quantity that has a price.
    pub priced: Spread<Amount>,
    /// What the priced part costs.
    pub cost: Spread<Money>,
    /// What is missing; `None` when the cell is priced whole. A quantity of nothing costs nothing at any rate.
    pub hole: Option<Hole>,
}

/// A value that entered a line.
#[derive(Clone, Debug)]
pub struct Input {
    /// What it is.
    pub name: Text,
    /// The value, written plainly: a number, or a range such as `1 to 5`.
    pub value: String,
    /// Its unit.
    pub unit: Text,
    /// Where it comes from.
    pub given: Given,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// The plan states it there.
    Stated(ObjectRef, Cow<'static, str>),
    /// Nobody stated it; this is where it would be stated.
    Assumed(ObjectRef, Cow<'static, str>),
    /// The service's documentation says so.
    Documented,
}

/// One line: what one thing costs, month by month.
#[derive(Clone, Debug)]
pub struct Line<'t> {
    /// What it pays for.
    pub kind: Kind,
    /// The billable item.
    pub item: Item,
    /// The object that causes it: a vault, a mirror, a source, a restore, a key, a policy or the plan.
    pub object: ObjectRef,
    /// The vault that it belongs to, by index: of a mirror, the vault that it copies.
    pub vault: Option<usize>,
    /// The source that it belongs to, by index.
    pub source: Option<usize>,
    /// The region in which it arises, when the plan tells: a mirror's own for its storage.
    pub region: Option<&'t str>,
    /// The rate.
    pub rate: Rated<'t>,
    /// What entered it.
    pub inputs: Vec<Input>,
    /// Its months, the first at 0.
    pub cells: Vec<Cell>,
}

impl Line<'_> {
    /// The bill on which it lands.
    #[must_use]
    pub const fn bill(&self) -> Bill {
        self.item.bill()
    }
}

/// The weight of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// The input is wrong and was left out: a range the wrong way round, a book of another currency.
    Error,
    /// The figure may be off, or something costs that is not counted.
    Warning,
    /// What counts where nothing is stated.
    Assumption,
}

/// A remark on an estimate.
#[derive(Clone, Debug)]
pub struct Note {
    /// Its weight.
    pub kind: NoteKind,
    /// What it is about.
    pub object: ObjectRef,
    /// The field, from the object; empty for the object as a whole.
    pub path: Cow<'static, str>,
    /// The sentence, with holes.
    pub text: Text,
    /// Values for its holes.
    pub args: Vec<Arg>,
    /// How many objects it holds for, when it stands for several alike.
    pub count: usize,
}

impl Note {
    /// The sentence in one language.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        self.text.fill(lang, &self.args)
    }
}

/// An estimate.
#[derive(Clone, Debug)]
pub struct Estimate<'t> {
    /// Currency of all its money, such as `USD`.
    pub currency: Cow<'t, str>,
    /// Months of the horizon: 1 to 36.
    pub months: u32,
    /// When the first month begins, in Unix seconds, when the plan or the caller tells.
    pub start: Option<i64>,
    /// The lines, in the order of kinds, then of the plan.
    pub lines: Vec<Line<'t>>,
    /// Errors, warnings, assumptions.
    pub notes: Vec<Note>,
}
