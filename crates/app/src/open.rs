//! From the files or the text that a user brings to a plan, or to what is wrong with them. Pure: the open plan is
//! not touched here.

use std::rc::Rc;

use vaultplan::catalog::limits;
use vaultplan::import::{self, FileProblem, Import, Kind};
use vaultplan::lang::{Lang, Text};
use vaultplan::model::problem::ProblemKind;
use vaultplan::model::{self, Problem, Topology};
use vaultplan::text::locate::Position;
use vaultplan::text::suggest;

use crate::link::{self, Broken};
use crate::state::Label;
use crate::words;
use crate::words::opening as own;

/// A file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Brought {
    /// Its name; empty for a pasted text.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// A plan that can be opened.
#[derive(Clone, Debug)]
pub(crate) struct Opened {
    /// The files that it was read from; empty for a text without a file.
    pub(crate) file: String,
    /// The plan.
    pub(crate) plan: Rc<Topology<'static>>,
    /// What the step is called.
    pub(crate) label: Label,
    /// What was understood of answers of the service; absent for a document.
    pub(crate) import: Option<Rc<Import>>,
    /// The example that it is, by its place in the list.
    pub(crate) example: Option<usize>,
}

impl Opened {
    /// A document's plan.
    pub(crate) fn document(plan: Topology<'static>, label: Label) -> Self {
        Self {
            file: String::new(),
            plan: Rc::new(plan),
            label,
            import: None,
            example: None,
        }
    }
}

/// What was brought: at least one plan, and what beside it could not be read.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The plans.
    pub(crate) plans: Vec<Opened>,
    /// What is wrong with other files.
    pub(crate) troubles: Vec<Trouble>,
}

/// Why there is nothing to open. The open plan stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// There was nothing to read.
    Nothing,
    /// A link holds no plan that can be read.
    Link(Broken),
    /// An example could not be fetched.
    Example(&'static Text),
    /// There is no example of that name.
    NoExample(String),
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

    /// A problem of a file.
    pub(crate) fn of_problem(file: &str, problem: Problem) -> Self {
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
            Self::Link(Broken::Newer) => own::LINK_NEWER.get(lang).to_owned(),
            Self::Link(Broken::Damaged) => own::LINK_DAMAGED.get(lang).to_owned(),
            Self::Link(Broken::TooLarge) => own::LINK_TOO_LARGE.get(lang).to_owned(),
            Self::Link(Broken::NoStreams) => own::LINK_NO_STREAMS.get(lang).to_owned(),
            Self::NoExample(slug) => named(own::NO_EXAMPLE, slug),
            Self::Example(title) => named(own::EXAMPLE_MISSING, title.get(lang)),
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

/// Reads what a user brings: every document is a plan, and answers of the service are merged into one.
pub(crate) fn open(brought: &[Brought]) -> Result<Found, Refused> {
    let mut plans = Vec::new();
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
        let text = inner(text);
        match import::recognise(text) {
            Kind::Topology | Kind::Picture => match document(&file.name, text) {
                Ok(opened) => plans.push(opened),
                Err(found) => troubles.extend(found),
            },
            Kind::Answer => answers.push((file.name.as_str(), text)),
            Kind::Unknown => troubles.push(unknown(&file.name, text)),
        }
    }
    if !answers.is_empty() {
        match merged(&answers) {
            Ok(opened) => plans.push(opened),
            Err(found) => troubles.extend(found),
        }
    }
    match (plans.is_empty(), troubles.is_empty()) {
        (true, true) => Err(Refused::Nothing),
        (true, false) => Err(Refused::Troubles(troubles)),
        _ => Ok(Found { plans, troubles }),
    }
}

/// The document in a text: the first code block of a Markdown text that holds one, else the text itself.
fn inner(text: &str) -> &str {
    let begins = |text: &str| text.trim_start().starts_with(['{', '[']);
    if begins(text) {
        return text;
    }
    // Every second piece between fences is a block; its first line names its language.
    let blocks = text.split("```").skip(1).step_by(2);
    let mut blocks = blocks.filter_map(|block| block.split_once('\n').map(|(_, body)| body));
    blocks.find(|block| begins(block)).unwrap_or(text)
}

/// Whether a pasted text is meant to be opened: a word that slips onto the page is an accident.
pub(crate) fn is_meant(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
        || import::recognise(text) == Kind::Picture
        || inner(text) != text
        || link::in_text(text).is_some()
}

/// Whether a file of a folder may hold a plan, by its name.
pub(crate) fn may_be_plan(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let known = |one: &&str| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(one));
    ["json", "md", "svg", "txt"].iter().any(known)
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

fn document(name: &str, text: &str) -> Result<Opened, Vec<Trouble>> {
    // A picture of a map carries its plan.
    match model::read_text(&import::picture::document(text)) {
        Ok(plan) => {
            let label = if name.is_empty() {
                Label::new(words::STEP_PASTED)
            } else {
                Label::new(words::STEP_OPENED).arg("file", name)
            };
            Ok(Opened {
                file: name.to_owned(),
                ..Opened::document(plan.into_owned(), label)
            })
        }
        Err(problems) => {
            let troubles = problems.into_iter().map(|p| Trouble::of_problem(name, p));
            Err(troubles.collect())
        }
    }
}

fn merged(answers: &[(&str, &str)]) -> Result<Opened, Vec<Trouble>> {
    match import::answers::merge(answers) {
        Ok(import) => {
            let label = Label::new(words::STEP_IMPORTED).arg("n", answers.len().to_string());
            let names: Vec<_> = answers.iter().map(|(name, _)| *name).collect();
            Ok(Opened {
                file: names.join(", "),
                import: Some(Rc::new(import.clone())),
                ..Opened::document(named(import.plan, answers), label)
            })
        }
        Err(problems) => Err(problems.into_iter().map(Trouble::of_file).collect()),
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

    fn one(files: &[Brought]) -> Opened {
        let found = open(files).unwrap();
        assert_eq!((found.plans.len(), found.troubles.len()), (1, 0));
        found.plans[0].clone()
    }

    #[test]
    fn a_document_opens_under_its_own_name() {
        let opened = one(&[brought("pair.json", PAIR)]);
        assert_eq!(*opened.plan, model::read_text(PAIR).unwrap());
        assert!(opened.label.get(Lang::Zh).contains("pair.json"));
        assert_eq!(one(&[brought("", PAIR)]).plan, opened.plan);
    }

    #[test]
    fn answers_of_several_regions_are_merged_and_accounted_for() {
        let files = [
            brought("hangzhou.json", HANGZHOU),
            brought("shanghai.json", SHANGHAI),
        ];
        let opened = one(&files);
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
    fn what_cannot_be_read_is_said_beside_what_can() {
        let files = [
            brought("hangzhou.json", HANGZHOU),
            brought("notes.json", "{\"a\": }"),
        ];
        let found = open(&files).unwrap();
        assert_eq!((found.plans.len(), found.troubles.len()), (1, 1));
        assert_eq!(found.troubles[0].file, "notes.json");
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
    fn every_document_is_a_plan_and_answers_are_one_more() {
        assert_eq!(open(&[]).unwrap_err(), Refused::Nothing);
        assert_eq!(
            open(&[brought("empty.json", " \n")]).unwrap_err(),
            Refused::Nothing
        );
        let files = [
            brought("a.json", PAIR),
            brought("h.json", HANGZHOU),
            brought("b.json", PAIR),
            brought("s.json", SHANGHAI),
        ];
        let found = open(&files).unwrap();
        let files: Vec<_> = found.plans.iter().map(|one| &*one.file).collect();
        assert_eq!(files, ["a.json", "b.json", "h.json, s.json"]);
        assert!(found.plans[2].import.is_some());
    }

    #[test]
    fn a_code_block_is_opened_as_what_it_holds() {
        let markdown = ["Look at this:\n\n```json\n", PAIR, "```\n\nand `that`.\n"].concat();
        assert_eq!(
            *one(&[brought("", &markdown)]).plan,
            model::read_text(PAIR).unwrap()
        );
        let second = ["```sh\nls\n```\n", &markdown].concat();
        assert_eq!(
            one(&[brought("", &second)]).plan.name.as_deref(),
            Some("Hangzhou to Shanghai")
        );
        assert!(open(&[brought("", "```json\n{\n")]).is_err());
    }

    #[test]
    fn a_pasted_text_is_opened_when_it_is_meant() {
        for text in [
            PAIR,
            " [1]",
            "x\n```\n{}\n```",
            "https://a.example/#/open/1.AA",
        ] {
            assert!(is_meant(text), "{text}");
        }
        for text in ["erp", "", "a ``` b", "https://a.example/#/plan"] {
            assert!(!is_meant(text), "{text}");
        }
        assert!(
            may_be_plan("a/b.JSON")
                && may_be_plan("n.md")
                && !may_be_plan("json")
                && !may_be_plan("a.png")
        );
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
