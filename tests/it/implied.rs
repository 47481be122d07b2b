//! Mirrors that policies make: judged like those of the plan, spoken of where the policy's rule stands.

use vaultplan::model::{self, Topology};
use vaultplan::questions::{eligible, encryption};
use vaultplan::report::{self, Options, Report};

fn plan(region: &str, mirrors: &str) -> Topology<'static> {
    let text = format!(
        r#"{{"format":"vaultplan/1","vaults":[{{"id":"v","name":"erp","region":"cn-hangzhou"}}],"mirrors":[{mirrors}],
        "policies":[{{"id":"p","name":"daily","rules":[{{"type":"BACKUP","vault":"v","schedule":"I|1767225600|P1D"}},
        {{"type":"REPLICATION","replicationRegion":"{region}"}}]}}]}}"#
    );
    model::read_text(&text).expect("a plan").into_owned()
}

fn found(report: &Report<'_>, slug: &str) -> Vec<(String, String)> {
    let findings = report.findings.iter().filter(|f| f.rule.slug == slug);
    findings
        .map(|f| {
            let message = report::json::message(f, vaultplan::lang::Lang::En);
            (f.spot().pointer(), message)
        })
        .collect()
}

#[test]
fn a_finding_about_such_a_mirror_stands_at_the_rule_of_the_policy() {
    let plan = plan("cn-hangzhou", "");
    let report = report::check(&plan, Options::default());
    let found = found(&report, "mirror-same-region");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "/policies/0/rules/1/replicationRegion");
    assert!(found[0].1.contains("`daily`"), "{found:?}");
}

#[test]
fn its_fix_changes_the_rule_and_mends() {
    let mut plan = plan("cn-hangzhou", "");
    let patch = {
        let report = report::check(&plan, Options::default());
        let finding = report
            .findings
            .iter()
            .find(|f| f.rule.slug == "mirror-same-region")
            .expect("a finding");
        let fix = finding.fixes().iter().find(|fix| !fix.patch.is_empty());
        fix.expect("a fix that can be taken").patch.clone()
    };
    let inverse = model::apply(&mut plan, &patch).expect("the fix applies");
    let report = report::check(&plan, Options::default());
    assert!(found(&report, "mirror-same-region").is_empty());
    drop(report);
    model::apply(&mut plan, &inverse).expect("the fix is taken back");
    let report = report::check(&plan, Options::default());
    assert_eq!(found(&report, "mirror-same-region").len(), 1);
}

#[test]
fn a_mirror_that_the_plan_lists_is_not_counted_twice() {
    let one = plan(
        "cn-shanghai",
        r#"{"id":"r","source":"v","region":"cn-shanghai"}"#,
    );
    let report = report::check(&one, Options::default());
    assert_eq!(report.facts.mirrors.len(), 1);
    let other = plan(
        "cn-beijing",
        r#"{"id":"r","source":"v","region":"cn-shanghai"}"#,
    );
    let report = report::check(&other, Options::default());
    assert_eq!(report.facts.mirrors.len(), 2);
    assert_eq!(found(&report, "mirror-more-than-one").len(), 1);
}

#[test]
fn questions_list_the_mirrors_of_the_plan_alone() {
    let plan = plan("cn-shanghai", "");
    let report = report::check(&plan, Options::default());
    assert!(encryption::pairs(&report.facts).is_empty());
    assert_eq!(eligible::eligible(&report.facts).len(), 1);
}

#[test]
fn very_many_policies_on_one_vault_end() {
    let rule = |n: usize| {
        format!(
            r#"{{"id":"p{n}","rules":[{{"type":"BACKUP","vault":"v"}},{{"type":"REPLICATION","replicationRegion":"x{n}"}}]}}"#
        )
    };
    let rules: Vec<String> = (0..20_000).map(rule).collect();
    let text = format!(
        r#"{{"format":"vaultplan/1","vaults":[{{"id":"v","name":"erp","region":"cn-hangzhou"}}],"policies":[{}]}}"#,
        rules.join(",")
    );
    let plan = model::read_text(&text).expect("a plan");
    let report = report::check(&plan, Options::default());
    assert!(report.facts.mirrors.len() <= vaultplan::catalog::limits::MIRRORS_IN_A_FIX);
}
