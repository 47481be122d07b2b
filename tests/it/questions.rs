//! The questions besides validation: what they answer on known plans, and that on any plan they agree with the
//! rules, because they ask the rules.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;
use vaultplan::catalog::editions::Edition;
use vaultplan::catalog::regions::REGIONS;
use vaultplan::catalog::source_kinds::SourceKind;
use vaultplan::catalog::vocabulary;
use vaultplan::facts::{Facts, Store};
use vaultplan::finding::{ObjectKind, Outcome};
use vaultplan::lang::Lang;
use vaultplan::model::{self, Link, Place, Topology};
use vaultplan::questions::eligible::{self, Answer};
use vaultplan::questions::encryption::{self, Verdict};
use vaultplan::questions::mirror_regions::{self, Allowed, Redundancy};
use vaultplan::questions::restorable::{self, Charge, Client, Region};
use vaultplan::questions::{Reason, contents, generated};
use vaultplan::report::{self, Options, Report};
use vaultplan::rules::CHECKS;
use vaultplan::text::patch::Op;

use super::chaos::plans;

fn read(text: &str) -> Topology<'static> {
    model::read_text(text)
        .unwrap_or_else(|problems| panic!("{:?}", problems.first()))
        .into_owned()
}

fn facts<'t>(plan: &'t Topology<'t>, edition: Edition) -> Facts<'t> {
    Facts::new(plan, edition, None)
}

fn slugs(reasons: &[Reason]) -> Vec<&'static str> {
    reasons
        .iter()
        .filter_map(|reason| reason.rule.map(|rule| rule.slug))
        .collect()
}

fn options(edition: Edition) -> Options {
    Options {
        edition: Some(edition),
        now: None,
    }
}

/// Everything that the questions say about a plan.
fn all_reasons(facts: &Facts<'_>) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = eligible::eligible(facts)
        .into_iter()
        .flat_map(|e| e.reasons)
        .collect();
    reasons.extend(encryption::pairs(facts).into_iter().flat_map(|p| p.reasons));
    for vault in &facts.vaults {
        let choices = mirror_regions::mirror_regions(facts, vault);
        reasons.extend(choices.regions.into_iter().flat_map(|c| c.reasons));
    }
    let vaults = facts.vaults.iter().map(Store::Vault);
    for store in vaults.chain(facts.mirrors.iter().map(Store::Mirror)) {
        let rows = restorable::restorable(facts, store).rows;
        reasons.extend(rows.into_iter().flat_map(|row| row.reasons));
    }
    for mirror in &facts.mirrors {
        let contents = contents::contents(facts, mirror);
        assert!(contents.new_data.after < contents.history.after);
    }
    for restore in &facts.restores {
        let charge = restorable::charge_of(facts, restore);
        assert_eq!(charge, restorable::charge_of(facts, restore));
    }
    reasons
}

/// The plan with one operation more.
fn with(plan: &Topology<'static>, patch: &[Op]) -> Topology<'static> {
    let mut plan = plan.clone();
    model::apply(&mut plan, patch).expect("the change applies");
    plan
}

/// The rules of a list that fail at the last mirror.
fn fails_at_last_mirror(report: &Report<'_>, rules: &[&str]) -> BTreeSet<&'static str> {
    // Those that policies make come after it.
    let last = report.facts.plan.mirrors.len() - 1;
    report
        .findings
        .iter()
        .filter(|f| matches!(f.outcome, Outcome::Fail(_)))
        .filter(|f| f.spot().object.kind == ObjectKind::Mirror && f.spot().object.index == last)
        .filter(|f| rules.contains(&f.rule.slug))
        .map(|f| f.rule.slug)
        .collect()
}

fn undecided(report: &Report<'_>, rules: &[&str]) -> usize {
    report
        .counts
        .iter()
        .filter(|count| rules.contains(&count.rule.slug))
        .map(|count| count.undecided)
        .sum()
}

#[test]
fn every_rule_that_a_question_asks_exists() {
    let all: BTreeSet<_> = CHECKS.iter().map(|check| check.rule.slug).collect();
    let asked = [
        eligible::RULES,
        mirror_regions::RULES,
        restorable::RULES,
        &[encryption::RULE],
    ];
    for slug in asked.into_iter().flatten() {
        assert!(all.contains(slug), "{slug}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn eligibility_is_what_the_rules_say_of_a_mirror_that_is_added(text in plans(), edition in 0..4_usize) {
        let edition = Edition::ALL[edition];
        let plan = read(&text);
        let facts = facts(&plan, edition);
        let before = undecided(&report::check(&plan, options(edition)), eligible::RULES);
        for answer in eligible::eligible(&facts) {
            let id = facts.id(answer.object);
            let vault = facts.vaults.iter().find(|vault| facts.find(id) == Some(vault.object));
            // A mirror that is added without a region would be listed in place of the one that a policy makes.
            if vault.is_some_and(|v| facts.mirrors_of(v).any(|mirror| mirror.implied_by.is_some())) {
                prop_assert_eq!(answer.answer, Answer::No);
                prop_assert!(slugs(&answer.reasons).contains(&"mirror-more-than-one"));
                continue;
            }
            let mirror = json!({"id": generated::free_id(&facts, id), "name": "copy", "source": id});
            let added = with(&plan, &[Op::set("/mirrors/-", mirror)]);
            let report = report::check(&added, options(edition));
            let said: BTreeSet<_> = slugs(&answer.reasons).into_iter().collect();
            prop_assert_eq!(fails_at_last_mirror(&report, eligible::RULES), said);
            let waits = undecided(&report, eligible::RULES) - before;
            prop_assert_eq!(waits > 0, !answer.missing.is_empty());
            prop_assert_eq!(answer.answer == Answer::No, report.findings.iter().any(|f| {
                f.severity == vaultplan::finding::Severity::Error
                    && matches!(f.outcome, Outcome::Fail(_))
                    && eligible::RULES.contains(&f.rule.slug)
                    && f.spot().object.kind == ObjectKind::Mirror
                    && f.spot().object.index == plan.mirrors.len()
            }));
        }
    }

    #[test]
    fn regions_are_what_the_rules_say_of_a_mirror_there(text in plans(), edition in 0..4_usize) {
        let edition = Edition::ALL[edition];
        let plan = read(&text);
        let facts = facts(&plan, edition);
        for vault in facts.vaults.iter().take(2) {
            let choices = mirror_regions::mirror_regions(&facts, vault).regions;
            prop_assert_eq!(choices.len(), REGIONS.len());
            prop_assert!(choices.is_sorted_by_key(|choice| choice.allowed));
            prop_assert!(choices.iter().filter(|choice| choice.first).count() <= 1);
            for choice in choices.iter().filter(|c| ["cn-hangzhou", "cn-heyuan"].contains(&c.region.id)) {
                let patch = generated::create_mirror(&facts, vault, choice.region.id);
                let added = with(&plan, &patch);
                let report = report::check(&added, options(edition));
                let same = fails_at_last_mirror(&report, &["mirror-same-region"]);
                prop_assert_eq!(!same.is_empty(), slugs(&choice.reasons).contains(&"mirror-same-region"));
            }
        }
    }

    #[test]
    fn a_source_that_no_rule_refuses_is_not_refused(text in plans(), edition in 0..4_usize) {
        let edition = Edition::ALL[edition];
        let plan = read(&text);
        let facts = facts(&plan, edition);
        let vaults = facts.vaults.iter().map(Store::Vault);
        for store in vaults.chain(facts.mirrors.iter().map(Store::Mirror)).take(4) {
            for row in restorable::restorable(&facts, store).rows {
                let Some(source) = row.source else { continue };
                let restore = json!({"id": "a restore", "source": facts.id(source), "from": store.id()});
                let added = with(&plan, &[Op::set("/restores/-", restore)]);
                let report = report::check(&added, options(edition));
                let refused: Vec<_> = report.findings.iter()
                    .filter(|f| matches!(f.outcome, Outcome::Fail(_)))
                    .filter(|f| f.spot().object.kind == ObjectKind::Restore && f.spot().object.index == plan.restores.len())
                    .filter(|f| restorable::RULES.contains(&f.rule.slug))
                    .map(|f| f.rule.slug)
                    .collect();
                prop_assert_eq!(refused, slugs(&row.reasons));
                let open = row.destinations.is_empty();
                prop_assert_eq!(open, row.answer != restorable::Answer::Possible);
            }
        }
    }

    #[test]
    fn every_reason_is_a_whole_sentence_and_its_fixes_apply(text in plans(), edition in 0..4_usize) {
        let plan = read(&text);
        let facts = facts(&plan, Edition::ALL[edition]);
        let reasons = all_reasons(&facts);
        prop_assert_eq!(&reasons, &all_reasons(&facts));
        for reason in reasons {
            for lang in Lang::ALL {
                let words = reason.say(lang);
                prop_assert!(!words.is_empty() && !words.contains('{'), "{}", words);
            }
            for fix in &reason.fixes {
                let mut mended = plan.clone();
                prop_assert!(model::apply(&mut mended, &fix.patch).is_ok(), "{:?}", fix.patch);
            }
        }
    }
}

const VAULTS: &str = r#"{"format": "vaultplan/1", "vaults": [
    {"id": "free", "name": "free", "region": "cn-hangzhou"},
    {"id": "mirrored", "name": "mirrored", "region": "cn-hangzhou"},
    {"id": "archive", "name": "archive", "region": "cn-hangzhou", "type": "ARCHIVE"},
    {"id": "database", "name": "database", "region": "cn-hangzhou", "type": "DATABASE"},
    {"id": "container", "name": "container", "region": "cn-hangzhou", "type": "CONTAINER"},
    {"id": "tablestore", "name": "tablestore", "region": "cn-hangzhou", "type": "OTS_BACKUP"},
    {"id": "trial", "name": "trial", "region": "cn-hangzhou", "trial": {"source": "OSS"}},
    {"id": "trial-ots", "name": "trial-ots", "region": "cn-hangzhou", "trial": {"source": "OTS"}},
    {"id": "broken", "name": "broken", "region": "cn-hangzhou", "status": "ERROR"},
    {"id": "new", "name": "new", "region": "cn-hangzhou", "status": "INITIALIZING"},
    {"id": "open", "name": "open", "region": "cn-hangzhou", "origin": {"file": "a.json"}, "unknown": ["status"]}],
    "mirrors": [{"id": "copy", "name": "copy", "source": "mirrored", "region": "cn-shanghai"}]}"#;

fn eligibility(edition: Edition) -> Vec<(String, Answer, Vec<&'static str>)> {
    let plan = read(VAULTS);
    let facts = facts(&plan, edition);
    eligible::eligible(&facts)
        .iter()
        .map(|e| (facts.id(e.object).to_owned(), e.answer, slugs(&e.reasons)))
        .collect()
}

#[test]
fn every_excluded_vault_is_named_with_its_reason() {
    let expected = [
        ("free", Answer::Yes, vec![]),
        ("mirrored", Answer::No, vec!["mirror-more-than-one"]),
        ("archive", Answer::No, vec!["mirror-source-archive-vault"]),
        ("database", Answer::No, vec!["mirror-source-database-vault"]),
        (
            "container",
            Answer::No,
            vec!["mirror-source-container-vault"],
        ),
        ("tablestore", Answer::Yes, vec![]),
        ("trial", Answer::No, vec!["mirror-source-trial-oss-nas"]),
        // The pages of this edition do not name this trial: a warning.
        (
            "trial-ots",
            Answer::Yes,
            vec!["mirror-source-trial-tablestore"],
        ),
        ("broken", Answer::No, vec!["mirror-source-abnormal-status"]),
        ("new", Answer::Yes, vec!["mirror-source-not-ready"]),
        ("open", Answer::Undecided, vec![]),
        ("copy", Answer::No, vec!["mirror-of-mirror"]),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(id, answer, reasons)| (id.to_owned(), answer, reasons))
        .collect();
    assert_eq!(eligibility(Edition::MirrorVault), expected);
}

#[test]
fn editions_differ_in_what_they_exclude() {
    let no = |edition| -> Vec<String> {
        eligibility(edition)
            .into_iter()
            .filter(|(_, answer, _)| *answer == Answer::No)
            .map(|(id, ..)| id)
            .collect()
    };
    assert_eq!(no(Edition::Hbr2019), ["mirrored"]);
    assert_eq!(no(Edition::Hbr2021), ["mirrored", "archive"]);
    assert!(no(Edition::ReplicationTarget).contains(&"trial-ots".to_owned()));
    for edition in [Edition::Hbr2019, Edition::Hbr2021] {
        let all = eligibility(edition);
        let copy = all.iter().find(|(id, ..)| id == "copy").unwrap();
        assert_eq!(copy.1, Answer::Undecided, "the old pages are silent");
    }
}

#[test]
fn a_trial_comes_with_the_way_out() {
    let plan = read(VAULTS);
    let facts = facts(&plan, Edition::MirrorVault);
    let trial = facts.vault("trial").unwrap();
    let answer = eligible::vault(&facts, trial);
    let fix = &answer.reasons[0].fixes[0];
    let mended = with(&plan, &fix.patch);
    let after = Facts::new(&mended, Edition::MirrorVault, None);
    let trial = after.vault("trial").unwrap();
    assert_eq!(eligible::vault(&after, trial).answer, Answer::Yes);
}

fn regions_of(extra: &str, edition: Edition) -> Vec<(&'static str, Allowed, Option<Redundancy>)> {
    let plan = read(&format!(
        r#"{{"format": "vaultplan/1", {extra} "vaults": [{{"id": "v1", "name": "erp", "region": "cn-hangzhou"}}]}}"#
    ));
    let facts = facts(&plan, edition);
    mirror_regions::mirror_regions(&facts, &facts.vaults[0])
        .regions
        .iter()
        .map(|choice| (choice.region.id, choice.allowed, choice.redundancy))
        .collect()
}

#[test]
fn confirmed_regions_come_first_and_the_own_region_last() {
    let regions = regions_of("", Edition::MirrorVault);
    assert_eq!(regions.len(), REGIONS.len());
    assert_eq!(
        regions[0],
        ("cn-shanghai", Allowed::Yes, Some(Redundancy::Zrs))
    );
    assert_eq!(
        regions[1],
        ("cn-qingdao", Allowed::Unconfirmed, Some(Redundancy::Lrs))
    );
    assert_eq!(
        regions[regions.len() - 1],
        ("cn-hangzhou", Allowed::No, Some(Redundancy::Zrs))
    );
    let zhongwei = regions.iter().find(|r| r.0 == "cn-zhongwei").unwrap();
    assert_eq!(zhongwei.2, None);
}

#[test]
fn the_old_editions_say_nothing_of_redundancy() {
    for (_, _, redundancy) in regions_of("", Edition::Hbr2019) {
        assert_eq!(redundancy, None);
    }
}

#[test]
fn the_accounts_own_list_decides() {
    let list = r#""replicationRegions": ["cn-hangzhou", "cn-heyuan"],"#;
    let regions = regions_of(list, Edition::MirrorVault);
    assert_eq!(regions[0].0, "cn-heyuan");
    let allowed = regions.iter().filter(|r| r.1 == Allowed::Yes).count();
    let refused = regions.iter().filter(|r| r.1 == Allowed::No).count();
    assert_eq!((allowed, refused), (1, REGIONS.len() - 1));
    let without_source = r#""replicationRegions": ["cn-heyuan"],"#;
    for (_, allowed, _) in regions_of(without_source, Edition::MirrorVault) {
        assert_eq!(allowed, Allowed::No);
    }
}

#[test]
fn a_vault_whose_region_was_not_loaded_leaves_every_region_unconfirmed() {
    let plan = read(
        r#"{"format": "vaultplan/1", "vaults": [{"id": "v1", "name": "erp", "unknown": ["region"], "origin": {"file": "a"}}]}"#,
    );
    let facts = facts(&plan, Edition::MirrorVault);
    let choices = mirror_regions::mirror_regions(&facts, &facts.vaults[0]);
    assert_eq!(choices.missing.unwrap().wanted.slug, "region");
    assert!(
        choices
            .regions
            .iter()
            .all(|c| c.allowed == Allowed::Unconfirmed && !c.first)
    );
}

fn encryption_of(source: &str, mirror: &str, edition: Edition) -> Vec<encryption::Pair> {
    let plan = read(&format!(
        r#"{{"format": "vaultplan/1",
        "vaults": [{{"id": "v1", "name": "erp", "region": "cn-hangzhou"{source}}}],
        "mirrors": [{{"id": "m1", "name": "copy", "source": "v1", "region": "cn-shanghai"{mirror}}}]}}"#
    ));
    let facts = facts(&plan, edition);
    encryption::pairs(&facts)
}

#[test]
fn methods_are_compared_pair_by_pair() {
    const KMS: &str = r#", "encryption": "KMS", "kmsKey": "alias/a""#;
    const NONE: &str = r#", "encryption": "NONE""#;
    let edition = Edition::MirrorVault;
    let verdict = |source, mirror, edition| encryption_of(source, mirror, edition)[0].verdict;
    assert_eq!(verdict("", "", edition), Verdict::Match);
    assert_eq!(verdict(KMS, KMS, edition), Verdict::Match);
    assert_eq!(verdict("", NONE, edition), Verdict::Unknown);
    assert_eq!(
        verdict(r#", "type": "ARCHIVE""#, KMS, edition),
        Verdict::Impossible
    );
    let mismatch = &encryption_of(KMS, "", edition)[0];
    assert_eq!(mismatch.verdict, Verdict::Mismatch);
    assert_eq!(slugs(&mismatch.reasons), [encryption::RULE]);
    assert_eq!(mismatch.source_key.as_deref(), Some("alias/a"));
    assert_eq!(mismatch.mirror_key, None);
    // The old pages do not treat encryption.
    assert_eq!(verdict(KMS, "", Edition::Hbr2019), Verdict::NotStated);
    assert_eq!(verdict(KMS, KMS, Edition::Hbr2019), Verdict::Match);
}

#[test]
fn a_second_mirror_and_a_mirror_without_source_are_no_pairs() {
    let plan = read(
        r#"{"format": "vaultplan/1", "vaults": [{"id": "v1", "name": "erp", "region": "cn-hangzhou"}],
        "mirrors": [{"id": "m1", "source": "v1", "region": "cn-shanghai"},
                    {"id": "m2", "source": "v1", "region": "cn-beijing"},
                    {"id": "m3", "source": "m1", "region": "cn-beijing"},
                    {"id": "m4", "source": "gone", "region": "cn-beijing"}]}"#,
    );
    let facts = facts(&plan, Edition::MirrorVault);
    let verdicts: Vec<_> = encryption::pairs(&facts)
        .iter()
        .map(|p| p.verdict)
        .collect();
    assert_eq!(
        verdicts,
        [
            Verdict::Match,
            Verdict::Impossible,
            Verdict::Impossible,
            Verdict::Unknown
        ]
    );
}

const SOURCES: &str = r#"{"format": "vaultplan/1",
    "vaults": [{"id": "v1", "name": "erp", "region": "cn-hangzhou"}],
    "mirrors": [{"id": "m1", "name": "copy", "source": "v1", "region": "cn-shanghai"}],
    "sources": [
        {"id": "s0", "type": "ECS_FILE", "vault": "v1"}, {"id": "s1", "type": "OSS", "vault": "v1"},
        {"id": "s2", "type": "NAS", "vault": "v1"}, {"id": "s3", "type": "OTS", "vault": "v1"},
        {"id": "s4", "type": "CPFS", "vault": "v1"}, {"id": "s5", "type": "HANA", "vault": "v1"},
        {"id": "s6", "type": "COMMON_NAS", "vault": "v1"}, {"id": "s7", "type": "File", "vault": "v1"},
        {"id": "s8", "type": "VMWARE", "vault": "v1"}, {"id": "s9", "type": "SQL_SERVER", "vault": "v1"},
        {"id": "s10", "type": "UDM_ECS", "vault": "v1"}, {"id": "s11", "type": "FAX", "vault": "v1"}]}"#;

fn rows(from_mirror: bool, edition: Edition) -> Vec<restorable::Row> {
    let plan = read(SOURCES);
    let facts = facts(&plan, edition);
    let store = if from_mirror {
        Store::Mirror(&facts.mirrors[0])
    } else {
        Store::Vault(&facts.vaults[0])
    };
    let answer = restorable::restorable(&facts, store);
    assert_eq!(answer.store, store.object());
    assert_eq!(answer.missing, None);
    answer.rows
}

#[test]
fn a_mirror_gives_back_what_the_pages_say() {
    use restorable::Answer::{Impossible, Possible, Undecided};
    for edition in [Edition::MirrorVault, Edition::ReplicationTarget] {
        let rows = rows(true, edition);
        let answers: Vec<_> = rows.iter().map(|row| row.answer).collect();
        let mut expected = vec![Possible; 8];
        expected.extend([Impossible, Impossible, Impossible, Undecided]);
        assert_eq!(answers, expected);
        for row in rows.iter().take(6) {
            let destination = &row.destinations[0];
            assert_eq!(
                destination.region,
                Region::Only("cn-shanghai".to_owned()),
                "{}",
                row.word
            );
            let free = destination.charges == [(None, Charge::Free)];
            assert_eq!(free, row.kind != Some(SourceKind::Cpfs), "{}", row.word);
        }
        assert_eq!(slugs(&rows[8].reasons), ["restore-vmware-from-mirror"]);
        assert_eq!(slugs(&rows[9].reasons), ["restore-database-cross-region"]);
        assert_eq!(rows[10].reasons[0].rule, None);
        assert_eq!(
            rows[11].missing.as_ref().unwrap().spot.pointer(),
            "/sources/11/type"
        );
    }
}

#[test]
fn each_destination_says_what_it_needs_and_costs() {
    let rows = rows(true, Edition::MirrorVault);
    assert_eq!(rows[0].destinations[0].client, Client::Activated);
    assert_eq!(rows[1].destinations[0].client, Client::None);
    assert_eq!(rows[4].destinations[0].client, Client::Group);
    let hana = &rows[5].destinations;
    assert_eq!(hana[0].place, Place::Cloud);
    assert!(hana[0].register_with.is_some() && hana[0].full_backup_after);
    // Outside ECS, no page says what SAP HANA costs.
    assert!(
        hana[1]
            .charges
            .iter()
            .all(|(_, charge)| *charge == Charge::Unknown)
    );
    for row in [&rows[6], &rows[7]] {
        let local = &row.destinations[0];
        assert_eq!(
            (local.place, &local.region, local.client),
            (Place::OnPremises, &Region::Anywhere, Client::Activated)
        );
        assert_eq!(
            local.charges,
            [
                (Some(Link::Internet), Charge::BilledByAmount),
                (Some(Link::Vpn), Charge::FreeOverPrivateLink),
                (Some(Link::ExpressConnect), Charge::FreeOverPrivateLink),
            ]
        );
        assert_eq!(local.folder, row.word == "File");
    }
}

#[test]
fn hbr_restores_sql_server_from_a_mirror_by_registration() {
    let rows = rows(true, Edition::Hbr2019);
    let files = &rows[0].destinations[0];
    assert_eq!(files.client, Client::RegisteredWithMirror);
    let sql = &rows[9];
    assert_eq!(sql.answer, restorable::Answer::Possible);
    let destination = &sql.destinations[0];
    assert_eq!(destination.region, Region::Only("cn-shanghai".to_owned()));
    assert!(destination.register_with.is_some());
    // Files of local clients are offered on ECS instances.
    assert_eq!(rows[7].destinations[0].kind, SourceKind::EcsFile);
    // The old pages say nothing of OSS in a mirror.
    assert_eq!(rows[1].answer, restorable::Answer::Undecided);
}

#[test]
fn from_the_vault_itself_vmware_and_databases_come_back() {
    let rows = rows(false, Edition::MirrorVault);
    assert_eq!(rows[8].answer, restorable::Answer::Possible);
    assert_eq!(rows[8].destinations.len(), 2);
    let database = &rows[9].destinations[0];
    assert_eq!(database.region, Region::Only("cn-hangzhou".to_owned()));
    assert_eq!(database.charges, [(None, Charge::Free)]);
    assert_eq!(rows[0].destinations[0].client, Client::ActivatedUnlessOwn);
}

#[test]
fn an_imported_vault_is_read_by_the_types_of_its_record() {
    let plan = read(
        r#"{"format": "vaultplan/1",
        "vaults": [{"id": "v1", "name": "erp", "region": "cn-hangzhou", "sourceTypes": ["OSS", "VMWARE", "FAX"]},
                   {"id": "v2", "name": "crm", "region": "cn-hangzhou"}],
        "mirrors": [{"id": "m1", "source": "v1", "region": "cn-shanghai"}]}"#,
    );
    let facts = facts(&plan, Edition::MirrorVault);
    let from = restorable::restorable(&facts, Store::Vault(&facts.vaults[0]));
    let words: Vec<_> = from.rows.iter().map(|row| row.word.as_str()).collect();
    assert_eq!(words, ["OSS", "VMWARE", "FAX"]);
    assert_eq!(from.rows[2].missing.as_ref().unwrap().wanted.slug, "value");
    let copy = restorable::restorable(&facts, Store::Mirror(&facts.mirrors[0]));
    assert_eq!(copy.rows[1].answer, restorable::Answer::Impossible);
    let empty = restorable::restorable(&facts, Store::Vault(&facts.vaults[1]));
    assert_eq!(empty.missing.unwrap().wanted.slug, "contents");
}

#[test]
fn a_type_of_a_record_is_answered_like_a_source_of_the_plan() {
    for word in vocabulary::SOURCE_TYPE.words {
        let word = word.word;
        let plan = read(&format!(
            r#"{{"format": "vaultplan/1",
            "vaults": [{{"id": "v1", "name": "erp", "region": "cn-hangzhou", "sourceTypes": ["{word}"]}},
                       {{"id": "v2", "name": "crm", "region": "cn-hangzhou"}}],
            "mirrors": [{{"id": "m1", "name": "a", "source": "v1", "region": "cn-shanghai"}},
                        {{"id": "m2", "name": "b", "source": "v2", "region": "cn-shanghai"}}],
            "sources": [{{"id": "s1", "type": "{word}", "vault": "v2"}}]}}"#
        ));
        for edition in Edition::ALL {
            let facts = facts(&plan, edition);
            for (record, source) in [
                (
                    Store::Vault(&facts.vaults[0]),
                    Store::Vault(&facts.vaults[1]),
                ),
                (
                    Store::Mirror(&facts.mirrors[0]),
                    Store::Mirror(&facts.mirrors[1]),
                ),
            ] {
                let record = &restorable::restorable(&facts, record).rows[0];
                let source = &restorable::restorable(&facts, source).rows[0];
                assert_eq!(record.answer, source.answer, "{word} {edition:?}");
                assert_eq!(slugs(&record.reasons), slugs(&source.reasons), "{word}");
                assert_eq!(record.destinations.len(), source.destinations.len());
            }
        }
    }
}

#[test]
fn a_planned_restore_is_charged_by_destination_and_network() {
    let charge = |kind: &str, from: &str, to: &str| {
        let plan = read(&format!(
            r#"{{"format": "vaultplan/1", "vaults": [{{"id": "v1", "name": "erp", "region": "cn-hangzhou"}}],
            "mirrors": [{{"id": "m1", "source": "v1", "region": "cn-shanghai"}}],
            "sources": [{{"id": "s1", "type": "{kind}", "vault": "v1"}}],
            "restores": [{{"id": "r1", "source": "s1", "from": "{from}", "to": {to}}}]}}"#
        ));
        let facts = facts(&plan, Edition::MirrorVault);
        restorable::charge_of(&facts, &facts.restores[0])
    };
    assert_eq!(
        charge("OSS", "m1", r#"{"region": "cn-shanghai"}"#),
        Charge::Free
    );
    assert_eq!(
        charge("CPFS", "m1", r#"{"region": "cn-shanghai"}"#),
        Charge::Unknown
    );
    assert_eq!(
        charge("File", "m1", r#"{"link": "internet"}"#),
        Charge::BilledByAmount
    );
    assert_eq!(
        charge("File", "m1", r#"{"link": "vpn"}"#),
        Charge::FreeOverPrivateLink
    );
    assert_eq!(charge("File", "m1", "{}"), Charge::Unknown);
    assert_eq!(
        charge("HANA", "m1", r#"{"place": "on-premises", "link": "vpn"}"#),
        Charge::Unknown
    );
    assert_eq!(
        charge("HANA", "m1", r#"{"region": "cn-shanghai"}"#),
        Charge::Free
    );
}
