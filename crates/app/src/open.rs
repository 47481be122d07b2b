//! From the files or the text that a user brings to a plan, or to what is wrong with them. Pure: the open plan is
//! not touched here.

use vaultplan::catalog::limits;
use vaultplan::import::{self, FileProblem, Import, Kind};
use vaultplan::lang::{Lang, Text};
use vaultplan::model::problem::ProblemKind;
use vaultplan::model::{self, Problem, Topology};
use vaultplan::text::locate::Position;
use vaultplan::text::suggest;

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
#[derive(Clone, Debug)]
pub(crate) struct Opened {
    /// The plan.
    pub(crate) plan: Topology<'static>,
    /// What the step is called.
    pub(crate) label: Label,
    /// What was understood of answers of the service; absent for a document.
    pub(crate) import: Option<Import>,
}

/// Why nothing was opened. Nothing is ever opened in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// There was nothing to read.
    Nothing,
    /// More than one topology document.
    Several(Vec<String>),
    /// A topology document together with answers of the service.
    Mixed(Vec<String>),
    /// A file could not be read from the disk.
    Unreadable(String),
    /// A file is larger than the limit.
    TooLarge(String),
    /// A file, or several, that give no plan.
    Troubles(Vec<Trouble>),
}

/// What is wrong at one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trouble {
    /// The file; empty for a pasted text.
    pub(crate) file: String,
    /// Line and column, where one can be named.
    pub(crate) position: Option<Position>,
    /// JSON Pointer of the place.
    pub(crate) pointer: String,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Problem(Problem),
    File(FileProblem),
    NotRecognised,
}

impl Trouble {
    /// A problem of the text view.
    pub(crate) fn of_text(problem: Problem) -> Self {
        Self::of_problem("", problem)
    }

    fn of_problem(file: &str, problem: Problem) -> Self {
        Self {
            file: file.to_owned(),
            position: problem.position,
            pointer: problem.pointer.clone(),
            what: What::Problem(problem),
        }
    }

    fn of_file(problem: FileProblem) -> Self {
        Self {
            file: problem.file.clone(),
            position: problem.position,
            pointer: problem.pointer.clone(),
            what: What::File(problem),
        }
    }

    /// The sentence in one language: lower-case, without a full stop.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match &self.what {
            What::Problem(problem) => problem.message(lang),
            What::File(problem) => problem.message(lang),
            What::NotRecognised => words::NOT_RECOGNISED.get(lang).to_owned(),
        }
    }
}

impl Refused {
    /// The sentence above the details.
    pub(crate) fn headline(&self, lang: Lang) -> String {
        let named = |text: &Text, file: &str| Label::new(text).arg("file", file).get(lang);
        match self {
            Self::Nothing => words::OPEN_NOTHING.get(lang).to_owned(),
            Self::Several(files) => named(words::OPEN_SEVERAL, &files.join(", ")),
            Self::Mixed(files) => named(words::OPEN_MIXED, &files.join(", ")),
            Self::Unreadable(file) => named(words::OPEN_UNREADABLE, file),
            Self::TooLarge(file) => named(words::OPEN_TOO_LARGE, file),
            Self::Troubles(troubles) => {
                let mut files: Vec<_> = troubles.iter().map(|t| t.file.as_str()).collect();
                files.dedup();
                if files == [""] {
                    words::OPEN_PASTED_BAD.get(lang).to_owned()
                } else {
                    named(words::OPEN_BAD, &files.join(", "))
                }
            }
        }
    }

    /// What is wrong, place by place.
    pub(crate) fn troubles(&self) -> &[Trouble] {
        match self {
            Self::Troubles(troubles) => troubles,
            _ => &[],
        }
    }
}

/// Opens what a user brings: one topology document, or any number of answers of the service, which are merged.
pub(crate) fn open(brought: &[Brought]) -> Result<Opened, Refused> {
    let mut documents = Vec::new();
    let mut answers = Vec::new();
    let mut troubles = Vec::new();
    for file in brought {
        if file.bytes.trim_ascii().is_empty() {
            continue;
        }
        let Ok(text) = std::str::from_utf8(&file.bytes) else {
            let problems = model::read(&file.bytes).err().unwrap_or_default();
            troubles.extend(
                problems
                    .into_iter()
                    .map(|p| Trouble::of_problem(&file.name, p)),
            );
            continue;
        };
        match import::recognise(text) {
            Kind::Topology => documents.push((file, text)),
            Kind::DescribeVaults => answers.push((file.name.as_str(), text)),
            Kind::Unknown => troubles.push(unknown(&file.name, text)),
        }
    }
    if !troubles.is_empty() {
        return Err(Refused::Troubles(troubles));
    }
    let names = || documents.iter().map(|(file, _)| file.name.clone());
    match (documents.as_slice(), answers.as_slice()) {
        ([], []) => Err(Refused::Nothing),
        ([(file, text)], []) => document(&file.name, text),
        ([_, _, ..], []) => Err(Refused::Several(names().collect())),
        ([], _) => merged(&answers),
        _ => {
            let answers = answers.iter().map(|(name, _)| (*name).to_owned());
            Err(Refused::Mixed(names().chain(answers).collect()))
        }
    }
}

/// What is wrong with a text of no known kind: that it is no JSON, else that nobody knows what it is.
fn unknown(file: &str, text: &str) -> Trouble {
    let problems = model::read_text(text).err().unwrap_or_default();
    let broken = problems
        .into_iter()
        .find(|p| matches!(p.kind, ProblemKind::NotJson(_) | ProblemKind::TooDeep));
    match broken {
        Some(problem) => Trouble::of_problem(file, problem),
        None => Trouble {
            file: file.to_owned(),
            position: None,
            pointer: String::new(),
            what: What::NotRecognised,
        },
    }
}

fn document(name: &str, text: &str) -> Result<Opened, Refused> {
    match model::read_text(text) {
        Ok(plan) => Ok(Opened {
            plan: plan.into_owned(),
            label: if name.is_empty() {
                Label::new(words::STEP_PASTED)
            } else {
                Label::new(words::STEP_OPENED).arg("file", name)
            },
            import: None,
        }),
        Err(problems) => {
            let troubles = problems.into_iter().map(|p| Trouble::of_problem(name, p));
            Err(Refused::Troubles(troubles.collect()))
        }
    }
}

fn merged(answers: &[(&str, &str)]) -> Result<Opened, Refused> {
    match import::describe_vaults::merge(answers) {
        Ok(import) => Ok(Opened {
            plan: named(import.plan.clone(), answers),
            label: Label::new(words::STEP_IMPORTED).arg("n", answers.len().to_string()),
            import: Some(import),
        }),
        Err(problems) => {
            let troubles = problems.into_iter().map(Trouble::of_file);
            Err(Refused::Troubles(troubles.collect()))
        }
    }
}

/// An imported plan under the name of its files, so that it is found again among others.
fn named(mut plan: Topology<'static>, answers: &[(&str, &str)]) -> Topology<'static> {
    let first = answers.first().map(|(name, _)| *name).unwrap_or_default();
    let stem = first.strip_suffix(".json").unwrap_or(first);
    let more = answers.len().saturating_sub(1);
    if plan.name.is_none() && !stem.is_empty() {
        let name = match more {
            0 => stem.to_owned(),
            more => format!("{stem} + {more}"),
        };
        plan.name = Some(name.into());
    }
    plan
}

/// Whether a file is too large to be read at all.
pub(crate) fn is_too_large(size: f64) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "the limit is far below 2^53")]
    let limit = limits::TEXT_BYTES as f64;
    size > limit
}

/// Whether a character is a letter or digit of any script; signs, arrows and punctuation are not.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, 'À'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '々'..='〇' | 'ぁ'..='\u{d7ff}')
        || matches!(c, '豈'..='\u{faff}' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '𐀀'..='\u{1efff}' | '𠀀'..)
}

/// A name for a saved file, from the plan's: letters, digits and hyphens of any script.
pub(crate) fn file_name(plan: &Topology<'_>) -> String {
    file_stem(plan) + ".json"
}

/// The name of the plan as that of a file, without what follows the point.
pub(crate) fn file_stem(plan: &Topology<'_>) -> String {
    let mut stem = String::new();
    for c in plan.name.as_deref().unwrap_or_default().chars().take(80) {
        if is_letter(c) {
            stem.push(suggest::lower(c));
        } else if !stem.ends_with('-') && !stem.is_empty() {
            stem.push('-');
        }
    }
    stem.truncate(stem.trim_end_matches('-').len());
    if stem.is_empty() {
        "vaultplan".clone_into(&mut stem);
    }
    stem
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
    const HANGZHOU: &str =
        include_str!("../../../tests/formats/describe-vaults/pair.hangzhou.json");
    const SHANGHAI: &str =
        include_str!("../../../tests/formats/describe-vaults/pair.shanghai.json");

    #[test]
    fn a_document_opens_under_its_own_name() {
        let opened = open(&[brought("pair.json", PAIR)]).unwrap();
        assert_eq!(opened.plan, model::read_text(PAIR).unwrap());
        assert!(opened.label.get(Lang::Zh).contains("pair.json"));
        assert_eq!(open(&[brought("", PAIR)]).unwrap().plan, opened.plan);
    }

    #[test]
    fn answers_of_several_regions_are_merged_and_accounted_for() {
        let files = [
            brought("hangzhou.json", HANGZHOU),
            brought("shanghai.json", SHANGHAI),
        ];
        let opened = open(&files).unwrap();
        assert!(!opened.plan.vaults.is_empty() && !opened.plan.mirrors.is_empty());
        assert_eq!(opened.plan.name.as_deref(), Some("hangzhou + 1"));
        let import = opened.import.unwrap();
        assert_eq!(import.understood.len(), 2);
    }

    #[test]
    fn what_is_wrong_names_place_value_and_expectation() {
        let text = PAIR.replace("\"region\"", "\"regoin\"");
        let refused = open(&[brought("bad.json", &text)]).unwrap_err();
        assert!(refused.headline(Lang::En).contains("bad.json"));
        let trouble = &refused.troubles()[0];
        assert!(trouble.position.is_some());
        assert!(trouble.message(Lang::En).contains("`regoin`"));
        assert!(trouble.message(Lang::En).contains("did you mean `region`?"));
    }

    #[test]
    fn one_bad_file_keeps_all_from_being_opened() {
        let files = [
            brought("hangzhou.json", HANGZHOU),
            brought("notes.json", "{\"a\": }"),
        ];
        let refused = open(&files).unwrap_err();
        assert_eq!(refused.troubles().len(), 1);
        assert_eq!(refused.troubles()[0].file, "notes.json");
        let other = open(&[brought("x.json", "{\"a\": 1}")]).unwrap_err();
        assert_eq!(
            other.troubles()[0].message(Lang::En),
            words::NOT_RECOGNISED.get(Lang::En)
        );
        let bytes = Brought {
            name: "latin.json".to_owned(),
            bytes: b"{\"name\": \"\xe9\"}".to_vec(),
        };
        assert!(
            open(&[bytes]).unwrap_err().troubles()[0]
                .message(Lang::En)
                .contains("UTF-8")
        );
    }

    #[test]
    fn nothing_two_documents_and_mixtures_are_refused_with_the_reason() {
        assert_eq!(open(&[]).unwrap_err(), Refused::Nothing);
        assert_eq!(
            open(&[brought("empty.json", " \n")]).unwrap_err(),
            Refused::Nothing
        );
        let two = open(&[brought("a.json", PAIR), brought("b.json", PAIR)]).unwrap_err();
        assert!(two.headline(Lang::En).contains("a.json, b.json"));
        let mixed = open(&[brought("a.json", PAIR), brought("h.json", HANGZHOU)]).unwrap_err();
        assert!(matches!(&mixed, Refused::Mixed(_)));
        assert!(mixed.headline(Lang::Zh).contains("h.json"));
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
