//! The index from ids to objects, and sets of names: one hash table of 32-bit places, small as code and in memory.
//! Its order reaches no output.

use crate::finding::{ObjectKind, ObjectRef};
use crate::model::Topology;

/// Places of texts, by hash. The texts stay where they are: whoever asks says how to read a place.
#[derive(Debug)]
struct Table {
    /// Some bits of each place's hash, never 0; 0 where there is none.
    tags: Vec<u8>,
    places: Vec<u32>,
    /// How many more places it takes before it has to grow.
    room: usize,
    /// Differs from plan to plan, so that no list of ids collides in every plan.
    seed: u64,
}

impl Table {
    fn new(count: usize, seed: usize) -> Self {
        // At most seven eighths are taken, so that a search always ends.
        let slots = (count + count / 7 + 1).next_power_of_two().max(8);
        Self {
            tags: vec![0; slots],
            places: vec![0; slots],
            room: slots / 8 * 7,
            seed: seed as u64,
        }
    }

    fn hash(&self, text: &str) -> u64 {
        let mix = |hash: u64, bytes: [u8; 8]| {
            let mixed = (hash ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            mixed ^ (mixed >> 32)
        };
        let (words, rest) = text.as_bytes().as_chunks();
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        let all = words
            .iter()
            .fold(self.seed ^ text.len() as u64, |hash, word| mix(hash, *word));
        mix(mix(all, last), [0; 8])
    }

    /// The place of a text, or else the slot for it, with its tag.
    #[inline(never)]
    fn find<'t>(&self, text: &str, read: &dyn Fn(u32) -> &'t str) -> Result<u32, (usize, u8)> {
        let hash = self.hash(text);
        let tag = (hash >> 56) as u8 | 1;
        let mask = self.tags.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            match (self.tags.get(slot), self.places.get(slot)) {
                (Some(found), Some(place)) if *found != 0 => {
                    if *found == tag && read(*place) == text {
                        return Ok(*place);
                    }
                }
                _ => return Err((slot, tag)),
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Gives a text its place; the place that it has already, if it has one.
    #[inline(never)]
    fn insert<'t>(&mut self, text: &str, place: u32, read: &dyn Fn(u32) -> &'t str) -> Option<u32> {
        if self.room == 0 {
            let mut larger = Self::new(self.tags.len(), self.seed as usize);
            for (tag, place) in self.tags.iter().zip(&self.places) {
                if *tag != 0 {
                    larger.insert(read(*place), *place, read);
                }
            }
            *self = larger;
        }
        let (slot, tag) = match self.find(text, read) {
            Ok(place) => return Some(place),
            Err(free) => free,
        };
        if let (Some(to), Some(at)) = (self.tags.get_mut(slot), self.places.get_mut(slot)) {
            (*to, *at) = (tag, place);
            self.room -= 1;
        }
        None
    }
}

/// Different texts, numbered from 0 in the order in which they came.
#[derive(Debug)]
pub(crate) struct Names<'t> {
    list: Vec<&'t str>,
    table: Table,
}

impl<'t> Names<'t> {
    pub(crate) fn new() -> Self {
        Self {
            list: Vec::new(),
            table: Table::new(0, 0),
        }
    }

    /// The number of a text, and whether it is new.
    pub(crate) fn number(&mut self, text: &'t str) -> (usize, bool) {
        let (list, new) = (&self.list, self.list.len());
        let read = |place: u32| list.get(place as usize).copied().unwrap_or_default();
        let known = self.table.insert(text, new as u32, &read);
        if known.is_none() {
            self.list.push(text);
        }
        (known.map_or(new, |known| known as usize), known.is_none())
    }

    /// The number of a text that came.
    pub(crate) fn find(&self, text: &str) -> Option<usize> {
        let read = |place: u32| self.list.get(place as usize).copied().unwrap_or_default();
        let found = self.table.find(text, &read).ok();
        found.map(|place| place as usize)
    }

    pub(crate) fn contains(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }
}

impl<'t> Extend<&'t str> for Names<'t> {
    fn extend<I: IntoIterator<Item = &'t str>>(&mut self, texts: I) {
        texts.into_iter().for_each(|text| {
            self.number(text);
        });
    }
}

/// Objects by id. The first object of an id has it.
#[derive(Debug)]
pub(crate) struct Ids<'t> {
    plan: &'t Topology<'t>,
    table: Table,
}

const INDEX_BITS: u32 = 28;
const KINDS: [ObjectKind; 9] = [
    ObjectKind::Plan,
    ObjectKind::Vault,
    ObjectKind::Mirror,
    ObjectKind::Client,
    ObjectKind::Source,
    ObjectKind::Policy,
    ObjectKind::Restore,
    ObjectKind::Change,
    ObjectKind::Key,
];

/// Kind and index in one number; `None` past 2^28 objects of a kind, which the limits exclude.
fn pack(object: ObjectRef) -> Option<u32> {
    let index = u32::try_from(object.index)
        .ok()
        .filter(|index| *index < 1 << INDEX_BITS)?;
    Some(((object.kind as u32) << INDEX_BITS) | index)
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
        self.table.find(id, &read).ok().map(unpack)
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
    fn names_are_numbered_once_however_many_there_are() {
        let words: Vec<String> = (0..5_000).map(|n| format!("v-{}", n % 2_500)).collect();
        let mut names = Names::new();
        for (at, word) in words.iter().enumerate() {
            assert_eq!(names.number(word), (at % 2_500, at < 2_500));
        }
        assert!(words.iter().all(|word| names.contains(word)));
        assert!(!names.contains("v-2500") && !names.contains(""));
    }

    #[test]
    fn a_kind_has_its_own_number() {
        for kind in KINDS {
            let object = ObjectRef::new(kind, 7);
            assert_eq!(pack(object).map(unpack), Some(object));
        }
    }
}
