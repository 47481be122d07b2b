//! A text to take away: shown as it is, with a button that copies it.

use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Page};
use crate::words;

/// The id of the plan's own text.
pub(crate) const PLAN: &str = "plan";

/// Draws it. The id tells it from others in the view.
pub(crate) fn draw(app: &Page, o: &mut Out, id: &'static str, label: &str, text: &str) {
    // The plan itself is large: it is written again when it is copied.
    let copy = Msg::Copy(id, (id != PLAN).then(|| text.into()));
    let copied = app
        .copied
        .filter(|(of, _)| *of == id)
        .map(|(_, worked)| worked);
    let done = copied == Some(true);
    o.el("figure code-block", |o| {
        o.el("figcaption", |o| {
            o.line("span", label);
            o.button("button btn small", copy, |o| {
                o.icon(if done { Glyph::Pass } else { Glyph::Copy });
                o.el("span", |o| {
                    o.attr("aria-live", "polite");
                    o.say(if done { words::COPIED } else { words::COPY });
                });
            });
        });
        o.el("pre", |o| {
            o.attr("tabindex", "0");
            o.line("code", text);
        });
        let failed = copied == Some(false);
        o.line(
            "p muted",
            if failed {
                app.say(words::COPY_FAILED)
            } else {
                ""
            },
        );
    });
}
