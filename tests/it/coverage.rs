//! The fact table of coverage: what counts as a copy in another region, what does not, what is not known. That it
//! agrees with the rules and with what can be restored.

use proptest::prelude::*;
use serde_json::{Value, json};
use vaultplan::catalog::editions::Edition;
use vaultplan::facts::{Facts, SecondCopy, Store};
use vaultplan::finding::{ObjectKind, Outcome, Severity};
use vaultplan::lang::Lang;
use vaultplan::model::{self, Topology};
use vaultplan::questions::coverage::say::{Column, cell, sorted};
use vaultplan::questions::coverage::{
    self, Answer, Coverage, Lies, Row, Totals, coverage, csv, json as as_json,
};
use vaultplan::questions::restorable;
use vaultplan::report::{self, Options};
use vaultplan::rules;

use crate::chaos::plans;
use crate::corpus::RULES;
use crate::estates::estate;

fn read(text: &str) -> Topology<'static> {
    let plan = model::read_text(text).unwrap_or_else(|p| panic!("{:?} {text}", p.first()));
    plan.into_owned()
}

/// A plan of vault `v` in Hangzhou, with further parts.
fn plan(parts: &str) -> Topology<'static> {
    read(&format!(
        r#"{{"format":"vaultplan/1","vaults":[{{"id":"v","name":"erp","region":"cn-hangzhou"}}],{parts}}}"#
    ))
}

fn in_edition<'t>(plan: &'t Topology<'t>, edition: Edition) -> (Facts<'t>, Coverage) {
    let facts = Facts::new(plan, edition, Some(1_795_248_000));
    let table = coverage(&facts);
    (facts, table)
}

/// The one row of a plan, with why and what is missing.
#[track_caller]
fn one(plan: &Topology<'_>) -> (Row, Vec<String>) {
    let (facts, table) = in_edition(plan, plan.edition());
    let mut rows = table.rows;
    assert_eq!(rows.len(), 1);
    let row = rows.remove(0);
    let mut said: Vec<String> = row.reasons.iter().map(|r| r.say(Lang::En)).collect();
    said.extend(row.missing.iter().map(|m| m.spot.pointer()));
    drop(facts);
    (row, said)
}

#[track_caller]
fn expect(parts: &str, backed: Answer, offsite: Answer, says: &str) -> Row {
    let (row, said) = one(&plan(parts));
    assert_eq!((row.backed, row.offsite), (backed, offsite), "{said:?}");
    if says.is_empty() {
        assert!(said.is_empty(), "{said:?}");
    } else {
        assert!(said.iter().any(|s| s.contains(says)), "{says}: {said:?}");
    }
    row
}

use Answer::{No, Unknown, Yes};

const FILES: &str =
    r#""sources":[{"id":"s","type":"ECS_FILE","region":"cn-hangzhou","vault":"v"}]"#;
const MIRROR: &str = r#""mirrors":[{"id":"m","source":"v","region":"cn-shanghai"}]"#;

#[test]
fn a_mirror_in_another_region_is_a_copy_there() {
    let row = expect(&format!("{FILES},{MIRROR}"), Yes, Yes, "");
    assert_eq!(row.copies[row.by.unwrap()].lies, Lies::Mirror(0));
    let plan = plan(&format!("{FILES},{MIRROR}"));
    let (facts, table) = in_edition(&plan, plan.edition());
    let cells = |column| cell(&facts, &table.rows[0], column, Lang::En);
    assert_eq!(cells(Column::OffsiteRegion), "cn-shanghai");
    assert_eq!(
        cells(Column::Restore),
        "ECS files, in cn-shanghai only, an activated client, no charge"
    );
    assert_eq!(cells(Column::Why), "");
}

#[test]
fn a_source_without_vault_and_policy_has_no_copy() {
    let alone = r#""sources":[{"id":"s","type":"ECS_FILE"}]"#;
    expect(alone, No, No, "nothing backs it up");
    expect(&format!("{alone},{MIRROR}"), No, No, "nothing backs it up");
}

#[test]
fn a_vault_alone_is_no_copy_in_another_region() {
    let row = expect(FILES, Yes, No, "no mirror");
    assert!(row.copies.is_empty());
}

#[test]
fn a_mirror_that_would_be_refused_is_no_copy_and_its_rule_says_why() {
    for (mirror, says) in [
        (r#""region":"cn-hangzhou""#, "the region of its source"),
        (
            r#""region":"cn-shanghai","encryption":"KMS","kmsKey":"k""#,
            "encrypt",
        ),
        (r#""region":"cn-shanghai","schedule":"I|1|P1D""#, "schedule"),
        (r#""region":"cn-shangai""#, "cn-shangai"),
    ] {
        let parts = format!(r#"{FILES},"mirrors":[{{"id":"m","source":"v",{mirror}}}]"#);
        let row = expect(&parts, Yes, No, says);
        assert_eq!(row.copies[0].answer, No, "{mirror}");
    }
}

#[test]
fn what_the_plan_sets_aside_makes_no_copy() {
    for settings in [
        r#"{"suppressions":[{"rule":"mirror-same-region","reason":"a lab"}]}"#,
        r#"{"severities":[{"rule":"mirror-same-region","severity":"off"}]}"#,
    ] {
        let parts = format!(
            r#"{FILES},"settings":{settings},"mirrors":[{{"id":"m","source":"v","region":"cn-hangzhou"}}]"#
        );
        expect(&parts, Yes, No, "the region of its source");
    }
}

#[test]
fn a_mirror_without_a_region_is_not_known_and_its_region_is_asked_for() {
    let parts = format!(r#"{FILES},"mirrors":[{{"id":"m","source":"v"}}]"#);
    expect(&parts, Yes, Unknown, "/mirrors/0/region");
}

#[test]
fn a_vault_without_a_region_leaves_it_open() {
    let plan = read(&format!(
        r#"{{"format":"vaultplan/1","vaults":[{{"id":"v","name":"erp"}}],"sources":[{{"id":"s","type":"File","vault":"v"}}],{MIRROR}}}"#
    ));
    let (row, said) = one(&plan);
    assert_eq!(row.offsite, Unknown);
    assert_eq!(said, ["/vaults/0/region"]);
}

#[test]
fn nothing_of_vmware_can_be_restored_from_a_mirror() {
    let parts = format!(r#""sources":[{{"id":"s","type":"VMWARE","vault":"v"}}],{MIRROR}"#);
    let row = expect(&parts, Yes, No, "VMware");
    assert_eq!(
        row.copies[0].reasons[0].rule.unwrap().slug,
        "restore-vmware-from-mirror"
    );
}

#[test]
fn nothing_of_vmware_can_be_restored_from_a_mirror_that_a_policy_makes() {
    let parts = r#""sources":[{"id":"s","type":"VMWARE"}],"policies":[{"id":"p","name":"daily","sources":["s"],
        "rules":[{"type":"BACKUP","vault":"v","retentionDays":30},{"type":"REPLICATION","replicationRegion":"cn-shanghai"}]}]"#;
    expect(parts, Yes, No, "VMware");
}

#[test]
fn a_policy_makes_the_mirror_of_its_vault() {
    let parts = r#""sources":[{"id":"s","type":"OSS"}],"policies":[{"id":"p","name":"daily","sources":["s"],
        "rules":[{"type":"BACKUP","vault":"v","retentionDays":30},{"type":"REPLICATION","replicationRegion":"cn-shanghai"}]}]"#;
    let row = expect(parts, Yes, Yes, "");
    assert_eq!((row.kept_days, row.remote_days), (Some(30), Some(30)));
    let open = parts.replace(r#","replicationRegion":"cn-shanghai""#, "");
    expect(&open, Yes, Unknown, "/policies/0/rules/1/replicationRegion");
    let same = parts.replace("cn-shanghai", "cn-hangzhou");
    expect(&same, Yes, No, "region of its source");
}

#[test]
fn what_a_refused_policy_copies_is_no_copy() {
    let parts = r#""sources":[{"id":"s","type":"OSS"}],"policies":[{"id":"p","name":"d","sources":["s"],
        "rules":[{"type":"BACKUP","vault":"v","retentionDays":30},{"type":"REPLICATION","replicationRegion":"cn-shanghai"}]}]"#;
    expect(parts, Yes, No, "name");
}

const INSTANCE: &str = r#""sources":[{"id":"s","type":"UDM_ECS","region":"cn-hangzhou"}]"#;

fn instance_policy(rules: &str) -> String {
    format!(
        r#"{INSTANCE},"policies":[{{"id":"p","name":"daily","type":"UDM_ECS_ONLY","sources":["s"],
        "rules":[{{"type":"BACKUP","retentionDays":30,"schedule":"I|1767225600|P1D"}}{rules}]}}]"#
    )
}

#[test]
fn copies_of_snapshots_are_counted_as_what_they_are() {
    expect(&instance_policy(""), Yes, No, "snapshots");
    let there = r#",{"type":"REPLICATION","replicationRegion":"cn-shanghai"}"#;
    let row = expect(&instance_policy(there), Yes, Yes, "");
    // Without a number they are kept for a week, whatever the backups are.
    assert_eq!((row.kept_days, row.remote_days), (Some(30), Some(7)));
    let days = there.replace('}', r#","replicationRetentionDays":90}"#);
    let row = expect(&instance_policy(&days), Yes, Yes, "");
    assert_eq!(row.remote_days, Some(90));
    let same = there.replace("cn-shanghai", "cn-hangzhou");
    let (row, _) = one(&plan(&instance_policy(&same)));
    assert_eq!(row.offsite, No);
    let open = r#",{"type":"REPLICATION"}"#;
    expect(
        &instance_policy(open),
        Yes,
        Unknown,
        "/policies/0/rules/1/replicationRegion",
    );
    let nowhere = instance_policy(there).replace(r#","region":"cn-hangzhou""#, "");
    expect(&nowhere, Yes, Unknown, "/sources/0/region");
}

#[test]
fn a_vault_and_its_mirror_hold_no_snapshots() {
    let parts = format!(
        r#""sources":[{{"id":"s","type":"UDM_ECS","region":"cn-hangzhou","vault":"v"}}],{MIRROR}"#
    );
    let row = expect(&parts, No, No, "snapshots");
    assert_eq!(row.copies[0].answer, No);
}

#[test]
fn an_essential_edition_copies_nothing() {
    let plan = plan(&format!(
        r#""edition":"replication-target","sources":[{{"id":"s","type":"ECS_FILE","region":"cn-hangzhou","vault":"v",
        "details":{{"essential":"file"}}}}],{MIRROR}"#
    ));
    let (row, said) = one(&plan);
    assert_eq!((row.backed, row.offsite), (Yes, No), "{said:?}");
    assert!(said[0].contains("Essential"), "{said:?}");
}

#[test]
fn a_second_vault_in_another_region_is_a_copy_and_in_the_same_is_none() {
    let both = |region: &str| {
        format!(
            r#"{{"format":"vaultplan/1","vaults":[{{"id":"a","name":"a","region":"cn-hangzhou"}},{{"id":"b","name":"b","region":"{region}"}}],
            "sources":[{{"id":"s","type":"File","vault":"a"}}],
            "policies":[{{"id":"p","name":"daily","sources":["s"],"rules":[{{"type":"BACKUP","vault":"b","retentionDays":9}}]}}]}}"#
        )
    };
    let (row, said) = one(&read(&both("cn-shanghai")));
    assert_eq!(row.offsite, Yes, "{said:?}");
    assert_eq!(row.copies[row.by.unwrap()].lies, Lies::Vault(1));
    let (row, said) = one(&read(&both("cn-hangzhou")));
    assert_eq!(row.offsite, No);
    assert!(said[0].contains("cn-hangzhou"), "{said:?}");
}

#[test]
fn a_vault_that_cannot_take_the_source_backs_nothing_up() {
    let parts = format!(
        r#""sources":[{{"id":"s","type":"OSS","region":"cn-beijing","vault":"v"}}],{MIRROR}"#
    );
    let row = expect(&parts, No, No, "cn-beijing");
    assert_eq!(row.copies[0].answer, No);
}

#[test]
fn one_refused_vault_beside_a_good_one_is_no_copy() {
    let plan = read(
        r#"{"format":"vaultplan/1","vaults":[{"id":"a","name":"a","region":"cn-hangzhou"},{"id":"b","name":"b","region":"cn-shanghai"}],
        "sources":[{"id":"s","type":"OSS","region":"cn-hangzhou","vault":"a"}],
        "policies":[{"id":"p","name":"daily","sources":["s"],"rules":[{"type":"BACKUP","vault":"b","retentionDays":9}]}]}"#,
    );
    let (row, said) = one(&plan);
    assert_eq!((row.backed, row.offsite), (Yes, No), "{said:?}");
}

#[test]
fn what_nothing_tells_is_not_known() {
    // Tags choose the sources of a policy.
    let tags = r#""sources":[{"id":"s","type":"OSS"}],"policies":[{"id":"p","name":"daily",
        "rules":[{"type":"BACKUP","vault":"v"},{"type":"TAG","tags":[{"key":"a"}]}]}]"#;
    expect(tags, Unknown, Unknown, "/sources/0/vault");
    // A policy lists a source that the plan does not have.
    let misspelt = r#""sources":[{"id":"s","type":"OSS"}],"policies":[{"id":"p","name":"daily","sources":["S"],
        "rules":[{"type":"BACKUP","vault":"v"}]}]"#;
    expect(misspelt, Unknown, Unknown, "/sources/0/vault");
    // A vault that the plan does not have.
    let nowhere = r#""sources":[{"id":"s","type":"OSS","vault":"x"}]"#;
    expect(nowhere, Unknown, Unknown, "/sources/0/vault");
    // A type that nobody knows.
    let word = format!(r#""sources":[{{"id":"s","type":"Fil","vault":"v"}}],{MIRROR}"#);
    expect(&word, Unknown, Unknown, "/sources/0/type");
    // A policy whose backups go nobody knows where.
    let open = r#""sources":[{"id":"s","type":"OSS"}],"policies":[{"id":"p","name":"daily","type":"STANDARD","sources":["s"],
        "rules":[{"type":"BACKUP"}]}]"#;
    expect(open, Unknown, Unknown, "/policies/0/rules/0/vault");
}

#[test]
fn a_mirror_is_no_vault_to_back_up_to() {
    let parts = format!(r#""sources":[{{"id":"s","type":"OSS","vault":"m"}}],{MIRROR}"#);
    expect(&parts, No, No, "mirror");
}

#[test]
fn a_policy_without_a_backup_rule_backs_nothing_up() {
    let parts = r#""sources":[{"id":"s","type":"OSS"}],"policies":[{"id":"p","name":"daily","type":"STANDARD","sources":["s"],
        "rules":[{"type":"REPLICATION","replicationRegion":"cn-shanghai"}]}]"#;
    expect(parts, No, No, "no rule that makes backups");
    let misfit = r#""sources":[{"id":"s","type":"MYSQL"}],"policies":[{"id":"p","name":"daily","sources":["s"],
        "rules":[{"type":"BACKUP","vault":"v"}]}]"#;
    expect(misfit, No, No, "can serve it");
}

#[test]
fn changes_take_copies_away() {
    let after = |steps: &str| format!(r#"{FILES},{MIRROR},"changes":[{steps}]"#);
    expect(
        &after(r#"{"do":"delete","object":"m"}"#),
        Yes,
        No,
        "deletes mirror",
    );
    expect(
        &after(r#"{"do":"delete","object":"m"},{"do":"create","object":"m"}"#),
        Yes,
        Yes,
        "",
    );
    expect(
        &after(r#"{"do":"delete","object":"m"},{"do":"delete","object":"v"}"#),
        No,
        No,
        "deletes vault",
    );
    let stopped = format!(
        r#""edition":"replication-target",{}"#,
        after(r#"{"do":"stop-replication","object":"m"}"#)
    );
    expect(&stopped, Yes, Unknown, "stops the replication");
    let rebuilt = after(r#"{"do":"replace","object":"v"}"#);
    let (row, said) = one(&plan(&rebuilt));
    assert_eq!(row.backed, Yes, "{said:?}");
}

#[test]
fn a_mirror_of_which_nobody_knows_whether_it_is_there_is_unknown() {
    for status in ["INITIALIZING", "ERROR", "UNKNOWN"] {
        let mirror = MIRROR.replace('}', &format!(r#","status":"{status}"}}"#));
        let (row, said) = one(&plan(&format!("{FILES},{mirror}")));
        assert_ne!(row.offsite, Yes, "{status}: {said:?}");
    }
}

#[test]
fn an_import_that_did_not_look_everywhere_leaves_it_open() {
    let plan = read(
        r#"{"format":"vaultplan/1","answers":[{"operation":"DescribeVaults","regions":["cn-hangzhou"]}],
        "vaults":[{"id":"v","name":"erp","region":"cn-hangzhou","origin":{"file":"a.json"}}],
        "sources":[{"id":"s","type":"OSS","region":"cn-hangzhou","vault":"v"}]}"#,
    );
    let (row, said) = one(&plan);
    assert_eq!((row.backed, row.offsite), (Yes, Unknown), "{said:?}");
    assert_eq!(said, ["/vaults/0"]);
}

#[test]
fn how_long_is_said_only_where_a_policy_says_it() {
    let (row, _) = one(&plan(FILES));
    assert_eq!((row.kept_days, row.remote_days), (None, None));
    let parts = r#""sources":[{"id":"s","type":"OSS"}],"policies":[{"id":"p","name":"daily","sources":["s"],
        "rules":[{"type":"BACKUP","vault":"v","permanent":true}]}]"#;
    let plan = plan(parts);
    let (facts, table) = in_edition(&plan, plan.edition());
    assert_eq!(
        cell(&facts, &table.rows[0], Column::Kept, Lang::En),
        "for good"
    );
}

#[test]
fn the_slugs_that_refuse_are_rules_of_severity_error() {
    let lists = [
        coverage::REFUSE_BACKUP,
        coverage::REFUSE_COPY,
        coverage::REFUSE_VAULT,
        coverage::REFUSE_WRITER,
    ];
    for slug in lists.into_iter().flatten() {
        let doc = rules::find(slug).unwrap_or_else(|| panic!("no rule {slug}"));
        assert_eq!(doc.rule.severity, Severity::Error, "{slug}");
    }
}

/// What must hold of the table of any plan.
fn holds(text: &str, edition: Edition) -> Result<(), TestCaseError> {
    let plan = read(text);
    let now = Some(1_795_248_000);
    let options = Options {
        edition: Some(edition),
        now,
    };
    // What the plan sets aside is left out of the report and must not matter here.
    let mut strict = plan.clone();
    strict.settings = None;
    let report = report::check(&strict, options);
    let facts = Facts::new(&plan, edition, now);
    let table = coverage(&facts);
    prop_assert_eq!(table.rows.len(), plan.sources.len());
    let Totals {
        sources,
        with,
        without,
        unknown,
    } = table.totals;
    prop_assert_eq!(sources, with + without + unknown);
    prop_assert_eq!(sources, plan.sources.len());
    let refused = |kind: ObjectKind, index: usize| {
        report.findings.iter().any(|f| {
            f.severity == Severity::Error
                && matches!(f.outcome, Outcome::Fail(_))
                // What is said of those who write to a mirror refuses them, not the mirror.
                && !coverage::REFUSE_WRITER.contains(&f.rule.slug)
                && (f.spot().object.kind, f.spot().object.index) == (kind, index)
        })
    };
    for (index, row) in table.rows.iter().enumerate() {
        prop_assert_eq!(row.source.index, index);
        prop_assert_eq!(row.offsite == Yes, row.by.is_some());
        if row.offsite != Yes {
            prop_assert!(
                !row.reasons.is_empty() || !row.missing.is_empty(),
                "no reason"
            );
        }
        if row.backed != Yes {
            prop_assert!(row.offsite != Yes);
        }
        let copies = row.copies.iter().filter(|copy| copy.answer == Yes);
        for copy in copies {
            let region = coverage::region(&facts, row.source, copy.lies);
            prop_assert!(region.is_some());
            match copy.lies {
                Lies::Mirror(at) => {
                    let mirror = &facts.mirrors[at];
                    if mirror.implied_by.is_none() {
                        prop_assert!(!refused(ObjectKind::Mirror, at), "mirror {}", at);
                    }
                    let vault = facts.source_vault(mirror).unwrap();
                    prop_assert!(vault.region().unwrap().id != region.unwrap().id);
                    let answers = restorable::restorable(&facts, Store::Mirror(mirror));
                    let own = answers.rows.iter().find(|r| r.source == Some(row.source));
                    let own = own.map(|own| own.answer);
                    // A step of the change plan may bind the source: then the vault does not hold it yet.
                    prop_assert!(own.is_none_or(|own| own == restorable::Answer::Possible));
                }
                Lies::Vault(_) | Lies::ByPolicy(_) => {}
                Lies::Snapshots => prop_assert!(false, "snapshots at home are no copy"),
            }
        }
        // The rules that miss a second copy and the table cannot contradict each other.
        if let [home] = row.homes.as_slice()
            && let Lies::Vault(at) = home.lies
            && !matches!(facts.vaults[at].second_copy, SecondCopy::Exists)
        {
            prop_assert!(row.offsite != Yes, "vault {}", at);
        }
    }
    for lang in Lang::ALL {
        let text = csv::write(&facts, &table, lang);
        let rows = parse(&text);
        prop_assert_eq!(rows.len(), table.rows.len() + 1);
        prop_assert!(rows.iter().all(|row| row.len() == Column::ALL.len()));
        for cell in rows.iter().flatten() {
            prop_assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{}",
                cell
            );
        }
        let plain = as_json::coverage(&facts, &table, lang);
        let value: Value = serde_json::to_value(&plain).unwrap();
        prop_assert_eq!(value["rows"].as_array().unwrap().len(), table.rows.len());
        for row in &table.rows {
            for reason in &row.reasons {
                let open = reason.say(lang).contains("{source}");
                prop_assert!(!open);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_table_of_any_plan_is_sound(text in plans(), edition in 0..4_usize) {
        holds(&text, Edition::ALL[edition])?;
    }

    #[test]
    fn the_table_of_small_estates_is_sound(number in any::<u64>(), edition in 0..4_usize) {
        holds(&estate(number), Edition::ALL[edition])?;
    }
}

#[test]
fn the_table_of_every_example_is_sound() {
    let mut answers = [0; 3];
    for file in RULES.dirs().flat_map(|folder| folder.files()) {
        let name = file.path().to_string_lossy();
        if !name.ends_with(".json") || name.contains(".findings") || name.contains(".fixed") {
            continue;
        }
        let text = file.contents_utf8().expect("a text");
        for edition in Edition::ALL {
            holds(text, edition).unwrap_or_else(|why| panic!("{name}: {why}"));
            let plan = read(text);
            let totals = in_edition(&plan, edition).1.totals;
            answers[0] += totals.with;
            answers[1] += totals.without;
            answers[2] += totals.unknown;
        }
    }
    // Each answer comes up often: otherwise the examples would hold little.
    assert!(answers.iter().all(|count| *count > 20), "{answers:?}");
}

/// A reader of RFC 4180, written apart from the writer.
fn parse(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a mark in front");
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    assert!(row.is_empty() && cell.is_empty(), "the last line ends");
    rows
}

#[test]
fn cells_are_quoted_and_guarded() {
    let name = "=cmd|'/c calc'!A1, \"库\"\nnext";
    let text = json!({"format": "vaultplan/1", "sources": [
        {"id": "@a", "type": "+OSS", "name": name}, {"id": "-b", "type": "OSS", "name": "\tx"}]});
    let plan = read(&text.to_string());
    let (facts, table) = in_edition(&plan, Edition::MirrorVault);
    let written = csv::write(&facts, &table, Lang::Zh);
    assert!(written.starts_with("\u{feff}数据源 (source),数据源 ID (id),"));
    assert!(written.contains("\"'=cmd|'/c calc'!A1, \"\"库\"\"\nnext\",'@a,'+OSS,"));
    let rows = parse(&written);
    assert_eq!(rows[1][0], format!("'{name}"));
    assert_eq!(rows[2][..2], ["'\tx", "'-b"]);
}

#[test]
fn ids_of_columns_stay() {
    let ids: Vec<_> = Column::ALL.map(Column::id).to_vec();
    assert_eq!(
        ids.join(" "),
        "source id type region sizeGB backedUp vaults vaultRegions encryption keptDays copies offsite \
         offsiteRegion offsiteKeptDays restore why missing"
    );
}

#[test]
fn ten_thousand_sources_are_no_hang() {
    let sources: Vec<Value> = (0..10_000)
        .map(|i| json!({"id": format!("s{i}"), "type": "ECS_FILE", "region": "cn-hangzhou", "vault": "hub"}))
        .collect();
    let ids: Vec<String> = (0..10_000).map(|i| format!("s{i}")).collect();
    let mirrors: Vec<Value> = (0..10_000)
        .map(|i| json!({"id": format!("m{i}"), "source": "hub", "region": format!("cn-r{i}")}))
        .collect();
    let rule = json!({"type": "REPLICATION", "replicationRegion": "cn-beijing"});
    let mut rules = vec![&rule; 10_000];
    let backup = json!({"type": "BACKUP", "vault": "hub"});
    rules.push(&backup);
    let policies = json!([{"id": "p", "name": "daily", "sources": ids, "rules": rules}]);
    let text = json!({"format": "vaultplan/1", "vaults": [{"id": "hub", "name": "hub", "region": "cn-hangzhou"}],
        "replicationRegions": ["cn-hangzhou"], "sources": sources, "mirrors": mirrors, "policies": policies});
    let plan = read(&text.to_string());
    for edition in Edition::ALL {
        let start = std::time::Instant::now();
        let (_, table) = in_edition(&plan, edition);
        assert_eq!(table.totals.sources, 10_000);
        assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
    }
}

#[test]
fn a_table_is_sorted_by_any_column_and_the_unstated_comes_last() {
    let plan = read(include_str!("../golden/coverage/every-answer.json"));
    let (facts, table) = in_edition(&plan, Edition::MirrorVault);
    let by = |column, down| -> Vec<String> {
        sorted(&facts, &table, column, down, Lang::En)
            .into_iter()
            .map(|at| cell(&facts, &table.rows[at], column, Lang::En))
            .collect()
    };
    let sizes = by(Column::Size, false);
    assert_eq!(sizes, ["75", "160", "420", "900", "2100", "", "", ""]);
    assert_eq!(by(Column::Size, true)[..2], ["2100", "900"]);
    assert_eq!(by(Column::Size, true)[5..], ["", "", ""]);
    assert_eq!(
        by(Column::Source, false)[..3],
        ["=office share", "build server", "erp-app"]
    );
    let answers = by(Column::Offsite, false);
    assert_eq!(answers[..5], ["No", "No", "No", "No", "Unknown"]);
    for column in Column::ALL {
        let mut all = sorted(&facts, &table, column, true, Lang::Zh);
        all.sort_unstable();
        assert_eq!(all, (0..8).collect::<Vec<_>>());
    }
}
