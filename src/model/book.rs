//! Price books: dated rates of one currency, each with the page that prints it. An absent price is an unknown one,
//! never 0.

use std::borrow::Cow;

use super::declare::Shape::{
    Closed, Decimal, Format, Id as IdShape, List, Moment as MomentShape, Open, Record, Text,
    Whole as WholeShape,
};
use super::declare::Silence::{Default, NotUsed};
use super::declare::{Blank, Detach, record, words};
use super::edit::{Leaf, ToValue};
use super::fill::{Misread, Said, fill_said};
use super::time;
use super::value::{Id, Moment, Txt, Whole, Within};
use crate::catalog::vocabulary as vocab;
use crate::text::value::Value;

/// The format mark of price books that this release reads and writes.
pub const FORMAT: &str = "vaultplan-prices/1";

/// The largest price or quantity.
pub const MOST: u64 = 1_000_000_000_000;

/// Longest free period in days that a rate holds.
pub const MAX_FREE_DAYS: u64 = 36_500;

/// An amount of money in the currency of its book.
pub type Price = Within<0, MOST>;

/// An amount in the unit of a billable item.
pub type Quantity = Within<0, MOST>;

/// The mark `vaultplan-prices/1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookMark;

impl Said<'_> for BookMark {
    fn say(&mut self, text: Cow<'_, str>) -> Result<(), Misread> {
        if text == FORMAT { Ok(()) } else { Err(Misread) }
    }
}

impl Detach for BookMark {
    type Free = Self;
    fn detach(self) -> Self {
        self
    }
}

impl Leaf for BookMark {
    fn of(value: &Value) -> Option<Self> {
        (value.as_str() == Some(FORMAT)).then_some(Self)
    }
}

impl ToValue for BookMark {
    fn value(&self) -> Value {
        FORMAT.into()
    }
}

super::edit::leaf!(BookMark);
fill_said!(BookMark);

impl Blank for BookMark {
    fn blank() -> Self {
        Self
    }
}

words! {
    /// How far a rate can be trusted.
    enum Confidence {
        /// The vendor's page of today.
        OfficialCurrent = "official-current",
        /// A page of the vendor's without a date.
        OfficialUndated = "official-undated",
        /// An old page of the vendor's.
        OfficialOld = "official-old",
        /// Follows from what pages say; none prints it.
        Inferred = "inferred",
        /// Entered by the user.
        Own = "own",
    }
}

record! {
    /// A part of a tiered price.
    struct Tier<'a> ("tier") {
        required {
            /// From which amount on it counts, in the unit of the item.
            from: Quantity = "from", Decimal(0, MOST), "0.3";
        }
        borrow
        /// A remark.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.3";
        /// The price of a unit from there on; unknown when absent.
        price: Option<Price> = "price", Default("unknown"), Decimal(0, MOST), "0.3";
    }
}

record! {
    /// The public page that prints a rate.
    struct RateSource<'a> ("rate source") {
        borrow
        /// Its title.
        title: Option<Txt<'a>> = "title", NotUsed, Text, "0.3";
        /// Its address.
        address: Option<Txt<'a>> = "address", NotUsed, Text, "0.3";
        /// Its date: a year, a month or a day.
        date: Option<Txt<'a>> = "date", NotUsed, Text, "0.3";
        /// When it was read: a year, a month or a day.
        read: Option<Txt<'a>> = "read", NotUsed, Text, "0.3";
    }
}

record! {
    /// What a unit of a billable item costs.
    struct Rate<'a> ("rate") {
        required {
            /// Id of the billable item.
            item: Id<'a> = "item", IdShape, "0.3";
        }
        borrow
        /// Id of the item whose rate counts for this one as well.
        same_as: Option<Id<'a>> = "sameAs", NotUsed, IdShape, "0.3";
        /// The price of a unit; unknown when absent.
        price: Option<Price> = "price", Default("unknown"), Decimal(0, MOST), "0.3";
        /// The prices of a unit from certain amounts on.
        tiers: Vec<Tier<'a>> = "tiers", NotUsed, List(&Record(&Tier::RECORD)), "0.3";
        /// Its currency.
        currency: Option<Txt<'a>> = "currency", Default("that of the book"), Text, "0.3";
        /// Its unit.
        unit: Option<Txt<'a>> = "unit", Default("that of the item"), Text, "0.3";
        /// The regions in which it counts.
        regions: Vec<Txt<'a>> = "regions", Default("all regions"), List(&Open(&vocab::REGION)), "0.3";
        /// How much costs nothing, in the unit of the item.
        free_quota: Option<Quantity> = "freeQuota", NotUsed, Decimal(0, MOST), "0.3";
        /// For how many days it costs nothing at first.
        free_days: Option<Whole<MAX_FREE_DAYS>> = "freeDays", NotUsed, WholeShape(0, MAX_FREE_DAYS), "0.3";
        /// The page that prints it.
        source: Option<Box<RateSource<'a>>> = "source", NotUsed, Record(&RateSource::RECORD), "0.3";
        /// How far it can be trusted.
        confidence: Option<Confidence> = "confidence", NotUsed, Closed(Confidence::WORDS), "0.3";
        /// What the vendor's list says, beside a rate of the user's own.
        list_price: Option<Price> = "listPrice", NotUsed, Decimal(0, MOST), "0.3";
        /// When the user entered it.
        entered: Option<Moment<'a>> = "entered", NotUsed, MomentShape, "0.3";
        /// A remark.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.3";
        /// The remark in Chinese.
        note_zh: Option<Txt<'a>> = "noteZh", Default("the remark"), Text, "0.3";
    }
}

record! {
    /// Dated rates of one currency.
    struct Book<'a> ("price book") {
        required {
            /// The format mark `vaultplan-prices/1`.
            format: BookMark = "format", Format(FORMAT), "0.3";
            /// Its id, by which plans name it.
            id: Id<'a> = "id", IdShape, "0.3";
            /// Its name.
            name: Id<'a> = "name", IdShape, "0.3";
            /// Its currency, in three capital letters.
            currency: Id<'a> = "currency", IdShape, "0.3";
            /// Of when it is: a year, a month or a day.
            version: Id<'a> = "version", IdShape, "0.3";
        }
        borrow
        /// Address of the JSON Schema, for editors.
        schema: Option<Txt<'a>> = "$schema", NotUsed, Text, "0.3";
        /// Its name in Chinese.
        name_zh: Option<Txt<'a>> = "nameZh", Default("its name"), Text, "0.3";
        /// How much less than the vendor's list its rates are, in percent.
        discount_percent: Option<Within<0, 100>> = "discountPercent", NotUsed, Decimal(0, 100), "0.3";
        /// A remark.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.3";
        /// The remark in Chinese.
        note_zh: Option<Txt<'a>> = "noteZh", Default("the remark"), Text, "0.3";
        /// Its rates.
        rates: Vec<Rate<'a>> = "rates", NotUsed, List(&Record(&Rate::RECORD)), "0.3";
    }
}

/// How old a rate may be before it is shown as old, in days.
pub const STALE_DAYS: i64 = 365;

/// The first day of a year (`2026`), a month (`2026-11`) or a day (`2026-11-21`), counted from 1970-01-01. `None`
/// for any other text.
#[must_use]
pub fn day_of(date: &str) -> Option<i64> {
    let rest = match date.len() {
        4 => "-01-01",
        7 => "-01",
        10 => "",
        _ => return None,
    };
    let unix = time::parse(&[date, rest, "T00:00:00Z"].concat())?;
    Some(unix.div_euclid(86_400))
}

impl Rate<'_> {
    /// Whether it states a price, of a part at least.
    #[must_use]
    pub fn is_priced(&self) -> bool {
        self.price.is_some() || self.tiers.iter().any(|tier| tier.price.is_some())
    }

    /// How many days it is old at a time in Unix seconds: since it was entered, else by the date of its page, else
    /// since the page was read. `None` when nothing tells; negative for what lies ahead.
    #[must_use]
    pub fn age_days(&self, now: i64) -> Option<i64> {
        let today = now.div_euclid(86_400);
        if let Some(entered) = &self.entered {
            return Some(today - entered.unix.div_euclid(86_400));
        }
        let source = self.source.as_deref()?;
        let of = |date: &Option<Txt<'_>>| date.as_deref().and_then(day_of);
        let day = of(&source.date).or_else(|| of(&source.read))?;
        Some(today - day)
    }

    /// Whether it is to be shown as old at a time in Unix seconds: its price is older than [`STALE_DAYS`], or nobody
    /// can say how old it is.
    #[must_use]
    pub fn is_stale(&self, now: i64) -> bool {
        self.is_priced() && self.age_days(now).is_none_or(|days| days > STALE_DAYS)
    }
}

impl Book<'_> {
    /// The discount of its user against the vendor's list, as a decimal of percent.
    #[must_use]
    pub fn discount(&self) -> Option<crate::text::decimal::Decimal> {
        self.discount_percent.map(|percent| percent.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::decimal::Decimal;

    const NOW: i64 = 1_795_248_000; // 2026-11-21T08:00:00Z

    fn rate(date: Option<&'static str>, read: Option<&'static str>) -> Rate<'static> {
        Rate {
            price: Some(Within(Decimal::whole(1))),
            source: Some(Box::new(RateSource {
                title: None,
                address: None,
                date: date.map(Txt::from),
                read: read.map(Txt::from),
            })),
            ..Rate::blank()
        }
    }

    #[test]
    fn days_of_dates_are_known() {
        assert_eq!(day_of("1970"), Some(0));
        assert_eq!(day_of("1970-02"), Some(31));
        assert_eq!(day_of("2026-11-21"), Some(NOW / 86_400));
        for none in [
            "",
            "2026-1",
            "2026-13",
            "2026-11-31",
            "21.11.2026",
            "２０２６",
            "2026-11-21T08:00:00Z",
        ] {
            assert_eq!(day_of(none), None, "{none}");
        }
    }

    #[test]
    fn a_rate_is_old_after_a_year() {
        for (date, read, stale) in [
            (Some("2025-11-21"), None, false),
            (Some("2025-11-20"), None, true),
            // The page's own date goes before the day on which it was read.
            (Some("2021-07-06"), Some("2026-11"), true),
            (None, Some("2026-11"), false),
            (None, Some("2025-11"), true),
            (Some("2027-01"), None, false),
            (None, None, true),
            (Some("soon"), Some("2026-11"), false),
        ] {
            assert_eq!(rate(date, read).is_stale(NOW), stale, "{date:?} {read:?}");
        }
        assert_eq!(rate(Some("2025-11-21"), None).age_days(NOW), Some(365));
        assert_eq!(rate(None, None).age_days(NOW), None);
        let own = Rate {
            entered: Moment::parse("2026-11-20T23:59:59Z"),
            ..rate(Some("2018"), None)
        };
        assert_eq!((own.age_days(NOW), own.is_stale(NOW)), (Some(1), false));
        // What has no price is unknown, not old.
        let unknown = Rate {
            price: None,
            ..rate(Some("2018"), None)
        };
        assert!(!unknown.is_stale(NOW) && !unknown.is_priced());
    }
}
