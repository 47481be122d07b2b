//! The home view: the form of what is selected, with what else is worth knowing beside it.

use vaultplan::finding::{ObjectKind, ObjectRef};

use crate::components::{create_mirror, kinds, object_form, overview, several_mirrors, table};
use crate::markup::Out;
use crate::page::Page;
use crate::route::Route;
use crate::{bulk, several, words};

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let selected = app.route.selected.as_deref();
    let object = selected.and_then(|id| app.judged.find(id));
    o.el("div plan-view", |o| match object {
        Some(object) if app.route.making && object.kind == ObjectKind::Vault => {
            create_mirror::draw(app, o, object);
        }
        Some(object) => form(app, o, object),
        None if selected == Some(kinds::PLAN) => form(app, o, ObjectRef::PLAN),
        None if selected == Some(several::REFERENCE) => several_mirrors::draw(app, o),
        None if selected.and_then(bulk::kind_of).is_some() => {
            if let Some(kind) = selected.and_then(bulk::kind_of) {
                table::draw(app, o, kind);
            }
        }
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
    object_form::draw(app, o, object);
}
