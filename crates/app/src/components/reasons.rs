//! Why an answer of the engine is what it is, what is missing for it, and the ways out.

use vaultplan::finding::{Fix, Missing};
use vaultplan::questions::Reason;
use vaultplan::report::json;
use yew::prelude::*;

use super::finding_card::sentence;
use super::rich::Rich;
use crate::edit;
use crate::shared::Shared;

/// Reasons and missing facts as a list.
pub(crate) fn list(app: &Shared, reasons: &[Reason], missing: &[Missing]) -> Html {
    let reasons = reasons.iter().map(|reason| reason.say(app.lang));
    let missing = missing
        .iter()
        .map(|missing| json::what_is_missing(missing, app.lang));
    let rows = reasons.chain(missing).enumerate().map(|(key, text)| {
        html! { <li {key}><Rich text={sentence(&text)} /></li> }
    });
    html! { <ul class="reasons">{ for rows }</ul> }
}

/// The ways out that change the plan, each a button.
pub(crate) fn ways_out(app: &Shared, reasons: &[Reason]) -> Html {
    let fixes = reasons.iter().flat_map(|reason| &reason.fixes);
    let buttons =
        fixes
            .filter(|fix| !fix.patch.is_empty())
            .enumerate()
            .map(|(key, fix): (usize, &Fix)| {
                let onclick = {
                    let (app, edit) = (app.clone(), edit::of_fix(fix));
                    Callback::from(move |_: MouseEvent| app.edit(edit.clone()))
                };
                html! {
                    <button type="button" class="btn primary" {key} {onclick}>
                        <Rich text={sentence(&json::fix_label(fix, app.lang))} /></button>
                }
            });
    html! { <div class="actions">{ for buttons }</div> }
}
