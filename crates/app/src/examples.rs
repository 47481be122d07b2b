//! The examples that the planner offers: the same files that README and documentation show.

use vaultplan::lang::Text;

use crate::words;

/// An example.
pub(crate) struct Example {
    /// Name of its file, without the ending.
    pub(crate) slug: &'static str,
    /// What it is called.
    pub(crate) title: &'static Text,
    /// What there is to see.
    pub(crate) about: &'static Text,
    /// The document.
    pub(crate) text: &'static str,
}

/// All examples, in the order in which they are offered.
pub(crate) static ALL: [Example; 3] = [
    Example {
        slug: "hangzhou-shanghai",
        title: words::EXAMPLE_PAIR,
        about: words::EXAMPLE_PAIR_ABOUT,
        text: include_str!("../../../examples/hangzhou-shanghai.json"),
    },
    Example {
        slug: "three-vaults",
        title: words::EXAMPLE_THREE,
        about: words::EXAMPLE_THREE_ABOUT,
        text: include_str!("../../../examples/three-vaults.json"),
    },
    Example {
        slug: "broken-pair",
        title: words::EXAMPLE_BROKEN,
        about: words::EXAMPLE_BROKEN_ABOUT,
        text: include_str!("../../../examples/broken-pair.json"),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_reads_and_the_documented_pair_passes() {
        for example in &ALL {
            let plan = vaultplan::model::read_text(example.text).unwrap();
            let verdict = vaultplan::report::check(&plan, Default::default()).verdict();
            let broken = example.slug != "hangzhou-shanghai";
            assert_eq!(
                verdict == vaultplan::report::PlanVerdict::Fail,
                broken,
                "{}",
                example.slug
            );
        }
    }
}
