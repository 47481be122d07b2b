//! The edits that the forms offer, as patches with the words for their step. Pure: nothing is applied here.

use serde_json::{Value, json};
use vaultplan::catalog::vocabulary;
use vaultplan::facts::{Facts, VaultFact};
use vaultplan::finding::{Fix, ObjectKind, ObjectRef};
use vaultplan::lang::{Lang, Text};
use vaultplan::model::Topology;
use vaultplan::questions::generated;
use vaultplan::text::patch::{Op, Patch};

use crate::state::Label;
use crate::words;

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

/// Sets or clears a field of an object. `was` is whether it is stated now.
pub(crate) fn set(
    plan: &Topology<'_>,
    object: ObjectRef,
    path: &str,
    field: Text,
    was: bool,
    value: Option<Value>,
) -> Edit {
    let pointer = object.pointer(path);
    let patch = match value {
        Some(value) => vec![Op::set(pointer, value)],
        None if was => vec![Op::remove(pointer)],
        None => Vec::new(),
    };
    let label = if object.kind == ObjectKind::Plan {
        Label::new(words::STEP_SET_PLAN)
    } else {
        Label::new(words::STEP_SET).arg("object", name(plan, object))
    };
    Edit {
        label: label.arg("field", field),
        patch,
    }
}

/// The first of `prefix-1`, `prefix-2` … that no object has.
fn free_id(plan: &Topology<'_>, prefix: &str) -> String {
    let taken = |id: &str| {
        plan.vaults.iter().any(|o| *o.id == *id)
            || plan.mirrors.iter().any(|o| *o.id == *id)
            || plan.clients.iter().any(|o| *o.id == *id)
            || plan.sources.iter().any(|o| *o.id == *id)
            || plan.policies.iter().any(|o| *o.id == *id)
            || plan.restores.iter().any(|o| *o.id == *id)
            || plan.changes.iter().any(|o| o.id.as_deref() == Some(id))
    };
    let mut number = plan.object_count() + 1;
    loop {
        let id = format!("{prefix}-{number}");
        if !taken(&id) {
            return id;
        }
        number += 1;
    }
}

/// A name that no vault has.
fn free_name(plan: &Topology<'_>, wanted: &str) -> String {
    let taken = |name: &str| plan.vaults.iter().any(|v| v.name.as_deref() == Some(name));
    if !taken(wanted) {
        return wanted.to_owned();
    }
    (2_usize..)
        .map(|number| format!("{wanted}-{number}"))
        .find(|name| !taken(name))
        .unwrap_or_default()
}

/// Adds a vault in a region; gives its id.
pub(crate) fn add_vault(plan: &Topology<'_>, region: Option<&str>) -> (Edit, String) {
    let id = free_id(plan, "v");
    let name = free_name(plan, "vault");
    let mut vault = json!({"id": id, "name": name});
    if let (Some(region), Some(fields)) = (region, vault.as_object_mut()) {
        fields.insert("region".to_owned(), region.into());
    }
    let edit = Edit {
        label: Label::new(words::STEP_ADD_VAULT).arg("object", name),
        patch: vec![Op::set("/vaults/-", vault)],
    };
    (edit, id)
}

/// What is chosen for a new mirror, beside its region.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct NewMirror {
    pub(crate) region: String,
    pub(crate) kms_key: String,
    pub(crate) name: String,
    pub(crate) description: String,
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
                fields.insert(field.to_owned(), chosen.as_str().into());
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

/// Copies a vault under a new id and name, right after it; gives the new id. Mirrors are not copied: they are
/// joined to the vault that they copy.
pub(crate) fn duplicate_vault(plan: &Topology<'_>, index: usize) -> Option<(Edit, String)> {
    let vault = plan.vaults.get(index)?;
    let object = ObjectRef::new(ObjectKind::Vault, index);
    let id = free_id(plan, "v");
    let name = free_name(plan, name(plan, object));
    let mut value = serde_json::to_value(vault).ok()?;
    let fields = value.as_object_mut()?;
    fields.insert("id".to_owned(), id.as_str().into());
    fields.insert("name".to_owned(), name.as_str().into());
    // The copy was not imported.
    fields.remove("origin");
    let edit = Edit {
        label: Label::new(words::STEP_DUPLICATE).arg("object", name),
        patch: vec![Op::set(format!("/vaults/{}", index + 1), value)],
    };
    Some((edit, id))
}

/// What hangs on a vault or mirror.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dependants {
    /// Indexes of its mirrors.
    pub(crate) mirrors: Vec<usize>,
    /// Indexes of the sources that name it.
    pub(crate) sources: Vec<usize>,
    /// How many clients, policies, restores and changes name it.
    pub(crate) others: usize,
}

/// What hangs on an object.
pub(crate) fn dependants(plan: &Topology<'_>, object: ObjectRef) -> Dependants {
    let id = id(plan, object);
    let is = |other: &str| other == id;
    let mirrors = plan.mirrors.iter().enumerate();
    let sources = plan.sources.iter().enumerate();
    let clients = plan
        .clients
        .iter()
        .filter(|c| c.vault.as_deref().is_some_and(is));
    let policies = plan
        .policies
        .iter()
        .filter(|p| p.rules.iter().any(|r| r.vault.as_deref().is_some_and(is)));
    let restores = plan.restores.iter().filter(|r| is(&r.from));
    let changes = plan.changes.iter().filter(|c| is(&c.object));
    Dependants {
        mirrors: mirrors
            .filter(|(_, m)| is(&m.source))
            .map(|(index, _)| index)
            .collect(),
        sources: sources
            .filter(|(_, s)| s.vault.as_deref().is_some_and(is))
            .map(|(index, _)| index)
            .collect(),
        others: clients.count() + policies.count() + restores.count() + changes.count(),
    }
}

/// Deletes a vault or mirror. A vault's mirrors go with it and its sources lose their vault, unless `alone`;
/// what else names it stays, and the rules speak about it.
pub(crate) fn delete(plan: &Topology<'_>, object: ObjectRef, alone: bool) -> Edit {
    let mut patch = Patch::new();
    if !alone {
        let dependants = dependants(plan, object);
        for index in &dependants.sources {
            patch.push(Op::remove(format!("/sources/{index}/vault")));
        }
        // From the end, so that earlier indexes stay true.
        for index in dependants.mirrors.iter().rev() {
            patch.push(Op::remove(format!("/mirrors/{index}")));
        }
    }
    patch.push(Op::remove(object.pointer("")));
    Edit {
        label: Label::new(words::STEP_DELETE).arg("object", name(plan, object)),
        patch,
    }
}

/// A way out that the engine offers.
pub(crate) fn of_fix(fix: &Fix) -> Edit {
    Edit {
        label: Label::with(fix.label, fix.args.clone()),
        patch: fix.patch.clone(),
    }
}

/// A value that a patch changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Changed {
    /// JSON Pointer.
    pub(crate) pointer: String,
    /// The value before, if there was one.
    pub(crate) before: Option<String>,
    /// The value after, if there is one.
    pub(crate) after: Option<String>,
}

/// What a patch changes, value by value, for a preview.
pub(crate) fn preview(plan: &Topology<'_>, patch: &[Op]) -> Vec<Changed> {
    patch
        .iter()
        .map(|op| {
            let after = match op {
                Op::Add { value, .. } | Op::Replace { value, .. } => Some(shown(value)),
                Op::Remove { .. } => None,
            };
            Changed {
                pointer: op.path().to_owned(),
                before: value_at(plan, op.path()).as_ref().map(shown),
                after,
            }
        })
        .collect()
}

/// The value at a pointer. Only the object that holds it is turned into JSON: a plan may be large.
pub(crate) fn value_at(plan: &Topology<'_>, pointer: &str) -> Option<Value> {
    let mut parts = pointer.splitn(4, '/').skip(1);
    let (list, index, rest) = (parts.next()?, parts.next(), parts.next());
    let at = index.and_then(|index| index.parse::<usize>().ok());
    fn value<T: serde::Serialize>(list: &[T], at: Option<usize>) -> Option<Value> {
        serde_json::to_value(list.get(at?)?).ok()
    }
    let object = match list {
        "vaults" => value(&plan.vaults, at)?,
        "mirrors" => value(&plan.mirrors, at)?,
        "clients" => value(&plan.clients, at)?,
        "sources" => value(&plan.sources, at)?,
        "policies" => value(&plan.policies, at)?,
        "restores" => value(&plan.restores, at)?,
        "changes" => value(&plan.changes, at)?,
        _ => {
            // What remains is small: name, edition and the like.
            let head = Topology {
                schema: plan.schema.clone(),
                release: plan.release.clone(),
                name: plan.name.clone(),
                note: plan.note.clone(),
                edition: plan.edition,
                replication_regions: plan.replication_regions.clone(),
                settings: plan.settings.clone(),
                billing: plan.billing.clone(),
                roles: plan.roles.clone(),
                access: plan.access.clone(),
                contacts: plan.contacts.clone(),
                keys: plan.keys.clone(),
                ..Topology::empty()
            };
            return serde_json::to_value(head).ok()?.pointer(pointer).cloned();
        }
    };
    match rest {
        Some(rest) => object.pointer(&format!("/{rest}")).cloned(),
        None => Some(object),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The name of a region with its id: `China (Hangzhou) · cn-hangzhou`.
pub(crate) fn region_name(id: &str, lang: Lang) -> String {
    match vocabulary::REGION.label(id) {
        Some(label) => label.get(lang).to_owned(),
        None => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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

    #[test]
    fn a_field_is_set_and_cleared() {
        let plan = plan();
        let set = set(
            &plan,
            vault(0),
            "/status",
            words::STATUS,
            false,
            Some("ERROR".into()),
        );
        let broken = done(&plan, &set);
        assert_eq!(broken.vaults[0].status.as_deref(), Some("ERROR"));
        assert!(set.label.get(Lang::En).contains(name(&plan, vault(0))));
        let clear = super::set(&broken, vault(0), "/status", words::STATUS, true, None);
        assert_eq!(done(&broken, &clear).vaults[0].status, None);
        let nothing = super::set(&plan, vault(0), "/status", words::STATUS, false, None);
        assert!(nothing.patch.is_empty());
    }

    #[test]
    fn new_objects_have_ids_and_names_of_their_own() {
        let mut plan = plan();
        for _ in 0..3 {
            let (edit, id) = add_vault(&plan, Some("cn-beijing"));
            plan = done(&plan, &edit);
            assert_eq!(&*plan.vaults.last().unwrap().id, id);
        }
        let (edit, id) = duplicate_vault(&plan, 1).unwrap();
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
        assert_eq!(duplicate_vault(&plan, 99), None);
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
    fn deleting_a_vault_takes_its_mirrors_and_frees_its_sources() {
        let plan = plan();
        let hangs = dependants(&plan, vault(0));
        assert_eq!((hangs.mirrors.len(), hangs.sources.len()), (1, 1));
        let after = done(&plan, &delete(&plan, vault(0), false));
        assert_eq!(after.vaults.len(), plan.vaults.len() - 1);
        assert_eq!(after.mirrors.len(), plan.mirrors.len() - 1);
        assert_eq!(after.sources[hangs.sources[0]].vault, None);
        let alone = done(&plan, &delete(&plan, vault(0), true));
        assert_eq!(alone.mirrors.len(), plan.mirrors.len());
    }

    #[test]
    fn a_preview_shows_values_before_and_after() {
        let plan = plan();
        let patch = vec![
            Op::set("/vaults/0/region", "cn-beijing"),
            Op::set("/vaults/0/status", "ERROR"),
            Op::remove("/vaults/1/kmsKey"),
        ];
        let seen = preview(&plan, &patch);
        let row = |index: usize| {
            let Changed { before, after, .. } = &seen[index];
            (before.as_deref(), after.as_deref())
        };
        assert_eq!(
            row(0),
            (plan.vaults[0].region.as_deref(), Some("cn-beijing"))
        );
        assert_eq!(row(1), (None, Some("ERROR")));
        assert_eq!(row(2), (plan.vaults[1].kms_key.as_deref(), None));
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
