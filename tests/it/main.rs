//! Integration tests of the engine, in one crate: separate ones would each be linked.

// They read files and generate plans, which only native builds do; the browser has `tests/web.rs`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "clippy exempts test functions, and their helpers are tests as much as they are"
)]

mod answers;
mod books;
mod causes;
mod changes;
mod chaos;
#[path = "../corpus.rs"]
mod corpus;
mod cost;
mod cost_simulation;
mod coverage;
mod decimals;
mod differential;
mod estates;
mod evidence;
mod examples;
mod fields;
mod glossary;
mod implied;
mod import;
mod layers;
mod map;
mod markdown;
mod mirrors;
mod questions;
mod reading;
mod restores;
mod rulebook;
mod settings;
mod steps;
mod twin;
mod worded;

#[path = "../golden.rs"]
mod golden;
use golden::golden;
