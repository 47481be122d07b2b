//! Writes the document in its one canonical form: fields in declared order, two spaces, absent values left out.

use super::topology::Topology;

/// The canonical text of a plan, with a line break at its end. Reading it gives the same plan.
#[must_use]
pub fn write(topology: &Topology<'_>) -> String {
    // Serialising plain structs with text keys into memory cannot fail.
    let mut text = serde_json::to_string_pretty(topology).unwrap_or_default();
    text.push('\n');
    text
}
