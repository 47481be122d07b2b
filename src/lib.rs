//! The engine of Vaultplan: judges Alibaba Cloud Backup topologies. No I/O, no clock, no randomness, no browser.
//!
//! ```
//! use vaultplan::{model, report};
//!
//! let text = r#"{"format": "vaultplan/1",
//!   "vaults": [{"id": "v1", "name": "erp", "region": "cn-hangzhou"}],
//!   "mirrors": [{"id": "m1", "source": "v1", "region": "cn-hangzhou"}]}"#;
//! let plan = model::read_text(text).unwrap();
//! let report = report::check(&plan, report::Options::default());
//! assert_eq!(report.findings[0].rule.slug, "mirror-same-region");
//! ```

pub mod lang;
pub mod text;

pub mod catalog;
pub mod model;

pub mod facts;
pub mod finding;
pub mod rules;

pub mod report;

pub mod cost;
pub mod import;
pub mod map;
pub mod questions;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
