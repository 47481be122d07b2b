//! What decided a verdict: found by taking values away, for every rule alike.

use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::model;
use vaultplan::questions::evidence::{Explained, Seen, explain};
use vaultplan::report::{self, Options};
use vaultplan::rules::DOCS;

const NOW: Options = Options {
    edition: None,
    now: Some(1_795_248_000),
};

fn of(text: &str, rule: &str, kind: ObjectKind) -> Explained {
    let mut plan = model::read_text(text).expect("a plan").into_owned();
    let before = plan.clone();
    let object = ObjectRef::new(kind, 0);
    let explained = explain(&mut plan, rule, Some(object), NOW).expect("a rule of the edition");
    assert_eq!(plan, before, "the plan is as before");
    explained.into_iter().next().expect("one subject")
}

fn pointers(explained: &Explained) -> Vec<&str> {
    explained
        .evidence
        .iter()
        .map(|e| e.pointer.as_str())
        .collect()
}

#[test]
fn a_failure_is_decided_by_both_regions_and_what_joins_them() {
    let text = r#"{"format":"vaultplan/1","name":"n",
        "vaults":[{"id":"v","name":"erp","region":"cn-hangzhou","note":"x"}],
        "mirrors":[{"id":"r","source":"v","region":"cn-hangzhou"}]}"#;
    let explained = of(text, "mirror-same-region", ObjectKind::Mirror);
    assert_eq!(explained.seen, Seen::Fail);
    assert_eq!(
        pointers(&explained),
        ["/mirrors/0/source", "/mirrors/0/region", "/vaults/0/region"]
    );
    assert!(!explained.cut);
}

#[test]
fn a_pass_is_explained_as_well() {
    let text = r#"{"format":"vaultplan/1",
        "vaults":[{"id":"v","name":"erp","region":"cn-hangzhou","trial":{"source":"OSS"}}],
        "mirrors":[{"id":"r","source":"v","region":"cn-shanghai","createdAt":"2026-01-01T00:00:00Z"}],
        "changes":[{"do":"convert-trial","object":"v"},{"do":"create","object":"r"}]}"#;
    let explained = of(text, "mirror-source-trial-oss-nas", ObjectKind::Mirror);
    assert_eq!(explained.seen, Seen::Pass);
    // What joins them decides; and without the conversion it would fail.
    let found = pointers(&explained);
    assert!(found.contains(&"/mirrors/0/source"), "{found:?}");
    let conversion = explained
        .evidence
        .iter()
        .find(|e| e.pointer == "/changes/0/object")
        .expect("the conversion decides");
    assert_eq!(conversion.without, Some(Seen::Fail));
    assert_eq!(conversion.value, "\"v\"");
}

#[test]
fn every_failing_example_has_evidence_and_stays_as_it_was() {
    let mut without = Vec::new();
    for doc in DOCS {
        let mut plan = model::read_text(doc.fails)
            .expect("the example")
            .into_owned();
        let before = plan.clone();
        let objects: Vec<ObjectRef> = {
            let report = report::check(&plan, NOW);
            let all = report.findings.iter().chain(&report.practice);
            all.filter(|f| f.rule.slug == doc.rule.slug)
                .map(|f| f.spot().object)
                .collect()
        };
        for object in objects {
            let explained = explain(&mut plan, doc.rule.slug, Some(object), NOW);
            let one = explained.expect("the rule holds").into_iter().next();
            let one = one.expect("one subject");
            if one.seen == Seen::Fail && one.evidence.is_empty() {
                without.push(doc.rule.slug);
            }
        }
        assert_eq!(plan, before, "{}", doc.rule.slug);
    }
    // What rests on silence alone has no value to name.
    let silent = [
        "vault-name-empty",
        "vault-region-missing",
        "vault-without-client",
        "no-immutable-copy",
        "single-account",
        "alerts-not-planned",
        "no-restore-test",
        "fewer-than-three-copies",
        "source-unprotected",
        // Nor what rests on a number of objects, or on an object as a whole.
        "vault-quota",
        "trial-own-vault",
        "import-page-incomplete",
    ];
    without.retain(|slug| !silent.contains(slug));
    assert_eq!(without, [""; 0]);
}

#[test]
fn all_subjects_of_a_rule_are_listed() {
    let text = r#"{"format":"vaultplan/1","vaults":[{"id":"v","name":"erp","region":"cn-hangzhou"}],
        "mirrors":[{"id":"r","source":"v","region":"cn-shanghai"},{"id":"q","source":"v","region":"cn-hangzhou"}]}"#;
    let mut plan = model::read_text(text).expect("a plan").into_owned();
    let all = explain(&mut plan, "M001", None, NOW).expect("a rule");
    let seen: Vec<_> = all.iter().map(|one| one.seen).collect();
    assert_eq!(seen, [Seen::Pass, Seen::Fail]);
    let mut other = NOW;
    other.edition = Some(vaultplan::catalog::editions::Edition::Hbr2019);
    assert!(explain(&mut plan, "mirror-frequency-set", None, other).is_none());
}
