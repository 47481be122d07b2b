//! The estimator against a slow simulation: every restore point of every day, by the definition of the model and in
//! whole numbers. What holds for all plans: more data never costs less, parts add up, regions do not matter.

use proptest::prelude::*;
use serde_json::{Value, json};
use vaultplan::catalog::price_items::{Bill, Item};
use vaultplan::cost::sum::{Grouping, Sum};
use vaultplan::cost::{Estimate, Kind, Money};
use vaultplan::model::Book;

use crate::cost::{book, of, plan};

const DAYS: u64 = 30;
const MONTHS: usize = 14;

/// How one source is backed up; all percentages are whole.
#[derive(Clone, Debug)]
struct Case {
    size: u64,
    change: u64,
    same: u64,
    growth: u64,
    every: u64,
    kept: u64,
    weekly: u64,
    monthly: u64,
    yearly: u64,
    /// A second rhythm, with how long its points are kept.
    second: Option<(u64, u64)>,
    archive: Option<u64>,
    ratio: u64,
}

/// What a month comes to, each as a numerator over [`ONE`] (and the ratio, except for the archive).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Month {
    stored: u128,
    archived: u128,
    written: u128,
}

/// Sizes count in 3,000ths of a GB, parts in ten-thousandths.
const ONE: u128 = 3_000 * 10_000;

impl Case {
    /// The size on a day, in 3,000ths of a GB.
    fn size_on(&self, day: u64) -> u128 {
        u128::from(self.size * (3_000 + self.growth * day))
    }

    /// The part that changes in so many days, in ten-thousandths.
    fn part(&self, days: u64) -> u128 {
        u128::from((self.change * (self.same + (100 - self.same) * days)).min(10_000))
    }

    /// Whether a point is the first of its stretch of so many days.
    fn is_first(&self, point: u64, stretch: u64) -> bool {
        (point / stretch * stretch).next_multiple_of(self.every) == point
    }

    fn runs_on(&self, day: u64) -> bool {
        day.is_multiple_of(self.every)
            || self
                .second
                .is_some_and(|(every, _)| day.is_multiple_of(every))
    }

    /// Whether a point is asked for on a day, apart from being the newest.
    fn is_kept(&self, point: u64, day: u64) -> bool {
        let age = day - point;
        if self
            .second
            .is_some_and(|(every, kept)| point.is_multiple_of(every) && age < kept)
        {
            return true;
        }
        if !point.is_multiple_of(self.every) {
            return false;
        }
        age < self.kept
            || (age < self.weekly && self.is_first(point, 7))
            || (age < self.monthly && self.is_first(point, 30))
            || (age < self.yearly && self.is_first(point, 360))
    }

    fn simulate(&self) -> Vec<Month> {
        let mut months = vec![Month::default(); MONTHS];
        // Points of the archive tier with the day on which they went there; deleted ones with what they still cost.
        let mut archived: Vec<(u64, u64)> = Vec::new();
        let mut early: Vec<(u64, u128)> = Vec::new();
        let mut before: Vec<u64> = Vec::new();
        for day in 0..DAYS * MONTHS as u64 {
            let month = &mut months[(day / DAYS) as usize];
            let points: Vec<u64> = (0..=day).filter(|point| self.runs_on(*point)).collect();
            let newest = *points.last().unwrap();
            if newest == day && day > 0 {
                let last = points[points.len() - 2];
                month.written += self.size_on(last) * self.part(day - last);
                month.written += (self.size_on(day) - self.size_on(last)) * 10_000;
            }
            let kept: Vec<u64> = points
                .into_iter()
                .filter(|point| *point == newest || self.is_kept(*point, day))
                .collect();
            // A point that was archived and is no longer kept is paid for sixty days all the same.
            let gone: Vec<(u64, u64)> = archived
                .iter()
                .copied()
                .filter(|(point, _)| !kept.contains(point))
                .collect();
            for (point, since) in gone {
                archived.retain(|(other, _)| *other != point);
                let next = before
                    .iter()
                    .chain(&[day])
                    .copied()
                    .filter(|next| *next > point)
                    .min()
                    .unwrap();
                early.push((since + 60, self.size_on(point) * self.part(next - point)));
            }
            early.retain(|(until, _)| day < *until);
            month.stored += self.size_on(newest) * 10_000;
            for pair in kept.windows(2) {
                let amount = self.size_on(pair[0]) * self.part(pair[1] - pair[0]);
                let ripe = self.archive.is_some_and(|after| day - pair[0] >= after);
                let is_archived = archived.iter().any(|(point, _)| *point == pair[0]);
                if ripe && !is_archived {
                    archived.push((pair[0], day));
                }
                if ripe || is_archived {
                    month.archived += amount;
                } else {
                    month.stored += amount;
                }
            }
            month.archived += early.iter().map(|(_, amount)| amount).sum::<u128>();
            before = kept;
        }
        months
    }

    fn document(&self, number: usize) -> (Value, Value) {
        let source = json!({"id": format!("s{number}"), "type": "NAS", "region": "cn-hangzhou", "sizeGB": self.size,
            "sizing": {"dailyChangePercent": {"expected": self.change}, "sameBlocksPercent": {"expected": self.same},
                "growthPercentPerMonth": {"expected": self.growth}}});
        let specials = [
            ("WEEKLY", self.weekly),
            ("MONTHLY", self.monthly),
            ("YEARLY", self.yearly),
        ];
        let specials: Vec<Value> = specials
            .iter()
            .filter(|(_, days)| *days > 0)
            .map(|(kind, days)| json!({"type": kind, "retentionDays": days}))
            .collect();
        let mut rules = vec![
            json!({"type": "BACKUP", "vault": "v", "schedule": format!("I|0|P{}D", self.every),
            "retentionDays": self.kept, "specialRetentions": specials}),
        ];
        if let Some((every, kept)) = self.second {
            rules.push(json!({"type": "BACKUP", "vault": "v", "schedule": format!("I|0|P{every}D"), "retentionDays": kept}));
        }
        if let Some(days) = self.archive {
            rules.push(json!({"type": "TRANSITION", "archiveDays": days}));
        }
        let policy =
            json!({"id": format!("p{number}"), "sources": [format!("s{number}")], "rules": rules});
        (source, policy)
    }
}

/// A vault of these sources, with a mirror. They share the first one's ratio.
fn document(cases: &[Case]) -> Value {
    let (sources, policies): (Vec<Value>, Vec<Value>) = cases
        .iter()
        .enumerate()
        .map(|(number, case)| case.document(number))
        .unzip();
    json!({
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou", "reductionRatio": {"expected": cases[0].ratio}}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai"}],
        "sources": sources, "policies": policies, "estimate": {"months": MONTHS}})
}

fn case() -> impl Strategy<Value = Case> {
    let sizes = (1_u64..5_000, 0_u64..=12, 0_u64..=100, 0_u64..=40);
    let special = prop_oneof![Just(0_u64), 1_u64..400];
    let kept = (
        1_u64..=40,
        prop_oneof![1_u64..=45, 1_u64..=400],
        special.clone(),
        special.clone(),
        special,
    );
    let archive = prop_oneof![Just(None), (1_u64..=70).prop_map(Some)];
    let second = prop_oneof![2 => Just(None), 1 => (1_u64..=40, 1_u64..=400).prop_map(Some)];
    (sizes, kept, second, archive, 1_u64..=30).prop_map(|(sizes, kept, second, archive, ratio)| {
        Case {
            size: sizes.0,
            change: sizes.1,
            same: sizes.2,
            growth: sizes.3,
            every: kept.0,
            kept: kept.1,
            weekly: kept.2,
            monthly: kept.3,
            yearly: kept.4,
            second,
            archive,
            ratio,
        }
    })
}

/// All items at a price of 1: money is quantity.
fn all_priced() -> Book<'static> {
    let rates: Vec<Value> = Item::ALL
        .iter()
        .map(|item| json!({"item": item.id(), "price": 1}))
        .collect();
    book(&json!({"rates": rates}))
}

/// The priced sum of a kind in a month.
fn kind(estimate: &Estimate, kind: Kind, month: usize) -> i128 {
    let lines = estimate.lines.iter().filter(|line| line.kind == kind);
    lines
        .map(|line| line.cells.get(month).unwrap().cost.expected.micro())
        .sum()
}

/// Half a millionth for each line, and the billionths of the quantities.
#[track_caller]
fn near(found: i128, numerator: u128, denominator: u128, lines: usize, what: &str) {
    let exact = i128::try_from(numerator * 1_000_000 / denominator).unwrap();
    let off = (found - exact).abs();
    assert!(
        off <= 1 + lines as i128,
        "{what}: {found} instead of {exact}"
    );
}

proptest! {
    #[test]
    fn the_estimator_agrees_with_a_walk_through_every_day(cases in prop::collection::vec(case(), 1..4)) {
        let plan = plan(&document(&cases));
        let estimate = of(&plan, &all_priced(), None);
        let walked: Vec<Vec<Month>> = cases.iter().map(Case::simulate).collect();
        let ratio = u128::from(cases[0].ratio);
        let history: u128 = cases.iter().map(|case| case.size_on(0) * 10_000).sum();
        for month in 0..MONTHS {
            let sum = |of: fn(&Month) -> u128| walked.iter().map(|months| of(&months[month])).sum::<u128>();
            let days = u128::from(DAYS);
            let count = cases.len();
            let stored = sum(|month| month.stored);
            near(kind(&estimate, Kind::Storage, month), stored, ONE * ratio * days, count, "stored");
            near(kind(&estimate, Kind::MirrorStorage, month), stored, ONE * ratio * days, count, "mirrored");
            let archived = sum(|month| month.archived);
            near(kind(&estimate, Kind::Archive, month), archived, ONE * days, count, "archived");
            let new = sum(|month| month.written) + if month == 0 { history } else { 0 };
            near(kind(&estimate, Kind::Replication, month), new, ONE * ratio, count, "copied");
        }
    }

    #[test]
    fn more_data_never_costs_less(case in case(), more in 0_u64..30) {
        let total = |case: &Case| {
            let estimate = of(&plan(&document(std::slice::from_ref(case))), &all_priced(), None);
            let sum = estimate.total(Bill::CloudBackup);
            assert!(sum.is_total());
            sum.cost.expected
        };
        let base = total(&case);
        let larger = Case { size: case.size + more, ..case.clone() };
        prop_assert!(total(&larger) >= base);
        let growing = Case { growth: case.growth + more, ..case.clone() };
        prop_assert!(total(&growing) >= base);
        let changing = Case { change: case.change + more, ..case.clone() };
        prop_assert!(total(&changing) >= base);
        // Archived points cost another rate, and at least sixty days: without them, longer is never cheaper.
        let kept = Case { archive: None, ..case.clone() };
        let longer = Case { kept: case.kept + more, ..kept.clone() };
        prop_assert!(total(&longer) >= total(&kept));
        let denser = Case { ratio: (case.ratio + more).min(30), ..case };
        prop_assert!(total(&denser) <= base);
    }

    #[test]
    fn mirrors_and_regions(cases in prop::collection::vec(case(), 1..4)) {
        let text = document(&cases);
        let book = all_priced();
        let with = of(&plan(&text), &book, None);
        let mut bare = text.clone();
        bare["mirrors"] = json!([]);
        let without = of(&plan(&bare), &book, None);
        for month in 0..MONTHS {
            let more = with.month(Bill::CloudBackup, month).cost.expected - without.month(Bill::CloudBackup, month).cost.expected;
            prop_assert!(more >= Money::ZERO);
        }
        // Prices are the same in every region, so that moving changes no amount.
        let moved = text.to_string().replace("cn-hangzhou", "cn-beijing").replace("cn-shanghai", "ap-southeast-1");
        let moved = of(&plan(&serde_json::from_str(&moved).unwrap()), &book, None);
        prop_assert_eq!(moved.lines.len(), with.lines.len());
        for (one, other) in with.lines.iter().zip(&moved.lines) {
            prop_assert_eq!(&one.cells, &other.cells);
        }
        // The parts are the whole, however they are put together.
        let total = with.total(Bill::CloudBackup);
        for by in [Grouping::Kind, Grouping::Vault, Grouping::Source, Grouping::Region, Grouping::Line] {
            let mut sum = Sum::default();
            for group in with.groups(Bill::CloudBackup, by) {
                sum.add_sum(&group.all);
            }
            prop_assert_eq!(sum, total);
        }
        let mut months = Sum::default();
        for month in 0..MONTHS {
            months.add_sum(&with.month(Bill::CloudBackup, month));
        }
        prop_assert_eq!(months, total);
    }

    #[test]
    fn an_unknown_rate_takes_its_lines_out_of_the_subtotal(cases in prop::collection::vec(case(), 1..3), number in 0..Item::ALL.len()) {
        let missing = Item::ALL[number];
        let rates = Item::ALL.iter().filter(|item| **item != missing);
        // Mirrors would cost what vaults cost.
        let rates: Vec<Value> = rates.map(|item| json!({"item": item.id(), "price": 1})).collect();
        let book = book(&json!({"rates": rates}));
        let plan = plan(&document(&cases));
        let (whole, part) = (of(&plan, &all_priced(), None), of(&plan, &book, None));
        let lines = whole.lines.iter().filter(|line| line.item == missing && missing != Item::MirrorStorage);
        let gone = lines.fold(Money::ZERO, |sum, line| sum + line.total().cost.expected);
        let (whole, part) = (whole.total(Bill::CloudBackup), part.total(Bill::CloudBackup));
        prop_assert_eq!(whole.cost.expected - part.cost.expected, gone);
        prop_assert_eq!(part.is_total(), gone == Money::ZERO);
        prop_assert_eq!(part.coverage() == 100, gone == Money::ZERO);
    }
}
