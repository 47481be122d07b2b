//! `vaultplan-site OUT_DIR` writes the documentation; `--check` and `--write-generated` keep the committed
//! files that are generated. Reads `www/`, writes only where it is told, asks no network.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for the command line"
)]

mod coverage;
mod declarations;
mod estimate;
mod glossary;
mod html;
mod markdown;
mod page;
mod parts;
mod place;
mod prices;
mod rules;
mod schema;
mod site;
mod words;

#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What went wrong, as a sentence.
pub(crate) type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "usage: vaultplan-site OUT_DIR | --check | --write-generated";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.as_slice() {
        [arg] if arg == "--check" => check(),
        [arg] if arg == "--write-generated" => write_generated(),
        [out] if !out.starts_with('-') => write_site(Path::new(out)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// The clone.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn write_site(out: &Path) -> Result<String> {
    let files = site::files(&root())?;
    for (name, content) in &files {
        write(&out.join(name), content)?;
    }
    Ok(format!("{} files in {}", files.len(), out.display()))
}

fn write_generated() -> Result<String> {
    let files = site::generated(&root())?;
    for (name, content) in &files {
        write(&root().join(name), content.as_bytes())?;
    }
    let names: Vec<_> = files.iter().map(|(name, _)| *name).collect();
    Ok(format!("written: {}", names.join(", ")))
}

fn check() -> Result<String> {
    let files = site::generated(&root())?;
    let stale: Vec<_> = files
        .iter()
        .filter(|(name, content)| {
            fs::read_to_string(root().join(name)).map_or(true, |old| old != *content)
        })
        .map(|(name, _)| *name)
        .collect();
    if stale.is_empty() {
        Ok("the generated files are fresh".to_owned())
    } else {
        Err(format!(
            "stale: {}; refresh with `cargo run -p vaultplan-site -- --write-generated`",
            stale.join(", ")
        ))
    }
}

fn write(file: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(file, content).map_err(|error| format!("{}: {error}", file.display()))
}
