//! What JavaScript passes in, looked at without trust: any value may come, and none may throw.

use js_sys::{Array, ArrayBuffer, Date, JSON, JsString, Reflect, Uint8Array};
use vaultplan::catalog::editions::Edition;
use vaultplan::catalog::limits;
use vaultplan::lang::{Lang, Text};
use vaultplan::model::read::too_long;
use vaultplan::model::time;
use vaultplan::text::suggest;
use wasm_bindgen::{JsCast, JsValue};

use crate::answer::{self, Ask, Given, ProblemJson, Refused};

/// Documents below this size are read without reserving memory first.
const SMALL: usize = 64 * 1024;

/// The documents that make a plan: one, or a list of saved answers, each with or without a name.
pub(crate) fn documents(value: &JsValue, lang: Lang) -> Result<Vec<Given>, Refused> {
    if !Array::is_array(value) {
        return Ok(vec![named(value, 1, lang)?]);
    }
    let count = member(value, "length").as_f64().unwrap_or_default();
    let mut given = Vec::new();
    let (mut number, mut bytes) = (0, 0);
    while f64::from(number) < count {
        // An array may be somebody's proxy, whose members throw.
        let one = Reflect::get_u32(value, number).unwrap_or(JsValue::UNDEFINED);
        number += 1;
        let one = named(&one, number, lang)?;
        bytes += one.bytes.len();
        if bytes > limits::TEXT_BYTES {
            return Err(answer::refused(&[too_long(bytes)], lang));
        }
        given.push(one);
    }
    Ok(given)
}

/// A document as it is or as `{ name, document }`; without a name it goes by its number.
fn named(value: &JsValue, number: u32, lang: Lang) -> Result<Given, Refused> {
    let inner = member(value, "document");
    let bytes = document(if is_absent(&inner) { value } else { &inner }, lang)?;
    let name = member(value, "name").as_string();
    Ok(Given {
        name: name.unwrap_or_else(|| format!("#{number}")),
        bytes,
    })
}

/// The bytes of a document: text, `Uint8Array` or `ArrayBuffer`. The limit is checked before anything is copied.
pub(crate) fn document(value: &JsValue, lang: Lang) -> Result<Vec<u8>, Refused> {
    if let Some(text) = value.dyn_ref::<JsString>() {
        // A UTF-16 unit is at least one byte of UTF-8.
        let bytes = fits(text.length(), lang)?;
        reserve(bytes);
        return Ok(String::from(text).into_bytes());
    }
    let view = if let Some(view) = value.dyn_ref::<Uint8Array>() {
        view.clone()
    } else if let Some(buffer) = value.dyn_ref::<ArrayBuffer>() {
        Uint8Array::new(buffer)
    } else {
        return Err(answer::no_document(&kind(value), lang).into());
    };
    let bytes = fits(view.length(), lang)?;
    reserve(bytes);
    Ok(view.to_vec())
}

fn fits(length: u32, lang: Lang) -> Result<usize, Refused> {
    match usize::try_from(length) {
        Ok(bytes) if bytes <= limits::TEXT_BYTES => Ok(bytes),
        Ok(bytes) => Err(answer::refused(&[too_long(bytes)], lang)),
        Err(_) => Err(answer::refused(&[too_long(usize::MAX)], lang)),
    }
}

/// Grows the module's memory once for the text and what is read from it. Growing in small steps beside a large
/// JavaScript heap costs seconds of garbage collection.
fn reserve(bytes: usize) {
    if bytes < SMALL {
        return;
    }
    let mut room: Vec<u8> = Vec::new();
    // Without the room, the allocations that follow grow the memory in their own steps.
    let _ok = room.try_reserve_exact(bytes.saturating_mul(4));
    std::hint::black_box(&room);
}

/// A text, or nothing when the value is none.
pub(crate) fn text(value: &JsValue) -> Option<String> {
    value.as_string()
}

/// The JSON text of a value; nothing when it has none.
pub(crate) fn json(value: &JsValue) -> Option<String> {
    JSON::stringify(value).ok()?.as_string()
}

/// The language that a value names; English when it is absent.
pub(crate) fn lang(value: &JsValue) -> Result<Lang, Refused> {
    if is_absent(value) {
        return Ok(default_lang());
    }
    match value.as_string() {
        Some(tag) => spoken(&tag).ok_or_else(|| unknown_lang(&tag).into()),
        None => Err(unknown_lang(&kind(value)).into()),
    }
}

/// The first language of this build: English where it speaks it.
pub(crate) fn default_lang() -> Lang {
    Lang::SPOKEN.first().copied().unwrap_or_default()
}

fn spoken(tag: &str) -> Option<Lang> {
    Lang::from_tag(tag).filter(|lang| Lang::SPOKEN.contains(lang))
}

fn unknown_lang(found: &str) -> ProblemJson {
    let tags: Vec<_> = Lang::SPOKEN
        .iter()
        .map(|lang| format!("`{}`", lang.tag()))
        .collect();
    wrong_option("lang", found, &tags.join(", "), default_lang())
}

/// The options of a question. Absent ones take their defaults; every other value that does not fit is a problem.
pub(crate) fn ask(value: &JsValue) -> Result<Ask, Refused> {
    let mut ask = Ask {
        lang: default_lang(),
        ..Ask::default()
    };
    if is_absent(value) {
        return Ok(ask);
    }
    if !value.is_object() {
        let text = Text::new(
            "the options are {found}; expected {expected}",
            "选项是 {found}；应为{expected}",
        );
        let expected = "{ edition?, now?, lang? }";
        let problem =
            ProblemJson::beside("wrong-option", "", text, &kind(value), expected, ask.lang);
        return Err(problem.into());
    }
    // The language first: the other problems are worded in it.
    let mut problems = Vec::new();
    let tag = member(value, "lang");
    if !is_absent(&tag) {
        match tag.as_string().as_deref().and_then(spoken) {
            Some(lang) => ask.lang = lang,
            None => problems.push(unknown_lang(&shown(&tag))),
        }
    }
    let edition = member(value, "edition");
    if !is_absent(&edition) {
        match edition.as_string().as_deref().and_then(Edition::from_word) {
            Some(edition) => ask.options.edition = Some(edition),
            None => problems.push(unknown_edition(&shown(&edition), ask.lang)),
        }
    }
    let now = member(value, "now");
    if !is_absent(&now) {
        match moment(&now) {
            Some(unix) => ask.options.now = Some(unix),
            None => {
                let expected = "`2026-11-21T08:00:00Z`";
                problems.push(wrong_option("now", &shown(&now), expected, ask.lang));
            }
        }
    }
    if problems.is_empty() {
        Ok(ask)
    } else {
        Err(problems.into())
    }
}

fn unknown_edition(found: &str, lang: Lang) -> ProblemJson {
    let words: Vec<_> = Edition::WORDS
        .iter()
        .map(|word| format!("`{word}`"))
        .collect();
    let near = suggest::nearest(found, Edition::WORDS.iter().copied());
    wrong_option("edition", found, &words.join(", "), lang).suggesting(near, lang)
}

fn wrong_option(name: &str, found: &str, expected: &str, lang: Lang) -> ProblemJson {
    let text = Text::new(
        "the option is `{found}`; expected {expected}",
        "选项的值是 `{found}`；应为 {expected}",
    );
    ProblemJson::beside(
        "wrong-option",
        format!("/{name}"),
        text,
        found,
        expected,
        lang,
    )
}

/// A time as RFC 3339 text or as a `Date`, in Unix seconds.
fn moment(value: &JsValue) -> Option<i64> {
    if let Some(text) = value.as_string() {
        return time::parse(&text);
    }
    let date = value.dyn_ref::<Date>()?;
    // An invalid `Date` has no ISO text; asking it for one would throw.
    if date.get_time().is_nan() {
        return None;
    }
    time::parse(&date.to_iso_string().as_string()?)
}

/// A member of an object; absent when reading it throws.
fn member(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// A value as a problem shows it: a text itself, shortened, of anything else the kind.
fn shown(value: &JsValue) -> String {
    match value.as_string() {
        Some(text) if text.chars().count() > 80 => text.chars().take(79).chain(['…']).collect(),
        Some(text) => text,
        None => kind(value),
    }
}

/// The kind of a value in JavaScript's own words, which are the same in every language.
fn kind(value: &JsValue) -> String {
    if value.is_null() {
        return "null".to_owned();
    }
    value.js_typeof().as_string().unwrap_or_default()
}
