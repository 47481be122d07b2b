//! The dialog that hands a plan on: the link with its length, and other ways.

use super::price_book;
use crate::icon::Glyph;
use crate::link;
use crate::markup::Out;
use crate::page::{self, Page};
use crate::share::{LINK, Link, MARKDOWN, Msg};
use crate::words;
use crate::words::share as own;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out, link: &Link) {
    o.attr("data-testid", "share");
    o.word("p muted", own::ABOUT);
    let draft = app.content().draft.is_some();
    o.line(
        "p muted",
        if draft {
            app.say(own::WITHOUT_DRAFT)
        } else {
            ""
        },
    );
    price_book::travels(app, o);
    o.el("div share-link", |o| {
        o.attr("aria-live", "polite");
        // What stands here is another picture each time, never one that is changed into another.
        match link {
            Link::Making => o.el("p", |o| {
                o.key("making");
                o.say(own::MAKING);
            }),
            Link::Impossible => o.el("p", |o| {
                o.key("impossible");
                o.say(own::NO_STREAMS);
            }),
            Link::Made(address) => o.el("div", |o| {
                o.key("made");
                made(app, o, link, address);
            }),
        }
    });
    o.word("h3", own::OTHER_WAYS);
    o.el("ul share-ways", |o| {
        o.el("li", |o| {
            let only_way = link.is_too_long() || *link == Link::Impossible;
            let what = if only_way {
                "button btn primary"
            } else {
                "button btn"
            };
            o.button(what, page::Msg::Save, |o| {
                o.attr("data-testid", "share-save");
                o.icon(Glyph::Save);
                o.say(words::SAVE_JSON);
            });
            o.word("span muted", own::JSON_ABOUT);
        });
        o.el("li", |o| {
            o.button("button btn", page::Msg::Share(Msg::Markdown), |o| {
                o.attr("data-testid", "copy-markdown");
                copied(app, o, MARKDOWN);
                o.say(own::COPY_MARKDOWN);
            });
            o.word("span muted", own::MARKDOWN_ABOUT);
        });
    });
    let failed = app.copied.is_some_and(|(_, worked)| !worked);
    o.el("p muted", |o| {
        o.attr("role", "status");
        let done = app.copied.is_some_and(|(_, worked)| worked);
        if failed || done {
            o.say(if done {
                words::COPIED
            } else {
                words::COPY_FAILED
            });
        }
    });
}

/// The picture of a button that copies: a tick once it has.
fn copied(app: &Page, o: &mut Out, id: &str) {
    let done = app.copied.is_some_and(|(of, worked)| of == id && worked);
    o.icon(if done { Glyph::Pass } else { Glyph::Copy });
}

/// The link, or why it is too long, with its length.
fn made(app: &Page, o: &mut Out, link: &Link, address: &std::rc::Rc<str>) {
    let length = address.len();
    let too_long = link.is_too_long();
    o.el("div link-row", |o| {
        if too_long {
            return o.line("p", &app.fill_number(own::TOO_LONG, length));
        }
        o.el("label away", |o| {
            o.attr("for", "share-link");
            o.say(own::LINK);
        });
        o.el("input", |o| {
            o.attr("id", "share-link");
            o.attr("type", "text");
            o.attr("readonly", "");
            o.attr("data-testid", "share-link");
            o.put("data-v", address);
        });
        let copy = page::Msg::Copy(LINK, Some(address.clone()));
        o.button("button btn primary", copy, |o| {
            o.attr("data-testid", "copy-link");
            copied(app, o, LINK);
            o.say(own::COPY_LINK);
        });
    });
    o.el("div gauge", |o| {
        let text = app.fill_number(own::LENGTH, length);
        o.el("meter", |o| {
            o.attr("min", "0");
            o.put("max", &link::LONGEST.to_string());
            o.put("high", &link::SAFE.to_string());
            o.attr("optimum", "0");
            o.put("value", &length.to_string());
            o.put("aria-label", &text);
        });
        o.el("p", |o| {
            o.attr("data-testid", "share-length");
            o.put("data-length", &length.to_string());
            o.text(&text);
        });
        let fits = match length {
            0..=link::SAFE => app.say(own::FITS_ANYWHERE),
            _ if !too_long => app.say(own::FITS_BROWSERS),
            _ => "",
        };
        o.line("p muted", fits);
    });
}
