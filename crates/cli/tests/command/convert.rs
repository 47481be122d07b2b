//! `vaultplan convert`: documents, pictures and saved answers as the canonical document.

use std::path::Path;

use super::run::{command, example, finish, vaultplan};

/// The files of one estate: vaults, policies, bindings, plans, clients, restores, resources, regions.
const ESTATE: &[&str] = &[
    "describe-vaults/pair.hangzhou.json",
    "describe-vaults/pair.shanghai.json",
    "describe-policies-v2/estate.1.json",
    "describe-policies-v2/estate.2.json",
    "describe-policy-bindings/estate.json",
    "describe-backup-plans/estate.json",
    "describe-backup-clients/estate.json",
    "describe-clients/estate.json",
    "describe-hana-instances/estate.json",
    "describe-restore-jobs-2/estate.json",
    "list-protected-resources/estate.json",
    "describe-vault-replication-regions/estate.json",
];

fn saved(name: &str) -> String {
    format!("tests/formats/{name}")
}

/// Compares with a file. `UPDATE_GOLDEN=1` writes it anew.
#[track_caller]
fn golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, found).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == found,
        "{name} differs; look at the change, then set UPDATE_GOLDEN=1. Found:\n{found}"
    );
}

#[test]
fn answers_of_many_operations_become_one_document() {
    let files: Vec<String> = ESTATE.iter().map(|name| saved(name)).collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    for (lang, name) in [("en", "convert.txt"), ("zh", "convert.zh.txt")] {
        let run = vaultplan(&[&["convert", "--lang", lang], files.as_slice()].concat());
        assert_eq!(run.code, 1, "{run}");
        golden("convert.json", &run.out);
        golden(name, &run.err);
    }
    let allowed = vaultplan(&[&["convert", "--allow-undecided"], files.as_slice()].concat());
    assert_eq!(allowed.code, 0, "{allowed}");
}

#[test]
fn a_document_is_written_as_its_canonical_form_and_stays_so() {
    let once = vaultplan(&["convert", "--to", "topology", &example("three-vaults.json")]);
    assert_eq!((once.code, once.err.as_str()), (0, ""), "{once}");
    let twice = finish(command().args(["convert", "-"]), once.out.as_bytes());
    assert_eq!((twice.code, &twice.out), (0, &once.out), "{twice}");
    // What was converted is checked as what it was.
    let file = saved("describe-vaults/pair.hangzhou.json");
    let plan = vaultplan(&["convert", &file]);
    let direct = vaultplan(&["check", "--format", "json", "--now", super::run::NOW, &file]);
    let json = ["check", "--format", "json", "--now", super::run::NOW, "-"];
    let through = finish(command().args(json), plan.out.as_bytes());
    let findings = |text: &str| {
        let report: serde_json::Value = serde_json::from_str(text).expect("a report");
        report["findings"].clone()
    };
    assert_eq!(findings(&direct.out), findings(&through.out));
}

#[test]
fn the_plan_of_a_picture_is_taken_out() {
    let file = example("hangzhou-shanghai.json");
    let picture = vaultplan(&["map", "--now", super::run::NOW, &file]);
    let plan = finish(command().args(["convert", "-"]), picture.out.as_bytes());
    let direct = vaultplan(&["convert", &file]);
    assert_eq!((plan.code, plan.out), (0, direct.out));
}

#[test]
fn what_cannot_be_read_is_refused_as_check_refuses_it() {
    for files in [
        vec![saved("describe-policies-v2/refused.json")],
        vec![saved("describe-policies-v2/truncated.json")],
        vec![saved("other-answers/unheard-of.json")],
        vec![example("three-vaults.json"), example("broken-pair.json")],
        vec!["-".to_owned(), "-".to_owned()],
    ] {
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let [convert, check] =
            ["convert", "check"].map(|name| vaultplan(&[&[name], files.as_slice()].concat()));
        assert_eq!((convert.code, convert.out.as_str()), (2, ""), "{convert}");
        assert_eq!(convert.err, check.err);
    }
    let run = vaultplan(&["convert", "--to", "xml", "-"]);
    assert_eq!(run.code, 2, "{run}");
    assert!(run.err.contains("topology"), "{run}");
}
