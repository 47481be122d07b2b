//! `vaultplan coverage`: which source has a copy in another region, and what a restore from it needs.

use vaultplan::facts::Facts;
use vaultplan::lang::Lang;
use vaultplan::model;
use vaultplan::questions::coverage::say::{Column, cell, totals};
use vaultplan::questions::coverage::{Answer, Coverage, Row, coverage, csv, json};

use crate::End;
use crate::args::{CoverageArgs, TableFormat};
use crate::check::{clock, one_topology, unusable, worded};
use crate::human::flat;
use crate::out;
use crate::paint::{Paint, Tone, width};

/// Prints the table of one document.
pub(crate) fn run(args: &CoverageArgs) -> End {
    let mistakes = args.show.mistakes_lang();
    let input = match one_topology(&args.file, mistakes) {
        Ok(input) => input,
        Err(messages) => return unusable(&messages),
    };
    let plan = match model::read(&input.bytes) {
        Ok(plan) => plan,
        Err(problems) => return unusable(&worded(&input.name, &problems, mistakes)),
    };
    let edition = args.judging.edition().unwrap_or_else(|| plan.edition());
    let facts = Facts::new(&plan, edition, Some(args.judging.now.unwrap_or_else(clock)));
    let (table, lang) = (coverage(&facts), args.show.lang());
    match args.show.format {
        TableFormat::Json => out::print(|o| {
            serde_json::to_writer_pretty(&mut *o, &json::coverage(&facts, &table, lang))?;
            writeln!(o)
        }),
        TableFormat::Csv => out::print(|o| write!(o, "{}", csv::write(&facts, &table, lang))),
        TableFormat::Human => print_text(&facts, &table, lang),
    }
    End::Clean
}

fn print_text(facts: &Facts<'_>, table: &Coverage, lang: Lang) {
    let paint = Paint::for_stdout();
    let answers = [Answer::Yes, Answer::No, Answer::Unknown];
    let words = answers.map(|answer| width(answer.label().get(lang)));
    let wide = words.into_iter().max().unwrap_or_default();
    out::show(paint.is_on(), |o| {
        for row in &table.rows {
            let word = row.offsite.label().get(lang);
            let tone = match row.offsite {
                Answer::Yes => Tone::Pass,
                Answer::No => Tone::Error,
                Answer::Unknown => Tone::Undecided,
            };
            let gap = " ".repeat(wide.saturating_sub(width(word)) + 2);
            let lines = lines(facts, row, lang);
            let mut lines = lines.iter().map(|line| flat(line));
            let first = lines.next().unwrap_or_default();
            writeln!(o, "{}{gap}{first}", paint.paint(tone, word))?;
            for line in lines {
                writeln!(o, "{}{line}", " ".repeat(wide + 2))?;
            }
        }
        writeln!(o, "{}", totals(table, lang))
    });
}

/// What is said of one source: where it lies, then what follows, each in one line.
fn lines(facts: &Facts<'_>, row: &Row, lang: Lang) -> Vec<String> {
    let text = |column| cell(facts, row, column, lang);
    let named = |column: Column| {
        let cell = text(column);
        let colon = if lang == Lang::En { ": " } else { "：" };
        (!cell.is_empty()).then(|| [column.heading().get(lang), colon, &cell].concat())
    };
    let mut lines = vec![format!("{} ({})", text(Column::Source), text(Column::Kind))];
    lines.extend(
        [
            Column::Vaults,
            Column::VaultRegions,
            Column::Copies,
            Column::Restore,
            Column::Kept,
            Column::OffsiteKept,
            Column::Why,
            Column::Missing,
        ]
        .into_iter()
        .filter_map(named),
    );
    lines
}
