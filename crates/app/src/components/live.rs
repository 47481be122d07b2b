//! What a screen reader is told after a step: what was done, what the rules say now, and
//! how many sources have a copy in another region where that changed.

use vaultplan::finding::Severity;
use vaultplan::questions::coverage::say::totals;

use super::chip::Kind;
use crate::markup::Out;
use crate::page::Page;
use crate::words;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let said = app.state.event.as_ref().map(|event| {
        let tally = app.judged.tally();
        let counts: Vec<_> = tally
            .kinds()
            .into_iter()
            .filter(|(kind, number)| *number > 0 && *kind != Kind::Failed(Severity::Advice))
            .map(|(kind, number)| kind.count(app, number))
            .collect();
        let counts = if counts.is_empty() {
            app.say(words::NO_FINDING).to_owned()
        } else {
            counts.join(app.say(words::LIST_COMMA))
        };
        let end = app.say(words::SENTENCE_END);
        let covered = if app.coverage_changed {
            totals(app.judged.coverage(), app.lang)
        } else {
            String::new()
        };
        let end_of_counts = if covered.is_empty() { "" } else { end };
        [&event.get(app.lang), end, &counts, end_of_counts, &covered].concat()
    });
    o.el("div away", |o| {
        o.attr("role", "status");
        o.attr("aria-live", "polite");
        o.attr("data-testid", "live");
        // A new element for every step, so that the same sentence is said again.
        o.el("p", |o| {
            o.key(&app.state.serial.to_string());
            o.text(&said.unwrap_or_default());
        });
    });
}
