//! Objects of the document while answers are joined: what several records tell of one comes together here.

use std::borrow::Cow;

use super::Told;
use super::records::Kept;
use crate::import::{Note, NoteKind};
use crate::model::edit::Node;
use crate::text::names::Names;
use crate::text::value::{Map, Value};

/// An object of the document as far as it is told.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) map: Map,
    pub(super) details: Map,
    /// Of a policy the sources that are bound to it, of a source its paths.
    pub(super) list: Vec<String>,
    pub(super) listed: Option<Names<'static>>,
    /// Of a client the instance that it is on, of a source the resource that it is.
    pub(super) stands_on: String,
    pub(super) file: String,
    pub(super) pointer: String,
}

impl Draft {
    pub(super) fn add(&mut self, word: String) {
        let listed = self.listed.get_or_insert_with(Names::new);
        if listed.number(word.clone().into()).1 {
            self.list.push(word);
        }
    }
}

/// Objects of one kind, each id once.
pub(super) struct Drafts {
    pub(super) ids: Names<'static>,
    pub(super) all: Vec<Draft>,
}

impl Drafts {
    pub(super) fn new() -> Self {
        Self {
            ids: Names::new(),
            all: Vec::new(),
        }
    }

    /// The object of an id; a new one says where it was found.
    pub(super) fn of(&mut self, id: &str, kept: &Kept<'_>) -> Option<&mut Draft> {
        let (at, new) = self.ids.number(id.to_owned().into());
        if new {
            self.all.push(Draft {
                map: Map::from_iter([("id", id)]),
                file: kept.file.to_owned(),
                pointer: kept.pointer.clone(),
                ..Draft::default()
            });
        }
        self.all.get_mut(at)
    }
}

/// Adds values to what is known of an object. What is known already stays; another value is told.
pub(super) fn add(into: &mut Map, from: Map, of: &Kept<'_>, object: &str, told: &mut Told) {
    for (field, value) in from.iter() {
        match into.get(field) {
            None => into.insert(field.to_owned(), value.clone()),
            Some(own) if own == value => {}
            Some(own) => told.notes.push(
                Note::new(NoteKind::StatedTwice, of.file, of.pointer.clone())
                    .arg("object", object)
                    .arg("field", field)
                    .arg("kept", &*shown(own))
                    .arg("other", &*shown(value)),
            ),
        }
    }
}

/// A value as a remark shows it.
pub(super) fn shown(value: &Value) -> Cow<'_, str> {
    match value.as_str() {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(value.to_string()),
    }
}

/// The object of a draft, with its origin. What the document cannot hold is told.
pub(super) fn made<T: Node>(draft: Draft, told: &mut Told) -> Option<T> {
    let mut map = draft.map;
    let id = map.get("id").and_then(Value::as_str).unwrap_or_default();
    let name = map.get("name").and_then(Value::as_str).unwrap_or(id);
    let origin = Map::from_iter([
        ("file", draft.file.as_str()),
        ("pointer", draft.pointer.as_str()),
        ("name", name),
    ]);
    map.insert("origin", origin.into());
    let object = T::of(&map.into()).ok();
    if object.is_none() {
        let note = Note::new(NoteKind::NoId, &draft.file, draft.pointer);
        told.notes.push(note.arg("field", "id"));
    }
    object
}
