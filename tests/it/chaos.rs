//! Arbitrary plans: contradictory, cyclic, dangling, with known and unknown words everywhere. The engine judges
//! each without a panic, the same each time, and its fixes keep their promises.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use vaultplan::catalog::editions::Edition;
use vaultplan::finding::{Outcome, Severity};
use vaultplan::lang::Lang;
use vaultplan::model::declare::{Field, Record, Shape, Silence};
use vaultplan::model::{self, Topology};
use vaultplan::report::{self, Options, PlanVerdict, Report};

/// Few ids, so that references hit, miss and collide.
const IDS: [&str; 7] = ["a", "b", "c", "d", "e", "f", "nowhere"];
const TEXTS: [&str; 6] = [
    "",
    " ",
    "erp",
    "[COPY]-erp",
    "名称很长的备份库名称很长的备份库名称很长的备份库名称很长的备份库名称",
    "region",
];
const REGIONS: [&str; 5] = [
    "cn-hangzhou",
    "cn-shanghai",
    "cn-heyuan",
    "ap-southeast-1",
    "cn-hangzou",
];
const TIMES: [&str; 3] = [
    "2026-11-21T08:00:00Z",
    "2026-11-21T09:30:00+08:00",
    "0001-01-01T00:00:00Z",
];

const SCHEDULES: [&str; 6] = [
    "I|1767225600|PT1H",
    "I|1767225600|P1M",
    "C|1767225600|0 0 2 ? * 3,5,7",
    "C|1767225600|0 0 2 L * ?",
    "C|1767225600|0 0 2 30 2 ?",
    "daily",
];

/// A source of small numbers, taken from a generated list; after its end always 0.
struct Dice<'d> {
    rolls: &'d [u8],
    at: usize,
}

impl Dice<'_> {
    fn roll(&mut self, sides: usize) -> usize {
        let roll = self.rolls.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(roll) % sides.max(1)
    }

    fn pick(&mut self, from: &[&str]) -> Value {
        from[self.roll(from.len())].into()
    }

    fn value(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Format(mark) => (*mark).into(),
            Shape::Text => self.pick(&TEXTS),
            Shape::Id => self.pick(&IDS),
            Shape::Moment => self.pick(&TIMES),
            Shape::Flag => (self.roll(2) == 0).into(),
            Shape::Whole(least, most) => {
                [0, 1, 50, *most][self.roll(4)].clamp(*least, *most).into()
            }
            Shape::Decimal(least, most) => {
                let (least, most) = (*least as f64, *most as f64);
                [0.0, 1.5, 33.333_333, most][self.roll(4)]
                    .clamp(least, most)
                    .into()
            }
            Shape::Closed(words) => self.pick(words),
            Shape::Open(vocabulary) if vocabulary.words.is_empty() => self.pick(&SCHEDULES),
            Shape::Open(vocabulary) if vocabulary.words.len() > 30 => self.pick(&REGIONS),
            Shape::Open(vocabulary) => {
                let words: Vec<&str> = vocabulary
                    .words
                    .iter()
                    .map(|w| w.word)
                    .chain(["NONE"])
                    .collect();
                self.pick(&words)
            }
            Shape::List(item) => (0..self.roll(4)).map(|_| self.value(item)).collect(),
            Shape::Record(record) => self.record(record, 3),
        }
    }

    /// Required fields always, others once in `rarity`.
    fn record(&mut self, record: &Record, rarity: usize) -> Value {
        let mut object = Map::new();
        for Field {
            name,
            shape,
            silence,
            ..
        } in record.fields
        {
            if *silence == Silence::Required || self.roll(rarity) == 0 {
                object.insert((*name).to_owned(), self.value(shape));
            }
        }
        object.into()
    }

    fn plan(&mut self) -> Value {
        let mut plan = self.record(&Topology::RECORD, 2);
        // Lists matter most: fill the ones that were left out now and then.
        for list in [
            "vaults", "mirrors", "sources", "policies", "restores", "changes",
        ] {
            if plan.get(list).is_none() && self.roll(2) == 0 {
                let field = Topology::RECORD
                    .fields
                    .iter()
                    .find(|f| f.name == list)
                    .unwrap();
                plan[list] = self.value(&field.shape);
            }
        }
        plan
    }
}

pub(crate) fn plans() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<u8>(), 40..900).prop_map(|rolls| {
        Dice {
            rolls: &rolls,
            at: 0,
        }
        .plan()
        .to_string()
    })
}

/// The findings as text, in both languages: what a user would read.
fn shown(report: &Report<'_>) -> String {
    Lang::ALL
        .iter()
        .map(|lang| serde_json::to_string(&report::json::report(report, *lang, None)).unwrap())
        .collect()
}

fn grave(report: &Report<'_>) -> usize {
    let undecided = |f: &&vaultplan::finding::Finding| matches!(f.outcome, Outcome::Undecided(_));
    report
        .findings
        .iter()
        .filter(|f| f.severity > Severity::Advice || undecided(f))
        .count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn any_plan_is_judged_the_same_each_time(text in plans(), edition in 0..4_usize) {
        let plan = model::read_text(&text).unwrap_or_else(|p| panic!("{:?} {text}", p.first()));
        let options = Options { edition: Some(Edition::ALL[edition]), now: Some(0) };
        let report = report::check(&plan, options);
        let words = shown(&report);
        prop_assert_eq!(&words, &shown(&report::check(&plan, options)));
        let written = model::write(&plan);
        prop_assert_eq!(&words, &shown(&report::check(&model::read_text(&written).unwrap(), options)));

        let fails = report.failed(Severity::Error) > 0;
        prop_assert_eq!(report.verdict() == PlanVerdict::Fail, fails);
        let mut seen = std::collections::BTreeSet::new();
        for finding in report.findings.iter().chain(&report.practice) {
            prop_assert!(finding.rule.editions.has(Edition::ALL[edition]));
            prop_assert!(seen.insert(finding.identity()), "{:?} twice", finding.identity());
            for lang in Lang::ALL {
                let message = report::json::message(finding, lang);
                prop_assert!(!message.contains('{') && !message.is_empty(), "{}", message);
            }
        }
        for count in &report.counts {
            let found = report.findings.iter().chain(&report.practice).filter(|f| f.rule.slug == count.rule.slug).count();
            prop_assert_eq!(found, count.failed + count.undecided, "{}", count.rule.slug);
        }
    }

    #[test]
    fn fixes_apply_mend_and_are_taken_back(text in plans()) {
        let plan = model::read_text(&text).unwrap().into_owned();
        let options = Options { edition: None, now: Some(0) };
        let report = report::check(&plan, options);
        for finding in report.findings.iter().chain(&report.practice) {
            for fix in finding.fixes().iter().filter(|fix| !fix.patch.is_empty()) {
                let mut mended = plan.clone();
                let inverse = model::apply(&mut mended, &fix.patch);
                prop_assert!(inverse.is_ok(), "{}: {:?} does not apply", finding.rule.slug, fix.patch);
                if fix.safety == vaultplan::finding::Safety::Safe {
                    let after = report::check(&mended, options);
                    prop_assert!(!after.findings.iter().chain(&after.practice).any(|f| f.identity() == finding.identity()), "{}", finding.rule.slug);
                    prop_assert!(grave(&after) < grave(&report).max(1), "{}", finding.rule.slug);
                }
                model::apply(&mut mended, &inverse.unwrap()).unwrap();
                prop_assert_eq!(&mended, &plan);
            }
        }
    }
}

#[test]
fn a_hub_with_ten_thousand_sources_and_mirrors_is_no_hang() {
    let sources: Vec<Value> = (0..10_000)
        .map(|i| json!({"id": format!("s{i}"), "type": "VMWARE", "vault": "hub"}))
        .collect();
    let mirrors: Vec<Value> = (0..10_000)
        .map(|i| json!({"id": format!("m{i}"), "source": "hub", "region": "cn-shanghai"}))
        .collect();
    let restores: Vec<Value> = (0..5_000)
        .map(|i| json!({"id": format!("r{i}"), "source": format!("s{i}"), "from": format!("m{i}")}))
        .collect();
    let changes: Vec<Value> = (0..2_000)
        .map(|_| json!({"do": "delete", "object": "hub"}))
        .collect();
    let text = json!({"format": "vaultplan/1", "vaults": [{"id": "hub", "name": "hub", "region": "cn-hangzhou"}],
        "sources": sources, "mirrors": mirrors, "restores": restores, "changes": changes})
    .to_string();
    let plan = model::read_text(&text).unwrap();
    let start = std::time::Instant::now();
    let report = report::check(&plan, Options::default());
    assert!(!report.findings.is_empty());
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn a_policy_with_ten_thousand_sources_and_rules_is_no_hang() {
    let sources: Vec<Value> = (0..10_000)
        .map(|i| {
            json!({"id": format!("s{i}"), "type": if i == 9_999 { "OTS" } else { "OSS" },
            "objectives": {"rpoMinutes": 5, "rtoMinutes": 5}})
        })
        .collect();
    let ids: Vec<&Value> = sources.iter().map(|source| &source["id"]).collect();
    let backup = json!({"type": "BACKUP", "vault": "hub", "schedule": "C|0|0 0 2 31 * ?", "keepLatest": true,
        "permanent": true, "specialRetentions": [{"type": "WEEKLY", "retentionDays": 7}]});
    let transition = json!({"type": "TRANSITION", "archiveDays": 7, "retentionDays": 9});
    let rules: Vec<&Value> = (0..10_000)
        .map(|i| if i % 2 == 0 { &backup } else { &transition })
        .collect();
    let text = json!({"format": "vaultplan/1", "vaults": [{"id": "hub", "name": "hub", "region": "cn-hangzhou"}],
        "sources": sources, "policies": [{"id": "p", "sources": ids, "rules": rules}]})
    .to_string();
    let plan = model::read_text(&text).unwrap();
    for edition in Edition::ALL {
        let start = std::time::Instant::now();
        let options = Options {
            edition: Some(edition),
            now: None,
        };
        let report = report::check(&plan, options);
        assert!(!report.findings.is_empty());
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}

#[test]
fn a_check_that_finds_too_much_says_that_it_stopped() {
    let vaults: Vec<Value> = (0..110_000)
        .map(|i| json!({"id": format!("v{i}")}))
        .collect();
    let text = json!({"format": "vaultplan/1", "vaults": vaults}).to_string();
    let plan = model::read_text(&text).unwrap();
    let report = report::check(&plan, Options::default());
    if report.counts.iter().map(|c| c.failed).sum::<usize>() > 100_000 {
        assert!(report.stopped && report.findings.len() == 100_000);
    }
}
