//! A second statement of fourteen rules, written from the documentation and the table of rules: nested loops over
//! the plain document, without the engine's facts. Engine and twin fail the same subjects of 10,000 plans in each of
//! the four editions. A debug build judges the first 1,000; all: `cargo test --release -p vaultplan --test it twin`.
//! A difference is shown with the smallest plans that have it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use vaultplan::catalog::editions::Edition;
use vaultplan::catalog::regions;
use vaultplan::finding::{ObjectKind, Outcome};
use vaultplan::model::{self, ChangeKind, Mirror, Place, Policy, Source, Topology, Txt, Vault};
use vaultplan::report::{self, Options};

use super::estates;

/// How many examples of one difference are shown.
const SHOWN: usize = 7;

/// How many plans are judged.
const PLANS: u64 = if cfg!(debug_assertions) {
    1_000
} else {
    10_000
};

/// The rules that are stated twice.
const SLUGS: [&str; 14] = [
    "mirror-same-region",
    "mirror-more-than-one",
    "mirror-of-mirror",
    "mirror-source-missing",
    "mirror-source-trial-oss-nas",
    "mirror-source-archive-vault",
    "mirror-source-database-vault",
    "mirror-source-container-vault",
    "mirror-source-abnormal-status",
    "plan-writes-to-mirror",
    "mirror-encryption-mismatch",
    "restore-region-mismatch",
    "restore-vmware-from-mirror",
    "delete-source-before-mirror",
];

/// Rules that fail, each with the id of its subject.
type Failures = BTreeSet<(&'static str, String)>;

/// What the plain document says.
fn twin(plan: &Topology<'_>, edition: Edition) -> Failures {
    let twin = Twin { plan, edition };
    let mut failures = Failures::new();
    for copy in twin.copies() {
        for slug in twin.about_copy(&copy) {
            failures.insert((slug, copy.subject.to_owned()));
        }
    }
    twin.second_mirrors(&mut failures);
    twin.writers(&mut failures);
    twin.restores(&mut failures);
    twin.steps(&mut failures);
    failures
}

/// What the engine says.
fn engine(plan: &Topology<'_>, edition: Edition) -> Failures {
    let options = Options {
        edition: Some(edition),
        now: Some(super::corpus::NOW),
    };
    let report = report::check(plan, options);
    let failures = report.findings.iter().filter_map(|finding| {
        let slug = SLUGS.into_iter().find(|slug| *slug == finding.rule.slug)?;
        let Outcome::Fail(_) = finding.outcome else {
            return None;
        };
        let object = finding.spot().object;
        Some(match object.kind {
            ObjectKind::Change => (slug, format!("changes/{}", object.index)),
            _ => (slug, report.facts.id(object).to_owned()),
        })
    });
    failures.collect()
}

struct Twin<'t> {
    plan: &'t Topology<'t>,
    edition: Edition,
}

/// The copy of a vault in another region.
struct Copy<'t> {
    /// The mirror that the plan lists, or the policy that makes one.
    subject: &'t str,
    source: &'t str,
    region: Option<&'t str>,
    /// The mirror that the plan lists.
    listed: Option<&'t Mirror<'t>>,
}

impl<'t> Twin<'t> {
    fn vault(&self, id: &str) -> Option<&'t Vault<'t>> {
        self.plan.vaults.iter().find(|vault| *vault.id == *id)
    }

    fn mirror(&self, id: &str) -> Option<&'t Mirror<'t>> {
        self.plan.mirrors.iter().find(|mirror| *mirror.id == *id)
    }

    fn source(&self, id: &str) -> Option<&'t Source<'t>> {
        self.plan.sources.iter().find(|source| *source.id == *id)
    }

    /// The mirror-vault and the replication-target edition.
    fn is_cloud_backup(&self) -> bool {
        matches!(
            self.edition,
            Edition::MirrorVault | Edition::ReplicationTarget
        )
    }

    /// The mirrors of the plan, and from the mirror-vault edition on those that a general policy makes of its vault.
    fn copies(&self) -> Vec<Copy<'t>> {
        let listed = self.plan.mirrors.iter().map(|mirror| Copy {
            subject: &mirror.id,
            source: &mirror.source,
            region: mirror.region.as_deref(),
            listed: Some(mirror),
        });
        let mut copies: Vec<_> = listed.collect();
        if !self.is_cloud_backup() {
            return copies;
        }
        for policy in self.plan.policies.iter().filter(|policy| general(policy)) {
            // One policy writes to one vault; what else it names is the cause of other rules.
            let mut named = written_by(policy).into_iter();
            let Some(vault) = named.find_map(|id| self.vault(id)) else {
                continue;
            };
            for rule in policy.rules.iter().filter(|r| &*r.kind == "REPLICATION") {
                let region = rule.replication_region.as_deref();
                let there_already = copies.iter().any(|copy| {
                    copy.source == &*vault.id && (copy.region.is_none() || copy.region == region)
                });
                if region.is_some() && !there_already {
                    copies.push(Copy {
                        subject: &policy.id,
                        source: &vault.id,
                        region,
                        listed: None,
                    });
                }
            }
        }
        copies
    }

    /// The rules that look at one mirror and its source.
    fn about_copy(&self, copy: &Copy<'t>) -> Vec<&'static str> {
        let mut failures = Vec::new();
        let mut fails_if = |slug, fails| {
            if fails {
                failures.push(slug);
            }
        };
        let since_2021 = self.edition != Edition::Hbr2019;
        let cloud_backup = self.is_cloud_backup();
        let (vault, mirror) = (self.vault(copy.source), self.mirror(copy.source));

        // A source that was not loaded lies where the mirror's own record says. A mirror of itself is a cycle, which
        // is told elsewhere.
        let declared = copy.listed.and_then(|m| m.source_region.as_deref());
        let of_source = vault
            .map(|vault| vault.region.as_deref())
            .or(mirror.map(|mirror| mirror.region.as_deref()))
            .unwrap_or(declared);
        let itself = copy.listed.is_some_and(|mirror| mirror.id == mirror.source);
        fails_if(
            "mirror-same-region",
            copy.region.is_some() && copy.region == of_source && !itself,
        );

        fails_if(
            "mirror-of-mirror",
            cloud_backup && mirror.is_some() && !self.in_cycle(copy),
        );

        fails_if(
            "mirror-source-missing",
            vault.is_none() && mirror.is_none() && !self.may_be_elsewhere(copy),
        );

        if let Some(vault) = vault {
            let is = |kind| vault.kind.as_deref() == Some(kind);
            fails_if(
                "mirror-source-trial-oss-nas",
                cloud_backup && self.oss_or_nas_trial(vault) && self.copies_a_trial(copy),
            );
            fails_if("mirror-source-archive-vault", since_2021 && is("ARCHIVE"));
            fails_if(
                "mirror-source-database-vault",
                cloud_backup && is("DATABASE"),
            );
            fails_if(
                "mirror-source-container-vault",
                cloud_backup && is("CONTAINER"),
            );
            fails_if(
                "mirror-source-abnormal-status",
                cloud_backup && vault.status.as_deref() == Some("ERROR"),
            );
        }

        // A policy states no method for the mirror that it makes; a mirror of a mirror has to change its source first.
        let of_copy = copy.listed.and_then(|m| method(&m.encryption, &m.unknown));
        let of_source = vault.and_then(|v| method(&v.encryption, &v.unknown));
        fails_if(
            "mirror-encryption-mismatch",
            cloud_backup && of_copy.is_some() && of_source.is_some() && of_copy != of_source,
        );
        failures
    }

    /// Whether the way from mirror to source, and on, comes back to this mirror.
    fn in_cycle(&self, copy: &Copy<'_>) -> bool {
        let Some(start) = copy.listed else {
            return false;
        };
        let mut at = start;
        for _ in &self.plan.mirrors {
            match self.mirror(&at.source) {
                Some(next) if next.id == start.id => return true,
                Some(next) => at = next,
                None => return false,
            }
        }
        false
    }

    /// Whether a mirror of a plan that was imported, or that an import found, may copy a vault that was not loaded.
    /// What a user wrote without any import names an object of the plan, and the id of another object is no vault's.
    fn may_be_elsewhere(&self, copy: &Copy<'_>) -> bool {
        let Some(mirror) = copy.listed else {
            return false;
        };
        if self.plan.answers.is_empty() && mirror.origin.is_none() {
            return false;
        }
        let is_known = self.vault(copy.source).is_some()
            || self.mirror(copy.source).is_some()
            || self.source(copy.source).is_some();
        !is_known && !(mirror.source_region.as_deref()).is_some_and(|region| self.loaded(region))
    }

    /// Whether one of the answers that were loaded lists every vault of a region.
    fn loaded(&self, region: &str) -> bool {
        let mut answers = self.plan.answers.iter();
        answers.any(|answer| {
            answer.operation.as_deref() == Some("DescribeVaults")
                && answer.regions.iter().any(|one| &**one == region)
                && (answer.listed.zip(answer.total))
                    .is_some_and(|(listed, total)| listed.0 >= total.0)
        })
    }

    /// Whether a vault is a free trial of OSS or NAS backup, as it says itself or as what it holds tells.
    fn oss_or_nas_trial(&self, vault: &Vault<'_>) -> bool {
        let Some(trial) = vault.trial.as_deref() else {
            return false;
        };
        // The console lists each of these, and each trial, as a type of its own: a vault is of one type.
        if let Some("DATABASE" | "ARCHIVE" | "CONTAINER") = vault.kind.as_deref() {
            return false;
        }
        match (trial.source.as_deref(), vault.kind.as_deref()) {
            (Some(source), _) => return matches!(source, "OSS" | "NAS"),
            (None, Some("OTS_BACKUP")) => return false,
            (None, _) => {}
        }
        let mut held: Vec<&str> = vault.source_types.iter().map(|kind| &**kind).collect();
        for source in &self.plan.sources {
            if source.vault.as_deref() == Some(&*vault.id) {
                held.push(&source.kind);
            }
            for policy in &self.plan.policies {
                if policy.sources.contains(&source.id) && written_by(policy).contains(&&*vault.id) {
                    held.push(&source.kind);
                }
            }
        }
        !held.is_empty() && held.iter().all(|kind| matches!(*kind, "OSS" | "NAS"))
    }

    /// Whether the copy is there while the trial of its source was not turned into a paid vault.
    fn copies_a_trial(&self, copy: &Copy<'_>) -> bool {
        let states = self.states();
        (states.iter()).any(|state| state.copies(copy) && !state.paid.contains(copy.source))
    }

    /// A vault has one mirror at a time: of those that are there together, the first is kept. A vault that is not
    /// there, and a mirror as the source of mirrors, are told elsewhere.
    fn second_mirrors(&self, failures: &mut Failures) {
        let (copies, states) = (self.copies(), self.states());
        let mut kept: Vec<Copy<'_>> = Vec::new();
        for copy in copies {
            if self.vault(copy.source).is_none() && !self.may_be_elsewhere(&copy) {
                continue;
            }
            let is_second = kept.iter().any(|one| {
                one.source == copy.source
                    && (states.iter()).any(|state| state.copies(one) && state.copies(&copy))
            });
            if is_second {
                failures.insert(("mirror-more-than-one", copy.subject.to_owned()));
            } else {
                kept.push(copy);
            }
        }
    }

    /// Nothing is backed up into a mirror.
    fn writers(&self, failures: &mut Failures) {
        let slug = "plan-writes-to-mirror";
        for source in &self.plan.sources {
            if source
                .vault
                .as_deref()
                .is_some_and(|id| self.mirror(id).is_some())
            {
                failures.insert((slug, source.id.to_string()));
            }
        }
        for policy in &self.plan.policies {
            if written_by(policy)
                .iter()
                .any(|id| self.mirror(id).is_some())
            {
                failures.insert((slug, policy.id.to_string()));
            }
        }
        for mirror in &self.plan.mirrors {
            if mirror.backup_plans.is_some_and(|plans| plans.0 > 0) {
                failures.insert((slug, mirror.id.to_string()));
            }
        }
    }

    fn restores(&self, failures: &mut Failures) {
        for restore in &self.plan.restores {
            let Some(mirror) = self.mirror(&restore.from) else {
                continue;
            };
            let kind = self.source(&restore.source).map(|source| &*source.kind);
            if self.is_cloud_backup() && kind == Some("VMWARE") {
                failures.insert(("restore-vmware-from-mirror", restore.id.to_string()));
                continue;
            }
            if self.is_cloud_backup() && kind.is_some_and(is_database) {
                continue;
            }
            let Some(to) = restore.to.as_deref() else {
                continue;
            };
            // A region is stated for what stands on Alibaba Cloud.
            let on_cloud = match to.place {
                Some(place) => place == Place::Cloud,
                None => to.region.is_some(),
            };
            // HBR restored on-premises files to ECS instances as well.
            let is_hbr_pair = !self.is_cloud_backup()
                && (kind, to.kind.as_deref()) == (Some("File"), Some("ECS_FILE"));
            let in_region = is_hbr_pair
                || match kind {
                    Some(
                        "ECS_FILE" | "OSS" | "NAS" | "COMMON_FILE_SYSTEM" | "CPFS" | "BMCPFS"
                        | "OTS" | "OTS_TABLE",
                    ) => true,
                    Some("HANA") => on_cloud,
                    Some("MONGODB") => false,
                    Some(kind) if is_database(kind) => on_cloud,
                    _ => false,
                };
            // A region that no list holds and a destination of another type are told elsewhere.
            let (there, wanted) = (to.region.as_deref(), mirror.region.as_deref());
            let listed = |id: Option<&str>| id.is_some_and(|id| regions::find(id).is_some());
            let goes_there =
                to.kind.is_none() || kind_of(to.kind.as_deref()) == kind_of(kind) || is_hbr_pair;
            if in_region && goes_there && listed(there) && listed(wanted) && there != wanted {
                failures.insert(("restore-region-mismatch", restore.id.to_string()));
            }
        }
    }

    /// No vault is deleted before its mirror.
    fn steps(&self, failures: &mut Failures) {
        for (at, (change, state)) in self.plan.changes.iter().zip(self.states()).enumerate() {
            let deletes = matches!(change.kind, ChangeKind::Delete | ChangeKind::Replace);
            if deletes && self.is_copied(&change.object, &state) {
                failures.insert(("delete-source-before-mirror", format!("changes/{at}")));
            }
        }
    }

    /// Whether an object is a vault that has a mirror at that time. Mirrors of a mirror are told elsewhere.
    fn is_copied(&self, object: &str, state: &State<'_>) -> bool {
        let mut copies = self.copies().into_iter();
        let is_there = self.vault(object).is_some() && !state.gone.contains(object);
        is_there && copies.any(|copy| copy.source == object && state.copies(&copy))
    }

    /// Whether the service does not delete an object because its initialisation has not ended.
    fn initializing(&self, object: &str) -> bool {
        let of_vault = self.vault(object).map(|vault| vault.status.as_deref());
        let of_mirror = self.mirror(object).map(|mirror| mirror.status.as_deref());
        self.is_cloud_backup() && of_vault.or(of_mirror).flatten() == Some("INITIALIZING")
    }

    /// What is there before each step of the change plan, and after the last. A step that the service refuses
    /// changes nothing.
    fn states(&self) -> Vec<State<'t>> {
        let changes = &self.plan.changes;
        let mut now = State::default();
        for (at, change) in changes.iter().enumerate() {
            let is_new = !changes[..at].iter().any(|before| {
                before.object == change.object
                    && matches!(before.kind, ChangeKind::Delete | ChangeKind::Replace)
            });
            if change.kind == ChangeKind::Create && is_new {
                now.gone.insert(&change.object);
            }
        }
        let mut states = vec![now.clone()];
        for change in changes {
            let object = &*change.object;
            match change.kind {
                ChangeKind::Delete
                    if !self.is_copied(object, &now) && !self.initializing(object) =>
                {
                    now.gone.insert(object);
                }
                ChangeKind::Create => {
                    now.gone.remove(object);
                    now.stopped.remove(object);
                }
                ChangeKind::Replace => {
                    now.stopped.remove(object);
                }
                ChangeKind::ConvertTrial => {
                    now.paid.insert(object);
                }
                ChangeKind::StopReplication if self.edition == Edition::ReplicationTarget => {
                    now.stopped.insert(object);
                }
                _ => {}
            }
            states.push(now.clone());
        }
        states
    }
}

/// What the change plan has done so far.
#[derive(Clone, Default)]
struct State<'t> {
    /// Objects that are not there: deleted, or not made yet.
    gone: BTreeSet<&'t str>,
    /// Mirrors whose replication was stopped.
    stopped: BTreeSet<&'t str>,
    /// Vaults whose free trial was turned into a paid vault.
    paid: BTreeSet<&'t str>,
}

impl State<'_> {
    fn copies(&self, copy: &Copy<'_>) -> bool {
        copy.listed.is_none()
            || !self.gone.contains(copy.subject) && !self.stopped.contains(copy.subject)
    }
}

/// Whether a policy is a general one: it says so, or it names a vault.
fn general(policy: &Policy<'_>) -> bool {
    match policy.kind.as_deref() {
        Some(kind) => kind == "STANDARD",
        None => !written_by(policy).is_empty(),
    }
}

/// The vaults that the BACKUP rules of a policy name.
fn written_by<'t>(policy: &'t Policy<'t>) -> Vec<&'t str> {
    let rules = policy.rules.iter().filter(|rule| &*rule.kind == "BACKUP");
    rules.filter_map(|rule| rule.vault.as_deref()).collect()
}

/// The encryption method; none where it is not known.
fn method<'t>(stated: &'t Option<Txt<'t>>, unknown: &[Txt<'_>]) -> Option<&'t str> {
    match stated.as_deref() {
        Some(method @ ("HBR_PRIVATE" | "KMS")) => Some(method),
        Some(_) => None,
        None if unknown.iter().any(|field| &**field == "encryption") => None,
        None => Some("HBR_PRIVATE"),
    }
}

/// One word for the words that mean the same type of source.
fn kind_of(word: Option<&str>) -> Option<&str> {
    match word {
        Some("COMMON_FILE_SYSTEM" | "BMCPFS") => Some("CPFS"),
        Some("OTS_TABLE") => Some("OTS"),
        Some("UDM_ECS_DISK") => Some("UDM_DISK"),
        _ => word,
    }
}

fn is_database(kind: &str) -> bool {
    matches!(
        kind,
        "SQL_SERVER" | "MYSQL" | "ORACLE" | "MARIADB" | "MONGODB"
    )
}

/// What one says and the other does not: `engine` or `twin`, edition, rule, subject.
fn differences(text: &str) -> Vec<(&'static str, Edition, &'static str, String)> {
    let Ok(plan) = model::read_text(text) else {
        return Vec::new();
    };
    let mut differences = Vec::new();
    for edition in Edition::ALL {
        let (twin, engine) = (twin(&plan, edition), engine(&plan, edition));
        for (slug, subject) in engine.difference(&twin) {
            differences.push(("engine", edition, *slug, subject.clone()));
        }
        for (slug, subject) in twin.difference(&engine) {
            differences.push(("twin", edition, *slug, subject.clone()));
        }
    }
    differences
}

/// The plan with everything taken away that the difference does not need.
fn smallest(text: &str, still: &dyn Fn(&str) -> bool) -> String {
    let mut plan: Value = serde_json::from_str(text).unwrap();
    let mut at = 0;
    loop {
        let mut parts = Vec::new();
        pointers(&plan, "", &mut parts);
        let Some(part) = parts.get(at) else {
            return plan.to_string();
        };
        let mut less = plan.clone();
        let (parent, name) = part.rsplit_once('/').unwrap();
        match less.pointer_mut(parent).unwrap() {
            Value::Object(fields) => drop(fields.remove(name)),
            Value::Array(items) => drop(items.remove(name.parse().unwrap())),
            _ => {}
        }
        if still(&less.to_string()) {
            plan = less;
            at = 0;
        } else {
            at += 1;
        }
    }
}

/// Every field and every element below a value.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut below = |name: &str, value| {
        let at = format!("{at}/{name}");
        found.push(at.clone());
        pointers(value, &at, found);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| below(name, value)),
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, value)| below(&index.to_string(), value));
        }
        _ => {}
    }
}

#[test]
fn the_engine_says_what_the_plain_document_says() {
    let mut fired: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut wrong = BTreeMap::new();
    for number in 0..PLANS {
        let text = estates::estate(number);
        let plan = model::read_text(&text).unwrap_or_else(|p| panic!("{:?} {text}", p.first()));
        let mut agrees = true;
        for edition in Edition::ALL {
            let said = twin(&plan, edition);
            for slug in SLUGS {
                let (spoke, silent) = fired.entry(slug).or_default();
                let speaks = said.iter().any(|(one, _)| *one == slug);
                *(if speaks { spoke } else { silent }) += 1;
            }
            agrees &= said == engine(&plan, edition);
        }
        if !agrees {
            for (who, _, slug, _) in differences(&text) {
                let examples: &mut Vec<String> = wrong.entry((slug, who)).or_default();
                examples.push(text.clone());
            }
        }
    }
    let mut lines = Vec::new();
    for ((slug, who), mut examples) in wrong {
        let seen = examples.len();
        examples.sort_by_key(String::len);
        examples.dedup();
        let mut least = BTreeSet::new();
        for example in examples.iter().take(12) {
            least.insert(smallest(example, &|text| {
                differences(text)
                    .iter()
                    .any(|one| (one.2, one.0) == (slug, who))
            }));
        }
        lines.push(format!("{slug}: only the {who}, {seen} times:"));
        lines.extend(least.into_iter().take(SHOWN));
    }
    assert!(lines.is_empty(), "{}", lines.join("\n"));
    for (slug, (spoke, silent)) in fired {
        assert!(spoke >= 50 && silent >= 50, "{slug}: {spoke} and {silent}");
    }
}
