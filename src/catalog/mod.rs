//! What the world says: editions, regions, vocabularies, limits, sources. Dated and sourced; no user input.

pub mod editions;
pub mod examples;
pub mod glossary;
pub mod limits;
pub mod price_items;
pub mod regions;
pub mod resources;
pub mod roles;
pub mod source_kinds;
pub mod sources;
pub mod statements;
pub mod vocabulary;
pub mod wanted;
pub mod ways;
