//! `cargo xtask mutants`: how much of the engine could be wrong without a test that notices. cargo-mutants makes the
//! changes and runs the tests; here they are chosen, the results are kept, and the report is written.

mod report;
mod sample;
mod state;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use serde_json::json;

use crate::shell::{self, Doing, Result, Stop};
use crate::tools::Tools;
use crate::workspace;
use report::{Chosen, Report};
use sample::{Mutant, hash};
use state::{Fate, Marks, State};

/// What is mutated.
const MUTATED: [&str; 2] = ["src/rules", "src/facts"];
/// What a fate rests on: the engine, its examples, and what judges them.
const JUDGED_BY: [&str; 6] = [
    "src",
    "tests/rules",
    "tests/it",
    "tests/rules.rs",
    "tests/corpus.rs",
    "Cargo.toml",
];
const SEED: u64 = 3;
const SAMPLE: usize = 300;
/// Caught of a thousand, at least.
const WANTED: usize = 900;
/// Tests of sizes rather than of rules, which would take most of the time: parts of their names.
const SKIPPED: [&str; 4] = ["very_many", "ten_thousand", "too_many", "long_chain"];
/// How many mutants one call of the tool gets: it reads their names as regular expressions.
const SLICE: usize = 400;
/// A mutant may loop or grow without end; the tests themselves take a second.
const TEST_LIMIT_SECONDS: u64 = 15;
#[cfg(unix)]
const MEMORY_KILOBYTES: u64 = 8_000_000;
const LIMIT: Duration = Duration::from_secs(48 * 60 * 60);

/// What the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    which: Which,
    /// At most so many are tested before the command ends.
    limit: usize,
    jobs: Option<usize>,
    fresh: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Which {
    Sample(u64),
    /// Of the files that differ from this revision, or else from `main`.
    InDiff(Option<String>),
    All,
}

/// `cargo xtask mutants`.
pub(crate) fn command(args: &[String]) -> Result<ExitCode> {
    let asked = parse(args)?;
    let tools = Tools::for_mutants()?;
    let work = Work {
        tools,
        folder: workspace::target().join("mutants"),
        jobs: asked.jobs,
    };
    fs::create_dir_all(&work.folder).doing(work.folder.display())?;
    let mut state = State::read(&work.folder);
    state.absorb(&work.folder)?;
    if asked.fresh {
        state = State::default();
    }

    let mutants = work.list()?;
    let marks = marks(&mutants)?;
    let changed = match &asked.which {
        Which::InDiff(revision) => Some(changed_files(revision.as_deref())?),
        Which::Sample(_) | Which::All => None,
    };
    let choose = |state: &State| -> Vec<&Mutant> {
        match (&asked.which, &changed) {
            (Which::Sample(seed), _) => {
                let unfit = |m: &Mutant| state.fate(m, &marks) == Some(Fate::Unviable);
                sample::pick(&mutants, *seed, SAMPLE, unfit)
            }
            (_, Some(changed)) => {
                let changed = |m: &&Mutant| changed.contains(&m.file);
                mutants.iter().filter(changed).collect()
            }
            (_, None) => mutants.iter().collect(),
        }
    };

    let mut left = asked.limit;
    loop {
        let chosen = choose(&state);
        let waiting: Vec<&Mutant> = chosen
            .iter()
            .filter(|mutant| state.fate(mutant, &marks).is_none())
            .take(left.min(SLICE))
            .copied()
            .collect();
        if waiting.is_empty() {
            return conclude(&asked, &chosen, &mutants, &state, &marks);
        }
        eprintln!(
            "testing {} mutants; stop whenever you like, the next call goes on",
            waiting.len()
        );
        let ended = work.test(&waiting, &mutants, &marks);
        state.absorb(&work.folder)?;
        let untested = |mutant: &&&Mutant| state.fate(mutant, &marks).is_none();
        let untested = waiting.iter().filter(untested).count();
        if untested > 0 {
            // The tool also ends with a failure when a mutant survives; then all of them were tested.
            let why = ended.map_or_else(|stop| format!(" ({stop})"), |()| String::new());
            let logs = work.folder.join("mutants.out").join("log");
            return Err(Stop::Failed(format!(
                "{untested} mutants were not tested{why}; the logs are in {}",
                logs.display()
            )));
        }
        left -= waiting.len();
        if asked.writes() {
            write(
                &summed_up(&asked, &choose(&state), &mutants, &state, &marks),
                &mutants,
            )?;
        }
    }
}

impl Asked {
    /// A look at changed files is for the one who changes them.
    fn writes(&self) -> bool {
        !matches!(self.which, Which::InDiff(_))
    }
}

fn parse(args: &[String]) -> Result<Asked> {
    let mut asked = Asked {
        which: Which::Sample(SEED),
        limit: usize::MAX,
        jobs: None,
        fresh: false,
    };
    let mut seed = None;
    let mut args = args.iter().map(String::as_str).peekable();
    while let Some(arg) = args.next() {
        let mut number = || -> Result<usize> {
            let value = args.next().and_then(|value| value.parse().ok());
            value.ok_or_else(|| Stop::Usage(format!("{arg} takes a number")))
        };
        match arg {
            "--seed" => seed = Some(number()?),
            "--limit" => asked.limit = number()?,
            "--jobs" => asked.jobs = Some(number()?.max(1)),
            "--fresh" => asked.fresh = true,
            "--all" if asked.which == Which::Sample(SEED) => asked.which = Which::All,
            "--in-diff" if asked.which == Which::Sample(SEED) => {
                let revision = args.next_if(|next| !next.starts_with("--"));
                asked.which = Which::InDiff(revision.map(str::to_owned));
            }
            "--all" | "--in-diff" => {
                return Err(Stop::Usage(
                    "--all and --in-diff exclude each other".to_owned(),
                ));
            }
            other => return Err(Stop::Usage(format!("mutants does not know `{other}`"))),
        }
    }
    match (seed, &asked.which) {
        (Some(seed), Which::Sample(_)) => asked.which = Which::Sample(seed as u64),
        (Some(_), _) => {
            return Err(Stop::Usage(
                "--seed picks a sample; nothing is picked here".to_owned(),
            ));
        }
        (None, _) => {}
    }
    Ok(asked)
}

fn summed_up<'m>(
    asked: &Asked,
    chosen: &[&'m Mutant],
    mutants: &[Mutant],
    state: &State,
    marks: &Marks,
) -> Report<'m> {
    let tried: Vec<_> = chosen
        .iter()
        .map(|mutant| (*mutant, state.fate(mutant, marks)))
        .collect();
    let is_older = |mutant: &Mutant, fate: Option<Fate>| {
        fate.is_some_and(|fate| fate != Fate::Unviable) && !state.is_of_today(mutant, marks)
    };
    let older = tried
        .iter()
        .filter(|(mutant, fate)| is_older(mutant, *fate));
    Report {
        chosen: match asked.which {
            Which::Sample(seed) => Chosen::Sample(seed),
            Which::InDiff(_) => Chosen::Changed,
            Which::All => Chosen::All,
        },
        mutants: mutants.len(),
        files: marks.files.len(),
        older: older.count(),
        tried,
    }
}

fn report_file() -> PathBuf {
    workspace::root().join("tests").join("mutants.md")
}

fn write(report: &Report<'_>, mutants: &[Mutant]) -> Result<()> {
    let file = report_file();
    let before = fs::read_to_string(&file).unwrap_or_default();
    fs::write(&file, report.markdown(&before, mutants)).doing(file.display())
}

/// Prints the result; a complete run fails below the wanted score, and where a survivor has no reason.
fn conclude(
    asked: &Asked,
    chosen: &[&Mutant],
    mutants: &[Mutant],
    state: &State,
    marks: &Marks,
) -> Result<ExitCode> {
    let report = summed_up(asked, chosen, mutants, state, marks);
    if asked.writes() {
        write(&report, mutants)?;
    }
    let written = fs::read_to_string(report_file()).unwrap_or_default();
    let unexplained = report.unexplained(&written);
    for survivor in &unexplained {
        println!("no reason: {survivor}");
    }
    if chosen.is_empty() {
        println!("no changed file holds a mutant");
        return Ok(ExitCode::SUCCESS);
    }
    println!("{}", report.line());
    if !report.is_complete() {
        println!("not complete: the next call goes on");
        return Ok(ExitCode::SUCCESS);
    }
    if report.score().is_some_and(|score| score < WANTED) {
        let wanted = WANTED / 10;
        return Err(Stop::Failed(format!("fewer than {wanted} % were caught")));
    }
    match unexplained.len() {
        0 => Ok(ExitCode::SUCCESS),
        count => Err(Stop::Failed(format!(
            "{count} survivors without a reason in tests/mutants.md"
        ))),
    }
}

/// The tool, and the folder in which it works.
struct Work {
    tools: Tools,
    folder: PathBuf,
    jobs: Option<usize>,
}

impl Work {
    /// All mutants of rules and facts.
    fn list(&self) -> Result<Vec<Mutant>> {
        let config = self.configure(&[])?;
        let mut command = self.tools.command("cargo-mutants");
        command.args(["mutants", "--list", "--json", "--config"]);
        let answer = shell::answer(command.arg(config))?;
        let root = workspace::root();
        sample::listed(&answer, |file| {
            fs::read_to_string(root.join(file)).doing(file)
        })
    }

    /// Tests these mutants in a copy of the project, below the target directory; `all` are those that there are.
    fn test(&self, mutants: &[&Mutant], all: &[Mutant], marks: &Marks) -> Result<()> {
        let copies = self.folder.join("copies");
        // A run that was killed leaves its copy, with all that was built in it.
        if copies.exists() {
            fs::remove_dir_all(&copies).doing(copies.display())?;
        }
        fs::create_dir_all(&copies).doing(copies.display())?;
        let config = self.configure(mutants)?;
        let old = self.folder.join("mutants.out");
        if old.exists() {
            fs::remove_dir_all(&old).doing(old.display())?;
        }
        // The tool's filters by name let every deleted field of a struct through: what it tells is taken anyway.
        State::ask(&self.folder, all, marks)?;
        let mut command = self.bounded();
        command.args(["mutants", "--config"]).arg(config);
        command.arg("--output").arg(&self.folder);
        if let Some(jobs) = self.jobs {
            command.args(["--jobs", &jobs.to_string()]);
        }
        for variable in ["TMPDIR", "TMP"] {
            command.env(variable, &copies);
        }
        // Each copy builds beside itself: what two copies build differs.
        let ended = shell::run(command.env_remove("CARGO_TARGET_DIR"), LIMIT);
        fs::remove_dir_all(&copies).doing(copies.display())?;
        ended
    }

    /// cargo-mutants, with a bound on the memory of all that it starts where the system has one.
    #[cfg(unix)]
    fn bounded(&self) -> Command {
        let mut command = self.tools.command("sh");
        let script = format!("ulimit -v {MEMORY_KILOBYTES}; exec cargo-mutants \"$@\"");
        command.args(["-c", &script, "cargo-mutants"]);
        command
    }

    #[cfg(not(unix))]
    fn bounded(&self) -> Command {
        self.tools.command("cargo-mutants")
    }

    /// The tool's settings, with the names of these mutants: too many for a command line.
    fn configure(&self, mutants: &[&Mutant]) -> Result<PathBuf> {
        let file = self.folder.join("config.toml");
        fs::write(&file, config(mutants)).doing(file.display())?;
        Ok(file)
    }
}

fn config(mutants: &[&Mutant]) -> String {
    let files: BTreeSet<&str> = mutants.iter().map(|it| it.file.as_str()).collect();
    let globs: Vec<String> = if files.is_empty() {
        MUTATED.iter().map(|at| format!("{at}/**/*.rs")).collect()
    } else {
        files.into_iter().map(str::to_owned).collect()
    };
    let names: Vec<String> = mutants.iter().map(|it| sample::exactly(&it.name)).collect();
    let skipped = SKIPPED.iter().flat_map(|name| ["--skip", *name]);
    let test: Vec<&str> = ["--"].into_iter().chain(skipped).collect();
    // Texts and lists of JSON are texts and lists of TOML.
    format!(
        "profile = \"mutants\"\n\
         additional_cargo_args = [\"--lib\", \"--test\", \"rules\"]\n\
         additional_cargo_test_args = {}\n\
         minimum_test_timeout = {TEST_LIMIT_SECONDS}.0\n\
         examine_globs = {}\n\
         examine_re = {}\n\
         # A judgement has no default: such a mutant does not compile.\n\
         exclude_re = [\"-> Judged with Default::default\"]\n",
        json!(test),
        json!(globs),
        json!(names)
    )
}

/// The texts on which the fates rest, as numbers.
fn marks(mutants: &[Mutant]) -> Result<Marks> {
    let root = workspace::root();
    let mut texts = BTreeMap::new();
    for part in JUDGED_BY {
        read_below(&root, &root.join(part), &mut texts)?;
    }
    let mutated: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.file.as_str()).collect();
    let mut files = BTreeMap::new();
    let mut all = String::new();
    for (file, mark) in texts {
        all.push_str(&format!("{file} {mark}\n"));
        if mutated.contains(file.as_str()) {
            files.insert(file, mark);
        }
    }
    let all = format!("{:016x}", hash(all.as_bytes()));
    Ok(Marks { files, all })
}

fn read_below(root: &Path, path: &Path, texts: &mut BTreeMap<String, String>) -> Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path).doing(path.display())? {
            read_below(root, &entry.doing(path.display())?.path(), texts)?;
        }
        return Ok(());
    }
    let bytes = fs::read(path).doing(path.display())?;
    let name = path.strip_prefix(root).unwrap_or(path);
    let name = name.to_string_lossy().replace('\\', "/");
    texts.insert(name, format!("{:016x}", hash(&bytes)));
    Ok(())
}

/// The files of rules and facts that differ from a revision, those that git does not know yet among them.
fn changed_files(revision: Option<&str>) -> Result<BTreeSet<String>> {
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(workspace::root()).args(args);
        shell::answer(git.arg("--").args(MUTATED))
    };
    let base = revision.unwrap_or("main");
    let differ = git(&["diff", "--name-only", "--relative", "--merge-base", base])
        .map_err(|stop| Stop::Failed(format!("{stop}: name a revision, `--in-diff REVISION`")))?;
    let new = git(&["ls-files", "--others", "--exclude-standard"])?;
    Ok(differ
        .lines()
        .chain(new.lines())
        .map(str::to_owned)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Asked> {
        let args: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&args)
    }

    #[test]
    fn without_arguments_a_sample_is_tested_to_its_end() {
        let asked = parsed("").unwrap();
        assert_eq!(asked.which, Which::Sample(SEED));
        assert_eq!(
            (asked.limit, asked.jobs, asked.fresh),
            (usize::MAX, None, false)
        );
        assert!(asked.writes());
    }

    #[test]
    fn arguments_choose_what_is_tested() {
        assert_eq!(parsed("--seed 9").unwrap().which, Which::Sample(9));
        assert_eq!(parsed("--all").unwrap().which, Which::All);
        assert_eq!(
            parsed("--in-diff --jobs 2").unwrap().which,
            Which::InDiff(None)
        );
        let asked = parsed("--in-diff HEAD~2 --limit 20 --fresh").unwrap();
        assert_eq!(asked.which, Which::InDiff(Some("HEAD~2".to_owned())));
        assert_eq!((asked.limit, asked.fresh), (20, true));
        assert!(!asked.writes());
    }

    #[test]
    fn arguments_that_make_no_sense_are_told() {
        for line in [
            "--limit",
            "--seed x",
            "--all --in-diff",
            "--all --seed 4",
            "--everything",
        ] {
            assert!(matches!(parsed(line), Err(Stop::Usage(_))), "{line}");
        }
    }

    #[test]
    fn the_tools_settings_hold_each_name_as_a_pattern() {
        let mutant = Mutant {
            file: "src/rules/a.rs".to_owned(),
            name: r#"src/rules/a.rs:1:2: replace "\" with x"#.to_owned(),
            key: String::new(),
        };
        let text = config(&[&mutant]);
        assert!(
            text.contains(r#"examine_globs = ["src/rules/a.rs"]"#),
            "{text}"
        );
        let everything = config(&[]);
        assert!(
            everything.contains(r#"examine_globs = ["src/rules/**/*.rs","src/facts/**/*.rs"]"#),
            "{everything}"
        );
        assert!(
            text.contains(r#"examine_re = ["^src/rules/a\\.rs:1:2: replace \"\\\\\" with x$"]"#),
            "{text}"
        );
    }

    #[test]
    fn the_profile_and_the_tests_that_the_tool_is_given_exist() {
        let manifest = fs::read_to_string(workspace::root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains("[profile.mutants]"));
        assert!(manifest.contains("name = \"rules\"\npath = \"tests/rules.rs\""));
        let tests: Vec<String> = ["mirrors", "implied", "settings"]
            .iter()
            .map(|file| workspace::root().join(format!("tests/it/{file}.rs")))
            .map(|file| fs::read_to_string(file).unwrap())
            .collect();
        for name in SKIPPED {
            assert!(tests.iter().any(|text| text.contains(name)), "{name}");
        }
        for part in MUTATED.iter().chain(&JUDGED_BY) {
            assert!(workspace::root().join(part).exists(), "{part}");
        }
    }

    #[test]
    fn marks_change_with_the_text_of_a_file() {
        let folder = std::env::temp_dir().join(format!("xtask-marks-{}", std::process::id()));
        fs::create_dir_all(folder.join("a")).unwrap();
        let read = |text: &str| {
            fs::write(folder.join("a").join("b.rs"), text).unwrap();
            let mut texts = BTreeMap::new();
            read_below(&folder, &folder, &mut texts).unwrap();
            texts.remove("a/b.rs").unwrap()
        };
        let first = read("one");
        assert_ne!(first, read("two"));
        assert_eq!(first, read("one"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
