//! Values as the service's answers write them: numbers and flags that may arrive as texts, ids that may arrive as
//! numbers. No number passes through floating point unless it is exact there.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::catalog::limits;

/// A member name, borrowed where no escape stands in it.
pub(super) struct Key<'t>(pub(super) Cow<'t, str>);

impl<'de: 't, 't> Deserialize<'de> for Key<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Key<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }
            fn visit_borrowed_str<E: Error>(self, v: &'de str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Borrowed(v)))
            }
            fn visit_str<E: Error>(self, v: &str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Owned(v.to_owned())))
            }
        }
        deserializer.deserialize_str(Keys)
    }
}

/// A value of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Loose<'t> {
    /// Not there, `null`, or an empty text: the service writes all three for "none".
    #[default]
    Absent,
    /// A text that is not empty.
    Text(Cow<'t, str>),
    /// A whole number from 0.
    Whole(u64),
    /// A whole number below 0.
    Below(i64),
    /// `true` or `false`.
    Flag(bool),
    /// A value of no use: a fraction, a number too great, a text beyond the limit.
    Odd,
    /// An array.
    List(Vec<Loose<'t>>),
    /// An object; names may repeat, and keep their order.
    Object(Vec<(Cow<'t, str>, Loose<'t>)>),
}

impl Loose<'_> {
    /// Whether nothing is stated.
    pub(super) fn is_absent(&self) -> bool {
        *self == Self::Absent
    }

    /// As a text. Numbers are written out, exactly.
    pub(super) fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Whole(number) => Some(Cow::Owned(number.to_string())),
            Self::Below(number) => Some(Cow::Owned(number.to_string())),
            _ => None,
        }
    }

    /// As a whole number from 0.
    pub(super) fn whole(&self) -> Option<u64> {
        match self {
            Self::Whole(number) => Some(*number),
            Self::Text(text) if text.bytes().all(|b| b.is_ascii_digit()) => text.parse().ok(),
            _ => None,
        }
    }

    /// As a flag.
    pub(super) fn flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            Self::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Self::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
            Self::Whole(0) => Some(false),
            Self::Whole(1) => Some(true),
            _ => None,
        }
    }
}

impl<'de: 't, 't> Deserialize<'de> for Loose<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Values;
        impl<'de> Visitor<'de> for Values {
            type Value = Loose<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_bool<E: Error>(self, v: bool) -> Result<Self::Value, E> {
                Ok(Loose::Flag(v))
            }
            fn visit_u64<E: Error>(self, v: u64) -> Result<Self::Value, E> {
                Ok(Loose::Whole(v))
            }
            fn visit_i64<E: Error>(self, v: i64) -> Result<Self::Value, E> {
                Ok(u64::try_from(v).map_or(Loose::Below(v), Loose::Whole))
            }
            fn visit_f64<E: Error>(self, v: f64) -> Result<Self::Value, E> {
                // `1.76e9`, as some tools print whole numbers. Past 2^53 neighbours fall together.
                const EXACT: f64 = 9_007_199_254_740_992.0;
                let exact = v.fract() == 0.0 && (0.0..EXACT).contains(&v);
                let whole = exact.then(|| format!("{v:.0}").parse().ok()).flatten();
                Ok(whole.map_or(Loose::Odd, Loose::Whole))
            }
            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(Loose::Absent)
            }
            fn visit_borrowed_str<E: Error>(self, v: &'de str) -> Result<Self::Value, E> {
                Ok(text(Cow::Borrowed(v)))
            }
            fn visit_str<E: Error>(self, v: &str) -> Result<Self::Value, E> {
                Ok(text(Cow::Owned(v.to_owned())))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Loose::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((Key(key), value)) = map.next_entry()? {
                    members.push((key, value));
                }
                Ok(Loose::Object(members))
            }
        }
        fn text(text: Cow<'_, str>) -> Loose<'_> {
            match text.len() {
                0 => Loose::Absent,
                1..=limits::STRING_BYTES => Loose::Text(text),
                _ => Loose::Odd,
            }
        }
        deserializer.deserialize_any(Values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Loose<'_> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn account_ids_stay_exact() {
        for id in [
            "9007199254740993",
            "9223372036854775807",
            "18446744073709551615",
        ] {
            assert_eq!(read(id).text().unwrap(), id);
            let quoted = format!("\"{id}\"");
            assert_eq!(read(&quoted).text().unwrap(), id);
        }
        // One more than fits would have to be rounded: it is not used at all.
        assert_eq!(read("18446744073709551616"), Loose::Odd);
    }

    #[test]
    fn numbers_and_flags_may_be_texts() {
        assert_eq!(read("\"12\"").whole(), Some(12));
        assert_eq!(read("1.76e9").whole(), Some(1_760_000_000));
        assert_eq!(read("-1").whole(), None);
        assert_eq!(read("\"True\"").flag(), Some(true));
        assert_eq!(read("0").flag(), Some(false));
        assert_eq!(read("\"yes\"").flag(), None);
    }

    #[test]
    fn none_has_three_spellings() {
        assert!(read("null").is_absent() && read("\"\"").is_absent());
        assert!(matches!(read("{\"a\": [1]}"), Loose::Object(_)));
        assert_eq!(read("[\"\"]"), Loose::List(vec![Loose::Absent]));
        assert_eq!(read("1.5"), Loose::Odd);
    }
}
