//! A plain value that describes itself: what reports and answers are made of before they are handed on. One type
//! for all of them, because serialising is compiled anew for each type that is serialised.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::text::patch::Op;
use crate::text::value::{Value, push_text, push_whole};

/// A value as JSON has them. Members are written in the order in which they stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain<'v> {
    /// No value: a member that has it is left out.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number from 0.
    Whole(u64),
    /// Another number, as JSON writes it.
    Number(Cow<'v, str>),
    /// A text that somebody else keeps.
    Text(&'v str),
    /// A text that was made for this value.
    Made(String),
    /// A list.
    List(Vec<Self>),
    /// An object: the names of its members, and their values in the same order.
    Object(&'static [&'static str], Vec<Self>),
    /// An object whose members depend on what it is about.
    Members(Vec<(&'v str, Self)>),
}

impl<'v> Plain<'v> {
    /// A count or a position.
    #[must_use]
    pub const fn count(count: usize) -> Self {
        // No platform counts further than 64 bits.
        Self::Whole(count as u64)
    }

    /// A text, or null.
    #[must_use]
    pub fn text_or_null(text: Option<&'v str>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }

    /// A list of texts.
    #[must_use]
    pub fn texts(texts: &'v [String]) -> Self {
        Self::List(texts.iter().map(|text| Self::Text(text)).collect())
    }

    /// A patch, as RFC 6902 writes it.
    #[must_use]
    pub fn patch(ops: &'v [Op]) -> Self {
        Self::List(ops.iter().map(Self::op).collect())
    }

    fn op(op: &'v Op) -> Self {
        let (word, path, value) = match op {
            Op::Add { path, value } => ("add", path, Self::json(value)),
            Op::Replace { path, value } => ("replace", path, Self::json(value)),
            Op::Remove { path } => ("remove", path, Self::Absent),
        };
        Self::Object(
            &["op", "path", "value"],
            vec![Self::Text(word), Self::Text(path), value],
        )
    }

    fn json(value: &'v Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Flag(*flag),
            Value::Number(number) => Self::Whole(*number),
            Value::Other(number) => Self::Number(Cow::Borrowed(number)),
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::List(items.iter().map(Self::json).collect()),
            Value::Object(members) => {
                let members = members
                    .iter()
                    .map(|(name, value)| (name, Self::json(value)));
                Self::Members(members.collect())
            }
        }
    }

    /// Every member of an object with its name.
    fn members(&self) -> impl Iterator<Item = (&str, &Self)> {
        let (names, values, pairs): (&[&str], &[Self], &[_]) = match self {
            Self::Object(names, values) => (names, values, &[]),
            Self::Members(pairs) => (&[], &[], pairs),
            _ => (&[], &[], &[]),
        };
        names
            .iter()
            .copied()
            .zip(values)
            .chain(pairs.iter().map(|(name, value)| (*name, value)))
            .filter(|(_, value)| !matches!(value, Self::Absent))
    }

    /// Writes the value as JSON text without white space.
    pub fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Absent | Self::Null => out.extend_from_slice(b"null"),
            Self::Flag(true) => out.extend_from_slice(b"true"),
            Self::Flag(false) => out.extend_from_slice(b"false"),
            Self::Whole(number) => push_whole(out, *number),
            Self::Number(number) => out.extend_from_slice(number.as_bytes()),
            Self::Text(text) => push_text(out, text),
            Self::Made(text) => push_text(out, text),
            Self::List(items) => {
                out.push(b'[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push(b',');
                    }
                    item.write(out);
                }
                out.push(b']');
            }
            Self::Object(..) | Self::Members(_) => {
                out.push(b'{');
                for (index, (name, value)) in self.members().enumerate() {
                    if index > 0 {
                        out.push(b',');
                    }
                    push_text(out, name);
                    out.push(b':');
                    value.write(out);
                }
                out.push(b'}');
            }
        }
    }
}

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Null => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Whole(number) => serializer.serialize_u64(*number),
            Self::Number(number) => Value::Other(number.clone().into_owned()).serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Made(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(..) | Self::Members(_) => {
                let mut map = serializer.serialize_map(None)?;
                for (name, value) in self.members() {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_serialiser_write_the_same() {
        let patch = [
            Op::set(
                "/a~1b",
                serde_json::json!({"x": [1, 0.03187, null, true, "\u{1}"], "y": {}}),
            ),
            Op::remove("/\"q\\"),
        ];
        let value = Plain::Object(
            &[
                "null", "absent", "count", "none", "text", "made", "patch", "names", "price",
            ],
            vec![
                Plain::Null,
                Plain::Absent,
                Plain::count(1_234_567_890),
                Plain::List(Vec::new()),
                Plain::Text("库 😀\n\t\"\\/\u{7f}"),
                Plain::Made("\u{1f}\u{0}".to_owned()),
                Plain::patch(&patch),
                Plain::Members(vec![("b", Plain::Flag(false)), ("a", Plain::count(0))]),
                Plain::Number("5.383511".into()),
            ],
        );
        let mut text = Vec::new();
        value.write(&mut text);
        let text = String::from_utf8(text).unwrap();
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read, serde_json::to_value(&value).unwrap());
        assert_eq!(read["text"], "库 😀\n\t\"\\/\u{7f}");
        assert_eq!(read["patch"], serde_json::to_value(patch).unwrap());
        assert!(read.get("absent").is_none());
        assert!(text.find("\"b\"") < text.find("\"a\""));
    }
}
