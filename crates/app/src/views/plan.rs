//! The home view: the form of what is selected, with what else is worth knowing beside it.

use vaultplan::finding::{ObjectKind, ObjectRef};

use crate::components::field::Form;
use crate::components::{create_mirror, mirror_form, overview, vault_form};
use crate::edit;
use crate::markup::Out;
use crate::page::Page;
use crate::route::Route;
use crate::words;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let selected = app.route.selected.as_deref();
    let object = selected.and_then(|id| app.judged.find(id));
    o.el("div plan-view", |o| match object {
        Some(object) if app.route.making && object.kind == ObjectKind::Vault => {
            create_mirror::draw(app, o, object);
        }
        Some(object) => form(app, o, object),
        None if selected.is_some() => o.el("div empty", |o| {
            o.key("gone");
            o.word("h1", words::OBJECT_GONE);
            o.link("a btn", &Route::PLAN, |o| o.say(words::TO_OVERVIEW));
        }),
        None => overview::draw(app, o),
    });
}

/// The form of an object, as the Plan view and the inspector show it.
pub(crate) fn form(app: &Page, o: &mut Out, object: ObjectRef) {
    match object.kind {
        ObjectKind::Vault => vault_form::draw(app, o, object),
        ObjectKind::Mirror => mirror_form::draw(app, o, object),
        _ => as_text(app, o, object),
    }
}

/// An object that is edited as text: what it is, and what the rules say about it.
fn as_text(app: &Page, o: &mut Out, object: ObjectRef) {
    o.el("div form", |o| {
        o.key(&app.judged.reference(object));
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.el("p kind", |o| o.say(&object.kind.label()));
                o.line("h1", edit::name(app.plan(), object));
            });
            o.el("div actions", |o| {
                o.link("a btn", &Route::TEXT, |o| o.say(words::EDITED_AS_TEXT));
            });
        });
        Form { app, object }.head(o, &[]);
    });
}
