//! Snapshots of ECS instances: the software fee on the bill of Cloud Backup, storage and copies on that of ECS.

use super::clients;
use super::estimate::{Builder, Counted, Head, Scope};
use super::line::Kind;
use super::mirrors::because;
use super::money::Amount;
use super::notes;
use super::points::{ONE, Profile, Stream, weighed};
use super::storage::{self, GB, Planned, Window};
use crate::catalog::price_items::Item;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{PolicyRuleFact, REMOTE_DAYS, RuleKind, SourceFact};
use crate::questions::coverage::Copies;
use crate::text::decimal::Decimal;

/// All days.
const ALWAYS: Window = Window {
    from: 0,
    until: None,
};

/// Whether backups of a source are snapshots.
pub(super) fn is_instance(source: &SourceFact<'_>) -> bool {
    let snapshots = matches!(
        source.kind,
        Some(SourceKind::EcsInstance | SourceKind::EcsDisk)
    );
    let details = source.doc.details.as_deref();
    snapshots && details.is_none_or(|details| details.essential.is_none())
}

/// Adds snapshots and their copies.
pub(super) fn add(builder: &mut Builder<'_, '_>, copies: Option<&Copies<'_, '_>>) {
    let facts = builder.facts;
    for source in facts.sources.iter().filter(|source| is_instance(source)) {
        let plan = storage::profile(facts, None, source, ALWAYS);
        if !plan.by_rules && source.doc.gone != Some(true) {
            continue;
        }
        if source.kind == Some(SourceKind::EcsInstance) {
            let one = builder.always(Amount::flow(GB));
            clients::line(builder, source, (Kind::Clients, Item::InstanceClient), one);
        }
        one(builder, source, plan, copies);
    }
}

fn one(
    builder: &mut Builder<'_, '_>,
    source: &SourceFact<'_>,
    plan: Planned,
    copies: Option<&Copies<'_, '_>>,
) {
    let facts = builder.facts;
    let head = |kind, item, region| Head {
        kind,
        item,
        object: source.object,
        vault: None,
        source: Some(source.object.index),
        region,
    };
    let home = builder.region(source.doc.region.as_deref());
    let size = source.doc.size_gb.map(|size| u128::from(size.0) * GB);
    if size.is_none() {
        builder
            .notes
            .add(&notes::NO_SIZE, source.object, source.name());
    }
    let (stored, _) = amounts(builder, source, size, plan.profile.clone());
    builder.line(
        head(Kind::Snapshots, Item::SnapshotStorage, home),
        stored,
        Scope::Account,
    );
    let of_facts = facts.sources.get(source.object.index);
    let (Some(copies), Some(of_facts)) = (copies, of_facts) else {
        return;
    };
    for (rule, refused) in copies.of_snapshots(of_facts) {
        let Some(rule) = facts.policy_rules.get(rule) else {
            continue;
        };
        if let Some(reasons) = refused {
            let because = because(&reasons);
            builder
                .notes
                .refused(&notes::COPY_REFUSED, source.object, source.name(), because);
            continue;
        }
        let remote = builder.region(rule.doc.replication_region.as_deref());
        let profile = remote_profile(&plan.profile, rule);
        let (stored, copied) = amounts(builder, source, size, profile);
        let traffic = head(Kind::SnapshotCopies, Item::SnapshotCopy, remote.clone());
        builder.line(traffic, copied, Scope::Account);
        let storage = head(Kind::SnapshotCopies, Item::SnapshotStorage, remote);
        builder.line(storage, stored, Scope::Account);
    }
}

/// The same points with the retention of the copies.
fn remote_profile(home: &Profile, rule: &PolicyRuleFact<'_>) -> Profile {
    let own = rule.doc.replication_days.map(|days| days.0);
    let replication = rule.kind == Some(RuleKind::Replication);
    let kept = own.or_else(|| rule.remote_days().filter(|_| replication));
    let kept = kept.unwrap_or(REMOTE_DAYS);
    let mut streams: Vec<Stream> = Vec::new();
    for stream in &home.streams {
        let stream = Stream {
            every: stream.every,
            kept,
            weekly: 0,
            monthly: 0,
            yearly: 0,
        };
        if !streams.contains(&stream) {
            streams.push(stream);
        }
    }
    Profile {
        streams,
        ..home.clone()
    }
}

/// What snapshots of a source store, and what a copy of each takes. Snapshots are neither deduplicated nor compressed.
fn amounts(
    builder: &mut Builder<'_, '_>,
    source: &SourceFact<'_>,
    size: Option<u128>,
    profile: Profile,
) -> (Counted, Counted) {
    let Some(nano) = size else {
        return (builder.unknown(), builder.unknown());
    };
    let facts = builder.facts;
    let course = builder.course(profile);
    let walked = builder.course_at(course);
    let (mut stored, mut copied) = (Vec::new(), Vec::new());
    for case in builder.cases {
        let Some(source) = facts.sources.get(source.object.index) else {
            break;
        };
        let change = builder.change(source, *case);
        let weights = builder.weights(course, change, Decimal::whole(1));
        let months = weights.months.iter();
        stored.push(
            months
                .clone()
                .map(|month| Amount::daily(weighed(nano, month.stored)))
                .collect(),
        );
        let first = |month| {
            walked
                .as_ref()
                .is_some_and(|course| course.has_first(month))
        };
        let months = months.enumerate().map(|(at, month)| {
            let whole = if first(at) { ONE } else { 0 };
            Amount::flow(weighed(nano, month.written.saturating_add(whole)))
        });
        copied.push(months.collect());
    }
    let whole = |cases| Counted { cases, whole: true };
    (whole(stored), whole(copied))
}
