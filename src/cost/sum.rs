//! Sums of lines: by bill, by kind, by vault, source or region, by month. Bills are never added together here.

use std::rc::Rc;

use super::line::{Cell, Estimate, Hole, Kind, Line, Spread};
use super::money::{Amount, Money};
use crate::catalog::price_items::Bill;

/// All, in billionths.
const ALL: u64 = 1_000_000_000;

/// A sum of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// What the priced parts cost.
    pub cost: Spread<Money>,
    /// How many cells have something to bill, or may have.
    pub cells: usize,
    /// How many of them have a hole.
    pub holes: usize,
    /// Which shares of them are priced, in billionths each.
    shares: u64,
}

impl Sum {
    /// The share that is priced, in whole percent, rounded down: 100 means all.
    #[must_use]
    pub fn coverage(&self) -> u32 {
        let all = (self.cells as u64).saturating_mul(ALL);
        if all == 0 {
            return 100;
        }
        let percent = u128::from(self.shares) * 100 / u128::from(all);
        u32::try_from(percent).unwrap_or(100)
    }

    /// Whether it is a total; else it is a priced subtotal.
    #[must_use]
    pub const fn is_total(&self) -> bool {
        self.holes == 0
    }

    /// Counts a cell in.
    pub fn add(&mut self, cell: &Cell) {
        self.add_times(cell, 1);
    }

    /// Counts a cell in that stands for so many months.
    fn add_times(&mut self, cell: &Cell, number: usize) {
        self.cost.low += cell.cost.low.times(number);
        self.cost.expected += cell.cost.expected.times(number);
        self.cost.high += cell.cost.high.times(number);
        let quantity = cell
            .quantity
            .map(|quantity| quantity.high.most(quantity.expected));
        if quantity.is_some_and(Amount::is_zero) {
            return;
        }
        self.cells += number;
        let share = match (cell.hole, cell.quantity) {
            (None, _) => ALL,
            (Some(Hole::Tier), Some(quantity)) => cell
                .priced
                .expected
                .share_of(quantity.expected)
                .min(ALL - 1),
            (Some(_), _) => 0,
        };
        let shares = share.saturating_mul(number as u64);
        self.shares = self.shares.saturating_add(shares);
        self.holes += number * usize::from(cell.hole.is_some());
    }

    /// Counts another sum in.
    pub fn add_sum(&mut self, other: &Self) {
        self.cost.low += other.cost.low;
        self.cost.expected += other.cost.expected;
        self.cost.high += other.cost.high;
        self.cells += other.cells;
        self.holes += other.holes;
        self.shares = self.shares.saturating_add(other.shares);
    }
}

/// How lines are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// By what they pay for.
    Kind,
    /// By vault; a mirror belongs to the vault that it copies.
    Vault,
    /// By source.
    Source,
    /// By region.
    Region,
    /// Each line for itself.
    Line,
}

/// What the lines of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// What they pay for.
    Kind(Kind),
    /// The vault, by index; `None` for what belongs to none.
    Vault(Option<usize>),
    /// The source, by index; `None` for what belongs to none alone.
    Source(Option<usize>),
    /// The region; `None` for what arises nowhere in particular.
    Region(Option<Rc<str>>),
    /// The line, by index.
    Line(usize),
}

/// Lines of one bill that have something in common.
#[derive(Clone, Debug)]
pub struct Group {
    /// What that is.
    pub key: Key,
    /// The first month.
    pub first: Sum,
    /// The last month of the horizon, which stands for the steady state.
    pub steady: Sum,
    /// All months.
    pub all: Sum,
    /// The lines, by index.
    pub lines: Vec<usize>,
}

impl Estimate {
    /// The lines of a bill, with their indexes.
    pub fn of(&self, bill: Bill) -> impl Iterator<Item = (usize, &Line)> {
        self.lines
            .iter()
            .enumerate()
            .filter(move |(_, line)| line.bill() == bill)
    }

    /// The bills that have lines, Cloud Backup always.
    #[must_use]
    pub fn bills(&self) -> Vec<Bill> {
        let has = |bill: &Bill| *bill == Bill::CloudBackup || self.of(*bill).next().is_some();
        Bill::ALL.into_iter().filter(has).collect()
    }

    /// A month of a bill, the first at 0.
    #[must_use]
    pub fn month(&self, bill: Bill, month: usize) -> Sum {
        let mut sum = Sum::default();
        for (_, line) in self.of(bill) {
            if let Some(cell) = line.cells.get(month) {
                sum.add(&cell);
            }
        }
        sum
    }

    /// The first month of a bill.
    #[must_use]
    pub fn first(&self, bill: Bill) -> Sum {
        self.month(bill, 0)
    }

    /// The last month of the horizon, which stands for the steady state.
    #[must_use]
    pub fn steady(&self, bill: Bill) -> Sum {
        self.month(bill, self.last_month())
    }

    /// All months of a bill.
    #[must_use]
    pub fn total(&self, bill: Bill) -> Sum {
        let mut sum = Sum::default();
        for (_, line) in self.of(bill) {
            sum.add_sum(&line.total());
        }
        sum
    }

    /// The index of the last month.
    #[must_use]
    pub const fn last_month(&self) -> usize {
        (self.months as usize).saturating_sub(1)
    }

    /// What each kind of a bill costs in each month, in the order of [`Kind::ALL`]; kinds without a line are left out.
    #[must_use]
    pub fn by_kind(&self, bill: Bill) -> Vec<(Kind, Vec<Sum>)> {
        let mut out: Vec<(Kind, Vec<Sum>)> = Vec::new();
        let mut rest: Vec<Vec<Sum>> = Vec::new();
        // Lines stand in the order of kinds.
        for (_, line) in self.of(bill) {
            if out.last().is_none_or(|(kind, _)| *kind != line.kind) {
                out.push((line.kind, vec![Sum::default(); self.months as usize]));
                rest.push(vec![Sum::default(); self.months as usize]);
            }
            // What stands from a month on is counted in there, and carried to the months behind it below.
            let (Some((_, months)), Some(rest)) = (out.last_mut(), rest.last_mut()) else {
                continue;
            };
            for (month, (cell, stands)) in line.cells.runs().enumerate() {
                let list = if stands > 1 { &mut *rest } else { &mut *months };
                if let Some(sum) = list.get_mut(month) {
                    sum.add(&cell);
                }
            }
        }
        for ((_, months), rest) in out.iter_mut().zip(&rest) {
            let mut carried = Sum::default();
            for (sum, from_here) in months.iter_mut().zip(rest) {
                carried.add_sum(from_here);
                sum.add_sum(&carried);
            }
        }
        out
    }

    /// The lines of a bill in groups, in the order in which their first lines stand.
    #[must_use]
    pub fn groups(&self, bill: Bill, by: Grouping) -> Vec<Group> {
        let mut out: Vec<Group> = Vec::new();
        // The group of each vault or source, by its index and one more; 0 for none.
        let mut places: Vec<Option<usize>> = Vec::new();
        for (index, line) in self.of(bill) {
            let (key, slot) = match by {
                Grouping::Kind => (Key::Kind(line.kind), None),
                Grouping::Vault => (Key::Vault(line.vault), Some(line.vault)),
                Grouping::Source => (Key::Source(line.source), Some(line.source)),
                Grouping::Region => (Key::Region(line.region.clone()), None),
                Grouping::Line => (Key::Line(index), None),
            };
            let place = match (by, slot) {
                (Grouping::Line, _) => None,
                (_, Some(slot)) => {
                    let slot = slot.map_or(0, |slot| slot + 1);
                    if places.len() <= slot {
                        places.resize(slot + 1, None);
                    }
                    places.get(slot).copied().flatten()
                }
                _ => out.iter().position(|group| group.key == key),
            };
            let place = place.unwrap_or_else(|| {
                if let Some(slot) = slot {
                    let slot = slot.map_or(0, |slot| slot + 1);
                    if let Some(known) = places.get_mut(slot) {
                        *known = Some(out.len());
                    }
                }
                out.push(Group {
                    key,
                    first: Sum::default(),
                    steady: Sum::default(),
                    all: Sum::default(),
                    lines: Vec::new(),
                });
                out.len() - 1
            });
            let Some(group) = out.get_mut(place) else {
                continue;
            };
            group.lines.push(index);
            if let Some(cell) = line.cells.get(0) {
                group.first.add(&cell);
            }
            if let Some(cell) = line.cells.last() {
                group.steady.add(&cell);
            }
            group.all.add_sum(&line.total());
        }
        out
    }

    /// The lines that have a hole in some month, by index: what is missing for a total.
    #[must_use]
    pub fn holes(&self) -> Vec<(usize, Hole)> {
        let lines = self.lines.iter().enumerate();
        lines
            .filter_map(|(index, line)| Some((index, line.hole()?)))
            .collect()
    }
}

impl Line {
    /// All its months together.
    #[must_use]
    pub fn total(&self) -> Sum {
        let mut sum = Sum::default();
        if let Some((amounts, costs)) = self.cells.plain() {
            // Large plans have many lines, most of them plain.
            let months = self.cells.len();
            let mut cost = Money::ZERO;
            for month in 0..months {
                cost += costs
                    .get(month)
                    .or(costs.last())
                    .copied()
                    .unwrap_or_default();
                let amount = amounts.get(month).or(amounts.last());
                sum.cells += usize::from(amount.is_some_and(|amount| !amount.is_zero()));
            }
            sum.cost = Spread::one(cost);
            sum.shares = (sum.cells as u64).saturating_mul(ALL);
            return sum;
        }
        for (cell, stands) in self.cells.runs() {
            sum.add_times(&cell, stands);
        }
        sum
    }

    /// What is missing in the first month that misses something.
    #[must_use]
    pub fn hole(&self) -> Option<Hole> {
        self.cells.runs().find_map(|(cell, _)| cell.hole)
    }
}
