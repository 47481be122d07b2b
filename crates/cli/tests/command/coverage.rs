//! `vaultplan coverage`: the table as text, JSON and CSV, in both languages, held by files.

use serde_json::Value;

use super::run::{finish, vaultplan};

const PLAN: &str = "tests/golden/coverage/every-answer.json";

/// The table of the plan as its file holds it. `UPDATE_GOLDEN=1` writes the file anew.
#[track_caller]
fn golden(name: &str, args: &[&str]) {
    let now = ["--now", "2026-11-21T08:00:00Z"];
    let run = vaultplan(&[&["coverage", PLAN], now.as_slice(), args].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run}");
    let path = super::run::root().join("tests/golden/coverage").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &run.out).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == run.out,
        "{name} differs; look at the change, then set UPDATE_GOLDEN=1. Found:\n{}",
        run.out
    );
}

#[test]
fn the_table_is_as_its_files_hold_it() {
    golden("every-answer.en.txt", &["--lang", "en"]);
    golden("every-answer.zh.txt", &["--lang", "zh"]);
    golden("every-answer.en.csv", &["--lang", "en", "--format", "csv"]);
    golden("every-answer.zh.csv", &["--lang", "zh", "--format", "csv"]);
    golden("every-answer.table.json", &["--format", "json"]);
}

#[test]
fn the_json_is_marked_and_its_totals_add_up() {
    let run = vaultplan(&["coverage", PLAN, "--format", "json"]);
    let json: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(json["format"], "vaultplan-coverage/1");
    let totals = |name: &str| json["totals"][name].as_u64().expect("a number");
    assert_eq!(totals("sources"), 8);
    assert_eq!(totals("with") + totals("without") + totals("unknown"), 8);
    let rows = json["rows"].as_array().expect("rows");
    let offsite = |answer: &str| rows.iter().filter(|row| row["offsite"] == answer).count() as u64;
    assert_eq!(offsite("yes"), totals("with"));
    assert_eq!(offsite("no"), totals("without"));
    assert_eq!(offsite("unknown"), totals("unknown"));
}

#[test]
fn another_edition_knows_fewer_ways() {
    let run = vaultplan(&["coverage", PLAN, "--edition", "hbr-2019"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("8 sources: "), "{run}");
    assert_ne!(run.out, vaultplan(&["coverage", PLAN]).out);
}

#[test]
fn a_plan_without_sources_says_so() {
    let mut command = super::run::command();
    command.args(["coverage", "-"]);
    let run = finish(&mut command, br#"{"format":"vaultplan/1"}"#);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("no source"), "{run}");
    let mut command = super::run::command();
    command.args(["coverage", "-"]);
    let run = finish(&mut command, b"{");
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{run}");
}
