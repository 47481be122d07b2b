//! A finding: what is wrong, why it matters, how to mend it, and where that is written.

use vaultplan::finding::{Finding, Fix, Outcome, Rule, Safety};
use vaultplan::report::json;

use super::chip::{self, Kind};
use super::explanation;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Page};
use crate::{edit, words};

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
        o.el("div fixes", |o| {
            for (at, fix) in finding.fixes().iter().enumerate() {
                o.el("div fix", |o| draw_fix(app, o, finding, fix, (index, at)));
            }
        });
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
    o.el("details preview", |o| {
        o.word("summary", words::PREVIEW);
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
        o.el("table", |o| {
            o.el("tbody", |o| {
                for changed in edit::preview(app.plan(), &fix.patch) {
                    o.el("tr", |o| {
                        o.el("th", |o| {
                            o.attr("scope", "row");
                            o.line("code", &changed.pointer);
                        });
                        o.el("td", |o| match &changed.before {
                            Some(value) => o.line("del", value),
                            None => o.line("i", "—"),
                        });
                        o.el("td", |o| match &changed.after {
                            Some(value) => o.line("ins", value),
                            None => o.word("i", words::REMOVED),
                        });
                    });
                }
            });
        });
    });
}
