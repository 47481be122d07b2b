//! `vaultplan check`: reads the files into one plan, lets the engine judge it, shows the report.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use vaultplan::finding::{Outcome, Severity};
use vaultplan::import::{self, Import, Kind};
use vaultplan::lang::Lang;
use vaultplan::model::problem::ProblemKind;
use vaultplan::model::{self, Problem, Topology};
use vaultplan::report::{self, Report, json, markdown};
use vaultplan::text::locate::Position;

use crate::End;
use crate::args::{CheckArgs, ReportFormat};
use crate::human;
use crate::input::{self, Input};
use crate::out;
use crate::paint::Paint;
use crate::say;

/// Checks the files.
pub(crate) fn run(args: &CheckArgs) -> End {
    let lang = args.show.mistakes_lang();
    let end = with_plan(&args.files, lang, |plan, found| judge(plan, found, args));
    end.unwrap_or_else(|messages| unusable(&messages))
}

/// Reads the files into one plan and hands it on, with what its import says.
///
/// # Errors
/// What stands in the way, in sentences.
pub(crate) fn read(
    files: &[PathBuf],
    lang: Lang,
    hand_on: impl FnOnce(&Topology<'_>, Option<&Import>) -> End,
) -> Result<End, Vec<String>> {
    with_plan(files, lang, |plan, found| match found {
        Found::Document(..) => hand_on(plan, None),
        Found::Import(import) => hand_on(plan, Some(import)),
    })
}

fn with_plan(
    files: &[PathBuf],
    lang: Lang,
    hand_on: impl FnOnce(&Topology<'_>, Found<'_>) -> End,
) -> Result<End, Vec<String>> {
    if files.iter().filter(|f| f.as_os_str() == "-").count() > 1 {
        return Err(vec![say::stdin_twice(lang)]);
    }
    let inputs = input::read_all(files, lang)?;
    match sort(&inputs, lang)? {
        Sorted::Topology(input) => {
            let problems = |problems: Vec<Problem>| worded(&input.name, &problems, lang);
            let plan = model::read(&input.bytes).map_err(problems)?;
            let text = std::str::from_utf8(&input.bytes).unwrap_or_default();
            Ok(hand_on(&plan, Found::Document(&input.name, text)))
        }
        Sorted::Answers(files) => match import::answers::merge(&files) {
            Ok(import) => Ok(hand_on(&import.plan, Found::Import(&import))),
            Err(problems) => {
                let problems = problems.iter();
                Err(problems
                    .map(|p| placed(&p.file, p.position, &p.pointer, &p.message(lang)))
                    .collect())
            }
        },
    }
}

/// What the files of one call are.
enum Sorted<'i> {
    Topology(&'i Input),
    /// Saved answers, each a name and a text.
    Answers(Vec<(&'i str, &'i str)>),
}

/// Tells the files apart by their content.
fn sort(inputs: &[Input], lang: Lang) -> Result<Sorted<'_>, Vec<String>> {
    let mut messages = Vec::new();
    let (mut topologies, mut answers) = (Vec::new(), Vec::new());
    for input in inputs {
        if input.bytes.iter().all(u8::is_ascii_whitespace) {
            messages.push(say::empty_file(&input.name, lang));
            continue;
        }
        let Ok(text) = std::str::from_utf8(&input.bytes) else {
            // The reader says where.
            let problems = model::read(&input.bytes).err().unwrap_or_default();
            messages.extend(worded(&input.name, &problems, lang));
            continue;
        };
        match import::recognise(text) {
            // The plan that a picture carries has been taken out of it.
            Kind::Topology | Kind::Picture => topologies.push(input),
            Kind::Answer => answers.push((input.name.as_str(), text)),
            Kind::Unknown => match not_json(text) {
                Some(problem) => messages.extend(worded(&input.name, &[problem], lang)),
                None => messages.push(say::not_recognised(&input.name, lang)),
            },
        }
    }
    if !messages.is_empty() {
        return Err(messages);
    }
    match (topologies.as_slice(), answers.as_slice()) {
        ([first, second, ..], _) => Err(vec![say::two_topologies(&first.name, &second.name, lang)]),
        ([topology], [(answer, _), ..]) => Err(vec![say::topology_and_answers(
            &topology.name,
            answer,
            lang,
        )]),
        ([topology], []) => Ok(Sorted::Topology(topology)),
        ([], _) => Ok(Sorted::Answers(answers)),
    }
}

/// Why a text is not JSON, by the reader of topology documents.
fn not_json(text: &str) -> Option<Problem> {
    let problems = model::read_text(text).err()?;
    let broken = |p: &Problem| matches!(p.kind, ProblemKind::NotJson(_) | ProblemKind::TooDeep);
    problems.into_iter().find(broken)
}

/// Where a plan was found.
#[derive(Clone, Copy)]
pub(crate) enum Found<'f> {
    /// In a topology document of a name and a text.
    Document(&'f str, &'f str),
    /// In saved answers of the service.
    Import(&'f Import),
}

fn judge(plan: &Topology<'_>, found: Found<'_>, args: &CheckArgs) -> End {
    let options = args.judging.options();
    let report = report::check(plan, options);
    let lang = args.show.lang();
    let import = || match found {
        Found::Document(..) => None,
        Found::Import(import) => Some(import.worded(lang)),
    };
    match args.show.format {
        ReportFormat::Markdown => {
            let text = markdown::markdown(&report, lang, import().as_ref());
            out::print(|o| write!(o, "{text}"));
        }
        ReportFormat::Json => {
            let import = import();
            out::print(|o| {
                serde_json::to_writer_pretty(
                    &mut *o,
                    &json::report(&report, lang, import.as_ref()),
                )?;
                writeln!(o)
            });
        }
        ReportFormat::Human => {
            let paint = Paint::for_stdout();
            let page = human::Page::new(&report, found, args.judging.now.is_none(), lang, paint);
            out::show(paint.is_on(), |o| page.write(o));
        }
    }
    end(&report, found, args)
}

/// The one topology document of a command that takes no answers.
///
/// # Errors
/// What stands in the way, in sentences.
pub(crate) fn one_topology(file: &std::path::Path, lang: Lang) -> Result<Input, Vec<String>> {
    let mut inputs = input::read_all(&[file.to_path_buf()], lang)?;
    if let Sorted::Answers(_) = sort(&inputs, lang)? {
        let name = inputs.first().map_or("", |input| &input.name);
        return Err(vec![say::answers_not_taken(name, lang)]);
    }
    inputs.pop().ok_or_else(Vec::new)
}

/// The exit code that a report deserves. A check that stopped early says so whatever it found: its list is not
/// whole.
fn end(report: &Report<'_>, found: Found<'_>, args: &CheckArgs) -> End {
    let counts = |severity: Severity, outcome: &Outcome| {
        severity >= args.fail_on() && (matches!(outcome, Outcome::Fail(_)) || !args.allow_undecided)
    };
    let unjudged = match found {
        Found::Document(..) => false,
        Found::Import(import) => !args.allow_undecided && import.unjudged() >= Some(args.fail_on()),
    };
    let mut findings = report.findings.iter();
    if report.stopped {
        End::Stopped
    } else if unjudged || findings.any(|f| counts(f.severity, &f.outcome)) {
        End::Found
    } else {
        End::Clean
    }
}

/// The problems of a file, as `file:line:column: message`, with the pointer where there is one.
pub(crate) fn worded(file: &str, problems: &[Problem], lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = problems
        .iter()
        .map(|problem| {
            placed(
                file,
                problem.position,
                &problem.pointer,
                &problem.message(lang),
            )
        })
        .collect();
    if problems.len() >= vaultplan::catalog::limits::PROBLEMS {
        lines.push(say::more_problems(lang));
    }
    lines
}

pub(crate) fn placed(
    file: &str,
    position: Option<Position>,
    pointer: &str,
    message: &str,
) -> String {
    let place = match position {
        Some(at) => format!("{file}:{}:{}", at.line, at.column),
        None => file.to_owned(),
    };
    match pointer {
        "" => format!("{place}: {message}"),
        _ => format!("{place}: {message} [{pointer}]"),
    }
}

pub(crate) fn unusable(messages: &[String]) -> End {
    out::complain(&messages.join("\n"));
    End::Unusable
}

/// Seconds since 1970 by the machine's clock.
pub(crate) fn clock() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.ok()
        .and_then(|d| i64::try_from(d.as_secs()).ok())
        .unwrap_or_default()
}
