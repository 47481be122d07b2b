//! The budget of an estimate. What is unknown never keeps a budget: a subtotal below the amount says nothing about
//! the total, unless the user said which coverage is enough.

use std::io::{self, Write};

use vaultplan::catalog::price_items::Bill;
use vaultplan::cost::sum::Sum;
use vaultplan::cost::{Estimate, Money};
use vaultplan::lang::Lang;
use vaultplan::text::decimal::Decimal;

use super::words;
use crate::paint::{Paint, Tone};

/// What is asked of an estimate.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Gate {
    /// The most that the Cloud Backup bill may come to over all months.
    pub(crate) max_total: Option<Decimal>,
    /// The least share of it that has a price, in percent.
    pub(crate) min_coverage: Option<u32>,
}

/// What became of one demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// The total is at most the amount.
    Within,
    /// What is priced is at most the amount, and enough of it is priced.
    WithinCovered,
    /// The total, or what is priced of it alone, is more.
    Above,
    /// What is priced is at most the amount; what is not may exceed it.
    Untold,
    /// Enough has a price.
    Covered,
    /// Too little has a price.
    Uncovered,
}

impl Told {
    /// Whether the demand is met.
    pub(crate) const fn is_kept(self) -> bool {
        matches!(self, Self::Within | Self::WithinCovered | Self::Covered)
    }
}

/// What became of the demands.
#[derive(Debug)]
pub(crate) struct Verdict {
    told: Vec<Told>,
    gate: Gate,
    sum: Sum,
    currency: String,
    /// Whether other bills have lines.
    others: bool,
}

impl Gate {
    /// Judges an estimate.
    pub(crate) fn judge(self, estimate: &Estimate) -> Verdict {
        let sum = estimate.total(Bill::CloudBackup);
        Verdict {
            told: self.told(&sum),
            gate: self,
            sum,
            currency: estimate.currency.clone(),
            others: estimate.bills().len() > 1,
        }
    }

    fn told(self, sum: &Sum) -> Vec<Told> {
        let covered = self.min_coverage.map(|least| sum.coverage() >= least);
        let total = self.max_total.map(|most| {
            if exceeds(sum.cost.high, most) {
                Told::Above
            } else if sum.is_total() {
                Told::Within
            } else if covered == Some(true) {
                Told::WithinCovered
            } else {
                Told::Untold
            }
        });
        let coverage = covered.map(|met| if met { Told::Covered } else { Told::Uncovered });
        total.into_iter().chain(coverage).collect()
    }
}

/// Whether money is more than an amount. Both are exact: millionths against 10^-12.
fn exceeds(money: Money, most: Decimal) -> bool {
    u128::try_from(money.micro()).is_ok_and(|micro| micro.saturating_mul(1_000_000) > most.pico())
}

impl Verdict {
    /// Whether every demand is met.
    pub(crate) fn is_kept(&self) -> bool {
        self.told.iter().all(|told| told.is_kept())
    }

    /// One line for each demand.
    ///
    /// # Errors
    /// Those of the output.
    pub(crate) fn write(&self, o: &mut dyn Write, lang: Lang, paint: Paint) -> io::Result<()> {
        for (at, told) in self.told.iter().enumerate() {
            if at == 0 {
                writeln!(o)?;
            }
            let (tone, word) = match told {
                told if told.is_kept() => (Tone::Pass, words::KEPT),
                Told::Untold => (Tone::Undecided, words::UNTOLD),
                _ => (Tone::Error, words::BROKEN),
            };
            let word = paint.paint(tone, word.get(lang));
            writeln!(o, "{word}  {}", self.sentence(*told, lang))?;
        }
        if self.others && self.gate.max_total.is_some() {
            let line = words::OTHER_BILLS_APART.get(lang);
            writeln!(o, "{}", paint.paint(Tone::Quiet, line))?;
        }
        Ok(())
    }

    /// The demands that are not met, for formats that leave no room for them.
    pub(crate) fn complaints(&self, lang: Lang) -> Vec<String> {
        let broken = self.told.iter().filter(|told| !told.is_kept());
        broken
            .map(|told| {
                let word = if *told == Told::Untold {
                    words::UNTOLD
                } else {
                    words::BROKEN
                };
                format!(
                    "vaultplan: {}: {}",
                    word.get(lang),
                    self.sentence(*told, lang)
                )
            })
            .collect()
    }

    fn sentence(&self, told: Told, lang: Lang) -> String {
        let most = self.gate.max_total.unwrap_or_default();
        let figures = words::Figures {
            total: &self.sum.cost.high.to_string(),
            most: &most.to_string(),
            currency: &self.currency,
            coverage: self.sum.coverage(),
            least: self.gate.min_coverage.unwrap_or_default(),
        };
        words::told(
            told,
            self.sum.is_total(),
            self.sum.cost.is_range(),
            &figures,
            lang,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vaultplan::cost::{Amount, Cell, Hole, Spread};

    /// A sum of a priced cell, and of one whose rate is unknown.
    fn sum(micro: [i128; 3], hole: bool) -> Sum {
        let mut sum = Sum::default();
        let one = Spread::one(Amount::flow(1_000_000_000));
        sum.add(&Cell {
            quantity: Some(one),
            priced: one,
            cost: Spread::of(micro.map(Money::from_micro)),
            hole: None,
        });
        if hole {
            sum.add(&Cell {
                quantity: Some(one),
                priced: Spread::one(Amount::ZERO),
                cost: Spread::default(),
                hole: Some(Hole::Rate),
            });
        }
        sum
    }

    fn told(max: Option<&str>, min: Option<u32>, sum: &Sum) -> Vec<Told> {
        let gate = Gate {
            max_total: max.map(|max| Decimal::parse(max).expect("a decimal")),
            min_coverage: min,
        };
        gate.told(sum)
    }

    #[test]
    fn a_total_is_compared_exactly() {
        let total = sum([12_400_001; 3], false);
        assert_eq!(told(Some("12.400001"), None, &total), [Told::Within]);
        assert_eq!(told(Some("12.400000999999"), None, &total), [Told::Above]);
        assert_eq!(told(None, None, &total), []);
        // What a resource plan covers may exceed the rest.
        assert_eq!(told(Some("0"), None, &sum([-1; 3], false)), [Told::Within]);
    }

    #[test]
    fn the_dear_end_of_a_range_counts() {
        let range = sum([5_000_000, 10_000_000, 20_000_000], false);
        assert_eq!(told(Some("19.99"), None, &range), [Told::Above]);
        assert_eq!(told(Some("20"), None, &range), [Told::Within]);
    }

    #[test]
    fn a_hole_is_no_pass() {
        let half = sum([10_000_000; 3], true);
        assert_eq!(told(Some("1000000"), None, &half), [Told::Untold]);
        // What is priced alone is too much already.
        assert_eq!(told(Some("9"), None, &half), [Told::Above]);
        assert_eq!(
            told(Some("1000000"), Some(50), &half),
            [Told::WithinCovered, Told::Covered]
        );
        assert_eq!(
            told(Some("1000000"), Some(51), &half),
            [Told::Untold, Told::Uncovered]
        );
        assert_eq!(told(None, Some(51), &half), [Told::Uncovered]);
        assert_eq!(told(None, Some(0), &half), [Told::Covered]);
    }
}
