//! What the local server answers, as pure functions: which file, which type, which headers.

use std::path::{Path, PathBuf};

/// Nothing but the page's own origin; `'wasm-unsafe-eval'` allows WebAssembly and nothing else.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The path of a request, decoded and cleared: relative, without a step upwards and without hidden names.
/// `None` for anything else.
pub(crate) fn clear_path(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let decoded = percent_decode(path)?;
    let mut clear = PathBuf::new();
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        let refused = part.starts_with('.') || part.contains(['\\', ':', '\0']);
        if refused {
            return None;
        }
        clear.push(part);
    }
    Some(clear)
}

pub(crate) fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let high = char::from(bytes.next()?).to_digit(16)?;
            let low = char::from(bytes.next()?).to_digit(16)?;
            decoded.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

/// The media type of a file, by its name.
pub(crate) fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    }
}

/// Whether a file is worth compressing.
pub(crate) fn is_text(file: &Path) -> bool {
    let kind = media_type(file);
    kind.starts_with("text/")
        || ["application/wasm", "application/json", "image/svg+xml"].contains(&kind)
}

/// Whether a reader takes brotli, by the value of its `Accept-Encoding`.
pub(crate) fn takes_brotli(value: &str) -> bool {
    value.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("br") && parts.all(|part| part.trim_start_matches("q=") != "0")
    })
}

/// The headers of every answer for this (cleared) path.
pub(crate) fn headers(path: &Path) -> Vec<(&'static str, &'static str)> {
    let mut headers = vec![
        ("Content-Security-Policy", POLICY),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-cache"),
    ];
    if path.starts_with("embed") {
        // A sandboxed frame has an origin of its own and may load modules only with this.
        headers.push(("Access-Control-Allow-Origin", "*"));
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_paths_are_kept() {
        assert_eq!(clear_path("/"), Some(PathBuf::new()));
        assert_eq!(
            clear_path("/docs/en/?q=1#top"),
            Some(PathBuf::from("docs/en"))
        );
        assert_eq!(
            clear_path("/docs/%E9%95%9C%E5%83%8F.html"),
            Some(PathBuf::from("docs/镜像.html"))
        );
    }

    #[test]
    fn nothing_leads_out_of_the_site() {
        for target in [
            "/../Cargo.toml",
            "/docs/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/docs/%2e%2e%2f%2e%2e/Cargo.toml",
            "/..%5cCargo.toml",
            "/docs\\..\\..\\Cargo.toml",
            "/C:/Windows",
            "/.stamps/planner",
            "/a%00b",
            "/%zz",
            "/%4",
            "/%ff",
            "relative",
            "",
        ] {
            assert_eq!(clear_path(target), None, "{target}");
        }
    }

    #[test]
    fn a_doubled_slash_stays_inside() {
        assert_eq!(
            clear_path("//etc/passwd"),
            Some(PathBuf::from("etc/passwd"))
        );
    }

    #[test]
    fn modules_have_the_type_that_browsers_ask_for() {
        assert_eq!(media_type(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(
            media_type(Path::new("a.js")),
            "text/javascript; charset=utf-8"
        );
        assert_eq!(media_type(Path::new("README")), "application/octet-stream");
    }

    #[test]
    fn a_reader_says_whether_it_takes_brotli() {
        for value in ["br", "gzip, deflate, br, zstd", "gzip;q=0.5, br;q=1"] {
            assert!(takes_brotli(value), "{value}");
        }
        for value in ["", "gzip", "bro", "br;q=0", "brotli"] {
            assert!(!takes_brotli(value), "{value}");
        }
    }

    #[test]
    fn only_embed_files_are_open_to_other_origins() {
        let open = |path: &str| {
            headers(Path::new(path))
                .iter()
                .any(|(name, _)| *name == "Access-Control-Allow-Origin")
        };
        assert!(open("embed/vaultplan.js"));
        assert!(!open("index.html"));
        assert!(!open("embedded.html"));
    }

    #[test]
    fn the_page_and_the_server_state_one_policy() {
        let page = include_str!("../../index.html");
        assert!(
            page.contains(POLICY),
            "index.html carries another policy than the server"
        );
    }
}
