//! Runs the scripts of `tests/browser` in Node against a server of our own.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::serve::Site;
use crate::shell::{self, Result};
use crate::tools::{self, Browser, Tools};
use crate::{site, workspace};

const LIMIT: Duration = Duration::from_secs(60 * 60);

/// A script with everything that it has to know, as environment variables (`tests/browser/lib.mjs` reads them).
pub(crate) fn script(tools: &Tools, browser: &Browser, site: &Site, name: &str) -> Result<Command> {
    // The user's own Node, by its path: the version was checked.
    let node = tools::node()?;
    let mut command = tools.command(&node.to_string_lossy());
    command
        .arg(workspace::root().join("tests").join("browser").join(name))
        .env("VAULTPLAN_SITE", site.address())
        .env("VAULTPLAN_DIST", workspace::dist())
        .env("VAULTPLAN_PACKAGES", &browser.packages)
        .env("VAULTPLAN_CHROMIUM", &browser.chromium)
        .env("VAULTPLAN_SHOTS", shots());
    Ok(command)
}

/// Builds the site and runs one script on it, its output shown.
pub(crate) fn run(name: &str, args: &[String]) -> Result<()> {
    let tools = Tools::for_building()?;
    let browser = tools.browser(false)?;
    site::build(&tools)?;
    let site = Site::open(&workspace::dist(), 0)?;
    shell::run(script(&tools, &browser, &site, name)?.args(args), LIMIT)
}

/// Where pictures go.
pub(crate) fn shots() -> PathBuf {
    workspace::target().join("shots")
}
