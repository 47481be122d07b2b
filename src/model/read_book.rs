//! Reads and writes price books. What fits the tables of fields is then looked at as a whole: tiers, currencies,
//! units and items that contradict each other are problems with a place, as everything else.

use std::borrow::Cow;

use super::book::{Book, Rate, Tier, day_of};
use super::edit::ToValue as _;
use super::fill::{self, Misread};
use super::problem::{Problem, ProblemKind};
use super::read::{misread, not_utf8, shorten, too_long, without_mark};
use crate::catalog::limits;
use crate::catalog::price_items::Item;
use crate::lang::{Said, Text};
use crate::text::decimal::Decimal;
use crate::text::locate;
use crate::text::names::Names;
use crate::text::pointer::push_index;
use crate::text::scan;
use crate::text::suggest;
use crate::text::value::Layout;

/// Reads a price book from bytes: UTF-8, with or without a byte order mark.
///
/// # Errors
/// As [`read_book`].
pub fn read_book_bytes(bytes: &[u8]) -> Result<Book<'_>, Vec<Problem>> {
    if bytes.len() > limits::TEXT_BYTES {
        return Err(vec![too_long(bytes.len())]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => read_book(text),
        Err(error) => Err(vec![not_utf8(bytes, error.valid_up_to())]),
    }
}

/// Reads a price book from text.
///
/// # Errors
/// Every problem of the text, at most [`limits::PROBLEMS`]: each with its place, the value found and what was
/// expected.
pub fn read_book(text: &str) -> Result<Book<'_>, Vec<Problem>> {
    if text.len() > limits::TEXT_BYTES {
        return Err(vec![too_long(text.len())]);
    }
    let body = without_mark(text);
    let book = match fill::read::<Book<'_>>(body) {
        Ok(book) => book,
        Err(Misread) => return Err(misread(body, &Book::RECORD)),
    };
    let mut problems = contradictions(&book);
    if problems.is_empty() {
        return Ok(book);
    }
    // It was read as JSON just now.
    if let Ok(root) = scan::parse(body, limits::DEPTH) {
        for problem in &mut problems {
            let span = locate::span_in(&root, &problem.pointer);
            problem.position = Some(locate::position(body, span.start));
        }
    }
    Err(problems)
}

/// The canonical text of a price book, with a line break at its end. Reading it gives the same book.
#[must_use]
pub fn write_book(book: &Book<'_>) -> String {
    let mut text = book.value().laid_out(Layout::Lines);
    text.push('\n');
    text
}

/// What is wrong with rates of a currency that the reader let pass; pointers begin at the list. Of rates that travel
/// with a plan as well as of those of a book.
#[must_use]
pub fn faults(rates: &[Rate<'_>], currency: &str) -> Vec<Problem> {
    let mut look = Look::default();
    look.rates(rates, currency);
    look.problems
}

fn contradictions(book: &Book<'_>) -> Vec<Problem> {
    let mut look = Look::default();
    if !is_currency(&book.currency) {
        look.report("/currency", &book.currency, THREE_LETTERS.into());
    }
    look.date("/version", Some(&book.version));
    look.pointer.push_str("/rates");
    look.rates(&book.rates, &book.currency);
    look.problems
}

const THREE_LETTERS: Text = Text::new(
    "three capital letters such as `USD` or `CNY`",
    "三个大写字母，例如 `USD` 或 `CNY`",
);

fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The way through a book, with the pointer of where it stands.
#[derive(Default)]
struct Look {
    pointer: String,
    problems: Vec<Problem>,
}

impl Look {
    fn is_full(&self) -> bool {
        self.problems.len() >= limits::PROBLEMS
    }

    /// A problem at a place below.
    fn report(&mut self, place: &str, found: &str, expected: Said) {
        if !self.is_full() {
            self.problems.push(Problem {
                pointer: [&self.pointer, place].concat(),
                position: None,
                kind: ProblemKind::WrongValue,
                found: Some(shorten(found)),
                expected,
                suggestion: None,
            });
        }
    }

    fn rates(&mut self, rates: &[Rate<'_>], currency: &str) {
        // Items whose rate is another's: none of them lends its own.
        let mut borrowing = Names::new();
        for rate in rates.iter().filter(|rate| rate.same_as.is_some()) {
            borrowing.number(Cow::Borrowed(&*rate.item));
        }
        let mut seen = Names::new();
        let length = self.pointer.len();
        for (index, rate) in rates.iter().enumerate() {
            if self.is_full() {
                return;
            }
            push_index(&mut self.pointer, index);
            self.rate(rate, currency, &borrowing);
            self.once(rate, &mut seen);
            self.pointer.truncate(length);
        }
    }

    fn rate(&mut self, rate: &Rate<'_>, currency: &str, borrowing: &Names<'_>) {
        let item = self.item("/item", &rate.item);
        if let Some(own) = rate.currency.as_deref()
            && own != currency
        {
            self.report("/currency", own, quoted(currency));
        }
        if let (Some(unit), Some(item)) = (rate.unit.as_deref(), item)
            && unit != item.unit().word()
        {
            self.report("/unit", unit, quoted(item.unit().word()));
        }
        if let Some(id) = rate.same_as.as_deref() {
            self.same_as(rate, item, id, borrowing);
        }
        if let Some(price) = rate.price
            && !rate.tiers.is_empty()
        {
            let expected = Text::new("a price or tiers, not both", "价格与阶梯只能填写一种");
            self.report("/price", &price.0.to_string(), expected.into());
        }
        self.tiers(&rate.tiers);
        if let Some(source) = rate.source.as_deref() {
            self.date("/source/date", source.date.as_deref());
            self.date("/source/read", source.read.as_deref());
            if let Some(address) = source.address.as_deref()
                && !address.starts_with("https://")
                && !address.starts_with("http://")
            {
                let expected = Text::new(
                    "an address that begins with `https://`",
                    "以 `https://` 开头的地址",
                );
                self.report("/source/address", address, expected.into());
            }
        }
    }

    /// The item of an id; reported where there is none.
    fn item(&mut self, place: &str, id: &str) -> Option<Item> {
        let item = Item::from_id(id);
        if item.is_none() && !self.is_full() {
            let suggestion = suggest::nearest(id, Item::ALL.iter().map(|item| item.id()));
            let expected = match suggestion {
                Some(_) => Said::Own(String::new()),
                None => Text::new("the id of a billable item", "计费项的标识").into(),
            };
            self.report(place, id, expected);
            if let Some(problem) = self.problems.last_mut() {
                problem.suggestion = suggestion;
            }
        }
        item
    }

    fn same_as(&mut self, rate: &Rate<'_>, item: Option<Item>, id: &str, borrowing: &Names<'_>) {
        let Some(other) = self.item("/sameAs", id) else {
            return;
        };
        let expected = if item == Some(other) {
            Text::new("another item", "另一计费项")
        } else if item.is_some_and(|item| item.unit() != other.unit()) {
            Text::new("an item of the same unit", "单位相同的计费项")
        } else if rate.price.is_some() || !rate.tiers.is_empty() {
            Text::new(
                "no price of its own beside `sameAs`",
                "填写 `sameAs` 时不填写价格",
            )
        } else if borrowing.contains(id) {
            Text::new("an item with a rate of its own", "具有自身价格的计费项")
        } else {
            return;
        };
        self.report("/sameAs", id, expected.into());
    }

    /// Tiers begin at nothing and rise.
    fn tiers(&mut self, tiers: &[Tier<'_>]) {
        let mut before: Option<Decimal> = None;
        for (index, tier) in tiers.iter().enumerate() {
            let from = tier.from.0;
            let expected = match before {
                None if !from.is_zero() => Some("0".to_owned()),
                Some(before) if from <= before => Some(["> ", &before.to_string()].concat()),
                _ => None,
            };
            if let Some(expected) = expected
                && !self.is_full()
            {
                let mut place = "/tiers".to_owned();
                push_index(&mut place, index);
                place.push_str("/from");
                self.report(&place, &from.to_string(), Said::Own(expected));
            }
            before = Some(from);
        }
    }

    fn date(&mut self, place: &str, date: Option<&str>) {
        if let Some(date) = date
            && day_of(date).is_none()
        {
            let expected = Text::new(
                "a date such as `2026-11-21`, `2026-11` or `2026`",
                "日期，例如 `2026-11-21`、`2026-11` 或 `2026`",
            );
            self.report(place, date, expected.into());
        }
    }

    /// An item has one rate in a region, and one for all others.
    fn once(&mut self, rate: &Rate<'_>, seen: &mut Names<'_>) {
        if rate.regions.is_empty() {
            if !seen.number(Cow::Owned(rate.item.to_string())).1 {
                let expected = Text::new("each item once", "每个计费项只出现一次");
                self.report("/item", &rate.item, expected.into());
            }
            return;
        }
        for (index, region) in rate.regions.iter().enumerate() {
            // No id holds a line break that a region could forge: ids are those of the table, or were reported.
            let key = [&*rate.item, "\n", region].concat();
            if !seen.number(Cow::Owned(key)).1 && !self.is_full() {
                let expected = Text::new(
                    "each region once for an item",
                    "同一计费项的每个地域只出现一次",
                );
                let mut place = "/regions".to_owned();
                push_index(&mut place, index);
                self.report(&place, region, expected.into());
            }
        }
    }
}

fn quoted(word: &str) -> Said {
    Said::Own(["`", word, "`"].concat())
}
