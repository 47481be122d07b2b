//! What a plan costs: lines of exact money, one a kind, place and item, month by month. Every sum is a sum of lines;
//! what no source prints stays unknown.

pub mod books;
pub mod line;
pub mod money;

pub use line::{
    Cell, Estimate, Given, Hole, Input, Kind, Line, Note, NoteKind, RateFrom, Rated, Spread,
};
pub use money::{Amount, Money};

/// Days of a month: the vendor's own examples count 30 of 24 hours.
pub const DAYS_OF_MONTH: u64 = 30;

/// Longest horizon of an estimate, in months.
pub const MAX_MONTHS: u32 = 36;
