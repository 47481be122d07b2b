//! The views, one a file.

pub(crate) mod encryption;
pub(crate) mod files;
pub(crate) mod findings;
pub(crate) mod plan;
pub(crate) mod text;
