//! The prices of the user: one book a currency, kept in the browser for all plans, never in a plan unless he says so.
//! A change is data, so that the page does it at once and the keeper does it again over what storage holds. Pure.

use std::rc::Rc;

use vaultplan::catalog::price_items::Item;
use vaultplan::lang::Lang;
use vaultplan::model::{self, Book, Rate, Topology, book, time};
use vaultplan::text::decimal::Decimal;
use vaultplan::text::value::{Map, Value};

use crate::edit;
use crate::keep::Ask;
use crate::open::Trouble;
use crate::page::{Effect, Heard, Over, Page};
use crate::share;
use crate::words::cost as words;

/// The currencies of which there are price books. None is converted into another.
pub(crate) const CURRENCIES: [&str; 2] = ["USD", "CNY"];

/// Nested deeper no price book is.
const DEPTH: usize = 16;

/// The key under which storage keeps the book of a currency: no plan has such an id.
pub(crate) const KEYS: [&str; 2] = ["prices/USD", "prices/CNY"];

/// What can happen to the prices of the user. Those without a currency are of the one that counts for the plan.
#[derive(Debug)]
pub(crate) enum Msg {
    /// An item costs what a control says; as the list says where it says nothing.
    Price(Item),
    /// A discount counts off every list price.
    Discount,
    /// The pasted book is taken over.
    Paste,
    /// All prices go.
    Remove,
    /// What was removed or replaced comes back.
    Undo,
    /// The prices are handed out as a file.
    Export,
    /// Whether they travel with what leaves.
    Travel,
}

/// A change of the book of a currency.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change {
    /// Which book: its place among [`CURRENCIES`].
    pub(crate) of: usize,
    /// What is done.
    pub(crate) what: What,
    /// When, in Unix seconds.
    pub(crate) now: i64,
}

/// What is done to a book.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
    /// Gives an item a price in all regions, or takes it.
    Price(Item, Option<Decimal>),
    /// States the discount off the list, or takes it.
    Discount(Option<Decimal>),
    /// Takes over the rates of another book; those of items that it does not have stay.
    Join(Rc<str>),
    /// Puts a text in the place of the book, or takes the book.
    Put(Option<Rc<str>>),
}

/// A book as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Held {
    /// Its text.
    pub(crate) text: Rc<str>,
    /// What it says.
    pub(crate) book: Rc<Book<'static>>,
}

impl Held {
    /// Reads a text; nothing where it is no price book.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let book = model::read_book(text).ok()?.into_owned();
        Some(Self {
            text: text.into(),
            book: Rc::new(book),
        })
    }
}

/// What is told of the last change.
#[derive(Clone, Debug)]
pub(crate) enum Said {
    /// A price was changed.
    Changed,
    /// So many prices were taken over.
    Taken(usize),
    /// All went.
    Removed,
    /// A text could not be taken over.
    Refused(Rc<[Trouble]>),
    /// A book is of another currency.
    Currency(Rc<str>),
}

/// What is held.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    /// The books, by the place of their currency.
    pub(crate) books: [Option<Held>; 2],
    /// Whether storage failed to keep them.
    pub(crate) unkept: bool,
    /// Whether they travel with what leaves.
    pub(crate) travels: bool,
    /// What is told of the last change.
    pub(crate) said: Option<Said>,
    /// So many changes are on their way to storage.
    pub(crate) pending: usize,
    /// The book before the last change, of which currency.
    before: Option<(usize, Option<Held>)>,
}

/// A text as a price book of a currency; an empty one where there is none.
fn start(of: usize, text: Option<&str>, now: i64) -> Map {
    let kept = text.and_then(|text| Value::parse(text, DEPTH).ok());
    if let Some(Value::Object(map)) = kept {
        return map;
    }
    let currency = CURRENCIES.get(of).copied().unwrap_or_default();
    let day = time::format(now);
    let day = day.split('T').next().unwrap_or_default();
    let id = ["own-", &currency.to_ascii_lowercase()].concat();
    let name = [words::OWN.get(Lang::En), ", ", currency].concat();
    let mut map = Map::new();
    for (field, value) in [
        ("format", book::FORMAT),
        ("id", &id),
        ("name", &name),
        ("currency", currency),
        ("version", day),
    ] {
        map.insert(field, value.into());
    }
    map
}

/// The rates of a book, to be changed.
fn rates(map: &mut Map) -> Vec<Value> {
    match map.remove("rates") {
        Some(Value::Array(rates)) => rates,
        _ => Vec::new(),
    }
}

/// Whether a rate is of an item, in the regions of another or, without one, in all.
fn is_of(rate: &Value, item: &str, other: Option<&Value>) -> bool {
    let regions = other.and_then(|other| other.get("regions"));
    rate.get("item").and_then(Value::as_str) == Some(item) && rate.get("regions") == regions
}

impl Change {
    /// The text of a book after it; nothing where there is no book any more.
    pub(crate) fn done(&self, text: Option<&str>) -> Option<Rc<str>> {
        let mut map = start(self.of, text, self.now);
        match &self.what {
            What::Put(text) => return text.clone(),
            What::Price(item, price) => {
                let mut all = rates(&mut map);
                all.retain(|rate| !is_of(rate, item.id(), None));
                if let Some(price) = price {
                    all.push(Value::Object(Map::from_iter([
                        ("item", Value::from(item.id())),
                        ("price", Value::from(*price)),
                        ("confidence", "own".into()),
                        ("entered", time::format(self.now).into()),
                    ])));
                }
                map.insert("rates", Value::Array(all));
            }
            What::Discount(percent) => match percent {
                Some(percent) => map.insert("discountPercent", Value::from(*percent)),
                None => drop(map.remove("discountPercent")),
            },
            What::Join(text) => {
                let Ok(Value::Object(mut joined)) = Value::parse(text, DEPTH) else {
                    return None;
                };
                let new = rates(&mut joined);
                let mut all = rates(&mut map);
                all.retain(|rate| {
                    let item = rate.get("item").and_then(Value::as_str).unwrap_or_default();
                    !new.iter()
                        .any(|new| is_of(rate, item, Some(new)) && is_of(new, item, Some(rate)))
                });
                all.extend(new);
                map.insert("rates", Value::Array(all));
                if let Some(percent) = joined.remove("discountPercent") {
                    map.insert("discountPercent", percent);
                }
            }
        }
        let empty = map
            .get("rates")
            .and_then(Value::as_array)
            .is_none_or(Vec::is_empty);
        if empty && map.get("discountPercent").is_none() {
            return None;
        }
        Some(Value::Object(map).to_string().into())
    }
}

/// The place of a currency; nothing for one of which there are no books.
pub(crate) fn place_of(currency: &str) -> Option<usize> {
    CURRENCIES.iter().position(|known| *known == currency)
}

/// Whether a text is meant as a price book: not whether it reads.
pub(crate) fn is_meant(text: &str) -> bool {
    let start: String = text.chars().take(4_000).collect();
    start.contains("\"vaultplan-prices/")
}

impl State {
    /// The book of a currency.
    pub(crate) fn of(&self, currency: &str) -> Option<&Book<'static>> {
        let held = self.books.get(place_of(currency)?)?.as_ref()?;
        Some(&held.book)
    }

    /// The rate of the user for an item in all regions.
    pub(crate) fn rate(&self, currency: &str, item: Item) -> Option<&Rate<'static>> {
        let rates = self.of(currency)?.rates.iter();
        let mut of = rates.filter(|rate| *rate.item == *item.id());
        of.find(|rate| rate.regions.is_empty())
    }

    /// How many prices the user has of a currency.
    pub(crate) fn number(&self, currency: &str) -> usize {
        self.of(currency).map_or(0, |book| book.rates.len())
    }

    /// Whether undo has something to bring back.
    pub(crate) fn can_undo(&self) -> bool {
        self.before.is_some()
    }

    /// What storage holds. While changes are on their way there, the page knows better.
    pub(crate) fn told(&mut self, of: usize, text: Option<&str>) {
        if self.pending > 0 {
            return;
        }
        if let Some(held) = self.books.get_mut(of) {
            *held = text.and_then(Held::read);
        }
    }
}

impl Page {
    /// Changes the prices of the user, at once and in storage.
    fn change_prices(
        &mut self,
        of: usize,
        what: What,
        now: i64,
        said: Said,
        effects: &mut Vec<Effect>,
    ) {
        let change = Change { of, what, now };
        let own = &mut self.cost.own;
        let Some(held) = own.books.get_mut(of) else {
            return;
        };
        let before = held.clone();
        let text = change.done(before.as_ref().map(|held| &*held.text));
        *held = text.as_deref().and_then(Held::read);
        own.before = Some((of, before));
        own.said = Some(said);
        own.pending += 1;
        self.recost();
        effects.push(Effect::Store(Ask::Prices(Rc::new(change))));
    }

    /// What happens to the prices of the user.
    pub(crate) fn on_prices(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        let of = place_of(self.currency()).unwrap_or_default();
        let typed = heard.value.trim();
        match msg {
            Msg::Price(_) | Msg::Discount => {
                let most = if matches!(msg, Msg::Discount) {
                    100
                } else {
                    book::MOST
                };
                self.rejected.clear();
                if !typed.is_empty() && !edit::Takes::Decimal(0, most).fits(typed) {
                    self.rejected.clone_from(&heard.id);
                    return;
                }
                let number = Decimal::parse(typed);
                let what = match msg {
                    Msg::Price(item) => What::Price(*item, number),
                    _ => What::Discount(number),
                };
                self.change_prices(of, what, heard.now, Said::Changed, effects);
            }
            Msg::Paste => self.import_prices(&heard.value, "", heard.now, effects),
            Msg::Remove => {
                self.change_prices(of, What::Put(None), heard.now, Said::Removed, effects)
            }
            Msg::Undo => {
                if let Some((of, held)) = self.cost.own.before.take() {
                    let text = held.map(|held| held.text);
                    self.change_prices(of, What::Put(text), heard.now, Said::Changed, effects);
                    self.cost.own.said = None;
                    self.cost.own.before = None;
                }
            }
            Msg::Export => {
                if let Some(Some(held)) = self.cost.own.books.get(of) {
                    let currency = self.currency().to_ascii_lowercase();
                    let name = ["vaultplan-prices-", &currency, ".json"].concat();
                    effects.push(Effect::Save(name, held.text.to_string()));
                }
            }
            Msg::Travel => {
                self.cost.own.travels = !self.cost.own.travels;
                // The link that is shown is that of what leaves.
                if let Some(Over::Share(_)) = self.over {
                    self.share(&share::Msg::Ask, effects);
                }
            }
        }
    }

    /// Takes over the prices of a book that the user brings; into that of its own currency.
    pub(crate) fn import_prices(
        &mut self,
        text: &str,
        file: &str,
        now: i64,
        effects: &mut Vec<Effect>,
    ) {
        let said = match model::read_book(text) {
            Err(problems) => {
                let troubles = problems
                    .into_iter()
                    .map(|problem| Trouble::of_problem(file, problem));
                Said::Refused(troubles.collect())
            }
            Ok(book) => match place_of(&book.currency) {
                None => Said::Currency((&*book.currency).into()),
                Some(of) => {
                    let number = book.rates.len();
                    let what = What::Join(text.into());
                    return self.change_prices(of, what, now, Said::Taken(number), effects);
                }
            },
        };
        self.cost.own.said = Some(said);
    }

    /// The plan as it leaves: with the prices of the user where he says so.
    pub(crate) fn leaving(&self) -> Topology<'static> {
        let mut plan = self.plan().clone();
        let currency = self.currency();
        let own = self.cost.own.of(currency).filter(|_| self.cost.own.travels);
        if let Some(book) = own {
            let mut rates = book.rates.clone();
            for rate in &mut rates {
                rate.currency = Some(currency.to_owned().into());
            }
            let stated = plan
                .estimate
                .as_ref()
                .map(|estimate| estimate.rates.as_slice());
            for rate in stated.unwrap_or_default() {
                let same = |own: &Rate<'_>| own.item == rate.item && own.regions == rate.regions;
                if !rates.iter().any(same) {
                    rates.push(rate.clone());
                }
            }
            let rates = rates
                .iter()
                .map(model::edit::ToValue::value)
                .collect::<Value>();
            let patch = edit::place(self.plan(), "/estimate/rates".to_owned(), rates);
            // The rates are those of a book that reads: a plan takes them.
            let _ = model::apply(&mut plan, &patch);
        }
        plan
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::Ask;
    use crate::page::{self, Told};
    use crate::prefs::Theme;
    use crate::route::Route;

    const OTHER: &str = r#"{"format": "vaultplan-prices/1", "id": "c", "name": "Contract", "currency": "USD",
        "version": "2026-11", "rates": [
            {"item": "replication-traffic", "price": 0.05},
            {"item": "vault-storage", "price": 0.02, "regions": ["cn-hangzhou"]}]}"#;

    fn page() -> Page {
        Page::new(Lang::En, Theme::System, Route::COST, 0)
    }

    fn send(page: &mut Page, msg: Msg, value: &str) -> Vec<Effect> {
        let heard = Heard {
            id: "control".to_owned(),
            value: value.to_owned(),
            now: 1_795_248_000,
            ..Heard::default()
        };
        let msg = page::Msg::Cost(crate::cost::Msg::Prices(msg));
        let mut effects = Vec::new();
        page.update(&msg, &heard, &mut effects);
        effects
    }

    fn price(page: &Page, item: Item) -> Option<String> {
        let rate = page.cost.own.rate("USD", item)?;
        rate.price.map(|price| price.0.to_string())
    }

    #[test]
    fn a_price_is_entered_changed_and_taken_out() {
        let mut page = page();
        send(&mut page, Msg::Price(Item::ReplicationTraffic), "0.07");
        send(&mut page, Msg::Price(Item::FileClient), "4");
        send(&mut page, Msg::Price(Item::ReplicationTraffic), "0.08");
        assert_eq!(
            price(&page, Item::ReplicationTraffic).as_deref(),
            Some("0.08")
        );
        assert_eq!(page.cost.own.number("USD"), 2);
        let rate = page.cost.own.rate("USD", Item::FileClient).unwrap();
        assert_eq!(rate.entered.as_ref().unwrap().unix, 1_795_248_000);
        send(&mut page, Msg::Undo, "");
        assert_eq!(
            price(&page, Item::ReplicationTraffic).as_deref(),
            Some("0.07")
        );
        send(&mut page, Msg::Price(Item::ReplicationTraffic), "");
        send(&mut page, Msg::Price(Item::FileClient), "");
        assert_eq!(page.cost.own.books, [None, None]);
    }

    #[test]
    fn a_book_is_taken_over_beside_what_is_there_and_removed_with_a_way_back() {
        let mut page = page();
        send(&mut page, Msg::Price(Item::ReplicationTraffic), "0.07");
        send(&mut page, Msg::Price(Item::VaultStorage), "0.03");
        send(&mut page, Msg::Paste, OTHER);
        assert!(matches!(page.cost.own.said, Some(Said::Taken(2))));
        assert_eq!(
            price(&page, Item::ReplicationTraffic).as_deref(),
            Some("0.05")
        );
        // A price of a region does not stand in for that of all others.
        assert_eq!(price(&page, Item::VaultStorage).as_deref(), Some("0.03"));
        assert_eq!(page.cost.own.number("USD"), 3);
        send(&mut page, Msg::Remove, "");
        assert_eq!(page.cost.own.number("USD"), 0);
        send(&mut page, Msg::Undo, "");
        assert_eq!(page.cost.own.number("USD"), 3);
        let effects = send(&mut page, Msg::Export, "");
        let [Effect::Save(name, text)] = effects.as_slice() else {
            panic!("{effects:?}");
        };
        assert_eq!(name, "vaultplan-prices-usd.json");
        assert_eq!(Held::read(text).unwrap().book.rates.len(), 3);
    }

    #[test]
    fn what_is_no_price_book_is_refused_with_its_place_and_changes_nothing() {
        let mut page = page();
        send(&mut page, Msg::Price(Item::VaultStorage), "0.03");
        for wrong in [
            "",
            "{",
            "{}",
            "[1]",
            &OTHER.replace("0.05", "-1"),
            &OTHER.replace("0.05", "\"dear\""),
        ] {
            assert!(send(&mut page, Msg::Paste, wrong).is_empty(), "{wrong}");
            let Some(Said::Refused(troubles)) = &page.cost.own.said else {
                panic!("{wrong}");
            };
            assert!(!troubles.is_empty() && !troubles[0].message(Lang::Zh).is_empty());
            assert_eq!(page.cost.own.number("USD"), 1);
        }
        send(&mut page, Msg::Paste, &OTHER.replace("USD", "EUR"));
        assert!(matches!(&page.cost.own.said, Some(Said::Currency(of)) if &**of == "EUR"));
        assert_eq!(page.cost.own.number("USD"), 1);
    }

    #[test]
    fn a_discount_counts_where_no_price_is_entered() {
        let mut page = page();
        assert!(send(&mut page, Msg::Discount, "101").is_empty());
        assert_eq!(page.rejected, "control");
        send(&mut page, Msg::Discount, "10");
        let book = page.cost.own.of("USD").unwrap();
        assert_eq!(book.discount_percent.unwrap().0.to_string(), "10");
        send(&mut page, Msg::Discount, "");
        assert_eq!(page.cost.own.books, [None, None]);
    }

    #[test]
    fn they_leave_only_where_the_user_says_so() {
        let mut page = page();
        send(&mut page, Msg::Price(Item::VaultStorage), "0.03");
        let saved = |page: &mut Page| {
            let mut effects = Vec::new();
            page.update(&page::Msg::Save, &Heard::default(), &mut effects);
            match effects.as_slice() {
                [Effect::Save(_, text)] => text.clone(),
                other => panic!("{other:?}"),
            }
        };
        assert!(!saved(&mut page).contains("0.03"));
        send(&mut page, Msg::Travel, "");
        let text = saved(&mut page);
        let plan = model::read_text(&text).unwrap();
        let rates = &plan.estimate.as_ref().unwrap().rates;
        assert_eq!(rates.len(), 1);
        assert_eq!(rates[0].currency.as_deref(), Some("USD"));
        // A link that is shown is made anew when that changes.
        let packs = |effects: Vec<Effect>| {
            effects.into_iter().find_map(|effect| match effect {
                Effect::Pack(text) => Some(text.contains("0.03")),
                _ => None,
            })
        };
        let mut effects = Vec::new();
        let ask = page::Msg::Share(share::Msg::Ask);
        page.update(&ask, &Heard::default(), &mut effects);
        assert_eq!(packs(effects), Some(true));
        assert_eq!(packs(send(&mut page, Msg::Travel, "")), Some(false));
        assert_eq!(packs(send(&mut page, Msg::Travel, "")), Some(true));
        page.over = None;
        // The open plan is what it was.
        assert!(page.plan().estimate.is_none());
        send(&mut page, Msg::Travel, "");
        assert!(!saved(&mut page).contains("0.03"));
    }

    #[test]
    fn what_another_page_keeps_is_shown_unless_this_one_knows_better() {
        let mut page = page();
        let told = |page: &mut Page, text: Option<&str>| {
            let told = Told::Prices(0, text.map(Rc::from));
            page.update(&page::Msg::Told(told), &Heard::default(), &mut Vec::new());
        };
        told(&mut page, Some(OTHER));
        assert_eq!(
            price(&page, Item::ReplicationTraffic).as_deref(),
            Some("0.05")
        );
        let effects = send(&mut page, Msg::Price(Item::ReplicationTraffic), "0.07");
        let change = effects.iter().find_map(|effect| match effect {
            Effect::Store(Ask::Prices(change)) => Some(change.clone()),
            _ => None,
        });
        // What was read before the change went there is old.
        told(&mut page, Some(OTHER));
        assert_eq!(
            price(&page, Item::ReplicationTraffic).as_deref(),
            Some("0.07")
        );
        let kept = page::Msg::Told(Told::PricesKept(false));
        page.update(&kept, &Heard::default(), &mut Vec::new());
        assert!(page.cost.own.unkept);
        let text = change.unwrap().done(Some(OTHER));
        told(&mut page, text.as_deref());
        assert_eq!(
            price(&page, Item::ReplicationTraffic).as_deref(),
            Some("0.07")
        );
    }
}
