//! The document's own reader against `serde_json`: what one calls broken JSON the other never reads, what is read is
//! what stands there, and what is refused is explained with a place.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::Value;
use vaultplan::model::problem::ProblemKind;
use vaultplan::model::{self, Topology};

use super::reading::full;

/// A value without what the document may leave out: members that are null or an empty list.
fn stated(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(stated).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, stated(value)))
            .filter(|(_, value)| !value.is_null() && *value != Value::Array(Vec::new()))
            .collect(),
        Value::Number(number) => worth(&number),
        plain => plain,
    }
}

/// A number by what it is worth: `1.50` is `1.5`, and `2.0` is 2. The peer keeps about sixteen digits of it.
fn worth(number: &serde_json::Number) -> Value {
    match number.as_u64() {
        Some(whole) => format!("{whole}").into(),
        None => {
            let float = number.as_f64().expect("a number");
            let whole = float.fract() == 0.0 && (0.0..1e15).contains(&float);
            if whole {
                format!("{float:.0}").into()
            } else {
                format!("{float:.13e}").into()
            }
        }
    }
}

/// Reads bytes both ways and holds one against the other. Gives whether they are a document.
fn compare(bytes: &[u8]) -> bool {
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let peer = serde_json::from_slice::<Value>(body);
    let shown = || String::from_utf8_lossy(bytes);
    match model::read(bytes) {
        Ok(plan) => {
            let peer = peer.unwrap_or_else(|error| panic!("{error}: {}", shown()));
            let written = model::write(&plan);
            let again: Value = serde_json::from_str(&written).expect("JSON");
            assert_eq!(stated(again), stated(peer), "{}", shown());
            assert_eq!(model::read_text(&written).as_ref(), Ok(&plan));
            true
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "{}", shown());
            for problem in problems {
                assert_ne!(problem.kind, ProblemKind::Unexplained, "{}", shown());
                assert!(problem.position.is_some(), "{}", shown());
            }
            false
        }
    }
}

/// A value as JSON in which every character of every name and text is escaped.
fn escaped(value: &Value) -> String {
    let text = |text: &str| -> String {
        let units: String = text
            .encode_utf16()
            .map(|unit| format!("\\u{unit:04x}"))
            .collect();
        format!("\"{units}\"")
    };
    match value {
        Value::String(inner) => text(inner),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(escaped).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(members) => {
            let members: Vec<_> = members
                .iter()
                .map(|(name, value)| format!("{}:{}", text(name), escaped(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        plain => plain.to_string(),
    }
}

fn json_files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            json_files(&path, out);
        } else if path.extension().is_some_and(|end| end == "json") {
            out.push(path);
        }
    }
}

#[test]
fn every_example_reads_as_serde_json_reads_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["tests", "examples"] {
        json_files(&root.join(folder), &mut files);
    }
    let texts = files.iter().map(|file| fs::read(file).expect("a file"));
    let documents = texts.filter(|bytes| compare(bytes)).count();
    assert!(documents > 100, "{documents} documents");
}

#[test]
fn one_value_in_three_spellings_is_one_plan() {
    let value = full(&Topology::RECORD);
    let plan = model::read_text(&value.to_string())
        .expect("compact")
        .into_owned();
    let pretty = serde_json::to_string_pretty(&value).expect("JSON");
    assert_eq!(model::read_text(&pretty).as_ref(), Ok(&plan));
    let escaped = escaped(&value);
    assert_eq!(model::read_text(&escaped).as_ref(), Ok(&plan));
    assert_eq!(
        model::read_text(&format!(" \t\r\n{escaped}\n ")).as_ref(),
        Ok(&plan)
    );
}

/// One value in the place of `?` of a document, and whether it reads there.
#[test]
fn values_are_read_as_before() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        (
            r#"{"format": "vaultplan/1", "vaults": [{"id": "v", "storedGB": ?}]}"#,
            &["0", "1", "1000000000", "null", " 7\n"],
            &[
                "-0",
                "-1",
                "1.0",
                "1e3",
                "1E0",
                "01",
                "00",
                "1.",
                "+1",
                "1000000001",
                "\"1\"",
                "18446744073709551615",
                "18446744073709551616",
                "99999999999999999999999",
                "1e999",
                "true",
                "[]",
                "{}",
                "",
            ],
        ),
        (
            r#"{"format": "vaultplan/1", "estimate": {"offPeakPercent": ?}}"#,
            &[
                "0",
                "0.0",
                "12.5",
                "100",
                "99.999999999999",
                "0.000000000001",
                "1e2",
                "2.5E-3",
                "100.00000000000000",
                "null",
                " 7.25\n",
            ],
            &[
                "-0",
                "-0.5",
                "100.000000000001",
                "0.0000000000001",
                "1e-13",
                "1e3",
                "1e999",
                "01.5",
                "1.",
                ".5",
                "+1.5",
                "1,5",
                "\"1.5\"",
                "1.5.5",
                "true",
                "[1.5]",
                "",
            ],
        ),
        (
            r#"{"format": "vaultplan/1", "estimate": {"months": ?}}"#,
            &["1", "36", "null"],
            &["0", "37", "1.5", "-1", "\"12\"", "1e1"],
        ),
        (
            r#"{"format": "vaultplan/1", "vaults": [{"id": "v", "reductionRatio": {"expected": ?}}]}"#,
            &["1", "30", "1.000000000001", "29.999999999999"],
            &["0", "0.999999999999", "30.000000000001", "31", "null", ""],
        ),
        (
            r#"{"format": "vaultplan/1", "vaults": [{"id": ?}]}"#,
            &[
                "\"v\"",
                "\"\\u0000\"",
                "\"\\ud83d\\ude00\"",
                "\"\\/\\b\\f\\n\\r\\t\\\"\\\\\"",
                "\"\u{7f}é名😀\"",
            ],
            &[
                "\"\"",
                "null",
                "1",
                "\"\n\"",
                "\"\t\"",
                "\"\u{0}\"",
                "\"\\u00\"",
                "\"\\x\"",
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800\\ud800\"",
                "\"\\ud800x\"",
                "\"\\ud800\\n\"",
                "\"\\U0041\"",
                "'v'",
                "v",
                "\"v",
            ],
        ),
        (
            r#"{"format": "vaultplan/1", "vaults": [{"id": "v", "locked": ?}]}"#,
            &["true", "false", "null"],
            &[
                "True", "tru", "truee", "nul", "nulll", "0", "\"true\"", "[true]",
            ],
        ),
        (
            r#"{"format": "vaultplan/1", "edition": ?}"#,
            &["\"hbr-2019\"", "null", "\"\\u0068br-2019\""],
            &[
                "\"hbr-2020\"",
                "\"\"",
                "{\"hbr-2019\": null}",
                "[\"hbr-2019\"]",
                "0",
            ],
        ),
        (
            r#"{"format": "vaultplan/1", "vaults": ?}"#,
            &[
                "[]",
                "[ ]",
                "[{\"id\":\"v\"}]",
                "[ {\"id\" : \"v\"} , {\"id\":\"w\"} ]",
            ],
            &[
                "null",
                "{}",
                "[null]",
                "[[]]",
                "[[\"v\"]]",
                "[{}]",
                "[{\"id\":\"v\"},]",
                "[,]",
                "[{\"id\":\"v\"} {\"id\":\"w\"}]",
                "[{\"id\":\"v\",}]",
                "[{,}]",
                "[{\"id\":\"v\" \"name\":\"n\"}]",
                "[{\"id\" \"v\"}]",
                "[{\"id\":\"v\",\"id\":\"v\"}]",
                "[{\"id\":\"v\",\"\\u0069d\":\"v\"}]",
                "[{\"id\":\"v\",\"name\":null,\"name\":\"n\"}]",
                "[{id:\"v\"}]",
                "[{\"id\":\"v\"]",
                "[{\"id\":\"v\"}",
                "[{\"id\":\"v\"}]]",
                "[{\"id\":\"v\"}]}",
                "[{\"ID\":\"v\"}]",
                "[{\"id\\u0000\":\"v\"}]",
                "[/**/]",
            ],
        ),
        (
            r#"{"format": "vaultplan/1", "replicationRegions": ?}"#,
            &["null", "[]", "[\"cn-hangzhou\"]"],
            &["[null]", "\"cn-hangzhou\"", "[1]"],
        ),
    ];
    for (document, good, bad) in cases {
        for value in *good {
            assert!(compare(document.replace('?', value).as_bytes()), "{value}");
        }
        for value in *bad {
            assert!(!compare(document.replace('?', value).as_bytes()), "{value}");
        }
    }
    for whole in [
        " ",
        "\u{feff}\u{feff}{\"format\": \"vaultplan/1\"}",
        "{\"format\": \"vaultplan/1\"} x",
        "null",
    ] {
        assert!(!compare(whole.as_bytes()), "{whole}");
    }
}

/// What makes JSON go wrong, or look as if it did.
const SNIPPETS: [&[u8]; 38] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b",",
    b":",
    b"\\",
    b" ",
    b"\t",
    b"\n",
    b"\0",
    b"\x1f",
    b"\x7f",
    b"\xff",
    b"\xe5\x90\x8d",
    b"null",
    b"true",
    b"1.0",
    b"0.03187",
    b"1e-13",
    b"-0",
    b"1e3",
    b"01",
    b"\\u0041",
    b"\\ud800",
    b"\\ud83d\\ude00",
    b"{}",
    b"[]",
    b"\"\"",
    b"\"id\":\"x\",",
    b",\"note\":null",
    b"[[[[",
    b"//",
    b"9999999999999999999999",
    b"\"name\":",
    b"\xef\xbb\xbf",
    b"'",
];

/// Documents, each in three spellings, with bytes changed, taken out, doubled, cut or put in.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let small = serde_json::json!({
        "format": "vaultplan/1",
        "vaults": [{"id": "v", "name": "n\u{1}", "locked": true, "storedGB": 10, "trial": {"source": "OSS"}, "reductionRatio": {"expected": 2.5}}],
        "mirrors": [{"id": "m", "source": "v", "createdAt": "2026-11-21T08:00:00Z", "enabledBy": "policy"}],
        "policies": [{"id": "p", "sources": ["s"], "rules": [{"type": "BACKUP"}]}],
    });
    let mut bases = Vec::new();
    for value in [small, full(&Topology::RECORD)] {
        bases.push(value.to_string());
        bases.push(serde_json::to_string_pretty(&value).expect("JSON"));
        bases.push(escaped(&value));
    }
    let edit = (
        any::<proptest::sample::Index>(),
        0..6_u8,
        any::<u8>(),
        0..SNIPPETS.len(),
    );
    (0..bases.len(), proptest::collection::vec(edit, 1..4)).prop_map(move |(base, edits)| {
        let mut bytes = bases[base].clone().into_bytes();
        for (at, how, byte, snippet) in edits {
            // An edit before may have taken the last byte.
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            let snippet = SNIPPETS[snippet];
            match how {
                0 => bytes[at] = byte,
                1 => drop(bytes.remove(at)),
                2 => bytes.truncate(at.max(1)),
                3 => drop(bytes.splice(at..at, bytes[at..].to_vec())),
                4 => drop(bytes.splice(at..at, snippet.iter().copied())),
                _ => {
                    let end = (at + snippet.len()).min(bytes.len());
                    drop(bytes.splice(at..end, snippet.iter().copied()));
                }
            }
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn mutated_documents_are_read_as_serde_json_reads_them_or_explained(bytes in mutated()) {
        compare(&bytes);
    }
}
