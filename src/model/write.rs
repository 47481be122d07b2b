//! Writes the document in its one canonical form: fields in declared order, two spaces, absent values left out.

use super::edit::ToValue as _;
use super::topology::Topology;
use crate::text::value::Layout;

/// The canonical text of a plan, with a line break at its end. Reading it gives the same plan.
#[must_use]
pub fn write(topology: &Topology<'_>) -> String {
    let mut text = topology.value().laid_out(Layout::Lines);
    text.push('\n');
    text
}
