//! Reads the document. The happy path is one typed pass that borrows from the text; only a text that does not
//! read is walked again, over the tables of fields, to name every problem with its place.

use super::declare::{Field, Record, Shape, Silence};
use super::fill::{self, Misread};
use super::problem::{Problem, ProblemKind};
use super::time;
use super::topology::Topology;
use crate::catalog::limits;
use crate::lang::{Said, Text};
use crate::text::cursor::Cursor;
use crate::text::decimal::Decimal;
use crate::text::locate;
use crate::text::pointer::{push_index, push_key};
use crate::text::scan::{self, Fault, Kind, Member, Node, Span};
use crate::text::suggest;

/// The release of this reader, as fields state theirs.
pub const RELEASE: &str = "0.2";

/// Reads a document from bytes: UTF-8, with or without a byte order mark.
///
/// # Errors
/// Every problem of the text, at most [`limits::PROBLEMS`], in the order of their places.
pub fn read(bytes: &[u8]) -> Result<Topology<'_>, Vec<Problem>> {
    if bytes.len() > limits::TEXT_BYTES {
        return Err(vec![too_long(bytes.len())]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => read_text(text),
        Err(error) => Err(vec![not_utf8(bytes, error.valid_up_to())]),
    }
}

/// Reads a document from text.
///
/// # Errors
/// As [`read`].
pub fn read_text(text: &str) -> Result<Topology<'_>, Vec<Problem>> {
    if text.len() > limits::TEXT_BYTES {
        return Err(vec![too_long(text.len())]);
    }
    let body = without_mark(text);
    fill::read(body).map_err(|Misread| misread(body, &Topology::RECORD))
}

/// A text without its byte order mark.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Why a text without byte order mark does not read as a record: at least one problem.
pub(crate) fn misread(body: &str, record: &Record) -> Vec<Problem> {
    let problems = explain(body, record);
    if problems.is_empty() {
        vec![unexplained(body)]
    } else {
        problems
    }
}

/// The problem of a text of this many bytes, for callers that look at the length before they copy.
#[must_use]
pub fn too_long(length: usize) -> Problem {
    Problem {
        pointer: String::new(),
        position: None,
        kind: ProblemKind::TooLong,
        found: Some(format!("{length} bytes")),
        expected: Text::new("at most 64 MiB", "不超过 64 MiB").into(),
        suggestion: None,
    }
}

pub(crate) fn not_utf8(bytes: &[u8], valid: usize) -> Problem {
    let start = bytes
        .get(..valid)
        .and_then(|b| std::str::from_utf8(b).ok())
        .unwrap_or_default();
    Problem {
        pointer: String::new(),
        position: Some(locate::position(start, start.len())),
        kind: ProblemKind::NotUtf8,
        found: bytes.get(valid).map(|b| format!("byte 0x{b:02X}")),
        expected: Text::new("UTF-8, the encoding of JSON", "JSON 所用的 UTF-8 编码").into(),
        suggestion: None,
    }
}

fn unexplained(text: &str) -> Problem {
    Problem {
        pointer: String::new(),
        position: Some(locate::position(text, 0)),
        kind: ProblemKind::Unexplained,
        found: None,
        expected: Said::Own(String::new()),
        suggestion: None,
    }
}

/// Every problem of a text that did not read. It has no byte order mark.
fn explain(body: &str, record: &Record) -> Vec<Problem> {
    let root = match scan::parse(body, limits::DEPTH) {
        Ok(root) => root,
        Err(broken) => return vec![broken_json(body, broken)],
    };
    let objects = count_objects(&root);
    if objects > limits::OBJECTS {
        return vec![Problem {
            pointer: String::new(),
            position: Some(locate::position(body, 0)),
            kind: ProblemKind::TooMany,
            found: Some(format!("{objects} objects")),
            expected: Text::new("at most 500,000 objects", "不超过 500,000 个对象").into(),
            suggestion: None,
        }];
    }
    let mut walk = Walk {
        text: body,
        pointer: String::new(),
        problems: Vec::new(),
        release: release_of(&root),
    };
    walk.record(&root, record);
    walk.problems
}

/// Why a text is not JSON within the limit of depth, as a problem. It has no byte order mark.
pub(crate) fn broken_json(body: &str, broken: scan::Broken) -> Problem {
    let (kind, expected) = match broken.what {
        Fault::Depth => (
            ProblemKind::TooDeep,
            Text::new("at most 64 levels", "不超过 64 层").into(),
        ),
        fault => (ProblemKind::NotJson(fault), Said::Own(String::new())),
    };
    Problem {
        pointer: String::new(),
        position: Some(locate::position(body, broken.at)),
        kind,
        found: body
            .get(broken.at..)
            .and_then(|rest| rest.chars().next())
            .map(String::from),
        expected,
        suggestion: None,
    }
}

fn count_objects(node: &Node) -> usize {
    match &node.kind {
        Kind::Object(members) => {
            1 + members
                .iter()
                .map(|m| count_objects(&m.value))
                .sum::<usize>()
        }
        Kind::List(items) => items.iter().map(count_objects).sum(),
        _ => 0,
    }
}

/// The release that the document says its newest field came with.
fn release_of(root: &Node) -> Option<String> {
    let Kind::Object(members) = &root.kind else {
        return None;
    };
    members
        .iter()
        .find(|m| m.key == "release")
        .and_then(|m| match &m.value.kind {
            Kind::Text(text) => Some(text.clone()),
            _ => None,
        })
}

struct Walk<'t> {
    text: &'t str,
    pointer: String,
    problems: Vec<Problem>,
    release: Option<String>,
}

impl Walk<'_> {
    fn report(
        &mut self,
        span: Span,
        kind: ProblemKind,
        found: Option<String>,
        expected: Said,
    ) -> Option<&mut Problem> {
        if self.problems.len() >= limits::PROBLEMS {
            return None;
        }
        self.problems.push(Problem {
            pointer: self.pointer.clone(),
            position: Some(locate::position(self.text, span.start)),
            kind,
            found,
            expected,
            suggestion: None,
        });
        self.problems.last_mut()
    }

    fn source(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    fn written(&self, span: Span) -> String {
        shorten(self.source(span))
    }

    fn inside(&mut self, step: impl FnOnce(&mut String), walk: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        step(&mut self.pointer);
        walk(self);
        self.pointer.truncate(length);
    }

    fn record(&mut self, node: &Node, record: &Record) {
        let Kind::Object(members) = &node.kind else {
            let found = self.written(node.span);
            let expected = Text::new("an object in braces", "花括号括起的对象").into();
            self.report(node.span, ProblemKind::WrongKind, Some(found), expected);
            return;
        };
        // Names sorted once: an object with very many members stays cheap to check for repeats.
        let mut seen = std::collections::BTreeSet::new();
        for member in members {
            if self.problems.len() >= limits::PROBLEMS {
                return;
            }
            self.inside(
                |p| push_key(p, &member.key),
                |walk| match record.fields.iter().find(|f| f.name == member.key) {
                    None => walk.unknown_field(member, record),
                    Some(_) if !seen.insert(member.key.as_str()) => {
                        let expected = Text::new("each field once", "每个字段只出现一次").into();
                        walk.report(
                            member.key_span,
                            ProblemKind::DuplicateField,
                            Some(shorten(&member.key)),
                            expected,
                        );
                    }
                    Some(field) => walk.field(&member.value, field),
                },
            );
        }
        for field in record.fields {
            if field.silence == Silence::Required && !seen.contains(field.name) {
                let brace = Span {
                    start: node.span.start,
                    end: node.span.start,
                };
                let expected = Said::Own(format!("`{}`", field.name));
                self.report(brace, ProblemKind::MissingField, None, expected);
            }
        }
    }

    fn unknown_field(&mut self, member: &Member, record: &Record) {
        let names = || record.fields.iter().map(|f| f.name);
        let suggestion = suggest::nearest(&member.key, names());
        let newer = self
            .release
            .as_deref()
            .filter(|release| is_newer(release))
            .map(str::to_owned);
        let expected = match newer {
            Some(release) => Said::Own(format!("Vaultplan {release}")),
            None if suggestion.is_some() => Said::Own(String::new()),
            None => Said::Own(
                names()
                    .map(|n| format!("`{n}`"))
                    .collect::<Vec<_>>()
                    .join(", "),
            ),
        };
        let found = Some(shorten(&member.key));
        if let Some(problem) =
            self.report(member.key_span, ProblemKind::UnknownField, found, expected)
        {
            problem.suggestion = suggestion;
        }
    }

    fn field(&mut self, node: &Node, field: &Field) {
        if node.kind == Kind::Null
            && field.silence != Silence::Required
            && !matches!(field.shape, Shape::List(_))
        {
            return;
        }
        self.shape(node, &field.shape);
    }

    fn shape(&mut self, node: &Node, shape: &Shape) {
        match shape {
            Shape::Record(record) => self.record(node, record),
            Shape::List(item) => self.list(node, item),
            Shape::Flag => {
                if !matches!(node.kind, Kind::Flag(_)) {
                    self.wrong_kind(
                        node,
                        Text::new("`true` or `false`", "`true` 或 `false`").into(),
                    );
                }
            }
            Shape::Whole(least, most) => self.whole(node, *least, *most),
            Shape::Decimal(least, most) => self.decimal(node, *least, *most),
            Shape::Format(_)
            | Shape::Text
            | Shape::Id
            | Shape::Moment
            | Shape::Closed(_)
            | Shape::Open(_) => {
                self.text(node, shape);
            }
        }
    }

    fn list(&mut self, node: &Node, item: &Shape) {
        let Kind::List(items) = &node.kind else {
            return self.wrong_kind(
                node,
                Text::new("an array in square brackets", "方括号括起的数组").into(),
            );
        };
        for (index, element) in items.iter().enumerate() {
            if self.problems.len() >= limits::PROBLEMS {
                return;
            }
            self.inside(|p| push_index(p, index), |walk| walk.shape(element, item));
        }
    }

    fn whole(&mut self, node: &Node, least: u64, most: u64) {
        let written = self.source(node.span);
        let mut cursor = Cursor::new(written);
        let fits = cursor.whole().is_ok_and(|n| n >= least && n <= most) && cursor.peek().is_none();
        self.number(node, fits, Text::new("a whole number", "整数"), least, most);
    }

    fn decimal(&mut self, node: &Node, least: u64, most: u64) {
        let written = self.source(node.span);
        let decimal = Decimal::parse(written);
        let bounds = Decimal::whole(least)..=Decimal::whole(most);
        let fits = decimal.is_some_and(|d| bounds.contains(&d));
        // A number between the bounds that is no decimal has too many places.
        let between = Cursor::new(written)
            .whole()
            .is_ok_and(|n| n >= least && n < most);
        if node.kind == Kind::Number && decimal.is_none() && between {
            let found = Some(self.written(node.span));
            let expected = Text::new("at most twelve decimal places", "最多十二位小数").into();
            self.report(node.span, ProblemKind::WrongValue, found, expected);
        } else {
            self.number(node, fits, Text::new("a number", "数字"), least, most);
        }
    }

    fn number(&mut self, node: &Node, fits: bool, kind: Text, least: u64, most: u64) {
        if node.kind != Kind::Number {
            self.wrong_kind(node, Said::Term(kind));
        } else if !fits {
            let found = Some(self.written(node.span));
            let expected = Said::Own(format!("{least} … {most}"));
            self.report(node.span, ProblemKind::WrongValue, found, expected);
        }
    }

    fn text(&mut self, node: &Node, shape: &Shape) {
        let Kind::Text(text) = &node.kind else {
            let expected = match shape {
                Shape::Format(mark) => Said::Own(format!("`\"{mark}\"`")),
                Shape::Closed(words) => Said::Own(join(words)),
                _ => Text::new("a text in double quotes", "双引号括起的文本").into(),
            };
            return self.wrong_kind(node, expected);
        };
        if text.len() > limits::STRING_BYTES {
            let expected = Text::new("at most 64 KiB of text", "不超过 64 KiB 的文本").into();
            let found = Some(shorten(text));
            self.report(node.span, ProblemKind::WrongValue, found, expected);
            return;
        }
        let found = Some(shorten(text));
        match shape {
            Shape::Format(mark) if text != mark => {
                let expected = Said::Own(format!("`{mark}`"));
                self.report(node.span, ProblemKind::WrongFormat, found, expected);
            }
            Shape::Id if text.is_empty() => {
                let expected = Text::new("an id that is not empty", "非空的标识").into();
                self.report(node.span, ProblemKind::WrongValue, found, expected);
            }
            Shape::Moment if time::parse(text).is_none() => {
                let expected = Text::new(
                    "a time such as `2026-11-21T08:00:00Z`",
                    "形如 `2026-11-21T08:00:00Z` 的时间",
                );
                self.report(node.span, ProblemKind::WrongValue, found, expected.into());
            }
            Shape::Closed(words) if !words.contains(&text.as_str()) => {
                let suggestion = suggest::nearest(text, words.iter().copied());
                let expected = Said::Own(join(words));
                if let Some(problem) =
                    self.report(node.span, ProblemKind::WrongValue, found, expected)
                {
                    problem.suggestion = suggestion;
                }
            }
            _ => {}
        }
    }

    fn wrong_kind(&mut self, node: &Node, expected: Said) {
        let found = self.written(node.span);
        self.report(node.span, ProblemKind::WrongKind, Some(found), expected);
    }
}

/// Whether a release such as `0.3` is newer than this reader.
fn is_newer(release: &str) -> bool {
    let numbers = |text: &str| -> Vec<u32> {
        text.split('.')
            .map(|part| part.parse().unwrap_or(0))
            .collect()
    };
    numbers(release) > numbers(RELEASE)
}

fn join(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// A value as a message shows it: one line, at most 80 characters.
pub(crate) fn shorten(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(81)
        .collect();
    if line.chars().count() > 80 {
        line.chars().take(79).chain(['…']).collect()
    } else {
        line
    }
}
