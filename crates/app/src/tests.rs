//! In a real browser: plans in IndexedDB, and the planner from its first drawing to a finding at its field.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "clippy exempts test functions, and their helpers are tests as much as they are"
)]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::link::Broken;
use crate::route::Route;
use crate::storage::tests::{keeps_its_word, loaded, record};
use crate::storage::{Kept, Store};
use crate::{dom, link, streams};

wasm_bindgen_test_configure!(run_in_browser);

async fn pause(ms: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        gloo::timers::callback::Timeout::new(ms, move || {
            resolve.call0(&JsValue::UNDEFINED).unwrap();
        })
        .forget();
    });
    JsFuture::from(promise).await.unwrap();
}

/// The element of a selector, as soon as it is there.
async fn there<T: JsCast>(selector: &str) -> T {
    for _ in 0..200 {
        let found = dom::document().unwrap().query_selector(selector).unwrap();
        if let Some(element) = found {
            return element.dyn_into().unwrap();
        }
        pause(25).await;
    }
    // The test listens to the console, where a panic would speak: this reaches the runner.
    let page = dom::document().unwrap().body().unwrap().text_content();
    wasm_bindgen::throw_str(&format!(
        "not there: {selector}; {}",
        page.unwrap_or_default()
    ));
}

/// Waits until something holds.
async fn holds(what: &str, test: impl Fn() -> bool) {
    for _ in 0..200 {
        if test() {
            return;
        }
        pause(25).await;
    }
    panic!("does not hold: {what}");
}

fn commit(element: &HtmlElement) {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict("change", &init).unwrap();
    element.dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
async fn indexed_db_keeps_its_word() {
    let store = Store::open(&dom::fresh_id()).await.unwrap();
    keeps_its_word(&store).await;
}

#[wasm_bindgen_test]
async fn two_pages_never_overwrite_each_other() {
    let name = dom::fresh_id();
    let (here, there) = (
        Store::open(&name).await.unwrap(),
        Store::open(&name).await.unwrap(),
    );
    assert_eq!(here.save(&record("a", 0, 1.0)).await, Ok(Kept::As(1)));
    // Both know revision 1; only one of two saves at the same time is taken.
    let (first, second) = (record("a", 1, 2.0), record("a", 1, 3.0));
    let both = [here.save(&first).await, there.save(&second).await];
    assert_eq!(both, [Ok(Kept::As(2)), Ok(Kept::Newer(2))]);
    let kept = loaded(&there, "a").await.unwrap();
    assert_eq!((kept.info.revision, kept.info.used_at), (2, 2.0));
}

#[wasm_bindgen_test]
async fn links_are_compressed_and_bombs_are_not_followed() {
    let text = include_str!("../../../tests/formats/links/codec-1.json");
    let bytes = streams::deflate(text).await.unwrap();
    assert_eq!(
        streams::inflate(bytes.clone().into()).await.as_deref(),
        Ok(text)
    );
    // A link of an earlier release.
    let golden = include_str!("../../../tests/formats/links/codec-1.txt");
    let golden = link::compressed(golden.trim_end()).unwrap();
    let held = streams::inflate(golden.into()).await.unwrap();
    let read = |text: &str| vaultplan::model::read_text(text).unwrap().into_owned();
    assert_eq!(read(&held), read(text));
    // Cut off, lengthened, and no such stream at all.
    let cut = &bytes[..bytes.len() - 3];
    let longer = [&bytes[..], b"more"].concat();
    for broken in [cut, &longer, b"\xff\xff\xff", b"plain text"] {
        assert_eq!(streams::inflate(broken.into()).await, Err(Broken::Damaged));
    }
    let huge = "a".repeat(vaultplan::catalog::limits::TEXT_BYTES + 1);
    let bomb = streams::deflate(&huge).await.unwrap();
    assert!(bomb.len() < 100_000);
    assert_eq!(streams::inflate(bomb.into()).await, Err(Broken::TooLarge));
}

#[wasm_bindgen_test]
async fn an_edit_shows_its_finding_at_the_field_and_undo_takes_it_back() {
    let complaints: Rc<RefCell<Vec<String>>> = Rc::default();
    let console = Reflect::get(&js_sys::global(), &"console".into()).unwrap();
    // What fails here is heard as well: the log shows it.
    let log: Function = Reflect::get(&console, &"log".into())
        .unwrap()
        .unchecked_into();
    let heard = {
        let complaints = complaints.clone();
        Closure::<dyn FnMut(JsValue)>::new(move |what: JsValue| {
            let _shown = log.call1(&JsValue::NULL, &what);
            complaints.borrow_mut().push(format!("{what:?}"));
        })
    };
    let kept = ["error", "warn"].map(|name| {
        let before = Reflect::get(&console, &name.into()).unwrap();
        Reflect::set(&console, &name.into(), heard.as_ref()).unwrap();
        (name, before)
    });

    let root = dom::document().unwrap().create_element("div").unwrap();
    dom::document()
        .unwrap()
        .body()
        .unwrap()
        .append_child(&root)
        .unwrap();
    let handle = yew::Renderer::<crate::app::App>::with_root(root.clone()).render();

    there::<HtmlElement>("main[aria-busy='false']").await;
    dom::go(&Route::FILES);
    let pasted: HtmlTextAreaElement = there("[data-testid='paste']").await;
    pasted.set_value(include_str!("../../../examples/hangzhou-shanghai.json"));
    there::<HtmlElement>("[data-testid='open-pasted']")
        .await
        .click();
    there::<HtmlElement>("[data-testid='preview-open']")
        .await
        .click();
    // A plan that is opened is shown.
    holds("the plan is open", || {
        dom::fragment() == Route::PLAN.fragment()
    })
    .await;
    dom::go(&Route::object("m-shanghai".to_owned()));
    let region: HtmlSelectElement = there("[data-testid='mirror-region']").await;
    assert_eq!(region.value(), "cn-shanghai");
    region.set_value("cn-hangzhou");
    commit(&region);

    let finding: HtmlElement = there(".field.bad [data-rule='mirror-same-region']").await;
    assert!(finding.text_content().unwrap().contains("cn-hangzhou"));
    assert_eq!(
        region.get_attribute("aria-invalid").as_deref(),
        Some("true")
    );
    let described = region.get_attribute("aria-describedby").unwrap();
    let ids: Vec<_> = described
        .split(' ')
        .filter(|id| dom::by_id(id).is_some())
        .collect();
    assert_eq!(ids.len(), described.split(' ').count());
    let errors: HtmlElement = there("[data-testid='summary-errors']").await;
    assert_eq!(errors.get_attribute("data-count").as_deref(), Some("1"));

    there::<HtmlElement>("[data-testid='undo']").await.click();
    holds("the region is back", || region.value() == "cn-shanghai").await;

    // What is typed into a field is not lost by a drawing that something else causes.
    let name: HtmlInputElement = there("#field-name").await;
    name.set_value("half a na");
    there::<HtmlElement>("[data-testid='redo']").await.click();
    holds("the region is forth", || region.value() == "cn-hangzhou").await;
    assert_eq!(name.value(), "half a na");

    // A text that does not read is a draft that survives leaving the view.
    dom::go(&Route::TEXT);
    let area: HtmlTextAreaElement = there("#plan-text").await;
    holds("the text is shown", || area.value().contains("cn-hangzhou")).await;
    area.set_value("{ 坏");
    let init = web_sys::InputEventInit::new();
    init.set_bubbles(true);
    let event = web_sys::InputEvent::new_with_event_init_dict("input", &init).unwrap();
    area.dispatch_event(&event).unwrap();
    there::<HtmlElement>("[data-testid='problem']").await;
    dom::go(&Route::PLAN);
    there::<HtmlElement>(".banner").await;
    dom::go(&Route::TEXT);
    let area: HtmlTextAreaElement = there("#plan-text").await;
    holds("the draft is back", || area.value() == "{ 坏").await;

    handle.destroy();
    root.remove();
    for (name, before) in kept {
        Reflect::set(&console, &name.into(), &before).unwrap();
    }
    assert!(complaints.borrow().is_empty(), "{:?}", complaints.borrow());
}
