//! JSON Schemas of what people write by hand, from the engine's own tables of fields: for editors that complete and
//! check while somebody types. What only the whole tells (rising tiers, an item twice) stays the reader's.

use vaultplan::catalog::price_items::{Item, Unit};
use vaultplan::model::Book;
use vaultplan::model::declare::{Field, Record, Shape, Silence};
use vaultplan::text::value::{Map, Value};

use crate::Result;
use crate::declarations::remark;

/// Where the schema of price books stands in the clone.
pub(crate) const PRICES: &str = "www/generated/prices.schema.json";

/// The schema of price books.
pub(crate) fn prices() -> Result<String> {
    write(&Book::RECORD, "A price book of Vaultplan")
}

fn write(root: &Record, title: &str) -> Result<String> {
    let mut parts = Parts::default();
    let mut schema = object([
        (
            "$schema",
            "https://json-schema.org/draft/2020-12/schema".into(),
        ),
        ("title", title.into()),
    ]);
    for (name, value) in parts.record(root).iter() {
        schema.insert(name.to_owned(), value.clone());
    }
    schema.insert("$defs", Value::Object(parts.known));
    let text = serde_json::to_string_pretty(&Value::Object(schema));
    Ok(text.map_err(|error| error.to_string())? + "\n")
}

/// The records that others name, each once.
#[derive(Default)]
struct Parts {
    known: Map,
}

impl Parts {
    fn record(&mut self, record: &Record) -> Map {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for field in record.fields {
            if field.silence == Silence::Required {
                required.push(Value::from(field.name));
            }
            let mut schema = self.shape(&field.shape);
            for (name, value) in narrower(record, field) {
                schema.insert(name, value);
            }
            let about = remark(field);
            if !about.is_empty() {
                schema.insert("description", about.into());
            }
            properties.insert(field.name, Value::Object(schema));
        }
        let mut schema = object([
            ("type", "object".into()),
            ("additionalProperties", false.into()),
            ("required", Value::Array(required)),
            ("properties", Value::Object(properties)),
        ]);
        if record.name == "rate" {
            let both = ["price", "tiers"].map(Value::from).to_vec();
            let both = object([("required", Value::Array(both))]);
            schema.insert("not", Value::Object(both));
        }
        schema
    }

    fn shape(&mut self, shape: &Shape) -> Map {
        match shape {
            Shape::Format(mark) => object([("const", (*mark).into())]),
            Shape::Text => object([("type", "string".into())]),
            Shape::Id => object([("type", "string".into()), ("minLength", 1_u64.into())]),
            Shape::Moment => object([("type", "string".into()), ("format", "date-time".into())]),
            Shape::Flag => object([("type", "boolean".into())]),
            Shape::Whole(least, most) => number("integer", *least, *most),
            Shape::Decimal(least, most) => number("number", *least, *most),
            Shape::Closed(words) => object([("enum", texts(words.iter().copied()))]),
            // The known words are offered; any text is read.
            Shape::Open(vocabulary) => {
                let known = texts(vocabulary.words.iter().map(|word| word.word));
                let known = Value::Object(object([("enum", known)]));
                let any = Value::Object(object([("type", "string".into())]));
                object([("anyOf", Value::Array(vec![known, any]))])
            }
            Shape::List(element) => {
                let element = Value::Object(self.shape(element));
                object([("type", "array".into()), ("items", element)])
            }
            Shape::Record(record) => {
                let name = record.name.replace(' ', "-");
                if self.known.get(&name).is_none() {
                    let part = self.record(record);
                    self.known.insert(name.clone(), Value::Object(part));
                }
                object([("$ref", format!("#/$defs/{name}").into())])
            }
        }
    }
}

/// What the reader asks of a text beyond its shape.
fn narrower(record: &Record, field: &Field) -> Vec<(&'static str, Value)> {
    match (record.name, field.name) {
        ("rate", "item" | "sameAs") => {
            vec![("enum", texts(Item::ALL.iter().map(|item| item.id())))]
        }
        ("rate", "unit") => vec![("enum", texts(Unit::ALL.iter().map(|unit| unit.word())))],
        (_, "currency") => vec![("pattern", "^[A-Z]{3}$".into())],
        ("price book", "version") | ("rate source", "date" | "read") => {
            vec![("pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$".into())]
        }
        ("rate source", "address") => vec![("pattern", "^https?://".into())],
        _ => Vec::new(),
    }
}

fn number(kind: &str, least: u64, most: u64) -> Map {
    object([
        ("type", kind.into()),
        ("minimum", least.into()),
        ("maximum", most.into()),
    ])
}

fn texts<'t>(words: impl Iterator<Item = &'t str>) -> Value {
    words.map(Value::from).collect()
}

fn object<const N: usize>(members: [(&'static str, Value); N]) -> Map {
    members.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::Value as Json;

    use super::*;

    /// Whether a value fits a schema, with the words that our schemas use and no other.
    fn fits(root: &Json, schema: &Json, value: &Json) -> bool {
        let words = schema.as_object().expect("a schema is an object");
        words.iter().all(|(word, says)| match word.as_str() {
            "$schema" | "title" | "description" | "$defs" | "format" => true,
            "$ref" => {
                let pointer = says.as_str().and_then(|text| text.strip_prefix('#'));
                let part = root.pointer(pointer.expect("a place in the schema"));
                fits(root, part.expect("a part of the schema"), value)
            }
            "const" => value == says,
            "enum" => says.as_array().expect("a list").contains(value),
            "anyOf" => {
                let mut any = says.as_array().expect("a list").iter();
                any.any(|schema| fits(root, schema, value))
            }
            "not" => !fits(root, says, value),
            "type" => match says.as_str().expect("a word") {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                "integer" => value.is_u64(),
                "number" => value.is_number(),
                other => panic!("the walker does not know the type {other}"),
            },
            "minimum" => value.as_f64().is_none_or(|n| Some(n) >= says.as_f64()),
            "maximum" => value.as_f64().is_none_or(|n| Some(n) <= says.as_f64()),
            "minLength" => {
                let least = says.as_u64().expect("a number");
                let length = value.as_str().map(|text| text.chars().count() as u64);
                length.is_none_or(|length| length >= least)
            }
            "pattern" => value.as_str().is_none_or(|text| match says.as_str() {
                Some("^[A-Z]{3}$") => {
                    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
                }
                Some("^https?://") => text.starts_with("https://") || text.starts_with("http://"),
                Some("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$") => {
                    let shape: String = text
                        .chars()
                        .map(|c| if c.is_ascii_digit() { '0' } else { c })
                        .collect();
                    ["0000", "0000-00", "0000-00-00"].contains(&shape.as_str())
                }
                other => panic!("the walker does not know the pattern {other:?}"),
            }),
            "required" => {
                let mut names = says.as_array().expect("a list").iter();
                names.all(|name| value.get(name.as_str().expect("a name")).is_some())
            }
            "properties" => value.as_object().is_none_or(|members| {
                let mut members = members.iter();
                members
                    .all(|(name, value)| says.get(name).is_none_or(|part| fits(root, part, value)))
            }),
            "additionalProperties" => {
                assert_eq!(says, &Json::Bool(false));
                let known = &schema["properties"];
                let mut names = value
                    .as_object()
                    .into_iter()
                    .flat_map(|members| members.keys());
                names.all(|name| known.get(name).is_some())
            }
            "items" => {
                let mut items = value.as_array().into_iter().flatten();
                items.all(|item| fits(root, says, item))
            }
            other => panic!("the walker does not know the word {other}"),
        })
    }

    fn schema() -> Json {
        serde_json::from_str(&prices().expect("a schema")).expect("JSON")
    }

    #[test]
    fn the_built_in_books_fit_their_schema() {
        let (schema, folder) = (
            schema(),
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../prices"),
        );
        let mut books = 0;
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).expect("a text");
            let book: Json = serde_json::from_str(&text).expect("JSON");
            assert!(fits(&schema, &schema, &book), "{}", path.display());
            // Part by part, so that a member that is wrong is found at its place.
            for rate in book["rates"].as_array().expect("rates") {
                assert!(fits(&schema, &schema["$defs"]["rate"], rate), "{rate}");
            }
            books += 1;
        }
        assert_eq!(books, vaultplan::cost::books::BUILT_IN.len());
    }

    /// What the schema refuses the reader refuses, and what it lets pass here the reader reads.
    #[test]
    fn schema_and_reader_agree() {
        let schema = schema();
        for (rate, good) in [
            (r#"{"item": "file-client"}"#, true),
            (
                r#"{"item": "file-client", "price": 5.383511, "unit": "client-month"}"#,
                true,
            ),
            (
                r#"{"item": "snapshot-storage", "price": 1, "regions": ["cn-nowhere"]}"#,
                true,
            ),
            (
                r#"{"item": "vault-storage", "tiers": [{"from": 0, "price": 2}, {"from": 50.5}]}"#,
                true,
            ),
            (
                r#"{"item": "mirror-storage", "sameAs": "vault-storage", "confidence": "inferred"}"#,
                true,
            ),
            (
                r#"{"item": "file-client", "source": {"date": "2026-11", "address": "https://example.com"}}"#,
                true,
            ),
            (r#"{}"#, false),
            (r#"{"item": "gold"}"#, false),
            (r#"{"item": "file-client", "price": -1}"#, false),
            (r#"{"item": "file-client", "price": 1000000000001}"#, false),
            (r#"{"item": "file-client", "price": "1"}"#, false),
            (r#"{"item": "file-client", "prize": 1}"#, false),
            (r#"{"item": "file-client", "unit": "dozen"}"#, false),
            (r#"{"item": "file-client", "currency": "usd"}"#, false),
            (r#"{"item": "file-client", "freeDays": 1.5}"#, false),
            (r#"{"item": "file-client", "confidence": "rumour"}"#, false),
            (
                r#"{"item": "vault-storage", "price": 1, "tiers": [{"from": 0}]}"#,
                false,
            ),
            (
                r#"{"item": "vault-storage", "tiers": [{"price": 2}]}"#,
                false,
            ),
            (
                r#"{"item": "file-client", "source": {"date": "soon"}}"#,
                false,
            ),
            (
                r#"{"item": "file-client", "source": {"address": "javascript:alert(1)"}}"#,
                false,
            ),
            (
                r#"{"item": "file-client", "regions": "cn-hangzhou"}"#,
                false,
            ),
        ] {
            let text = format!(
                r#"{{"format": "vaultplan-prices/1", "id": "own", "name": "Own", "currency": "USD", "version": "2026", "rates": [{rate}]}}"#
            );
            let book: Json = serde_json::from_str(&text).expect("JSON");
            assert_eq!(fits(&schema, &schema, &book), good, "{text}");
            assert_eq!(vaultplan::model::read_book(&text).is_ok(), good, "{text}");
        }
    }
}
