//! `vaultplan compare`: what another edition of the rulebook would say differently about a plan.

use serde::Serialize;
use vaultplan::catalog::editions::Edition;
use vaultplan::finding::Finding;
use vaultplan::model::{self, time};
use vaultplan::questions::editions::{Comparison, compare};
use vaultplan::report::Report;
use vaultplan::report::json;
use vaultplan::report::plain::Plain;

use crate::End;
use crate::args::{CompareArgs, Format};
use crate::check::{clock, one_topology, unusable, worded};
use crate::out;
use crate::say;

/// Compares two editions over one document.
pub(crate) fn run(args: &CompareArgs) -> End {
    let mistakes = args.show.mistakes_lang();
    let input = match one_topology(&args.file, mistakes) {
        Ok(input) => input,
        Err(messages) => return unusable(&messages),
    };
    let plan = match model::read(&input.bytes) {
        Ok(plan) => plan,
        Err(problems) => return unusable(&worded(&input.name, &problems, mistakes)),
    };
    let from = args.judging.edition().unwrap_or_else(|| plan.edition());
    let now = args.judging.now.unwrap_or_else(clock);
    let comparison = compare(&plan, from, args.with(), Some(now));
    match args.show.format {
        Format::Json => print_json(&comparison, now, args),
        Format::Human => print_text(&comparison, args),
    }
    if comparison.from.stopped || comparison.to.stopped {
        End::Stopped
    } else {
        End::Clean
    }
}

#[derive(Serialize)]
struct Json<'r> {
    format: &'static str,
    now: String,
    from: Side,
    to: Side,
    added: Vec<Plain<'r>>,
    gone: Vec<Plain<'r>>,
    changed: Vec<Changed<'r>>,
}

#[derive(Serialize)]
struct Side {
    edition: &'static str,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Changed<'r> {
    from: Plain<'r>,
    to: Plain<'r>,
}

fn print_json(comparison: &Comparison<'_>, now: i64, args: &CompareArgs) {
    let lang = args.show.lang();
    let (from, to) = (&comparison.from, &comparison.to);
    let one = |report, index| finding(report, index).map(|one| json::finding(report, one, lang));
    let side = |report: &Report<'_>| Side {
        edition: report.facts.edition.word(),
        verdict: report.verdict().word(),
    };
    let json = Json {
        format: "vaultplan-comparison/1",
        now: time::format(now),
        from: side(from),
        to: side(to),
        added: comparison
            .added
            .iter()
            .filter_map(|at| one(to, *at))
            .collect(),
        gone: comparison
            .gone
            .iter()
            .filter_map(|at| one(from, *at))
            .collect(),
        changed: comparison
            .changed
            .iter()
            .filter_map(|(old, new)| {
                Some(Changed {
                    from: one(from, *old)?,
                    to: one(to, *new)?,
                })
            })
            .collect(),
    };
    out::print(|o| {
        serde_json::to_writer_pretty(&mut *o, &json)?;
        writeln!(o)
    });
}

fn finding<'r>(report: &'r Report<'_>, index: usize) -> Option<&'r Finding> {
    report.findings.get(index)
}

fn print_text(comparison: &Comparison<'_>, args: &CompareArgs) {
    let lang = args.show.lang();
    let (from, to) = (&comparison.from, &comparison.to);
    let editions: [Edition; 2] = [from.facts.edition, to.facts.edition];
    let line = |mark: char, severity: &str, finding: &Finding| {
        format!(
            "{mark} {severity}  {}  [{}] ({})",
            json::message(finding, lang),
            finding.spot().pointer(),
            finding.rule.slug
        )
    };
    let mut lines = vec![say::comparing(editions, lang)];
    for at in &comparison.gone {
        if let Some(one) = finding(from, *at) {
            lines.push(line('-', say::severity(one.severity, lang), one));
        }
    }
    for at in &comparison.added {
        if let Some(one) = finding(to, *at) {
            lines.push(line('+', say::severity(one.severity, lang), one));
        }
    }
    for (old, new) in &comparison.changed {
        if let (Some(old), Some(new)) = (finding(from, *old), finding(to, *new)) {
            let was = say::severity(old.severity, lang);
            let is = say::severity(new.severity, lang);
            lines.push(line('~', &format!("{was} → {is}"), new));
        }
    }
    let counts = [
        comparison.gone.len(),
        comparison.added.len(),
        comparison.changed.len(),
    ];
    let verdicts = [from.verdict(), to.verdict()].map(|verdict| say::verdict(verdict, lang));
    lines.push(say::compared(counts, verdicts, lang));
    // One finding one line, whatever the user's names hold.
    let lines: Vec<String> = lines
        .iter()
        .map(|line| crate::human::flat(line).into_owned())
        .collect();
    out::print(|o| writeln!(o, "{}", lines.join("\n")));
}
