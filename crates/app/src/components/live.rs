//! What a screen reader is told after a step: what was done, and what the rules say now.

use yew::prelude::*;

use super::chip::Kind;
use crate::shared::use_shared;
use crate::state::Event;
use crate::words;
use vaultplan::finding::Severity;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) event: Option<Event>,
    pub(crate) serial: u64,
}

#[component]
pub(crate) fn Live(props: &Props) -> Html {
    let app = use_shared();
    let said = props.event.as_ref().map(|event| {
        let tally = app.judged.tally();
        let counts = [
            (Kind::Failed(Severity::Error), tally.errors),
            (Kind::Failed(Severity::Warning), tally.warnings),
            (Kind::Undecided, tally.undecided),
        ];
        let counts: Vec<_> = counts
            .into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(kind, number)| kind.count(&app, number))
            .collect();
        let counts = if counts.is_empty() {
            app.say(words::NO_FINDING).to_owned()
        } else {
            counts.join(app.say(words::LIST_COMMA))
        };
        format!(
            "{}{}{counts}",
            event.get(app.lang),
            app.say(words::SENTENCE_END)
        )
    });
    // A new element for every step, so that the same sentence is said again.
    html! {
        <div class="away" role="status" aria-live="polite" data-testid="live">
            <p key={props.serial}>{ said.unwrap_or_default() }</p>
        </div>
    }
}
