//! The prices of the user: every billable item with the price of the list, his own, and what he saves.

use vaultplan::catalog::price_items::{Bill, Item};
use vaultplan::model::Rate;
use vaultplan::text::decimal::Decimal;

use super::explanation;
use super::problems;
use crate::components::finding_card::sentence;
use crate::cost::{self, Msg as Do};
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::prices::{Msg as Own, Said};
use crate::route::Route;
use crate::state::Label;
use crate::words::cost as words;

/// Id of the box for a pasted book.
pub(crate) const PASTE: &str = "own-paste";

/// What stands in the address of the cost for it.
pub(crate) const REFERENCE: &str = "*prices";

/// Where it is.
pub(crate) fn route() -> Route {
    Route::COST.with(REFERENCE.to_owned())
}

const fn msg(msg: Own) -> Msg {
    Msg::Cost(Do::Prices(msg))
}

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let number = app.cost.own.number(app.currency());
    o.el("header form-head", |o| {
        o.el("div", |o| {
            o.el("h1", |o| {
                o.say(words::OWN);
                o.line("small", &[" ", app.currency()].concat());
            });
            o.word("p muted", words::OWN_ABOUT);
        });
        o.el("div actions", |o| {
            o.link("a btn", &Route::COST, |o| {
                o.icon(Glyph::Back);
                o.say(words::OWN_BACK);
            });
            if number > 0 {
                o.button("button btn", msg(Own::Export), |o| {
                    o.key("export");
                    o.attr("data-testid", "own-export");
                    o.icon(Glyph::Save);
                    o.say(words::OWN_EXPORT);
                });
                o.button("button btn danger", msg(Own::Remove), |o| {
                    o.key("remove");
                    o.attr("data-testid", "own-remove");
                    o.say(words::OWN_REMOVE);
                });
            }
        });
    });
    said(app, o);
    travels(app, o);
    table(app, o);
    bring(o);
}

/// What became of the last change, with the way back.
fn said(app: &Page, o: &mut Out) {
    let own = &app.cost.own;
    o.el("div", |o| {
        if own.unkept {
            o.el("p banner", |o| {
                o.key("unkept");
                o.attr("role", "status");
                o.icon(Glyph::Warning);
                o.word("span", words::OWN_MEMORY);
            });
        }
    });
    o.el("div own-said", |o| {
        o.attr("role", "status");
        o.attr("data-testid", "own-said");
        let Some(said) = &own.said else {
            return;
        };
        match said {
            Said::Changed => o.word("span", words::OWN_CHANGED),
            Said::Removed => o.word("span", words::OWN_REMOVED),
            Said::Taken(number) => {
                o.line(
                    "span",
                    &app.count(*number, words::OWN_TAKEN_ONE, words::OWN_TAKEN_MANY),
                );
            }
            Said::Currency(currency) => {
                o.line("b", &app.fill(words::OWN_CURRENCY, "value", currency));
            }
            Said::Refused(troubles) => o.el("div", |o| {
                o.word("b", words::OWN_REFUSED);
                problems::draw(app, o, troubles, false);
            }),
        }
        let wrong = matches!(said, Said::Currency(_) | Said::Refused(_));
        o.el("span", |o| {
            if !wrong && own.can_undo() {
                o.button("button btn small", msg(Own::Undo), |o| {
                    o.attr("data-testid", "own-undo");
                    o.icon(Glyph::Undo);
                    o.say(words::OWN_UNDO);
                });
            }
        });
    });
}

/// Whether they travel with what leaves. Also where a plan is handed on.
pub(crate) fn travels(app: &Page, o: &mut Out) {
    o.el("div own-travels", |o| {
        if app.cost.own.number(app.currency()) == 0 {
            return;
        }
        o.el("label check", |o| {
            o.el("input", |o| {
                o.attr("type", "checkbox");
                o.attr("data-testid", "own-travels");
                o.checked(app.cost.own.travels);
                o.on(On::Change, msg(Own::Travel));
            });
            o.word("span", words::TRAVELS);
        });
        o.word("p hint", words::TRAVELS_ABOUT);
    });
}

/// How much less a price is than that of the list, in percent with one place; nothing where it is not less.
fn saved(list: Decimal, own: Decimal) -> Option<String> {
    let less = list.pico().checked_sub(own.pico())?;
    let tenths =
        (less.checked_mul(1_000)?.checked_add(list.pico() / 2)?).checked_div(list.pico())?;
    Some(
        [
            &(tenths / 10).to_string(),
            ".",
            &(tenths % 10).to_string(),
            " %",
        ]
        .concat(),
    )
}

fn table(app: &Page, o: &mut Out) {
    let discount = app
        .cost
        .own
        .of(app.currency())
        .and_then(|own| own.discount_percent);
    let discount = discount
        .map(|percent| percent.0.to_string())
        .unwrap_or_default();
    let bad = app.rejected == "own-discount";
    o.el("div field own-discount", |o| {
        o.el("label", |o| {
            o.attr("for", "own-discount");
            o.say(words::ALL_DISCOUNT);
        });
        o.el("input", |o| {
            o.attr("id", "own-discount");
            o.attr("type", "text");
            o.attr("inputmode", "decimal");
            o.attr("autocomplete", "off");
            o.attr("data-testid", "own-discount");
            o.attr("aria-describedby", "own-discount-hint");
            o.put("data-v", &discount);
            if bad {
                o.attr("aria-invalid", "true");
            }
            o.on(On::Change, msg(Own::Discount));
        });
        o.el("p hint", |o| {
            o.attr("id", "own-discount-hint");
            o.word("span", words::ALL_DISCOUNT_ABOUT);
            o.el("b complaint", |o| {
                o.attr("role", "status");
                if bad {
                    let takes = crate::edit::Takes::Decimal(0, 100);
                    o.text(&takes.complaint().get(app.lang));
                }
            });
        });
    });
    o.el("div coverage-rows cost-rows", |o| {
        o.el("table estate coverage own-table", |o| {
            o.attr("data-testid", "own-table");
            o.word("caption away", words::OWN);
            o.el("thead", |o| {
                o.el("tr", |o| {
                    for text in [
                        words::ITEM,
                        words::LIST_PRICE,
                        words::MY_PRICE,
                        words::EFFECTIVE,
                    ] {
                        o.el("th", |o| {
                            o.attr("scope", "col");
                            o.word("span sort", text);
                        });
                    }
                });
            });
            o.el("tbody", |o| {
                for item in Item::ALL {
                    row(app, o, *item);
                }
            });
        });
    });
}

/// The item whose price counts for another, as the list or the engine says.
fn stands_in(list: Option<&Rate<'_>>, item: Item) -> Option<Item> {
    let named = list.and_then(|rate| rate.same_as.as_deref());
    named.and_then(Item::from_id).or_else(|| item.stand_in())
}

fn row(app: &Page, o: &mut Out, item: Item) {
    let list = cost::list_rate(app, item);
    let listed = list.and_then(|rate| rate.price).map(|price| price.0);
    let own = app.cost.own.rate(app.currency(), item);
    let price = own.and_then(|rate| rate.price).map(|price| price.0);
    let id = ["own-", item.id()].concat();
    let rejected = app.rejected == id;
    let label = Label::new(words::PER).arg("currency", app.currency().to_owned());
    let per = label.arg("unit", item.unit().label()).get(app.lang);
    o.el("tr", |o| {
        o.key(item.id());
        o.el("th", |o| {
            o.attr("scope", "row");
            o.el("label", |o| {
                o.put("for", &id);
                o.text(&sentence(app.say(&item.title())));
            });
            o.line("small", &per);
            if item.bill() != Bill::CloudBackup {
                o.word("small", &item.bill().label());
            }
        });
        o.el("td number-cell", |o| {
            o.named("data-label", words::LIST_PRICE);
            o.el("div", |o| {
                if let Some(price) = listed {
                    o.text(&price.to_string());
                } else if list.is_some_and(|rate| !rate.tiers.is_empty()) {
                    o.say(words::TIERED);
                } else if let Some(other) = stands_in(list, item) {
                    let other = app.say(&other.title());
                    o.line("small", &app.fill(words::STANDS_IN, "item", other));
                } else if cost::is_listed_by_region(app, item) {
                    o.say(words::BY_REGION);
                } else {
                    o.el("a", |o| {
                        o.key("page");
                        o.attr("href", item.page());
                        explanation::outside(o);
                        o.say(words::NO_LIST);
                    });
                }
            });
        });
        o.el("td number-cell", |o| {
            o.named("data-label", words::MY_PRICE);
            o.el("div", |o| {
                o.el("input", |o| {
                    o.put("id", &id);
                    o.attr("type", "text");
                    o.attr("inputmode", "decimal");
                    o.attr("autocomplete", "off");
                    o.attr("data-testid", "own-price");
                    o.attr("data-item", item.id());
                    o.put(
                        "data-v",
                        &price.map(|price| price.to_string()).unwrap_or_default(),
                    );
                    o.put("aria-describedby", &[&id, "-said"].concat());
                    if rejected {
                        o.attr("aria-invalid", "true");
                    }
                    o.on(On::Change, msg(Own::Price(item)));
                });
                o.el("b complaint", |o| {
                    o.put("id", &[&id, "-said"].concat());
                    o.attr("role", "status");
                    if rejected {
                        o.say(words::WANTS_PRICE);
                    }
                });
            });
        });
        o.el("td number-cell", |o| {
            o.named("data-label", words::EFFECTIVE);
            let saved = listed.zip(price).and_then(|(list, own)| saved(list, own));
            o.line("div", saved.as_deref().unwrap_or("–"));
        });
    });
}

/// Prices that are brought: pasted, or from a file.
fn bring(o: &mut Out) {
    o.el("section own-bring", |o| {
        o.el("form paste", |o| {
            o.on(On::Submit, msg(Own::Paste));
            o.el("label", |o| {
                o.attr("for", PASTE);
                o.say(words::OWN_PASTE);
            });
            o.el("textarea", |o| {
                o.attr("id", PASTE);
                o.attr("rows", "5");
                o.attr("spellcheck", "false");
                o.attr("data-testid", "own-paste");
                o.named("placeholder", &vaultplan::lang::Text::same(EXAMPLE));
            });
            o.el("button btn", |o| {
                o.attr("type", "submit");
                o.attr("data-testid", "own-take");
                o.say(words::OWN_TAKE);
            });
        });
        o.el("div", |o| super::doors::file_picker(o, words::OWN_FILE));
    });
}

/// The shortest book.
const EXAMPLE: &str = r#"{ "format": "vaultplan-prices/1", "id": "mine", "name": "Contract 2026", "currency": "USD", "version": "2026-11", "rates": [{ "item": "replication-traffic", "price": 0.07 }] }"#;
