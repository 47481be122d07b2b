//! What components share that is no component: one hook a file.

pub(crate) mod listener;
pub(crate) mod route;
pub(crate) mod saver;
pub(crate) mod shortcuts;
