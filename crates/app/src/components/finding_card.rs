//! A finding: what is wrong, why it matters, how to mend it, and where that is written.

use vaultplan::finding::{Finding, Fix, Outcome, Rule, Safety};
use vaultplan::report::json;

use super::chip::{self, Kind};
use super::{evidence, explanation};
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Page};
use crate::review::{self, Preview, Way};
use crate::route::View;
use crate::words;
use crate::words::findings as own;

/// So many lines of a change are drawn in one group.
const LINES: usize = 400;

/// The finding at a place of the report.
pub(crate) fn draw(app: &Page, o: &mut Out, index: usize) {
    let Some(finding) = app.judged.findings.get(index) else {
        return;
    };
    let kind = Kind::of(finding);
    let rule = finding.rule;
    o.el("article", |o| {
        o.key(&index.to_string());
        o.class(&["card", kind.class()]);
        o.attr("data-testid", "finding");
        o.put("data-finding", &index.to_string());
        o.attr("tabindex", "-1");
        o.attr("data-rule", rule.slug);
        o.put("data-at", &finding.spot().pointer());
        o.el("div card-head", |o| {
            chip::draw(o, kind, app.say(&kind.word()));
            rule_link(app, o, rule);
        });
        o.el("p message", |o| {
            o.rich(&sentence(&json::message(finding, app.lang)))
        });
        o.el("div why", |o| {
            if let Outcome::Undecided(missing) = &finding.outcome {
                let how = app.say(&missing.wanted.how);
                o.el("p", |o| {
                    o.rich(&app.fill_own(words::HOW_TO_GET, "how", how))
                });
            }
        });
        fixes(app, o, index);
        actions(app, o, finding, index);
        o.el("details more", |o| {
            explanation::summary(o, rule);
            o.el("dl", |o| {
                pair(app, o, finding);
                o.el("div", |o| {
                    o.word("dt", words::SOURCES_READ);
                    o.el("dd", |o| {
                        o.el("ul", |o| {
                            for source in rule.sources {
                                o.el("li", |o| {
                                    explanation::page(o, source.title, source.address, source.date);
                                });
                            }
                        });
                    });
                });
            });
            explanation::draw(app, o, rule);
        });
    });
}

/// The name of a rule, leading to its page.
pub(crate) fn rule_link(app: &Page, o: &mut Out, rule: &Rule) {
    o.el("a rule", |o| {
        o.put("href", &format!("docs/{}/rules/{}/", app.lang, rule.slug));
        explanation::outside(o);
        o.named("title", words::RULE_PAGE);
        o.line("code", rule.slug);
    });
}

/// The value found and the value needed.
fn pair(app: &Page, o: &mut Out, finding: &Finding) {
    let Outcome::Fail(fail) = &finding.outcome else {
        return o.line("div none", "");
    };
    o.el("div", |o| {
        o.word("dt", words::FOUND_NEEDED);
        o.el("dd", |o| {
            if let Some(actual) = &fail.actual {
                o.line("b own", actual);
                o.text(" → ");
            }
            o.rich(&finding.rule.expected.fill(app.lang, &fail.args));
        });
    });
}

/// A message of the engine as a sentence of the page: with a capital where the language has them.
pub(crate) fn sentence(message: &str) -> String {
    let mut sentence = message.to_owned();
    // The engine's sentences begin with a word of ours.
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// The ways out of the finding at a place of the report.
pub(crate) fn fixes(app: &Page, o: &mut Out, index: usize) {
    o.el("div fixes", |o| {
        if let Some(finding) = app.judged.findings.get(index) {
            for (at, fix) in finding.fixes().iter().enumerate() {
                o.el("div fix", |o| draw_fix(app, o, finding, fix, (index, at)));
            }
        }
    });
}

fn draw_fix(app: &Page, o: &mut Out, finding: &Finding, fix: &Fix, at: (usize, usize)) {
    let label = sentence(&json::fix_label(fix, app.lang));
    if fix.patch.is_empty() {
        return o.el("p by-hand", |o| {
            o.icon(Glyph::Arrow);
            o.el("span", |o| o.rich(&label));
        });
    }
    let class = if at.1 == 0 {
        "button btn primary small"
    } else {
        "button btn small"
    };
    o.button(class, Msg::Fix(at.0, at.1), |o| {
        o.attr("data-testid", "fix");
        o.attr("data-rule", finding.rule.slug);
        o.rich(&label);
    });
    let preview = app.review.preview.as_ref().filter(|open| open.of == at);
    let msg = Msg::Review(review::Msg::Preview(at.0, at.1));
    o.button("button btn ghost small", msg, |o| {
        o.attr("data-testid", "preview");
        o.attr(
            "aria-expanded",
            if preview.is_some() { "true" } else { "false" },
        );
        o.say(if preview.is_some() {
            own::HIDE_CHANGE
        } else {
            own::SHOW_CHANGE
        });
    });
    o.el("div preview", |o| {
        let Some(preview) = preview else {
            return;
        };
        let meaning = fix.safety == Safety::ChangesMeaning;
        o.word(
            "p muted",
            if meaning {
                words::CHANGES_MEANING
            } else {
                words::SAFE_FIX
            },
        );
        if let Some(consequence) = fix.consequence {
            o.word("p entails", &consequence.label());
        }
        o.el("p cost-told", |o| {
            o.attr("data-testid", "fix-cost");
            if let Some(cost) = &preview.cost {
                o.text(&app.say_foreseen(cost));
            }
        });
        difference(app, o, preview);
    });
}

/// The lines that a fix changes. Glyph, word and ground say the same: a reader hears the word.
fn difference(app: &Page, o: &mut Out, preview: &Preview) {
    o.el("div diff", |o| {
        o.attr("role", "group");
        o.attr("tabindex", "0");
        o.named("aria-label", own::THE_CHANGE);
        o.attr("data-testid", "difference");
        for (at, group) in preview.groups.iter().enumerate() {
            o.el("div", |o| {
                o.key(&at.to_string());
                o.line(
                    "p muted",
                    &app.fill(own::FROM_LINE, "n", &group.from.to_string()),
                );
                o.el("ul", |o| {
                    for (way, line) in group.lines.iter().take(LINES) {
                        let (class, glyph, word) = match way {
                            Way::Stays => ("li", " ", None),
                            Way::Goes => ("li gone", "−", Some(own::LINE_GONE)),
                            Way::Comes => ("li new", "+", Some(own::LINE_NEW)),
                        };
                        o.el(class, |o| {
                            o.el("span mark", |o| {
                                o.attr("aria-hidden", "true");
                                o.text(glyph);
                            });
                            o.el("span away", |o| {
                                if let Some(word) = word {
                                    o.say(word);
                                    o.text(" ");
                                }
                            });
                            o.line("code", line);
                        });
                    }
                });
                o.el("p muted", |o| {
                    if let Some(more) = group.lines.len().checked_sub(LINES + 1) {
                        o.text(&app.fill(words::AND_MORE, "n", &(more + 1).to_string()));
                    }
                });
            });
        }
    });
}

/// What can be asked and done about a finding beside its fixes.
fn actions(app: &Page, o: &mut Out, finding: &Finding, index: usize) {
    let rule = finding.rule;
    let spot = finding.spot();
    let listed = app.route.view == View::Findings;
    o.el("div card-actions", |o| {
        o.el("span", |o| {
            if listed {
                let to = review::Msg::ToField(spot.object, spot.pointer());
                o.button("button btn ghost small", Msg::Review(to), |o| {
                    o.attr("data-testid", "to-field");
                    o.icon(Glyph::Arrow);
                    o.say(own::TO_FIELD);
                });
            }
        });
        evidence::button(app, o, rule, spot.object);
        let in_settings = spot.path.starts_with("/settings/");
        o.el("span", |o| {
            // What judges the settings cannot be set aside by them.
            if !in_settings {
                let ask = Msg::Review(review::Msg::AskAside(index));
                o.button("button btn ghost small", ask, |o| {
                    o.attr("data-testid", "suppress");
                    o.attr("aria-haspopup", "dialog");
                    o.say(own::SUPPRESS);
                });
            }
        });
        let ask = Msg::Review(review::Msg::AskSeverity(rule));
        o.button("button btn ghost small", ask, |o| {
            o.attr("data-testid", "severity");
            o.attr("aria-haspopup", "dialog");
            o.say(own::SEVERITY);
        });
    });
    o.el("div", |o| evidence::draw(app, o, rule, spot.object));
}
