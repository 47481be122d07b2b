//! The views: a row of tabs on a wide screen, a bar at the bottom of a phone.

use crate::markup::Out;
use crate::page::Page;
use crate::route::View;
use crate::{views, words};

/// Draws them.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let tally = app.judged.tally();
    let gravest = tally
        .kinds()
        .into_iter()
        .find(|(kind, number)| *number > 0 && kind.class() != "advice");
    o.el("nav tabs", |o| {
        o.named("aria-label", words::VIEWS);
        for look in &views::ALL {
            let view = look.view;
            o.link("a", &app.route.tab(view), |o| {
                if view == app.route.view {
                    o.attr("aria-current", "page");
                }
                o.icon(look.glyph);
                o.word("span", look.title);
                o.el("span mark", |o| match gravest {
                    Some((kind, number)) if view == View::Findings => o.el("span", |o| {
                        o.class(&["chip", "tiny", kind.class()]);
                        o.attr("aria-hidden", "true");
                        o.text(&number.to_string());
                    }),
                    _ if view == View::Text && app.content().draft.is_some() => {
                        o.el("span chip tiny warn", |o| {
                            o.named("title", words::DRAFT);
                            o.text("●");
                        });
                    }
                    _ => {}
                });
            });
        }
    });
}
