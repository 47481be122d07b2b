//! Every statement is carried by what exists.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};
use vaultplan::cost::{Estimate, Kind, Line, Money, Options, Prices, estimate};
use vaultplan::facts::{Facts, MirrorFact, Store, VaultFact};
use vaultplan::model::declare::{Record, Shape};
use vaultplan::model::{Topology, topology};
use vaultplan::questions;

use super::data::STATED;
use super::{Carrier, Counted, Question};

/// How many statements each page makes; a statement cannot be dropped in silence.
const OF_PAGE: [(&str, usize); 5] = [
    ("files", 16),
    ("sql", 5),
    ("hana", 1),
    ("cross", 54),
    ("hbr", 13),
];

#[test]
fn every_statement_of_the_five_pages_is_there_once() {
    let ids: BTreeSet<_> = STATED.iter().map(|one| one.id).collect();
    assert_eq!(ids.len(), STATED.len());
    let wanted = OF_PAGE
        .iter()
        .flat_map(|(page, count)| (1..=*count).map(move |n| format!("{page}-{n}")));
    let wanted: BTreeSet<_> = wanted.collect();
    assert_eq!(ids, wanted.iter().map(String::as_str).collect());
}

#[test]
fn every_carrier_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for one in STATED {
        assert!(!one.by.is_empty(), "{}", one.id);
        for by in one.by {
            let exists = match by {
                Carrier::Rule(slug) | Carrier::Passes(slug) => {
                    vaultplan::rules::find(slug).is_some()
                }
                Carrier::Fix(slug) => has_fix(slug),
                Carrier::Question(question) => answers(*question),
                Carrier::Page(file) => ["en", "zh"]
                    .iter()
                    .all(|lang| root.join("www").join(lang).join(file).is_file()),
                Carrier::Field(name) => has_field(name),
                Carrier::Example(name) => root.join("examples").join(name).is_file(),
                Carrier::Cost(counted) => counts(*counted),
                Carrier::Import | Carrier::Due(_) => true,
            };
            assert!(exists, "{}: {by:?} does not exist", one.id);
        }
    }
}

/// Whether the example that breaks the rule is offered a fix that changes the plan.
fn has_fix(slug: &str) -> bool {
    let Some(doc) = vaultplan::rules::find(slug) else {
        return false;
    };
    let plan = vaultplan::model::read_text(doc.fails).expect("the example reads");
    let report = vaultplan::report::check(&plan, vaultplan::report::Options::default());
    report
        .findings
        .iter()
        .any(|f| f.rule.slug == slug && f.fixes().iter().any(|fix| !fix.patch.is_empty()))
}

/// The questions are functions: that they exist is checked by naming them.
fn answers(question: Question) -> bool {
    let _: fn(&Facts<'static>, &MirrorFact<'static>) -> questions::contents::Contents =
        questions::contents::contents;
    let _: fn(&Facts<'static>, Store<'static, 'static>) -> questions::restorable::Restorable =
        questions::restorable::restorable;
    let _: fn(&Facts<'static>, &VaultFact<'static>) -> questions::mirror_regions::Choices =
        questions::mirror_regions::mirror_regions;
    let plan = Topology::empty();
    let facts = Facts::new(&plan, plan.edition(), None);
    match question {
        Question::Eligible => questions::eligible::eligible(&facts).is_empty(),
        Question::Encryption => questions::encryption::pairs(&facts).is_empty(),
        Question::CreateMirror => questions::generated::mirror_name("erp") == "[COPY]-erp",
        Question::Contents | Question::Restorable | Question::Regions => true,
    }
}

fn has_field(name: &str) -> bool {
    fn search(record: &Record, name: &str) -> bool {
        record.fields.iter().any(|field| {
            let here = name
                .strip_prefix(record.name)
                .and_then(|rest| rest.strip_prefix('.'))
                == Some(field.name);
            here || inner(&field.shape).is_some_and(|inner| search(inner, name))
        })
    }
    fn inner(shape: &Shape) -> Option<&Record> {
        match shape {
            Shape::Record(record) => Some(record),
            Shape::List(item) => inner(item),
            _ => None,
        }
    }
    search(&topology::Topology::RECORD, name)
}

/// Whether an estimate counts it: each by a small plan.
fn counts(counted: Counted) -> bool {
    match counted {
        Counted::MirrorStorage => {
            let of = estimated(&grown(json!({})));
            let (storage, mirror) = (
                of_kind(&of, Kind::Storage),
                of_kind(&of, Kind::MirrorStorage),
            );
            let amounts = |line: &Line| {
                line.cells
                    .iter()
                    .map(|cell| cell.quantity)
                    .collect::<Vec<_>>()
            };
            // What comes later is there as well.
            let grows = storage.cells.get(0) != storage.cells.last();
            grows
                && amounts(storage) == amounts(mirror)
                && storage.total().cost == mirror.total().cost
        }
        Counted::StorageAndTraffic => {
            let of = estimated(&grown(json!({})));
            let paid = |kind| of_kind(&of, kind).total().cost.expected > Money::ZERO;
            paid(Kind::MirrorStorage) && paid(Kind::Replication)
        }
        Counted::EveryRegion => {
            let text = grown(json!({})).to_string();
            let text = text
                .replace("cn-hangzhou", "eu-central-1")
                .replace("cn-shanghai", "us-east-1");
            let costs = |of: &Estimate| {
                of.lines
                    .iter()
                    .map(|line| (line.item, line.total()))
                    .collect::<Vec<_>>()
            };
            let moved = serde_json::from_str(&text).expect("JSON");
            costs(&estimated(&grown(json!({})))) == costs(&estimated(&moved))
        }
        Counted::ResourcePlans => {
            let mut plan = grown(json!({}));
            plan["billing"] = json!({"plans": [
                {"item": "vault-storage", "capacity": 100, "pricePerMonth": 2},
                {"item": "replication-traffic", "capacity": 100, "pricePerMonth": 2},
            ]});
            let of = estimated(&plan);
            let plans = of
                .lines
                .iter()
                .filter(|line| line.kind == Kind::ResourcePlan);
            let first = |line: &Line| line.cells.get(0).expect("a month").cost.expected;
            let mut costs: Vec<i128> = plans.map(|line| first(line).micro()).collect();
            costs.sort_unstable();
            // What the first covers, and what each of them costs: traffic is never covered.
            costs == [-10_000_000, 2_000_000, 2_000_000]
        }
        Counted::FreeRestores => ["ECS_FILE", "OSS", "NAS", "OTS_TABLE"].iter().all(|kind| {
            let mut plan = grown(json!({}));
            plan["sources"][0]["type"] = json!(kind);
            // A server that had a client already needs no other one.
            plan["clients"] = json!([{"id": "c", "kind": "ecs"}]);
            plan["sources"][0]["client"] = json!("c");
            plan["restores"] = json!([{"id": "r", "source": "s", "from": "m",
                "to": {"region": "cn-shanghai", "client": "c"}}]);
            let of = estimated(&plan);
            of.lines.iter().all(|line| line.kind != Kind::Restore)
        }),
        Counted::InternetRestores => {
            let paid = |link: &str| traffic(link, 500) > 0;
            paid("internet") && !paid("vpn") && !paid("express-connect")
        }
        // Half a unit of money for each of so many GB.
        Counted::WhatIsRestored => [1, 500]
            .iter()
            .all(|gb| traffic("internet", *gb) == i128::from(*gb) * 500_000),
        Counted::Reduction => {
            let halved = estimated(&grown(json!({"reductionRatio": {"expected": 2}})));
            let whole = estimated(&grown(json!({})));
            [Kind::Storage, Kind::MirrorStorage, Kind::Replication]
                .iter()
                .all(|kind| {
                    let micro = |of: &Estimate| of_kind(of, *kind).total().cost.expected.micro();
                    micro(&whole) > 0 && (micro(&whole) - 2 * micro(&halved)).abs() <= 24
                })
        }
    }
}

/// A mirrored vault whose one source grows, with more of the vault's.
fn grown(vault: Value) -> Value {
    let mut plan = json!({
        "format": "vaultplan/1",
        "vaults": [{"id": "v", "name": "erp", "type": "STANDARD", "region": "cn-hangzhou"}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai"}],
        "sources": [{"id": "s", "type": "NAS", "region": "cn-hangzhou", "vault": "v", "sizeGB": 200,
            "sizing": {"dailyChangePercent": {"expected": 1}, "growthPercentPerMonth": {"expected": 3}}}],
        "policies": [{"id": "p", "name": "p", "sources": ["s"], "rules":
            [{"type": "BACKUP", "schedule": "I|1763683200|P1D", "retentionDays": 30, "vault": "v"}]}],
    });
    for (name, value) in vault.as_object().expect("fields") {
        plan["vaults"][0][name] = value.clone();
    }
    plan
}

/// What the restore of so many GB to a server on premises costs, in millionths.
fn traffic(link: &str, gb: u64) -> i128 {
    let plan = json!({
        "format": "vaultplan/1",
        "vaults": [{"id": "v", "name": "erp", "type": "STANDARD", "region": "cn-hangzhou"}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai"}],
        "clients": [{"id": "c", "kind": "file"}],
        "sources": [{"id": "s", "type": "File", "vault": "v", "client": "c", "sizeGB": gb}],
        "restores": [{"id": "r", "source": "s", "from": "m",
            "to": {"place": "on-premises", "link": link, "client": "c"}}],
    });
    let of = estimated(&plan);
    let restores = of.lines.iter().filter(|line| line.kind == Kind::Restore);
    restores
        .map(|line| line.total().cost.expected.micro())
        .sum()
}

/// The estimate of a plan at rates that are all known.
fn estimated(plan: &Value) -> Estimate {
    let text = plan.to_string();
    let plan =
        vaultplan::model::read_text(&text).unwrap_or_else(|p| panic!("{:?} {text}", p.first()));
    let book = json!({
        "format": "vaultplan-prices/1", "id": "b", "name": "B", "currency": "USD", "version": "2026",
        "rates": [
            {"item": "vault-storage", "price": 0.1},
            {"item": "replication-traffic", "price": 0.5},
            {"item": "file-client", "price": 5},
            {"item": "internet-traffic-peak", "price": 0.5},
        ],
    });
    let book = book.to_string();
    let book = vaultplan::model::read_book(&book).expect("it reads");
    let facts = Facts::new(
        &plan,
        plan.edition(),
        vaultplan::model::time::parse(crate::parts::NOW),
    );
    estimate(&facts, &Prices::new(&book, None, &plan), Options::default())
}

#[track_caller]
fn of_kind(of: &Estimate, kind: Kind) -> &Line {
    let line = of.lines.iter().find(|line| line.kind == kind);
    line.expect("a line of the kind")
}
