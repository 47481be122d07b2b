//! `cargo xtask audit`: what takes long, or depends on things outside the clone.

use std::process::{Command, ExitCode};

use crate::parts::{self, Packages, Part, Work};
use crate::shell::{Result, Stop};
use crate::{size, test, tools, workspace};

const PARTS: [Part; 8] = [
    Part {
        name: "licences",
        run: licences,
    },
    Part {
        name: "advisories",
        run: advisories,
    },
    Part {
        name: "fuzz",
        run: fuzz,
    },
    Part {
        name: "properties",
        run: properties,
    },
    Part {
        name: "axe",
        run: axe,
    },
    Part {
        name: "lighthouse",
        run: lighthouse,
    },
    Part {
        name: "sizes",
        run: sizes,
    },
    Part {
        name: "firefox",
        run: firefox,
    },
];

pub(crate) fn command(args: &[String]) -> Result<ExitCode> {
    parts::command("audit", &PARTS, args)
}

/// Licences, bans and sources need no network.
fn licences(work: &mut Work) -> Result<String> {
    let tools = work.tools()?;
    tools.add_cargo_deny()?;
    let mut deny = tools.command("cargo-deny");
    deny.args([
        "--workspace",
        "--offline",
        "check",
        "licenses",
        "bans",
        "sources",
    ]);
    work.run(&mut deny)?;
    Ok("licences, bans, sources".to_owned())
}

fn advisories(work: &mut Work) -> Result<String> {
    let tools = work.tools()?;
    tools.add_cargo_deny()?;
    let mut deny = tools.command("cargo-deny");
    deny.args(["--workspace", "check", "advisories"]);
    work.run(&mut deny).map_err(|stop| {
        if unreachable(&work.log()) {
            Stop::CannotRun("the advisory database could not be reached".to_owned())
        } else {
            stop
        }
    })?;
    Ok(String::new())
}

/// Whether cargo-deny's output says that it has no database, rather than that an advisory applies.
fn unreachable(log: &str) -> bool {
    [
        "failed to fetch",
        "failed to clone",
        "failed to load advisory database",
        "unable to fetch",
    ]
    .iter()
    .any(|words| log.contains(words))
}

/// The property tests on plans that no run has seen. A failure is kept in `tests/proptest-regressions/`, and each
/// later test begins with it.
fn properties(work: &mut Work) -> Result<String> {
    const ROUNDS: usize = 5;
    for _ in 0..ROUNDS {
        let mut command = Command::new("cargo");
        command.current_dir(workspace::root());
        command.args([
            "test",
            "--release",
            "--package",
            "vaultplan",
            "--test",
            "it",
        ]);
        work.run(&mut command)?;
    }
    Ok(format!("{ROUNDS} rounds on new plans"))
}

/// Spoilt documents through the whole engine for a minute.
fn fuzz(work: &mut Work) -> Result<String> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(workspace::root()).args([
        "bench",
        "--quiet",
        "--package",
        "vaultplan",
        "--bench",
        "fuzz",
        "--",
        "--seconds",
        "60",
    ]);
    work.run(&mut cargo)?;
    Ok(test::last_line(work))
}

fn axe(work: &mut Work) -> Result<String> {
    work.script("axe.mjs", &["--all"], Packages::ForTests)?;
    Ok(test::last_line(work))
}

fn lighthouse(work: &mut Work) -> Result<String> {
    work.script("lighthouse.mjs", &[], Packages::ForAudit)?;
    Ok(test::last_line(work))
}

fn sizes(work: &mut Work) -> Result<String> {
    work.built()
        .map_err(|stop| Stop::CannotRun(format!("the site was not built ({stop})")))?;
    if work.tools()?.wasm_opt.is_none() {
        return Err(Stop::CannotRun(
            "without wasm-opt the sizes would say nothing".to_owned(),
        ));
    }
    let (table, over) = size::report()?;
    work.note(&table)?;
    eprintln!("{table}");
    if over.is_empty() {
        Ok("within the budgets".to_owned())
    } else {
        Err(Stop::Failed(over.join("; ")))
    }
}

fn firefox(work: &mut Work) -> Result<String> {
    let Some(driver) = tools::firefox() else {
        return Err(Stop::CannotRun(
            "install Firefox and geckodriver".to_owned(),
        ));
    };
    let driver = driver.to_string_lossy().into_owned();
    test::wasm_pack_test(work, ".", &["--firefox", "--geckodriver", &driver])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_database_is_told_from_an_advisory() {
        assert!(unreachable(
            "[ERROR] failed to fetch advisory database https://…"
        ));
        assert!(!unreachable("error[vulnerability]: use after free in x"));
    }
}
