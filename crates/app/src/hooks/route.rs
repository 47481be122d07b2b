//! The place that the address names.

use yew::prelude::*;

use super::listener::{Of, use_listener};
use crate::dom;
use crate::route::Route;

/// The route; the component is drawn anew when the fragment changes, also by the browser's own buttons.
#[hook]
pub(crate) fn use_route() -> Route {
    let route = use_state(|| Route::parse(&dom::fragment()));
    let set = route.setter();
    let changed = use_callback((), move |_, ()| set.set(Route::parse(&dom::fragment())));
    use_listener(Of::Window, "hashchange", changed);
    (*route).clone()
}
