//! Which values decided a verdict: each stated value around the subject is taken away in turn, and those without
//! which the rule would say something else are the evidence. Nothing here knows any rule.

use crate::catalog::limits;
use crate::facts::{Facts, Store};
use crate::finding::{Gap, Judged, ObjectKind, ObjectRef, Verdict};
use crate::model::edit::ToValue;
use crate::model::{self, Topology};
use crate::report::Options;
use crate::rules::{CHECKS, Check, Over};
use crate::text::patch::Op;
use crate::text::pointer::push_key;
use crate::text::value::Value;

/// A verdict without its details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    /// The rule is not about the subject.
    NotApplicable,
    /// It holds.
    Pass,
    /// A fact is missing.
    Undecided,
    /// It is broken.
    Fail,
}

impl Seen {
    /// The word in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotApplicable => "not-applicable",
            Self::Pass => "pass",
            Self::Undecided => "undecided",
            Self::Fail => "fail",
        }
    }

    fn of(judged: &Judged) -> Self {
        match judged {
            Ok(Verdict::Pass) => Self::Pass,
            Ok(Verdict::NotApplicable) | Err(Gap::LeftOut) => Self::NotApplicable,
            Ok(Verdict::Fail(_)) => Self::Fail,
            Err(Gap::Missing(_)) => Self::Undecided,
        }
    }
}

/// A value that decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// JSON Pointer of the value.
    pub pointer: String,
    /// The object that states it.
    pub object: ObjectRef,
    /// The value as JSON.
    pub value: String,
    /// What the rule would say without it; `None` for the value at which a failure points, when any other value
    /// that nothing knows would fail as well.
    pub without: Option<Seen>,
}

/// A verdict on one subject with the values that decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The subject.
    pub object: ObjectRef,
    /// What the rule says.
    pub seen: Seen,
    /// What decided, in the order of the plan.
    pub evidence: Vec<Evidence>,
    /// Whether more values stand around the subject than were tried.
    pub cut: bool,
}

/// What a rule says about each object of a plan that it is about, at most [`limits::EXPLAINED`]; `None` when the
/// edition does not have the rule. The plan is changed while it is tried and is as before afterwards.
pub fn explain(
    plan: &mut Topology<'static>,
    rule: &str,
    only: Option<ObjectRef>,
    options: Options,
) -> Option<Vec<Explained>> {
    let (check, options) = asked(plan, rule, options)?;
    let subjects: Vec<(ObjectRef, Said)> = match only {
        Some(object) => vec![(object, said(plan, check, object, options))],
        None => about(plan, check, options)
            .take(limits::EXPLAINED)
            .collect(),
    };
    let explained = subjects
        .into_iter()
        .map(|(object, said)| one(plan, check, object, &said, options));
    Some(explained.collect())
}

/// What a rule says about each object of a plan that it is about, without the values that decided: one check of one
/// rule. Empty when the edition does not have the rule.
#[must_use]
pub fn subjects(plan: &Topology<'_>, rule: &str, options: Options) -> Vec<(ObjectRef, Seen)> {
    let Some((check, options)) = asked(plan, rule, options) else {
        return Vec::new();
    };
    about(plan, check, options)
        .map(|(object, said)| (object, said.seen))
        .collect()
}

/// The rule of a name, if the edition has it, and the edition.
fn asked(plan: &Topology<'_>, rule: &str, options: Options) -> Option<(&'static Check, Options)> {
    let edition = options.edition.unwrap_or_else(|| plan.edition());
    let check = CHECKS.iter().copied().find(|check| {
        let named = check.rule.slug == rule || check.rule.code.eq_ignore_ascii_case(rule);
        named && check.rule.editions.has(edition)
    })?;
    let options = Options {
        edition: Some(edition),
        ..options
    };
    Some((check, options))
}

/// The objects that a rule is about, with what it says.
fn about<'t>(
    plan: &'t Topology<'t>,
    check: &'static Check,
    options: Options,
) -> impl Iterator<Item = (ObjectRef, Said)> + use<'t> {
    let edition = options.edition.unwrap_or_else(|| plan.edition());
    let facts = Facts::new(plan, edition, options.now);
    objects(plan)
        .map(move |object| (object, judge(check, &facts, object)))
        .filter(|(_, said)| said.seen != Seen::NotApplicable)
}

/// Every object of a plan, the plan itself first.
fn objects(plan: &Topology<'_>) -> impl Iterator<Item = ObjectRef> + use<> {
    let lists = [
        (ObjectKind::Plan, 1),
        (ObjectKind::Key, plan.keys.len()),
        (ObjectKind::Vault, plan.vaults.len()),
        (ObjectKind::Mirror, plan.mirrors.len()),
        (ObjectKind::Client, plan.clients.len()),
        (ObjectKind::Source, plan.sources.len()),
        (ObjectKind::Policy, plan.policies.len()),
        (ObjectKind::Restore, plan.restores.len()),
        (ObjectKind::Change, plan.changes.len()),
    ];
    lists
        .into_iter()
        .flat_map(|(kind, count)| (0..count).map(move |index| ObjectRef::new(kind, index)))
}

fn one(
    plan: &mut Topology<'static>,
    check: &Check,
    object: ObjectRef,
    said: &Said,
    options: Options,
) -> Explained {
    let (places, cut) = around(plan, object);
    let mut evidence = Vec::new();
    for place in places {
        let without = tried(plan, check, object, &place, options);
        let without = without.filter(|without| *without != said.seen);
        if without.is_some() || said.points_at.as_deref() == Some(&*place.pointer) {
            evidence.push(Evidence {
                pointer: place.pointer,
                object: place.object,
                value: place.value.to_string(),
                without,
            });
        }
    }
    Explained {
        object,
        seen: said.seen,
        evidence,
        cut,
    }
}

/// What the rule would say without a value: without the field where it is optional, with a name that nothing has
/// where it is required. `None` when the value cannot be taken away.
fn tried(
    plan: &mut Topology<'static>,
    check: &Check,
    object: ObjectRef,
    place: &Place,
    options: Options,
) -> Option<Seen> {
    // Without its id an object is another one.
    if place.pointer == place.object.pointer("/id") {
        return None;
    }
    let takes = [
        Op::remove(place.pointer.as_str()),
        Op::set(place.pointer.as_str(), NOTHING),
    ];
    let inverse = takes
        .into_iter()
        .find_map(|op| model::apply(plan, &[op]).ok())?;
    let without = said(plan, check, object, options).seen;
    // The inverse of what was applied applies.
    let _ok = model::apply(plan, &inverse);
    Some(without)
}

/// A name that no object has.
const NOTHING: &str = "\u{0}";

/// What a rule says about a subject.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    seen: Seen,
    /// Where a failure points.
    points_at: Option<String>,
}

impl Said {
    fn of(judged: &Judged) -> Self {
        Self {
            seen: Seen::of(judged),
            points_at: match judged {
                Ok(Verdict::Fail(fail)) => Some(fail.spot.pointer()),
                _ => None,
            },
        }
    }

    const NOTHING: Self = Self {
        seen: Seen::NotApplicable,
        points_at: None,
    };
}

fn said(plan: &Topology<'_>, check: &Check, object: ObjectRef, options: Options) -> Said {
    let edition = options.edition.unwrap_or_else(|| plan.edition());
    judge(check, &Facts::new(plan, edition, options.now), object)
}

/// The gravest thing that a rule says about an object.
fn judge<'t>(check: &Check, facts: &Facts<'t>, object: ObjectRef) -> Said {
    let at = object.index;
    let is = |kind| (object.kind == kind).then_some(at);
    let judged: Option<Judged> = match check.over {
        Over::Vaults(judge) => is(ObjectKind::Vault)
            .and_then(|at| facts.vaults.get(at))
            .map(|vault| judge(vault, facts)),
        Over::Mirrors(judge) => is(ObjectKind::Mirror)
            .and_then(|at| facts.mirrors.get(at))
            .map(|mirror| judge(mirror, facts)),
        Over::Stores(judge) => match object.kind {
            ObjectKind::Vault => facts.vaults.get(at).map(Store::Vault),
            ObjectKind::Mirror => facts.mirrors.get(at).map(Store::Mirror),
            _ => None,
        }
        .map(|store| judge(store, facts)),
        Over::Clients(judge) => is(ObjectKind::Client)
            .and_then(|at| facts.clients.get(at))
            .map(|client| judge(client, facts)),
        Over::Sources(judge) => is(ObjectKind::Source)
            .and_then(|at| facts.sources.get(at))
            .map(|source| judge(source, facts)),
        Over::Policies(judge) => is(ObjectKind::Policy)
            .and_then(|at| facts.policies.get(at))
            .map(|policy| judge(policy, facts)),
        Over::Keys(judge) => is(ObjectKind::Key)
            .and_then(|at| facts.keys.get(at))
            .map(|key| judge(key, facts)),
        Over::Restores(judge) => is(ObjectKind::Restore)
            .and_then(|at| facts.restores.get(at))
            .map(|restore| judge(restore, facts)),
        Over::Changes(judge) => is(ObjectKind::Change)
            .and_then(|at| facts.changes.get(at))
            .map(|change| judge(change, facts)),
        Over::Plan(judge) => is(ObjectKind::Plan).map(|_| judge(facts.plan, facts)),
        Over::PolicyRules(judge) => {
            let own = facts
                .policy_rules
                .iter()
                .filter(|rule| rule.object == object);
            return gravest(own.map(|rule| judge(rule, facts)));
        }
        Over::Writers(judge) => {
            let own = facts.writers.iter().filter(|one| one.spot.object == object);
            return gravest(own.map(|writer| judge(writer, facts)));
        }
        Over::MirrorRegions(judge) => {
            let own = facts.mirror_regions.iter();
            let own = own.filter(|(_, spot)| spot.object == object);
            return gravest(own.map(|(region, spot)| judge(*region, spot, facts)));
        }
        Over::Noted(judge, noted, _) => {
            let said = (0..noted(facts)).map(|number| judge(number, facts));
            return gravest(said.filter(|judged| match judged {
                Ok(Verdict::Fail(fail)) => fail.spot.object == object,
                Err(Gap::Missing(missing)) => missing.spot.object == object,
                _ => false,
            }));
        }
        // What settings do is known only when all rules have spoken.
        Over::Settings(_) => None,
    };
    judged.as_ref().map_or(Said::NOTHING, Said::of)
}

fn gravest(judged: impl Iterator<Item = Judged>) -> Said {
    let mut gravest = Said::NOTHING;
    for judged in judged {
        let said = Said::of(&judged);
        // Of equals the first.
        if said.seen > gravest.seen {
            gravest = said;
        }
    }
    gravest
}

/// A stated value.
struct Place {
    pointer: String,
    object: ObjectRef,
    value: Value,
}

/// The values that the subject states, then those of the objects that it names, that these name, and that name one
/// of them: at most [`limits::TRIED`] values of [`limits::NEAR`] objects.
fn around(plan: &Topology<'static>, object: ObjectRef) -> (Vec<Place>, bool) {
    let facts = Facts::new(plan, plan.edition(), None);
    let mut near = vec![object];
    let mut at = 0;
    let mut cut = false;
    while let Some(one) = near.get(at).copied() {
        at += 1;
        for place in stated(plan, one) {
            let named = place.value.as_str().and_then(|name| facts.find(name));
            if let Some(named) = named.filter(|named| !near.contains(named)) {
                cut |= near.len() >= limits::NEAR;
                near.push(named);
                near.truncate(limits::NEAR);
            }
        }
    }
    let ids: Vec<&str> = near.iter().map(|one| facts.id(*one)).collect();
    let names_one = |other: &ObjectRef| {
        let own = stated(plan, *other);
        let mut names = own.iter().filter_map(|place| place.value.as_str());
        names.any(|name| ids.contains(&name))
    };
    let naming: Vec<_> = objects(plan)
        .filter(|other| !near.contains(other) && names_one(other))
        .take(limits::NEAR + 1)
        .collect();
    cut |= naming.len() > limits::NEAR;
    near.extend(naming.into_iter().take(limits::NEAR));
    let mut places = Vec::new();
    for one in near {
        let own = stated(plan, one);
        let room = limits::TRIED.saturating_sub(places.len());
        cut |= own.len() > room;
        places.extend(own.into_iter().take(room));
    }
    (places, cut)
}

/// The values that an object states: its members, and those of its members that are objects or lists.
fn stated(plan: &Topology<'static>, object: ObjectRef) -> Vec<Place> {
    fn json<T: ToValue>(one: Option<&T>) -> Option<Value> {
        one.map(T::value)
    }
    let at = object.index;
    let value = match object.kind {
        ObjectKind::Plan => return of_the_plan(plan),
        ObjectKind::Vault => json(plan.vaults.get(at)),
        ObjectKind::Mirror => json(plan.mirrors.get(at)),
        ObjectKind::Client => json(plan.clients.get(at)),
        ObjectKind::Source => json(plan.sources.get(at)),
        ObjectKind::Policy => json(plan.policies.get(at)),
        ObjectKind::Restore => json(plan.restores.get(at)),
        ObjectKind::Change => json(plan.changes.get(at)),
        ObjectKind::Key => json(plan.keys.get(at)),
    };
    let mut places = Vec::new();
    if let Some(value) = value {
        leaves(object, object.pointer(""), &value, &mut places);
    }
    places
}

/// The fields of the plan itself that rules read.
fn of_the_plan(plan: &Topology<'static>) -> Vec<Place> {
    let mut places = Vec::new();
    let mut add = |pointer: &str, value: Value, is_stated: bool| {
        if is_stated {
            places.push(Place {
                pointer: pointer.to_owned(),
                object: ObjectRef::PLAN,
                value,
            });
        }
    };
    let regions = &plan.replication_regions;
    add("/replicationRegions", regions.value(), regions.is_some());
    add("/roles", plan.roles.value(), plan.roles.is_some());
    add("/billing", plan.billing.value(), plan.billing.is_some());
    add("/access", plan.access.value(), !plan.access.is_empty());
    add(
        "/contacts",
        plan.contacts.value(),
        !plan.contacts.is_empty(),
    );
    let answers = plan.answers.value();
    leaves(
        ObjectRef::PLAN,
        "/answers".to_owned(),
        &answers,
        &mut places,
    );
    places
}

fn leaves(object: ObjectRef, pointer: String, value: &Value, places: &mut Vec<Place>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members.iter() {
                let mut pointer = pointer.clone();
                push_key(&mut pointer, name);
                leaves(object, pointer, member, places);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let mut pointer = pointer.clone();
                crate::text::pointer::push_index(&mut pointer, index);
                leaves(object, pointer, item, places);
            }
        }
        _ => places.push(Place {
            pointer,
            object,
            value: value.clone(),
        }),
    }
}
