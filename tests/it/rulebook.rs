//! Promises of the rulebook as a whole, and the corpus of examples.

use std::collections::BTreeSet;
use std::path::Path;

use vaultplan::catalog::statements;
use vaultplan::finding::{Category, Outcome, Safety, Severity};
use vaultplan::lang::Lang;
use vaultplan::model;
use vaultplan::report::{self, Options};
use vaultplan::rules::{CHECKS, DOCS};

use super::corpus;

#[test]
fn every_example_gives_what_its_name_says() {
    match corpus::judge_all() {
        Ok(judged) => assert!(
            judged >= 2 * DOCS.len(),
            "only {judged} examples for {} rules",
            DOCS.len()
        ),
        Err(wrong) => panic!("{wrong}"),
    }
}

#[test]
fn codes_and_slugs_are_unique_and_fit_their_category() {
    let mut seen = BTreeSet::new();
    for check in CHECKS {
        let rule = check.rule;
        assert!(seen.insert(rule.code), "code {} is used twice", rule.code);
        assert!(seen.insert(rule.slug), "slug {} is used twice", rule.slug);
        assert_eq!(rule.code.len(), 4, "{}", rule.code);
        assert!(
            rule.code.starts_with(rule.category.letter()),
            "{} is not of {:?}",
            rule.code,
            rule.category
        );
        assert!(Category::ALL.contains(&rule.category));
    }
}

#[test]
fn every_rule_is_listed_documented_and_exemplified() {
    let checks: Vec<_> = CHECKS.iter().map(|c| c.rule.slug).collect();
    let docs: Vec<_> = DOCS.iter().map(|d| d.rule.slug).collect();
    assert_eq!(
        checks, docs,
        "CHECKS and DOCS list the same rules in the same order"
    );
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for slug in &checks {
        let file = root.join(format!("src/rules/{}.rs", slug.replace('-', "_")));
        let in_folder = file.exists() || slug.chars().any(|c| c.is_ascii_digit());
        assert!(in_folder, "{} has no file of its name", slug);
    }
    let folders: BTreeSet<_> = corpus::RULES
        .dirs()
        .filter_map(|d| d.path().to_str())
        .collect();
    let slugs: BTreeSet<_> = checks.iter().copied().collect();
    assert_eq!(folders, slugs, "one folder of examples a rule");
}

#[test]
fn both_languages_have_the_same_holes_and_no_full_stop() {
    let holes = |text: &str| -> BTreeSet<String> {
        text.split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}'))
            .map(|(name, _)| name.to_owned())
            .collect()
    };
    for doc in DOCS {
        let rule = doc.rule;
        for text in [rule.title, rule.message, rule.expected] {
            let (en, zh) = (text.get(Lang::En), text.get(Lang::Zh));
            assert_eq!(holes(en), holes(zh), "{}: {en}", rule.slug);
            assert!(
                !en.ends_with('.') && !zh.ends_with('。'),
                "{}: {en}",
                rule.slug
            );
            assert!(
                !en.starts_with(|c: char| c.is_uppercase())
                    || en.starts_with(['S', 'K', 'E', 'Z', 'L', 'V', 'O']),
                "{}: {en}",
                rule.slug
            );
        }
        for text in [doc.what, doc.why, doc.remedy] {
            let (en, zh) = (text.get(Lang::En), text.get(Lang::Zh));
            assert!(
                en.ends_with('.') && zh.ends_with('。'),
                "{}: {en}",
                rule.slug
            );
        }
    }
}

#[test]
fn statements_are_cited_and_unique() {
    let mut slugs = BTreeSet::new();
    let cited: BTreeSet<_> = DOCS
        .iter()
        .flat_map(|doc| doc.facts.iter().map(|fact| fact.slug))
        .collect();
    for statement in statements::all() {
        assert!(
            slugs.insert(statement.slug),
            "{} stands twice",
            statement.slug
        );
        assert!(
            cited.contains(statement.slug),
            "{} is cited by no rule",
            statement.slug
        );
        for source in statement.sources {
            assert!(source.address.starts_with("https://"), "{}", source.title);
        }
    }
}

#[test]
fn each_failing_example_is_mended_by_its_fixes_as_declared() {
    for doc in DOCS {
        let plan = model::read_text(doc.fails)
            .expect("examples read")
            .into_owned();
        let report = report::check(
            &plan,
            Options {
                edition: None,
                now: Some(corpus::NOW),
            },
        );
        let finding = report
            .findings
            .iter()
            .chain(&report.practice)
            .find(|f| f.rule.slug == doc.rule.slug && matches!(f.outcome, Outcome::Fail(_)))
            .unwrap_or_else(|| panic!("{} does not fire", doc.rule.slug));
        if let Some(first) = finding.fixes().first() {
            assert_eq!(
                first.safety, doc.rule.fix,
                "{}: declared and offered safety differ",
                doc.rule.slug
            );
        } else {
            assert!(
                matches!(doc.rule.fix, Safety::ByHand | Safety::NeedsValue),
                "{} declares a fix and offers none",
                doc.rule.slug
            );
        }
        let identity = finding.identity();
        for fix in finding.fixes().iter().filter(|fix| !fix.patch.is_empty()) {
            for lang in Lang::ALL {
                assert!(
                    !report::json::fix_label(fix, lang).contains('{'),
                    "{}: hole in a label",
                    doc.rule.slug
                );
            }
            let mut mended = plan.clone();
            let inverse = model::apply(&mut mended, &fix.patch).expect("a fix applies");
            let after = report::check(
                &mended,
                Options {
                    edition: None,
                    now: Some(corpus::NOW),
                },
            );
            assert!(
                !after
                    .findings
                    .iter()
                    .chain(&after.practice)
                    .any(|f| f.identity() == identity && matches!(f.outcome, Outcome::Fail(_))),
                "{}: the fix leaves the finding",
                doc.rule.slug
            );
            if fix.safety == Safety::Safe {
                let bad = |r: &report::Report<'_>| {
                    r.findings
                        .iter()
                        .filter(|f| {
                            f.severity > Severity::Advice
                                || matches!(f.outcome, Outcome::Undecided(_))
                        })
                        .count()
                };
                assert!(
                    bad(&after) < bad(&report).max(1),
                    "{}: a safe fix brings other findings",
                    doc.rule.slug
                );
            }
            drop(after);
            model::apply(&mut mended, &inverse).expect("an inverse applies");
            assert_eq!(
                mended, plan,
                "{}: the inverse does not take the fix back",
                doc.rule.slug
            );
        }
    }
}
