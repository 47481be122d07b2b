//! What an example teaches: shown in its preview, and above the plan until the user closes it.

use vaultplan::catalog::examples::{EXAMPLES, Example};
use vaultplan::lang::Lang;

use crate::icon::Glyph;
use crate::markup::Out;
use crate::opening::Msg;
use crate::page::{self, Page};
use crate::words;
use crate::words::opening as own;

/// Draws it above the plan.
pub(crate) fn draw(app: &Page, o: &mut Out, index: usize) {
    let Some(example) = EXAMPLES.get(index) else {
        return;
    };
    o.el("section import-report lesson", |o| {
        o.attr("aria-labelledby", "lesson-title");
        o.attr("data-testid", "lesson");
        o.el("header", |o| {
            o.el("h2", |o| {
                o.attr("id", "lesson-title");
                o.icon(Glyph::Info);
                o.say(&example.title);
            });
            o.button(
                "button btn icon ghost",
                page::Msg::Opening(Msg::CloseLesson),
                |o| {
                    o.named("aria-label", words::CLOSE);
                    o.icon(Glyph::Close);
                },
            );
        });
        text(app, o, example);
    });
}

/// What to look at and what to try.
pub(crate) fn text(app: &Page, o: &mut Out, example: &Example) {
    o.el("dl lesson-text", |o| {
        o.word("dt", own::LESSON_LOOK);
        o.el("dd", |o| o.rich(app.say(&example.look)));
        o.word("dt", own::LESSON_TRY);
        o.el("dd", |o| o.rich(app.say(&example.attempt)));
    });
    o.el("div", |o| {
        if let Some(rule) = example.rule {
            o.el("p", |o| {
                o.el("a", |o| {
                    let lang: Lang = app.lang;
                    o.put(
                        "href",
                        &["docs/", lang.tag(), "/rules/", rule, "/"].concat(),
                    );
                    o.say(own::LESSON_RULE);
                });
            });
        }
    });
}
