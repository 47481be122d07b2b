//! What kind of document a text is, told by its content and not by its file's name. Reads no further than needed.

use super::answers::{MARKS, operation};
use crate::model::Topology;
use crate::text::cursor::Cursor;

/// The kinds of document that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A topology document.
    Topology,
    /// A picture of a map that carries its plan; [`super::picture::plan_in`] gives it.
    Picture,
    /// A saved answer of the service, or an error of the service in its place; [`super::answers::merge`] reads it.
    Answer,
    /// Neither, as far as one can tell.
    Unknown,
}

/// Tells the kind of a text. A text that breaks off is known by what stands before.
#[must_use]
pub fn recognise(text: &str) -> Kind {
    if super::picture::carries(text) {
        return Kind::Picture;
    }
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut look = Look {
        cursor: Cursor::new(body),
        topology: false,
        envelope: false,
    };
    match look.value(Place::Root) {
        Some(kind) => kind,
        None if look.envelope => Kind::Answer,
        None if look.topology => Kind::Topology,
        None => Kind::Unknown,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Root,
    Body,
    Item,
}

/// How far one has looked, and what was seen that does not decide alone.
struct Look<'t> {
    cursor: Cursor<'t>,
    topology: bool,
    envelope: bool,
}

impl Look<'_> {
    /// Looks into the value that comes next: the kind, as soon as it is known.
    fn value(&mut self, place: Place) -> Option<Kind> {
        self.cursor.space();
        if place == Place::Root && self.cursor.take(b'[') {
            // A list of records, as tools cut it out of an answer. Its first record tells.
            return self.value(Place::Item);
        }
        if !self.cursor.take(b'{') {
            return None;
        }
        loop {
            self.cursor.space();
            let key = self.cursor.string().ok()?;
            self.cursor.space();
            if !self.cursor.take(b':') {
                return None;
            }
            match (&*key, place) {
                ("format", Place::Root) => return Some(Kind::Topology),
                (key, Place::Root | Place::Body | Place::Item)
                    if operation::of_list(key).is_some() =>
                {
                    return Some(Kind::Answer);
                }
                (key, Place::Item)
                    if MARKS.contains(&key)
                        || operation::of_record(&|name| name == key).is_some() =>
                {
                    return Some(Kind::Answer);
                }
                ("body", Place::Root) => {
                    let before = self.cursor;
                    let kind = self.value(Place::Body);
                    if kind.is_some() {
                        return kind;
                    }
                    self.cursor = before;
                }
                (key, Place::Root | Place::Body) if MARKS.contains(&key) => self.envelope = true,
                (key, Place::Root) => {
                    self.topology |= Topology::RECORD.fields.iter().any(|f| f.name == key);
                }
                _ => {}
            }
            self.skip()?;
            self.cursor.space();
            if !self.cursor.take(b',') {
                return None;
            }
        }
    }

    /// Steps over a value. What is wrong in it is for others to say: it is left by its brackets.
    fn skip(&mut self) -> Option<()> {
        let mut open = 0_usize;
        loop {
            self.cursor.space();
            match self.cursor.peek()? {
                b'"' => {
                    self.cursor.string().ok()?;
                }
                byte @ (b'{' | b'[') => {
                    self.cursor.take(byte);
                    open += 1;
                }
                byte @ (b'}' | b']') => {
                    self.cursor.take(byte);
                    open = open.checked_sub(1)?;
                }
                byte @ (b',' | b':') if open > 0 => {
                    self.cursor.take(byte);
                    continue;
                }
                b'-' | b'0'..=b'9' => self.cursor.number().ok()?,
                _ => {
                    let words = ["true", "false", "null"];
                    if !words.iter().any(|word| self.cursor.word(word)) {
                        return None;
                    }
                }
            }
            if open == 0 {
                return Some(());
            }
        }
    }
}
