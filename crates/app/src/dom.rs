//! Small wishes to the browser, each without panic: what a page may not do simply does not happen.

use js_sys::{Array, Date, Intl, Math, Object, Reflect, Uint8Array};
use vaultplan::lang::Lang;
use vaultplan::text::locate::Position;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Document, Element, File, FileList, HtmlAnchorElement, HtmlDialogElement,
    HtmlElement, HtmlInputElement, HtmlTextAreaElement, Node, NodeList, ScrollIntoViewOptions,
    ScrollLogicalPosition, Url,
};

use crate::open::Brought;
use crate::route::Route;
use crate::shell::Window;

/// The window.
pub(crate) fn window() -> Option<web_sys::Window> {
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

/// How many seconds the clocks of this browser are ahead of UTC.
#[expect(
    clippy::cast_possible_truncation,
    reason = "an offset is a small number of minutes"
)]
pub(crate) fn zone() -> i64 {
    let behind = Date::new_0().get_timezone_offset();
    -(behind as i64) * 60
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

/// Lets the address name a place, in the stead of what it names now: the way back does not lead there.
pub(crate) fn stay(route: &Route) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Refused only in a document without an address.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.fragment()));
    }
}

/// The address of the planner, without a fragment.
pub(crate) fn address() -> String {
    let href = window().and_then(|window| window.location().href().ok());
    let mut href = href.unwrap_or_default();
    href.truncate(href.find('#').unwrap_or(href.len()));
    href
}

/// The fragment of the address.
pub(crate) fn fragment() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Moves the focus to the element of an id, or to the first that a selector in brackets finds and that is shown.
pub(crate) fn focus(id: &str) -> bool {
    let shown = |element: &HtmlElement| element.offset_parent().is_some();
    let element = if id.starts_with('[') {
        all(id).filter_map(|e| e.dyn_into().ok()).find(shown)
    } else {
        // Elements of pictures take the focus as those of HTML do.
        let found = document().and_then(|document| document.get_element_by_id(id));
        found.map(JsCast::unchecked_into)
    };
    element.is_some_and(|element: HtmlElement| element.focus().is_ok())
}

/// Takes the element of an id away, if it is there.
pub(crate) fn remove(id: &str) {
    if let Some(element) = by_id(id) {
        element.remove();
    }
}

/// Brings the element of an id into view, no further than needed.
pub(crate) fn show(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// What can be seen of the outline that an element is, in CSS pixels.
pub(crate) fn outline_window(rows: &Element) -> Window {
    let height = |selector: &str| {
        let found = rows.query_selector(selector).ok().flatten();
        found.map_or(0, |element| {
            element.unchecked_ref::<HtmlElement>().offset_height()
        })
    };
    let whole = |px: i32| usize::try_from(px).unwrap_or_default();
    let (row, head) = (height("li"), height("h3"));
    Window {
        top: whole(rows.scroll_top()),
        height: whole(rows.client_height()),
        row: if row == 0 {
            Window::FIRST.row
        } else {
            whole(row)
        },
        head: whole(head),
    }
}

/// Scrolls the outline beside the views so that so many pixels below its top can be seen.
pub(crate) fn show_in_outline(top: usize) {
    for rows in all(".side-place .rows") {
        let (from, height) = (rows.scroll_top(), rows.client_height());
        let top = i32::try_from(top).unwrap_or(i32::MAX);
        if height > 0 && !(from..from + height - 40).contains(&top) {
            rows.set_scroll_top(top.saturating_sub(height / 3));
        }
    }
}

/// Moves the focus to the control of a field, by its JSON Pointer: its own, else that of what it stands in, else the
/// first of what stands in it. False when there is none that can be seen.
pub(crate) fn focus_field(pointer: &str) -> bool {
    let within = |inner: &str, outer: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let mut best: Option<(usize, Element)> = None;
    for element in all("[data-spot]") {
        let spot = element.get_attribute("data-spot").unwrap_or_default();
        let fit = if within(pointer, &spot) {
            spot.len()
        } else if within(&spot, pointer) {
            1
        } else {
            0
        };
        if fit > best.as_ref().map_or(0, |(fit, _)| *fit) {
            best = Some((fit, element));
        }
    }
    let Some((_, element)) = best else {
        return false;
    };
    // What few need is folded away.
    let mut folded = element.closest("details:not([open])").ok().flatten();
    while let Some(details) = folded {
        let _ = details.set_attribute("open", "");
        folded = details.closest("details:not([open])").ok().flatten();
    }
    let _ = element.unchecked_ref::<HtmlElement>().focus();
    let active = document().and_then(|document| document.active_element());
    active.as_ref() == Some(&element)
}

/// Shows the beginning of an element that scrolls.
pub(crate) fn to_top(id: &str) {
    if let Some(element) = by_id(id) {
        element.set_scroll_top(0);
    }
}

/// Scrolls an element by a distance.
pub(crate) fn scroll_by(id: &str, x: i32, y: i32) {
    if let Some(element) = by_id(id) {
        element.set_scroll_left(element.scroll_left() + x);
        element.set_scroll_top(element.scroll_top() + y);
    }
}

/// Width and height of an element, with its scroll bars.
pub(crate) fn room(id: &str) -> Option<(i32, i32)> {
    let element = by_id(id)?;
    Some((element.offset_width(), element.offset_height()))
}

/// What lies in the middle of an element that scrolls stays there when what it holds has another size, in percent
/// before and after.
pub(crate) fn keep_middle(id: &str, before: i32, after: i32) {
    if let Some(element) = by_id(id) {
        let moved = |from: i32, room: i32| (from + room / 2) * after / before.max(1) - room / 2;
        let (x, y) = (element.scroll_left(), element.scroll_top());
        element.set_scroll_left(moved(x, element.client_width()));
        element.set_scroll_top(moved(y, element.client_height()));
    }
}

fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-GB",
        Lang::Zh => "zh-CN",
    }
}

/// Options for one of the browser's formatters.
fn options(all: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in all {
        // Setting a member of a plain object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

/// A time as people of the language write it, to the minute.
pub(crate) fn local_time(ms: f64, lang: Lang) -> String {
    let options = options(&[("dateStyle", "medium"), ("timeStyle", "short")]);
    let text = Date::new(&ms.into()).to_locale_string(tag(lang), &options);
    text.into()
}

/// How long ago something was, as people of the language say it. `format` comes from [`ago_format`].
pub(crate) fn ago(format: &Intl::RelativeTimeFormat, ms: f64) -> String {
    let seconds = ((ms - now_ms()) / 1_000.0).min(0.0);
    let units = [("minute", 60.0), ("hour", 3_600.0), ("day", 86_400.0)];
    let units = [
        units.as_slice(),
        &[("month", 2_629_746.0), ("year", 31_556_952.0)],
    ]
    .concat();
    let mut best = ("second", 1.0);
    for unit in units {
        if -seconds >= unit.1 {
            best = unit;
        }
    }
    // "Now" is truer than "3 seconds ago" in a list that is not drawn every second.
    let (unit, length) = best;
    let number = if unit == "second" {
        0.0
    } else {
        (seconds / length).trunc()
    };
    format.format(number, unit).into()
}

/// What says how long ago something was.
pub(crate) fn ago_format(lang: Lang) -> Intl::RelativeTimeFormat {
    let options = options(&[("numeric", "auto")]);
    Intl::RelativeTimeFormat::new(&Array::of1(&tag(lang).into()), &options)
}

fn number(value: f64, lang: Lang, all: &[(&str, &str)]) -> String {
    let format = Intl::NumberFormat::new(&Array::of1(&tag(lang).into()), &options(all));
    let text = format.format().call1(&JsValue::UNDEFINED, &value.into());
    text.ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// An amount of bytes as people write it.
pub(crate) fn size(bytes: f64, lang: Lang) -> String {
    let units = [("kilobyte", 1e3), ("megabyte", 1e6), ("gigabyte", 1e9)];
    let mut best = ("kilobyte", 1e3);
    for unit in units {
        if bytes >= unit.1 {
            best = unit;
        }
    }
    let digits = if bytes >= 10.0 * best.1 { "0" } else { "1" };
    let shown = [
        ("style", "unit"),
        ("unit", best.0),
        ("maximumFractionDigits", digits),
    ];
    number(bytes / best.1, lang, &shown)
}

/// A share as people write it.
pub(crate) fn percent(percent: f64, lang: Lang) -> String {
    number(percent / 100.0, lang, &[("style", "percent")])
}

/// The elements that a selector finds.
fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let number = found.as_ref().map_or(0, NodeList::length);
    (0..number).filter_map(move |at| found.as_ref()?.get(at)?.dyn_into().ok())
}

/// Puts into the fields what the page holds, where that changed since it was put there last: what somebody types
/// stays. A choice shows what the page holds in any case. `text` is what the text view's field holds.
pub(crate) fn fill_fields(text: &str) {
    for element in all("[data-v]") {
        let held = element.get_attribute("data-v").unwrap_or_default();
        // `value` is one and the same thing of all these elements.
        let field: &HtmlInputElement = element.unchecked_ref();
        if element.tag_name() == "SELECT" {
            if field.value() != held {
                field.set_value(&held);
            }
        } else if element.get_attribute("data-put").as_ref() != Some(&held) {
            let is_text = element.id() == crate::views::text::FIELD;
            field.set_value(if is_text { text } else { &held });
            let _ = element.set_attribute("data-put", &held);
        }
    }
}

/// Shows the dialog that has been drawn.
pub(crate) fn show_dialog() {
    for dialog in all("dialog:not([open])") {
        // Refused only for a dialog that stands open already.
        let _ = dialog.unchecked_ref::<HtmlDialogElement>().show_modal();
    }
}

/// Closes the dialog that stands open: the focus goes back to where it was.
pub(crate) fn close_dialog() {
    for dialog in all("dialog[open]") {
        dialog.unchecked_ref::<HtmlDialogElement>().close();
    }
}

/// Closes the menus that stand open, but for the one that something stands in. With `focus` their buttons get it.
pub(crate) fn close_menus(except: Option<&Node>, focus: bool) {
    for menu in all("details.menu[open]") {
        if !except.is_some_and(|node| menu.contains(Some(node))) {
            let _ = menu.remove_attribute("open");
            if focus && let Some(button) = menu.first_element_child() {
                let _ = button.unchecked_ref::<HtmlElement>().focus();
            }
        }
    }
}

/// Scrolls elements as far as another is.
pub(crate) fn scroll_along(id: &str, beside: &[&str]) {
    let Some(element) = by_id(id) else {
        return;
    };
    for beside in beside.iter().filter_map(|id| by_id(id)) {
        beside.set_scroll_top(element.scroll_top());
        beside.set_scroll_left(element.scroll_left());
    }
}

/// Selects the line of a place from its column on, and brings it into view.
pub(crate) fn select(id: &str, position: Position) {
    let Some(area) = by_id(id).and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let value = area.value();
    let units = |line: &str| line.encode_utf16().count();
    let lines = || value.split('\n');
    let at = position.line.saturating_sub(1);
    let before: usize = lines().take(at).map(|line| units(line) + 1).sum();
    let length = units(lines().nth(at).unwrap_or_default());
    let start = before + position.column.saturating_sub(1).min(length);
    let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let _ = area.focus();
    let _ = area.set_selection_range(clip(start), clip(before + length));
    // The browser brings a selection into view only when somebody types.
    let height = usize::try_from(area.scroll_height()).unwrap_or_default() / lines().count().max(1);
    let above = position.line.saturating_sub(6) * height;
    area.set_scroll_top(i32::try_from(above).unwrap_or_default());
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
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = window() else {
        return false;
    };
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into());
    // Pages without a secure address have no clipboard.
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    let written = window.navigator().clipboard().write_text(text);
    JsFuture::from(written).await.is_ok()
}

/// Hands a text to the user as a file.
pub(crate) fn save_file(name: &str, text: &str) {
    let _ = try_save(name, text);
}

fn try_save(name: &str, text: &str) -> Option<()> {
    let bag = BlobPropertyBag::new();
    bag.set_type(match name.rsplit_once('.').map(|(_, kind)| kind) {
        Some("csv") => "text/csv",
        Some("svg") => "image/svg+xml",
        _ => "application/json",
    });
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
