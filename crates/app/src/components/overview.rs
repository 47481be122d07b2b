//! The plan at a glance: every vault, whether it may have a mirror, and the mirror that it has.

use vaultplan::catalog::regions;
use vaultplan::facts::Facts;
use vaultplan::finding::ObjectKind;
use vaultplan::questions::Reason;
use vaultplan::questions::eligible::{self, Answer, Eligibility};

use super::chip::{self, Kind};
use super::{finding_card, kinds, order, reasons, table};
use crate::edit;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Page};
use crate::route::{Filter, Route};
use crate::words::{self, forms};

/// So many rows are drawn; more on request.
const ROWS: usize = 100;

/// So many findings stand below the vaults.
const FIRST: usize = 3;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let facts = app.judged.facts();
    let number = facts.vaults.len();
    let shown = if app.all_listed {
        number
    } else {
        number.min(ROWS)
    };
    o.el("div overview", |o| {
        o.key("overview");
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.word("h1", words::OVERVIEW_TITLE);
                o.line("p muted", &totals(app));
            });
            o.el("div actions", |o| {
                if number > 1 {
                    o.link("a btn", &Route::object(crate::several::REFERENCE), |o| {
                        o.attr("data-testid", "several-mirrors");
                        o.icon(Glyph::Mirror);
                        o.say(forms::SEVERAL_MIRRORS);
                    });
                    o.link("a btn", &table::route(ObjectKind::Vault), |o| {
                        o.attr("data-testid", "vault-table");
                        o.say(forms::AS_TABLE);
                    });
                }
                o.button("button btn", Msg::AddVault, |o| {
                    o.icon(Glyph::Add);
                    o.say(words::ADD_VAULT);
                });
            });
        });
        o.el("div table-scroll", |o| {
            if number == 0 {
                return o.word("p empty", words::NO_VAULTS);
            }
            o.el("table estate", |o| {
                head(
                    o,
                    &[
                        words::BACKUP_VAULT,
                        words::REGION,
                        words::MAY_MIRROR_HEAD,
                        words::MIRROR_VAULT,
                        words::VIEW_FINDINGS,
                    ],
                );
                o.el("tbody", |o| {
                    for index in 0..shown {
                        row(app, o, &facts, index);
                    }
                });
            });
        });
        o.el("div", |o| more(app, o, number - shown));
        o.el("div", |o| orphans(app, o, &facts));
        kinds::draw(app, o);
        order::draw(app, o);
        first(app, o);
    });
}

/// The head of a table.
pub(crate) fn head(o: &mut Out, columns: &[&'static vaultplan::lang::Text]) {
    o.el("thead", |o| {
        o.el("tr", |o| {
            for column in columns {
                o.el("th", |o| {
                    o.attr("scope", "col");
                    o.say(column);
                });
            }
        });
    });
}

/// The button that shows the rest of a list.
pub(crate) fn more(app: &Page, o: &mut Out, hidden: usize) {
    if hidden > 0 {
        o.button("button btn", Msg::AllListed, |o| {
            o.text(&app.fill_number(words::SHOW_MORE, hidden));
        });
    }
}

/// Mirrors whose source the plan does not have.
fn orphans(app: &Page, o: &mut Out, facts: &Facts<'_>) {
    let mirrors = app.plan().mirrors.iter();
    let orphans: Vec<_> = mirrors
        .filter(|mirror| facts.vault(&mirror.source).is_none())
        .collect();
    if orphans.is_empty() {
        return;
    }
    o.el("section", |o| {
        o.word("h2", words::MIRRORS_WITHOUT_SOURCE);
        o.el("ul", |o| {
            for mirror in orphans {
                o.el("li", |o| {
                    o.link("a", &Route::object(mirror.id.to_string()), |o| {
                        o.text(mirror.name.as_deref().unwrap_or(&mirror.id));
                    });
                });
            }
        });
    });
}

/// The gravest findings, to begin with.
fn first(app: &Page, o: &mut Out) {
    let number = app.judged.findings.len();
    let kinds = app.judged.tally().kinds();
    let of_kind = |kind: Kind| {
        let all = app.judged.findings.iter().enumerate();
        all.filter(move |(_, finding)| Kind::of(finding) == kind)
    };
    let gravest_first = kinds.into_iter().flat_map(|(kind, _)| of_kind(kind));
    o.el("div", |o| {
        if number == 0 {
            return;
        }
        o.el("section group first", |o| {
            o.word("h2", words::MEND_FIRST);
            for (index, _) in gravest_first.take(FIRST) {
                finding_card::draw(app, o, index);
            }
            o.el("p", |o| {
                if number > FIRST {
                    o.link("a", &Route::findings(Filter::All), |o| {
                        o.text(&app.fill_number(words::ALL_FINDINGS, number));
                    });
                }
            });
        });
    });
}

fn totals(app: &Page) -> String {
    let plan = app.plan();
    let parts = [
        app.count(plan.vaults.len(), words::VAULT_ONE, words::VAULT_MANY),
        app.count(plan.mirrors.len(), words::MIRROR_ONE, words::MIRROR_MANY),
        app.count(plan.sources.len(), words::SOURCE_ONE, words::SOURCE_MANY),
    ];
    parts.join(" · ")
}

fn row(app: &Page, o: &mut Out, facts: &Facts<'_>, index: usize) {
    let Some(vault) = facts.vaults.get(index) else {
        return;
    };
    let eligible = eligible::vault(facts, vault);
    let region = vault.doc.region.as_deref();
    let redundancy = match region.and_then(regions::find).and_then(|region| region.zrs) {
        Some(true) => " ZRS",
        Some(false) => " LRS",
        None => " ",
    };
    let mut tally = app.judged.tally_of(vault.object);
    let mirrors: Vec<_> = facts.mirrors_of(vault).collect();
    for mirror in &mirrors {
        tally.join(app.judged.tally_of(mirror.object));
    }
    let id = || vault.doc.id.to_string();
    o.el("tr", |o| {
        o.key(&vault.doc.id);
        o.el("th", |o| {
            o.attr("scope", "row");
            o.link("a", &Route::object(id()), |o| o.text(vault.name()));
        });
        o.el("td", |o| {
            o.text(&edit::region_or_not(region, app.lang));
            o.line("small", redundancy);
        });
        o.el("td", |o| answer(app, o, &eligible, mirrors.len()));
        o.el("td", |o| {
            o.el("div links", |o| {
                for mirror in &mirrors {
                    let region = mirror.region().ok();
                    let region = region.map(|region| edit::region_name(region.id, app.lang));
                    // One that a policy makes is edited where the policy is.
                    let route = match mirror.implied_by {
                        Some(_) => Route::TEXT,
                        None => Route::object(mirror.doc.id.to_string()),
                    };
                    o.link("a mirror-link", &route, |o| {
                        o.key(&mirror.object.index.to_string());
                        o.icon(Glyph::Mirror);
                        o.el("span", |o| {
                            o.text(mirror.name());
                            o.line("small", &[" ", &region.unwrap_or_default()].concat());
                        });
                    });
                }
                if mirrors.is_empty() && eligible.answer == Answer::No {
                    o.line("span muted", "—");
                } else if mirrors.is_empty() {
                    o.link("a btn small", &Route::create_mirror(id()), |o| {
                        o.icon(Glyph::Add);
                        o.say(words::CREATE_MIRROR);
                    });
                }
            });
        });
        o.el("td", |o| chip::tally(app, o, tally));
    });
}

/// Yes, no or not decided, with the reasons. A vault that has its mirror is asked no more.
fn answer(app: &Page, o: &mut Out, eligible: &Eligibility, mirrors: usize) {
    let only_has_one = |reason: &Reason| {
        let rule = reason.rule.map(|rule| rule.slug);
        rule == Some("mirror-more-than-one")
    };
    let has_it =
        mirrors > 0 && eligible.missing.is_empty() && eligible.reasons.iter().all(only_has_one);
    let (class, glyph, text) = match eligible.answer {
        _ if has_it && mirrors == 1 => ("answer yes", Glyph::Mirror, words::HAS_ITS_MIRROR),
        Answer::Yes => ("answer yes", Glyph::Pass, words::YES),
        Answer::No => ("answer no", Glyph::Error, words::NO),
        Answer::Undecided => ("answer open", Glyph::Undecided, words::UNDECIDED),
    };
    o.el("div", |o| {
        o.attr("class", class);
        o.el("span", |o| {
            o.icon(glyph);
            if has_it && mirrors > 1 {
                o.text(&app.fill(words::TOO_MANY_MIRRORS, "n", &mirrors.to_string()));
            } else {
                o.say(text);
            }
        });
        if has_it {
            o.line("ul reasons", "");
        } else {
            reasons::list(app, o, &eligible.reasons, &eligible.missing);
        }
    });
}
