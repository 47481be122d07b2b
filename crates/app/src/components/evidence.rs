//! Which values decided a verdict: asked for, never computed unasked.

use vaultplan::finding::{ObjectRef, Rule};
use vaultplan::lang::Text;
use vaultplan::questions::evidence::{Evidence, Explained, Seen};

use crate::edit;
use crate::markup::Out;
use crate::page::{self, Page};
use crate::review::Msg;
use crate::words::findings as own;

/// Whether the values of a verdict are shown.
fn open<'p>(app: &'p Page, rule: &Rule, object: ObjectRef) -> Option<&'p Option<Explained>> {
    let (of, at, explained) = app.review.why.as_ref()?;
    ((of.slug, *at) == (rule.slug, object)).then_some(&**explained)
}

/// The button that asks.
pub(crate) fn button(app: &Page, o: &mut Out, rule: &'static Rule, object: ObjectRef) {
    let shown = open(app, rule, object).is_some();
    o.button(
        "button btn ghost small",
        page::Msg::Review(Msg::Why(rule, object)),
        |o| {
            o.attr("data-testid", "why");
            o.attr("aria-expanded", if shown { "true" } else { "false" });
            o.say(if shown { own::HIDE_WHY } else { own::WHY_THIS });
        },
    );
}

/// The values, where they were asked for.
pub(crate) fn draw(app: &Page, o: &mut Out, rule: &Rule, object: ObjectRef) {
    let Some(explained) = open(app, rule, object) else {
        return;
    };
    o.el("div evidence", |o| {
        o.attr("data-testid", "evidence");
        let judged = explained
            .as_ref()
            .filter(|one| one.seen != Seen::NotApplicable);
        let Some(explained) = judged else {
            return o.word("p muted", own::DECIDED_ELSEWHERE);
        };
        if explained.evidence.is_empty() {
            o.word("p muted", own::DECIDED_BY_NONE);
        } else {
            o.word("p", own::DECIDED_BY);
            o.el("ul", |o| {
                for value in &explained.evidence {
                    o.el("li", |o| one(app, o, value));
                }
            });
        }
        o.el("p muted", |o| {
            if explained.cut {
                o.say(own::DECIDED_CUT);
            }
        });
    });
}

fn one(app: &Page, o: &mut Out, value: &Evidence) {
    o.key(&value.pointer);
    let own_pointer = value.object.pointer("");
    let path = value.pointer.strip_prefix(&own_pointer).unwrap_or_default();
    let to = Msg::ToField(value.object, value.pointer.clone());
    o.button("button link", page::Msg::Review(to), |o| {
        o.line("b", edit::name(app.plan(), value.object));
        o.text(" ");
        o.line("code", path.trim_start_matches('/'));
    });
    o.text(" ");
    o.line("code value", &value.value);
    o.el("span muted", |o| match value.without {
        Some(seen) => {
            o.text(&app.fill(own::WITHOUT_IT, "seen", app.say(seen_word(seen))));
        }
        None => o.say(own::POINTS_AT),
    });
}

/// A verdict in words.
pub(crate) fn seen_word(seen: Seen) -> &'static Text {
    match seen {
        Seen::NotApplicable => own::SEEN_NOT_APPLICABLE,
        Seen::Pass => own::SEEN_PASS,
        Seen::Undecided => own::SEEN_UNDECIDED,
        Seen::Fail => own::SEEN_FAIL,
    }
}
