//! The line that is always visible: which sources have a copy in another region, and what the rules say. Each number
//! opens its list.

use vaultplan::cost::Money;
use vaultplan::finding::Severity;
use vaultplan::questions::coverage::Answer;
use vaultplan::report::PlanVerdict;

use super::chip::Kind;
use crate::cost::money;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::Page;
use crate::route::{Filter, Route};
use crate::state::Label;
use crate::views::coverage;
use crate::words::{self, cost as costs, coverage as ours};

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let mut rows = app.judged.tally().kinds().to_vec();
    rows.push((Kind::Passed, app.judged.passed()));
    let verdict = match app.judged.verdict {
        PlanVerdict::Pass if app.judged.bends_rules() => words::VERDICT_PASS_AS_SET,
        PlanVerdict::Pass => words::VERDICT_PASS,
        PlanVerdict::Fail => words::VERDICT_FAIL,
        PlanVerdict::Incomplete => words::VERDICT_INCOMPLETE,
        PlanVerdict::Undecided => words::VERDICT_UNDECIDED,
    };
    o.el("footer foot", |o| {
        o.named("aria-label", words::SUMMARY);
        o.attr("data-testid", "summary");
        sources(app, o);
        cost(app, o);
        o.el("span counts", |o| {
            for (kind, number) in rows {
                let (filter, id) = match kind {
                    Kind::Failed(severity) => (
                        Filter::Failed(severity),
                        match severity {
                            Severity::Error => "summary-errors",
                            Severity::Warning => "summary-warnings",
                            Severity::Advice => "summary-advice",
                        },
                    ),
                    Kind::Undecided => (Filter::Undecided, "summary-undecided"),
                    Kind::Passed => (Filter::Passed, "summary-passed"),
                };
                o.link("a", &Route::findings(filter), |o| {
                    let quiet = if number == 0 { " quiet" } else { "" };
                    o.put("class", &["chip ", kind.class(), quiet].concat());
                    o.attr("data-testid", id);
                    o.put("data-count", &number.to_string());
                    o.icon(kind.glyph());
                    o.line("span", &kind.count(app, number));
                });
            }
        });
        o.el("span verdict wide", |o| {
            if app.plan().object_count() > 0 {
                o.say(verdict);
            }
        });
        o.line("span spacer wide", "");
        o.word("span wide muted", words::PRIVATE);
        o.el("a wide", |o| {
            o.put("href", &format!("docs/{}/", app.lang));
            o.say(words::DOCUMENTATION);
        });
    });
}

/// What the plan costs a month, by the Cloud Backup bill: a total, or as much of it as has a price.
fn cost(app: &Page, o: &mut Out) {
    o.el("span counts cost-sum", |o| {
        if app.content().is_empty() {
            return;
        }
        if !app.cost_is_known() {
            return o.el("span chip quiet", |o| {
                o.key("computing");
                o.attr("data-testid", "summary-cost");
                o.icon(Glyph::Cost);
                o.word("span", costs::COMPUTING);
            });
        }
        let sum = app.made().steady();
        let nothing = sum.cost.expected == Money::ZERO;
        let amount = [&money(sum.cost.expected, app.lang), " ", app.currency()].concat();
        let (class, text) = match (!sum.is_total(), nothing) {
            (false, true) => ("chip quiet", app.say(costs::SUM_NONE).to_owned()),
            (true, true) => ("chip unknown", app.say(costs::SUM_UNKNOWN).to_owned()),
            (false, false) => ("chip plain", app.fill(costs::SUM_LINE, "cost", &amount)),
            (true, false) => {
                let percent = sum.coverage();
                let label = Label::new(costs::SUM_COVERED).arg("cost", amount);
                let text = label.arg("n", percent.to_string()).get(app.lang);
                ("chip unknown", text)
            }
        };
        o.link("a", &Route::COST, |o| {
            o.put("class", class);
            o.attr("data-testid", "summary-cost");
            o.put("data-whole", if !sum.is_total() { "no" } else { "yes" });
            o.named("title", costs::SUM_TITLE);
            o.icon(Glyph::Cost);
            o.line("span", &text);
        });
    });
}

/// How many sources have a copy in another region; that there are none, where there are none.
fn sources(app: &Page, o: &mut Out) {
    let totals = app.judged.coverage().totals;
    o.el("span counts covered", |o| {
        if totals.sources == 0 {
            return o.link("a", &Route::coverage(Filter::All), |o| {
                o.attr("class", "chip quiet");
                o.attr("data-testid", "summary-sources");
                o.attr("data-count", "0");
                o.icon(Glyph::Source);
                o.word("span", ours::SUM_NONE);
            });
        }
        for filter in Filter::SOURCES {
            let (number, text, class, glyph, id) = match filter {
                Filter::Offsite(answer) => {
                    let (text, id) = match answer {
                        Answer::Yes => (ours::SUM_WITH, "summary-with"),
                        Answer::No => (ours::SUM_WITHOUT, "summary-without"),
                        Answer::Unknown => (ours::SUM_UNKNOWN, "summary-unknown"),
                    };
                    let (class, glyph) = coverage::look(answer);
                    (totals.of(answer), text, class, glyph, id)
                }
                _ => {
                    let one = totals.sources == 1;
                    let text = if one {
                        ours::SUM_ALL_ONE
                    } else {
                        ours::SUM_ALL_MANY
                    };
                    (totals.sources, text, "", Glyph::Source, "summary-sources")
                }
            };
            o.link("a", &Route::coverage(filter), |o| {
                o.key(id);
                let class = if number == 0 { "quiet" } else { class };
                o.class(&["chip", class]);
                o.attr("data-testid", id);
                let number = number.to_string();
                o.put("data-count", &number);
                o.named("title", ours::SUM);
                o.icon(glyph);
                o.line("span", &app.fill(text, "n", &number));
            });
        }
    });
}
