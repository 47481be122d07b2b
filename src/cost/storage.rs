//! What vaults store, source by source, and what database vaults are rented for.

use std::rc::Rc;

use super::DAYS_OF_MONTH;
use super::estimate::{Builder, Case, Counted, Head, Scope};
use super::line::Kind;
use super::mirrors::Flow;
use super::money::{Amount, mul_div};
use super::notes;
use super::points::{Change, Course, Profile, Stream, Weights, weighed};
use super::rhythm::{self, Often};
use crate::catalog::price_items::Item;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, PolicyKind, RuleKind, SourceFact, VaultFact, VaultKind};
use crate::model::ChangeKind;
use crate::text::decimal::Decimal;

/// Billionths of a GB.
pub(super) const GB: u128 = 1_000_000_000;

/// What a file or object counts at least in the archive tier: 64 KB, in billionths of a GB.
const LEAST_ARCHIVED: u128 = 64_000;

/// Days for which a trial is free when nothing tells its end.
const TRIAL_DAYS: u32 = 30;

/// The days on which something costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: u32,
    pub(super) until: Option<u32>,
}

/// Adds what vaults store.
pub(super) fn add(builder: &mut Builder<'_, '_>) {
    let facts = builder.facts;
    for vault in &facts.vaults {
        if is_deleted(facts, vault) {
            builder
                .notes
                .add(&notes::VAULT_DELETED, vault.object, vault.name());
            continue;
        }
        let window = window(builder, vault, true);
        if vault.kind == Some(VaultKind::Database) {
            rental(builder, vault, window);
        }
        stored(builder, vault, window);
    }
}

/// Whether the change plan deletes a vault and does not make it again.
pub(super) fn is_deleted(facts: &Facts<'_>, vault: &VaultFact<'_>) -> bool {
    let steps = facts.changes.iter().rev();
    let mut of_vault = steps.filter(|step| step.target == Some(vault.object));
    let last = of_vault.find(|step| {
        matches!(
            step.doc.kind,
            ChangeKind::Create | ChangeKind::Delete | ChangeKind::Replace
        )
    });
    last.is_some_and(|step| step.doc.kind == ChangeKind::Delete && !step.before.refused)
}

/// The days on which a vault costs: a trial is free to its end, and over then unless it is paid for.
pub(super) fn window(builder: &mut Builder<'_, '_>, vault: &VaultFact<'_>, says: bool) -> Window {
    let always = Window {
        from: 0,
        until: None,
    };
    let Some(trial) = &vault.doc.trial else {
        return always;
    };
    let end = trial
        .expires_at
        .as_ref()
        .and_then(|end| builder.day_of(end.unix));
    if end.is_none() && says {
        builder
            .notes
            .add(&notes::TRIAL_END, vault.object, vault.name());
    }
    let from = end.unwrap_or(TRIAL_DAYS);
    if trial.pay_after == Some(true) || vault.converted_at.is_some() {
        return Window { from, until: None };
    }
    if says {
        builder
            .notes
            .add(&notes::TRIAL_OVER, vault.object, vault.name());
    }
    Window {
        from,
        until: Some(from),
    }
}

/// The item of what a vault stores; `None` when its type is not known.
fn item(vault: &VaultFact<'_>) -> Option<Item> {
    Some(match vault.kind? {
        VaultKind::Database => Item::DatabaseStorage,
        VaultKind::Archive => Item::ArchiveVaultStorage,
        VaultKind::Container => Item::ContainerStorage,
        VaultKind::General | VaultKind::Tablestore => match vault.doc.storage_class.as_deref() {
            Some("ARCHIVE" | "COLD_ARCHIVE") => Item::ArchiveVaultStorage,
            _ => Item::VaultStorage,
        },
    })
}

/// Whether a vault is one of archives, from which data has to be retrieved.
pub(super) fn is_archive(vault: &VaultFact<'_>) -> bool {
    item(vault) == Some(Item::ArchiveVaultStorage)
}

fn rental(builder: &mut Builder<'_, '_>, vault: &VaultFact<'_>, window: Window) {
    let region = builder.region(vault.doc.region.as_deref());
    let rate = builder.rate(Item::DatabaseRental, region.as_ref());
    let free = u32::try_from(rate.free_days).unwrap_or(u32::MAX);
    let created = vault.doc.created_at.as_ref();
    let age = created.and_then(|created| builder.days_before(created.unix));
    let born = created.and_then(|created| builder.day_of(created.unix));
    let from = match (age, born) {
        (Some(age), _) => free.saturating_sub(u32::try_from(age).unwrap_or(u32::MAX)),
        (None, Some(born)) => born.saturating_add(free),
        (None, None) => {
            if free > 0 {
                builder
                    .notes
                    .add(&notes::DATABASE_NEW, vault.object, vault.name());
            }
            free
        }
    };
    let days = Window {
        from: from.max(window.from),
        until: window.until,
    };
    let amounts = (0..builder.months)
        .map(|month| Amount::daily(GB.saturating_mul(u128::from(days.in_month(month)))));
    let counted = builder.same(amounts.collect());
    let head = Head {
        kind: Kind::DatabaseRental,
        item: Item::DatabaseRental,
        object: vault.object,
        vault: Some(vault.object.index),
        source: None,
        region,
    };
    builder.line(head, counted, Scope::Account);
}

impl Window {
    /// How many days of a month lie in it.
    pub(super) fn in_month(self, month: u32) -> u32 {
        let days = DAYS_OF_MONTH as u32;
        let (first, last) = (month * days, (month + 1) * days);
        let until = self.until.unwrap_or(u32::MAX).min(last);
        until.saturating_sub(self.from.max(first))
    }
}

fn stored(builder: &mut Builder<'_, '_>, vault: &VaultFact<'_>, window: Window) {
    let facts = builder.facts;
    let item = item(vault);
    if item.is_none() {
        builder
            .notes
            .add(&notes::VAULT_TYPE_UNKNOWN, vault.object, vault.name());
    }
    let kind = if vault.kind == Some(VaultKind::Database) {
        Kind::DatabaseStorage
    } else {
        Kind::Storage
    };
    let scope = if kind == Kind::DatabaseStorage {
        Scope::Vault(vault.object.index)
    } else {
        Scope::Account
    };
    let region = builder.region(vault.doc.region.as_deref());
    if kind == Kind::DatabaseStorage {
        let rate = builder.rate(Item::DatabaseStorage, region.as_ref());
        if rate.tiers.len() > 1 && !rate.free_quota.is_zero() {
            builder
                .notes
                .add(&notes::DATABASE_QUOTA, vault.object, vault.name());
        }
    }
    let head = |source: Option<&SourceFact<'_>>| Head {
        kind,
        item: item.unwrap_or(Item::VaultStorage),
        object: source.map_or(vault.object, |source| source.object),
        vault: Some(vault.object.index),
        source: source.map(|source| source.object.index),
        region: region.clone(),
    };
    if let Some(amount) = vault.doc.stored_gb {
        let mut cases = Vec::new();
        for case in builder.cases {
            let growth = growth_of_measured(builder, vault, *case);
            let nano = u128::from(amount.0) * GB;
            cases.push(measured(builder.months, nano, growth, window));
        }
        let whole = item.is_some();
        builder.line(head(None), Counted { cases, whole }, scope);
        if held_sources(facts, vault).any(|source| archive_days(facts, vault, source).is_some()) {
            builder
                .notes
                .add(&notes::ARCHIVE_OF_MEASURED, vault.object, vault.name());
        }
        return;
    }
    let mut any = false;
    let mut flow = (vault.mirror_count > 0).then_some(Flow::NONE);
    for source in held_sources(facts, vault) {
        any = true;
        let held = held(builder, vault, source, window, true);
        if let Some(flow) = &mut flow {
            flow.add(held.as_ref());
        }
        let Some(held) = held else {
            let unknown = builder.unknown();
            builder.line(head(Some(source)), unknown, scope);
            continue;
        };
        let cases = held.each(|nano, weight| Amount::daily(weighed(nano, weight.stored)));
        let whole = item.is_some();
        builder.line(head(Some(source)), Counted { cases, whole }, scope);
        if held.archives {
            let cases = held.each_archived();
            let head = Head {
                kind: Kind::Archive,
                item: Item::ArchiveStorage,
                ..head(Some(source))
            };
            builder.line(head, Counted { cases, whole: true }, Scope::Account);
        }
    }
    if let Some(flow) = flow {
        let index = vault.object.index;
        if builder.flows.len() <= index {
            builder.flows.resize_with(index + 1, || None);
        }
        if let Some(place) = builder.flows.get_mut(index) {
            *place = Some((window, flow));
        }
    }
    // That nobody says what a vault holds does not make it empty: an amount of 0 says that.
    if !any {
        builder
            .notes
            .add(&notes::NO_AMOUNT, vault.object, vault.name());
        let unknown = builder.unknown();
        builder.line(head(None), unknown, scope);
    }
}

/// The sources whose backups a vault stores: not the snapshots of instances, and not what an Essential Edition serves.
pub(super) fn held_sources<'f, 't>(
    facts: &'f Facts<'t>,
    vault: &VaultFact<'_>,
) -> impl Iterator<Item = &'f SourceFact<'t>> + use<'f, 't> {
    let vault = facts.vaults.get(vault.object.index);
    let held = vault.into_iter().flat_map(|vault| facts.sources_in(vault));
    held.filter(|source| {
        let snapshots = matches!(
            source.kind,
            Some(SourceKind::EcsInstance | SourceKind::EcsDisk)
        );
        let essential = source
            .doc
            .details
            .as_ref()
            .is_some_and(|details| details.essential.is_some());
        !snapshots && !essential
    })
}

/// The daily amounts of a measured vault, summed over the days of each month that count.
fn measured(months: u32, nano: u128, growth: Decimal, window: Window) -> Vec<Amount> {
    let change = Change {
        daily: Decimal::ZERO,
        same: Decimal::ZERO,
        growth,
    };
    let month = |month| {
        let sizes = change.sizes_in(month, window.from, window.until);
        Amount::daily(weighed(nano, sizes))
    };
    (0..months).map(month).collect()
}

/// The growth of a measured vault in percent a month: of its sources, by their sizes, else that of the plan.
pub(super) fn growth_of_measured(
    builder: &mut Builder<'_, '_>,
    vault: &VaultFact<'_>,
    case: Case,
) -> Decimal {
    let facts = builder.facts;
    let states = |source: &&SourceFact<'_>| {
        let sizing = source.doc.sizing.as_deref();
        sizing.is_some_and(|sizing| sizing.growth_percent.is_some())
    };
    let index = vault.object.index;
    let Some(vault) = facts.vaults.get(index) else {
        return Decimal::ZERO;
    };
    if held_sources(facts, vault).any(|source| states(&source)) {
        let (mut sum, mut sizes) = (0_u128, 0_u128);
        for source in held_sources(facts, vault) {
            let size = u128::from(source.doc.size_gb.map_or(0, |size| size.0));
            let growth = builder.change(source, case).growth.pico();
            sum = sum.saturating_add(growth.saturating_mul(size));
            sizes += size;
        }
        let mean = mul_div(sum, 1, sizes).and_then(Decimal::from_pico);
        if let Some(mean) = mean {
            return mean;
        }
    }
    let (change, stated) = builder.change_of_plan(case);
    if !stated && case == Case::Expected {
        builder
            .notes
            .add(&notes::NO_GROWTH_OF_VAULT, vault.object, vault.name());
    }
    change.growth
}

/// What a vault holds of a source.
pub(super) struct Held {
    /// The size of the source in billionths of a GB.
    pub(super) nano: u128,
    /// What its files or objects count at least where each counts 64 KB.
    pub(super) least: u128,
    /// The weights in each case.
    pub(super) cases: Vec<Rc<Weights>>,
    /// The points, as they are kept.
    pub(super) course: Option<Rc<Course>>,
    /// Runs on each day on which backups run.
    pub(super) a_day: u64,
    /// Whether points move to the archive tier.
    pub(super) archives: bool,
    /// Whether the source changes or grows.
    moves: bool,
    no_retention: bool,
    no_rhythm: bool,
}

impl Held {
    /// An amount for each month of each case.
    pub(super) fn each(
        &self,
        amount: impl Fn(u128, &super::points::Weight) -> Amount,
    ) -> Vec<Vec<Amount>> {
        let months = |weights: &Rc<Weights>| {
            let mut out: Vec<Amount> = Vec::with_capacity(weights.months.len());
            let mut before = None;
            for weight in &weights.months {
                let next = match out.last() {
                    Some(last) if before == Some(weight) => *last,
                    _ => amount(self.nano, weight),
                };
                before = Some(weight);
                out.push(next);
            }
            out
        };
        self.cases.iter().map(months).collect()
    }

    /// What the archive tier holds.
    fn each_archived(&self) -> Vec<Vec<Amount>> {
        let raw = self.nano.max(self.least);
        self.each(|_, weight| Amount::daily(weighed(raw, weight.archived)))
    }
}

/// What a vault holds of a source; `None` when its size is not known. `says` adds what is assumed to the notes.
pub(super) fn held(
    builder: &mut Builder<'_, '_>,
    vault: &VaultFact<'_>,
    source: &SourceFact<'_>,
    window: Window,
    says: bool,
) -> Option<Held> {
    let Some(size) = source.doc.size_gb else {
        if says {
            builder
                .notes
                .add(&notes::NO_SIZE, source.object, source.name());
        }
        return None;
    };
    let nano = u128::from(size.0) * GB;
    let held = held_of(builder, vault, source, window, nano, false)?;
    if says && source.doc.gone == Some(true) {
        builder
            .notes
            .add(&notes::GONE, source.object, source.name());
    } else if says && held.moves {
        if held.no_retention {
            builder
                .notes
                .add(&notes::NO_RETENTION, source.object, source.name());
        }
        if held.no_rhythm {
            builder
                .notes
                .add(&notes::NO_RHYTHM, source.object, source.name());
        }
    }
    Some(held)
}

/// What a vault holds of a source of a size in billionths of a GB; `raw` without the vault's reduction.
pub(super) fn held_of(
    builder: &mut Builder<'_, '_>,
    vault: &VaultFact<'_>,
    source: &SourceFact<'_>,
    window: Window,
    nano: u128,
    raw: bool,
) -> Option<Held> {
    let facts = builder.facts;
    let (vault, source) = (
        facts.vaults.get(vault.object.index)?,
        facts.sources.get(source.object.index)?,
    );
    let plan = profile(facts, Some(vault), source, window);
    let mut moves = false;
    let mut cases = Vec::with_capacity(builder.cases.len());
    let course = builder.course(plan.profile);
    for case in builder.cases {
        let change = builder.change(source, *case);
        moves |= !change.daily.is_zero() || !change.growth.is_zero();
        let ratio = if raw {
            Decimal::whole(1)
        } else {
            builder.ratio(vault, *case, moves || vault.doc.stored_gb.is_none())
        };
        cases.push(builder.weights(course, change, ratio));
    }
    let details = source.doc.details.as_deref();
    let files = details.and_then(|details| details.objects.or(details.files));
    Some(Held {
        nano,
        least: u128::from(files.map_or(0, |files| files.0)) * LEAST_ARCHIVED,
        cases,
        course: builder.course_at(course),
        a_day: plan.a_day,
        archives: plan.archives,
        moves,
        no_retention: plan.no_retention,
        no_rhythm: plan.no_rhythm,
    })
}

/// How a source is backed up.
pub(super) struct Planned {
    pub(super) profile: Profile,
    /// Runs on each day on which backups run.
    pub(super) a_day: u64,
    pub(super) no_retention: bool,
    pub(super) no_rhythm: bool,
    pub(super) archives: bool,
    /// Whether a rule of a policy says so.
    pub(super) by_rules: bool,
}

/// How a source is backed up to a vault, or as snapshots: by the rules of the policies that it is bound to.
pub(super) fn profile(
    facts: &Facts<'_>,
    vault: Option<&VaultFact<'_>>,
    source: &SourceFact<'_>,
    window: Window,
) -> Planned {
    let mut out = Planned {
        profile: Profile {
            streams: Vec::new(),
            keep_latest: false,
            archive_after: None,
            from: window.from,
            until: window.until,
        },
        a_day: 0,
        no_retention: false,
        no_rhythm: false,
        archives: false,
        by_rules: false,
    };
    let gone = source.doc.gone == Some(true);
    let index = vault.map(|vault| vault.object.index);
    for binding in facts.bindings_of(source).filter(|_| !gone) {
        let policy = facts.policies.get(binding.policy);
        let Some(policy) = policy.filter(|_| facts.misfit(binding).is_none()) else {
            continue;
        };
        if !policy.exists_before(facts.changes.len()) {
            continue;
        }
        for rule in facts.rules_of(policy) {
            let writes = match rule.vault {
                Some(at) => index == Some(at),
                None => index.is_none() || source.vault == index,
            };
            if rule.kind != Some(RuleKind::Backup) || !writes {
                continue;
            }
            let often = rule.doc.schedule.as_deref().and_then(rhythm::often);
            out.no_rhythm |= often.is_none();
            let often = often.unwrap_or(Often::DAILY);
            let kept = facts.retention(rule).map(|(_, days)| days);
            out.no_retention |= kept.is_none();
            let mut stream = Stream {
                every: often.every,
                kept: kept.unwrap_or(0),
                weekly: 0,
                monthly: 0,
                yearly: 0,
            };
            for special in &rule.doc.special_retentions {
                let days = special.days.map_or(0, |days| days.0);
                match &*special.kind {
                    "DAILY" => stream.kept = stream.kept.max(days),
                    "WEEKLY" => stream.weekly = stream.weekly.max(days),
                    "MONTHLY" => stream.monthly = stream.monthly.max(days),
                    "YEARLY" => stream.yearly = stream.yearly.max(days),
                    _ => {}
                }
            }
            out.by_rules = true;
            out.a_day = out.a_day.max(often.a_day);
            out.profile.keep_latest |= rule.doc.keep_latest != Some(false);
            if !out.profile.streams.contains(&stream) {
                out.profile.streams.push(stream);
            }
        }
    }
    if let Some(vault) = vault.filter(|_| !gone) {
        out.profile.archive_after = archive_days(facts, vault, source);
        out.archives = out.profile.archive_after.is_some();
    }
    if out.profile.streams.is_empty() {
        // One backup that stays, or backups of which only the newest is sure to.
        out.profile.streams.push(Stream {
            every: if gone { u32::MAX } else { 1 },
            kept: 0,
            weekly: 0,
            monthly: 0,
            yearly: 0,
        });
        out.profile.keep_latest = true;
        out.no_rhythm = !gone;
        out.no_retention = !gone;
    }
    out.a_day = out.a_day.max(1);
    out
}

/// After how many days backups of a source in a vault are archived; `None` when they are not.
pub(super) fn archive_days(
    facts: &Facts<'_>,
    vault: &VaultFact<'_>,
    source: &SourceFact<'_>,
) -> Option<u64> {
    if source.kind?.can_be_archived() != Some(true) {
        return None;
    }
    let index = vault.object.index;
    let mut least: Option<u64> = None;
    for binding in facts.bindings_of(source) {
        let policy = facts.policies.get(binding.policy)?;
        let writes = policy.vault.map_or(source.vault == Some(index), |_| {
            facts.written_by(policy).any(|at| at == index)
        });
        if !writes
            || facts.misfit(binding).is_some()
            || policy.kind == Some(PolicyKind::EcsInstance)
        {
            continue;
        }
        for rule in facts.rules_of(policy) {
            if let Some((days, _)) = rule.archives_after(facts) {
                least = Some(least.map_or(days, |least| least.min(days)));
            }
        }
    }
    least
}
