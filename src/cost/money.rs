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

/// A quantity as it is billed: `sum / per` units, `sum` in billionths. A month's storage is the sum of its 30 daily
/// amounts with `per` 30, so that the average loses nothing; what flows has `per` 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Billionths of the unit, summed over `per` parts.
    pub sum: u128,
    /// Into how many parts the sum is divided; at least 1.
    pub per: u32,
}

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self { sum: 0, per: 1 };

    /// What flows: so many billionths of the unit.
    #[must_use]
    pub const fn flow(nano: u128) -> Self {
        Self { sum: nano, per: 1 }
    }

    /// A month's daily amounts, in billionths of the unit, summed.
    #[must_use]
    pub const fn daily(sum: u128) -> Self {
        Self { sum, per: 30 }
    }

    /// Whether there is none of it.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.sum == 0
    }

    /// The quantity in billionths of the unit, rounded half up: for display and tiers of whole units.
    #[must_use]
    pub const fn nano(self) -> u128 {
        let per = if self.per == 0 { 1 } else { self.per as u128 };
        (self.sum.saturating_add(per / 2)) / per
    }

    /// What it costs at a rate by the unit, rounded once, half up, to millionths. Quantities and rates beyond all
    /// that documents can hold give the largest amount.
    #[must_use]
    pub fn at(self, rate: Decimal) -> Money {
        // Rate in 10^-12, quantity in 10^-9, result in 10^-6.
        let per = u128::from(self.per.max(1)).saturating_mul(1_000_000_000_000_000);
        let micro = mul_div(rate.pico(), self.sum, per);
        Money(
            micro
                .and_then(|m| i128::try_from(m).ok())
                .unwrap_or(i128::MAX),
        )
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
        let rest = product % c;
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
