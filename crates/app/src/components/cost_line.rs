//! How a line of the estimate is computed: its formula with the user's figures, what entered it, its rate with the
//! page that prints it, and fields for what is missing. The table draws quantity and rate by the same functions.

use vaultplan::cost::formula::{self, Given, Input};
use vaultplan::cost::prices::Rated;
use vaultplan::cost::{Hole, Line, RateFrom};
use vaultplan::finding::ObjectRef;
use vaultplan::model::Confidence;
use vaultplan::model::declare::Shape;
use vaultplan::text::decimal::Decimal;

use super::explanation;
use super::field::Control;
use crate::cost::{self, Msg as Do};
use crate::edit::{self, Field, Takes};
use crate::fields;
use crate::icon::Glyph;
use crate::intl;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::prices;
use crate::state::Label;
use crate::views::cost::{amount, range};
use crate::words::cost as words;

/// Where a quantity or a rate is drawn: what stands around it says the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Table,
    /// A later line of the same item: the field for its rate stands in the first.
    TableAgain,
    Inspector,
}

impl Place {
    const fn word(self) -> &'static str {
        match self {
            Self::Table | Self::TableAgain => "row",
            Self::Inspector => "line",
        }
    }
}

/// Draws the inspector of the line that the address names.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let close = app.route.without();
    let found = app.chosen_line();
    let line = found.and_then(|at| Some((at, app.estimate().lines.get(at)?)));
    o.el("aside inspector cost-inspector", |o| {
        o.key(&app.route.cost.line);
        o.named("aria-label", words::INSPECTOR);
        o.attr("data-testid", "cost-inspector");
        o.attr("tabindex", "-1");
        o.el("div inspector-bar", |o| {
            o.el("span inspected-name", |o| {
                if let Some((_, line)) = line {
                    o.line("b", &app.line_name(line));
                    o.line("small", app.say(&line.item.title()));
                }
            });
            o.link("a btn icon ghost", &close, |o| {
                o.named("aria-label", words::CLOSE);
                o.named("title", words::CLOSE);
                o.icon(Glyph::Close);
            });
        });
        o.el("div inspected cost-inspected", |o| match line {
            None => o.el("p muted", |o| {
                o.key("gone");
                o.say(words::GONE);
            }),
            Some((at, line)) => o.el("div", |o| {
                o.key("line");
                whole(app, o, line, at);
            }),
        });
    });
}

fn whole(app: &Page, o: &mut Out, line: &Line, at: usize) {
    let month = app.month();
    o.el("section", |o| {
        o.line("h2", &app.fill_number(words::MONTH, month + 1));
        let sum = cost::in_month(line, month);
        o.el("p cost-big", |o| amount(app, o, sum));
        o.line("p muted", &range(app, sum));
    });
    o.el("section", |o| {
        o.word("h3", words::FORMULA);
        o.el("p formula", |o| {
            o.attr("data-testid", "cost-formula");
            let formula = formula::formula(app.estimate(), at, month, app.lang);
            o.text(&formula.unwrap_or_default());
        });
        o.el("div", |o| quantity(app, o, line, at, Place::Inspector));
    });
    o.el("section", |o| {
        o.word("h3", words::RATE_HEAD);
        o.el("div", |o| rate(app, o, line, at, Place::Inspector));
        source(app, o, &line.rate);
        o.el("div", |o| {
            // Who has entered one changes it here; where one is printed, another can be entered.
            if line.rate.is_known() {
                own_rate(app, o, line, at, Place::Inspector);
            }
        });
    });
    inputs(app, o, line);
    months(app, o, line);
}

/// What is billed in the month that is looked at; a field for it where nobody states it.
pub(crate) fn quantity(app: &Page, o: &mut Out, line: &Line, at: usize, place: Place) {
    let cell = line.cells.get(app.month());
    let stated = cell.and_then(|cell| cell.quantity);
    o.el("span nowrap", |o| match stated {
        Some(spread) => {
            if place != Place::Inspector {
                o.text(&cost::quantity(spread.expected.nano(), app.lang));
                let one = spread.expected.nano() == 1_000_000_000;
                o.line("small", &[" ", counted(app, line, one)].concat());
            }
        }
        None => o.word("span unknown-part", words::UNKNOWN),
    });
    o.el("div", |o| {
        if stated.is_none() {
            supply(app, o, line, at, place);
        }
    });
}

/// A field for the first of the line's values that is not known.
fn supply(app: &Page, o: &mut Out, line: &Line, at: usize, place: Place) {
    let inputs = formula::inputs(&app.judged.facts(), line);
    let found = inputs.into_iter().find_map(|input| match input.given {
        Given::Unknown(object, path) => Some((object, path)),
        _ => None,
    });
    let Some((object, path)) = found else {
        return;
    };
    let Some((record, field)) = fields::at(object.kind, &path) else {
        return;
    };
    let (Shape::Whole(least, most), Some(entry)) = (&field.shape, fields::entry(record, field))
    else {
        return;
    };
    let takes = Takes::Whole(*least, *most);
    let id = ["supply-", place.word(), "-", &at.to_string()].concat();
    let label = app.say(&entry.label);
    let control = Control {
        takes,
        testid: "cost-supply",
        ..Control::new(&id, label, "")
    };
    let field = Field {
        object,
        path,
        word: &entry.label,
        takes,
    };
    o.el("div supply", |o| control.line(app, o, Msg::Set(field)));
}

/// What is counted in the line's unit.
fn counted(app: &Page, line: &Line, one: bool) -> &'static str {
    app.say(&formula::noun(line.item.unit(), one))
}

/// Whose price it is, in short; nothing for the book's.
fn whose(app: &Page, rate: &Rated) -> &'static str {
    match rate.from {
        RateFrom::Own => app.say(words::YOURS),
        RateFrom::Plan => app.say(words::OF_PLAN),
        RateFrom::Book | RateFrom::Nobody => "",
    }
}

/// The price of a unit; `unknown` and a field where there is none.
pub(crate) fn rate(app: &Page, o: &mut Out, line: &Line, at: usize, place: Place) {
    let rate = &line.rate;
    let per = per(app, line);
    let open = line
        .cells
        .iter()
        .any(|cell| matches!(cell.hole, Some(Hole::Rate | Hole::Tier)));
    o.el("span rate", |o| {
        if let Some(price) = rate.price {
            o.line("b", &price.to_string());
            o.line("small", &[" ", &per].concat());
        } else if rate.is_known() {
            o.el("ul tiers", |o| {
                for (number, (from, price)) in rate.tiers.iter().enumerate() {
                    o.el("li", |o| {
                        o.key(&number.to_string());
                        tier(app, o, line, (*from, *price));
                    });
                }
            });
        } else {
            o.word("span unknown-part", words::UNKNOWN);
        }
    });
    o.el("span rate-marks", |o| {
        let whose = whose(app, rate);
        if !whose.is_empty() {
            o.line("span chip advice", whose);
        }
        if rate.is_known() && rate.is_old(app.judged.now) {
            o.el("span chip warn", |o| {
                o.key("old");
                o.named("title", words::STALE);
                o.icon(Glyph::Warning);
                o.text(&age(app, rate));
            });
        }
        if rate.is_known() && rate.item != line.item {
            let item = app.say(&rate.item.title());
            o.line("small", &app.fill(words::STANDS_IN, "item", item));
        }
    });
    o.el("div", |o| match (open || !rate.is_known(), place) {
        (false, _) => {}
        (true, Place::TableAgain) => o.link("a", &app.line_route(line), |o| {
            o.key("again");
            o.say(words::ENTER_RATE);
        }),
        (true, _) => own_rate(app, o, line, at, place),
    });
}

/// The date of the page that prints a rate.
fn age(app: &Page, rate: &Rated) -> String {
    let source = rate.rate.as_ref().and_then(|rate| rate.source.as_deref());
    let date = source.and_then(|source| source.date.as_deref().or(source.read.as_deref()));
    intl::dated(date.unwrap_or_default(), app.lang)
}

fn tier(app: &Page, o: &mut Out, line: &Line, (from, price): (Decimal, Option<Decimal>)) {
    match price {
        Some(price) => {
            o.line("b", &price.to_string());
            o.line("small", &[" ", &per(app, line)].concat());
        }
        None => o.word("span unknown-part", words::UNKNOWN),
    }
    let label = Label::new(words::FROM).arg("n", from.to_string());
    let label = label.arg("unit", counted(app, line, false));
    o.line(
        "small",
        &if from.is_zero() {
            String::new()
        } else {
            [" ", &label.get(app.lang)].concat()
        },
    );
}

/// Currency and unit of a price.
fn per(app: &Page, line: &Line) -> String {
    let label = Label::new(words::PER).arg("currency", app.currency().to_owned());
    label.arg("unit", line.item.unit().label()).get(app.lang)
}

/// A field for a rate of the user's own, with its unit and the page where the vendor prints it.
fn own_rate(app: &Page, o: &mut Out, line: &Line, at: usize, place: Place) {
    let id = ["rate-", place.word(), "-", &at.to_string()].concat();
    let item = line.item;
    let own = app.cost.own.rate(app.currency(), item);
    let value = own
        .and_then(|rate| rate.price)
        .map(|price| price.0.to_string());
    let rejected = app.rejected == id;
    o.el("div own-rate", |o| {
        o.el("label", |o| {
            o.put("for", &id);
            o.say(words::YOUR_RATE);
            o.line("span away", &[" ", app.say(&item.title())].concat());
        });
        o.el("span own-rate-field", |o| {
            o.el("input", |o| {
                o.put("id", &id);
                o.attr("type", "text");
                o.attr("inputmode", "decimal");
                o.attr("autocomplete", "off");
                o.attr("data-testid", "own-rate");
                o.attr("data-item", item.id());
                o.put("data-v", value.as_deref().unwrap_or_default());
                o.put("aria-describedby", &[&id, "-hint"].concat());
                if rejected {
                    o.attr("aria-invalid", "true");
                }
                let price = prices::Msg::Price(item);
                o.on(On::Change, Msg::Cost(Do::Prices(price)));
            });
            o.line("small", &per(app, line));
        });
        o.el("p hint", |o| {
            o.put("id", &[&id, "-hint"].concat());
            o.el("span", |o| {
                if place == Place::Inspector {
                    o.say(words::RATE_ABOUT);
                }
            });
            o.el("b complaint", |o| {
                o.attr("role", "status");
                if rejected {
                    o.say(words::WANTS_PRICE);
                }
            });
        });
        o.el("p hint", |o| {
            o.el("span", |o| {
                if place == Place::Inspector {
                    o.say(words::WHERE_PRINTED);
                    o.text(" ");
                }
            });
            o.el("a", |o| {
                o.attr("href", item.page());
                explanation::outside(o);
                match place {
                    Place::Inspector => o.text(item.page().trim_start_matches("https://")),
                    Place::Table | Place::TableAgain => {
                        o.attr("title", item.page());
                        o.say(words::PRICE_PAGE);
                    }
                }
            });
        });
    });
}

/// Whose rate it is, the page that prints it, and how far it can be trusted.
fn source(app: &Page, o: &mut Out, rate: &Rated) {
    let known = rate.is_known();
    o.el("ul cost-source", |o| {
        let whose = match rate.from {
            RateFrom::Own => app.say(words::WHOSE_OWN).to_owned(),
            RateFrom::Plan => app.say(words::WHOSE_PLAN).to_owned(),
            RateFrom::Book => app.fill(words::WHOSE_BOOK, "name", &cost::book_name(app)),
            RateFrom::Nobody => app.say(words::WHOSE_NOBODY).to_owned(),
        };
        o.line("li", &whose);
        let source = rate.rate.as_ref().and_then(|rate| rate.source.as_deref());
        let source = source.filter(|_| known);
        o.el("li", |o| {
            if let Some(source) = source
                && let Some(address) = source.address.as_deref()
            {
                let title = source.title.as_deref().unwrap_or(address);
                let date = source.date.as_deref().map(str::to_owned);
                let read = || {
                    let read = source.read.as_deref()?;
                    Some(["page without date, read ", read].concat())
                };
                let date = date.or_else(read).unwrap_or_default();
                explanation::page(o, title, address, &date);
            }
        });
        o.el("li", |o| {
            let confidence = rate.confidence.filter(|_| known);
            let Some(word) = confidence.filter(|word| *word != Confidence::Own) else {
                return;
            };
            o.say(words::CONFIDENCE);
            o.say(crate::words::forms::COLON);
            o.say(&formula::trust(word));
        });
        o.el("li", |o| {
            if let Some(discount) = rate.discount {
                o.text(&app.fill(words::DISCOUNT, "n", &discount.to_string()));
            }
        });
        o.el("li", |o| {
            let note = rate.rate.as_ref().and_then(|rate| match app.lang {
                vaultplan::lang::Lang::Zh => rate.note_zh.as_deref().or(rate.note.as_deref()),
                vaultplan::lang::Lang::En => rate.note.as_deref(),
            });
            o.text(note.unwrap_or_default());
        });
    });
}

/// What entered the line, each value with the way to where it is stated.
fn inputs(app: &Page, o: &mut Out, line: &Line) {
    o.el("section", |o| {
        o.word("h3", words::INPUTS);
        o.el("ul cost-inputs", |o| {
            for (number, input) in formula::inputs(&app.judged.facts(), line)
                .iter()
                .enumerate()
            {
                o.el("li", |o| {
                    o.key(&number.to_string());
                    one(app, o, line, input);
                });
            }
        });
    });
}

fn one(app: &Page, o: &mut Out, line: &Line, input: &Input) {
    o.el("span", |o| {
        o.say(&input.name);
        // A mirror's line counts what several sources state.
        if let Given::Stated(object, _) | Given::Assumed(object, _) | Given::Unknown(object, _) =
            &input.given
            && *object != line.object
            && *object != ObjectRef::PLAN
        {
            o.text(" · ");
            o.text(edit::name(app.plan(), *object));
        }
    });
    o.el("b", |o| {
        o.text(&input.value);
        o.text(" ");
        o.say(&input.unit);
    });
    let (object, path, text) = match &input.given {
        Given::Stated(object, path) => (object, path, words::STATED),
        Given::Assumed(object, path) => (object, path, words::ASSUMED),
        Given::Unknown(object, path) => (object, path, words::NOT_KNOWN),
        Given::Documented => return o.word("small", words::DOCUMENTED),
    };
    let to = Do::To(*object, path.to_string());
    o.button("button link", Msg::Cost(to), |o| {
        o.say(text);
        o.line("span away", &[" ", app.say(&input.name)].concat());
    });
}

/// The line month by month.
fn months(app: &Page, o: &mut Out, line: &Line) {
    o.el("details more", |o| {
        o.word("summary", words::BY_MONTH);
        o.el("table numbers", |o| {
            o.el("tbody", |o| {
                for (month, cell) in line.cells.iter().enumerate() {
                    o.el("tr", |o| {
                        o.key(&month.to_string());
                        o.el("th", |o| {
                            o.attr("scope", "row");
                            o.text(&app.fill_number(words::MONTH, month + 1));
                        });
                        o.el("td", |o| match cell.quantity {
                            Some(spread) => {
                                o.text(&cost::quantity(spread.expected.nano(), app.lang));
                            }
                            None => o.say(words::UNKNOWN),
                        });
                        o.el("td", |o| amount(app, o, cost::in_month(line, month)));
                    });
                }
            });
        });
    });
}
