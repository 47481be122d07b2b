//! The views: a row of tabs on a wide screen, a bar at the bottom of a phone.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::route::View;
use crate::shared::use_shared;
use crate::words;

#[component]
pub(crate) fn Tabs() -> Html {
    let app = use_shared();
    let here = app.route.view();
    let tally = app.judged.tally();
    let tabs = View::ALL.into_iter().map(|view| {
        let (text, glyph) = match view {
            View::Plan => (words::VIEW_PLAN, Glyph::Plan),
            View::Findings => (words::VIEW_FINDINGS, Glyph::Warning),
            View::Encryption => (words::VIEW_ENCRYPTION, Glyph::Lock),
            View::Text => (words::VIEW_TEXT, Glyph::Text),
            View::Files => (words::VIEW_FILES, Glyph::File),
        };
        let (class, number) = match view {
            View::Findings if tally.errors > 0 => ("error", tally.errors),
            View::Findings if tally.warnings > 0 => ("warn", tally.warnings),
            View::Findings if tally.undecided > 0 => ("unknown", tally.undecided),
            _ => ("", 0),
        };
        let draft = view == View::Text && app.content.draft.is_some();
        html! {
            <a key={app.say(text)} href={view.route().fragment()} aria-current={(view == here).then_some("page")}>
                <Icon {glyph} /><span>{ app.say(text) }</span>
                <span class="mark">
                    if number > 0 {
                        <span class={classes!("chip", "tiny", class)} aria-hidden="true">{ number }</span>
                    } else if draft {
                        <span class="chip tiny warn" title={app.say(words::DRAFT)}>{ "●" }</span>
                    }
                </span>
            </a>
        }
    });
    html! { <nav class="tabs" aria-label={app.say(words::VIEWS)}>{ for tabs }</nav> }
}
