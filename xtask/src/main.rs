//! Chores of the project: set up the tools, build, serve, test, audit, measure.
//! Conveniences only; nothing here knows a vault or a rule.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command for people: results on standard output, progress on standard error"
)]

mod audit;
mod bench;
mod browser;
mod declarations;
mod http;
mod links;
mod mutants;
mod parts;
mod serve;
mod shell;
mod shots;
mod site;
mod size;
mod summary;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use shell::Stop;

const USAGE: &str = "\
usage: cargo xtask <command>

  serve [--port N]       build planner and documentation, serve both on 127.0.0.1
  build                  the same without serving: everything into `dist/`
  test [--only PART]...  every test; `--list` names the parts
  audit [--only PART]... licences, accessibility of all pages, Lighthouse, Firefox, sizes
  size                   sizes of what the site ships, against their budgets
  bench                  benchmarks of the engine, native and in the browser
  mutants                breaks rules and facts on purpose, tells which breaks the tests miss; goes on where
                         it stopped, writes `tests/mutants.md`. A seeded sample ([--seed N]), or
                         [--in-diff [REVISION]] all of the files changed since then, or [--all].
                         [--limit N] stops early, [--jobs N] builds side by side, [--fresh] forgets
  shots                  pictures of every view, into the target directory

Tools are pinned, and installed once into $VAULTPLAN_CACHE (else $XDG_CACHE_HOME/vaultplan, else ~/.cache/vaultplan).";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", [].as_slice()),
    };
    let done = match command {
        "serve" => serve::command(rest),
        "build" => site::command(rest),
        "test" => test::command(rest),
        "audit" => audit::command(rest),
        "size" => size::command(rest),
        "bench" => bench::command(rest),
        "mutants" => mutants::command(rest),
        "shots" => shots::command(rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(Stop::Usage(format!("there is no command `{other}`"))),
    };
    done.unwrap_or_else(|stop| {
        eprintln!("xtask: {stop}");
        if matches!(stop, Stop::Usage(_)) {
            eprintln!("{USAGE}");
        }
        stop.exit_code()
    })
}
