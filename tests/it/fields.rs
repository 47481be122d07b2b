//! Fields of policies at the borders of the rules that look at them: each field on each type of rule, each way to
//! write a bandwidth limit, each size of small files.

use vaultplan::finding::Outcome;
use vaultplan::model;
use vaultplan::report::{self, Options};

/// Where a rule fails on a plan, and what it found.
fn told(parts: &str, slug: &str) -> Vec<(String, String)> {
    let text = format!(r#"{{ "format": "vaultplan/1", {parts} }}"#);
    let plan = model::read_text(&text).unwrap_or_else(|problems| panic!("{problems:?} {text}"));
    report::check(&plan, Options::default())
        .findings
        .iter()
        .filter(|f| f.rule.slug == slug)
        .filter_map(|f| match &f.outcome {
            Outcome::Fail(fail) => {
                Some((f.spot().pointer(), fail.actual.clone().unwrap_or_default()))
            }
            Outcome::Undecided(_) => None,
        })
        .collect()
}

#[test]
fn each_field_belongs_to_certain_types_of_rule() {
    let fields = [
        ("vault", r#""v""#, &["BACKUP"][..]),
        ("schedule", r#""I|1700000000|P1D""#, &["BACKUP"]),
        (
            "retentionDays",
            "400",
            &["BACKUP", "TRANSITION", "REPLICATION"],
        ),
        ("permanent", "true", &["BACKUP", "TRANSITION"]),
        (
            "specialRetentions",
            r#"[{ "type": "YEARLY", "retentionDays": 4000 }]"#,
            &["BACKUP", "TRANSITION"],
        ),
        ("keepLatest", "true", &["BACKUP"]),
        ("runMinutes", "30", &["BACKUP"]),
        ("doCopy", "true", &["BACKUP"]),
        ("replicationRegion", r#""cn-shanghai""#, &["REPLICATION"]),
        ("replicationRetentionDays", "400", &["REPLICATION"]),
        ("replicationArchiveDays", "30", &["REPLICATION"]),
        ("tags", r#"[{ "key": "team" }]"#, &["TAG"]),
        ("archiveDays", "30", &["TRANSITION"]),
    ];
    for kind in ["BACKUP", "TRANSITION", "REPLICATION", "TAG"] {
        for (field, value, types) in &fields {
            let parts = format!(
                r#""vaults": [{{ "id": "v", "name": "erp", "region": "cn-hangzhou" }}],
                "policies": [{{ "id": "p", "name": "daily", "type": "STANDARD",
                    "rules": [{{ "type": "{kind}", "{field}": {value} }}] }}]"#
            );
            let expected: Vec<_> = (!types.contains(&kind))
                .then(|| (format!("/policies/0/rules/0/{field}"), format!("`{field}`")))
                .into_iter()
                .collect();
            let found = told(&parts, "policy-field-misplaced");
            assert_eq!(found, expected, "{kind} {field}");
        }
    }
}

#[test]
fn all_misplaced_fields_of_a_rule_are_told_at_once() {
    let parts = r#""policies": [{ "id": "p", "name": "daily", "type": "STANDARD",
        "rules": [{ "type": "TAG", "schedule": "I|1700000000|P1D", "archiveDays": 30 }] }]"#;
    let expected = (
        "/policies/0/rules/0/schedule".to_owned(),
        "`schedule`, `archiveDays`".to_owned(),
    );
    assert_eq!(told(parts, "policy-field-misplaced"), [expected]);
}

#[test]
fn a_backup_plan_names_its_own_destination() {
    for (field, value) in [
        ("replicationRegion", r#""cn-shanghai""#),
        ("replicationRetentionDays", "7"),
        ("replicationArchiveDays", "30"),
    ] {
        let parts = |copy: &str| {
            format!(
                r#""policies": [{{ "id": "p", "name": "daily", "type": "PLAN",
                    "rules": [{{ "type": "BACKUP", {copy} "{field}": {value} }}] }}]"#
            )
        };
        for (copy, told_of) in [
            (r#""doCopy": true,"#, 0),
            (r#""doCopy": false,"#, 1),
            ("", 1),
        ] {
            let parts = parts(copy);
            assert!(told(&parts, "policy-field-misplaced").is_empty(), "{parts}");
            let unused = told(&parts, "copy-destination-unused");
            assert_eq!(unused.len(), told_of, "{parts}");
        }
    }
}

#[test]
fn bandwidth_limits_are_read_hour_by_hour() {
    let told_of = |limit: &str| {
        let parts =
            format!(r#""policies": [{{ "id": "p", "name": "daily", "speedLimit": "{limit}" }}]"#);
        !told(&parts, "bandwidth-overlap").is_empty()
    };
    for good in [
        "0:24:1024",
        "0:1:1|1:2:1|23:24:1",
        "22:2:512|2:22:1024",
        " 8 : 9 : 10 ",
        "24:24:1|0:24:2",
        "5:5:1|5:6:1",
    ] {
        assert!(!told_of(good), "{good}");
    }
    for bad in [
        "0:24:1|23:24:1",
        "22:2:1|1:3:1",
        "22:2:1|21:23:1",
        "8:9:1|1:2:1|8:9:1",
        "8:9",
        "8:9:1:2",
        "8:25:1",
        "25:8:1",
        "-1:8:1",
        "a:8:1",
        "8:9:fast",
        "8:9:1|",
        "",
    ] {
        assert!(told_of(bad), "{bad}");
    }
}

#[test]
fn small_files_begin_below_64_kib_on_average() {
    let told_of = |files: u64| {
        let parts = format!(
            r#""edition": "replication-target",
            "vaults": [{{ "id": "v", "name": "erp", "region": "cn-hangzhou" }}],
            "sources": [{{ "id": "s", "type": "NAS", "vault": "v", "sizeGB": 65536, "details": {{ "files": {files} }} }}],
            "policies": [{{ "id": "p", "name": "daily", "sources": ["s"], "rules": [
                {{ "type": "BACKUP", "vault": "v" }}, {{ "type": "TRANSITION", "archiveDays": 30, "retentionDays": 365 }}] }}]"#
        );
        !told(&parts, "archive-small-files").is_empty()
    };
    assert!(!told_of(0));
    assert!(!told_of(1_000_000_000));
    assert!(told_of(1_000_000_001));
}
