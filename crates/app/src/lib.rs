//! The planner: the Yew shell around the engine. It shows and stores; what is true of a plan the engine says.

// What the planner is made of, without a page: tested natively.
mod bulk;
mod choices;
mod cost;
mod coverage;
mod diff;
mod edit;
mod explain;
mod fields;
mod form;
mod history;
mod intl;
mod judged;
mod keep;
mod keeper;
mod link;
mod map;
mod objects;
mod open;
mod opening;
mod page;
mod prices;
mod review;
mod route;
mod search;
mod several;
mod share;
mod shell;
mod state;
mod storage;
mod typed;
mod words;

// The page.
mod app;
mod book;
mod components;
mod dom;
mod icon;
mod markup;
mod prefs;
mod saver;
mod streams;
mod views;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

/// Shows the planner in the page's place for it, else in its body.
pub fn start() {
    match dom::by_id("app") {
        Some(root) => yew::Renderer::<app::App>::with_root(root.into()).render(),
        None => yew::Renderer::<app::App>::new().render(),
    };
}
