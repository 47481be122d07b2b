//! The lines of an estimate: plain data, language-free.

use std::borrow::Cow;
use std::rc::Rc;

use super::money::{Amount, Money};
use super::prices::Rated;
use crate::catalog::price_items::{Bill, Item};
use crate::finding::ObjectRef;
use crate::lang::{Arg, Lang, Text};

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

    /// The three cases in their order.
    #[must_use]
    pub const fn of([low, expected, high]: [T; 3]) -> Self {
        Self {
            low,
            expected,
            high,
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

impl RateFrom {
    /// The word in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Plan => "plan",
            Self::Book => "book",
            Self::Nobody => "nobody",
        }
    }
}

impl Hole {
    /// The word in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rate => "rate",
            Self::Tier => "tier",
            Self::Quantity => "quantity",
        }
    }
}

/// A month of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// The months of a line. Most lines cost the same month after month, so the last figure that is kept of each stands for
/// all that follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    months: usize,
    expected: Column,
    /// The cheap and the dear case, when they differ.
    range: Option<Box<[Column; 2]>>,
}

/// The months of a line in one case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Column {
    amounts: Vec<Amount>,
    costs: Vec<Money>,
    /// What is missing, with the part that is priced all the same; empty where nothing is.
    holes: Vec<(Option<Hole>, Amount)>,
}

/// A month of a line in one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    pub(super) amount: Amount,
    pub(super) priced: Amount,
    pub(super) cost: Money,
    pub(super) hole: Option<Hole>,
}

/// Drops what stands at the end again and again, but for once.
fn trim<T: Copy + PartialEq>(list: &mut Vec<T>) {
    let mut end = list.len();
    while end > 1 && list.get(end - 1) == list.get(end - 2) {
        end -= 1;
    }
    list.truncate(end);
    if end * 2 < list.capacity() {
        list.shrink_to_fit();
    }
}

impl Column {
    /// These amounts, with what each of them costs.
    pub(super) fn new(
        amounts: Vec<Amount>,
        price: &mut dyn FnMut(usize, Amount) -> Figures,
    ) -> Self {
        let mut out = Self {
            costs: Vec::with_capacity(amounts.len()),
            amounts,
            holes: Vec::new(),
        };
        for (month, amount) in out.amounts.iter().enumerate() {
            let figures = price(month, *amount);
            out.costs.push(figures.cost);
            if out.holes.is_empty() && figures.hole.is_some() {
                // The months before have none.
                let before = out.amounts.iter().take(month);
                out.holes.extend(before.map(|amount| (None, *amount)));
            }
            if !out.holes.is_empty() || figures.hole.is_some() {
                out.holes.push((figures.hole, figures.priced));
            }
        }
        trim(&mut out.amounts);
        trim(&mut out.costs);
        trim(&mut out.holes);
        out
    }

    fn get(&self, month: usize) -> Option<Figures> {
        fn of<T: Copy>(list: &[T], month: usize) -> Option<T> {
            list.get(month).or(list.last()).copied()
        }
        let amount = of(&self.amounts, month)?;
        let (hole, priced) = of(&self.holes, month).unwrap_or((None, amount));
        Some(Figures {
            amount,
            priced,
            cost: of(&self.costs, month)?,
            hole,
        })
    }
}

impl Cells {
    /// So many months, in one case or in three: the cheap one, the expected one, the dear one.
    pub(super) fn new(months: usize, columns: Vec<Column>) -> Self {
        let mut columns = columns.into_iter();
        let (expected, range) = match (columns.next(), columns.next(), columns.next()) {
            (Some(low), Some(expected), Some(high)) => (expected, Some([low, high])),
            (only, ..) => (only.unwrap_or_default(), None),
        };
        let range = range.filter(|range| range.iter().any(|column| *column != expected));
        Self {
            months,
            expected,
            range: range.map(Box::new),
        }
    }

    /// How many months there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.months
    }

    /// Whether there is no month.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.months == 0
    }

    /// A month, the first at 0; `None` beyond the last.
    #[must_use]
    pub fn get(&self, month: usize) -> Option<Cell> {
        if month >= self.months {
            return None;
        }
        let expected = self.expected.get(month)?;
        let (low, high) = match self.range.as_deref() {
            Some([low, high]) => (low.get(month)?, high.get(month)?),
            None => (expected, expected),
        };
        let cases = [low, expected, high];
        let known = cases.iter().all(|case| case.hole != Some(Hole::Quantity));
        Some(Cell {
            quantity: known.then(|| Spread::of(cases.map(|case| case.amount))),
            priced: Spread::of(cases.map(|case| case.priced)),
            cost: Spread::of(cases.map(|case| case.cost)),
            hole: expected.hole.or(high.hole),
        })
    }

    /// Amounts and costs where all of them are known and the cases do not differ; the last of each stands for the rest.
    pub(super) fn plain(&self) -> Option<(&[Amount], &[Money])> {
        let plain = self.range.is_none() && self.expected.holes.is_empty();
        plain.then_some((&self.expected.amounts, &self.expected.costs))
    }

    /// The months whose figures are kept, each with how many months it stands for: the last for all that follow.
    pub(super) fn runs(&self) -> impl Iterator<Item = (Cell, usize)> + '_ {
        let kept = |column: &Column| {
            let lists = [column.amounts.len(), column.costs.len(), column.holes.len()];
            lists.into_iter().max().unwrap_or_default()
        };
        let ends = self.range.as_deref().into_iter().flatten();
        let kept = ends.map(kept).fold(kept(&self.expected), usize::max);
        let kept = kept.min(self.months);
        (0..kept).filter_map(move |month| {
            let stands = if month + 1 == kept {
                self.months - month
            } else {
                1
            };
            Some((self.get(month)?, stands))
        })
    }

    /// All months in their order.
    pub fn iter(&self) -> impl Iterator<Item = Cell> + '_ {
        (0..self.months).filter_map(|month| self.get(month))
    }

    /// The last month.
    #[must_use]
    pub fn last(&self) -> Option<Cell> {
        self.get(self.months.checked_sub(1)?)
    }
}

/// One line: what one thing costs, month by month.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it pays for.
    pub kind: Kind,
    /// The billable item.
    pub item: Item,
    /// The object that causes it: a vault, a mirror, a source, a restore, a key, a policy or the plan. Of a mirror
    /// that a policy makes, the policy.
    pub object: ObjectRef,
    /// The vault that it belongs to, by index: of a mirror, the vault that it copies.
    pub vault: Option<usize>,
    /// The source that it belongs to, by index.
    pub source: Option<usize>,
    /// The region in which it arises, when the plan tells: a mirror's own for its storage.
    pub region: Option<Rc<str>>,
    /// The rate.
    pub rate: Rc<Rated>,
    /// Its months, the first at 0.
    pub cells: Cells,
}

impl Line {
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
    /// Why, in the words of the rule that says so.
    pub because: Option<(Text, Vec<Arg>)>,
    /// How many objects it holds for, when it stands for several alike.
    pub count: usize,
}

impl Note {
    /// The sentence in one language.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let mut out = self.text.fill(lang, &self.args);
        if let Some((text, args)) = &self.because {
            out.push_str(match lang {
                Lang::En => ": ",
                Lang::Zh => "：",
            });
            out.push_str(&text.fill(lang, args));
        }
        out
    }
}

/// An estimate.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// Currency of all its money, such as `USD`.
    pub currency: String,
    /// Id of the price book.
    pub book: String,
    /// Months of the horizon: 1 to 36.
    pub months: u32,
    /// When the first month begins, in Unix seconds, when the plan or the caller tells.
    pub start: Option<i64>,
    /// The lines, in the order of [`Kind::ALL`], then of the plan.
    pub lines: Vec<Line>,
    /// Errors, warnings, assumptions.
    pub notes: Vec<Note>,
}
