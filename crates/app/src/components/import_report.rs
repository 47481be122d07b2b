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
    let said = import.worded(app.lang);
    let newer = import
        .notes
        .iter()
        .any(|note| note.kind == NoteKind::NewGeneration);
    let target = Edition::ReplicationTarget;
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
        list(app, o, &said.understood);
        o.el("div", |o| {
            if newer && app.plan().edition() != target {
                o.el("p", |o| {
                    o.say(words::NEWER_FIELDS);
                    o.text(" ");
                    let switch = Rc::new(app.switch_edition(target));
                    o.button("button btn small", Msg::Edit(switch), |o| {
                        let title = app.say(&target.title());
                        o.text(&app.fill(words::SWITCH_EDITION, "edition", title));
                    });
                });
            }
        });
        o.el("div", |o| {
            if !said.notes.is_empty() {
                o.el("details", |o| {
                    o.attr("open", "");
                    let number = said.notes.len();
                    o.line(
                        "summary",
                        &app.count(number, words::REMARK_ONE, words::REMARK_MANY),
                    );
                    list(app, o, &said.notes);
                });
            }
        });
        o.el("div", |o| {
            if !said.ignored.is_empty() {
                o.el("details", |o| {
                    let number = said.ignored.len();
                    o.line(
                        "summary",
                        &app.count(number, words::IGNORED_ONE, words::IGNORED_MANY),
                    );
                    list(app, o, &said.ignored);
                });
            }
        });
    });
}

fn list(app: &Page, o: &mut Out, lines: &[String]) {
    o.el("ul", |o| {
        for line in lines.iter().take(NOTES) {
            o.el("li", |o| o.rich(&sentence(line)));
        }
        if let Some(more) = lines.len().checked_sub(NOTES + 1) {
            o.line(
                "li muted",
                &app.fill(words::AND_MORE, "n", &(more + 1).to_string()),
            );
        }
    });
}
