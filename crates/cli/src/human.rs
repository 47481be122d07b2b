//! The report for people: findings by object, then what waits for a fact, then one line that sums up.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use vaultplan::finding::{Fail, Finding, Missing, ObjectKind, ObjectRef, Outcome, Severity};
use vaultplan::import::{Import, Why};
use vaultplan::lang::Lang;
use vaultplan::model::{Origin, time};
use vaultplan::report::{PlanVerdict, Report, json};
use vaultplan::rules;

use crate::check::Found;
use crate::paint::{Paint, Tone, pad, width, wrap};
use crate::places::Places;
use crate::rulebook::tone;
use crate::say;

/// Columns of prose.
const COLUMNS: usize = 100;
/// Columns of the severity in front of a finding, and of the label in front of a line.
const MARGIN: usize = 9;

/// A report with what it takes to show it.
pub(crate) struct Page<'p> {
    report: &'p Report<'p>,
    /// The topology document's name; empty for an import.
    file: &'p str,
    /// Its lines, when the plan was read from it and something is to be pointed at.
    places: Option<Places<'p>>,
    import: Option<&'p Import>,
    /// Whether the time was read from the clock.
    clock: bool,
    lang: Lang,
    paint: Paint,
}

impl<'p> Page<'p> {
    /// A page in a language and with or without colour.
    pub(crate) fn new(
        report: &'p Report<'p>,
        found: Found<'p>,
        clock: bool,
        lang: Lang,
        paint: Paint,
    ) -> Self {
        let (file, places, import) = match found {
            Found::Document(file, text) => {
                let places = (!report.findings.is_empty()).then(|| Places::new(text));
                (file, places, None)
            }
            Found::Import(import) => ("", None, Some(import)),
        };
        Self {
            report,
            file,
            places,
            import,
            clock,
            lang,
            paint,
        }
    }

    /// Writes the report.
    ///
    /// # Errors
    /// Those of the output.
    pub(crate) fn write(&self, o: &mut dyn Write) -> io::Result<()> {
        let facts = &self.report.facts;
        let now = facts.now.map(time::format).unwrap_or_default();
        let clock = if self.clock {
            say::clock_was_read(self.lang)
        } else {
            ""
        };
        let heading = say::heading(facts.edition, &format!("{now}{clock}"), self.lang);
        writeln!(o, "{}", self.paint.paint(Tone::Quiet, &heading))?;
        self.failures(o)?;
        self.undecided(o)?;
        self.practice(o)?;
        self.settings(o)?;
        if let Some(import) = self.import {
            self.import(o, import)?;
        }
        self.sum(o)
    }

    fn failures(&self, o: &mut dyn Write) -> io::Result<()> {
        let mut groups: BTreeMap<ObjectRef, Vec<(&Finding, &Fail)>> = BTreeMap::new();
        for finding in &self.report.findings {
            if let Outcome::Fail(fail) = &finding.outcome {
                groups
                    .entry(fail.spot.object)
                    .or_default()
                    .push((finding, fail));
            }
        }
        for (object, mut findings) in groups {
            // Stable: within a severity the order stays that of the rulebook.
            findings.sort_by_key(|(finding, _)| std::cmp::Reverse(finding.severity));
            writeln!(o, "\n{}", self.object(object))?;
            for (finding, fail) in findings {
                self.failure(o, finding, fail)?;
            }
        }
        Ok(())
    }

    /// What the plan's own settings did: a pass by them must not look like any other.
    fn settings(&self, o: &mut dyn Write) -> io::Result<()> {
        let labels = say::labels(self.lang);
        if !self.report.aside.is_empty() {
            writeln!(o, "\n{}", self.paint.paint(Tone::Strong, labels.aside))?;
        }
        for one in &self.report.aside {
            let message = json::message(&one.finding, self.lang);
            let setting = self.report.settings.get(one.setting);
            let reason = setting.and_then(|setting| setting.suppression());
            let reason = reason.map_or("", |suppression| &*suppression.reason);
            let severity = say::severity(one.finding.severity, self.lang);
            let slug = one.finding.rule.slug;
            let line = format!(
                "  {severity}  {}  ({slug}): {}",
                flat(&message),
                flat(reason)
            );
            writeln!(o, "{line}")?;
        }
        let settings = self.report.facts.plan.settings.as_deref();
        if settings.is_some_and(|settings| !settings.severities.is_empty()) {
            writeln!(o, "\n{}", self.paint.paint(Tone::Strong, labels.severities))?;
        }
        Ok(())
    }

    /// One line each: they are no defects, and must not hide any.
    fn practice(&self, o: &mut dyn Write) -> io::Result<()> {
        if self.report.practice.is_empty() {
            return Ok(());
        }
        let heading = say::labels(self.lang).practice;
        writeln!(o, "\n{}", self.paint.paint(Tone::Quiet, heading))?;
        for finding in &self.report.practice {
            let message = json::message(finding, self.lang);
            let line = format!("  {}  ({})", flat(&message), finding.rule.slug);
            writeln!(o, "{}", self.paint.paint(Tone::Quiet, &line))?;
        }
        Ok(())
    }

    fn object(&self, object: ObjectRef) -> String {
        let facts = &self.report.facts;
        let (kind, name, id) = (object.kind.label(), facts.name(object), facts.id(object));
        let name = if name.is_empty() { self.file } else { name };
        let strong = flat(&format!("{} {name}", kind.get(self.lang))).into_owned();
        let quiet = if id == name || id.is_empty() {
            String::new()
        } else {
            format!("  {}", flat(id))
        };
        format!(
            "{}{}",
            self.paint.paint(Tone::Strong, &strong),
            self.paint.paint(Tone::Quiet, &quiet)
        )
    }

    fn failure(&self, o: &mut dyn Write, finding: &Finding, fail: &Fail) -> io::Result<()> {
        let (lang, rule) = (self.lang, finding.rule);
        let labels = say::labels(lang);
        let severity = pad(say::severity(finding.severity, lang), MARGIN);
        let severity = self.paint.paint(tone(finding.severity), &severity);
        writeln!(o, "  {severity}{}", flat(&json::message(finding, lang)))?;
        if let Some(actual) = &fail.actual {
            self.line(o, labels.found, actual)?;
        }
        self.prose(o, labels.needed, &rule.expected.fill(lang, &fail.args))?;
        self.line(
            o,
            labels.at,
            &self.place(&finding.spot().pointer(), fail.spot.object),
        )?;
        if let Some(doc) = rules::find(rule.slug) {
            self.prose(o, labels.mend, doc.remedy.get(lang))?;
        }
        for fix in &fail.fixes {
            let label = json::fix_label(fix, lang);
            let safety = say::safety(fix.safety, lang);
            let entails = fix.consequence.map(|one| one.label().get(lang));
            let marks: String = std::iter::once(safety)
                .chain(entails)
                .map(|mark| format!("· {mark} "))
                .collect();
            let safety = self.paint.paint(Tone::Quiet, marks.trim_end());
            self.line(o, labels.fix, &format!("{label}  {safety}"))?;
        }
        self.line(o, labels.rule, &format!("{} {}", rule.code, rule.slug))?;
        for source in rule.sources {
            let source = say::source(source, lang);
            self.line(o, "", &self.paint.paint(Tone::Quiet, &source))?;
        }
        Ok(())
    }

    /// A labelled line under a finding.
    fn line(&self, o: &mut dyn Write, label: &str, text: &str) -> io::Result<()> {
        let label = self.paint.paint(Tone::Quiet, &pad(label, MARGIN));
        writeln!(o, "  {:MARGIN$}{label}{}", "", flat(text))
    }

    /// A labelled line that goes on under itself.
    fn prose(&self, o: &mut dyn Write, label: &str, text: &str) -> io::Result<()> {
        let columns = COLUMNS - 2 * MARGIN - 2;
        for (at, line) in wrap(text, columns).iter().enumerate() {
            self.line(o, if at == 0 { label } else { "" }, line)?;
        }
        Ok(())
    }

    /// Where a pointer leads: file, line and column of the document, or the record of an imported object.
    fn place(&self, pointer: &str, object: ObjectRef) -> String {
        if let Some(origin) = self.origin(object) {
            let file = origin.file.as_deref().unwrap_or(self.file);
            let record = origin.pointer.as_deref().unwrap_or_default();
            return format!("{file} {record}");
        }
        match self.places.as_ref().and_then(|places| places.find(pointer)) {
            Some(at) => format!("{}:{}:{} {pointer}", self.file, at.line, at.column),
            None => format!("{} {pointer}", self.file),
        }
    }

    /// Where an import found an object. A document that was read from a file has its own lines instead.
    fn origin(&self, object: ObjectRef) -> Option<&Origin<'_>> {
        if self.places.is_some() {
            return None;
        }
        let plan = self.report.facts.plan;
        match object.kind {
            ObjectKind::Vault => plan.vaults.get(object.index)?.origin.as_deref(),
            ObjectKind::Mirror => plan.mirrors.get(object.index)?.origin.as_deref(),
            _ => None,
        }
    }

    fn undecided(&self, o: &mut dyn Write) -> io::Result<()> {
        let mut order: Vec<&Missing> = Vec::new();
        let mut groups: BTreeMap<(&str, &str), (usize, Vec<&Finding>)> = BTreeMap::new();
        for finding in &self.report.findings {
            if let Outcome::Undecided(missing) = &finding.outcome {
                let key = (missing.wanted.slug, missing.object.as_str());
                let group = groups.entry(key).or_insert_with(|| {
                    order.push(missing);
                    (order.len() - 1, Vec::new())
                });
                group.1.push(finding);
            }
        }
        if order.is_empty() {
            return Ok(());
        }
        let (lang, labels) = (self.lang, say::labels(self.lang));
        let head = say::not_decided(lang);
        writeln!(o, "\n{}", self.paint.paint(Tone::Undecided, head))?;
        let whats: Vec<String> = order
            .iter()
            .map(|missing| json::what_is_missing(missing, lang))
            .collect();
        let columns = whats
            .iter()
            .map(|what| width(what))
            .max()
            .unwrap_or_default()
            .min(60)
            + 2;
        for (missing, what) in order.iter().zip(&whats) {
            let key = (missing.wanted.slug, missing.object.as_str());
            let Some((_, findings)) = groups.get(&key) else {
                continue;
            };
            let names = waiting(findings);
            let wait = say::rules_wait(names.len(), lang);
            writeln!(o, "  {}{wait}", pad(&flat(what), columns))?;
            self.prose(o, labels.how, missing.wanted.how.get(lang))?;
            let place = self.place(&missing.spot.pointer(), missing.spot.object);
            self.line(o, labels.at, &place)?;
            let names: Vec<String> = names
                .iter()
                .map(|(name, severity)| format!("{name} ({})", say::severity(*severity, lang)))
                .collect();
            self.prose(o, labels.rules, &names.join(", "))?;
        }
        Ok(())
    }

    /// What the answers gave, what was not used, and what is to be known about them.
    fn import(&self, o: &mut dyn Write, import: &Import) -> io::Result<()> {
        let lang = self.lang;
        let said = import.worded(lang);
        let head = say::IMPORT.get(lang);
        writeln!(o, "\n{}", self.paint.paint(Tone::Strong, head))?;
        for line in &said.understood {
            writeln!(o, "  {}", flat(line))?;
        }
        for (why, fields) in ignored(import) {
            let head = say::ignored(why, lang);
            let text = wrap(&format!("{head}{fields}"), COLUMNS - 4);
            for (at, line) in text.iter().enumerate() {
                let line = self.paint.paint(Tone::Quiet, line);
                writeln!(o, "  {}{line}", if at == 0 { "" } else { "  " })?;
            }
        }
        for note in &said.notes {
            writeln!(o, "  - {}", flat(note))?;
        }
        Ok(())
    }

    fn sum(&self, o: &mut dyn Write) -> io::Result<()> {
        let (report, lang) = (self.report, self.lang);
        let verdict = report.verdict_with(self.import.and_then(Import::unjudged));
        let tone = match verdict {
            PlanVerdict::Pass => Tone::Pass,
            PlanVerdict::Fail => Tone::Error,
            PlanVerdict::Incomplete | PlanVerdict::Undecided => Tone::Undecided,
        };
        let sum = say::Sum {
            errors: report.failed(Severity::Error),
            warnings: report.failed(Severity::Warning),
            advice: report.failed(Severity::Advice),
            undecided: report.undecided(),
            passed: report.passed(),
            unjudged: self.import.map_or(0, unjudged),
        };
        writeln!(o)?;
        if report.stopped {
            writeln!(o, "{}", say::stopped(lang))?;
        }
        let word = self.paint.paint(tone, say::verdict(verdict, lang));
        writeln!(o, "{word}  {}", say::sum(&sum, lang))
    }
}

/// The text on one line: a name with a line break in it must not pass for a line of the report.
pub(crate) fn flat(text: &str) -> Cow<'_, str> {
    if text.contains('\n') {
        Cow::Owned(text.replace('\n', " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// The fields of an import that were not used, by why.
pub(crate) fn ignored(import: &Import) -> Vec<(Why, String)> {
    let mut all = Vec::new();
    for why in [Why::Unusable, Why::Unknown, Why::NotNeeded] {
        let fields: Vec<String> = import
            .ignored
            .iter()
            .filter(|ignored| ignored.why == why)
            .map(|ignored| format!("{} ×{}", ignored.field, ignored.count))
            .collect();
        if !fields.is_empty() {
            all.push((why, fields.join(", ")));
        }
    }
    all
}

/// How many remarks say that something was not judged.
fn unjudged(import: &Import) -> usize {
    let notes = import.notes.iter();
    notes.filter(|note| note.kind.unjudged().is_some()).count()
}

/// The rules that wait, each once, in the order of the rulebook.
fn waiting<'f>(findings: &[&'f Finding]) -> Vec<(&'f str, Severity)> {
    let mut names: Vec<(&str, Severity)> = Vec::new();
    for finding in findings {
        if names
            .last()
            .is_none_or(|(name, _)| *name != finding.rule.slug)
        {
            names.push((finding.rule.slug, finding.severity));
        }
    }
    names
}
