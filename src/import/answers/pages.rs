//! Whether every page was loaded: what the answers say that there is against what they list. Answers of these operations
//! do not tell their region, so lists are told apart by their totals, their pages and their records.

use super::operation::Operation;
use super::{File, Told, joined};
use crate::import::{Note, NoteKind, Noun};
use crate::model::{Answer, Topology, Whole};
use crate::text::names::Names;

/// Answers of one operation with one total.
struct Group<'f> {
    operation: &'static Operation,
    total: Option<u64>,
    files: Vec<&'f str>,
    answers: Vec<&'f File<'f>>,
}

/// Notes in the plan how many objects there are and how many were loaded. The vaults have been counted, region by region.
pub(super) fn count<'f>(files: &'f [File<'f>], plan: &mut Topology<'static>, told: &mut Told) {
    let mut groups: Vec<Group<'f>> = Vec::new();
    let mut keys = Names::new();
    for file in files {
        let (operation, total) = (file.answer.operation, file.answer.total);
        if operation.noun == Noun::Vault {
            continue;
        }
        let key = match total {
            Some(total) => [operation.name, " ", &total.to_string()].concat(),
            None => operation.name.to_owned(),
        };
        let (at, new) = keys.number(key.into());
        if new {
            groups.push(Group {
                operation,
                total,
                files: Vec::new(),
                answers: Vec::new(),
            });
        }
        if let Some(group) = groups.get_mut(at) {
            if !group.files.contains(&file.name) {
                group.files.push(file.name);
            }
            group.answers.push(file);
        }
    }
    for group in groups {
        let (listed, lists, open) = group.lists();
        let total = group.total.map(|total| total.saturating_mul(lists));
        let files = joined(&group.files);
        let note = |kind| Note::new(kind, &files, String::new());
        let complete = total.is_none_or(|total| listed >= total);
        if open && complete {
            told.notes.push(note(NoteKind::MorePages));
        } else if total.is_none() && group.operation.counted {
            told.notes.push(note(NoteKind::NoTotal));
        }
        let whole = |number: u64| Some(Whole(number)).filter(|one| one.0 <= 1_000_000_000);
        plan.answers.push(Answer {
            file: Some(files.into()),
            operation: Some(group.operation.name.to_owned().into()),
            regions: Vec::new(),
            total: total.and_then(whole),
            listed: whole(listed),
        });
    }
}

impl Group<'_> {
    /// How many different records its answers list, how many lists they are pages of, and whether a page is missing that
    /// an answer announces.
    fn lists(&self) -> (u64, u64, bool) {
        let (mut ids, mut without_id) = (Names::new(), 0);
        let mut pages = Names::new();
        // For each number of a page: the records on such pages, and how many of them share none.
        let mut seen: Vec<(Names<'_>, u64)> = Vec::new();
        let (mut announced, mut ended) = (false, false);
        for file in &self.answers {
            let answer = &file.answer;
            let own: Vec<_> = answer
                .records
                .iter()
                .filter_map(|record| super::records::id_of(self.operation, record))
                .collect();
            without_id += answer.records.len() - own.len();
            for id in &own {
                ids.number(id.clone().into());
            }
            announced |= answer.has_next;
            ended |= !answer.has_next;
            let page = match answer.page {
                Some(page) => page.to_string(),
                None if answer.has_next => continue,
                None => String::new(),
            };
            let (at, new) = pages.number(page.into());
            if new {
                seen.push((Names::new(), 0));
            }
            if let Some((known, lists)) = seen.get_mut(at)
                && !own.iter().any(|id| known.contains(id))
            {
                *lists += 1;
                for id in own {
                    known.number(id.into());
                }
            }
        }
        let lists = seen.iter().map(|(_, lists)| *lists).max();
        let listed = (ids.len() + without_id) as u64;
        (listed, lists.unwrap_or(1).max(1), announced && !ended)
    }
}
