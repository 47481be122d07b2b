//! `vaultplan prices`: the built-in price books, rate by rate.

use std::io::{self, Write};

use vaultplan::catalog::price_items::{Bill, Item};
use vaultplan::cost::books::{self, BuiltIn};
use vaultplan::cost::formula::trust;
use vaultplan::lang::{Lang, Text};
use vaultplan::model::{Book, Rate};
use vaultplan::report::prices as words;
use vaultplan::text::suggest;

use crate::End;
use crate::args::{Format, PricesArgs};
use crate::check::unusable;
use crate::out;
use crate::paint::{Paint, Tone, wrap};

/// Columns of prose.
const COLUMNS: usize = 100;

/// Shows one book or all of them.
pub(crate) fn run(args: &PricesArgs) -> End {
    let shown: Vec<&'static BuiltIn> = match &args.id {
        None => books::BUILT_IN.iter().collect(),
        Some(id) => match books::BUILT_IN.iter().find(|one| one.id == id) {
            Some(one) => vec![one],
            None => return unusable(&[no_such_book(id, args.show.mistakes_lang())]),
        },
    };
    let lang = args.show.lang();
    match (args.show.format, &args.id) {
        // The book as it is committed, to be edited.
        (Format::Json, Some(_)) => out::print(|o| {
            for one in &shown {
                o.write_all(one.text.as_bytes())?;
            }
            Ok(())
        }),
        (Format::Json, None) => out::print(|o| write_all(o, &shown)),
        (Format::Human, _) => {
            let paint = Paint::for_stdout();
            out::show(paint.is_on(), |o| {
                for (at, book) in shown.iter().filter_map(|one| one.book()).enumerate() {
                    if at > 0 {
                        writeln!(o)?;
                    }
                    write_book(o, book, lang, paint)?;
                }
                writeln!(o, "\n{}", paint.paint(Tone::Quiet, TO_EDIT.get(lang)))
            });
        }
    }
    End::Clean
}

const TO_EDIT: Text = Text::new(
    "`vaultplan prices ID --format json` prints a book as a file to be edited and given to `vaultplan cost --book`",
    "`vaultplan prices 标识 --format json` 将价格表输出为文件，可编辑后交给 `vaultplan cost --book`",
);

/// Says that there is no such book, and which there are.
pub(crate) fn no_such_book(id: &str, lang: Lang) -> String {
    let ids: Vec<&str> = books::BUILT_IN.iter().map(|one| one.id).collect();
    let near = suggest::nearest(id, ids.iter().copied()).map(|near| match lang {
        Lang::En => format!("; did you mean `{near}`?"),
        Lang::Zh => format!("；是否想写 `{near}`？"),
    });
    let near = near.unwrap_or_default();
    let list: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    match lang {
        Lang::En => format!(
            "vaultplan: there is no built-in price book `{id}`; expected {}{near}",
            list.join(", ")
        ),
        Lang::Zh => format!(
            "vaultplan: 没有内置价格表 `{id}`；应为 {}{near}",
            list.join("、")
        ),
    }
}

/// Every book in one document.
fn write_all(o: &mut dyn Write, shown: &[&BuiltIn]) -> io::Result<()> {
    writeln!(
        o,
        "{{\n  \"format\": \"vaultplan-price-books/1\",\n  \"books\": ["
    )?;
    for (at, one) in shown.iter().enumerate() {
        let comma = if at + 1 < shown.len() { "," } else { "" };
        let text = one.text.trim_end().replace('\n', "\n    ");
        writeln!(o, "    {text}{comma}")?;
    }
    writeln!(o, "  ]\n}}")
}

fn write_book(o: &mut dyn Write, book: &Book<'_>, lang: Lang, paint: Paint) -> io::Result<()> {
    let name = words::book_name(book, lang);
    let head = format!("  {name} · {}", &*book.version);
    writeln!(
        o,
        "{}{}",
        paint.paint(Tone::Strong, &book.id),
        paint.paint(Tone::Quiet, &head)
    )?;
    for line in wrap(words::book_note(book, lang), COLUMNS) {
        writeln!(o, "{line}")?;
    }
    for bill in Bill::ALL {
        writeln!(o, "\n{}", paint.paint(Tone::Strong, bill.label().get(lang)))?;
        for item in Item::ALL.iter().filter(|item| item.bill() == bill) {
            for rate in book.rates.iter().filter(|rate| *rate.item == *item.id()) {
                write_rate(o, book, *item, rate, lang, paint)?;
            }
        }
    }
    Ok(())
}

fn write_rate(
    o: &mut dyn Write,
    book: &Book<'_>,
    item: Item,
    rate: &Rate<'_>,
    lang: Lang,
    paint: Paint,
) -> io::Result<()> {
    let title = item.title().get(lang);
    let quiet = |text: &str| paint.paint(Tone::Quiet, text);
    let id = item.id();
    writeln!(o, "  {title}  {}", quiet(id))?;
    let known = rate.is_priced() || rate.same_as.is_some();
    for (at, line) in words::rate(book, item, rate, lang).iter().enumerate() {
        let unknown = at == 0 && !known;
        let line = if unknown {
            paint.paint(Tone::Undecided, line)
        } else {
            line.clone()
        };
        writeln!(o, "    {line}")?;
    }
    if let Some(regions) = words::regions(book, rate, lang) {
        for line in wrap(&regions, COLUMNS - 6) {
            writeln!(o, "    {line}")?;
        }
    }
    for line in note(rate, lang) {
        writeln!(o, "    {line}")?;
    }
    for line in source(book, item, rate, known, lang) {
        writeln!(o, "    {}", quiet(&line))?;
    }
    Ok(())
}

fn note(rate: &Rate<'_>, lang: Lang) -> Vec<String> {
    let note = words::note(rate, lang);
    if note.is_empty() {
        Vec::new()
    } else {
        wrap(note, COLUMNS - 6)
    }
}

/// How far a rate can be trusted and which page prints it; of an unknown one, which page would.
fn source(book: &Book<'_>, item: Item, rate: &Rate<'_>, known: bool, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if let (Some(confidence), Some(source)) = (rate.confidence, rate.source.as_deref()) {
        let trusted = trust(confidence).get(lang);
        lines.push(format!("{trusted} · {}", words::page(source, lang)));
        lines.extend(source.address.as_deref().map(str::to_owned));
    }
    if !known {
        lines.push(PRINTED.get(lang).to_owned());
        lines.push(words::printed_at(book, item, Some(rate)).to_owned());
    }
    lines
}

const PRINTED: Text = Text::new("the vendor prints the price at", "厂商在此公布价格");
