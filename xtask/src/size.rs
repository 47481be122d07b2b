//! `cargo xtask size`: what the site's modules weigh, raw and as a browser receives them, against the budgets.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::shell::{Doing, Result, Stop};
use crate::site::{self, files_below};
use crate::tools::Tools;
use crate::workspace;

/// One row of the table.
struct Row {
    name: String,
    raw: usize,
    brotli: usize,
}

/// `cargo xtask size`.
pub(crate) fn command(args: &[String]) -> Result<ExitCode> {
    if !args.is_empty() {
        return Err(Stop::Usage("size takes no arguments".to_owned()));
    }
    let tools = Tools::for_building()?;
    if tools.wasm_opt.is_none() {
        return Err(Stop::CannotRun(
            "without wasm-opt the sizes would say nothing".to_owned(),
        ));
    }
    site::build(&tools)?;
    let (table, over) = report()?;
    println!("{table}");
    if over.is_empty() {
        Ok(ExitCode::SUCCESS)
    } else {
        Err(Stop::Failed(over.join("; ")))
    }
}

/// The table, and a line for each budget that is passed.
pub(crate) fn report() -> Result<(String, Vec<String>)> {
    let dist = workspace::dist();
    let budgets = budgets()?;
    let mut over = Vec::new();
    let mut table = format!("{:46} {:>10} {:>10} {:>10}", "", "raw", "brotli", "budget");
    let mut parts: Vec<(String, Vec<PathBuf>, usize)> = Vec::new();
    for language in site::LANGUAGES {
        let part = format!("embed module, {language}");
        parts.push((part, embed_module(&dist, language), budgets("embed")?));
    }
    parts.push(("planner".to_owned(), planner(&dist)?, budgets("planner")?));
    for (part, files, budget) in parts {
        let mut total = Row {
            name: format!("{part}: together"),
            raw: 0,
            brotli: 0,
        };
        for file in files.iter().filter(|file| file.is_file()) {
            let row = weigh(&dist, file)?;
            total.raw += row.raw;
            total.brotli += row.brotli;
            line(&mut table, &row, None);
        }
        if total.raw == 0 {
            return Err(Stop::CannotRun(format!("the site holds no {part}")));
        }
        line(&mut table, &total, Some(budget));
        if total.brotli > budget {
            over.push(format!(
                "{part}: {} bytes are {} over the budget",
                total.brotli,
                total.brotli - budget
            ));
        }
    }
    for language in site::LANGUAGES {
        let file = dist.join("explain").join(format!("{language}.json"));
        if file.is_file() {
            let mut row = weigh(&dist, &file)?;
            row.name = format!("fetched when asked for: explanations, {language}");
            line(&mut table, &row, None);
        }
    }
    Ok((table, over))
}

/// What a page loads to check documents in one language, beside the custom element.
fn embed_module(dist: &Path, language: &str) -> Vec<PathBuf> {
    ["vaultplan_bg.wasm", "vaultplan.js"]
        .map(|name| dist.join("embed").join(language).join(name))
        .to_vec()
}

/// Everything that a browser loads for the planner: all but the documentation, the embed module, what is to be
/// read about rules, and the examples: those are fetched when somebody asks for them.
fn planner(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut files = files_below(dist)?;
    files.retain(|file| {
        !["docs", "embed", "explain", "examples"]
            .iter()
            .any(|other| file.starts_with(dist.join(other)))
    });
    Ok(files)
}

fn weigh(dist: &Path, file: &Path) -> Result<Row> {
    let data = fs::read(file).doing(file.display())?;
    Ok(Row {
        name: file
            .strip_prefix(dist)
            .unwrap_or(file)
            .display()
            .to_string(),
        raw: data.len(),
        brotli: compressed(&data)?.len(),
    })
}

/// What a host on the web would send: brotli at its best.
pub(crate) fn compressed(data: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut std::io::Cursor::new(data), &mut out, &params)?;
    Ok(out)
}

fn line(table: &mut String, row: &Row, budget: Option<usize>) {
    let budget = budget.map(|budget| budget.to_string()).unwrap_or_default();
    // Writing into a `String` cannot fail.
    let _ok = write!(
        table,
        "\n{:46} {:>10} {:>10} {:>10}",
        row.name, row.raw, row.brotli, budget
    );
}

fn budgets() -> Result<impl Fn(&str) -> Result<usize>> {
    let file = workspace::root().join("xtask").join("budgets.json");
    let text = fs::read_to_string(&file).doing(file.display())?;
    let values: serde_json::Value = serde_json::from_str(&text)
        .map_err(|error| Stop::Failed(format!("{}: {error}", file.display())))?;
    Ok(move |name: &str| {
        let value = values.get(name).and_then(serde_json::Value::as_u64);
        value
            .and_then(|value| usize::try_from(value).ok())
            .ok_or_else(|| {
                Stop::Failed(format!(
                    "{}: `{name}` is no number of bytes",
                    file.display()
                ))
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_budgets_are_stated() {
        let budget = budgets().unwrap();
        assert!(budget("embed").unwrap() < budget("planner").unwrap());
        assert!(budget("unit").is_err());
    }

    #[test]
    fn repetition_weighs_little() {
        assert!(compressed(&[b'a'; 10_000]).unwrap().len() < 100);
    }

    #[test]
    fn documentation_and_embed_are_not_the_planner() {
        let dist = std::env::temp_dir().join(format!("xtask-size-{}", std::process::id()));
        for file in [
            "docs/en/a.html",
            "embed/a.js",
            "explain/en.json",
            "index.html",
            "docs.js",
        ] {
            let file = dist.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "x").unwrap();
        }
        let files = planner(&dist).unwrap();
        fs::remove_dir_all(&dist).unwrap();
        assert_eq!(files, [dist.join("docs.js"), dist.join("index.html")]);
    }
}
