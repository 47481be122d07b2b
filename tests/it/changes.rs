//! Change plans, judged step by step: each step on what those before it have made of the vaults and mirrors.

use vaultplan::finding::{Finding, Outcome, Severity};
use vaultplan::model::{self, Topology};
use vaultplan::report::{self, Options};

/// A plan of one mirrored vault, with or without a source, and the steps as `do object` pairs.
fn plan(edition: &str, sources: &str, steps: &[(&str, &str)]) -> Topology<'static> {
    let steps: Vec<String> = steps
        .iter()
        .map(|(kind, object)| format!(r#"{{ "do": "{kind}", "object": "{object}" }}"#))
        .collect();
    let text = format!(
        r#"{{ "format": "vaultplan/1", "edition": "{edition}",
        "vaults": [{{ "id": "v", "name": "erp", "region": "cn-hangzhou" }},
                   {{ "id": "w", "name": "crm", "region": "cn-beijing" }}],
        "mirrors": [{{ "id": "m", "source": "v", "name": "erp-copy", "region": "cn-shanghai" }}],
        {sources}
        "changes": [{}] }}"#,
        steps.join(", ")
    );
    read(&text)
}

const FILES: &str = r#""sources": [{ "id": "s", "type": "File", "vault": "v" }],"#;
const FILES_TWICE: &str = r#""sources": [{ "id": "s", "type": "File", "vault": "w" }],
    "policies": [{ "id": "p", "type": "PLAN", "sources": ["s"], "rules": [{ "type": "BACKUP", "vault": "v" }] }],"#;

fn read(text: &str) -> Topology<'static> {
    model::read_text(text)
        .unwrap_or_else(|problems| panic!("{problems:?}"))
        .into_owned()
}

/// What the rules about changes say: slug, severity and step.
fn said(plan: &Topology<'_>) -> Vec<(&'static str, Severity, String)> {
    report::check(plan, Options::default())
        .findings
        .iter()
        .filter(|finding| finding.rule.code.starts_with('C'))
        .map(|f| (f.rule.slug, f.severity, f.spot().pointer()))
        .collect()
}

fn first_of(plan: &Topology<'_>, slug: &str) -> Finding {
    let report = report::check(plan, Options::default());
    let found = report.findings.iter().find(|f| f.rule.slug == slug);
    found.unwrap_or_else(|| panic!("{slug} is silent")).clone()
}

fn steps(plan: &Topology<'_>) -> Vec<(&'static str, String)> {
    plan.changes
        .iter()
        .map(|change| (change.kind.word(), change.object.to_string()))
        .collect()
}

const ORDER: &str = "delete-source-before-mirror";
const COPY: &str = "delete-mirror-loses-copy";
const DATA: &str = "delete-vault-loses-data";

#[test]
fn the_wrong_order_is_mended_by_moving_the_later_step_to_the_front() {
    let mut plan = plan("mirror-vault", FILES, &[("delete", "v"), ("delete", "m")]);
    assert_eq!(
        said(&plan),
        [
            (ORDER, Severity::Error, "/changes/0/do".to_owned()),
            // The refused step changes nothing: the vault still holds what the mirror copies.
            (COPY, Severity::Warning, "/changes/1/do".to_owned()),
        ]
    );
    let before = plan.clone();
    let finding = first_of(&plan, ORDER);
    let undo = model::apply(&mut plan, &finding.fixes()[0].patch).expect("the fix applies");
    assert_eq!(
        steps(&plan),
        [("delete", "m".to_owned()), ("delete", "v".to_owned())]
    );
    assert_eq!(
        said(&plan),
        [
            (COPY, Severity::Warning, "/changes/0/do".to_owned()),
            (DATA, Severity::Error, "/changes/1/do".to_owned()),
        ]
    );
    model::apply(&mut plan, &undo).expect("the inverse applies");
    assert_eq!(plan, before);
}

#[test]
fn a_moved_step_keeps_what_its_author_wrote() {
    let mut plan = read(
        r#"{ "format": "vaultplan/1",
        "vaults": [{ "id": "v", "name": "erp", "region": "cn-hangzhou" }],
        "mirrors": [{ "id": "m", "source": "v", "region": "cn-shanghai" }],
        "changes": [{ "do": "switch-on-lock", "object": "v" }, { "do": "delete", "object": "v" },
                    { "do": "switch-on-lock", "object": "m" },
                    { "do": "delete", "object": "m", "id": "last", "note": "ask first" }] }"#,
    );
    let finding = first_of(&plan, ORDER);
    model::apply(&mut plan, &finding.fixes()[0].patch).expect("the fix applies");
    let words: Vec<_> = steps(&plan).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(
        words,
        ["switch-on-lock", "delete", "delete", "switch-on-lock"]
    );
    assert_eq!(plan.changes[1].id.as_deref(), Some("last"));
    assert_eq!(plan.changes[1].note.as_deref(), Some("ask first"));
}

#[test]
fn in_the_newest_edition_stopping_the_replication_is_enough_and_keeps_the_copy() {
    let edition = "replication-target";
    let mut plan = plan(edition, FILES, &[("delete", "v")]);
    let finding = first_of(&plan, ORDER);
    model::apply(&mut plan, &finding.fixes()[0].patch).expect("the fix applies");
    assert_eq!(
        steps(&plan),
        [
            ("stop-replication", "m".to_owned()),
            ("delete", "v".to_owned())
        ]
    );
    assert_eq!(
        said(&plan),
        [(DATA, Severity::Warning, "/changes/1/do".to_owned())]
    );
}

#[test]
fn before_that_edition_nothing_but_deletion_parts_a_mirror_from_its_source() {
    for edition in ["hbr-2019", "hbr-2021", "mirror-vault"] {
        let plan = plan(edition, "", &[("stop-replication", "m"), ("delete", "v")]);
        let slugs: Vec<_> = said(&plan).into_iter().map(|(slug, ..)| slug).collect();
        assert!(slugs.contains(&ORDER), "{edition}: {slugs:?}");
    }
}

#[test]
fn all_mirrors_of_a_vault_are_parted_in_one_fix() {
    let mut plan = read(
        r#"{ "format": "vaultplan/1",
        "vaults": [{ "id": "v", "name": "erp", "region": "cn-hangzhou" }],
        "mirrors": [{ "id": "a", "source": "v", "region": "cn-shanghai" },
                    { "id": "b", "source": "v", "region": "cn-beijing" },
                    { "id": "c", "source": "v", "region": "cn-shenzhen" }],
        "changes": [{ "do": "delete", "object": "v" }, { "do": "delete", "object": "c" },
                    { "do": "delete", "object": "a" }] }"#,
    );
    let finding = first_of(&plan, ORDER);
    model::apply(&mut plan, &finding.fixes()[0].patch).expect("the fix applies");
    let objects: Vec<_> = steps(&plan).into_iter().map(|(_, object)| object).collect();
    assert_eq!(objects, ["a", "b", "c", "v"]);
    assert!(said(&plan).iter().all(|(slug, ..)| *slug != ORDER));
}

#[test]
fn a_mirror_that_is_made_again_is_in_the_way_again() {
    let steps = [("delete", "m"), ("create", "m"), ("delete", "v")];
    let plan = plan("mirror-vault", "", &steps);
    assert_eq!(
        said(&plan),
        [
            (ORDER, Severity::Error, "/changes/2/do".to_owned()),
            (COPY, Severity::Warning, "/changes/0/do".to_owned()),
        ]
    );
}

#[test]
fn the_last_copy_is_lost_where_its_last_holder_goes() {
    let edition = "replication-target";
    let stop_delete_delete = [("stop-replication", "m"), ("delete", "v"), ("delete", "m")];
    assert_eq!(
        said(&plan(edition, FILES, &stop_delete_delete)),
        [
            (COPY, Severity::Error, "/changes/2/do".to_owned()),
            (DATA, Severity::Warning, "/changes/1/do".to_owned()),
        ]
    );
    // The source lies in another vault too, until that goes as well.
    let three = [("delete", "m"), ("delete", "v"), ("delete", "w")];
    assert_eq!(
        said(&plan("mirror-vault", FILES_TWICE, &three)),
        [
            (COPY, Severity::Warning, "/changes/0/do".to_owned()),
            (DATA, Severity::Warning, "/changes/1/do".to_owned()),
            (DATA, Severity::Error, "/changes/2/do".to_owned()),
        ]
    );
}

#[test]
fn what_is_gone_is_not_deleted_again() {
    let twice = [("delete", "w"), ("delete", "w")];
    let source = r#""sources": [{ "id": "s", "type": "File", "vault": "w" }],"#;
    assert_eq!(
        said(&plan("mirror-vault", source, &twice)),
        [(DATA, Severity::Error, "/changes/0/do".to_owned())]
    );
    // A vault that the plan makes first does not exist before.
    let too_early = [("create", "w"), ("delete", "w")];
    assert_eq!(
        said(&plan("mirror-vault", source, &too_early)),
        [(DATA, Severity::Error, "/changes/1/do".to_owned())]
    );
    let made_after = [("switch-on-lock", "w"), ("create", "w")];
    assert_eq!(said(&plan("mirror-vault", source, &made_after)), []);
}

#[test]
fn a_mirror_that_is_replaced_or_made_again_stands_when_its_vault_is_deleted() {
    let steps_before = [
        [("replace", "m"), ("delete", "v"), ("create", "m")].as_slice(),
        &[
            ("delete", "m"),
            ("create", "m"),
            ("delete", "v"),
            ("delete", "m"),
        ],
    ];
    for before in steps_before {
        let mut plan = plan("mirror-vault", "", before);
        let at = before.iter().position(|step| *step == ("delete", "v"));
        let finding = first_of(&plan, ORDER);
        assert_eq!(
            finding.spot().pointer(),
            format!("/changes/{}/do", at.unwrap())
        );
        model::apply(&mut plan, &finding.fixes()[0].patch).expect("the fix applies");
        assert!(said(&plan).iter().all(|(slug, ..)| *slug != ORDER));
    }
    let gone = [("delete", "m"), ("delete", "v"), ("create", "m")];
    let gone = said(&plan("mirror-vault", "", &gone));
    assert!(gone.iter().all(|(slug, ..)| *slug != ORDER));
}

#[test]
fn a_mirror_that_is_made_again_is_a_second_one_while_another_stands() {
    let plan = |edition: &str, steps: &str| {
        read(&format!(
            r#"{{ "format": "vaultplan/1", "edition": "{edition}",
            "vaults": [{{ "id": "v", "region": "cn-hangzhou" }}],
            "mirrors": [{{ "id": "m", "source": "v", "region": "cn-shanghai" }},
                        {{ "id": "n", "source": "v", "region": "cn-beijing" }}],
            "changes": [{}] }}"#,
            steps
                .split(", ")
                .map(|step| {
                    let (kind, object) = step.split_once(' ').unwrap();
                    format!(r#"{{ "do": "{kind}", "object": "{object}" }}"#)
                })
                .collect::<Vec<_>>()
                .join(",")
        ))
    };
    let second = |edition, steps| {
        let plan = plan(edition, steps);
        let report = report::check(&plan, Options::default());
        let mut found = report.findings.iter();
        found.any(|finding| finding.rule.slug == "mirror-more-than-one")
    };
    for (steps, is_second) in [
        ("delete n, create n, create m", true),
        ("replace n, create m", true),
        ("delete n, create m, delete m, create n", false),
        ("delete n, create m, create n", true),
        (
            "create m, delete m, create n, delete n, create m, create n",
            true,
        ),
        (
            "create m, delete m, create n, delete n, create m, delete m",
            false,
        ),
    ] {
        assert_eq!(second("mirror-vault", steps), is_second, "{steps}");
    }
    // A replication can be stopped in one edition only.
    let stopped = "stop-replication n, create m";
    assert!(second("mirror-vault", stopped));
    assert!(!second("replication-target", stopped));
    assert!(second(
        "replication-target",
        "stop-replication n, create m, replace n"
    ));
}

#[test]
fn a_replacement_counts_as_a_deletion() {
    assert_eq!(
        said(&plan("mirror-vault", FILES, &[("replace", "v")])),
        [(ORDER, Severity::Error, "/changes/0/do".to_owned())]
    );
    assert_eq!(
        said(&plan(
            "mirror-vault",
            FILES,
            &[("replace", "m"), ("delete", "m"), ("replace", "v")]
        )),
        [
            (COPY, Severity::Warning, "/changes/0/do".to_owned()),
            (COPY, Severity::Warning, "/changes/1/do".to_owned()),
            (DATA, Severity::Error, "/changes/2/do".to_owned()),
        ]
    );
}

#[test]
fn every_fix_of_every_failing_example_mends_it_and_can_be_taken_back() {
    let mut fixes = 0;
    for folder in super::corpus::RULES.dirs() {
        for file in folder.files() {
            let name = file.path().display().to_string();
            let is_example = file
                .path()
                .file_name()
                .and_then(|n| n.to_str())
                .is_some_and(|n| n.starts_with("fails") && n.matches('.').count() == 1);
            if !is_example {
                continue;
            }
            let plan = read(file.contents_utf8().unwrap_or_default());
            let options = Options {
                edition: None,
                now: Some(super::corpus::NOW),
            };
            let report = report::check(&plan, options);
            for finding in &report.findings {
                for fix in finding.fixes().iter().filter(|fix| !fix.patch.is_empty()) {
                    fixes += 1;
                    let mut mended = plan.clone();
                    let undo = model::apply(&mut mended, &fix.patch)
                        .unwrap_or_else(|why| panic!("{name}: {why:?}"));
                    let still = report::check(&mended, options).findings.iter().any(|f| {
                        f.identity() == finding.identity() && matches!(f.outcome, Outcome::Fail(_))
                    });
                    assert!(!still, "{name}: the fix leaves {:?}", finding.identity());
                    model::apply(&mut mended, &undo).expect("an inverse applies");
                    assert_eq!(mended, plan, "{name}");
                }
            }
        }
    }
    assert!(fixes > 60, "only {fixes} fixes were tried");
}

/// What the rules about changes and locks say of steps on a locked or a lockable plan: slug and pointer.
fn told(parts: &str) -> Vec<(&'static str, String)> {
    let plan = read(&format!(r#"{{ "format": "vaultplan/1", {parts} }}"#));
    report::check(&plan, Options::default())
        .findings
        .iter()
        .filter(|f| f.rule.code.starts_with(['C', 'L']))
        .map(|f| (f.rule.slug, f.spot().pointer()))
        .collect()
}

#[test]
fn what_the_service_refuses_to_delete_is_still_there_for_the_next_step() {
    let vault = r#""vaults": [{ "id": "v", "name": "erp", "region": "cn-hangzhou", "locked": true, "storedGB": 5 }],
        "mirrors": [{ "id": "m", "source": "v", "name": "erp-copy", "region": "cn-shanghai" }],"#;
    let twice =
        r#""changes": [{ "do": "delete", "object": "m" }, { "do": "delete", "object": "m" }]"#;
    let refused = "delete-locked";
    assert_eq!(
        told(&format!("{vault} {twice}")),
        [
            (refused, "/changes/0/do".to_owned()),
            (refused, "/changes/1/do".to_owned())
        ]
    );
    // A replication that was stopped before the lock leaves a vault of its own, which the lock does not hold.
    let unlocked = vault.replace(r#""locked": true, "#, "");
    let stopped = r#""edition": "replication-target", "changes": [
        { "do": "stop-replication", "object": "m" },
        { "do": "switch-on-lock", "object": "v" },
        { "do": "delete", "object": "m" }]"#;
    assert_eq!(
        told(&format!("{unlocked} {stopped}")),
        [
            (COPY, "/changes/2/do".to_owned()),
            ("worm-irreversible", "/changes/1/do".to_owned())
        ]
    );
}

#[test]
fn a_lock_that_a_step_switches_on_counts_from_then() {
    let plan = r#""edition": "replication-target",
        "vaults": [{ "id": "v", "name": "erp", "region": "cn-hangzhou", "storedGB": 5 }],
        "sources": [{ "id": "s", "type": "UDM_ECS", "region": "cn-hangzhou", "backups": 3 }],
        "policies": [{ "id": "p", "name": "whole", "sources": ["s"], "rules": [{ "type": "BACKUP", "retentionDays": 7 }] }],"#;
    let steps = r#""changes": [
        { "do": "switch-on-lock", "object": "p" },
        { "do": "switch-on-lock", "object": "v" },
        { "do": "switch-off-lock", "object": "v" },
        { "do": "delete", "object": "v" }]"#;
    assert_eq!(
        told(&format!("{plan} {steps}")),
        [
            ("delete-locked", "/changes/3/do".to_owned()),
            ("worm-irreversible", "/changes/0/do".to_owned()),
            ("worm-irreversible", "/changes/1/do".to_owned()),
            ("worm-ecs-old-points", "/changes/0/do".to_owned()),
            ("worm-switched-off", "/changes/2/do".to_owned())
        ]
    );
}

#[test]
fn a_shorter_retention_that_is_refused_changes_nothing() {
    let steps = |days: [u32; 3]| {
        format!(
            r#""vaults": [{{ "id": "v", "name": "erp", "region": "cn-hangzhou" }}],
            "policies": [{{ "id": "p", "name": "daily", "rules": [{{ "type": "BACKUP", "vault": "v", "retentionDays": 30 }}] }}],
            "changes": [{{ "do": "set-retention", "object": "v", "retentionDays": {} }},
                {{ "do": "set-retention", "object": "v", "retentionDays": {} }},
                {{ "do": "set-retention", "object": "v", "retentionDays": {} }}]"#,
            days[0], days[1], days[2]
        )
    };
    let shortens = |days| -> Vec<String> { told(&steps(days)).into_iter().map(|t| t.1).collect() };
    assert!(shortens([30, 40, 50]).is_empty());
    assert_eq!(shortens([20, 25, 30]).len(), 2);
    assert_eq!(shortens([90, 60, 90]), ["/changes/1/retentionDays"]);
}
