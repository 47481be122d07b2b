//! The file of explanations of a language: fetched when a rule is first asked for, and kept while the page is open.

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use vaultplan::lang::Lang;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::dom;
use crate::explain::{Explained, Fact, Source};

/// The file that was fetched last.
#[derive(Debug, Default)]
pub(crate) struct Book(RefCell<Option<(Lang, JsValue)>>);

impl Book {
    /// What is to be read about a rule; nothing when the file cannot be had or does not know the rule.
    pub(crate) async fn explained(&self, rule: &str, lang: Lang) -> Option<Explained> {
        let held = self.0.borrow().clone();
        let book = match held {
            Some((of, book)) if of == lang => book,
            _ => {
                let fetched = fetch(&["explain/", lang.tag(), ".json"].concat()).await?;
                self.0.replace(Some((lang, fetched.clone())));
                fetched
            }
        };
        let rule = member(&member(&book, "rules"), rule);
        rule.is_object().then(|| explained(&rule))
    }
}

/// The value of a JSON file of the site.
async fn fetch(address: &str) -> Option<JsValue> {
    let response = dom::window()?.fetch_with_str(address);
    let response: Response = JsFuture::from(response).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.json().ok()?).await.ok()
}

fn explained(rule: &JsValue) -> Explained {
    let examples = member(rule, "examples");
    let facts = list(rule, "facts").into_iter().map(|fact| Fact {
        text: text(&fact, "text"),
        sources: list(&fact, "sources")
            .into_iter()
            .map(|s| source(&s))
            .collect(),
    });
    Explained {
        what: text(rule, "what"),
        why: text(rule, "why"),
        remedy: text(rule, "remedy"),
        facts: facts.collect(),
        fails: text(&examples, "fails"),
        passes: text(&examples, "passes"),
    }
}

fn source(source: &JsValue) -> Source {
    Source {
        title: text(source, "title"),
        address: text(source, "address"),
        date: text(source, "date"),
    }
}

fn member(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(value: &JsValue, name: &str) -> String {
    member(value, name).as_string().unwrap_or_default()
}

fn list(value: &JsValue, name: &str) -> Array {
    member(value, name).dyn_into().unwrap_or_default()
}
