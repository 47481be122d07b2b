//! The rule corpus: the same files are judged natively (`tests/it`) and in a browser (`tests/web.rs`).
//! `fails*.json` break their rule and no other of severity error or warning; `passes*.json` keep it, with no
//! error, no warning and nothing undecided; `undecided*.json` leave their rule undecided.

use include_dir::{Dir, include_dir};
use vaultplan::finding::{Outcome, Severity};
use vaultplan::model;
use vaultplan::report::{self, Options};

/// One folder a rule.
pub(crate) static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/rules");

/// The time at which the corpus is judged: 2026-11-21T08:00:00Z.
pub(crate) const NOW: i64 = 1_795_248_000;

/// Judges every example of every rule; returns how many were judged, or what is wrong.
pub(crate) fn judge_all() -> Result<usize, String> {
    let mut judged = 0;
    let mut wrong = Vec::new();
    for folder in RULES.dirs() {
        let slug = folder
            .path()
            .file_name()
            .and_then(|n| n.to_str())
            .unwrap_or_default();
        for file in folder.files() {
            let name = file
                .path()
                .file_name()
                .and_then(|n| n.to_str())
                .unwrap_or_default();
            let Some(stem) = name.strip_suffix(".json") else {
                continue;
            };
            if stem.ends_with(".findings") || stem.ends_with(".fixed") {
                continue;
            }
            judged += 1;
            let text = file.contents_utf8().unwrap_or_default();
            if let Err(why) = judge(slug, stem, text) {
                wrong.push(format!("{slug}/{name}: {why}"));
            }
        }
    }
    if wrong.is_empty() {
        Ok(judged)
    } else {
        Err(wrong.join("\n"))
    }
}

fn judge(slug: &str, stem: &str, text: &str) -> Result<(), String> {
    let plan = model::read_text(text).map_err(|problems| {
        let lines: Vec<_> = problems
            .iter()
            .map(|p| p.message(vaultplan::lang::Lang::En))
            .collect();
        format!("does not read: {}", lines.join("; "))
    })?;
    let report = report::check(
        &plan,
        Options {
            edition: None,
            now: Some(NOW),
        },
    );
    let shown: Vec<String> = report
        .findings
        .iter()
        .chain(report.practice.iter().filter(|f| f.rule.slug == slug))
        .map(|f| {
            format!(
                "{} {:?} {} {}",
                f.rule.slug,
                f.severity,
                f.spot().pointer(),
                report::json::message(f, vaultplan::lang::Lang::En)
            )
        })
        .collect();
    let shown = shown.join("\n    ");
    // Good practice is judged in its own examples only.
    let own = || report.findings.iter().chain(&report.practice);
    let fails = own().any(|f| f.rule.slug == slug && matches!(f.outcome, Outcome::Fail(_)));
    let waits = own().any(|f| f.rule.slug == slug && matches!(f.outcome, Outcome::Undecided(_)));
    let others = report.findings.iter().any(|f| {
        f.rule.slug != slug
            && (f.severity > Severity::Advice || matches!(f.outcome, Outcome::Undecided(_)))
    });
    let holes = own().any(|f| {
        vaultplan::lang::Lang::ALL
            .iter()
            .any(|lang| report::json::message(f, *lang).contains('{'))
    });
    if holes {
        return Err(format!("a message has an unfilled hole:\n    {shown}"));
    }
    if stem.starts_with("fails") {
        if !fails {
            return Err(format!("the rule does not fire; findings:\n    {shown}"));
        }
        if others {
            return Err(format!("another rule fires or waits:\n    {shown}"));
        }
    } else if stem.starts_with("passes") {
        if fails || waits || others {
            return Err(format!("not clean:\n    {shown}"));
        }
        if !report
            .counts
            .iter()
            .any(|c| c.rule.slug == slug && c.passed > 0)
        {
            return Err("the rule judged nothing as pass".to_owned());
        }
    } else if stem.starts_with("undecided") {
        if !waits {
            return Err(format!("the rule is not undecided; findings:\n    {shown}"));
        }
    } else if stem.starts_with("silent") {
        if fails || waits {
            return Err(format!("the rule speaks:\n    {shown}"));
        }
    } else {
        return Err(
            "a file of the corpus begins with `fails`, `passes`, `undecided` or `silent`"
                .to_owned(),
        );
    }
    Ok(())
}
