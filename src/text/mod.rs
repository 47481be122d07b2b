//! Where things are written: pointers, places in a text, suggestions, changes. Knows JSON, nothing of vaults.

pub mod cursor;
pub mod decimal;
pub mod diff;
pub mod locate;
pub mod names;
pub mod patch;
pub mod pointer;
pub mod scan;
pub mod splice;
pub mod suggest;
pub mod value;
pub mod xml;
