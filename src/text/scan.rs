//! A JSON scanner that keeps byte offsets, used only off the fast path: to find places and to explain what
//! does not read. Own code because the usual readers neither keep offsets nor go on after a mistake.

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

/// A value with its place. Strings are kept as written, between their quotes.
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
        bytes: text.as_bytes(),
        text,
        at: 0,
        max_depth,
    };
    scanner.space()?;
    let node = scanner.value(0)?;
    scanner.space()?;
    if scanner.at < scanner.bytes.len() {
        return Err(scanner.broken(Fault::Trailing));
    }
    Ok(node)
}

struct Scanner<'t> {
    bytes: &'t [u8],
    text: &'t str,
    at: usize,
    max_depth: usize,
}

impl Scanner<'_> {
    fn broken(&self, what: Fault) -> Broken {
        let what = if self.at >= self.bytes.len() {
            Fault::End
        } else {
            what
        };
        Broken {
            at: self.at.min(self.bytes.len()),
            what,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) -> Result<(), Broken> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
        if self.peek() == Some(b'/') {
            Err(self.broken(Fault::Comment))
        } else {
            Ok(())
        }
    }

    fn value(&mut self, depth: usize) -> Result<Node, Broken> {
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Kind::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Kind::Flag(true))?,
            Some(b'f') => self.word("false", Kind::Flag(false))?,
            Some(b'n') => self.word("null", Kind::Null)?,
            _ => return Err(self.broken(Fault::Value)),
        };
        Ok(Node {
            span: Span {
                start,
                end: self.at,
            },
            kind,
        })
    }

    fn word(&mut self, word: &str, kind: Kind) -> Result<Kind, Broken> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if rest.starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(kind)
        } else {
            Err(self.broken(Fault::Value))
        }
    }

    fn number(&mut self) -> Result<Kind, Broken> {
        let start = self.at;
        while let Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        let written = self.text.get(start..self.at).unwrap_or_default();
        if serde_json::from_str::<serde::de::IgnoredAny>(written).is_ok() {
            Ok(Kind::Number)
        } else {
            Err(Broken {
                at: start,
                what: Fault::Number,
            })
        }
    }

    fn string(&mut self) -> Result<String, Broken> {
        let start = self.at;
        self.at += 1;
        let mut escaped = false;
        loop {
            match self.peek() {
                None => {
                    return Err(Broken {
                        at: start,
                        what: Fault::OpenString,
                    });
                }
                Some(b'"') => break,
                Some(b'\n' | b'\r') => {
                    return Err(Broken {
                        at: start,
                        what: Fault::OpenString,
                    });
                }
                Some(b) if b < 0x20 => return Err(self.broken(Fault::Control)),
                Some(b'\\') => {
                    escaped = true;
                    self.at += 2;
                }
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
        let quoted = self.text.get(start..self.at).unwrap_or_default();
        let inner = quoted
            .get(1..quoted.len().saturating_sub(1))
            .unwrap_or_default();
        if !escaped {
            return Ok(inner.to_owned());
        }
        serde_json::from_str(quoted).map_err(|_| {
            let slash = inner.find('\\').unwrap_or(0);
            Broken {
                at: start + 1 + slash,
                what: Fault::Escape,
            }
        })
    }

    fn list(&mut self, depth: usize) -> Result<Kind, Broken> {
        self.deeper(depth)?;
        let mut items = Vec::new();
        self.at += 1;
        self.space()?;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Kind::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.after_item(b']')? {
                return Ok(Kind::List(items));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Kind, Broken> {
        self.deeper(depth)?;
        let mut members = Vec::new();
        self.at += 1;
        self.space()?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Kind::Object(members));
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.broken(Fault::Key));
            }
            let start = self.at;
            let key = self.string()?;
            let key_span = Span {
                start,
                end: self.at,
            };
            self.space()?;
            if self.peek() != Some(b':') {
                return Err(self.broken(Fault::Colon));
            }
            self.at += 1;
            self.space()?;
            let value = self.value(depth + 1)?;
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

    /// After an element: `true` at the end of the list, `false` when another element follows.
    fn after_item(&mut self, end: u8) -> Result<bool, Broken> {
        self.space()?;
        match self.peek() {
            Some(b) if b == end => {
                self.at += 1;
                Ok(true)
            }
            Some(b',') => {
                let comma = self.at;
                self.at += 1;
                self.space()?;
                if self.peek() == Some(end) {
                    return Err(Broken {
                        at: comma,
                        what: Fault::TrailingComma,
                    });
                }
                Ok(false)
            }
            _ => Err(self.broken(Fault::CommaOrEnd)),
        }
    }

    fn deeper(&self, depth: usize) -> Result<(), Broken> {
        if depth >= self.max_depth {
            Err(self.broken(Fault::Depth))
        } else {
            Ok(())
        }
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
