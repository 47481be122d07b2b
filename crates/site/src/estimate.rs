//! Worked examples of estimates: a plan, and what the engine makes of it when the site is written.

use vaultplan::cost::formula::formula;
use vaultplan::cost::sum::Sum;
use vaultplan::cost::{Estimate, Line, Money, NoteKind, Options, Prices, books, estimate};
use vaultplan::facts::Facts;
use vaultplan::lang::{Arg, Lang};
use vaultplan::model::sizing::DEFAULT_BOOK;
use vaultplan::model::{self, time};

use crate::Result;
use crate::html::Html;
use crate::parts;
use crate::words;

/// Adds a plan, its lines with their formulas, what each bill comes to, and what was assumed.
///
/// # Errors
/// Why the plan cannot be shown.
pub(crate) fn write(html: &mut Html, lang: Lang, text: &str) -> Result<()> {
    let plan = model::read_text(text).map_err(|problems| {
        let first = problems.first().map(|p| p.message(lang));
        format!("an example does not read: {}", first.unwrap_or_default())
    })?;
    let stated = plan
        .estimate
        .as_ref()
        .and_then(|stated| stated.book.as_deref());
    let id = stated.unwrap_or(DEFAULT_BOOK);
    let book = books::find(id).ok_or_else(|| format!("no price book `{id}`"))?;
    let facts = Facts::new(&plan, plan.edition(), time::parse(parts::NOW));
    let estimate = estimate(&facts, &Prices::new(book, None, &plan), Options::default());
    html.line().el("pre", &[("class", "code")], |html| {
        html.leaf("code", &[], text.trim_end());
    });
    for bill in estimate.bills() {
        let label = bill.label().get(lang);
        let scroll = [
            ("class", "table"),
            ("role", "region"),
            ("tabindex", "0"),
            ("aria-label", label),
        ];
        html.line().el("div", &scroll, |html| {
            html.el("table", &[("class", "prices")], |html| {
                let joint = if lang == Lang::En { ", " } else { "，" };
                html.leaf("caption", &[], &[label, joint, &estimate.currency].concat());
                html.el("thead", &[], |html| {
                    html.el("tr", &[], |html| {
                        for head in [words::LINE, words::MONTH, words::COMPUTED] {
                            html.leaf("th", &[("scope", "col")], head.get(lang));
                        }
                    });
                });
                html.el("tbody", &[], |html| {
                    for (index, line) in estimate.of(bill) {
                        row(html, &facts, &estimate, (index, line), lang);
                    }
                });
                html.el("tfoot", &[], |html| {
                    let first = estimate.first(bill);
                    sum(html, &estimate, &first, words::FIRST_MONTH.get(lang), lang);
                    let last = month_name(estimate.months, lang);
                    sum(html, &estimate, &estimate.steady(bill), &last, lang);
                    let all = words::ALL_MONTHS.fill(lang, &[count(estimate.months)]);
                    sum(html, &estimate, &estimate.total(bill), &all, lang);
                });
            });
        });
    }
    notes(html, &estimate, lang);
    Ok(())
}

fn count(months: u32) -> Arg {
    Arg {
        name: "n",
        value: u64::from(months).into(),
    }
}

fn month_name(month: u32, lang: Lang) -> String {
    words::NTH_MONTH.fill(lang, &[count(month)])
}

/// A line: its first month, and its last where that is another.
fn row(
    html: &mut Html,
    facts: &Facts<'_>,
    estimate: &Estimate,
    (index, line): (usize, &Line),
    lang: Lang,
) {
    let of = |month| formula(estimate, index, month, lang).unwrap_or_default();
    let (first, last) = (of(0), of(estimate.last_month()));
    let rows = if first == last { "1" } else { "2" };
    html.line().el("tr", &[], |html| {
        html.el("th", &[("scope", "row"), ("rowspan", rows)], |html| {
            html.text(&words::capital(line.item.title().get(lang)));
            html.text(match lang {
                Lang::En => ": ",
                Lang::Zh => "：",
            });
            html.text(facts.name(line.object));
        });
        let month = if first == last {
            words::EVERY_MONTH
        } else {
            words::FIRST_MONTH
        };
        html.leaf("td", &[], month.get(lang));
        html.leaf("td", &[], &first);
    });
    if first != last {
        html.line().el("tr", &[], |html| {
            html.leaf("td", &[], &month_name(estimate.months, lang));
            html.leaf("td", &[], &last);
        });
    }
}

/// What lines come to: a total, or what of it has a price and how much that is.
fn sum(html: &mut Html, estimate: &Estimate, sum: &Sum, month: &str, lang: Lang) {
    let money = |money: Money| format!("{money} {}", estimate.currency);
    html.line().el("tr", &[], |html| {
        let label = if sum.is_total() {
            words::TOTAL
        } else {
            words::SUBTOTAL
        };
        html.leaf("th", &[("scope", "row")], label.get(lang));
        html.leaf("td", &[], month);
        html.el("td", &[], |html| {
            html.leaf("strong", &[], &money(sum.cost.expected));
            if sum.cost.is_range() {
                html.text(&format!(" ({} – {})", sum.cost.low, sum.cost.high));
            }
            if !sum.is_total() {
                html.text(" ");
                let percent = Arg {
                    name: "n",
                    value: u64::from(sum.coverage()).into(),
                };
                let text = words::COVERED.fill(lang, &[percent]);
                html.leaf("span", &[("class", "chip warning")], &text);
            }
        });
    });
}

fn notes(html: &mut Html, estimate: &Estimate, lang: Lang) {
    for (kind, head) in [
        (NoteKind::Warning, words::WARNINGS),
        (NoteKind::Assumption, words::ASSUMPTIONS),
    ] {
        let notes = estimate.notes.iter().filter(|note| note.kind == kind);
        let notes: Vec<String> = notes.map(|note| note.say(lang)).collect();
        if notes.is_empty() {
            continue;
        }
        html.line().el("p", &[], |html| {
            html.leaf("strong", &[], head.get(lang));
        });
        html.el("ul", &[], |html| {
            for note in &notes {
                html.line().leaf("li", &[], &words::capital(note));
            }
        });
    }
}
