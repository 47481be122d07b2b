//! `vaultplan cost`: what a plan costs, month by month, at the rates of a price book, and whether a budget is kept.

mod books;
mod compared;
mod gate;
mod human;
mod ranges;
mod table;
mod words;

use vaultplan::cost::{Estimate, NoteKind, Options, Prices, as_json, csv, estimate};
use vaultplan::facts::Facts;
use vaultplan::lang::Lang;
use vaultplan::model::problem::ProblemKind;
use vaultplan::model::{self, Problem, Topology, time};
use vaultplan::report::plain::Plain;

use crate::End;
use crate::args::{CostArgs, TableFormat};
use crate::check::{clock, one_topology, placed, unusable, worded};
use crate::input::Input;
use crate::out;
use crate::paint::Paint;
use crate::places::Places;
use crate::say;
use books::Chosen;
use compared::Compared;
use gate::Gate;

/// Seconds of a day.
const DAY: i64 = 86_400;
/// How long before now an estimate may begin: the month that runs is not over yet.
const RUNNING_MONTH: i64 = 31 * DAY;

/// Estimates one document.
pub(crate) fn run(args: &CostArgs) -> End {
    match try_run(args) {
        Ok(end) => end,
        Err(messages) => unusable(&messages),
    }
}

fn try_run(args: &CostArgs) -> Result<End, Vec<String>> {
    let mistakes = args.show.mistakes_lang();
    let named = std::iter::once(&args.file)
        .chain(&args.compare)
        .chain(&args.book);
    if named.filter(|file| file.as_os_str() == "-").count() > 1 {
        return Err(vec![say::stdin_twice(mistakes)]);
    }
    let input = one_topology(&args.file, mistakes)?;
    let plan = read(&input, mistakes)?;
    if args.compare.is_some() && args.show.format == TableFormat::Csv {
        return Err(vec![words::no_csv_of_two(mistakes)]);
    }
    let other = args
        .compare
        .as_ref()
        .map(|file| one_topology(file, mistakes));
    let other = other.transpose()?;
    let other = match &other {
        Some(input) => Some((input, read(input, mistakes)?)),
        None => None,
    };
    let now = args.judging.now.unwrap_or_else(clock);
    let chosen = books::choose(&args.book, &plan, &input, mistakes)?;
    let first = Priced::new(&input, &plan, &chosen, now, args)?;
    let base = match &other {
        Some((input, plan)) => Some(Priced::new(input, plan, &chosen, now, args)?),
        None => None,
    };
    let compared = base.as_ref().map(|base| Compared::new(base, &first));
    let lang = args.show.lang();
    let gate = Gate {
        max_total: args.max_total,
        min_coverage: args.min_coverage,
    };
    let verdict = gate.judge(&first.estimate);
    match (args.show.format, &compared) {
        (TableFormat::Human, _) => {
            let paint = Paint::for_stdout();
            let sheet = human::Sheet::new(&first, &chosen, args.by(), now, lang, paint);
            out::show(paint.is_on(), |o| {
                sheet.write(o)?;
                if let Some(compared) = &compared {
                    compared.write(o, lang, paint)?;
                }
                verdict.write(o, lang, paint)
            });
        }
        (TableFormat::Json, Some(compared)) => print_json(&compared.json()),
        (TableFormat::Json, None) => {
            print_json(&as_json::cost(&first.facts, &first.estimate, lang));
        }
        (TableFormat::Csv, _) => {
            out::print(|o| write!(o, "{}", csv::write(&first.facts, &first.estimate, lang)));
        }
    }
    if args.show.format != TableFormat::Human {
        for complaint in verdict.complaints(mistakes) {
            out::complain(&complaint);
        }
    }
    Ok(if verdict.is_kept() {
        End::Clean
    } else {
        End::Found
    })
}

fn print_json(json: &Plain<'_>) {
    out::print(|o| {
        serde_json::to_writer_pretty(&mut *o, json)?;
        writeln!(o)
    });
}

fn read<'i>(input: &'i Input, lang: Lang) -> Result<Topology<'i>, Vec<String>> {
    model::read(&input.bytes).map_err(|problems| worded(&input.name, &problems, lang))
}

/// A plan with what it costs.
pub(crate) struct Priced<'p> {
    pub(crate) input: &'p Input,
    pub(crate) facts: Facts<'p>,
    pub(crate) estimate: Estimate,
}

impl<'p> Priced<'p> {
    /// Estimates a plan.
    ///
    /// # Errors
    /// What the plan states that cannot be used, each with its place, the value found and what was expected.
    fn new(
        input: &'p Input,
        plan: &'p Topology<'p>,
        chosen: &'p Chosen,
        now: i64,
        args: &CostArgs,
    ) -> Result<Self, Vec<String>> {
        let lang = args.show.mistakes_lang();
        let problems = mistakes(input, plan, chosen, now);
        if !problems.is_empty() {
            return Err(worded(&input.name, &problems, lang));
        }
        let edition = args.judging.edition().unwrap_or_else(|| plan.edition());
        let facts = Facts::new(plan, edition, Some(now));
        let prices = Prices::new(&chosen.list, chosen.own.as_ref(), plan);
        let options = Options {
            months: args.months,
            now: Some(now),
        };
        let estimate = estimate(&facts, &prices, options);
        let priced = Self {
            input,
            facts,
            estimate,
        };
        let errors = priced.errors(lang);
        if errors.is_empty() {
            Ok(priced)
        } else {
            Err(errors)
        }
    }

    /// What the estimate left out because it contradicts itself: nothing is to be gated by the rest.
    fn errors(&self, lang: Lang) -> Vec<String> {
        let errors = self
            .estimate
            .notes
            .iter()
            .filter(|note| note.kind == NoteKind::Error);
        let mut places = None;
        errors
            .map(|note| {
                let places = places.get_or_insert_with(|| self.places());
                let pointer = note.object.pointer(&note.path);
                placed(
                    &self.input.name,
                    places.find(&pointer),
                    &pointer,
                    &note.say(lang),
                )
            })
            .collect()
    }

    /// The lines of the document.
    pub(crate) fn places(&self) -> Places<'_> {
        Places::new(std::str::from_utf8(&self.input.bytes).unwrap_or_default())
    }
}

/// What a plan states for its estimate that the reader lets pass and that cannot be used.
fn mistakes(input: &Input, plan: &Topology<'_>, chosen: &Chosen, now: i64) -> Vec<Problem> {
    let mut problems = ranges::turned(plan);
    if let Some(estimate) = plan.estimate.as_deref() {
        let of_rates = model::read_book::faults(&estimate.rates, &chosen.list.currency);
        problems.extend(of_rates.into_iter().map(|mut problem| {
            problem.pointer.insert_str(0, "/estimate/rates");
            problem
        }));
    }
    let start = plan
        .estimate
        .as_ref()
        .and_then(|estimate| estimate.start.as_ref());
    if let Some(start) = start
        && start.unix < now - RUNNING_MONTH
    {
        let earliest = time::format(now - RUNNING_MONTH);
        problems.push(Problem {
            pointer: "/estimate/start".to_owned(),
            position: None,
            kind: ProblemKind::WrongValue,
            found: Some(time::format(start.unix)),
            expected: words::not_before(&earliest),
            suggestion: None,
        });
    }
    if !problems.is_empty() {
        let places = Places::new(std::str::from_utf8(&input.bytes).unwrap_or_default());
        for problem in &mut problems {
            problem.position = places.find(&problem.pointer);
        }
    }
    problems
}
