//! Numbers and times as people of the page's language write them: by the browser's `Intl`. Native builds, which
//! only tests use, write the same shapes without a browser.

use vaultplan::lang::Lang;

use crate::state::Label;
use crate::words::opening as words;

#[cfg(target_arch = "wasm32")]
const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-GB",
        Lang::Zh => "zh-CN",
    }
}

/// A count: `12,345`.
pub(crate) fn number(number: usize, lang: Lang) -> String {
    // Small ones look the same everywhere, and they are most.
    if number < 1_000 {
        return number.to_string();
    }
    grouped(number, lang)
}

#[cfg(target_arch = "wasm32")]
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn grouped(number: usize, lang: Lang) -> String {
    js_sys::Number::from(number as f64)
        .to_locale_string(tag(lang))
        .into()
}

#[cfg(not(target_arch = "wasm32"))]
fn grouped(number: usize, _: Lang) -> String {
    vaultplan::lang::grouped(number as u64)
}

/// A day or month as sources state it, `2026-03-30` or `2026-03`; anything else stays as it is.
#[cfg(target_arch = "wasm32")]
fn day(text: &str, lang: Lang) -> String {
    use js_sys::Reflect;
    use wasm_bindgen::JsValue;

    let date = js_sys::Date::new(&text.into());
    if !matches!(text.len(), 7 | 10) || date.get_time().is_nan() {
        return text.to_owned();
    }
    let options = js_sys::Object::new();
    let fields = [("year", "numeric"), ("month", "long"), ("day", "numeric")];
    let fields = fields.iter().take(if text.len() == 7 { 2 } else { 3 });
    for (name, how) in fields.chain([&("timeZone", "UTC")]) {
        // Setting a field of a fresh object does not fail.
        let _ = Reflect::set(&options, &JsValue::from(*name), &JsValue::from(*how));
    }
    date.to_locale_date_string(tag(lang), &options).into()
}

/// A day or month as sources state it.
#[cfg(not(target_arch = "wasm32"))]
fn day(text: &str, _: Lang) -> String {
    text.to_owned()
}

/// The date of a source, or when a page without one was read.
pub(crate) fn dated(text: &str, lang: Lang) -> String {
    match text.strip_prefix("page without date, read ") {
        Some(when) => Label::new(words::UNDATED)
            .arg("when", day(when, lang))
            .get(lang),
        None => day(text, lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_a_date_says_when_it_was_read() {
        assert_eq!(dated("2026-03-30", Lang::En), "2026-03-30");
        let said = dated("page without date, read 2026-11", Lang::Zh);
        assert_eq!(said, "页面未注明日期，读取于 2026-11");
        // Every date of the catalogue is one of the two.
        for source in vaultplan::catalog::sources::ALL {
            let read = source.date.strip_prefix("page without date, read ");
            let date = read.unwrap_or(source.date);
            let digits = date.bytes().all(|b| b.is_ascii_digit() || b == b'-');
            assert!(
                digits && matches!(date.len(), 4 | 7 | 10),
                "{}",
                source.date
            );
        }
    }

    #[test]
    fn large_numbers_are_grouped() {
        for (count, text) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (12_345, "12,345"),
            (1_000_000, "1,000,000"),
        ] {
            assert_eq!(number(count, Lang::En), text);
            assert_eq!(number(count, Lang::Zh), text);
        }
    }
}
