//! Exports that `cargo xtask bench` measures with: the parts of `validate`, and what the planner does after an edit.
//! No part of the API.

use vaultplan::cost::{Options as Asked, Prices, books, estimate};
use vaultplan::facts::Facts;
use vaultplan::model::{self, Topology};
use vaultplan::report::{self, Options};
use vaultplan::text::patch::Op;
use vaultplan::text::value::{Map, Value};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a document and forgets it; gives the number of its vaults.
#[wasm_bindgen(js_name = figureRead)]
#[must_use]
pub fn figure_read(bytes: &[u8]) -> usize {
    model::read(bytes).map_or(0, |plan| plan.vaults.len())
}

/// Reads and checks a document; gives the number of findings, which are not worded.
#[wasm_bindgen(js_name = figureCheck)]
#[must_use]
pub fn figure_check(bytes: &[u8]) -> usize {
    model::read(bytes).map_or(0, |plan| {
        report::check(&plan, Options::default()).findings.len()
    })
}

/// A plan in memory, as the planner holds it.
#[derive(Debug)]
#[wasm_bindgen(js_name = FigurePlan)]
pub struct FigurePlan(Topology<'static>);

#[wasm_bindgen(js_class = FigurePlan)]
impl FigurePlan {
    /// Reads a document; what does not read is an empty plan.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Self {
        let read = model::read(bytes).map(Topology::into_owned);
        Self(read.unwrap_or_else(|_| Topology::empty()))
    }

    /// Moves a vault to a region and checks the whole plan; gives the number of findings.
    pub fn edit(&mut self, vault: usize, region: &str) -> usize {
        let op = Op::set(format!("/vaults/{vault}/region"), region);
        if model::apply(&mut self.0, &[op]).is_err() {
            return 0;
        }
        report::check(&self.0, Options::default()).findings.len()
    }

    /// Sets the daily change of the whole plan, in percent, and estimates its cost over 36 months, as a slider of
    /// the planner does; gives the number of lines.
    pub fn cost(&mut self, percent: u32) -> usize {
        let mut range = Map::new();
        range.insert("expected", u64::from(percent).into());
        let mut stated = Map::new();
        stated.insert("months", 36.into());
        stated.insert("dailyChangePercent", Value::Object(range));
        if model::apply(&mut self.0, &[Op::set("/estimate", stated)]).is_err() {
            return 0;
        }
        let Some(book) = books::find("cloud-backup-usd") else {
            return 0;
        };
        let facts = Facts::new(&self.0, self.0.edition(), None);
        let prices = Prices::new(book, None, &self.0);
        estimate(&facts, &prices, Asked::default()).lines.len()
    }
}
