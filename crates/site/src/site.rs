//! The list of what the site holds: pages, assets, and the generated files that are committed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use vaultplan::cost::books;
use vaultplan::lang::Lang;
use vaultplan::report::plain::Plain;
use vaultplan::report::rules_json;
use vaultplan::rules::DOCS;

use crate::page::Page;
use crate::place::Place;
use crate::{Result, coverage, declarations, glossary, markdown, prices, rules, schema};

/// Hand-written pages: path on the site, file below the language's folder of `www`.
const WRITTEN: [(&str, &str); 4] = [
    ("", "index.md"),
    ("vaults/", "vaults.md"),
    ("examples/", "examples.md"),
    ("cost/", "cost.md"),
];

/// Files that pages name, copied from `www`.
const ASSETS: [&str; 3] = ["tokens.css", "site.css", "icon.svg"];

/// Every page in both languages.
pub(crate) fn pages(root: &Path) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        for (path, file) in WRITTEN {
            let file = root.join("www").join(lang.tag()).join(file);
            let text = read(&file)?;
            let page = markdown::page(Place::new(lang, path), &text)
                .map_err(|why| format!("{}: {why}", file.display()))?;
            pages.push(page);
        }
        pages.push(glossary::page(lang));
        pages.push(rules::index(lang));
        pages.push(coverage::page(lang));
        pages.push(prices::page(lang));
        pages.extend(DOCS.iter().map(|doc| rules::page(doc, lang)));
    }
    Ok(pages)
}

/// Every file of the documentation, by its path below the output folder.
pub(crate) fn files(root: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for page in pages(root)? {
        let text = page.render().as_str().as_bytes().to_vec();
        files.insert(page.place.file(), text);
    }
    for asset in ASSETS {
        let text = read(&root.join("www").join(asset))?;
        files.insert(format!("assets/{asset}"), text.into_bytes());
    }
    // The price books, to be taken away and edited.
    for book in &books::BUILT_IN {
        files.insert(format!("{}.json", book.id), book.text.into());
    }
    for (name, text) in generated(root)? {
        // What programs fetch rule by rule stands beside them.
        if name.starts_with("www/generated/explain/") {
            continue;
        }
        let name = name.rsplit('/').next().unwrap_or(name);
        files.insert(name.to_owned(), text.into_bytes());
    }
    Ok(files)
}

/// The generated files that are committed, by their path from the clone's root.
pub(crate) fn generated(root: &Path) -> Result<Vec<(&'static str, String)>> {
    let mut rulebook =
        serde_json::to_string_pretty(&rules_json::rules()).map_err(|error| error.to_string())?;
    rulebook.push('\n');
    let answers = read(&root.join("crates/wasm/src/answers.d.ts"))?;
    Ok(vec![
        ("www/generated/rules.json", rulebook),
        (
            "www/generated/vaultplan.d.ts",
            declarations::write(&answers),
        ),
        (schema::PRICES, schema::prices()?),
        ("www/generated/explain/en.json", explanations(Lang::En)),
        ("www/generated/explain/zh.json", explanations(Lang::Zh)),
    ])
}

/// What is to be read about each rule, in one language, a line each: pages fetch it when somebody asks.
fn explanations(lang: Lang) -> String {
    let mut text = String::from("{\n\"format\": \"vaultplan-explanations/1\",\n\"rules\": {");
    for (index, doc) in DOCS.iter().enumerate() {
        let mut line = Vec::new();
        let values = rules_json::explanation(doc, lang).into();
        Plain::Object(&rules_json::EXPLANATION, values).write(&mut line);
        let line = String::from_utf8_lossy(&line);
        let comma = if index > 0 { "," } else { "" };
        // Writing into a `String` cannot fail.
        let _ = write!(text, "{comma}\n\"{}\": {line}", doc.rule.slug);
    }
    text.push_str("\n}\n}\n");
    text
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
