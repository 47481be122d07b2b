//! Links that hold a plan: `#/open/1.…`, the number of the codec first, so that links of every release stay readable.
//! Codec 1 is the document's text, compressed as a raw DEFLATE stream, in base64url. Pure; the browser compresses
//! (see [`crate::streams`]).

use std::fmt::Write as _;

use vaultplan::catalog::limits;

/// What stands before a payload in a fragment.
pub(crate) const PLACE: &str = "#/open/";

/// The codec that this release writes.
pub(crate) const CODEC: &str = "1";

/// A link up to so many characters is safe anywhere.
pub(crate) const SAFE: usize = 2_000;

/// A link up to so many characters works in browsers; above, a file is offered.
pub(crate) const LONGEST: usize = 8_000;

/// Why a link opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// It was written by a newer release.
    Newer,
    /// It is cut off, or never was such a link.
    Damaged,
    /// What it holds is larger than a document may be.
    TooLarge,
    /// The browser cannot decompress.
    NoStreams,
}

/// The payload of a compressed text.
pub(crate) fn payload(compressed: &[u8]) -> String {
    let mut out = String::with_capacity(CODEC.len() + 1 + compressed.len() / 3 * 4 + 4);
    out.push_str(CODEC);
    out.push('.');
    for chunk in compressed.chunks(3) {
        let mut bits = 0_u32;
        for at in 0..3 {
            bits = bits << 8 | u32::from(chunk.get(at).copied().unwrap_or_default());
        }
        for at in 0..=chunk.len() {
            out.push(letter(bits >> (18 - 6 * at) & 63));
        }
    }
    out
}

/// The compressed text of a payload.
pub(crate) fn compressed(payload: &str) -> Result<Vec<u8>, Broken> {
    let (codec, body) = payload.split_once('.').ok_or(Broken::Damaged)?;
    if codec != CODEC {
        let is_number = !codec.is_empty() && codec.bytes().all(|byte| byte.is_ascii_digit());
        let is_newer = is_number && !codec.starts_with('0');
        return Err(if is_newer {
            Broken::Newer
        } else {
            Broken::Damaged
        });
    }
    // A document that is larger than it may be is not worth the work.
    if body.is_empty() || body.len() > limits::TEXT_BYTES {
        return Err(Broken::Damaged);
    }
    let mut out = Vec::with_capacity(body.len() / 4 * 3 + 3);
    for chunk in body.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for at in 0..4 {
            let value = match chunk.get(at) {
                Some(byte) => value(*byte).ok_or(Broken::Damaged)?,
                None => 0,
            };
            bits = bits << 6 | value;
        }
        let [_, bytes @ ..] = bits.to_be_bytes();
        // One letter alone is no byte.
        let whole = chunk.len().checked_sub(1).filter(|whole| *whole > 0);
        out.extend(bytes.iter().take(whole.ok_or(Broken::Damaged)?));
    }
    Ok(out)
}

fn letter(value: u32) -> char {
    let byte = match u8::try_from(value).unwrap_or_default() {
        value @ 0..26 => b'A' + value,
        value @ 26..52 => b'a' + (value - 26),
        value @ 52..62 => b'0' + (value - 52),
        62 => b'-',
        _ => b'_',
    };
    char::from(byte)
}

fn value(letter: u8) -> Option<u32> {
    let value = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        // Some programs write links anew with the other alphabet.
        b'-' | b'+' => 62,
        b'_' | b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

/// The payload in a text that is a link, or nothing but a fragment; mail may have broken it into lines.
pub(crate) fn in_text(text: &str) -> Option<String> {
    let text = text.trim();
    let is_address = text.starts_with(['#', 'h', 'H', 'f', '<']);
    let (_, rest) = text.split_once(PLACE).filter(|_| is_address)?;
    let rest = rest.trim_end_matches('>');
    Some(rest.split_whitespace().collect())
}

/// A document's text without the blanks between its values: they would only make a link longer.
pub(crate) fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in text.chars() {
        match (in_string, c) {
            (false, ' ' | '\n' | '\r' | '\t') => continue,
            (true, _) if escaped => escaped = false,
            (true, '\\') => escaped = true,
            (_, '"') => in_string = !in_string,
            _ => {}
        }
        out.push(c);
    }
    out
}

/// The fragment of a payload.
pub(crate) fn fragment(payload: &str) -> String {
    let mut out = String::with_capacity(PLACE.len() + payload.len());
    let _ = write!(out, "{PLACE}{payload}");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use vaultplan::model;

    fn read(payload: &str) -> String {
        let bytes = compressed(payload).unwrap();
        String::from_utf8(miniz_oxide::inflate::decompress_to_vec(&bytes).unwrap()).unwrap()
    }

    const PAIR: &str = include_str!("../../../examples/hangzhou-shanghai.json");

    /// Links as releases wrote them, with what they hold. They are never changed: what was shared once opens for good.
    const GOLDEN: [(&str, &str); 2] = [
        (
            "1.XY0xDsIwDEWvUnluhFh7AnZG1MEqobHU2JWTMFDl7jUIkYrR_7__vMFDNGKGAZ5YlrwuyKcz9MAYvYUX5PkVpHRZumuwIyBZ-2ETDLcN6P7euvAF29Tr6iISW6J-JmHLJm5gHXuIpCp6EEWX2pckRSf_rz_KfnAd6w4",
            PAIR,
        ),
        (
            include_str!("../../../tests/formats/links/codec-1.txt"),
            include_str!("../../../tests/formats/links/codec-1.json"),
        ),
    ];

    #[test]
    fn links_of_every_release_stay_readable() {
        for (payload, text) in GOLDEN {
            let payload = payload.trim_end();
            let plan = model::read_text(text).unwrap();
            assert_eq!(model::read_text(&read(payload)).unwrap(), plan);
            let link = ["https://example.com/index.html", &fragment(payload)].concat();
            assert_eq!(in_text(&link).as_deref(), Some(payload));
        }
    }

    #[test]
    fn bytes_of_every_length_come_back() {
        let bytes: Vec<u8> = (0..=255).cycle().take(600).collect();
        for length in 1..bytes.len() {
            let payload = payload(&bytes[..length]);
            assert!(
                payload
                    .bytes()
                    .skip(2)
                    .all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
            );
            assert_eq!(compressed(&payload).unwrap(), bytes[..length]);
        }
        assert_eq!(compressed("1.-_"), compressed("1.+/"));
    }

    #[test]
    fn what_is_written_here_is_the_document() {
        let plan = model::read_text(PAIR).unwrap();
        let text = squeezed(&model::write(&plan));
        assert!(!text.contains('\n') && text.contains("Hangzhou to Shanghai"));
        let bytes = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 9);
        assert_eq!(model::read_text(&read(&payload(&bytes))).unwrap(), plan);
    }

    #[test]
    fn only_blanks_between_values_go() {
        assert_eq!(
            squeezed("{ \"a b\" : [ 1,\n 2 ], \"c\\\" d\": \"\\\\\" }"),
            "{\"a b\":[1,2],\"c\\\" d\":\"\\\\\"}"
        );
    }

    #[test]
    fn other_links_are_told_apart() {
        for (payload, why) in [
            ("", Broken::Damaged),
            ("1", Broken::Damaged),
            ("1.", Broken::Damaged),
            ("1.A", Broken::Damaged),
            ("1.ab{}", Broken::Damaged),
            ("1.中文", Broken::Damaged),
            ("x.AAAA", Broken::Damaged),
            (".AAAA", Broken::Damaged),
            ("0.AAAA", Broken::Damaged),
            ("2.AAAA", Broken::Newer),
            ("17.AAAA", Broken::Newer),
        ] {
            assert_eq!(compressed(payload), Err(why), "{payload}");
        }
    }

    #[test]
    fn a_link_is_found_in_what_people_paste() {
        for text in [
            "https://a.example/x/#/open/1.ab_-",
            " <https://a.example/#/open/1.ab_-> ",
            "#/open/1.ab_-",
            "http://127.0.0.1:8080/index.html#/open/1.a\n  b_-",
        ] {
            assert_eq!(in_text(text).as_deref(), Some("1.ab_-"), "{text}");
        }
        for text in [
            "",
            "{\"note\": \"see #/open/1.ab\"}",
            "https://a.example/#/plan",
            "look: #/open/1.a",
        ] {
            assert_eq!(in_text(text), None, "{text}");
        }
    }
}
