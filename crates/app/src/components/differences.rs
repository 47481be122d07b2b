//! What another edition says about the plan: the short line beside the edition, and the differences side by side.

use vaultplan::catalog::editions::Edition;
use vaultplan::finding::Finding;
use vaultplan::report::json;

use super::chip::{self, Kind};
use super::field::option;
use super::finding_card::{rule_link, sentence};
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{self, Page};
use crate::review::{self, Compared, Msg};
use crate::route::{How, Route};
use crate::views::findings::object_link;
use crate::words;
use crate::words::findings as own;

/// So many findings of each kind are drawn.
const LISTED: usize = 100;

/// How much two editions differ, in words.
fn tally(app: &Page, compared: &Compared) -> String {
    let all = &compared.differences;
    let (fewer, more, changed) = (all.gone.len(), all.added.len(), all.changed.len());
    let more_text = if fewer > 0 {
        (own::MORE_ONE, own::MORE_ONE)
    } else {
        (own::MORE_FIRST_ONE, own::MORE_FIRST_MANY)
    };
    let parts = [
        (fewer, (own::FEWER_ONE, own::FEWER_MANY)),
        (more, more_text),
        (changed, (own::CHANGED_ONE, own::CHANGED_ONE)),
    ];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    let said: Vec<String> = parts
        .map(|(number, (one, many))| app.count(number, one, many))
        .collect();
    if said.is_empty() {
        app.say(own::SAME_FINDINGS).to_owned()
    } else {
        said.join(app.say(words::LIST_COMMA))
    }
}

/// Where the differences from an edition are shown.
fn place(app: &Page, edition: Option<Edition>) -> Route {
    let mut route = Route::findings(app.route.filter);
    route.how = How {
        with: edition,
        ..app.route.how.clone()
    };
    route
}

/// What the other edition would say, always beside the choice of one.
pub(crate) fn line(app: &Page, o: &mut Out) {
    let edition = review::other_edition(app.plan());
    if app.plan().object_count() == 0 {
        return o.line("span other-edition", "");
    }
    o.link("a other-edition", &place(app, Some(edition)), |o| {
        o.attr("data-testid", "other-edition");
        o.named("title", own::COMPARE_EDITIONS);
        let title = app.say(&edition.title());
        o.line("span", &app.fill(own::UNDER, "edition", title));
        o.text(" ");
        match app.review.compared(edition) {
            Some(compared) => o.line("b", &tally(app, compared)),
            None => o.word("b", own::COMPUTING),
        }
    });
}

/// The differences from an edition, side by side.
pub(crate) fn draw(app: &Page, o: &mut Out, edition: Edition) {
    let here = app.plan().edition();
    o.el("header form-head", |o| {
        o.el("div", |o| {
            o.word("h1", own::EDITIONS_TITLE);
            o.word("p muted", own::EDITIONS_ABOUT);
        });
        o.el("div actions", |o| {
            o.link("a btn", &place(app, None), |o| {
                o.icon(Glyph::Back);
                o.say(own::BACK_TO_LIST);
            });
        });
    });
    o.el("div how", |o| {
        o.el("label", |o| {
            o.word("span", own::COMPARE_WITH);
            o.el("select", |o| {
                o.attr("id", "compare-with");
                o.attr("data-testid", "compare-with");
                o.attr("data-v", edition.word());
                o.on(On::Change, page::Msg::Review(Msg::With));
                for other in Edition::ALL {
                    if other != here || other == edition {
                        option(o, other.word(), app.say(&other.title()));
                    }
                }
            });
        });
        o.el("span", |o| {
            if edition != here {
                let switch = page::Msg::Review(Msg::Switch(edition));
                o.button("button btn primary", switch, |o| {
                    o.attr("data-testid", "switch-edition");
                    let title = app.say(&edition.title());
                    o.text(&app.fill(own::SWITCH_TO, "edition", title));
                });
            }
        });
        o.el("p muted", |o| {
            o.attr("role", "status");
            match app.review.compared(edition) {
                Some(compared) => o.text(&tally(app, compared)),
                None => o.say(own::COMPUTING),
            }
        });
    });
    o.el("div", |o| {
        if let Some(compared) = app.review.compared(edition) {
            o.el("div", |o| {
                o.key(edition.word());
                sides(app, o, compared);
            });
        }
    });
}

fn sides(app: &Page, o: &mut Out, compared: &Compared) {
    let (here, there) = (app.plan().edition(), compared.edition);
    let all = &compared.differences;
    let (from, to) = (&app.judged.findings, &compared.findings);
    o.attr("data-testid", "differences");
    if all.gone.is_empty() && all.added.is_empty() && all.changed.is_empty() {
        return o.el("div empty good", |o| {
            o.icon(Glyph::Pass);
            o.word("p", own::SAY_THE_SAME);
        });
    }
    o.el("div sides", |o| {
        for (edition, list, places, id) in [
            (here, from, &all.gone, "gone"),
            (there, to, &all.added, "added"),
        ] {
            o.el("section side-list", |o| {
                o.key(id);
                o.attr("data-testid", id);
                o.el("h2", |o| {
                    let title = app.say(&edition.title());
                    o.text(&app.fill(own::ONLY_IN, "edition", title));
                    o.line("span number", &places.len().to_string());
                });
                o.el("div", |o| {
                    if places.is_empty() {
                        o.word("p muted", own::GONE_NONE);
                    }
                });
                o.el("ul", |o| {
                    for at in places.iter().take(LISTED) {
                        if let Some(finding) = list.get(*at) {
                            o.el("li", |o| {
                                o.key(&at.to_string());
                                one(app, o, finding, None);
                            });
                        }
                    }
                });
                and_more(app, o, places.len());
            });
        }
    });
    o.el("div", |o| {
        if all.changed.is_empty() {
            return;
        }
        o.el("section side-list", |o| {
            o.attr("data-testid", "changed");
            o.el("h2", |o| {
                o.say(own::IN_BOTH);
                o.line("span number", &all.changed.len().to_string());
            });
            o.el("ul", |o| {
                for (old, new) in all.changed.iter().take(LISTED) {
                    if let (Some(old), Some(finding)) = (from.get(*old), to.get(*new)) {
                        o.el("li", |o| {
                            o.key(&new.to_string());
                            one(app, o, finding, Some((here, old, there)));
                        });
                    }
                }
            });
            and_more(app, o, all.changed.len());
        });
    });
}

fn and_more(app: &Page, o: &mut Out, number: usize) {
    o.el("p muted", |o| {
        if let Some(more) = number.checked_sub(LISTED + 1) {
            o.text(&app.fill(words::AND_MORE, "n", &(more + 1).to_string()));
        }
    });
}

/// A finding in short; with what it was in the plan's own edition, where that differs.
fn one(app: &Page, o: &mut Out, finding: &Finding, was: Option<(Edition, &Finding, Edition)>) {
    o.el("div card-head", |o| {
        let side = |o: &mut Out, edition: Edition, finding: &Finding| {
            let title = app.say(&edition.title());
            o.line("span muted", &app.fill(own::WAS, "edition", title));
            let kind = Kind::of(finding);
            chip::draw(o, kind, app.say(&kind.word()));
        };
        match was {
            Some((here, old, there)) => {
                side(o, here, old);
                side(o, there, finding);
            }
            None => {
                let kind = Kind::of(finding);
                chip::draw(o, kind, app.say(&kind.word()));
            }
        }
        rule_link(app, o, finding.rule);
    });
    o.el("p", |o| {
        o.rich(&sentence(&json::message(finding, app.lang)))
    });
    o.el("p muted", |o| object_link(app, o, finding.spot().object));
}
