//! The cost of a bill by month: a stacked bar for each month, each a link that shows the month in the table, with the
//! same figures as a table below. Kinds differ by colour and by pattern; the legend names them with their amounts.

use vaultplan::cost::sum::Sum;
use vaultplan::cost::{Kind, Money};

use crate::cost::{self, Msg as Do, month_id};
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::state::Label;
use crate::views::cost::{amount, told};
use crate::words::cost as words;

/// Width of the picture, and where its bars begin.
const WIDTH: i128 = 840;
const LEFT: i128 = 64;
/// Top and bottom of the bars.
const TOP: i128 = 18;
const FLOOR: i128 = 174;
const HEIGHT: i128 = 200;

/// Colours and patterns that there are: their numbers have no common divisor, so that each pair comes up.
const COLOURS: usize = 5;
const PATTERNS: usize = 4;

/// The patterns, by what they draw; the first is plain.
const STROKES: [&str; 3] = ["M0 6 6 0", "M0 3h6", "M3 0v6"];

/// Tenths as a number of SVG.
fn tenths(number: i128) -> String {
    let size = number.unsigned_abs();
    let sign = if number < 0 { "-" } else { "" };
    [
        sign,
        &(size / 10).to_string(),
        ".",
        &(size % 10).to_string(),
    ]
    .concat()
}

/// Steps of the scale: at most four up to a largest amount, each 1, 2 or 5 times a power of ten.
fn step(most: i128) -> i128 {
    let mut power = 10_000;
    loop {
        for factor in [1, 2, 5] {
            let step = power * factor;
            if most <= step * 4 || step > i128::MAX / 100 {
                return step;
            }
        }
        power *= 10;
    }
}

/// The kinds of the bill that is looked at, each with its number in colours and patterns, and its months.
fn kinds(app: &Page) -> Vec<(Kind, usize, &[Sum])> {
    let all = app.made().kinds(app.route.cost.bill).iter();
    all.enumerate()
        .map(|(number, (kind, months))| (*kind, number, months.as_slice()))
        .collect()
}

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let kinds = kinds(app);
    o.el("section cost-chart", |o| {
        o.el("div cost-chart-head", |o| {
            o.word("h2", words::CHART);
            o.word("p muted", words::CHART_ABOUT);
            o.el("span", |o| {
                if app.route.cost.month > 0 {
                    let mut to = app.route.clone();
                    to.cost.month = 0;
                    o.link("a", &to, |o| {
                        let last = app.last_month() + 1;
                        o.text(&app.fill_number(words::STEADY_MONTH, last));
                    });
                }
            });
        });
        o.el("div cost-stage", |o| {
            // It is wider than a phone, and scrolled there; the bars in it take the focus.
            picture(app, o, &kinds);
        });
        legend(app, o, &kinds);
        twin(app, o, &kinds);
    });
}

fn picture(app: &Page, o: &mut Out, kinds: &[(Kind, usize, &[Sum])]) {
    let months = app.last_month() + 1;
    let at = |month: usize| app.bill_sum(app.route.cost.bill, Some(month));
    let parts = |month: usize| {
        let of_month =
            move |months: &[Sum]| months.get(month).map_or(0, |sum| sum.cost.expected.micro());
        kinds
            .iter()
            .map(move |(_, number, months)| (*number, of_month(months)))
    };
    let (mut up, mut down) = (1, 0);
    for month in 0..months {
        let above: i128 = parts(month).map(|(_, part)| part.max(0)).sum();
        let below: i128 = parts(month).map(|(_, part)| (-part).max(0)).sum();
        up = up.max(above).max(at(month).cost.high.micro());
        down = down.max(below);
    }
    let step = step(up.max(down));
    let most = up + down;
    // Tenths of the picture from the top, for an amount.
    let y = |micro: i128| {
        let height = (FLOOR - TOP) * 10;
        // Amounts that fill 128 bits are no money: the picture then is flat.
        let part = (micro + down)
            .checked_mul(height)
            .map_or(0, |part| part / most.max(1));
        FLOOR * 10 - part
    };
    let count = i128::try_from(months).unwrap_or(1).max(1);
    let slot = (WIDTH - LEFT) * 10 / count;
    let wide = (slot * 7 / 10).min(440);
    o.el("svg cost-svg", |o| {
        o.put(
            "viewBox",
            &["0 0 ", &WIDTH.to_string(), " ", &HEIGHT.to_string()].concat(),
        );
        o.attr("role", "group");
        o.attr("data-testid", "cost-chart");
        o.named("aria-label", words::CHART);
        o.on(On::Key, Msg::Cost(Do::Key));
        patterns(o);
        let mut mark = -(down / step) * step;
        while mark <= up {
            let height = y(mark);
            o.el("g", |o| {
                o.key(&mark.to_string());
                o.attr("aria-hidden", "true");
                o.el("path cost-grid", |o| {
                    let from = LEFT.to_string();
                    o.put(
                        "d",
                        &["M", &from, " ", &tenths(height), "H", &WIDTH.to_string()].concat(),
                    );
                });
                o.el("text cost-tick", |o| {
                    o.put("x", &(LEFT - 6).to_string());
                    o.put("y", &tenths(height + 35));
                    o.text(&cost::money(Money::from_micro(mark), app.lang));
                });
            });
            mark += step;
        }
        for month in 0..months {
            let left = LEFT * 10 + slot * i128::try_from(month).unwrap_or(0) + (slot - wide) / 2;
            let here = month == app.month();
            let sum = at(month);
            o.el("a cost-month", |o| {
                o.key(&["month ", &month.to_string()].concat());
                let mut to = app.route.clone();
                to.cost.month = month + 1;
                o.put("href", &to.fragment());
                o.put("id", &month_id(month));
                o.attr("tabindex", if here { "0" } else { "-1" });
                if here {
                    o.attr("aria-current", "true");
                }
                let label = Label::new(words::MONTH_SPOKEN).arg("n", (month + 1).to_string());
                o.put(
                    "aria-label",
                    &label.arg("cost", told(app, sum)).get(app.lang),
                );
                bar(
                    o,
                    "rect cost-ground",
                    [left, TOP * 10, wide, (FLOOR - TOP) * 10],
                    "",
                );
                let (mut above, mut below) = (0, 0);
                for (number, part) in parts(month) {
                    let (from, upto) = if part < 0 {
                        below += part;
                        (below, below - part)
                    } else {
                        above += part;
                        (above - part, above)
                    };
                    let (bottom, top) = (y(from), y(upto));
                    if bottom <= top {
                        continue;
                    }
                    let place = [left, top, wide, bottom - top];
                    o.el("g", |o| {
                        o.key(&number.to_string());
                        o.put("class", &colour(number));
                        bar(o, "rect", place, "");
                        if let Some(fill) = pattern(number) {
                            bar(o, "rect", place, &fill);
                        }
                    });
                }
                if sum.cost.is_range() {
                    let middle = tenths(left + wide / 2);
                    let (low, high) = (
                        tenths(y(sum.cost.low.micro())),
                        tenths(y(sum.cost.high.micro())),
                    );
                    o.el("path cost-range", |o| {
                        o.key("range");
                        o.put("d", &["M", &middle, " ", &low, "V", &high].concat());
                    });
                }
                if !sum.is_total() {
                    // Above the bar, and above the line that shows its range.
                    let top = sum.cost.expected.max(sum.cost.high);
                    o.el("text cost-hole", |o| {
                        o.key("hole");
                        o.put("x", &tenths(left + wide / 2));
                        o.put("y", &tenths(y(top.micro()) - 30));
                        o.text("+ ?");
                    });
                }
                let number = month + 1;
                let named = months <= 12 || number == 1 || number.is_multiple_of(6) || here;
                o.el("text cost-name", |o| {
                    o.key("name");
                    o.put("x", &tenths(left + wide / 2));
                    o.put("y", &(HEIGHT - 8).to_string());
                    if named {
                        o.text(&number.to_string());
                    }
                });
            });
        }
    });
}

fn bar(o: &mut Out, what: &'static str, [x, y, width, height]: [i128; 4], fill: &str) {
    o.el(what, |o| {
        for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
            o.put(name, &tenths(value));
        }
        if !fill.is_empty() {
            o.put("fill", fill);
        }
    });
}

fn colour(number: usize) -> String {
    ["cost-part part-", &(number % COLOURS).to_string()].concat()
}

/// What is drawn over the colour of a kind.
fn pattern(number: usize) -> Option<String> {
    let number = (number % PATTERNS).checked_sub(1)?;
    Some(["url(#cost-pattern-", &number.to_string(), ")"].concat())
}

fn patterns(o: &mut Out) {
    o.el("defs", |o| {
        for (number, stroke) in STROKES.iter().enumerate() {
            o.el("pattern", |o| {
                o.put("id", &["cost-pattern-", &number.to_string()].concat());
                for (name, value) in [
                    ("width", "6"),
                    ("height", "6"),
                    ("patternUnits", "userSpaceOnUse"),
                ] {
                    o.attr(name, value);
                }
                o.el("path cost-stroke", |o| o.attr("d", stroke));
            });
        }
    });
}

/// The kinds with what they cost in the month that is looked at.
fn legend(app: &Page, o: &mut Out, kinds: &[(Kind, usize, &[Sum])]) {
    o.el("ul cost-legend", |o| {
        for (kind, number, months) in kinds {
            o.el("li", |o| {
                o.key(kind.word());
                o.el("svg cost-swatch", |o| {
                    o.attr("viewBox", "0 0 14 14");
                    o.attr("aria-hidden", "true");
                    o.el("g", |o| {
                        o.put("class", &colour(*number));
                        bar(o, "rect", [0, 0, 140, 140], "");
                        if let Some(fill) = pattern(*number) {
                            bar(o, "rect", [0, 0, 140, 140], &fill);
                        }
                    });
                });
                o.word("span", &kind.label());
                let sum = months.get(app.month()).copied().unwrap_or_default();
                amount(app, o, sum);
            });
        }
    });
}

/// The same figures as a table.
fn twin(app: &Page, o: &mut Out, kinds: &[(Kind, usize, &[Sum])]) {
    o.el("details more cost-twin", |o| {
        o.word("summary", words::CHART_TABLE);
        o.el("div table-scroll", |o| {
            o.attr("tabindex", "0");
            o.attr("role", "group");
            o.named("aria-label", words::CHART_TABLE);
            o.el("table numbers", |o| {
                o.attr("data-testid", "cost-twin");
                o.el("thead", |o| {
                    o.el("tr", |o| {
                        o.word("th", words::MONTHS);
                        for (kind, ..) in kinds {
                            o.el("th", |o| {
                                o.key(kind.word());
                                o.attr("scope", "col");
                                o.say(&kind.label());
                            });
                        }
                        o.el("th", |o| {
                            o.key("sum");
                            o.attr("scope", "col");
                            o.say(words::SUM);
                        });
                    });
                });
                o.el("tbody", |o| {
                    for month in 0..=app.last_month() {
                        o.el("tr", |o| {
                            o.key(&month.to_string());
                            o.el("th", |o| {
                                o.attr("scope", "row");
                                o.text(&(month + 1).to_string());
                            });
                            for (_, _, months) in kinds {
                                let sum = months.get(month).copied().unwrap_or_default();
                                o.el("td", |o| amount(app, o, sum));
                            }
                            let sum = app.bill_sum(app.route.cost.bill, Some(month));
                            o.el("td", |o| amount(app, o, sum));
                        });
                    }
                });
            });
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_has_few_round_steps() {
        for (most, wanted) in [
            (0, 10_000),
            (1, 10_000),
            (25_890_000, 10_000_000),
            (4_000_000, 1_000_000),
            (4_000_001, 2_000_000),
            (1_234_567_890, 500_000_000),
        ] {
            assert_eq!(step(most), wanted, "{most}");
        }
        assert!(step(i128::MAX) > 0);
    }

    #[test]
    fn neighbours_differ_by_colour_and_by_pattern() {
        let looks: Vec<_> = (0..COLOURS * PATTERNS)
            .map(|n| (colour(n), pattern(n)))
            .collect();
        for (at, look) in looks.iter().enumerate() {
            assert!(!looks[..at].contains(look), "{at}");
        }
        for pair in looks.windows(2) {
            assert!(pair[0].0 != pair[1].0 && pair[0].1 != pair[1].1);
        }
    }

    #[test]
    fn places_in_the_picture_are_tenths() {
        assert_eq!(tenths(1_234), "123.4");
        assert_eq!(tenths(-5), "-0.5");
    }
}
