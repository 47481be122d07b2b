//! The plan as text. What does not read is a draft: kept, marked in place, never dropped by leaving the view.

use vaultplan::finding::Finding;
use vaultplan::lang::Text;
use vaultplan::model::Problem;
use vaultplan::report::json;

use crate::components::chip::{self, Kind};
use crate::components::finding_card::sentence;
use crate::components::problems;
use crate::markup::{On, Out};
use crate::open::Trouble;
use crate::page::{Msg, Page};
use crate::words;

/// Id of the field.
pub(crate) const FIELD: &str = "plan-text";
/// Ids of what scrolls with it.
pub(crate) const BESIDE: [&str; 2] = ["text-gutter", "text-marks"];

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let typed = &app.typed;
    let reads = typed.problems.is_empty();
    let [gutter, behind] = BESIDE;
    o.el("div text-view", |o| {
        o.el("div editor", |o| {
            o.word("h1 away", words::TEXT_TITLE);
            o.el("div editor-frame", |o| {
                o.el("div gutter", |o| {
                    o.attr("id", gutter);
                    o.attr("aria-hidden", "true");
                    if typed.is_small() {
                        numbers(o, &typed.text, &typed.problems);
                    }
                });
                o.el("div paper", |o| {
                    o.el("pre behind", |o| {
                        o.attr("id", behind);
                        o.attr("aria-hidden", "true");
                        if typed.is_small() && !reads {
                            marks(o, &typed.text, &typed.problems);
                        }
                    });
                    o.el("textarea", |o| {
                        o.attr("id", FIELD);
                        o.attr("data-testid", FIELD);
                        o.put("data-v", &typed.serial.to_string());
                        o.attr("spellcheck", "false");
                        o.attr("autocomplete", "off");
                        o.attr("autocapitalize", "off");
                        o.attr("wrap", "off");
                        o.named("aria-label", words::TEXT_TITLE);
                        o.attr("aria-describedby", "text-state");
                        if !reads {
                            o.attr("aria-invalid", "true");
                        }
                        o.on(On::Input, Msg::Typed);
                        o.on(On::Composed, Msg::Typed);
                        o.on(On::Blur, Msg::LeftText);
                        o.on(On::Scroll, Msg::Scrolled);
                    });
                });
            });
        });
        o.el("aside text-side", |o| {
            o.named("aria-label", words::TEXT_CHECK);
            o.el("div", |o| {
                o.attr("id", "text-state");
                o.attr(
                    "class",
                    if reads {
                        "text-state good"
                    } else {
                        "text-state bad"
                    },
                );
                o.attr("role", "status");
                state(app, o, reads);
            });
            o.el("div", |o| {
                if reads {
                    findings(app, o);
                } else {
                    let number = typed.problems.len();
                    o.line(
                        "h2",
                        &app.count(number, words::PROBLEM_ONE, words::PROBLEM_MANY),
                    );
                    let troubles: Vec<_> = typed
                        .problems
                        .iter()
                        .cloned()
                        .map(Trouble::of_text)
                        .collect();
                    problems::draw(app, o, &troubles, true);
                }
            });
        });
    });
}

/// Whether the text reads, and what can be done where it is a draft.
fn state(app: &Page, o: &mut Out, reads: bool) {
    let stale = app
        .content()
        .draft
        .as_ref()
        .is_some_and(|draft| draft.stale);
    let say = |o: &mut Out, title: &Text, about: &Text| {
        o.word("h2", title);
        o.word("p", about);
    };
    if reads && !stale {
        return say(o, words::TEXT_READS, words::TEXT_ABOUT);
    }
    say(
        o,
        words::DRAFT,
        if reads {
            words::DRAFT_STALE
        } else {
            words::DRAFT_ABOUT
        },
    );
    o.el("div actions", |o| {
        if reads {
            o.push(
                "button btn primary small",
                Msg::AdoptDraft,
                words::DRAFT_ADOPT,
            );
        }
        o.button("button btn small", Msg::DropDraft, |o| {
            o.attr("data-testid", "drop-draft");
            o.say(words::DRAFT_DROP);
        });
    });
}

/// Where a line has a problem, the column of its first.
fn column(problems: &[Problem], line: usize) -> Option<usize> {
    let positions = problems.iter().filter_map(|problem| problem.position);
    let mut there = positions.filter(|position| position.line == line);
    there.next().map(|position| position.column)
}

/// Line numbers; those of lines with a problem are marked.
fn numbers(o: &mut Out, text: &str, problems: &[Problem]) {
    o.el("pre", |o| {
        let mut run = String::new();
        for line in 1..=text.split('\n').count() {
            let bad = !problems.is_empty() && column(problems, line).is_some();
            if bad {
                o.line("span", &std::mem::take(&mut run));
                run.push_str("✕ ");
            }
            run.push_str(&line.to_string());
            run.push('\n');
            if bad {
                o.line("b", &std::mem::take(&mut run));
            }
        }
        o.line("span", &run);
    });
}

/// The text once more, behind the field, with its faulty lines marked.
fn marks(o: &mut Out, text: &str, problems: &[Problem]) {
    let mut run = String::new();
    for (index, line) in text.split('\n').enumerate() {
        let mut rest = line;
        if let Some(column) = column(problems, index + 1) {
            // Columns count UTF-16 units.
            let mut units = 0;
            let split = line.char_indices().find(|(_, c)| {
                units += c.len_utf16();
                units >= column
            });
            let split = split.map_or(line.len(), |(at, _)| at);
            let (before, after) = line.split_at_checked(split).unwrap_or((line, ""));
            run.push_str(before);
            o.line("span", &std::mem::take(&mut run));
            o.line("mark", if after.is_empty() { " " } else { after });
            rest = "";
        }
        run.push_str(rest);
        run.push('\n');
    }
    o.line("span", &run);
}

/// The findings with the lines that they point to.
fn findings(app: &Page, o: &mut Out) {
    let findings = &app.judged.findings;
    o.word("h2", words::VIEW_FINDINGS);
    o.el("p muted", |o| {
        if findings.is_empty() {
            o.say(words::NO_FINDING);
        }
    });
    let pointer = |finding: &Finding| finding.spot().pointer();
    let shown = || findings.iter().take(100);
    let places = app.typed.places(&mut shown().map(pointer));
    o.el("ul text-findings", |o| {
        for (finding, position) in shown().zip(places) {
            o.el("li", |o| {
                o.button("button text-finding", Msg::Place(position), |o| {
                    o.el("span", |o| {
                        let kind = Kind::of(finding);
                        chip::draw(o, kind, app.say(&kind.word()));
                        let line = position.line.to_string();
                        o.line("small", &app.fill(words::LINE, "line", &line));
                    });
                    o.rich(&sentence(&json::message(finding, app.lang)));
                });
            });
        }
    });
}
