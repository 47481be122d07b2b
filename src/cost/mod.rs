//! What a plan costs: lines of exact money, one a kind, place and item, month by month. Every sum is a sum of lines;
//! what no source prints stays unknown.

pub mod as_json;
pub mod books;
mod clients;
pub mod compare;
pub mod csv;
pub mod estimate;
pub mod formula;
mod keys;
pub mod line;
mod mirrors;
pub mod money;
mod notes;
pub mod oss;
mod plans;
pub mod points;
pub mod prices;
mod ranges;
mod restores;
pub mod rhythm;
mod snapshots;
mod storage;
pub mod sum;

pub use estimate::{Options, estimate};
pub use line::{Cell, Cells, Estimate, Hole, Kind, Line, Note, NoteKind, RateFrom, Spread};
pub use money::{Amount, Money};
pub use prices::{Prices, Rated};

/// Days of a month: the vendor's own examples count 30 of 24 hours.
pub const DAYS_OF_MONTH: u64 = 30;

/// Longest horizon of an estimate, in months.
pub const MAX_MONTHS: u32 = 36;
