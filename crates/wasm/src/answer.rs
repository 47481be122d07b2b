//! Questions and their answers as plain data, free of JavaScript: what `answers.d.ts` declares.
//! The tests below hold the declarations to what is really answered.

use serde::Serialize;
use serde_json::Value;
use vaultplan::catalog::editions::Edition;
use vaultplan::catalog::limits;
use vaultplan::finding::Rule;
use vaultplan::lang::{Arg, Lang, Text};
use vaultplan::model::{self, Problem, Topology};
use vaultplan::report::json::{ReportJson, SourceJson};
use vaultplan::report::{self, Options};
use vaultplan::rules::{self, Doc};
use vaultplan::text::patch::{Op, Patch};
use vaultplan::text::splice::splice;
use vaultplan::text::{locate, suggest};

/// What is asked beside the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ask {
    pub(crate) options: Options,
    pub(crate) lang: Lang,
}

/// Why there is no answer.
#[derive(Debug, Serialize)]
pub(crate) struct Refused {
    ok: bool,
    problems: Vec<ProblemJson>,
}

impl From<Vec<ProblemJson>> for Refused {
    fn from(problems: Vec<ProblemJson>) -> Self {
        Self {
            ok: false,
            problems,
        }
    }
}

impl From<ProblemJson> for Refused {
    fn from(problem: ProblemJson) -> Self {
        vec![problem].into()
    }
}

/// A problem of the document, of the options or of a patch, worded in one language.
#[derive(Debug, Serialize)]
pub(crate) struct ProblemJson {
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
    fn of(problem: &Problem, lang: Lang) -> Self {
        let expected = problem.expected.get(lang);
        Self {
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
            line: None,
            column: None,
            kind,
            found: (!found.is_empty()).then(|| found.to_owned()),
            expected: (!expected.is_empty()).then(|| expected.to_owned()),
            suggestion: None,
            message: text.fill(lang, &[arg("found", found), arg("expected", expected)]),
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

/// The answer of `validate`.
#[derive(Debug, Serialize)]
pub(crate) struct Validated<'r> {
    ok: bool,
    report: ReportJson<'r>,
}

/// Judges a document and hands the answer on; it borrows from the document.
pub(crate) fn validate<R>(
    bytes: &[u8],
    ask: &Ask,
    good: impl FnOnce(&Validated<'_>) -> R,
    bad: impl FnOnce(&Refused) -> R,
) -> R {
    match read(bytes, ask.lang) {
        Ok(plan) => {
            let report = report::check(&plan, ask.options);
            good(&Validated {
                ok: true,
                report: report::json::report(&report, ask.lang, None),
            })
        }
        Err(refused) => bad(&refused),
    }
}

/// A rule in one language, as lists show it.
#[derive(Debug, Serialize)]
pub(crate) struct RuleJson {
    code: &'static str,
    slug: &'static str,
    category: &'static str,
    severity: &'static str,
    editions: Vec<&'static str>,
    since: &'static str,
    title: &'static str,
    fix: &'static str,
    help: String,
    sources: Vec<SourceJson>,
}

fn rule(rule: &Rule, lang: Lang) -> RuleJson {
    RuleJson {
        code: rule.code,
        slug: rule.slug,
        category: rule.category.word(),
        severity: rule.severity.word(),
        editions: rule.editions.iter().map(Edition::word).collect(),
        since: rule.since,
        title: rule.title.get(lang),
        fix: rule.fix.word(),
        help: format!("docs/{}/rules/{}/", lang.tag(), rule.slug),
        sources: sources(rule.sources),
    }
}

fn sources(list: &[&vaultplan::catalog::sources::Source]) -> Vec<SourceJson> {
    list.iter()
        .map(|source| SourceJson::from(*source))
        .collect()
}

/// The answer of `rules`.
#[derive(Debug, Serialize)]
pub(crate) struct RuleList {
    ok: bool,
    rules: Vec<RuleJson>,
}

/// Every rule, worded in one language.
pub(crate) fn rule_list(lang: Lang) -> RuleList {
    RuleList {
        ok: true,
        rules: rules::CHECKS
            .iter()
            .map(|check| rule(check.rule, lang))
            .collect(),
    }
}

/// The answer of `explain`.
#[derive(Debug, Serialize)]
pub(crate) struct Explained {
    ok: bool,
    rule: RuleJson,
    what: &'static str,
    why: &'static str,
    remedy: &'static str,
    facts: Vec<FactJson>,
    examples: ExamplesJson,
}

#[derive(Debug, Serialize)]
struct FactJson {
    id: &'static str,
    text: &'static str,
    sources: Vec<SourceJson>,
}

#[derive(Debug, Serialize)]
struct ExamplesJson {
    fails: &'static str,
    passes: &'static str,
}

/// All that is to be read about a rule, by slug or code.
pub(crate) fn explain(name: &str, lang: Lang) -> Result<Explained, Refused> {
    let Some(doc) = rules::find(name) else {
        let text = Text::new("there is no rule `{found}`", "没有规则 `{found}`");
        let slugs = rules::CHECKS.iter().map(|check| check.rule.slug);
        let near = suggest::nearest(name, slugs);
        let problem = ProblemJson::beside("unknown-rule", "", text, name, "", lang);
        return Err(problem.suggesting(near, lang).into());
    };
    Ok(explained(doc, lang))
}

fn explained(doc: &Doc, lang: Lang) -> Explained {
    Explained {
        ok: true,
        rule: rule(doc.rule, lang),
        what: doc.what.get(lang),
        why: doc.why.get(lang),
        remedy: doc.remedy.get(lang),
        facts: doc
            .facts
            .iter()
            .map(|fact| FactJson {
                id: fact.slug,
                text: fact.text.get(lang),
                sources: sources(fact.sources),
            })
            .collect(),
        examples: ExamplesJson {
            fails: doc.fails,
            passes: doc.passes,
        },
    }
}

/// The answer of `position`.
#[derive(Debug, Serialize)]
pub(crate) struct PositionJson {
    line: usize,
    column: usize,
}

/// Line and column of what a pointer names, or of the nearest value around it; `None` when the text is no JSON.
pub(crate) fn position(text: &str, pointer: &str) -> Option<PositionJson> {
    // A byte order mark is no column that an editor shows.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let span = locate::span(body, pointer, limits::DEPTH)?;
    let position = locate::position(body, span.start);
    Some(PositionJson {
        line: position.line,
        column: position.column,
    })
}

/// The answer of `applyPatch`.
#[derive(Debug, Serialize)]
pub(crate) struct Patched {
    ok: bool,
    text: String,
}

/// Applies a patch, given as JSON text, to the text of a document. What it does not touch stays as written.
pub(crate) fn apply_patch(bytes: &[u8], patch: &str, lang: Lang) -> Result<Patched, Refused> {
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
        Ok(()) => Ok(Patched { ok: true, text }),
        Err(problems) => Err(misfit(&problems, lang)),
    }
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
    let Value::Array(items) = serde_json::from_str(text).ok()? else {
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
