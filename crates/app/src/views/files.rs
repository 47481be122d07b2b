//! Plans, files, examples: what comes in and what goes out.

use std::rc::Rc;

use js_sys::Date;
use vaultplan::lang::Lang;
use vaultplan::model;
use wasm_bindgen::JsValue;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::components::code_block::CodeBlock;
use crate::components::dialog::Dialog;
use crate::components::doors::{ExampleList, FilePicker};
use crate::components::icon::{Glyph, Icon};
use crate::open::{self, Brought};
use crate::route::Route;
use crate::shared::{Shared, use_shared};
use crate::state::{Action, Content, Label};
use crate::storage::Info;
use crate::{dom, words};

#[component]
pub(crate) fn Files() -> Html {
    let app = use_shared();
    html! {
        <div class="files-view">
            <header class="form-head"><div><h1>{ app.say(words::VIEW_FILES) }</h1>
                <p class="muted">{ app.say(words::FILES_ABOUT) }</p></div></header>
            <div class="columns">
                <div>
                    <MyPlans />
                    <section class="panel">
                        <h2>{ app.say(words::OPEN_FILES) }</h2>
                        <FilePicker label={app.say(words::CHOOSE_FILES)} />
                        <PasteBox />
                    </section>
                </div>
                <div>
                    <Take />
                    <section class="panel"><h2>{ app.say(words::DOOR_EXAMPLE) }</h2><ExampleList /></section>
                </div>
            </div>
        </div>
    }
}

/// The user's plans, the last used first.
#[component]
fn MyPlans() -> Html {
    let app = use_shared();
    let forgetting = use_state(|| None::<Info>);
    let fresh = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            app.ask.act.emit(Action::Replace {
                label: Label::new(words::STEP_NEW),
                content: Content::empty(dom::fresh_id()),
            });
            dom::go(&Route::Plan);
        })
    };
    let rows = app.plans.iter().map(|info| {
        let here = info.id == app.content.id;
        let open = {
            let (app, id) = (app.clone(), info.id.clone());
            Callback::from(move |_: MouseEvent| {
                if app.content.id == id {
                    dom::go(&Route::Plan);
                } else {
                    app.ask.plan.emit(id.clone());
                }
            })
        };
        let forget = {
            let (forgetting, info) = (forgetting.setter(), info.clone());
            Callback::from(move |_: MouseEvent| forgetting.set(Some(info.clone())))
        };
        let name = named(&app, info);
        let about = [
            app.count(info.vaults, words::VAULT_ONE, words::VAULT_MANY),
            app.count(info.mirrors, words::MIRROR_ONE, words::MIRROR_MANY),
            when(&app, info.saved_at),
        ];
        let forget_label = app.fill(words::FORGET, "name", name.as_str());
        html! {
            <li key={info.id.to_string()} class={here.then_some("here")}>
                <button type="button" class="plan-row" onclick={open}>
                    <b>{ name }</b><small>{ about.join(" · ") }</small></button>
                <span>if here { <span class="chip quiet">{ app.say(words::OPEN_NOW) }</span> }</span>
                <button type="button" class="btn icon ghost" onclick={forget} aria-label={forget_label.clone()} title={forget_label}>
                    <Icon glyph={Glyph::Close} /></button>
            </li>
        }
    });
    let none = app.plans.is_empty();
    let close = {
        let forgetting = forgetting.setter();
        Callback::from(move |()| forgetting.set(None))
    };
    let asked = (*forgetting).clone();
    html! {
        <section class="panel">
            <div class="panel-head"><h2>{ app.say(words::MY_PLANS) }</h2>
                <button type="button" class="btn small" onclick={fresh} data-testid="new-plan"><Icon glyph={Glyph::Add} />{ app.say(words::NEW_PLAN) }</button></div>
            <p class="muted">{ app.say(if none { words::NO_PLANS } else { words::MY_PLANS_ABOUT }) }</p>
            <ul class="my-plans">{ for rows }</ul>
            <div>
                if let Some(info) = asked { { forget_dialog(&app, &info, &close) } }
            </div>
        </section>
    }
}

fn forget_dialog(app: &Shared, info: &Info, close: &Callback<()>) -> Html {
    let delete = {
        let (app, id, close) = (app.clone(), info.id.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            close.emit(());
            app.ask.forget.emit(Rc::clone(&id));
            if app.content.id == id {
                // What is open is not saved again behind the user's back; undo brings it back.
                app.ask.act.emit(Action::Replace {
                    label: Label::new(words::STEP_NEW),
                    content: Content::empty(dom::fresh_id()),
                });
            }
        })
    };
    html! {
        <Dialog title={app.fill(words::FORGET, "name", named(app, info))} onclose={close.clone()}>
            <p>{ app.say(words::FORGET_MEANS) }</p>
            <footer>
                <button type="button" class="btn" onclick={close.reform(|_| ())}>{ app.say(words::CANCEL) }</button>
                <button type="button" class="btn danger primary" onclick={delete}>{ app.say(words::DELETE) }</button>
            </footer>
        </Dialog>
    }
}

fn named(app: &Shared, info: &Info) -> String {
    if info.name.trim().is_empty() {
        app.say(words::UNTITLED).to_owned()
    } else {
        info.name.clone()
    }
}

/// A time as people of the language write it.
fn when(app: &Shared, ms: f64) -> String {
    let tag = match app.lang {
        Lang::En => "en-GB",
        Lang::Zh => "zh-CN",
    };
    let date = Date::new(&JsValue::from_f64(ms));
    let text = date.to_locale_string(tag, &JsValue::UNDEFINED);
    text.into()
}

/// A text to be pasted and opened.
#[component]
fn PasteBox() -> Html {
    let app = use_shared();
    let field = use_node_ref();
    let open = {
        let (field, open) = (field.clone(), app.ask.open.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                open.emit(Brought {
                    name: String::new(),
                    bytes: area.value().into_bytes(),
                });
            }
        })
    };
    html! {
        <div class="paste">
            <label for="paste">{ app.say(words::PASTE) }</label>
            <textarea ref={field} id="paste" rows="4" spellcheck="false" autocomplete="off" data-testid="paste" />
            <button type="button" class="btn" onclick={open} data-testid="open-pasted">{ app.say(words::OPEN_PASTED) }</button>
        </div>
    }
}

/// What can be taken away.
#[component]
fn Take() -> Html {
    let app = use_shared();
    let empty = app.content.is_empty();
    let save = {
        let content = app.content.clone();
        Callback::from(move |_: MouseEvent| {
            dom::save_file(
                &open::file_name(&content.plan),
                &model::write(&content.plan),
            );
        })
    };
    let text = model::write(&app.content.plan);
    let draft = app.content.draft.is_some();
    html! {
        <section class="panel">
            <h2>{ app.say(words::TAKE) }</h2>
            <p class="muted">{ app.say(words::TAKE_ABOUT) }</p>
            <p>{ if draft { app.say(words::TAKE_DRAFT) } else { "" } }</p>
            <button type="button" class="btn primary" onclick={save} disabled={empty} data-testid="save-file-2">
                <Icon glyph={Glyph::Save} />{ app.say(words::SAVE_JSON) }</button>
            <div>
                if !empty {
                    <details><summary>{ app.say(words::SHOW_JSON) }</summary>
                        <CodeBlock label={open::file_name(&app.content.plan)} {text} /></details>
                }
            </div>
        </section>
    }
}
