//! The rulebook as JSON, `vaultplan-rules/1`: a public contract.

use serde::Serialize;

use crate::catalog::sources::Source;
use crate::catalog::statements::Statement;
use crate::lang::{Lang, Text};
use crate::report::json;
use crate::report::plain::Plain;
use crate::rules::{DOCS, Doc};

/// The format mark of the rulebook.
pub const FORMAT: &str = "vaultplan-rules/1";

/// The rulebook in both languages.
#[derive(Debug, Serialize)]
pub struct RulesJson {
    format: &'static str,
    rules: Vec<RuleJson>,
}

/// A rule in both languages.
#[derive(Debug, Serialize)]
pub struct RuleJson {
    code: &'static str,
    slug: &'static str,
    category: &'static str,
    severity: &'static str,
    editions: Vec<&'static str>,
    since: &'static str,
    title: TextJson,
    what: TextJson,
    why: TextJson,
    remedy: TextJson,
    fix: &'static str,
    facts: Vec<FactJson>,
    sources: Vec<SourceJson>,
}

#[derive(Debug, Serialize)]
struct TextJson {
    en: &'static str,
    zh: &'static str,
}

#[derive(Debug, Serialize)]
struct FactJson {
    id: &'static str,
    text: TextJson,
    sources: Vec<SourceJson>,
}

/// A source, as the rulebook shows it.
#[derive(Debug, Serialize)]
struct SourceJson {
    title: &'static str,
    address: &'static str,
    date: &'static str,
}

impl From<&Source> for SourceJson {
    fn from(source: &Source) -> Self {
        Self {
            title: source.title,
            address: source.address,
            date: source.date,
        }
    }
}

impl From<Text> for TextJson {
    fn from(text: Text) -> Self {
        Self {
            en: text.get(Lang::En),
            zh: text.get(Lang::Zh),
        }
    }
}

impl From<&Statement> for FactJson {
    fn from(fact: &Statement) -> Self {
        Self {
            id: fact.slug,
            text: fact.text.into(),
            sources: fact
                .sources
                .iter()
                .map(|source| SourceJson::from(*source))
                .collect(),
        }
    }
}

/// The names of what [`explanation`] holds, in its order.
pub const EXPLANATION: [&str; 5] = ["what", "why", "remedy", "facts", "examples"];

/// What is to be read about a rule beside its declaration, in one language: what it checks and why, how to mend it,
/// the statements on which it rests, and documents that break and keep it. The same wherever rules are explained.
#[must_use]
pub fn explanation(doc: &Doc, lang: Lang) -> [Plain<'static>; 5] {
    let facts = doc.facts.iter().map(|fact| {
        Plain::Object(
            &["id", "text", "sources"],
            vec![
                Plain::Text(fact.slug),
                Plain::Text(fact.text.get(lang)),
                json::sources(fact.sources),
            ],
        )
    });
    [
        Plain::Text(doc.what.get(lang)),
        Plain::Text(doc.why.get(lang)),
        Plain::Text(doc.remedy.get(lang)),
        Plain::List(facts.collect()),
        examples(doc),
    ]
}

#[cfg(feature = "examples")]
fn examples(doc: &Doc) -> Plain<'static> {
    Plain::Object(
        &["fails", "passes"],
        vec![Plain::Text(doc.fails), Plain::Text(doc.passes)],
    )
}

#[cfg(not(feature = "examples"))]
const fn examples(_: &Doc) -> Plain<'static> {
    Plain::Absent
}

/// The whole rulebook.
#[must_use]
pub fn rules() -> RulesJson {
    RulesJson {
        format: FORMAT,
        rules: DOCS.iter().map(|doc| rule(doc)).collect(),
    }
}

/// One rule.
#[must_use]
pub fn rule(doc: &Doc) -> RuleJson {
    let rule = doc.rule;
    RuleJson {
        code: rule.code,
        slug: rule.slug,
        category: rule.category.word(),
        severity: rule.severity.word(),
        editions: rule.editions.iter().map(|edition| edition.word()).collect(),
        since: rule.since,
        title: rule.title.into(),
        what: doc.what.into(),
        why: doc.why.into(),
        remedy: doc.remedy.into(),
        fix: rule.fix.word(),
        facts: doc.facts.iter().map(|fact| FactJson::from(*fact)).collect(),
        sources: rule
            .sources
            .iter()
            .map(|source| SourceJson::from(*source))
            .collect(),
    }
}
