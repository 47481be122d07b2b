//! The fact table of coverage: one row a source, with where its backups lie, which copies there are of them, whether
//! one lies in another region, how far back it goes and what a restore from it needs.
//!
//! What is not certain is unknown, never yes. A copy that the service would refuse, from which nothing can be
//! restored, or that lies in the same region is no copy in another region.

pub mod csv;
pub mod json;
pub mod say;
mod standing;

use super::restorable::{self, Charge, Client, Destination};
use super::{Heard, Reason, checks};
use crate::catalog::editions::Editions;
use crate::catalog::limits;
use crate::catalog::source_kinds::SourceKind;
use crate::catalog::wanted::{self, Wanted};
use crate::facts::{
    Facts, MirrorFact, PolicyFact, PolicyKind, PolicyRuleFact, REMOTE_DAYS, RegionFact, RuleKind,
    SecondCopy, SourceFact, Store, VaultFact, Writer, missing, missing_at, stated,
};
use crate::finding::{Gap, Missing, ObjectKind, ObjectRef, Severity, Spot};
use crate::lang::{Arg, Said, Text};
use crate::model::Place;
use crate::rules::{Check, Over};
use standing::Standings;

/// The rules that say that the service backs a source up neither here nor there, or not into this vault, by slug.
pub const REFUSE_BACKUP: &[&str] = &[
    "source-not-in-edition",
    "source-os-unsupported",
    "source-client-kind",
    "source-vault-region",
    "source-vault-type",
    "oss-archive-bucket",
    "db-in-container",
    "hana-two-instances",
    "vmware-not-backupable",
    "client-inactive",
];
/// The rules that say that nothing copies a source to another region, by slug.
pub const REFUSE_COPY: &[&str] = &["ecs-essential-mirror"];
/// The rules that say that a vault takes no backups, by slug.
pub const REFUSE_VAULT: &[&str] = &["vault-not-created"];
/// The rule on what names a mirror as the place of backups, by slug.
pub const REFUSE_WRITER: &[&str] = &["plan-writes-to-mirror"];
/// The rule on several policies of one ECS instance, by slug.
const ONE_POLICY: &[&str] = &["ecs-instance-many-policies"];

/// An answer that may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is so, as far as the plan and the documentation tell.
    Yes,
    /// It is not.
    No,
    /// A fact is missing, or the documentation is silent.
    Unknown,
}

impl Answer {
    /// The word in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }

    /// What two answers come to when one yes suffices.
    const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            _ => Self::No,
        }
    }
}

/// Where backups or copies of them lie. Indexes are those of [`Facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies {
    /// In a vault.
    Vault(usize),
    /// In a mirror: one that the plan lists, or one that a policy makes.
    Mirror(usize),
    /// As snapshots in the region of the instance.
    Snapshots,
    /// Where a rule of a policy copies to: copies of snapshots, or a mirror of which the rule does not state the
    /// region. By index among the rules of all policies.
    ByPolicy(usize),
}

/// One place where backups of a source lie, or should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Where.
    pub lies: Lies,
    /// Of a backup: whether it is there. Of a copy: whether it is one in another region that can be restored from.
    pub answer: Answer,
    /// Why not, or why it is not known.
    pub reasons: Vec<Reason>,
    /// The fact that is missing.
    pub missing: Option<Missing>,
}

impl Held {
    fn of(lies: Lies, answer: Answer) -> Self {
        Self {
            lies,
            answer,
            reasons: Vec::new(),
            missing: None,
        }
    }

    fn no(lies: Lies, reasons: Vec<Reason>) -> Self {
        Self {
            reasons,
            ..Self::of(lies, Answer::No)
        }
    }

    fn unknown(lies: Lies, gap: Gap) -> Self {
        Self {
            missing: fact(gap),
            ..Self::of(lies, Answer::Unknown)
        }
    }
}

/// The row of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The source.
    pub source: ObjectRef,
    /// Its kind; `None` when its type is not known.
    pub kind: Option<SourceKind>,
    /// Whether it is backed up at all.
    pub backed: Answer,
    /// Where its backups lie: first the vault that it names, then those of its policies.
    pub homes: Vec<Held>,
    /// The copies of them. At most [`limits::COPIES`] are looked at.
    pub copies: Vec<Held>,
    /// Whether a copy lies in another region.
    pub offsite: Answer,
    /// The copy that makes it so, by its place in [`Self::copies`].
    pub by: Option<usize>,
    /// Why not, or why it is not known.
    pub reasons: Vec<Reason>,
    /// The facts that are missing.
    pub missing: Vec<Missing>,
    /// How many days its backups are kept, [`crate::facts::FOR_GOOD`] when for good; `None` where no policy of it says so.
    pub kept_days: Option<u64>,
    /// The same of the copy in the other region.
    pub remote_days: Option<u64>,
}

/// How many sources have a copy in another region. The last three add up to the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Sources in all.
    pub sources: usize,
    /// Those with a copy in another region.
    pub with: usize,
    /// Those without.
    pub without: usize,
    /// Those of which it is not known.
    pub unknown: usize,
}

impl Totals {
    /// Those of an answer.
    #[must_use]
    pub const fn of(self, answer: Answer) -> usize {
        match answer {
            Answer::Yes => self.with,
            Answer::No => self.without,
            Answer::Unknown => self.unknown,
        }
    }
}

/// The fact table of a plan.
#[derive(Debug)]
pub struct Coverage {
    /// One row a source, in the plan's order.
    pub rows: Vec<Row>,
    /// What they come to.
    pub totals: Totals,
}

/// The fact table of a plan. Linear in the plan. The plan's own settings change nothing: that a rule is set aside
/// makes no copy.
#[must_use]
pub fn coverage(facts: &Facts<'_>) -> Coverage {
    let asker = Asker::new(facts);
    let rows: Vec<Row> = facts.sources.iter().map(|s| asker.row(s)).collect();
    let mut totals = Totals {
        sources: rows.len(),
        ..Totals::default()
    };
    for row in &rows {
        match row.offsite {
            Answer::Yes => totals.with += 1,
            Answer::No => totals.without += 1,
            Answer::Unknown => totals.unknown += 1,
        }
    }
    Coverage { rows, totals }
}

/// What a restore from the copy in the other region can go to, and what it needs; empty where there is none.
#[must_use]
pub fn restore<'t>(facts: &Facts<'t>, row: &Row) -> Vec<Destination> {
    let copy = row.by.and_then(|by| row.copies.get(by));
    let (Some(copy), Some(kind)) = (copy, row.kind) else {
        return Vec::new();
    };
    let store = match copy.lies {
        Lies::Vault(at) => facts.vaults.get(at).map(Store::Vault),
        Lies::Mirror(at) => facts.mirrors.get(at).map(Store::Mirror),
        Lies::Snapshots | Lies::ByPolicy(_) => None,
    };
    match store {
        Some(store) => restorable::ways(kind, facts.edition, store),
        None => {
            let region = region(facts, row.source, copy.lies);
            vec![Destination {
                kind,
                place: Place::Cloud,
                region: region.map_or(restorable::Region::NotStated, |region| {
                    restorable::Region::Only(region.id.to_owned())
                }),
                client: Client::None,
                register_with: None,
                folder: false,
                full_backup_after: false,
                charges: vec![(None, Charge::Unknown)],
                remarks: Vec::new(),
            }]
        }
    }
}

/// The region where backups or copies of a source lie; `None` where the plan does not state it.
#[must_use]
pub fn region<'t>(facts: &Facts<'t>, source: ObjectRef, lies: Lies) -> Option<RegionFact<'t>> {
    match lies {
        Lies::Vault(at) => facts.vaults.get(at)?.region,
        Lies::Mirror(at) => facts.mirrors.get(at)?.region,
        Lies::Snapshots => home_region(facts.sources.get(source.index)?),
        Lies::ByPolicy(at) => remote_region(facts.policy_rules.get(at)?),
    }
}

/// The object that holds backups, or that makes them: a vault, a mirror, the policy behind snapshots. `None` for
/// snapshots in the region of the instance.
#[must_use]
pub fn holder(facts: &Facts<'_>, lies: Lies) -> Option<ObjectRef> {
    match lies {
        Lies::Vault(at) => Some(ObjectRef::new(ObjectKind::Vault, at)),
        Lies::Mirror(at) => facts.maker(at),
        Lies::Snapshots => None,
        Lies::ByPolicy(at) => Some(facts.policy_rules.get(at)?.object),
    }
}

fn home_region<'t>(source: &SourceFact<'t>) -> Option<RegionFact<'t>> {
    stated(source.doc.region.as_ref()).map(RegionFact::new)
}

fn remote_region<'t>(rule: &PolicyRuleFact<'t>) -> Option<RegionFact<'t>> {
    stated(rule.doc.replication_region.as_ref()).map(RegionFact::new)
}

fn fact(gap: Gap) -> Option<Missing> {
    match gap {
        Gap::Missing(missing) => Some(*missing),
        Gap::LeftOut => None,
    }
}

/// Whether the mirrors of a plan, and the copies of its snapshots, would be there: for who counts what they cost.
pub(crate) struct Copies<'f, 't>(Asker<'f, 't>);

impl<'f, 't> Copies<'f, 't> {
    /// What is looked up once for all.
    pub(crate) fn new(facts: &'f Facts<'t>) -> Self {
        Self(Asker::new(facts))
    }

    /// Why a mirror is certainly not there; `None` when it is, or may be.
    pub(crate) fn refusal(&self, mirror: usize) -> Option<Vec<Reason>> {
        let standing = self.0.mirrors.of_mirror(mirror)?;
        let held = standing.against(Lies::Mirror(mirror))?;
        (held.answer == Answer::No).then_some(held.reasons)
    }

    /// The copies of the snapshots of an instance or disk in other regions, by the rule that makes each, by index
    /// among all rules; with the reasons of those that are certainly not there.
    pub(crate) fn of_snapshots(
        &self,
        source: &SourceFact<'t>,
    ) -> Vec<(usize, Option<Vec<Reason>>)> {
        let copies = self.0.row(source).copies.into_iter();
        let by_rule = copies.filter_map(|copy| match copy.lies {
            Lies::ByPolicy(rule) => {
                let refused = copy.answer == Answer::No;
                Some((rule, refused.then_some(copy.reasons)))
            }
            _ => None,
        });
        by_rule.collect()
    }
}

/// A sentence that no rule says.
fn told(text: Text, args: &[(&'static str, &str)]) -> Reason {
    let args = args.iter().map(|(name, value)| Arg {
        name,
        value: Said::from(*value),
    });
    Reason {
        args: args.collect(),
        ..Reason::of_page(text)
    }
}

/// What is looked up once for all sources.
struct Asker<'f, 't> {
    facts: &'f Facts<'t>,
    mirrors: Standings,
    on_restore: Vec<&'static Check>,
    on_backup: Vec<&'static Check>,
    on_copy: Vec<&'static Check>,
    on_vault: Vec<&'static Check>,
    on_writer: Vec<&'static Check>,
    on_policies: Vec<&'static Check>,
    /// For each policy, its rules that copy to another region, by index among all rules.
    copying: Vec<Vec<usize>>,
}

impl<'f, 't> Asker<'f, 't> {
    fn new(facts: &'f Facts<'t>) -> Self {
        let mut copying = vec![Vec::new(); facts.policies.len()];
        for (at, rule) in facts.policy_rules.iter().enumerate() {
            if let Some(list) = copying.get_mut(rule.policy)
                && list.len() < limits::COPIES
                && copies(facts, rule)
            {
                list.push(at);
            }
        }
        Self {
            facts,
            mirrors: Standings::new(facts, &copying),
            on_restore: checks(restorable::RULES, facts),
            on_backup: checks(REFUSE_BACKUP, facts),
            on_copy: checks(REFUSE_COPY, facts),
            on_vault: checks(REFUSE_VAULT, facts),
            on_writer: checks(REFUSE_WRITER, facts),
            on_policies: checks(ONE_POLICY, facts),
            copying,
        }
    }

    fn row(&self, source: &SourceFact<'t>) -> Row {
        let facts = self.facts;
        let snapshots = is_instance(source);
        let mut row = Row {
            source: source.object,
            kind: source.kind,
            backed: Answer::No,
            homes: Vec::new(),
            copies: Vec::new(),
            offsite: Answer::No,
            by: None,
            reasons: Vec::new(),
            missing: Vec::new(),
            kept_days: None,
            remote_days: None,
        };
        self.named_vault(source, &mut row);
        let mut several = Vec::new();
        for binding in facts.bindings_of(source) {
            let Some(policy) = facts.policies.get(binding.policy) else {
                continue;
            };
            // What a policy cannot serve, or the change plan takes away, backs nothing up.
            if facts.misfit(binding).is_some() || !policy.exists_before(facts.changes.len()) {
                continue;
            }
            row.kept_days = row.kept_days.max(policy.kept_days());
            if snapshots {
                self.by_snapshots(source, policy, &mut row, &mut several);
            } else {
                self.by_policy(source, policy, &mut row);
            }
        }
        for home in &row.homes {
            row.backed = row.backed.or(home.answer);
        }
        if row.homes.is_empty() {
            self.without_home(source, &mut row);
        }
        self.copies_of_homes(source, &mut row);
        self.conclude(source, &mut row);
        row
    }

    /// The vault that a source names itself.
    fn named_vault(&self, source: &SourceFact<'t>, row: &mut Row) {
        let facts = self.facts;
        if let Some(vault) = source.vault {
            row.homes.push(self.home(source, vault));
        } else if let Some(id) = source.doc.vault.as_deref() {
            self.not_a_vault(Spot::of(source.object), "/vault", id, row);
        } else if source.doc.origin.is_some()
            && facts.bindings_of(source).next().is_none()
            && (!facts.imported || facts.may_be_bound_elsewhere(source))
        {
            self.open(source, &wanted::BINDING, row);
        }
    }

    /// A name that stands where a vault belongs: of a mirror, which takes no backups of its own, or of nothing.
    fn not_a_vault(&self, spot: Spot, path: &'static str, id: &'t str, row: &mut Row) {
        let facts = self.facts;
        let found = facts.find(id);
        if found.is_some_and(|found| found.kind == ObjectKind::Mirror) {
            let writer = Writer {
                spot: spot.clone(),
                target: id,
                found,
            };
            let mut heard = Heard::default();
            for check in &self.on_writer {
                if let Over::Writers(judge) = check.over {
                    heard.note(check.rule, judge(&writer, facts), spot.object, facts);
                }
            }
            row.reasons.extend(without_fixes(heard.reasons));
        } else if row.missing.len() < limits::COPIES {
            row.backed = Answer::Unknown;
            let path = [&*spot.path, path].concat().into();
            let spot = Spot {
                object: spot.object,
                path,
            };
            row.missing
                .extend(fact(missing_at(spot, &wanted::VAULT, id)));
        }
    }

    /// What nothing tells of a source.
    fn open(&self, source: &SourceFact<'t>, wanted: &'static Wanted, row: &mut Row) {
        row.backed = Answer::Unknown;
        if row.missing.is_empty() {
            row.missing.extend(fact(missing(
                source.object,
                "/vault",
                wanted,
                source.name(),
            )));
        }
    }

    /// A vault that takes the backups of a source, or should.
    fn home(&self, source: &SourceFact<'t>, index: usize) -> Held {
        let facts = self.facts;
        let lies = Lies::Vault(index);
        let Some(vault) = facts.vaults.get(index) else {
            return Held::of(lies, Answer::No);
        };
        if vault.deleted_at.is_some() && !is_made_again(facts, vault.object) {
            let name = [("vault", vault.name())];
            return Held::no(lies, vec![told(say::VAULT_DELETED, &name)]);
        }
        let planned = facts.planned_source(source, index);
        let mut heard = Heard::default();
        for check in &self.on_backup {
            if let Over::Sources(judge) = check.over {
                heard.note(check.rule, judge(&planned, facts), source.object, facts);
            }
        }
        for check in &self.on_vault {
            if let Over::Vaults(judge) = check.over {
                heard.note(check.rule, judge(vault, facts), vault.object, facts);
            }
        }
        let can = restorable::answer(facts, source, Store::Vault(vault), &self.on_restore);
        if heard.refuses() {
            Held::no(lies, without_fixes(heard.reasons))
        } else if can.answer == restorable::Answer::Impossible {
            Held::no(lies, not_from(source, vault.name(), can.reasons))
        } else if let Some(missing) = heard.missing.into_iter().next().or(can.missing) {
            Held::unknown(lies, Gap::Missing(Box::new(missing)))
        } else {
            Held::of(lies, Answer::Yes)
        }
    }

    /// The vaults that a policy writes into.
    fn by_policy(&self, source: &SourceFact<'t>, policy: &PolicyFact<'t>, row: &mut Row) {
        let facts = self.facts;
        let mut vaults = facts.written_by(policy).peekable();
        if vaults.peek().is_none() {
            self.vaultless(source, policy, row);
        }
        for vault in vaults {
            let known = |held: &Held| held.lies == Lies::Vault(vault);
            if !row.homes.iter().any(known) && row.homes.len() < limits::COPIES {
                row.homes.push(self.home(source, vault));
            }
        }
        // A mirror for which the policy names no region yet.
        let list = self.copying.get(policy.object.index);
        for at in list.into_iter().flatten() {
            let rule = facts.policy_rules.get(*at);
            let general = policy.kind == Some(PolicyKind::General);
            let open = rule.filter(|rule| general && remote_region(rule).is_none());
            if let Some(rule) = open.filter(|_| row.copies.len() < limits::COPIES) {
                let spot = rule.spot("/replicationRegion");
                let gap = missing_at(spot, &wanted::COPY_REGION, policy.name());
                let refused = self.refusals(source, &self.on_copy);
                row.copies.push(if refused.is_empty() {
                    Held::unknown(Lies::ByPolicy(*at), gap)
                } else {
                    Held::no(Lies::ByPolicy(*at), refused)
                });
            }
        }
    }

    /// A policy from which no vault follows.
    fn vaultless(&self, source: &SourceFact<'t>, policy: &PolicyFact<'t>, row: &mut Row) {
        let facts = self.facts;
        let backup = policy.noted.backup;
        let rule = backup.and_then(|at| facts.rules_of(policy).get(at));
        match rule {
            Some(rule) => match rule.doc.vault.as_deref() {
                Some(id) => self.not_a_vault(rule.spot(""), "/vault", id, row),
                None => {
                    row.backed = Answer::Unknown;
                    let gap = missing_at(rule.spot("/vault"), &wanted::VAULT_OF, policy.name());
                    row.missing.extend(fact(gap));
                }
            },
            // What a word that nobody knows does is not known either.
            None if policy.kind.is_none() && !policy.doc.rules.is_empty() => {
                self.open(source, &wanted::BINDING, row);
            }
            None => {
                let name = [("policy", policy.name())];
                row.reasons.push(told(say::POLICY_BACKS_NOTHING_UP, &name));
            }
        }
    }

    /// Snapshots of an instance or disk, and their copies in another region.
    fn by_snapshots(
        &self,
        source: &SourceFact<'t>,
        policy: &PolicyFact<'t>,
        row: &mut Row,
        before: &mut Vec<usize>,
    ) {
        let makes = matches!(
            policy.kind,
            Some(PolicyKind::EcsInstance | PolicyKind::Plan)
        ) || policy.doc.legacy == Some(true);
        if !makes || policy.noted.backup.is_none() {
            return self.vaultless(source, policy, row);
        }
        if !row.homes.iter().any(|home| home.lies == Lies::Snapshots) {
            row.homes.push(self.snapshots(source));
        }
        before.push(policy.object.index);
        let list = self.copying.get(policy.object.index);
        for at in list.into_iter().flatten() {
            if row.copies.len() < limits::COPIES {
                let first = before.len() == 1;
                row.copies.push(self.snapshot_copies(source, *at, first));
            }
        }
    }

    fn snapshots(&self, source: &SourceFact<'t>) -> Held {
        let facts = self.facts;
        let mut heard = Heard::default();
        for check in &self.on_backup {
            if let Over::Sources(judge) = check.over {
                heard.note(check.rule, judge(source, facts), source.object, facts);
            }
        }
        if heard.refuses() {
            Held::no(Lies::Snapshots, without_fixes(heard.reasons))
        } else if let Some(missing) = heard.missing.into_iter().next() {
            Held::unknown(Lies::Snapshots, Gap::Missing(Box::new(missing)))
        } else {
            Held::of(Lies::Snapshots, Answer::Yes)
        }
    }

    fn snapshot_copies(&self, source: &SourceFact<'t>, at: usize, first: bool) -> Held {
        let facts = self.facts;
        let lies = Lies::ByPolicy(at);
        let Some(rule) = facts.policy_rules.get(at) else {
            return Held::of(lies, Answer::No);
        };
        if !first {
            let refused = self.refusals(source, &self.on_policies);
            if !refused.is_empty() {
                return Held::no(lies, refused);
            }
        }
        let refused = self.refusals(source, &self.on_copy);
        if !refused.is_empty() {
            return Held::no(lies, refused);
        }
        let standing = self.mirrors.of_policy(rule.policy);
        if let Some(held) = standing.and_then(|standing| standing.against(lies)) {
            return held;
        }
        let Some(remote) = remote_region(rule) else {
            let gap = missing_at(
                rule.spot("/replicationRegion"),
                &wanted::COPY_REGION,
                facts.policy_of(rule).map_or("", |policy| policy.name()),
            );
            return Held::unknown(lies, gap);
        };
        let Some(home) = home_region(source) else {
            let gap = missing(source.object, "/region", &wanted::REGION, source.name());
            return Held::unknown(lies, gap);
        };
        between(facts, lies, (home, source.object), (remote, rule.object))
    }

    /// What rules on sources say against something, without ways out.
    fn refusals(&self, source: &SourceFact<'t>, checks: &[&'static Check]) -> Vec<Reason> {
        let mut heard = Heard::default();
        for check in checks {
            if let Over::Sources(judge) = check.over {
                heard.note(
                    check.rule,
                    judge(source, self.facts),
                    source.object,
                    self.facts,
                );
            }
        }
        if heard.refuses() {
            without_fixes(heard.reasons)
        } else {
            Vec::new()
        }
    }

    /// Nothing takes the backups of a source.
    fn without_home(&self, source: &SourceFact<'t>, row: &mut Row) {
        let facts = self.facts;
        let is_bound = facts.bindings_of(source).next().is_some() || source.doc.vault.is_some();
        if is_bound {
            if row.reasons.is_empty() && row.missing.is_empty() {
                let name = [("source", source.name())];
                row.reasons.push(told(say::POLICY_DOES_NOT_FIT, &name));
            }
        } else if facts.chooses_by_tags
            || facts.binds_unknown
            || facts.may_be_bound_elsewhere(source)
        {
            // Which sources tags choose, and which one a misspelt id means, is not known.
            self.open(source, &wanted::BINDING, row);
        } else if row.missing.is_empty() {
            let name = [("source", source.name())];
            row.reasons.push(told(say::NO_HOME, &name));
        }
    }

    /// The copies of what lies in vaults: their mirrors, and the other vaults.
    fn copies_of_homes(&self, source: &SourceFact<'t>, row: &mut Row) {
        let facts = self.facts;
        let mut copies = std::mem::take(&mut row.copies);
        let refused = self.refusals(source, &self.on_copy);
        let first = row.homes.iter().position(|home| home.answer == Answer::Yes);
        for (number, home) in row.homes.iter().enumerate() {
            let Lies::Vault(index) = home.lies else {
                continue;
            };
            let Some(vault) = facts.vaults.get(index) else {
                continue;
            };
            if let Some(first) = first.filter(|first| *first != number)
                && let Some(one) = row.homes.get(first)
                && copies.len() < limits::COPIES
            {
                copies.push(self.other_vault(source, one, home, vault));
            }
            for mirror in facts.mirrors_of(vault) {
                if copies.len() >= limits::COPIES {
                    break;
                }
                let mut copy = if refused.is_empty() {
                    self.mirror(source, vault, mirror)
                } else {
                    Held::no(Lies::Mirror(mirror.object.index), refused.clone())
                };
                // A copy of what is not there is none; of what may be there, not certain.
                match (home.answer, copy.answer) {
                    (Answer::No, _) => {
                        copy = Held::no(copy.lies, vec![told(say::NOTHING_TO_COPY, &[])]);
                    }
                    (Answer::Unknown, Answer::Yes) => {
                        copy.answer = Answer::Unknown;
                        copy.missing.clone_from(&home.missing);
                    }
                    _ => {}
                }
                copies.push(copy);
            }
        }
        row.copies = copies;
    }

    /// Another vault that takes the same source.
    fn other_vault(
        &self,
        source: &SourceFact<'t>,
        first: &Held,
        home: &Held,
        vault: &VaultFact<'t>,
    ) -> Held {
        let facts = self.facts;
        let lies = home.lies;
        if home.answer != Answer::Yes {
            return home.clone();
        }
        let can = restorable::answer(facts, source, Store::Vault(vault), &self.on_restore);
        if can.answer == restorable::Answer::Undecided {
            return Held {
                lies,
                answer: Answer::Unknown,
                reasons: can.reasons,
                missing: can.missing,
            };
        }
        let Some(own) = vault.region else {
            return Held::unknown(lies, no_region(vault.object, vault.name()));
        };
        let one = region(facts, source.object, first.lies);
        let Some(one) = one else {
            let object = holder(facts, first.lies).unwrap_or(source.object);
            return Held::unknown(lies, no_region(object, facts.name(object)));
        };
        let of = holder(facts, first.lies).unwrap_or(source.object);
        between(facts, lies, (one, of), (own, vault.object))
    }

    /// A mirror of a vault, for one source in it.
    fn mirror(
        &self,
        source: &SourceFact<'t>,
        vault: &VaultFact<'t>,
        mirror: &MirrorFact<'t>,
    ) -> Held {
        let facts = self.facts;
        let lies = Lies::Mirror(mirror.object.index);
        if let Some(held) = self
            .mirrors
            .of_mirror(mirror.object.index)
            .and_then(|standing| standing.against(lies))
        {
            return held;
        }
        let can = restorable::answer(facts, source, Store::Mirror(mirror), &self.on_restore);
        match can.answer {
            restorable::Answer::Impossible => {
                return Held::no(lies, not_from(source, mirror.name(), can.reasons));
            }
            restorable::Answer::Undecided => {
                return Held {
                    lies,
                    answer: Answer::Unknown,
                    reasons: without_fixes(can.reasons),
                    missing: can.missing,
                };
            }
            restorable::Answer::Possible => {}
        }
        let Some(own) = mirror.region else {
            let object = mirror.object;
            let mut gap = no_region(object, mirror.name());
            if let Gap::Missing(missing) = &mut gap {
                facts.told_missing(missing);
            }
            return Held::unknown(lies, gap);
        };
        let Some(home) = vault.region else {
            return Held::unknown(lies, no_region(vault.object, vault.name()));
        };
        between(facts, lies, (home, vault.object), (own, mirror.object))
    }

    /// What the copies come to, and why.
    fn conclude(&self, source: &SourceFact<'t>, row: &mut Row) {
        let facts = self.facts;
        if row.backed == Answer::Yes {
            // What is said of another policy or vault no longer matters.
            row.reasons = Vec::new();
        }
        row.by = row
            .copies
            .iter()
            .position(|copy| copy.answer == Answer::Yes);
        if row.by.is_some() && row.backed == Answer::Yes {
            row.offsite = Answer::Yes;
            (row.reasons, row.missing) = (Vec::new(), Vec::new());
            row.remote_days = self.remote_days(row);
            return;
        }
        row.by = None;
        row.offsite = match row.backed {
            Answer::No => Answer::No,
            Answer::Unknown => Answer::Unknown,
            Answer::Yes => {
                let all = row.copies.iter();
                all.fold(Answer::No, |answer, copy| answer.or(copy.answer))
            }
        };
        if row.backed == Answer::Yes && row.offsite == Answer::No {
            // An import that did not look everywhere may have missed the mirror.
            for home in &row.homes {
                let Lies::Vault(at) = home.lies else { continue };
                let vault = facts.vaults.get(at).filter(|vault| {
                    vault.second_copy == SecondCopy::NotTold && vault.deleted_at.is_none()
                });
                if let Some(vault) = vault.filter(|_| home.answer == Answer::Yes) {
                    row.offsite = Answer::Unknown;
                    let gap = missing(vault.object, "", &wanted::MIRROR, vault.name());
                    row.missing.extend(fact(gap));
                }
            }
        }
        if row.offsite == Answer::No && !row.missing.is_empty() {
            // What is not known may be the copy.
            row.offsite = Answer::Unknown;
        }
        let held = if row.backed == Answer::Yes {
            &row.copies
        } else {
            &row.homes
        };
        for held in held.iter().filter(|held| held.answer == row.offsite) {
            for reason in &held.reasons {
                if !row.reasons.contains(reason) {
                    row.reasons.push(reason.clone());
                }
            }
            if let Some(missing) = &held.missing
                && !row.missing.contains(missing)
            {
                row.missing.push(missing.clone());
            }
        }
        if row.reasons.is_empty() && row.missing.is_empty() {
            let name = [("source", source.name())];
            let text = match row.offsite {
                Answer::Unknown => say::NOT_TOLD,
                _ if is_instance(source) => say::NOT_REPLICATED,
                _ => say::NO_COPY,
            };
            row.reasons.push(told(text, &name));
        }
    }

    /// How many days the copy in the other region is kept.
    fn remote_days(&self, row: &Row) -> Option<u64> {
        let copy = row.copies.get(row.by?)?;
        match copy.lies {
            Lies::ByPolicy(at) => {
                let rule = self.facts.policy_rules.get(at)?;
                let replication = rule.kind == Some(RuleKind::Replication);
                let own = rule.doc.replication_days.map(|days| days.0);
                let own = own.or_else(|| rule.remote_days().filter(|_| replication));
                Some(own.unwrap_or(REMOTE_DAYS))
            }
            _ => row.kept_days,
        }
    }
}

/// Whether a rule of a policy copies to another region, as far as its edition knows such rules.
fn copies(facts: &Facts<'_>, rule: &PolicyRuleFact<'_>) -> bool {
    match rule.kind {
        // Before Policy Center there were no such rules.
        Some(RuleKind::Replication) => Editions::CLOUD_BACKUP.has(facts.edition),
        Some(RuleKind::Backup) => {
            let policy = facts.policies.get(rule.policy);
            let is_plan = policy.is_some_and(|policy| policy.kind == Some(PolicyKind::Plan));
            is_plan && rule.doc.copies == Some(true)
        }
        _ => false,
    }
}

/// Whether the backups of a source are snapshots.
fn is_instance(source: &SourceFact<'_>) -> bool {
    matches!(
        source.kind,
        Some(SourceKind::EcsInstance | SourceKind::EcsDisk)
    )
}

/// Whether the change plan makes an object anew after it deleted it.
fn is_made_again(facts: &Facts<'_>, object: ObjectRef) -> bool {
    use crate::model::ChangeKind as Kind;
    let mut steps = facts.changes.iter().rev();
    let last = steps.find(|step| {
        step.target == Some(object)
            && matches!(step.doc.kind, Kind::Create | Kind::Delete | Kind::Replace)
    });
    last.is_some_and(|step| step.doc.kind != Kind::Delete)
}

fn no_region(object: ObjectRef, name: &str) -> Gap {
    missing(object, "/region", &wanted::REGION, name)
}

/// A copy in a region, of what lies in a region.
fn between(
    facts: &Facts<'_>,
    lies: Lies,
    (home, of): (RegionFact<'_>, ObjectRef),
    (remote, at): (RegionFact<'_>, ObjectRef),
) -> Held {
    if home.same(remote) {
        let region = [("region", remote.id)];
        return Held::no(lies, vec![told(say::SAME_REGION, &region)]);
    }
    // A region that nobody knows may be any, also the same one misspelt.
    for (region, object) in [(home, of), (remote, at)] {
        if facts.listed(region).is_err() {
            return Held::unknown(lies, no_region(object, facts.name(object)));
        }
    }
    Held::of(lies, Answer::Yes)
}

/// Why nothing of a source can be restored from a vault or mirror: what a rule says of one restore, said of all.
fn not_from(source: &SourceFact<'_>, store: &str, mut reasons: Vec<Reason>) -> Vec<Reason> {
    for reason in reasons.iter_mut().filter(|reason| reason.rule.is_some()) {
        let kind = source.kind.map(SourceKind::label);
        let said = told(
            say::NOT_FROM,
            &[("store", store), ("source", source.name())],
        );
        (reason.text, reason.args) = (said.text, said.args);
        reason.args.push(Arg {
            name: "kind",
            value: kind.map_or_else(|| Said::from(&*source.doc.kind), Said::Term),
        });
    }
    without_fixes(reasons)
}

/// Reasons as a table says them: those that decide, without their ways out, which stand with the findings.
fn without_fixes(mut reasons: Vec<Reason>) -> Vec<Reason> {
    if reasons.iter().any(|one| one.severity == Severity::Error) {
        reasons.retain(|one| one.severity == Severity::Error);
    }
    for reason in &mut reasons {
        reason.fixes = Vec::new();
    }
    reasons
}
