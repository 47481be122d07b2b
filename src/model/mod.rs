//! What the user wrote: the topology document, read and written without loss. Judges nothing.

pub mod book;
pub mod declare;
pub mod edit;
pub(crate) mod fill;
pub mod problem;
pub mod read;
pub mod read_book;
pub mod sizing;
pub mod time;
pub mod topology;
pub mod value;
pub mod write;

pub use book::{Book, Confidence, Price, Quantity, Rate, RateSource, Tier};
pub use edit::{EditError, apply};
pub use problem::Problem;
pub use read::{read, read_text};
pub use read_book::{read_book, read_book_bytes, write_book};
pub use sizing::{Estimate, GrowthRange, Percent, PercentRange, RatioRange, ResourcePlan, Sizing};
pub use topology::{
    AccessRole, Answer, Billing, Change, ChangeKind, Client, Destination, Details, Essential,
    KmsKey, Link, Mirror, MirrorWay, Objectives, Origin, Place, Policy, PolicyRule, Restore, Right,
    RuleSeverity, Settings, SeverityChoice, Source, SpecialRetention, Suppression, Tag, Topology,
    Trial, Vault,
};
pub use value::{Id, Moment, Txt, Whole, Within};
pub use write::write;
