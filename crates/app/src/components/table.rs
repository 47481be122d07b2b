//! All objects of a kind as a table that is edited cell by cell. Only a window of its rows is drawn.

use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::model::declare::Shape;
use vaultplan::text::value::Value;

use super::field::option;
use super::object_form::{self, described};
use super::{chip, kinds, supply};
use crate::bulk::{self, BEFORE, Column, EDITOR, Msg as Do, ROWS};
use crate::edit;
use crate::fields;
use crate::markup::{On, Out};
use crate::page::Page;
use crate::route::Route;
use crate::words::{self, forms};

/// Where the table of a kind is.
pub(crate) fn route(kind: ObjectKind) -> Route {
    Route::object(["*", kind.word()].concat())
}

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out, kind: ObjectKind) {
    let table = &app.form.table;
    let rows = edit::number_of(app.plan(), kind);
    let columns = table.columns(kind);
    let top = table.top.min(rows.saturating_sub(1));
    let end = (top + ROWS).min(rows);
    let Some(named) = object_form::kind_of(kind) else {
        return;
    };
    o.el("div bulk", |o| {
        o.key(kind.word());
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.line(
                    "h1",
                    &app.fill(forms::TABLE_OF, "kind", app.say(named.many)),
                );
                o.word("p muted", forms::TABLE_ABOUT);
            });
            o.el("div actions", |o| {
                choose_columns(o, kind, &columns);
                if kind != ObjectKind::Mirror {
                    kinds::add(app, o, named, "button btn");
                }
            });
        });
        toolbar(app, o, kind);
        o.el("p table-said", |o| {
            o.attr("role", "status");
            for label in &table.said {
                o.text(&label.get(app.lang));
                o.text(" ");
            }
        });
        o.el("div table-scroll", |o| {
            o.el("table grid", |o| {
                o.attr("role", "grid");
                o.attr("data-grid", "");
                o.attr("aria-multiselectable", "true");
                o.put("aria-label", app.say(named.many));
                o.put("aria-rowcount", &(rows + 1).to_string());
                o.put("aria-colcount", &(columns.len() + BEFORE + 1).to_string());
                head(app, o, &columns, rows);
                o.el("tbody", |o| {
                    for row in top..end {
                        draw_row(app, o, ObjectRef::new(kind, row), &columns);
                    }
                });
            });
        });
        o.el("div pager", |o| {
            if rows > ROWS {
                let said = crate::state::Label::new(forms::ROWS_SHOWN)
                    .arg("from", (top + 1).to_string())
                    .arg("to", end.to_string())
                    .arg("n", rows.to_string());
                o.button(
                    "button btn small",
                    bulk::msg(Do::Window(top.saturating_sub(ROWS))),
                    |o| {
                        o.flag("disabled", top == 0);
                        o.say(forms::ROWS_BEFORE);
                    },
                );
                o.line("span", &said.get(app.lang));
                o.button("button btn small", bulk::msg(Do::Window(end)), |o| {
                    o.flag("disabled", end == rows);
                    o.attr("data-testid", "rows-after");
                    o.say(forms::ROWS_AFTER);
                });
            }
        });
    });
}

fn choose_columns(o: &mut Out, kind: ObjectKind, shown: &[Column]) {
    o.el("details menu", |o| {
        o.el("summary btn", |o| o.say(forms::COLUMNS));
        o.el("div menu-panel columns-menu", |o| {
            for column in bulk::columns_of(kind) {
                o.el("label", |o| {
                    o.key(column.field.name);
                    o.el("input", |o| {
                        o.attr("type", "checkbox");
                        o.checked(shown.iter().any(|s| s.field.name == column.field.name));
                        o.on(On::Change, bulk::msg(Do::Column(column.field.name)));
                    });
                    o.word("span", &column.entry.label);
                });
            }
        });
    });
}

/// One value for the rows that are selected.
fn toolbar(app: &Page, o: &mut Out, kind: ObjectKind) {
    let table = &app.form.table;
    let number = table.selected.len();
    let Some(chosen) = table.chosen(kind) else {
        return;
    };
    o.el("div bulk-bar", |o| {
        o.line(
            "span count",
            &app.count(number, forms::SELECTED_ONE, forms::SELECTED_MANY),
        );
        o.el("label", |o| {
            o.word("span", forms::APPLY_FIELD);
            o.el("select", |o| {
                o.attr("id", "apply-field");
                o.attr("data-v", chosen.field.name);
                o.on(On::Change, bulk::msg(Do::Field));
                for column in bulk::columns_of(kind) {
                    option(o, column.field.name, app.say(&column.entry.label));
                }
            });
        });
        o.el("label", |o| {
            o.key(chosen.field.name);
            o.word("span", forms::APPLY_VALUE);
            let first = table.selected.first().copied().unwrap_or_default();
            let object = ObjectRef::new(kind, first);
            control(
                app,
                o,
                ("apply-value", &table.value),
                Do::Value,
                (object, &chosen),
            );
        });
        o.button("button btn primary", bulk::msg(Do::Apply), |o| {
            o.attr("data-testid", "apply");
            o.flag("disabled", number == 0);
            o.say(forms::APPLY);
        });
    });
}

fn head(app: &Page, o: &mut Out, columns: &[Column], rows: usize) {
    let all = rows > 0 && app.form.table.selected.len() == rows;
    o.el("thead", |o| {
        o.el("tr", |o| {
            o.attr("aria-rowindex", "1");
            o.el("th", |o| {
                o.attr("scope", "col");
                o.el("input", |o| {
                    o.attr("type", "checkbox");
                    o.attr("data-testid", "select-all");
                    o.named("aria-label", forms::SELECT_ALL);
                    o.checked(all);
                    o.on(On::Change, bulk::msg(Do::SelectAll));
                });
            });
            o.el("th", |o| {
                o.attr("scope", "col");
                o.say(forms::OBJECT);
            });
            for column in columns {
                o.el("th", |o| {
                    o.attr("scope", "col");
                    o.say(&column.entry.label);
                });
            }
            o.el("th", |o| {
                o.attr("scope", "col");
                o.say(words::VIEW_FINDINGS);
            });
        });
    });
}

fn draw_row(app: &Page, o: &mut Out, object: ObjectRef, columns: &[Column]) {
    let table = &app.form.table;
    let row = object.index;
    let selected = table.selected.contains(&row);
    let Some(value) = edit::value_of(app.plan(), object) else {
        return;
    };
    let name = object_form::called(app, object);
    let turn = |o: &mut Out, column: usize| {
        o.put("id", &bulk::cell_id(row, column));
        o.attr(
            "tabindex",
            if table.at == (row, column) { "0" } else { "-1" },
        );
    };
    o.el("tr", |o| {
        o.key(&row.to_string());
        o.put("aria-rowindex", &(row + 2).to_string());
        o.attr("aria-selected", if selected { "true" } else { "false" });
        o.el("td", |o| {
            o.attr("role", "gridcell");
            o.el("input", |o| {
                turn(o, 0);
                o.attr("type", "checkbox");
                o.put("aria-label", &app.fill(forms::SELECT_ROW, "name", &name));
                o.checked(selected);
                o.on(On::Click, bulk::msg(Do::At(row, 0)));
                o.on(On::Change, bulk::msg(Do::Select(row)));
            });
        });
        o.el("th", |o| {
            o.attr("scope", "row");
            o.attr("role", "rowheader");
            o.link("a", &Route::object(app.judged.reference(object)), |o| {
                turn(o, 1);
                o.text(&name);
            });
        });
        for (at, column) in columns.iter().enumerate() {
            let place = (row, at + BEFORE);
            let now = value.get(column.field.name).unwrap_or(&Value::Null);
            o.el("td cell", |o| {
                o.key(column.field.name);
                o.attr("role", "gridcell");
                turn(o, place.1);
                o.on(On::Click, bulk::msg(Do::At(place.0, place.1)));
                let path = ["/", column.field.name].concat();
                let bad = !app
                    .judged
                    .at(object, &|at| super::field::is_within(at, &path))
                    .is_empty();
                if bad {
                    o.attr("class", "cell bad");
                    o.attr("aria-invalid", "true");
                }
                if table.editing && table.at == place {
                    let text = match now {
                        Value::String(text) => text.clone(),
                        Value::Null => String::new(),
                        other => other.to_string(),
                    };
                    control(app, o, (EDITOR, &text), Do::Commit, (object, column));
                } else {
                    let text =
                        bulk::shown_value(app.plan(), object.kind, column.field, now, app.lang);
                    o.line("span", &text);
                }
            });
        }
        o.el("td", |o| chip::tally(app, o, app.judged.tally_of(object)));
    });
}

/// The control of a cell, or of the value for several.
fn control(
    app: &Page,
    o: &mut Out,
    (id, value): (&'static str, &str),
    msg: Do,
    (object, column): (ObjectRef, &Column),
) {
    let field = column.field;
    let refers = fields::refers_to(fields::record(object.kind), field);
    let choices: Option<Vec<(String, String)>> = match &field.shape {
        Shape::Flag => Some(vec![
            ("true".to_owned(), app.say(words::YES).to_owned()),
            ("false".to_owned(), app.say(words::NO).to_owned()),
        ]),
        Shape::Closed(all) => {
            let label = |word: &&'static str| app.say(&supply::word_label(word)).to_owned();
            Some(
                all.iter()
                    .map(|word| ((*word).to_owned(), label(word)))
                    .collect(),
            )
        }
        Shape::Open(known) if !known.words.is_empty() => {
            let all = known.words.iter();
            Some(
                all.map(|word| (word.word.to_owned(), app.say(&word.label).to_owned()))
                    .collect(),
            )
        }
        _ if !refers.is_empty() && !object_form::many(app, refers) => {
            let all = refers
                .iter()
                .flat_map(|kind| edit::all_of(app.plan(), *kind));
            let of = |object: ObjectRef| {
                let id = edit::id(app.plan(), object).to_owned();
                (id, described(app, object, refers.len() > 1))
            };
            Some(all.map(of).collect())
        }
        _ => None,
    };
    o.el(if choices.is_some() { "select" } else { "input" }, |o| {
        o.attr("id", id);
        o.put("data-v", value);
        o.put("aria-label", app.say(&column.entry.label));
        o.on(On::Change, bulk::msg(msg));
        if let Some(choices) = &choices {
            option(o, "", app.say(words::NOT_STATED));
            for (word, label) in choices {
                option(o, word, label);
            }
            if !value.is_empty() && !choices.iter().any(|(word, _)| word == value) {
                option(o, value, &app.fill(words::UNKNOWN_WORD, "value", value));
            }
            return;
        }
        o.attr("autocomplete", "off");
        o.attr("spellcheck", "false");
    });
}
