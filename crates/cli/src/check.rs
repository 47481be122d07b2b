//! `vaultplan check`: reads the files into one plan, lets the engine judge it, shows the report.

use std::time::{SystemTime, UNIX_EPOCH};

use vaultplan::finding::{Outcome, Severity};
use vaultplan::lang::Lang;
use vaultplan::model::{self, Problem};
use vaultplan::report::{self, Options, Report, json};

use crate::End;
use crate::args::{CheckArgs, Format};
use crate::human;
use crate::input::{self, Input};
use crate::out;
use crate::paint::Paint;
use crate::places::Places;
use crate::say;

/// Checks the files.
pub(crate) fn run(args: &CheckArgs) -> End {
    let lang = args.show.mistakes_lang();
    if args.files.iter().filter(|f| f.as_os_str() == "-").count() > 1 {
        out::complain(&say::stdin_twice(lang));
        return End::Unusable;
    }
    let inputs = match input::read_all(&args.files, lang) {
        Ok(inputs) => inputs,
        Err(messages) => return unusable(&messages),
    };
    match inputs.as_slice() {
        [only] => topology(only, args, lang),
        [first, second, ..] => unusable(&[say::two_topologies(&first.name, &second.name, lang)]),
        [] => End::Unusable,
    }
}

fn topology(input: &Input, args: &CheckArgs, lang: Lang) -> End {
    if input.bytes.iter().all(u8::is_ascii_whitespace) {
        return unusable(&[say::empty_file(&input.name, lang)]);
    }
    let plan = match model::read(&input.bytes) {
        Ok(plan) => plan,
        Err(problems) => return unusable(&worded(&input.name, &problems, lang)),
    };
    let now = args.now.unwrap_or_else(clock);
    let options = Options {
        edition: args.edition(),
        now: Some(now),
    };
    let report = report::check(&plan, options);
    show(&report, input, args);
    end(&report, args)
}

fn show(report: &Report<'_>, input: &Input, args: &CheckArgs) {
    let lang = args.show.lang();
    match args.show.format {
        Format::Json => out::print(|o| {
            serde_json::to_writer_pretty(&mut *o, &json::report(report, lang, None))?;
            writeln!(o)
        }),
        Format::Human => {
            let text = std::str::from_utf8(&input.bytes).unwrap_or_default();
            let page = human::Page {
                report,
                file: &input.name,
                places: (!report.findings.is_empty()).then(|| Places::new(text)),
                clock: args.now.is_none(),
                lang,
                paint: Paint::for_stdout(),
            };
            out::print(|o| page.write(o));
        }
    }
}

/// The exit code that a report deserves. A check that stopped early says so whatever it found: its list is not
/// whole.
fn end(report: &Report<'_>, args: &CheckArgs) -> End {
    let counts = |severity: Severity, outcome: &Outcome| {
        severity >= args.fail_on() && (matches!(outcome, Outcome::Fail(_)) || !args.allow_undecided)
    };
    if report.stopped {
        End::Stopped
    } else if report
        .findings
        .iter()
        .any(|f| counts(f.severity, &f.outcome))
    {
        End::Found
    } else {
        End::Clean
    }
}

/// The problems of a file, as `file:line:column: message`, with the pointer where there is one.
fn worded(file: &str, problems: &[Problem], lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = problems
        .iter()
        .map(|problem| {
            let place = match problem.position {
                Some(at) => format!("{file}:{}:{}", at.line, at.column),
                None => file.to_owned(),
            };
            let message = problem.message(lang);
            if problem.pointer.is_empty() {
                format!("{place}: {message}")
            } else {
                format!("{place}: {message} [{}]", problem.pointer)
            }
        })
        .collect();
    if problems.len() >= vaultplan::catalog::limits::PROBLEMS {
        lines.push(say::more_problems(lang));
    }
    lines
}

fn unusable(messages: &[String]) -> End {
    out::complain(&messages.join("\n"));
    End::Unusable
}

/// Seconds since 1970 by the machine's clock.
fn clock() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.ok()
        .and_then(|d| i64::try_from(d.as_secs()).ok())
        .unwrap_or_default()
}
