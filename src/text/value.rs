//! A JSON value as patches carry it. Own type because documents hold texts, exact numbers from 0 and flags alone: what
//! else the usual one can do would be a tenth of a module that checks documents.

use std::borrow::Cow;
use std::fmt;
use std::ops::Index;

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::decimal::Decimal;
use super::pointer;
use super::scan::{self, Broken, Kind, Node};

/// A JSON value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number from 0.
    Number(u64),
    /// Another number, as it was written: a [`Decimal`] with places, or one that no field of a document holds.
    Other(String),
    /// A text.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object.
    Object(Map),
}

/// The members of an object, in the order in which they were stated. Two are equal whatever their order.
#[derive(Clone, Debug, Default)]
pub struct Map(Vec<(Cow<'static, str>, Value)>);

impl Map {
    /// No members.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Takes all of them out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        let mut all = self.0.iter();
        all.find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// States a member, in the place of one of the same name.
    pub fn insert(&mut self, name: impl Into<Cow<'static, str>>, value: Value) {
        self.put(name.into(), value);
    }

    fn put(&mut self, name: Cow<'static, str>, value: Value) {
        match self.0.iter_mut().find(|(own, _)| *own == name) {
            Some((_, old)) => *old = value,
            None => self.0.push((name, value)),
        }
    }

    /// Adds a member whose name no other has.
    pub(crate) fn push(&mut self, name: &'static str, value: Value) {
        self.0.push((Cow::Borrowed(name), value));
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let at = self.0.iter().position(|(own, _)| own == name)?;
        Some(self.0.remove(at).1)
    }

    /// Every member.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }
}

impl PartialEq for Map {
    fn eq(&self, other: &Self) -> bool {
        let same = |(name, value)| other.get(name) == Some(value);
        self.len() == other.len() && self.iter().all(same)
    }
}

impl Eq for Map {}

impl<N: Into<Cow<'static, str>>, V: Into<Value>> FromIterator<(N, V)> for Map {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(members: I) -> Self {
        let mut map = Self::new();
        for (name, value) in members {
            map.insert(name, value.into());
        }
        map
    }
}

impl Value {
    /// Reads a JSON text. Of members with the same name the last one counts.
    ///
    /// # Errors
    /// The first place at which the text stops being JSON, or is nested deeper than `max_depth`.
    pub fn parse(text: &str, max_depth: usize) -> Result<Self, Broken> {
        scan::parse(text, max_depth).map(|node| Self::of(node, text))
    }

    fn of(node: Node, text: &str) -> Self {
        match node.kind {
            Kind::Null => Self::Null,
            Kind::Flag(flag) => Self::Bool(flag),
            Kind::Number => {
                let written = text.get(node.span.start..node.span.end);
                let written = written.unwrap_or_default();
                match super::cursor::Cursor::new(written).whole_alone() {
                    Some(number) => Self::Number(number),
                    None => Self::Other(written.to_owned()),
                }
            }
            Kind::Text(text) => Self::String(text),
            Kind::List(items) => {
                Self::Array(items.into_iter().map(|item| Self::of(item, text)).collect())
            }
            Kind::Object(members) => {
                let mut map = Map::new();
                for member in members {
                    map.put(Cow::Owned(member.key), Self::of(member.value, text));
                }
                Self::Object(map)
            }
        }
    }

    /// Whether it is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The text that it is.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number that it is.
    #[must_use]
    pub const fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The decimal that it is.
    #[must_use]
    pub fn as_decimal(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) if *number > 1_000_000_000_000 => None,
            Self::Number(number) => Some(Decimal::whole(*number)),
            Self::Other(text) => Decimal::parse(text),
            _ => None,
        }
    }

    /// The flag that it is.
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The elements of the array that it is.
    #[must_use]
    pub const fn as_array(&self) -> Option<&Vec<Self>> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members of the object that it is.
    #[must_use]
    pub const fn as_object(&self) -> Option<&Map> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The members of the object that it is, to be changed.
    pub fn as_object_mut(&mut self) -> Option<&mut Map> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    /// What a JSON Pointer names in it.
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<&Self> {
        let tokens = pointer::tokens(pointer)?;
        tokens.iter().try_fold(self, |value, token| match value {
            Self::Object(members) => members.get(token),
            Self::Array(items) => items.get(pointer::index(token)?),
            _ => None,
        })
    }

    /// Writes it as JSON.
    pub(crate) fn write(&self, layout: Layout, out: &mut Vec<u8>) {
        self.write_at(layout, 0, out);
    }

    fn write_at(&self, layout: Layout, depth: usize, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend_from_slice(b"null"),
            Self::Bool(true) => out.extend_from_slice(b"true"),
            Self::Bool(false) => out.extend_from_slice(b"false"),
            Self::Number(number) => push_whole(out, *number),
            Self::Other(number) => out.extend_from_slice(number.as_bytes()),
            Self::String(text) => push_text(out, text),
            Self::Array(items) => {
                out.push(b'[');
                for (index, item) in items.iter().enumerate() {
                    layout.before_part(index, false, depth, out);
                    item.write_at(layout, depth + 1, out);
                }
                layout.before_end(items.len(), false, depth, out);
                out.push(b']');
            }
            Self::Object(members) => {
                out.push(b'{');
                for (index, (name, value)) in members.iter().enumerate() {
                    layout.before_part(index, true, depth, out);
                    push_text(out, name);
                    out.push(b':');
                    if layout != Layout::Dense {
                        out.push(b' ');
                    }
                    value.write_at(layout, depth + 1, out);
                }
                layout.before_end(members.len(), true, depth, out);
                out.push(b'}');
            }
        }
    }

    /// As JSON in a layout.
    pub(crate) fn laid_out(&self, layout: Layout) -> String {
        let mut out = Vec::new();
        self.write(layout, &mut out);
        // Made of texts alone.
        String::from_utf8(out).unwrap_or_default()
    }
}

/// How the text of a value is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Without white space.
    Dense,
    /// In one line, with a space where people write one.
    Line,
    /// A line for each part, with two spaces for each level.
    Lines,
}

impl Layout {
    fn before_part(self, index: usize, in_object: bool, depth: usize, out: &mut Vec<u8>) {
        if index > 0 {
            out.push(b',');
        }
        match self {
            Self::Dense => {}
            Self::Line if index > 0 || in_object => out.push(b' '),
            Self::Line => {}
            Self::Lines => new_line(depth + 1, out),
        }
    }

    fn before_end(self, parts: usize, in_object: bool, depth: usize, out: &mut Vec<u8>) {
        match self {
            Self::Line if parts > 0 && in_object => out.push(b' '),
            Self::Lines if parts > 0 => new_line(depth, out),
            _ => {}
        }
    }
}

fn new_line(depth: usize, out: &mut Vec<u8>) {
    out.push(b'\n');
    for _ in 0..depth {
        out.extend_from_slice(b"  ");
    }
}

/// A whole number in digits.
pub(crate) fn push_whole(out: &mut Vec<u8>, number: u64) {
    if number > 9 {
        push_whole(out, number / 10);
    }
    out.push(b'0' + (number % 10) as u8);
}

/// A text in quotation marks.
pub(crate) fn push_text(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let mut rest = text.as_bytes();
    let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    // Most texts have nothing to be escaped and are copied whole.
    while let Some((before, [byte, after @ ..])) = rest
        .iter()
        .position(special)
        .and_then(|at| rest.split_at_checked(at))
    {
        out.extend_from_slice(before);
        let short = match byte {
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x8 => b'b',
            0xc => b'f',
            byte => *byte,
        };
        if short < 0x20 {
            out.extend_from_slice(b"\\u00");
            out.push(b'0' + (byte >> 4));
            let low = byte & 15;
            out.push(if low < 10 {
                b'0' + low
            } else {
                b'a' - 10 + low
            });
        } else {
            out.extend_from_slice(&[b'\\', short]);
        }
        rest = after;
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// Without white space.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.laid_out(Layout::Dense))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<Decimal> for Value {
    fn from(decimal: Decimal) -> Self {
        match decimal.as_whole() {
            Some(number) => Self::Number(number),
            None => Self::Other(decimal.to_string()),
        }
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        text.map(Self::from).unwrap_or_default()
    }
}

impl From<Vec<Value>> for Value {
    fn from(items: Vec<Value>) -> Self {
        Self::Array(items)
    }
}

impl PartialEq<str> for Value {
    fn eq(&self, text: &str) -> bool {
        self.as_str() == Some(text)
    }
}

impl PartialEq<&str> for Value {
    fn eq(&self, text: &&str) -> bool {
        self == *text
    }
}

/// The value of a member; `null` where there is none.
impl Index<&str> for Value {
    type Output = Self;
    fn index(&self, name: &str) -> &Self {
        self.get(name).unwrap_or(&Self::Null)
    }
}

impl From<Map> for Value {
    fn from(members: Map) -> Self {
        Self::Object(members)
    }
}

impl FromIterator<Value> for Value {
    fn from_iter<I: IntoIterator<Item = Value>>(items: I) -> Self {
        Self::Array(items.into_iter().collect())
    }
}

/// For programs that build values with `serde_json`.
impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(flag) => Self::Bool(flag),
            serde_json::Value::Number(number) => match number.as_u64() {
                Some(number) => Self::Number(number),
                None => Self::Other(number.to_string()),
            },
            serde_json::Value::String(text) => Self::String(text),
            serde_json::Value::Array(items) => items.into_iter().map(Self::from).collect(),
            serde_json::Value::Object(members) => Self::Object(members.into_iter().collect()),
        }
    }
}

/// Decimals become the nearest number that the other side has; a number that is none, and that no patch holds, a text.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Other(text) => match Decimal::parse(text) {
                Some(decimal) => serializer.serialize_f64(decimal.nearest_float()),
                None => serializer.serialize_str(text),
            },
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members.iter() {
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
    use serde_json::json;

    const TEXT: &str = r#"{"b":[1,18446744073709551615,-1,1.50,[],{}],"a":{"é\n":null,"\u0001":true},"c":"\"\\/库"}"#;

    #[test]
    fn what_is_written_is_read_and_written_again() {
        let value = Value::parse(TEXT, 8).unwrap();
        assert_eq!(value.to_string(), TEXT);
        let lines = value.laid_out(Layout::Lines);
        assert_eq!(Value::parse(&lines, 8).unwrap(), value);
        let peer: serde_json::Value = serde_json::from_str(TEXT).unwrap();
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&lines).unwrap(),
            peer
        );
        let again = Value::parse(&value.laid_out(Layout::Line), 8).unwrap();
        assert_eq!(again, value);
        assert!(Value::parse("{", 8).is_err() && Value::parse("[[]]", 1).is_err());
    }

    #[test]
    fn layouts_are_those_that_people_expect() {
        let value = Value::from(json!({"a": [1, 2], "b": {"c": {}}, "d": []}));
        assert_eq!(
            value.laid_out(Layout::Dense),
            r#"{"a":[1,2],"b":{"c":{}},"d":[]}"#
        );
        assert_eq!(
            value.laid_out(Layout::Line),
            r#"{ "a": [1, 2], "b": { "c": {} }, "d": [] }"#
        );
        let peer = json!({"a": [1, 2], "b": {"c": {}}, "d": [], "e\t": "\u{8}\u{c}\r\n"});
        let value = Value::from(peer.clone());
        let lines = serde_json::to_string_pretty(&peer).unwrap();
        assert_eq!(value.laid_out(Layout::Lines), lines);
    }

    #[test]
    fn objects_are_equal_whatever_their_order() {
        let parse = |text| Value::parse(text, 8).unwrap();
        assert_eq!(parse(r#"{"a": 1, "b": 2}"#), parse(r#"{"b": 2, "a": 1}"#));
        assert_ne!(parse(r#"{"a": 1, "b": 2}"#), parse(r#"{"a": 1}"#));
        assert_ne!(parse(r#"{"a": 1}"#), parse(r#"{"a": 1, "b": 2}"#));
        assert_ne!(parse(r#"{"a": 1}"#), parse(r#"{"a": 2}"#));
        // Of two members of a name the last one counts.
        assert_eq!(parse(r#"{"a": 1, "a": 2}"#), parse(r#"{"a": 2}"#));
    }

    #[test]
    fn pointers_reach_into_it() {
        let value = Value::from(json!({"a/b": [{"~": "x"}]}));
        assert_eq!(
            value.pointer("/a~1b/0/~0").and_then(Value::as_str),
            Some("x")
        );
        assert_eq!(value.pointer(""), Some(&value));
        for none in ["/a", "/a~1b/1", "/a~1b/0/~0/x", "x"] {
            assert_eq!(value.pointer(none), None, "{none}");
        }
    }

    #[test]
    fn decimals_are_numbers() {
        let decimal = |text| Decimal::parse(text).unwrap();
        assert_eq!(Value::from(decimal("108.00")), Value::Number(108));
        assert_eq!(Value::from(decimal("0.50")), Value::Other("0.5".to_owned()));
        for (text, read) in [
            ("1.50", Some("1.5")),
            ("7", Some("7")),
            ("1000000000000", Some("1000000000000")),
            ("1000000000001", None),
            ("-1.5", None),
            ("\"1.5\"", None),
        ] {
            let value = Value::parse(text, 8).unwrap();
            assert_eq!(value.as_decimal(), read.map(decimal), "{text}");
        }
    }

    #[test]
    fn patches_serialise_as_json_patch() {
        let plain = json!({"x": [1, null, "a", false, 0.03187]});
        let value = Value::from(plain.clone());
        assert_eq!(serde_json::to_value(&value).unwrap(), plain);
    }
}
