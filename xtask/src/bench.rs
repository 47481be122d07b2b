//! `cargo xtask bench`: the engine's benchmarks, natively and in the browser. Figures, never tests.

use std::fs;
use std::process::{Command, ExitCode};
use std::time::Duration;

use crate::serve::Site;
use crate::shell::{self, Doing, Result, Stop};
use crate::tools::Tools;
use crate::{browser, site, workspace};

const LIMIT: Duration = Duration::from_secs(60 * 60);

/// `cargo xtask bench`.
pub(crate) fn command(args: &[String]) -> Result<ExitCode> {
    if !args.is_empty() {
        return Err(Stop::Usage("bench takes no arguments".to_owned()));
    }
    let root = workspace::root();
    let manifest = root.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).doing(manifest.display())?;
    let mut ran = false;
    if text.contains("[[bench]]") {
        let mut cargo = Command::new("cargo");
        cargo
            .current_dir(&root)
            .args(["bench", "--package", "vaultplan", "--bench", "check"]);
        shell::run(&mut cargo, LIMIT)?;
        ran = true;
    }
    let scripts = root.join("tests").join("browser");
    if SCRIPTS.iter().all(|script| scripts.join(script).is_file()) {
        in_browser()?;
        ran = true;
    }
    if ran {
        Ok(ExitCode::SUCCESS)
    } else {
        Err(Stop::CannotRun("the project holds no benchmark".to_owned()))
    }
}

/// What measures in a browser: the engine, and the planner.
const SCRIPTS: [&str; 2] = ["bench.mjs", "planner-bench.mjs"];

/// Measures the module for programs and the site's own.
fn in_browser() -> Result<()> {
    let tools = Tools::for_building()?;
    let browser = tools.browser(false)?;
    site::build(&tools)?;
    let fast = site::fast(&tools)?;
    let site = Site::open(&workspace::dist(), 0)?;
    for script in SCRIPTS {
        let mut command = browser::script(&tools, &browser, &site, script)?;
        shell::run(command.env("VAULTPLAN_FAST", &fast), LIMIT)?;
    }
    Ok(())
}
