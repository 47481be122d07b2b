//! `vaultplan fix` and `vaultplan compare`.

use super::run::{example, finish, vaultplan};

const RHYTHM: &str = r#"{"format":"vaultplan/1","vaults":[{"id":"v","name":"erp","region":"cn-hangzhou"}],
"mirrors":[{"id":"r","source":"v","region":"cn-shanghai","schedule":"I|1700000000|P7D"}]}"#;

fn asked(args: &[&str], input: &str) -> super::run::Run {
    let mut command = super::run::command();
    command.args(args);
    finish(&mut command, input.as_bytes())
}

#[test]
fn a_safe_fix_is_taken_and_the_document_is_clean_after_it() {
    let run = asked(&["fix", "-", "--safe"], RHYTHM);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.err.contains("mirror-frequency-set"), "{run}");
    assert!(run.err.contains("1 fix taken"), "{run}");
    assert!(!run.out.contains("schedule"), "{run}");
    let again = asked(&["check", "-"], &run.out);
    assert_eq!(again.code, 0, "{again}");
}

#[test]
fn a_fix_that_changes_meaning_is_taken_only_when_its_rule_is_named() {
    let plan = example("broken-pair.json");
    let text = std::fs::read_to_string(super::run::root().join(&plan)).expect("the example");
    let safe = vaultplan(&["fix", &plan]);
    assert_eq!(safe.code, 0, "{safe}");
    assert!(safe.err.contains("nothing to fix"), "{safe}");
    let named = vaultplan(&["fix", &plan, "--rule", "mirror-same-region"]);
    assert_eq!(named.code, 0, "{named}");
    assert!(named.err.contains("mirror-same-region"), "{named}");
    assert_eq!(
        std::fs::read_to_string(super::run::root().join(&plan)).expect("the example"),
        text
    );
    let wrong = vaultplan(&["fix", &plan, "--rule", "mirror-same-regoin"]);
    assert_eq!(wrong.code, 2, "{wrong}");
    assert!(
        wrong.err.contains("did you mean `mirror-same-region`?"),
        "{wrong}"
    );
}

#[test]
fn a_file_is_written_only_when_something_was_fixed() {
    let folder = std::env::temp_dir().join(format!("vaultplan-fix-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("plan.json");
    let path = file.display().to_string();
    std::fs::write(&file, RHYTHM).expect("written");
    let run = vaultplan(&["fix", &path, "--write"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{run}");
    let fixed = std::fs::read_to_string(&file).expect("the file");
    assert!(!fixed.contains("schedule") && fixed.contains("cn-shanghai"));
    let loose = fixed.replace(": ", ":");
    std::fs::write(&file, &loose).expect("written");
    let run = vaultplan(&["fix", &path, "--write"]);
    assert_eq!(run.code, 0, "{run}");
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), loose);
    assert_eq!(std::fs::read_dir(&folder).expect("the folder").count(), 1);
    std::fs::remove_dir_all(&folder).expect("removed");
    let run = asked(&["fix", "-", "--write"], RHYTHM);
    assert_eq!(run.code, 2, "{run}");
}

#[test]
fn another_edition_says_what_it_would_say_differently() {
    let run = asked(&["compare", "-", "--with", "hbr-2019"], RHYTHM);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("- error"), "{run}");
    assert!(run.out.contains("mirror-frequency-set"), "{run}");
    let json = asked(
        &[
            "compare",
            "-",
            "--with",
            "hbr-2019",
            "--format",
            "json",
            "--now",
            "2026-11-21T08:00:00Z",
        ],
        RHYTHM,
    );
    let value: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(value["format"], "vaultplan-comparison/1");
    assert_eq!(value["from"]["verdict"], "fail");
    assert_eq!(value["gone"][0]["rule"], "mirror-frequency-set");
    let same = asked(&["compare", "-", "--with", "mirror-vault"], RHYTHM);
    assert!(same.out.contains("0 gone, 0 new, 0 changed"), "{same}");
    let missing = asked(&["compare", "-"], RHYTHM);
    assert_eq!(missing.code, 2, "{missing}");
}

#[test]
fn a_rule_is_explained_over_a_document() {
    let run = asked(&["explain", "mirror-frequency-set", "-"], RHYTHM);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("mirror r: fail"), "{run}");
    assert!(
        run.out
            .contains("/mirrors/0/schedule (r) is \"I|1700000000|P7D\"; without it:"),
        "{run}"
    );
    let one = asked(
        &["explain", "M001", "-", "--object", "r", "--lang", "zh"],
        RHYTHM,
    );
    assert!(one.out.contains("镜像库 r：通过"), "{one}");
    let none = asked(&["explain", "M001", "-", "--object", "x"], RHYTHM);
    assert_eq!(none.code, 2, "{none}");
    let other = asked(
        &[
            "explain",
            "mirror-frequency-set",
            "-",
            "--edition",
            "hbr-2019",
        ],
        RHYTHM,
    );
    assert_eq!(other.code, 2, "{other}");
    assert!(other.err.contains("does not hold in HBR 2019"), "{other}");
}

#[test]
fn a_change_plan_is_put_in_order() {
    let text = r#"{"format":"vaultplan/1","vaults":[{"id":"v","name":"erp","region":"cn-hangzhou"}],
        "mirrors":[{"id":"r","source":"v","region":"cn-shanghai"}],"changes":[{"do":"delete","object":"v"}]}"#;
    let run = asked(&["fix", "-", "--order"], text);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.err.contains("1. delete r  (added)"), "{run}");
    assert!(run.err.contains("2. delete v"), "{run}");
    let again = asked(&["fix", "-", "--order"], &run.out);
    assert!(again.err.contains("stays as it is"), "{again}");
    let both = asked(&["fix", "-", "--order", "--safe"], text);
    assert_eq!(both.code, 2, "{both}");
}

#[test]
fn what_a_plan_sets_aside_is_said() {
    let text = r#"{"format":"vaultplan/1","settings":{"suppressions":[{"rule":"M001","reason":"only a lab"}],
        "severities":[{"rule":"M002","severity":"off"}]},
        "vaults":[{"id":"v","name":"erp","region":"cn-hangzhou"}],
        "mirrors":[{"id":"r","source":"v","region":"cn-hangzhou"}]}"#;
    let run = asked(&["check", "-"], text);
    assert_eq!(run.code, 0, "{run}");
    for part in [
        "set aside by the plan",
        "mirror-same-region",
        "only a lab",
        "switches them off",
    ] {
        assert!(run.out.contains(part), "{part}: {run}");
    }
}
