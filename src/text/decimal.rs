//! Exact decimals from 0: prices, ratios and percentages are read, compared and written without binary fractions,
//! as whole numbers of 10^-12.

use std::fmt;

use super::cursor::Cursor;

/// How many decimal places there are.
pub const PLACES: u32 = 12;

/// The unit, in 10^-12.
const ONE: u128 = 1_000_000_000_000;

/// The largest decimal, 10^12, in 10^-12.
const MOST: u128 = ONE * ONE;

/// A decimal from 0 to 10^12 of at most twelve places, exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(u128);

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Reads a number as JSON writes it. `None` when it has a sign, is no number, has more than twelve places or is
    /// larger than 10^12. Zeros at the end of its places count for nothing, and an exponent is resolved exactly.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        cursor.number().ok()?;
        if cursor.peek().is_some() {
            return None;
        }
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        let places = places.trim_end_matches('0');
        // Where the last digit stands, counted from the twelfth place.
        let length = i32::try_from(places.len()).ok()?;
        let mut shift = (PLACES as i32).checked_sub(length)?.checked_add(exponent)?;
        let mut pico = 0;
        for digit in whole.bytes().chain(places.bytes()) {
            // A sign is no digit.
            let digit = u128::from(digit.checked_sub(b'0')?);
            pico = times_ten(pico)?.checked_add(digit)?;
        }
        while shift > 0 && pico > 0 {
            pico = times_ten(pico)?;
            shift -= 1;
        }
        while shift < 0 && pico > 0 {
            if !pico.is_multiple_of(10) {
                return None;
            }
            pico /= 10;
            shift += 1;
        }
        Self::from_pico(pico)
    }

    /// So many 10^-12; `None` above 10^12.
    #[must_use]
    pub const fn from_pico(pico: u128) -> Option<Self> {
        if pico > MOST { None } else { Some(Self(pico)) }
    }

    /// A whole number; 10^12 when it is larger.
    #[must_use]
    pub const fn whole(number: u64) -> Self {
        let most = ONE as u64;
        let number = if number > most { most } else { number };
        Self(number as u128 * ONE)
    }

    /// In 10^-12.
    #[must_use]
    pub const fn pico(self) -> u128 {
        self.0
    }

    /// Whether it is 0.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The whole number that it is; `None` when it has places.
    #[must_use]
    pub const fn as_whole(self) -> Option<u64> {
        if self.0.is_multiple_of(ONE) {
            Some((self.0 / ONE) as u64)
        } else {
            None
        }
    }

    /// The nearest binary fraction, for programs that know no other: never to be calculated with.
    #[must_use]
    pub fn nearest_float(self) -> f64 {
        let (mut digits, mut power) = (self.0, 1_u64);
        let mut left = PLACES;
        while left > 0 && digits.is_multiple_of(10) {
            digits /= 10;
            left -= 1;
        }
        for _ in 0..left {
            power *= 10;
        }
        // Both are exact where the decimal has at most fifteen digits, so that one division rounds once.
        digits as f64 / power as f64
    }
}

/// Ten times as much, within what a number may have of digits.
const fn times_ten(pico: u128) -> Option<u128> {
    // Twelve digits more than the largest decimal has: an exponent may take them away again.
    if pico > MOST * ONE {
        None
    } else {
        Some(pico * 10)
    }
}

/// Without zeros at the end, and without a point where it is whole.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, mut places) = ((self.0 / ONE) as u64, (self.0 % ONE) as u64);
        let mut out = Vec::new();
        super::value::push_whole(&mut out, whole);
        if places > 0 {
            out.push(b'.');
        }
        let mut one = ONE as u64;
        while places > 0 {
            one /= 10;
            out.push(b'0' + (places / one) as u8);
            places %= one;
        }
        // Made of digits alone.
        f.write_str(std::str::from_utf8(&out).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly() {
        for (text, pico) in [
            ("0", 0),
            ("0.0", 0),
            ("1", ONE),
            ("5.383511", 5_383_511_000_000),
            ("0.000000000001", 1),
            ("0.0318700", 31_870_000_000),
            ("1.00000000000000000000", ONE),
            ("1000000000000", MOST),
            ("1e12", MOST),
            ("1E-12", 1),
            ("0.1e1", ONE),
            ("12.5e+2", 1_250 * ONE),
            ("2500e-3", 2_500_000_000_000),
            ("0e999", 0),
            ("0e-999", 0),
        ] {
            assert_eq!(
                Decimal::parse(text).map(Decimal::pico),
                Some(pico),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_decimal_is_refused() {
        for text in [
            "",
            " 1",
            "1 ",
            "-1",
            "-0",
            "+1",
            "01",
            ".5",
            "5.",
            "1,5",
            "1e",
            "0.0000000000001",
            "1e-13",
            "1000000000000.000000000001",
            "1000000000001",
            "1e13",
            "1e999999999999",
            "1e-999999999999",
            "99999999999999999999999999999999999999999999999999",
            "１",
            "NaN",
            "Infinity",
            "0x1",
        ] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn they_are_written_without_zeros_at_the_end() {
        for (text, written) in [
            ("0.50", "0.5"),
            ("108.00", "108"),
            ("0", "0"),
            ("10", "10"),
            ("1000000000000", "1000000000000"),
            ("999999999999.999999999999", "999999999999.999999999999"),
            ("0.000000000001", "0.000000000001"),
            ("1e-7", "0.0000001"),
        ] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), written);
        }
    }

    #[test]
    fn they_are_ordered_by_what_they_are_worth() {
        let of = |text| Decimal::parse(text).unwrap();
        assert!(of("9.99") < of("10") && of("0.5") < of("0.51"));
        assert_eq!(of("1.50"), of("1.5"));
        assert_eq!(Decimal::whole(30).as_whole(), Some(30));
        assert_eq!(of("30.5").as_whole(), None);
        assert_eq!(Decimal::whole(u64::MAX).pico(), MOST);
        assert!(Decimal::ZERO.is_zero() && !of("0.000000000001").is_zero());
    }

    #[test]
    fn the_nearest_float_is_the_one_that_its_text_names() {
        for text in [
            "0",
            "5.383511",
            "0.03187",
            "0.1",
            "999999999999",
            "0.000000000001",
            "100",
        ] {
            let float = Decimal::parse(text).unwrap().nearest_float();
            assert_eq!(float, text.parse::<f64>().unwrap(), "{text}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_again(pico in 0..=MOST) {
            let decimal = Decimal::from_pico(pico).unwrap();
            proptest::prop_assert_eq!(Decimal::parse(&decimal.to_string()), Some(decimal));
        }

        #[test]
        fn no_text_is_too_much(text in "[-+0-9.eE]{0,40}") {
            if let Some(decimal) = Decimal::parse(&text) {
                let written = decimal.to_string();
                proptest::prop_assert_eq!(Decimal::parse(&written), Some(decimal));
                let (near, float) = (decimal.nearest_float(), text.parse::<f64>().unwrap());
                proptest::prop_assert!((near - float).abs() <= float * 1e-12);
            }
        }
    }
}
