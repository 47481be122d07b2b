//! Estimates of cost: the vendor's own examples to the last place, what is unknown, what is free, what is assumed.

use proptest::prelude::*;
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

use crate::chaos::plans;
use crate::estates::estate;

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

fn own_rates(rates: &Value) -> Book<'static> {
    book(&json!({"rates": rates}))
}

#[test]
fn essential_edition_is_free_up_to_the_accounts_quota() {
    let instance = |id: &str, gib: u64| {
        json!({"id": id, "type": "ECS_FILE", "region": "cn-hangzhou", "sizeGB": 10,
            "sizing": {"attachedGiB": gib}, "details": {"essential": "file"}})
    };
    let own = own_rates(&json!([{"item": "essential-file", "price": 1}]));
    let billed = |sources: Value| {
        let plan = plan(&json!({"vaults": [], "sources": sources}));
        let estimate = of(&plan, usd(), Some(&own));
        assert!(
            estimate
                .lines
                .iter()
                .all(|line| line.kind == Kind::Essential)
        );
        let sum = estimate.first(Bill::CloudBackup);
        assert!(sum.is_total());
        // A price of 1 for a GiB day makes GiB days of money.
        sum.cost.expected.micro() / 1_000_000 / 30
    };
    assert_eq!(billed(json!([instance("a", 80)])), 0);
    assert_eq!(billed(json!([instance("b", 120)])), 20);
    assert_eq!(billed(json!([instance("a", 80), instance("b", 120)])), 100);
}

fn with_restore(link: &str, extra: Value) -> Value {
    let mut value = json!({
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}],
        "clients": [{"id": "c", "kind": "file"}],
        "sources": [{"id": "s", "type": "File", "vault": "v", "client": "c", "sizeGB": 500}],
        "restores": [{"id": "r", "source": "s", "from": "v", "at": "2027-01-05T00:00:00Z",
            "to": {"place": "on-premises", "link": link, "client": "c"}}]});
    value["estimate"] = extra;
    value
}

#[test]
fn restores_over_the_internet_cost_by_the_hour_and_private_links_nothing() {
    let own = book(&json!({"currency": "CNY", "rates": [
        {"item": "internet-traffic-peak", "price": 0.5}, {"item": "internet-traffic-off-peak", "price": 0.25}]}));
    let traffic = |link: &str, extra: Value| {
        let plan = plan(&with_restore(link, extra));
        let estimate = of(&plan, &own, None);
        let lines = estimate
            .lines
            .iter()
            .filter(|line| line.kind == Kind::Restore);
        let costs: Vec<i128> = lines.map(|line| cost(line, 1).micro()).collect();
        costs.iter().sum::<i128>()
    };
    assert_eq!(traffic("internet", json!({})), 250_000_000);
    assert_eq!(
        traffic("internet", json!({"offPeakPercent": 100})),
        125_000_000
    );
    assert_eq!(
        traffic("internet", json!({"offPeakPercent": 50})),
        187_500_000
    );
    assert_eq!(traffic("vpn", json!({})), 0);
    assert_eq!(traffic("express-connect", json!({})), 0);
    // It is counted in the month for which it is planned, and nowhere else.
    let estimate = of(&plan(&with_restore("internet", json!({}))), &own, None);
    let peak = line(&estimate, Item::InternetPeak);
    let months: Vec<bool> = peak
        .cells
        .iter()
        .map(|cell| cell.cost.expected > Money::ZERO)
        .collect();
    assert_eq!(months.iter().position(|paid| *paid), Some(1));
    assert_eq!(months.iter().filter(|paid| **paid).count(), 1);
    // A restore before the first month is none.
    let mut past = with_restore("internet", json!({}));
    past["restores"][0]["at"] = json!("2026-01-05T00:00:00Z");
    let estimate = of(&plan(&past), &own, None);
    assert!(estimate.lines.iter().all(|line| line.kind != Kind::Restore));
    assert_eq!(says(&estimate, NoteKind::Warning, "planned before"), 1);
}

#[test]
fn a_restore_to_another_server_needs_a_client_and_one_in_the_region_no_traffic() {
    let mut value = with_restore("vpn", json!({}));
    value["restores"][0]["to"] =
        json!({"place": "on-premises", "link": "vpn", "resource": "new-host"});
    let estimate = in_usd(&value);
    let restore: Vec<_> = estimate
        .lines
        .iter()
        .filter(|line| line.kind == Kind::Restore)
        .collect();
    assert_eq!(restore.len(), 1);
    assert_eq!(restore[0].item, Item::FileClient);
    assert_eq!(
        (cost(restore[0], 0), cost(restore[0], 1)),
        (Money::ZERO, usd_text("5.383511"))
    );
    let value = json!({
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}],
        "sources": [{"id": "s", "type": "NAS", "region": "cn-hangzhou", "vault": "v", "sizeGB": 500}],
        "restores": [{"id": "r", "source": "s", "from": "v", "to": {"region": "cn-hangzhou"}}]});
    let estimate = in_usd(&value);
    assert!(estimate.lines.iter().all(|line| line.kind == Kind::Storage));
}

#[test]
fn a_backup_of_a_bucket_lists_it_twice_and_looks_at_all_of_it() {
    use vaultplan::cost::oss::calls;
    const NANO: u128 = 1_000_000_000;
    assert_eq!(calls(1_000_000, 1, 1_000_000 * NANO), 2_002_000 * NANO);
    let value = json!({
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}],
        "sources": [{"id": "s", "type": "OSS", "region": "cn-hangzhou", "sizeGB": 1000,
            "details": {"objects": 1_000_000, "storageClass": "IA"}, "sizing": {"dailyChangePercent": {"expected": 1}}}],
        "policies": [{"id": "p", "sources": ["s"],
            "rules": [{"type": "BACKUP", "vault": "v", "schedule": "I|1740794400|P1M", "retentionDays": 30}]}]});
    let own = book(&json!({"currency": "CNY", "rates": [
        {"item": "oss-requests", "price": 0.01}, {"item": "oss-retrieval", "price": 0.0325}]}));
    let estimate = of(&plan(&value), &own, None);
    let requests = line(&estimate, Item::OssRequests);
    assert_eq!(requests.bill(), Bill::Oss);
    // All objects are new at first; a month later 30 % have changed.
    assert_eq!(cost(requests, 0), usd_text("2.002000"));
    assert_eq!(cost(requests, 1), usd_text("1.302000"));
    let retrieval = line(&estimate, Item::OssRetrieval);
    assert_eq!(
        (cost(retrieval, 0), cost(retrieval, 1)),
        (usd_text("32.500000"), usd_text("9.750000"))
    );
    // None of it is part of the Cloud Backup total.
    assert_eq!(estimate.first(Bill::CloudBackup).cost.expected, Money::ZERO);
    assert_eq!(estimate.bills(), [Bill::CloudBackup, Bill::Oss]);
}

#[test]
fn snapshots_and_their_copies_land_on_the_bill_of_ecs() {
    let value = json!({
        "vaults": [],
        "sources": [{"id": "i", "type": "UDM_ECS", "region": "cn-hangzhou", "resource": "i-1", "sizeGB": 100,
            "sizing": {"dailyChangePercent": {"expected": 1}}}],
        "policies": [{"id": "p", "type": "UDM_ECS_ONLY", "sources": ["i"], "rules": [
            {"type": "BACKUP", "schedule": "I|1740798000|P1D", "retentionDays": 11},
            {"type": "REPLICATION", "replicationRegion": "cn-shanghai", "replicationRetentionDays": 6}]}]});
    let estimate = of(&plan(&value), usd(), None);
    assert_eq!(estimate.bills(), [Bill::CloudBackup, Bill::Ecs]);
    let home = estimate
        .lines
        .iter()
        .find(|line| line.kind == Kind::Snapshots)
        .unwrap();
    // 100 GB and ten older points of 1 GB each, at the price of the region.
    assert_eq!(quantity(home, 3), gb(110));
    assert_eq!(cost(home, 3), usd_text("1.903000"));
    let copies: Vec<_> = estimate
        .lines
        .iter()
        .filter(|line| line.kind == Kind::SnapshotCopies)
        .collect();
    assert_eq!(copies.len(), 2);
    assert_eq!(
        (copies[0].item, copies[1].item),
        (Item::SnapshotCopy, Item::SnapshotStorage)
    );
    assert_eq!(
        (quantity(copies[0], 0), quantity(copies[0], 1)),
        (gb(129), gb(30))
    );
    assert_eq!(quantity(copies[1], 3), gb(105));
    // The price is that of the example's region alone.
    assert_eq!(copies[1].region.as_deref(), Some("cn-shanghai"));
    assert_eq!(copies[1].cells.get(3).unwrap().hole, Some(Hole::Rate));
    assert_eq!(
        line(&estimate, Item::InstanceClient).bill(),
        Bill::CloudBackup
    );
}

#[test]
fn keys_of_ones_own_cost_and_default_keys_do_not() {
    let vault = |id: &str, key: &str| json!({"id": id, "name": id, "region": "cn-hangzhou", "encryption": "KMS", "kmsKey": key, "storedGB": 1});
    let value = json!({
        "vaults": [vault("a", "k1"), vault("b", "k1"), vault("c", "alias/default"), vault("d", "alias/unlisted")],
        "keys": [{"id": "k1", "region": "cn-hangzhou"},
            {"id": "k2", "alias": "alias/default", "region": "cn-hangzhou", "default": true}]});
    let estimate = in_usd(&value);
    let count = |item| {
        estimate
            .lines
            .iter()
            .filter(|line| line.item == item)
            .count()
    };
    assert_eq!((count(Item::KmsKey), count(Item::KmsInstance)), (2, 1));
    // 30 days at 0.03 for a key, at 4.5 for the instance of the region.
    let sum = estimate.first(Bill::Kms);
    assert_eq!(sum.cost.expected, usd_text("136.800000"));
    assert_eq!(says(&estimate, NoteKind::Assumption, "KMS instance"), 1);
}

#[test]
fn what_is_archived_counts_raw_at_least_64_kb_a_file_and_sixty_days() {
    let value = |files: u64| {
        json!({
            "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou", "reductionRatio": {"expected": 2}}],
            "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai"}],
            "sources": [{"id": "s", "type": "NAS", "region": "cn-hangzhou", "sizeGB": 100,
                "details": {"files": files}, "sizing": {"dailyChangePercent": {"expected": 1}}}],
            "policies": [{"id": "p", "sources": ["s"], "rules": [
                {"type": "BACKUP", "vault": "v", "schedule": "I|1740794400|P1D", "retentionDays": 100},
                {"type": "TRANSITION", "archiveDays": 40}]}]})
    };
    let estimate = in_usd(&value(1));
    // Sixty archived points of 1 GB each; 39 in the standard tier, at half their size, behind a copy.
    assert_eq!(quantity(line(&estimate, Item::ArchiveStorage), 11), gb(60));
    assert_eq!(
        quantity(line(&estimate, Item::VaultStorage), 11).nano(),
        69_500_000_000
    );
    assert_eq!(
        quantity(line(&estimate, Item::MirrorStorage), 11).nano(),
        69_500_000_000
    );
    assert_eq!(
        says(
            &estimate,
            NoteKind::Warning,
            "copies the standard tier alone"
        ),
        1
    );
    // 3,125,000 files of 64 KB are 200 GB.
    let estimate = in_usd(&value(3_125_000));
    assert_eq!(quantity(line(&estimate, Item::ArchiveStorage), 11), gb(120));
}

#[test]
fn a_trial_is_free_to_its_end() {
    let value = |trial: Value| {
        json!({"vaults": [{"id": "v", "name": "t", "region": "cn-hangzhou", "trial": trial}],
            "sources": [{"id": "s", "type": "NAS", "region": "cn-hangzhou", "vault": "v", "sizeGB": 100}]})
    };
    let months = |trial: Value| {
        let estimate = in_usd(&value(trial));
        let storage = line(&estimate, Item::VaultStorage).clone();
        [0, 1, 11].map(|month| quantity(&storage, month).nano() / 1_000_000_000)
    };
    assert_eq!(
        months(json!({"source": "NAS", "payAfter": true})),
        [0, 100, 100]
    );
    assert_eq!(
        months(json!({"source": "NAS", "payAfter": true, "expiresAt": "2026-12-06T08:00:00Z"})),
        [50, 100, 100]
    );
    assert_eq!(
        months(json!({"source": "NAS", "payAfter": true, "expiresAt": "2026-01-01T00:00:00Z"})),
        [100, 100, 100]
    );
    assert_eq!(months(json!({"source": "NAS"})), [0, 0, 0]);
}

#[test]
fn resource_plans_cover_what_is_used_and_no_more() {
    let mut value = vendors_example();
    value["billing"] = json!({"plans": [
        {"item": "vault-storage", "capacity": 100, "pricePerMonth": 2.5},
        {"item": "database-storage", "capacity": 10, "pricePerMonth": 0.5},
        {"item": "replication-traffic", "capacity": 10, "pricePerMonth": 1},
        {"item": "file-client", "capacity": 1}]});
    let estimate = in_usd(&value);
    let plans: Vec<_> = estimate
        .lines
        .iter()
        .filter(|line| line.kind == Kind::ResourcePlan)
        .collect();
    let of = |item| -> Vec<i128> {
        plans
            .iter()
            .filter(|line| line.item == item)
            .map(|line| cost(line, 3).micro())
            .collect()
    };
    assert_eq!(of(Item::VaultStorage), [2_500_000, -254_960]);
    // Ten of the thirty GB beyond the free part.
    assert_eq!(of(Item::DatabaseStorage), [500_000, -646_020]);
    assert_eq!(of(Item::ReplicationTraffic), [1_000_000]);
    assert_eq!(says(&estimate, NoteKind::Warning, "never cover traffic"), 1);
    // The price of the last is not stated: a hole, and what it covers is known all the same.
    assert_eq!(of(Item::FileClient), [0, -5_383_511]);
    assert!(!estimate.first(Bill::CloudBackup).is_total());
}

#[test]
fn other_items_are_lines_with_holes() {
    let source = |id: &str, kind: &str, more: Value| {
        let mut source = json!({"id": id, "type": kind, "vault": "v", "sizeGB": 10});
        for (name, value) in more.as_object().unwrap() {
            source[name] = value.clone();
        }
        source
    };
    let value = json!({
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"},
            {"id": "k", "name": "pods", "region": "cn-hangzhou", "type": "CONTAINER", "storedGB": 5},
            {"id": "a", "name": "old", "region": "cn-hangzhou", "type": "ARCHIVE", "storedGB": 7}],
        "sources": [source("h", "HANA", json!({"place": "cloud", "region": "cn-hangzhou"})),
            source("w", "VMWARE", json!({"sizing": {"allocatedGB": 80}})),
            source("n", "COMMON_NAS", json!({})),
            source("c", "CPFS", json!({"region": "cn-hangzhou"}))],
        "policies": [{"id": "p", "sources": ["n"], "virusDetection": true,
            "rules": [{"type": "BACKUP", "vault": "v", "schedule": "I|0|P1D", "retentionDays": 7}]}]});
    let estimate = in_usd(&value);
    for (item, amount) in [
        (Item::HanaClient, 1),
        (Item::VmwareClient, 80),
        (Item::NasClient, 1),
        (Item::CpfsClient, 1),
        (Item::ContainerStorage, 5),
        (Item::ArchiveVaultStorage, 7),
        (Item::VirusDetection, 1),
    ] {
        let cell = line(&estimate, item).cells.get(0).unwrap();
        assert_eq!(cell.quantity.unwrap().expected, gb(amount), "{item:?}");
        assert_eq!(cell.hole, Some(Hole::Rate), "{item:?}");
    }
    assert_eq!(says(&estimate, NoteKind::Warning, "pages disagree"), 1);
}

#[test]
fn a_mirror_that_comes_later_costs_from_then_on() {
    let mut value = mirrored();
    // Day 45 of the estimate.
    value["mirrors"][0]["createdAt"] = json!("2027-01-05T08:00:00Z");
    let estimate = in_usd(&value);
    let mirror = line(&estimate, Item::MirrorStorage);
    let vault = line(&estimate, Item::VaultStorage);
    assert_eq!(quantity(mirror, 0), Amount::ZERO);
    assert!(quantity(mirror, 1) > Amount::ZERO && quantity(mirror, 1) < quantity(vault, 1));
    assert_eq!(quantity(mirror, 2), quantity(vault, 2));
    // What lay there on day 44, and fifteen days of 3 GB.
    let traffic = line(&estimate, Item::ReplicationTraffic);
    assert_eq!(quantity(traffic, 1), gb(100 + 44 * 3 + 15 * 3));
    // One that is a year old has its history already.
    value["mirrors"][0]["createdAt"] = json!("2025-11-21T08:00:00Z");
    let estimate = in_usd(&value);
    assert_eq!(
        quantity(line(&estimate, Item::ReplicationTraffic), 0),
        gb(87)
    );
    assert_eq!(says(&estimate, NoteKind::Assumption, "copied already"), 1);
}

#[test]
fn formulas_tell_the_users_own_figures() {
    use vaultplan::cost::formula::{Given, formula, inputs};
    let text = vendors_example();
    let plan = plan(&text);
    let estimate = of(&plan, usd(), None);
    let say = |item: Item, lang| {
        let index = estimate
            .lines
            .iter()
            .position(|line| line.item == item)
            .unwrap();
        formula(&estimate, index, 0, lang).unwrap()
    };
    assert_eq!(
        say(Item::VaultStorage, Lang::En),
        "0.03187 USD × 8 GB × 720 h / 720 h = 0.25496 USD"
    );
    assert_eq!(
        say(Item::FileClient, Lang::En),
        "5.383511 USD × 1 client × 720 h / 720 h = 5.383511 USD"
    );
    assert_eq!(
        say(Item::FileClient, Lang::Zh),
        "5.383511 USD × 1 个客户端 × 720 h / 720 h = 5.383511 USD"
    );
    assert_eq!(
        say(Item::DatabaseStorage, Lang::En),
        "free × 100 GB × 720 h / 720 h + 0.064602 USD × 30 GB × 720 h / 720 h = 1.93806 USD"
    );
    let facts = Facts::new(&plan, plan.edition(), Some(NOW));
    let storage = line(&estimate, Item::VaultStorage);
    let told = inputs(&facts, storage);
    let ratio = told
        .iter()
        .find(|input| input.name.get(Lang::En) == "reduction ratio")
        .unwrap();
    assert_eq!(ratio.value, "1.25");
    assert_eq!(
        ratio.given,
        Given::Stated(facts.vaults[0].object, "/reductionRatio".into())
    );
    let values: Vec<&str> = told.iter().map(|input| input.value.as_str()).collect();
    assert_eq!(values, ["10", "0", "0", "1.25", "I|1740794400|P1M", "30"]);
    // What is unknown is said so.
    let mut text = mirrored();
    text["vaults"][0]["type"] = json!("DATABASE");
    let estimate = of(&self::plan(&mirrored()), usd(), None);
    let index = estimate
        .lines
        .iter()
        .position(|line| line.item == Item::ReplicationTraffic)
        .unwrap();
    assert_eq!(
        formula(&estimate, index, 0, Lang::En).unwrap(),
        "unknown × 187 GB = unknown"
    );
    assert_eq!(formula(&estimate, index, 99, Lang::En), None);
}

#[test]
fn estimates_are_compared_line_by_line() {
    use vaultplan::cost::compare::{Variant, compare, variant};
    let own = own_rates(&json!([{"item": "replication-traffic", "price": 0.07}]));
    let plan = plan(&mirrored());
    let bare = variant(&plan, Variant::WithoutMirrors);
    let (with, without) = (of(&plan, usd(), Some(&own)), of(&bare, usd(), Some(&own)));
    let (facts, bare_facts) = (
        Facts::new(&plan, plan.edition(), Some(NOW)),
        Facts::new(&bare, plan.edition(), Some(NOW)),
    );
    let told = compare((&bare_facts, &without), (&facts, &with));
    assert!(told.comparable);
    // Two lines came; the vault's own storage is the same.
    assert_eq!(told.lines.len(), 2);
    assert!(
        told.lines
            .iter()
            .all(|line| line.before.is_none() && line.after.is_some())
    );
    let more: Money = told
        .lines
        .iter()
        .fold(Money::ZERO, |sum, line| sum + line.steady);
    assert_eq!(more, told.bills[0].more_a_month());
    assert_eq!(
        more,
        with.steady(Bill::CloudBackup).cost.expected
            - without.steady(Bill::CloudBackup).cost.expected
    );
    let back = compare((&facts, &with), (&bare_facts, &without));
    assert!(
        back.lines
            .iter()
            .all(|line| line.before.is_some() && line.after.is_none())
    );
    assert_eq!(back.bills[0].more_a_month(), -more);
    let same = compare((&facts, &with), (&facts, &with));
    assert!(same.lines.is_empty());
    // Another retention changes lines, and adds none.
    let mut changing = mirrored();
    changing["estimate"] = json!({"dailyChangePercent": {"expected": 1}});
    let plan = self::plan(&changing);
    let longer = variant(&plan, Variant::Retention(90));
    let (short, long) = (of(&plan, usd(), Some(&own)), of(&longer, usd(), Some(&own)));
    let (facts, longer_facts) = (
        Facts::new(&plan, plan.edition(), None),
        Facts::new(&longer, plan.edition(), None),
    );
    let told = compare((&facts, &short), (&longer_facts, &long));
    assert_eq!(told.lines.len(), 2);
    assert!(
        told.lines
            .iter()
            .all(|line| line.before.is_some() && line.after.is_some() && line.steady > Money::ZERO)
    );
    let other = book(&json!({"currency": "CNY"}));
    let cny = of(&plan, &other, None);
    assert!(!compare((&facts, &short), (&facts, &cny)).comparable);
}

#[test]
fn estimates_go_into_files() {
    let mut value = mirrored();
    value["sources"][0]["name"] = json!("=HYPERLINK(\"x\")");
    let plan = plan(&value);
    let estimate = of(&plan, usd(), None);
    let facts = Facts::new(&plan, plan.edition(), Some(NOW));
    for lang in [Lang::En, Lang::Zh] {
        let csv = vaultplan::cost::csv::write(&facts, &estimate, lang);
        let rows: Vec<&str> = csv.trim_end().split("\r\n").collect();
        assert_eq!(rows.len(), 1 + 3 * 12);
        assert!(
            rows.iter().skip(1).any(|row| row.contains("\"'=HYPERLINK")),
            "{}",
            rows[1]
        );
        let plain = vaultplan::cost::as_json::cost(&facts, &estimate, lang);
        let mut text = Vec::new();
        plain.write(&mut text);
        let read: Value = serde_json::from_slice(&text).unwrap();
        assert_eq!(read["format"], "vaultplan-cost/1");
        assert_eq!(read["lines"].as_array().unwrap().len(), 3);
        assert_eq!(read["bills"][0]["first"]["coveragePercent"], 66);
        assert_eq!(read["lines"][2]["rate"]["price"], Value::Null);
        assert_eq!(read["lines"][2]["months"][0]["hole"], "rate");
        assert_eq!(read["lines"][0]["months"][0]["quantity"], 143.5);
    }
}

#[test]
fn a_rate_of_the_region_goes_before_one_for_all() {
    let rates = json!([
        {"item": "vault-storage", "price": 1}, {"item": "vault-storage", "price": 2, "regions": ["cn-shanghai", "cn-hangzhou"]},
        {"item": "container-vault-storage", "sameAs": "mirror-storage"}]);
    let plan = plan(&mirrored());
    let prices = own_rates(&rates);
    let prices = Prices::new(&prices, None, &plan);
    let price = |item, region| {
        prices
            .rate(item, region)
            .price
            .map(|price| price.to_string())
    };
    assert_eq!(
        price(Item::VaultStorage, Some("cn-hangzhou")).as_deref(),
        Some("2")
    );
    assert_eq!(
        price(Item::VaultStorage, Some("cn-beijing")).as_deref(),
        Some("1")
    );
    assert_eq!(price(Item::VaultStorage, None).as_deref(), Some("1"));
    // One refers to another that has a stand-in.
    let pods = prices.rate(Item::ContainerStorage, Some("cn-shanghai"));
    assert_eq!(
        (pods.item, pods.price.unwrap().to_string()),
        (Item::VaultStorage, "2".to_owned())
    );
    // Items that refer to each other have no rate, and end.
    let empty = own_rates(&json!([]));
    let mut circle = mirrored();
    circle["estimate"] = json!({"rates": [{"item": "vault-storage", "sameAs": "mirror-storage"},
        {"item": "mirror-storage", "sameAs": "vault-storage"}]});
    let plan = self::plan(&circle);
    let prices = Prices::new(&empty, None, &plan);
    assert!(!prices.rate(Item::MirrorStorage, None).is_known());
}

#[test]
fn an_own_entry_that_refers_to_an_item_goes_before_the_books_price() {
    let own = own_rates(
        &json!([{"item": "file-client", "sameAs": "cpfs-client"}, {"item": "cpfs-client", "price": 9}]),
    );
    let plan = plan(&vendors_example());
    let prices = Prices::new(usd(), Some(&own), &plan);
    let rate = prices.rate(Item::FileClient, None);
    assert_eq!((rate.from, rate.item), (RateFrom::Own, Item::CpfsClient));
}

#[test]
fn rates_that_do_not_fit_are_left_out_and_named() {
    let mut value = mirrored();
    value["estimate"] = json!({"rates": [
        {"item": "replication-traffic", "price": 0.1, "unit": "gb-month"},
        {"item": "replication", "price": 0.1},
        {"item": "vault-storage", "price": 0.5, "currency": "CNY"},
        {"item": "database-storage", "tiers": [{"from": 10, "price": 1}]}]});
    let estimate = in_usd(&value);
    assert_eq!(
        line(&estimate, Item::ReplicationTraffic).rate.from,
        RateFrom::Nobody
    );
    assert_eq!(
        line(&estimate, Item::VaultStorage).rate.from,
        RateFrom::Book
    );
    for part in [
        "by gb-month",
        "replication is no billable item",
        "is in CNY",
        "do not begin at 0",
    ] {
        assert_eq!(says(&estimate, NoteKind::Error, part), 1, "{part}");
    }
    let pointers: Vec<String> = estimate
        .notes
        .iter()
        .map(|note| note.object.pointer(&note.path))
        .collect();
    assert!(
        pointers
            .iter()
            .any(|pointer| pointer == "/estimate/rates/2"),
        "{pointers:?}"
    );
}

#[test]
fn tiers_and_what_is_free_are_counted_over_all_lines_of_an_item() {
    let source = |id: &str| json!({"id": id, "type": "NAS", "region": "cn-hangzhou", "vault": "v", "sizeGB": 100});
    let value = json!({
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}],
        "sources": [source("a"), source("b"), source("c")]});
    let own = own_rates(&json!([{"item": "vault-storage", "freeQuota": 50,
        "tiers": [{"from": 0, "price": 2}, {"from": 150, "price": 1}]}]));
    let estimate = of(&plan(&value), &own, None);
    let costs: Vec<i128> = estimate
        .lines
        .iter()
        .map(|line| cost(line, 2).micro() / 1_000_000)
        .collect();
    // 50 free and 50 at 2; 100 at 2; 100 at 1.
    assert_eq!(costs, [100, 200, 100]);
    let told = vaultplan::cost::formula::formula(&estimate, 1, 2, Lang::En).unwrap();
    assert_eq!(told, "2 USD × 100 GB × 720 h / 720 h = 200.00 USD");
}

#[test]
fn pages_grow_old() {
    let plan = plan(&vendors_example());
    let prices = Prices::new(usd(), None, &plan);
    let key = prices.rate(Item::KmsKey, None);
    assert_eq!(key.age_days(NOW), Some(827));
    assert!(key.is_old(NOW));
    // A page without a date is as old as its reading.
    let client = prices.rate(Item::FileClient, None);
    assert!(!client.is_old(NOW) && client.is_old(NOW + 400 * 86_400));
    let own = own_rates(&json!([{"item": "kms-key", "price": 1}]));
    let prices = Prices::new(usd(), Some(&own), &plan);
    assert_eq!(prices.rate(Item::KmsKey, None).age_days(NOW), None);
}

/// What holds of every estimate, whatever the plan.
fn holds(plan: &Topology<'_>) {
    use vaultplan::cost::formula::{formula, inputs};
    use vaultplan::cost::sum::Sum;
    for built_in in &books::BUILT_IN {
        let book = built_in.book().unwrap();
        let facts = Facts::new(plan, plan.edition(), Some(NOW));
        let prices = Prices::new(book, None, plan);
        let options = Options {
            months: Some(5),
            now: None,
        };
        let estimate = vaultplan::cost::estimate(&facts, &prices, options);
        for lang in Lang::ALL {
            for note in &estimate.notes {
                let said = note.say(lang);
                assert!(!said.is_empty() && !said.contains(['{', '}']), "{said}");
            }
            for (index, line) in estimate.lines.iter().enumerate() {
                assert_eq!(line.cells.len(), 5);
                for input in inputs(&facts, line) {
                    assert!(!input.value.is_empty() && !input.name.get(lang).is_empty());
                }
                let told = formula(&estimate, index, 4, lang).unwrap();
                let cell = line.cells.last().unwrap();
                assert_eq!(
                    told.ends_with(["unknown", "未知"][lang as usize]),
                    cell.hole.is_some(),
                    "{told}"
                );
                let whole = cell
                    .quantity
                    .is_some_and(|quantity| quantity.expected == cell.priced.expected);
                assert!(whole || cell.hole.is_some());
                let covers = line.kind == Kind::ResourcePlan;
                assert!(covers || cell.cost.expected >= Money::ZERO);
                assert!(cell.cost.low <= cell.cost.high || covers);
            }
            let rows = vaultplan::cost::csv::write(&facts, &estimate, lang);
            assert_eq!(rows.matches("\r\n").count(), 1 + 5 * estimate.lines.len());
            let mut text = Vec::new();
            vaultplan::cost::as_json::cost(&facts, &estimate, lang).write(&mut text);
            let _: Value = serde_json::from_slice(&text).unwrap();
        }
        for bill in Bill::ALL {
            let mut months = Sum::default();
            for month in 0..5 {
                months.add_sum(&estimate.month(bill, month));
            }
            let total = estimate.total(bill);
            assert_eq!(months, total);
            assert_eq!(total.coverage() == 100, total.is_total());
        }
        let again = vaultplan::cost::estimate(&facts, &prices, options);
        assert_eq!(format!("{estimate:?}"), format!("{again:?}"));
    }
}

proptest! {
    #[test]
    fn any_plan_has_an_estimate(text in plans()) {
        if let Ok(plan) = model::read_text(&text) {
            holds(&plan);
        }
    }

    #[test]
    fn any_estate_has_an_estimate(number in 0_u64..100_000) {
        let text = estate(number);
        holds(&model::read_text(&text).unwrap());
    }
}

#[test]
fn every_example_has_an_estimate() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let text = std::fs::read_to_string(&path).unwrap();
            holds(&model::read_text(&text).unwrap());
            count += 1;
        }
    }
    assert!(count > 10);
}

#[test]
fn what_the_change_plan_deletes_counts_as_gone() {
    let mut value = mirrored();
    value["changes"] = json!([{"do": "delete", "object": "m"}]);
    let estimate = in_usd(&value);
    assert!(estimate.lines.iter().all(|line| line.kind == Kind::Storage));
    assert_eq!(
        says(
            &estimate,
            NoteKind::Warning,
            "the change plan deletes mirror"
        ),
        1
    );
    value["changes"] = json!([{"do": "delete", "object": "m"}, {"do": "delete", "object": "v"}]);
    // A vault that a policy still writes into is not deleted: the service refuses it.
    let refused = in_usd(&value);
    assert_eq!(refused.lines.len(), 1);
    value["policies"] = json!([]);
    let estimate = in_usd(&value);
    assert!(estimate.lines.is_empty(), "{:?}", estimate.lines);
    assert_eq!(
        says(
            &estimate,
            NoteKind::Warning,
            "counts as gone from the first day"
        ),
        1
    );
    assert_eq!(
        says(&estimate, NoteKind::Warning, "not followed in time"),
        1
    );
    assert_eq!(estimate.first(Bill::CloudBackup).coverage(), 100);
}

#[test]
fn a_mirror_that_a_policy_makes_is_a_mirror() {
    use vaultplan::cost::compare::{Variant, variant};
    let mut value = mirrored();
    value["mirrors"] = json!([]);
    value["policies"][0]["rules"]
        .as_array_mut()
        .unwrap()
        .push(json!({"type": "REPLICATION", "replicationRegion": "cn-shanghai"}));
    let plan = plan(&value);
    let estimate = of(&plan, usd(), None);
    let mirror = line(&estimate, Item::MirrorStorage);
    assert_eq!(mirror.object.pointer(""), "/policies/0");
    assert_eq!(mirror.region.as_deref(), Some("cn-shanghai"));
    assert_eq!(
        quantity(line(&estimate, Item::ReplicationTraffic), 0),
        gb(187)
    );
    let bare = variant(&plan, Variant::WithoutMirrors);
    assert!(
        of(&bare, usd(), None)
            .lines
            .iter()
            .all(|line| line.kind == Kind::Storage)
    );
}

#[test]
fn without_the_archive_all_of_it_is_standard_storage() {
    use vaultplan::cost::compare::{Variant, variant};
    let value = json!({
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}],
        "sources": [{"id": "s", "type": "NAS", "region": "cn-hangzhou", "sizeGB": 100,
            "sizing": {"dailyChangePercent": {"expected": 1}}}],
        "policies": [{"id": "p", "sources": ["s"], "rules": [
            {"type": "BACKUP", "vault": "v", "schedule": "I|1740794400|P1D", "retentionDays": 101},
            {"type": "TRANSITION", "archiveDays": 41}]}]});
    let plan = plan(&value);
    let tiered = of(&plan, usd(), None);
    assert_eq!(quantity(line(&tiered, Item::VaultStorage), 11), gb(140));
    assert_eq!(quantity(line(&tiered, Item::ArchiveStorage), 11), gb(60));
    let plain = of(&variant(&plan, Variant::WithoutArchive), usd(), None);
    assert_eq!(quantity(line(&plain, Item::VaultStorage), 11), gb(200));
    assert_eq!(plain.lines.len(), 1);
}

#[test]
fn what_is_gone_keeps_its_last_backup_and_a_vault_of_which_nothing_is_said_is_not_empty() {
    let mut value = mirrored();
    value["mirrors"] = json!([]);
    value["sources"][0]["gone"] = json!(true);
    let estimate = in_usd(&value);
    let storage = line(&estimate, Item::VaultStorage);
    assert!((0..12).all(|month| quantity(storage, month) == gb(100)));
    assert_eq!(says(&estimate, NoteKind::Assumption, "is gone"), 1);
    let mut bare = json!({"vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai"}]});
    let silent = in_usd(&bare);
    for item in [Item::VaultStorage, Item::MirrorStorage] {
        let hole = line(&silent, item).cells.get(0).unwrap().hole;
        assert_eq!(hole, Some(Hole::Quantity));
    }
    assert!(!silent.first(Bill::CloudBackup).is_total());
    assert_eq!(says(&silent, NoteKind::Warning, "how much erp stores"), 1);
    // An empty vault says so.
    bare["vaults"][0]["storedGB"] = json!(0);
    let empty = in_usd(&bare).first(Bill::CloudBackup);
    assert!(empty.is_total() && empty.cost.expected == Money::ZERO);
}

#[test]
fn what_is_stated_wrongly_is_named_with_its_place() {
    let mut value = mirrored();
    value["estimate"] = json!({"start": "2026-01-01T00:00:00Z",
        "growthPercentPerMonth": {"low": 5, "expected": 1}});
    value["vaults"][0]["reductionRatio"] = json!({"expected": 3, "high": 2});
    let estimate = in_usd(&value);
    assert_eq!(estimate.start, Some(NOW));
    let wrong = estimate
        .notes
        .iter()
        .filter(|note| note.kind == NoteKind::Error);
    let mut places: Vec<_> = wrong.map(|note| note.object.pointer(&note.path)).collect();
    places.sort();
    assert_eq!(
        places,
        [
            "/estimate/growthPercentPerMonth",
            "/estimate/start",
            "/vaults/0/reductionRatio"
        ]
    );
    // Who began this month looks at the month as a whole.
    value["estimate"] = json!({"start": "2026-11-01T00:00:00Z"});
    let estimate = in_usd(&value);
    assert!(estimate.start < Some(NOW));
    assert_eq!(
        estimate
            .notes
            .iter()
            .filter(|n| n.kind == NoteKind::Error)
            .count(),
        1
    );
}
