//! My plans: what is kept on this device.

use std::rc::Rc;

use crate::components::dialogs::forget_label;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Over, Page};
use crate::storage::Info;
use crate::{dom, words};

/// The user's plans, the last used first.
pub(super) fn draw(app: &Page, o: &mut Out) {
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
