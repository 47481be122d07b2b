//! The account of the fields of answers: those that are not used, and why; those that stand twice.

use crate::import::{Ignored, Why};

/// Most names of fields that are told apart.
const NAMES: usize = 200;

/// The account of fields.
#[derive(Debug, Default)]
pub(super) struct Fields {
    ignored: [Tally; 3],
    pub(super) twice: Tally,
}

/// How often names came, in the order of their letters. They are few.
#[derive(Debug, Default)]
pub(super) struct Tally(pub(super) Vec<(String, usize)>);

impl Tally {
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(known, _)| known.as_str().cmp(name))
    }

    #[inline(never)]
    pub(super) fn count(&mut self, name: String) {
        match self.place(&name) {
            Ok(at) => self.0.get_mut(at).into_iter().for_each(|one| one.1 += 1),
            Err(at) => self.0.insert(at, (name, 1)),
        }
    }
}

impl Fields {
    pub(super) fn ignore(&mut self, field: &str, why: Why) {
        let [unusable, unknown, not_needed] = &mut self.ignored;
        let names = match why {
            Why::Unusable => unusable,
            Why::Unknown => unknown,
            Why::NotNeeded => not_needed,
        };
        if let Ok(at) = names.place(field) {
            names.0.get_mut(at).into_iter().for_each(|one| one.1 += 1);
        } else if names.0.len() < NAMES {
            names.count(one_line(field, 80));
        } else {
            names.count("…".to_owned());
        }
    }

    pub(super) fn into_ignored(self) -> Vec<Ignored> {
        [Why::Unusable, Why::Unknown, Why::NotNeeded]
            .into_iter()
            .zip(self.ignored)
            .flat_map(|(why, names)| {
                names
                    .0
                    .into_iter()
                    .map(move |(field, count)| Ignored { field, count, why })
            })
            .collect()
    }
}

/// A value as a message shows it: one line of bounded length.
pub(super) fn one_line(text: &str, most: usize) -> String {
    text.chars()
        .take(most)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
