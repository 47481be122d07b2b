//! Resource plans: what they cost, and what they take off the bill: never more than is used, and never traffic.

use std::rc::Rc;

use super::estimate::Builder;
use super::line::{Cells, Column, Figures, Hole, Kind, Line, RateFrom};
use super::money::{Amount, Money};
use super::notes;
use super::prices::Rated;
use crate::catalog::price_items::Item;
use crate::finding::ObjectRef;

/// What no plan covers.
const TRAFFIC: [Item; 4] = [
    Item::ReplicationTraffic,
    Item::InternetPeak,
    Item::InternetOffPeak,
    Item::SnapshotCopy,
];

/// Lines that one rate is counted over: of a database vault, or of all.
struct Group {
    rate: Rc<Rated>,
    vault: Option<usize>,
    /// The quantity of each month, for each case.
    amounts: Vec<Vec<Amount>>,
}

/// Adds resource plans; every other line has to be there.
pub(super) fn add(builder: &mut Builder<'_, '_>) {
    let facts = builder.facts;
    let Some(billing) = facts.plan.billing.as_deref() else {
        return;
    };
    let mut items: Vec<(Item, Amount)> = Vec::new();
    for plan in &billing.plans {
        let Some(item) = Item::from_id(&plan.item) else {
            builder
                .notes
                .add(&notes::PLAN_ITEM, ObjectRef::PLAN, &plan.item);
            continue;
        };
        let price = plan.price_per_month.map(|price| price.0);
        let rate = Rated::of_plan(item, price);
        let one = Amount::flow(super::storage::GB);
        let figures = Figures {
            amount: one,
            priced: if price.is_some() { one } else { Amount::ZERO },
            cost: price.map_or(Money::ZERO, |price| one.at(price)),
            hole: price.is_none().then_some(Hole::Rate),
        };
        let column = Column::new(vec![one], &mut |_, _| figures);
        let cells = Cells::new(builder.months as usize, vec![column]);
        push(builder, item, Rc::new(rate), cells);
        if TRAFFIC.contains(&item) {
            builder
                .notes
                .add(&notes::PLAN_TRAFFIC, ObjectRef::PLAN, &plan.item);
            continue;
        }
        let Some(capacity) = plan.capacity else {
            builder
                .notes
                .add(&notes::PLAN_CAPACITY, ObjectRef::PLAN, &plan.item);
            continue;
        };
        let capacity = Amount::of(capacity.0);
        // The capacities of several plans add up.
        match items.iter_mut().find(|(of, _)| *of == item) {
            Some((_, sum)) => *sum += capacity,
            None => items.push((item, capacity)),
        }
    }
    for (item, capacity) in items {
        covered(builder, item, capacity);
    }
}

fn push(builder: &mut Builder<'_, '_>, item: Item, rate: Rc<Rated>, cells: Cells) {
    builder.lines.push(Line {
        kind: Kind::ResourcePlan,
        item,
        object: ObjectRef::PLAN,
        vault: None,
        source: None,
        region: None,
        rate,
        cells,
    });
}

/// What plans of so much capacity take off the lines of an item.
fn covered(builder: &mut Builder<'_, '_>, item: Item, capacity: Amount) {
    let groups = groups(builder, item);
    let Some(first) = groups.first() else {
        return;
    };
    let rate = Rc::clone(&first.rate);
    let cases = builder.cases.len();
    let mut columns = Vec::with_capacity(cases);
    for case in 0..cases {
        let months = (0..builder.months as usize).map(|month| {
            let mut left = capacity;
            let (mut used, mut cost, mut open) = (Amount::ZERO, Money::ZERO, false);
            for group in &groups {
                let amount = group.amounts.get(case).and_then(|months| months.get(month));
                let amount = amount.copied().unwrap_or(Amount::ZERO);
                // What is free needs no cover.
                let part = group.rate.beyond_free(amount).least(left);
                left = left.less(part);
                used += part;
                let whole = group.rate.price(amount, Amount::ZERO);
                let rest = group.rate.price(amount.less(part), Amount::ZERO);
                cost += rest.cost - whole.cost;
                open |= !part.is_zero() && whole.priced < amount;
            }
            Figures {
                amount: used,
                priced: if open { Amount::ZERO } else { used },
                cost,
                hole: open.then_some(Hole::Rate),
            }
        });
        let figures: Vec<Figures> = months.collect();
        let amounts = figures.iter().map(|figures| figures.amount).collect();
        let mut next = figures.into_iter();
        columns.push(Column::new(amounts, &mut |_, amount| {
            next.next().unwrap_or(Figures {
                amount,
                priced: amount,
                cost: Money::ZERO,
                hole: None,
            })
        }));
    }
    let cells = Cells::new(builder.months as usize, columns);
    push(builder, item, rate, cells);
}

fn groups(builder: &Builder<'_, '_>, item: Item) -> Vec<Group> {
    let cases = builder.cases.len();
    let mut groups: Vec<Group> = Vec::new();
    let lines = builder.lines.iter();
    for line in lines.filter(|line| line.item == item && line.kind != Kind::ResourcePlan) {
        let vault = line.vault.filter(|_| item == Item::DatabaseStorage);
        let same = |group: &Group| group.vault == vault && Rc::ptr_eq(&group.rate, &line.rate);
        let place = groups.iter().rposition(same).unwrap_or_else(|| {
            groups.push(Group {
                rate: Rc::clone(&line.rate),
                vault,
                amounts: vec![vec![Amount::ZERO; builder.months as usize]; cases],
            });
            groups.len() - 1
        });
        let Some(group) = groups.get_mut(place) else {
            continue;
        };
        for (month, cell) in line.cells.iter().enumerate() {
            let Some(quantity) = cell.quantity else {
                continue;
            };
            let of_cases = [quantity.low, quantity.expected, quantity.high];
            let of_cases = if cases == 1 {
                of_cases.get(1..2)
            } else {
                of_cases.get(..)
            };
            for (months, amount) in group.amounts.iter_mut().zip(of_cases.unwrap_or_default()) {
                if let Some(sum) = months.get_mut(month) {
                    *sum += *amount;
                }
            }
        }
    }
    groups
}

impl Rated {
    /// The price of a resource plan, as the plan states it.
    fn of_plan(item: Item, price: Option<crate::text::decimal::Decimal>) -> Self {
        Self {
            from: if price.is_some() {
                RateFrom::Plan
            } else {
                RateFrom::Nobody
            },
            price,
            ..Self::unknown(item)
        }
    }
}
