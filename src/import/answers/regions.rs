//! The regions of the service, and those that support cross-region backup. Lists of names, without pages.

use std::borrow::Cow;

use super::build::account;
use super::records::id_of;
use super::{File, Told};
use crate::import::{Note, NoteKind, Noun};
use crate::model::Topology;
use crate::text::names::Names;

/// The account's own regions, and those that support cross-region backup.
pub(super) fn merge(files: &[File<'_>], plan: &mut Topology<'static>, told: &mut Told) {
    let (mut all, mut mirrors) = (Names::new(), Names::new());
    let mut lists = 0_usize;
    let mut differ = false;
    for file in files {
        let operation = file.answer.operation;
        let names = match operation.noun {
            Noun::Region => &mut all,
            Noun::MirrorRegion => &mut mirrors,
            _ => continue,
        };
        let before = names.len();
        let mut here = Names::new();
        for record in &file.answer.records {
            account(record, operation.tables, &mut told.fields);
            let Some(id) = id_of(operation, record) else {
                let note = Note::new(NoteKind::NoId, file.name, file.answer.list.clone());
                told.notes.push(note.arg("field", "RegionId"));
                continue;
            };
            told.took(file.at, operation.name, operation.noun, None);
            here.number(id.clone().into());
            names.number(id.into());
        }
        if operation.noun == Noun::MirrorRegion {
            differ |= lists > 0 && (names.len() > before || here.len() < names.len());
            lists += 1;
        }
    }
    if differ {
        let note = Note::new(NoteKind::RegionsDiffer, "", String::new());
        told.notes.push(note);
    }
    if mirrors.len() > 0 {
        let mirrors = mirrors.into_sorted().into_iter();
        plan.replication_regions = Some(mirrors.map(|id| id.into_owned().into()).collect());
    }
    if all.len() > 0 {
        let mut loaded = Names::new();
        for region in plan.answers.iter().flat_map(|answer| &answer.regions) {
            loaded.number(Cow::Owned(region.to_string()));
        }
        let note = Note::new(NoteKind::Regions, "", String::new());
        told.notes.push(
            note.arg("count", all.len().to_string())
                .arg("loaded", loaded.len().to_string()),
        );
    }
}
