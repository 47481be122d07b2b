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
