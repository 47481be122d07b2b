//! What is selected, beside a view that shows many things: its form with its findings. On a narrow screen it is one
//! line below the view that leads to the form.

use vaultplan::finding::ObjectRef;

use super::{chip, cost_line};
use crate::edit;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::Page;
use crate::route::{Route, View};
use crate::views::plan;
use crate::words::shell as words;

/// Draws it, where something is selected and the view does not show its form anyway.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    if app.route.view == View::Cost && !app.route.cost.line.is_empty() {
        return cost_line::draw(app, o);
    }
    let selected = app.route.selected.as_deref();
    let Some((reference, object)) = selected
        .filter(|_| app.route.view.inspects())
        .and_then(|reference| Some((reference, app.judged.find(reference)?)))
    else {
        return;
    };
    o.el("aside inspector", |o| {
        // Another object is shown from its beginning.
        o.key(reference);
        o.named("aria-label", words::INSPECTOR);
        o.attr("data-testid", "inspector");
        o.attr("tabindex", "-1");
        bar(app, o, reference, object);
        o.el("div inspected", |o| plan::form(app, o, object));
    });
}

/// Its name, the way to its form on a page of its own, and the way to let it go.
fn bar(app: &Page, o: &mut Out, reference: &str, object: ObjectRef) {
    o.el("div inspector-bar", |o| {
        o.link("a inspected-name", &Route::object(reference), |o| {
            o.named("title", words::INSPECTOR_OPEN);
            o.line("b", edit::name(app.plan(), object));
            o.word("small", &object.kind.label());
        });
        chip::tally(app, o, app.judged.tally_of(object));
        o.link("a btn icon ghost", &app.route.without(), |o| {
            o.named("aria-label", words::INSPECTOR_CLOSE);
            o.named("title", words::INSPECTOR_CLOSE);
            o.icon(Glyph::Close);
        });
    });
}
