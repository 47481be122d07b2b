//! Pointers to lines and columns of one text, with the text parsed once however many places are asked for.

use vaultplan::catalog::limits;
use vaultplan::text::locate::{self, Position};
use vaultplan::text::scan::{self, Node};

/// The places of a text.
pub(crate) struct Places<'t> {
    text: &'t str,
    root: Option<Node>,
    /// Offsets at which lines begin.
    lines: Vec<usize>,
}

impl<'t> Places<'t> {
    /// Reads the text, with or without a byte order mark.
    pub(crate) fn new(text: &'t str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
        Self {
            text,
            root: scan::parse(text, limits::DEPTH).ok(),
            lines: std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect(),
        }
    }

    /// Line and column of the value that a pointer names, or of the nearest value around it.
    pub(crate) fn find(&self, pointer: &str) -> Option<Position> {
        let start = locate::span_in(self.root.as_ref()?, pointer).start;
        let line = self.lines.partition_point(|at| *at <= start);
        let begin = *self.lines.get(line.checked_sub(1)?)?;
        let tail = self.text.get(begin..start)?;
        Some(Position {
            line,
            column: tail.chars().map(char::len_utf16).sum::<usize>() + 1,
        })
    }
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
}
