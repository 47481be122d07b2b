//! The generated page of price sources: every rate of the built-in books, known or unknown.

use vaultplan::catalog::price_items::{Bill, Item};
use vaultplan::cost::books;
use vaultplan::cost::formula::trust;
use vaultplan::lang::Lang;
use vaultplan::model::{Book, Rate, time};
use vaultplan::report::prices as said;

use crate::html::Html;
use crate::page::Page;
use crate::parts::{self, Heading};
use crate::place::Place;
use crate::words;

/// The price books, bill by bill.
pub(crate) fn page(lang: Lang) -> Page {
    let place = Place::new(lang, "prices/");
    let mut main = Html::new();
    main.line().leaf("h1", &[], words::PRICES_TITLE.get(lang));
    main.line()
        .leaf("p", &[("class", "lead")], words::PRICES_LEAD.get(lang));
    main.line().el("p", &[], |html| {
        let cost = place.to(&Place::new(lang, "cost/").address());
        html.leaf("a", &[("href", &cost)], words::HOW_ESTIMATED.get(lang));
    });
    let mut headings = Vec::new();
    for book in books::BUILT_IN.iter().filter_map(|one| one.book()) {
        let name = said::book_name(book, lang);
        main.line().leaf("h2", &[("id", &book.id)], name);
        headings.push(Heading {
            id: book.id.to_string(),
            text: name.to_owned(),
        });
        main.line().leaf("p", &[], said::book_note(book, lang));
        main.line().el("p", &[("class", "muted")], |html| {
            html.leaf("code", &[], &book.id);
            html.text(" · ");
            html.text(&book.version);
            html.text(" · ");
            let file = place.to(&format!("docs/{}.json", &*book.id));
            html.leaf("a", &[("href", &file)], words::AS_A_FILE.get(lang));
        });
        for bill in Bill::ALL {
            let id = format!("{}-{}", &*book.id, bill.word());
            main.line()
                .leaf("h3", &[("id", &id)], bill.label().get(lang));
            table(&mut main, book, bill, lang);
        }
    }
    let mut rail = Html::new();
    parts::on_this_page(&mut rail, &headings, lang);
    Page {
        title: words::PRICES_TITLE.get(lang).to_owned(),
        description: words::PRICES_LEAD.get(lang).to_owned(),
        main,
        rail: Some(rail),
        live: false,
        place,
    }
}

fn table(html: &mut Html, book: &Book<'_>, bill: Bill, lang: Lang) {
    let name = format!("{}, {}", bill.label().get(lang), &*book.currency);
    let scroll = [
        ("class", "table"),
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", name.as_str()),
    ];
    html.line().el("div", &scroll, |html| {
        html.el("table", &[("class", "prices")], |html| {
            html.el("thead", &[], |html| {
                html.el("tr", &[], |html| {
                    for head in [words::ITEM, words::RATE, words::SOURCE] {
                        html.leaf("th", &[("scope", "col")], head.get(lang));
                    }
                });
            });
            html.line().el("tbody", &[], |html| {
                for item in Item::ALL.iter().filter(|item| item.bill() == bill) {
                    let of_item = |rate: &&Rate<'_>| *rate.item == *item.id();
                    for (at, rate) in book.rates.iter().filter(of_item).enumerate() {
                        let id = format!("{}-{}", &*book.id, item.id());
                        let id = [("id", id.as_str())];
                        let attrs = if at == 0 { id.as_slice() } else { &[] };
                        html.line()
                            .el("tr", attrs, |html| row(html, book, *item, rate, lang));
                    }
                }
            });
        });
    });
}

fn row(html: &mut Html, book: &Book<'_>, item: Item, rate: &Rate<'_>, lang: Lang) {
    let known = rate.is_priced() || rate.same_as.is_some();
    html.el("th", &[("scope", "row")], |html| {
        html.text(&words::capital(item.title().get(lang)));
        html.el("div", &[], |html| {
            html.leaf("code", &[], item.id());
        });
    });
    html.el("td", &[], |html| {
        html.el("ul", &[("class", "sources")], |html| {
            for (at, line) in said::rate(book, item, rate, lang).iter().enumerate() {
                html.el("li", &[], |html| {
                    if at == 0 && !known {
                        html.leaf("span", &[("class", "chip warning")], line);
                    } else {
                        html.text(line);
                    }
                });
            }
            if let Some(regions) = said::regions(book, rate, lang) {
                html.leaf("li", &[], &regions);
            }
        });
        let note = said::note(rate, lang);
        if !note.is_empty() {
            html.leaf("p", &[("class", "muted")], note);
        }
    });
    html.el("td", &[], |html| {
        html.el("ul", &[("class", "sources")], |html| {
            if let Some(confidence) = rate.confidence {
                html.el("li", &[], |html| {
                    html.text(trust(confidence).get(lang));
                    let now = time::parse(parts::NOW).unwrap_or_default();
                    if rate.is_stale(now) {
                        html.text(" ");
                        let old = words::OLD.get(lang);
                        html.leaf("span", &[("class", "chip warning")], old);
                    }
                });
                html.el("li", &[], |html| source(html, rate, lang));
            }
            if !known {
                html.el("li", &[], |html| {
                    html.text(words::PRINTED_AT.get(lang));
                    html.text(" ");
                    let address = said::printed_at(book, item, Some(rate));
                    let shown = address.strip_prefix("https://").unwrap_or(address);
                    let attrs = [("href", address), ("rel", "noreferrer")];
                    html.leaf("a", &attrs, shown);
                });
            }
        });
    });
}

/// The page that prints a rate, with its date.
fn source(html: &mut Html, rate: &Rate<'_>, lang: Lang) {
    let Some(source) = rate.source.as_deref() else {
        return;
    };
    let title = source.title.as_deref().unwrap_or_default();
    match source.address.as_deref() {
        Some(address) => {
            // Titles are in the language of their page; in that language they need no mark.
            let of_title = if title.is_ascii() { Lang::En } else { Lang::Zh };
            let mut attrs = vec![("href", address), ("rel", "noreferrer")];
            if of_title != lang {
                attrs.push(("lang", words::tag(of_title)));
            }
            html.leaf("a", &attrs, title)
        }
        None => html.text(title),
    };
    html.text(match lang {
        Lang::En => ", ",
        Lang::Zh => "，",
    });
    let date = said::date(source, lang);
    html.leaf("span", &[("class", "date")], &date);
}
