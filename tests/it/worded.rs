//! What every example is told, word by word: place, severity, message, values, fixes; and how often its rule passed,
//! failed, waited and did not apply.

use std::fmt::Write as _;

use vaultplan::finding::Outcome;
use vaultplan::lang::Lang;
use vaultplan::model;
use vaultplan::report::{self, Options, json};

use super::corpus;

#[test]
fn what_examples_are_told_is_held_by_a_file() {
    let mut out = String::new();
    let mut folders: Vec<_> = corpus::RULES.dirs().collect();
    folders.sort_by_key(|folder| folder.path());
    for folder in folders {
        let slug = folder.path().to_str().unwrap();
        let mut files: Vec<_> = folder.files().collect();
        files.sort_by_key(|file| file.path());
        for file in files {
            let name = file.path().file_stem().unwrap().to_str().unwrap();
            if !name.contains('.') {
                tell(&mut out, slug, name, file.contents_utf8().unwrap());
            }
        }
    }
    super::golden("examples.txt", &out);
}

fn tell(out: &mut String, slug: &str, name: &str, text: &str) {
    let plan = model::read_text(text).expect("an example reads");
    let options = Options {
        edition: None,
        now: Some(corpus::NOW),
    };
    let report = report::check(&plan, options);
    let own = report.counts.iter().find(|counts| counts.rule.slug == slug);
    let counts = own.map_or_else(String::new, |counts| {
        let pass = [counts.passed, counts.failed];
        format!("{pass:?} {:?}", [counts.undecided, counts.not_applicable])
    });
    writeln!(out, "{slug}/{name} {counts}").unwrap();
    let all = report.findings.iter().chain(&report.practice);
    for finding in all.filter(|finding| finding.rule.slug == slug) {
        let message = json::message(finding, Lang::En);
        let at = finding.spot().pointer();
        writeln!(out, "  {} {at} {message}", finding.severity.word()).unwrap();
        let Outcome::Fail(fail) = &finding.outcome else {
            continue;
        };
        let actual = fail.actual.as_deref().unwrap_or("-");
        let expected = finding.rule.expected.fill(Lang::En, &fail.args);
        writeln!(out, "    {actual} -> {expected}").unwrap();
        for fix in &fail.fixes {
            let label = json::fix_label(fix, Lang::En);
            let patch = serde_json::to_string(&fix.patch).expect("a patch is JSON");
            let entails = fix.consequence.map_or("", |one| one.word());
            writeln!(out, "    {} {label} {entails} {patch}", fix.safety.word()).unwrap();
        }
    }
}
