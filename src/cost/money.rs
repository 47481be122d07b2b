//! Exact money and exact quantities. No binary fraction touches a price: a line is rate times quantity with one
//! rounding at its end, half up, to six places.

use std::fmt;
use std::ops::{Add, AddAssign, Neg, Sub};

use crate::text::decimal::Decimal;

/// An amount of money in millionths of its currency's unit; below zero for what a resource plan covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i128);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount in millionths.
    #[must_use]
    pub const fn from_micro(micro: i128) -> Self {
        Self(micro)
    }

    /// The amount in millionths.
    #[must_use]
    pub const fn micro(self) -> i128 {
        self.0
    }

    /// An amount from 0; the largest when it is beyond all.
    fn from_size(micro: Option<u128>) -> Self {
        let micro = micro.and_then(|micro| i128::try_from(micro).ok());
        Self(micro.unwrap_or(i128::MAX))
    }

    /// The amount in thousandths, rounded half up: what the details of a bill of snapshots show.
    #[must_use]
    pub const fn mills(self) -> i128 {
        let size = (self.0.unsigned_abs().saturating_add(500) / 1_000) as i128;
        if self.0 < 0 { -size } else { size }
    }

    /// The amount in hundredths, the rest dropped: what a bill of snapshots makes payable.
    #[must_use]
    pub const fn payable(self) -> i128 {
        self.0 / 10_000
    }

    /// The amount in hundredths, rounded half up (away from zero): for display alone.
    #[must_use]
    pub const fn cents(self) -> i128 {
        let size = self.0.unsigned_abs().saturating_add(5_000) / 10_000;
        // A size divided by 10,000 always fits.
        let size = size as i128;
        if self.0 < 0 { -size } else { size }
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Money {
    /// The amount so many times.
    #[must_use]
    pub(super) const fn times(self, number: usize) -> Self {
        Self(self.0.saturating_mul(number as i128))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

/// All six places, without trailing zeros beyond the second: `12.40`, `14.036744`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.unsigned_abs();
        if self.0 < 0 {
            f.write_str("-")?;
        }
        let mut rest = size % 1_000_000;
        let mut places = 6;
        while places > 2 && rest.is_multiple_of(10) {
            rest /= 10;
            places -= 1;
        }
        write!(f, "{}.{rest:0places$}", size / 1_000_000)
    }
}

/// Hours of a month.
const HOURS: u128 = 720;

/// Hours of a day.
const HOURS_OF_DAY: u128 = 24;

/// From 10^-9 of a unit and hours, times 10^-12 of a price, to 10^-6 and months.
const SCALE: u128 = HOURS * 1_000_000_000_000_000;

/// A quantity as a month bills it: billionths of the unit, times the hours for which they count, of the month's 720.
/// So an average of daily amounts loses nothing before the one rounding of its price.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(u128);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// What counts at once, such as traffic, in billionths of the unit.
    #[must_use]
    pub const fn flow(nano: u128) -> Self {
        Self(nano.saturating_mul(HOURS))
    }

    /// The sum of a month's daily amounts, in billionths of the unit.
    #[must_use]
    pub const fn daily(sum: u128) -> Self {
        Self(sum.saturating_mul(HOURS_OF_DAY))
    }

    /// What is kept for some hours, in billionths of the unit.
    #[must_use]
    pub const fn hours(nano: u128, hours: u64) -> Self {
        Self(nano.saturating_mul(hours as u128))
    }

    /// So many of the unit, in 10^-12 of it, for a whole month; what lies beyond the billionths is dropped.
    #[must_use]
    pub const fn of(units: Decimal) -> Self {
        Self::flow(units.pico() / 1_000)
    }

    /// Whether there is none of it.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The quantity in billionths of the unit, rounded half up: for display.
    #[must_use]
    pub const fn nano(self) -> u128 {
        self.0.saturating_add(HOURS / 2) / HOURS
    }

    /// So many times as much.
    #[must_use]
    pub const fn times(self, count: u64) -> Self {
        Self(self.0.saturating_mul(count as u128))
    }

    /// The smaller of two amounts.
    #[must_use]
    pub fn least(self, other: Self) -> Self {
        self.min(other)
    }

    /// The larger of two amounts.
    #[must_use]
    pub fn most(self, other: Self) -> Self {
        self.max(other)
    }

    /// What is left after another amount, nothing when that is larger.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Which share of `whole` it is, in billionths, rounded down; all of nothing.
    #[must_use]
    pub fn share_of(self, whole: Self) -> u64 {
        const ALL: u64 = 1_000_000_000;
        if self.0 >= whole.0 {
            return ALL;
        }
        let share = match self.0.checked_mul(u128::from(ALL)) {
            Some(product) => product / whole.0,
            None => self.0 / (whole.0 / u128::from(ALL)).max(1),
        };
        u64::try_from(share).map_or(ALL, |share| share.min(ALL - 1))
    }

    /// What it costs at a rate by the unit, rounded once, half up, to millionths. Quantities and rates beyond all
    /// that documents can hold give the largest amount.
    #[must_use]
    pub fn at(self, rate: Decimal) -> Money {
        match rate.pico().checked_mul(self.0) {
            Some(product) => Money::from_size(Some(scaled(product))),
            None => Money::from_size(mul_div(rate.pico(), self.0, SCALE)),
        }
    }
}

impl Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// A product of price and amount as money, rounded half up: the division by [`SCALE`], in steps of 64 bits where that
/// does. Every cell of an estimate divides once, and 128 bits take ten times as long.
const fn scaled(product: u128) -> u128 {
    // 720 × 10^15 is 2^19 × 9 × 5^16.
    const SHIFT: u32 = 19;
    const REST: u64 = 1_373_291_015_625;
    // The divisor has 41 bits: what is left of a step and 23 bits more are 64.
    const STEP: u32 = 23;
    let Some(sum) = product.checked_add(SCALE / 2) else {
        return product / SCALE;
    };
    let shifted = sum >> SHIFT;
    if shifted <= u64::MAX as u128 {
        return (shifted as u64 / REST) as u128;
    }
    let high = shifted >> STEP;
    if high > u64::MAX as u128 {
        return shifted / REST as u128;
    }
    let high = high as u64;
    let low = (shifted as u64) & ((1 << STEP) - 1);
    let last = ((high % REST) << STEP) | low;
    (((high / REST) as u128) << STEP) + (last / REST) as u128
}

/// What several parts cost, each at its own rate, rounded once, half up, to millionths.
#[must_use]
pub fn at_rates(parts: &[(Amount, Decimal)]) -> Money {
    let exact = parts.iter().try_fold(0_u128, |sum, (amount, rate)| {
        sum.checked_add(rate.pico().checked_mul(amount.0)?)
    });
    match exact {
        Some(sum) => Money::from_size(Some(scaled(sum))),
        // Beyond 128 bits the millionths of each part no longer matter.
        None => parts
            .iter()
            .fold(Money::ZERO, |sum, (amount, rate)| sum + amount.at(*rate)),
    }
}

/// `a * b / c`, rounded half up, without loss in between. `None` when the result does not fit or `c` is 0.
#[must_use]
pub fn mul_div(a: u128, b: u128, c: u128) -> Option<u128> {
    if c == 0 {
        return None;
    }
    if let Some(product) = a.checked_mul(b) {
        let whole = product / c;
        let rest = product - whole * c;
        return if rest >= c - rest {
            whole.checked_add(1)
        } else {
            Some(whole)
        };
    }
    // 256 bits: the product in two halves, then long division bit by bit.
    let (high, low) = wide_mul(a, b);
    if high >= c {
        return None;
    }
    let mut rest = high;
    let mut whole: u128 = 0;
    for bit in (0..128).rev() {
        // The bit that is pushed out of the rest means that it exceeds any divisor.
        let over = rest >> 127 == 1;
        rest = (rest << 1) | ((low >> bit) & 1);
        whole <<= 1;
        if over || rest >= c {
            rest = rest.wrapping_sub(c);
            whole |= 1;
        }
    }
    if rest >= c - rest {
        whole.checked_add(1)
    } else {
        Some(whole)
    }
}

/// The product of two numbers: its upper and its lower 128 bits.
const fn wide_mul(a: u128, b: u128) -> (u128, u128) {
    const HALF: u128 = u64::MAX as u128;
    let (a1, a0) = (a >> 64, a & HALF);
    let (b1, b0) = (b >> 64, b & HALF);
    let low = a0 * b0;
    let mid = a1 * b0 + (low >> 64);
    let mid2 = a0 * b1 + (mid & HALF);
    let high = a1 * b1 + (mid >> 64) + (mid2 >> 64);
    (high, (mid2 << 64) | (low & HALF))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    const GB: u128 = 1_000_000_000;

    #[test]
    fn a_line_is_rounded_once_half_up() {
        let month = Amount::flow(8 * GB);
        assert_eq!(month.at(rate("0.031870")).micro(), 254_960);
        assert_eq!(Amount::daily(30 * 8 * GB), month);
        assert_eq!(Amount::hours(8 * GB, 720), month);
        // Half a millionth is one, less is none.
        assert_eq!(Amount::flow(1).at(rate("500")).micro(), 1);
        assert_eq!(Amount::flow(1).at(rate("499.999")).micro(), 0);
        // Parts are added before they are rounded.
        let half = (Amount::flow(1), rate("250"));
        assert_eq!(at_rates(&[half, half]).micro(), 1);
        assert_eq!(half.0.at(half.1).micro(), 0);
    }

    #[test]
    fn published_figures_of_snapshots_come_out_to_the_last_place() {
        // 100 GB at 0.0173 USD a month: an hour, a day, a month.
        let price = rate("0.0173");
        assert_eq!(Amount::hours(100 * GB, 1).at(price).micro(), 2_403);
        assert_eq!(Amount::hours(100 * GB, 24).at(price).micro(), 57_667);
        assert_eq!(Amount::flow(100 * GB).at(price).micro(), 1_730_000);
        // 310 GiB for 13 hours at 0.12 CNY: 0.671667; details show 0.672, payable are 0.67.
        let bill = Amount::hours(310 * GB, 13).at(rate("0.12"));
        assert_eq!(
            (bill.micro(), bill.mills(), bill.payable()),
            (671_667, 672, 67)
        );
        // 77 GiB for one started hour.
        let bill = Amount::hours(77 * GB, 1).at(rate("0.12"));
        assert_eq!(
            (bill.micro(), bill.mills(), bill.payable()),
            (12_833, 13, 1)
        );
        let bill = Amount::hours(77 * GB, 1).at(rate("0.148"));
        assert_eq!(
            (bill.micro(), bill.mills(), bill.payable()),
            (15_828, 16, 1)
        );
    }

    #[test]
    fn the_division_in_steps_is_the_division() {
        let mut product = 1_u128;
        while product < u128::MAX / 7 {
            for near in [
                product - 1,
                product,
                product + 1,
                product / SCALE * SCALE + SCALE / 2,
            ] {
                for near in [near, near.saturating_sub(1)] {
                    assert_eq!(Some(scaled(near)), mul_div(near, 1, SCALE), "{near}");
                }
            }
            product = product * 7 / 3 + 1;
        }
        assert_eq!(scaled(u128::MAX), u128::MAX / SCALE);
    }

    #[test]
    fn products_beyond_128_bits_lose_nothing() {
        let a = 123_456_789_012_345_678_901_234_567_890_u128;
        assert_eq!(mul_div(a, a, a), Some(a));
        assert_eq!(mul_div(u128::MAX, u128::MAX, u128::MAX), Some(u128::MAX));
        assert_eq!(mul_div(u128::MAX, 2, 4), Some(1 << 127));
        assert_eq!(mul_div(u128::MAX, 2, 1), None);
        assert_eq!(mul_div(1, 1, 0), None);
        assert_eq!(mul_div(7, 1, 2), Some(4));
        assert_eq!(
            mul_div(u128::MAX - 1, u128::MAX, u128::MAX),
            Some(u128::MAX - 1)
        );
        let most = Amount::flow(u128::MAX).at(rate("1000000000000"));
        assert_eq!(most.micro(), i128::MAX);
    }

    #[test]
    fn money_is_written_with_all_its_places() {
        let written = |micro| Money::from_micro(micro).to_string();
        assert_eq!(written(14_036_744), "14.036744");
        assert_eq!(written(12_400_000), "12.40");
        assert_eq!(written(-500), "-0.0005");
        assert_eq!(written(0), "0.00");
        assert_eq!(Money::from_micro(-5_000).cents(), -1);
        assert_eq!(Money::from_micro(4_999).cents(), 0);
    }

    #[test]
    fn a_share_is_all_only_of_all() {
        let share = |part, whole| Amount::flow(part).share_of(Amount::flow(whole));
        assert_eq!(share(0, 0), 1_000_000_000);
        assert_eq!(share(5, 5), 1_000_000_000);
        assert_eq!(share(u128::MAX / 1_000 - 1, u128::MAX / 1_000), 999_999_999);
        assert_eq!(share(1, 3), 333_333_333);
        assert_eq!(share(0, 3), 0);
    }
}
