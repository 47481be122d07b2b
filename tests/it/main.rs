//! Integration tests of the engine, in one crate: separate ones would each be linked.

#[path = "../corpus.rs"]
mod corpus;
mod rulebook;
