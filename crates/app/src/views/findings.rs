//! The findings: what fails in groups, what waits for a fact by the fact, what holds by rule, and what another
//! edition says.

use vaultplan::finding::Severity::{Advice, Error, Warning};
use vaultplan::finding::{Category, Finding, ObjectKind, ObjectRef, Outcome, Rule};
use vaultplan::lang::Text;
use vaultplan::questions::evidence::Seen;
use vaultplan::report::json;

use crate::components::field::option;
use crate::components::finding_card::{self, sentence};
use crate::components::overview::head;
use crate::components::{differences, evidence, kinds, settings, supply};
use crate::edit;
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{self, Page};
use crate::review::{Fixable, Msg};
use crate::route::{Filter, Group, How, Route, Sort};
use crate::state::Label;
use crate::words;
use crate::words::findings as own;

/// So many objects of a rule, and pieces of advice on practice, are drawn.
const LINES: usize = 100;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    o.el("div findings-view", |o| {
        if let Some(edition) = app.route.how.with {
            return o.el("div findings-list", |o| {
                o.key("differences");
                differences::draw(app, o, edition);
            });
        }
        o.el("div findings-list", |o| {
            o.key("list");
            list(app, o);
        });
    });
}

fn list(app: &Page, o: &mut Out) {
    let filter = app.route.filter;
    let listed = &app.review.listed;
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
    o.el("div", |o| {
        if filter != Filter::Passed && !app.judged.findings.is_empty() {
            how(app, o);
        }
    });
    safe(app, o);
    o.el("div", |o| {
        o.attr("data-testid", "findings");
        if filter == Filter::Passed {
            passed(app, o);
        } else if listed.number == 0 {
            nothing(app, o);
        } else {
            o.el("div", |o| {
                o.key("lists");
                failures(app, o);
                undecided(app, o);
            });
        }
    });
    o.el("div", |o| {
        let hidden = listed.number.saturating_sub(app.review.shown);
        if filter != Filter::Passed && hidden > 0 {
            let next = hidden.min(crate::review::CARDS).to_string();
            o.button("button btn", page::Msg::Review(Msg::More), |o| {
                o.attr("data-testid", "more");
                o.text(&app.fill(words::SHOW_MORE, "n", &next));
            });
        }
    });
    settings::draw(app, o);
    practice(app, o);
}

/// Why the list is empty.
fn nothing(app: &Page, o: &mut Out) {
    let whole = app.route.filter == Filter::All && !app.route.how.is_filtered();
    let bent = app.judged.bends_rules();
    let good = whole && !bent && app.review.needle.is_empty();
    o.el(if good { "div empty good" } else { "div empty" }, |o| {
        o.icon(if good { Glyph::Pass } else { Glyph::Info });
        o.word(
            "p",
            match (app.judged.findings.is_empty(), bent) {
                (true, true) => words::NOTHING_AS_SET,
                (true, false) => words::NOTHING_FOUND,
                _ if whole => words::NOTHING_OF_KIND,
                _ => own::NOTHING_FITS,
            },
        );
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
        o.line("summary", &app.fill_number(words::PRACTICE, list.len()));
        o.word("p muted", words::PRACTICE_ABOUT);
        o.el("ul", |o| {
            for (at, finding) in list.iter().take(LINES).enumerate() {
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
                Filter::Offsite(_) => continue,
            };
            let to = Route {
                filter,
                ..app.route.clone()
            };
            o.link("a", &to, |o| {
                if filter == here {
                    o.attr("aria-current", "true");
                }
                o.say(text);
                o.line("span number", &number.to_string());
            });
        }
    });
}

/// A choice in the head of the list.
fn choice(
    o: &mut Out,
    (id, label): (&'static str, &Text),
    value: &str,
    change: fn(&mut How, &str),
    options: &dyn Fn(&mut Out),
) {
    o.el("label", |o| {
        o.word("span", label);
        o.el("select", |o| {
            o.attr("id", id);
            o.attr("data-testid", id);
            o.put("data-v", value);
            o.on(On::Change, page::Msg::Review(Msg::List(change)));
            options(o);
        });
    });
}

/// What is listed, and in which order.
fn how(app: &Page, o: &mut Out) {
    let how = &app.route.how;
    let all = &app.judged.findings;
    o.el("div how", |o| {
        o.el("label search", |o| {
            o.word("span away", own::SEARCH);
            o.el("input", |o| {
                o.attr("type", "search");
                o.attr("id", "find-text");
                o.attr("data-testid", "find-text");
                o.attr("autocomplete", "off");
                o.named("placeholder", own::SEARCH);
                o.put("data-v", &app.review.needle);
                o.on(On::Input, page::Msg::Review(Msg::Needle));
                let keep = |how: &mut How, text: &str| text.clone_into(&mut how.text);
                o.on(On::Change, page::Msg::Review(Msg::List(keep)));
            });
        });
        let set = |how: &mut How, word: &str| {
            how.category = Category::ALL.into_iter().find(|c| c.word() == word);
        };
        let value = how.category.map_or("", Category::word);
        choice(o, ("find-category", own::CATEGORY), value, set, &|o| {
            option(o, "", app.say(own::EVERY_CATEGORY));
            for category in Category::ALL {
                // What the plan has, and what is chosen although it has it no more.
                let has = all.iter().any(|f| f.rule.category == category);
                if has || how.category == Some(category) {
                    option(o, category.word(), app.say(&category.label()));
                }
            }
        });
        let set = |how: &mut How, word: &str| {
            how.kind = ObjectKind::ALL.into_iter().find(|kind| kind.word() == word);
        };
        let value = how.kind.map_or("", ObjectKind::word);
        choice(o, ("find-kind", own::KIND), value, set, &|o| {
            option(o, "", app.say(own::EVERY_KIND));
            for kind in ObjectKind::ALL {
                let has = all.iter().any(|f| f.spot().object.kind == kind);
                if has || how.kind == Some(kind) {
                    option(o, kind.word(), &sentence(app.say(&kind.label())));
                }
            }
        });
        let set = |how: &mut How, word: &str| how.group = Group::from_word(word);
        choice(
            o,
            ("find-group", own::GROUP_BY),
            how.group.word(),
            set,
            &|o| {
                for group in Group::ALL {
                    let text = match group {
                        Group::Object => own::GROUP_OBJECT,
                        Group::Rule => own::GROUP_RULE,
                        Group::Category => own::GROUP_CATEGORY,
                        Group::Severity => own::GROUP_SEVERITY,
                    };
                    option(o, group.word(), app.say(text));
                }
            },
        );
        let set = |how: &mut How, word: &str| how.sort = Sort::from_word(word);
        choice(o, ("find-sort", own::SORT_BY), how.sort.word(), set, &|o| {
            for sort in Sort::ALL {
                let text = match sort {
                    Sort::Gravest => own::SORT_GRAVEST,
                    Sort::Plan => own::SORT_PLAN,
                    Sort::Name => own::SORT_NAME,
                    Sort::Rule => own::SORT_RULE,
                };
                option(o, sort.word(), app.say(text));
            }
        });
        o.el("p muted", |o| {
            o.attr("role", "status");
            let (listed, whole) = (app.review.listed.number, all.len());
            if listed < whole {
                let said = Label::new(own::LISTED_ONE)
                    .arg("n", listed.to_string())
                    .arg("all", whole.to_string());
                o.text(&said.get(app.lang));
            }
        });
        o.el("span", |o| {
            if how.is_filtered() {
                o.link("a btn small ghost", &Route::findings(Filter::All), |o| {
                    o.say(own::CLEAR_FILTERS);
                });
            }
        });
    });
}

/// What can be mended at once: safely as a whole, and rule by rule.
fn safe(app: &Page, o: &mut Out) {
    let listed = &app.review.listed;
    let number = listed.safe();
    // For a single finding its card has the button.
    let many = || listed.fixable.iter().filter(|one| one.number > 1);
    let away = app.route.filter == Filter::Passed;
    if away || number == 0 && many().next().is_none() {
        return o.line("div", "");
    }
    o.el("section safe", |o| {
        o.key("safe");
        o.el("div", |o| {
            if number > 0 {
                o.line("p", &app.count(number, own::SAFE_ONE, own::SAFE_MANY));
                let mend = page::Msg::Review(Msg::Mend(None));
                o.button("button btn primary", mend, |o| {
                    o.attr("data-testid", "mend-all");
                    o.text(&app.count(number, own::APPLY_SAFE_ONE, own::APPLY_SAFE_MANY));
                });
            }
        });
        o.el("div", |o| {
            if many().next().is_some() {
                o.el("details more", |o| {
                    o.word("summary", own::BY_RULE);
                    o.word("p muted", own::BY_RULE_ABOUT);
                    o.el("ul", |o| {
                        for one in many() {
                            o.el("li", |o| {
                                o.key(one.rule.slug);
                                mend_rule(app, o, *one);
                            });
                        }
                    });
                });
            }
        });
    });
}

fn mend_rule(app: &Page, o: &mut Out, one: Fixable) {
    let mend = Msg::Mend(Some(one.rule.slug));
    o.button("button btn small", page::Msg::Review(mend), |o| {
        o.attr("data-testid", "mend-rule");
        o.attr("data-rule", one.rule.slug);
        let said = Label::new(own::MEND_RULE_ONE)
            .arg("n", one.number.to_string())
            .arg("rule", one.rule.slug);
        o.text(&said.get(app.lang));
    });
    let safe = one.safe == one.number;
    o.word(
        "span muted",
        if safe { own::IS_SAFE } else { own::IS_NOT_SAFE },
    );
}

/// What fails, in groups.
fn failures(app: &Page, o: &mut Out) {
    let listed = &app.review.listed;
    let find = |index: usize| app.judged.findings.get(index);
    o.el("div groups", |o| {
        let mut room = app.review.shown;
        for group in listed.failures.chunk_by(|a, b| a.0 == b.0) {
            let Some(first) = group.first().and_then(|(_, index)| find(*index)) else {
                continue;
            };
            if room == 0 {
                break;
            }
            o.el("section group", |o| {
                o.key(&group.first().map_or(0, |(number, _)| *number).to_string());
                o.el("h2", |o| {
                    heading(app, o, first);
                    o.el("span number", |o| {
                        o.put(
                            "title",
                            &app.fill(own::OF_GROUP, "n", &group.len().to_string()),
                        );
                        o.text(&group.len().to_string());
                    });
                });
                for (_, index) in group.iter().take(room) {
                    finding_card::draw(app, o, *index);
                }
            });
            room = room.saturating_sub(group.len());
        }
    });
}

/// What the findings of a group have in common.
fn heading(app: &Page, o: &mut Out, finding: &Finding) {
    let rule = finding.rule;
    match app.route.how.group {
        Group::Object => object_link(app, o, finding.spot().object),
        Group::Rule => o.el("span", |o| {
            o.text(&sentence(app.say(&rule.title)));
            o.text(" ");
            o.line("code", rule.code);
        }),
        Group::Category => o.word("span", &rule.category.label()),
        Group::Severity => o.word("span", &finding.severity.label()),
    }
}

/// The name of an object, leading to where it is edited.
pub(crate) fn object_link(app: &Page, o: &mut Out, object: ObjectRef) {
    let plan = app.plan();
    let (name, route) = match object.kind {
        ObjectKind::Plan => (app.say(words::WHOLE_PLAN), Route::object(kinds::PLAN)),
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
fn undecided(app: &Page, o: &mut Out) {
    let listed = &app.review.listed;
    let room = app.review.shown.saturating_sub(listed.failures.len());
    o.el("div groups", |o| {
        if listed.waiting.is_empty() || room == 0 {
            return;
        }
        o.el("section group", |o| {
            o.word("h2", words::WAITS_FOR);
            for indexes in listed.waiting.iter().take(room) {
                waiting(app, o, indexes);
            }
        });
    });
}

/// A fact with the rules that wait for it, and a field to state it.
fn waiting(app: &Page, o: &mut Out, indexes: &[usize]) {
    let find = |index: &usize| app.judged.findings.get(*index);
    let first = indexes.first().and_then(find);
    let Some(Outcome::Undecided(missing)) = first.map(|finding| &finding.outcome) else {
        return;
    };
    let key = [&missing.spot.pointer(), " ", missing.wanted.slug].concat();
    o.el("article card unknown", |o| {
        o.key(&key);
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
        supply::draw(app, o, &id, missing);
        o.el("p muted", |o| {
            o.say(words::SUPPLY_IT);
            object_link(app, o, missing.spot.object);
        });
        o.el("details more", |o| {
            o.word("summary", words::WAITING_RULES);
            o.el("ul", |o| {
                for finding in indexes.iter().filter_map(find).take(LINES) {
                    o.el("li", |o| {
                        o.line("code", finding.rule.slug);
                        o.text(" ");
                        o.say(&finding.rule.title);
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
                &[
                    words::RULE,
                    words::PASSED,
                    words::FAILED,
                    words::UNDECIDED,
                    own::WHO_PASSES,
                ],
            );
            o.el("tbody", |o| {
                for counts in app.judged.counts.iter().filter(|counts| counts.passed > 0) {
                    let rule = counts.rule;
                    let open = app.review.subjects.as_ref();
                    let open = open.filter(|(of, _)| of.slug == rule.slug);
                    o.el("tr", |o| {
                        o.key(rule.slug);
                        o.el("th", |o| {
                            o.attr("scope", "row");
                            o.text(&sentence(app.say(&rule.title)));
                            o.line("br", "");
                            o.line("code", rule.slug);
                        });
                        for number in [counts.passed, counts.failed, counts.undecided] {
                            o.line("td", &number.to_string());
                        }
                        o.el("td", |o| {
                            let ask = page::Msg::Review(Msg::Subjects(rule));
                            o.button("button btn small", ask, |o| {
                                o.attr("data-testid", "who-passes");
                                o.put(
                                    "aria-label",
                                    &app.fill(own::WHO_PASSES_RULE, "rule", rule.slug),
                                );
                                let expanded = if open.is_some() { "true" } else { "false" };
                                o.attr("aria-expanded", expanded);
                                o.say(own::WHO_PASSES);
                            });
                        });
                    });
                    if let Some((_, said)) = open {
                        o.el("tr said", |o| {
                            o.key("said");
                            o.el("td", |o| {
                                o.attr("colspan", "5");
                                subjects(app, o, rule, said);
                            });
                        });
                    }
                }
            });
        });
    });
}

/// What a rule said about each object.
fn subjects(app: &Page, o: &mut Out, rule: &'static Rule, said: &[(ObjectRef, Seen)]) {
    if said.is_empty() {
        return o.word("p muted", own::NO_OBJECT);
    }
    o.word("p muted", own::CHECKED_WITH);
    o.el("ul subjects", |o| {
        // Those that pass come first here.
        let passes = |(_, seen): &&(ObjectRef, Seen)| *seen == Seen::Pass;
        let others = said.iter().filter(|one| !passes(one));
        for (object, seen) in said.iter().filter(passes).chain(others).take(LINES) {
            o.el("li", |o| {
                o.key(&object.pointer(""));
                o.el("span", |o| {
                    object_link(app, o, *object);
                    o.text(" ");
                    o.word("span muted", evidence::seen_word(*seen));
                });
                evidence::button(app, o, rule, *object);
                o.el("div", |o| evidence::draw(app, o, rule, *object));
            });
        }
    });
    o.el("p muted", |o| {
        if let Some(more) = said.len().checked_sub(LINES + 1) {
            o.text(&app.fill(words::AND_MORE, "n", &(more + 1).to_string()));
        }
    });
}
