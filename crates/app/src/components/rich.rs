//! A sentence of the engine: what stands in backticks is the user's, and is set apart. Never markup.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) text: AttrValue,
}

#[component]
pub(crate) fn Rich(props: &Props) -> Html {
    let parts = props.text.split('`').enumerate().map(|(index, part)| {
        let part = part.to_owned();
        if index % 2 == 1 {
            html! { <b class="own" key={index}>{ part }</b> }
        } else {
            html! { <span key={index}>{ part }</span> }
        }
    });
    html! { <span class="rich">{ for parts }</span> }
}
