//! From the files or the text that a user brings to a plan, or to what is wrong with them. Pure: the open plan is
//! not touched here.

use vaultplan::catalog::limits;
use vaultplan::lang::{Lang, Text};
use vaultplan::model::{self, Problem, Topology};

use crate::state::Label;
use crate::words;

/// A file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Brought {
    /// Its name; empty for a pasted text.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// What was opened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Opened {
    /// The plan.
    pub(crate) plan: Topology<'static>,
    /// What the step is called.
    pub(crate) label: Label,
}

/// Why nothing was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// There was nothing to read.
    Nothing,
    /// More than one topology document.
    Several(Vec<String>),
    /// A file could not be read from the disk.
    Unreadable(String),
    /// A file is larger than the limit.
    TooLarge(String),
    /// A file that is no plan.
    Problems {
        /// Its name; empty for a pasted text.
        file: String,
        /// What is wrong with it, place by place.
        problems: Vec<Problem>,
    },
}

impl Refused {
    /// The sentence above the details.
    pub(crate) fn headline(&self, lang: Lang) -> String {
        let named = |text: Text, file: &str| Label::new(text).arg("file", file).get(lang);
        match self {
            Self::Nothing => words::OPEN_NOTHING.get(lang).to_owned(),
            Self::Several(files) => named(words::OPEN_SEVERAL, &files.join(", ")),
            Self::Unreadable(file) => named(words::OPEN_UNREADABLE, file),
            Self::TooLarge(file) => named(words::OPEN_TOO_LARGE, file),
            Self::Problems { file, .. } if file.is_empty() => {
                words::OPEN_PASTED_BAD.get(lang).to_owned()
            }
            Self::Problems { file, .. } => named(words::OPEN_BAD, file),
        }
    }

    /// The problems, place by place.
    pub(crate) fn problems(&self) -> &[Problem] {
        match self {
            Self::Problems { problems, .. } => problems,
            _ => &[],
        }
    }
}

/// Opens what a user brings.
pub(crate) fn open(brought: &[Brought]) -> Result<Opened, Refused> {
    let brought: Vec<_> = brought
        .iter()
        .filter(|file| !file.bytes.trim_ascii().is_empty())
        .collect();
    let [file] = brought.as_slice() else {
        let names: Vec<_> = brought.iter().map(|file| file.name.clone()).collect();
        return Err(if names.is_empty() {
            Refused::Nothing
        } else {
            Refused::Several(names)
        });
    };
    match model::read(&file.bytes) {
        Ok(plan) => Ok(Opened {
            plan: plan.into_owned(),
            label: if file.name.is_empty() {
                Label::new(words::STEP_PASTED)
            } else {
                Label::new(words::STEP_OPENED).arg("file", file.name.as_str())
            },
        }),
        Err(problems) => Err(Refused::Problems {
            file: file.name.clone(),
            problems,
        }),
    }
}

/// Whether a file is too large to be read at all.
pub(crate) fn is_too_large(size: f64) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "the limit is far below 2^53")]
    let limit = limits::TEXT_BYTES as f64;
    size > limit
}

/// A name for a saved file, from the plan's: letters, digits and hyphens of any script.
pub(crate) fn file_name(plan: &Topology<'_>) -> String {
    let mut stem = String::new();
    for c in plan.name.as_deref().unwrap_or_default().chars().take(80) {
        if c.is_alphanumeric() {
            stem.extend(c.to_lowercase());
        } else if !stem.ends_with('-') && !stem.is_empty() {
            stem.push('-');
        }
    }
    let stem = stem.trim_end_matches('-');
    format!("{}.json", if stem.is_empty() { "vaultplan" } else { stem })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brought(name: &str, text: &str) -> Brought {
        Brought {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        }
    }

    const PAIR: &str = include_str!("../../../examples/hangzhou-shanghai.json");

    #[test]
    fn a_document_opens_under_its_own_name() {
        let opened = open(&[brought("pair.json", PAIR)]).unwrap();
        assert_eq!(opened.plan, model::read_text(PAIR).unwrap());
        assert!(opened.label.get(Lang::Zh).contains("pair.json"));
        assert_eq!(open(&[brought("", PAIR)]).unwrap().plan, opened.plan);
    }

    #[test]
    fn what_is_wrong_names_place_value_and_expectation() {
        let text = PAIR.replace("\"region\"", "\"regoin\"");
        let refused = open(&[brought("bad.json", &text)]).unwrap_err();
        assert!(refused.headline(Lang::En).contains("bad.json"));
        let problem = &refused.problems()[0];
        assert!(problem.position.is_some());
        assert!(problem.message(Lang::En).contains("`regoin`"));
        assert!(problem.message(Lang::En).contains("did you mean `region`?"));
    }

    #[test]
    fn nothing_and_two_documents_are_refused_with_the_reason() {
        assert_eq!(open(&[]), Err(Refused::Nothing));
        assert_eq!(open(&[brought("empty.json", " \n")]), Err(Refused::Nothing));
        let two = open(&[brought("a.json", PAIR), brought("b.json", PAIR)]).unwrap_err();
        assert!(two.headline(Lang::En).contains("a.json, b.json"));
    }

    #[test]
    fn files_are_named_by_the_plan() {
        let named = |name: &str| {
            let mut plan = Topology::empty();
            plan.name = Some(name.to_owned().into());
            file_name(&plan)
        };
        assert_eq!(
            named("Hangzhou → Shanghai / 2026!"),
            "hangzhou-shanghai-2026.json"
        );
        assert_eq!(named("容灾 方案"), "容灾-方案.json");
        assert_eq!(named("../.."), "vaultplan.json");
        assert_eq!(file_name(&Topology::empty()), "vaultplan.json");
    }
}
