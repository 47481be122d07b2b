//! Values as the service's answers write them: numbers and flags that may arrive as texts, ids that may arrive as
//! numbers. Numbers are read from their digits: an account id stays exact.

use std::borrow::Cow;

use crate::catalog::limits;
use crate::text::scan::{self, Kind, Node, Span};

/// A value of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Loose {
    /// Not there, `null`, or an empty text: the service writes all three for "none".
    #[default]
    Absent,
    /// A text that is not empty.
    Text(String),
    /// A whole number from 0.
    Whole(u64),
    /// `true` or `false`.
    Flag(bool),
    /// A value of no use: a number that is negative, not whole or too great, or a text beyond the limit.
    Odd,
    /// An array.
    List(Vec<Loose>),
    /// An object; names may repeat, and keep their order.
    Object(Vec<(String, Loose)>),
}

impl Loose {
    /// The value of a node of `text`.
    pub(super) fn of(node: Node, text: &str) -> Self {
        match node.kind {
            Kind::Null => Self::Absent,
            Kind::Flag(flag) => Self::Flag(flag),
            Kind::Number => number(text, node.span),
            Kind::Text(text) if text.is_empty() => Self::Absent,
            Kind::Text(text) if text.len() > limits::STRING_BYTES => Self::Odd,
            Kind::Text(text) => Self::Text(text),
            Kind::List(items) => {
                Self::List(items.into_iter().map(|item| Self::of(item, text)).collect())
            }
            Kind::Object(members) => Self::Object(
                members
                    .into_iter()
                    .map(|member| (member.key, Self::of(member.value, text)))
                    .collect(),
            ),
        }
    }

    /// Whether nothing is stated.
    pub(super) fn is_absent(&self) -> bool {
        *self == Self::Absent
    }

    /// As a text. Numbers are written out, exactly.
    pub(super) fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Whole(number) => Some(Cow::Owned(number.to_string())),
            _ => None,
        }
    }

    /// Its members; none for anything but an object.
    pub(super) fn members(&self) -> &[(String, Loose)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// The value of a member. Of two of one name the last counts.
    pub(super) fn get(&self, name: &str) -> &Loose {
        let mut members = self.members().iter().rev();
        let found = members.find(|(key, _)| key == name);
        found.map_or(&Self::Absent, |(_, value)| value)
    }

    /// The items of a list, whether it stands there itself or alone under another name.
    pub(super) fn items(&self) -> Option<&[Loose]> {
        match self {
            Self::List(items) => Some(items),
            Self::Object(members) => match members.as_slice() {
                [] => Some(&[]),
                [(_, Self::List(items))] => Some(items),
                _ => None,
            },
            _ => None,
        }
    }

    /// What a text holds as JSON; anything else is what it is.
    pub(super) fn unpacked(&self) -> Option<Cow<'_, Loose>> {
        match self {
            Self::Text(text) => {
                let node = scan::parse(text, limits::DEPTH).ok()?;
                Some(Cow::Owned(Self::of(node, text)))
            }
            other => Some(Cow::Borrowed(other)),
        }
    }

    /// As a whole number from 0.
    pub(super) fn whole(&self) -> Option<u64> {
        match self {
            Self::Whole(number) => Some(*number),
            Self::Text(text) => digits(text),
            _ => None,
        }
    }

    /// As a flag.
    pub(super) fn flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            Self::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Self::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => match self.whole()? {
                0 => Some(false),
                1 => Some(true),
                _ => None,
            },
        }
    }
}

fn number(text: &str, span: Span) -> Loose {
    let written = text.get(span.start..span.end).unwrap_or_default();
    // `1760000000.0`, as some tools print whole numbers.
    let whole = match written.split_once('.') {
        Some((whole, rest)) if rest.bytes().all(|b| b == b'0') => whole,
        _ => written,
    };
    digits(whole).map_or(Loose::Odd, Loose::Whole)
}

fn digits(text: &str) -> Option<u64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Loose {
        Loose::of(scan::parse(json, 8).unwrap(), json)
    }

    #[test]
    fn account_ids_stay_exact() {
        for id in [
            "9007199254740993",
            "9223372036854775807",
            "18446744073709551615",
        ] {
            assert_eq!(read(id).text().unwrap(), id);
            assert_eq!(read(&format!("\"{id}\"")).text().unwrap(), id);
        }
        // One more than fits would have to be rounded: it is not used at all.
        assert_eq!(read("18446744073709551616"), Loose::Odd);
    }

    #[test]
    fn numbers_and_flags_may_be_texts() {
        assert_eq!(read("\"12\"").whole(), Some(12));
        assert_eq!(read("1760000000.0").whole(), Some(1_760_000_000));
        assert_eq!(read("-1"), Loose::Odd);
        assert_eq!(read("1.5"), Loose::Odd);
        assert_eq!(read("\"True\"").flag(), Some(true));
        assert_eq!(read("0").flag(), Some(false));
        assert_eq!(read("\"1\"").flag(), Some(true));
        assert_eq!(read("2").flag(), None);
        assert_eq!(read("\"yes\"").flag(), None);
    }

    #[test]
    fn none_has_three_spellings() {
        assert!(read("null").is_absent() && read("\"\"").is_absent() && !read("0").is_absent());
        assert_eq!(read("[\"\"]"), Loose::List(vec![Loose::Absent]));
    }
}
