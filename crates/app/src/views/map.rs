//! The map: the engine's picture of the plan, with what can be done on it.

use vaultplan::finding::ObjectKind;
use vaultplan::map::{self, Pen, Picture, Way};

use crate::edit;
use crate::icon::Glyph;
use crate::map::{Msg as On_, STAGE, node_id};
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::route::Route;
use crate::words::map as words;

/// So many objects of a box are listed by name.
const MEMBERS: usize = 60;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let picture = app.map.picture();
    o.el("div map-view", |o| {
        o.word("h1 away", words::VIEW_MAP);
        match picture.filter(|picture| !picture.nodes.is_empty()) {
            Some(picture) => {
                tools(app, o);
                o.el("div map-chosen", |o| chosen(app, o, picture));
                o.el("div map-stage", |o| {
                    o.attr("id", STAGE);
                    o.attr("data-testid", "map-stage");
                    o.on(On::Wheel, Msg::Map(On_::Wheel));
                    o.on(On::Move, Msg::Map(On_::Drag));
                    let stamp = stamp(app);
                    o.part(stage, stamp);
                });
                foot(app, o, picture);
            }
            None => o.el("div map-empty", |o| {
                o.key("empty");
                o.word("p", words::EMPTY);
                o.link("a btn primary", &Route::PLAN, |o| o.say(words::EMPTY_WAY));
            }),
        }
    });
}

/// What the picture's elements depend on.
fn stamp(app: &Page) -> String {
    let map = &app.map;
    let mut stamp = String::new();
    for number in [
        map.scale() as usize,
        map.at(),
        app.selected_node().unwrap_or(usize::MAX),
    ] {
        stamp.push_str(&number.to_string());
        stamp.push(' ');
    }
    stamp.push_str(&map.serial.to_string());
    stamp
}

/// An action of the map as a button with a picture.
fn tool(o: &mut Out, msg: On_, glyph: Glyph, label: &str) {
    o.tool(Msg::Map(msg), glyph, label);
}

fn tools(app: &Page, o: &mut Out) {
    let percent = app.map.scale().to_string();
    o.el("div map-tools", |o| {
        o.attr("role", "group");
        o.named("aria-label", words::TOOLS);
        o.el("div map-group", |o| {
            tool(o, On_::Zoom(false), Glyph::Minus, app.say(words::SMALLER));
            o.button("button btn ghost percent", Msg::Map(On_::Real), |o| {
                let hint = app.fill(words::REAL_HINT, "n", &percent);
                o.put("aria-label", &hint);
                o.put("title", &hint);
                o.attr("data-testid", "map-percent");
                o.text(&app.fill(words::REAL, "n", &percent));
            });
            tool(o, On_::Zoom(true), Glyph::Add, app.say(words::LARGER));
            o.button("button btn ghost", Msg::Map(On_::Fit), |o| {
                o.attr("data-testid", "map-fit");
                o.say(words::FIT);
            });
        });
        o.el("div map-group", |o| {
            for (way, glyph, label) in [
                (Way::Left, Glyph::Back, words::PAN_LEFT),
                (Way::Up, Glyph::Up, words::PAN_UP),
                (Way::Down, Glyph::Down, words::PAN_DOWN),
                (Way::Right, Glyph::Arrow, words::PAN_RIGHT),
            ] {
                tool(o, On_::Pan(way), glyph, app.say(label));
            }
        });
        o.el("div map-group", |o| {
            let label = match app.map.shown.len() {
                0 => return,
                1 => words::WHOLE,
                _ => words::BACK,
            };
            o.button("button btn", Msg::Map(On_::Back), |o| {
                o.attr("data-testid", "map-back");
                o.icon(Glyph::Back);
                o.say(label);
            });
        });
        o.el("span spacer", |_| {});
        o.button("button btn", Msg::Map(On_::Save), |o| {
            o.named("title", words::EXPORT_HINT);
            o.attr("data-testid", "map-export");
            o.icon(Glyph::Save);
            o.word("span", words::EXPORT);
        });
    });
}

/// What is selected, and what can be done with it.
fn chosen(app: &Page, o: &mut Out, picture: &Picture) {
    let number = app.selected_node();
    let node = number.and_then(|number| picture.nodes.get(number));
    let object = app
        .route
        .selected
        .as_deref()
        .and_then(|id| app.judged.find(id));
    let (Some(number), Some(node), Some(object)) = (number, node, object) else {
        return o.el("p muted", |o| {
            o.key("none");
            o.say(if picture.folded {
                words::FOLDED
            } else {
                words::CHOOSE
            });
        });
    };
    let reference = app.judged.reference(object);
    o.el("div map-acts", |o| {
        o.key(&reference);
        o.line("b map-name", edit::name(app.plan(), object));
        o.el("div actions", |o| {
            if node.chains > 0 {
                o.push(
                    "button btn small",
                    Msg::Map(On_::Choose(number)),
                    words::OPEN_GROUP,
                );
            }
            o.link("a btn small", &Route::object(reference.clone()), |o| {
                o.attr("data-testid", "map-plan");
                o.say(words::SHOW_IN_PLAN);
            });
            o.button("button btn small", Msg::Map(On_::Chain), |o| {
                o.attr("data-testid", "map-chain");
                o.say(words::CHAIN);
            });
            if object.kind == ObjectKind::Vault {
                o.link(
                    "a btn small",
                    &Route::create_mirror(reference.clone()),
                    |o| {
                        o.say(words::CREATE_MIRROR);
                    },
                );
                o.button(
                    "button btn small",
                    Msg::Map(On_::AddSource(object.index)),
                    |o| {
                        o.attr("data-testid", "map-add-source");
                        o.say(words::ADD_SOURCE);
                    },
                );
            }
        });
        o.el("div", |o| {
            if node.objects.len() > 1 {
                members(app, o, node);
            }
        });
    });
}

/// What a box stands for, one by one.
fn members(app: &Page, o: &mut Out, node: &map::Node) {
    o.el("details menu", |o| {
        let count = node.objects.len();
        o.el("summary btn small", |o| {
            o.text(&app.fill(words::MEMBERS, "n", &count.to_string()));
        });
        o.el("ul menu-panel map-members", |o| {
            let own = |index: usize, kind| index < edit::number_of(app.plan(), kind);
            let listed = node.objects.iter().filter(|of| own(of.index, of.kind));
            for object in listed.take(MEMBERS) {
                o.el("li", |o| {
                    let to = app.route.with(app.judged.reference(*object));
                    o.link("a menu-row", &to, |o| {
                        o.text(edit::name(app.plan(), *object))
                    });
                });
            }
            if count > MEMBERS {
                let more = (count - MEMBERS).to_string();
                o.line(
                    "li menu-row muted",
                    &app.fill(words::MEMBERS_MORE, "n", &more),
                );
            }
        });
    });
}

/// The picture.
fn stage(app: &Page, o: &mut Out) {
    let Some(picture) = app.map.picture() else {
        return;
    };
    let scaled = |size: i32| (size * app.map.scale() / 100).to_string();
    o.el("svg map", |o| {
        let size = [&picture.width.to_string(), " ", &picture.height.to_string()].concat();
        o.put("viewBox", &["0 0 ", &size].concat());
        o.put("width", &scaled(picture.width));
        o.put("height", &scaled(picture.height));
        o.attr("role", "group");
        o.attr("data-testid", "map");
        o.put("aria-label", &picture.summary());
        o.on(On::Key, Msg::Map(On_::Key));
        let mut hand = Hand {
            at: Some(app.map.at()),
            selected: app.selected_node(),
            picture: Some(picture),
            o,
        };
        map::draw(picture, &mut hand);
    });
}

/// What lines and signs mean, and what is not drawn.
fn foot(app: &Page, o: &mut Out, picture: &Picture) {
    o.el("div map-foot", |o| {
        o.el("div map-signs", |o| {
            // It is wider than a phone, and scrolled there.
            o.attr("tabindex", "0");
            o.attr("role", "group");
            o.named("aria-label", words::LEGEND);
            signs(app, o);
        });
        o.line("p muted", &picture.beside());
    });
}

fn signs(app: &Page, o: &mut Out) {
    o.el("svg map map-legend", |o| {
        o.attr("viewBox", "0 0 800 32");
        o.attr("width", "800");
        o.attr("height", "32");
        o.attr("role", "img");
        o.named("aria-label", words::LEGEND);
        let mut hand = Hand {
            at: None,
            selected: None,
            picture: None,
            o,
        };
        map::legend(app.lang, &mut hand);
    });
}

/// Draws the engine's picture as elements of the page.
struct Hand<'o, 'p> {
    o: &'o mut Out,
    picture: Option<&'p Picture>,
    at: Option<usize>,
    selected: Option<usize>,
}

impl Pen for Hand<'_, '_> {
    fn open(&mut self, tag: &'static str) {
        self.o.begin(tag);
    }

    fn attr(&mut self, name: &'static str, value: &str) {
        self.o.put(name, value);
    }

    fn text(&mut self, text: &str) {
        self.o.text(text);
    }

    fn close(&mut self) {
        self.o.end();
    }

    fn node(&mut self, number: usize) -> &'static str {
        let o = &mut *self.o;
        let node = self.picture.and_then(|picture| picture.nodes.get(number));
        o.put("id", &node_id(number));
        o.attr("role", "button");
        o.attr("tabindex", if self.at == Some(number) { "0" } else { "-1" });
        if let Some(node) = node {
            o.put("aria-label", &node.spoken);
            o.put("data-ref", &node.target);
        }
        o.on(On::Click, Msg::Map(On_::Choose(number)));
        if self.selected == Some(number) {
            o.attr("aria-current", "true");
            " m-on"
        } else {
            ""
        }
    }
}
