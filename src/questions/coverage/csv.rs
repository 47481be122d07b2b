//! The table of coverage as a file for spreadsheets: RFC 4180, in UTF-8 with a mark in front so that Excel reads
//! Chinese, and with every cell guarded against being taken for a formula.

use super::say::{Column, cell};
use super::{Coverage, Row};
use crate::facts::Facts;
use crate::lang::Lang;

/// Writes the whole table.
#[must_use]
pub fn write(facts: &Facts<'_>, coverage: &Coverage, lang: Lang) -> String {
    write_rows(facts, &mut coverage.rows.iter(), lang)
}

/// Writes the rows that are given. Each heading names its column in words and, in parentheses, by the id that stays
/// the same in every language.
pub fn write_rows(facts: &Facts<'_>, rows: &mut dyn Iterator<Item = &Row>, lang: Lang) -> String {
    let mut out = String::from("\u{feff}");
    for (number, column) in Column::ALL.into_iter().enumerate() {
        let heading = [column.heading().get(lang), " (", column.id(), ")"].concat();
        push(&mut out, number, &heading);
    }
    out.push_str("\r\n");
    for row in rows {
        for (number, column) in Column::ALL.into_iter().enumerate() {
            push(&mut out, number, &cell(facts, row, column, lang));
        }
        out.push_str("\r\n");
    }
    out
}

/// Adds a cell. What a spreadsheet would take for a formula gets an apostrophe in front; that is the advice of OWASP,
/// and it stays visible.
pub(crate) fn push(out: &mut String, number: usize, text: &str) {
    if number > 0 {
        out.push(',');
    }
    let guard = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let quoted = text.contains(['"', ',', '\r', '\n']);
    if quoted {
        out.push('"');
    }
    if guard {
        out.push('\'');
    }
    for letter in text.chars() {
        if letter == '"' {
            out.push('"');
        }
        out.push(letter);
    }
    if quoted {
        out.push('"');
    }
}
