//! The index from ids to objects: a hash table of 32-bit places. Its order reaches no output.

use crate::finding::{ObjectKind, ObjectRef};
use crate::model::Topology;
use crate::text::names::Table;

/// Objects by id. The first object of an id has it.
#[derive(Debug)]
pub(crate) struct Ids<'t> {
    plan: &'t Topology<'t>,
    table: Table,
}

const INDEX_BITS: u32 = 28;

/// Kind and index in one number; `None` past 2^28 objects of a kind, which the limits exclude.
fn pack(object: ObjectRef) -> Option<u32> {
    let index = u32::try_from(object.index)
        .ok()
        .filter(|index| *index < 1 << INDEX_BITS)?;
    Some(((object.kind as u32) << INDEX_BITS) | index)
}

fn unpack(packed: u32) -> ObjectRef {
    let kind = ObjectKind::ALL
        .get((packed >> INDEX_BITS) as usize)
        .copied()
        .unwrap_or(ObjectKind::Plan);
    ObjectRef::new(kind, (packed & ((1 << INDEX_BITS) - 1)) as usize)
}

impl<'t> Ids<'t> {
    pub(crate) fn new(plan: &'t Topology<'t>) -> Self {
        let count = plan.object_count();
        Self {
            plan,
            table: Table::new(count, count),
        }
    }

    /// Gives an id to an object; the object that has it already, if one has.
    pub(crate) fn insert(&mut self, id: &str, object: ObjectRef) -> Option<ObjectRef> {
        let plan = self.plan;
        let read = |place: u32| id_of(plan, unpack(place));
        self.table.insert(id, pack(object)?, &read).map(unpack)
    }

    pub(crate) fn get(&self, id: &str) -> Option<ObjectRef> {
        let read = |place: u32| id_of(self.plan, unpack(place));
        self.table.find(id, &read).map(unpack)
    }
}

/// The id of an object; empty for the plan, and for a change without one.
pub(crate) fn id_of<'t>(plan: &'t Topology<'t>, object: ObjectRef) -> &'t str {
    let found: Option<&'t str> = match object.kind {
        ObjectKind::Plan => None,
        ObjectKind::Vault => plan.vaults.get(object.index).map(|o| &*o.id),
        ObjectKind::Mirror => plan.mirrors.get(object.index).map(|o| &*o.id),
        ObjectKind::Client => plan.clients.get(object.index).map(|o| &*o.id),
        ObjectKind::Source => plan.sources.get(object.index).map(|o| &*o.id),
        ObjectKind::Policy => plan.policies.get(object.index).map(|o| &*o.id),
        ObjectKind::Key => plan.keys.get(object.index).map(|o| &*o.id),
        ObjectKind::Restore => plan.restores.get(object.index).map(|o| &*o.id),
        ObjectKind::Change => plan.changes.get(object.index).and_then(|o| o.id.as_deref()),
    };
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_has_its_own_number() {
        for kind in ObjectKind::ALL {
            let object = ObjectRef::new(kind, 7);
            assert_eq!(pack(object).map(unpack), Some(object));
        }
    }
}
