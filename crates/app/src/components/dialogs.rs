//! Questions and messages before the page, as the browser's own modal dialog.

use vaultplan::finding::{ObjectKind, ObjectRef};

use super::{outline, problems};
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{Msg, Over, Page};
use crate::storage::Info;
use crate::{edit, words};

/// What stands before the page, if anything does.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    match &app.over {
        None => {}
        Some(Over::Refused(refused)) => {
            dialog(o, "dialog dialog", app.say(words::OPEN_REFUSED), &|o| {
                o.line("p", &refused.headline(app.lang));
                o.word("p muted", words::OPEN_UNTOUCHED);
                problems::draw(app, o, refused.troubles(), false);
            });
        }
        Some(Over::Outline) => {
            dialog(o, "dialog dialog sheet", app.say(words::OUTLINE), &|o| {
                outline::draw(app, o)
            });
        }
        Some(Over::Delete(object)) => {
            let name = edit::name(app.plan(), *object);
            dialog(
                o,
                "dialog dialog",
                &app.fill(words::DELETE_WHAT, "name", name),
                &|o| {
                    delete(app, o, *object);
                },
            );
        }
        Some(Over::Forget(info)) => {
            dialog(o, "dialog dialog", &forget_label(app, info), &|o| {
                o.word("p", words::FORGET_MEANS);
                o.el("footer", |o| {
                    o.push("button btn", Msg::Close, words::CANCEL);
                    let forget = Msg::Forget(info.id.clone());
                    o.push("button btn danger primary", forget, words::DELETE);
                });
            });
        }
    }
}

/// A dialog, which the page's shell opens once it is drawn.
fn dialog(o: &mut Out, what: &'static str, title: &str, inner: &dyn Fn(&mut Out)) {
    o.el(what, |o| {
        o.attr("aria-labelledby", "dialog-title");
        o.on(On::Cancel, Msg::Close);
        o.el("header", |o| {
            o.el("h2", |o| {
                o.attr("id", "dialog-title");
                o.text(title);
            });
            o.button("button btn icon ghost", Msg::Close, |o| {
                o.named("aria-label", words::CLOSE);
                o.icon(Glyph::Close);
            });
        });
        o.el("div dialog-body", |o| inner(o));
    });
}

/// What forgetting a saved plan is called.
pub(crate) fn forget_label(app: &Page, info: &Info) -> String {
    let name = match info.name.trim() {
        "" => app.say(words::UNTITLED),
        _ => &info.name,
    };
    app.fill(words::FORGET, "name", name)
}

/// Asks before a vault or mirror goes, and says what goes or breaks with it.
fn delete(app: &Page, o: &mut Out, object: ObjectRef) {
    let plan = app.plan();
    let hangs = edit::dependants(plan, object);
    let is_vault = object.kind == ObjectKind::Vault;
    let mirrors = !hangs.mirrors.is_empty();
    let means = if is_vault {
        words::DELETE_VAULT_MEANS
    } else {
        words::DELETE_MIRROR_MEANS
    };
    o.word("p", means);
    o.el("div", |o| {
        if mirrors {
            o.word("p", words::DELETE_MIRRORS_FIRST);
            o.el("ul", |o| {
                for index in &hangs.mirrors {
                    let mirror = ObjectRef::new(ObjectKind::Mirror, *index);
                    o.el("li", |o| o.line("b", edit::name(plan, mirror)));
                }
            });
        }
    });
    o.el("ul", |o| {
        let sources = (
            hangs.sources.len(),
            words::LOSES_SOURCE,
            words::LOSES_SOURCES,
        );
        let others = (hangs.others, words::LEAVES_OTHER, words::LEAVES_OTHERS);
        for (number, one, many) in [sources, others] {
            if number > 0 {
                o.line("li", &app.count(number, one, many));
            }
        }
    });
    o.word("p muted", words::CAN_BE_UNDONE);
    o.el("footer", |o| {
        o.push("button btn", Msg::Close, words::CANCEL);
        o.el("span", |o| {
            if mirrors {
                o.push("button btn", Msg::Delete(object, true), words::DELETE_ALONE);
            }
        });
        o.button(
            "button btn danger primary",
            Msg::Delete(object, false),
            |o| {
                o.attr("data-testid", "confirm-delete");
                o.say(if mirrors {
                    words::DELETE_BOTH
                } else {
                    words::DELETE
                });
            },
        );
    });
}
