//! Runs the real command: exit codes, streams, languages, and input that no program should trip over.

mod run;

use run::{Run, example, vaultplan};

const NOW: &str = "2026-11-21T08:00:00Z";

fn check(args: &[&str]) -> Run {
    let mut all = vec!["check", "--now", NOW];
    all.extend_from_slice(args);
    vaultplan(&all)
}

#[test]
fn a_sound_plan_passes() {
    let run = check(&[&example("hangzhou-shanghai.json")]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.out.contains("pass"), "{run}");
    assert_eq!(run.err, "");
}

#[test]
fn a_broken_plan_fails_and_says_where() {
    let run = check(&[&example("broken-pair.json")]);
    assert_eq!(run.code, 1, "{run}");
    assert!(
        run.out.contains("mirror `erp-copy` is in `cn-hangzhou`"),
        "{run}"
    );
    assert!(
        run.out.contains("broken-pair.json:8:72 /mirrors/0/region"),
        "{run}"
    );
    assert_eq!(run.err, "");
}
