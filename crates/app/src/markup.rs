//! Writes pictures: what a view shows, element by element, as nodes of Yew. None of it is generic, so that a page
//! of many elements stays a small program. What a control does is a [`Msg`]; views hold no state of their own.

use std::borrow::Cow;
use std::rc::Rc;

use vaultplan::lang::{Lang, Text};
use web_sys::Event;
use yew::virtual_dom::{Key, Listener, ListenerKind, VComp, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback, Html};

use crate::app::{Draw, Part, PartProps};
use crate::icon::{self, Glyph};
use crate::page::{Msg, Page};
use crate::route::Route;

/// Where messages go, with the event that sent them.
pub(crate) type Send = Callback<(Rc<Msg>, Option<Event>)>;

/// What a control is used by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    /// A click, or a key that clicks.
    Click,
    /// A field was left with another value, or a choice was made.
    Change,
    /// Something was typed.
    Input,
    /// A word was composed, as Chinese is typed.
    Composed,
    /// The focus went elsewhere.
    Blur,
    /// A form was sent.
    Submit,
    /// A dialog was dismissed by a key.
    Cancel,
    /// Something was scrolled.
    Scroll,
    /// A key was pressed.
    Key,
    /// A wheel was turned.
    Wheel,
    /// A pointer was moved.
    Move,
}

struct Heard {
    on: On,
    msg: Rc<Msg>,
    send: Send,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::Click => ListenerKind::onclick,
            On::Change => ListenerKind::onchange,
            On::Input => ListenerKind::oninput,
            On::Composed => ListenerKind::other(Cow::Borrowed("compositionend")),
            On::Blur => ListenerKind::onblur,
            On::Submit => ListenerKind::onsubmit,
            On::Cancel => ListenerKind::oncancel,
            On::Scroll => ListenerKind::onscroll,
            On::Key => ListenerKind::onkeydown,
            On::Wheel => ListenerKind::onwheel,
            On::Move => ListenerKind::onpointermove,
        }
    }

    fn handle(&self, event: Event) {
        // A form is sent to nobody. When the message is heard, it may be too late to say so.
        if self.on == On::Submit {
            event.prevent_default();
        }
        self.send.emit((self.msg.clone(), Some(event)));
    }

    fn passive(&self) -> bool {
        false
    }
}

/// An element that is being written.
struct Piece {
    tag: VTag,
    inner: Vec<VNode>,
    heard: Vec<Option<Rc<dyn Listener>>>,
}

/// The picture so far.
pub(crate) struct Out {
    page: Rc<Page>,
    lang: Lang,
    send: Send,
    done: Vec<VNode>,
    open: Vec<Piece>,
}

impl Out {
    /// An empty sheet for a page, in its language.
    pub(crate) fn new(page: Rc<Page>, send: Send) -> Self {
        Self {
            lang: page.lang,
            page,
            send,
            done: Vec::new(),
            open: Vec::new(),
        }
    }

    /// The language of the page.
    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// The picture.
    pub(crate) fn finish(self) -> Html {
        VNode::VList(Rc::new(VList::with_children(self.done, None)))
    }

    /// An element. `what` is its tag and, after a blank, its classes.
    #[inline(always)]
    pub(crate) fn el(&mut self, what: &'static str, inner: impl FnOnce(&mut Self)) {
        self.begin(what);
        inner(self);
        self.end();
    }

    /// Begins an element; its classes come later, or after a blank.
    pub(crate) fn begin(&mut self, what: &'static str) {
        let (tag, class) = what.split_once(' ').unwrap_or((what, ""));
        self.open.push(Piece {
            tag: VTag::new(tag),
            inner: Vec::new(),
            heard: Vec::new(),
        });
        if !class.is_empty() {
            self.attr("class", class);
        }
    }

    /// Ends the element that was begun last.
    pub(crate) fn end(&mut self) {
        let Some(Piece {
            mut tag,
            mut inner,
            heard,
        }) = self.open.pop()
        else {
            return;
        };
        if let Some(children) = tag.children_mut() {
            *children = match inner.pop() {
                Some(text @ VNode::VText(_)) if inner.is_empty() => text,
                last => {
                    inner.extend(last);
                    VNode::VList(Rc::new(VList::with_children(inner, None)))
                }
            };
        }
        if !heard.is_empty() {
            tag.set_listeners(heard.into_boxed_slice());
        }
        self.add(VNode::VTag(Rc::new(tag)));
    }

    /// Adds what is written already.
    pub(crate) fn add(&mut self, node: VNode) {
        match self.open.last_mut() {
            Some(piece) => piece.inner.push(node),
            None => self.done.push(node),
        }
    }

    fn put_value(&mut self, name: &'static str, value: AttrValue) {
        if let Some(piece) = self.open.last_mut() {
            piece.tag.add_attribute(name, value);
        }
    }

    /// An attribute of the open element.
    pub(crate) fn attr(&mut self, name: &'static str, value: &'static str) {
        self.put_value(name, AttrValue::Static(value));
    }

    /// An attribute whose value is computed.
    pub(crate) fn put(&mut self, name: &'static str, value: &str) {
        self.put_value(name, AttrValue::Rc(value.into()));
    }

    /// An attribute without a value, where it holds.
    pub(crate) fn flag(&mut self, name: &'static str, holds: bool) {
        if holds {
            self.attr(name, "");
        }
    }

    /// The classes of the open element, where they are computed.
    pub(crate) fn class(&mut self, classes: &[&str]) {
        self.put("class", &classes.join(" "));
    }

    /// Tells the open element from its neighbours.
    pub(crate) fn key(&mut self, key: &str) {
        if let Some(piece) = self.open.last_mut() {
            piece.tag.key = Some(Key::from(key));
        }
    }

    /// Whether an open box is ticked.
    pub(crate) fn checked(&mut self, checked: bool) {
        if let Some(piece) = self.open.last_mut() {
            piece.tag.set_checked(checked);
        }
    }

    /// What the open element does.
    pub(crate) fn on(&mut self, on: On, msg: Msg) {
        let send = self.send.clone();
        if let Some(piece) = self.open.last_mut() {
            let msg = Rc::new(msg);
            piece.heard.push(Some(Rc::new(Heard { on, msg, send })));
        }
    }

    /// A text.
    pub(crate) fn text(&mut self, text: &str) {
        self.add(VNode::VText(VText::new(AttrValue::Rc(text.into()))));
    }

    /// A text of ours.
    pub(crate) fn say(&mut self, text: &Text) {
        let text = text.get(self.lang);
        self.add(VNode::VText(VText::new(AttrValue::Static(text))));
    }

    /// An attribute that is read out or shown: `aria-label`, `title`, `placeholder`.
    pub(crate) fn named(&mut self, name: &'static str, text: &Text) {
        self.attr(name, text.get(self.lang));
    }

    /// An element with a text.
    pub(crate) fn line(&mut self, what: &'static str, text: &str) {
        self.begin(what);
        if !text.is_empty() {
            self.text(text);
        }
        self.end();
    }

    /// An element with a text of ours.
    pub(crate) fn word(&mut self, what: &'static str, text: &Text) {
        self.begin(what);
        self.say(text);
        self.end();
    }

    /// A large part, drawn anew only when its stamp changes.
    pub(crate) fn part(&mut self, draw: Draw, stamp: String) {
        let props = PartProps {
            page: self.page.clone(),
            send: self.send.clone(),
            draw,
            stamp,
        };
        let part = VComp::new::<Part>(Rc::new(props), None);
        self.add(VNode::VComp(Rc::new(part)));
    }

    /// A picture.
    pub(crate) fn icon(&mut self, glyph: Glyph) {
        icon::draw(self, glyph);
    }

    /// A button. `class` stands beside `btn`, as in `button btn primary`.
    #[inline(always)]
    pub(crate) fn button(&mut self, what: &'static str, msg: Msg, inner: impl FnOnce(&mut Self)) {
        self.begin_button(what, msg);
        inner(self);
        self.end();
    }

    fn begin_button(&mut self, what: &'static str, msg: Msg) {
        self.begin(what);
        self.attr("type", "button");
        self.on(On::Click, msg);
    }

    /// A button with a text of ours.
    pub(crate) fn push(&mut self, what: &'static str, msg: Msg, text: &Text) {
        self.button(what, msg, |o| o.say(text));
    }

    /// A button that is only a picture.
    pub(crate) fn tool(&mut self, msg: Msg, glyph: Glyph, label: &str) {
        self.button("button btn icon ghost", msg, |o| {
            o.put("aria-label", label);
            o.put("title", label);
            o.icon(glyph);
        });
    }

    /// A link to a place in the planner.
    #[inline(always)]
    pub(crate) fn link(&mut self, what: &'static str, to: &Route, inner: impl FnOnce(&mut Self)) {
        self.begin_link(what, to);
        inner(self);
        self.end();
    }

    fn begin_link(&mut self, what: &'static str, to: &Route) {
        self.begin(what);
        self.put("href", &to.fragment());
    }

    /// A sentence of the engine: what stands in backticks is the user's, and is set apart. Never markup.
    pub(crate) fn rich(&mut self, text: &str) {
        self.begin("span rich");
        for (index, part) in text.split('`').enumerate() {
            self.line(if index % 2 == 1 { "b own" } else { "span" }, part);
        }
        self.end();
    }
}
