//! The index from ids to objects: a hash table of 32-bit places. Its order reaches no output.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use crate::finding::{ObjectKind, ObjectRef};
use crate::model::Topology;

/// Objects by id. The first object of an id has it.
#[derive(Debug)]
pub(crate) struct Ids<'t> {
    plan: &'t Topology<'t>,
    table: HashTable<u32>,
    hash: FixedState,
}

const INDEX_BITS: u32 = 28;
const KINDS: [ObjectKind; 8] = [
    ObjectKind::Plan,
    ObjectKind::Vault,
    ObjectKind::Mirror,
    ObjectKind::Client,
    ObjectKind::Source,
    ObjectKind::Policy,
    ObjectKind::Restore,
    ObjectKind::Change,
];

/// Kind and index in one number; `None` past 2^28 objects of a kind, which the limits exclude.
fn pack(object: ObjectRef) -> Option<u32> {
    let kind = KINDS.iter().position(|kind| *kind == object.kind)?;
    let index = u32::try_from(object.index)
        .ok()
        .filter(|index| *index < 1 << INDEX_BITS)?;
    Some((u32::try_from(kind).ok()? << INDEX_BITS) | index)
}

fn unpack(packed: u32) -> ObjectRef {
    let kind = KINDS
        .get((packed >> INDEX_BITS) as usize)
        .copied()
        .unwrap_or(ObjectKind::Plan);
    ObjectRef::new(kind, (packed & ((1 << INDEX_BITS) - 1)) as usize)
}

impl<'t> Ids<'t> {
    pub(crate) fn new(plan: &'t Topology<'t>) -> Self {
        // The seed differs from plan to plan, so that no list of ids collides in every plan.
        let hash = FixedState::with_seed(plan.object_count() as u64);
        Self {
            plan,
            table: HashTable::with_capacity(plan.object_count()),
            hash,
        }
    }

    /// Gives an id to an object; the object that has it already, if one has.
    pub(crate) fn insert(&mut self, id: &str, object: ObjectRef) -> Option<ObjectRef> {
        let packed = pack(object)?;
        let (plan, hash) = (self.plan, self.hash.hash_one(id));
        let hasher = |other: &u32| self.hash.hash_one(id_of(plan, unpack(*other)));
        match self
            .table
            .entry(hash, |other| id_of(plan, unpack(*other)) == id, hasher)
        {
            hashbrown::hash_table::Entry::Occupied(entry) => Some(unpack(*entry.get())),
            hashbrown::hash_table::Entry::Vacant(entry) => {
                entry.insert(packed);
                None
            }
        }
    }

    pub(crate) fn get(&self, id: &str) -> Option<ObjectRef> {
        let found = self.table.find(self.hash.hash_one(id), |other| {
            id_of(self.plan, unpack(*other)) == id
        });
        found.map(|packed| unpack(*packed))
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
        ObjectKind::Restore => plan.restores.get(object.index).map(|o| &*o.id),
        ObjectKind::Change => plan.changes.get(object.index).and_then(|o| o.id.as_deref()),
    };
    found.unwrap_or_default()
}
