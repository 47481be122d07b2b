//! A JSON scanner that keeps byte offsets, used only off the fast path: to find places and to explain what
//! does not read. Own code because the usual readers neither keep offsets nor go on after a mistake.

use super::cursor::Cursor;

/// A piece of JSON text with the bytes that it spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

/// What the text is not, at an offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Byte offset at which reading stopped.
    pub at: usize,
    /// What is wrong there.
    pub what: Fault,
}

/// The ways in which a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A value should stand here.
    Value,
    /// A member name in double quotes should stand here.
    Key,
    /// A colon should stand between name and value.
    Colon,
    /// A comma or the closing bracket should stand here.
    CommaOrEnd,
    /// A comma stands before a closing bracket.
    TrailingComma,
    /// A string does not end.
    OpenString,
    /// A control character stands unescaped in a string.
    Control,
    /// An escape in a string is not one of JSON's.
    Escape,
    /// A number is not written as JSON writes numbers.
    Number,
    /// Something follows the document.
    Trailing,
    /// The text ends before the document does.
    End,
    /// Arrays and objects are nested deeper than the limit.
    Depth,
    /// A comment, which JSON does not have.
    Comment,
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The bytes of the value.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// The kinds of JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, to be read from its span.
    Number,
    /// A text, unescaped.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object; names may repeat, and keep their order.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The unescaped name.
    pub key: String,
    /// The bytes of the name with its quotes.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

/// Reads a whole text into nodes. Depth is bounded by `max_depth`, so that no input exhausts the stack.
///
/// # Errors
/// The first place at which the text stops being JSON.
pub fn parse(text: &str, max_depth: usize) -> Result<Node, Broken> {
    let mut scanner = Scanner {
        cursor: Cursor::new(text),
    };
    let node = scanner.root(max_depth);
    node.map_err(|what| Broken {
        at: scanner.cursor.at(),
        what,
    })
}

/// Faults stand where the cursor is.
struct Scanner<'t> {
    cursor: Cursor<'t>,
}

impl Scanner<'_> {
    fn root(&mut self, max_depth: usize) -> Result<Node, Fault> {
        self.space()?;
        let node = self.value(max_depth)?;
        self.space()?;
        match self.cursor.peek() {
            None => Ok(node),
            Some(_) => Err(Fault::Trailing),
        }
    }

    /// A fault, or that the text ends here.
    fn or_end(&self, fault: Fault) -> Fault {
        self.cursor.peek().map_or(Fault::End, |_| fault)
    }

    fn space(&mut self) -> Result<(), Fault> {
        self.cursor.space();
        if self.cursor.peek() == Some(b'/') {
            Err(Fault::Comment)
        } else {
            Ok(())
        }
    }

    fn value(&mut self, depth_left: usize) -> Result<Node, Fault> {
        let start = self.cursor.at();
        let kind = match self.cursor.peek() {
            Some(b'{') => self.object(depth_left)?,
            Some(b'[') => self.list(depth_left)?,
            Some(b'"') => Kind::Text(self.cursor.string()?.into_owned()),
            Some(b'-' | b'0'..=b'9') => {
                self.cursor.number()?;
                Kind::Number
            }
            _ if self.cursor.word("true") => Kind::Flag(true),
            _ if self.cursor.word("false") => Kind::Flag(false),
            _ if self.cursor.word("null") => Kind::Null,
            _ => return Err(self.or_end(Fault::Value)),
        };
        Ok(Node {
            span: self.span(start),
            kind,
        })
    }

    fn span(&self, start: usize) -> Span {
        Span {
            start,
            end: self.cursor.at(),
        }
    }

    fn list(&mut self, depth_left: usize) -> Result<Kind, Fault> {
        let depth_left = depth_left.checked_sub(1).ok_or(Fault::Depth)?;
        let mut items = Vec::new();
        if self.begin(b'[', b']')? {
            return Ok(Kind::List(items));
        }
        loop {
            items.push(self.value(depth_left)?);
            if self.after_item(b']')? {
                return Ok(Kind::List(items));
            }
        }
    }

    fn object(&mut self, depth_left: usize) -> Result<Kind, Fault> {
        let depth_left = depth_left.checked_sub(1).ok_or(Fault::Depth)?;
        let mut members = Vec::new();
        if self.begin(b'{', b'}')? {
            return Ok(Kind::Object(members));
        }
        loop {
            let start = self.cursor.at();
            if self.cursor.peek() != Some(b'"') {
                return Err(self.or_end(Fault::Key));
            }
            let key = self.cursor.string()?.into_owned();
            let key_span = self.span(start);
            self.space()?;
            if !self.cursor.take(b':') {
                return Err(self.or_end(Fault::Colon));
            }
            self.space()?;
            let value = self.value(depth_left)?;
            members.push(Member {
                key,
                key_span,
                value,
            });
            if self.after_item(b'}')? {
                return Ok(Kind::Object(members));
            }
        }
    }

    /// Steps into a list or object; `true` when it ends at once.
    fn begin(&mut self, start: u8, end: u8) -> Result<bool, Fault> {
        self.cursor.take(start);
        self.space()?;
        Ok(self.cursor.take(end))
    }

    /// After an element: `true` at the end of the list, `false` when another element follows.
    fn after_item(&mut self, end: u8) -> Result<bool, Fault> {
        self.space()?;
        if self.cursor.take(end) {
            return Ok(true);
        }
        let comma = self.cursor;
        if !self.cursor.take(b',') {
            return Err(self.or_end(Fault::CommaOrEnd));
        }
        self.space()?;
        if self.cursor.peek() == Some(end) {
            self.cursor = comma;
            return Err(Fault::TrailingComma);
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (usize, Fault) {
        let broken = parse(text, 64).unwrap_err();
        (broken.at, broken.what)
    }

    #[test]
    fn duplicates_and_spans_are_kept() {
        let node = parse(r#" {"a": [1, "x\n"], "a": true} "#, 64).unwrap();
        let Kind::Object(members) = &node.kind else {
            panic!("an object")
        };
        assert_eq!(node.span, Span { start: 1, end: 29 });
        assert_eq!(
            members.iter().map(|m| m.key.as_str()).collect::<Vec<_>>(),
            ["a", "a"]
        );
        let Kind::List(items) = &members[0].value.kind else {
            panic!("a list")
        };
        assert_eq!(items[1].kind, Kind::Text("x\n".to_owned()));
    }

    #[test]
    fn faults_name_their_place() {
        assert_eq!(fault("{\"a\": 1,}"), (7, Fault::TrailingComma));
        assert_eq!(fault("{\"a\" 1}"), (5, Fault::Colon));
        assert_eq!(fault("{a: 1}"), (1, Fault::Key));
        assert_eq!(fault("[1 2]"), (3, Fault::CommaOrEnd));
        assert_eq!(fault("[1"), (2, Fault::End));
        assert_eq!(fault("[01]"), (1, Fault::Number));
        assert_eq!(fault("[\"abc]"), (1, Fault::OpenString));
        assert_eq!(fault("[\"a\\x\"]"), (3, Fault::Escape));
        assert_eq!(fault("[] []"), (3, Fault::Trailing));
        assert_eq!(fault("// hi"), (0, Fault::Comment));
        assert_eq!(fault(""), (0, Fault::End));
        assert_eq!(fault(&"[".repeat(65)), (64, Fault::Depth));
    }
}
