//! `cargo xtask shots`: pictures of every view, wide and narrow, light and dark, in both languages.

use std::fs;
use std::process::ExitCode;

use crate::browser;
use crate::shell::{Doing, Result, Stop};

/// `cargo xtask shots [--full]`; `--full` takes whole pages instead of what the window shows.
pub(crate) fn command(args: &[String]) -> Result<ExitCode> {
    if !args.is_empty() && args != ["--full"] {
        return Err(Stop::Usage("shots takes only `--full`".to_owned()));
    }
    let folder = browser::shots();
    if folder.is_dir() {
        // Pictures of views that are gone must not stay.
        fs::remove_dir_all(&folder).doing(folder.display())?;
    }
    fs::create_dir_all(&folder).doing(folder.display())?;
    browser::run("shots.mjs", args)?;
    println!("{}", folder.display());
    Ok(ExitCode::SUCCESS)
}
