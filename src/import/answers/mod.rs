//! Saved answers of the service, of several operations, regions and pages, merged into one plan. Which operation an
//! answer comes from is told by its content; what answers name in each other is joined whatever their order.

mod build;
mod drafts;
mod envelope;
mod fields;
pub(super) mod operation;
mod pages;
mod records;
mod regions;
mod sisters;
mod tables;
mod vaults;

use std::borrow::Cow;

use super::{
    FileProblem, FileProblemKind, Import, NOTES, Note, NoteKind, Noun, Understood, objects,
    too_long, too_many,
};
use crate::catalog::limits;
use crate::model::Topology;
use crate::text::names::Names;
use envelope::Answer;
pub(super) use envelope::MARKS;
use fields::Fields;

/// Whether other answers than those of DescribeVaults are read. Modules that pages embed leave them out and say so.
const SISTERS: bool = cfg!(feature = "sisters");

/// Reads the answers of several files, each a name and a text, into one plan.
///
/// # Errors
/// One problem for each file that holds no such answer; then there is no plan.
pub fn merge(files: &[(&str, &str)]) -> Result<Import, Vec<FileProblem>> {
    let mut fields = Fields::default();
    let mut read = Vec::with_capacity(files.len());
    let mut problems = Vec::new();
    let (mut bytes, mut count) = (0_usize, 0_usize);
    for (name, text) in files {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        bytes = bytes.saturating_add(body.len());
        if bytes > limits::TEXT_BYTES {
            problems.push(FileProblem::of_text(name, too_long(bytes)));
            break;
        }
        count += objects(body);
        if count > limits::OBJECTS {
            problems.push(FileProblem::of_text(name, too_many(count)));
            break;
        }
        match envelope::read(name, body, &mut fields) {
            Ok(mut one) => {
                if !SISTERS {
                    let other = |answer: &mut Answer| answer.operation.noun != Noun::Vault;
                    let others = one.answers.extract_if(.., other);
                    let lists = others.map(|answer| answer.operation.list.to_owned());
                    one.strangers.extend(lists);
                }
                read.push((*name, one));
            }
            Err(problem) => problems.push(problem),
        }
    }
    let useful = read.iter().any(|(_, one)| !one.answers.is_empty());
    let mut notes = Vec::new();
    for (name, list) in read
        .iter()
        .flat_map(|(name, one)| one.strangers.iter().map(move |list| (*name, list)))
    {
        let operation = operation::not_read(list).unwrap_or_default();
        if useful {
            let kind = match operation {
                "" => NoteKind::Stranger,
                _ => NoteKind::NotRead,
            };
            let note = Note::new(kind, name, String::new());
            notes.push(note.arg("list", list.as_str()).arg("operation", operation));
        } else {
            problems.push(FileProblem {
                file: name.to_owned(),
                pointer: String::new(),
                position: None,
                kind: FileProblemKind::Stranger {
                    list: list.clone(),
                    operation,
                },
            });
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut loaded = Vec::new();
    let mut told = Told {
        fields,
        notes,
        understood: Vec::new(),
    };
    for (at, (name, one)) in read.into_iter().enumerate() {
        for answer in one.answers {
            told.begin(name, at, answer.operation.name, answer.operation.noun);
            loaded.push(File { name, at, answer });
        }
    }
    Ok(finish(&loaded, told))
}

fn finish(files: &[File<'_>], mut told: Told) -> Import {
    let mut plan = Topology::empty();
    let vaults = files
        .iter()
        .filter(|file| file.answer.operation.noun == Noun::Vault);
    let vaults: Vec<vaults::File<'_>> = vaults
        .map(|file| vaults::File::new(file.name, file.at, &file.answer, &mut told.fields))
        .collect();
    vaults::merge(&vaults, &mut plan, &mut told);
    if SISTERS {
        sisters::merge(files, &mut plan, &mut told);
    }
    pages::count(files, &mut plan, &mut told);
    for (field, count) in std::mem::take(&mut told.fields.twice.0) {
        told.notes.push(
            Note::new(NoteKind::FieldTwice, "", String::new())
                .arg("field", field)
                .arg("count", count.to_string()),
        );
    }
    // Notes of one kind stay in the order of the records.
    let mut notes = Vec::with_capacity(told.notes.len());
    for kind in NoteKind::ALL {
        notes.extend(told.notes.extract_if(.., |note| note.kind == *kind));
    }
    let notes_left_out = notes.len().saturating_sub(NOTES);
    notes.truncate(NOTES);
    Import {
        plan,
        understood: told.understood.into_iter().map(Account::close).collect(),
        ignored: told.fields.into_ignored(),
        notes,
        notes_left_out,
    }
}

/// An answer and the file that it stands in.
struct File<'t> {
    name: &'t str,
    /// The number of the file.
    at: usize,
    answer: Answer,
}

/// What is told of the files while they are merged.
struct Told {
    fields: Fields,
    notes: Vec<Note>,
    /// One for each file and operation, in the order of the files.
    understood: Vec<Account>,
}

struct Account {
    at: usize,
    regions: Names<'static>,
    told: Understood,
}

impl Account {
    fn close(self) -> Understood {
        let regions = self.regions.into_sorted().into_iter();
        Understood {
            regions: regions.map(Cow::into_owned).collect(),
            ..self.told
        }
    }
}

impl Told {
    fn begin(&mut self, file: &str, at: usize, operation: &'static str, noun: Noun) {
        let same = |one: &Account| one.at == at && one.told.operation == operation;
        if self.understood.iter().any(same) {
            return;
        }
        let objects = match noun {
            Noun::Vault => vec![(Noun::Vault, 0), (Noun::Mirror, 0)],
            noun => vec![(noun, 0)],
        };
        self.understood.push(Account {
            at,
            regions: Names::new(),
            told: Understood {
                file: file.to_owned(),
                operation,
                regions: Vec::new(),
                objects,
            },
        });
    }

    /// Counts an object that a file gave.
    fn took(&mut self, at: usize, operation: &'static str, noun: Noun, region: Option<&str>) {
        let from = self.understood.partition_point(|one| one.at < at);
        let mut rest = self.understood.iter_mut().skip(from);
        let Some(one) = rest.find(|one| one.told.operation == operation) else {
            return;
        };
        let mut objects = one.told.objects.iter_mut();
        if let Some(count) = objects.find(|(own, _)| *own == noun) {
            count.1 += 1;
        }
        if let Some(region) = region {
            one.regions.number(region.to_owned().into());
        }
    }
}

fn quoted<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

/// Names of files in a row; of very many only the first.
fn joined(files: &[&str]) -> String {
    let shown = files.get(..8).unwrap_or(files).join(", ");
    if files.len() > 8 {
        format!("{shown} …")
    } else {
        shown
    }
}
