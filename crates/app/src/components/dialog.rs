//! A question or a message before the page, as the browser's own modal dialog.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::shared::use_shared;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) title: AttrValue,
    pub(crate) onclose: Callback<()>,
    #[prop_or_default]
    pub(crate) class: Classes,
    pub(crate) children: Html,
}

/// Stands open as long as it is drawn.
#[component]
pub(crate) fn Dialog(props: &Props) -> Html {
    let app = use_shared();
    let dialog = use_node_ref();
    use_effect_with(dialog.clone(), |dialog| {
        let dialog = dialog.cast::<HtmlDialogElement>();
        if let Some(dialog) = &dialog {
            // Refused only for a dialog that stands open already.
            let _ = dialog.show_modal();
        }
        move || {
            // Gives the focus back to where it was.
            if let Some(dialog) = dialog {
                dialog.close();
            }
        }
    });
    let close = props.onclose.reform(|_: MouseEvent| ());
    let oncancel = props.onclose.reform(|event: Event| {
        // It goes when it is no longer drawn.
        event.prevent_default();
    });
    html! {
        <dialog ref={dialog} class={classes!("dialog", props.class.clone())} {oncancel} aria-labelledby="dialog-title">
            <header>
                <h2 id="dialog-title">{ &props.title }</h2>
                <button type="button" class="btn icon ghost" onclick={close} aria-label={app.say(words::CLOSE)}>
                    <Icon glyph={Glyph::Close} /></button>
            </header>
            <div class="dialog-body">{ props.children.clone() }</div>
        </dialog>
    }
}
