//! Calm lines above a view that say what the user should know.

use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Page, Saving};
use crate::route::Route;
use crate::storage::Failure;
use crate::words::findings;
use crate::{review, words};

/// Draws those that hold.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let unsaved = match &app.saving {
        Saving::Failed(Failure::Missing) => app.say(words::NOT_SAVED_MISSING).to_owned(),
        Saving::Failed(Failure::Full) => app.say(words::NOT_SAVED_FULL).to_owned(),
        Saving::Failed(Failure::Other(why)) => app.fill(words::NOT_SAVED_OTHER, "why", why),
        _ => String::new(),
    };
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
                banner(o, &unsaved, &|_| {});
            }
        });
        o.el("div", |o| {
            if let Some(id) = &app.split {
                banner(o, app.say(words::SPLIT), &|o| {
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
            if app.content().draft.is_some() && app.route != Route::TEXT {
                banner(o, app.say(words::DRAFT_ELSEWHERE), &|o| {
                    o.push("button btn small", Msg::Go(Route::TEXT), words::DRAFT_OPEN);
                });
            }
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
