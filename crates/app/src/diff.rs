//! What turns one plan into another, as a patch. Objects of the long lists are compared as they are: only those that
//! differ become JSON, so that the size of a plan costs little.

use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::model::edit::ToValue;
use vaultplan::model::{self, Topology};
use vaultplan::text::patch::{Op, Patch};
use vaultplan::text::pointer;
use vaultplan::text::value::Value;

use crate::edit;

/// The patch from one plan to another, with its inverse; `None` where no patch leads there exactly.
pub(crate) fn diff(old: &Topology<'static>, new: &Topology<'static>) -> Option<(Patch, Patch)> {
    let mut patch = Patch::new();
    values("", &edit::head(old), &edit::head(new), &mut patch);
    macro_rules! lists {
        ($($list:ident),*) => {
            $({
                let (old, new) = (&old.$list, &new.$list);
                let pair = Pair {
                    lengths: (old.len(), new.len()),
                    same: &|a, b| old.get(a) == new.get(b),
                    old: &|at| old.get(at).map(ToValue::value).unwrap_or_default(),
                    new: &|at| new.get(at).map(ToValue::value).unwrap_or_default(),
                };
                list(concat!("/", stringify!($list)), &pair, &mut patch);
            })*
        };
    }
    lists!(
        keys, vaults, mirrors, clients, sources, policies, restores, changes
    );
    let mut led = old.clone();
    let inverse = model::apply(&mut led, &patch).ok()?;
    (led == *new).then_some((patch, inverse))
}

/// The object that a pointer leads to or into; `None` for the plan's own fields.
fn object_at(pointer: &str) -> Option<ObjectRef> {
    let (list, rest) = pointer.get(1..)?.split_once('/')?;
    let index = rest.split('/').next()?.parse().ok()?;
    let kind = match list {
        "vaults" => ObjectKind::Vault,
        "mirrors" => ObjectKind::Mirror,
        "clients" => ObjectKind::Client,
        "sources" => ObjectKind::Source,
        "policies" => ObjectKind::Policy,
        "restores" => ObjectKind::Restore,
        "changes" => ObjectKind::Change,
        "keys" => ObjectKind::Key,
        _ => return None,
    };
    Some(ObjectRef::new(kind, index))
}

/// What changed at one place, for people.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Changed {
    /// JSON Pointer of the place.
    pub(crate) pointer: String,
    /// The name of the object that holds it; empty for the plan.
    pub(crate) object: String,
    /// What stood there; `None` where there was nothing.
    pub(crate) before: Option<String>,
    /// What stands there now.
    pub(crate) after: Option<String>,
}

/// A value for people: a text without its quotes.
fn shown(value: &Value) -> String {
    match value.as_str() {
        Some(text) => text.to_owned(),
        None => value.to_string(),
    }
}

/// What changed from one plan to another, in the order in which a patch does it.
pub(crate) fn changes(old: &Topology<'static>, new: &Topology<'static>) -> Vec<Changed> {
    let patch = diff(old, new).map(|(patch, _)| patch).unwrap_or_default();
    let mut now = old.clone();
    let mut changes = Vec::with_capacity(patch.len());
    for op in patch {
        let named = |plan: &Topology<'static>| {
            let object = object_at(op.path());
            object.map(|object| edit::name(plan, object).to_owned())
        };
        let before = named(&now);
        let Ok(inverse) = model::apply(&mut now, std::slice::from_ref(&op)) else {
            break;
        };
        let object = before
            .filter(|name| !name.is_empty())
            .or_else(|| named(&now));
        let value = |op: &Op| match op {
            Op::Add { value, .. } | Op::Replace { value, .. } => Some(shown(value)),
            Op::Remove { .. } => None,
        };
        changes.push(Changed {
            pointer: op.path().to_owned(),
            object: object.unwrap_or_default(),
            before: inverse.first().and_then(value),
            after: value(&op),
        });
    }
    changes
}

/// Two lists of one kind, for one function that compares any.
struct Pair<'l> {
    lengths: (usize, usize),
    same: &'l dyn Fn(usize, usize) -> bool,
    old: &'l dyn Fn(usize) -> Value,
    new: &'l dyn Fn(usize) -> Value,
}

fn at(path: &str, index: usize) -> String {
    let mut path = path.to_owned();
    pointer::push_index(&mut path, index);
    path
}

/// What stands alike at both ends stays; in between, elements are compared by their place.
fn list(path: &str, pair: &Pair<'_>, patch: &mut Patch) {
    let (old, new) = pair.lengths;
    let shorter = old.min(new);
    let begin = (0..shorter).take_while(|i| (pair.same)(*i, *i)).count();
    let end = (1..=shorter - begin)
        .take_while(|i| (pair.same)(old - i, new - i))
        .count();
    for index in begin..shorter - end {
        if !(pair.same)(index, index) {
            let (old, new) = ((pair.old)(index), (pair.new)(index));
            values(&at(path, index), &old, &new, patch);
        }
    }
    for index in (shorter - end..old - end).rev() {
        patch.push(Op::remove(at(path, index)));
    }
    for index in shorter - end..new - end {
        patch.push(Op::set(at(path, index), (pair.new)(index)));
    }
}

fn values(path: &str, old: &Value, new: &Value, patch: &mut Patch) {
    match (old, new) {
        (Value::Object(before), Value::Object(after)) => {
            let member = |name: &str| {
                let mut path = path.to_owned();
                pointer::push_key(&mut path, name);
                path
            };
            for (name, _) in before.iter() {
                if after.get(name).is_none() {
                    patch.push(Op::remove(member(name)));
                }
            }
            for (name, value) in after.iter() {
                match before.get(name) {
                    Some(before) => values(&member(name), before, value, patch),
                    None => patch.push(Op::set(member(name), value.clone())),
                }
            }
        }
        (Value::Array(before), Value::Array(after)) => {
            let pair = Pair {
                lengths: (before.len(), after.len()),
                same: &|a, b| before.get(a) == after.get(b),
                old: &|at| before.get(at).cloned().unwrap_or_default(),
                new: &|at| after.get(at).cloned().unwrap_or_default(),
            };
            list(path, &pair, patch);
        }
        _ if old == new => {}
        _ => patch.push(Op::Replace {
            path: path.to_owned(),
            value: new.clone(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn plan(text: &str) -> Topology<'static> {
        model::read_text(text).unwrap().into_owned()
    }

    const PAIR: &str = include_str!("../../../examples/hangzhou-shanghai.json");

    #[test]
    fn a_field_that_differs_is_one_small_operation() {
        let (old, new) = (plan(PAIR), plan(&PAIR.replace("cn-shanghai", "cn-beijing")));
        let (patch, inverse) = diff(&old, &new).unwrap();
        assert_eq!(patch.len(), 1);
        assert_eq!(patch[0].path(), "/mirrors/0/region");
        let mut back = new;
        model::apply(&mut back, &inverse).unwrap();
        assert_eq!(back, old);
        assert_eq!(diff(&old, &old).unwrap().0, []);
    }

    #[test]
    fn what_is_put_between_others_moves_none_of_them() {
        let ids = |ids: &[&str]| {
            let vaults: Vec<_> = ids.iter().map(|id| format!(r#"{{"id":"{id}"}}"#)).collect();
            plan(&format!(
                r#"{{"format":"vaultplan/1","vaults":[{}]}}"#,
                vaults.join(",")
            ))
        };
        let (patch, inverse) = diff(&ids(&["a", "b", "d"]), &ids(&["a", "b", "c", "d"])).unwrap();
        let paths = |patch: &Patch| {
            patch
                .iter()
                .map(|op| op.path().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(paths(&patch), ["/vaults/2"]);
        assert_eq!(inverse, [Op::remove("/vaults/2")]);
        let (patch, _) = diff(&ids(&["a", "b", "c", "d"]), &ids(&["d"])).unwrap();
        assert_eq!(paths(&patch), ["/vaults/2", "/vaults/1", "/vaults/0"]);
    }

    #[test]
    fn changes_name_their_object_and_both_values() {
        let (old, new) = (plan(PAIR), plan(&PAIR.replace("cn-shanghai", "cn-beijing")));
        let [changed] = changes(&old, &new).try_into().unwrap();
        let expected = Changed {
            pointer: "/mirrors/0/region".to_owned(),
            object: edit::name(&old, ObjectRef::new(ObjectKind::Mirror, 0)).to_owned(),
            before: Some("cn-shanghai".to_owned()),
            after: Some("cn-beijing".to_owned()),
        };
        assert_eq!(changed, expected);
        let added = changes(&Topology::empty(), &old);
        let vault = added.iter().find(|c| c.pointer == "/vaults/0").unwrap();
        assert_eq!(
            (vault.before.as_deref(), &*vault.object),
            (None, "erp-main")
        );
        let gone = changes(&old, &Topology::empty());
        let vault = gone.iter().find(|c| c.pointer == "/vaults/0").unwrap();
        assert_eq!((vault.after.as_deref(), &*vault.object), (None, "erp-main"));
    }

    /// All examples of the rules, so that every part of the document is met.
    #[test]
    fn every_example_becomes_every_other_exactly() {
        let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/rules");
        let mut before = Topology::empty();
        let mut met = 0;
        for rule in std::fs::read_dir(rules).unwrap() {
            for file in std::fs::read_dir(rule.unwrap().path()).unwrap() {
                let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
                let Ok(next) = model::read_text(&text).map(Topology::into_owned) else {
                    continue;
                };
                assert!(diff(&before, &next).is_some(), "{text}");
                assert!(diff(&next, &Topology::empty()).is_some(), "{text}");
                before = next;
                met += 1;
            }
        }
        assert!(met > 100, "{met}");
    }
}
