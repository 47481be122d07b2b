//! The page: state, storage, route and language, and the frame in which the views stand.

use std::cell::RefCell;
use std::rc::Rc;

use vaultplan::import::Import;
use vaultplan::lang::Lang;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Element, Event, File};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::components::banner::Banner;
use crate::components::dialog::Dialog;
use crate::components::header::Header;
use crate::components::icon::{Glyph, Icon};
use crate::components::import_report::ImportReport;
use crate::components::live::Live;
use crate::components::outline::Outline;
use crate::components::problems::Problems;
use crate::components::summary::Summary;
use crate::components::tabs::Tabs;
use crate::dom;
use crate::hooks::listener::{Of, use_listener};
use crate::hooks::route::use_route;
use crate::hooks::saver::{Saving, Told, use_saver};
use crate::hooks::shortcuts::use_shortcuts;
use crate::judged::Judged;
use crate::open::{self, Brought, Refused};
use crate::prefs::{self, Theme};
use crate::route::{Route, View};
use crate::shared::{Ask, Shared};
use crate::state::{Action, Content, Label, State};
use crate::storage::{Failure, Info};
use crate::views;
use crate::words;

/// Id of the element that the skip link leads to.
const CONTENT: &str = "content";

/// The page.
#[component]
pub(crate) fn App() -> Html {
    let state = use_reducer(|| State::new(Content::empty("")));
    let ready = use_state(|| false);
    let saving = use_state(|| Saving::Nothing);
    let plans = use_state(Rc::<Vec<Info>>::default);
    let split = use_state(|| None::<Rc<str>>);
    let refused = use_state(|| None::<Rc<Refused>>);
    let imported = use_state(|| None::<(Rc<str>, Rc<Import>)>);
    let sheet = use_state(|| false);
    let dragging = use_state(|| false);
    let lang = use_state(prefs::lang);
    let theme = use_state(prefs::theme);
    let focus = use_memo((), |()| RefCell::new(None::<String>));
    let route = use_route();

    let act = {
        let dispatch = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatch.dispatch(action))
    };

    let tell = {
        let (act, ready, saving) = (act.clone(), ready.setter(), saving.setter());
        let (plans, split) = (plans.setter(), split.setter());
        use_callback((), move |told: Told, ()| match told {
            Told::Loaded(content) => {
                act.emit(Action::Load(content));
                ready.set(true);
            }
            Told::Opened(content) => {
                let name = named(&content);
                act.emit(Action::Replace {
                    label: Label::new(words::STEP_OWN).arg("name", name),
                    content,
                });
                dom::go(&Route::Plan);
            }
            Told::Saving(now) => saving.set(now),
            Told::Plans(infos) => plans.set(Rc::new(infos)),
            Told::Newer(content) => act.emit(Action::Follow(content)),
            Told::Split { theirs, ours } => {
                act.emit(Action::GoOnAs {
                    id: ours,
                    instead_of: theirs.clone(),
                });
                split.set(Some(theirs));
            }
        })
    };
    let saver = use_saver(tell);

    let judged = use_memo(state.content.plan.clone(), |plan| {
        Judged::new(plan.clone(), dom::now())
    });

    {
        let saver = saver.clone();
        use_effect_with((state.serial, *ready), {
            let content = state.content.clone();
            move |(_, ready)| {
                if *ready {
                    saver.want(&content);
                }
            }
        });
    }

    // What was typed into a field counts also when the page is left from within it.
    let left = use_callback((), |_: Event, ()| dom::blur());
    use_listener(Of::Window, "pagehide", left);
    use_shortcuts(act.clone());

    use_effect_with(*lang, |lang| dom::state_language(*lang));
    use_effect_with((title(&route, &state.content, *lang), ()), |(title, ())| {
        dom::state_title(title)
    });
    {
        let focus = focus.clone();
        use_effect(move || {
            let mut wanted = focus.borrow_mut();
            // What is not there yet will be after the next drawing.
            if wanted.as_deref().is_some_and(dom::focus) {
                *wanted = None;
            }
        });
    }

    let open = {
        let (act, refused) = (act.clone(), refused.setter());
        let imported = imported.setter();
        let deps = state.content.clone();
        use_callback(
            deps,
            move |brought: Vec<Brought>, content: &Content| match open::open(&brought) {
                Ok(opened) => {
                    let id: Rc<str> = if content.is_empty() {
                        content.id.clone()
                    } else {
                        dom::fresh_id().into()
                    };
                    act.emit(Action::Replace {
                        label: opened.label,
                        content: Content::new(id.clone(), opened.plan),
                    });
                    imported.set(opened.import.map(|import| (id, Rc::new(import))));
                    dom::go(&Route::Plan);
                }
                Err(why) => refused.set(Some(Rc::new(why))),
            },
        )
    };
    let files = {
        let refused = refused.setter();
        use_callback(
            open.clone(),
            move |files: Vec<File>, open: &Callback<Vec<Brought>>| {
                let (open, refused) = (open.clone(), refused.clone());
                spawn_local(async move {
                    match dom::read_files(files).await {
                        Ok(brought) => open.emit(brought),
                        Err((name, true)) => refused.set(Some(Rc::new(Refused::TooLarge(name)))),
                        Err((name, false)) => refused.set(Some(Rc::new(Refused::Unreadable(name)))),
                    }
                });
            },
        )
    };
    use_drops(files.clone(), dragging.setter());
    use_pasting(open.clone());

    let ask = Ask {
        act: act.clone(),
        lang: {
            let lang = lang.setter();
            use_callback((), move |chosen, ()| {
                prefs::keep_lang(chosen);
                lang.set(chosen);
            })
        },
        theme: {
            let theme = theme.setter();
            use_callback((), move |chosen: Theme, ()| {
                prefs::keep_theme(chosen);
                theme.set(chosen);
            })
        },
        files,
        open: use_callback(open, |brought: Brought, open: &Callback<Vec<Brought>>| {
            open.emit(vec![brought]);
        }),
        plan: {
            let split = split.setter();
            use_callback(saver.clone(), move |id, saver| {
                split.set(None);
                saver.open(id);
            })
        },
        forget: use_callback(saver, |id, saver| saver.forget(id)),
        focus,
    };
    let shared = Shared {
        lang: *lang,
        theme: *theme,
        route: route.clone(),
        content: state.content.clone(),
        judged,
        undoable: state.undoable().cloned(),
        redoable: state.redoable().cloned(),
        saving: (*saving).clone(),
        plans: (*plans).clone(),
        ask,
    };

    let close_refused = {
        let refused = refused.setter();
        use_callback((), move |(), ()| refused.set(None))
    };
    let close_split = {
        let split = split.setter();
        use_callback((), move |(), ()| split.set(None))
    };

    let close_import = {
        let imported = imported.setter();
        use_callback((), move |(), ()| imported.set(None))
    };
    let close_sheet = {
        let sheet = sheet.setter();
        use_callback((), move |(), ()| sheet.set(false))
    };
    {
        // A choice in the outline closes its sheet.
        let sheet = sheet.setter();
        use_effect_with(route.clone(), move |_| sheet.set(false));
    }
    use_effect_with(route.view(), |_| dom::to_top(CONTENT));
    use_effect_with(route.selected().map(str::to_owned), |_| {
        dom::to_top(CONTENT)
    });
    let open_sheet = {
        let sheet = sheet.setter();
        Callback::from(move |_: MouseEvent| sheet.set(true))
    };
    let report = imported.as_ref().filter(|(id, _)| *id == shared.content.id);
    let report = report.filter(|_| route == Route::Plan).cloned();

    let skip = Callback::from(|event: MouseEvent| {
        // The fragment is the route: the link itself must not change it.
        event.prevent_default();
        dom::focus(CONTENT);
    });
    let empty = shared.content.is_empty();
    let bare = empty && matches!(route.view(), View::Plan);
    let event = state.event.clone();
    let mut frame = classes!("frame");
    if bare {
        frame.push("bare");
    }
    html! {
        <ContextProvider<Shared> context={shared.clone()}>
            <a class="skip" href={format!("#{CONTENT}")} onclick={skip}>{ shared.say(words::SKIP) }</a>
            <div class={frame} data-view={route.fragment()}>
                <Header />
                <div class="tabs-place"><Tabs /></div>
                <div class="side-place">
                    if *ready && !bare {
                        <Outline />
                    }
                </div>
                <main id={CONTENT} class="main" tabindex="-1" aria-busy={(!*ready).to_string()}>
                    <div class="banners">{ banners(&shared, &split, &close_split) }</div>
                    <div class="import-place">
                        if let Some((_, import)) = report { <ImportReport {import} onclose={close_import} /> }
                    </div>
                    <div class="sheet-bar narrow">
                        if *ready && !bare && route.view() == View::Plan {
                            <button type="button" class="btn" onclick={open_sheet} aria-haspopup="dialog">
                                <Icon glyph={Glyph::Outline} />{ shared.say(words::OUTLINE) }</button>
                        }
                    </div>
                    <div class="view" key={view_key(&route)}>
                        if *ready { { view(&route) } }
                        else { <p class="loading">{ shared.say(words::LOADING) }</p> }
                    </div>
                </main>
                <div class="foot-place"><Summary /></div>
            </div>
            <div class="overlays">
                <div>{ refused_dialog(&shared, &refused, &close_refused) }</div>
                <div>
                    if *sheet {
                        <Dialog title={shared.say(words::OUTLINE)} onclose={close_sheet} class="sheet"><Outline /></Dialog>
                    }
                </div>
                <div class={classes!("drop-veil", dragging.then_some("on"))} aria-hidden="true">
                    <p>{ shared.say(words::DROP_HERE) }</p>
                </div>
            </div>
            <Live event={event} serial={state.serial} />
        </ContextProvider<Shared>>
    }
}

/// Changes with the view, so that a view is never drawn into another one's elements.
fn view_key(route: &Route) -> &'static str {
    match route.view() {
        View::Plan => "plan",
        View::Findings => "findings",
        View::Encryption => "encryption",
        View::Text => "text",
        View::Files => "files",
    }
}

fn view(route: &Route) -> Html {
    match route.view() {
        View::Plan => html! { <views::plan::Plan /> },
        View::Findings => html! { <views::findings::Findings /> },
        View::Encryption => html! { <views::encryption::Encryption /> },
        View::Text => html! { <views::text::TextView /> },
        View::Files => html! { <views::files::Files /> },
    }
}

/// The name of a plan, in words where it has none.
fn named(content: &Content) -> vaultplan::lang::Said {
    match content.plan.name.as_deref().map(str::trim) {
        Some(name) if !name.is_empty() => name.into(),
        _ => words::UNTITLED.into(),
    }
}

fn title(route: &Route, content: &Content, lang: Lang) -> String {
    let view = match route.view() {
        View::Plan => words::VIEW_PLAN,
        View::Findings => words::VIEW_FINDINGS,
        View::Encryption => words::VIEW_ENCRYPTION,
        View::Text => words::VIEW_TEXT,
        View::Files => words::VIEW_FILES,
    };
    if content.is_empty() {
        return format!("{} · Vaultplan", view.get(lang));
    }
    let name = named(content);
    format!("{} · {} · Vaultplan", view.get(lang), name.get(lang))
}

fn banners(app: &Shared, split: &Option<Rc<str>>, close_split: &Callback<()>) -> Html {
    let unsaved = match &app.saving {
        Saving::Failed(Failure::Missing) => Some(app.say(words::NOT_SAVED_MISSING).to_owned()),
        Saving::Failed(Failure::Full) => Some(app.say(words::NOT_SAVED_FULL).to_owned()),
        Saving::Failed(Failure::Other(why)) => {
            Some(app.fill(words::NOT_SAVED_OTHER, "why", why.as_str()))
        }
        _ => None,
    };
    let draft = app.content.draft.is_some() && app.route != Route::Text;
    html! {
        <>
            <div key="unsaved">
                if let Some(text) = unsaved {
                    <Banner {text} />
                }
            </div>
            <div key="split">
                if let Some(id) = split {
                    <Banner text={app.say(words::SPLIT)} onclose={close_split.clone()}
                        action={app.say(words::SPLIT_OPEN)}
                        onaction={app.ask.plan.reform({ let id = id.clone(); move |()| id.clone() })} />
                }
            </div>
            <div key="draft">
                if draft {
                    <Banner text={app.say(words::DRAFT_ELSEWHERE)}
                        action={app.say(words::DRAFT_OPEN)}
                        onaction={Callback::from(|()| dom::go(&Route::Text))} />
                }
            </div>
        </>
    }
}

fn refused_dialog(app: &Shared, refused: &Option<Rc<Refused>>, close: &Callback<()>) -> Html {
    let Some(refused) = refused else {
        return html! { <span /> };
    };
    html! {
        <Dialog title={app.say(words::OPEN_REFUSED)} onclose={close.clone()}>
            <p>{ refused.headline(app.lang) }</p>
            <p class="muted">{ app.say(words::OPEN_UNTOUCHED) }</p>
            <Problems troubles={refused.troubles().to_vec()} />
        </Dialog>
    }
}

/// Opens files that are dropped anywhere on the window.
#[hook]
fn use_drops(files: Callback<Vec<File>>, dragging: UseStateSetter<bool>) {
    let brings_files = |event: &Event| {
        let transfer = event
            .dyn_ref::<DragEvent>()
            .and_then(DragEvent::data_transfer);
        transfer.filter(|transfer| transfer.types().includes(&"Files".into(), 0))
    };
    let over = {
        let dragging = dragging.clone();
        use_callback((), move |event: Event, ()| {
            if brings_files(&event).is_some() {
                // Without this the browser would open the file instead of the planner.
                event.prevent_default();
                dragging.set(true);
            }
        })
    };
    let left = {
        let dragging = dragging.clone();
        use_callback((), move |event: Event, ()| {
            // Leaving one element for another is not leaving the window.
            let to = event
                .dyn_ref::<DragEvent>()
                .and_then(|e| e.related_target());
            if to.is_none() {
                dragging.set(false);
            }
        })
    };
    let dropped = use_callback(files, move |event: Event, files| {
        dragging.set(false);
        if let Some(transfer) = brings_files(&event) {
            event.prevent_default();
            files.emit(dom::files(transfer.files()));
        }
    });
    use_listener(Of::Window, "dragover", over);
    use_listener(Of::Window, "dragleave", left);
    use_listener(Of::Window, "drop", dropped);
}

/// Opens a text that is pasted outside a text field.
#[hook]
fn use_pasting(open: Callback<Vec<Brought>>) {
    let pasted = use_callback(open, |event: Event, open| {
        let into = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if into.is_some_and(|element| dom::takes_text(&element)) {
            return;
        }
        let data = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data);
        let text = data.and_then(|data| data.get_data("text/plain").ok());
        // A pasted word is an accident; a document begins with a brace.
        if let Some(text) = text.filter(|text| text.trim_start().starts_with(['{', '['])) {
            event.prevent_default();
            open.emit(vec![Brought {
                name: String::new(),
                bytes: text.into_bytes(),
            }]);
        }
    });
    use_listener(Of::Document, "paste", pasted);
}
