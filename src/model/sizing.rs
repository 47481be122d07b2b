//! What an estimate of cost needs to know of a plan: how data changes and grows, how far it shrinks, what is prepaid.

use super::book::{Price, Quantity, Rate};
use super::declare::Shape::{
    Decimal, Id as IdShape, List, Moment as MomentShape, Record, Text, Whole as WholeShape,
};
use super::declare::Silence::{Default, NotUsed};
use super::declare::record;
use super::topology::MAX_GB;
use super::value::{Id, Moment, Txt, Whole, Within};

/// Largest growth a month that the document holds, in percent.
pub const MAX_GROWTH_PERCENT: u64 = 1_000;

/// Largest reduction ratio: what the vendor states as the most that deduplication and compression reach.
pub const MAX_RATIO: u64 = 30;

/// Longest estimate in months.
pub const MAX_MONTHS: u64 = 36;

/// The price book that counts where a plan names none.
pub const DEFAULT_BOOK: &str = "cloud-backup-usd";

/// Length in months of an estimate that states none.
pub const DEFAULT_MONTHS: u64 = 12;

/// A share in percent.
pub type Percent = Within<0, 100>;

record! {
    /// A share in percent, with how low and how high it may be.
    struct PercentRange<'a> ("percent range") {
        required {
            /// What is expected, in percent.
            expected: Percent = "expected", Decimal(0, 100), "0.3";
        }
        borrow
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.3";
        /// What it may be at the least; the expected one when absent.
        low: Option<Percent> = "low", Default("the expected one"), Decimal(0, 100), "0.3";
        /// What it may be at the most; the expected one when absent.
        high: Option<Percent> = "high", Default("the expected one"), Decimal(0, 100), "0.3";
    }
}

record! {
    /// A growth in percent, with how low and how high it may be.
    struct GrowthRange<'a> ("growth range") {
        required {
            /// What is expected, in percent.
            expected: Within<0, MAX_GROWTH_PERCENT> = "expected", Decimal(0, MAX_GROWTH_PERCENT), "0.3";
        }
        borrow
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.3";
        /// What it may be at the least; the expected one when absent.
        low: Option<Within<0, MAX_GROWTH_PERCENT>> = "low", Default("the expected one"), Decimal(0, MAX_GROWTH_PERCENT), "0.3";
        /// What it may be at the most; the expected one when absent.
        high: Option<Within<0, MAX_GROWTH_PERCENT>> = "high", Default("the expected one"), Decimal(0, MAX_GROWTH_PERCENT), "0.3";
    }
}

record! {
    /// How many times smaller data is stored than it was, with how low and how high that may be.
    struct RatioRange<'a> ("ratio range") {
        required {
            /// What is expected: 3 for a third of the size.
            expected: Within<1, MAX_RATIO> = "expected", Decimal(1, MAX_RATIO), "0.3";
        }
        borrow
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.3";
        /// What it may be at the least; the expected one when absent.
        low: Option<Within<1, MAX_RATIO>> = "low", Default("the expected one"), Decimal(1, MAX_RATIO), "0.3";
        /// What it may be at the most; the expected one when absent.
        high: Option<Within<1, MAX_RATIO>> = "high", Default("the expected one"), Decimal(1, MAX_RATIO), "0.3";
    }
}

record! {
    /// How the data of a source changes and grows, and what else of it is billed.
    struct Sizing<'a> ("sizing") {
        borrow
        /// How much of the data changes in a day.
        daily_change_percent: Option<Box<PercentRange<'a>>> = "dailyChangePercent", Default("that of the estimate"), Record(&PercentRange::RECORD), "0.3";
        /// How much of that change hits the same blocks every day.
        same_blocks_percent: Option<Box<PercentRange<'a>>> = "sameBlocksPercent", Default("that of the estimate"), Record(&PercentRange::RECORD), "0.3";
        /// How much the data grows in a month of 30 days.
        growth_percent: Option<Box<GrowthRange<'a>>> = "growthPercentPerMonth", Default("that of the estimate"), Record(&GrowthRange::RECORD), "0.3";
        /// Block storage that is attached to an ECS instance, in GiB.
        attached_gib: Option<Whole<MAX_GB>> = "attachedGiB", NotUsed, WholeShape(0, MAX_GB), "0.3";
        /// Disk size that is allocated to a VMware machine, in GB.
        allocated_gb: Option<Whole<MAX_GB>> = "allocatedGB", NotUsed, WholeShape(0, MAX_GB), "0.3";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.3";
    }
}

record! {
    /// Capacity that is paid in advance and set against what is used.
    struct ResourcePlan<'a> ("resource plan") {
        required {
            /// Id of the billable item that it is set against.
            item: Id<'a> = "item", IdShape, "0.3";
        }
        borrow
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.3";
        /// How much of the item it covers in a month, in the item's unit.
        capacity: Option<Quantity> = "capacity", NotUsed, Decimal(0, super::book::MOST), "0.3";
        /// What it costs a month, in the currency of the price book.
        price_per_month: Option<Price> = "pricePerMonth", NotUsed, Decimal(0, super::book::MOST), "0.3";
    }
}

record! {
    /// How the plan's cost is estimated. What a source or a vault states itself goes before what stands here.
    struct Estimate<'a> ("estimate") {
        borrow
        /// Id of the price book.
        book: Option<Id<'a>> = "book", Default(DEFAULT_BOOK), IdShape, "0.3";
        /// Over how many months.
        months: Option<Whole<MAX_MONTHS, 1>> = "months", Default("12"), WholeShape(1, MAX_MONTHS), "0.3";
        /// When the first month begins.
        start: Option<Moment<'a>> = "start", NotUsed, MomentShape, "0.3";
        /// How much of a source's data changes in a day.
        daily_change_percent: Option<Box<PercentRange<'a>>> = "dailyChangePercent", Default("0"), Record(&PercentRange::RECORD), "0.3";
        /// How much of that change hits the same blocks every day.
        same_blocks_percent: Option<Box<PercentRange<'a>>> = "sameBlocksPercent", Default("0"), Record(&PercentRange::RECORD), "0.3";
        /// How much data grows in a month of 30 days.
        growth_percent: Option<Box<GrowthRange<'a>>> = "growthPercentPerMonth", Default("0"), Record(&GrowthRange::RECORD), "0.3";
        /// How many times smaller vaults store data than it was.
        reduction_ratio: Option<Box<RatioRange<'a>>> = "reductionRatio", Default("1"), Record(&RatioRange::RECORD), "0.3";
        /// How much of what is restored over the Internet is restored between 00:00 and 08:00.
        off_peak_percent: Option<Percent> = "offPeakPercent", Default("0"), Decimal(0, 100), "0.3";
        /// Rates of the user's own that travel with the plan. They go before those of the book.
        rates: Vec<Rate<'a>> = "rates", NotUsed, List(&Record(&Rate::RECORD)), "0.3";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.3";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_months_are_those_that_the_table_states() {
        let months = Estimate::RECORD
            .fields
            .iter()
            .find(|field| field.name == "months");
        let silence = Default("12");
        assert_eq!(months.map(|field| field.silence), Some(silence));
        assert_eq!(DEFAULT_MONTHS.to_string(), "12");
    }
}
