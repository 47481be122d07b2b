//! Keeps what is open, after every step, and notices what other pages of the planner keep.
//! One save runs at a time; steps done meanwhile are saved together after it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use vaultplan::model::{self, Topology};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Callback;

use crate::dom;
use crate::page::{Saving, Told};
use crate::state::{Content, Draft};
use crate::storage::{Failure, Info, Kept, Record, Store};

const DATABASE: &str = "vaultplan";
const CHANNEL: &str = "vaultplan-plans";

/// What listens to other pages.
type Heard = Closure<dyn FnMut(MessageEvent)>;

/// The saver. Clones are the same saver.
#[derive(Clone)]
pub(crate) struct Saver(Rc<Inner>);

struct Inner {
    tell: Callback<Told>,
    /// Absent until it is open.
    store: RefCell<Option<Store>>,
    /// Why the store is only memory.
    without: RefCell<Option<Failure>>,
    /// The revision that this page knows of each plan.
    known: RefCell<Vec<(Rc<str>, u64)>>,
    /// What is open.
    current: RefCell<Option<Content>>,
    /// What was saved last.
    kept: RefCell<Option<Content>>,
    running: Cell<bool>,
    channel: Option<BroadcastChannel>,
    heard: RefCell<Option<Heard>>,
}

impl PartialEq for Saver {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}

/// What storage keeps of a plan.
fn record_of(content: &Content, revision: u64, now: f64) -> Record {
    let plan = &content.plan;
    Record {
        info: Info {
            id: content.id.clone(),
            name: plan.name.as_deref().unwrap_or_default().to_owned(),
            revision,
            saved_at: now,
            used_at: now,
            vaults: plan.vaults.len(),
            mirrors: plan.mirrors.len(),
        },
        text: model::write(plan),
        draft: content
            .draft
            .as_ref()
            .map(|draft| (draft.text.to_string(), draft.stale)),
    }
}

/// The plan that storage kept. A text that this release cannot read is no loss: it is shown as a draft.
fn content_of(record: Record) -> Content {
    let id = record.info.id;
    let draft = record.draft.map(|(text, stale)| Draft {
        text: text.into(),
        stale,
    });
    match model::read_text(&record.text) {
        Ok(plan) => Content {
            draft,
            ..Content::new(id, plan.into_owned())
        },
        Err(_) => Content {
            id,
            plan: Rc::new(Topology::empty()),
            draft: draft.or(Some(Draft {
                text: record.text.as_str().into(),
                stale: false,
            })),
        },
    }
}

impl Saver {
    /// A saver that has not begun.
    pub(crate) fn new(tell: Callback<Told>) -> Self {
        let saver = Self(Rc::new(Inner {
            tell,
            store: RefCell::default(),
            without: RefCell::default(),
            known: RefCell::default(),
            current: RefCell::default(),
            kept: RefCell::default(),
            running: Cell::new(false),
            // Absent in a sandbox; revisions alone then tell.
            channel: BroadcastChannel::new(CHANNEL).ok(),
            heard: RefCell::default(),
        }));
        if let Some(channel) = &saver.0.channel {
            let weak = Rc::downgrade(&saver.0);
            let heard = Heard::new(move |message: MessageEvent| {
                if let (Some(inner), Some(id)) = (weak.upgrade(), message.data().as_string()) {
                    Self(inner).look_for_newer(Some(id));
                }
            });
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            *saver.0.heard.borrow_mut() = Some(heard);
        }
        saver
    }

    fn store(&self) -> Option<Store> {
        self.0.store.borrow().clone()
    }

    fn known(&self, id: &str) -> u64 {
        let known = self.0.known.borrow();
        let found = known.iter().find(|(of, _)| **of == *id);
        found.map(|(_, revision)| *revision).unwrap_or_default()
    }

    fn know(&self, id: &Rc<str>, revision: u64) {
        let mut known = self.0.known.borrow_mut();
        known.retain(|(of, _)| of != id);
        known.push((id.clone(), revision));
    }

    /// Opens storage, and tells what was last used there.
    pub(crate) fn begin(&self) {
        let saver = self.clone();
        spawn_local(async move {
            let (store, without) = match Store::open(DATABASE).await {
                Ok(store) => (store, None),
                Err(failure) => (Store::memory(), Some(failure)),
            };
            *saver.0.store.borrow_mut() = Some(store.clone());
            *saver.0.without.borrow_mut() = without.clone();
            let infos = store.list().await.unwrap_or_default();
            let last = match infos.first() {
                Some(info) => store.load(&info.id).await.ok().flatten(),
                None => None,
            };
            let content = match last {
                Some(record) => saver.loaded(record),
                None => Content::empty(dom::fresh_id()),
            };
            saver.0.tell.emit(Told::Plans(infos));
            let saving = match without {
                Some(failure) => Saving::Failed(failure),
                None if content.is_empty() => Saving::Nothing,
                None => Saving::Kept,
            };
            saver.0.tell.emit(Told::Saving(saving));
            saver.0.tell.emit(Told::Loaded(content));
        });
    }

    /// Notes that a record is what is kept.
    fn loaded(&self, record: Record) -> Content {
        self.know(&record.info.id, record.info.revision);
        let content = content_of(record);
        *self.0.kept.borrow_mut() = Some(content.clone());
        content
    }

    /// Says what is open; it is kept when it differs from what is.
    pub(crate) fn want(&self, content: &Content) {
        *self.0.current.borrow_mut() = Some(content.clone());
        if self.0.running.replace(true) {
            return;
        }
        let saver = self.clone();
        spawn_local(async move {
            while let Some(content) = saver.unsaved() {
                if !saver.save(content).await {
                    break;
                }
            }
            saver.0.running.set(false);
        });
    }

    /// What is open, if it differs from what is kept.
    fn unsaved(&self) -> Option<Content> {
        let current = self.0.current.borrow().clone()?;
        let kept = self.0.kept.borrow();
        let is_kept = kept.as_ref().is_some_and(|kept| kept.same(&current));
        let is_nothing = current.is_empty() && self.known(&current.id) == 0;
        (!is_kept && !is_nothing).then_some(current)
    }

    /// Saves; false when it failed and there is no use in trying again before the next step.
    async fn save(&self, content: Content) -> bool {
        let Some(store) = self.store() else {
            return false;
        };
        self.tell_saving(Saving::Busy);
        let record = record_of(&content, self.known(&content.id), dom::now_ms());
        match store.save(&record).await {
            Ok(Kept::As(revision)) => {
                self.know(&content.id, revision);
                if let Some(channel) = &self.0.channel {
                    let _ = channel.post_message(&(&*content.id).into());
                }
                *self.0.kept.borrow_mut() = Some(content);
                if let Ok(infos) = store.list().await {
                    self.0.tell.emit(Told::Plans(infos));
                }
                self.tell_saving(Saving::Kept);
                true
            }
            Ok(Kept::Newer(_)) => {
                let ours: Rc<str> = dom::fresh_id().into();
                let current = self.0.current.borrow().clone();
                if let Some(current) = current.filter(|current| current.id == content.id) {
                    *self.0.current.borrow_mut() = Some(Content {
                        id: ours.clone(),
                        ..current
                    });
                }
                let theirs = content.id;
                self.0.tell.emit(Told::Split { theirs, ours });
                true
            }
            Err(failure) => {
                self.tell_saving(Saving::Failed(failure));
                false
            }
        }
    }

    /// A store that is only memory never counts as kept.
    fn tell_saving(&self, saving: Saving) {
        let saving = match self.0.without.borrow().clone() {
            Some(failure) => Saving::Failed(failure),
            None => saving,
        };
        self.0.tell.emit(Told::Saving(saving));
    }

    /// Shows what another page has saved of the open plan, when this page has nothing unsaved. Otherwise the next
    /// save will notice.
    pub(crate) fn look_for_newer(&self, id: Option<String>) {
        let Some(current) = self.0.current.borrow().clone() else {
            return;
        };
        let concerns_us = id.is_none_or(|id| *id == *current.id);
        let saver = self.clone();
        spawn_local(async move {
            let Some(store) = saver.store() else {
                return;
            };
            if let Ok(infos) = store.list().await {
                saver.0.tell.emit(Told::Plans(infos));
            }
            if !concerns_us || saver.0.running.get() || saver.unsaved().is_some() {
                return;
            }
            let Ok(Some(record)) = store.load(&current.id).await else {
                return;
            };
            // A step may have been done while the record was read.
            let untouched = saver
                .0
                .current
                .borrow()
                .as_ref()
                .is_some_and(|now| now.same(&current));
            if untouched && record.info.revision > saver.known(&current.id) {
                let content = saver.loaded(record);
                saver.0.tell.emit(Told::Newer(content));
            }
        });
    }

    /// Opens one of the user's plans.
    pub(crate) fn open(&self, id: Rc<str>) {
        let saver = self.clone();
        spawn_local(async move {
            let Some(store) = saver.store() else {
                return;
            };
            match store.load(&id).await {
                Ok(Some(record)) => {
                    let content = saver.loaded(record);
                    saver.0.tell.emit(Told::Opened(content));
                    let _ = store.touch(&id, dom::now_ms()).await;
                }
                Ok(None) => {}
                Err(failure) => saver.tell_saving(Saving::Failed(failure)),
            }
            if let Ok(infos) = store.list().await {
                saver.0.tell.emit(Told::Plans(infos));
            }
        });
    }

    /// Forgets one of the user's plans.
    pub(crate) fn forget(&self, id: Rc<str>) {
        let saver = self.clone();
        spawn_local(async move {
            let Some(store) = saver.store() else {
                return;
            };
            if let Err(failure) = store.remove(&id).await {
                saver.tell_saving(Saving::Failed(failure));
            } else {
                saver.0.known.borrow_mut().retain(|(of, _)| *of != id);
                // Should the plan come back by undo, it is to be saved again.
                saver
                    .0
                    .kept
                    .replace_with(|kept| kept.take().filter(|kept| kept.id != id));
            }
            if let Ok(infos) = store.list().await {
                saver.0.tell.emit(Told::Plans(infos));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_whole() {
        let text = include_str!("../../../examples/three-vaults.json");
        let plan = model::read_text(text).unwrap().into_owned();
        let mut content = Content::new("p1", plan);
        content.draft = Some(Draft {
            text: "{ 未完".into(),
            stale: true,
        });
        let record = record_of(&content, 4, 5.0);
        assert_eq!(
            (record.info.revision, record.info.vaults),
            (4, content.plan.vaults.len())
        );
        assert_eq!(content_of(record), content);
    }

    #[test]
    fn a_kept_text_that_does_not_read_is_shown_as_a_draft() {
        let mut record = record_of(&Content::empty("p1"), 1, 1.0);
        record.text = "{\"format\": \"vaultplan/9\"}".to_owned();
        let content = content_of(record.clone());
        assert_eq!(*content.text(), *record.text);
        assert_eq!(*content.plan, Topology::empty());
    }
}
