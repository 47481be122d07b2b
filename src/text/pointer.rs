//! JSON Pointer (RFC 6901): building and splitting.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Adds a member name to a pointer, escaped.
pub fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    for c in key.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            c => pointer.push(c),
        }
    }
}

/// Adds an array index to a pointer.
pub fn push_index(pointer: &mut String, index: usize) {
    // Writing into a `String` cannot fail.
    let _ = write!(pointer, "/{index}");
}

/// The unescaped parts of a pointer; `None` when it neither is empty nor begins with `/`.
#[must_use]
pub fn tokens(pointer: &str) -> Option<Vec<Cow<'_, str>>> {
    if pointer.is_empty() {
        return Some(Vec::new());
    }
    let rest = pointer.strip_prefix('/')?;
    Some(rest.split('/').map(unescape).collect())
}

fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

/// An array index as RFC 6901 writes it: digits without a leading zero.
#[must_use]
pub fn index(token: &str) -> Option<usize> {
    let plain = token == "0" || !token.starts_with('0');
    (plain && token.bytes().all(|b| b.is_ascii_digit()))
        .then(|| token.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_escaped_and_come_back() {
        let mut pointer = String::new();
        push_key(&mut pointer, "a/b~c");
        push_index(&mut pointer, 12);
        assert_eq!(pointer, "/a~1b~0c/12");
        assert_eq!(tokens(&pointer).unwrap(), ["a/b~c", "12"]);
        assert_eq!(tokens("~01").map(|_| ()), None);
        assert_eq!(tokens("/~01").unwrap(), ["~1"]);
    }

    #[test]
    fn an_index_has_no_leading_zero() {
        assert_eq!(index("0"), Some(0));
        assert_eq!(index("10"), Some(10));
        assert_eq!(index("01"), None);
        assert_eq!(index("-"), None);
        assert_eq!(index(""), None);
        assert_eq!(index("+1"), None);
    }
}
