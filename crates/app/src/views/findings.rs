//! The findings: what fails by object, what waits for a fact by the fact, what holds by rule.

use std::collections::BTreeMap;

use vaultplan::finding::Severity::{Advice, Error, Warning};
use vaultplan::finding::{ObjectKind, ObjectRef, Outcome};
use vaultplan::report::json;

use crate::components::finding_card::{self, sentence};
use crate::components::overview::{head, more};
use crate::components::supply;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Page};
use crate::route::{Filter, Route};
use crate::state::Label;
use crate::{edit, words};

/// So many cards are drawn; more on request.
const CARDS: usize = 100;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let filter = app.route.filter;
    let limit = if app.all_listed { usize::MAX } else { CARDS };
    let findings = app.judged.findings.iter();
    let number = findings.filter(|finding| filter.fits(finding)).count();
    o.el("div findings-view", |o| {
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.word("h1", words::VIEW_FINDINGS);
                let edition = app.say(&app.plan().edition().title());
                o.line("p muted", &app.fill(words::JUDGED_BY, "edition", edition));
            });
        });
        o.el("div stopped", |o| {
            if app.judged.stopped {
                o.word("p muted", words::STOPPED);
            }
        });
        filters(app, o, filter);
        fix_all(app, o, filter);
        o.el("div", |o| {
            o.attr("data-testid", "findings");
            if filter == Filter::Passed {
                passed(app, o);
            } else if number == 0 {
                let all = filter == Filter::All;
                let bent = app.judged.bends_rules();
                o.el(if bent { "div empty" } else { "div empty good" }, |o| {
                    o.icon(if bent { Glyph::Info } else { Glyph::Pass });
                    o.word(
                        "p",
                        match (all, bent) {
                            (true, true) => words::NOTHING_AS_SET,
                            (true, false) => words::NOTHING_FOUND,
                            (false, _) => words::NOTHING_OF_KIND,
                        },
                    );
                });
            } else {
                o.el("div", |o| {
                    o.key("lists");
                    failures(app, o, filter, limit);
                    undecided(app, o, filter, limit);
                });
            }
        });
        o.el("div", |o| more(app, o, number.saturating_sub(limit)));
        practice(app, o);
        aside(app, o);
        editions(app, o);
    });
}

/// Good practice, closed at first: it must not drown the defects of the plan.
fn practice(app: &Page, o: &mut Out) {
    let list = &app.judged.practice;
    if list.is_empty() {
        return o.line("div", "");
    }
    o.el("details more practice", |o| {
        o.key("practice");
        o.attr("data-testid", "practice");
        o.line(
            "summary",
            &app.fill(words::PRACTICE, "n", &list.len().to_string()),
        );
        o.word("p muted", words::PRACTICE_ABOUT);
        o.el("ul", |o| {
            for (at, finding) in list.iter().take(CARDS).enumerate() {
                o.el("li", |o| {
                    o.key(&at.to_string());
                    o.el("span", |o| {
                        o.rich(&sentence(&json::message(finding, app.lang)));
                    });
                    o.text(" ");
                    finding_card::rule_link(app, o, finding.rule);
                });
            }
        });
    });
}

/// What the plan sets aside, with its reason.
fn aside(app: &Page, o: &mut Out) {
    let list = &app.judged.aside;
    if list.is_empty() {
        return o.line("div", "");
    }
    o.el("details more aside", |o| {
        o.key("aside");
        o.attr("data-testid", "set-aside");
        o.line(
            "summary",
            &app.fill(words::SET_ASIDE, "n", &list.len().to_string()),
        );
        o.el("ul", |o| {
            for (at, one) in list.iter().take(CARDS).enumerate() {
                o.el("li", |o| {
                    o.key(&at.to_string());
                    o.el("span", |o| {
                        o.rich(&sentence(&json::message(&one.finding, app.lang)));
                    });
                    o.text(" ");
                    finding_card::rule_link(app, o, one.finding.rule);
                    let said = [
                        Some(app.fill(words::SET_ASIDE_BY, "reason", &one.reason)),
                        one.owner
                            .as_ref()
                            .map(|owner| app.fill(words::SET_ASIDE_OWNER, "owner", owner)),
                        one.until
                            .as_ref()
                            .map(|until| app.fill(words::SET_ASIDE_UNTIL, "until", until)),
                    ];
                    let said: Vec<String> = said.into_iter().flatten().collect();
                    o.line("p muted", &said.join(" · "));
                });
            }
        });
    });
}

fn filters(app: &Page, o: &mut Out, here: Filter) {
    let tally = app.judged.tally();
    o.el("nav filters", |o| {
        o.named("aria-label", words::FILTER_FINDINGS);
        for filter in Filter::ALL {
            let (text, number) = match filter {
                Filter::All => (words::ALL, app.judged.findings.len()),
                Filter::Failed(Error) => (words::ERRORS, tally.errors),
                Filter::Failed(Warning) => (words::WARNINGS, tally.warnings),
                Filter::Failed(Advice) => (words::ADVICE, tally.advice),
                Filter::Undecided => (words::UNDECIDED, tally.undecided),
                Filter::Passed => (words::PASSED, app.judged.passed()),
            };
            o.link("a", &Route::findings(filter), |o| {
                if filter == here {
                    o.attr("aria-current", "true");
                }
                o.say(text);
                o.line("span number", &number.to_string());
            });
        }
    });
}

/// What fails, grouped by object, the gravest first.
fn failures(app: &Page, o: &mut Out, filter: Filter, limit: usize) {
    let failing = app
        .judged
        .ordered()
        .filter(|(_, finding)| matches!(finding.outcome, Outcome::Fail(_)) && filter.fits(finding));
    let listed: Vec<_> = failing
        .take(limit)
        .map(|(index, finding)| (finding.spot().object, index))
        .collect();
    o.el("div groups", |o| {
        for group in listed.chunk_by(|a, b| a.0 == b.0) {
            let Some((object, _)) = group.first() else {
                continue;
            };
            o.el("section group", |o| {
                o.key(&[object.kind.word(), "-", &object.index.to_string()].concat());
                o.el("h2", |o| object_link(app, o, *object));
                for (_, index) in group {
                    finding_card::draw(app, o, *index);
                }
            });
        }
    });
}

/// The name of an object, leading to where it is edited.
fn object_link(app: &Page, o: &mut Out, object: ObjectRef) {
    let plan = app.plan();
    let (name, route) = match object.kind {
        ObjectKind::Plan => (app.say(words::WHOLE_PLAN), Route::PLAN),
        _ => (
            edit::name(plan, object),
            app.route.select(app.judged.reference(object)),
        ),
    };
    o.link("a", &route, |o| {
        o.text(name);
        o.line("small", &[" ", app.say(&object.kind.label())].concat());
    });
}

/// What waits, grouped by the fact that it waits for.
fn undecided(app: &Page, o: &mut Out, filter: Filter, limit: usize) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, finding) in app.judged.findings.iter().enumerate() {
        if let Outcome::Undecided(missing) = &finding.outcome
            && filter.fits(finding)
        {
            let key = [&missing.spot.pointer(), " ", missing.wanted.slug].concat();
            groups.entry(key).or_default().push(index);
        }
    }
    o.el("div groups", |o| {
        if groups.is_empty() {
            return;
        }
        o.el("section group", |o| {
            o.word("h2", words::WAITS_FOR);
            for (key, indexes) in groups.into_iter().take(limit) {
                waiting(app, o, &key, &indexes);
            }
        });
    });
}

/// A fact with the rules that wait for it, and a field to state it.
fn waiting(app: &Page, o: &mut Out, key: &str, indexes: &[usize]) {
    let find = |index: &usize| app.judged.findings.get(*index);
    let first = indexes.first().and_then(find);
    let Some(Outcome::Undecided(missing)) = first.map(|finding| &finding.outcome) else {
        return;
    };
    o.el("article card unknown", |o| {
        o.key(key);
        o.attr("data-testid", "waiting");
        o.el("div card-head", |o| {
            o.el("span chip unknown", |o| {
                o.icon(Glyph::Undecided);
                o.text(&app.count(indexes.len(), words::RULE_WAITS, words::RULES_WAIT));
            });
        });
        o.el("p message", |o| {
            o.rich(&sentence(&json::what_is_missing(missing, app.lang)))
        });
        o.el("div why", |o| {
            let how = app.say(&missing.wanted.how);
            o.el("p", |o| {
                o.rich(&app.fill_own(words::HOW_TO_GET, "how", how))
            });
        });
        let id = ["supply", &missing.spot.pointer()]
            .concat()
            .replace(['/', '~'], "-");
        supply::draw(app, o, &id, &missing.spot);
        o.el("p muted", |o| {
            o.say(words::SUPPLY_IT);
            object_link(app, o, missing.spot.object);
        });
        o.el("details more", |o| {
            o.word("summary", words::WAITING_RULES);
            o.el("ul", |o| {
                for rule in indexes.iter().filter_map(find).map(|finding| finding.rule) {
                    o.el("li", |o| {
                        o.line("code", rule.slug);
                        o.text(" ");
                        o.say(&rule.title);
                    });
                }
            });
        });
    });
}

/// What was checked and holds, rule by rule.
fn passed(app: &Page, o: &mut Out) {
    o.el("div table-scroll", |o| {
        o.key("passed");
        o.word("p muted", words::PASSED_ABOUT);
        o.el("table estate numbers", |o| {
            head(
                o,
                &[words::RULE, words::PASSED, words::FAILED, words::UNDECIDED],
            );
            o.el("tbody", |o| {
                for counts in app.judged.counts.iter().filter(|counts| counts.passed > 0) {
                    o.el("tr", |o| {
                        o.key(counts.rule.slug);
                        o.el("th", |o| {
                            o.attr("scope", "row");
                            o.text(&sentence(app.say(&counts.rule.title)));
                            o.line("br", "");
                            o.line("code", counts.rule.slug);
                        });
                        for number in [counts.passed, counts.failed, counts.undecided] {
                            o.line("td", &number.to_string());
                        }
                    });
                }
            });
        });
    });
}

/// Fixes that can be applied to all findings of a rule in one step.
fn fix_all(app: &Page, o: &mut Out, filter: Filter) {
    let mut kinds: Vec<(&'static str, usize)> = Vec::new();
    for finding in &app.judged.findings {
        if filter.fits(finding) && edit::is_safe_fix(finding) {
            let slug = finding.rule.slug;
            match kinds.iter_mut().find(|(of, _)| *of == slug) {
                Some((_, number)) => *number += 1,
                None => kinds.push((slug, 1)),
            }
        }
    }
    o.el("div fix-all", |o| {
        for (slug, number) in kinds {
            if number > 1 {
                o.button("button btn", Msg::FixAll(slug), |o| {
                    o.key(slug);
                    o.text(&sentence(&edit::fix_all_label(number, slug).get(app.lang)));
                });
            }
        }
    });
}

/// What the other editions would say.
fn editions(app: &Page, o: &mut Out) {
    let others = app.judged.elsewhere();
    if others.is_empty() {
        return o.line("div", "");
    }
    o.el("section editions", |o| {
        o.word("h2", words::OTHER_EDITIONS);
        o.el("ul", |o| {
            for (edition, more, fewer) in others {
                o.el("li", |o| {
                    o.word("b", &edition.title());
                    o.text(" — ");
                    if (*more, *fewer) == (0, 0) {
                        return o.say(words::SAYS_THE_SAME);
                    }
                    let text = Label::new(words::SAYS_OTHERWISE)
                        .arg("more", more.to_string())
                        .arg("fewer", fewer.to_string());
                    o.text(&text.get(app.lang));
                });
            }
        });
    });
}
