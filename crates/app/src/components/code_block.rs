//! A text to take away: shown as it is, with a button that copies it.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::shared::use_shared;
use crate::{dom, words};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) label: AttrValue,
    pub(crate) text: AttrValue,
}

#[component]
pub(crate) fn CodeBlock(props: &Props) -> Html {
    let app = use_shared();
    let copied = use_state(|| None::<bool>);
    {
        let copied = copied.setter();
        use_effect_with(props.text.clone(), move |_| copied.set(None));
    }
    let onclick = {
        let (copied, text) = (copied.setter(), props.text.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, text) = (copied.clone(), text.to_string());
            spawn_local(async move { copied.set(Some(dom::copy(text).await)) });
        })
    };
    let word = match *copied {
        Some(true) => words::COPIED,
        _ => words::COPY,
    };
    html! {
        <figure class="code-block">
            <figcaption>
                <span>{ &props.label }</span>
                <button type="button" class="btn small" {onclick}>
                    <Icon glyph={if *copied == Some(true) { Glyph::Pass } else { Glyph::Copy }} />
                    <span aria-live="polite">{ app.say(word) }</span></button>
            </figcaption>
            <pre tabindex="0"><code>{ &props.text }</code></pre>
            <p class="muted">{ if *copied == Some(false) { app.say(words::COPY_FAILED) } else { "" } }</p>
        </figure>
    }
}
