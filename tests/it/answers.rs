//! Saved answers of the sister operations of DescribeVaults: each is known by its content, joined with the others whatever
//! the order of the files, and accounted for. Golden files hold what the import says and what the rules find.

use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};
use vaultplan::finding::Outcome;
use vaultplan::import::{FileProblem, Import, Kind, NoteKind, answers, recognise};
use vaultplan::lang::Lang;
use vaultplan::model;
use vaultplan::report::{self, Options};

use crate::golden;
use crate::import::{kinds, said};

/// An estate of vaults and everything that the sister operations tell of it.
const ESTATE: &[&str] = &[
    "describe-vaults/pair.hangzhou.json",
    "describe-vaults/pair.shanghai.json",
    "describe-policies-v2/estate.1.json",
    "describe-policies-v2/estate.2.json",
    "describe-policy-bindings/estate.json",
    "describe-backup-plans/estate.json",
    "describe-hana-backup-plans/estate.json",
    "describe-hana-instances/estate.json",
    "describe-backup-clients/estate.json",
    "describe-clients/estate.json",
    "describe-restore-jobs-2/estate.json",
    "list-protected-resources/estate.json",
    "describe-regions/estate.json",
    "describe-vault-replication-regions/estate.json",
    "describe-cross-accounts/estate.json",
];

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    std::fs::read_to_string(folder.join(name)).expect("a file of tests/formats")
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

/// What the rules find, a line a finding.
fn found(import: &Import) -> Vec<String> {
    let report = report::check(&import.plan, Options::default());
    let lines = report.findings.iter().map(|finding| {
        let outcome = match &finding.outcome {
            Outcome::Fail(_) => "fails",
            Outcome::Undecided(_) => "cannot decide",
        };
        let message = report::json::message(finding, Lang::En);
        format!("{} {outcome}: {message}", finding.rule.slug)
    });
    lines.collect()
}

fn everything(result: &Result<Import, Vec<FileProblem>>) -> Value {
    let mut value = said(result);
    if let Ok(import) = result {
        value["findings"] = json!(found(import));
    }
    value
}

#[test]
fn every_case_says_what_its_golden_file_holds() {
    let cases: &[(&str, &[&str])] = &[
        ("estate", ESTATE),
        (
            "policies/alone",
            &[
                "describe-policies-v2/estate.1.json",
                "describe-policies-v2/estate.2.json",
            ],
        ),
        ("policies/one-page", &["describe-policies-v2/estate.1.json"]),
        (
            "policies/planted",
            &[
                "describe-vaults/pair.hangzhou.json",
                "describe-vaults/pair.shanghai.json",
                "describe-policies-v2/estate.1.json",
                "describe-policies-v2/planted.json",
            ],
        ),
        ("policies/tags", &["describe-policies-v2/tags.json"]),
        ("policies/nested", &["describe-policies-v2/nested.json"]),
        ("policies/array", &["describe-policies-v2/array.json"]),
        ("policies/body", &["describe-policies-v2/body.json"]),
        (
            "policies/pages-in-a-list",
            &["describe-policies-v2/pages-in-a-list.json"],
        ),
        ("policies/odd", &["describe-policies-v2/odd.json"]),
        ("policies/doubled", &["describe-policies-v2/doubled.json"]),
        (
            "policies/truncated",
            &["describe-policies-v2/truncated.json"],
        ),
        ("policies/refused", &["describe-policies-v2/refused.json"]),
        ("policies/shape", &["describe-policies-v2/shape.json"]),
        ("bindings/alone", &["describe-policy-bindings/estate.json"]),
        (
            "bindings/first-page",
            &[
                "describe-policies-v2/estate.1.json",
                "describe-policies-v2/estate.2.json",
                "describe-policy-bindings/first-page.json",
            ],
        ),
        (
            "bindings/no-total",
            &["describe-policy-bindings/no-total.json"],
        ),
        ("bindings/odd", &["describe-policy-bindings/odd.json"]),
        (
            "bindings/twice",
            &[
                "describe-policy-bindings/twice.1.json",
                "describe-policy-bindings/twice.2.json",
            ],
        ),
        (
            "bindings/disagree",
            &[
                "describe-policies-v2/estate.1.json",
                "describe-policy-bindings/disagree.json",
            ],
        ),
        ("plans/alone", &["describe-backup-plans/estate.json"]),
        ("plans/flat", &["describe-backup-plans/flat.json"]),
        ("plans/odd", &["describe-backup-plans/odd.json"]),
        (
            "plans/hana",
            &[
                "describe-hana-backup-plans/estate.json",
                "describe-hana-instances/estate.json",
            ],
        ),
        ("clients/new", &["describe-backup-clients/estate.json"]),
        ("clients/old", &["describe-clients/estate.json"]),
        ("clients/odd", &["describe-clients/nested-new.json"]),
        ("restores/alone", &["describe-restore-jobs-2/estate.json"]),
        ("resources/alone", &["list-protected-resources/estate.json"]),
        ("regions/all", &["describe-regions/estate.json"]),
        (
            "regions/differ",
            &[
                "describe-vault-replication-regions/estate.json",
                "describe-vault-replication-regions/flat.json",
            ],
        ),
        (
            "regions/empty",
            &["describe-vault-replication-regions/empty.json"],
        ),
        (
            "others/alone",
            &[
                "other-answers/snapshots.json",
                "other-answers/unheard-of.json",
                "other-answers/created.json",
            ],
        ),
        (
            "others/beside",
            &[
                "describe-cross-accounts/estate.json",
                "other-answers/snapshots.json",
                "other-answers/unheard-of.json",
            ],
        ),
    ];
    for (name, files) in cases {
        let mut text = serde_json::to_string_pretty(&everything(&merge(files))).expect("JSON");
        text.push('\n');
        golden(&format!("answers/{name}.json"), &text);
    }
}

#[test]
fn each_answer_is_known_by_its_content() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    let mut seen = 0;
    for folder in std::fs::read_dir(root).expect("a folder").flatten() {
        let name = folder.file_name().to_string_lossy().into_owned();
        if !name.contains('-') {
            continue;
        }
        for one in std::fs::read_dir(folder.path())
            .expect("a folder")
            .flatten()
        {
            let text = std::fs::read_to_string(one.path()).expect("a file");
            assert_eq!(recognise(&text), Kind::Answer, "{}", one.path().display());
            seen += 1;
        }
    }
    assert!(seen >= 60, "{seen}");
}

#[test]
fn the_operation_is_told_of_every_answer() {
    let import = merged(ESTATE);
    let told: Vec<&str> = import.understood.iter().map(|one| one.operation).collect();
    for operation in [
        "DescribeVaults",
        "DescribePoliciesV2",
        "DescribePolicyBindings",
        "DescribeBackupPlans",
        "DescribeHanaBackupPlans",
        "DescribeHanaInstances",
        "DescribeBackupClients",
        "DescribeClients",
        "DescribeRestoreJobs2",
        "ListProtectedResources",
        "DescribeRegions",
        "DescribeVaultReplicationRegions",
        "DescribeCrossAccounts",
    ] {
        assert!(told.contains(&operation), "{operation}: {told:?}");
    }
    assert_eq!(told.len(), ESTATE.len());
}

#[test]
fn no_secret_and_no_unknown_value_is_kept() {
    let import = merged(ESTATE);
    let mut all = model::write(&import.plan);
    for lang in Lang::ALL {
        let said = import.worded(lang);
        all.push_str(
            &[said.understood, said.ignored, said.notes]
                .concat()
                .join("\n"),
        );
    }
    all.push_str(&found(&import).join("\n"));
    for secret in [
        "hunter2-secret",
        "proxy-user-secret",
        "10.1.1.1",
        "SYSTEM\"",
    ] {
        assert!(!all.contains(secret), "{secret}");
    }
}

#[test]
fn ids_of_accounts_are_exact() {
    let import = merged(ESTATE);
    let account = |id: &str| {
        let mut sources = import.plan.sources.iter();
        sources
            .find(|one| &*one.id == id)
            .and_then(|one| one.account.as_deref())
    };
    assert_eq!(account("ECS_FILE:i-0001erp"), Some("1234567890123456789"));
    assert_eq!(account("ECS_FILE:i-0002web"), Some("9007199254740993"));
}

#[test]
fn what_is_disabled_does_not_count_as_protection() {
    let import = merged(ESTATE);
    let sources = |id: &str| -> Vec<&str> {
        let policy = import.plan.policies.iter().find(|one| &*one.id == id);
        policy
            .expect("a policy")
            .sources
            .iter()
            .map(|id| &**id)
            .collect()
    };
    assert_eq!(
        sources("po-0002web"),
        ["OSS:web-pictures", "File:c-0002office"]
    );
    assert!(sources("plan-0004").is_empty());
    assert!(kinds(&import).contains(&NoteKind::BindingOff));
    assert!(kinds(&import).contains(&NoteKind::PlanOff));
}

#[test]
fn coverage_says_no_where_the_rule_says_that_nothing_backs_up() {
    use vaultplan::questions::coverage::{Answer, coverage};
    let import = merged(ESTATE);
    let report = report::check(&import.plan, Options::default());
    let rows = coverage(&report.facts).rows;
    let mut findings = report.findings.iter();
    let bare: Vec<&str> = findings
        .by_ref()
        .filter(|one| one.rule.slug == "source-unprotected")
        .map(|one| {
            let answer = match &one.outcome {
                Outcome::Fail(_) => Answer::No,
                Outcome::Undecided(_) => Answer::Unknown,
            };
            let index = one.spot.object.index;
            assert_eq!(rows[index].backed, answer, "{index}");
            &*import.plan.sources[index].id
        })
        .collect();
    assert_eq!(
        bare,
        [
            "OSS:old-pictures",
            "ECS_FILE:i-0002web",
            "ECS_FILE:i-0009dr"
        ]
    );
}

#[test]
fn the_order_of_files_makes_no_difference() {
    let there = merged(ESTATE);
    let mut names = ESTATE.to_vec();
    names.reverse();
    let back = merged(&names);
    assert_eq!(there.plan.policies, back.plan.policies);
    assert_eq!(there.plan.sources, back.plan.sources);
    assert_eq!(there.plan.clients, back.plan.clients);
    assert_eq!(there.plan.restores, back.plan.restores);
    assert_eq!(
        there.plan.replication_regions,
        back.plan.replication_regions
    );
    assert_eq!(there.ignored, back.ignored);
    let sorted = |import: &Import| {
        let mut notes: Vec<String> = import
            .notes
            .iter()
            .map(|note| note.message(Lang::En))
            .collect();
        notes.sort();
        let mut found = found(import);
        found.sort();
        (notes, found)
    };
    assert_eq!(sorted(&there), sorted(&back));
}

#[test]
fn line_ends_and_byte_order_marks_make_no_difference() {
    for name in ESTATE {
        let plain = file(name);
        let marked = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
        assert_eq!(said(&of(&plain)), said(&of(&marked)), "{name}");
    }
}

#[test]
fn a_file_given_twice_adds_nothing() {
    let once = merged(ESTATE);
    let twice = merged(&[ESTATE, ESTATE].concat());
    let counted = |import: &Import| -> Vec<_> {
        let answers = import.plan.answers.iter();
        answers
            .map(|one| (one.operation.clone(), one.total, one.listed))
            .collect()
    };
    assert_eq!(counted(&once), counted(&twice));
    assert_eq!(found(&once), found(&twice));
    assert_eq!(once.plan.sources, twice.plan.sources);
}

#[test]
fn a_plan_from_answers_reads_back_as_it_was_written() {
    let import = merged(ESTATE);
    let text = model::write(&import.plan);
    assert_eq!(
        model::read_text(&text).expect("what is written reads"),
        import.plan
    );
}

#[test]
fn lists_of_two_regions_with_one_total_are_told_apart() {
    let page = |from: usize, next: &str| {
        let policies: Vec<String> = (from..from + 10)
            .map(|n| format!("{{\"PolicyId\": \"po-{n}\"}}"))
            .collect();
        format!(
            "{{\"TotalCount\": 12, \"NextToken\": \"{next}\", \"Policies\": [{}]}}",
            policies.join(",")
        )
    };
    let rest = |from: usize| {
        format!(
            "{{\"TotalCount\": 12, \"Policies\": [{{\"PolicyId\": \"po-{from}\"}}, {{\"PolicyId\": \"po-{}\"}}]}}",
            from + 1
        )
    };
    let counted = |files: &[(&str, &str)]| {
        let import = answers::merge(files).expect("answers");
        let answer = &import.plan.answers[0];
        (
            answer.listed.unwrap().0,
            answer.total.unwrap().0,
            kinds(&import).contains(&NoteKind::MorePages),
        )
    };
    let (one, two) = (page(0, "x"), page(100, "y"));
    let (one_rest, two_rest) = (rest(10), rest(110));
    assert_eq!(counted(&[("a", &one)]), (10, 12, false));
    assert_eq!(counted(&[("a", &one), ("b", &one_rest)]), (12, 12, false));
    let all = [
        ("a", &*one),
        ("b", &*one_rest),
        ("c", &*two),
        ("d", &*two_rest),
    ];
    assert_eq!(counted(&all), (24, 24, false));
    assert_eq!(counted(&all[..3]), (22, 12, false));
    assert_eq!(counted(&[("a", &one), ("c", &two)]), (20, 12, true));
    assert_eq!(
        counted(&[("a", &one), ("b", &one_rest), ("d", &two_rest)]),
        (14, 24, false)
    );
}

#[test]
fn limits_are_kept_before_work_is_done() {
    let deep = format!("{{\"Policies\": {}", "[".repeat(100_000));
    assert!(
        of(&deep).expect_err("too deep")[0]
            .message(Lang::En)
            .contains("too deep")
    );
    // JSON in a text has the same bounds.
    let inside = format!("{{\\\"a\\\":{}", "[".repeat(5_000));
    let text = format!(
        "{{\"BackupPlans\": [{{\"PlanId\": \"p\", \"SourceType\": \"UDM_ECS\", \"InstanceId\": \"i\", \"Detail\": \"{inside}\"}}]}}"
    );
    let import = of(&text).expect("an answer");
    assert!(
        import.ignored.iter().any(|one| one.field == "Detail"),
        "{:?}",
        import.ignored
    );
}

#[test]
fn many_records_are_merged_in_one_pass() {
    let records: Vec<String> = (0..50_000)
        .map(|n| {
            format!(
                "{{\"PolicyBindingId\": \"pd-{n}\", \"PolicyId\": \"po-{}\", \"SourceType\": \"OSS\", \"DataSourceId\": \"b-{n}\"}}",
                n % 1_000
            )
        })
        .collect();
    let text = format!(
        "{{\"TotalCount\": 50000, \"PolicyBindings\": [{}]}}",
        records.join(",")
    );
    let import = of(&text).expect("an answer");
    assert_eq!(
        (import.plan.sources.len(), import.plan.policies.len()),
        (50_000, 1_000)
    );
}

#[test]
fn crowded_records_are_read_in_bounded_time() {
    let begin = std::time::Instant::now();
    // One policy with all the bindings.
    let bindings: Vec<String> = (0..100_000)
        .map(|n| {
            format!(
                "{{\"PolicyBindingId\": \"pd-{n}\", \"PolicyId\": \"po\", \"SourceType\": \"OSS\", \"DataSourceId\": \"b-{n}\"}}"
            )
        })
        .collect();
    let import =
        of(&format!("{{\"PolicyBindings\": [{}]}}", bindings.join(","))).expect("an answer");
    assert_eq!(import.plan.policies[0].sources.len(), 100_000);
    // One record with very many members, of which half are the same.
    let members: Vec<String> = (0..200_000).map(|n| format!("\"X{n}\": 1")).collect();
    let same = vec!["\"PolicyName\": \"x\""; 200_000].join(",");
    let text = format!(
        "{{\"Policies\": [{{\"PolicyId\": \"po\", {}, {same}}}]}}",
        members.join(",")
    );
    let import = of(&text).expect("an answer");
    assert!(kinds(&import).contains(&NoteKind::FieldTwice));
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}

/// Any JSON whose objects are named as those of answers are.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop::sample::select(vec![
            "",
            "po-1",
            "i-1",
            "true",
            "OSS",
            "ECS_FILE",
            "COMPLETE",
            "{\"doCopy\":1}",
            "[\"/\"]"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let name = prop::sample::select(vec![
            "PolicyId",
            "PolicyBindingId",
            "SourceType",
            "DataSourceId",
            "Rules",
            "Rule",
            "RuleType",
            "PlanId",
            "InstanceId",
            "Detail",
            "Options",
            "Resources",
            "ClientId",
            "Status",
            "VaultId",
            "RestoreId",
            "SourceInstanceId",
            "AdvancedOptions",
            "UdmDetail",
            "Retention",
            "TagFilters",
            "Key",
            "Paths",
            "RegionId",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..6).prop_map(|members| members
                .into_iter()
                .map(|(k, v)| (k.to_owned(), v))
                .collect::<serde_json::Map<_, _>>()
                .into()),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_panics_and_every_plan_reads_back(
        list in prop::sample::select(vec![
            "Policies", "PolicyBindings", "BackupPlans", "HanaBackupPlans", "Clients", "RestoreJobs",
            "ProtectedResources", "Hanas", "Regions", "CrossAccounts", "Wonders",
        ]),
        value in any_json(),
        total in any::<Option<u32>>(),
    ) {
        let text = json!({"RequestId": "x", "TotalCount": total, list: value}).to_string();
        for text in [&text, &value.to_string()] {
            let _ = recognise(text);
            if let Ok(import) = of(text) {
                let _ = Lang::ALL.map(|lang| import.worded(lang));
                let _ = found(&import);
                let written = model::write(&import.plan);
                prop_assert_eq!(model::read_text(&written).expect("it reads"), import.plan);
            }
        }
    }

    #[test]
    fn no_cut_panics(at in 0_usize..4_000, which in 0..ESTATE.len()) {
        let whole = file(ESTATE[which]);
        let at = (0..=at.min(whole.len())).rev().find(|at| whole.is_char_boundary(*at)).unwrap_or(0);
        let cut = whole.get(..at).expect("a text");
        let _ = (recognise(cut), of(cut).is_ok());
    }

    #[test]
    fn any_order_of_files_gives_the_same_findings(names in Just(ESTATE.to_vec()).prop_shuffle()) {
        let sorted = |import: &Import| {
            let mut found = found(import);
            found.sort();
            found
        };
        prop_assert_eq!(sorted(&merged(&names)), sorted(&merged(ESTATE)));
    }
}
