//! The report as JSON, `vaultplan-report/1`: a public contract. Golden files hold it still.

use super::plain::Plain;
use super::{Aside, Counts, Report};
use crate::catalog::sources::Source;
use crate::finding::{Consequence, Finding, Fix, Missing, ObjectKind, Outcome, Rule, Severity};
use crate::lang::Lang;
use crate::model::{Origin, time};

/// The format mark of the report.
pub const FORMAT: &str = "vaultplan-report/1";

/// What an import understood, ignored and remarked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportJson {
    /// How many objects of which kind were understood, as sentences.
    pub understood: Vec<String>,
    /// What was not used, and why.
    pub ignored: Vec<String>,
    /// What the user should know.
    pub notes: Vec<String>,
    /// The gravest severity of the rules that could not judge what was left out. It counts in the verdict.
    pub unjudged: Option<Severity>,
}

impl ImportJson {
    /// As the report shows it.
    #[must_use]
    pub fn plain(&self) -> Plain<'_> {
        Plain::Object(
            &["understood", "ignored", "notes"],
            vec![
                Plain::texts(&self.understood),
                Plain::texts(&self.ignored),
                Plain::texts(&self.notes),
            ],
        )
    }
}

/// Words a report in one language.
#[must_use]
pub fn report<'r>(report: &'r Report<'_>, lang: Lang, import: Option<&'r ImportJson>) -> Plain<'r> {
    let say = |findings: &'r [Finding]| {
        let said = findings.iter().map(|one| finding(report, one, lang));
        Plain::List(said.collect())
    };
    around(
        report,
        say(&report.findings),
        say(&report.practice),
        lang,
        import,
    )
}

/// The report around its lists of findings.
#[must_use]
pub fn around<'r>(
    report: &'r Report<'_>,
    findings: Plain<'r>,
    practice: Plain<'r>,
    lang: Lang,
    import: Option<&'r ImportJson>,
) -> Plain<'r> {
    // By name: whoever compares two reports finds a rule at the same place.
    let mut counts: Vec<(&str, Plain<'_>)> = Vec::with_capacity(report.counts.len());
    for count in &report.counts {
        let name = count.rule.slug;
        let place = counts.partition_point(|(other, _)| *other < name);
        counts.insert(place, (name, self::counts(count)));
    }
    let tool = Plain::Object(
        &["name", "version"],
        vec![
            Plain::Text("vaultplan"),
            Plain::Text(env!("CARGO_PKG_VERSION")),
        ],
    );
    let verdict = report.verdict_with(import.and_then(|import| import.unjudged));
    let now = report.facts.now.map(time::format);
    let aside = report.aside.iter();
    let aside = aside.map(|aside| suppressed(report, aside, lang));
    Plain::Object(
        &[
            "format",
            "tool",
            "now",
            "edition",
            "verdict",
            "findings",
            "practice",
            "suppressed",
            "counts",
            "import",
        ],
        vec![
            Plain::Text(FORMAT),
            tool,
            now.map_or(Plain::Null, Plain::Made),
            Plain::Text(report.facts.edition.word()),
            Plain::Text(verdict.word()),
            findings,
            practice,
            Plain::List(aside.collect()),
            Plain::Members(counts),
            import.map_or(Plain::Null, ImportJson::plain),
        ],
    )
}

/// A finding that the plan sets aside, with what its suppression says.
fn suppressed<'r>(report: &'r Report<'_>, aside: &'r Aside, lang: Lang) -> Plain<'r> {
    let setting = report.settings.get(aside.setting);
    let suppression = setting.and_then(|setting| setting.suppression());
    let until = suppression.and_then(|one| one.until.as_ref());
    Plain::Object(
        &["finding", "reason", "owner", "until", "by"],
        vec![
            finding(report, &aside.finding, lang),
            suppression.map_or(Plain::Null, |one| Plain::Text(&one.reason)),
            Plain::text_or_null(suppression.and_then(|one| one.owner.as_deref())),
            until.map_or(Plain::Null, |until| Plain::Text(&until.text)),
            setting.map_or(Plain::Null, |one| Plain::Made(one.spot.pointer())),
        ],
    )
}

fn counts(counts: &Counts) -> Plain<'static> {
    Plain::Object(
        &["passed", "failed", "undecided", "notApplicable"],
        vec![
            Plain::count(counts.passed),
            Plain::count(counts.failed),
            Plain::count(counts.undecided),
            Plain::count(counts.not_applicable),
        ],
    )
}

/// Words one finding in one language.
#[must_use]
pub fn finding<'r>(report: &'r Report<'_>, finding: &'r Finding, lang: Lang) -> Plain<'r> {
    let rule = finding.rule;
    let spot = finding.spot();
    let object = Plain::Object(
        &["kind", "id", "origin"],
        vec![
            Plain::Text(spot.object.kind.word()),
            Plain::Text(report.facts.id(spot.object)),
            origin(report, finding).map_or(Plain::Absent, |origin| {
                Plain::Object(
                    &["file", "pointer", "name"],
                    vec![
                        Plain::text_or_null(origin.file.as_deref()),
                        Plain::text_or_null(origin.pointer.as_deref()),
                        Plain::text_or_null(origin.name.as_deref()),
                    ],
                )
            }),
        ],
    );
    let (verdict, actual, expected, missing) = match &finding.outcome {
        Outcome::Fail(fail) => (
            "fail",
            Plain::text_or_null(fail.actual.as_deref()),
            rule.expected.fill(lang, &fail.args),
            Plain::Null,
        ),
        Outcome::Undecided(missing) => (
            "undecided",
            Plain::Null,
            String::new(),
            self::missing(missing, lang),
        ),
    };
    Plain::Object(
        &[
            "code", "rule", "verdict", "severity", "object", "at", "message", "actual", "expected",
            "missing", "help", "sources", "fixes",
        ],
        vec![
            Plain::Text(rule.code),
            Plain::Text(rule.slug),
            Plain::Text(verdict),
            Plain::Text(finding.severity.word()),
            object,
            Plain::Made(spot.pointer()),
            Plain::Made(message(finding, lang)),
            actual,
            Plain::Made(expected),
            missing,
            help(rule, lang),
            sources(rule.sources),
            fixes(finding.fixes(), lang),
        ],
    )
}

/// The address of a rule's page, relative to the root of the site.
#[must_use]
pub fn help(rule: &Rule, lang: Lang) -> Plain<'static> {
    Plain::Made(["docs/", lang.tag(), "/rules/", rule.slug, "/"].concat())
}

/// Pages that a rule or a statement rests on.
#[must_use]
pub fn sources(sources: &[&Source]) -> Plain<'static> {
    let source = |source: &&Source| {
        Plain::Object(
            &["title", "address", "date"],
            vec![
                Plain::Text(source.title),
                Plain::Text(source.address),
                Plain::Text(source.date),
            ],
        )
    };
    Plain::List(sources.iter().map(source).collect())
}

/// A fact without which there is no answer.
#[must_use]
pub fn missing(missing: &Missing, lang: Lang) -> Plain<'static> {
    Plain::Object(
        &["fact", "at", "what", "how"],
        vec![
            Plain::Text(missing.wanted.slug),
            Plain::Made(missing.spot.pointer()),
            Plain::Made(what_is_missing(missing, lang)),
            Plain::Text(missing.wanted.how.get(lang)),
        ],
    )
}

/// Ways to mend something.
#[must_use]
pub fn fixes(fixes: &[Fix], lang: Lang) -> Plain<'_> {
    Plain::List(fixes.iter().map(|one| fix(one, lang)).collect())
}

fn fix(fix: &Fix, lang: Lang) -> Plain<'_> {
    Plain::Object(
        &["label", "safety", "consequence", "patch"],
        vec![
            Plain::Made(fix_label(fix, lang)),
            Plain::Text(fix.safety.word()),
            Plain::text_or_null(fix.consequence.map(Consequence::word)),
            Plain::patch(&fix.patch),
        ],
    )
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
pub fn what_is_missing(missing: &Missing, lang: Lang) -> String {
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
