//! Why a text does not read: each problem with its place, the value found and what was expected.

use vaultplan::model::Problem;
use vaultplan::text::locate::Position;
use yew::prelude::*;

use super::finding_card::sentence;
use super::rich::Rich;
use crate::shared::use_shared;
use crate::state::Label;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) problems: Vec<Problem>,
    /// Called with the place of the problem that was chosen; without it places are only named.
    #[prop_or_default]
    pub(crate) onchoose: Option<Callback<Position>>,
}

#[component]
pub(crate) fn Problems(props: &Props) -> Html {
    let app = use_shared();
    let rows = props.problems.iter().enumerate().map(|(index, problem)| {
        let place = problem.position.map(|position| {
            Label::new(words::PLACE)
                .arg("line", position.line.to_string())
                .arg("column", position.column.to_string())
                .get(app.lang)
        });
        let place = match (place, problem.position, &props.onchoose) {
            (Some(text), Some(position), Some(onchoose)) => {
                let onclick = onchoose.reform(move |_: MouseEvent| position);
                html! { <button type="button" class="btn small place" {onclick}>{ text }</button> }
            }
            (Some(text), ..) => html! { <span class="place">{ text }</span> },
            (None, ..) => html! { <span class="place">{ "—" }</span> },
        };
        html! {
            <li key={index} data-testid="problem">
                { place }
                <div>
                    <p><Rich text={sentence(&problem.message(app.lang))} /></p>
                    <code class="pointer">{ &problem.pointer }</code>
                </div>
            </li>
        }
    });
    html! { <ol class="problems">{ for rows }</ol> }
}
