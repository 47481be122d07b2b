//! `vaultplan map`: the picture of a plan as SVG, which carries the plan.

use vaultplan::map::{self, Asked, Focus};
use vaultplan::model;
use vaultplan::report::{self};

use crate::End;
use crate::args::MapArgs;
use crate::check::{one_topology, unusable, worded};
use crate::out;
use crate::say;

/// Prints the picture of one document.
pub(crate) fn run(args: &MapArgs) -> End {
    let lang = args.lang();
    let input = match one_topology(&args.file, lang) {
        Ok(input) => input,
        Err(messages) => return unusable(&messages),
    };
    let plan = match model::read(&input.bytes) {
        Ok(plan) => plan,
        Err(problems) => return unusable(&worded(&input.name, &problems, lang)),
    };
    let options = args.judging.options();
    let report = report::check(&plan, options);
    let asked = Asked {
        lang,
        focus: args.focus.as_deref().map_or(Focus::Whole, Focus::Chain),
        stopped: report.stopped,
    };
    let picture = map::layout(&report.facts, &report.findings, &asked);
    if let Some(id) = args.focus.as_deref().filter(|_| !picture.focused) {
        return unusable(&[say::not_on_map(&input.name, id, lang)]);
    }
    out::print(|o| o.write_all(map::write(&picture, &plan).as_bytes()));
    End::Clean
}
