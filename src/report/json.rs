//! The report as JSON, `vaultplan-report/1`: a public contract. Golden files hold it still.

use serde::Serialize;

use super::Report;
use crate::catalog::sources::Source;
use crate::finding::{Finding, Fix, ObjectKind, Outcome};
use crate::lang::Lang;
use crate::model::{Origin, time};
use crate::text::patch::Op;

/// The format mark of the report.
pub const FORMAT: &str = "vaultplan-report/1";

/// The report, worded in one language.
#[derive(Debug, Serialize)]
pub struct ReportJson<'r> {
    format: &'static str,
    tool: Tool,
    now: Option<String>,
    edition: &'static str,
    verdict: &'static str,
    findings: Vec<FindingJson<'r>>,
    practice: Vec<FindingJson<'r>>,
    counts: serde_json::Map<String, serde_json::Value>,
    import: Option<&'r ImportJson>,
}

/// The program that made a report.
#[derive(Debug, Serialize)]
pub struct Tool {
    name: &'static str,
    version: &'static str,
}

/// This program.
pub const TOOL: Tool = Tool {
    name: "vaultplan",
    version: env!("CARGO_PKG_VERSION"),
};

/// What an import understood, ignored and remarked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportJson {
    /// How many objects of which kind were understood, as sentences.
    pub understood: Vec<String>,
    /// What was not used, and why.
    pub ignored: Vec<String>,
    /// What the user should know.
    pub notes: Vec<String>,
}

/// A finding, worded in one language.
#[derive(Debug, Serialize)]
pub struct FindingJson<'r> {
    code: &'static str,
    rule: &'static str,
    verdict: &'static str,
    severity: &'static str,
    object: ObjectJson<'r>,
    at: String,
    message: String,
    actual: Option<&'r str>,
    expected: String,
    missing: Option<MissingJson>,
    help: String,
    sources: Vec<SourceJson>,
    fixes: Vec<FixJson<'r>>,
}

#[derive(Debug, Serialize)]
struct ObjectJson<'r> {
    kind: &'static str,
    id: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<OriginJson<'r>>,
}

#[derive(Debug, Serialize)]
struct OriginJson<'r> {
    file: Option<&'r str>,
    pointer: Option<&'r str>,
    name: Option<&'r str>,
}

#[derive(Debug, Serialize)]
struct MissingJson {
    fact: &'static str,
    at: String,
    what: String,
    how: String,
}

/// A source, as reports show it.
#[derive(Debug, Serialize)]
pub struct SourceJson {
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

#[derive(Debug, Serialize)]
struct FixJson<'r> {
    label: String,
    safety: &'static str,
    patch: &'r [Op],
}

/// Words a report in one language.
#[must_use]
pub fn report<'r>(
    report: &'r Report<'_>,
    lang: Lang,
    import: Option<&'r ImportJson>,
) -> ReportJson<'r> {
    let counts = report
        .counts
        .iter()
        .map(|c| {
            let counts = serde_json::json!({
                "passed": c.passed,
                "failed": c.failed,
                "undecided": c.undecided,
                "notApplicable": c.not_applicable,
            });
            (c.rule.slug.to_owned(), counts)
        })
        .collect();
    ReportJson {
        format: FORMAT,
        tool: TOOL,
        now: report.facts.now.map(time::format),
        edition: report.facts.edition.word(),
        verdict: report.verdict().word(),
        findings: say_all(report, &report.findings, lang),
        practice: say_all(report, &report.practice, lang),
        counts,
        import,
    }
}

fn say_all<'r>(
    report: &'r Report<'_>,
    findings: &'r [Finding],
    lang: Lang,
) -> Vec<FindingJson<'r>> {
    findings
        .iter()
        .map(|finding| self::finding(report, finding, lang))
        .collect()
}

/// Words one finding in one language.
#[must_use]
pub fn finding<'r>(report: &'r Report<'_>, finding: &'r Finding, lang: Lang) -> FindingJson<'r> {
    let rule = finding.rule;
    let spot = finding.spot();
    let sources = rule
        .sources
        .iter()
        .map(|source| SourceJson::from(*source))
        .collect();
    let at = spot.pointer();
    let object = ObjectJson {
        kind: spot.object.kind.word(),
        id: report.facts.id(spot.object),
        origin: origin(report, finding).map(|origin| OriginJson {
            file: origin.file.as_deref(),
            pointer: origin.pointer.as_deref(),
            name: origin.name.as_deref(),
        }),
    };
    let (verdict, actual, expected, missing) = match &finding.outcome {
        Outcome::Fail(fail) => (
            "fail",
            fail.actual.as_deref(),
            rule.expected.fill(lang, &fail.args),
            None,
        ),
        Outcome::Undecided(missing) => {
            let json = MissingJson {
                fact: missing.wanted.slug,
                at: missing.spot.pointer(),
                what: what_is_missing(missing, lang),
                how: missing.wanted.how.get(lang).to_owned(),
            };
            ("undecided", None, String::new(), Some(json))
        }
    };
    FindingJson {
        code: rule.code,
        rule: rule.slug,
        verdict,
        severity: finding.severity.word(),
        object,
        at,
        message: message(finding, lang),
        actual,
        expected,
        missing,
        help: format!("docs/{}/rules/{}/", lang.tag(), rule.slug),
        sources,
        fixes: finding.fixes().iter().map(|f| fix(f, lang)).collect(),
    }
}

/// The sentence of a finding: what is wrong, or what the rule waits for.
#[must_use]
pub fn message(finding: &Finding, lang: Lang) -> String {
    match &finding.outcome {
        Outcome::Fail(fail) => finding.rule.message.fill(lang, &fail.args),
        Outcome::Undecided(missing) => {
            let what = what_is_missing(missing, lang);
            match lang {
                Lang::En => format!(
                    "cannot decide on {}: {what} is not known",
                    finding.rule.title.get(lang)
                ),
                Lang::Zh => format!("无法判定“{}”：缺少{what}", finding.rule.title.get(lang)),
            }
        }
    }
}

/// The fact that is missing, with the object's name.
#[must_use]
pub fn what_is_missing(missing: &crate::finding::Missing, lang: Lang) -> String {
    let args = [crate::lang::Arg {
        name: "object",
        value: missing.object.as_str().into(),
    }];
    missing.wanted.what.fill(lang, &args)
}

/// The label of a fix.
#[must_use]
pub fn fix_label(fix: &Fix, lang: Lang) -> String {
    fix.label.fill(lang, &fix.args)
}

fn fix(fix: &Fix, lang: Lang) -> FixJson<'_> {
    FixJson {
        label: fix_label(fix, lang),
        safety: fix.safety.word(),
        patch: &fix.patch,
    }
}

fn origin<'r>(report: &'r Report<'_>, finding: &Finding) -> Option<&'r Origin<'r>> {
    let plan = report.facts.plan;
    let index = finding.spot().object.index;
    match finding.spot().object.kind {
        ObjectKind::Vault => plan.vaults.get(index)?.origin.as_deref(),
        ObjectKind::Mirror => plan.mirrors.get(index)?.origin.as_deref(),
        ObjectKind::Client => plan.clients.get(index)?.origin.as_deref(),
        ObjectKind::Source => plan.sources.get(index)?.origin.as_deref(),
        ObjectKind::Policy => plan.policies.get(index)?.origin.as_deref(),
        ObjectKind::Key => plan.keys.get(index)?.origin.as_deref(),
        ObjectKind::Restore => plan.restores.get(index)?.origin.as_deref(),
        ObjectKind::Plan | ObjectKind::Change => None,
    }
}
