//! The plan beside itself in another respect: without mirrors, without archiving, with another retention; what that
//! makes a month, and which lines come, go and change.

use vaultplan::catalog::price_items::Bill;
use vaultplan::cost::compare::Difference;
use vaultplan::cost::sum::Sum;
use vaultplan::cost::{Line, Money};
use vaultplan::lang::Text;

use super::field::{group, option};
use crate::cost::{self, Against, MOST_DAYS, Msg as Do, Other};
use crate::edit::{self, Takes};
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::views::cost::amount;
use crate::words::cost as words;

/// So many lines of a sort are listed.
const LISTED: usize = 20;

/// Id of the field of the retention.
const DAYS: &str = "cost-days";

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    o.el("section cost-compare", |o| {
        o.el("div cost-chart-head", |o| {
            o.word("h2", words::COMPARE);
            o.word("p muted", words::COMPARE_ABOUT);
        });
        o.el("div how", |o| {
            o.el("label", |o| {
                o.word("span", words::COMPARE_WITH);
                o.el("select", |o| {
                    o.attr("id", "cost-against");
                    o.attr("data-testid", "cost-against");
                    o.put("data-v", &app.against_word());
                    o.on(On::Change, Msg::Cost(Do::Compare));
                    for (_, word, text) in Against::ALL {
                        option(o, word, app.say(text));
                    }
                    let plans = app.comparable();
                    if !plans.is_empty() {
                        group(o, app.say(crate::words::MY_PLANS), &|o| {
                            for (word, name) in &plans {
                                option(o, word, name);
                            }
                        });
                    }
                });
            });
            o.el("span", |o| {
                if app.cost.against == Against::Retention {
                    days(app, o);
                }
            });
        });
        o.el("div", |o| {
            if let Some(other) = app.compared() {
                o.el("div cost-compared", |o| {
                    o.key(&app.against_word());
                    sides(app, o, other);
                });
            }
        });
    });
}

fn days(app: &Page, o: &mut Out) {
    let rejected = app.rejected == DAYS;
    o.el("label", |o| {
        o.word("span", words::RETENTION_FIELD);
        o.el("input", |o| {
            o.attr("id", DAYS);
            o.attr("type", "number");
            o.attr("min", "1");
            o.put("max", &MOST_DAYS.to_string());
            o.attr("data-testid", DAYS);
            o.put("data-v", &app.cost.days.to_string());
            if rejected {
                o.attr("aria-invalid", "true");
            }
            o.on(On::Change, Msg::Cost(Do::Retention));
        });
    });
    o.el("b complaint", |o| {
        o.attr("role", "status");
        if rejected {
            o.text(&Takes::Whole(1, MOST_DAYS).complaint().get(app.lang));
        }
    });
}

/// Money with its sign, and in words what the sign means to a reader of a screen.
fn difference(app: &Page, o: &mut Out, amount: Money) {
    let class = match amount.cmp(&Money::ZERO) {
        std::cmp::Ordering::Greater => "more-cost",
        std::cmp::Ordering::Less => "less-cost",
        std::cmp::Ordering::Equal => "",
    };
    o.el("span nowrap", |o| {
        o.class(&["nowrap", class]);
        if amount > Money::ZERO {
            o.text("+");
        }
        o.text(&cost::money(amount, app.lang));
    });
}

fn sides(app: &Page, o: &mut Out, other: &Other) {
    let comparison = &other.comparison;
    if !comparison.comparable {
        return o.word("p muted", words::OTHER_CURRENCY);
    }
    if comparison.lines.is_empty() {
        return o.word("p muted", words::SAME_COST);
    }
    let months = app.last_month() + 1;
    o.el("table", |o| {
        o.attr("data-testid", "cost-compared");
        o.el("thead", |o| {
            o.el("tr", |o| {
                o.el("td", |_| {});
                let name = app.against_name();
                for text in [app.say(words::THIS_PLAN), &name, app.say(words::DIFFERENCE)] {
                    o.el("th", |o| {
                        o.attr("scope", "col");
                        o.text(text);
                    });
                }
            });
        });
        o.el("tbody", |o| {
            for balance in &comparison.bills {
                let name = app.say(&balance.bill.label());
                let of_bill = |text: String| match balance.bill {
                    Bill::CloudBackup => text,
                    _ => [name, ": ", &text].concat(),
                };
                for (title, (before, after)) in [
                    (app.say(words::FIRST_MONTH).to_owned(), &balance.first),
                    (
                        app.fill_number(words::STEADY_MONTH, months),
                        &balance.steady,
                    ),
                    (
                        app.count(months, words::ONE_MONTH, words::ALL_MONTHS),
                        &balance.total,
                    ),
                ] {
                    row(app, o, &of_bill(title), before, after);
                }
            }
        });
    });
    let of = |sort: fn(&Difference) -> bool| comparison.lines.iter().filter(move |line| sort(line));
    for (text, lines) in [
        (
            words::REMOVED,
            of(|line| line.after.is_none()).collect::<Vec<_>>(),
        ),
        (words::ADDED, of(|line| line.before.is_none()).collect()),
        (
            words::CHANGED,
            of(|line| line.before.is_some() && line.after.is_some()).collect(),
        ),
    ] {
        list(app, o, other, text, &lines);
    }
}

fn row(app: &Page, o: &mut Out, title: &str, before: &Sum, after: &Sum) {
    o.el("tr", |o| {
        o.key(title);
        o.el("th", |o| {
            o.attr("scope", "row");
            o.text(title);
        });
        o.el("td", |o| amount(app, o, *before));
        o.el("td", |o| amount(app, o, *after));
        o.el("td", |o| {
            difference(app, o, after.cost.expected - before.cost.expected);
        });
    });
}

/// Lines that came, went or changed.
fn list(app: &Page, o: &mut Out, other: &Other, title: &Text, lines: &[&Difference]) {
    o.el("div", |o| {
        if lines.is_empty() {
            return;
        }
        o.el("h3", |o| {
            o.say(title);
            o.line("span number", &[" ", &lines.len().to_string()].concat());
            let months = app.last_month() + 1;
            let months = app.count(months, words::ONE_MONTH, words::ALL_MONTHS);
            o.line("small", &[" · ", &months].concat());
        });
        o.el("ul cost-differences", |o| {
            for (number, line) in lines.iter().take(LISTED).enumerate() {
                let here = line.before.and_then(|at| app.estimate().lines.get(at));
                let there = line.after.and_then(|at| other.estimate().lines.get(at));
                let name = |line: &Line, plan| edit::name(plan, line.object).to_owned();
                let named = match (here, there) {
                    (Some(here), _) => Some((here, name(here, app.plan()))),
                    (None, Some(there)) => Some((there, name(there, &other.plan))),
                    (None, None) => None,
                };
                let Some((of, name)) = named else {
                    continue;
                };
                o.el("li", |o| {
                    o.key(&number.to_string());
                    o.line("span", &name);
                    o.word("small", &of.item.title());
                    o.el("span", |o| {
                        if line.hole.is_none() || line.total != Money::ZERO {
                            difference(app, o, line.total);
                        }
                    });
                    o.el("span", |o| {
                        if line.hole.is_some() {
                            o.word("span unknown-part", words::UNKNOWN);
                        }
                    });
                });
            }
        });
        o.el("p muted", |o| {
            if let Some(more) = lines.len().checked_sub(LISTED + 1) {
                let more = (more + 1).to_string();
                o.text(&app.fill(crate::words::AND_MORE, "n", &more));
            }
        });
    });
}
