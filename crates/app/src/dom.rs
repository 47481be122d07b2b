//! Small wishes to the browser, each without panic: what a page may not do simply does not happen.

use js_sys::{Array, Date, Math, Uint8Array};
use vaultplan::lang::Lang;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Document, Element, File, FileList, HtmlAnchorElement, HtmlElement, Url,
    Window,
};

use crate::open::Brought;
use crate::route::Route;

/// The window.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// The element of an id.
pub(crate) fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Now, in milliseconds since 1970.
pub(crate) fn now_ms() -> f64 {
    Date::now()
}

/// Now, in whole seconds since 1970.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the clock stays far inside the range"
)]
pub(crate) fn now() -> i64 {
    (Date::now() / 1_000.0) as i64
}

/// An id that no other record has: the time and 52 bits of chance.
pub(crate) fn fresh_id() -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "both numbers are whole, positive and below 2^53"
    )]
    let (time, chance) = (
        now_ms() as u64,
        (Math::random() * 4_503_599_627_370_496.0) as u64,
    );
    format!("p{time:x}-{chance:013x}")
}

/// Goes to a place; the way back leads here.
pub(crate) fn go(route: &Route) {
    if let Some(window) = window() {
        // Refused only in a document without an address.
        let _ = window.location().set_hash(&route.fragment());
    }
}

/// The fragment of the address.
pub(crate) fn fragment() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Moves the focus to the element of an id.
pub(crate) fn focus(id: &str) -> bool {
    by_id(id).is_some_and(|element| element.focus().is_ok())
}

/// Shows the beginning of an element that scrolls.
pub(crate) fn to_top(id: &str) {
    if let Some(element) = by_id(id) {
        element.set_scroll_top(0);
    }
}

/// Moves the focus out of the field that has it, so that what was typed there counts.
pub(crate) fn blur() {
    let active = document().and_then(|document| document.active_element());
    if let Some(element) = active.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Whether keys that are typed into an element are text.
pub(crate) fn takes_text(element: &Element) -> bool {
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => {
            let kind = element.get_attribute("type").unwrap_or_default();
            !["checkbox", "radio", "button", "file"].contains(&kind.as_str())
        }
        _ => element
            .dyn_ref::<HtmlElement>()
            .is_some_and(HtmlElement::is_content_editable),
    }
}

/// States the language of the page, for screen readers and for the choice of glyphs.
pub(crate) fn state_language(lang: Lang) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let tag = match lang {
            Lang::En => "en",
            Lang::Zh => "zh-CN",
        };
        let _ = root.set_attribute("lang", tag);
    }
}

/// Names the page.
pub(crate) fn state_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Copies a text; whether it worked.
pub(crate) async fn copy(text: String) -> bool {
    let Some(window) = window() else {
        return false;
    };
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    // Pages without a secure address have no clipboard.
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    let written = window.navigator().clipboard().write_text(&text);
    JsFuture::from(written).await.is_ok()
}

/// Hands a text to the user as a file.
pub(crate) fn save_file(name: &str, text: &str) {
    let _ = try_save(name, text);
}

fn try_save(name: &str, text: &str) -> Option<()> {
    let bag = BlobPropertyBag::new();
    bag.set_type("application/json");
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &bag).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has begun; the address is needed no longer than the click's own task.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// The files of a list.
pub(crate) fn files(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else {
        return Vec::new();
    };
    (0..list.length()).filter_map(|i| list.get(i)).collect()
}

/// Reads files into memory.
///
/// # Errors
/// The name of the first file that could not be read, and whether it is too large.
pub(crate) async fn read_files(files: Vec<File>) -> Result<Vec<Brought>, (String, bool)> {
    let mut brought = Vec::with_capacity(files.len());
    for file in files {
        if crate::open::is_too_large(file.size()) {
            return Err((file.name(), true));
        }
        let buffer = JsFuture::from(file.array_buffer())
            .await
            .map_err(|_| (file.name(), false))?;
        brought.push(Brought {
            name: file.name(),
            bytes: Uint8Array::new(&buffer).to_vec(),
        });
    }
    Ok(brought)
}
