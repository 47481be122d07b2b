//! The direction of dependencies inside the engine, and the tidiness of its files.

use std::fs;
use std::path::{Path, PathBuf};

/// Each folder (or file) of `src` with those that it may import, besides itself.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("lang", &[]),
    ("text", &["lang"]),
    ("catalog", &["lang", "text"]),
    ("model", &["lang", "text", "catalog"]),
    ("finding", &["lang", "text", "catalog"]),
    ("facts", &["lang", "text", "catalog", "model", "finding"]),
    (
        "rules",
        &["lang", "text", "catalog", "model", "finding", "facts"],
    ),
    (
        "report",
        &[
            "lang", "text", "catalog", "model", "finding", "facts", "rules",
        ],
    ),
    (
        "questions",
        &[
            "lang", "text", "catalog", "model", "finding", "facts", "rules", "report",
        ],
    ),
    (
        "import",
        &["lang", "text", "catalog", "model", "finding", "report"],
    ),
    (
        "map",
        &[
            "lang", "text", "catalog", "model", "finding", "facts", "import",
        ],
    ),
    (
        "cost",
        &[
            "lang",
            "text",
            "catalog",
            "model",
            "finding",
            "facts",
            "rules",
            "report",
            "questions",
        ],
    ),
];

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|e| e.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

fn engine() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&src, &mut paths);
    paths
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(&src)
                .expect("below src")
                .to_string_lossy()
                .replace('\\', "/");
            (name, fs::read_to_string(&path).expect("a text"))
        })
        .collect()
}

#[test]
fn folders_import_only_what_lies_below_them() {
    for (name, text) in engine() {
        let room = name.split(['/', '.']).next().unwrap_or_default();
        if room == "lib" {
            continue;
        }
        let allowed = MAY_IMPORT
            .iter()
            .find(|(folder, _)| *folder == room)
            .unwrap_or_else(|| panic!("{name}: the table of layers lacks `{room}`"))
            .1;
        for part in text.split("crate::").skip(1) {
            let used: String = part
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let known = MAY_IMPORT.iter().any(|(folder, _)| *folder == used);
            assert!(
                !known || used == room || allowed.contains(&used.as_str()),
                "{name} imports `{used}`"
            );
        }
    }
}

#[test]
fn the_engine_has_no_clock_no_files_and_no_browser() {
    for (name, text) in engine() {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in [
            "std::fs",
            "std::net",
            "std::env",
            "std::time",
            "std::thread",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "SystemTime",
            "f32",
            "f64",
            "nearest_float",
        ] {
            // Programs in JavaScript have no other number: a decimal is handed to them as the nearest one they have.
            let handed_on = matches!(word, "f64" | "nearest_float")
                && matches!(name.as_str(), "text/decimal.rs" | "text/value.rs");
            assert!(handed_on || !code.contains(word), "{name} names `{word}`");
        }
    }
}

#[test]
fn every_file_says_what_lives_there() {
    for (name, text) in engine() {
        assert!(text.starts_with("//! "), "{name} has no header");
        assert!(
            !text.contains("TODO") && !text.contains("FIXME"),
            "{name} has a leftover"
        );
        assert!(
            !text.lines().any(|line| line.ends_with(' ')),
            "{name} has trailing spaces"
        );
    }
}

#[test]
fn a_rule_sees_no_other_rule() {
    for (name, text) in engine() {
        if name.starts_with("rules/")
            && !["rules/mod.rs", "rules/declare.rs"].contains(&name.as_str())
        {
            let shared =
                text.matches("super::declare").count() + text.matches("super::shared").count();
            let alone = !text.contains("crate::rules") && text.matches("super::").count() == shared;
            assert!(alone, "{name} names another rule");
        }
    }
}
