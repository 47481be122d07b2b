//! The generated page of terms, with the names that they had, from the engine's glossary.

use vaultplan::catalog::glossary::{Name, Standing, TERMS, Term};
use vaultplan::lang::Lang;

use crate::html::Html;
use crate::page::Page;
use crate::parts::{self, Heading};
use crate::place::Place;
use crate::words;

/// The terms, and what each was called when.
pub(crate) fn page(lang: Lang) -> Page {
    let place = Place::new(lang, "glossary/");
    let mut main = Html::new();
    main.line().leaf("h1", &[], words::GLOSSARY_TITLE.get(lang));
    main.line()
        .leaf("p", &[("class", "lead")], words::GLOSSARY_LEAD.get(lang));
    let mut headings = Vec::new();
    for term in TERMS {
        let text = words::capital(term.name.get(lang));
        main.line().leaf("h2", &[("id", term.id)], &text);
        entry(&mut main, term, lang);
        headings.push(Heading {
            id: term.id.to_owned(),
            text,
        });
    }
    let mut rail = Html::new();
    parts::on_this_page(&mut rail, &headings, lang);
    Page {
        title: words::GLOSSARY_TITLE.get(lang).to_owned(),
        description: words::GLOSSARY_LEAD.get(lang).to_owned(),
        main,
        rail: Some(rail),
        live: false,
        place,
    }
}

fn entry(html: &mut Html, term: &Term, lang: Lang) {
    html.line().el("p", &[], |html| {
        html.prose(&words::capital(term.meaning.get(lang)));
        html.text(match lang {
            Lang::En => ".",
            Lang::Zh => "。",
        });
    });
    html.line().el("div", &[("class", "table")], |html| {
        html.el("table", &[], |html| {
            html.el("thead", &[], |html| {
                html.line().el("tr", &[], |html| {
                    let (en, zh) = (words::language(Lang::En), words::language(Lang::Zh));
                    let (editions, sources) = (words::EDITIONS, words::SOURCES);
                    for head in [editions.get(lang), en, zh, sources.get(lang)] {
                        html.leaf("th", &[("scope", "col")], head);
                    }
                });
            });
            html.el("tbody", &[], |html| {
                for name in term.names {
                    html.line().el("tr", &[], |html| row(html, name, lang));
                }
            });
        });
    });
}

fn row(html: &mut Html, name: &Name, lang: Lang) {
    html.el("th", &[("scope", "row")], |html| {
        if parts::is_in_all(name.editions) {
            html.text(words::ALL_EDITIONS.get(lang));
        } else {
            html.text(&parts::edition_names(name.editions, lang));
        }
        if name.standing == Standing::Beside {
            html.text(" ");
            html.leaf("span", &[("class", "chip advice")], words::BESIDE.get(lang));
        }
    });
    for spoken in Lang::ALL {
        let text = name.text.get(spoken);
        if spoken == lang {
            html.leaf("td", &[], text);
        } else {
            html.leaf("td", &[("lang", words::tag(spoken))], text);
        }
    }
    html.el("td", &[], |html| parts::sources(html, name.sources, lang));
}
