//! Why a text does not read: each problem with its place, the value found and what was expected.

use vaultplan::text::locate::Position;
use yew::prelude::*;

use super::finding_card::sentence;
use super::rich::Rich;
use crate::open::Trouble;
use crate::shared::use_shared;
use crate::state::Label;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) troubles: Vec<Trouble>,
    /// Called with the place that was chosen; without it places are only named.
    #[prop_or_default]
    pub(crate) onchoose: Option<Callback<Position>>,
}

#[component]
pub(crate) fn Problems(props: &Props) -> Html {
    let app = use_shared();
    let rows = props.troubles.iter().enumerate().map(|(index, trouble)| {
        let place = trouble.position.map(|position| {
            Label::new(words::PLACE)
                .arg("line", position.line.to_string())
                .arg("column", position.column.to_string())
                .get(app.lang)
        });
        let place = match (place, trouble.position, &props.onchoose) {
            (Some(text), Some(position), Some(onchoose)) => {
                let onclick = onchoose.reform(move |_: MouseEvent| position);
                html! { <button type="button" class="btn small place" {onclick}>{ text }</button> }
            }
            (Some(text), ..) => html! { <span class="place">{ text }</span> },
            (None, ..) => html! { <span class="place"></span> },
        };
        html! {
            <li key={index} data-testid="problem">
                <span>{ place }<small>{ format!(" {}", trouble.file) }</small></span>
                <div>
                    <p><Rich text={sentence(&trouble.message(app.lang))} /></p>
                    <code class="pointer">{ &trouble.pointer }</code>
                </div>
            </li>
        }
    });
    html! { <ol class="problems">{ for rows }</ol> }
}
