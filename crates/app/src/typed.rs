//! The field of the text view: what it holds while somebody types, which the plan follows after a pause.

use std::rc::Rc;

use vaultplan::catalog::limits;
use vaultplan::model::{self, Problem};
use vaultplan::text::locate::{self, Position};
use vaultplan::text::scan;

use crate::state::Content;

/// A larger text is read after a pause, a smaller one with every key; its lines are not numbered one by one.
const SMALL_BYTES: usize = 120_000;

/// What the field holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    /// The text.
    pub(crate) text: Rc<str>,
    /// Why it does not read.
    pub(crate) problems: Rc<Vec<Problem>>,
    /// Grows when the text is put into the field, not when it is typed there.
    pub(crate) serial: u32,
    waits: bool,
    /// What was open when the text was last compared with it.
    of: Option<Content>,
}

impl Typed {
    /// Whether the text is small enough to be looked at with every key.
    pub(crate) fn is_small(&self) -> bool {
        self.text.len() <= SMALL_BYTES
    }

    fn read(&mut self) {
        self.problems = Rc::new(model::read_text(&self.text).err().unwrap_or_default());
    }

    fn show(&mut self, text: Rc<str>) {
        self.text = text;
        self.serial += 1;
        self.read();
    }

    /// Somebody typed.
    pub(crate) fn type_in(&mut self, text: &str) {
        self.text = text.into();
        self.waits = true;
        if self.is_small() {
            self.read();
        }
    }

    /// Where pointers lead in the text; to its beginning where the text does not read.
    pub(crate) fn places(&self, pointers: &mut dyn Iterator<Item = String>) -> Vec<Position> {
        let root = scan::parse(&self.text, limits::DEPTH).ok();
        // The lines are counted once: places may be many and the text long.
        let ends = self.text.match_indices('\n').map(|(end, _)| end + 1);
        let starts: Vec<usize> = std::iter::once(0).chain(ends).collect();
        let position = |offset: usize| {
            let line = starts.partition_point(|start| *start <= offset);
            let start = starts
                .get(line.saturating_sub(1))
                .copied()
                .unwrap_or_default();
            let before = self.text.get(start..offset).unwrap_or_default();
            Position {
                line,
                column: before.encode_utf16().count() + 1,
            }
        };
        pointers
            .map(|pointer| match &root {
                Some(root) => position(locate::span_in(root, &pointer).start),
                None => position(0),
            })
            .collect()
    }

    /// Nobody types any more: the text, if the plan has not followed it yet.
    pub(crate) fn settle(&mut self) -> Option<Rc<str>> {
        if !std::mem::take(&mut self.waits) {
            return None;
        }
        if !self.is_small() {
            self.read();
        }
        Some(self.text.clone())
    }

    /// What is open has followed the text.
    pub(crate) fn is_of(&mut self, content: &Content) {
        self.of = Some(content.clone());
    }

    /// Shows what is open when that changed elsewhere, never while somebody types here.
    pub(crate) fn follow(&mut self, content: &Content) {
        if self.waits || self.of.as_ref().is_some_and(|of| of.same(content)) {
            return;
        }
        self.is_of(content);
        let says_the_same = match &content.draft {
            Some(draft) => draft.text == self.text,
            None => model::read_text(&self.text).is_ok_and(|plan| plan == *content.plan),
        };
        if !says_the_same {
            self.show(content.text());
        }
    }

    /// A text that says what the plan says takes its canonical form once nobody types.
    pub(crate) fn tidy(&mut self, content: &Content) {
        if content.draft.is_none() {
            let text = content.text();
            if text != self.text {
                self.show(text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAIR: &str = include_str!("../../../examples/hangzhou-shanghai.json");

    fn pair() -> Content {
        Content::new("p", model::read_text(PAIR).unwrap().into_owned())
    }

    #[test]
    fn what_is_open_is_shown_and_what_is_typed_is_not_overwritten() {
        let mut typed = Typed::default();
        typed.follow(&pair());
        assert_eq!(typed.text, pair().text());
        let shown = typed.serial;
        typed.type_in("{ 未");
        assert_eq!(typed.problems.len(), 1);
        typed.follow(&Content::empty("other"));
        assert_eq!((&*typed.text, typed.serial), ("{ 未", shown));
        assert_eq!(typed.settle().as_deref(), Some("{ 未"));
        assert_eq!(typed.settle(), None);
        typed.follow(&Content::empty("other"));
        assert_eq!(typed.text, Content::empty("other").text());
    }

    #[test]
    fn places_are_those_of_the_engine() {
        let mut typed = Typed::default();
        typed.type_in(&PAIR.replace("Hangzhou", "杭州😀"));
        let root = scan::parse(&typed.text, limits::DEPTH).unwrap();
        let pointers = [
            "",
            "/name",
            "/vaults/0/region",
            "/mirrors/0",
            "/mirrors/0/source",
        ];
        let places = typed.places(&mut pointers.iter().map(|pointer| (*pointer).to_owned()));
        for (pointer, place) in pointers.iter().zip(places) {
            let start = locate::span_in(&root, pointer).start;
            assert_eq!(place, locate::position(&typed.text, start), "{pointer}");
        }
    }

    #[test]
    fn other_spaces_stay_until_the_field_is_left() {
        let mut typed = Typed::default();
        let spaced = PAIR.replace('\n', "\n\n");
        typed.follow(&pair());
        typed.type_in(&spaced);
        typed.settle();
        typed.follow(&pair());
        assert_eq!(*typed.text, *spaced);
        typed.tidy(&pair());
        assert_eq!(typed.text, pair().text());
    }
}
