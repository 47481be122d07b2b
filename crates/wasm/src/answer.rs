//! Questions and their answers as plain data, free of JavaScript: what `answers.d.ts` declares.
//! The tests below hold the declarations to what is really answered.

use vaultplan::catalog::limits;
use vaultplan::finding::{Finding, Rule};
use vaultplan::import::{self, FileProblem, FileProblemKind, Kind};
use vaultplan::lang::{Arg, Lang, Text};
use vaultplan::model::{self, Problem, Topology};
use vaultplan::report::json::{self, ImportJson};
use vaultplan::report::plain::Plain;
#[cfg(feature = "explain")]
use vaultplan::report::rules_json;
use vaultplan::report::{self, Options, Report};
use vaultplan::rules;
use vaultplan::text::patch::{Op, Patch};
use vaultplan::text::splice::splice;
use vaultplan::text::value::Value;
use vaultplan::text::{locate, suggest};

/// What is asked beside the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ask {
    pub(crate) options: Options,
    pub(crate) lang: Lang,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) struct Refused {
    problems: Vec<ProblemJson>,
}

impl Refused {
    /// As it is answered.
    pub(crate) fn plain(&self) -> Plain<'_> {
        let problems = self.problems.iter().map(ProblemJson::plain).collect();
        Plain::Object(
            &["ok", "problems"],
            vec![Plain::Flag(false), Plain::List(problems)],
        )
    }
}

impl From<Vec<ProblemJson>> for Refused {
    fn from(problems: Vec<ProblemJson>) -> Self {
        Self { problems }
    }
}

impl From<ProblemJson> for Refused {
    fn from(problem: ProblemJson) -> Self {
        vec![problem].into()
    }
}

/// A problem of the document, of the options or of a patch, worded in one language.
#[derive(Debug, Default)]
pub(crate) struct ProblemJson {
    file: Option<String>,
    pointer: String,
    line: Option<usize>,
    column: Option<usize>,
    kind: &'static str,
    found: Option<String>,
    expected: Option<String>,
    suggestion: Option<&'static str>,
    message: String,
}

impl ProblemJson {
    fn plain(&self) -> Plain<'_> {
        let place = |place: Option<usize>| place.map_or(Plain::Null, Plain::count);
        Plain::Object(
            &[
                "file",
                "pointer",
                "line",
                "column",
                "kind",
                "found",
                "expected",
                "suggestion",
                "message",
            ],
            vec![
                Plain::text_or_null(self.file.as_deref()),
                Plain::Text(&self.pointer),
                place(self.line),
                place(self.column),
                Plain::Text(self.kind),
                Plain::text_or_null(self.found.as_deref()),
                Plain::text_or_null(self.expected.as_deref()),
                Plain::text_or_null(self.suggestion),
                Plain::Text(&self.message),
            ],
        )
    }

    fn of(problem: &Problem, lang: Lang) -> Self {
        let expected = problem.expected.get(lang);
        Self {
            file: None,
            pointer: problem.pointer.clone(),
            line: problem.position.map(|p| p.line),
            column: problem.position.map(|p| p.column),
            kind: problem.kind.slug(),
            found: problem.found.clone(),
            expected: (!expected.is_empty()).then(|| expected.to_owned()),
            suggestion: problem.suggestion,
            message: problem.message(lang),
        }
    }

    fn of_file(problem: &FileProblem, lang: Lang) -> Self {
        let kind = match &problem.kind {
            FileProblemKind::Text(problem) => problem.kind.slug(),
            FileProblemKind::Refused { .. } => "refused-call",
            FileProblemKind::Shape { .. } | FileProblemKind::NoAnswer => "wrong-answer",
            FileProblemKind::Stranger { .. } => "unknown-answer",
        };
        Self {
            file: Some(problem.file.clone()),
            pointer: problem.pointer.clone(),
            line: problem.position.map(|p| p.line),
            column: problem.position.map(|p| p.column),
            kind,
            message: problem.message(lang),
            ..Self::default()
        }
    }

    /// A problem of what was passed beside the document. The text's holes are `{found}` and `{expected}`.
    pub(crate) fn beside(
        kind: &'static str,
        pointer: impl Into<String>,
        text: Text,
        found: &str,
        expected: &str,
        lang: Lang,
    ) -> Self {
        let arg = |name, value: &str| Arg {
            name,
            value: value.into(),
        };
        Self {
            pointer: pointer.into(),
            kind,
            found: (!found.is_empty()).then(|| found.to_owned()),
            expected: (!expected.is_empty()).then(|| expected.to_owned()),
            message: text.fill(lang, &[arg("found", found), arg("expected", expected)]),
            ..Self::default()
        }
    }

    /// Adds the word that was probably meant.
    pub(crate) fn suggesting(mut self, word: Option<&'static str>, lang: Lang) -> Self {
        if let Some(word) = word {
            let text = Text::new("; did you mean `{found}`?", "；是否想写 `{found}`？");
            let arg = Arg {
                name: "found",
                value: word.into(),
            };
            self.message.push_str(&text.fill(lang, &[arg]));
            self.suggestion = Some(word);
        }
        self
    }
}

/// The problem of a document that is neither text nor bytes.
pub(crate) fn no_document(found: &str, lang: Lang) -> ProblemJson {
    let text = Text::new(
        "the document is {found}; expected {expected}",
        "文档是 {found}；应为{expected}",
    );
    let expected = Text::new("text or bytes", "文本或字节");
    ProblemJson::beside("no-document", "", text, found, expected.get(lang), lang)
}

/// Reads a document.
pub(crate) fn read(bytes: &[u8], lang: Lang) -> Result<Topology<'_>, Refused> {
    model::read(bytes).map_err(|problems| refused(&problems, lang))
}

/// The refusal that names these problems of a document.
pub(crate) fn refused(problems: &[Problem], lang: Lang) -> Refused {
    let problems: Vec<_> = problems.iter().map(|p| ProblemJson::of(p, lang)).collect();
    problems.into()
}

/// One of the documents that were passed.
#[derive(Debug)]
pub(crate) struct Given {
    /// How findings and remarks name it when it is a saved answer.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// What the documents say together.
#[derive(Debug)]
pub(crate) struct Plan<'t> {
    pub(crate) topology: Topology<'t>,
    /// What was understood of saved answers.
    import: Option<ImportJson>,
}

/// Reads one topology document, or the saved answers of the service: told apart by content, as the command does.
pub(crate) fn plan(given: &[Given], lang: Lang) -> Result<Plan<'_>, Refused> {
    let mut answers: Vec<(&str, &str)> = Vec::new();
    let mut problems = Vec::new();
    for one in given {
        // Bytes that are no text are no answer; the reader of documents says where they go wrong.
        let text = std::str::from_utf8(&one.bytes).ok();
        match text.filter(|text| import::recognise(text) == Kind::Answer) {
            Some(text) => answers.push((&one.name, text)),
            None if given.len() == 1 => {
                return Ok(Plan {
                    topology: read(&one.bytes, lang)?,
                    import: None,
                });
            }
            None => {
                let text = Text::new(
                    "`{found}` is not a saved answer of the service; several documents are merged only if all are",
                    "`{found}` 不是保存的服务返回结果；只有全部是返回结果的多个文档才能合并",
                );
                let problem = ProblemJson::beside("mixed-documents", "", text, &one.name, "", lang);
                problems.push(ProblemJson {
                    file: Some(one.name.clone()),
                    ..problem
                });
            }
        }
    }
    if problems.is_empty() && answers.is_empty() {
        problems.push(no_document("[]", lang));
    }
    if !problems.is_empty() {
        return Err(problems.into());
    }
    match import::answers::merge(&answers) {
        Ok(import) => Ok(Plan {
            import: Some(import.worded(lang)),
            topology: import.plan,
        }),
        Err(problems) => {
            let problems = problems.iter().map(|p| ProblemJson::of_file(p, lang));
            Err(problems.collect::<Vec<_>>().into())
        }
    }
}

/// Judges a plan and hands on the report without its lists of findings, then those, `findings` and `practice`, each
/// as one JSON text: counts and findings cross to JavaScript far faster so than member by member.
pub(crate) fn validate<R>(
    plan: &Plan<'_>,
    ask: &Ask,
    hand_on: impl FnOnce(&str, [(&str, &str); 2]) -> R,
) -> R {
    let report = report::check(&plan.topology, ask.options);
    let findings = say(&report, &report.findings, ask.lang);
    let practice = say(&report, &report.practice, ask.lang);
    let around = json::around(
        &report,
        Plain::Null,
        Plain::Null,
        ask.lang,
        plan.import.as_ref(),
    );
    let mut text = Vec::new();
    around.write(&mut text);
    let around = String::from_utf8(text).unwrap_or_default();
    hand_on(&around, [("findings", &findings), ("practice", &practice)])
}

fn say(report: &Report<'_>, findings: &[Finding], lang: Lang) -> String {
    let mut out = b"[".to_vec();
    for (index, finding) in findings.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        json::finding(report, finding, lang).write(&mut out);
    }
    out.push(b']');
    String::from_utf8(out).unwrap_or_default()
}

/// A good answer with its one member.
pub(crate) fn answered<'v>(names: &'static [&'static str; 2], value: Plain<'v>) -> Plain<'v> {
    Plain::Object(names, vec![Plain::Flag(true), value])
}

/// A rule in one language, as lists show it.
fn rule(rule: &Rule, lang: Lang) -> Plain<'static> {
    let editions = rule.editions.iter();
    let editions = editions.map(|edition| Plain::Text(edition.word()));
    Plain::Object(
        &[
            "code", "slug", "category", "severity", "editions", "since", "title", "fix", "help",
            "sources",
        ],
        vec![
            Plain::Text(rule.code),
            Plain::Text(rule.slug),
            Plain::Text(rule.category.word()),
            Plain::Text(rule.severity.word()),
            Plain::List(editions.collect()),
            Plain::Text(rule.since),
            Plain::Text(rule.title.get(lang)),
            Plain::Text(rule.fix.word()),
            json::help(rule, lang),
            json::sources(rule.sources),
        ],
    )
}

/// Every rule, worded in one language.
pub(crate) fn rule_list(lang: Lang) -> Plain<'static> {
    let checks = rules::CHECKS.iter();
    let rules = checks.map(|check| rule(check.rule, lang));
    answered(&["ok", "rules"], Plain::List(rules.collect()))
}

/// A rule by slug or code.
pub(crate) fn one_rule(name: &str, lang: Lang) -> Result<Plain<'static>, Refused> {
    match rules::declared(name) {
        Some(found) => Ok(answered(&["ok", "rule"], rule(found, lang))),
        None => Err(no_rule(name, lang)),
    }
}

fn no_rule(name: &str, lang: Lang) -> Refused {
    let text = Text::new("there is no rule `{found}`", "没有规则 `{found}`");
    let slugs = rules::CHECKS.iter().map(|check| check.rule.slug);
    let near = suggest::nearest(name, slugs);
    let problem = ProblemJson::beside("unknown-rule", "", text, name, "", lang);
    problem.suggesting(near, lang).into()
}

/// All that is to be read about a rule, by slug or code. Small modules leave these texts to a file beside them, which
/// their script reads.
#[cfg(feature = "explain")]
pub(crate) fn explain(name: &str, lang: Lang) -> Result<Plain<'static>, Refused> {
    let Some(doc) = rules::find(name) else {
        return Err(no_rule(name, lang));
    };
    let mut values = vec![Plain::Flag(true), rule(doc.rule, lang)];
    values.extend(rules_json::explanation(doc, lang));
    Ok(Plain::Object(
        &["ok", "rule", "what", "why", "remedy", "facts", "examples"],
        values,
    ))
}

/// Line and column of what a pointer names, or of the nearest value around it; null when the text is no JSON.
pub(crate) fn position(text: &str, pointer: &str) -> Plain<'static> {
    // A byte order mark is no column that an editor shows.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some(span) = locate::span(body, pointer, limits::DEPTH) else {
        return Plain::Null;
    };
    let position = locate::position(body, span.start);
    Plain::Object(
        &["line", "column"],
        vec![Plain::count(position.line), Plain::count(position.column)],
    )
}

/// Applies a patch, given as JSON text, to the text of a document. What it does not touch stays as written.
pub(crate) fn apply_patch(bytes: &[u8], patch: &str, lang: Lang) -> Result<String, Refused> {
    read(bytes, lang)?;
    // What was read is UTF-8.
    let mut text = std::str::from_utf8(bytes).unwrap_or_default().to_owned();
    let ops = read_patch(patch).ok_or_else(|| {
        let text = Text::new("the patch is not {expected}", "补丁不是{expected}");
        let expected = Text::new(
            "a list of operations `add`, `replace` and `remove` with `path` and `value`",
            "由带有 `path` 和 `value` 的 `add`、`replace`、`remove` 操作组成的列表",
        );
        ProblemJson::beside("wrong-patch", "", text, "", expected.get(lang), lang)
    })?;
    for op in &ops {
        text = splice(&text, op, limits::DEPTH).map_err(|_| {
            let text = Text::new(
                "the document has no place `{found}` for this operation",
                "文档中没有此操作所需的位置 `{found}`",
            );
            ProblemJson::beside("wrong-patch", op.path(), text, op.path(), "", lang)
        })?;
    }
    // The plan borrows from the text: it goes before the text is handed on.
    let read = model::read_text(&text).map(drop);
    match read {
        Ok(()) => Ok(text),
        Err(problems) => Err(misfit(&problems, lang)),
    }
}

/// The answer of `applyPatch`.
pub(crate) fn patched(text: &str) -> Plain<'_> {
    answered(&["ok", "text"], Plain::Text(text))
}

/// The refusal of a patch that would make a text that is no document. Places in that text would tell nothing.
fn misfit(problems: &[Problem], lang: Lang) -> Refused {
    let problems: Vec<_> = problems
        .iter()
        .map(|problem| ProblemJson {
            line: None,
            column: None,
            kind: "wrong-patch",
            ..ProblemJson::of(problem, lang)
        })
        .collect();
    problems.into()
}

fn read_patch(text: &str) -> Option<Patch> {
    let Value::Array(items) = Value::parse(text, limits::DEPTH).ok()? else {
        return None;
    };
    items.into_iter().map(read_op).collect()
}

fn read_op(value: Value) -> Option<Op> {
    let Value::Object(mut members) = value else {
        return None;
    };
    let path = members.get("path")?.as_str()?.to_owned();
    let op = members.get("op")?.as_str()?.to_owned();
    let value = members.remove("value");
    match op.as_str() {
        "add" => value.map(|value| Op::Add { path, value }),
        "replace" => value.map(|value| Op::Replace { path, value }),
        "remove" => Some(Op::Remove { path }),
        _ => None,
    }
}

#[cfg(test)]
#[path = "declared.rs"]
mod declared;
