//! The settings of a plan: severities, and findings that are set aside. And the fixes that are taken all at once.

use vaultplan::catalog::editions::Edition;
use vaultplan::finding::{Safety, Severity};
use vaultplan::model::{self, Topology};
use vaultplan::report::mend::{Take, mend};
use vaultplan::report::{self, Options, PlanVerdict, Report};

const NOW: Options = Options {
    edition: None,
    now: Some(1_795_248_000),
};

/// A pair in one region, with these settings.
fn pair(settings: &str) -> Topology<'static> {
    let text = format!(
        r#"{{"format":"vaultplan/1","settings":{settings},
        "vaults":[{{"id":"v","name":"erp","region":"cn-hangzhou"}}],
        "mirrors":[{{"id":"r","source":"v","region":"cn-hangzhou"}}]}}"#
    );
    model::read_text(&text).expect("a plan").into_owned()
}

fn rules(report: &Report<'_>) -> Vec<&'static str> {
    report.findings.iter().map(|f| f.rule.slug).collect()
}

#[test]
fn a_chosen_severity_counts_in_the_verdict() {
    for (word, verdict, found) in [
        ("error", PlanVerdict::Fail, 1),
        ("warning", PlanVerdict::Pass, 1),
        ("advice", PlanVerdict::Pass, 1),
        ("off", PlanVerdict::Pass, 0),
    ] {
        let plan = pair(&format!(
            r#"{{"severities":[{{"rule":"m001","severity":"{word}"}}]}}"#
        ));
        let report = report::check(&plan, NOW);
        assert_eq!(report.verdict(), verdict, "{word}");
        assert_eq!(report.findings.len(), found, "{word}");
        let judged = |slug| report.counts.iter().any(|c| c.rule.slug == slug);
        assert_eq!(judged("mirror-same-region"), word != "off", "{word}");
    }
}

#[test]
fn what_is_set_aside_is_kept_apart_with_its_reason() {
    let plan = pair(
        r#"{"suppressions":[{"rule":"mirror-same-region","object":"r","reason":"a lab","owner":"us"}]}"#,
    );
    let report = report::check(&plan, NOW);
    assert_eq!(report.verdict(), PlanVerdict::Pass);
    assert_eq!(rules(&report), [""; 0]);
    assert_eq!(report.aside.len(), 1);
    assert_eq!(report.aside[0].finding.severity, Severity::Error);
    let json = serde_json::to_value(report::json::report(
        &report,
        vaultplan::lang::Lang::En,
        None,
    ))
    .expect("JSON");
    let aside = &json["suppressed"][0];
    assert_eq!(aside["reason"], "a lab");
    assert_eq!(aside["owner"], "us");
    assert_eq!(aside["by"], "/settings/suppressions/0");
    assert_eq!(aside["finding"]["rule"], "mirror-same-region");
}

#[test]
fn a_suppression_holds_to_its_end_and_not_without_a_clock() {
    let plan = pair(
        r#"{"suppressions":[{"rule":"mirror-same-region","reason":"a lab","until":"2026-11-21T08:00:00Z"}]}"#,
    );
    assert_eq!(report::check(&plan, NOW).verdict(), PlanVerdict::Pass);
    let later = Options {
        now: NOW.now.map(|now| now + 1),
        ..NOW
    };
    let report = report::check(&plan, later);
    assert_eq!(report.verdict(), PlanVerdict::Fail);
    assert_eq!(
        rules(&report),
        ["mirror-same-region", "suppression-expired"]
    );
    let report = report::check(&plan, Options::default());
    assert_eq!(report.verdict(), PlanVerdict::Fail);
    assert_eq!(report.undecided(), 1);
}

#[test]
fn a_suppression_of_another_object_sets_nothing_aside() {
    let plan =
        pair(r#"{"suppressions":[{"rule":"mirror-same-region","object":"v","reason":"a lab"}]}"#);
    let report = report::check(&plan, NOW);
    assert_eq!(report.verdict(), PlanVerdict::Fail);
    assert_eq!(rules(&report), ["mirror-same-region", "suppression-unused"]);
}

#[test]
fn very_many_settings_end() {
    let one = r#"{"rule":"mirror-same-region","object":"x","reason":"a"},"#.repeat(20_000);
    let plan = pair(&format!(
        r#"{{"suppressions":[{one}{{"rule":"M001","reason":"last"}}]}}"#
    ));
    let report = report::check(&plan, NOW);
    // Past the limit a suppression does not hold: what is found stays shown.
    assert_eq!(report.verdict(), PlanVerdict::Fail);
}

#[test]
fn safe_fixes_leave_no_safe_fix() {
    let mirrors: Vec<String> = (0..500)
        .map(|n| {
            format!(r#"{{"id":"r{n}","source":"v{n}","region":"cn-shanghai","schedule":"weekly"}}"#)
        })
        .collect();
    let vaults: Vec<String> = (0..500)
        .map(|n| format!(r#"{{"id":"v{n}","name":"n{n}","region":"cn-hangzhou"}}"#))
        .collect();
    let text = format!(
        r#"{{"format":"vaultplan/1","vaults":[{}],"mirrors":[{}]}}"#,
        vaults.join(","),
        mirrors.join(",")
    );
    let mut plan = model::read_text(&text).expect("a plan").into_owned();
    let taken = mend(&mut plan, Take::Safe, NOW);
    assert_eq!(taken.len(), 500);
    assert!(taken.iter().all(|one| one.safety == Safety::Safe));
    let report = report::check(&plan, NOW);
    let safe = |f: &vaultplan::finding::Finding| f.fixes().iter().any(|x| x.safety == Safety::Safe);
    assert!(!report.findings.iter().any(safe));
}

#[test]
fn fixes_of_one_rule_move_lists_one_at_a_time() {
    let text = r#"{"format":"vaultplan/1",
        "vaults":[{"id":"a","name":"a","region":"cn-hangzhou"},{"id":"b","name":"b","region":"cn-beijing"}],
        "mirrors":[{"id":"a1","source":"a","region":"cn-shanghai"},{"id":"a2","source":"a","region":"cn-beijing"},
        {"id":"a3","source":"a","region":"cn-shenzhen"},{"id":"b1","source":"b","region":"cn-shanghai"},
        {"id":"b2","source":"b","region":"cn-hangzhou"}]}"#;
    let mut plan = model::read_text(text).expect("a plan").into_owned();
    let taken = mend(&mut plan, Take::Rule("M002"), NOW);
    assert!(!taken.is_empty());
    let report = report::check(&plan, NOW);
    assert!(!rules(&report).contains(&"mirror-more-than-one"));
    let ids: Vec<_> = plan.mirrors.iter().map(|m| &*m.id).collect();
    assert_eq!(ids, ["a1", "b1"]);
}

#[test]
fn editions_are_compared_finding_by_finding() {
    let text = r#"{"format":"vaultplan/1",
        "vaults":[{"id":"a","name":"a","region":"cn-hangzhou","type":"ARCHIVE"}],
        "mirrors":[{"id":"a1","source":"a","region":"cn-hangzhou","schedule":"weekly"}]}"#;
    let plan = model::read_text(text).expect("a plan");
    let now = NOW.now;
    let both =
        vaultplan::questions::editions::compare(&plan, Edition::MirrorVault, Edition::Hbr2019, now);
    let gone: Vec<_> = both
        .gone
        .iter()
        .map(|at| both.from.findings[*at].rule.slug)
        .collect();
    assert!(gone.contains(&"mirror-frequency-set"), "{gone:?}");
    assert!(!gone.contains(&"mirror-same-region"), "{gone:?}");
    let back =
        vaultplan::questions::editions::compare(&plan, Edition::Hbr2019, Edition::MirrorVault, now);
    assert_eq!(back.added.len(), both.gone.len());
    assert_eq!(back.gone.len(), both.added.len());
    assert_eq!(back.changed.len(), both.changed.len());
}
