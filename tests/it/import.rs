//! Saved answers of DescribeVaults: what the plan takes, what is said about the rest, and input that is none.
//! Each case is held by a golden file with everything that the import says.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "helpers of tests stand outside the test functions; what they cannot do is a failed test"
)]

use std::path::Path;

use serde_json::{Value, json};
use vaultplan::import::{FileProblem, Import, Kind, NoteKind, answers, recognise};
use vaultplan::lang::Lang;
use vaultplan::model;
use vaultplan::report::{self, Options};

use crate::golden;

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/describe-vaults");
    std::fs::read_to_string(folder.join(name)).expect("a file of tests/formats/describe-vaults")
}

fn merge(names: &[&str]) -> Result<Import, Vec<FileProblem>> {
    let texts: Vec<String> = names.iter().map(|name| file(name)).collect();
    let files: Vec<(&str, &str)> = names
        .iter()
        .copied()
        .zip(texts.iter().map(String::as_str))
        .collect();
    answers::merge(&files)
}

fn merged(names: &[&str]) -> Import {
    merge(names).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn of(text: &str) -> Result<Import, Vec<FileProblem>> {
    answers::merge(&[("a.json", text)])
}

/// Everything that an import says, as JSON.
pub(crate) fn said(result: &Result<Import, Vec<FileProblem>>) -> Value {
    match result {
        Ok(import) => {
            let plan: Value =
                serde_json::from_str(&model::write(&import.plan)).expect("a plan is JSON");
            json!({
                "plan": plan,
                "en": import.worded(Lang::En).plain(),
                "zh": import.worded(Lang::Zh).plain(),
            })
        }
        Err(problems) => {
            let problems: Vec<Value> = problems
                .iter()
                .map(|p| {
                    json!({
                        "file": p.file,
                        "pointer": p.pointer,
                        "line": p.position.map(|at| at.line),
                        "column": p.position.map(|at| at.column),
                        "en": p.message(Lang::En),
                        "zh": p.message(Lang::Zh),
                    })
                })
                .collect();
            json!({ "problems": problems })
        }
    }
}

pub(crate) fn kinds(import: &Import) -> Vec<NoteKind> {
    import.notes.iter().map(|note| note.kind).collect()
}

#[test]
fn every_case_says_what_its_golden_file_holds() {
    let cases: &[(&str, &[&str])] = &[
        ("pair", &["pair.hangzhou.json", "pair.shanghai.json"]),
        ("pair-half", &["pair.hangzhou.json"]),
        ("pair-other-half", &["pair.shanghai.json"]),
        (
            "planted",
            &["planted.hangzhou.json", "planted.shanghai.json"],
        ),
        ("pages", &["pages.1.json", "pages.2.json", "pages.3.json"]),
        ("pages-one-missing", &["pages.1.json", "pages.3.json"]),
        ("flat", &["flat.json"]),
        ("array", &["array.json"]),
        ("body", &["body.json"]),
        ("contradictions", &["contradictions.json"]),
        ("trial", &["trial.json"]),
        ("strings", &["strings.json"]),
        ("next-generation", &["next-generation.json"]),
        ("sparse", &["sparse.json"]),
        ("twice", &["twice.1.json", "twice.2.json"]),
        ("empty", &["empty.json"]),
        ("refused", &["refused.json"]),
        ("unsuccessful", &["unsuccessful.json"]),
        ("nesting", &["nesting.json"]),
        ("truncated", &["truncated.json"]),
        (
            "two-bad-files",
            &["truncated.json", "pair.hangzhou.json", "refused.json"],
        ),
    ];
    for (name, files) in cases {
        let mut text = serde_json::to_string_pretty(&said(&merge(files))).expect("JSON");
        text.push('\n');
        golden(&format!("describe-vaults/{name}.json"), &text);
    }
}

#[test]
fn each_answer_is_known_by_its_content() {
    for name in [
        "pair.hangzhou.json",
        "flat.json",
        "array.json",
        "body.json",
        "refused.json",
        "unsuccessful.json",
        "nesting.json",
        "truncated.json",
        "empty.json",
    ] {
        assert_eq!(recognise(&file(name)), Kind::Answer, "{name}");
    }
    for (text, kind) in [
        (r#"{"format": "vaultplan/1"}"#, Kind::Topology),
        ("\u{feff}{\"vaults\": []}", Kind::Topology),
        (r#"{"note": "x", "format": "#, Kind::Topology),
        (r#"{"format_version": "1.2"}"#, Kind::Unknown),
        ("[1, 2]", Kind::Unknown),
        ("", Kind::Unknown),
        ("17", Kind::Unknown),
    ] {
        assert_eq!(recognise(text), kind, "{text}");
    }
}

#[test]
fn a_plan_from_answers_reads_back_as_it_was_written() {
    for names in [
        &["planted.hangzhou.json", "planted.shanghai.json"][..],
        &["contradictions.json"],
        &["next-generation.json"],
        &["sparse.json"],
    ] {
        let import = merged(names);
        let text = model::write(&import.plan);
        let plan = model::read_text(&text).expect("what is written reads");
        assert_eq!(plan, import.plan);
    }
}

#[test]
fn account_ids_are_exact() {
    let import = merged(&["next-generation.json"]);
    assert_eq!(
        import.plan.vaults[0].account.as_deref(),
        Some("9007199254740993")
    );
    let import = merged(&["strings.json"]);
    assert_eq!(
        import.plan.vaults[0].account.as_deref(),
        Some("1234567890123456789")
    );
}

#[test]
fn line_ends_and_byte_order_marks_make_no_difference() {
    let plain = file("pair.hangzhou.json");
    let marked = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    let both = [of(&plain), of(&marked)].map(|import| said(&import));
    assert_eq!(both[0], both[1]);
}

#[test]
fn the_order_of_files_changes_no_finding() {
    let names = ["planted.hangzhou.json", "planted.shanghai.json"];
    let there = merged(&names);
    let back = merged(&[names[1], names[0]]);
    let found = |import: &Import| {
        let report = report::check(&import.plan, Options::default());
        let mut found: Vec<_> = report
            .findings
            .iter()
            .map(|f| report::json::message(f, Lang::En))
            .collect();
        found.sort();
        found
    };
    assert_eq!(found(&there), found(&back));
}

#[test]
fn a_file_given_twice_adds_nothing() {
    let once = merged(&["pair.hangzhou.json", "pair.shanghai.json"]);
    let twice = merged(&[
        "pair.hangzhou.json",
        "pair.shanghai.json",
        "pair.hangzhou.json",
    ]);
    assert_eq!(once.plan, twice.plan);
    assert_eq!(kinds(&twice), [NoteKind::Repeated]);
    assert!(kinds(&once).is_empty(), "{:?}", once.notes);
}

#[test]
fn a_later_update_wins_in_either_order() {
    for names in [
        ["twice.1.json", "twice.2.json"],
        ["twice.2.json", "twice.1.json"],
    ] {
        let import = merged(&names);
        let names: Vec<_> = import
            .plan
            .vaults
            .iter()
            .map(|v| v.name.as_deref())
            .collect();
        assert_eq!(names, [Some("same"), Some("new")]);
    }
}

#[test]
fn nothing_that_a_record_leaves_out_is_taken_for_a_default() {
    let import = merged(&["sparse.json"]);
    let unknown: Vec<&str> = import.plan.vaults[0].unknown.iter().map(|w| &**w).collect();
    assert_eq!(unknown, ["region", "type", "status", "encryption"]);
    let unknown: Vec<&str> = import.plan.vaults[1].unknown.iter().map(|w| &**w).collect();
    assert_eq!(unknown, ["name", "type", "status", "encryption"]);
}

#[test]
fn limits_are_kept_before_work_is_done() {
    let deep = "[".repeat(100_000);
    let problems = of(&deep).expect_err("too deep");
    assert!(
        problems[0].message(Lang::En).contains("too deep"),
        "{problems:?}"
    );
    let deep = format!("{{\"Vaults\": {{\"Vault\": {}", "{\"a\":".repeat(100_000));
    assert!(of(&deep).is_err());
    let many = format!("[{}{{}}]", "{},".repeat(500_000));
    let problems = of(&many).expect_err("too many");
    assert!(
        problems[0].message(Lang::En).contains("500,000"),
        "{problems:?}"
    );
    let half = format!("{{\"Vaults\": [], \"x\": \"{}\"}}", "y".repeat(33 << 20));
    let problems = answers::merge(&[("a", &half), ("b", &half)]).expect_err("too long");
    assert_eq!((problems.len(), problems[0].file.as_str()), (1, "b"));
}

#[test]
fn very_many_remarks_are_counted_and_not_all_kept() {
    let import = of(&format!("[{}{{}}]", "{},".repeat(4_999))).expect("records without ids");
    assert_eq!(import.notes.len(), vaultplan::import::NOTES);
    // Every record, and the absence of a total.
    assert_eq!(import.notes.len() + import.notes_left_out, 5_001);
}

#[test]
fn very_many_fields_are_counted_and_not_all_named() {
    let fields: Vec<String> = (0..5_000).map(|n| format!("\"X{n}\": 1")).collect();
    let import = of(&format!("[{{{}}}]", fields.join(","))).expect("a record");
    assert_eq!(import.ignored.len(), 201);
    assert_eq!(import.ignored.iter().map(|i| i.count).sum::<usize>(), 5_000);
}

#[test]
fn many_vaults_are_merged_in_one_pass() {
    let record =
        |n: usize| format!("{{\"VaultId\": \"v-{n}\", \"VaultRegionId\": \"cn-hangzhou\"}}");
    let list = |range: std::ops::Range<usize>| range.map(record).collect::<Vec<_>>().join(",");
    let text = format!(
        "{{\"TotalCount\": 100000, \"Vaults\": [{}]}}",
        list(0..100_000)
    );
    let again = format!(
        "{{\"TotalCount\": 100000, \"Vaults\": [{}]}}",
        list(50_000..100_000)
    );
    let import = answers::merge(&[("a", &text), ("b", &again)]).expect("answers");
    assert_eq!(import.plan.vaults.len(), 100_000);
    assert_eq!(kinds(&import), [NoteKind::Repeated]);
}

proptest::proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,200}") {
        let _ = (recognise(&text), of(&text).map(|import| import.worded(Lang::Zh)));
    }

    #[test]
    fn no_cut_and_no_slip_panics(at in 0_usize..4_000, with in "[\\[\\]{}\",:0-9a-z\\\\]{0,3}") {
        let whole = file("contradictions.json");
        let at = (0..=at.min(whole.len())).rev().find(|at| whole.is_char_boundary(*at)).unwrap_or(0);
        let text = format!("{}{with}{}", &whole[..at], whole.get(at + 1..).unwrap_or_default());
        let _ = (recognise(&text), of(&whole[..at]).is_ok());
        if let Ok(import) = of(&text) {
            let _ = report::check(&import.plan, Options::default());
            let written = model::write(&import.plan);
            proptest::prop_assert!(model::read_text(&written).is_ok(), "{written}");
        }
    }
}
