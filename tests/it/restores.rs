//! Promises of the rules of restores together: one omission is one finding, and nothing is said twice.

use vaultplan::catalog::editions::Edition;
use vaultplan::catalog::vocabulary;
use vaultplan::finding::{Category, Outcome};
use vaultplan::model;
use vaultplan::report::{self, Options};

fn plan(kind: &str, from: &str, to: &str) -> String {
    format!(
        r#"{{"format": "vaultplan/1",
        "vaults": [{{"id": "v1", "name": "erp", "region": "cn-hangzhou"}}],
        "mirrors": [{{"id": "m1", "name": "copy", "source": "v1", "region": "cn-shanghai"}}],
        "sources": [{{"id": "s1", "name": "source", "type": "{kind}"}}],
        "restores": [{{"id": "r1", "name": "drill", "source": "s1", "from": "{from}" {to}}}]}}"#
    )
}

/// The undecided findings and the failing errors of the restore, as `slug pointer`.
fn said(text: &str, edition: Edition) -> (Vec<String>, Vec<String>) {
    let plan = model::read_text(text).expect("it reads");
    let report = report::check(
        &plan,
        Options {
            edition: Some(edition),
            now: None,
        },
    );
    let (mut waits, mut fails) = (Vec::new(), Vec::new());
    for finding in &report.findings {
        if finding.rule.category != Category::Restore {
            continue;
        }
        let line = format!("{} {}", finding.rule.slug, finding.spot().pointer());
        match finding.outcome {
            Outcome::Undecided(_) => waits.push(line),
            Outcome::Fail(_) => fails.push(line),
        }
    }
    (waits, fails)
}

#[test]
fn a_restore_without_a_destination_is_asked_for_it_once_or_refused() {
    for word in vocabulary::SOURCE_TYPE.words {
        for edition in Edition::ALL {
            for from in ["v1", "m1"] {
                let (waits, fails) = said(&plan(word.word, from, ""), edition);
                assert!(
                    waits.len() + fails.len() <= 1,
                    "{} from {from} in {edition:?}: {waits:?} {fails:?}",
                    word.word
                );
                let asked = waits.iter().all(|line| line.ends_with(" /restores/0/to"));
                assert!(asked, "{waits:?}");
            }
        }
    }
    let asked = |kind, from| said(&plan(kind, from, ""), Edition::MirrorVault).0;
    assert_eq!(
        asked("OSS", "m1"),
        ["restore-region-mismatch /restores/0/to"]
    );
    assert_eq!(
        asked("File", "m1"),
        ["restore-client-missing /restores/0/to"]
    );
    assert_eq!(asked("OSS", "v1"), [""; 0]);
}

#[test]
fn an_empty_destination_leaves_no_field_asked_for_twice() {
    for word in vocabulary::SOURCE_TYPE.words {
        for edition in Edition::ALL {
            for from in ["v1", "m1"] {
                let (waits, _) = said(&plan(word.word, from, r#", "to": {}"#), edition);
                let mut places: Vec<_> = waits
                    .iter()
                    .filter_map(|line| line.split_once(' '))
                    .map(|(_, place)| place)
                    .collect();
                let all = places.len();
                places.sort_unstable();
                places.dedup();
                assert_eq!(places.len(), all, "{} from {from}: {waits:?}", word.word);
                let region_and_place = ["/restores/0/to/region", "/restores/0/to/place"]
                    .iter()
                    .all(|place| places.contains(place));
                assert!(!region_and_place, "{} from {from}: {waits:?}", word.word);
            }
        }
    }
}

#[test]
fn what_cannot_be_restored_is_refused_by_one_rule_alone() {
    for (kind, rule) in [
        ("VMWARE", "restore-vmware-from-mirror /restores/0/from"),
        (
            "SQL_SERVER",
            "restore-database-cross-region /restores/0/from",
        ),
        ("MYSQL", "restore-database-cross-region /restores/0/from"),
    ] {
        let to = r#", "to": {"region": "cn-hangzhou", "link": "internet"},
            "at": "2026-01-01T00:00:00Z", "differingSettings": ["path"]"#;
        let (waits, fails) = said(&plan(kind, "m1", to), Edition::MirrorVault);
        assert_eq!((waits, fails), (vec![], vec![rule.to_owned()]));
    }
}
