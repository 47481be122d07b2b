//! Pieces that several pages share: live examples, sources, statements, chips, lists of headings.

use vaultplan::catalog::editions::{Edition, Editions};
use vaultplan::catalog::sources::Source;
use vaultplan::catalog::statements::Statement;
use vaultplan::finding::{Category, Severity};
use vaultplan::lang::Lang;

use crate::html::Html;
use crate::words;

/// The time at which examples are judged, so that a page says the same on every day.
pub(crate) const NOW: &str = "2026-11-21T08:00:00Z";

/// A live example. Without scripts its text can still be read.
pub(crate) fn example(html: &mut Html, lang: Lang, label: &str, text: &str) {
    html.line().el(
        "vault-plan-check",
        &[("lang", words::tag(lang)), ("label", label), ("now", NOW)],
        |html| {
            html.el("pre", &[], |html| {
                html.leaf("code", &[], text.trim_end());
            });
        },
    );
}

/// The link to a source, with its date.
pub(crate) fn source(html: &mut Html, source: &Source, lang: Lang) {
    let foreign = [
        ("href", source.address),
        ("lang", "en"),
        ("rel", "noreferrer"),
    ];
    // The titles are English on every page; on an English page that needs no mark.
    let attrs = match lang {
        Lang::En => [foreign[0], foreign[2]].to_vec(),
        Lang::Zh => foreign.to_vec(),
    };
    html.leaf("a", &attrs, source.title);
    html.text(match lang {
        Lang::En => ", ",
        Lang::Zh => "，",
    });
    html.leaf(
        "span",
        &[("class", "date")],
        &words::date(source.date, lang),
    );
}

/// Statements, each with its sources.
pub(crate) fn statements(html: &mut Html, list: &[&Statement], lang: Lang) {
    html.line().el("ul", &[("class", "statements")], |html| {
        for statement in list {
            html.line().el("li", &[("id", statement.slug)], |html| {
                html.el("p", &[], |html| {
                    html.prose(&words::capital(statement.text.get(lang)));
                    html.text(match lang {
                        Lang::En => ".",
                        Lang::Zh => "。",
                    });
                });
                sources(html, statement.sources, lang);
            });
        }
    });
}

/// A list of sources.
pub(crate) fn sources(html: &mut Html, list: &[&Source], lang: Lang) {
    html.el("ul", &[("class", "sources")], |html| {
        for one in list {
            html.el("li", &[], |html| source(html, one, lang));
        }
    });
}

/// A severity as a chip.
pub(crate) fn severity(html: &mut Html, severity: Severity, lang: Lang) {
    let class = format!("chip {}", severity.word());
    html.leaf("span", &[("class", &class)], severity.label().get(lang));
}

/// The names of editions, in one line.
pub(crate) fn edition_names(editions: Editions, lang: Lang) -> String {
    let names: Vec<_> = editions.iter().map(|e| e.title().get(lang)).collect();
    names.join(match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    })
}

/// Whether a set holds every edition.
pub(crate) fn is_in_all(editions: Editions) -> bool {
    Edition::ALL
        .into_iter()
        .all(|edition| editions.has(edition))
}

/// Anchor of a category on the list of rules.
pub(crate) fn category_anchor(category: Category) -> String {
    format!("category-{}", category.word())
}

/// A navigation with a heading of its own.
pub(crate) fn nav(html: &mut Html, id: &'static str, title: &str, items: impl FnOnce(&mut Html)) {
    html.line().el("nav", &[("aria-labelledby", id)], |html| {
        html.leaf("h2", &[("id", id)], title);
        html.el("ul", &[], items);
    });
}

/// A heading of the page, for the list beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) id: String,
    pub(crate) text: String,
}

/// The list of a page's headings.
pub(crate) fn on_this_page(html: &mut Html, headings: &[Heading], lang: Lang) {
    nav(
        html,
        "on-this-page",
        words::ON_THIS_PAGE.get(lang),
        |html| {
            for heading in headings {
                html.el("li", &[], |html| {
                    let href = format!("#{}", heading.id);
                    html.leaf("a", &[("href", &href)], &heading.text);
                });
            }
        },
    );
}
