//! Change plans in an order that the service accepts.

use vaultplan::facts::Facts;
use vaultplan::model::{self, Topology};
use vaultplan::questions::steps::{After, Step, Why, corrected, ordered};
use vaultplan::report::{self, Options};

const ESTATE: &str = r#""vaults":[{"id":"v","name":"erp","region":"cn-hangzhou"},{"id":"w","name":"crm","region":"cn-hangzhou"}],
    "mirrors":[{"id":"r","source":"v","region":"cn-shanghai"},{"id":"q","source":"w","region":"cn-shanghai"}]"#;

fn plan(edition: &str, changes: &str) -> Topology<'static> {
    let text = format!(
        r#"{{"format":"vaultplan/1","edition":"{edition}",{ESTATE},"changes":[{changes}]}}"#
    );
    model::read_text(&text).expect("a plan").into_owned()
}

/// The corrected steps as `do object`, or nothing when no order helps.
fn words(plan: &Topology<'static>) -> Option<Vec<String>> {
    let facts = Facts::new(plan, plan.edition(), None);
    let ordered = ordered(&facts)?;
    let corrected = corrected(plan, &ordered);
    let steps = corrected.changes.iter();
    Some(
        steps
            .map(|change| format!("{} {}", change.kind.word(), &*change.object))
            .collect(),
    )
}

/// Whether a rule about the order of steps fails.
fn refused(plan: &Topology<'_>) -> bool {
    let report = report::check(plan, Options::default());
    report
        .findings
        .iter()
        .any(|f| f.rule.slug == "delete-source-before-mirror")
}

#[test]
fn the_mirror_goes_first() {
    let plan = plan(
        "mirror-vault",
        r#"{"do":"delete","object":"v"},{"do":"delete","object":"r"}"#,
    );
    assert!(refused(&plan));
    assert_eq!(words(&plan).expect("an order"), ["delete r", "delete v"]);
}

#[test]
fn a_missing_step_is_put_in_just_before() {
    let mirrors = plan(
        "mirror-vault",
        r#"{"do":"delete","object":"q"},{"do":"delete","object":"v"},{"do":"delete","object":"w"}"#,
    );
    assert_eq!(
        words(&mirrors).expect("an order"),
        ["delete q", "delete r", "delete v", "delete w"]
    );
    let targets = plan("replication-target", r#"{"do":"delete","object":"v"}"#);
    assert_eq!(
        words(&targets).expect("an order"),
        ["stop-replication r", "delete v"]
    );
    for plan in [mirrors, targets] {
        let facts = Facts::new(&plan, plan.edition(), None);
        let order = ordered(&facts).expect("an order");
        assert!(order.changed);
        assert!(order.steps.iter().any(|s| matches!(s, Step::Added { .. })));
        assert!(refused(&plan) && !refused(&corrected(&plan, &order)));
    }
}

#[test]
fn a_good_plan_stays_as_it_is() {
    for (edition, changes) in [
        ("mirror-vault", ""),
        (
            "mirror-vault",
            r#"{"do":"delete","object":"r"},{"do":"delete","object":"v"}"#,
        ),
        (
            "replication-target",
            r#"{"do":"stop-replication","object":"r"},{"do":"delete","object":"v"}"#,
        ),
        (
            "mirror-vault",
            r#"{"do":"create","object":"v"},{"do":"create","object":"r"}"#,
        ),
    ] {
        let plan = plan(edition, changes);
        let facts = Facts::new(&plan, plan.edition(), None);
        assert!(!ordered(&facts).expect("an order").changed, "{changes}");
    }
}

#[test]
fn what_is_made_comes_before_what_uses_it() {
    let plan = plan(
        "mirror-vault",
        r#"{"do":"create","object":"r"},{"do":"convert-trial","object":"v"},{"do":"switch-on-lock","object":"v"},{"do":"create","object":"v"}"#,
    );
    assert_eq!(
        words(&plan).expect("an order"),
        [
            "create v",
            "convert-trial v",
            "create r",
            "switch-on-lock v"
        ]
    );
}

#[test]
fn a_circle_has_no_order() {
    let plan = plan(
        "mirror-vault",
        r#"{"do":"create","object":"r"},{"do":"delete","object":"r"},{"do":"replace","object":"v"}"#,
    );
    // The mirror is made after its source is made again, yet has to go before that.
    assert_eq!(words(&plan), None);
}

#[test]
fn very_many_steps_end() {
    let vaults: Vec<String> = (0..5_000)
        .map(|n| format!(r#"{{"id":"v{n}","name":"n{n}","region":"cn-hangzhou"}}"#))
        .collect();
    let mirrors: Vec<String> = (0..5_000)
        .map(|n| format!(r#"{{"id":"r{n}","source":"v{n}","region":"cn-shanghai"}}"#))
        .collect();
    let changes: Vec<String> = (0..5_000)
        .map(|n| format!(r#"{{"do":"delete","object":"v{n}"}}"#))
        .collect();
    let text = format!(
        r#"{{"format":"vaultplan/1","vaults":[{}],"mirrors":[{}],"changes":[{}]}}"#,
        vaults.join(","),
        mirrors.join(","),
        changes.join(",")
    );
    let plan = model::read_text(&text).expect("a plan").into_owned();
    assert_eq!(words(&plan).expect("an order").len(), 10_000);
}

#[test]
fn each_place_has_its_reason() {
    let plan = plan(
        "mirror-vault",
        r#"{"do":"delete","object":"w"},{"do":"delete","object":"v"},{"do":"delete","object":"q"}"#,
    );
    let facts = Facts::new(&plan, plan.edition(), None);
    let order = ordered(&facts).expect("an order");
    assert_eq!(
        words(&plan).expect("an order"),
        ["delete r", "delete v", "delete q", "delete w"]
    );
    let because = |step| After {
        step,
        why: Why::MirrorBeforeVault,
    };
    assert_eq!(
        order.after,
        [vec![], vec![because(0)], vec![], vec![because(2)]]
    );
    // Every reason names a step that stands before.
    for (at, reasons) in order.after.iter().enumerate() {
        assert!(reasons.iter().all(|after| after.step < at));
    }
}
