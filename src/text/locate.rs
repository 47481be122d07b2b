//! From a pointer or an offset to the line and column that an editor shows. Done only when somebody looks.

use super::pointer;
use super::scan::{self, Kind, Node, Span};

/// A place in a text, as editors count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in UTF-16 code units, from 1.
    pub column: usize,
}

/// Line and column of a byte offset. Offsets past the end, or inside a character, count as the place before.
#[must_use]
pub fn position(text: &str, offset: usize) -> Position {
    let mut end = offset.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = text.get(..end).unwrap_or_default();
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let tail = before.rsplit('\n').next().unwrap_or_default();
    let column = tail.chars().map(char::len_utf16).sum::<usize>() + 1;
    Position { line, column }
}

/// The bytes of the value that a pointer names; of the nearest value that encloses it, when it is absent.
/// `None` when the text is not JSON.
#[must_use]
pub fn span(text: &str, pointer: &str, max_depth: usize) -> Option<Span> {
    let root = scan::parse(text, max_depth).ok()?;
    Some(span_in(&root, pointer))
}

/// As [`span`], in a text that is parsed already.
#[must_use]
pub fn span_in(root: &Node, pointer: &str) -> Span {
    let mut node = root;
    for token in pointer::tokens(pointer).unwrap_or_default() {
        let next = match &node.kind {
            Kind::Object(members) => members.iter().find(|m| m.key == token).map(|m| &m.value),
            Kind::List(items) => pointer::index(&token).and_then(|i| items.get(i)),
            _ => None,
        };
        match next {
            Some(next) => node = next,
            None => break,
        }
    }
    node.span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_utf16_units() {
        let text = "{\n  \"名\": \"😀x\"}";
        let at = text.find('x').unwrap();
        assert_eq!(
            position(text, at),
            Position {
                line: 2,
                column: 11
            }
        );
        assert_eq!(position(text, 0), Position { line: 1, column: 1 });
        assert_eq!(position(text, 9_999).line, 2);
    }

    #[test]
    fn a_pointer_finds_its_value_or_the_nearest_parent() {
        let text = r#"{"vaults": [{"id": "a"}, {"id": "b"}]}"#;
        let found = |p| {
            let span = span(text, p, 64).unwrap();
            text.get(span.start..span.end).unwrap()
        };
        assert_eq!(found("/vaults/1/id"), "\"b\"");
        assert_eq!(found("/vaults/1/region"), r#"{"id": "b"}"#);
        assert_eq!(found(""), text);
    }
}
