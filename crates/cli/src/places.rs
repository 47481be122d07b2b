//! Pointers to lines and columns of one text, with the text parsed once however many places are asked for.

use vaultplan::catalog::limits;
use vaultplan::text::locate::{self, Position};
use vaultplan::text::scan::{self, Node};

/// Bytes between two marks.
const STEP: usize = 1024;

/// The places of a text.
pub(crate) struct Places<'t> {
    text: &'t [u8],
    root: Option<Node>,
    /// Offsets at which lines begin.
    lines: Vec<usize>,
    /// UTF-16 code units before every `STEP` bytes: a document may well be one long line, and columns are to be
    /// had without walking it each time.
    marks: Vec<usize>,
}

impl<'t> Places<'t> {
    /// Reads the text, with or without a byte order mark.
    pub(crate) fn new(text: &'t str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
        let mut sum = 0;
        let marks = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = sum;
            sum += units(chunk);
            before
        });
        Self {
            text: text.as_bytes(),
            root: scan::parse(text, limits::DEPTH).ok(),
            lines: std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect(),
            marks: marks.collect(),
        }
    }

    /// Line and column of the value that a pointer names, or of the nearest value around it.
    pub(crate) fn find(&self, pointer: &str) -> Option<Position> {
        let start = locate::span_in(self.root.as_ref()?, pointer).start;
        let line = self.lines.partition_point(|at| *at <= start);
        let begin = *self.lines.get(line.checked_sub(1)?)?;
        Some(Position {
            line,
            column: self.units_before(start)? - self.units_before(begin)? + 1,
        })
    }

    fn units_before(&self, offset: usize) -> Option<usize> {
        // The end of the text may lie on a mark that no bytes follow.
        let mark = (offset / STEP).min(self.marks.len().checked_sub(1)?);
        let rest = self.text.get(mark * STEP..offset)?;
        Some(self.marks.get(mark)? + units(rest))
    }
}

/// UTF-16 code units of UTF-8 bytes, each character counted at its first byte.
fn units(bytes: &[u8]) -> usize {
    let of = |byte: &u8| match byte {
        0x80..=0xBF => 0,
        0xF0.. => 2,
        _ => 1,
    };
    bytes.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_the_engine() {
        let text = "\u{feff}{\n  \"vaults\": [\n    {\"名\": \"😀\", \"id\": \"a\"}\n  ]\n}";
        let body = text.trim_start_matches('\u{feff}');
        let places = Places::new(text);
        for pointer in ["", "/vaults", "/vaults/0/id", "/vaults/0/region", "/x"] {
            let span = locate::span(body, pointer, limits::DEPTH).unwrap();
            assert_eq!(
                places.find(pointer),
                Some(locate::position(body, span.start)),
                "{pointer}"
            );
        }
    }

    #[test]
    fn a_long_line_has_columns_too() {
        let items: Vec<String> = (0..2_000).map(|n| format!("\"名{n}😀\"")).collect();
        let text = format!("[{}]", items.join(","));
        let places = Places::new(&text);
        for index in [0, 1, 499, 1_000, 1_999] {
            let pointer = format!("/{index}");
            let span = locate::span(&text, &pointer, limits::DEPTH).unwrap();
            assert_eq!(
                places.find(&pointer),
                Some(locate::position(&text, span.start)),
                "{pointer}"
            );
        }
    }
}
