//! The JSON report is a public contract: whole reports, held by files. `UPDATE_GOLDEN=1` writes them anew.

use std::path::Path;

use serde_json::Value;

use super::run::{answer, check, example};

/// Compares a report with its file. Rules that found nothing are left out of `counts`: a new rule that agrees
/// changes no report.
#[track_caller]
fn golden(name: &str, args: &[&str]) {
    let run = check(&[&["--format", "json"], args].concat());
    let mut report: Value = serde_json::from_str(&run.out).expect("a JSON report");
    let keys: Vec<&String> = report.as_object().expect("an object").keys().collect();
    assert_eq!(keys.len(), 10, "{keys:?}");
    let counts = report["counts"].as_object_mut().expect("counts");
    counts.retain(|_, c| c["failed"] != 0 || c["undecided"] != 0);
    let mut text = serde_json::to_string_pretty(&report).expect("JSON");
    text.push('\n');
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == text,
        "{name} differs; look at the change, then set UPDATE_GOLDEN=1. Found:\n{text}"
    );
}

#[test]
fn reports_are_as_their_files_hold_them() {
    golden(
        "hangzhou-shanghai.json",
        &[&example("hangzhou-shanghai.json")],
    );
    golden("broken-pair.json", &[&example("broken-pair.json")]);
    golden(
        "broken-pair.zh.json",
        &["--lang", "zh", &example("broken-pair.json")],
    );
    golden("three-vaults.json", &[&example("three-vaults.json")]);
    golden(
        "planted.json",
        &[
            &answer("planted.hangzhou.json"),
            &answer("planted.shanghai.json"),
        ],
    );
    golden("contradictions.json", &[&answer("contradictions.json")]);
    golden(
        "contradictions.zh.json",
        &["--lang", "zh", &answer("contradictions.json")],
    );
    golden("half-a-pair.json", &[&answer("pair.shanghai.json")]);
}

#[test]
fn the_keys_of_a_report_stand_in_their_order() {
    let run = check(&["--format", "json", &example("broken-pair.json")]);
    let mut at = 0;
    for key in [
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
    ] {
        let found = run.out[at..].find(&format!("\n  \"{key}\": "));
        at += found.unwrap_or_else(|| panic!("`{key}` is out of order: {run}")) + 1;
    }
}
