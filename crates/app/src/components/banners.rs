//! Calm lines above a view that say what the user should know.

use crate::icon::Glyph;
use crate::keep::{self, Note};
use crate::markup::Out;
use crate::page::{Msg, Page, Saving};
use crate::review;
use crate::route::{Route, View};
use crate::storage::Failure;
use crate::words::{self, findings, keep as kept};

use super::history::keep_msg;

/// Draws those that hold.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let unsaved = match &app.saving {
        Saving::Failed(Failure::Missing) => app.say(words::NOT_SAVED_MISSING).to_owned(),
        Saving::Failed(Failure::Full) => app.say(words::NOT_SAVED_FULL).to_owned(),
        Saving::Failed(Failure::Later) => app.say(kept::NOT_SAVED_LATER).to_owned(),
        Saving::Failed(Failure::Other(why)) => app.fill(words::NOT_SAVED_OTHER, "why", why),
        _ => String::new(),
    };
    let damaged = app.gone_or_not(false).filter(|i| i.fault.is_some()).count();
    o.el("div banners", |o| {
        o.el("div mended", |o| {
            if let Some(step) = app.mended() {
                let said = app.fill(findings::APPLIED, "step", &step.get(app.lang));
                banner(o, &said, &|o| {
                    o.button("button btn small", Msg::Undo, |o| {
                        o.attr("id", review::UNDO);
                        o.attr("data-testid", "undo-fix");
                        o.icon(Glyph::Undo);
                        o.say(findings::UNDO_IT);
                    });
                });
            }
        });
        o.el("div", |o| {
            if !unsaved.is_empty() {
                banner(o, &unsaved, &|o| {
                    o.el("span", |o| {
                        if !app.content().is_empty() {
                            o.push("button btn small", Msg::Save, words::SAVE_JSON);
                        }
                    });
                });
            }
        });
        o.el("div", |o| {
            if let Some(id) = &app.split {
                banner(o, &app.fill(words::SPLIT, "name", &app.name()), &|o| {
                    o.push(
                        "button btn small",
                        Msg::OpenPlan(id.clone()),
                        words::SPLIT_OPEN,
                    );
                    o.tool(Msg::CloseSplit, Glyph::Close, app.say(words::CLOSE));
                });
            }
        });
        o.el("div", |o| {
            if damaged > 0 && app.route.view != View::Files {
                let said = app.count(damaged, kept::DAMAGED_PLANS, kept::DAMAGED_PLANS_MANY);
                banner(o, &said, &|o| {
                    let to = Msg::Go(Route::FILES);
                    o.push("button btn small", to, kept::SHOW_THEM);
                });
            }
        });
        o.el("div", |o| {
            if let Some(note) = &app.keep.note {
                self::note(app, o, note);
            }
        });
        o.el("div", |o| {
            if app.content().draft.is_some() && app.route != Route::TEXT {
                banner(o, app.say(words::DRAFT_ELSEWHERE), &|o| {
                    o.push("button btn small", Msg::Go(Route::TEXT), words::DRAFT_OPEN);
                });
            }
        });
    });
}

/// What is said until it is closed, with its way back.
fn note(app: &Page, o: &mut Out, note: &Note) {
    let (said, back) = match note {
        Note::Deleted(info, was_open) => (
            app.fill(kept::PLAN_DELETED, "name", app.named(info)),
            Some(keep::Msg::BringBack(info.id.clone(), *was_open)),
        ),
        Note::DeletedVersion(version) => (
            app.fill(kept::VERSION_DELETED, "name", &version.name),
            Some(keep::Msg::BringVersion(version.clone())),
        ),
        Note::KeptVersion(name) => (app.fill(kept::VERSION_KEPT, "name", name), None),
        Note::StepsDropped => (app.say(kept::STEPS_DROPPED).to_owned(), None),
        Note::VersionLost(name) => (app.fill(kept::VERSION_LOST, "name", name), None),
    };
    o.el("div banner", |o| {
        o.attr("role", "status");
        o.attr("data-testid", "note");
        o.icon(Glyph::Info);
        o.line("p", &said);
        o.el("span actions", |o| {
            o.el("span", |o| {
                if let Some(back) = back {
                    o.button("button btn small", keep_msg(back), |o| {
                        o.attr("id", keep::BRING_BACK);
                        o.attr("data-testid", keep::BRING_BACK);
                        o.say(kept::BRING_BACK);
                    });
                }
            });
            let close = keep_msg(keep::Msg::CloseNote);
            o.tool(close, Glyph::Close, app.say(words::CLOSE));
        });
    });
}

/// A banner. Without a button that closes it, what it says holds on.
fn banner(o: &mut Out, text: &str, actions: &dyn Fn(&mut Out)) {
    o.el("div banner", |o| {
        o.attr("role", "status");
        o.icon(Glyph::Info);
        o.line("p", text);
        o.el("span actions", |o| actions(o));
    });
}
