//! What mirrors store, and what flows to them.

use std::rc::Rc;

use super::DAYS_OF_MONTH;
use super::estimate::{Builder, Counted, Head, Scope};
use super::line::Kind;
use super::money::{Amount, mul_div};
use super::notes;
use super::points::{Change, Profile, Stream, Weights, weighed};
use super::storage::{self, GB, Held, Window};
use crate::catalog::editions::Edition;
use crate::catalog::price_items::Item;
use crate::facts::{MirrorFact, SourceRef, VaultFact};
use crate::questions::Reason;
use crate::questions::coverage::Copies;
use crate::text::decimal::Decimal;

/// Days after which the history of a mirror counts as copied.
const COPIED_AFTER: u64 = 30;

/// Adds what mirrors store and what flows to them.
pub(super) fn add(builder: &mut Builder<'_, '_>, copies: Option<&Copies<'_, '_>>) {
    let facts = builder.facts;
    let Some(copies) = copies else { return };
    for mirror in &facts.mirrors {
        if let Some(reasons) = copies.refusal(mirror.object.index) {
            let object = facts.maker(mirror.object.index).unwrap_or(mirror.object);
            let because = because(&reasons);
            builder
                .notes
                .refused(&notes::MIRROR_REFUSED, object, mirror.name(), because);
            continue;
        }
        one(builder, mirror);
    }
}

/// The first reason, as a note says it.
pub(super) fn because(reasons: &[Reason]) -> Option<(crate::lang::Text, Vec<crate::lang::Arg>)> {
    reasons
        .first()
        .map(|reason| (reason.text, reason.args.clone()))
}

fn one(builder: &mut Builder<'_, '_>, mirror: &MirrorFact<'_>) {
    let facts = builder.facts;
    let object = facts.maker(mirror.object.index).unwrap_or(mirror.object);
    let vault = match mirror.source {
        SourceRef::Vault(index) => facts.vaults.get(index),
        SourceRef::Mirror(_) | SourceRef::Absent => None,
    };
    let own = mirror.region.map(|region| region.id);
    let region = builder.region(own);
    let home = vault.and_then(|vault| vault.doc.region.as_deref());
    let home = builder.region(home.or(mirror.doc.source_region.as_deref()));
    let head = |kind, item, region| Head {
        kind,
        item,
        object,
        vault: vault.map(|vault| vault.object.index),
        source: None,
        region,
    };
    let storage = head(Kind::MirrorStorage, Item::MirrorStorage, region);
    let traffic = head(Kind::Replication, Item::ReplicationTraffic, home);
    let Some(vault) = vault else {
        builder
            .notes
            .add(&notes::MIRROR_WITHOUT_VAULT, object, mirror.name());
        let unknown = builder.unknown();
        builder.line(storage, unknown.clone(), Scope::Account);
        builder.line(traffic, unknown, Scope::Account);
        return;
    };
    let mut window = storage::window(builder, vault, false);
    let created = facts.plan.mirrors.get(mirror.object.index);
    let created = created.and_then(|_| facts.mirror_created(mirror).ok());
    if let Some(day) = created.and_then(|created| builder.day_of(created)) {
        window.from = window.from.max(day);
    }
    let flow = taken(builder, vault, window);
    if flow.archives {
        // Pages before 2026 do not say so.
        if facts.edition != Edition::ReplicationTarget {
            builder
                .notes
                .add(&notes::ARCHIVE_NOT_COPIED, object, mirror.name());
        }
    }
    let old = created.and_then(|created| builder.days_before(created));
    let percent = mirror.doc.history_percent.map(|percent| percent.0.min(100));
    let left = match (percent, old) {
        (Some(percent), _) => 100 - percent,
        (None, Some(days)) if days >= COPIED_AFTER => {
            builder
                .notes
                .add(&notes::HISTORY_COPIED, object, mirror.name());
            0
        }
        _ => 100,
    };
    let first = window.from / DAYS_OF_MONTH as u32;
    let stated = mirror.doc.history_gb.map(|gb| u128::from(gb.0) * GB);
    let mut traffics = Vec::with_capacity(flow.written.len());
    for (written, before) in flow.written.into_iter().zip(flow.before) {
        let history = mul_div(stated.unwrap_or(before), u128::from(left), 100).unwrap_or(u128::MAX);
        let months = written.into_iter().zip(0..).map(|(nano, month)| {
            let history = if month == first { history } else { 0 };
            Amount::flow(nano.saturating_add(history))
        });
        traffics.push(months.collect());
    }
    let whole = flow.whole;
    let cases = flow.stored;
    builder.line(storage, Counted { cases, whole }, Scope::Account);
    let counted = Counted {
        cases: traffics,
        whole,
    };
    builder.line(traffic, counted, Scope::Account);
}

/// What the sources of a vault come to, for its mirrors: those that are kept and change alike are added up, so that
/// they are weighed once.
#[derive(Debug)]
pub(super) struct Flow {
    groups: Vec<(Vec<Rc<Weights>>, u128)>,
    /// Whether all sizes are known.
    whole: bool,
    /// Whether part of it moves to the archive tier.
    archives: bool,
}

impl Flow {
    /// Nothing, so far.
    pub(super) const NONE: Self = Self {
        groups: Vec::new(),
        whole: true,
        archives: false,
    };

    /// Adds a source; `None` when its size is not known.
    pub(super) fn add(&mut self, held: Option<&Held>) {
        let Some(held) = held else {
            self.whole = false;
            return;
        };
        self.archives |= held.archives;
        let same = |(weights, _): &(Vec<Rc<Weights>>, u128)| {
            let mut pairs = weights.iter().zip(&held.cases);
            weights.len() == held.cases.len() && pairs.all(|(one, other)| Rc::ptr_eq(one, other))
        };
        match self.groups.iter().rposition(same) {
            Some(place) => {
                if let Some((_, nano)) = self.groups.get_mut(place) {
                    *nano = nano.saturating_add(held.nano);
                }
            }
            None => self.groups.push((held.cases.clone(), held.nano)),
        }
    }
}

/// What a vault's standard tier holds and takes, as stored, from a day on.
struct Taken {
    /// What it holds, for each case and month.
    stored: Vec<Vec<Amount>>,
    /// What is written anew, in billionths of a GB.
    written: Vec<Vec<u128>>,
    /// What lies there before that day.
    before: Vec<u128>,
    /// Whether all of it is known.
    whole: bool,
    /// Whether part of it moves to the archive tier.
    archives: bool,
}

fn taken(builder: &mut Builder<'_, '_>, vault: &VaultFact<'_>, window: Window) -> Taken {
    let facts = builder.facts;
    let index = vault.object.index;
    let known = builder.flows.get_mut(index).and_then(Option::take);
    let flow = match known {
        Some((of, flow)) if of == window => flow,
        _ => {
            let mut flow = Flow::NONE;
            for source in storage::held_sources(facts, vault) {
                let held = storage::held(builder, vault, source, window, false);
                flow.add(held.as_ref());
            }
            flow
        }
    };
    let (cases, months) = (builder.cases.len(), builder.months as usize);
    let mut out = Taken {
        stored: vec![vec![Amount::ZERO; months]; cases],
        written: vec![vec![0; months]; cases],
        before: vec![0; cases],
        whole: flow.whole,
        archives: flow.archives,
    };
    for (weights, nano) in &flow.groups {
        for (case, weights) in weights.iter().enumerate() {
            out.add(case, weights, *nano);
        }
    }
    let any = !flow.groups.is_empty() || !flow.whole;
    match vault.doc.stored_gb {
        Some(amount) => {
            let nano = u128::from(amount.0) * GB;
            of_measured(builder, vault, nano, window, any, &mut out);
        }
        None if !any => out.whole = false,
        None => {}
    }
    // Another mirror of the vault asks again.
    if let Some(place) = builder.flows.get_mut(index) {
        *place = Some((window, flow));
    }
    out
}

impl Taken {
    fn add(&mut self, case: usize, weights: &Weights, nano: u128) {
        if let Some(stored) = self.stored.get_mut(case) {
            for (sum, weight) in stored.iter_mut().zip(&weights.months) {
                *sum += Amount::daily(weighed(nano, weight.stored));
            }
        }
        if let Some(written) = self.written.get_mut(case) {
            for (sum, weight) in written.iter_mut().zip(&weights.months) {
                *sum = sum.saturating_add(weighed(nano, weight.written));
            }
        }
        if let Some(before) = self.before.get_mut(case) {
            *before = before.saturating_add(weighed(nano, weights.before));
        }
    }
}

/// A measured vault holds its amount; what it takes anew is told by its sources, where all their sizes are known.
fn of_measured(
    builder: &mut Builder<'_, '_>,
    vault: &VaultFact<'_>,
    nano: u128,
    window: Window,
    has_sources: bool,
    flow: &mut Taken,
) {
    let by_sources = has_sources && flow.whole;
    flow.whole = true;
    // The amount counts as standard storage whole.
    flow.archives = false;
    for (at, case) in builder.cases.iter().enumerate() {
        let growth = storage::growth_of_measured(builder, vault, *case);
        let (plan, _) = builder.change_of_plan(*case);
        let change = Change { growth, ..plan };
        let months: Vec<Amount> = (0..builder.months)
            .map(|month| {
                let sizes = change.sizes_in(month, window.from, window.until);
                Amount::daily(weighed(nano, sizes))
            })
            .collect();
        if let Some(stored) = flow.stored.get_mut(at) {
            *stored = months;
        }
        if let Some(written) = flow.written.get_mut(at).filter(|_| !by_sources) {
            written.fill(0);
        }
        if let Some(before) = flow.before.get_mut(at) {
            *before = weighed(nano, change.size_on(window.from));
        }
        if by_sources {
            continue;
        }
        if !change.daily.is_zero() {
            builder
                .notes
                .add(&notes::CHANGE_OF_STORED, vault.object, vault.name());
        }
        let daily = Profile {
            streams: vec![Stream {
                every: 1,
                kept: 0,
                weekly: 0,
                monthly: 0,
                yearly: 0,
            }],
            keep_latest: true,
            archive_after: None,
            from: window.from,
            until: window.until,
        };
        let course = builder.course(daily);
        let weights = builder.weights(course, change, Decimal::whole(1));
        if let Some(written) = flow.written.get_mut(at) {
            let months = weights
                .months
                .iter()
                .map(|month| weighed(nano, month.written));
            *written = months.collect();
        }
    }
}
