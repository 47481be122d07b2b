//! The command `vaultplan`. It reads files, the clock and the environment, and prints; every judgement is the
//! engine's.

mod args;
mod check;
mod compare;
mod convert;
mod cost;
mod coverage;
mod evidence;
mod fix;
mod human;
mod input;
mod map;
mod out;
mod paint;
mod places;
mod prices;
mod rulebook;
mod say;

use std::process::ExitCode;

use args::Command;

/// How a run ends, as its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Nothing at or above the threshold fails or is undecided.
    Clean = 0,
    /// Something is.
    Found = 1,
    /// Wrong usage, or input that cannot be read.
    Unusable = 2,
    /// The check stopped early, or the program is at fault.
    Stopped = 3,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        Self::from(end as u8)
    }
}

fn main() -> ExitCode {
    // A panic is a defect of this program, not of the plan: it must not look like a finding (1) or like wrong
    // usage (2).
    std::panic::set_hook(Box::new(|info| {
        out::complain(&say::internal_error(
            &info.to_string(),
            args::environment_lang(),
        ));
        std::process::exit(End::Stopped as i32);
    }));
    let end = match args::read(std::env::args_os()) {
        Ok(Command::Check(check)) => check::run(&check),
        Ok(Command::Rules(rules)) => rulebook::list(&rules),
        Ok(Command::Explain(explain)) => match &explain.file {
            None => rulebook::explain(&explain),
            Some(file) => evidence::run(&explain, file),
        },
        Ok(Command::Fix(fix)) => fix::run(&fix),
        Ok(Command::Compare(compare)) => compare::run(&compare),
        Ok(Command::Map(map)) => map::run(&map),
        Ok(Command::Coverage(coverage)) => coverage::run(&coverage),
        Ok(Command::Cost(cost)) => cost::run(&cost),
        Ok(Command::Prices(prices)) => prices::run(&prices),
        Ok(Command::Convert(convert)) => convert::run(&convert),
        Err(args::Stop::Shown(text)) => {
            out::print(|o| o.write_all(text.as_bytes()));
            End::Clean
        }
        Err(args::Stop::Wrong(text)) => {
            out::complain(&text);
            End::Unusable
        }
    };
    end.into()
}
