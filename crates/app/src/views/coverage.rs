//! The table of coverage: one row a source, with its vault, the copies of its backups, and what a restore from the one
//! in another region needs, or why there is none.

use vaultplan::facts::{FOR_GOOD, Facts};
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::Text;
use vaultplan::questions::coverage::say::{self, Column};
use vaultplan::questions::coverage::{Answer, Held, Row, holder, region, restore};
use vaultplan::report::json;

use crate::components::finding_card::sentence;
use crate::coverage::{Msg as Do, STEP};
use crate::edit;
use crate::form;
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::route::{Filter, Route};
use crate::words::coverage as words;

/// The columns that are shown, each with the one that orders it.
const COLUMNS: [(Column, &Text); 7] = [
    (Column::Source, &Column::Source.heading()),
    (Column::Size, &Column::Size.heading()),
    (Column::Vaults, &Column::Vaults.heading()),
    (Column::Encryption, &Column::Encryption.heading()),
    (Column::Offsite, &Column::Offsite.heading()),
    (Column::Kept, &Column::Kept.heading()),
    (Column::Restore, words::NEEDS_OR_WHY),
];

/// How an answer looks: its class, its picture.
pub(crate) const fn look(answer: Answer) -> (&'static str, Glyph) {
    match answer {
        Answer::Yes => ("pass", Glyph::Pass),
        Answer::No => ("warn", Glyph::Close),
        Answer::Unknown => ("unknown", Glyph::Undecided),
    }
}

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let table = app.judged.coverage();
    o.el("div coverage-view", |o| {
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.word("h1", words::VIEW);
                o.word("p muted", words::ABOUT);
            });
            o.el("div actions", |o| {
                if table.totals.sources > 0 {
                    o.button("button btn", Msg::Coverage(Do::Csv), |o| {
                        o.attr("data-testid", "coverage-csv");
                        o.icon(Glyph::Save);
                        o.say(words::DOWNLOAD);
                    });
                }
            });
        });
        if table.totals.sources == 0 {
            return empty(o);
        }
        filters(app, o);
        let rows = app.covered();
        let shown = rows.len().min(app.coverage.shown);
        o.el("div coverage-rows", |o| {
            if rows.is_empty() {
                return o.word("p empty", words::NONE_OF_KIND);
            }
            o.el("div", |o| {
                o.key("rows");
                order(app, o);
                let facts = app.judged.facts();
                o.el("table estate coverage", |o| {
                    o.attr("data-testid", "coverage");
                    o.word("caption away", words::CAPTION);
                    head(app, o);
                    o.el("tbody", |o| {
                        for one in rows.iter().take(shown) {
                            row(app, o, &facts, one);
                        }
                    });
                });
            });
        });
        o.el("div", |o| {
            let hidden = rows.len() - shown;
            if hidden > 0 {
                let next = hidden.min(2 * STEP).to_string();
                o.button("button btn", Msg::Coverage(Do::More), |o| {
                    o.attr("data-testid", "coverage-more");
                    o.text(&app.fill(crate::words::SHOW_MORE, "n", &next));
                });
            }
        });
    });
}

/// A plan without sources: what they are for, and the way to the first.
fn empty(o: &mut Out) {
    o.el("div empty", |o| {
        o.key("empty");
        o.icon(Glyph::Source);
        o.word("p", words::NO_SOURCES);
        o.button(
            "button btn primary",
            Msg::Form(form::Msg::Add(ObjectKind::Source)),
            |o| {
                o.icon(Glyph::Add);
                o.say(words::ADD_SOURCE);
            },
        );
    });
}

/// How many sources there are of which answer: each number opens its list.
fn filters(app: &Page, o: &mut Out) {
    let totals = app.judged.coverage().totals;
    o.el("nav filters", |o| {
        o.named("aria-label", words::SUM);
        for filter in Filter::SOURCES {
            let (text, number, glyph) = match filter {
                Filter::Offsite(answer) => {
                    let text = match answer {
                        Answer::Yes => words::WITH,
                        Answer::No => words::WITHOUT,
                        Answer::Unknown => words::UNKNOWN,
                    };
                    (text, totals.of(answer), Some(look(answer)))
                }
                _ => (words::ALL, totals.sources, None),
            };
            o.link("a", &Route::coverage(filter), |o| {
                o.attr("data-testid", filter.word());
                if filter == app.route.filter {
                    o.attr("aria-current", "page");
                }
                o.el("span answer-mark", |o| {
                    if let Some((class, glyph)) = glyph {
                        o.class(&["answer-mark", class]);
                        o.icon(glyph);
                    }
                });
                o.say(text);
                o.line("span number", &number.to_string());
            });
        }
    });
}

/// The order as a choice, for a screen without a header.
fn order(app: &Page, o: &mut Out) {
    o.el("div row-order", |o| {
        o.el("label", |o| {
            o.attr("for", "coverage-order");
            o.say(words::SORT_BY);
        });
        o.el("span row-order-choice", |o| {
            o.el("select", |o| {
                o.attr("id", "coverage-order");
                o.on(On::Change, Msg::Coverage(Do::SortBy));
                o.el("option", |o| {
                    o.attr("value", "");
                    o.flag("selected", app.coverage.sort.is_none());
                    o.say(words::PLAN_ORDER);
                });
                for (column, text) in COLUMNS {
                    o.el("option", |o| {
                        o.attr("value", column.id());
                        o.flag("selected", app.coverage.sort == Some(column));
                        o.say(text);
                    });
                }
            });
            let glyph = if app.coverage.down {
                Glyph::Down
            } else {
                Glyph::Up
            };
            o.tool(
                Msg::Coverage(Do::Turn),
                glyph,
                app.say(if app.coverage.down {
                    words::DESCENDING
                } else {
                    words::ASCENDING
                }),
            );
        });
    });
}

fn head(app: &Page, o: &mut Out) {
    o.el("thead", |o| {
        o.el("tr", |o| {
            for (column, text) in COLUMNS {
                let sorted = app.coverage.sort == Some(column);
                o.el("th", |o| {
                    o.attr("scope", "col");
                    let order = match (sorted, app.coverage.down) {
                        (true, false) => "ascending",
                        (true, true) => "descending",
                        (false, _) => "none",
                    };
                    o.attr("aria-sort", order);
                    o.button("button sort", Msg::Coverage(Do::Sort(column)), |o| {
                        o.attr("data-testid", column.id());
                        o.say(text);
                        o.el("span", |o| {
                            if sorted {
                                o.icon(if app.coverage.down {
                                    Glyph::Down
                                } else {
                                    Glyph::Up
                                });
                            }
                        });
                    });
                });
            }
        });
    });
}

fn row(app: &Page, o: &mut Out, facts: &Facts<'_>, row: &Row) {
    let reference = reference(app, facts, row.source);
    let source = facts.sources.get(row.source.index);
    o.el("tr", |o| {
        o.key(&reference);
        o.put("data-offsite", row.offsite.word());
        if app.route.selected.as_deref() == Some(&*reference) {
            o.attr("class", "chosen-row");
        }
        o.el("th", |o| {
            o.attr("scope", "row");
            o.link("a", &app.route.with(reference.clone()), |o| {
                o.text(facts.name(row.source));
            });
            let stated = source.and_then(|source| source.doc.region.as_deref());
            let place = stated.map(|id| edit::region_name(id, app.lang));
            o.line("small", &say::kind(facts, row, app.lang));
            o.line("small", &place.unwrap_or_default());
        });
        cell(o, Column::Size.heading(), |o| {
            let size = source.and_then(|source| source.doc.size_gb);
            let text = size.map(|size| app.fill(words::GB, "n", &size.0.to_string()));
            o.line("span nowrap", text.as_deref().unwrap_or("–"));
        });
        cell(o, Column::Vaults.heading(), |o| homes(app, o, facts, row));
        cell(o, Column::Encryption.heading(), |o| {
            o.line("span", &say::cell(facts, row, Column::Encryption, app.lang));
        });
        cell(o, Column::Offsite.heading(), |o| copies(app, o, facts, row));
        cell(o, Column::Kept.heading(), |o| kept(app, o, row));
        cell(o, *words::NEEDS_OR_WHY, |o| why(app, o, facts, row));
    });
}

/// A cell that carries the heading of its column for a screen without a header.
fn cell(o: &mut Out, heading: Text, inner: impl FnOnce(&mut Out)) {
    o.el("td", |o| {
        o.named("data-label", &heading);
        o.el("div", inner);
    });
}

/// A vault, mirror or policy as a link that selects it, with a region.
fn place(app: &Page, o: &mut Out, facts: &Facts<'_>, row: &Row, held: &Held) {
    let name = say::place(facts, held.lies, app.lang);
    match holder(facts, held.lies) {
        Some(object) => {
            let to = app.route.with(reference(app, facts, object));
            o.link("a", &to, |o| o.text(&name));
        }
        None => o.line("span", &name),
    }
    let region = region(facts, row.source, held.lies);
    let region = region.map(|region| edit::region_name(region.id, app.lang));
    let open = || app.say(words::OPEN_PLACE).to_owned();
    o.line("small", &region.unwrap_or_else(open));
}

/// What leads to an object. Where every id is there once it is the id: nothing has to be searched, which counts in a
/// table of many rows.
pub(crate) fn reference(app: &Page, facts: &Facts<'_>, object: ObjectRef) -> String {
    if facts.repeated_ids.is_empty() && facts.find(facts.id(object)) == Some(object) {
        facts.id(object).to_owned()
    } else {
        app.judged.reference(object)
    }
}

fn homes(app: &Page, o: &mut Out, facts: &Facts<'_>, row: &Row) {
    o.el("ul places", |o| {
        for (number, home) in row.homes.iter().enumerate() {
            o.el("li", |o| {
                o.key(&number.to_string());
                place(app, o, facts, row, home);
            });
        }
    });
    o.el("span", |o| {
        let (class, glyph) = look(row.backed);
        let text = match row.backed {
            Answer::Yes => return,
            Answer::No => words::NOT_BACKED_UP,
            Answer::Unknown => words::NOT_KNOWN,
        };
        o.class(&["answer-mark", class]);
        o.icon(glyph);
        o.say(text);
    });
}

fn copies(app: &Page, o: &mut Out, facts: &Facts<'_>, row: &Row) {
    let (class, glyph) = look(row.offsite);
    o.el("span", |o| {
        o.class(&["chip", class]);
        o.icon(glyph);
        o.say(&row.offsite.label());
    });
    o.el("ul places", |o| {
        for (number, copy) in row.copies.iter().enumerate() {
            o.el("li", |o| {
                o.key(&number.to_string());
                if copy.answer != Answer::Yes {
                    o.attr("class", "not-one");
                }
                place(app, o, facts, row, copy);
            });
        }
    });
}

/// How long backups, and the copy in the other region, are kept.
fn kept(app: &Page, o: &mut Out, row: &Row) {
    let text = |days: u64| {
        if days == FOR_GOOD {
            app.say(words::FOR_GOOD).to_owned()
        } else {
            let number = usize::try_from(days).unwrap_or(usize::MAX);
            app.count(number, words::DAYS_ONE, words::DAYS_MANY)
        }
    };
    match row.kept_days {
        Some(days) => o.line("span nowrap", &text(days)),
        None => o.word("span muted", words::NOT_STATED),
    }
    let there = row.remote_days.filter(|days| Some(*days) != row.kept_days);
    let there = there.map(|days| app.fill(words::THERE, "days", &text(days)));
    o.line("small", &there.unwrap_or_default());
}

/// What a restore there needs; else why there is none, or what is missing.
fn why(app: &Page, o: &mut Out, facts: &Facts<'_>, row: &Row) {
    o.el("ul reasons", |o| {
        for (number, way) in restore(facts, row).iter().enumerate() {
            o.el("li", |o| {
                o.key(&number.to_string());
                o.text(&say::destination(way, app.lang));
            });
        }
    });
    o.el("ul reasons", |o| {
        let reasons = row.reasons.iter().map(|reason| reason.say(app.lang));
        let missing = row.missing.iter();
        let missing = missing.map(|missing| {
            let what = json::what_is_missing(missing, app.lang);
            app.fill_own(words::MISSING, "what", &what)
        });
        for (number, text) in reasons.chain(missing).enumerate() {
            o.el("li", |o| {
                o.key(&number.to_string());
                o.rich(&sentence(&text));
            });
        }
    });
}
