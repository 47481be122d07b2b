//! Runs the scripts of `tests/browser` in Node against a server of our own.

use std::process::Command;

use crate::serve::Site;
use crate::shell::Result;
use crate::tools::{self, Browser, Tools};
use crate::workspace;

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

/// Where pictures go.
pub(crate) fn shots() -> std::path::PathBuf {
    workspace::target().join("shots")
}
