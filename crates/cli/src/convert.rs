//! `vaultplan convert`: reads the files into one plan and writes it as the canonical document. What is to be known about
//! the input is said on standard error.

use std::io::{self, Write};

use vaultplan::finding::Severity;
use vaultplan::import::Import;
use vaultplan::model::{self, Topology};

use crate::End;
use crate::args::{ConvertArgs, Target};
use crate::check::{self, unusable};
use crate::human;
use crate::out;
use crate::say;

/// Converts the files.
pub(crate) fn run(args: &ConvertArgs) -> End {
    let lang = args.lang();
    let read = check::read(&args.files, lang, |plan, import| {
        write(plan, args.to);
        import.map_or(End::Clean, |import| told(import, args))
    });
    read.unwrap_or_else(|messages| unusable(&messages))
}

fn write(plan: &Topology<'_>, to: Target) {
    let text = match to {
        Target::Topology => model::write(plan),
    };
    out::print(|o| o.write_all(text.as_bytes()));
}

/// Says what was understood, and ends as a check would over what could not be judged.
fn told(import: &Import, args: &ConvertArgs) -> End {
    let mut text = Vec::new();
    // Writing into memory does not fail.
    let _ = lines(&mut text, import, args);
    out::complain(String::from_utf8_lossy(&text).trim_end());
    if import.unjudged() >= Some(Severity::Error) && !args.allow_undecided {
        End::Found
    } else {
        End::Clean
    }
}

fn lines(o: &mut Vec<u8>, import: &Import, args: &ConvertArgs) -> io::Result<()> {
    let lang = args.lang();
    let said = import.worded(lang);
    for line in said.understood.iter().chain(&said.notes) {
        writeln!(o, "{}", human::flat(line))?;
    }
    for (why, fields) in human::ignored(import) {
        writeln!(o, "{}{fields}", say::ignored(why, lang))?;
    }
    Ok(())
}
