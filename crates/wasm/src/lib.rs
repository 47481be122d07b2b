//! The engine for JavaScript: each function takes documents as bytes or text and gives a typed value.
//! A mistake of the user's is an answer with problems, never an exception. No judgement lives here.

mod answer;
#[cfg(feature = "figures")]
mod figures;
mod input;
mod js;
mod questions;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

#[cfg(feature = "figures")]
pub use figures::*;
pub use js::*;
