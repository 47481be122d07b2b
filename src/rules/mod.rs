//! The rulebook: the explicit list, then one file a rule, named by its slug. A rule sees facts, never text and
//! never another rule, and returns data, never sentences.

pub mod declare;

mod mirror_same_region;

pub use declare::{Check, Doc, Over};

/// Every rule with its judge, in the order of their codes within a category.
pub static CHECKS: &[&Check] = &[&mirror_same_region::CHECK];

/// The documentation of every rule, in the same order.
pub static DOCS: &[&Doc] = &[&mirror_same_region::DOC];

/// The documentation of a rule, by slug or code.
#[must_use]
pub fn find(name: &str) -> Option<&'static Doc> {
    DOCS.iter()
        .copied()
        .find(|doc| doc.rule.slug == name || doc.rule.code.eq_ignore_ascii_case(name))
}
