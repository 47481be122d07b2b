//! A long chore as a list of named parts: runs them in order, keeps their output, ends with a summary.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::serve::Site;
use crate::shell::{self, Doing, Result, Stop};
use crate::summary::{Outcome, Summary};
use crate::tools::{Browser, Tools};
use crate::{browser, site, workspace};

/// One part of a chore. What it gives back is a note for the summary.
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&mut Work) -> Result<String>,
}

/// What parts share; made when first asked for, so that one part alone sets up no more than it needs.
pub(crate) struct Work {
    log: PathBuf,
    tools: Option<Result<Tools>>,
    wasm_pack: Option<Result<()>>,
    browser: [Option<Result<Browser>>; 2],
    built: Option<Result<()>>,
    site: Option<Result<Site>>,
}

/// How much a browser part installs.
#[derive(Clone, Copy)]
pub(crate) enum Packages {
    ForTests,
    ForAudit,
}

const LIMIT: Duration = Duration::from_secs(60 * 60);

impl Work {
    fn new() -> Self {
        Work {
            log: PathBuf::new(),
            tools: None,
            wasm_pack: None,
            browser: [None, None],
            built: None,
            site: None,
        }
    }

    pub(crate) fn tools(&mut self) -> Result<&mut Tools> {
        self.tools
            .get_or_insert_with(Tools::for_building)
            .as_mut()
            .map_err(|stop| stop.clone())
    }

    /// Runs a program into the part's log.
    pub(crate) fn run(&self, command: &mut Command) -> Result<()> {
        shell::run_logged(command, &self.log, LIMIT)
    }

    /// Adds a line to the part's log.
    pub(crate) fn note(&self, text: &str) -> Result<()> {
        use std::io::Write;
        let mut file = fs::File::options()
            .create(true)
            .append(true)
            .open(&self.log)
            .doing(self.log.display())?;
        writeln!(file, "{text}").doing(self.log.display())
    }

    /// The part's log so far.
    pub(crate) fn log(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log).unwrap_or_default()).into_owned()
    }

    /// Builds the site, once a run.
    pub(crate) fn built(&mut self) -> Result<()> {
        if self.built.is_none() {
            let built = self.tools().and_then(|tools| site::build(tools));
            self.built = Some(built);
        }
        self.built.clone().unwrap_or(Ok(()))
    }

    pub(crate) fn wasm_pack(&mut self) -> Result<()> {
        if self.wasm_pack.is_none() {
            let added = self.tools().and_then(Tools::add_wasm_pack);
            self.wasm_pack = Some(added);
        }
        self.wasm_pack.clone().unwrap_or(Ok(()))
    }

    pub(crate) fn browser(&mut self, packages: Packages) -> Result<&Browser> {
        let [tests, audit] = &mut self.browser;
        let (slot, all) = match packages {
            Packages::ForTests => (tests, false),
            Packages::ForAudit => (audit, true),
        };
        let tools = self
            .tools
            .get_or_insert_with(Tools::for_building)
            .as_ref()
            .map_err(Stop::clone)?;
        slot.get_or_insert_with(|| tools.browser(all))
            .as_ref()
            .map_err(Stop::clone)
    }

    /// Runs a script of `tests/browser` on the built site.
    pub(crate) fn script(&mut self, name: &str, args: &[&str], packages: Packages) -> Result<()> {
        // Without a site there is nothing to look at; that the build failed is told by its own part.
        self.built()
            .map_err(|stop| Stop::CannotRun(format!("the site was not built ({stop})")))?;
        self.browser(packages)?;
        let site = self
            .site
            .get_or_insert_with(|| Site::open(&workspace::dist(), 0));
        let site = site.as_ref().map_err(|stop| stop.clone())?;
        let [tests, audit] = &self.browser;
        let found = match packages {
            Packages::ForTests => tests,
            Packages::ForAudit => audit,
        };
        let (Some(Ok(tools)), Some(Ok(browser))) = (&self.tools, found) else {
            return Err(Stop::CannotRun("the browser was not set up".to_owned()));
        };
        let mut command = browser::script(tools, browser, site, name)?;
        self.run(command.args(args))
    }
}

/// Reads `--only PART` (any number of times) and `--list`, runs the parts and prints the summary.
pub(crate) fn command(chore: &str, parts: &[Part], args: &[String]) -> Result<ExitCode> {
    let names: Vec<&str> = parts.iter().map(|part| part.name).collect();
    if args == ["--list"] {
        println!("{}", names.join("\n"));
        return Ok(ExitCode::SUCCESS);
    }
    let only = chosen(&names, args)?;
    let wanted: Vec<&Part> = parts
        .iter()
        .filter(|part| only.is_empty() || only.contains(&part.name))
        .collect();

    let folder = workspace::target().join("xtask").join(chore);
    let mut work = Work::new();
    let mut summary = Summary::default();
    for (index, part) in wanted.iter().enumerate() {
        eprintln!("[{}/{}] {}", index + 1, wanted.len(), part.name);
        work.log = folder.join(format!("{}.log", part.name));
        fresh(&work.log)?;
        let begun = Instant::now();
        let outcome = match (part.run)(&mut work) {
            Ok(note) => Outcome::Passed(note),
            Err(Stop::CannotRun(why)) => Outcome::NotRun(why),
            Err(stop) => {
                eprint!("{}", work.log());
                eprintln!("FAILED: {}: {stop}", part.name);
                Outcome::Failed(stop.to_string())
            }
        };
        summary.add(part.name, outcome, begun.elapsed());
    }
    eprintln!("logs: {}", folder.display());
    println!("{}", summary.table());
    Ok(summary.exit_code())
}

fn fresh(log: &PathBuf) -> Result<()> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).doing(folder.display())?;
    }
    fs::write(log, "").doing(log.display())
}

fn chosen<'a>(names: &[&'a str], args: &[String]) -> Result<Vec<&'a str>> {
    let usage = |why: String| Stop::Usage(format!("{why}; parts: {}", names.join(", ")));
    let mut only = Vec::new();
    let mut words = args.iter();
    while let Some(word) = words.next() {
        if word != "--only" {
            return Err(usage(format!("`{word}` is not understood")));
        }
        let name = words
            .next()
            .ok_or_else(|| usage("`--only` needs a part".to_owned()))?;
        let known = names.iter().find(|known| *known == name);
        only.push(*known.ok_or_else(|| usage(format!("there is no part `{name}`")))?);
    }
    Ok(only)
}

/// How many tests passed, by the `test result:` lines in a log.
pub(crate) fn tests_passed(log: &str) -> usize {
    log.lines()
        .filter_map(|line| line.trim_start().strip_prefix("test result: "))
        .filter_map(|rest| {
            rest.split(" passed")
                .next()?
                .split_whitespace()
                .last()?
                .parse::<usize>()
                .ok()
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passed_tests_are_added_up_over_all_result_lines() {
        let log = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 0 ignored\n\n\
                   test result: ok. 10 passed; 0 failed\nno tests to run!\n";
        assert_eq!(tests_passed(log), 12);
        assert_eq!(tests_passed("no tests to run!"), 0);
    }

    #[test]
    fn parts_are_chosen_by_name() {
        let args = |words: &[&str]| {
            words
                .iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>()
        };
        let names = ["format", "clippy"];
        assert_eq!(chosen(&names, &args(&[])), Ok(vec![]));
        assert_eq!(
            chosen(&names, &args(&["--only", "clippy", "--only", "format"])),
            Ok(vec!["clippy", "format"])
        );
        for wrong in [&["--only"][..], &["--only", "fmt"], &["clippy"]] {
            assert!(
                matches!(chosen(&names, &args(wrong)), Err(Stop::Usage(_))),
                "{wrong:?}"
            );
        }
    }
}
