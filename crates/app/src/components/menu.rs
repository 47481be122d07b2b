//! A button that opens a small panel; Escape, a click elsewhere and a choice close it.

use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, Node};
use yew::prelude::*;

use crate::hooks::listener::{Of, use_listener};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What stands on the button.
    pub(crate) button: Html,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) class: Classes,
    #[prop_or_default]
    pub(crate) testid: Option<AttrValue>,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Menu(props: &Props) -> Html {
    let open = use_state(|| false);
    let place = use_node_ref();
    let button = use_node_ref();
    let elsewhere = {
        let open = open.setter();
        use_callback(place.clone(), move |event: Event, place: &NodeRef| {
            let target = event.target().and_then(|t| t.dyn_into::<Node>().ok());
            let inside = place
                .get()
                .is_some_and(|place| place.contains(target.as_ref()));
            if !inside {
                open.set(false);
            }
        })
    };
    use_listener(Of::Document, "pointerdown", elsewhere.clone());
    use_listener(Of::Document, "focusin", elsewhere);
    let onkeydown = {
        let (open, button) = (open.setter(), button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                open.set(false);
                if let Some(button) = button.cast::<web_sys::HtmlElement>() {
                    let _ = button.focus();
                }
            }
        })
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    // A choice in the panel has been made when its click has been heard there.
    let chosen = {
        let open = open.setter();
        Callback::from(move |event: MouseEvent| {
            let target = event
                .target()
                .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
            let closes = target.and_then(|t| t.closest("[data-closes]").ok().flatten());
            if closes.is_some() {
                open.set(false);
            }
        })
    };
    html! {
        <div ref={place} class={classes!("menu", props.class.clone())} {onkeydown}>
            <button ref={button} type="button" class="btn ghost" aria-expanded={open.to_string()}
                aria-label={&props.label} onclick={toggle} data-testid={props.testid.clone()}>
                { props.button.clone() }</button>
            <div class="menu-panel" hidden={!*open} onclick={chosen}>{ props.children.clone() }</div>
        </div>
    }
}
