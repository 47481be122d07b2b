//! Why a text does not read: each problem with its place, the value found and what was expected.

use super::finding_card::sentence;
use crate::markup::Out;
use crate::open::Trouble;
use crate::page::{Msg, Page};
use crate::state::Label;
use crate::words;

/// Draws them. Where the text is at hand, each place leads into it.
pub(crate) fn draw(app: &Page, o: &mut Out, troubles: &[Trouble], leads: bool) {
    o.el("ol problems", |o| {
        for trouble in troubles {
            o.el("li", |o| {
                o.attr("data-testid", "problem");
                o.el("span", |o| {
                    o.el("span", |o| {
                        let Some(position) = trouble.position else {
                            return o.line("span place", "");
                        };
                        let text = Label::new(words::PLACE)
                            .arg("line", position.line.to_string())
                            .arg("column", position.column.to_string())
                            .get(app.lang);
                        if leads {
                            o.button("button btn small place", Msg::Place(position), |o| {
                                o.text(&text)
                            });
                        } else {
                            o.line("span place", &text);
                        }
                    });
                    o.line("small", &format!(" {}", trouble.file));
                });
                o.el("div", |o| {
                    o.el("p", |o| o.rich(&sentence(&trouble.message(app.lang))));
                    o.line("code pointer", &trouble.pointer);
                });
            });
        }
    });
}
