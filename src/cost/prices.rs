//! Which rate holds for an item: the user's own, else the plan's, else the book's; and what a quantity costs at it,
//! tier by tier. No rate is ever converted between currencies.

use std::borrow::Cow;

use super::DAYS_OF_MONTH;
use super::line::{Note, NoteKind, RateFrom};
use super::money::{Amount, Money, at_rates, mul_div};
use crate::catalog::price_items::{Item, Unit};
use crate::finding::ObjectRef;
use crate::lang::{Arg, Text};
use crate::model::{Book, Confidence, Rate, Topology, Whole, time};
use crate::text::decimal::Decimal;

/// Age in days above which a rate is called old.
pub const OLD_DAYS: i64 = 365;

/// The most items that refer to each other.
const CHAIN: usize = 4;

/// All, in 10^-12 of a percent.
const WHOLE: u128 = 100_000_000_000_000;

const DAY: i64 = 86_400;

/// The books and rates that an estimate draws on.
#[derive(Clone, Copy, Debug)]
pub struct Prices<'b> {
    book: &'b Book<'b>,
    own: Option<&'b Book<'b>>,
    plan: &'b [Rate<'b>],
}

/// A rate, with all that decides what a quantity costs at it.
#[derive(Clone, Debug)]
pub struct Rated {
    /// Whose it is.
    pub from: RateFrom,
    /// The item that it is the rate of: another than the line's where one stands in for it.
    pub item: Item,
    /// The rate as its book has it; an unknown one too, when a book lists the item without a price.
    pub rate: Option<Rate<'static>>,
    /// What the vendor's book says of the item, where the rate is the user's own.
    pub list: Option<Rate<'static>>,
    /// The price of a unit, less the discount; `None` when it is unknown, or when tiers say it.
    pub price: Option<Decimal>,
    /// The prices of a unit from certain amounts on, ascending, the first from 0, less the discount.
    pub tiers: Vec<(Decimal, Option<Decimal>)>,
    /// How much costs nothing, in the item's unit.
    pub free_quota: Decimal,
    /// For how many days it costs nothing at first.
    pub free_days: u64,
    /// The discount against the list that the user has, in percent.
    pub discount: Option<Decimal>,
    /// How far it can be trusted; of a rate that stands in for another, that it does.
    pub confidence: Option<Confidence>,
}

/// A part of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It costs nothing.
    Free(Amount),
    /// Its unit has a price.
    Priced(Amount, Decimal),
    /// The price of its unit is not known.
    Unpriced(Amount),
}

/// What a quantity costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Priced {
    /// The part that has a price; what is free has one.
    pub(super) priced: Amount,
    /// What that part costs.
    pub(super) cost: Money,
}

impl Rated {
    pub(super) const fn unknown(item: Item) -> Self {
        Self {
            from: RateFrom::Nobody,
            item,
            rate: None,
            list: None,
            price: None,
            tiers: Vec::new(),
            free_quota: Decimal::ZERO,
            free_days: 0,
            discount: None,
            confidence: None,
        }
    }

    /// Whether any part of a quantity has a price beyond what is free.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.price.is_some() || self.tiers.iter().any(|(_, price)| price.is_some())
    }

    /// Whether prices differ by amount, so that it matters what was counted before.
    #[must_use]
    pub fn is_tiered(&self) -> bool {
        !self.tiers.is_empty() || !self.free_quota.is_zero()
    }

    /// How old the page is that prints it, in days; of a page without a date, since it was read. `None` when neither
    /// is known, or when the rate is the user's own.
    #[must_use]
    pub fn age_days(&self, now: i64) -> Option<i64> {
        if !matches!(self.from, RateFrom::Book | RateFrom::Nobody) {
            return None;
        }
        let source = self.rate.as_ref()?.source.as_deref()?;
        let date = source.date.as_deref().or(source.read.as_deref())?;
        Some((now - last_second(date)?).max(0) / DAY)
    }

    /// Whether the page that prints it is so old that it should be looked at again.
    #[must_use]
    pub fn is_old(&self, now: i64) -> bool {
        self.age_days(now).is_some_and(|age| age > OLD_DAYS)
    }

    /// How much a month costs nothing. Of items that are counted by the day, that much is free each day.
    fn free(&self) -> Amount {
        let month = Amount::of(self.free_quota);
        match self.item.unit() {
            Unit::GibDay | Unit::InstanceDay | Unit::KeyDay => month.times(DAYS_OF_MONTH),
            _ => month,
        }
    }

    /// The part of an amount that is not free.
    pub(super) fn beyond_free(&self, amount: Amount) -> Amount {
        amount.less(self.free())
    }

    /// What an amount costs that comes on top of what was counted before: first what is free, then tier by tier.
    /// What lies in a tier without a price is not priced.
    pub(super) fn price(&self, amount: Amount, before: Amount) -> Priced {
        if !self.is_tiered() {
            let cost = self.price.map(|price| amount.at(price));
            return Priced {
                priced: cost.map_or(Amount::ZERO, |_| amount),
                cost: cost.unwrap_or(Money::ZERO),
            };
        }
        let mut priced = Amount::ZERO;
        let mut parts: Vec<(Amount, Decimal)> = Vec::new();
        for part in self.parts(amount, before) {
            match part {
                Part::Free(amount) => priced += amount,
                Part::Priced(amount, price) => {
                    priced += amount;
                    parts.push((amount, price));
                }
                Part::Unpriced(_) => {}
            }
        }
        Priced {
            priced,
            cost: at_rates(&parts),
        }
    }

    /// The parts of an amount that comes on top of what was counted before, with the price of each. Tiers begin to
    /// count where the free part ends.
    #[must_use]
    pub fn parts(&self, amount: Amount, before: Amount) -> Vec<Part> {
        let mut parts = Vec::new();
        let (free, end) = (self.free(), before + amount);
        let gratis = end.least(free).less(before);
        if !gratis.is_zero() {
            parts.push(Part::Free(gratis));
        }
        let mut push = |amount: Amount, price: Option<Decimal>| {
            if !amount.is_zero() {
                parts.push(match price {
                    Some(price) => Part::Priced(amount, price),
                    None => Part::Unpriced(amount),
                });
            }
        };
        if self.tiers.is_empty() {
            push(amount.less(gratis), self.price);
            return parts;
        }
        let (start, end) = (before.less(free), end.less(free));
        for (number, (from, price)) in self.tiers.iter().enumerate() {
            let upto = self
                .tiers
                .get(number + 1)
                .map(|(from, _)| Amount::of(*from));
            let upto = upto.map_or(end, |upto| upto.least(end));
            push(upto.less(Amount::of(*from).most(start)), *price);
        }
        parts
    }
}

/// The last second of a year, a month or a day, in Unix seconds.
fn last_second(date: &str) -> Option<i64> {
    let full = match date.len() {
        4 => [date, "-12-31T23:59:59Z"].concat(),
        7 => [date, "-28T23:59:59Z"].concat(),
        _ => [date, "T23:59:59Z"].concat(),
    };
    time::parse(&full)
}

impl<'b> Prices<'b> {
    /// The rates of a book, of the user's own book, and of a plan.
    #[must_use]
    pub fn new(book: &'b Book<'b>, own: Option<&'b Book<'b>>, plan: &'b Topology<'b>) -> Self {
        Self {
            book,
            own,
            plan: plan
                .estimate
                .as_ref()
                .map_or(&[], |estimate| &estimate.rates),
        }
    }

    /// The book.
    #[must_use]
    pub const fn book(&self) -> &'b Book<'b> {
        self.book
    }

    /// The currency of the estimate: that of the book.
    #[must_use]
    pub fn currency(&self) -> &'b str {
        &self.book.currency
    }

    /// The rate of an item in a region. A rate for that region goes before one for all.
    #[must_use]
    pub fn rate(&self, item: Item, region: Option<&str>) -> Rated {
        self.follow(item, region, CHAIN)
    }

    /// The items that have a rate for some regions only.
    #[must_use]
    pub(super) fn by_region(&self) -> Vec<Item> {
        let mut items = Vec::new();
        for (_, _, rates) in self.lists() {
            for rate in rates.iter().filter(|rate| !rate.regions.is_empty()) {
                items.extend(Item::from_id(&rate.item).filter(|item| !items.contains(item)));
            }
        }
        items
    }

    /// The lists of rates in the order in which they hold, with whose they are and their currency.
    fn lists(&self) -> impl Iterator<Item = (RateFrom, &'b str, &'b [Rate<'b>])> + use<'b> {
        let currency = &*self.book.currency;
        let own = self
            .own
            .map(|own| (RateFrom::Own, &*own.currency, &*own.rates));
        let rest = [
            (RateFrom::Plan, currency, self.plan),
            (RateFrom::Book, currency, &*self.book.rates),
        ];
        own.into_iter().chain(rest)
    }

    /// The discount that the user's own book states.
    fn discount(&self) -> Option<Decimal> {
        let own = self.own.filter(|own| own.currency == self.book.currency)?;
        Some(own.discount_percent?.0).filter(|discount| !discount.is_zero())
    }

    /// The rate of an item in a list, for a region or for all.
    fn find(
        &self,
        (_, currency, rates): (RateFrom, &str, &'b [Rate<'b>]),
        item: Item,
        region: Option<&str>,
    ) -> Option<&'b Rate<'b>> {
        let fits = |rate: &&Rate<'_>| {
            &*rate.item == item.id() && fault(rate, currency, self.currency()).is_none()
        };
        let here = |rate: &&Rate<'_>| {
            region.is_some_and(|region| rate.regions.iter().any(|one| &**one == region))
        };
        let mut of_region = rates.iter().filter(fits).filter(here);
        let mut general = rates
            .iter()
            .filter(fits)
            .filter(|rate| rate.regions.is_empty());
        of_region.next().or_else(|| general.next())
    }

    fn follow(&self, item: Item, region: Option<&str>, steps: usize) -> Rated {
        let list = (RateFrom::Book, self.currency(), &*self.book.rates);
        let list = self.find(list, item, region);
        for entry in self.lists() {
            let Some(rate) = self.find(entry, item, region) else {
                continue;
            };
            if rate.price.is_some() || !rate.tiers.is_empty() {
                return self.rated(entry.0, item, rate, list);
            }
            let other = rate.same_as.as_deref().and_then(Item::from_id);
            if let Some(rated) = self.as_other(item, other, rate.confidence, (region, steps)) {
                return rated;
            }
        }
        if let Some(rated) = self.as_other(item, item.stand_in(), None, (region, steps)) {
            return rated;
        }
        let mut unknown = Rated::unknown(item);
        if let Some(list) = list {
            unknown.rate = Some(list.clone().into_owned());
            unknown.confidence = list.confidence;
            unknown.free_quota = list.free_quota.map_or(Decimal::ZERO, |quota| quota.0);
            unknown.free_days = list.free_days.map_or(0, |days| days.0);
        }
        unknown
    }

    /// The rate of another item that counts for this one, where it is known.
    fn as_other(
        &self,
        item: Item,
        other: Option<Item>,
        confidence: Option<Confidence>,
        (region, steps): (Option<&str>, usize),
    ) -> Option<Rated> {
        let other = other.filter(|other| *other != item && steps > 0)?;
        let mut rated = self.follow(other, region, steps - 1);
        rated.confidence = confidence.or(Some(Confidence::Inferred));
        rated.is_known().then_some(rated)
    }

    fn rated(&self, from: RateFrom, item: Item, rate: &Rate<'_>, list: Option<&Rate<'_>>) -> Rated {
        let discount = self.discount().filter(|_| from == RateFrom::Book);
        let less = |price: Decimal| match discount {
            None => price,
            Some(discount) => {
                let left = WHOLE.saturating_sub(discount.pico());
                let pico = mul_div(price.pico(), left, WHOLE);
                pico.and_then(Decimal::from_pico).unwrap_or(price)
            }
        };
        let price = rate.price.map(|price| less(price.0));
        let mut tiers: Vec<_> = rate
            .tiers
            .iter()
            .map(|tier| (tier.from.0, tier.price.map(|price| less(price.0))))
            .collect();
        // A price beside tiers is that of what lies below them.
        if tiers.first().is_some_and(|(from, _)| !from.is_zero()) {
            tiers.insert(0, (Decimal::ZERO, price));
        }
        // What is free is a rule of the service: it holds at a price of one's own as well.
        let quota = rate.free_quota.or(list.and_then(|list| list.free_quota));
        let days: Option<Whole<_>> = rate.free_days.or(list.and_then(|list| list.free_days));
        let own = matches!(from, RateFrom::Own | RateFrom::Plan);
        Rated {
            from,
            item,
            rate: Some(rate.clone().into_owned()),
            list: list.filter(|_| own).map(|list| list.clone().into_owned()),
            price: price.filter(|_| tiers.is_empty()),
            tiers,
            free_quota: quota.map_or(Decimal::ZERO, |quota| quota.0),
            free_days: days.map_or(0, |days| days.0),
            discount,
            confidence: rate.confidence.or(own.then_some(Confidence::Own)),
        }
    }

    /// What is wrong with the rates: each of those named here is left out.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        for (from, currency, rates) in self.lists() {
            for (index, rate) in rates.iter().enumerate() {
                let Some(text) = fault(rate, currency, self.currency()) else {
                    continue;
                };
                let path = match from {
                    RateFrom::Plan => Cow::Owned(format!("/estimate/rates/{index}")),
                    _ => Cow::Borrowed(""),
                };
                let of_rate = rate.currency.as_deref().unwrap_or(currency);
                notes.push(Note {
                    kind: NoteKind::Error,
                    object: ObjectRef::PLAN,
                    path,
                    text,
                    args: vec![
                        arg("item", &rate.item),
                        arg("currency", of_rate),
                        arg("wanted", self.currency()),
                        arg("unit", rate.unit.as_deref().unwrap_or_default()),
                        arg(
                            "expected",
                            Item::from_id(&rate.item).map_or("", |item| item.unit().word()),
                        ),
                    ],
                    because: None,
                    count: 1,
                });
            }
        }
        notes
    }
}

fn arg(name: &'static str, value: &str) -> Arg {
    Arg {
        name,
        value: value.into(),
    }
}

/// Why a rate does not count; `None` when it does.
fn fault(rate: &Rate<'_>, currency: &str, wanted: &str) -> Option<Text> {
    const CURRENCY: Text = Text::new(
        "the rate of {item} is in {currency} and was left out: this estimate is in {wanted}, and nothing is converted",
        "{item} 的价格以 {currency} 计，未计入：本估算以 {wanted} 计，不作任何换算",
    );
    const ITEM: Text = Text::new(
        "{item} is no billable item; its rate was left out",
        "{item} 不是计费项，其价格未计入",
    );
    const UNIT: Text = Text::new(
        "the rate of {item} is by {unit} and was left out: it should be by {expected}",
        "{item} 的价格单位为 {unit}，未计入：应为 {expected}",
    );
    const TIERS: Text = Text::new(
        "the tiers of {item} overlap, or do not begin at 0; its rate was left out",
        "{item} 的阶梯重叠，或不从 0 开始，其价格未计入",
    );
    const SAME: Text = Text::new(
        "{item} should cost the same as something that is no billable item, or one of another unit; its rate was left out",
        "{item} 引用的计费项不存在或单位不同，其价格未计入",
    );
    let Some(item) = Item::from_id(&rate.item) else {
        return Some(ITEM);
    };
    if rate.currency.as_deref().unwrap_or(currency) != wanted {
        return Some(CURRENCY);
    }
    if rate
        .unit
        .as_deref()
        .is_some_and(|unit| unit != item.unit().word())
    {
        return Some(UNIT);
    }
    let fits = |other: &str| Item::from_id(other).is_some_and(|other| other.unit() == item.unit());
    if rate.same_as.as_deref().is_some_and(|other| !fits(other)) {
        return Some(SAME);
    }
    let mut before = None;
    for tier in &rate.tiers {
        let from = tier.from.0;
        let begins = before.is_some() || from.is_zero() || rate.price.is_some();
        if !begins || before.is_some_and(|before| from <= before) {
            return Some(TIERS);
        }
        before = Some(from);
    }
    None
}
