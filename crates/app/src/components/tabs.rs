//! The views: a row of tabs on a wide screen, a bar at the bottom of a phone, where the last open a menu.

use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::Page;
use crate::route::View;
use crate::views::{ALL, Look};
use crate::words;
use crate::words::shell as ours;

/// So many fit below a thumb.
const THUMB: usize = 5;

/// Draws them.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    // The menu takes a place itself.
    let (first, rest) = if ALL.len() > THUMB {
        ALL.split_at(THUMB - 1)
    } else {
        ALL.split_at(ALL.len())
    };
    o.el("nav tabs", |o| {
        o.named("aria-label", words::VIEWS);
        for look in first {
            tab(app, o, look, "a");
        }
        for look in rest {
            tab(app, o, look, "a wide");
        }
        if rest.is_empty() {
            return;
        }
        o.el("details menu narrow up", |o| {
            let here = rest.iter().find(|look| look.view == app.route.view);
            o.el("summary", |o| {
                o.flag("data-here", here.is_some());
                o.icon(here.map_or(Glyph::More, |look| look.glyph));
                o.word("span", here.map_or(ours::MORE_VIEWS, |look| look.title));
            });
            o.el("div menu-panel", |o| {
                for look in rest {
                    tab(app, o, look, "a menu-row");
                }
            });
        });
    });
}

fn tab(app: &Page, o: &mut Out, look: &Look, what: &'static str) {
    let view = look.view;
    o.link(what, &app.route.tab(view), |o| {
        o.attr("data-closes", "");
        if view == app.route.view {
            o.attr("aria-current", "page");
        }
        o.icon(look.glyph);
        o.word("span", look.title);
        o.el("span mark", |o| mark(app, o, view));
    });
}

/// How many of the gravest findings there are, and whether the text is a draft.
fn mark(app: &Page, o: &mut Out, view: View) {
    match view {
        View::Findings => {
            let kinds = app.judged.tally().kinds().into_iter();
            let mut kinds = kinds.filter(|(kind, number)| *number > 0 && kind.class() != "advice");
            if let Some((kind, number)) = kinds.next() {
                o.el("span", |o| {
                    o.class(&["chip", "tiny", kind.class()]);
                    o.attr("aria-hidden", "true");
                    o.text(&number.to_string());
                });
            }
        }
        View::Text if app.content().draft.is_some() => {
            o.el("span chip tiny warn", |o| {
                o.named("title", words::DRAFT);
                o.text("●");
            });
        }
        _ => {}
    }
}
