//! The statements on which rules rest: each in our own words, in both languages, with the pages that make it.
//! One file a subject.

mod account;
mod archive;
mod change;
mod copy;
mod key;
mod lock;
mod mirror;
mod policy;
mod practice;
mod restore;
mod setting;
mod source;
mod vault;

pub use account::*;
pub use archive::*;
pub use change::*;
pub use copy::*;
pub use key::*;
pub use lock::*;
pub use mirror::*;
pub use policy::*;
pub use practice::*;
pub use restore::*;
pub use setting::*;
pub use source::*;
pub use vault::*;

use super::sources::Source;
use crate::lang::Text;

/// A statement about the service.
#[derive(Debug)]
pub struct Statement {
    /// Short name for programs and anchors.
    pub slug: &'static str,
    /// What is stated.
    pub text: Text,
    /// The pages that state it.
    pub sources: &'static [&'static Source],
}

macro_rules! statements {
    ($( $(#[$meta:meta])* $name:ident = $slug:literal, $en:literal, $zh:literal, [$($source:ident),+ $(,)?]; )*) => {
        $( $(#[$meta])* pub static $name: crate::catalog::statements::Statement = crate::catalog::statements::Statement {
            slug: $slug,
            text: crate::lang::Text::new($en, $zh),
            sources: &[$(&crate::catalog::sources::$source),+],
        }; )*
        /// Every statement of this file.
        pub(crate) static ALL: &[&crate::catalog::statements::Statement] = &[$(&$name),*];
    };
}
pub(crate) use statements;

/// Every statement.
pub fn all() -> impl Iterator<Item = &'static Statement> {
    [
        mirror::ALL,
        key::ALL,
        copy::ALL,
        account::ALL,
        vault::ALL,
        source::ALL,
        policy::ALL,
        restore::ALL,
        change::ALL,
        setting::ALL,
        practice::ALL,
        archive::ALL,
        lock::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}
