//! Saved answers of DescribeVaults, one or several regions and pages, merged into one plan. A call lists one region
//! and one page, so a vault and its mirror never stand in one answer.

mod object;
mod record;

use std::borrow::Cow;

use super::envelope::Answer as Loaded;
use super::fields::Fields;
use super::{Told, joined, quoted};
use crate::import::{Note, NoteKind, Noun};
use crate::model::{Answer, Topology, Whole};
use crate::text::names::{Names, order};
use crate::text::pointer::push_index;
use object::Object;
use record::Record;

/// The operation.
const OPERATION: &str = "DescribeVaults";

/// The answers of one file.
pub(super) struct File<'t> {
    pub(super) name: &'t str,
    /// Its number among all files.
    pub(super) at: usize,
    pub(super) list: &'t str,
    pub(super) total: Option<u64>,
    records: Vec<Record>,
}

impl<'t> File<'t> {
    pub(super) fn new(name: &'t str, at: usize, answer: &'t Loaded, fields: &mut Fields) -> Self {
        let records = answer.records.iter();
        Self {
            name,
            at,
            list: &answer.list,
            total: answer.total,
            records: records.map(|one| record::record(one, fields)).collect(),
        }
    }
}

/// Puts the vaults and mirrors of answers into a plan.
pub(super) fn merge(files: &[File<'_>], plan: &mut Topology<'static>, told: &mut Told) {
    if !files.is_empty() {
        Merge::new(files, told).finish(plan);
    }
}

/// A record that the plan takes.
struct Kept<'f> {
    id: String,
    file: usize,
    place: usize,
    record: &'f Record,
}

struct Merge<'f, 't> {
    files: &'f [File<'t>],
    told: &'f mut Told,
    /// The records, each id once, in the order in which they were first met.
    kept: Vec<Kept<'f>>,
}

impl<'f, 't> Merge<'f, 't> {
    fn new(files: &'f [File<'t>], told: &'f mut Told) -> Self {
        let mut merge = Self {
            files,
            told,
            kept: Vec::new(),
        };
        merge.keep();
        merge
    }

    fn finish(mut self, plan: &mut Topology<'static>) {
        let named_by = self.named_by_their_source();
        let kept = std::mem::take(&mut self.kept);
        for kept in &kept {
            let mut read = object::Read {
                record: kept.record,
                id: &kept.id,
                file: self.name_of(kept.file),
                pointer: self.pointer(kept.file, kept.place),
                fields: &mut self.told.fields,
                notes: &mut self.told.notes,
            };
            let source = named_by.0.find(&kept.id).and_then(|at| named_by.1.get(at));
            let object = read.object(source.map(String::as_str));
            let (noun, region) = match object {
                Object::Vault(vault) => {
                    let region = vault.region.clone();
                    plan.vaults.push(*vault);
                    (Noun::Vault, region)
                }
                Object::Mirror(mirror) => {
                    let region = mirror.region.clone();
                    plan.mirrors.push(*mirror);
                    (Noun::Mirror, region)
                }
            };
            if let Some(file) = self.files.get(kept.file) {
                self.told.took(file.at, OPERATION, noun, region.as_deref());
            }
        }
        plan.answers = self.answers();
        self.compare_links(plan, &kept);
        self.new_generation();
    }

    fn name_of(&self, file: usize) -> &'f str {
        self.files.get(file).map(|f| f.name).unwrap_or_default()
    }

    fn pointer(&self, file: usize, place: usize) -> String {
        let list = self.files.get(file).map(|f| f.list);
        let mut pointer = list.unwrap_or_default().to_owned();
        push_index(&mut pointer, place);
        pointer
    }

    /// Chooses the records that the plan takes: each id once, of two that differ the one that was updated later.
    fn keep(&mut self) {
        // The number of an id is the place of its record among those that are kept.
        let mut by_id = Names::new();
        let mut repeated = vec![0_usize; self.files.len()];
        for (file, read) in self.files.iter().enumerate() {
            for (place, record) in read.records.iter().enumerate() {
                let Some(id) = record.id.text().filter(|id| !id.trim().is_empty()) else {
                    let pointer = self.pointer(file, place);
                    self.told.notes.push(
                        Note::new(NoteKind::NoId, read.name, pointer).arg("field", "VaultId"),
                    );
                    continue;
                };
                let (slot, new) = by_id.number(id.clone());
                if new {
                    self.kept.push(Kept {
                        id: id.into_owned(),
                        file,
                        place,
                        record,
                    });
                    continue;
                }
                let Some(before) = self.kept.get_mut(slot) else {
                    continue;
                };
                if before.record == record {
                    if let Some(count) = repeated.get_mut(file) {
                        *count += 1;
                    }
                    continue;
                }
                let updated = |record: &Record| record.updated.whole().unwrap_or_default();
                if updated(record) >= updated(before.record) {
                    (before.file, before.place, before.record) = (file, place, record);
                }
                let (file, place) = (before.file, before.place);
                let object = display_name(record, &id);
                let at = self.pointer(file, place);
                let kept = format!("`{}` {at}", self.name_of(file));
                self.told.notes.push(
                    Note::new(NoteKind::Differs, "", String::new())
                        .arg("object", object)
                        .arg("kept", kept),
                );
            }
        }
        for (file, count) in repeated
            .into_iter()
            .enumerate()
            .filter(|(_, count)| *count > 0)
        {
            let note = Note::new(NoteKind::Repeated, self.name_of(file), String::new());
            self.told.notes.push(note.arg("count", count.to_string()));
        }
    }

    /// For each target that a source's record names, the id of that source.
    fn named_by_their_source(&self) -> (Names<'f>, Vec<String>) {
        let (mut targets, mut sources) = (Names::new(), Vec::new());
        for kept in &self.kept {
            if let Some(target) = kept.record.target_id.text()
                && targets.number(target).1
            {
                sources.push(kept.id.clone());
            }
        }
        (targets, sources)
    }

    /// What was loaded, region by region. Pages of one list are one answer: same regions, same owner, same total.
    fn answers(&mut self) -> Vec<Answer<'static>> {
        struct List<'f> {
            regions: Vec<Cow<'f, str>>,
            total: Option<u64>,
            files: Vec<&'f str>,
            ids: Names<'f>,
            without_id: usize,
        }
        let mut keys = Names::new();
        let mut lists: Vec<List<'f>> = Vec::new();
        for file in self.files {
            let records = &file.records;
            let mut regions = Names::new();
            for region in records.iter().filter_map(|r| r.region.text()) {
                regions.number(region);
            }
            let regions = regions.into_sorted();
            let owner = records.iter().find_map(|r| r.owner.text());
            let total = file.total;
            // What tells lists apart, as one text: the length of each part stands before it.
            let stated = total.map_or_else(String::new, |total| total.to_string());
            let mut key = format!("{stated} {}", regions.len());
            for part in regions.iter().chain(&owner) {
                key.push_str(&format!(" {} {part}", part.len()));
            }
            let (number, new) = keys.number(key.into());
            if new {
                lists.push(List {
                    regions,
                    total,
                    files: Vec::new(),
                    ids: Names::new(),
                    without_id: 0,
                });
            }
            let Some(list) = lists.get_mut(number) else {
                continue;
            };
            if !list.files.contains(&file.name) {
                list.files.push(file.name);
                list.without_id += records.iter().filter(|r| r.id.text().is_none()).count();
            }
            for id in records.iter().filter_map(|r| r.id.text()) {
                list.ids.number(id);
            }
        }
        let mut answers = Vec::new();
        for list in &lists {
            let files = joined(&list.files);
            // What stands in the answer was listed, whether the plan can take it or not.
            let listed = (list.ids.len() + list.without_id) as u64;
            if list.regions.is_empty() && list.total.unwrap_or_default() == 0 && listed == 0 {
                self.told
                    .notes
                    .push(Note::new(NoteKind::Empty, &files, String::new()));
            } else if list.total.is_none() {
                self.told
                    .notes
                    .push(Note::new(NoteKind::NoTotal, &files, String::new()));
            }
            answers.push(Answer {
                file: Some(files.into()),
                operation: Some(OPERATION.to_owned().into()),
                regions: list
                    .regions
                    .iter()
                    .map(|r| r.clone().into_owned().into())
                    .collect(),
                total: list
                    .total
                    .filter(|total| *total <= 1_000_000_000)
                    .map(Whole),
                listed: Some(Whole(listed)),
            });
        }
        // Answers about the same regions, with their totals.
        lists.retain(|list| list.total.is_some() && !list.regions.is_empty());
        let key = |at: u32| lists.get(at as usize).map(|l| (&l.regions, l.total));
        let sorted = order(lists.len(), &|a, b| key(a).cmp(&key(b)));
        let sorted: Vec<&List<'_>> = sorted
            .into_iter()
            .filter_map(|at| lists.get(at as usize))
            .collect();
        for same in sorted.chunk_by(|a, b| a.regions == b.regions) {
            let mut totals: Vec<String> = same
                .iter()
                .filter_map(|list| Some(list.total?.to_string()))
                .collect();
            totals.dedup();
            if let (Some(list), true) = (same.first(), totals.len() > 1) {
                self.told.notes.push(
                    Note::new(NoteKind::TotalsDiffer, "", String::new())
                        .arg("regions", quoted(list.regions.iter().map(|r| &**r)))
                        .arg("totals", totals.join(", ")),
                );
            }
        }
        answers
    }

    /// Notes where the two ends of a link disagree, or one end was not loaded.
    fn compare_links(&mut self, plan: &Topology<'static>, kept: &[Kept<'_>]) {
        // No two vaults have one id, so the number of an id is its vault's place.
        let (mut vaults, mut mirrored) = (Names::new(), Names::new());
        for vault in &plan.vaults {
            vaults.number(Cow::Borrowed(&*vault.id));
        }
        for mirror in &plan.mirrors {
            mirrored.number(Cow::Borrowed(&*mirror.source));
            let source = vaults.find(&mirror.source);
            let Some(source) = source.and_then(|at| plan.vaults.get(at)) else {
                continue;
            };
            if let (Some(stated), Some(region)) = (&mirror.source_region, &source.region)
                && stated != region
            {
                let origin = mirror.origin.as_ref();
                let file = origin.and_then(|o| o.file.as_deref()).unwrap_or_default();
                let pointer = origin
                    .and_then(|o| o.pointer.as_deref())
                    .unwrap_or_default();
                self.told.notes.push(
                    Note::new(NoteKind::OtherSourceRegion, file, pointer.to_owned())
                        .arg("object", name(mirror.name.as_deref(), &mirror.id))
                        .arg("source", name(source.name.as_deref(), &source.id))
                        .arg("stated", &**stated)
                        .arg("region", &**region),
                );
            }
        }
        for kept in kept {
            let record = kept.record;
            if mirrored.contains(&kept.id) || !vaults.contains(&kept.id) {
                continue;
            }
            let object = display_name(record, &kept.id);
            let note = |kind| {
                let pointer = self.pointer(kept.file, kept.place);
                Note::new(kind, self.name_of(kept.file), pointer).arg("object", object.as_str())
            };
            let is_source = record.is_source.flag();
            let note = match record.target_region.text() {
                // The record contradicts itself, and says so.
                Some(_) if is_source == Some(false) => continue,
                Some(region) => note(NoteKind::MirrorNotLoaded).arg("region", &*region),
                None if is_source == Some(true) || !record.target_id.is_absent() => {
                    note(NoteKind::MirrorNotLoadedAnywhere)
                }
                None => continue,
            };
            self.told.notes.push(note);
        }
    }

    /// Proposes the newer edition when the answers carry its fields. The plan's edition is the user's to choose.
    fn new_generation(&mut self) {
        let records = || self.files.iter().flat_map(|file| &file.records);
        let has = |field: fn(&Record) -> bool| records().any(field);
        let signs = [
            (
                "ReplicationTargetVaultId",
                has(|r| !r.target_id.is_absent()),
            ),
            ("VaultOwnerId", has(|r| !r.owner.is_absent())),
            (
                "ReplicationSourceOwnerId",
                has(|r| !r.source_owner.is_absent()),
            ),
            (
                "ReplicationTargetOwnerId",
                has(|r| !r.target_owner.is_absent()),
            ),
            (
                "RsTargetAccountIds",
                has(|r| !object::words(&r.shared_with, "RsTargetAccountId").is_empty()),
            ),
            (
                "VaultId r-…",
                has(|r| r.id.text().is_some_and(|id| id.starts_with("r-"))),
            ),
        ];
        let fields = signs
            .iter()
            .filter(|(_, found)| *found)
            .map(|(field, _)| *field);
        let fields = quoted(fields);
        if !fields.is_empty() {
            let note = Note::new(NoteKind::NewGeneration, "", String::new());
            self.told.notes.push(note.arg("fields", fields));
        }
    }
}

/// The name by which people know a record: its name, else its id.
fn display_name(record: &Record, id: &str) -> String {
    let own = record.name.text().filter(|name| !name.trim().is_empty());
    own.map_or_else(|| id.to_owned(), Cow::into_owned)
}

fn name<'n>(name: Option<&'n str>, id: &'n str) -> &'n str {
    name.filter(|name| !name.trim().is_empty()).unwrap_or(id)
}
