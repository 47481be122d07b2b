//! Runs the real command: exit codes, streams, languages, reports, and input that no program should trip over.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests stand outside the test functions; what they cannot do is a failed test"
)]

mod convert;
mod cost;
mod coverage;
mod golden;
mod input;
mod map;
mod mend;
mod run;
mod usage;

use run::{Run, answer, check, command, example, finish, vaultplan};

/// The verdict of a JSON report.
fn verdict(run: &Run) -> String {
    let report: serde_json::Value = serde_json::from_str(&run.out).expect("a JSON report");
    report["verdict"].as_str().expect("a verdict").to_owned()
}

#[test]
fn the_examples_have_the_verdicts_that_they_are_shown_for() {
    for (name, code, expected) in [
        ("hangzhou-shanghai.json", 0, "pass"),
        ("three-vaults.json", 1, "fail"),
        ("broken-pair.json", 1, "fail"),
    ] {
        let run = check(&["--format", "json", &example(name)]);
        assert_eq!(
            (run.code, verdict(&run).as_str()),
            (code, expected),
            "{name}: {run}"
        );
    }
    let clean = check(&["--fail-on", "advice", &example("hangzhou-shanghai.json")]);
    assert_eq!(clean.code, 0, "no finding and nothing undecided: {clean}");
}

#[test]
fn every_example_has_a_name() {
    let folder = run::root().join("examples");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).expect("the examples") {
        let text = std::fs::read_to_string(entry.expect("a file").path()).expect("a text");
        let plan: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert!(
            plan["name"].as_str().is_some_and(|name| !name.is_empty()),
            "{text}"
        );
        seen += 1;
    }
    assert!(seen >= 3);
}

#[test]
fn a_finding_says_where_it_stands() {
    let run = check(&[&example("broken-pair.json")]);
    assert_eq!((run.code, run.err.as_str()), (1, ""), "{run}");
    assert!(
        run.out.contains("mirror `erp-copy` is in `cn-hangzhou`"),
        "{run}"
    );
    assert!(
        run.out
            .contains("examples/broken-pair.json:8:72 /mirrors/0/region"),
        "{run}"
    );
}

#[test]
fn the_threshold_decides_the_exit_code() {
    // Two errors and more are in the broken pair; one warning and one error in the estate.
    let broken = example("broken-pair.json");
    for (threshold, code) in [("error", 1), ("warning", 1), ("advice", 1)] {
        assert_eq!(
            check(&["--fail-on", threshold, &broken]).code,
            code,
            "{threshold}"
        );
    }
    let warned = r#"{"format": "vaultplan/1",
        "vaults": [{"id": "v", "name": "v", "region": "cn-hangzhou"}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai"}],
        "clients": [{"id": "c", "kind": "vm", "vault": "v"}],
        "sources": [{"id": "s", "type": "VMWARE", "vault": "v", "client": "c"}]}"#;
    for (threshold, code) in [("error", 0), ("warning", 1), ("advice", 1)] {
        let run = piped(&["--fail-on", threshold, "-"], warned.as_bytes());
        assert_eq!(run.code, code, "{threshold}: {run}");
    }
}

#[test]
fn what_is_undecided_fails_unless_it_is_allowed() {
    let half = answer("pair.shanghai.json");
    let run = check(&["--format", "json", &half]);
    assert_eq!(
        (run.code, verdict(&run).as_str()),
        (1, "undecided"),
        "{run}"
    );
    assert_eq!(check(&["--allow-undecided", &half]).code, 0);
    // Failures still count.
    assert_eq!(
        check(&["--allow-undecided", &example("broken-pair.json")]).code,
        1
    );
}

#[test]
fn what_an_import_could_not_judge_is_undecided_at_its_severity() {
    let unlinked = answer("next-generation.json");
    let run = check(&[&unlinked]);
    assert_eq!(run.code, 1, "{run}");
    assert!(
        run.out
            .contains("not judged: `unlinked` is marked as a replication target"),
        "{run}"
    );
    assert_eq!(check(&["--allow-undecided", &unlinked]).code, 0);
    // The report says the same as the exit code.
    let run = check(&["--format", "json", &unlinked]);
    assert_eq!(verdict(&run), "undecided", "{run}");
    // A missing page is a warning.
    let pages = [answer("pages.1.json"), answer("pages.3.json")];
    assert_eq!(check(&[&pages[0], &pages[1]]).code, 0);
    assert_eq!(
        check(&["--fail-on", "warning", &pages[0], &pages[1]]).code,
        1
    );
}

#[test]
fn two_regions_with_three_planted_defects_give_exactly_these() {
    let files = [
        answer("planted.hangzhou.json"),
        answer("planted.shanghai.json"),
    ];
    let run = check(&[
        "--format",
        "json",
        "--fail-on",
        "advice",
        &files[0],
        &files[1],
    ]);
    let report: serde_json::Value = serde_json::from_str(&run.out).expect("a JSON report");
    let found: Vec<(&str, &str, &str)> = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|f| {
            let text = |value: &serde_json::Value| -> &'static str {
                value.as_str().expect("a text").to_owned().leak()
            };
            (
                text(&f["rule"]),
                text(&f["verdict"]),
                text(&f["object"]["id"]),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("mirror-same-region", "fail", "v-0005crm"),
            ("mirror-more-than-one", "fail", "v-0009web"),
            ("mirror-encryption-mismatch", "fail", "v-0007erp"),
        ]
    );
    assert_eq!(report["import"]["notes"], serde_json::json!([]));
    let clean = [answer("pair.hangzhou.json"), answer("pair.shanghai.json")];
    let run = check(&["--fail-on", "advice", &clean[0], &clean[1]]);
    assert_eq!(run.code, 0, "{run}");
}

#[test]
fn an_edition_is_obeyed_and_named() {
    for edition in ["hbr-2019", "hbr-2021", "mirror-vault", "replication-target"] {
        let run = check(&[
            "--format",
            "json",
            "--edition",
            edition,
            &example("three-vaults.json"),
        ]);
        let report: serde_json::Value = serde_json::from_str(&run.out).expect("a JSON report");
        assert_eq!(report["edition"], edition);
    }
}

#[test]
fn the_time_is_the_one_given_or_is_read_and_printed() {
    let run = vaultplan(&[
        "check",
        "--format",
        "json",
        "--now",
        "2026-11-21T16:00:00+08:00",
        &example("hangzhou-shanghai.json"),
    ]);
    assert!(
        run.out.contains("\"now\": \"2026-11-21T08:00:00Z\""),
        "{run}"
    );
    let run = vaultplan(&["check", &example("hangzhou-shanghai.json")]);
    assert!(run.out.contains("(the clock)"), "{run}");
    let run = check(&[&example("hangzhou-shanghai.json")]);
    assert!(
        !run.out.contains("(the clock)") && run.out.contains("2026-11-21T08:00:00Z"),
        "{run}"
    );
}

#[test]
fn text_follows_the_environment_and_json_does_not() {
    let broken = example("broken-pair.json");
    let run = |name: &str, value: &str, format: &str| {
        finish(
            command()
                .env(name, value)
                .args(["check", "--format", format, &broken]),
            b"",
        )
    };
    assert!(run("LANG", "zh_CN.UTF-8", "human").out.contains("镜像库"));
    assert!(run("LC_ALL", "zh", "human").out.contains("镜像库"));
    assert!(run("LANG", "C.UTF-8", "human").out.contains("mirror"));
    assert!(!run("LANG", "zh_CN.UTF-8", "json").out.contains("镜像库"));
    let both = finish(
        command()
            .env("LC_ALL", "en_US.UTF-8")
            .env("LANG", "zh_CN.UTF-8")
            .args(["check", &broken]),
        b"",
    );
    assert!(both.out.contains("mirror"), "{both}");
    assert!(
        check(&["--lang", "zh", "--format", "json", &broken])
            .out
            .contains("镜像库")
    );
}

#[test]
fn no_colour_reaches_a_pipe() {
    for file in ["broken-pair.json", "three-vaults.json"] {
        let run = finish(
            command()
                .env("TERM", "xterm")
                .args(["check", &example(file)]),
            b"",
        );
        assert!(!run.out.contains('\u{1b}'), "{run}");
    }
}

#[test]
fn the_rulebook_is_listed_and_explained_in_both_languages() {
    let json = vaultplan(&["rules", "--format", "json"]);
    let rules: serde_json::Value = serde_json::from_str(&json.out).expect("the rulebook");
    assert_eq!(rules["format"], "vaultplan-rules/1");
    let rules = rules["rules"].as_array().expect("rules");
    for lang in ["en", "zh"] {
        let list = vaultplan(&["rules", "--lang", lang]);
        assert_eq!(list.code, 0);
        for rule in rules {
            let (code, slug) = (
                rule["code"].as_str().unwrap(),
                rule["slug"].as_str().unwrap(),
            );
            assert!(list.out.contains(code) && list.out.contains(slug), "{slug}");
            let told = vaultplan(&["explain", slug, "--lang", lang]);
            let (what, why) = (&rule["what"][lang], &rule["why"][lang]);
            assert_eq!(told.code, 0, "{told}");
            // Prose is broken into lines: compared without its white space.
            let dense = |text: &str| text.split_whitespace().collect::<String>();
            let page = dense(&told.out);
            for text in [what, why, &rule["remedy"][lang]] {
                assert!(
                    page.contains(&dense(text.as_str().unwrap())),
                    "{slug}: {told}"
                );
            }
            for source in rule["sources"].as_array().unwrap() {
                assert!(
                    told.out.contains(source["address"].as_str().unwrap()),
                    "{slug}"
                );
            }
        }
    }
    assert_eq!(
        vaultplan(&["explain", "m001"]).out,
        vaultplan(&["explain", "mirror-same-region"]).out
    );
}

#[test]
fn a_reader_that_goes_away_is_no_failure_of_the_program() {
    use std::io::Read;
    let mut child = command()
        .args(["rules", "--format", "json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the command runs");
    drop(child.stdout.take());
    let mut err = String::new();
    child
        .stderr
        .take()
        .expect("a pipe")
        .read_to_string(&mut err)
        .expect("text");
    assert_eq!(
        (child.wait().expect("an end").code(), err.as_str()),
        (Some(0), "")
    );
}

#[test]
fn a_check_that_stops_early_says_so() {
    // Each mirror fails; there are more of them than findings are kept.
    let mirrors: Vec<String> = (0..100_001)
        .map(|n| format!(r#"{{"id":"m{n}","source":"v{n}","region":"cn-hangzhou"}}"#))
        .collect();
    let vaults: Vec<String> = (0..100_001)
        .map(|n| format!(r#"{{"id":"v{n}","name":"v{n}","region":"cn-hangzhou"}}"#))
        .collect();
    let text = format!(
        r#"{{"format":"vaultplan/1","vaults":[{}],"mirrors":[{}]}}"#,
        vaults.join(","),
        mirrors.join(",")
    );
    let run = piped(&["-"], text.as_bytes());
    assert_eq!(run.code, 3, "{}", run.err);
    assert!(run.out.contains("the check stopped after 100000 findings"));
}

fn piped(args: &[&str], input: &[u8]) -> Run {
    finish(
        command().args(["check", "--now", run::NOW]).args(args),
        input,
    )
}

#[test]
fn the_report_can_be_markdown_and_the_exit_code_stays() {
    let broken = example("broken-pair.json");
    for (lang, verdict) in [("en", "- Verdict: **fail**"), ("zh", "- 判定：**未通过**")] {
        let run = check(&["--format", "markdown", "--lang", lang, &broken]);
        assert_eq!(run.code, 1, "{run}");
        assert!(
            run.out.starts_with("# A pair that the service refuses\n"),
            "{run}"
        );
        assert!(run.out.contains(verdict), "{run}");
    }
    let run = vaultplan(&["rules", "--format", "markdown"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{run}");
}
