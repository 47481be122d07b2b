//! Undo and redo by keys, outside text fields: there the keys belong to the field.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use super::listener::{Of, use_listener};
use crate::dom;
use crate::state::Action;

/// Listens for Ctrl or Command with Z, Shift+Z and Y.
#[hook]
pub(crate) fn use_shortcuts(act: Callback<Action>) {
    let pressed = use_callback(act, |event: Event, act| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        // Keys that compose a Chinese word are not for us.
        if key.is_composing() || key.alt_key() || !(key.ctrl_key() || key.meta_key()) {
            return;
        }
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if target.is_some_and(|element| dom::takes_text(&element)) {
            return;
        }
        let action = match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
            ("z", false) => Action::Undo,
            ("z", true) | ("y", false) => Action::Redo,
            _ => return,
        };
        event.prevent_default();
        act.emit(action);
    });
    use_listener(Of::Document, "keydown", pressed);
}
