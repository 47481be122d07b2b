//! The planner: the Yew shell around the engine.

use yew::prelude::*;

/// The page.
#[component]
fn App() -> Html {
    html! { <main><h1>{ "Vaultplan" }</h1></main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
