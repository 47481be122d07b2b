//! The rules on mirrors where examples are too small: circles, chains, many mirrors of one vault, and how often
//! one cause is said.
#![expect(clippy::expect_used, reason = "a helper of tests may stop them")]

use std::fmt::Write as _;

use vaultplan::catalog::editions::Edition;
use vaultplan::finding::{Category, Finding, Outcome};
use vaultplan::lang::Lang;
use vaultplan::model::{self, Topology};
use vaultplan::report::{self, Options, Report};

use super::corpus;

fn read(text: &str) -> Topology<'_> {
    model::read_text(text).expect("the plan reads")
}

fn check<'t>(plan: &'t Topology<'t>, edition: Edition) -> Report<'t> {
    let edition = Some(edition);
    report::check(plan, Options { edition, now: None })
}

fn of<'r>(report: &'r Report<'_>, slug: &str) -> Vec<&'r Finding> {
    report
        .findings
        .iter()
        .filter(|f| f.rule.slug == slug)
        .collect()
}

/// A plan of mirrors alone, each `(id, source)`, every one in another region than the one before it.
fn mirrors(pairs: &[(&str, &str)]) -> String {
    let regions = ["cn-hangzhou", "cn-shanghai", "cn-beijing", "cn-shenzhen"];
    let mut text = r#"{"format": "vaultplan/1", "mirrors": ["#.to_owned();
    for (at, ((id, source), region)) in pairs.iter().zip(regions.iter().cycle()).enumerate() {
        let comma = if at == 0 { "" } else { "," };
        write!(
            text,
            r#"{comma}{{"id": "{id}", "name": "{id}", "source": "{source}", "region": "{region}"}}"#
        )
        .expect("texts take all");
    }
    text.push_str("]}");
    text
}

#[test]
fn a_circle_is_said_once_at_its_first_member() {
    for edition in Edition::ALL {
        let text = mirrors(&[("a", "c"), ("b", "a"), ("c", "b")]);
        let plan = read(&text);
        let report = check(&plan, edition);
        let found = of(&report, "mirror-cycle");
        assert_eq!(found.len(), 1, "{edition:?}");
        assert_eq!(found[0].spot().pointer(), "/mirrors/0/source");
        assert_eq!(
            report::json::message(found[0], Lang::En),
            "mirrors copy one another in a circle: `a` ← `c` ← `b` ← `a`"
        );
        assert!(of(&report, "mirror-of-mirror").is_empty());
    }
}

#[test]
fn two_circles_are_two_findings_and_their_first_members_do_not_depend_on_who_leads_in() {
    let pairs = [
        ("tail", "d"),
        ("a", "b"),
        ("b", "a"),
        ("c", "d"),
        ("d", "c"),
    ];
    let text = mirrors(&pairs);
    let plan = read(&text);
    let report = check(&plan, Edition::MirrorVault);
    let places: Vec<_> = of(&report, "mirror-cycle")
        .iter()
        .map(|f| f.spot().pointer())
        .collect();
    assert_eq!(places, ["/mirrors/1/source", "/mirrors/3/source"]);
}

#[test]
fn a_chain_into_a_circle_is_a_mirror_of_a_mirror_and_has_no_vault_to_go_back_to() {
    let text = mirrors(&[("outer", "inner"), ("inner", "a"), ("a", "b"), ("b", "a")]);
    let plan = read(&text);
    let report = check(&plan, Edition::MirrorVault);
    let chained = of(&report, "mirror-of-mirror");
    let places: Vec<_> = chained.iter().map(|f| f.spot().pointer()).collect();
    assert_eq!(places, ["/mirrors/0/source", "/mirrors/1/source"]);
    for finding in chained {
        assert_eq!(
            finding.fixes().len(),
            1,
            "only the removal is left as a fix"
        );
    }
    assert_eq!(of(&report, "mirror-cycle").len(), 1);
}

#[test]
fn a_mirror_of_itself_is_one_finding() {
    let text = mirrors(&[("a", "a")]);
    let plan = read(&text);
    for edition in Edition::ALL {
        let report = check(&plan, edition);
        let grave: Vec<_> = report.findings.iter().map(|f| f.rule.slug).collect();
        assert_eq!(grave, ["mirror-cycle"], "{edition:?}");
    }
}

#[test]
fn a_long_circle_names_few_members() {
    let ids: Vec<String> = (0..2_000).map(|n| format!("m{n}")).collect();
    let pairs: Vec<_> = (0..ids.len())
        .map(|n| (&*ids[n], &*ids[(n + 1) % ids.len()]))
        .collect();
    let text = mirrors(&pairs);
    let plan = read(&text);
    let report = check(&plan, Edition::MirrorVault);
    let found = of(&report, "mirror-cycle");
    assert_eq!(found.len(), 1);
    assert_eq!(
        report::json::message(found[0], Lang::Zh),
        "镜像库互相复制，形成环：`m0` ← `m1` ← `m2` ← `m3` ← `m4` ← … ← `m0`"
    );
}

#[test]
fn each_mirror_of_a_long_chain_leads_back_to_the_vault() {
    let ids: Vec<String> = (0..20_000).map(|n| format!("m{n}")).collect();
    // The last mirror stands nearest to the vault, so that following naively is as long as it can be.
    let mut pairs: Vec<_> = ids.windows(2).map(|pair| (&*pair[0], &*pair[1])).collect();
    pairs.push((ids.last().expect("ids"), "v"));
    let text = mirrors(&pairs).replace(
        r#""mirrors""#,
        r#""vaults": [{"id": "v", "name": "v", "region": "cn-qingdao"}], "mirrors""#,
    );
    let plan = read(&text);
    let report = check(&plan, Edition::MirrorVault);
    let found = of(&report, "mirror-of-mirror");
    assert_eq!(found.len(), ids.len() - 1);
    for finding in found {
        let value = serde_json::to_value(&finding.fixes()[0].patch).expect("JSON");
        assert_eq!(value[0]["value"], "v");
    }
}

/// One vault with many mirrors and many sources, and a change plan that touches every mirror.
fn crowd(count: usize, changes: bool) -> String {
    let list =
        |write: &dyn Fn(usize) -> String| (0..count).map(write).collect::<Vec<_>>().join(",");
    let mirrors = list(&|n| {
        format!(
            r#"{{"id": "m{n}", "source": "v", "region": "cn-shanghai", "enabledBy": "policy"}}"#
        )
    });
    let sources = list(&|n| {
        let kind = if n % 2 == 0 { "VMWARE" } else { "UDM_ECS" };
        format!(r#"{{"id": "s{n}", "type": "{kind}", "vault": "v"}}"#)
    });
    let steps = if changes {
        list(&|n| {
            format!(r#"{{"do": "create", "object": "m{n}"}}, {{"do": "delete", "object": "m{n}"}}"#)
        })
    } else {
        String::new()
    };
    format!(
        r#"{{"format": "vaultplan/1", "vaults": [{{"id": "v", "name": "v", "region": "cn-hangzhou"}}],
        "mirrors": [{mirrors}], "sources": [{sources}], "changes": [{steps}]}}"#
    )
}

#[test]
fn ten_thousand_mirrors_of_one_vault_are_judged_in_linear_work() {
    let text = crowd(10_000, false);
    let plan = read(&text);
    let report = check(&plan, Edition::MirrorVault);
    assert_eq!(of(&report, "mirror-more-than-one").len(), 9_999);
    assert_eq!(of(&report, "vmware-mirror-useless").len(), 10_000);
    assert!(of(&report, "ecs-instance-mirror-by-vault").is_empty());
}

#[test]
fn mirrors_that_follow_one_another_in_the_change_plan_are_never_two() {
    let text = crowd(10_000, true);
    let plan = read(&text);
    let report = check(&plan, Edition::MirrorVault);
    assert!(of(&report, "mirror-more-than-one").is_empty());
}

#[test]
fn two_loaded_mirrors_of_a_vault_that_was_not_loaded_contradict_each_other() {
    let text = r#"{"format": "vaultplan/1", "mirrors": [
        {"id": "a", "source": "v", "sourceRegion": "cn-hangzhou", "region": "cn-shanghai", "origin": {"file": "x"}},
        {"id": "b", "source": "v", "sourceRegion": "cn-hangzhou", "region": "cn-beijing", "origin": {"file": "y"}}]}"#;
    let plan = read(text);
    let report = check(&plan, Edition::MirrorVault);
    let found = of(&report, "mirror-more-than-one");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].spot().pointer(), "/mirrors/1/source");
    assert!(matches!(found[0].outcome, Outcome::Fail(_)));
}

#[test]
fn a_source_that_is_certainly_missing_is_said_once_and_nothing_waits_for_it() {
    let text = r#"{"format": "vaultplan/1",
        "answers": [{"operation": "DescribeVaults", "regions": ["cn-hangzhou"], "total": 0, "listed": 0}],
        "mirrors": [{"id": "a", "name": "a", "source": "v", "sourceRegion": "cn-hangzhou", "region": "cn-shanghai",
            "origin": {"file": "x"}}]}"#;
    let plan = read(text);
    for edition in Edition::ALL {
        let report = check(&plan, edition);
        let slugs: Vec<_> = report.findings.iter().map(|f| f.rule.slug).collect();
        assert_eq!(slugs, ["mirror-source-missing"], "{edition:?}");
    }
}

#[test]
fn an_unknown_type_is_asked_by_one_rule_in_every_edition() {
    let text = r#"{"format": "vaultplan/1",
        "vaults": [{"id": "v", "name": "v", "region": "cn-hangzhou", "type": "CLOUD_DISK", "origin": {"file": "x"}}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai", "origin": {"file": "x"}}]}"#;
    let plan = read(text);
    for (edition, asking) in [
        (Edition::Hbr2021, "mirror-source-archive-vault"),
        (Edition::MirrorVault, "mirror-source-type-not-eligible"),
        (Edition::ReplicationTarget, "mirror-source-archive-vault"),
    ] {
        let report = check(&plan, edition);
        let waiting: Vec<_> = report
            .findings
            .iter()
            .filter(|f| matches!(f.outcome, Outcome::Undecided(_)))
            .map(|f| f.rule.slug)
            .collect();
        assert_eq!(waiting, [asking], "{edition:?}");
    }
}

#[test]
fn a_suggestion_is_offered_among_few_and_left_out_among_too_many() {
    let plan_of = |absent: usize| {
        let vaults: Vec<_> = (0..1_000)
            .map(|n| format!(r#"{{"id": "vault-{n:04}", "name": "v", "region": "cn-hangzhou"}}"#))
            .collect();
        let mirrors: Vec<_> = (0..absent)
            .map(|n| {
                format!(r#"{{"id": "m{n}", "source": "vualt-0999", "region": "cn-shanghai"}}"#)
            })
            .collect();
        format!(
            r#"{{"format": "vaultplan/1", "vaults": [{}], "mirrors": [{}]}}"#,
            vaults.join(","),
            mirrors.join(",")
        )
    };
    let few = plan_of(1);
    let plan = read(&few);
    let report = check(&plan, Edition::MirrorVault);
    let patch = &of(&report, "mirror-source-missing")[0].fixes()[0].patch;
    let value = serde_json::to_value(patch).expect("JSON");
    assert_eq!(value[0]["value"], "vault-0999");

    // Every mirror may compare with fewer vaults, and ends with a near one that comes earlier, or with none.
    let many = plan_of(20_000);
    let plan = read(&many);
    let report = check(&plan, Edition::MirrorVault);
    let found = of(&report, "mirror-source-missing");
    assert_eq!(found.len(), 20_000);
    for finding in found {
        assert_eq!(finding.fixes().len(), 1);
    }
}

#[test]
fn the_fixes_of_every_failing_example_mend_it_and_can_be_taken_back() {
    let mut tried = 0;
    for folder in corpus::RULES.dirs() {
        let slug = folder.path().to_str().expect("a name");
        let rule = vaultplan::rules::find(slug).expect("a rule").rule;
        if !matches!(rule.category, Category::Mirror | Category::Encryption) {
            continue;
        }
        for file in folder.files() {
            let name = file.path().display();
            if !name.to_string().contains("/fails") {
                continue;
            }
            let plan = read(file.contents_utf8().expect("a text")).into_owned();
            let edition = plan.edition();
            let before = check(&plan, edition);
            for finding in of(&before, slug) {
                for fix in finding.fixes().iter().filter(|fix| !fix.patch.is_empty()) {
                    let mut mended = plan.clone();
                    let inverse = model::apply(&mut mended, &fix.patch).expect("a fix applies");
                    let after = check(&mended, edition);
                    let left = of(&after, slug);
                    assert!(
                        left.iter().all(|f| f.identity() != finding.identity()),
                        "{name}: the fix leaves the finding"
                    );
                    drop(after);
                    model::apply(&mut mended, &inverse).expect("an inverse applies");
                    assert_eq!(mended, plan, "{name}: the inverse differs");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 30, "only {tried} fixes were tried");
}
