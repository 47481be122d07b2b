//! The document's reader and writer: every problem has its place, nothing is lost, no input panics.

use proptest::prelude::*;
use vaultplan::catalog::limits;
use vaultplan::lang::Lang;
use vaultplan::model::declare::{Record, Shape, Silence};
use vaultplan::model::problem::ProblemKind;
use vaultplan::model::{self, Problem, Topology};

fn problems(text: &str) -> Vec<Problem> {
    model::read_text(text).expect_err("the text does not read")
}

/// Pointer, line, column, kind and English message of the only problem.
fn one(text: &str) -> (String, usize, usize, &'static str, String) {
    let problems = problems(text);
    assert_eq!(problems.len(), 1, "{problems:?}");
    let problem = &problems[0];
    let place = problem.position.expect("a place");
    (
        problem.pointer.clone(),
        place.line,
        place.column,
        problem.kind.slug(),
        problem.message(Lang::En),
    )
}

#[test]
fn a_misspelt_field_is_named_with_its_place_and_the_word_meant() {
    let text = "{\n  \"format\": \"vaultplan/1\",\n  \"vaults\": [{\"id\": \"v\", \"regoin\": \"cn-hangzhou\"}]\n}";
    let (pointer, line, column, kind, message) = one(text);
    assert_eq!(
        (pointer.as_str(), line, column, kind),
        ("/vaults/0/regoin", 3, 26, "unknown-field")
    );
    assert_eq!(
        message,
        "there is no field `regoin`; did you mean `region`?"
    );
}

#[test]
fn columns_are_right_behind_chinese_text_and_emoji() {
    let text = "{\"format\": \"vaultplan/1\", \"name\": \"杭州😀\", \"editoin\": \"hbr-2019\"}";
    let (_, line, column, ..) = one(text);
    let before = text.split("\"editoin\"").next().unwrap();
    assert_eq!((line, column), (1, before.encode_utf16().count() + 1));
}

#[test]
fn every_problem_is_told_not_only_the_first() {
    let text = r#"{"format": "vaultplan/2", "edition": "mirror-valt",
        "vaults": [{"id": "", "name": 7, "locked": "yes", "storedGB": 1.5, "createdAt": "yesterday"}, {"name": "x"}],
        "mirrors": {}, "changes": [{"do": "drop", "object": "v"}]}"#;
    let found: Vec<_> = problems(text)
        .iter()
        .map(|p| (p.pointer.clone(), p.kind.slug()))
        .collect();
    let expected = [
        ("/format", "wrong-format"),
        ("/edition", "wrong-value"),
        ("/vaults/0/id", "wrong-value"),
        ("/vaults/0/name", "wrong-kind"),
        ("/vaults/0/locked", "wrong-kind"),
        ("/vaults/0/storedGB", "wrong-value"),
        ("/vaults/0/createdAt", "wrong-value"),
        ("/vaults/1", "missing-field"),
        ("/mirrors", "wrong-kind"),
        ("/changes/0/do", "wrong-value"),
    ];
    assert_eq!(found, expected.map(|(p, k)| (p.to_owned(), k)));
    let edition = &problems(text)[1];
    assert_eq!(edition.suggestion, Some("mirror-vault"));
    for problem in problems(text) {
        assert!(problem.position.is_some_and(|place| place.line >= 1));
        assert!(!problem.message(Lang::Zh).contains("expected"));
    }
}

#[test]
fn a_field_that_stands_twice_is_an_error() {
    let (pointer, _, column, kind, _) =
        one(r#"{"format": "vaultplan/1", "name": "a", "name": "b"}"#);
    assert_eq!(
        (pointer.as_str(), column, kind),
        ("/name", 40, "duplicate-field")
    );
}

#[test]
fn a_newer_document_says_from_which_release_a_field_is_known() {
    let text = r#"{"format": "vaultplan/1", "release": "0.9", "zones": []}"#;
    assert_eq!(
        one(text).4,
        "there is no field `zones`; expected Vaultplan 0.9"
    );
}

#[test]
fn a_document_of_another_kind_is_refused_by_its_format() {
    assert_eq!(one("{}").3, "missing-field");
    assert_eq!(one("[]").3, "wrong-kind");
    assert_eq!(one("").3, "not-json");
    assert_eq!(one("\u{feff}").3, "not-json");
    assert!(
        model::read_text("\u{feff}{\"format\": \"vaultplan/1\"}").is_ok(),
        "a byte order mark is no fault"
    );
    assert!(
        model::read_text("{\"format\":\r\n\t\"vaultplan\\/1\"}").is_ok(),
        "an escaped mark is the same mark"
    );
}

#[test]
fn limits_are_told_before_work_is_done() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(one(&deep).3, "too-deep");
    let many = format!(
        "{{\"format\": \"vaultplan/1\", \"vaults\": [{}{{}}]}}",
        "{},".repeat(limits::OBJECTS)
    );
    assert_eq!(one(&many).3, "too-many");
    let long = format!(
        "{{\"format\": \"vaultplan/1\", \"name\": \"{}\"}}",
        "x".repeat(limits::STRING_BYTES + 1)
    );
    assert_eq!(one(&long).0, "/name");
    let huge = vec![b' '; limits::TEXT_BYTES + 1];
    assert_eq!(
        model::read(&huge).unwrap_err()[0].kind,
        ProblemKind::TooLong
    );
    // Braces inside texts are no objects.
    let braces = format!(
        "{{\"format\": \"vaultplan/1\", \"note\": \"{}\"}}",
        "{".repeat(60_000)
    );
    let notes: Vec<_> = (0..10)
        .map(|i| format!("{{\"id\": \"{i}\", \"note\": \"{}\"}}", "{".repeat(60_000)))
        .collect();
    let text = format!(
        "{{\"format\": \"vaultplan/1\", \"vaults\": [{}]}}",
        notes.join(",")
    );
    assert!(model::read_text(&braces).is_ok() && model::read_text(&text).is_ok());
}

#[test]
fn bytes_that_are_not_utf8_are_told_with_their_place() {
    let problem = &model::read(b"{\"name\":\n \"\xff\"}").unwrap_err()[0];
    assert_eq!(problem.kind, ProblemKind::NotUtf8);
    assert_eq!(problem.position.map(|p| (p.line, p.column)), Some((2, 3)));
    assert_eq!(problem.found.as_deref(), Some("byte 0xFF"));
}

#[test]
fn vendor_words_are_open_and_written_back_unchanged() {
    let text = r#"{"format": "vaultplan/1", "vaults": [{"id": "v", "region": "cn-nowhere", "type": "QUANTUM",
        "status": "ON_FIRE", "encryption": "ROT13", "redundancy": "GRS"}]}"#;
    let plan = model::read_text(text).expect("open words read");
    let again = model::write(&plan);
    for word in ["cn-nowhere", "QUANTUM", "ON_FIRE", "ROT13", "GRS"] {
        assert!(again.contains(&format!("\"{word}\"")), "{word}");
    }
}

#[test]
fn writing_is_canonical() {
    let text = r#"{"vaults":[{"region":"cn-hangzhou","id":"v","note":null,"unknown":[]}],"format":"vaultplan/1","mirrors":[]}"#;
    let plan = model::read_text(text).unwrap();
    let written = model::write(&plan);
    assert_eq!(
        written,
        "{\n  \"format\": \"vaultplan/1\",\n  \"vaults\": [\n    {\n      \"id\": \"v\",\n      \"region\": \"cn-hangzhou\"\n    }\n  ]\n}\n"
    );
    assert_eq!(model::read_text(&written).unwrap(), plan);
}

/// A value for a field, as JSON, so that every field of every record is written and read once.
fn sample(shape: &Shape) -> serde_json::Value {
    match shape {
        Shape::Format(mark) => (*mark).into(),
        Shape::Text | Shape::Id => "text \"with\" 引号 \\ and 😀".into(),
        Shape::Moment => "2026-11-21T08:00:00+08:00".into(),
        Shape::Flag => true.into(),
        Shape::Whole(_, most) => (*most).into(),
        Shape::Decimal(_, most) => (*most as f64 - 0.25).into(),
        Shape::Closed(words) => (*words.last().unwrap()).into(),
        Shape::Open(_) => "word-of-a-vendor".into(),
        Shape::List(item) => vec![sample(item), sample(item)].into(),
        Shape::Record(record) => full(record),
    }
}

pub(crate) fn full(record: &Record) -> serde_json::Value {
    let fields = record
        .fields
        .iter()
        .map(|f| (f.name.to_owned(), sample(&f.shape)));
    serde_json::Value::Object(fields.collect())
}

#[test]
fn every_declared_field_is_read_and_written_back() {
    let value = full(&Topology::RECORD);
    let text = value.to_string();
    let plan = model::read_text(&text).unwrap_or_else(|p| panic!("{:?}", p.first()));
    let written: serde_json::Value = serde_json::from_str(&model::write(&plan)).unwrap();
    assert_eq!(written, value);
    assert_eq!(model::read_text(&model::write(&plan)).unwrap(), plan);
    assert_eq!(plan.clone().into_owned(), plan);
}

/// Every field of the document with what its silence means, one line each. A change here changes verdicts.
#[test]
fn what_silence_means_is_held() {
    fn lines(record: &Record, out: &mut Vec<String>, seen: &mut Vec<&'static str>) {
        if seen.contains(&record.name) {
            return;
        }
        seen.push(record.name);
        for field in record.fields {
            let silence = match field.silence {
                Silence::Required => "required".to_owned(),
                Silence::Needed => "needed".to_owned(),
                Silence::NotUsed => "not used".to_owned(),
                Silence::Default(value) => format!("default {value}"),
            };
            out.push(format!("{}.{}: {silence}", record.name, field.name));
        }
        for field in record.fields {
            match field.shape {
                Shape::Record(inner) => lines(inner, out, seen),
                Shape::List(Shape::Record(inner)) => lines(inner, out, seen),
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    lines(&Topology::RECORD, &mut out, &mut Vec::new());
    let found = out.join("\n") + "\n";
    super::golden("silence.txt", &found);
    // What is measured against holds every field as well; serde's own writing of a name is what it looks for.
    let peer = include_str!("../../benches/owned.rs");
    for line in &out {
        let field = line
            .split(": ")
            .next()
            .and_then(|name| name.split('.').nth(1));
        let field = field.expect("a field");
        assert!(
            peer.contains(&format!("rename = \"{field}\"")),
            "benches/owned.rs lacks {line}"
        );
    }
    // "Every object has a note, and the document has `$schema`."
    for record in [
        "vault", "mirror", "client", "source", "policy", "restore", "change", "topology",
    ] {
        assert!(
            found.contains(&format!("{record}.note: not used")),
            "{record}"
        );
    }
    assert!(found.contains("topology.$schema: not used"));
}

#[test]
fn a_patch_that_does_not_fit_changes_nothing() {
    use vaultplan::text::patch::Op;
    let mut plan = model::read_text(r#"{"format": "vaultplan/1", "vaults": [{"id": "v"}]}"#)
        .unwrap()
        .into_owned();
    let before = plan.clone();
    for bad in [
        vec![
            Op::set("/vaults/0/region", "cn-hangzhou"),
            Op::set("/vaults/0/nothing", "x"),
        ],
        vec![
            Op::set("/vaults/-", serde_json::json!({"id": "w"})),
            Op::set("/vaults/9/name", "x"),
        ],
        vec![Op::remove("/vaults/0"), Op::set("/name", 7)],
        vec![Op::set("/vaults/0/createdAt", "yesterday")],
        vec![Op::set("/vaults/0/id", "")],
        vec![Op::remove("/vaults/0/region")],
        vec![Op::remove("vaults")],
    ] {
        assert!(model::apply(&mut plan, &bad).is_err(), "{bad:?}");
        assert_eq!(plan, before, "{bad:?}");
    }
}

#[test]
fn an_inverse_takes_an_edit_back() {
    use vaultplan::text::patch::Op;
    let value = full(&Topology::RECORD);
    let mut plan = model::read_text(&value.to_string()).unwrap().into_owned();
    let before = plan.clone();
    for edit in [
        vec![
            Op::set("/vaults/0/region", "cn-beijing"),
            Op::remove("/vaults/0/trial"),
            Op::set("/vaults/0/trial", serde_json::json!({"source": "OSS"})),
        ],
        vec![
            Op::set("/mirrors/-", serde_json::json!({"id": "m9", "source": "v"})),
            Op::set("/mirrors/2/region", "cn-beijing"),
        ],
        vec![
            Op::remove("/vaults/1"),
            Op::remove("/vaults/0"),
            Op::remove("/mirrors"),
        ],
        vec![
            Op::set("/edition", "hbr-2019"),
            Op::remove("/name"),
            Op::set("/policies/1/rules/0/vault", "v"),
        ],
        vec![
            Op::set("/restores/0/to/registeredWith/-", "m1"),
            Op::remove("/restores/0/to"),
        ],
        vec![
            Op::remove("/replicationRegions"),
            Op::set("/replicationRegions", serde_json::json!(["cn-hangzhou"])),
        ],
        vec![
            Op::set("/vaults/0/locked", false),
            Op::set("/vaults/0/storedGB", 12),
            Op::set("/vaults", serde_json::json!([])),
        ],
    ] {
        let inverse = model::apply(&mut plan, &edit).unwrap_or_else(|e| panic!("{e:?} {edit:?}"));
        assert_ne!(plan, before);
        model::apply(&mut plan, &inverse).expect("an inverse applies");
        assert_eq!(plan, before, "{edit:?}");
    }
}

/// JSON texts that are near to documents: right ones with bytes changed, cut or doubled.
fn near_documents() -> impl Strategy<Value = String> {
    let base = full(&Topology::RECORD).to_string();
    let length = base.chars().count();
    (proptest::collection::vec((0..length, any::<char>(), 0..4_u8), 0..4)).prop_map(move |edits| {
        let mut chars: Vec<char> = base.chars().collect();
        for (at, c, how) in edits {
            let at = at.min(chars.len().saturating_sub(1));
            match how {
                0 if at < chars.len() => chars[at] = c,
                0..=1 => chars.insert(at, c),
                2 if at < chars.len() => {
                    chars.remove(at);
                }
                _ => chars.truncate(at.max(1)),
            }
        }
        chars.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_does_not_read_is_explained_with_a_place(text in near_documents()) {
        if let Err(problems) = model::read_text(&text) {
            prop_assert!(!problems.is_empty() && problems.len() <= limits::PROBLEMS);
            for problem in &problems {
                prop_assert_ne!(problem.kind, ProblemKind::Unexplained, "{}", &text);
                prop_assert!(problem.position.is_some());
                for lang in Lang::ALL {
                    let message = problem.message(lang);
                    prop_assert!(!message.is_empty() && !message.contains("{found}"), "{}", message);
                }
            }
        } else {
            let plan = model::read_text(&text).unwrap();
            let written = model::write(&plan);
            prop_assert_eq!(&model::read_text(&written).unwrap(), &plan);
        }
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = model::read(&bytes);
    }

    #[test]
    fn no_json_panics(text in "[\\[\\]{}\",:0-9a-z\\\\ \n-]{0,200}") {
        let _ = model::read_text(&text);
    }
}
