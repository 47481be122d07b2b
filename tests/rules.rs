//! What judges the rules without generated plans, as a small program of its own: `cargo xtask mutants` links and
//! runs it anew for each mutant. `cargo test` runs the same tests in `tests/it`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "clippy exempts test functions, and their helpers are tests as much as they are"
)]

#[path = "it/causes.rs"]
mod causes;
#[path = "it/changes.rs"]
mod changes;
mod corpus;
mod golden;
#[path = "it/implied.rs"]
mod implied;
#[path = "it/mirrors.rs"]
mod mirrors;
#[path = "it/restores.rs"]
mod restores;
#[path = "it/rulebook.rs"]
mod rulebook;
#[path = "it/settings.rs"]
mod settings;
#[path = "it/worded.rs"]
mod worded;

use golden::golden;
