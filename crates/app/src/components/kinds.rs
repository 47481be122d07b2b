//! Every kind of object on the overview: the first of each with what they say of themselves, and a next step where
//! there is none yet.

use vaultplan::finding::{ObjectKind, ObjectRef};

use super::chip;
use super::object_form::{self, KINDS, Kind};
use crate::edit;
use crate::form::Msg as Do;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::objects;
use crate::page::{Msg, Page};
use crate::route::Route;
use crate::words::forms;

/// So many objects of a kind are listed.
const LISTED: usize = 6;

/// Draws them, and the way to what the plan says about itself. Vaults and their mirrors have a table of their own.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    o.el("div kinds", |o| {
        let rest = KINDS.iter();
        for kind in rest.filter(|k| !matches!(k.kind, ObjectKind::Vault | ObjectKind::Mirror)) {
            o.el("section kind-card", |o| {
                o.key(kind.kind.word());
                o.attr("data-testid", kind.kind.word());
                section(app, o, kind);
            });
        }
        o.el("section kind-card", |o| {
            o.key("plan");
            o.el("header", |o| {
                o.icon(Glyph::Plan);
                o.word("h2", forms::PLAN_SETTINGS);
                chip::tally(app, o, app.judged.tally_of(ObjectRef::PLAN));
            });
            o.word("p muted", forms::PLAN_SETTINGS_ABOUT);
            o.link("a btn small", &Route::object(PLAN), |o| {
                o.attr("data-testid", "plan-settings");
                o.say(forms::OPEN_SETTINGS);
            });
        });
    });
}

/// The reference of what the plan says about itself; no object has it.
pub(crate) const PLAN: &str = "*plan";

fn section(app: &Page, o: &mut Out, kind: &Kind) {
    let number = edit::number_of(app.plan(), kind.kind);
    o.el("header", |o| {
        o.icon(kind.glyph);
        o.el("h2", |o| {
            o.say(kind.many);
            o.line("small", &[" ", &number.to_string()].concat());
        });
        o.el("span", |o| {
            if number > 0 {
                add(app, o, kind, "button btn icon ghost");
            }
        });
    });
    if number == 0 {
        o.word("p muted", kind.invite);
        return add(app, o, kind, "button btn small");
    }
    o.el("ul", |o| {
        for object in edit::all_of(app.plan(), kind.kind).take(LISTED) {
            o.el("li", |o| {
                let reference = app.judged.reference(object);
                o.key(&reference);
                o.link("a row", &Route::object(reference), |o| {
                    o.el("span name", |o| {
                        o.text(&object_form::called(app, object));
                        o.line("small", &[" ", &object_form::summary(app, object)].concat());
                    });
                    chip::tally(app, o, app.judged.tally_of(object));
                });
            });
        }
    });
    o.el("p", |o| {
        o.link("a", &super::table::route(kind.kind), |o| {
            o.attr("data-testid", "as-table");
            if number > LISTED {
                o.text(&app.fill(forms::ALL_AS_TABLE, "n", &number.to_string()));
            } else {
                o.say(forms::EDIT_AS_TABLE);
            }
        });
    });
}

/// The button that adds an object of a kind; where that cannot be done yet, why.
pub(crate) fn add(app: &Page, o: &mut Out, kind: &Kind, class: &'static str) {
    let obstacle = objects::obstacle(app.plan(), kind.kind);
    let icon_only = class.contains("icon");
    o.button(class, Msg::Form(Do::Add(kind.kind)), |o| {
        o.attr("data-testid", "add");
        o.flag("disabled", obstacle.is_some());
        let label = app.say(obstacle.unwrap_or(kind.add));
        if icon_only {
            o.put("aria-label", label);
            o.put("title", label);
        }
        o.icon(Glyph::Add);
        if !icon_only {
            o.text(label);
        }
    });
}
