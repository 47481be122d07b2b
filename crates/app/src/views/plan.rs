//! The home view: the form of what is selected, with what else is worth knowing beside it.

use vaultplan::finding::ObjectKind;

use crate::components::{create_mirror, mirror_form, overview, vault_form};
use crate::markup::Out;
use crate::page::Page;
use crate::route::Route;
use crate::words;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let selected = app.route.selected();
    let object = selected.and_then(|id| app.judged.find(id));
    o.el("div plan-view", |o| match object {
        Some(object) if object.kind == ObjectKind::Mirror => mirror_form::draw(app, o, object),
        Some(object) if matches!(app.route, Route::CreateMirror(_)) => {
            create_mirror::draw(app, o, object);
        }
        Some(object) => vault_form::draw(app, o, object),
        None if selected.is_some() => o.el("div empty", |o| {
            o.key("gone");
            o.word("h1", words::OBJECT_GONE);
            o.link("a btn", &Route::Plan, |o| o.say(words::TO_OVERVIEW));
        }),
        None => overview::draw(app, o),
    });
}
