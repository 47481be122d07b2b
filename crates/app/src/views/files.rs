//! Plans, files, examples: what comes in and what goes out.

use std::rc::Rc;

use vaultplan::model;

use crate::components::dialogs::forget_label;
use crate::components::{code_block, doors};
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Over, Page};
use crate::storage::Info;
use crate::{dom, open, words};

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
                my_plans(app, o);
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

/// The user's plans, the last used first.
fn my_plans(app: &Page, o: &mut Out) {
    o.el("section panel", |o| {
        o.el("div panel-head", |o| {
            o.word("h2", words::MY_PLANS);
            o.button("button btn small", Msg::NewPlan, |o| {
                o.attr("data-testid", "new-plan");
                o.icon(Glyph::Add);
                o.say(words::NEW_PLAN);
            });
        });
        let none = app.plans.is_empty();
        o.word(
            "p muted",
            if none {
                words::NO_PLANS
            } else {
                words::MY_PLANS_ABOUT
            },
        );
        o.el("ul my-plans", |o| {
            for info in app.plans.iter() {
                saved(app, o, info);
            }
        });
    });
}

fn saved(app: &Page, o: &mut Out, info: &Info) {
    let name = match info.name.trim() {
        "" => app.say(words::UNTITLED),
        _ => &info.name,
    };
    let about = [
        app.count(info.vaults, words::VAULT_ONE, words::VAULT_MANY),
        app.count(info.mirrors, words::MIRROR_ONE, words::MIRROR_MANY),
        dom::local_time(info.saved_at, app.lang),
    ];
    o.el("li", |o| {
        o.key(&info.id);
        o.button("button plan-row", Msg::OpenPlan(info.id.clone()), |o| {
            o.line("b", name);
            o.line("small", &about.join(" · "));
        });
        o.el("span", |o| {
            if info.id == app.content().id {
                o.word("span chip quiet", words::OPEN_NOW);
            }
        });
        let ask = Msg::Ask(Over::Forget(Rc::new(info.clone())));
        o.tool(ask, Glyph::Close, &forget_label(app, info));
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
        o.el("div", |o| {
            if !empty {
                o.el("details", |o| {
                    o.word("summary", words::SHOW_JSON);
                    let name = open::file_name(app.plan());
                    code_block::draw(app, o, code_block::PLAN, &name, &model::write(app.plan()));
                });
            }
        });
    });
}
