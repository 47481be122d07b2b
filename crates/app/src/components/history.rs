//! The steps behind and ahead, in a small panel beside undo and redo: each can be gone to.

use std::rc::Rc;

use crate::icon::Glyph;
use crate::keep;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::route::Route;
use crate::state::Step;
use crate::words::keep as words;

use super::finding_card::sentence;

/// Steps that are listed at first in each direction.
const LISTED: usize = 40;

/// Id of the field for the name of a version.
const NAME: &str = "version-name-step";

/// Draws the button with its panel.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    o.el("details menu steps-menu", |o| {
        o.el("summary btn icon ghost", |o| {
            o.named("aria-label", words::HISTORY);
            o.named("title", words::HISTORY);
            o.attr("data-testid", "history");
            o.icon(Glyph::History);
        });
        o.el("div menu-panel steps-panel", |o| {
            let serials = [app.state.serial, app.keep.serial].map(|n| n.to_string());
            let whole = if app.keep.all_steps { " all" } else { "" };
            let [state, keep] = &serials;
            o.part(
                panel,
                [app.lang.tag(), " ", state, " ", keep, whole].concat(),
            );
        });
    });
}

fn panel(app: &Page, o: &mut Out) {
    let (past, future) = (&app.state.past, &app.state.future);
    let listed = if app.keep.all_steps {
        usize::MAX
    } else {
        LISTED
    };
    o.word("h2", words::HISTORY);
    let none = past.is_empty() && future.is_empty();
    o.word(
        "p muted",
        if none {
            words::HISTORY_EMPTY
        } else {
            words::HISTORY_ABOUT
        },
    );
    o.el("ol steps", |o| {
        let nearest = future.len().saturating_sub(listed);
        for (index, ahead) in future.iter().enumerate().skip(nearest) {
            let steps = future.len() - index;
            row(app, o, Some(ahead), 0_isize.saturating_sub_unsigned(steps));
        }
        for (back, behind) in past.iter().rev().take(listed).enumerate() {
            row(app, o, Some(behind), 0_isize.saturating_add_unsigned(back));
        }
        let more = past.len().saturating_sub(listed);
        if more > 0 {
            o.el("li", |o| {
                o.key("more");
                let text = app.fill(words::MORE_STEPS, "n", &more.to_string());
                o.button("button menu-row", keep_msg(keep::Msg::AllSteps), |o| {
                    o.text(&text)
                });
            });
        } else if !none {
            row(app, o, None, 0_isize.saturating_add_unsigned(past.len()));
        }
    });
    if !app.content().is_empty() {
        o.el("div menu-group", |o| {
            keep_form(app, o, NAME);
            o.link("a menu-row", &Route::FILES, |o| {
                o.attr("data-closes", "");
                o.say(words::ALL_VERSIONS);
            });
        });
    }
}

/// A message of this area.
pub(crate) fn keep_msg(msg: keep::Msg) -> Msg {
    Msg::Keep(msg)
}

/// A step to which one can go; without one, what was before all of them.
fn row(app: &Page, o: &mut Out, step: Option<&Rc<Step>>, jump: isize) {
    let label = match step {
        Some(step) => sentence(&step.label.get(app.lang)),
        None => app.say(words::HISTORY_BEGIN).to_owned(),
    };
    o.el("li", |o| {
        o.key(&jump.to_string());
        o.button("button menu-row", keep_msg(keep::Msg::Jump(jump)), |o| {
            if jump < 0 {
                o.attr("class", "menu-row undone");
            }
            if jump == 0 {
                o.attr("aria-current", "step");
            }
            o.line("span step-name", &label);
            let state = match jump {
                0 => app.say(words::STEP_NOW),
                1.. => "",
                _ => app.say(words::STEP_UNDONE),
            };
            o.line("small", state);
        });
    });
}

/// The form that keeps a version.
pub(crate) fn keep_form(app: &Page, o: &mut Out, id: &'static str) {
    o.el("form keep-version", |o| {
        // A new form for every version: the name belongs to the one before.
        o.key(&app.keep.versions.1.len().to_string());
        o.on(On::Submit, keep_msg(keep::Msg::KeepVersion(id)));
        o.el("input", |o| {
            o.attr("id", id);
            o.attr("type", "text");
            o.attr("autocomplete", "off");
            o.attr("maxlength", "120");
            o.named("aria-label", words::VERSION_NAME);
            o.named("placeholder", words::VERSION_HINT);
        });
        o.el("button btn small", |o| {
            o.attr("type", "submit");
            o.put("data-testid", &["keep-", id].concat());
            o.say(words::KEEP_VERSION);
        });
    });
}
