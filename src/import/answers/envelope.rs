//! An answer of the service as it was saved: which operation gave it, its records, how many there are. What stands
//! around it (a client's response, a list of pages) is taken off. Makes nothing of the records.

use super::fields::{Fields, one_line};
use super::operation::{self, Operation};
use crate::catalog::limits;
use crate::import::loose::Loose;
use crate::import::{FileProblem, FileProblemKind, Why};
use crate::model::read::broken_json;
use crate::text::pointer::push_index;
use crate::text::{locate, scan};

/// One answer.
#[derive(Debug)]
pub(super) struct Answer {
    /// The operation that gave it.
    pub(super) operation: &'static Operation,
    /// How many objects the service says that there are.
    pub(super) total: Option<u64>,
    /// The number of its page, where pages have one.
    pub(super) page: Option<u64>,
    /// Whether it names a page that follows.
    pub(super) has_next: bool,
    /// Its records, as they stand there.
    pub(super) records: Vec<Loose>,
    /// JSON Pointer of the list of records.
    pub(super) list: String,
}

impl Answer {
    /// JSON Pointer of a record.
    pub(super) fn pointer(&self, place: usize) -> String {
        let mut pointer = self.list.clone();
        push_index(&mut pointer, place);
        pointer
    }
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) answers: Vec<Answer>,
    /// Names of lists of which this release does not know the operation, or that of an operation that it does not
    /// read; empty for an answer without a list.
    pub(super) strangers: Vec<String>,
}

/// The fields of an envelope that say nothing about objects: they are not worth a word.
const ENVELOPE: &[&str] = &["HostId", "MaxResults", "PageSize", "Recommend", "RequestId"];

/// Fields that only an answer of the service has.
pub(in crate::import) const MARKS: &[&str] = &["RequestId", "Success", "Code"];

/// Reads a file. The text has no byte order mark.
pub(super) fn read(file: &str, body: &str, fields: &mut Fields) -> Result<Read, FileProblem> {
    let root = match scan::parse(body, limits::DEPTH) {
        Ok(root) => root,
        Err(broken) => return Err(FileProblem::of_text(file, broken_json(body, broken))),
    };
    let mut into = Read::default();
    match whole(Loose::of(root, body), fields, &mut into) {
        Ok(()) => Ok(into),
        Err(Wrong::Refused { code, message }) => Err(FileProblem {
            file: file.to_owned(),
            pointer: String::new(),
            position: None,
            kind: FileProblemKind::Refused { code, message },
        }),
        Err(Wrong::Shape { pointer, of }) => {
            let start = locate::span(body, &pointer, limits::DEPTH).map_or(0, |span| span.start);
            Err(FileProblem {
                file: file.to_owned(),
                position: Some(locate::position(body, start)),
                pointer,
                kind: match of {
                    Some(of) => FileProblemKind::Shape {
                        operation: of.name,
                        list: of.list,
                    },
                    None => FileProblemKind::NoAnswer,
                },
            })
        }
    }
}

enum Wrong {
    Refused {
        code: String,
        message: String,
    },
    Shape {
        pointer: String,
        of: Option<&'static Operation>,
    },
}

fn no_answer(pointer: &str) -> Wrong {
    Wrong::Shape {
        pointer: pointer.to_owned(),
        of: None,
    }
}

fn whole(root: Loose, fields: &mut Fields, into: &mut Read) -> Result<(), Wrong> {
    let items = match root {
        Loose::Object(members) => return answer(members, "", fields, into),
        Loose::List(items) => items,
        _ => return Err(no_answer("")),
    };
    // Pages that a tool has put into one list.
    if items.iter().any(is_answer) {
        for (place, item) in items.into_iter().enumerate() {
            let mut pointer = String::new();
            push_index(&mut pointer, place);
            match item {
                Loose::Object(members) => answer(members, &pointer, fields, into)?,
                _ => return Err(no_answer(&pointer)),
            }
        }
        return Ok(());
    }
    // A list of records, as tools cut it out of an answer.
    into.answers.push(Answer {
        operation: operation::of_records(&items),
        total: None,
        page: None,
        has_next: false,
        records: items,
        list: String::new(),
    });
    Ok(())
}

fn is_answer(item: &Loose) -> bool {
    item.members().iter().any(|(key, _)| {
        MARKS.contains(&&**key) || (operation::of_list(key).is_some() && key != "Regions")
    })
}

fn answer(
    members: Vec<(String, Loose)>,
    at: &str,
    fields: &mut Fields,
    into: &mut Read,
) -> Result<(), Wrong> {
    let named = |members: &[(String, Loose)]| {
        let mut all = operation::ALL.iter();
        all.find(|one| members.iter().any(|(key, _)| key == one.list))
    };
    let first = named(&members);
    let at_body = [at, "/body"].concat();
    if first.is_none()
        && !at.ends_with("/body")
        && let Some((_, body)) = members.iter().find(|(key, _)| key == "body")
    {
        // The whole response, as SDKs print it: status and headers around the answer.
        return match body {
            Loose::Object(body) => answer(body.clone(), &at_body, fields, into),
            _ => Err(no_answer(&at_body)),
        };
    }
    let (mut code, mut message, mut success) = (String::new(), String::new(), None);
    let (mut total, mut page, mut next) = (None, None, false);
    let (mut list, mut strangers, mut marked) = (None, Vec::new(), false);
    for (key, value) in members {
        marked |= MARKS.contains(&&*key);
        match &*key {
            "Code" => code = value.text().map(|c| one_line(&c, 80)).unwrap_or_default(),
            "Message" => message = value.text().map(|m| one_line(&m, 300)).unwrap_or_default(),
            "Success" => success = value.flag(),
            "PageNumber" => page = value.whole(),
            "NextToken" => next = !value.is_absent(),
            "TotalCount" => {
                total = value.whole();
                if total.is_none() && !value.is_absent() {
                    fields.ignore("TotalCount", Why::Unusable);
                }
            }
            key if first.is_some_and(|first| first.list == key) => list = Some(value),
            name if ENVELOPE.contains(&name) => {}
            _ => strangers.push((key, value)),
        }
    }
    let well = success == Some(true) || code.is_empty() || code == "200";
    if success == Some(false) || (list.is_none() && !well) {
        return Err(Wrong::Refused { code, message });
    }
    let (Some(first), Some(list)) = (first, list) else {
        if !marked {
            return Err(no_answer(at));
        }
        let holds = |value: &Loose| matches!(value, Loose::List(_) | Loose::Object(_));
        let name = strangers.into_iter().find(|(_, value)| holds(value));
        let name = name.map(|(name, _)| one_line(&name, 80));
        into.strangers.push(name.unwrap_or_default());
        return Ok(());
    };
    for (name, _) in strangers {
        fields.ignore(&name, Why::Unknown);
    }
    let plain = [at, "/", first.list].concat();
    let wrong = |pointer: String| {
        Err(Wrong::Shape {
            pointer,
            of: Some(first),
        })
    };
    let (records, pointer, item) = match list {
        Loose::List(items) => (items, plain, None),
        // A region, or an account, without any.
        Loose::Absent => (Vec::new(), plain, None),
        Loose::Object(members) if members.is_empty() => (Vec::new(), plain, None),
        Loose::Object(members) => {
            let mut found = None;
            for (key, value) in members {
                let one = operation::of_item(first.list, &key);
                let Some(one) = one.filter(|_| found.is_none()) else {
                    fields.ignore(&key, Why::Unknown);
                    continue;
                };
                let nested = [&*plain, "/", one.item].concat();
                match value {
                    Loose::List(items) => found = Some((items, nested, Some(one))),
                    _ => return wrong(nested),
                }
            }
            match found {
                Some(found) => found,
                None => return wrong(plain),
            }
        }
        _ => return wrong(plain),
    };
    into.answers.push(Answer {
        operation: operation::of(first.list, item, &records),
        total,
        page,
        has_next: next,
        records,
        list: pointer,
    });
    Ok(())
}
