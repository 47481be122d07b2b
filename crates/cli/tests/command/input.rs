//! Input that cannot be read, or only just: exit code 2 with file, line and column, never a panic.

use std::fs;
use std::time::Instant;

use super::run::{Run, answer, command, finish, vaultplan};

fn piped(input: &[u8]) -> Run {
    finish(command().args(["check", "-"]), input)
}

#[track_caller]
fn refused(run: &Run, text: &str) {
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{run}");
    assert!(run.err.contains(text), "{run}");
}

#[test]
fn standard_input_is_read_as_a_document_or_as_an_answer() {
    let plan = fs::read(super::run::root().join("examples/broken-pair.json")).expect("an example");
    let run = piped(&plan);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.out.contains("<stdin>:8:72 /mirrors/0/region"), "{run}");
    let saved = fs::read(super::run::root().join(answer("flat.json"))).expect("an answer");
    let run = piped(&saved);
    assert_eq!(run.code, 0, "{run}");
    assert!(
        run.out.contains("`<stdin>`, DescribeVaults: 2 vaults"),
        "{run}"
    );
}

#[test]
fn files_that_cannot_be_had_are_all_named() {
    let run = vaultplan(&["check", "examples", "no-such-file.json"]);
    refused(&run, "`examples` is a directory; name the files in it");
    refused(&run, "`no-such-file.json` does not exist");
    let run = vaultplan(&["check", "--lang", "zh", "examples", "no-such-file.json"]);
    refused(&run, "`examples` 是目录");
    refused(&run, "`no-such-file.json` 不存在");
}

#[test]
fn mistakes_have_file_line_column_expectation_and_suggestion() {
    let text = "{\n  \"format\": \"vaultplan/1\",\n  \"vaults\": [{\"名\": \"😀\", \"id\": \"v\", \"regoin\": 1}]\n}";
    let run = piped(text.as_bytes());
    refused(&run, "<stdin>:3:15: there is no field `名`");
    refused(
        &run,
        "<stdin>:3:37: there is no field `regoin`; did you mean `region`? [/vaults/0/regoin]",
    );
}

#[test]
fn what_is_no_document_is_refused_with_its_place() {
    refused(&piped(b""), "<stdin>:1:1: the file is empty");
    refused(&piped(b" \r\n\t"), "<stdin>:1:1: the file is empty");
    refused(
        &piped(b"{\"format\": \"vaultplan/1\", \"name\": \"\xff\"}"),
        "<stdin>:1:36: the bytes are not UTF-8",
    );
    refused(
        &piped(b"{\"x\": 1}"),
        "neither a topology document nor a saved answer",
    );
    refused(&piped(b"{\"x\": 1"), "<stdin>:1:8: the text ends too early");
    refused(&piped(b"hello"), "<stdin>:1:1:");
    refused(&piped(&[0; 4096]), "<stdin>:1:1:");
    refused(
        &piped(b"{\"format\": \"vaultplan/9\"}"),
        "`vaultplan/9` is not a format that this release reads",
    );
}

#[test]
fn saved_answers_that_hold_no_vaults_say_why() {
    let run = vaultplan(&[
        "check",
        &answer("refused.json"),
        &answer("truncated.json"),
        &answer("nesting.json"),
    ]);
    refused(
        &run,
        "refused.json: the service refused the call: `Forbidden.RAM`",
    );
    refused(&run, "truncated.json:36:20: a text in quotes does not end");
    refused(
        &run,
        "nesting.json:7:14: this is not an answer of DescribeVaults",
    );
}

#[test]
fn very_deep_nesting_is_refused() {
    for start in [
        "",
        "{\"format\": \"vaultplan/1\", \"vaults\": ",
        "{\"Vaults\": ",
    ] {
        for open in ["[", "{\"a\":"] {
            let text = format!("{start}{}", open.repeat(10_000));
            refused(&piped(text.as_bytes()), "nested too deep");
        }
    }
}

#[test]
fn a_file_beyond_the_limit_is_refused_before_it_is_read() {
    let path = std::env::temp_dir().join(format!("vaultplan-large-{}.json", std::process::id()));
    let file = fs::File::create(&path).expect("a file");
    file.set_len(70 << 20).expect("a length");
    let begin = Instant::now();
    let run = vaultplan(&["check", path.to_str().expect("a path")]);
    let took = begin.elapsed();
    fs::remove_file(&path).expect("the file goes");
    refused(&run, "is too long; expected at most 64 MiB");
    assert!(took.as_secs() < 5, "{took:?}");
    refused(&piped(&vec![b' '; 70 << 20]), "is too long");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let text = fs::read_to_string(super::run::root().join("examples/broken-pair.json"))
        .expect("an example");
    let run = piped(format!("\u{feff}{}", text.replace('\n', "\r\n")).as_bytes());
    assert_eq!(run.code, 1, "{run}");
    assert!(run.out.contains("<stdin>:8:72 /mirrors/0/region"), "{run}");
}

#[test]
fn no_name_out_of_a_plan_steers_the_terminal() {
    let plan = r#"{"format": "vaultplan/1",
        "vaults": [{"id": "v\u001b[2J", "name": "\u001b]0;x\u0007\u202e", "region": "cn-hangzhou"}],
        "mirrors": [{"id": "m", "source": "v\u001b[2J", "name": "\u009b2J", "region": "cn-hangzhou"}]}"#;
    let run = piped(plan.as_bytes());
    assert_eq!(run.code, 1, "{run}");
    let field = "{\"format\": \"vaultplan/1\", \"\\u001b[2J\": 1}";
    let refused = piped(field.as_bytes());
    assert_eq!(refused.code, 2, "{refused}");
    let answer =
        r#"[{"VaultId": "v", "VaultName": "\u001b[2J", "Replication": true, "\u001b[2J": 1}]"#;
    let import = piped(answer.as_bytes());
    for run in [run, refused, import] {
        let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(
            !run.out.contains(steers) && !run.err.contains(steers),
            "{run:?}"
        );
    }
}

#[test]
fn a_line_break_in_a_name_makes_no_line_of_the_report() {
    let plan = r#"{"format": "vaultplan/1",
        "vaults": [{"id": "v", "name": "v", "region": "cn-hangzhou"}],
        "mirrors": [{"id": "m", "source": "v", "name": "x\n\npass  no errors", "region": "cn-hangzhou"}]}"#;
    let run = piped(plan.as_bytes());
    assert_eq!(run.code, 1, "{run}");
    let lines = run.out.lines().filter(|line| line.starts_with("pass"));
    assert_eq!(lines.count(), 0, "{run}");
}
