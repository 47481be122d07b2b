//! `cargo xtask shots`: pictures of every view, wide and narrow, light and dark, in both languages.

use std::fs;
use std::process::ExitCode;
use std::time::Duration;

use crate::serve::Site;
use crate::shell::{self, Doing, Result, Stop};
use crate::tools::Tools;
use crate::{browser, site, workspace};

const LIMIT: Duration = Duration::from_secs(60 * 60);

/// `cargo xtask shots [--full]`; `--full` takes whole pages instead of what the window shows.
pub(crate) fn command(args: &[String]) -> Result<ExitCode> {
    if !args.is_empty() && args != ["--full"] {
        return Err(Stop::Usage("shots takes only `--full`".to_owned()));
    }
    site::build()?;
    let tools = Tools::for_building()?;
    let browser = tools.browser(false)?;
    let folder = browser::shots();
    if folder.is_dir() {
        // Pictures of views that are gone must not stay.
        fs::remove_dir_all(&folder).doing(folder.display())?;
    }
    fs::create_dir_all(&folder).doing(folder.display())?;
    let site = Site::open(&workspace::dist(), 0)?;
    let mut script = browser::script(&tools, &browser, &site, "shots.mjs")?;
    shell::run(script.args(args), LIMIT)?;
    println!("{}", folder.display());
    Ok(ExitCode::SUCCESS)
}
