//! The keeper in the browser: its database, what other pages of the planner announce, how much room there is.

use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Callback;

use crate::dom;
use crate::keep::{Ask, Room};
use crate::keeper::{Keeper, Wanted, World};
use crate::page::Told;
use crate::storage::{Failure, Store};

const DATABASE: &str = "vaultplan";
const CHANNEL: &str = "vaultplan-plans";

/// A database that has not answered after so many milliseconds is none.
const PATIENCE_MS: u32 = 8_000;

/// The saver. Clones are the same saver.
#[derive(Clone)]
pub(crate) struct Saver {
    keeper: Rc<Keeper>,
    tell: Callback<Told>,
}

impl Saver {
    /// A saver that has not begun.
    pub(crate) fn new(tell: Callback<Told>) -> Self {
        // Absent in a sandbox; revisions alone then tell.
        let channel = BroadcastChannel::new(CHANNEL).ok();
        let (telling, announced) = (tell.clone(), channel.clone());
        let keeper = Rc::new(Keeper::new(World {
            tell: Box::new(move |told| telling.emit(told)),
            announce: Box::new(move |id| {
                if let Some(channel) = &announced {
                    let _ = channel.post_message(&id.into());
                }
            }),
            now: dom::now_ms,
            fresh: dom::fresh_id,
        }));
        let saver = Self { keeper, tell };
        if let Some(channel) = channel {
            let weak = Rc::downgrade(&saver.keeper);
            let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
                if let (Some(keeper), Some(id)) = (weak.upgrade(), message.data().as_string()) {
                    spawn_local(async move { keeper.look_for_newer(Some(&id)).await });
                }
            });
            channel.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        }
        saver
    }

    /// Opens storage, and tells what was last used there.
    pub(crate) fn begin(&self) {
        let keeper = self.keeper.clone();
        spawn_local(async move {
            let store = Store::open(DATABASE).await;
            if !keeper.has_begun() {
                keeper.begin(store).await;
            }
        });
        let keeper = self.keeper.clone();
        gloo::timers::callback::Timeout::new(PATIENCE_MS, move || {
            if !keeper.has_begun() {
                let silent = Failure::Other("no answer".to_owned());
                spawn_local(async move { keeper.begin(Err(silent)).await });
            }
        })
        .forget();
    }

    /// Says what is open; it is kept when it differs from what is.
    pub(crate) fn want(&self, wanted: Wanted) {
        self.keeper.want(wanted);
        let keeper = self.keeper.clone();
        spawn_local(async move { keeper.keep().await });
    }

    /// Shows what another page has saved of the open plan.
    pub(crate) fn look_for_newer(&self) {
        let keeper = self.keeper.clone();
        spawn_local(async move { keeper.look_for_newer(None).await });
    }

    /// Does what the page asks for.
    pub(crate) fn ask(&self, ask: Ask) {
        let Self { keeper, tell } = self.clone();
        spawn_local(async move {
            match ask {
                Ask::Open(id) => keeper.open(&id).await,
                Ask::Delete(id, gone) => keeper.delete(&id, gone).await,
                Ask::Purge(id) => keeper.purge(&id).await,
                Ask::Rename(id, label, name) => keeper.rename(&id, label, &name).await,
                Ask::Duplicate(id, lang) => keeper.duplicate(&id, lang).await,
                Ask::Raw(id) => keeper.raw(&id).await,
                Ask::KeepVersion(name) => {
                    keeper.keep_version(&name).await;
                    // Somebody who keeps versions wants them to stay.
                    persist().await;
                }
                Ask::ChangeVersion(id, version) => keeper.change_version(&id, &version).await,
                Ask::ReadVersion(id, version, restore) => {
                    keeper.read_version(&id, &version, restore).await;
                }
                Ask::Persist => {
                    persist().await;
                    let asked = true;
                    tell.emit(Told::Room(Room {
                        asked,
                        ..room().await
                    }));
                }
                Ask::Peek(id) => keeper.peek(&id).await,
                Ask::Prices(change) => keeper.change_prices(&change).await,
                Ask::Room => tell.emit(Told::Room(room().await)),
            }
        });
    }
}

/// Calls a method of `navigator.storage`; nothing where a page has none.
async fn storage(method: &str) -> Option<JsValue> {
    let navigator = dom::window()?.navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let method: Function = Reflect::get(&storage, &method.into())
        .ok()?
        .dyn_into()
        .ok()?;
    let promise: Promise = method.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Asks the browser not to clear the page's storage by itself. It may ask its user.
async fn persist() {
    storage("persist").await;
}

/// How much room there is, so far as the browser says.
async fn room() -> Room {
    let estimate = storage("estimate").await.unwrap_or_default();
    let number = |name: &str| {
        let value = Reflect::get(&estimate, &name.into()).ok()?;
        value.as_f64()
    };
    Room {
        used: number("usage").unwrap_or_default(),
        quota: number("quota").unwrap_or_default(),
        persisted: storage("persisted").await.and_then(|it| it.as_bool()),
        asked: false,
    }
}
