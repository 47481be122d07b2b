//! What the plan costs: cards, the assumptions that slide, the months as a chart, the lines as a table, and what
//! counts where nothing is stated. Another bill is another table: bills are never added together.

use vaultplan::catalog::price_items::{Bill, Item};
use vaultplan::cost::sum::Sum;
use vaultplan::cost::{Line, NoteKind};
use vaultplan::finding::ObjectKind;
use vaultplan::lang::Text;

use crate::components::cost_line::{self, Place};
use crate::components::field::option;
use crate::components::finding_card::sentence;
use crate::components::{cost_chart, cost_compare, price_book};
use crate::cost::{self, Column, Group, Msg as Do, Row, SLIDERS, STEP, Slider};
use crate::form;
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::route::Route;
use crate::state::Label;
use crate::words::cost as words;

/// So many of the things that are missing are named.
const HOLES: usize = 6;

/// So many notes of a weight are listed.
const NOTES: usize = 30;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    if app.route.selected.as_deref() == Some(price_book::REFERENCE) {
        return o.el("div cost-view", |o| {
            o.key("book");
            price_book::draw(app, o);
        });
    }
    o.el("div cost-view", |o| {
        o.key("cost");
        let nothing = app.estimate().lines.is_empty();
        head(app, o, nothing);
        if nothing {
            empty(o);
            return notes(app, o);
        }
        cards(app, o);
        controls(app, o);
        cost_chart::draw(app, o);
        bills(app, o);
        lines(app, o);
        cost_compare::draw(app, o);
        notes(app, o);
    });
}

fn head(app: &Page, o: &mut Out, nothing: bool) {
    o.el("header form-head", |o| {
        o.el("div", |o| {
            o.word("h1", words::VIEW);
            o.word("p muted", words::ABOUT);
        });
        o.el("div actions", |o| {
            o.link("a btn", &price_book::route(), |o| {
                o.attr("data-testid", "own-prices");
                o.icon(Glyph::Rename);
                o.say(words::OWN_LINK);
                o.el("span number", |o| {
                    let number = app.cost.own.number(app.currency());
                    if number > 0 {
                        o.text(&number.to_string());
                    }
                });
            });
            if nothing {
                return;
            }
            for (csv, id, text) in [
                (true, "cost-csv", words::CSV),
                (false, "cost-json", words::JSON),
            ] {
                o.button("button btn", Msg::Cost(Do::Save(csv)), |o| {
                    o.attr("data-testid", id);
                    o.icon(Glyph::Save);
                    o.say(text);
                });
            }
        });
    });
}

/// A plan without anything that costs: the way to the first vault.
fn empty(o: &mut Out) {
    o.el("div empty", |o| {
        o.key("empty");
        o.icon(Glyph::Vault);
        o.word("p", words::NOTHING);
        let add = Msg::Form(form::Msg::Add(ObjectKind::Vault));
        o.button("button btn primary", add, |o| {
            o.icon(Glyph::Add);
            o.say(crate::words::ADD_VAULT);
        });
    });
}

/// Money with its currency, and whether something has no price: both of one size.
pub(crate) fn amount(app: &Page, o: &mut Out, sum: Sum) {
    let cost = sum.cost.expected;
    let nothing = !sum.is_total() && cost == vaultplan::cost::Money::ZERO;
    o.el("span amount", |o| {
        o.el("span money", |o| {
            if !nothing {
                o.text(&cost::money(cost, app.lang));
                o.line("small", &[" ", app.currency()].concat());
            }
        });
        o.el("span unknown-part", |o| {
            if !sum.is_total() {
                o.text(if nothing { "" } else { " + " });
                o.say(words::UNKNOWN);
            }
        });
    });
}

/// Money with its currency as one text.
pub(crate) fn told(app: &Page, sum: Sum) -> String {
    let cost = cost::money(sum.cost.expected, app.lang);
    let text = [&cost, " ", app.currency()].concat();
    if !sum.is_total() {
        app.fill(words::WITH_HOLES, "cost", &text)
    } else {
        text
    }
}

/// The low and the high end, where they differ.
pub(crate) fn range(app: &Page, sum: Sum) -> String {
    if !sum.cost.is_range() {
        return String::new();
    }
    let label = Label::new(words::RANGE);
    let label = label.arg("low", cost::money(sum.cost.low, app.lang));
    let high = cost::money(sum.cost.high, app.lang);
    label.arg("high", high).get(app.lang)
}

/// First month, steady month, all months; what is missing; what lands on other bills.
fn cards(app: &Page, o: &mut Out) {
    let last = app.last_month();
    let number = last + 1;
    let steady = app.fill_number(words::STEADY_MONTH, number);
    let all = app.count(number, words::ONE_MONTH, words::ALL_MONTHS);
    o.el("section cost-cards", |o| {
        o.put("aria-label", app.say(&Bill::CloudBackup.label()));
        for (id, title, month) in [
            ("first", app.say(words::FIRST_MONTH), Some(0)),
            ("steady", steady.as_str(), Some(last)),
            ("total", all.as_str(), None),
        ] {
            let sum = app.bill_sum(Bill::CloudBackup, month);
            o.el("div cost-card", |o| {
                o.key(id);
                o.attr("data-testid", "cost-card");
                o.attr("data-card", id);
                o.line("h2", title);
                o.el("p cost-big", |o| {
                    // What a slider does is heard: of one sum, not of all.
                    if id == "steady" {
                        o.attr("role", "status");
                    }
                    amount(app, o, sum);
                });
                state(app, o, sum);
                o.line("p muted", &range(app, sum));
            });
        }
        missing(app, o);
    });
    o.el("div", |o| others(app, o));
}

/// Whether a sum is a total, else how much of it is priced.
fn state(app: &Page, o: &mut Out, sum: Sum) {
    o.el("p", |o| {
        if sum.is_total() {
            return o.el("span chip pass", |o| {
                o.key("total");
                o.icon(Glyph::Pass);
                o.say(words::TOTAL);
            });
        }
        o.el("span chip unknown", |o| {
            o.key("part");
            o.icon(Glyph::Undecided);
            o.say(words::SUBTOTAL);
            o.text(" · ");
            let percent = sum.coverage().to_string();
            o.text(&app.fill(words::COVERED, "n", &percent));
        });
    });
}

fn missing(app: &Page, o: &mut Out) {
    let made = app.made();
    let holes = made.holes().iter();
    let holes = holes.filter(|hole| hole.item.bill() == Bill::CloudBackup);
    let holes: Vec<_> = holes.collect();
    o.el("div cost-card cost-missing", |o| {
        o.attr("data-testid", "cost-missing");
        if holes.is_empty() {
            o.key("whole");
            return o.el("p cost-whole", |o| {
                o.icon(Glyph::Pass);
                o.say(words::ALL_PRICED);
            });
        }
        o.key("holes");
        o.word("h2", words::HOLES);
        o.el("ul", |o| {
            for hole in holes.iter().take(HOLES) {
                let Some(line) = made.estimate.lines.get(hole.first) else {
                    continue;
                };
                let name = app.hole_name(hole.item, hole.hole);
                o.el("li", |o| {
                    o.key(&name);
                    o.link("a", &app.line_route(line), |o| o.text(&sentence(&name)));
                    o.line(
                        "small",
                        &app.count(hole.lines, words::HOLE_LINES_ONE, words::HOLE_LINES_MANY),
                    );
                });
            }
        });
        o.el("p muted", |o| {
            if let Some(more) = holes.len().checked_sub(HOLES + 1) {
                let more = (more + 1).to_string();
                o.text(&app.fill(crate::words::AND_MORE, "n", &more));
            }
        });
    });
}

/// What lands on the bills of other services.
fn others(app: &Page, o: &mut Out) {
    let mut bills = app.estimate().bills();
    bills.retain(|bill| *bill != Bill::CloudBackup);
    if bills.is_empty() {
        return;
    }
    o.el("section cost-others", |o| {
        o.word("h2", words::OTHER_BILLS);
        o.word("p muted", words::OTHER_BILLS_ABOUT);
        o.el("ul", |o| {
            for bill in bills {
                o.el("li", |o| {
                    o.key(bill.word());
                    let mut to = Route::COST;
                    to.cost.bill = bill;
                    o.link("a", &to, |o| o.say(&bill.label()));
                    let month = app.fill_number(words::MONTH, app.last_month() + 1);
                    o.line("small", &month);
                    amount(app, o, app.bill_sum(bill, Some(app.last_month())));
                });
            }
        });
    });
}

/// The assumptions that slide, and the price book.
fn controls(app: &Page, o: &mut Out) {
    let whole = crate::edit::value_of(app.plan(), vaultplan::finding::ObjectRef::PLAN);
    o.el("fieldset cost-controls", |o| {
        o.word("legend", words::CONTROLS);
        for slider in &SLIDERS {
            let stated = whole.as_ref().and_then(|plan| plan.pointer(slider.path));
            let stated = stated.map(|value| match value.as_str() {
                Some(text) => text.to_owned(),
                None => value.to_string(),
            });
            slide(app, o, slider, stated.as_deref());
        }
        book(app, o);
    });
}

/// A range with a field for what is finer than its steps.
fn slide(app: &Page, o: &mut Out, slider: &'static Slider, stated: Option<&str>) {
    let value = stated.unwrap_or(slider.default);
    let [least, most, step] = slider.range;
    let rejected = app.rejected == slider.id;
    o.el("div cost-slide", |o| {
        o.key(slider.id);
        o.el("label", |o| {
            o.attr("for", slider.id);
            o.say(slider.name);
        });
        o.el("input", |o| {
            o.attr("type", "range");
            o.attr("min", least);
            o.attr("max", most);
            o.attr("step", step);
            o.put("data-v", value);
            o.attr("data-testid", slider.id);
            o.put(
                "aria-label",
                &app.fill(words::SLIDER, "name", app.say(slider.name)),
            );
            o.put(
                "aria-valuetext",
                &[value, " ", app.say(slider.unit)].concat(),
            );
            o.on(On::Input, Msg::Cost(Do::Slide(slider.field())));
        });
        o.el("span cost-unit", |o| {
            o.el("input", |o| {
                o.attr("id", slider.id);
                o.attr("type", "text");
                o.attr("inputmode", "decimal");
                o.attr("autocomplete", "off");
                o.put("data-v", stated.unwrap_or_default());
                o.put("placeholder", slider.default);
                o.put("data-spot", slider.path);
                o.put("aria-describedby", &[slider.id, "-hint"].concat());
                if rejected {
                    o.attr("aria-invalid", "true");
                }
                o.on(On::Change, Msg::Set(slider.field()));
            });
            o.word("span", slider.unit);
        });
        o.el("p hint", |o| {
            o.put("id", &[slider.id, "-hint"].concat());
            if slider.about != slider.name {
                o.word("span", slider.about);
            }
            o.el("b complaint", |o| {
                o.attr("role", "status");
                if rejected {
                    o.text(&slider.takes.complaint().get(app.lang));
                }
            });
        });
    });
}

/// The choice of a price book: another list, nothing converted.
fn book(app: &Page, o: &mut Out) {
    let here = cost::book_of(app.plan());
    o.el("div cost-slide cost-book", |o| {
        o.key("book");
        o.el("label", |o| {
            o.attr("for", "cost-book");
            o.say(words::BOOK);
        });
        o.el("select", |o| {
            o.attr("id", "cost-book");
            o.attr("data-testid", "cost-book");
            o.attr("aria-describedby", "cost-book-hint");
            o.put("data-v", here);
            o.on(On::Change, Msg::Set(cost::book_field()));
            for (id, name) in cost::books(app.lang) {
                option(o, id, &name);
            }
            if !cost::books(app.lang).iter().any(|(id, _)| *id == here) {
                option(
                    o,
                    here,
                    &app.fill(crate::words::UNKNOWN_WORD, "value", here),
                );
            }
        });
        o.el("p hint", |o| {
            o.attr("id", "cost-book-hint");
            o.say(words::BOOK_ABOUT);
        });
    });
}

/// The bills, each with its own table; how the lines are put together and filtered.
fn bills(app: &Page, o: &mut Out) {
    let asked = &app.route.cost;
    let number = |bill| app.estimate().of(bill).count();
    o.el("div cost-how", |o| {
        o.el("nav filters", |o| {
            o.named("aria-label", words::BILLS);
            for bill in Bill::ALL {
                let lines = number(bill);
                if lines == 0 && bill != Bill::CloudBackup && bill != asked.bill {
                    continue;
                }
                let mut to = app.route.without();
                to.cost.bill = bill;
                o.link("a", &to, |o| {
                    o.key(bill.word());
                    o.attr("data-testid", bill.word());
                    if bill == asked.bill {
                        o.attr("aria-current", "page");
                    }
                    o.say(&bill.label());
                    o.line("span number", &lines.to_string());
                });
            }
        });
        o.el("div how", |o| {
            o.el("label", |o| {
                o.word("span", words::GROUP_BY);
                o.el("select", |o| {
                    o.attr("id", "cost-group");
                    o.attr("data-testid", "cost-group");
                    o.attr("data-v", asked.group.word());
                    o.on(On::Change, Msg::Cost(Do::Group));
                    for (_, word, text) in Group::ALL {
                        option(o, word, app.say(text));
                    }
                });
            });
            o.el("label search", |o| {
                o.word("span away", words::FILTER);
                o.el("input", |o| {
                    o.attr("type", "search");
                    o.attr("id", "cost-needle");
                    o.attr("data-testid", "cost-needle");
                    o.attr("autocomplete", "off");
                    o.named("placeholder", words::FILTER);
                    o.put("data-v", &app.cost.needle);
                    o.on(On::Input, Msg::Cost(Do::Needle));
                });
            });
        });
    });
}

/// The columns after the name: their words in controls, their headings, and whether they sort.
fn columns(app: &Page) -> [(&'static str, String, Option<Column>); 6] {
    let month = app.month() + 1;
    let all = app.last_month() + 1;
    let said = |text: &Text| app.say(text).to_owned();
    [
        ("what", said(words::WHAT), Some(Column::What)),
        ("quantity", app.fill_number(words::QUANTITY_IN, month), None),
        ("rate", said(words::RATE), None),
        ("first", said(words::FIRST), Some(Column::First)),
        (
            "month",
            app.fill_number(words::MONTH, month),
            Some(Column::Month),
        ),
        ("all", app.fill_number(words::ALL, all), Some(Column::All)),
    ]
}

/// The table.
fn lines(app: &Page, o: &mut Out) {
    let table = app.cost_table();
    let shown = table.rows.len().min(app.cost.shown);
    let columns = columns(app);
    o.el("div coverage-rows cost-rows", |o| {
        if table.rows.is_empty() {
            return o.el("p empty", |o| {
                o.key("none");
                o.say(if app.cost.needle.trim().is_empty() {
                    words::NO_LINES
                } else {
                    words::NONE_FIT
                });
            });
        }
        o.el("div", |o| {
            o.key("rows");
            order(app, o, &columns);
            o.el("table estate coverage cost-table", |o| {
                o.attr("data-testid", "cost-table");
                o.word("caption away", words::CAPTION);
                heads(app, o, &columns);
                o.el("tbody", |o| {
                    let mut seen = Vec::new();
                    for row in table.rows.iter().take(shown) {
                        match *row {
                            Row::Group(at) => group(app, o, &table, at, &columns),
                            Row::Line(at) => line(app, o, at, &columns, &mut seen),
                        }
                    }
                });
                o.el("tfoot", |o| {
                    o.el("tr", |o| {
                        o.el("th", |o| {
                            o.attr("scope", "row");
                            o.say(words::SUM);
                        });
                        sums(app, o, &table.sums, &columns);
                    });
                });
            });
        });
    });
    o.el("div", |o| {
        let hidden = table.rows.len() - shown;
        if hidden > 0 {
            let next = hidden.min(2 * STEP).to_string();
            o.button("button btn", Msg::Cost(Do::More), |o| {
                o.attr("data-testid", "cost-more");
                o.text(&app.fill(crate::words::SHOW_MORE, "n", &next));
            });
        }
    });
}

/// The order as a choice, for a screen without a header.
fn order(app: &Page, o: &mut Out, columns: &[(&'static str, String, Option<Column>)]) {
    o.el("div row-order", |o| {
        o.el("label", |o| {
            o.attr("for", "cost-order");
            o.say(words::SORT_BY);
        });
        o.el("span row-order-choice", |o| {
            o.el("select", |o| {
                o.attr("id", "cost-order");
                let sort = Column::ALL
                    .iter()
                    .find(|(column, _)| Some(*column) == app.cost.sort);
                o.attr("data-v", sort.map_or("", |(_, word)| *word));
                o.on(On::Change, Msg::Cost(Do::SortBy));
                option(o, "", app.say(words::PLAN_ORDER));
                for (word, text, column) in columns {
                    if column.is_some() {
                        option(o, word, text);
                    }
                }
            });
            let (glyph, text) = if app.cost.down {
                (Glyph::Down, crate::words::coverage::DESCENDING)
            } else {
                (Glyph::Up, crate::words::coverage::ASCENDING)
            };
            o.tool(Msg::Cost(Do::Turn), glyph, app.say(text));
        });
    });
}

fn heads(app: &Page, o: &mut Out, columns: &[(&'static str, String, Option<Column>)]) {
    o.el("thead", |o| {
        o.el("tr", |o| {
            for (id, text, column) in columns {
                let Some(column) = *column else {
                    o.el("th", |o| {
                        o.key(id);
                        o.attr("scope", "col");
                        o.line("span sort", text);
                    });
                    continue;
                };
                let sorted = app.cost.sort == Some(column);
                // Money comes from the most on.
                let up = app.cost.down != (column == Column::What);
                o.el("th", |o| {
                    o.key(id);
                    o.attr("scope", "col");
                    o.attr(
                        "aria-sort",
                        match (sorted, up) {
                            (true, true) => "ascending",
                            (true, false) => "descending",
                            (false, _) => "none",
                        },
                    );
                    o.button("button sort", Msg::Cost(Do::Sort(column)), |o| {
                        o.attr("data-testid", id);
                        o.text(text);
                        o.el("span", |o| {
                            if sorted {
                                o.icon(if up { Glyph::Up } else { Glyph::Down });
                            }
                        });
                    });
                });
            }
        });
    });
}

/// The last three cells of a row, behind two that are empty.
fn sums(
    app: &Page,
    o: &mut Out,
    sums: &[Sum; 3],
    columns: &[(&'static str, String, Option<Column>)],
) {
    o.el("td none", |o| o.attr("colspan", "2"));
    money(app, o, sums, columns);
}

fn money(
    app: &Page,
    o: &mut Out,
    sums: &[Sum; 3],
    columns: &[(&'static str, String, Option<Column>)],
) {
    for (sum, (id, text, _)) in sums.iter().zip(columns.iter().skip(3)) {
        o.el("td number-cell", |o| {
            o.key(id);
            o.put("data-label", text);
            o.attr("data-cell", id);
            o.el("div", |o| {
                amount(app, o, *sum);
                o.line("small", &range(app, *sum));
            });
        });
    }
}

fn group(
    app: &Page,
    o: &mut Out,
    table: &cost::Table,
    at: usize,
    columns: &[(&'static str, String, Option<Column>)],
) {
    let Some(group) = table.groups.get(at) else {
        return;
    };
    o.el("tr cost-group", |o| {
        o.key(&group.key);
        o.el("th", |o| {
            o.attr("scope", "rowgroup");
            o.button(
                "button group-toggle",
                Msg::Cost(Do::Toggle(group.key.clone())),
                |o| {
                    o.attr("aria-expanded", if group.open { "true" } else { "false" });
                    o.icon(if group.open {
                        Glyph::Opened
                    } else {
                        Glyph::Shut
                    });
                    o.text(&group.name);
                    o.line("span number", &group.lines.len().to_string());
                },
            );
        });
        sums(app, o, &group.sums, columns);
    });
}

/// A line. `seen` are the items whose lines stand above.
fn line(
    app: &Page,
    o: &mut Out,
    at: usize,
    columns: &[(&'static str, String, Option<Column>)],
    seen: &mut Vec<Item>,
) {
    let Some(line) = app.estimate().lines.get(at) else {
        return;
    };
    let place = if seen.contains(&line.item) {
        Place::TableAgain
    } else {
        seen.push(line.item);
        Place::Table
    };
    let to = app.line_route(line);
    o.el("tr cost-line", |o| {
        o.key(&["line ", &at.to_string()].concat());
        o.attr("data-testid", "cost-line");
        o.attr("data-item", line.item.id());
        if to.cost.line == app.route.cost.line {
            o.attr("class", "cost-line chosen-row");
        }
        o.el("th", |o| {
            o.attr("scope", "row");
            o.link("a", &to, |o| o.text(&app.line_name(line)));
            o.line("small", &about(app, line));
        });
        let label = |o: &mut Out, place: usize| {
            if let Some((_, text, _)) = columns.get(place) {
                o.put("data-label", text);
            }
        };
        o.el("td", |o| {
            label(o, 1);
            o.el("div", |o| {
                cost_line::quantity(app, o, line, at, Place::Table)
            });
        });
        o.el("td", |o| {
            label(o, 2);
            o.el("div", |o| cost_line::rate(app, o, line, at, place));
        });
        money(app, o, &app.line_sums(at), columns);
    });
}

/// What a line pays for, in words, with its region.
fn about(app: &Page, line: &Line) -> String {
    let item = sentence(app.say(&line.item.title()));
    match line.region.as_deref() {
        Some(region) => {
            let region = crate::edit::region_name(region, app.lang);
            [&item, " · ", &region].concat()
        }
        None => item,
    }
}

/// What is wrong, what may be off, and what counts where nothing is stated.
fn notes(app: &Page, o: &mut Out) {
    let all = &app.estimate().notes;
    o.el("div", |o| {
        if all.is_empty() {
            return;
        }
        o.el("section cost-notes", |o| {
            o.word("h2", words::NOTES);
            for (kind, text, class) in [
                (NoteKind::Error, words::ERRORS, "error"),
                (NoteKind::Warning, words::WARNINGS, "warn"),
                (NoteKind::Assumption, words::ASSUMPTIONS, "advice"),
            ] {
                let of_kind = || all.iter().filter(|note| note.kind == kind);
                let number = of_kind().count();
                if number == 0 {
                    continue;
                }
                o.el("div cost-notes-of", |o| {
                    o.key(class);
                    o.el("h3", |o| {
                        o.put("class", class);
                        o.icon(match kind {
                            NoteKind::Error => Glyph::Error,
                            NoteKind::Warning => Glyph::Warning,
                            NoteKind::Assumption => Glyph::Info,
                        });
                        o.say(text);
                    });
                    o.el("ul", |o| {
                        for (at, note) in of_kind().take(NOTES).enumerate() {
                            o.el("li", |o| {
                                o.key(&at.to_string());
                                o.attr("data-testid", "cost-note");
                                let said = note.say(app.lang);
                                // A sentence that begins with a name of the user's keeps it as it is.
                                let named = note.text.get(app.lang).starts_with('{');
                                let counted = said.contains(&note.count.to_string());
                                o.rich(&if named { said } else { sentence(&said) });
                                o.el("span", |o| {
                                    if note.count > 1 && !counted {
                                        let held = app.count(
                                            note.count,
                                            words::HOLDS_ONE,
                                            words::HOLDS_MANY,
                                        );
                                        o.line("small", &held);
                                    }
                                });
                                // Some hold whatever is stated: those lead to what they are about.
                                let text = if note.path.is_empty() {
                                    words::SHOW_IT
                                } else {
                                    words::STATE_IT
                                };
                                let about_all =
                                    note.path.is_empty() && note.object.kind == ObjectKind::Plan;
                                o.el("span", |o| {
                                    if about_all {
                                        return;
                                    }
                                    let to = Do::To(note.object, note.path.to_string());
                                    o.button("button link", Msg::Cost(to), |o| {
                                        o.say(text);
                                        o.line(
                                            "span away",
                                            &[" ", &note.path.replace('/', " ")].concat(),
                                        );
                                    });
                                });
                            });
                        }
                    });
                    o.el("p muted", |o| {
                        if let Some(more) = number.checked_sub(NOTES + 1) {
                            let more = (more + 1).to_string();
                            o.text(&app.fill(crate::words::AND_MORE, "n", &more));
                        }
                    });
                });
            }
        });
    });
}
