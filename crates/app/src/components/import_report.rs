//! What an import understood, ignored and could not decide: shown above the plan until the user closes it.

use std::rc::Rc;

use vaultplan::catalog::editions::Edition;
use vaultplan::import::{Import, NoteKind};

use super::finding_card::sentence;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Page};
use crate::words;

/// So many remarks are listed.
const NOTES: usize = 50;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out, import: &Import) {
    o.el("section import-report", |o| {
        o.attr("aria-labelledby", "import-title");
        o.attr("data-testid", "import-report");
        o.el("header", |o| {
            o.el("h2", |o| {
                o.attr("id", "import-title");
                o.icon(Glyph::File);
                o.say(words::IMPORTED);
            });
            o.button("button btn icon ghost", Msg::CloseImport, |o| {
                o.named("aria-label", words::CLOSE);
                o.icon(Glyph::Close);
            });
        });
        told(app, o, import, true);
    });
}

/// What was understood, remarked and ignored. The switch of the edition is proposed once the plan is open; before, it
/// is only spoken of.
pub(crate) fn told(app: &Page, o: &mut Out, import: &Import, is_open: bool) {
    let said = import.worded(app.lang);
    let mut notes = import.notes.iter();
    let newer = notes.any(|note| note.kind == NoteKind::NewGeneration);
    let target = Edition::ReplicationTarget;
    list(app, o, &said.understood);
    o.el("div", |o| {
        if newer && import.plan.edition() != target && (!is_open || app.plan().edition() != target)
        {
            o.el("p", |o| {
                o.attr("data-testid", "newer");
                o.say(words::NEWER_FIELDS);
                o.text(" ");
                if !is_open {
                    return o.say(words::opening::SWITCH_LATER);
                }
                let switch = Rc::new(app.switch_edition(target));
                o.button("button btn small", Msg::Edit(switch), |o| {
                    let title = app.say(&target.title());
                    o.text(&app.fill(words::SWITCH_EDITION, "edition", title));
                });
            });
        }
    });
    let remarks = (words::REMARK_ONE, words::REMARK_MANY);
    let ignored = (words::IGNORED_ONE, words::IGNORED_MANY);
    for (lines, (one, many), open) in [
        (&said.notes, remarks, true),
        (&said.ignored, ignored, false),
    ] {
        o.el("div", |o| {
            if !lines.is_empty() {
                o.el("details", |o| {
                    o.flag("open", open);
                    o.line("summary", &app.count(lines.len(), one, many));
                    list(app, o, lines);
                });
            }
        });
    }
}

fn list(app: &Page, o: &mut Out, lines: &[String]) {
    o.el("ul", |o| {
        for line in lines.iter().take(NOTES) {
            o.el("li", |o| o.rich(&sentence(line)));
        }
        if let Some(more) = lines.len().checked_sub(NOTES + 1) {
            o.line("li muted", &app.fill_number(words::AND_MORE, more + 1));
        }
    });
}
