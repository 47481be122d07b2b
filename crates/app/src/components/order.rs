//! The change plan in the order that the service accepts, with the reason for each place.

use vaultplan::finding::ObjectRef;
use vaultplan::questions::steps::{Ordered, Step};

use super::supply::word_label;
use crate::edit;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{self, Page};
use crate::review::Msg;
use crate::state::Label;
use crate::words::findings as own;

/// So many steps are drawn; the order of more is taken over as a whole.
const STEPS: usize = 200;

/// Draws it, where the plan has changes.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    if app.plan().changes.is_empty() {
        return o.line("div", "");
    }
    let order = app.order();
    o.el("section change-order", |o| {
        o.key("order");
        o.attr("data-testid", "order");
        o.word("h2", own::ORDER_TITLE);
        match order {
            None => o.el("p", |o| {
                o.icon(Glyph::Warning);
                o.say(own::ORDER_CIRCLE);
            }),
            Some(order) => o.el("div", |o| {
                o.word(
                    "p",
                    if order.changed {
                        own::ORDER_ABOUT
                    } else {
                        own::ORDER_GOOD
                    },
                );
                steps(app, o, &order);
                o.el("div actions", |o| {
                    if order.changed {
                        let take = page::Msg::Review(Msg::Order);
                        o.button("button btn primary", take, |o| {
                            o.attr("data-testid", "take-order");
                            o.say(own::ORDER_TAKE);
                        });
                    }
                });
            }),
        }
    });
}

fn steps(app: &Page, o: &mut Out, order: &Ordered) {
    let facts = app.judged.facts();
    let name = |id: &str| {
        let object = facts.find(id);
        object.map_or_else(
            || id.to_owned(),
            |object: ObjectRef| edit::name(app.plan(), object).to_owned(),
        )
    };
    // Where each step of the plan stands in the order.
    let place = |own: usize| order.steps.iter().position(|step| *step == Step::Kept(own));
    o.el("ol change-steps", |o| {
        let steps = order.steps.iter().zip(&order.after).enumerate();
        for (at, (step, after)) in steps.take(STEPS) {
            let (kind, object, remark) = match step {
                Step::Kept(own) => {
                    let Some(change) = app.plan().changes.get(*own) else {
                        continue;
                    };
                    let was = (*own + 1).to_string();
                    let moved = *own != at;
                    let remark = moved.then(|| app.fill(self::own::ORDER_MOVED, "n", &was));
                    (change.kind, name(&change.object), remark)
                }
                Step::Added {
                    kind,
                    object,
                    needed_by,
                } => {
                    let needed = place(*needed_by).map_or(at, |place| place) + 1;
                    let needed = app.fill(self::own::ORDER_NEEDED, "n", &needed.to_string());
                    (*kind, name(object), Some(needed))
                }
            };
            o.el("li", |o| {
                o.key(&at.to_string());
                o.word("span", &word_label(kind.word()));
                o.text(" ");
                o.line("b", &object);
                o.el("span muted", |o| {
                    if let Some(remark) = remark {
                        o.text(&[" · ", &remark].concat());
                    }
                });
                o.el("ul", |o| {
                    for after in after.iter().take(3) {
                        let why = Label::new(self::own::ORDER_AFTER)
                            .arg("n", (after.step + 1).to_string())
                            .arg("why", after.why.label());
                        o.line("li muted", &why.get(app.lang));
                    }
                });
            });
        }
    });
}
