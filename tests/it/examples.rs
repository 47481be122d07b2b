//! Each lesson of `examples` breaks its one rule and no other, and every file is listed.

use std::fs;
use std::path::Path;

use vaultplan::catalog::examples::EXAMPLES;
use vaultplan::finding::{Outcome, Severity};
use vaultplan::model;
use vaultplan::report::{self, Options};

/// The time at which the documentation judges its examples.
const NOW: i64 = 1_795_248_000;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

#[test]
fn every_lesson_breaks_its_one_rule_once_and_no_other() {
    for example in &EXAMPLES {
        let text = fs::read_to_string(folder().join(format!("{}.json", example.slug)));
        let text = text.expect(example.slug);
        let plan = model::read_text(&text).expect(example.slug);
        assert!(plan.name.is_some(), "{} has a name", example.slug);
        // Whether it is opened today or in ten years, a lesson is the same.
        for now in [NOW, NOW + 10 * 365 * 86_400] {
            let options = Options {
                edition: None,
                now: Some(now),
            };
            let report = report::check(&plan, options);
            let grave: Vec<_> = report
                .findings
                .iter()
                .filter(|f| f.severity > Severity::Advice)
                .map(|f| {
                    let failed = matches!(f.outcome, Outcome::Fail(_));
                    (f.rule.slug, failed)
                })
                .collect();
            match example.rule {
                Some(rule) => assert_eq!(grave, [(rule, true)], "{}", example.slug),
                None if ["hangzhou-shanghai", "cost-of-a-mirror"].contains(&example.slug) => {
                    assert_eq!(grave, [], "{}", example.slug);
                }
                None => assert!(grave.len() > 1, "{}", example.slug),
            }
        }
    }
}

#[test]
fn the_folder_holds_what_is_listed_and_nothing_else() {
    let mut files: Vec<_> = fs::read_dir(folder())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    files.sort();
    let mut listed: Vec<_> = EXAMPLES
        .iter()
        .map(|one| format!("{}.json", one.slug))
        .collect();
    listed.sort();
    assert_eq!(files, listed);
}
