//! The edits that the forms offer, as patches with the words for their step. Pure: nothing is applied here.

use std::borrow::Cow;

use vaultplan::catalog::vocabulary;
use vaultplan::facts::{Facts, VaultFact};
use vaultplan::finding::{Fix, ObjectKind, ObjectRef};
use vaultplan::lang::{Lang, Text};
use vaultplan::model::edit::ToValue;
use vaultplan::model::topology::MAX_GB;
use vaultplan::model::{Moment, Topology};
use vaultplan::questions::{generated, mirror_regions};
use vaultplan::text::decimal::Decimal;
use vaultplan::text::patch::{Op, Patch};
use vaultplan::text::value::{Map, Value};

use crate::objects;
use crate::state::Label;
use crate::words::{self, forms};

/// An edit: what it is called and what it does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Edit {
    pub(crate) label: Label,
    pub(crate) patch: Patch,
}

/// The name by which people know an object: its name, else its id.
pub(crate) fn name<'p>(plan: &'p Topology<'_>, object: ObjectRef) -> &'p str {
    let index = object.index;
    let name = match object.kind {
        ObjectKind::Plan => return plan.name.as_deref().unwrap_or_default(),
        ObjectKind::Vault => plan.vaults.get(index).and_then(|o| o.name.as_deref()),
        ObjectKind::Mirror => plan.mirrors.get(index).and_then(|o| o.name.as_deref()),
        ObjectKind::Client => plan.clients.get(index).and_then(|o| o.name.as_deref()),
        ObjectKind::Source => plan.sources.get(index).and_then(|o| o.name.as_deref()),
        ObjectKind::Policy => plan.policies.get(index).and_then(|o| o.name.as_deref()),
        ObjectKind::Key => plan.keys.get(index).and_then(|o| o.alias.as_deref()),
        ObjectKind::Restore => plan.restores.get(index).and_then(|o| o.name.as_deref()),
        ObjectKind::Change => plan.changes.get(index).map(|o| &*o.object),
    };
    let named = name.filter(|name| !name.trim().is_empty());
    named.unwrap_or_else(|| id(plan, object))
}

/// The id of an object; empty for the plan, and for a change without one.
pub(crate) fn id<'p>(plan: &'p Topology<'_>, object: ObjectRef) -> &'p str {
    let index = object.index;
    let id = match object.kind {
        ObjectKind::Plan => None,
        ObjectKind::Vault => plan.vaults.get(index).map(|o| &*o.id),
        ObjectKind::Mirror => plan.mirrors.get(index).map(|o| &*o.id),
        ObjectKind::Client => plan.clients.get(index).map(|o| &*o.id),
        ObjectKind::Source => plan.sources.get(index).map(|o| &*o.id),
        ObjectKind::Policy => plan.policies.get(index).map(|o| &*o.id),
        ObjectKind::Key => plan.keys.get(index).map(|o| &*o.id),
        ObjectKind::Restore => plan.restores.get(index).map(|o| &*o.id),
        ObjectKind::Change => plan.changes.get(index).and_then(|o| o.id.as_deref()),
    };
    id.unwrap_or_default()
}

/// The kinds of objects that a plan lists, in the order in which an id is looked for.
pub(crate) const KINDS: [ObjectKind; 8] = [
    ObjectKind::Vault,
    ObjectKind::Mirror,
    ObjectKind::Source,
    ObjectKind::Client,
    ObjectKind::Policy,
    ObjectKind::Restore,
    ObjectKind::Key,
    ObjectKind::Change,
];

/// How many objects of a kind a plan has.
pub(crate) fn number_of(plan: &Topology<'_>, kind: ObjectKind) -> usize {
    match kind {
        ObjectKind::Plan => 1,
        ObjectKind::Vault => plan.vaults.len(),
        ObjectKind::Mirror => plan.mirrors.len(),
        ObjectKind::Client => plan.clients.len(),
        ObjectKind::Source => plan.sources.len(),
        ObjectKind::Policy => plan.policies.len(),
        ObjectKind::Key => plan.keys.len(),
        ObjectKind::Restore => plan.restores.len(),
        ObjectKind::Change => plan.changes.len(),
    }
}

/// All objects of a kind.
pub(crate) fn all_of(plan: &Topology<'_>, kind: ObjectKind) -> impl Iterator<Item = ObjectRef> {
    (0..number_of(plan, kind)).map(move |index| ObjectRef::new(kind, index))
}

/// What a control accepts, and what it makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    /// Any text.
    Text,
    /// Any text but an empty one.
    Needed,
    /// The id or the name of an object.
    Object,
    /// Texts, one a line.
    Lines,
    /// A whole number between two others, both included.
    Whole(u64, u64),
    /// An exact decimal between two whole numbers, both included.
    Decimal(u64, u64),
    /// A time in RFC 3339.
    Time,
    /// `true` or `false`.
    Flag,
    /// The source of a trial; `?` for a trial of an unknown source.
    Trial,
}

impl Takes {
    /// Whether what was typed can be taken over.
    pub(crate) fn fits(self, typed: &str) -> bool {
        match self {
            Self::Whole(least, most) => {
                let number = typed.parse::<u64>();
                number.is_ok_and(|number| number >= least && number <= most)
            }
            Self::Decimal(least, most) => Decimal::parse(typed).is_some_and(|decimal| {
                decimal >= Decimal::whole(least) && decimal <= Decimal::whole(most)
            }),
            Self::Time => Moment::parse(typed).is_some(),
            Self::Needed => !typed.is_empty(),
            Self::Text | Self::Object | Self::Lines | Self::Flag | Self::Trial => true,
        }
    }

    /// What is said of anything else.
    pub(crate) fn complaint(self) -> Label {
        match self {
            Self::Time => Label::new(words::WANTS_MOMENT),
            Self::Whole(least, most) => between(forms::WANTS_BETWEEN, least, most),
            Self::Decimal(least, most) => between(forms::WANTS_DECIMAL, least, most),
            Self::Needed => Label::new(forms::WANTS_TEXT),
            Self::Object => Label::new(forms::WANTS_OBJECT),
            Self::Text => Label::new(forms::WANTS_FREE_ID),
            _ => Label::new(words::WANTS_WHOLE),
        }
    }

    /// What was typed as a value of the document. `now` is what stands there.
    pub(crate) fn value(self, typed: &str, now: Option<&Value>) -> Option<Value> {
        if typed.is_empty() {
            return None;
        }
        Some(match self {
            Self::Text | Self::Object | Self::Time | Self::Needed => Value::from(typed),
            Self::Lines => {
                let lines = typed.lines().map(str::trim);
                lines
                    .filter(|line| !line.is_empty())
                    .map(Value::from)
                    .collect()
            }
            Self::Whole(..) => Value::from(typed.parse::<u64>().ok()?),
            Self::Decimal(..) => Value::from(Decimal::parse(typed)?),
            Self::Flag => Value::from(typed == "true"),
            Self::Trial => {
                // The end of the trial and the user's remark stay.
                let mut trial = now.and_then(Value::as_object).cloned().unwrap_or_default();
                if typed == "?" {
                    trial.clear();
                } else {
                    trial.insert("source", typed.into());
                }
                Value::Object(trial)
            }
        })
    }
}

fn between(text: &Text, least: u64, most: u64) -> Label {
    let label = Label::new(text).arg("min", least.to_string());
    label.arg("max", most.to_string())
}

/// A field of an object, as its control knows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Field {
    pub(crate) object: ObjectRef,
    /// JSON Pointer from the object.
    pub(crate) path: Cow<'static, str>,
    /// What the step calls it.
    pub(crate) word: &'static Text,
    pub(crate) takes: Takes,
}

impl Field {
    /// The name of the plan.
    pub(crate) const PLAN_NAME: Self = Self {
        object: ObjectRef::PLAN,
        path: Cow::Borrowed("/name"),
        word: words::FIELD_PLAN_NAME,
        takes: Takes::Text,
    };

    /// The edition that the plan is judged by.
    pub(crate) const EDITION: Self = Self {
        object: ObjectRef::PLAN,
        path: Cow::Borrowed("/edition"),
        word: words::FIELD_EDITION,
        takes: Takes::Text,
    };
}

/// Sets a field of an object to what its control says, or clears it. What has to be there before comes with it, and
/// a part of the object that would be left empty goes.
pub(crate) fn set(plan: &Topology<'static>, field: &Field, typed: &str) -> Edit {
    let pointer = field.object.pointer(&field.path);
    let now = value_at(plan, &pointer);
    let mut patch = match field.takes.value(typed, now.as_ref()) {
        value if value == now => Patch::new(),
        Some(value) => place(plan, pointer, value),
        None => clear(plan, pointer),
    };
    if field.object.kind == ObjectKind::Key && field.path == "/alias" && !typed.is_empty() {
        objects::follow_alias(plan, field.object, typed, &mut patch);
    }
    Edit {
        label: step_of(plan, field, words::STEP_SET),
        patch,
    }
}

/// What a step on a field is called.
pub(crate) fn step_of(plan: &Topology<'_>, field: &Field, text: &Text) -> Label {
    let of_plan = field.object.kind == ObjectKind::Plan && *text == *words::STEP_SET;
    let label = if of_plan {
        Label::new(words::STEP_SET_PLAN)
    } else if field.object.kind == ObjectKind::Plan {
        Label::new(text).arg("object", *forms::PLAN)
    } else {
        Label::new(text).arg("object", name(plan, field.object))
    };
    label.arg("field", *field.word)
}

/// States a fact that rules wait for; what has to be there before comes with it.
pub(crate) fn supply(plan: &Topology<'static>, field: &Field, typed: &str) -> Edit {
    let pointer = field.object.pointer(&field.path);
    let patch = match field.takes.value(typed, None) {
        None => Patch::new(),
        Some(value) => place(plan, pointer, value),
    };
    Edit {
        label: Label::new(words::STEP_SUPPLY).arg("object", self::name(plan, field.object)),
        patch,
    }
}

/// Puts a value where a pointer says, within the parts that are not there yet.
pub(crate) fn place(plan: &Topology<'static>, mut pointer: String, mut value: Value) -> Patch {
    while let Some((parent, name)) = pointer.rsplit_once('/') {
        // An absent list is an empty one, once the part that holds it is there.
        let holder = match name {
            "-" => parent.rsplit_once('/').map_or("", |(holder, _)| holder),
            _ => parent,
        };
        if holder.is_empty() || value_at(plan, holder).is_some() {
            break;
        }
        value = match name {
            "-" => Value::Array(vec![value]),
            // A range has an expected value, whichever of its ends is told first.
            "low" | "high" => Value::Object(Map::from_iter([
                ("expected".to_owned(), value.clone()),
                (name.to_owned(), value),
            ])),
            _ => Value::Object(Map::from_iter([(name.to_owned(), value)])),
        };
        pointer = parent.to_owned();
    }
    vec![Op::set(pointer, value)]
}

/// Removes what a pointer names, and the parts that would be left empty. A trial is one even when nothing is said.
fn clear(plan: &Topology<'static>, mut pointer: String) -> Patch {
    // A range goes with what it expects.
    if let Some(range) = pointer.strip_suffix("/expected") {
        pointer = range.to_owned();
    }
    while let Some((parent, _)) = pointer.rsplit_once('/') {
        let part = parent.rsplit_once('/').map_or("", |(_, part)| part);
        let is_part = !part.is_empty() && part != "trial" && part.parse::<usize>().is_err();
        let alone = value_at(plan, parent).is_some_and(|value| match value {
            Value::Object(fields) => fields.len() == 1,
            _ => false,
        });
        if !(is_part && alone) {
            break;
        }
        pointer = parent.to_owned();
    }
    vec![Op::remove(pointer)]
}

/// Adds a vault in a region; gives its id.
pub(crate) fn add_vault(plan: &Topology<'_>, region: Option<&str>) -> (Edit, String) {
    let id = objects::free_id(plan, "v");
    let name = objects::free_name(plan, ObjectKind::Vault, "vault");
    let stated = [
        ("id", &*id),
        ("name", &name),
        ("region", region.unwrap_or_default()),
    ];
    let edit = Edit {
        label: Label::new(words::STEP_ADD_VAULT).arg("object", name.as_str()),
        patch: vec![Op::set("/vaults/-", stated_object(&stated))],
    };
    (edit, id)
}

/// An object with the fields that are stated.
fn stated_object(fields: &[(&str, &str)]) -> Value {
    let mut object = Map::new();
    for (name, value) in fields {
        if !value.is_empty() {
            object.insert((*name).to_owned(), (*value).into());
        }
    }
    Value::Object(object)
}

/// What is chosen for a new mirror. An empty region is the best one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct NewMirror {
    pub(crate) region: String,
    pub(crate) kms_key: String,
    pub(crate) name: String,
    pub(crate) description: String,
}

impl NewMirror {
    /// With the best region, where none is chosen.
    pub(crate) fn in_best_region(&self, facts: &Facts<'_>, vault: &VaultFact<'_>) -> Self {
        let mut new = self.clone();
        if new.region.is_empty() {
            let offers = mirror_regions::mirror_regions(facts, vault).regions;
            if let Some(offer) = offers.iter().find(|offer| offer.first) {
                offer.region.id.clone_into(&mut new.region);
            }
        }
        new
    }
}

/// What is chosen for a vault and its mirror, before there is a plan.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pair {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) method: String,
    pub(crate) key: String,
    pub(crate) mirror_key: String,
    /// Stored amount of the vault in GB, as typed; empty where it is not to be stated.
    pub(crate) stored: String,
}

impl Default for Pair {
    fn default() -> Self {
        Self {
            from: "cn-hangzhou".to_owned(),
            to: "cn-shanghai".to_owned(),
            method: String::new(),
            key: String::new(),
            mirror_key: String::new(),
            stored: "500".to_owned(),
        }
    }
}

impl Pair {
    /// What the stored amount takes.
    pub(crate) const STORED: Takes = Takes::Whole(0, MAX_GB);

    /// Whether it can be made: an amount that is stated has to be one.
    pub(crate) fn is_good(&self) -> bool {
        self.stored.is_empty() || Self::STORED.fits(&self.stored)
    }

    /// A plan with the vault alone.
    pub(crate) fn vault(&self) -> Topology<'static> {
        let mut plan = Topology::empty();
        let mut vault = stated_object(&[
            ("id", "v-1"),
            ("name", "vault"),
            ("region", &self.from),
            ("encryption", &self.method),
            ("kmsKey", &self.key),
        ]);
        let stored = Self::STORED.value(&self.stored, None);
        if let Some((fields, stored)) = vault.as_object_mut().zip(stored.filter(|_| self.is_good()))
        {
            fields.insert("storedGB", stored);
        }
        // The patch fits: it is made of the document's own fields.
        let _ = vaultplan::model::apply(&mut plan, &[Op::set("/vaults/-", vault)]);
        add_key(&mut plan, &self.key, &self.from);
        plan
    }

    /// A plan with the vault and its mirror in a region.
    pub(crate) fn plan(&self, to: &str, lang: Lang) -> Topology<'static> {
        let mut plan = self.vault();
        let new = NewMirror {
            region: to.to_owned(),
            kms_key: self.mirror_key.clone(),
            ..NewMirror::default()
        };
        let patch = {
            let facts = Facts::new(&plan, plan.edition(), None);
            let vault = facts.vaults.first();
            vault.map(|vault| add_mirror(&facts, vault, &new).0.patch)
        };
        let _ = vaultplan::model::apply(&mut plan, &patch.unwrap_or_default());
        add_key(&mut plan, &self.mirror_key, to);
        let name = Label::new(words::PAIR_NAME)
            .arg("from", region_name(&self.from, lang))
            .arg("to", region_name(to, lang));
        plan.name = Some(name.get(lang).into());
        plan
    }
}

/// Adds the key that somebody named for a region, so that the plan tells where it is.
fn add_key(plan: &mut Topology<'static>, key: &str, region: &str) {
    if key.is_empty() {
        return;
    }
    let id = ["key", region].join("-");
    let key = stated_object(&[("id", &id), ("alias", key), ("region", region)]);
    let _ = vaultplan::model::apply(plan, &[Op::set("/keys/-", key)]);
}

/// Adds a mirror of a vault; gives its id.
pub(crate) fn add_mirror(
    facts: &Facts<'_>,
    vault: &VaultFact<'_>,
    new: &NewMirror,
) -> (Edit, String) {
    let mut patch = generated::create_mirror(facts, vault, &new.region);
    let mut id = String::new();
    if let Some(Op::Add { value, .. }) = patch.first_mut()
        && let Some(fields) = value.as_object_mut()
    {
        for (field, chosen) in [
            ("kmsKey", &new.kms_key),
            ("name", &new.name),
            ("description", &new.description),
        ] {
            if !chosen.is_empty() {
                fields.insert(field, chosen.as_str().into());
            }
        }
        let stated = fields.get("id").and_then(Value::as_str);
        id = stated.unwrap_or_default().to_owned();
    }
    let edit = Edit {
        label: Label::new(words::STEP_ADD_MIRROR).arg("object", vault.name()),
        patch,
    };
    (edit, id)
}

/// A way out that the engine offers.
pub(crate) fn of_fix(fix: &Fix) -> Edit {
    Edit {
        label: Label::with(fix.label, fix.args.clone()),
        patch: fix.patch.clone(),
    }
}

/// The value at a pointer. Only the object that holds it is turned into JSON: a plan may be large.
pub(crate) fn value_at(plan: &Topology<'static>, pointer: &str) -> Option<Value> {
    let mut parts = pointer.splitn(4, '/').skip(1);
    let (list, index, rest) = (parts.next()?, parts.next(), parts.next());
    let at = index.and_then(|index| index.parse::<usize>().ok());
    fn value<T: ToValue>(list: &[T], at: Option<usize>) -> Option<Value> {
        Some(list.get(at?)?.value())
    }
    let object = match list {
        "vaults" => value(&plan.vaults, at)?,
        "mirrors" => value(&plan.mirrors, at)?,
        "keys" => value(&plan.keys, at)?,
        "clients" => value(&plan.clients, at)?,
        "sources" => value(&plan.sources, at)?,
        "policies" => value(&plan.policies, at)?,
        "restores" => value(&plan.restores, at)?,
        "changes" => value(&plan.changes, at)?,
        _ => return head(plan).pointer(pointer).cloned(),
    };
    match rest {
        Some(rest) => object.pointer(&format!("/{rest}")).cloned(),
        None => Some(object),
    }
}

/// What remains of a plan without its objects is small: name, edition and the like.
pub(crate) fn head(plan: &Topology<'static>) -> Value {
    let head = Topology {
        schema: plan.schema.clone(),
        release: plan.release.clone(),
        name: plan.name.clone(),
        note: plan.note.clone(),
        edition: plan.edition,
        replication_regions: plan.replication_regions.clone(),
        answers: plan.answers.clone(),
        settings: plan.settings.clone(),
        billing: plan.billing.clone(),
        roles: plan.roles.clone(),
        access: plan.access.clone(),
        contacts: plan.contacts.clone(),
        estimate: plan.estimate.clone(),
        format: plan.format,
        // The objects: a field that is new is either one of them or belongs above.
        keys: Vec::new(),
        vaults: Vec::new(),
        mirrors: Vec::new(),
        clients: Vec::new(),
        sources: Vec::new(),
        policies: Vec::new(),
        restores: Vec::new(),
        changes: Vec::new(),
    };
    head.value()
}

/// An object as it would be written; of the plan what is no object of its own.
pub(crate) fn value_of(plan: &Topology<'static>, object: ObjectRef) -> Option<Value> {
    match object.kind {
        ObjectKind::Plan => Some(head(plan)),
        _ => value_at(plan, &object.pointer("")),
    }
}

/// The name of a region with its id: `China (Hangzhou) · cn-hangzhou`.
pub(crate) fn region_name(id: &str, lang: Lang) -> String {
    match vocabulary::REGION.label(id) {
        Some(label) => label.get(lang).to_owned(),
        None => id.to_owned(),
    }
}

/// The name of a region, or that none is stated.
pub(crate) fn region_or_not(id: Option<&str>, lang: Lang) -> String {
    match id {
        Some(id) => region_name(id, lang),
        None => words::NOT_STATED.get(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use vaultplan::model;

    fn plan() -> Topology<'static> {
        model::read_text(include_str!("../../../examples/three-vaults.json"))
            .unwrap()
            .into_owned()
    }

    fn done(plan: &Topology<'static>, edit: &Edit) -> Topology<'static> {
        let mut after = plan.clone();
        model::apply(&mut after, &edit.patch).unwrap();
        after
    }

    fn vault(index: usize) -> ObjectRef {
        ObjectRef::new(ObjectKind::Vault, index)
    }

    fn field(path: &'static str, takes: Takes) -> Field {
        Field {
            object: vault(0),
            path: path.into(),
            word: words::REGION,
            takes,
        }
    }

    #[test]
    fn a_field_is_set_and_cleared() {
        let plan = plan();
        let status = field("/status", Takes::Text);
        let wrong = set(&plan, &status, "ERROR");
        let broken = done(&plan, &wrong);
        assert_eq!(broken.vaults[0].status.as_deref(), Some("ERROR"));
        assert!(wrong.label.get(Lang::En).contains(name(&plan, vault(0))));
        assert!(set(&broken, &status, "ERROR").patch.is_empty());
        let clear = set(&broken, &status, "");
        assert_eq!(done(&broken, &clear).vaults[0].status, None);
        assert!(set(&plan, &status, "").patch.is_empty());
    }

    #[test]
    fn controls_make_values_of_what_is_typed() {
        let plan = plan();
        let stored = set(&plan, &field("/storedGB", Takes::Whole(0, 1_000)), "12");
        assert_eq!(stored.patch, [Op::set("/vaults/0/storedGB", 12_u64)]);
        assert!(!Takes::Whole(0, 1_000).fits("1.5") && !Takes::Time.fits("soon"));
        assert!(Takes::Time.fits("2026-11-21T08:00:00Z"));

        assert!(!Takes::Whole(1, 36).fits("0") && Takes::Whole(1, 36).fits("36"));
        let percent = Takes::Decimal(0, 100);
        assert!(percent.fits("2.5") && !percent.fits("2,5") && !percent.fits("100.01"));

        // What the plan states of itself is edited part by part.
        let of_plan = |path: &'static str, takes| Field {
            object: ObjectRef::PLAN,
            ..field(path, takes)
        };
        let change = of_plan("/estimate/dailyChangePercent/low", Takes::Decimal(0, 100));
        let told = done(&plan, &set(&plan, &change, "2.5"));
        let months = of_plan("/estimate/months", Takes::Whole(1, 36));
        let told = done(&told, &set(&told, &months, "24"));
        let low = value_at(&told, "/estimate/dailyChangePercent/low");
        assert_eq!(low, Some(Value::Other("2.5".to_owned())));
        assert_eq!(value_at(&told, "/estimate/months"), Some(24_u64.into()));

        // The first end of a range that is told brings what is expected; a range goes with it.
        let low = field("/reductionRatio/low", Takes::Decimal(1, 30));
        let told = done(&plan, &set(&plan, &low, "1.50"));
        let range = told.vaults[0].reduction_ratio.as_ref().unwrap();
        assert_eq!(Some(range.expected), range.low);
        assert_eq!(range.expected.0.to_string(), "1.5");
        let expected = field("/reductionRatio/expected", Takes::Decimal(1, 30));
        let cleared = done(&told, &set(&told, &expected, ""));
        assert_eq!(cleared.vaults[0].reduction_ratio, None);

        let trial = field("/trial", Takes::Trial);
        let ends = json!({"source": "OSS", "expiresAt": "2026-12-01T00:00:00Z"});
        let began = done(
            &plan,
            &Edit {
                patch: vec![Op::set("/vaults/0/trial", ends)],
                ..stored
            },
        );
        let other = done(&began, &set(&began, &trial, "NAS"));
        let now = other.vaults[0].trial.as_deref().unwrap();
        assert_eq!(now.source.as_deref(), Some("NAS"));
        assert!(now.expires_at.is_some());
        let unknown = done(&other, &set(&other, &trial, "?"));
        assert!(unknown.vaults[0].trial.as_deref().unwrap().source.is_none());
        assert!(
            done(&unknown, &set(&unknown, &trial, "")).vaults[0]
                .trial
                .is_none()
        );
    }

    #[test]
    fn a_supplied_fact_brings_what_has_to_be_there_before() {
        let plan = plan();
        let mut plain = plan.clone();
        plain.restores[0].to = None;
        let region = Field {
            object: ObjectRef::new(ObjectKind::Restore, 0),
            path: "/to/region".into(),
            word: words::SUPPLY,
            takes: Takes::Text,
        };
        let after = done(&plain, &supply(&plain, &region, "cn-beijing"));
        let to = after.restores[0].to.as_deref().unwrap();
        assert_eq!(to.region.as_deref(), Some("cn-beijing"));
        let kept = done(&after, &supply(&after, &region, "cn-shanghai"));
        assert_eq!(
            kept.restores[0].to.as_deref().unwrap().region.as_deref(),
            Some("cn-shanghai")
        );
        assert!(supply(&plan, &region, "").patch.is_empty());
    }

    #[test]
    fn a_value_of_the_plan_is_what_would_be_written() {
        for text in [
            include_str!("../../../examples/three-vaults.json"),
            include_str!("../../../examples/broken-pair.json"),
        ] {
            let plan = model::read_text(text).unwrap().into_owned();
            let written = Value::parse(&model::write(&plan), 64).unwrap();
            assert_eq!(plan.value(), written);
            for pointer in [
                "/vaults/0",
                "/vaults/0/region",
                "/name",
                "/mirrors/0",
                "/nothing",
            ] {
                assert_eq!(
                    value_at(&plan, pointer).as_ref(),
                    written.pointer(pointer),
                    "{pointer}"
                );
            }
        }
        let text = r#"{"format": "vaultplan/1", "replicationRegions": []}"#;
        let plan = model::read_text(text).unwrap().into_owned();
        assert_eq!(
            plan.value().get("replicationRegions"),
            Some(&Value::Array(Vec::new()))
        );
    }

    #[test]
    fn a_planned_pair_is_accepted() {
        for method in ["", "KMS"] {
            let pair = Pair {
                method: method.to_owned(),
                key: if method.is_empty() { "" } else { "alias/a" }.to_owned(),
                mirror_key: if method.is_empty() { "" } else { "alias/b" }.to_owned(),
                ..Pair::default()
            };
            let plan = pair.plan("cn-shanghai", Lang::En);
            let report = vaultplan::report::check(&plan, Default::default());
            let fails = |f: &vaultplan::finding::Finding| {
                matches!(f.outcome, vaultplan::finding::Outcome::Fail(_))
            };
            assert!(!report.findings.iter().any(fails));
            assert_eq!(plan.mirrors.len(), 1);
        }
    }

    #[test]
    fn new_objects_have_ids_and_names_of_their_own() {
        let mut plan = plan();
        for _ in 0..3 {
            let (edit, id) = add_vault(&plan, Some("cn-beijing"));
            plan = done(&plan, &edit);
            assert_eq!(&*plan.vaults.last().unwrap().id, id);
        }
        let (edit, id) = objects::duplicate(&plan, ObjectRef::new(ObjectKind::Vault, 1)).unwrap();
        let copied = done(&plan, &edit);
        assert_eq!(&*copied.vaults[2].id, id);
        assert_eq!(copied.vaults[2].kms_key, plan.vaults[1].kms_key);
        let mut ids: Vec<_> = copied.vaults.iter().map(|v| v.id.to_string()).collect();
        let mut names: Vec<_> = copied.vaults.iter().map(|v| v.name.clone()).collect();
        let count = copied.vaults.len();
        ids.sort();
        ids.dedup();
        names.sort();
        names.dedup();
        assert_eq!((ids.len(), names.len()), (count, count));
        assert_eq!(
            objects::duplicate(&plan, ObjectRef::new(ObjectKind::Vault, 99)),
            None
        );
    }

    #[test]
    fn a_mirror_states_what_was_chosen_and_no_more() {
        let plan = plan();
        let new = NewMirror {
            region: "cn-shanghai".to_owned(),
            description: "for the drill".to_owned(),
            ..NewMirror::default()
        };
        let facts = Facts::new(&plan, plan.edition(), None);
        let (edit, id) = add_mirror(&facts, &facts.vaults[2], &new);
        let after = done(&plan, &edit);
        let mirror = after.mirrors.last().unwrap();
        assert_eq!((&*mirror.id, mirror.name.as_deref()), (id.as_str(), None));
        assert_eq!(mirror.region.as_deref(), Some("cn-shanghai"));
        assert_eq!(mirror.description.as_deref(), Some("for the drill"));
    }

    #[test]
    fn parts_come_with_their_first_field_and_go_with_their_last() {
        let plan = plan();
        let source = ObjectRef::new(ObjectKind::Source, 0);
        let rpo = Field {
            object: source,
            path: "/objectives/rpoMinutes".into(),
            word: words::REGION,
            takes: Takes::Whole(0, 100),
        };
        let with = done(&plan, &set(&plan, &rpo, "60"));
        let stated = with.sources[0].objectives.as_deref().unwrap();
        assert_eq!(stated.rpo_minutes.map(|n| n.0), Some(60));
        assert_eq!(done(&with, &set(&with, &rpo, "")), plan);
        assert!(!rpo.takes.fits("101") && !rpo.takes.fits("-1"));
        let path = "/settings/suppressions/-".to_owned();
        let aside = json!({"rule": "no-offsite-copy", "reason": "later"});
        let patch = place(&plan, path.clone(), aside.clone().into());
        let label = Label::new(words::REGION);
        let once = done(
            &plan,
            &Edit {
                label: label.clone(),
                patch,
            },
        );
        let patch = place(&once, path, aside.into());
        let twice = done(&once, &Edit { label, patch });
        assert_eq!(twice.settings.unwrap().suppressions.len(), 2);
        let lines = field("/sourceTypes", Takes::Lines);
        let listed = done(&plan, &set(&plan, &lines, " OSS\n\nNAS \n"));
        assert_eq!(listed.vaults[0].source_types.len(), 2);
    }

    #[test]
    fn a_value_is_found_by_its_pointer() {
        let plan = plan();
        assert_eq!(
            value_at(&plan, "/name").unwrap(),
            plan.name.as_deref().unwrap()
        );
        assert_eq!(
            value_at(&plan, "/mirrors/0").unwrap()["id"],
            *plan.mirrors[0].id
        );
        assert_eq!(value_at(&plan, "/mirrors/99/id"), None);
        assert_eq!(value_at(&plan, ""), None);
    }
}
