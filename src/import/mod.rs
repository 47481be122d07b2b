//! What comes in from elsewhere: recognised by content, read into a plan with its origin, and accounted for. One
//! folder a format. No sentences beyond the catalogue in `note`, no judgement, no I/O.

pub mod describe_vaults;
mod loose;
mod note;
pub mod picture;
mod recognise;

pub use note::{Note, NoteKind};
pub use recognise::{Kind, recognise};

use crate::finding::Severity;
use crate::lang::{Arg, Lang, Said, Text};
use crate::model::Topology;
use crate::model::problem::{Problem, ProblemKind};
use crate::report::json::ImportJson;
use crate::text::locate::Position;

/// What an import gave. Language-free; worded by [`Import::worded`].
#[derive(Clone, Debug)]
pub struct Import {
    /// The plan; every object says where it was found.
    pub plan: Topology<'static>,
    /// What each file gave, in the order of the files.
    pub understood: Vec<Understood>,
    /// Fields that were not used, by name.
    pub ignored: Vec<Ignored>,
    /// What the user should know, what could not be judged first.
    pub notes: Vec<Note>,
    /// How many notes there were beyond [`NOTES`].
    pub notes_left_out: usize,
}

/// Most notes that are kept of one import.
pub const NOTES: usize = 1_000;

impl Import {
    /// The gravest severity of the rules that could not judge what was left out.
    #[must_use]
    pub fn unjudged(&self) -> Option<Severity> {
        self.notes
            .iter()
            .filter_map(|note| note.kind.unjudged())
            .max()
    }

    /// What was understood, ignored and remarked, as sentences in one language.
    #[must_use]
    pub fn worded(&self, lang: Lang) -> ImportJson {
        let mut notes: Vec<String> = self.notes.iter().map(|n| n.message(lang)).collect();
        if self.notes_left_out > 0 {
            let more = self.notes_left_out;
            notes.push(match lang {
                Lang::En => format!("notes left out of this list: {more}"),
                Lang::Zh => format!("另有 {more} 条说明未列出"),
            });
        }
        ImportJson {
            understood: self.understood.iter().map(|u| u.message(lang)).collect(),
            ignored: self.ignored.iter().map(|i| i.message(lang)).collect(),
            notes,
            unjudged: self.unjudged(),
        }
    }
}

/// What a file gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// The file, as its user named it.
    pub file: String,
    /// The regions of its objects, sorted.
    pub regions: Vec<String>,
    /// Vaults that the plan took from it.
    pub vaults: usize,
    /// Mirrors that the plan took from it.
    pub mirrors: usize,
}

/// A field that was not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Its name.
    pub field: String,
    /// How often it stood there.
    pub count: usize,
    /// Why.
    pub why: Why,
}

/// Why a field was not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Its value is of a kind that cannot be used.
    Unusable,
    /// This release does not know it.
    Unknown,
    /// Nothing is judged by it.
    NotNeeded,
}

impl Ignored {
    /// The sentence in one language.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let text = match self.why {
            Why::Unusable => Text::new(
                "field `{field}`: value cannot be used (records: {count})",
                "字段 `{field}`：取值无法使用（记录数：{count}）",
            ),
            Why::Unknown => Text::new(
                "field `{field}`: not known to this release (records: {count})",
                "字段 `{field}`：此版本不认识（记录数：{count}）",
            ),
            Why::NotNeeded => Text::new(
                "field `{field}`: nothing is judged by it (records: {count})",
                "字段 `{field}`：不用于判定（记录数：{count}）",
            ),
        };
        let args = [
            arg("field", self.field.as_str()),
            arg("count", self.count.to_string()),
        ];
        text.fill(lang, &args)
    }
}

impl Understood {
    /// The sentence in one language.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let regions: Vec<String> = self.regions.iter().map(|r| format!("`{r}`")).collect();
        let (vaults, mirrors) = (self.vaults, self.mirrors);
        match lang {
            Lang::En => {
                let s = |count| if count == 1 { "" } else { "s" };
                let place = match regions.is_empty() {
                    true => String::new(),
                    false => format!(" in {}", regions.join(", ")),
                };
                format!(
                    "`{}`: {vaults} vault{} and {mirrors} mirror{}{place}",
                    self.file,
                    s(vaults),
                    s(mirrors)
                )
            }
            Lang::Zh => {
                let place = match regions.is_empty() {
                    true => String::new(),
                    false => format!("（{}）", regions.join("、")),
                };
                format!(
                    "`{}`：{vaults} 个备份库，{mirrors} 个镜像库{place}",
                    self.file
                )
            }
        }
    }
}

/// A file that gives no plan, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// The file, as its user named it.
    pub file: String,
    /// JSON Pointer of the place, or of the nearest place that exists.
    pub pointer: String,
    /// Line and column, where one can be named.
    pub position: Option<Position>,
    /// What is wrong.
    pub kind: FileProblemKind,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblemKind {
    /// The text is too long, is not JSON, is too deep, or holds too many objects.
    Text(Box<Problem>),
    /// The service refused the call, so the answer holds no data.
    Refused {
        /// Its error code.
        code: String,
        /// Its message.
        message: String,
    },
    /// The answer is not built as expected.
    Shape {
        /// What should stand there.
        expected: Text,
    },
}

impl FileProblem {
    /// The sentence in one language, without the place.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (text, args) = match &self.kind {
            FileProblemKind::Text(problem) => return problem.message(lang),
            FileProblemKind::Refused { code, message } => (
                Text::new(
                    "the service refused the call: `{code}`: {message}",
                    "服务拒绝了该调用：`{code}`：{message}",
                ),
                vec![arg("code", code.as_str()), arg("message", message.as_str())],
            ),
            FileProblemKind::Shape { expected } => (
                Text::new(
                    "this is not an answer of DescribeVaults; expected {expected}",
                    "这不是 DescribeVaults 的返回结果；应为{expected}",
                ),
                vec![arg("expected", *expected)],
            ),
        };
        text.fill(lang, &args)
    }

    fn of_text(file: &str, problem: Problem) -> Self {
        Self {
            file: file.to_owned(),
            pointer: String::new(),
            position: problem.position,
            kind: FileProblemKind::Text(Box::new(problem)),
        }
    }
}

/// A named value for a hole.
fn arg(name: &'static str, value: impl Into<Said>) -> Arg {
    Arg {
        name,
        value: value.into(),
    }
}

/// How many JSON objects a text holds. Braces in strings do not count.
fn objects(body: &str) -> usize {
    let (mut objects, mut in_string, mut escaped) = (0, false, false);
    for byte in body.bytes() {
        match (in_string, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => in_string = !in_string,
            (false, b'{') => objects += 1,
            _ => {}
        }
    }
    objects
}

fn too_many(objects: usize) -> Problem {
    let expected = Text::new(
        "at most 500,000 objects in all files together",
        "所有文件合计不超过 500,000 个对象",
    );
    let found = Some(format!("{objects} objects"));
    over(ProblemKind::TooMany, found, expected)
}

fn too_long(bytes: usize) -> Problem {
    let expected = Text::new(
        "at most 64 MiB in all files together",
        "所有文件合计不超过 64 MiB",
    );
    let found = Some(format!("{bytes} bytes"));
    over(ProblemKind::TooLong, found, expected)
}

fn over(kind: ProblemKind, found: Option<String>, expected: Text) -> Problem {
    Problem {
        pointer: String::new(),
        position: None,
        kind,
        found,
        expected: expected.into(),
        suggestion: None,
    }
}
