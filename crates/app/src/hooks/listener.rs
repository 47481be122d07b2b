//! Listens to an event of the window or the document as long as the component stands.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget};
use yew::prelude::*;

use crate::dom;

/// Whose events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// The window's.
    Window,
    /// The document's.
    Document,
}

/// Calls `heard` at every event of a name. It may prevent the browser's own answer.
#[hook]
pub(crate) fn use_listener(of: Of, name: &'static str, heard: Callback<Event>) {
    use_effect_with((of, name, heard), |(of, name, heard)| {
        let target: Option<EventTarget> = match of {
            Of::Window => dom::window().map(Into::into),
            Of::Document => dom::document().map(Into::into),
        };
        let heard = heard.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = target.map(|target| {
            EventListener::new_with_options(&target, *name, options, move |event| {
                heard.emit(event.clone());
            })
        });
        move || drop(listener)
    });
}
