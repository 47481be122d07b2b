//! One cause gives one finding: a single slip in a plan that is right otherwise is reported once.

use vaultplan::catalog::editions::Edition;
use vaultplan::finding::{Outcome, Severity};
use vaultplan::model;
use vaultplan::report::{self, Options};

/// Everything graver than advice that a plan is told in an edition; what waits for a fact is marked with `?`.
fn told(edition: Edition, parts: &str) -> Vec<String> {
    let text = format!(r#"{{ "format": "vaultplan/1", {parts} }}"#);
    let plan = model::read_text(&text).unwrap_or_else(|problems| panic!("{problems:?}"));
    let options = Options {
        edition: Some(edition),
        now: Some(super::corpus::NOW),
    };
    report::check(&plan, options)
        .findings
        .iter()
        .filter(|finding| finding.severity > Severity::Advice)
        .map(|finding| match finding.outcome {
            Outcome::Fail(_) => finding.rule.slug.to_owned(),
            Outcome::Undecided(_) => format!("{}?", finding.rule.slug),
        })
        .collect()
}

/// A mirrored vault that holds one source, with one field of the vault changed.
fn vault_with(field: &str) -> String {
    let region = if field.contains("region") {
        ""
    } else {
        r#""region": "cn-hangzhou","#
    };
    format!(
        r#""vaults": [{{ "id": "v", "name": "erp", {region} {field} }}],
        "mirrors": [{{ "id": "m", "name": "erp-copy", "source": "v", "region": "cn-shanghai" }}],
        "sources": [{{ "id": "s", "type": "OSS", "vault": "v" }}]"#
    )
}

#[test]
fn a_slip_in_a_mirrored_vault_is_told_once() {
    for edition in Edition::ALL {
        for (field, slug) in [
            (r#""status": "CREATD""#, "vault-status-invalid"),
            (r#""region": "cn-hangzou""#, "vault-region-unknown"),
            (r#""region": """#, "vault-region-missing"),
            (r#""chargeType": "V3""#, "import-value-unknown"),
        ] {
            assert_eq!(
                told(edition, &vault_with(field)),
                [slug],
                "{edition:?} {field}"
            );
        }
    }
}

#[test]
fn an_unknown_vault_type_is_told_by_the_narrower_rule_where_there_is_one() {
    let told_in = |edition, field: &str| told(edition, &vault_with(field));
    let (eligible, unknown) = ("mirror-source-type-not-eligible", "import-value-unknown");
    assert_eq!(
        told_in(Edition::MirrorVault, r#""type": "STANDRAD""#),
        [eligible]
    );
    assert_eq!(
        told_in(Edition::Hbr2019, r#""type": "STANDRAD""#),
        [unknown]
    );
    // Another defect keeps the narrower rule silent: the wider one speaks.
    let broken = r#""type": "STANDRAD", "status": "ERROR""#;
    let said = told_in(Edition::MirrorVault, broken);
    assert!(said.contains(&unknown.to_owned()), "{said:?}");
    assert!(!said.contains(&eligible.to_owned()), "{said:?}");
}

#[test]
fn a_slip_in_a_source_is_told_once() {
    let source = |fields: &str| {
        format!(
            r#""vaults": [{{ "id": "v", "name": "erp", "region": "cn-hangzhou" }}],
            "clients": [{{ "id": "c", "kind": "file", "vault": "v" }}],
            "sources": [{{ "id": "s", {fields} }}]"#
        )
    };
    for edition in Edition::ALL {
        for (fields, slug) in [
            (
                r#""type": "Fil", "vault": "v", "client": "c", "os": "linux""#,
                "source-type-unknown",
            ),
            (
                r#""type": "File", "vault": "w", "client": "c""#,
                "reference-missing",
            ),
            (
                r#""type": "File", "vault": "v", "client": "d""#,
                "reference-missing",
            ),
        ] {
            assert_eq!(
                told(edition, &source(fields)),
                [slug],
                "{edition:?} {fields}"
            );
        }
        let slug = match edition {
            Edition::Hbr2019 | Edition::Hbr2021 => "source-os-unsupported",
            Edition::MirrorVault | Edition::ReplicationTarget => "import-value-unknown",
        };
        let fields = r#""type": "File", "vault": "v", "client": "c", "os": "macos""#;
        assert_eq!(told(edition, &source(fields)), [slug], "{edition:?}");
    }
}

#[test]
fn a_plan_of_ids_names_and_regions_is_told_nothing() {
    let parts = r#""vaults": [{ "id": "v", "name": "erp", "region": "cn-hangzhou" }],
        "mirrors": [{ "id": "m", "source": "v", "region": "cn-shanghai" }]"#;
    assert_eq!(told(Edition::MirrorVault, parts), Vec::<String>::new());
}

#[test]
fn a_slip_in_a_policy_is_told_once() {
    let plan = r#""vaults": [{ "id": "v", "name": "erp", "region": "cn-hangzhou" }],
        "sources": [{ "id": "s", "type": "OSS", "objectives": { "rpoMinutes": 1440 } }],
        "policies": [{ "id": "p", "type": "STANDARD", "name": "daily", "sources": ["s"], "rules": [
            { "type": "BACKUP", "vault": "v", "schedule": "I|1767225600|P1D", "runMinutes": 60,
              "keepLatest": true, "specialRetentions": [{ "type": "YEARLY", "retentionDays": 900 }] },
            { "type": "TRANSITION", "archiveDays": 60, "retentionDays": 365 }] }]"#;
    for edition in [Edition::MirrorVault, Edition::ReplicationTarget] {
        assert_eq!(told(edition, plan), Vec::<String>::new());
        for (right, wrong, slug) in [
            (r#""daily""#, r#""daily at two""#, "policy-name-invalid"),
            (r#""STANDARD""#, r#""STANDART""#, "import-value-unknown"),
            (r#""BACKUP""#, r#""BACKUPS""#, "import-value-unknown"),
            (r#""vault": "v""#, r#""vault": "w""#, "reference-missing"),
            (r#"["s"]"#, r#"["t"]"#, "reference-missing"),
            (r#"["s"]"#, "[]", "source-unprotected"),
            (r#""OSS""#, r#""UDM_ECS""#, "policy-type-mismatch"),
            (r#""OSS""#, r#""OS""#, "source-type-unknown"),
            ("P1D", "P1H", "schedule-format"),
            ("P1D", "P2D", "rpo-not-met"),
            ("P1D", "PT30M", "schedule-overrun"),
            ("900", "365", "special-retention-not-longer"),
            ("900", "0", "retention-range"),
            ("365", "0", "retention-range"),
            ("365", "100", "archive-stay-60"),
            (
                r#""retentionDays": 365"#,
                r#""permanent": true"#,
                "special-retention-permanent",
            ),
            (": 60, \"ret", ": 29, \"ret", "archive-too-early-general"),
            (": 60, \"ret", ": 400, \"ret", "archive-stay-60"),
            (": 60, \"ret", ": 70000, \"ret", "archive-too-late"),
        ] {
            assert!(plan.contains(right), "{right}");
            let said = told(edition, &plan.replacen(right, wrong, 1));
            assert_eq!(said, [slug], "{edition:?}: {right} to {wrong}");
        }
    }
}

#[test]
fn a_slip_in_a_policy_of_instances_is_told_once() {
    let plan = r#""sources": [{ "id": "i", "type": "UDM_ECS" }],
        "policies": [{ "id": "p", "type": "UDM_ECS_ONLY", "name": "daily", "sources": ["i"], "rules": [
            { "type": "BACKUP", "schedule": "I|1767225600|P1D", "retentionDays": 90 },
            { "type": "TRANSITION", "archiveDays": 14 }] },
          { "id": "q", "type": "UDM_ECS_ONLY", "sources": [], "rules": [{ "type": "BACKUP" }] }]"#;
    let edition = Edition::ReplicationTarget;
    assert_eq!(told(edition, plan), Vec::<String>::new());
    for (right, wrong, slug) in [
        (
            r#""sources": []"#,
            r#""sources": ["i"]"#,
            "ecs-instance-many-policies",
        ),
        (r#""UDM_ECS""#, r#""OSS""#, "policy-type-mismatch"),
        (r#""UDM_ECS""#, r#""MYSQL""#, "policy-source-unsupported"),
        (r#""UDM_ECS""#, r#""VMWARE""#, "policy-source-unsupported"),
        (
            r#""retentionDays": 90"#,
            r#""permanent": true"#,
            "retention-permanent-ecs-instance",
        ),
        (
            r#""retentionDays": 90"#,
            r#""permanent": true, "specialRetentions": [{ "type": "YEARLY", "retentionDays": 900 }]"#,
            "retention-permanent-ecs-instance",
        ),
        ("90", "73", "archive-stay-60"),
        ("14", "13", "archive-too-early-ecs"),
    ] {
        assert!(plan.contains(right), "{right}");
        let said = told(edition, &plan.replacen(right, wrong, 1));
        assert_eq!(said, [slug], "{right} to {wrong}");
    }
}

#[test]
fn one_rule_speaks_for_a_vault_without_a_second_copy() {
    let rules = [
        "tablestore-no-mirror",
        "lrs-without-mirror",
        "no-offsite-copy",
        "fewer-than-three-copies",
    ];
    let told_of = |edition, vault: &str| {
        let text = format!(
            r#"{{ "format": "vaultplan/1", "vaults": [{{ "id": "v", "name": "erp", {vault} }}] }}"#
        );
        let plan = model::read_text(&text).unwrap_or_else(|problems| panic!("{problems:?}"));
        let options = Options {
            edition: Some(edition),
            now: None,
        };
        let report = report::check(&plan, options);
        let all = report.findings.iter().chain(&report.practice);
        let told: Vec<_> = all
            .filter(|finding| rules.contains(&finding.rule.slug))
            .map(|finding| finding.rule.slug)
            .collect();
        assert_eq!(told.len(), 1, "{edition:?} {vault}: {told:?}");
        told[0]
    };
    let [tablestore, one_zone, critical, other] = rules;
    for edition in [Edition::MirrorVault, Edition::ReplicationTarget] {
        for (vault, slug) in [
            (
                r#""region": "cn-qingdao", "type": "OTS_BACKUP", "critical": true"#,
                tablestore,
            ),
            (r#""region": "cn-qingdao", "critical": true"#, one_zone),
            (r#""region": "cn-hangzhou", "redundancy": "LRS""#, one_zone),
            (r#""region": "cn-qingdao", "redundancy": "ZRS""#, other),
            (r#""region": "na-south-1""#, other),
            (
                r#""region": "cn-qingdao", "type": "DATABASE", "critical": true"#,
                critical,
            ),
            (r#""region": "cn-hangzhou", "critical": true"#, critical),
            (r#""region": "cn-hangzhou""#, other),
        ] {
            assert_eq!(told_of(edition, vault), slug, "{vault}");
        }
    }
    for edition in [Edition::Hbr2019, Edition::Hbr2021] {
        let vault = r#""region": "cn-qingdao""#;
        assert_eq!(told_of(edition, vault), other);
        let vault = r#""region": "cn-qingdao", "critical": true"#;
        assert_eq!(told_of(edition, vault), critical);
    }
}
