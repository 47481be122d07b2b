//! The records of answers that are taken: each once, in the order of their ids, so that the order of files makes no
//! difference.

use std::borrow::Cow;

use super::build::text;
use super::operation::Operation;
use super::{File, Told};
use crate::import::loose::Loose;
use crate::import::{Note, NoteKind, Noun};
use crate::text::names::{Names, order};

/// A record that is taken.
pub(super) struct Kept<'f> {
    pub(super) id: String,
    pub(super) file: &'f str,
    pub(super) at: usize,
    pub(super) pointer: String,
    pub(super) operation: &'static Operation,
    pub(super) record: &'f Loose,
}

/// What identifies a record.
pub(super) fn id_of(operation: &Operation, record: &Loose) -> Option<String> {
    if let Some(id) = text(record.get(operation.id)) {
        return Some(id.into_owned());
    }
    let parts: &[&str] = match operation.noun {
        Noun::Binding => &["PolicyId", "SourceType", "DataSourceId"],
        Noun::Resource => &["SourceType", "ResourceId"],
        Noun::MirrorRegion => return text(record).map(Cow::into_owned),
        _ => return None,
    };
    let parts: Option<Vec<_>> = parts.iter().map(|name| text(record.get(name))).collect();
    Some(parts?.join(":"))
}

/// The records of operations that tell of one thing, each once, in the order of their ids. Of two that differ the one
/// that was updated later is taken.
pub(super) fn kept<'f>(files: &'f [File<'f>], noun: Noun, told: &mut Told) -> Vec<Kept<'f>> {
    let mut names = Names::new();
    let mut kept: Vec<Kept<'f>> = Vec::new();
    for file in files {
        let operation = file.answer.operation;
        if operation.noun != noun {
            continue;
        }
        let mut repeated = 0_usize;
        for (place, record) in file.answer.records.iter().enumerate() {
            let pointer = file.answer.pointer(place);
            let Some(id) = id_of(operation, record) else {
                let note = Note::new(NoteKind::NoId, file.name, pointer);
                told.notes.push(note.arg("field", operation.id));
                continue;
            };
            // Two operations may tell of one client, each in its own words.
            let key = [operation.name, " ", &id].concat();
            let (slot, new) = names.number(key.into());
            let one = Kept {
                id,
                file: file.name,
                at: file.at,
                pointer,
                operation,
                record,
            };
            let Some(before) = kept.get_mut(slot).filter(|_| !new) else {
                kept.push(one);
                continue;
            };
            if before.record == record {
                repeated += 1;
                continue;
            }
            let updated = |record: &Loose| record.get("UpdatedTime").whole().unwrap_or_default();
            if updated(record) >= updated(before.record) {
                *before = one;
            }
            let kept = ["`", before.file, "` ", &before.pointer].concat();
            told.notes.push(
                Note::new(NoteKind::Differs, "", String::new())
                    .arg("object", before.id.as_str())
                    .arg("kept", kept),
            );
        }
        if repeated > 0 {
            let note = Note::new(NoteKind::Repeated, file.name, String::new());
            told.notes.push(note.arg("count", repeated.to_string()));
        }
    }
    let key = |at: u32| {
        kept.get(at as usize)
            .map(|one| (&one.id, one.operation.name))
    };
    let sorted = order(kept.len(), &|a, b| key(a).cmp(&key(b)));
    let mut kept: Vec<Option<Kept<'f>>> = kept.into_iter().map(Some).collect();
    let take = |at: u32| kept.get_mut(at as usize).and_then(Option::take);
    sorted.into_iter().filter_map(take).collect()
}
