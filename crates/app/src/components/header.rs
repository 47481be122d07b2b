//! The head of the page: which plan is open, whether it is kept, and what concerns all views.

use vaultplan::catalog::editions::Edition;
use vaultplan::finding::ObjectRef;
use vaultplan::lang::Lang;
use vaultplan::model;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::menu::Menu;
use crate::hooks::saver::Saving;
use crate::prefs::Theme;
use crate::route::Route;
use crate::shared::{Shared, use_shared};
use crate::state::{Action, Content, Label};
use crate::{dom, edit, open, words};

#[component]
pub(crate) fn Header() -> Html {
    let app = use_shared();
    html! {
        <header class="top">
            <a class="brand" href="#/plan" aria-label="Vaultplan">
                <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
                    <rect class="brand-back" x="1.5" y="4" width="12" height="14" rx="2.5" />
                    <rect class="brand-front" x="8.5" y="4" width="12" height="14" rx="2.5" />
                </svg>
                <span>{ "Vaultplan" }</span>
            </a>
            <PlanName />
            <span class="saving">{ saving(&app) }</span>
            <span class="spacer"></span>
            <span class="wide">{ edition(&app, "edition") }</span>
            <span class="pair">{ steps(&app) }</span>
            <span class="wide">{ language(&app) }</span>
            <Menu class="wide theme-menu" label={app.say(words::THEME)} button={html! { <ThemeIcon /> }}>
                { themes(&app) }
            </Menu>
            <a class="btn wide" href="#/files">{ app.say(words::OPEN) }</a>
            <Menu class="export" label={app.say(words::EXPORT)} testid="export"
                button={html! { <><Icon glyph={Glyph::Save} /><span class="wide-label">{ app.say(words::EXPORT) }</span></> }}>
                { exports(&app) }
            </Menu>
            <Menu class="narrow" label={app.say(words::MORE)} button={html! { <Icon glyph={Glyph::More} /> }}>
                <div class="menu-rows">
                    { edition(&app, "edition-narrow") }
                    <span>{ language(&app) }</span>
                    <div class="menu-group">{ themes(&app) }</div>
                    <a class="menu-row" href={format!("docs/{}/", app.lang)}>{ app.say(words::DOCUMENTATION) }</a>
                </div>
            </Menu>
        </header>
    }
}

/// The plan's name, in place.
#[component]
fn PlanName() -> Html {
    let app = use_shared();
    let field = use_node_ref();
    let name = app
        .content
        .plan
        .name
        .as_deref()
        .unwrap_or_default()
        .to_owned();
    use_effect_with((field.clone(), name.clone()), |(field, name)| {
        if let Some(input) = field.cast::<HtmlInputElement>() {
            input.set_value(name);
        }
    });
    let onchange = {
        let app = app.clone();
        Callback::from(move |event: yew::Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let typed = input.value().trim().to_owned();
            let was = app.content.plan.name.is_some();
            let value = (!typed.is_empty()).then(|| typed.clone().into());
            app.edit(edit::set(
                &app.content.plan,
                ObjectRef::PLAN,
                "/name",
                words::FIELD_PLAN_NAME,
                was,
                value,
            ));
            input.set_value(&typed);
        })
    };
    html! {
        <input ref={field} class="plan-name" type="text" autocomplete="off" spellcheck="false" maxlength="200"
            aria-label={app.say(words::PLAN_NAME)} placeholder={app.say(words::UNTITLED)} {onchange} />
    }
}

fn saving(app: &Shared) -> Html {
    let (class, text) = match app.saving {
        Saving::Nothing => ("chip quiet", words::SAVES_ITSELF),
        Saving::Busy => ("chip quiet", words::SAVING),
        Saving::Kept => ("chip pass", words::SAVED),
        Saving::Failed(_) => ("chip warn", words::NOT_SAVED),
    };
    html! {
        <span {class} title={app.say(words::SAVED_HINT)} data-testid="saving">{ app.say(text) }</span>
    }
}

fn edition(app: &Shared, id: &'static str) -> Html {
    let current = app.content.plan.edition();
    let onchange = {
        let app = app.clone();
        Callback::from(move |event: yew::Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let was = app.content.plan.edition.is_some();
            app.edit(edit::set(
                &app.content.plan,
                ObjectRef::PLAN,
                "/edition",
                words::FIELD_EDITION,
                was,
                Some(select.value().into()),
            ));
        })
    };
    let options = Edition::ALL.into_iter().map(|edition| {
        html! {
            <option key={edition.word()} value={edition.word()} selected={edition == current}>
                { app.say(edition.title()) }</option>
        }
    });
    // A new element for every choice: the browser keeps what the user chose last in an old one.
    html! {
        <label class="edition" key={current.word()}>
            <span>{ app.say(words::EDITION) }</span>
            <select {id} data-testid={id} {onchange}>{ for options }</select>
        </label>
    }
}

fn steps(app: &Shared) -> Html {
    let button = |label: Option<&Label>,
                  named,
                  plain,
                  glyph,
                  action: fn() -> Action,
                  id: &'static str| {
        let words = match label {
            Some(label) => app.fill(named, "step", label.get(app.lang)),
            None => app.say(plain).to_owned(),
        };
        let onclick = app.ask.act.reform(move |_: MouseEvent| action());
        // Not `disabled`: a button that has the focus must not lose it when the last step is undone.
        html! {
            <button type="button" class="btn icon ghost" aria-disabled={label.is_none().to_string()} {onclick}
                aria-label={words.clone()} title={words} data-testid={id}><Icon {glyph} /></button>
        }
    };
    html! {
        <>
            { button(app.undoable.as_ref(), words::UNDO_STEP, words::UNDO, Glyph::Undo, || Action::Undo, "undo") }
            { button(app.redoable.as_ref(), words::REDO_STEP, words::REDO, Glyph::Redo, || Action::Redo, "redo") }
        </>
    }
}

fn language(app: &Shared) -> Html {
    let (other, name, tag) = match app.lang {
        Lang::En => (Lang::Zh, "中文", "zh-CN"),
        Lang::Zh => (Lang::En, "English", "en"),
    };
    let onclick = app.ask.lang.reform(move |_: MouseEvent| other);
    html! {
        <button type="button" class="btn ghost" lang={tag} {onclick} data-testid="language">{ name }</button>
    }
}

/// A disc, half light and half dark.
#[component]
fn ThemeIcon() -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.5" />
            <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
        </svg>
    }
}

fn themes(app: &Shared) -> Html {
    let rows = Theme::ALL.into_iter().map(|theme| {
        let text = match theme {
            Theme::System => words::THEME_SYSTEM,
            Theme::Light => words::THEME_LIGHT,
            Theme::Dark => words::THEME_DARK,
        };
        let chosen = theme == app.theme;
        let onclick = app.ask.theme.reform(move |_: MouseEvent| theme);
        html! {
            <button type="button" key={theme.word()} class="menu-row" aria-pressed={chosen.to_string()} {onclick}
                data-closes="">
                <span class="check">if chosen { <Icon glyph={Glyph::Pass} /> }</span>{ app.say(text) }</button>
        }
    });
    html! { <>{ for rows }</> }
}

fn exports(app: &Shared) -> Html {
    let text = |content: &Content| model::write(&content.plan);
    let save = {
        let content = app.content.clone();
        Callback::from(move |_: MouseEvent| {
            dom::save_file(&open::file_name(&content.plan), &text(&content));
        })
    };
    let copied = {
        let content = app.content.clone();
        Callback::from(move |_: MouseEvent| {
            let text = text(&content);
            yew::platform::spawn_local(async move {
                dom::copy(text).await;
            });
        })
    };
    html! {
        <>
            <button type="button" class="menu-row" onclick={save} data-closes="" data-testid="save-file">
                <Icon glyph={Glyph::File} />{ app.say(words::SAVE_JSON) }</button>
            <button type="button" class="menu-row" onclick={copied} data-closes="">
                <Icon glyph={Glyph::Copy} />{ app.say(words::COPY_JSON) }</button>
            <a class="menu-row" href={Route::Files.fragment()} data-closes="">
                <Icon glyph={Glyph::More} />{ app.say(words::MORE_FILES) }</a>
        </>
    }
}
