//! Estimates of cost: the vendor's own examples to the last place, what is unknown, what is free, what is assumed.

use serde_json::{Value, json};
use vaultplan::catalog::price_items::{Bill, Item};
use vaultplan::cost::books;
use vaultplan::cost::sum::{Grouping, Key};
use vaultplan::cost::{
    Amount, Estimate, Hole, Kind, Line, Money, NoteKind, Options, Prices, RateFrom, estimate,
};
use vaultplan::facts::Facts;
use vaultplan::lang::Lang;
use vaultplan::model::{self, Book, Topology};

/// 2026-11-21T08:00:00Z.
const NOW: i64 = 1_795_248_000;

pub(crate) fn plan(value: &Value) -> Topology<'static> {
    let mut value = value.clone();
    value["format"] = json!("vaultplan/1");
    let text = value.to_string();
    let plan = model::read_text(&text).unwrap_or_else(|p| panic!("{:?} {text}", p.first()));
    plan.into_owned()
}

pub(crate) fn book(value: &Value) -> Book<'static> {
    let mut value = value.clone();
    value["format"] = json!("vaultplan-prices/1");
    for (name, text) in [
        ("id", "own"),
        ("name", "Own"),
        ("currency", "USD"),
        ("version", "2026-11"),
    ] {
        if value.get(name).is_none() {
            value[name] = json!(text);
        }
    }
    let text = value.to_string();
    let book = model::read_book(&text).unwrap_or_else(|p| panic!("{:?} {text}", p.first()));
    book.into_owned()
}

fn usd() -> &'static Book<'static> {
    books::find("cloud-backup-usd").unwrap()
}

pub(crate) fn of(plan: &Topology<'_>, book: &Book<'_>, own: Option<&Book<'_>>) -> Estimate {
    let facts = Facts::new(plan, plan.edition(), Some(NOW));
    estimate(&facts, &Prices::new(book, own, plan), Options::default())
}

fn in_usd(value: &Value) -> Estimate {
    of(&plan(value), usd(), None)
}

#[track_caller]
fn line(estimate: &Estimate, item: Item) -> &Line {
    let mut found = estimate.lines.iter().filter(|line| line.item == item);
    let line = found
        .next()
        .unwrap_or_else(|| panic!("no line of {item:?}"));
    assert!(found.next().is_none(), "several lines of {item:?}");
    line
}

fn cost(line: &Line, month: usize) -> Money {
    line.cells.get(month).unwrap().cost.expected
}

fn quantity(line: &Line, month: usize) -> Amount {
    line.cells.get(month).unwrap().quantity.unwrap().expected
}

fn says(estimate: &Estimate, kind: NoteKind, part: &str) -> usize {
    let found = estimate.notes.iter().filter(|note| note.kind == kind);
    found
        .filter(|note| note.say(Lang::En).contains(part))
        .count()
}

fn usd_text(text: &str) -> Money {
    let (whole, places) = text.split_once('.').unwrap();
    let micro: i128 = format!("{whole}{places:0<6}").parse().unwrap();
    Money::from_micro(micro)
}

fn gb(whole: u128) -> Amount {
    Amount::flow(whole * 1_000_000_000)
}

/// The vendor's example: 10 GB of files stored as 8, 163 GB of databases stored as 130, one backup a month.
fn vendors_example() -> Value {
    json!({
        "vaults": [
            {"id": "f", "name": "files", "region": "cn-hangzhou", "reductionRatio": {"expected": 1.25}},
            {"id": "d", "name": "databases", "region": "cn-hangzhou", "type": "DATABASE", "storedGB": 130,
             "createdAt": "2026-01-01T00:00:00Z"}
        ],
        "sources": [
            {"id": "s", "type": "ECS_FILE", "region": "cn-hangzhou", "sizeGB": 10},
            {"id": "m", "type": "MYSQL", "place": "cloud", "region": "cn-hangzhou", "vault": "d", "sizeGB": 163}
        ],
        "policies": [{"id": "p", "sources": ["s"],
            "rules": [{"type": "BACKUP", "vault": "f", "schedule": "I|1740794400|P1M", "retentionDays": 30}]}],
        "estimate": {"growthPercentPerMonth": {"expected": 0}, "dailyChangePercent": {"expected": 0}}
    })
}

#[test]
fn the_vendors_example_comes_out_to_the_last_place() {
    let estimate = in_usd(&vendors_example());
    for month in [0, 5, 11] {
        let sum = estimate.month(Bill::CloudBackup, month);
        assert_eq!(sum.cost.expected, usd_text("14.036744"), "{month}");
        assert!(sum.is_total() && sum.coverage() == 100);
    }
    assert_eq!(
        cost(line(&estimate, Item::VaultStorage), 0),
        usd_text("0.254960")
    );
    assert_eq!(
        cost(line(&estimate, Item::FileClient), 0),
        usd_text("5.383511")
    );
    assert_eq!(
        cost(line(&estimate, Item::DatabaseRental), 0),
        usd_text("6.460213")
    );
    assert_eq!(
        cost(line(&estimate, Item::DatabaseStorage), 0),
        usd_text("1.938060")
    );
    assert_eq!(
        estimate.total(Bill::CloudBackup).cost.expected.micro(),
        14_036_744 * 12
    );
    assert_eq!(estimate.bills(), [Bill::CloudBackup]);
}

#[test]
fn a_new_database_vault_is_free_for_thirty_days() {
    let mut value = vendors_example();
    value["vaults"][1]
        .as_object_mut()
        .unwrap()
        .remove("createdAt");
    let estimate = in_usd(&value);
    let rental = line(&estimate, Item::DatabaseRental);
    assert_eq!(cost(rental, 0), Money::ZERO);
    assert_eq!(cost(rental, 1), usd_text("6.460213"));
    assert_eq!(says(&estimate, NoteKind::Assumption, "counts as new"), 1);
    // Ten of its days are left, of which a third of the month is free.
    value["vaults"][1]["createdAt"] = json!("2026-11-01T08:00:00Z");
    let rental_of = in_usd(&value);
    assert_eq!(
        cost(line(&rental_of, Item::DatabaseRental), 0).micro(),
        6_460_213 * 2 / 3 + 1
    );
}

#[test]
fn the_part_above_a_tier_without_a_price_is_a_hole() {
    let mut value = vendors_example();
    value["vaults"][1]["storedGB"] = json!(780);
    let estimate = in_usd(&value);
    let storage = line(&estimate, Item::DatabaseStorage);
    let cell = storage.cells.get(0).unwrap();
    // 100 GB are free, 500 have a price, 180 have none.
    assert_eq!(cell.hole, Some(Hole::Tier));
    assert_eq!(cell.priced.expected, gb(600));
    assert_eq!(cell.cost.expected, usd_text("32.301000"));
    let sum = estimate.first(Bill::CloudBackup);
    assert_eq!((sum.cells, sum.holes, sum.is_total()), (4, 1, false));
    // Three of four, and 600 of 780 GB of the fourth: 94.2 %.
    assert_eq!(sum.coverage(), 94);
    assert_eq!(estimate.holes().len(), 1);
}

/// A vault of 100 GB that grows by 3 GB a day, with a mirror.
fn mirrored() -> Value {
    json!({
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai"}],
        "sources": [{"id": "s", "type": "NAS", "region": "cn-hangzhou", "vault": "v", "sizeGB": 100,
            "sizing": {"growthPercentPerMonth": {"expected": 90}}}],
        "policies": [{"id": "p", "sources": ["s"],
            "rules": [{"type": "BACKUP", "vault": "v", "schedule": "I|1740794400|P1D", "retentionDays": 30}]}]
    })
}

#[test]
fn traffic_is_the_history_and_then_what_is_new() {
    let own =
        book(&json!({"currency": "CNY", "rates": [{"item": "replication-traffic", "price": 0.5}]}));
    let plan = plan(&mirrored());
    let estimate = of(&plan, &own, None);
    let traffic = line(&estimate, Item::ReplicationTraffic);
    // 100 GB of history and 29 days of 3 GB at 0.5; then 30 days of 3 GB.
    assert_eq!(cost(traffic, 0), usd_text("93.500000"));
    assert_eq!(cost(traffic, 1), usd_text("45.000000"));
    assert_eq!(traffic.region.as_deref(), Some("cn-hangzhou"));
    let storage = line(&estimate, Item::VaultStorage);
    let mirror = line(&estimate, Item::MirrorStorage);
    for month in 0..12 {
        assert_eq!(quantity(storage, month), quantity(mirror, month));
    }
    assert_eq!(mirror.region.as_deref(), Some("cn-shanghai"));
    assert_eq!(mirror.vault, Some(0));
    // 100 GB on the first day, 187 on the last: 143.5 on average.
    assert_eq!(quantity(storage, 0).nano(), 143_500_000_000);
}

#[test]
fn an_unknown_rate_makes_a_subtotal_and_an_own_one_a_total() {
    let plan = plan(&mirrored());
    let estimate = of(&plan, usd(), None);
    let sum = estimate.first(Bill::CloudBackup);
    assert!(!sum.is_total());
    assert_eq!((sum.cells, sum.holes, sum.coverage()), (3, 1, 66));
    let traffic = line(&estimate, Item::ReplicationTraffic);
    assert_eq!(traffic.cells.get(0).unwrap().hole, Some(Hole::Rate));
    assert_eq!(traffic.rate.from, RateFrom::Nobody);
    // The book names the page all the same.
    assert!(traffic.rate.rate.is_some());
    let own = book(&json!({"rates": [{"item": "replication-traffic", "price": 0.07}]}));
    let estimate = of(&plan, usd(), Some(&own));
    let sum = estimate.first(Bill::CloudBackup);
    assert!(sum.is_total() && sum.coverage() == 100 && estimate.holes().is_empty());
    let traffic = line(&estimate, Item::ReplicationTraffic);
    assert_eq!(traffic.rate.from, RateFrom::Own);
    assert_eq!(cost(traffic, 0), usd_text("13.090000"));
    assert!(traffic.rate.list.is_some());
}

#[test]
fn own_rates_go_before_the_plans_and_those_before_the_books() {
    let mut value = mirrored();
    value["estimate"] = json!({"rates": [
        {"item": "replication-traffic", "price": 0.08}, {"item": "vault-storage", "price": 0.03}]});
    let plan = plan(&value);
    let own = book(
        &json!({"discountPercent": 10, "rates": [{"item": "replication-traffic", "price": 0.07}]}),
    );
    let estimate = of(&plan, usd(), Some(&own));
    assert_eq!(
        line(&estimate, Item::ReplicationTraffic).rate.from,
        RateFrom::Own
    );
    let storage = line(&estimate, Item::VaultStorage);
    assert_eq!(storage.rate.from, RateFrom::Plan);
    // Mirrors cost what the vault's storage costs, wherever that rate comes from.
    let mirror = line(&estimate, Item::MirrorStorage);
    assert_eq!(
        (mirror.rate.from, mirror.rate.item),
        (RateFrom::Plan, Item::VaultStorage)
    );
    assert_eq!(cost(mirror, 0), cost(storage, 0));
    // The discount is on the list alone.
    let estimate = of(&self::plan(&vendors_example()), usd(), Some(&own));
    let client = line(&estimate, Item::FileClient);
    assert_eq!(client.rate.from, RateFrom::Book);
    assert_eq!(cost(client, 0).micro(), 4_845_160);
    assert_eq!(client.rate.discount.unwrap().to_string(), "10");
}

#[test]
fn nothing_is_converted_between_currencies() {
    let plan = plan(&mirrored());
    let own = book(&json!({"currency": "CNY", "discountPercent": 50,
        "rates": [{"item": "replication-traffic", "price": 0.5}]}));
    let estimate = of(&plan, usd(), Some(&own));
    assert_eq!(
        line(&estimate, Item::ReplicationTraffic).rate.from,
        RateFrom::Nobody
    );
    assert_eq!(line(&estimate, Item::VaultStorage).rate.discount, None);
    assert_eq!(says(&estimate, NoteKind::Error, "nothing is converted"), 1);
}

#[test]
fn a_measured_amount_counts_instead_of_the_sources() {
    let mut value = mirrored();
    value["vaults"][0]["storedGB"] = json!(50);
    let estimate = in_usd(&value);
    let storage = line(&estimate, Item::VaultStorage);
    assert_eq!((storage.source, storage.vault), (None, Some(0)));
    // It grows as its source does: 50 GB on the first day, 93.5 on the last.
    assert_eq!(quantity(storage, 0).nano(), 71_750_000_000);
    // What is copied: 50 GB of history, then what the source takes anew.
    assert_eq!(
        quantity(line(&estimate, Item::ReplicationTraffic), 0),
        gb(50 + 87)
    );
    // Without sources the amount itself tells.
    let bare = json!({
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou", "storedGB": 450}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai"}]});
    let estimate = in_usd(&bare);
    assert_eq!(quantity(line(&estimate, Item::VaultStorage), 11), gb(450));
    let traffic = line(&estimate, Item::ReplicationTraffic);
    assert_eq!(
        (quantity(traffic, 0), quantity(traffic, 1)),
        (gb(450), Amount::ZERO)
    );
    assert_eq!(
        says(
            &estimate,
            NoteKind::Assumption,
            "measured amount of erp grows"
        ),
        1
    );
}

#[test]
fn a_size_that_nobody_states_is_a_hole() {
    let mut value = mirrored();
    value["sources"][0]
        .as_object_mut()
        .unwrap()
        .remove("sizeGB");
    let estimate = in_usd(&value);
    for item in [
        Item::VaultStorage,
        Item::MirrorStorage,
        Item::ReplicationTraffic,
    ] {
        let cell = line(&estimate, item).cells.get(3).unwrap();
        assert_eq!(
            (cell.quantity, cell.hole),
            (None, Some(Hole::Quantity)),
            "{item:?}"
        );
        assert_eq!(cell.cost.expected, Money::ZERO);
    }
    assert_eq!(estimate.first(Bill::CloudBackup).coverage(), 0);
    assert_eq!(says(&estimate, NoteKind::Warning, "states no size"), 1);
}

#[test]
fn a_mirror_that_is_refused_costs_nothing_and_says_why() {
    let mut value = mirrored();
    value["mirrors"][0]["region"] = json!("cn-hangzhou");
    let estimate = in_usd(&value);
    assert!(estimate.lines.iter().all(|line| line.kind == Kind::Storage));
    let note = estimate
        .notes
        .iter()
        .find(|note| note.because.is_some())
        .unwrap();
    assert_eq!(note.object.pointer(""), "/mirrors/0");
    let text = note.say(Lang::En);
    assert!(
        text.starts_with("m is not counted: ") && text.contains("cn-hangzhou"),
        "{text}"
    );
    assert!(note.say(Lang::Zh).starts_with("m 不计入："));
}

#[test]
fn what_is_assumed_is_said_once_for_all() {
    let source = |id: &str| json!({"id": id, "type": "NAS", "region": "cn-hangzhou", "vault": "v", "sizeGB": 10});
    let value = json!({
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}],
        "sources": [source("a"), source("b"), source("c")]});
    let estimate = in_usd(&value);
    let assumed = |part| says(&estimate, NoteKind::Assumption, part);
    assert_eq!(assumed("3 sources state no daily change"), 1);
    assert_eq!(assumed("3 sources state no growth"), 1);
    assert_eq!(assumed("erp states no reduction ratio"), 1);
    // How long backups are kept matters only where data changes.
    assert_eq!(assumed("kept"), 0);
    let mut value = value;
    value["estimate"] = json!({"dailyChangePercent": {"expected": 2}});
    let estimate = in_usd(&value);
    assert_eq!(
        says(&estimate, NoteKind::Assumption, "3 sources are kept"),
        1
    );
}

#[test]
fn ranges_give_a_low_and_a_high_figure() {
    let mut value = mirrored();
    value["vaults"][0]["reductionRatio"] = json!({"low": 2, "expected": 4, "high": 8});
    value["sources"][0]["sizing"] = json!({});
    let estimate = in_usd(&value);
    let cell = line(&estimate, Item::VaultStorage).cells.get(4).unwrap();
    let quantity = cell.quantity.unwrap();
    assert_eq!(quantity.high, gb(50));
    assert_eq!(quantity.expected, gb(25));
    assert_eq!(quantity.low.nano(), 12_500_000_000);
    assert!(cell.cost.low < cell.cost.expected && cell.cost.expected < cell.cost.high);
    // A range that does not hold its expected value counts as that value.
    value["vaults"][0]["reductionRatio"] = json!({"low": 5, "expected": 4});
    let estimate = in_usd(&value);
    let quantity = line(&estimate, Item::VaultStorage)
        .cells
        .get(4)
        .unwrap()
        .quantity
        .unwrap();
    assert!(!quantity.is_range() && quantity.expected == gb(25));
    assert_eq!(says(&estimate, NoteKind::Error, "a range of erp"), 1);
}

#[test]
fn one_client_serves_a_host() {
    let source = |id: &str, host: &str| json!({"id": id, "type": "ECS_FILE", "region": "cn-hangzhou", "vault": "v", "sizeGB": 10, "resource": host});
    let value = json!({
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}],
        "sources": [source("a", "i-1"), source("b", "i-1"), source("c", "i-2"),
            {"id": "idle", "type": "ECS_FILE", "region": "cn-hangzhou", "resource": "i-3"}]});
    let estimate = in_usd(&value);
    let clients = estimate
        .lines
        .iter()
        .filter(|line| line.item == Item::FileClient);
    assert_eq!(clients.count(), 2);
}

#[test]
fn sums_of_groups_are_the_total() {
    let estimate = in_usd(&mirrored());
    let total = estimate.total(Bill::CloudBackup);
    for by in [
        Grouping::Kind,
        Grouping::Vault,
        Grouping::Source,
        Grouping::Region,
        Grouping::Line,
    ] {
        let groups = estimate.groups(Bill::CloudBackup, by);
        let mut sum = vaultplan::cost::sum::Sum::default();
        let mut lines = 0;
        for group in &groups {
            sum.add_sum(&group.all);
            lines += group.lines.len();
        }
        assert_eq!((sum, lines), (total, estimate.lines.len()), "{by:?}");
    }
    let regions = estimate.groups(Bill::CloudBackup, Grouping::Region);
    let keys: Vec<_> = regions.iter().map(|group| group.key.clone()).collect();
    assert_eq!(
        keys,
        [
            Key::Region(Some("cn-hangzhou".into())),
            Key::Region(Some("cn-shanghai".into()))
        ]
    );
    let months = estimate.by_kind(Bill::CloudBackup);
    assert_eq!(months.len(), 3);
    for month in 0..12 {
        let mut sum = vaultplan::cost::sum::Sum::default();
        for (_, sums) in &months {
            sum.add_sum(&sums[month]);
        }
        assert_eq!(sum, estimate.month(Bill::CloudBackup, month));
    }
}
