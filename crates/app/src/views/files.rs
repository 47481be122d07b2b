//! Plans, files, examples: what comes in and what goes out.

mod plans;

use vaultplan::model;

use crate::components::{code_block, doors};
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Page};
use crate::{open, share, words};

/// Id of the box into which a text can be pasted.
pub(crate) const PASTE: &str = "paste";

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    o.el("div files-view", |o| {
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.word("h1", words::VIEW_FILES);
                o.word("p muted", words::FILES_ABOUT);
            });
        });
        o.el("div columns", |o| {
            o.el("div", |o| {
                plans::draw(app, o);
                o.el("section panel", |o| {
                    o.word("h2", words::OPEN_FILES);
                    doors::file_picker(o, words::CHOOSE_FILES);
                    paste_box(o);
                });
            });
            o.el("div", |o| {
                take(app, o);
                o.el("section panel", |o| {
                    o.word("h2", words::DOOR_EXAMPLE);
                    doors::example_list(o);
                });
            });
        });
    });
}

/// A text to be pasted and opened.
fn paste_box(o: &mut Out) {
    o.el("div paste", |o| {
        o.el("label", |o| {
            o.attr("for", PASTE);
            o.say(words::PASTE);
        });
        o.el("textarea", |o| {
            o.attr("id", PASTE);
            o.attr("rows", "4");
            o.attr("spellcheck", "false");
            o.attr("autocomplete", "off");
            o.attr("data-testid", "paste");
        });
        o.button("button btn", Msg::OpenPasted, |o| {
            o.attr("data-testid", "open-pasted");
            o.say(words::OPEN_PASTED);
        });
    });
}

/// What can be taken away.
fn take(app: &Page, o: &mut Out) {
    let empty = app.content().is_empty();
    o.el("section panel", |o| {
        o.word("h2", words::TAKE);
        o.word("p muted", words::TAKE_ABOUT);
        let draft = app.content().draft.is_some();
        o.line(
            "p",
            if draft {
                app.say(words::TAKE_DRAFT)
            } else {
                ""
            },
        );
        o.button("button btn primary", Msg::Save, |o| {
            o.flag("disabled", empty);
            o.attr("data-testid", "save-file-2");
            o.icon(Glyph::Save);
            o.say(words::SAVE_JSON);
        });
        o.el("span", |o| {
            if !empty {
                o.button("button btn", Msg::Share(share::Msg::Ask), |o| {
                    o.attr("aria-haspopup", "dialog");
                    o.attr("data-testid", "share-open-2");
                    o.icon(Glyph::Link);
                    o.say(words::share::SHARE);
                });
            }
        });
        o.el("div", |o| {
            if !empty {
                o.el("details", |o| {
                    o.word("summary", words::SHOW_JSON);
                    let name = open::file_name(app.plan());
                    code_block::draw(
                        app,
                        o,
                        code_block::PLAN,
                        &name,
                        &model::write(&app.leaving()),
                    );
                });
            }
        });
    });
}
