//! A calm line above a view that says what the user should know.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::shared::use_shared;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) text: AttrValue,
    /// The words of the button, if there is one.
    #[prop_or_default]
    pub(crate) action: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) onaction: Callback<()>,
    /// Without it the banner cannot be closed: what it says holds on.
    #[prop_or_default]
    pub(crate) onclose: Option<Callback<()>>,
}

#[component]
pub(crate) fn Banner(props: &Props) -> Html {
    let app = use_shared();
    let onaction = props.onaction.reform(|_: MouseEvent| ());
    html! {
        <div class="banner" role="status">
            <Icon glyph={Glyph::Info} />
            <p>{ &props.text }</p>
            <span class="actions">
                if let Some(action) = &props.action {
                    <button type="button" class="btn small" onclick={onaction}>{ action }</button>
                }
                if let Some(onclose) = &props.onclose {
                    <button type="button" class="btn icon ghost" onclick={onclose.reform(|_| ())}
                        aria-label={app.say(words::CLOSE)}><Icon glyph={Glyph::Close} /></button>
                }
            </span>
        </div>
    }
}
