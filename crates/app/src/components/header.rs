//! The head of the page: which plan is open, whether it is kept, and what concerns all views.

use vaultplan::catalog::editions::Edition;
use vaultplan::lang::{Lang, Text};

use super::{differences, history};
use crate::edit::Field;
use crate::form;
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{Msg, Page, Saving};
use crate::prefs::Theme;
use crate::route::Route;
use crate::state::Label;
use crate::words::shell as ours;
use crate::{share, shell, words};

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    o.el("header top", |o| {
        brand(o);
        o.el("input plan-name", |o| {
            o.attr("type", "text");
            o.attr("autocomplete", "off");
            o.attr("spellcheck", "false");
            o.attr("maxlength", "200");
            o.named("aria-label", words::PLAN_NAME);
            o.named("placeholder", words::UNTITLED);
            o.put("data-v", app.plan().name.as_deref().unwrap_or_default());
            o.on(On::Change, Msg::Set(Field::PLAN_NAME));
            for on in [On::Input, On::Composed] {
                o.on(on, Msg::Form(form::Msg::Typing(Field::PLAN_NAME)));
            }
        });
        o.el("span saving", |o| saving(app, o));
        o.line("span spacer", "");
        o.el("span wide edition-place", |o| {
            edition(app, o, "edition");
            differences::line(app, o);
        });
        o.el("span pair", |o| {
            let state = &app.state;
            step(
                app,
                o,
                state.undoable(),
                (words::UNDO_STEP, words::UNDO),
                Msg::Undo,
            );
            step(
                app,
                o,
                state.redoable(),
                (words::REDO_STEP, words::REDO),
                Msg::Redo,
            );
            history::draw(app, o);
        });
        o.button(
            "button btn search-button",
            Msg::Shell(shell::Msg::Find),
            |o| {
                o.attr("aria-keyshortcuts", "Control+K Meta+K");
                o.attr("aria-haspopup", "dialog");
                o.attr("data-testid", "search");
                o.named("title", ours::SEARCH);
                o.icon(Glyph::Search);
                o.word("span wide-label", ours::SEARCH);
                o.el("kbd wide-label", |o| {
                    o.attr("aria-hidden", "true");
                    o.text("Ctrl K");
                });
            },
        );
        o.el("span wide", |o| language(app, o));
        menu(
            o,
            "details menu wide theme-menu",
            words::THEME,
            &theme_icon,
            &|o| themes(app, o),
        );
        o.link("a btn wide", &Route::FILES, |o| o.say(words::OPEN));
        let button = |o: &mut Out| {
            o.attr("data-testid", "export");
            o.icon(Glyph::Save);
            o.word("span wide-label", words::EXPORT);
        };
        o.button("button btn", Msg::Share(share::Msg::Ask), |o| {
            o.attr("data-testid", "share-open");
            o.attr("aria-haspopup", "dialog");
            o.named("aria-label", words::share::SHARE);
            o.icon(Glyph::Link);
            o.word("span wide-label", words::share::SHARE);
        });
        menu(o, "details menu export", words::EXPORT, &button, &exports);
        let button = |o: &mut Out| o.icon(Glyph::More);
        menu(o, "details menu narrow", words::MORE, &button, &|o| {
            o.el("div menu-rows", |o| {
                let dead = app.state.redoable().is_none();
                o.button("button menu-row", Msg::Redo, |o| {
                    o.attr("aria-disabled", if dead { "true" } else { "false" });
                    o.attr("data-closes", "");
                    o.icon(Glyph::Redo);
                    o.say(words::REDO);
                });
                edition(app, o, "edition-narrow");
                o.el("div", |o| differences::line(app, o));
                o.el("span", |o| language(app, o));
                o.el("div menu-group", |o| themes(app, o));
                o.el("a menu-row", |o| {
                    o.put("href", &format!("docs/{}/", app.lang));
                    o.say(words::DOCUMENTATION);
                });
            });
        });
    });
}

fn brand(o: &mut Out) {
    o.link("a brand", &Route::PLAN, |o| {
        o.attr("aria-label", "Vaultplan");
        o.el("svg", |o| {
            o.attr("width", "22");
            o.attr("height", "22");
            o.attr("viewBox", "0 0 22 22");
            o.attr("aria-hidden", "true");
            for (class, x) in [("brand-back", "1.5"), ("brand-front", "8.5")] {
                o.el("rect", |o| {
                    o.attr("class", class);
                    o.attr("x", x);
                    o.attr("y", "4");
                    o.attr("width", "12");
                    o.attr("height", "14");
                    o.attr("rx", "2.5");
                });
            }
        });
        o.line("span", "Vaultplan");
    });
}

/// A button that opens a small panel. The page's shell closes it: on Escape, on a click or the focus elsewhere, and
/// when a choice in it was made.
fn menu(
    o: &mut Out,
    what: &'static str,
    label: &Text,
    button: &dyn Fn(&mut Out),
    inner: &dyn Fn(&mut Out),
) {
    o.el(what, |o| {
        o.el("summary btn ghost", |o| {
            o.named("aria-label", label);
            button(o);
        });
        o.el("div menu-panel", |o| inner(o));
    });
}

fn saving(app: &Page, o: &mut Out) {
    let (class, text) = match app.saving {
        Saving::Nothing => ("chip quiet", words::SAVES_ITSELF),
        Saving::Busy => ("chip quiet", words::SAVING),
        Saving::Kept => ("chip pass", words::SAVED),
        Saving::Failed(_) => ("chip warn", words::NOT_SAVED),
    };
    o.el("span", |o| {
        o.attr("class", class);
        o.named("title", words::SAVED_HINT);
        o.attr("data-testid", "saving");
        o.say(text);
    });
}

fn edition(app: &Page, o: &mut Out, id: &'static str) {
    o.el("label edition", |o| {
        o.word("span", words::EDITION);
        o.el("select", |o| {
            o.attr("id", id);
            o.attr("data-testid", id);
            o.attr("data-v", app.plan().edition().word());
            o.on(On::Change, Msg::Set(Field::EDITION));
            for edition in Edition::ALL {
                o.el("option", |o| {
                    o.attr("value", edition.word());
                    o.say(&edition.title());
                });
            }
        });
    });
}

fn step(app: &Page, o: &mut Out, label: Option<&Label>, (named, plain): (&Text, &Text), msg: Msg) {
    let words = match label {
        Some(label) => app.fill(named, "step", &label.get(app.lang)),
        None => app.say(plain).to_owned(),
    };
    let (id, glyph) = match msg {
        Msg::Undo => ("undo", Glyph::Undo),
        _ => ("redo", Glyph::Redo),
    };
    o.button("button btn icon ghost", msg, |o| {
        // Not `disabled`: a button that has the focus must not lose it when the last step is undone.
        o.attr(
            "aria-disabled",
            if label.is_none() { "true" } else { "false" },
        );
        o.put("aria-label", &words);
        o.put("title", &words);
        o.attr("data-testid", id);
        o.icon(glyph);
    });
}

fn language(app: &Page, o: &mut Out) {
    let (other, name, tag) = match app.lang {
        Lang::En => (Lang::Zh, "中文", "zh-CN"),
        Lang::Zh => (Lang::En, "English", "en"),
    };
    o.button("button btn ghost", Msg::Lang(other), |o| {
        o.attr("lang", tag);
        o.attr("data-testid", "language");
        o.text(name);
    });
}

/// A disc, half light and half dark.
fn theme_icon(o: &mut Out) {
    o.el("svg icon", |o| {
        o.attr("viewBox", "0 0 16 16");
        o.attr("aria-hidden", "true");
        o.el("circle", |o| {
            o.attr("cx", "8");
            o.attr("cy", "8");
            o.attr("r", "5.5");
        });
        o.el("path brand-half", |o| {
            o.attr("d", "M8 2.5a5.5 5.5 0 0 1 0 11z")
        });
    });
}

fn themes(app: &Page, o: &mut Out) {
    for theme in Theme::ALL {
        let text = match theme {
            Theme::System => words::THEME_SYSTEM,
            Theme::Light => words::THEME_LIGHT,
            Theme::Dark => words::THEME_DARK,
        };
        let chosen = theme == app.theme;
        o.button("button menu-row", Msg::Theme(theme), |o| {
            o.attr("aria-pressed", if chosen { "true" } else { "false" });
            o.attr("data-closes", "");
            o.el("span check", |o| {
                if chosen {
                    o.icon(Glyph::Pass);
                }
            });
            o.say(text);
        });
    }
}

fn exports(o: &mut Out) {
    o.button("button menu-row", Msg::Save, |o| {
        o.attr("data-closes", "");
        o.attr("data-testid", "save-file");
        o.icon(Glyph::File);
        o.say(words::SAVE_JSON);
    });
    o.button("button menu-row", Msg::Copy("", None), |o| {
        o.attr("data-closes", "");
        o.icon(Glyph::Copy);
        o.say(words::COPY_JSON);
    });
    o.button("button menu-row", Msg::Share(share::Msg::Markdown), |o| {
        o.attr("data-closes", "");
        o.attr("data-testid", "copy-markdown-menu");
        o.icon(Glyph::Copy);
        o.say(words::share::COPY_MARKDOWN);
    });
    o.link("a menu-row", &Route::FILES, |o| {
        o.attr("data-closes", "");
        o.icon(Glyph::More);
        o.say(words::MORE_FILES);
    });
}
