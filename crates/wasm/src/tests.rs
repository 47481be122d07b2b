//! The functions as JavaScript calls them, in a browser: any value may come, and none may throw.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests; clippy knows them by `#[test]` alone"
)]

use js_sys::{Array, ArrayBuffer, Date, JSON, Object, Reflect, Uint8Array};
use vaultplan::rules::DOCS;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::js::{
    apply_patch, eligible_vaults, encryption_match, explain, format_version, mirror_regions,
    position, rules, validate,
};

wasm_bindgen_test_configure!(run_in_browser);

const PAIR: &str = r#"{"format": "vaultplan/1",
  "vaults": [{"id": "v", "name": "库", "region": "cn-hangzhou"}],
  "mirrors": [{"id": "m", "source": "v", "region": "cn-hangzhou"}]}"#;

/// A member by its path, as text (`true`, `3` and texts alike).
fn get(value: &JsValue, path: &str) -> String {
    let mut value = value.clone();
    for name in path.split('.') {
        value = Reflect::get(&value, &name.into()).unwrap();
    }
    match value.as_string() {
        Some(text) => text,
        None => JSON::stringify(&value)
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_else(|| "undefined".to_owned()),
    }
}

fn judged(document: impl Into<JsValue>, options: &JsValue) -> JsValue {
    let document: JsValue = document.into();
    let options = (!options.is_undefined()).then(|| options.clone().unchecked_into());
    validate(document.unchecked_ref(), options).into()
}

fn options(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        Reflect::set(&object, &(*name).into(), value).unwrap();
    }
    object.into()
}

#[wasm_bindgen_test]
fn text_bytes_and_buffers_give_the_same_report() {
    let bytes = Uint8Array::from(PAIR.as_bytes());
    let buffer: ArrayBuffer = bytes.buffer();
    let by_text = judged(PAIR, &JsValue::UNDEFINED);
    assert_eq!(get(&by_text, "ok"), "true");
    assert_eq!(get(&by_text, "report.verdict"), "fail");
    assert_eq!(
        get(&by_text, "report.findings.0.rule"),
        "mirror-same-region"
    );
    for other in [JsValue::from(bytes), buffer.into()] {
        let answer = judged(other, &JsValue::UNDEFINED);
        assert_eq!(get(&answer, "report"), get(&by_text, "report"));
    }
}

#[wasm_bindgen_test]
fn answers_are_plain_objects_with_null_for_what_is_absent() {
    let answer = judged(PAIR, &JsValue::UNDEFINED);
    assert_eq!(get(&answer, "report.now"), "null");
    assert_eq!(get(&answer, "report.import"), "null");
    assert_eq!(get(&answer, "report.counts.mirror-same-region.failed"), "1");
    let counts = Reflect::get(
        &Reflect::get(&answer, &"report".into()).unwrap(),
        &"counts".into(),
    );
    assert!(!counts.unwrap().is_instance_of::<js_sys::Map>());
}

#[wasm_bindgen_test]
fn every_option_is_heard() {
    let zh = judged(PAIR, &options(&[("lang", "zh-CN".into())]));
    assert!(get(&zh, "report.findings.0.message").starts_with("镜像库"));
    let old = judged(PAIR, &options(&[("edition", "hbr-2019".into())]));
    assert_eq!(get(&old, "report.edition"), "hbr-2019");
    let text = judged(
        PAIR,
        &options(&[("now", "2026-11-21T16:00:00+08:00".into())]),
    );
    assert_eq!(get(&text, "report.now"), "2026-11-21T08:00:00Z");
    let date = Date::new(&"2026-11-21T08:00:00.250Z".into());
    let date = judged(PAIR, &options(&[("now", date.into())]));
    assert_eq!(get(&date, "report.now"), "2026-11-21T08:00:00Z");
    let none = options(&[("now", JsValue::NULL), ("lang", JsValue::UNDEFINED)]);
    assert_eq!(get(&judged(PAIR, &none), "ok"), "true");
}

#[wasm_bindgen_test]
fn wrong_options_are_problems_with_suggestions() {
    let answer = judged(
        PAIR,
        &options(&[("edition", "mirror-valt".into()), ("lang", "zh".into())]),
    );
    assert_eq!(get(&answer, "ok"), "false");
    assert_eq!(get(&answer, "problems.0.kind"), "wrong-option");
    assert_eq!(get(&answer, "problems.0.pointer"), "/edition");
    assert_eq!(get(&answer, "problems.0.suggestion"), "mirror-vault");
    assert!(get(&answer, "problems.0.message").contains("选项"));
    let invalid: JsValue = Date::new(&"no date".into()).into();
    for (name, value) in [
        ("edition", JsValue::from(7)),
        ("lang", "fr".into()),
        ("lang", JsValue::from(true)),
        ("now", "yesterday".into()),
        ("now", JsValue::from(1)),
        ("now", invalid),
    ] {
        let answer = judged(PAIR, &options(&[(name, value)]));
        assert_eq!(get(&answer, "problems.0.pointer"), format!("/{name}"));
    }
    assert_eq!(
        get(&judged(PAIR, &"en".into()), "problems.0.kind"),
        "wrong-option"
    );
}

#[wasm_bindgen_test]
fn a_text_that_does_not_read_has_problems_with_places() {
    let answer = judged(
        "{\n  \"format\": \"vaultplan/1\",\n  \"valts\": []\n}",
        &JsValue::UNDEFINED,
    );
    assert_eq!(get(&answer, "ok"), "false");
    assert_eq!(get(&answer, "problems.0.kind"), "unknown-field");
    assert_eq!(get(&answer, "problems.0.line"), "3");
    assert_eq!(get(&answer, "problems.0.suggestion"), "vaults");
}

/// Values that nobody should pass.
fn strange() -> Vec<JsValue> {
    let throwing = js_sys::Function::new_no_args(
        "return new Proxy({}, { get() { throw new Error('get') }, ownKeys() { throw new Error('keys') } })",
    );
    let cyclic = js_sys::Function::new_no_args("const a = []; a.push(a); return a");
    let mut all = vec![
        JsValue::UNDEFINED,
        JsValue::NULL,
        JsValue::TRUE,
        JsValue::from(f64::NAN),
        JsValue::from(-1),
        JsValue::bigint_from_str("9007199254740993"),
        js_sys::Symbol::for_("x").into(),
        Array::new().into(),
        Object::new().into(),
        js_sys::Float64Array::new_with_length(3).into(),
        Uint8Array::from([0xff, 0xfe, 0x00].as_slice()).into(),
        ArrayBuffer::new(0).into(),
        "\u{0}".into(),
        "".into(),
        js_sys::Function::new_no_args("").into(),
    ];
    // A text with half a surrogate pair, which is no Unicode text.
    all.push(JSON::parse("\"\\ud800\"").unwrap());
    for make in [throwing, cyclic] {
        all.push(make.call0(&JsValue::NULL).unwrap());
    }
    all
}

#[wasm_bindgen_test]
fn nothing_that_is_passed_makes_anything_throw() {
    let all = strange();
    for one in &all {
        let answer = judged(one.clone(), &JsValue::UNDEFINED);
        assert_eq!(get(&answer, "ok"), "false");
        assert!(!get(&answer, "problems.0.message").is_empty());
        for other in &all {
            let lang = || Some(other.clone().unchecked_into());
            let _ = judged(one.clone(), other);
            let _ = judged(
                PAIR,
                &options(&[("now", one.clone()), ("edition", other.clone())]),
            );
            let _ = explain(one.unchecked_ref(), lang());
            let _ = position(one.unchecked_ref(), other.unchecked_ref());
            let options = || Some(other.clone().unchecked_into());
            let _ = eligible_vaults(one.unchecked_ref(), options());
            let _ = encryption_match(one.unchecked_ref(), options());
            let _ = mirror_regions(one.unchecked_ref(), other.unchecked_ref(), options());
            let document = JsValue::from(PAIR);
            let _ = mirror_regions(document.unchecked_ref(), one.unchecked_ref(), None);
            let _ = apply_patch(one.unchecked_ref(), other.unchecked_ref(), None);
            let document = JsValue::from(PAIR);
            let _ = apply_patch(document.unchecked_ref(), one.unchecked_ref(), lang());
        }
        let _ = rules(Some(one.clone().unchecked_into()));
    }
}

#[wasm_bindgen_test]
fn saved_answers_come_alone_in_lists_and_with_names() {
    let hangzhou = include_str!("../../../tests/formats/describe-vaults/planted.hangzhou.json");
    let shanghai = include_str!("../../../tests/formats/describe-vaults/planted.shanghai.json");
    let one = judged(hangzhou, &JsValue::UNDEFINED);
    assert_eq!(get(&one, "report.import.understood.length"), "1");
    let both: Array = [
        JsValue::from(Uint8Array::from(hangzhou.as_bytes())),
        options(&[("name", "b.json".into()), ("document", shanghai.into())]),
    ]
    .iter()
    .collect();
    let answer = judged(both.clone(), &JsValue::UNDEFINED);
    assert_eq!(get(&answer, "report.verdict"), "fail");
    assert!(get(&answer, "report.import.understood.0").starts_with("`#1`"));
    assert!(get(&answer, "report.import.understood.1").starts_with("`b.json`"));
    let both: JsValue = both.into();
    let pairs: JsValue = encryption_match(both.unchecked_ref(), None).into();
    assert_eq!(get(&pairs, "ok"), "true");
    let mixed: Array = [hangzhou.into(), JsValue::from(PAIR)].iter().collect();
    let mixed = judged(mixed, &JsValue::UNDEFINED);
    assert_eq!(get(&mixed, "problems.0.kind"), "mixed-documents");
    assert_eq!(get(&mixed, "problems.0.file"), "#2");
    let none = judged(Array::new(), &JsValue::UNDEFINED);
    assert_eq!(get(&none, "problems.0.kind"), "no-document");
}

#[wasm_bindgen_test]
fn bytes_past_the_limit_are_refused_before_they_are_copied() {
    let large = Uint8Array::new_with_length(64 * 1024 * 1024 + 1);
    let answer = judged(large, &JsValue::UNDEFINED);
    assert_eq!(get(&answer, "problems.0.kind"), "too-long");
}

#[wasm_bindgen_test]
fn a_large_document_of_bytes_is_judged() {
    let vaults: Vec<String> = (0..20_000)
        .map(|i| format!(r#"{{"id": "v{i}", "name": "n{i}", "region": "cn-hangzhou"}}"#))
        .collect();
    let text = format!(
        r#"{{"format": "vaultplan/1", "vaults": [{}]}}"#,
        vaults.join(",")
    );
    let answer = judged(Uint8Array::from(text.as_bytes()), &JsValue::UNDEFINED);
    // So many vaults in one account are past its quota, and that is told once.
    assert_eq!(get(&answer, "report.verdict"), "fail");
    assert_eq!(get(&answer, "report.findings.0.rule"), "vault-quota");
    assert_eq!(get(&answer, "report.findings.length"), "1");
}

#[wasm_bindgen_test]
fn a_fix_applied_to_the_text_removes_its_finding() {
    let answer = judged(PAIR, &JsValue::UNDEFINED);
    let patch = ["report", "findings", "0", "fixes", "0", "patch"]
        .iter()
        .fold(answer, |value, name| {
            Reflect::get(&value, &(*name).into()).unwrap()
        });
    let document = JsValue::from(PAIR);
    let patched: JsValue =
        apply_patch(document.unchecked_ref(), patch.unchecked_ref(), None).into();
    assert_eq!(get(&patched, "ok"), "true");
    let after = judged(get(&patched, "text").as_str(), &JsValue::UNDEFINED);
    assert_eq!(get(&after, "report.verdict"), "pass");
}

#[wasm_bindgen_test]
fn the_rulebook_is_listed_and_explained_in_both_languages() {
    for lang in ["en", "zh"] {
        let tag: JsValue = lang.into();
        let list: JsValue = rules(Some(tag.clone().unchecked_into())).into();
        let count = DOCS.len();
        assert_eq!(get(&list, "rules.length"), count.to_string());
        assert_eq!(get(&list, "rules.0.slug"), DOCS[0].rule.slug);
        let slug = JsValue::from(DOCS[0].rule.slug);
        let one: JsValue = explain(slug.unchecked_ref(), Some(tag.unchecked_into())).into();
        assert_eq!(
            get(&one, "rule.help"),
            format!("docs/{lang}/rules/{}/", DOCS[0].rule.slug)
        );
        assert!(!get(&one, "why").is_empty());
    }
    let slug = JsValue::from("mirror-same-regoin");
    let none: JsValue = explain(slug.unchecked_ref(), None).into();
    assert_eq!(get(&none, "problems.0.suggestion"), "mirror-same-region");
}

#[wasm_bindgen_test]
fn questions_are_answered_for_the_plan_as_it_is() {
    let plan = r#"{"format": "vaultplan/1",
        "vaults": [{"id": "v", "name": "erp", "region": "cn-hangzhou"}, {"id": "a", "type": "ARCHIVE", "region": "cn-hangzhou"}],
        "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai", "encryption": "KMS"}]}"#;
    let document = JsValue::from(plan);
    let vaults: JsValue = eligible_vaults(document.unchecked_ref(), None).into();
    assert_eq!(get(&vaults, "vaults.length"), "3");
    assert_eq!(get(&vaults, "vaults.1.object.id"), "a");
    assert_eq!(get(&vaults, "vaults.1.answer"), "no");
    assert_eq!(
        get(&vaults, "vaults.1.reasons.0.rule"),
        "mirror-source-archive-vault"
    );
    let zh = options(&[("lang", "zh".into())]);
    let id = JsValue::from("v");
    let regions: JsValue = mirror_regions(
        document.unchecked_ref(),
        id.unchecked_ref(),
        Some(zh.unchecked_into()),
    )
    .into();
    assert_eq!(get(&regions, "vault.name"), "erp");
    assert_eq!(get(&regions, "regions.0.allowed"), "yes");
    let none = JsValue::from("x");
    let none: JsValue = mirror_regions(document.unchecked_ref(), none.unchecked_ref(), None).into();
    assert_eq!(get(&none, "problems.0.kind"), "unknown-vault");
    let pairs: JsValue = encryption_match(document.unchecked_ref(), None).into();
    assert_eq!(get(&pairs, "pairs.0.verdict"), "mismatch");
    assert_eq!(get(&pairs, "pairs.0.mirrorMethod"), "KMS");
}

#[wasm_bindgen_test]
fn a_position_counts_lines_and_utf16_columns() {
    let text = JsValue::from("{\n \"名\": \"😀\", \"b\": 1}");
    let of = |pointer: &str| -> JsValue {
        position(text.unchecked_ref(), JsValue::from(pointer).unchecked_ref()).into()
    };
    assert_eq!(get(&of("/b"), "line"), "2");
    assert_eq!(get(&of("/b"), "column"), "18");
    let broken = JsValue::from("{");
    assert!(position(broken.unchecked_ref(), broken.unchecked_ref()).is_null());
}

#[wasm_bindgen_test]
fn the_format_mark_is_the_documents_own() {
    assert_eq!(format_version(), "vaultplan/1");
}
