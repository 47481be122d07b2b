//! The frame in which the views stand.

use super::{
    banners, dialogs, doors, header, import_report, inspector, lesson, live, outline, summary, tabs,
};
use crate::app::{CONTENT, Draw};
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{Msg, Over, Page};
use crate::route::{Route, View};
use crate::{views, words};

/// Draws the page. Until there is a plan to show, the skeleton of `index.html` stands there.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    o.el("div planner", |o| {
        if app.ready {
            return whole(app, o);
        }
        o.key("waits");
        o.el("p away", |o| {
            o.attr("role", "status");
            o.say(words::LOADING);
        });
    });
}

fn whole(app: &Page, o: &mut Out) {
    let bare = app.is_bare();
    let view = app.route.view;
    o.el("a skip", |o| {
        o.put("href", &["#", CONTENT].concat());
        o.on(On::Click, Msg::Skip);
        o.say(words::SKIP);
    });
    o.el("div frame", |o| {
        if bare {
            o.attr("class", "frame bare");
        }
        o.put("data-view", &app.route.fragment());
        header::draw(app, o);
        o.el("div tabs-place", |o| tabs::draw(app, o));
        o.el("div side-place", |o| {
            if !bare {
                o.part(outline::draw, outline::stamp(app));
            }
        });
        o.el("main main", |o| {
            o.attr("id", CONTENT);
            o.attr("tabindex", "-1");
            o.attr("aria-busy", "false");
            banners::draw(app, o);
            o.el("div import-place", |o| {
                if let Some((id, import)) = &app.imported
                    && *id == app.content().id
                    && app.route == Route::PLAN
                {
                    import_report::draw(app, o, import);
                }
            });
            o.el("div lesson-place", |o| {
                if let Some((id, index)) = &app.lesson
                    && *id == app.content().id
                    && view == View::Plan
                {
                    lesson::draw(app, o, *index);
                }
            });
            o.el("div sheet-bar narrow", |o| {
                if !bare && view == View::Plan {
                    o.button("button btn", Msg::Ask(Over::Outline), |o| {
                        o.attr("aria-haspopup", "dialog");
                        o.icon(Glyph::Outline);
                        o.say(words::OUTLINE);
                    });
                }
            });
            o.el("div view", |o| {
                // A view is never drawn into another one's elements.
                o.key(view.word());
                let draw: Draw = if bare {
                    |app, o| o.el("div plan-view", |o| doors::draw(app, o))
                } else {
                    views::look(view).draw
                };
                // Typing into the search or scrolling the outline draws no view.
                o.part(draw, app.shell.drawn.to_string());
            });
        });
        o.el("div inspector-place", |o| {
            o.part(inspector::draw, app.shell.drawn.to_string());
        });
        o.el("div foot-place", |o| summary::draw(app, o));
    });
    o.el("div overlays", |o| {
        o.el("div", |o| dialogs::draw(app, o));
        o.el("div reading", |o| {
            o.attr("role", "status");
            if let Some(file) = &app.reading {
                o.attr("class", "reading on");
                let reading = app.fill(words::opening::READING, "file", file);
                o.el("progress", |o| o.put("aria-label", &reading));
                o.line("p", &reading);
            }
        });
        o.el("div drop-veil", |o| {
            if app.dragging {
                o.attr("class", "drop-veil on");
            }
            o.attr("aria-hidden", "true");
            o.word("p", words::DROP_HERE);
        });
    });
    live::draw(app, o);
}
