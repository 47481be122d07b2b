//! What comes in from elsewhere: recognised by content, read into a plan with its origin, and accounted for. One
//! folder a format. No sentences beyond the catalogue in `note`, no judgement, no I/O.

pub mod answers;
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

/// What a file gave, operation by operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The file, as its user named it.
    pub file: String,
    /// The operation whose answer it holds.
    pub operation: &'static str,
    /// The regions of its objects, sorted, where its records tell them.
    pub regions: Vec<String>,
    /// How many objects of which kind were taken from it.
    pub objects: Vec<(Noun, usize)>,
}

/// What answers tell of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// A vault.
    Vault,
    /// A mirror.
    Mirror,
    /// A backup policy.
    Policy,
    /// A source bound to a policy.
    Binding,
    /// A backup plan.
    Plan,
    /// A backup client.
    Client,
    /// A restore job.
    Restore,
    /// A protected resource.
    Resource,
    /// An SAP HANA instance.
    Instance,
    /// A region of the service.
    Region,
    /// A region that supports cross-region backup.
    MirrorRegion,
    /// A role of another account.
    Account,
}

impl Noun {
    /// So many of them, in words.
    #[must_use]
    pub fn count(self, number: usize, lang: Lang) -> String {
        let (one, many, zh) = match self {
            Self::Vault => ("vault", "vaults", "个备份库"),
            Self::Mirror => ("mirror", "mirrors", "个镜像库"),
            Self::Policy => ("policy", "policies", "条备份策略"),
            Self::Binding => ("binding", "bindings", "个绑定"),
            Self::Plan => ("backup plan", "backup plans", "个备份计划"),
            Self::Client => ("client", "clients", "个客户端"),
            Self::Restore => ("restore job", "restore jobs", "个恢复任务"),
            Self::Resource => ("protected resource", "protected resources", "个受保护资源"),
            Self::Instance => (
                "SAP HANA instance",
                "SAP HANA instances",
                "个 SAP HANA 实例",
            ),
            Self::Region => ("region", "regions", "个地域"),
            Self::MirrorRegion => (
                "region with cross-region backup",
                "regions with cross-region backup",
                "个支持跨地域备份的地域",
            ),
            Self::Account => ("cross-account role", "cross-account roles", "个跨账号角色"),
        };
        match lang {
            Lang::En if number == 1 => format!("1 {one}"),
            Lang::En => format!("{number} {many}"),
            Lang::Zh => format!("{number} {zh}"),
        }
    }
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
        let counts: Vec<String> = self
            .objects
            .iter()
            .map(|(noun, number)| noun.count(*number, lang))
            .collect();
        let regions: Vec<String> = self.regions.iter().map(|r| format!("`{r}`")).collect();
        let (file, operation) = (&self.file, self.operation);
        match lang {
            Lang::En => {
                let place = match regions.is_empty() {
                    true => String::new(),
                    false => format!(" in {}", regions.join(", ")),
                };
                format!("`{file}`, {operation}: {}{place}", counts.join(" and "))
            }
            Lang::Zh => {
                let place = match regions.is_empty() {
                    true => String::new(),
                    false => format!("（{}）", regions.join("、")),
                };
                format!("`{file}`，{operation}：{}{place}", counts.join("，"))
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
        /// The operation whose list it carries.
        operation: &'static str,
        /// Name of that list.
        list: &'static str,
    },
    /// It is no answer of the service.
    NoAnswer,
    /// It is an answer of an operation that is not read.
    Stranger {
        /// Name of its list; empty when it has none.
        list: String,
        /// The operation, when it is known; else empty.
        operation: &'static str,
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
            FileProblemKind::Shape { operation, list } => (
                Text::new(
                    "this is not an answer of {operation}; expected an array of records as `{list}`, or under one name within it",
                    "这不是 {operation} 的返回结果；`{list}` 或其中的唯一成员应为记录的数组",
                ),
                vec![arg("operation", *operation), arg("list", *list)],
            ),
            FileProblemKind::NoAnswer => (
                Text::new(
                    "this is not an answer of the service; expected an object that holds a list such as `Vaults` or `Policies`, or an array of records",
                    "这不是服务的返回结果；应为含 `Vaults`、`Policies` 等列表的对象，或记录的数组",
                ),
                Vec::new(),
            ),
            FileProblemKind::Stranger { list, operation } => (
                match (*operation, &**list) {
                    ("", "") => Text::new(
                        "this is an answer of the service that lists nothing; no plan can be made of it",
                        "这是服务的返回结果，但不含列表，无法生成方案",
                    ),
                    ("", _) => Text::new(
                        "this is an answer of an operation that this release does not know (its list: `{list}`)",
                        "这是此版本不认识的操作的返回结果（列表：`{list}`）",
                    ),
                    _ => Text::new(
                        "this is an answer of `{operation}` (its list: `{list}`), which the plan has no place for",
                        "这是 `{operation}` 的返回结果（列表：`{list}`），方案中没有对应内容",
                    ),
                },
                vec![arg("list", list.as_str()), arg("operation", *operation)],
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
