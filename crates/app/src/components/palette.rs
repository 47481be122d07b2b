//! The search: a field, and below it views, commands and objects that answer. Keys move in the list while the focus
//! stays in the field.

use super::chip;
use super::dialogs::dialog;
use super::object_form::{self, KINDS};
use crate::edit;
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::search::{self, COMMANDS, Found};
use crate::shell::{self, option_id};
use crate::views;
use crate::words::shell as words;

/// Id of the list.
const LIST: &str = "found";

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let found = search::find(app, &app.shell.asked);
    o.el("dialog dialog palette", |o| {
        o.key("palette");
        o.named("aria-label", words::SEARCH);
        o.attr("data-testid", "palette");
        o.on(On::Cancel, Msg::Close);
        o.el("div palette-head", |o| {
            o.icon(Glyph::Search);
            o.el("input", |o| {
                o.attr("type", "text");
                o.attr("id", "asked");
                o.attr("role", "combobox");
                o.attr("autocomplete", "off");
                o.attr("autocapitalize", "off");
                o.attr("spellcheck", "false");
                o.attr("autofocus", "");
                o.attr("aria-expanded", "true");
                o.attr("aria-autocomplete", "list");
                o.attr("aria-controls", LIST);
                o.named("aria-label", words::SEARCH_FOR);
                o.named("placeholder", words::SEARCH_FOR);
                if !found.is_empty() {
                    o.put("aria-activedescendant", &option_id(app.shell.chosen));
                }
                o.on(On::Input, Msg::Shell(shell::Msg::Asked));
                o.on(On::Key, Msg::Shell(shell::Msg::Key));
            });
            o.button("button btn icon ghost", Msg::Close, |o| {
                o.named("aria-label", crate::words::CLOSE);
                o.icon(Glyph::Close);
            });
        });
        o.el("ul found", |o| {
            o.attr("id", LIST);
            o.attr("role", "listbox");
            o.named("aria-label", words::SEARCH_RESULTS);
            for (place, found) in found.iter().enumerate() {
                row(app, o, place, *found);
            }
        });
        o.el("p palette-foot muted", |o| {
            o.attr("role", "status");
            match found.len() {
                0 => o.say(words::SEARCH_NOTHING),
                search::MOST => o.say(words::SEARCH_MANY),
                number => o.text(&app.count(number, words::RESULT_ONE, words::RESULT_MANY)),
            }
        });
    });
}

fn row(app: &Page, o: &mut Out, place: usize, found: Found) {
    o.el("li", |o| {
        o.put("id", &option_id(place));
        o.attr("role", "option");
        let chosen = place == app.shell.chosen;
        o.attr("aria-selected", if chosen { "true" } else { "false" });
        o.on(On::Click, Msg::Shell(shell::Msg::Choose(place)));
        match found {
            Found::View(at) => {
                if let Some(look) = views::ALL.get(at) {
                    o.icon(look.glyph);
                    o.word("span name", look.title);
                    o.word("small", words::GO_TO_VIEW);
                }
            }
            Found::Command(at) => {
                if let Some(command) = COMMANDS.get(at) {
                    o.icon(command.glyph);
                    o.word("span name", command.text);
                    if !command.keys.is_empty() {
                        o.el("small", |o| keys(o, command.keys));
                    }
                }
            }
            Found::Add(at) => {
                if let Some(known) = KINDS.get(at) {
                    o.icon(Glyph::Add);
                    o.word("span name", known.add);
                }
            }
            Found::Object(object) => {
                let (region, _) = search::region_and_type(app, object);
                o.icon(super::outline::glyph(object.kind));
                o.el("span name", |o| {
                    o.text(&object_form::called(app, object));
                    let id = edit::id(app.plan(), object);
                    if id != edit::name(app.plan(), object) {
                        o.line("small", &[" ", id].concat());
                    }
                });
                chip::found(app, o, app.judged.tally_of(object));
                o.el("small", |o| {
                    o.say(&object.kind.label());
                    if let Some(region) = region {
                        o.text(" · ");
                        o.text(&edit::region_name(region, app.lang));
                    }
                });
            }
        }
    });
}

/// Keys, each set apart.
pub(crate) fn keys(o: &mut Out, keys: &'static str) {
    for key in keys.split(' ') {
        o.line("kbd", key);
    }
}

/// Keys that no command names.
const OTHER_KEYS: &[(&str, &vaultplan::lang::Text)] =
    &[("Ctrl K", words::SEARCH), ("Esc", words::KEY_ESCAPE)];

/// Which keys do what.
pub(crate) fn shortcuts(app: &Page, o: &mut Out) {
    dialog(o, "dialog dialog", app.say(words::KEYS), &|o| {
        o.el("dl keys", |o| {
            let of_commands = COMMANDS.iter().map(|command| (command.keys, command.text));
            let all = OTHER_KEYS.iter().copied().chain(of_commands);
            for (pressed, text) in all.filter(|(pressed, _)| !pressed.is_empty()) {
                o.el("div", |o| {
                    o.key(pressed);
                    o.word("dt", text);
                    o.el("dd", |o| keys(o, pressed));
                });
            }
        });
        o.word("p muted", words::KEYS_MAC);
    });
}
