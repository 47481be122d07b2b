//! Builds what the document holds out of a record, by tables of (field of the service, field of the document, kind of
//! value), and gives account of every field.

use std::borrow::Cow;

use super::fields::Fields;
use crate::import::Why;
use crate::import::loose::Loose;
use crate::model::time;
use crate::text::value::{Map, Value};

/// A field of a record: its name, the field of the document that takes it, and how.
#[derive(Debug)]
pub(super) struct Row(
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) As,
);

/// What a field of a record becomes.
#[derive(Debug)]
pub(super) enum As {
    /// A text. Numbers are written out.
    Text,
    /// A number of days. The service writes 0 for "not given".
    Days,
    /// A whole number up to this one.
    Whole(u64),
    /// A flag.
    Flag,
    /// A time. The service writes 0 for "never".
    Moment,
    /// A word of the document in place of the service's; one that stands for nothing is not used, and one that is not
    /// listed is kept.
    Word(&'static [(&'static str, Option<&'static str>)]),
    /// It is read where the record is, not by a table.
    Read,
    /// Nothing is judged by it.
    No,
}

/// Longest time in days that the document holds.
const MAX_DAYS: u64 = 1_000_000;

/// The last second of the year 9999.
const LAST: u64 = 253_402_300_799;

/// Gives account of the fields of a record that no table takes.
pub(super) fn account(record: &Loose, tables: &[&[Row]], fields: &mut Fields) {
    // The names that tables take and that were met: as many as there are rows, at most.
    let mut met: Vec<&str> = Vec::new();
    for (key, value) in record.members() {
        let mut known = None;
        for Row(name, _, how) in tables.iter().copied().flatten() {
            if name == key {
                known = Some(known == Some(true) || !matches!(how, As::No));
            }
        }
        match known {
            None => fields.ignore(key, Why::Unknown),
            Some(false) => fields.ignore(key, Why::NotNeeded),
            Some(true) if value.is_absent() => {}
            Some(true) if met.contains(&&**key) => fields.twice.count(key.clone()),
            Some(true) => met.push(key),
        }
    }
}

/// Adds what a record says by a table. Of two fields for one the first that is stated counts.
pub(super) fn build(record: &Loose, table: &[Row], fields: &mut Fields, into: &mut Map) {
    for Row(name, field, how) in table {
        let value = record.get(name);
        if value.is_absent() || matches!(how, As::Read | As::No) {
            continue;
        }
        match made(value, how) {
            Ok(Some(value)) if into.get(field).is_none() => into.insert(*field, value),
            Ok(_) => {}
            Err(()) => fields.ignore(name, Why::Unusable),
        }
    }
}

/// The value for the document; `Ok(None)` when the service means "none".
fn made(value: &Loose, how: &As) -> Result<Option<Value>, ()> {
    let whole = |most: u64| value.whole().filter(|one| *one <= most).ok_or(());
    Ok(match how {
        As::Text => Some(text(value).ok_or(())?.as_ref().into()),
        As::Days => match whole(MAX_DAYS)? {
            0 => None,
            days => Some(days.into()),
        },
        As::Whole(most) => Some(whole(*most)?.into()),
        As::Flag => Some(value.flag().ok_or(())?.into()),
        As::Moment => match whole(LAST)? {
            0 => None,
            unix => Some(time::format(i64::try_from(unix).map_err(|_| ())?).into()),
        },
        As::Word(words) => {
            let word = text(value).ok_or(())?;
            match words.iter().find(|(own, _)| *own == word) {
                Some((_, word)) => word.map(Value::from),
                None => Some(word.as_ref().into()),
            }
        }
        As::Read | As::No => None,
    })
}

/// A text that says something.
pub(super) fn text(value: &Loose) -> Option<Cow<'_, str>> {
    value.text().filter(|text| !text.trim().is_empty())
}
