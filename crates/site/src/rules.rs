//! The generated pages: one for each rule, from its declaration, and the list of all.

use vaultplan::catalog::editions::Edition;
use vaultplan::finding::Category;
use vaultplan::lang::{Arg, Lang};
use vaultplan::rules::{DOCS, Doc};

use crate::html::Html;
use crate::page::Page;
use crate::parts::{self, Heading};
use crate::place::Place;
use crate::words;

/// The list of all rules.
pub(crate) fn index(lang: Lang) -> Page {
    let place = Place::new(lang, "rules/");
    let mut main = Html::new();
    main.line().leaf("h1", &[], words::RULES_TITLE.get(lang));
    main.line()
        .leaf("p", &[("class", "lead")], words::RULES_LEAD.get(lang));
    let count = Arg {
        name: "count",
        value: DOCS.len().to_string().into(),
    };
    main.line().leaf(
        "p",
        &[("class", "muted")],
        &words::HOW_MANY.fill(lang, &[count]),
    );
    let mut headings = Vec::new();
    for category in Category::ALL {
        let docs: Vec<_> = of(category).collect();
        if docs.is_empty() {
            continue;
        }
        let id = parts::category_anchor(category);
        let title = category.label().get(lang);
        main.line().leaf("h2", &[("id", &id)], title);
        main.line().el("ul", &[("class", "rules")], |html| {
            for doc in docs {
                row(html, &place, doc);
            }
        });
        headings.push(Heading {
            id,
            text: title.to_owned(),
        });
    }
    let mut rail = Html::new();
    parts::on_this_page(&mut rail, &headings, lang);
    Page {
        title: words::RULES_TITLE.get(lang).to_owned(),
        description: words::RULES_LEAD.get(lang).to_owned(),
        main,
        rail: Some(rail),
        live: false,
        place,
    }
}

fn of(category: Category) -> impl Iterator<Item = &'static &'static Doc> {
    DOCS.iter().filter(move |doc| doc.rule.category == category)
}

fn row(html: &mut Html, place: &Place, doc: &Doc) {
    let (lang, rule) = (place.lang, doc.rule);
    html.line().el("li", &[], |html| {
        let href = place.to(&Place::rule(lang, rule.slug).address());
        html.leaf("span", &[("class", "code")], rule.code);
        html.el("div", &[], |html| {
            html.el("a", &[("href", &href)], |html| {
                html.prose(&words::title(rule.title, lang));
            });
            if !parts::is_in_all(rule.editions) {
                let editions = Arg {
                    name: "editions",
                    value: parts::edition_names(rule.editions, lang).into(),
                };
                html.leaf(
                    "span",
                    &[("class", "muted")],
                    &words::NOT_IN_ALL.fill(lang, &[editions]),
                );
            }
        });
        parts::severity(html, rule.severity, lang);
    });
}

/// The page of a rule.
pub(crate) fn page(doc: &Doc, lang: Lang) -> Page {
    let rule = doc.rule;
    let place = Place::rule(lang, rule.slug);
    let title = words::title(rule.title, lang);
    let mut main = Html::new();
    breadcrumb(&mut main, &place, doc);
    main.line().el("h1", &[], |html| {
        html.prose(&title);
    });
    main.line().el("p", &[("class", "badges")], |html| {
        html.leaf("span", &[("class", "code")], rule.code);
        parts::severity(html, rule.severity, lang);
    });
    main.line().el("p", &[("class", "lead")], |html| {
        html.prose(doc.what.get(lang));
    });
    let mut headings = Vec::new();
    let mut heading = |html: &mut Html, id: &str, text: vaultplan::lang::Text| {
        html.line().leaf("h2", &[("id", id)], text.get(lang));
        headings.push(Heading {
            id: id.to_owned(),
            text: text.get(lang).to_owned(),
        });
    };
    let paragraph = |html: &mut Html, text: vaultplan::lang::Text| {
        html.line().el("p", &[], |html| {
            html.prose(text.get(lang));
        });
    };
    heading(&mut main, "why", words::WHY);
    paragraph(&mut main, doc.why);
    heading(&mut main, "remedy", words::REMEDY);
    paragraph(&mut main, doc.remedy);
    heading(&mut main, "try", words::TRY);
    paragraph(&mut main, words::TRY_LEAD);
    for (label, text) in [(words::BREAKS, doc.fails), (words::KEEPS, doc.passes)] {
        parts::example(&mut main, lang, label.get(lang), text);
    }
    heading(&mut main, "facts", words::RESTS_ON);
    parts::statements(&mut main, doc.facts, lang);
    heading(&mut main, "glance", words::AT_A_GLANCE);
    glance(&mut main, doc, lang);
    let mut rail = Html::new();
    parts::on_this_page(&mut rail, &headings, lang);
    neighbours(&mut rail, &place, doc);
    Page {
        description: doc.what.get(lang).replace('`', ""),
        title: title.replace('`', ""),
        main,
        rail: Some(rail),
        live: true,
        place,
    }
}

fn breadcrumb(html: &mut Html, place: &Place, doc: &Doc) {
    let lang = place.lang;
    let list = Place::new(lang, "rules/").address();
    let category = doc.rule.category;
    let anchor = parts::category_anchor(category);
    let label = [
        ("class", "breadcrumb"),
        ("aria-label", words::BREADCRUMB.get(lang)),
    ];
    html.line().el("nav", &label, |html| {
        html.el("ol", &[], |html| {
            for (href, text) in [
                (place.to(&list), words::RULES),
                (place.to(&format!("{list}#{anchor}")), category.label()),
            ] {
                html.el("li", &[], |html| {
                    html.leaf("a", &[("href", &href)], text.get(lang));
                });
            }
        });
    });
}

fn neighbours(html: &mut Html, place: &Place, doc: &Doc) {
    let lang = place.lang;
    let title = words::IN_CATEGORY.get(lang);
    parts::nav(html, "in-category", title, |html| {
        for other in of(doc.rule.category) {
            html.line().el("li", &[], |html| {
                let own = other.rule.slug == doc.rule.slug;
                let href = place.to(&Place::rule(lang, other.rule.slug).address());
                let mut attrs = vec![("href", href.as_str())];
                if own {
                    attrs.push(("aria-current", "page"));
                }
                html.el("a", &attrs, |html| {
                    html.prose(&words::title(other.rule.title, lang));
                });
            });
        }
    });
}

fn glance(html: &mut Html, doc: &Doc, lang: Lang) {
    let rule = doc.rule;
    html.line().el("dl", &[("class", "glance")], |html| {
        let mut entry = |term: vaultplan::lang::Text, value: &dyn Fn(&mut Html)| {
            html.el("div", &[], |html| {
                html.leaf("dt", &[], term.get(lang));
                html.el("dd", &[], |html| value(html));
            });
        };
        entry(words::CODE, &|html| {
            html.leaf("code", &[], rule.code);
        });
        entry(words::SLUG, &|html| {
            html.leaf("code", &[], rule.slug);
        });
        entry(words::CATEGORY, &|html| {
            html.text(rule.category.label().get(lang));
        });
        entry(words::FIX, &|html| {
            html.text(words::safety(rule.fix).get(lang));
        });
        entry(words::SINCE, &|html| {
            html.text(rule.since);
        });
        entry(words::EDITIONS, &|html| {
            html.el("ul", &[("class", "editions")], |html| {
                for edition in Edition::ALL {
                    html.el("li", &[], |html| {
                        html.text(edition.title().get(lang));
                        html.text(match lang {
                            Lang::En => ": ",
                            Lang::Zh => "：",
                        });
                        if rule.editions.has(edition) {
                            parts::severity(html, rule.severity_in(edition), lang);
                        } else {
                            html.leaf(
                                "span",
                                &[("class", "muted")],
                                words::DOES_NOT_HOLD.get(lang),
                            );
                        }
                    });
                }
            });
        });
        entry(words::SOURCES, &|html| {
            parts::sources(html, rule.sources, lang);
        });
    });
}
