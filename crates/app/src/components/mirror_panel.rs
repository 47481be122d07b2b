//! The mirror of a vault, in the form of the vault.

use vaultplan::facts::MirrorFact;
use vaultplan::finding::ObjectRef;
use vaultplan::questions::eligible::{self, Answer};

use super::{chip, reasons};
use crate::edit;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::Page;
use crate::route::Route;
use crate::words;

/// The mirror of a vault, or the way to one.
pub(crate) fn draw(app: &Page, o: &mut Out, object: ObjectRef) {
    let facts = app.judged.facts();
    let Some(vault) = facts.vaults.get(object.index) else {
        return;
    };
    let mirrors: Vec<_> = facts.mirrors_of(vault).collect();
    let eligible = eligible::vault(&facts, vault);
    let (class, line) = match eligible.answer {
        _ if !mirrors.is_empty() => ("mirror-panel has", words::MAY_HAVE_MIRROR),
        Answer::Yes => ("mirror-panel can", words::MAY_HAVE_MIRROR),
        Answer::No => ("mirror-panel cannot", words::MAY_NOT_HAVE_MIRROR),
        Answer::Undecided => ("mirror-panel open", words::MIRROR_UNDECIDED),
    };
    o.el("section", |o| {
        o.attr("class", class);
        o.named("aria-label", words::MIRROR_VAULT);
        if mirrors.is_empty() {
            return o.el("div invite", |o| {
                o.el("div", |o| {
                    o.word("h2", words::NO_MIRROR_YET);
                    o.word("p", line);
                    reasons::list(app, o, &eligible.reasons, &eligible.missing);
                });
                o.el("div actions", |o| {
                    if eligible.answer == Answer::No {
                        return reasons::ways_out(app, o, &eligible.reasons);
                    }
                    let create = Route::create_mirror(vault.doc.id.to_string());
                    o.link("a btn primary", &create, |o| {
                        o.attr("data-testid", "create-mirror");
                        o.icon(Glyph::Mirror);
                        o.say(words::CREATE_MIRROR);
                    });
                });
            });
        }
        o.el("div", |o| {
            let several = mirrors.len() > 1;
            o.word(
                "h2",
                if several {
                    words::ITS_MIRRORS
                } else {
                    words::ITS_MIRROR
                },
            );
            o.el("ul", |o| {
                for mirror in mirrors {
                    o.el("li", |o| {
                        mirror_row(app, o, mirror);
                    });
                }
            });
        });
    });
}

fn mirror_row(app: &Page, o: &mut Out, mirror: &MirrorFact<'_>) {
    // One that a policy makes is edited where the policy is.
    let route = match mirror.implied_by {
        Some(_) => Route::TEXT,
        None => Route::object(mirror.doc.id.to_string()),
    };
    o.link("a row", &route, |o| {
        o.icon(Glyph::Mirror);
        o.el("span name", |o| {
            o.text(mirror.name());
            let region = match mirror.region() {
                Ok(region) => edit::region_name(region.id, app.lang),
                Err(_) => app.say(words::NO_REGION).to_owned(),
            };
            o.line("small", &[" ", &region].concat());
        });
        chip::tally(app, o, app.judged.tally_of(mirror.object));
    });
}
