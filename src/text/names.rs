//! Sets of texts: one hash table of 32-bit places, small as code and in memory, and one sort. Their order reaches no
//! output but through the sort.

use std::borrow::Cow;
use std::cmp::Ordering;

/// Places of texts, by hash. The texts stay where they are: whoever asks says how to read a place.
#[derive(Debug)]
pub(crate) struct Table {
    /// Some bits of each place's hash, never 0; 0 where there is none.
    tags: Vec<u8>,
    places: Vec<u32>,
    /// How many more places it takes before it has to grow.
    room: usize,
    /// Differs from plan to plan, and changes when texts crowd: see [`CROWDED`].
    seed: u64,
    reseeded: u8,
}

/// A search over more places than this means that the texts were made to collide, for other texts spread. The table
/// is then laid out anew with another seed, a few times at most, so that no plan makes reading it quadratic.
const CROWDED: usize = 1_024;
const RESEEDS: u8 = 8;

/// Where a text would go that the table does not have.
struct Free {
    slot: usize,
    tag: u8,
    /// How many places were looked at.
    steps: usize,
}

impl Table {
    /// A table for so many texts.
    pub(crate) fn new(count: usize, seed: usize) -> Self {
        // At most seven eighths are taken, so that a search always ends.
        let slots = (count + count / 7 + 1).next_power_of_two().max(8);
        Self {
            tags: vec![0; slots],
            places: vec![0; slots],
            room: slots / 8 * 7,
            seed: seed as u64,
            reseeded: 0,
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

    /// The place of a text, if the table has it.
    pub(crate) fn find<'t>(&self, text: &str, read: &dyn Fn(u32) -> &'t str) -> Option<u32> {
        self.search(text, read).ok()
    }

    #[inline(never)]
    fn search<'t>(&self, text: &str, read: &dyn Fn(u32) -> &'t str) -> Result<u32, Free> {
        let hash = self.hash(text);
        let tag = (hash >> 56) as u8 | 1;
        let mask = self.tags.len() - 1;
        let mut slot = hash as usize & mask;
        let mut steps = 0;
        loop {
            match (self.tags.get(slot), self.places.get(slot)) {
                (Some(found), Some(place)) if *found != 0 => {
                    if *found == tag && read(*place) == text {
                        return Ok(*place);
                    }
                }
                _ => return Err(Free { slot, tag, steps }),
            }
            slot = (slot + 1) & mask;
            steps += 1;
        }
    }

    /// Gives a text its place; the place that it has already, if it has one.
    #[inline(never)]
    pub(crate) fn insert<'t>(
        &mut self,
        text: &str,
        place: u32,
        read: &dyn Fn(u32) -> &'t str,
    ) -> Option<u32> {
        if self.room == 0 {
            self.lay_out(self.tags.len(), read);
        }
        let mut free = match self.search(text, read) {
            Ok(place) => return Some(place),
            Err(free) => free,
        };
        if free.steps > CROWDED && self.reseeded < RESEEDS {
            self.reseeded += 1;
            self.seed = self.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(self.reseeded);
            // So many texts as give so many slots: it stays as large as it is.
            self.lay_out((self.tags.len() / 8 * 7).saturating_sub(1), read);
            free = self.search(text, read).err()?;
        }
        if let (Some(to), Some(at)) = (self.tags.get_mut(free.slot), self.places.get_mut(free.slot))
        {
            (*to, *at) = (free.tag, place);
            self.room -= 1;
        }
        None
    }

    /// Puts all texts into a table for so many.
    fn lay_out<'t>(&mut self, count: usize, read: &dyn Fn(u32) -> &'t str) {
        let mut new = Self::new(count, self.seed as usize);
        (new.seed, new.reseeded) = (self.seed, self.reseeded);
        for (tag, place) in self.tags.iter().zip(&self.places) {
            if *tag != 0
                && let Err(free) = new.search(read(*place), read)
                && let (Some(to), Some(at)) =
                    (new.tags.get_mut(free.slot), new.places.get_mut(free.slot))
            {
                (*to, *at) = (free.tag, *place);
                new.room -= 1;
            }
        }
        *self = new;
    }
}

/// Different texts, numbered from 0 in the order in which they came.
#[derive(Debug)]
pub(crate) struct Names<'t> {
    list: Vec<Cow<'t, str>>,
    table: Table,
}

fn read<'l>(list: &'l [Cow<'_, str>]) -> impl Fn(u32) -> &'l str {
    |place| list.get(place as usize).map_or("", |text| text)
}

impl<'t> Names<'t> {
    pub(crate) fn new() -> Self {
        Self {
            list: Vec::new(),
            table: Table::new(0, 0),
        }
    }

    /// The number of a text, and whether it is new.
    #[inline(never)]
    pub(crate) fn number(&mut self, text: Cow<'t, str>) -> (usize, bool) {
        let new = self.list.len();
        let known = self.table.insert(&text, new as u32, &read(&self.list));
        if known.is_none() {
            self.list.push(text);
        }
        (known.map_or(new, |known| known as usize), known.is_none())
    }

    /// The number of a text that came.
    pub(crate) fn find(&self, text: &str) -> Option<usize> {
        let found = self.table.find(text, &read(&self.list));
        found.map(|place| place as usize)
    }

    pub(crate) fn contains(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The texts in the order of their letters.
    pub(crate) fn into_sorted(self) -> Vec<Cow<'t, str>> {
        let mut list = self.list;
        let text = |at: u32| list.get(at as usize);
        let order = order(list.len(), &|a, b| text(a).cmp(&text(b)));
        let take = |at: u32| list.get_mut(at as usize).map(std::mem::take);
        order.into_iter().filter_map(take).collect()
    }
}

/// The numbers below `count` in an order; those that are equal stay as they are. Merges runs, which double each time.
#[inline(never)]
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut sorted: Vec<u32> = (0..count as u32).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in sorted.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            while let Some((one, rest)) = left.split_first() {
                match right.split_first() {
                    Some((other, after)) if compare(*other, *one) == Ordering::Less => {
                        merged.push(*other);
                        right = after;
                    }
                    _ => {
                        merged.push(*one);
                        left = rest;
                    }
                }
            }
            merged.extend_from_slice(right);
        }
        sorted = merged;
        run *= 2;
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_numbered_once_however_many_there_are() {
        let words: Vec<String> = (0..5_000).map(|n| format!("v-{}", n % 2_500)).collect();
        let mut names = Names::new();
        for (at, word) in words.iter().enumerate() {
            assert_eq!(names.number(word.into()), (at % 2_500, at < 2_500));
        }
        assert!(words.iter().all(|word| names.contains(word)));
        assert!(!names.contains("v-2500") && !names.contains(""));
    }

    #[test]
    fn texts_that_are_made_to_collide_are_spread_anew() {
        const COUNT: usize = 1_700;
        let plain = Table::new(COUNT, 0);
        let slots = plain.tags.len() as u64;
        let crafted: Vec<String> = (0_u32..)
            .map(|n| format!("v{n}"))
            .filter(|id| plain.hash(id) % slots == 1)
            .take(COUNT)
            .collect();
        let read = |place: u32| crafted[place as usize].as_str();
        let mut table = Table::new(COUNT, 0);
        for (at, id) in crafted.iter().enumerate() {
            assert_eq!(table.insert(id, at as u32, &read), None);
        }
        assert!(table.reseeded > 0);
        assert_eq!(table.tags.len() as u64, slots);
        for (at, id) in crafted.iter().enumerate() {
            assert_eq!(table.find(id, &read), Some(at as u32));
            assert_eq!(table.insert(id, 0, &read), Some(at as u32));
        }
        let longest = |table: &Table| {
            let other = (0..2_000).map(|n| format!("w{n}"));
            let steps = other.map(|id| table.search(&id, &read).err().unwrap().steps);
            steps.max().unwrap()
        };
        assert!(longest(&table) < CROWDED / 2, "{}", longest(&table));
    }

    #[test]
    fn a_sort_keeps_the_order_of_what_is_equal() {
        for count in 0..70_usize {
            let key = |at: u32| (at * 7) % 5;
            let mut expected: Vec<u32> = (0..count as u32).collect();
            expected.sort_by_key(|at| key(*at));
            assert_eq!(order(count, &|a, b| key(a).cmp(&key(b))), expected);
        }
    }
}
