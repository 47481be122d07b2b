//! The page's shell, and the only two components: [`App`] hears, lets the [`Page`] change, draws it and does what
//! reaches beyond it; [`Part`] draws a large part anew only when it would look otherwise.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, EventTarget, File, HtmlInputElement,
    InputEvent, KeyboardEvent, Node, PointerEvent, WheelEvent,
};
use yew::{Callback, Component, Context, Html, Properties};

use crate::book::Book;
use crate::bulk;
use crate::components::{frame, outline, price_book};
use crate::cost;
use crate::explain;
use crate::form;
use crate::keep;
use crate::keeper::Wanted;
use crate::map::{self, Deed};
use crate::markup::{Out, Send};
use crate::open::{self, Brought, Refused};
use crate::opening::{self, Arrival};
use crate::page::{Effect, Heard, Msg, Page};
use crate::review;
use crate::route::{Route, View};
use crate::saver::Saver;
use crate::several;
use crate::views::{files, text};
use crate::{dom, link, prefs, prices, share, shell, streams};

/// Id of the element that holds the view.
pub(crate) const CONTENT: &str = "content";

/// Id of what stands in the page until there is a plan to show.
const SKELETON: &str = "skeleton";

/// A pause in typing, after which what was typed is a step.
const PAUSE_MS: u32 = 500;

/// The page.
pub(crate) struct App {
    page: Rc<Page>,
    send: Send,
    saver: Saver,
    /// Id of the element that is to have the focus once it is there.
    focus: Option<String>,
    /// Id of the element that is to be in view once it is drawn.
    show: Option<String>,
    /// What was selected when the outline was last scrolled to it.
    shown: Option<(usize, String)>,
    /// JSON Pointer of the field whose control is to have the focus once it is there.
    field: Option<String>,
    pause: Option<Timeout>,
    book: Rc<Book>,
    compare: Option<Timeout>,
    estimate: Option<Timeout>,
    /// The size of the map before and after, until it is drawn.
    scaled: Option<(i32, i32)>,
    title: String,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = (Rc<Msg>, Option<Event>);
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let send: Send = ctx.link().callback(|said| said);
        let tell = {
            let send = send.clone();
            Callback::from(move |told| send.emit((Rc::new(Msg::Told(told)), None)))
        };
        let saver = Saver::new(tell);
        saver.begin();
        let route = Route::parse(&dom::fragment());
        let mut page = Page::new(prefs::lang(), prefs::theme(), route, dom::now());
        page.form.zone = dom::zone();
        page.arrival = Arrival::parse(&dom::fragment());
        dom::state_language(page.lang);
        Self {
            page: Rc::new(page),
            _listeners: listeners(&send, &saver),
            send,
            saver,
            focus: None,
            show: None,
            shown: None,
            field: None,
            pause: None,
            book: Rc::default(),
            compare: None,
            estimate: None,
            scaled: None,
            title: String::new(),
        }
    }

    fn update(&mut self, _: &Context<Self>, (msg, event): Self::Message) -> bool {
        let target = event.as_ref().and_then(Event::target);
        let said = match (&*msg, &event) {
            (Msg::Map(msg), Some(event)) => match on_map(msg, event) {
                Some(said) => said,
                None => return false,
            },
            _ => String::new(),
        };
        if event.is_some() {
            // What did not come while nobody acted must not take the focus from what somebody does now.
            self.focus = None;
        }
        let key = event.as_ref().and_then(key_of);
        match &*msg {
            // Nothing is drawn for these.
            Msg::Scrolled => {
                dom::scroll_along(text::FIELD, &text::BESIDE);
                return false;
            }
            Msg::Files => {
                self.choose(target);
                return false;
            }
            Msg::Shell(shell::Msg::Scrolled) => return self.outline_scrolled(target),
            Msg::Cost(cost::Msg::Key) => {
                // Along the months, not along the page.
                if key.as_deref().is_some_and(|key| MONTH_KEYS.contains(&key))
                    && let Some(event) = &event
                {
                    event.prevent_default();
                }
            }
            Msg::Shell(shell::Msg::Key) => {
                // These move in the list, not in the field.
                if key.as_deref().is_some_and(|key| LIST_KEYS.contains(&key))
                    && let Some(event) = &event
                {
                    event.prevent_default();
                }
            }
            // Half a word is nothing yet; the whole one comes when it is composed.
            Msg::Typed | Msg::Form(form::Msg::Typing(_))
                if event.as_ref().is_some_and(is_composing) =>
            {
                self.pause = None;
                return false;
            }
            // The fragment is the route: the link itself must not change it. A form is sent to nobody, and a
            // dialog goes when it is no longer drawn.
            Msg::Skip
            | Msg::Create(_)
            | Msg::CreatePair(_)
            | Msg::Close
            | Msg::Keep(_)
            | Msg::Form(form::Msg::Several(several::Msg::Create))
            | Msg::Review(review::Msg::SetAside) => {
                if let Some(event) = &event {
                    event.prevent_default();
                }
            }
            _ => {}
        }
        let control: Option<HtmlInputElement> = match &*msg {
            Msg::OpenPasted => dom::by_id(files::PASTE).map(JsCast::unchecked_into),
            Msg::Cost(cost::Msg::Prices(prices::Msg::Paste)) => {
                dom::by_id(price_book::PASTE).map(JsCast::unchecked_into)
            }
            Msg::Keep(keep::Msg::KeepVersion(field)) => {
                dom::by_id(field).map(JsCast::unchecked_into)
            }
            Msg::Keep(keep::Msg::Rename) => dom::by_id(keep::RENAME).map(JsCast::unchecked_into),
            _ => target.filter(has_value).map(JsCast::unchecked_into),
        };
        let heard = Heard {
            id: control.as_ref().map(|c| c.id()).unwrap_or_default(),
            value: control.map_or(said, |c| c.value()),
            key: key.unwrap_or_default(),
            now: dom::now(),
            fresh: dom::fresh_id(),
        };
        let mut effects = Vec::new();
        Rc::make_mut(&mut self.page).update(&msg, &heard, &mut effects);
        for effect in effects {
            self.perform(effect);
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let mut out = Out::new(self.page.clone(), self.send.clone());
        frame::draw(&self.page, &mut out);
        out.finish()
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        // In the same task as the first drawing: nothing is painted between the two.
        if self.page.ready {
            dom::remove(SKELETON);
        }
        dom::fill_fields(&self.page.typed.text);
        dom::show_dialog();
        if let Some((before, after)) = self.scaled.take() {
            dom::keep_middle(map::STAGE, before, after);
        }
        self.measure();
        // What is not there yet will be after the next drawing.
        if self.focus.as_deref().is_some_and(dom::focus) {
            self.focus = None;
        }
        if let Some(id) = self.show.take() {
            dom::show(&id);
        }
        self.show_selected();
        self.focus_field();
        let title = self.page.title();
        if title != self.title {
            dom::state_title(&title);
            self.title = title;
        }
    }
}

impl App {
    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Go(route) => dom::go(&route),
            Effect::Focus(id) => self.focus = Some(id),
            Effect::Field(pointer) => self.field = Some(pointer),
            Effect::Compare => {
                let send = self.send.clone();
                self.compare = Some(Timeout::new(PAUSE_MS, move || {
                    send.emit((Rc::new(Msg::Review(review::Msg::Compare)), None));
                }));
            }
            Effect::Estimate => {
                let send = self.send.clone();
                self.estimate = Some(Timeout::new(PAUSE_MS, move || {
                    send.emit((Rc::new(Msg::Cost(cost::Msg::Estimate)), None));
                }));
            }
            Effect::Top => dom::to_top(CONTENT),
            Effect::CloseDialog => dom::close_dialog(),
            Effect::Save(name, text) => dom::save_file(&name, &text),
            Effect::Copy(id, text) => {
                let send = self.send.clone();
                spawn_local(async move {
                    let worked = dom::copy(&text).await;
                    send.emit((Rc::new(Msg::Copied(id, worked)), None));
                });
            }
            Effect::Keep => {
                prefs::keep_open(!self.page.content().is_empty());
                self.saver.want(Wanted {
                    state: self.page.state.clone(),
                    verdict: self.page.judged.verdict,
                    lang: self.page.lang,
                    typing: self.page.keep.typing.clone(),
                });
            }
            Effect::Store(ask) => self.saver.ask(ask),
            Effect::Fetch(index, slug) => {
                let address = ["examples/", slug, ".json"].concat();
                self.later(async move {
                    let text = streams::text_of(&address).await;
                    Msg::Opening(opening::Msg::Fetched(index, text))
                });
            }
            Effect::Pack(text) => self.later(async move {
                let packed = streams::deflate(&text).await;
                let made = packed.map(|bytes| {
                    let fragment = link::fragment(&link::payload(&bytes));
                    [dom::address(), fragment].concat().into()
                });
                Msg::Share(share::Msg::Made(made))
            }),
            Effect::Unpack(bytes) => self.later(async move {
                Msg::Opening(opening::Msg::Unpacked(streams::inflate(bytes).await))
            }),
            Effect::Stay(route) => dom::stay(&route),
            Effect::Lang(lang) => {
                prefs::keep_lang(lang);
                dom::state_language(lang);
            }
            Effect::Theme(theme) => prefs::keep_theme(theme),
            Effect::Pause => {
                let send = self.send.clone();
                self.pause = Some(Timeout::new(PAUSE_MS, move || {
                    send.emit((Rc::new(Msg::Settle), None));
                }));
            }
            Effect::Map(Deed::Pan(x, y)) => dom::scroll_by(map::STAGE, x, y),
            Effect::Map(Deed::Scale(before, after)) => self.scaled = Some((before, after)),
            Effect::Select(position) => dom::select(text::FIELD, position),
            Effect::Show(id) => self.show = Some(id),
            Effect::Explain(rule, lang) => {
                let (send, book) = (self.send.clone(), self.book.clone());
                spawn_local(async move {
                    let explained = book.explained(rule, lang).await;
                    let msg = explain::Msg::Answered(rule, lang, explained.map(Rc::new));
                    send.emit((Rc::new(Msg::Explain(msg)), None));
                });
            }
        }
    }

    /// Takes note of what can be seen of the outline; whether it has to be drawn anew.
    fn outline_scrolled(&mut self, target: Option<EventTarget>) -> bool {
        let Some(rows) = target.and_then(|target| target.dyn_into::<Element>().ok()) else {
            return false;
        };
        let window = dom::outline_window(&rows).coarse();
        if window == self.page.shell.window {
            return false;
        }
        let msg = Msg::Shell(shell::Msg::Window(window));
        Rc::make_mut(&mut self.page).update(&msg, &Heard::default(), &mut Vec::new());
        true
    }

    /// Scrolls the outline to what is selected, once for each selection.
    fn show_selected(&mut self) {
        let page = &self.page;
        let selected = page.route.selected.as_deref().filter(|_| page.ready);
        let now = selected.map(|reference| (page.plan().object_count(), reference));
        if now == self.shown.as_ref().map(|(count, shown)| (*count, &**shown)) {
            return;
        }
        if let Some(top) = selected.and_then(|reference| outline::top_of(page, reference)) {
            dom::show_in_outline(top);
        }
        self.shown = now.map(|(count, reference)| (count, reference.to_owned()));
    }

    /// Gives the focus to the control of a field. Where a form stands beside a view and cannot be seen, as on a phone,
    /// it is opened on its own; where it has no such control, it has the focus itself.
    fn focus_field(&mut self) {
        // What the address names is drawn first.
        if self.field.is_none() || Route::parse(&dom::fragment()) != self.page.route {
            return;
        }
        if self.field.as_deref().is_some_and(dom::focus_field) {
            self.field = None;
            return;
        }
        match &self.page.route.selected {
            Some(reference) if self.page.route.view.inspects() => {
                dom::go(&Route::object(reference.as_str()));
            }
            _ => {
                self.field = None;
                dom::focus(CONTENT);
            }
        }
    }

    /// Sends what comes of work that takes its time.
    fn later(&self, work: impl Future<Output = Msg> + 'static) {
        let send = self.send.clone();
        spawn_local(async move { send.emit((Rc::new(work.await), None)) });
    }

    /// Tells the map how much room there is for it, where that is news.
    fn measure(&mut self) {
        if self.page.route.view == View::Map
            && let Some(room) = dom::room(map::STAGE)
            && room != self.page.map.room
        {
            Rc::make_mut(&mut self.page).map.room = room;
            self.send.emit((Rc::new(Msg::Map(map::Msg::Resized)), None));
        }
    }

    /// Reads the files that were chosen in a control.
    fn choose(&self, control: Option<EventTarget>) {
        if let Some(input) = control.and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            let files = dom::files(input.files());
            // The same file may be chosen again after it was mended.
            input.set_value("");
            read(&self.send, files);
        }
    }
}

/// Keys that move in a list of results, or choose there.
const LIST_KEYS: [&str; 5] = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Enter"];

/// Keys that move along the months of the chart.
const MONTH_KEYS: [&str; 4] = ["ArrowLeft", "ArrowRight", "Home", "End"];

/// The key of an event; none while a word is composed, when keys belong to the input method.
fn key_of(event: &Event) -> Option<String> {
    let key: &KeyboardEvent = event.dyn_ref()?;
    // Safari ends a composition before it tells of the key that ended it, which has this code.
    (!key.is_composing() && key.key_code() != 229).then(|| key.key())
}

/// What the map has to know of an event; `None` when it is not for the map, or done already.
fn on_map(msg: &map::Msg, event: &Event) -> Option<String> {
    match msg {
        map::Msg::Key => {
            let key: &KeyboardEvent = event.dyn_ref()?;
            let plain = !(key.ctrl_key() || key.meta_key() || key.alt_key());
            Some(key.key()).filter(|name| plain && map::takes(name))?;
            event.prevent_default();
            Some(String::new())
        }
        map::Msg::Wheel => {
            let wheel: &WheelEvent = event.dyn_ref()?;
            // Without the key it scrolls; two fingers on a pad come as if the key were down.
            if !(wheel.ctrl_key() || wheel.meta_key()) {
                return None;
            }
            event.prevent_default();
            Some(if wheel.delta_y() < 0.0 { "+" } else { "-" }.to_owned())
        }
        map::Msg::Drag => {
            let pointer: &PointerEvent = event.dyn_ref()?;
            // Fingers scroll by themselves.
            let held = pointer.buttons() == 1 && pointer.pointer_type() == "mouse";
            let on_box = element(event)?.closest("[role=button]").ok()?.is_some();
            if held && !on_box {
                dom::scroll_by(map::STAGE, -pointer.movement_x(), -pointer.movement_y());
            }
            None
        }
        _ => Some(String::new()),
    }
}

/// Whether what was typed is part of a word that is still composed.
fn is_composing(event: &Event) -> bool {
    event
        .dyn_ref::<InputEvent>()
        .is_some_and(InputEvent::is_composing)
}

/// Whether an event came from an element with a value that matters.
fn has_value(target: &EventTarget) -> bool {
    let element: Option<&Element> = target.dyn_ref();
    element.is_some_and(|element| {
        ["INPUT", "SELECT", "TEXTAREA"].contains(&element.tag_name().as_str())
    })
}

/// From this size on it is said that files are being read.
const LARGE: f64 = 1_000_000.0;

/// Time for the browser to show that, before the page works on them.
const SHOWN_MS: u32 = 50;

/// Reads files, and sends what was read.
fn read(send: &Send, files: Vec<File>) {
    if files.is_empty() {
        return;
    }
    let send = send.clone();
    let large = files.iter().map(|file| file.size()).sum::<f64>() > LARGE;
    if let Some(first) = files.first().filter(|_| large) {
        let reading = opening::Msg::Reading(first.name());
        send.emit((Rc::new(Msg::Opening(reading)), None));
    }
    spawn_local(async move {
        let msg = match dom::read_files(files).await {
            Ok(brought) => Msg::Brought(brought),
            Err((name, true)) => Msg::Refused(Refused::TooLarge(name)),
            Err((name, false)) => Msg::Refused(Refused::Unreadable(name)),
        };
        let told = move || send.emit((Rc::new(msg), None));
        if large {
            Timeout::new(SHOWN_MS, told).forget();
        } else {
            told();
        }
    });
}

/// What is heard anywhere on the page.
fn listeners(send: &Send, saver: &Saver) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (dom::window(), dom::document()) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    let mut hear = |target: &EventTarget, names: &[&'static str], heard: Rc<dyn Fn(&Event)>| {
        for name in names {
            let heard = heard.clone();
            let options = EventListenerOptions::enable_prevent_default();
            all.push(EventListener::new_with_options(
                target,
                *name,
                options,
                move |event| heard(event),
            ));
        }
    };
    let say = |send: &Send, msg: Msg| send.emit((Rc::new(msg), None));
    let told = send.clone();
    hear(
        &window,
        &["hashchange"],
        Rc::new(move |_| {
            let fragment = dom::fragment();
            let msg = match Arrival::parse(&fragment) {
                Some(arrival) => Msg::Opening(opening::Msg::Arrived(arrival)),
                None => Msg::Went(Route::parse(&fragment)),
            };
            say(&told, msg);
        }),
    );
    let told = send.clone();
    // What was typed into a field counts also when the page is left from within it.
    hear(
        &window,
        &["pagehide"],
        Rc::new(move |_| {
            dom::blur();
            say(&told, Msg::Settle);
        }),
    );
    let told = send.clone();
    hear(
        &window,
        &["resize"],
        Rc::new(move |_| say(&told, Msg::Map(map::Msg::Resized))),
    );
    let told = send.clone();
    hear(
        &window,
        &["dragover", "dragleave", "drop"],
        Rc::new(move |event| dragged(&told, event)),
    );
    let told = send.clone();
    hear(
        &document,
        &["paste"],
        Rc::new(move |event| pasted(&told, event)),
    );
    let told = send.clone();
    hear(
        &document,
        &["keydown"],
        Rc::new(move |event| pressed(&told, event)),
    );
    hear(
        &document,
        &["pointerdown", "focusin"],
        Rc::new(|event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Node>().ok());
            dom::close_menus(target.as_ref(), false);
        }),
    );
    // A choice in a menu has been made when its click has been heard there.
    hear(
        &document,
        &["click"],
        Rc::new(|event| {
            if element(event).is_some_and(|e| matches!(e.closest("[data-closes]"), Ok(Some(_)))) {
                dom::close_menus(None, false);
            }
        }),
    );
    let saver = saver.clone();
    let told = send.clone();
    hear(
        &document,
        &["visibilitychange"],
        Rc::new(move |_| {
            if dom::document().is_some_and(|document| !document.hidden()) {
                saver.look_for_newer();
            } else {
                // A page that is hidden may be ended without a word.
                say(&told, Msg::Settle);
            }
        }),
    );
    all
}

/// The element that an event is about.
fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Opens files that are dropped anywhere on the window.
fn dragged(send: &Send, event: &Event) {
    let Some(drag) = event.dyn_ref::<DragEvent>() else {
        return;
    };
    let brings_files = |transfer: &DataTransfer| transfer.types().includes(&"Files".into(), 0);
    let transfer = drag.data_transfer().filter(brings_files);
    match (event.type_().as_str(), transfer) {
        // Leaving one element for another is not leaving the window.
        ("dragleave", _) if drag.related_target().is_none() => {
            send.emit((Rc::new(Msg::Dragging(false)), None));
        }
        ("dragover", Some(_)) => {
            // Without this the browser would open the file instead of the planner.
            event.prevent_default();
            send.emit((Rc::new(Msg::Dragging(true)), None));
        }
        ("drop", Some(transfer)) => {
            event.prevent_default();
            send.emit((Rc::new(Msg::Dragging(false)), None));
            let dropped = streams::dropped(&transfer);
            if dropped.is_empty() {
                return read(send, dom::files(transfer.files()));
            }
            let send = send.clone();
            spawn_local(async move { read(&send, dropped.files().await) });
        }
        _ => {}
    }
}

/// Opens a text that is pasted outside a text field.
fn pasted(send: &Send, event: &Event) {
    if element(event).is_some_and(|element| dom::takes_text(&element)) {
        return;
    }
    let data = event.dyn_ref().and_then(ClipboardEvent::clipboard_data);
    let text = data.and_then(|data| data.get_data("text/plain").ok());
    if element(event).is_some_and(|element| in_grid(&element)) {
        event.prevent_default();
        let paste = bulk::msg(bulk::Msg::Paste(text.unwrap_or_default()));
        return send.emit((Rc::new(paste), None));
    }
    if let Some(text) = text.filter(|text| open::is_meant(text)) {
        event.prevent_default();
        let brought = Brought {
            name: String::new(),
            bytes: text.into_bytes(),
        };
        send.emit((Rc::new(Msg::Brought(vec![brought])), None));
    }
}

/// Closes menus on Escape; undoes and redoes, outside text fields: there the keys belong to the field.
fn pressed(send: &Send, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    // Keys that compose a Chinese word are not for us.
    let Some(name) = key_of(event) else {
        return;
    };
    let name = name.to_ascii_lowercase();
    let with_key = key.alt_key() || key.ctrl_key() || key.meta_key();
    if let Some(element) = element(event).filter(in_grid)
        && !with_key
        && of_grid(&element, &name)
    {
        event.prevent_default();
        let msg = bulk::msg(bulk::Msg::Key(name));
        return send.emit((Rc::new(msg), Some(event.clone())));
    }
    if name == "escape" {
        return dom::close_menus(None, true);
    }
    let typing = element(event).is_some_and(|element| dom::takes_text(&element));
    let with_control = key.ctrl_key() || key.meta_key();
    let msg = match (name.as_str(), with_control, key.shift_key()) {
        _ if key.alt_key() => return,
        ("k", true, false) => Msg::Shell(shell::Msg::Find),
        ("f8", false, back) => Msg::Shell(shell::Msg::Finding(!back)),
        _ if typing => return,
        ("z", true, false) => Msg::Undo,
        ("z", true, true) | ("y", true, false) => Msg::Redo,
        ("?", false, _) => Msg::Shell(shell::Msg::Keys),
        _ => return,
    };
    event.prevent_default();
    send.emit((Rc::new(msg), None));
}

/// Whether an element stands in the rows of a table that is edited.
fn in_grid(element: &Element) -> bool {
    matches!(element.closest("[data-grid] tbody"), Ok(Some(_)))
}

/// Whether a key is the table's: in the cell that is edited most keys are the control's own.
fn of_grid(element: &Element, name: &str) -> bool {
    const KEYS: [&str; 8] = [
        "arrowup",
        "arrowdown",
        "arrowleft",
        "arrowright",
        "home",
        "end",
        "pageup",
        "pagedown",
    ];
    let leads = element.tag_name() == "A";
    match name {
        _ if element.id() == bulk::EDITOR => ["enter", "escape"].contains(&name),
        "enter" => !leads,
        _ => KEYS.contains(&name) || ["f2", "delete"].contains(&name),
    }
}

/// What draws a part.
pub(crate) type Draw = fn(&Page, &mut Out);

/// A part of the page that is large. It is drawn anew when its stamp changes.
pub(crate) struct Part;

/// What a [`Part`] is made of.
#[derive(Clone, Properties)]
pub(crate) struct PartProps {
    pub(crate) page: Rc<Page>,
    pub(crate) send: Send,
    pub(crate) draw: Draw,
    /// Equal as long as the part looks the same.
    pub(crate) stamp: String,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let mut out = Out::new(props.page.clone(), props.send.clone());
        (props.draw)(&props.page, &mut out);
        out.finish()
    }
}
