//! Exports that `cargo xtask bench` measures with: the parts of `validate`, and what the planner does after an edit.
//! No part of the API.

use vaultplan::model::{self, Topology};
use vaultplan::report::{self, Options};
use vaultplan::text::patch::Op;
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
}
