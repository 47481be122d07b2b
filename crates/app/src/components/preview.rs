//! What was understood of what was brought, before any of it is opened.

use vaultplan::catalog::examples::EXAMPLES;
use vaultplan::import::Import;
use vaultplan::lang::Text;
use vaultplan::model::Topology;
use vaultplan::report::PlanVerdict;

use super::chip::Kind;
use super::{import_report, lesson, problems};
use crate::markup::{On, Out};
use crate::open::Opened;
use crate::opening::{Msg, Preview};
use crate::page::{self, Page};
use crate::words;
use crate::words::opening as own;

/// What the dialog is called.
pub(crate) fn title(preview: &Preview) -> &'static Text {
    match preview.plans.len() {
        1 => own::TITLE,
        _ => own::TITLE_SEVERAL,
    }
}

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out, preview: &Preview) {
    o.attr("data-testid", "preview");
    o.el("div", |o| {
        if preview.plans.len() > 1 {
            choices(app, o, preview);
        }
    });
    let Some(opened) = preview.opened() else {
        return;
    };
    let plan = &opened.plan;
    o.line("h3", &name(app, plan));
    o.el("dl preview-facts", |o| {
        o.word("dt", own::HOLDS);
        o.line("dd", &holds(app, plan));
        o.word("dt", own::RULEBOOK);
        o.word("dd", &plan.edition().title());
        o.word("dt", own::SAYS);
        o.el("dd", |o| says(app, o, preview, opened));
    });
    o.el("div", |o| {
        if let Some(example) = opened.example.and_then(|index| EXAMPLES.get(index)) {
            lesson::text(app, o, example);
        }
    });
    o.el("div", |o| {
        if let Some(import) = &opened.import {
            import_report::told(app, o, import, false);
        }
    });
    o.el("div", |o| {
        if !preview.troubles.is_empty() {
            o.word("h3", own::NOT_READ);
            o.word("p muted", own::NOT_READ_MEANS);
            problems::draw(app, o, &preview.troubles, false);
        }
    });
    foot(app, o);
}

/// What a plan is called, in words where it has no name.
fn name(app: &Page, plan: &Topology<'_>) -> String {
    match plan.name.as_deref().map(str::trim) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => app.say(words::UNTITLED).to_owned(),
    }
}

/// The plans, of which one is opened.
fn choices(app: &Page, o: &mut Out, preview: &Preview) {
    let many = app.fill_number(own::SEVERAL, preview.plans.len());
    o.line("p muted", &many);
    o.el("fieldset preview-choices", |o| {
        o.word("legend away", own::TITLE_SEVERAL);
        for (index, opened) in preview.plans.iter().enumerate() {
            o.el("label check", |o| {
                o.el("input", |o| {
                    o.attr("type", "radio");
                    o.attr("name", "preview-plan");
                    o.checked(index == preview.chosen);
                    o.on(On::Change, page::Msg::Opening(Msg::Choose(index)));
                });
                o.el("span", |o| {
                    o.line("b", &name(app, &opened.plan));
                    o.line("small muted", &opened.file);
                });
            });
        }
    });
}

/// How many objects of which kind.
fn holds(app: &Page, plan: &Topology<'_>) -> String {
    let kinds = [
        (plan.vaults.len(), words::VAULT_ONE, words::VAULT_MANY),
        (plan.mirrors.len(), words::MIRROR_ONE, words::MIRROR_MANY),
        (plan.sources.len(), words::SOURCE_ONE, words::SOURCE_MANY),
        (plan.clients.len(), own::CLIENT_ONE, own::CLIENT_MANY),
        (plan.policies.len(), own::POLICY_ONE, own::POLICY_MANY),
        (plan.restores.len(), own::RESTORE_ONE, own::RESTORE_MANY),
        (plan.keys.len(), own::KEY_ONE, own::KEY_MANY),
        (plan.changes.len(), own::CHANGE_ONE, own::CHANGE_MANY),
    ];
    let mut all = String::new();
    for (number, one, many) in kinds {
        if number > 0 {
            if !all.is_empty() {
                all.push_str(app.say(words::LIST_COMMA));
            }
            all.push_str(&app.count(number, one, many));
        }
    }
    if all.is_empty() {
        all.push_str(app.say(own::HOLDS_NOTHING));
    }
    all
}

/// The verdict and the findings, counted. What an import left out may keep a verdict open.
fn says(app: &Page, o: &mut Out, preview: &Preview, opened: &Opened) {
    let judged = &preview.judged;
    let unjudged = opened.import.as_deref().and_then(Import::unjudged);
    let left_out = unjudged == Some(vaultplan::finding::Severity::Error);
    let verdict = match judged.verdict {
        PlanVerdict::Pass if left_out => words::VERDICT_UNDECIDED,
        PlanVerdict::Pass if judged.bends_rules() => words::VERDICT_PASS_AS_SET,
        PlanVerdict::Pass => words::VERDICT_PASS,
        PlanVerdict::Fail => words::VERDICT_FAIL,
        PlanVerdict::Incomplete => words::VERDICT_INCOMPLETE,
        PlanVerdict::Undecided => words::VERDICT_UNDECIDED,
    };
    o.el("p", |o| {
        o.attr("data-testid", "preview-verdict");
        o.say(verdict);
    });
    o.el("p counts", |o| {
        let kinds = judged.tally().kinds();
        for (kind, number) in kinds.into_iter().chain([(Kind::Passed, judged.passed())]) {
            if number > 0 {
                o.el("span", |o| {
                    o.put("class", &["chip ", kind.class()].concat());
                    o.icon(kind.glyph());
                    o.line("span", &kind.count(app, number));
                });
            }
        }
    });
}

/// What can be done with it. The open plan is safe either way.
fn foot(app: &Page, o: &mut Out) {
    let empty = app.content().is_empty();
    let kept = app.fill(own::KEPT, "name", &app.name());
    o.line("p muted", if empty { "" } else { &kept });
    o.el("footer", |o| {
        o.button("button btn", page::Msg::Close, |o| {
            o.attr("data-testid", "preview-cancel");
            o.say(words::CANCEL);
        });
        o.el("span", |o| {
            if !empty {
                let msg = page::Msg::Opening(Msg::Open { instead: true });
                o.button("button btn", msg, |o| {
                    o.attr("data-testid", "preview-replace");
                    o.say(own::REPLACE);
                });
            }
        });
        let msg = page::Msg::Opening(Msg::Open { instead: false });
        o.button("button btn primary", msg, |o| {
            o.attr("data-testid", "preview-open");
            o.say(if empty { own::OPEN_IT } else { own::OPEN_OWN });
        });
    });
}
