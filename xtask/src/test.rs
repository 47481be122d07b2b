//! `cargo xtask test`: every test of the project, quick ones first.

use std::env;
use std::process::{Command, ExitCode};

use crate::parts::{self, Packages, Part, Work};
use crate::shell::{Result, Stop};
use crate::{links, workspace};

/// The variable that fixes what property tests generate.
const SEED: &str = "PROPTEST_RNG_SEED";

const PARTS: [Part; 24] = [
    Part {
        name: "format",
        run: format,
    },
    Part {
        name: "clippy",
        run: clippy,
    },
    Part {
        name: "clippy-wasm",
        run: clippy_wasm,
    },
    Part {
        name: "native",
        run: native,
    },
    Part {
        name: "rustdoc",
        run: rustdoc,
    },
    Part {
        name: "web-engine",
        run: web_engine,
    },
    Part {
        name: "web-wasm",
        run: web_wasm,
    },
    Part {
        name: "web-app",
        run: web_app,
    },
    Part {
        name: "site",
        run: site,
    },
    Part {
        name: "harness",
        run: harness,
    },
    Part {
        name: "journey",
        run: journey,
    },
    Part {
        name: "planner",
        run: planner,
    },
    Part {
        name: "shell",
        run: shell,
    },
    Part {
        name: "forms",
        run: forms,
    },
    Part {
        name: "findings",
        run: findings,
    },
    Part {
        name: "coverage",
        run: coverage,
    },
    Part {
        name: "cost",
        run: cost,
    },
    Part {
        name: "history",
        run: history,
    },
    Part {
        name: "share",
        run: share,
    },
    Part {
        name: "map",
        run: map,
    },
    Part {
        name: "element",
        run: element,
    },
    Part {
        name: "axe",
        run: axe,
    },
    Part {
        name: "links",
        run: links,
    },
    Part {
        name: "generated",
        run: generated,
    },
];

pub(crate) fn command(args: &[String]) -> Result<ExitCode> {
    parts::command("test", &PARTS, args)
}

fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(workspace::root()).args(args);
    command
}

fn format(work: &mut Work) -> Result<String> {
    work.run(&mut cargo(&["fmt", "--all", "--", "--check"]))?;
    Ok(String::new())
}

fn clippy(work: &mut Work) -> Result<String> {
    work.run(&mut cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))?;
    Ok(String::new())
}

/// What is compiled for the browser alone is seen by no native lint.
fn clippy_wasm(work: &mut Work) -> Result<String> {
    work.tools()?;
    let mut command = cargo(&[
        "clippy",
        "--target",
        "wasm32-unknown-unknown",
        "--all-targets",
    ]);
    command.args([
        "-p",
        "vaultplan",
        "-p",
        "vaultplan-wasm",
        "-p",
        "vaultplan-app",
        "--",
        "-D",
        "warnings",
    ]);
    work.run(&mut command)?;
    // The modules that are built with other features than the tests: the site's, and the one that is measured.
    for features in ["only-en", "only-zh", "explain,sisters,figures"] {
        let mut command = cargo(&["clippy", "--target", "wasm32-unknown-unknown"]);
        command.args(["-p", "vaultplan-wasm", "--no-default-features"]);
        command.args(["--features", features, "--", "-D", "warnings"]);
        work.run(&mut command)?;
    }
    Ok(String::new())
}

/// The same generated plans every time: a change is judged by what it changed. `audit` tries new ones.
fn native(work: &mut Work) -> Result<String> {
    let mut command = cargo(&["test", "--workspace"]);
    if env::var_os(SEED).is_none() {
        command.env(SEED, "20261121");
    }
    work.run(&mut command)?;
    Ok(format!("{} tests", parts::tests_passed(&work.log())))
}

fn rustdoc(work: &mut Work) -> Result<String> {
    let mut command = cargo(&["doc", "--workspace", "--no-deps"]);
    work.run(command.env("RUSTDOCFLAGS", "-D warnings"))?;
    Ok(String::new())
}

fn web_engine(work: &mut Work) -> Result<String> {
    in_chromium(work, ".")
}

fn web_wasm(work: &mut Work) -> Result<String> {
    in_chromium(work, "crates/wasm")
}

fn web_app(work: &mut Work) -> Result<String> {
    in_chromium(work, "crates/app")
}

fn in_chromium(work: &mut Work, package: &str) -> Result<String> {
    let driver = work.browser(Packages::ForTests)?.chromedriver.clone();
    let driver = driver.to_string_lossy().into_owned();
    wasm_pack_test(work, package, &["--chrome", "--chromedriver", &driver])
}

/// The tests of one package in a browser; wasm-pack downloads nothing.
pub(crate) fn wasm_pack_test(work: &mut Work, package: &str, browser: &[&str]) -> Result<String> {
    work.wasm_pack()?;
    let mut command = work.tools()?.command("wasm-pack");
    command.current_dir(workspace::root().join(package));
    command
        .args(["test", "--headless", "--mode", "no-install"])
        .args(browser);
    // The runner's own limit of 20 s is for small suites on idle machines.
    command
        .env("WASM_BINDGEN_TEST_TIMEOUT", "600")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    work.run(&mut command)?;
    match parts::tests_passed(&work.log()) {
        0 => Err(Stop::CannotRun(format!(
            "{package} holds no test for a browser"
        ))),
        count => Ok(format!("{count} tests")),
    }
}

fn site(work: &mut Work) -> Result<String> {
    work.built()?;
    Ok(String::new())
}

/// The browser harness must see what it is there to see.
fn harness(work: &mut Work) -> Result<String> {
    work.script("harness.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

fn journey(work: &mut Work) -> Result<String> {
    // The journey compares the page with the native command.
    work.run(&mut cargo(&["build", "--package", "vaultplan-cli"]))?;
    work.script("journey.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

/// The planner where storage, other pages or input methods get in its way.
fn planner(work: &mut Work) -> Result<String> {
    work.script("planner.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

/// The planner's frame: selection, search, outline of large plans, and every panel against every other.
fn shell(work: &mut Work) -> Result<String> {
    work.script("shell.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

/// The forms of the Plan view, by keys, by pointer, and with words that are composed.
fn forms(work: &mut Work) -> Result<String> {
    work.script("forms.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

/// Looking through the findings of the planner.
fn findings(work: &mut Work) -> Result<String> {
    work.script("findings.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

/// The table of coverage, its summary and the encryption matrix.
fn coverage(work: &mut Work) -> Result<String> {
    work.script("coverage.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

/// What a plan costs, and the prices of the user.
fn cost(work: &mut Work) -> Result<String> {
    work.script("cost.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

/// What is kept: steps, versions, plans, and records that cannot be read.
fn history(work: &mut Work) -> Result<String> {
    work.script("history.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

/// Plans that are handed on and brought: links, files, folders, examples.
fn share(work: &mut Work) -> Result<String> {
    work.script("share.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

/// The map of a plan, by mouse and by keyboard.
fn map(work: &mut Work) -> Result<String> {
    work.script("map.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

/// The live examples of the documentation.
fn element(work: &mut Work) -> Result<String> {
    work.script("element.mjs", &[], Packages::ForTests)?;
    Ok(String::new())
}

fn axe(work: &mut Work) -> Result<String> {
    work.script("axe.mjs", &[], Packages::ForTests)?;
    Ok(last_line(work))
}

fn links(work: &mut Work) -> Result<String> {
    work.built()
        .map_err(|stop| Stop::CannotRun(format!("the site was not built ({stop})")))?;
    let report = links::check(&workspace::dist())?;
    for broken in &report.broken {
        work.note(broken)?;
    }
    match report.broken.len() {
        0 => Ok(format!("{} links on {} pages", report.links, report.pages)),
        count => Err(Stop::Failed(format!("{count} broken links"))),
    }
}

fn generated(work: &mut Work) -> Result<String> {
    work.run(&mut cargo(&[
        "run",
        "--quiet",
        "--package",
        "vaultplan-site",
        "--",
        "--check",
    ]))?;
    Ok(String::new())
}

/// The last line of the part's log, as a note.
pub(crate) fn last_line(work: &Work) -> String {
    work.log().lines().last().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_package_starts_the_same_browser() {
        // The runner reads the file from the folder of the package that it tests.
        let engine = include_str!("../../webdriver.json");
        assert_eq!(engine, include_str!("../../crates/wasm/webdriver.json"));
        assert_eq!(engine, include_str!("../../crates/app/webdriver.json"));
    }
}
