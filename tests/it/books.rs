//! Price books: the built-in ones are whole, canonical and sourced; each mistake of a book is told with its place, the
//! value found and what was expected; what is read is written again without loss.

use proptest::prelude::*;
use vaultplan::catalog::price_items::{Item, PRICE_PAGE};
use vaultplan::catalog::regions;
use vaultplan::cost::books;
use vaultplan::lang::Lang;
use vaultplan::model::problem::ProblemKind;
use vaultplan::model::{self, Book, Confidence, Rate, book, read_book, write_book};

use read_book as read;

use super::reading::full;

/// 2026-11-21T08:00:00Z.
const NOW: i64 = 1_795_248_000;

fn built_in() -> impl Iterator<Item = &'static Book<'static>> {
    books::BUILT_IN
        .iter()
        .map(|one| one.book().expect("it reads"))
}

fn rates_of<'b>(book: &'b Book<'b>, item: Item) -> impl Iterator<Item = &'b Rate<'b>> {
    book.rates
        .iter()
        .filter(move |rate| *rate.item == *item.id())
}

#[test]
fn every_built_in_book_reads_without_a_problem_and_is_written_as_it_stands() {
    for one in &books::BUILT_IN {
        let book = read_book(one.text).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(write_book(&book), one.text, "{} is not canonical", one.id);
        assert_eq!((&*book.id, &*book.currency), (one.id, one.currency));
        assert_eq!(books::find(one.id), Some(&book));
        assert!(book.name_zh.is_some() && book.note.is_some() && book.note_zh.is_some());
    }
    assert_eq!(books::find("cloud-backup-eur"), None);
}

#[test]
fn every_item_stands_in_every_book_known_or_unknown() {
    for book in built_in() {
        for item in Item::ALL {
            let everywhere = rates_of(book, *item).filter(|rate| rate.regions.is_empty());
            assert_eq!(everywhere.count(), 1, "{} in {}", item.id(), &*book.id);
        }
    }
}

#[test]
fn every_rate_says_where_it_comes_from_and_how_far_it_can_be_trusted() {
    for book in built_in() {
        for rate in &book.rates {
            let about = format!("{} in {}", &*rate.item, &*book.id);
            let source = rate.source.as_deref().expect(&about);
            let (title, address) = (source.title.as_deref(), source.address.as_deref());
            assert!(!title.expect(&about).is_empty(), "{about}");
            assert!(address.expect(&about).starts_with("https://"), "{about}");
            assert_eq!(rate.note.is_some(), rate.note_zh.is_some(), "{about}");
            assert!(rate.unit.is_some() && rate.entered.is_none(), "{about}");
            for region in &rate.regions {
                assert!(regions::find(region).is_some(), "{region}: {about}");
            }
            let says_something = rate.is_priced()
                || rate.same_as.is_some()
                || rate.free_quota.is_some()
                || rate.free_days.is_some();
            // What no page prints has no date: nobody read it there.
            assert_eq!(
                says_something,
                source.date.is_some() || source.read.is_some(),
                "{about}"
            );
            assert_eq!(says_something, rate.confidence.is_some(), "{about}");
            assert_ne!(rate.confidence, Some(Confidence::Own), "{about}");
            assert_eq!(
                rate.same_as.is_some(),
                rate.confidence == Some(Confidence::Inferred),
                "{about}"
            );
        }
    }
}

/// What is old is marked as old, from the same dates that the reader of the plan sees.
#[test]
fn pages_that_are_called_old_are_old() {
    for book in built_in() {
        for rate in book.rates.iter().filter(|rate| rate.is_priced()) {
            let dated = rate
                .source
                .as_ref()
                .is_some_and(|source| source.date.is_some());
            assert_eq!(
                rate.is_stale(NOW),
                dated,
                "{} in {}",
                &*rate.item,
                &*book.id
            );
            let old = rate.confidence == Some(Confidence::OfficialOld);
            assert!(!old || rate.is_stale(NOW), "{}", &*rate.item);
        }
    }
}

/// The published figures, once more, so that none changes unseen.
#[test]
fn known_rates_are_the_published_ones() {
    for (id, item, region, price) in [
        ("cloud-backup-usd", Item::VaultStorage, "", "0.03187"),
        ("cloud-backup-usd", Item::FileClient, "", "5.383511"),
        ("cloud-backup-usd", Item::DatabaseRental, "", "6.460213"),
        (
            "cloud-backup-usd",
            Item::SnapshotStorage,
            "cn-hangzhou",
            "0.0173",
        ),
        ("cloud-backup-usd", Item::KmsInstance, "", "4.5"),
        ("cloud-backup-usd", Item::KmsKey, "", "0.03"),
        ("cloud-backup-cny", Item::ReplicationTraffic, "", "0.5"),
        ("cloud-backup-cny", Item::InternetPeak, "", "0.5"),
        ("cloud-backup-cny", Item::InternetOffPeak, "", "0.25"),
        (
            "cloud-backup-cny",
            Item::SnapshotStorage,
            "cn-hangzhou",
            "0.12",
        ),
        (
            "cloud-backup-cny",
            Item::SnapshotStorage,
            "cn-beijing",
            "0.148",
        ),
        ("cloud-backup-cny", Item::OssRequests, "cn-hangzhou", "0.01"),
        (
            "cloud-backup-cny",
            Item::OssRetrieval,
            "cn-shanghai",
            "0.0325",
        ),
    ] {
        let book = books::find(id).expect("a book");
        let prices: Vec<_> = rates_of(book, item)
            .filter(|rate| match region {
                "" => rate.regions.is_empty(),
                region => rate.regions.iter().any(|one| **one == *region),
            })
            .map(|rate| rate.price.map(|price| price.0.to_string()))
            .collect();
        assert_eq!(prices, [Some(price.to_owned())], "{} in {id}", item.id());
    }
    let usd = books::find("cloud-backup-usd").expect("a book");
    let storage = rates_of(usd, Item::DatabaseStorage).next().expect("a rate");
    let tiers: Vec<_> = storage
        .tiers
        .iter()
        .map(|tier| (tier.from.0.to_string(), tier.price.map(|p| p.0.to_string())))
        .collect();
    let first = ("0".to_owned(), Some("0.064602".to_owned()));
    assert_eq!(tiers, [first, ("500".to_owned(), None)]);
    assert_eq!(
        storage.free_quota.map(|q| q.0.to_string()).as_deref(),
        Some("100")
    );
    // No page prints these.
    for item in [
        Item::ReplicationTraffic,
        Item::InternetPeak,
        Item::ArchiveStorage,
        Item::SnapshotCopy,
    ] {
        assert!(
            rates_of(usd, item).all(|rate| !rate.is_priced()),
            "{}",
            item.id()
        );
    }
    let page = rates_of(usd, Item::ReplicationTraffic)
        .next()
        .and_then(|rate| rate.source.as_deref());
    assert_eq!(
        page.and_then(|source| source.address.as_deref()),
        Some(PRICE_PAGE)
    );
}

const HEAD: &str = r#""format": "vaultplan-prices/1", "id": "own", "name": "Own", "currency": "USD", "version": "2026-11""#;

fn with_rates(rates: &str) -> String {
    format!("{{{HEAD}, \"rates\": [{rates}]}}")
}

#[test]
fn each_mistake_names_place_value_and_what_was_expected() {
    for (rates, pointer, message) in [
        (
            r#"{"item": "file-clint", "price": 1}"#,
            "/rates/0/item",
            "`file-clint` is not accepted here; did you mean `file-client`?",
        ),
        (
            r#"{"item": "electricity", "price": 1}"#,
            "/rates/0/item",
            "`electricity` is not accepted here; expected the id of a billable item",
        ),
        (
            r#"{"item": "file-client", "price": -1}"#,
            "/rates/0/price",
            "`-1` is not accepted here; expected 0 … 1000000000000",
        ),
        (
            r#"{"item": "file-client", "price": "5.38"}"#,
            "/rates/0/price",
            "`\"5.38\"` is not the kind of value that stands here; expected a number",
        ),
        (
            r#"{"item": "file-client", "price": 0.1234567890123}"#,
            "/rates/0/price",
            "`0.1234567890123` is not accepted here; expected at most twelve decimal places",
        ),
        (
            r#"{"item": "file-client", "price": 1, "currency": "CNY"}"#,
            "/rates/0/currency",
            "`CNY` is not accepted here; expected `USD`",
        ),
        (
            r#"{"item": "file-client", "price": 1, "unit": "gb-month"}"#,
            "/rates/0/unit",
            "`gb-month` is not accepted here; expected `client-month`",
        ),
        (
            r#"{"item": "vault-storage", "price": 1, "tiers": [{"from": 0, "price": 1}]}"#,
            "/rates/0/price",
            "`1` is not accepted here; expected a price or tiers, not both",
        ),
        (
            r#"{"item": "vault-storage", "tiers": [{"from": 100, "price": 1}]}"#,
            "/rates/0/tiers/0/from",
            "`100` is not accepted here; expected 0",
        ),
        (
            r#"{"item": "vault-storage", "tiers": [{"from": 0, "price": 2}, {"from": 500.5, "price": 1}, {"from": 500.5}]}"#,
            "/rates/0/tiers/2/from",
            "`500.5` is not accepted here; expected > 500.5",
        ),
        (
            r#"{"item": "vault-storage", "tiers": [{"price": 1}]}"#,
            "/rates/0/tiers/0",
            "a field is missing; expected `from`",
        ),
        (
            r#"{"item": "mirror-storage", "sameAs": "mirror-storage"}"#,
            "/rates/0/sameAs",
            "`mirror-storage` is not accepted here; expected another item",
        ),
        (
            r#"{"item": "mirror-storage", "sameAs": "file-client"}"#,
            "/rates/0/sameAs",
            "`file-client` is not accepted here; expected an item of the same unit",
        ),
        (
            r#"{"item": "mirror-storage", "sameAs": "vault-storage", "price": 1}"#,
            "/rates/0/sameAs",
            "`vault-storage` is not accepted here; expected no price of its own beside `sameAs`",
        ),
        (
            r#"{"item": "mirror-storage", "sameAs": "vault-storage"}, {"item": "vault-storage", "sameAs": "archive-storage"}"#,
            "/rates/0/sameAs",
            "`vault-storage` is not accepted here; expected an item with a rate of its own",
        ),
        (
            r#"{"item": "file-client", "price": 1}, {"item": "file-client", "price": 2}"#,
            "/rates/1/item",
            "`file-client` is not accepted here; expected each item once",
        ),
        (
            r#"{"item": "snapshot-storage", "price": 1, "regions": ["cn-hangzhou", "cn-beijing"]}, {"item": "snapshot-storage", "price": 2, "regions": ["cn-beijing"]}"#,
            "/rates/1/regions/0",
            "`cn-beijing` is not accepted here; expected each region once for an item",
        ),
        (
            r#"{"item": "file-client", "price": 1, "source": {"date": "yesterday"}}"#,
            "/rates/0/source/date",
            "`yesterday` is not accepted here; expected a date such as `2026-11-21`, `2026-11` or `2026`",
        ),
        (
            r#"{"item": "file-client", "price": 1, "source": {"address": "javascript:alert(1)"}}"#,
            "/rates/0/source/address",
            "`javascript:alert(1)` is not accepted here; expected an address that begins with `https://`",
        ),
        (
            r#"{"item": "file-client", "price": 1, "confidence": "offical-old"}"#,
            "/rates/0/confidence",
            "`offical-old` is not accepted here; expected `official-current`, `official-undated`, `official-old`, `inferred`, `own`; did you mean `official-old`?",
        ),
        (
            r#"{"item": "file-client", "prize": 1}"#,
            "/rates/0/prize",
            "there is no field `prize`; did you mean `price`?",
        ),
    ] {
        let text = with_rates(rates);
        let problems = read(&text).expect_err(&text);
        let told: Vec<_> = problems
            .iter()
            .map(|p| (p.pointer.as_str(), p.message(Lang::En)))
            .collect();
        assert_eq!(told, [(pointer, message.to_owned())], "{text}");
        assert!(problems[0].position.is_some());
        assert!(!problems[0].message(Lang::Zh).is_empty());
    }
    for (text, pointer, kind) in [
        (
            r#"{"format": "vaultplan/1"}"#.to_owned(),
            "/format",
            ProblemKind::WrongFormat,
        ),
        (
            format!("{{{}}}", HEAD.replace("USD", "usd")),
            "/currency",
            ProblemKind::WrongValue,
        ),
        (
            format!("{{{}}}", HEAD.replace("USD", "US$")),
            "/currency",
            ProblemKind::WrongValue,
        ),
        (
            format!("{{{}}}", HEAD.replace("2026-11", "soon")),
            "/version",
            ProblemKind::WrongValue,
        ),
        (
            format!("{{{HEAD}, \"discountPercent\": 101}}"),
            "/discountPercent",
            ProblemKind::WrongValue,
        ),
    ] {
        let problems = read(&text).expect_err(&text);
        assert_eq!(
            (&*problems[0].pointer, problems[0].kind),
            (pointer, kind),
            "{text}"
        );
    }
}

#[test]
fn several_mistakes_are_told_at_once_with_their_lines() {
    let text = with_rates(
        "\n{\"item\": \"file-client\", \"price\": 1, \"currency\": \"CNY\"},\n{\"item\": \"gold\"}",
    );
    let problems = read(&text).expect_err("two mistakes");
    let lines: Vec<_> = problems
        .iter()
        .map(|problem| problem.position.map(|position| position.line))
        .collect();
    assert_eq!(lines, [Some(2), Some(3)]);
}

#[test]
fn a_region_goes_beside_the_rate_of_all_others() {
    let text = with_rates(
        r#"{"item": "snapshot-storage", "price": 1, "regions": ["cn-hangzhou"]}, {"item": "snapshot-storage", "price": 2}, {"item": "oss-requests", "price": 0.01, "regions": ["cn-hangzhou"]}"#,
    );
    assert_eq!(read(&text).map(|book| book.rates.len()), Ok(3));
}

#[test]
fn every_declared_field_is_read_and_written_back() {
    let mut value = full(&Book::RECORD);
    value["currency"] = "USD".into();
    value["version"] = "2026".into();
    let rate = &mut value["rates"][0];
    rate["item"] = "vault-storage".into();
    rate["unit"] = "gb-month".into();
    rate["currency"] = "USD".into();
    rate["regions"] = serde_json::json!(["cn-hangzhou", "cn-nowhere"]);
    rate["source"]["date"] = "2026-11-21".into();
    rate["source"]["read"] = "2026-11".into();
    rate["source"]["address"] = "https://example.com/".into();
    let mut tiered = rate.clone();
    rate.as_object_mut().expect("a rate").remove("tiers");
    let mut same = rate.clone();
    rate.as_object_mut().expect("a rate").remove("sameAs");
    same.as_object_mut().expect("a rate").remove("price");
    same["item"] = "mirror-storage".into();
    same["sameAs"] = "vault-storage".into();
    tiered.as_object_mut().expect("a rate").remove("price");
    tiered.as_object_mut().expect("a rate").remove("sameAs");
    tiered["item"] = "archive-storage".into();
    tiered["tiers"][0]["from"] = 0.into();
    let first = rate.clone();
    value["rates"] = vec![first, same, tiered].into();
    let text = value.to_string();
    let book = read(&text).unwrap_or_else(|problems| panic!("{problems:?}"));
    let written = write_book(&book);
    let again: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    assert_eq!(again, value);
    assert_eq!(read(&written).as_ref(), Ok(&book));
    assert_eq!(book.clone().into_owned(), book);
}

#[test]
fn rates_of_a_plan_are_looked_at_as_those_of_a_book() {
    let text = r#"{"format": "vaultplan/1", "estimate": {"rates": [{"item": "gold"}, {"item": "file-client", "currency": "CNY"}]}}"#;
    let plan = vaultplan::model::read_text(text).expect("a plan");
    let rates = &plan.estimate.as_ref().expect("an estimate").rates;
    let faults = vaultplan::model::read_book::faults(rates, "USD");
    let told: Vec<_> = faults.iter().map(|problem| &*problem.pointer).collect();
    assert_eq!(told, ["/0/item", "/1/currency"]);
    assert_eq!(vaultplan::model::read_book::faults(rates, "CNY").len(), 1);
}

/// A price as people write them: exact, with places that matter and some that do not.
fn price() -> impl Strategy<Value = String> {
    (0..=book::MOST - 1, "[0-9]{0,12}").prop_map(|(whole, places)| {
        if places.is_empty() {
            whole.to_string()
        } else {
            format!("{whole}.{places}")
        }
    })
}

proptest! {
    #[test]
    fn writing_a_book_loses_nothing(prices in proptest::collection::vec(price(), 1..20), discount in 0..=100_u8) {
        let rates: Vec<_> = prices
            .iter()
            .zip(Item::ALL)
            .map(|(price, item)| format!(r#"{{"item": "{}", "price": {price}}}"#, item.id()))
            .collect();
        let text = format!("{{{HEAD}, \"discountPercent\": {discount}, \"rates\": [{}]}}", rates.join(","));
        let book = read(&text).expect("a book");
        for (price, rate) in prices.iter().zip(&book.rates) {
            let exact = vaultplan::text::decimal::Decimal::parse(price);
            prop_assert_eq!(rate.price.map(|price| price.0), exact);
        }
        let written = write_book(&book);
        let again = read(&written);
        prop_assert_eq!(again.as_ref(), Ok(&book));
        let owned = book.clone().into_owned();
        prop_assert_eq!(&write_book(&owned), &written);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(
        which in 0..2_usize,
        at in any::<proptest::sample::Index>(),
        length in 0..40_usize,
        with in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..6),
            "[\\[\\]{}:,\"0-9.eE a-z\\-\\\\名]{0,12}".prop_map(String::into_bytes),
        ],
    ) {
        let mut spoilt = books::BUILT_IN[which].text.as_bytes().to_vec();
        let start = at.index(spoilt.len());
        let end = (start + length).min(spoilt.len());
        spoilt.splice(start..end, with);
        let shown = || String::from_utf8_lossy(&spoilt);
        match model::read_book_bytes(&spoilt) {
            Ok(book) => {
                let written = write_book(&book);
                let again = read(&written);
                prop_assert_eq!(again.as_ref(), Ok(&book));
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert_ne!(problem.kind, ProblemKind::Unexplained, "{}", shown());
                    prop_assert!(problem.position.is_some(), "{}", shown());
                    prop_assert!(!problem.message(Lang::Zh).is_empty());
                }
            }
        }
    }
}
