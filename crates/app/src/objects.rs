//! Objects as wholes: what names them, and how they are added, copied, renamed and deleted. Pure edits with words.

use vaultplan::finding::{Finding, ObjectKind, ObjectRef};
use vaultplan::lang::Text;
use vaultplan::model::Topology;
use vaultplan::report::{self, Options};
use vaultplan::text::patch::{Op, Patch};
use vaultplan::text::value::{Map, Value};

use crate::edit::{self, Edit};
use crate::state::Label;
use crate::words::forms as words;

/// A place of the plan that names an object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'p> {
    /// The object in which it stands; the plan's own settings are the plan's.
    pub(crate) object: ObjectRef,
    path: (&'static str, Option<usize>, &'static str),
    /// What stands there.
    pub(crate) id: &'p str,
    /// Whether the object cannot be written without it.
    pub(crate) required: bool,
    /// Whether it names a key, by its id or its alias, used in a region.
    key: Option<Option<&'p str>>,
}

impl Named<'_> {
    /// JSON Pointer from the object.
    pub(crate) fn path(&self) -> String {
        let (before, index, after) = self.path;
        let index = index.map(|index| index.to_string());
        [before, index.as_deref().unwrap_or_default(), after].concat()
    }

    /// The change that lets it name something else.
    fn becomes(&self, id: &str) -> Op {
        Op::Replace {
            path: self.object.pointer(&self.path()),
            value: id.into(),
        }
    }
}

/// Every place that names an object, in the plan's order.
fn each<'p>(plan: &'p Topology<'_>, hear: &mut dyn FnMut(Named<'p>)) {
    use ObjectKind as Kind;
    let mut say = |kind, index, path, id: Option<&'p str>, required, key| {
        if let Some(id) = id {
            let object = ObjectRef::new(kind, index);
            hear(Named {
                object,
                path,
                id,
                required,
                key,
            });
        }
    };
    const fn plain(path: &'static str) -> (&'static str, Option<usize>, &'static str) {
        (path, None, "")
    }
    for (i, o) in plan.vaults.iter().enumerate() {
        say(
            Kind::Vault,
            i,
            plain("/kmsKey"),
            o.kms_key.as_deref(),
            false,
            Some(o.region.as_deref()),
        );
    }
    for (i, o) in plan.mirrors.iter().enumerate() {
        say(
            Kind::Mirror,
            i,
            plain("/source"),
            Some(&*o.source),
            true,
            None,
        );
        say(
            Kind::Mirror,
            i,
            plain("/kmsKey"),
            o.kms_key.as_deref(),
            false,
            Some(o.region.as_deref()),
        );
    }
    for (i, o) in plan.clients.iter().enumerate() {
        say(
            Kind::Client,
            i,
            plain("/vault"),
            o.vault.as_deref(),
            false,
            None,
        );
    }
    for (i, o) in plan.sources.iter().enumerate() {
        say(
            Kind::Source,
            i,
            plain("/vault"),
            o.vault.as_deref(),
            false,
            None,
        );
        say(
            Kind::Source,
            i,
            plain("/client"),
            o.client.as_deref(),
            false,
            None,
        );
    }
    for (i, o) in plan.policies.iter().enumerate() {
        for (j, source) in o.sources.iter().enumerate() {
            say(
                Kind::Policy,
                i,
                ("/sources/", Some(j), ""),
                Some(&**source),
                false,
                None,
            );
        }
        for (j, rule) in o.rules.iter().enumerate() {
            say(
                Kind::Policy,
                i,
                ("/rules/", Some(j), "/vault"),
                rule.vault.as_deref(),
                false,
                None,
            );
        }
    }
    for (i, o) in plan.restores.iter().enumerate() {
        say(
            Kind::Restore,
            i,
            plain("/source"),
            Some(&*o.source),
            true,
            None,
        );
        say(Kind::Restore, i, plain("/from"), Some(&*o.from), true, None);
        if let Some(to) = o.to.as_deref() {
            say(
                Kind::Restore,
                i,
                plain("/to/client"),
                to.client.as_deref(),
                false,
                None,
            );
            for (j, store) in to.registered_with.iter().enumerate() {
                say(
                    Kind::Restore,
                    i,
                    ("/to/registeredWith/", Some(j), ""),
                    Some(&**store),
                    false,
                    None,
                );
            }
        }
    }
    for (i, o) in plan.changes.iter().enumerate() {
        say(
            Kind::Change,
            i,
            plain("/object"),
            Some(&*o.object),
            true,
            None,
        );
        say(
            Kind::Change,
            i,
            plain("/policy"),
            o.policy.as_deref(),
            false,
            None,
        );
        say(
            Kind::Change,
            i,
            plain("/kmsKey"),
            o.kms_key.as_deref(),
            false,
            Some(None),
        );
    }
    let settings = plan.settings.as_deref();
    let aside = settings.map_or(&[][..], |settings| &settings.suppressions);
    for (j, o) in aside.iter().enumerate() {
        let path = ("/settings/suppressions/", Some(j), "/object");
        say(Kind::Plan, 0, path, o.object.as_deref(), false, None);
    }
}

/// The places that name an object.
pub(crate) fn named<'p>(plan: &'p Topology<'_>, object: ObjectRef) -> Vec<Named<'p>> {
    let id = edit::id(plan, object);
    let key = plan
        .keys
        .get(object.index)
        .filter(|_| object.kind == ObjectKind::Key);
    let alias = key.and_then(|key| key.alias.as_deref());
    let alone = || {
        plan.keys
            .iter()
            .filter(|key| key.alias.as_deref() == alias)
            .count()
            == 1
    };
    let mut found = Vec::new();
    each(plan, &mut |named| {
        let is = match (key, named.key) {
            (None, None) => named.id == id,
            (Some(_), None) => named.id == id && named.object.kind != ObjectKind::Mirror,
            (Some(key), Some(region)) => {
                let near = region.is_some() && region == key.region.as_deref();
                named.id == id || Some(named.id) == alias && (near || alone())
            }
            (None, Some(_)) => false,
        };
        if is && !id.is_empty() {
            found.push(named);
        }
    });
    found
}

/// Whether an object of the plan has an id already.
pub(crate) fn is_taken(plan: &Topology<'_>, id: &str) -> bool {
    let mut all = edit::KINDS
        .into_iter()
        .flat_map(|kind| edit::all_of(plan, kind));
    all.any(|object| edit::id(plan, object) == id)
}

/// The object of some kinds that an id or a name tells. A name that two of them have tells neither.
pub(crate) fn told(plan: &Topology<'_>, kinds: &[ObjectKind], text: &str) -> Option<ObjectRef> {
    let all = || kinds.iter().flat_map(|kind| edit::all_of(plan, *kind));
    let by_id = all().find(|object| edit::id(plan, *object) == text);
    by_id.or_else(|| {
        let mut named = all().filter(|object| edit::name(plan, *object) == text);
        named.next().filter(|_| named.next().is_none())
    })
}

/// Gives an object another id, wherever it is named.
pub(crate) fn rename(plan: &Topology<'_>, object: ObjectRef, id: &str) -> Edit {
    let mut patch = vec![Op::set(object.pointer("/id"), id)];
    let old = edit::id(plan, object);
    for named in named(plan, object) {
        if named.id == old {
            patch.push(named.becomes(id));
        }
    }
    Edit {
        label: Label::new(words::STEP_RENAME)
            .arg("object", old.to_owned())
            .arg("id", id.to_owned()),
        patch,
    }
}

/// The places that follow when a key gets another alias.
pub(crate) fn follow_alias(plan: &Topology<'_>, object: ObjectRef, alias: &str, patch: &mut Patch) {
    let old = plan
        .keys
        .get(object.index)
        .and_then(|key| key.alias.as_deref());
    for named in named(plan, object) {
        if named.key.is_some() && Some(named.id) == old {
            patch.push(named.becomes(alias));
        }
    }
}

/// Deletes an object. With what hangs on it, nothing names it afterwards: what cannot be without it goes with it,
/// what can loses it. Alone, what names it stays, and the rules speak about it.
pub(crate) fn delete(plan: &Topology<'_>, object: ObjectRef, alone: bool) -> Edit {
    let mut gone = vec![object];
    let mut cleared: Vec<(ObjectRef, String)> = Vec::new();
    let mut at = 0;
    while let Some(next) = gone.get(at).copied().filter(|_| !alone) {
        at += 1;
        for named in named(plan, next) {
            if !named.required {
                cleared.push((named.object, named.path()));
            } else if !gone.contains(&named.object) {
                gone.push(named.object);
            }
        }
    }
    let mut patch = Patch::new();
    // From the end, so that earlier places stay true.
    for (from, path) in cleared.iter().rev() {
        if !gone.contains(from) {
            patch.push(Op::remove(from.pointer(path)));
        }
    }
    gone.sort_unstable();
    for object in gone.iter().rev() {
        patch.push(Op::remove(object.pointer("")));
    }
    Edit {
        label: Label::new(crate::words::STEP_DELETE).arg("object", called(plan, object)),
        patch,
    }
}

/// What an object is called in a list: its name, or for a step what it does.
pub(crate) fn called(plan: &Topology<'_>, object: ObjectRef) -> String {
    let name = edit::name(plan, object);
    match plan.changes.get(object.index) {
        Some(change) if object.kind == ObjectKind::Change => {
            [change.kind.word(), " ", name].concat()
        }
        _ => name.to_owned(),
    }
}

/// What the engine would say after an edit: what it says newly, and what no longer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Foreseen {
    /// Sentences with their rules, newly said.
    pub(crate) added: Vec<Finding>,
    /// No longer said.
    pub(crate) gone: Vec<Finding>,
}

/// Judges a plan as it would be after an edit. `None` when the edit does not fit.
pub(crate) fn after(plan: &Topology<'static>, patch: &[Op]) -> Option<Topology<'static>> {
    let mut after = plan.clone();
    vaultplan::model::apply(&mut after, patch).ok()?;
    Some(after)
}

/// What an edit changes in the report.
pub(crate) fn foresee(judged: &crate::judged::Judged, patch: &[Op]) -> Option<Foreseen> {
    let next = after(&judged.plan, patch)?;
    let options = Options {
        edition: None,
        now: Some(judged.now),
    };
    let report = report::check(&next, options);
    // Objects move when others go: a finding is the same when rule, object and field are.
    let keys = |plan: &Topology<'_>, findings: &[Finding]| {
        let all = findings.iter().map(|finding| {
            let spot = finding.spot();
            let id = match edit::id(plan, spot.object) {
                "" => spot.object.index.to_string(),
                id => id.to_owned(),
            };
            [finding.rule.slug, spot.object.kind.word(), &id, &spot.path].join("\n")
        });
        all.collect::<Vec<String>>()
    };
    let (before, later) = (
        keys(&judged.plan, &judged.findings),
        keys(&next, &report.findings),
    );
    // Both reports have nearly the same order, so a search begins where the last one ended.
    let only = |findings: &[Finding], own: &[String], other: &[String]| {
        let mut from = 0;
        let mut new = Vec::new();
        for (finding, key) in findings.iter().zip(own) {
            let all = (from..other.len()).chain(0..from);
            let found = all.into_iter().find(|at| other.get(*at) == Some(key));
            match found {
                Some(at) => from = at + 1,
                None => new.push(finding.clone()),
            }
        }
        new
    };
    Some(Foreseen {
        added: only(&report.findings, &later, &before),
        gone: only(&judged.findings, &before, &later),
    })
}

/// The first of `prefix-1`, `prefix-2` … that no object has.
pub(crate) fn free_id(plan: &Topology<'_>, prefix: &str) -> String {
    let mut number = plan.object_count() + 1;
    loop {
        let id = [prefix, "-", &number.to_string()].concat();
        if !is_taken(plan, &id) {
            return id;
        }
        number += 1;
    }
}

/// A name that no object of the kind has.
pub(crate) fn free_name(plan: &Topology<'_>, kind: ObjectKind, wanted: &str) -> String {
    let taken = |name: &str| edit::all_of(plan, kind).any(|o| edit::name(plan, o) == name);
    if !taken(wanted) {
        return wanted.to_owned();
    }
    let mut number = 2;
    loop {
        let name = [wanted, "-", &number.to_string()].concat();
        if !taken(&name) {
            return name;
        }
        number += 1;
    }
}

/// Why an object of a kind cannot be added yet.
pub(crate) fn obstacle(plan: &Topology<'_>, kind: ObjectKind) -> Option<&'static Text> {
    let stores = plan.vaults.len() + plan.mirrors.len();
    match kind {
        ObjectKind::Plan => Some(words::NEEDS_VAULT),
        ObjectKind::Mirror if plan.vaults.is_empty() => Some(words::NEEDS_VAULT),
        ObjectKind::Restore if plan.sources.is_empty() => Some(words::NEEDS_SOURCE),
        ObjectKind::Restore if stores == 0 => Some(words::NEEDS_VAULT),
        ObjectKind::Change if plan.object_count() == plan.changes.len() => {
            Some(words::NEEDS_OBJECT)
        }
        _ => None,
    }
}

/// Adds an object of a kind that says what it has to say and no more; gives its id. `now` begins a schedule.
pub(crate) fn add(plan: &Topology<'_>, kind: ObjectKind, now: i64) -> Option<(Edit, String)> {
    if obstacle(plan, kind).is_some() || kind == ObjectKind::Mirror {
        return None;
    }
    let word = kind.word();
    let id = free_id(plan, if kind == ObjectKind::Vault { "v" } else { word });
    let mut object = Map::new();
    let mut state = |field: &'static str, value: Value| object.insert(field, value);
    state("id", id.as_str().into());
    if !matches!(kind, ObjectKind::Key | ObjectKind::Change) {
        state("name", free_name(plan, kind, word).into());
    }
    let only_vault = match plan.vaults.as_slice() {
        [vault] => Some(&*vault.id),
        _ => None,
    };
    let first_store = plan
        .mirrors
        .first()
        .map(|m| &*m.id)
        .or(plan.vaults.first().map(|v| &*v.id));
    match kind {
        ObjectKind::Source => {
            state("type", "ECS_FILE".into());
            if let Some(vault) = only_vault {
                state("vault", vault.into());
            }
        }
        ObjectKind::Policy => {
            // From the next full hour on, once a day.
            let start = now.div_euclid(3_600) * 3_600 + 3_600;
            let schedule = ["I|", &start.to_string(), "|P1D"].concat();
            let mut rule = Map::new();
            rule.insert("type", "BACKUP".into());
            rule.insert("schedule", schedule.into());
            rule.insert("retentionDays", 30_u64.into());
            if let Some(vault) = only_vault {
                rule.insert("vault", vault.into());
            }
            state("rules", Value::Array(vec![rule.into()]));
        }
        ObjectKind::Restore => {
            state("source", plan.sources.first().map(|s| &*s.id).into());
            state("from", first_store.into());
        }
        ObjectKind::Change => {
            let all = edit::KINDS.into_iter();
            let mut ids = all.map(|kind| edit::id(plan, ObjectRef::new(kind, 0)));
            state("do", "create".into());
            state("object", ids.find(|id| !id.is_empty()).into());
        }
        _ => {}
    }
    let step = Label::new(words::STEP_ADD);
    let edit = Edit {
        label: step.arg("kind", kind.label()).arg("object", id.as_str()),
        patch: vec![Op::set([kind.list(), "/-"].concat(), Value::Object(object))],
    };
    Some((edit, id))
}

/// Copies an object under a new id and name, right after it; gives the new id. Mirrors are not copied: they are
/// joined to the vault that they copy.
pub(crate) fn duplicate(plan: &Topology<'static>, object: ObjectRef) -> Option<(Edit, String)> {
    if object.kind == ObjectKind::Mirror {
        return None;
    }
    let mut value = edit::value_of(plan, object)?;
    let fields = value.as_object_mut()?;
    let prefix = if object.kind == ObjectKind::Vault {
        "v"
    } else {
        object.kind.word()
    };
    let id = free_id(plan, prefix);
    let named = !matches!(object.kind, ObjectKind::Key | ObjectKind::Change);
    let name = free_name(plan, object.kind, edit::name(plan, object));
    fields.insert("id".to_owned(), id.as_str().into());
    if named {
        fields.insert("name".to_owned(), name.as_str().into());
    }
    // The copy was not imported.
    fields.remove("origin");
    let place = ObjectRef::new(object.kind, object.index + 1);
    let shown = if named { name } else { id.clone() };
    let edit = Edit {
        label: Label::new(crate::words::STEP_DUPLICATE).arg("object", shown),
        patch: vec![Op::set(place.pointer(""), value)],
    };
    Some((edit, id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use vaultplan::model::{self, declare::Shape};

    fn plan() -> Topology<'static> {
        let text = r#"{"format": "vaultplan/1",
            "keys": [{"id": "k1", "alias": "alias/a", "region": "cn-hangzhou"}, {"id": "k2", "alias": "alias/a", "region": "cn-shanghai"}],
            "vaults": [{"id": "v1", "name": "erp", "region": "cn-hangzhou", "encryption": "KMS", "kmsKey": "alias/a"}, {"id": "v2", "region": "cn-shanghai"}],
            "mirrors": [{"id": "m1", "source": "v1", "region": "cn-shanghai", "kmsKey": "alias/a"}],
            "clients": [{"id": "c1", "vault": "v1"}],
            "sources": [{"id": "s1", "type": "ECS_FILE", "vault": "v1", "client": "c1"}, {"id": "s2", "type": "OSS"}],
            "policies": [{"id": "p1", "sources": ["s1", "s2"], "rules": [{"type": "BACKUP", "vault": "v1"}]}],
            "restores": [{"id": "r1", "source": "s1", "from": "m1", "to": {"client": "c1", "registeredWith": ["v2", "v1"]}}],
            "changes": [{"id": "x1", "do": "bind-policy", "object": "s1", "policy": "p1", "kmsKey": "k1"}],
            "settings": {"suppressions": [{"rule": "no-offsite-copy", "reason": "later", "object": "v1"}]}}"#;
        model::read_text(text).unwrap().into_owned()
    }

    fn object(kind: ObjectKind) -> ObjectRef {
        ObjectRef::new(kind, 0)
    }

    fn find(plan: &Topology<'_>, id: &str) -> Option<ObjectRef> {
        let mut all = edit::KINDS
            .into_iter()
            .flat_map(|kind| edit::all_of(plan, kind));
        all.find(|object| edit::id(plan, *object) == id)
    }

    fn done(plan: &Topology<'static>, edit: &Edit) -> Topology<'static> {
        after(plan, &edit.patch).unwrap()
    }

    fn paths(plan: &Topology<'_>, object: ObjectRef) -> Vec<String> {
        named(plan, object)
            .iter()
            .map(|n| n.object.pointer(&n.path()))
            .collect()
    }

    #[test]
    fn every_reference_of_the_document_is_known() {
        // Each field that the forms know as a reference stands in the plan above, and is found there.
        let plan = plan();
        let mut all = Vec::new();
        each(&plan, &mut |named| {
            let (record, field) = crate::fields::at(named.object.kind, &named.path()).unwrap();
            let refers = !crate::fields::refers_to(record, field).is_empty();
            assert!(refers || field.name == "kmsKey");
            assert_eq!(
                edit::value_at(&plan, &named.object.pointer(&named.path())).unwrap(),
                *named.id
            );
            if !matches!(field.shape, Shape::List(_)) {
                let needed = field.silence == vaultplan::model::declare::Silence::Required;
                assert_eq!(named.required, needed, "{}", field.name);
            }
            all.push((record.name, field.name));
        });
        for (record, name) in [
            ("mirror", "source"),
            ("client", "vault"),
            ("source", "vault"),
            ("source", "client"),
            ("policy", "sources"),
            ("policy rule", "vault"),
            ("restore", "source"),
            ("restore", "from"),
            ("destination", "client"),
            ("destination", "registeredWith"),
            ("change", "object"),
            ("change", "policy"),
            ("suppression", "object"),
        ] {
            assert!(all.contains(&(record, name)), "{name} of {record}");
        }
    }

    #[test]
    fn a_new_id_is_known_wherever_the_old_one_was() {
        let plan = plan();
        let renamed = done(&plan, &rename(&plan, object(ObjectKind::Vault), "erp-1"));
        assert!(named(&renamed, object(ObjectKind::Vault)).len() >= 6);
        assert_eq!(&*renamed.mirrors[0].source, "erp-1");
        assert!(!model::write(&renamed).contains("\"v1\""));
        let key = done(&plan, &rename(&plan, object(ObjectKind::Key), "key-x"));
        assert_eq!(key.changes[0].kms_key.as_deref(), Some("key-x"));
        assert_eq!(key.vaults[0].kms_key.as_deref(), Some("alias/a"));
    }

    #[test]
    fn an_alias_follows_in_the_region_of_its_key() {
        let plan = plan();
        let key = object(ObjectKind::Key);
        assert_eq!(paths(&plan, key), ["/vaults/0/kmsKey", "/changes/0/kmsKey"]);
        let mut patch = vec![Op::set("/keys/0/alias", "alias/b")];
        follow_alias(&plan, key, "alias/b", &mut patch);
        let next = after(&plan, &patch).unwrap();
        assert_eq!(next.vaults[0].kms_key.as_deref(), Some("alias/b"));
        assert_eq!(next.mirrors[0].kms_key.as_deref(), Some("alias/a"));
        assert_eq!(next.changes[0].kms_key.as_deref(), Some("k1"));
    }

    #[test]
    fn what_goes_with_an_object_leaves_no_name_of_it() {
        let plan = plan();
        for kind in &edit::KINDS {
            let id = edit::id(&plan, object(*kind));
            let alone = done(&plan, &delete(&plan, object(*kind), true));
            let whole = done(&plan, &delete(&plan, object(*kind), false));
            assert!(find(&alone, id).is_none() && find(&whole, id).is_none());
            let mut left = Vec::new();
            each(&whole, &mut |named| left.push(named.id.to_owned()));
            left.retain(|name| name == id);
            assert!(left.is_empty(), "{kind:?}");
        }
        let whole = done(&plan, &delete(&plan, object(ObjectKind::Vault), false));
        // The mirror cannot be without its source, nor the restore without the mirror.
        assert!(whole.mirrors.is_empty() && whole.restores.is_empty());
        assert_eq!((whole.sources.len(), whole.policies[0].rules.len()), (2, 1));
        assert_eq!(whole.policies[0].rules[0].vault, None);
    }

    #[test]
    fn what_an_edit_breaks_is_foreseen() {
        let plan = std::rc::Rc::new(plan());
        let judged = crate::judged::Judged::new(plan.clone(), 0);
        let slugs = |findings: &[Finding]| findings.iter().map(|f| f.rule.slug).collect::<Vec<_>>();
        let alone = delete(&plan, object(ObjectKind::Vault), true);
        let seen = foresee(&judged, &alone.patch).unwrap();
        assert!(
            slugs(&seen.added).contains(&"mirror-source-missing"),
            "{:?}",
            slugs(&seen.added)
        );
        let whole = delete(&plan, object(ObjectKind::Vault), false);
        let seen = foresee(&judged, &whole.patch).unwrap();
        assert!(!slugs(&seen.added).contains(&"mirror-source-missing"));
        // Nothing is new of what merely moved.
        let last = delete(&plan, ObjectRef::new(ObjectKind::Key, 0), true);
        let seen = foresee(&judged, &last.patch).unwrap();
        let moved = |f: &Finding| f.spot().object == object(ObjectKind::Key);
        assert!(!seen.added.iter().any(moved));
        assert!(foresee(&judged, &[Op::remove("/vaults/9")]).is_none());
    }

    #[test]
    fn every_kind_can_be_added_and_copied() {
        let empty = Topology::empty();
        assert!(add(&empty, ObjectKind::Restore, 0).is_none());
        assert!(add(&empty, ObjectKind::Change, 0).is_none());
        let plan = plan();
        for kind in &edit::KINDS {
            if *kind == ObjectKind::Mirror {
                assert!(duplicate(&plan, object(*kind)).is_none());
                continue;
            }
            let (edit, id) = add(&plan, *kind, 1_790_000_000).unwrap();
            let added = done(&plan, &edit);
            assert_eq!(
                find(&added, &id),
                Some(ObjectRef::new(*kind, edit::number_of(&plan, *kind)))
            );
            let (edit, id) = duplicate(&plan, object(*kind)).unwrap();
            let copied = done(&plan, &edit);
            assert_eq!(
                find(&copied, &id),
                Some(ObjectRef::new(*kind, 1)),
                "{kind:?}"
            );
        }
    }
}
