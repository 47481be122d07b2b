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

mod causes;
mod changes;
mod chaos;
#[path = "../corpus.rs"]
mod corpus;
mod differential;
mod estates;
mod evidence;
mod fields;
mod glossary;
mod implied;
mod import;
mod layers;
mod mirrors;
mod questions;
mod reading;
mod restores;
mod rulebook;
mod settings;
mod steps;
mod twin;

/// Compares with a golden file under `tests/golden/`; writes it when `UPDATE_GOLDEN=1` is set.
#[track_caller]
fn golden(name: &str, found: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&path, found).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == found,
        "{} differs; look at the change, then set UPDATE_GOLDEN=1. Found:\n{found}",
        path.display()
    );
}
