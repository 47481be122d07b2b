//! What is done to keep plans: after which steps, over which revision, what of another page's, what when it fails. No
//! browser: the store waits, everything else is handed in, so that two pages over one store are a native test.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use vaultplan::lang::Lang;
use vaultplan::model::{self, Topology};
use vaultplan::report::PlanVerdict;
use vaultplan::text::patch::Op;

use crate::edit::Edit;
use crate::history;
use crate::page::{Saving, Told};
use crate::prices::{self, Change};
use crate::state::{Action, Content, Draft, Label, State, Steps};
use crate::storage::{Failure, Fault, Found, Info, Kept, Note, Record, Store, Version};
use crate::words;

/// What is deleted can be brought back for so long: 30 days, in milliseconds.
const GONE_MS: f64 = 30.0 * 86_400_000.0;

/// A plan with its steps, as it is opened from storage.
#[derive(Clone, Debug)]
pub(crate) struct Opened {
    /// The plan.
    pub(crate) content: Content,
    /// What can be undone.
    pub(crate) past: Steps,
    /// What can be done again.
    pub(crate) future: Steps,
    /// Whether steps were kept that do not fit it.
    pub(crate) dropped: bool,
}

impl Opened {
    /// A plan without steps.
    pub(crate) fn new(content: Content) -> Self {
        Self {
            content,
            past: Steps::default(),
            future: Steps::default(),
            dropped: false,
        }
    }

    /// Does what was typed last when the page was ended.
    fn finish(&mut self, edit: Edit) {
        let state = Rc::new(State::new(Content::empty("")));
        let load = Action::Load {
            content: self.content.clone(),
            past: self.past.clone(),
            future: self.future.clone(),
        };
        let Edit { label, patch } = edit;
        let done = state.reduce(load).reduce(Action::Apply { label, patch });
        self.content = done.content.clone();
        (self.past, self.future) = (done.past.clone(), done.future.clone());
    }

    /// What storage kept; `None` where its text does not read and its draft leaves no place to show it.
    fn of(record: &Record) -> Option<Self> {
        let id = record.info.id.clone();
        let draft = record.draft.clone().map(|(text, stale)| Draft {
            text: text.into(),
            stale,
        });
        let content = match model::read_text(&record.text) {
            Ok(plan) => Content {
                draft,
                ..Content::new(id, plan.into_owned())
            },
            Err(_) if draft.is_some() => return None,
            // A text that this release cannot read is no loss: it is shown as a draft.
            Err(_) => Content {
                id,
                plan: Rc::new(Topology::empty()),
                draft: Some(Draft {
                    text: record.text.as_str().into(),
                    stale: false,
                }),
            },
        };
        let mut opened = Self::new(content);
        if let Some(kept) = &record.history {
            match history::read(kept, &record.text, &opened.content) {
                Some((past, future)) => (opened.past, opened.future) = (past, future),
                None => opened.dropped = true,
            }
        }
        if let Some(edit) = record.typing.as_deref().and_then(history::read_edit) {
            opened.finish(edit);
        }
        Some(opened)
    }
}

/// What the page wants kept.
#[derive(Clone)]
pub(crate) struct Wanted {
    /// What is open, with its steps.
    pub(crate) state: Rc<State>,
    /// What the rules say of it.
    pub(crate) verdict: PlanVerdict,
    /// The language of the page, for the name of a plan that goes its own way.
    pub(crate) lang: Lang,
    /// What is being typed into a field of it and is no step yet.
    pub(crate) typing: Option<Rc<Edit>>,
}

/// What storage holds, so far as this page knows.
struct Held {
    content: Content,
    typing: Option<Rc<Edit>>,
    /// The steps; absent where another page keeps its own ones with the plan.
    steps: Option<(Steps, Steps)>,
}

impl Held {
    fn of(wanted: &Wanted) -> Self {
        let Wanted { state, typing, .. } = wanted;
        Self {
            content: state.content.clone(),
            typing: typing.clone(),
            steps: Some((state.past.clone(), state.future.clone())),
        }
    }

    fn is(&self, Wanted { state, typing, .. }: &Wanted) -> bool {
        let steps = self.steps.as_ref();
        self.content.same(&state.content)
            && self.typing == *typing
            && steps.is_none_or(|(past, future)| {
                Rc::ptr_eq(past, &state.past) && Rc::ptr_eq(future, &state.future)
            })
    }
}

/// What the keeper needs of the world.
pub(crate) struct World {
    /// Tells the page.
    pub(crate) tell: Box<dyn Fn(Told)>,
    /// Tells other pages that the plan of an id was saved.
    pub(crate) announce: Box<dyn Fn(&str)>,
    /// Now, in milliseconds since 1970.
    pub(crate) now: fn() -> f64,
    /// An id that no record has.
    pub(crate) fresh: fn() -> String,
}

/// The keeper.
pub(crate) struct Keeper {
    world: World,
    /// Absent until it is open.
    store: RefCell<Option<Store>>,
    /// Why the store is only memory.
    without: RefCell<Option<Failure>>,
    /// The revision that this page knows of each plan.
    known: RefCell<Vec<(Rc<str>, u64)>>,
    /// What is open.
    current: RefCell<Option<Wanted>>,
    /// What was open before and is not saved yet.
    waiting: RefCell<Vec<Wanted>>,
    /// What was saved last.
    kept: RefCell<Option<Held>>,
    /// Plans whose record proved damaged when it was read.
    damaged: RefCell<Vec<Rc<str>>>,
    /// Plans that this page deleted: what still waits to be saved of them does not bring them back.
    deleted: RefCell<Vec<Rc<str>>>,
    /// Plans that had to be taken out of a full storage to delete them.
    lifted: RefCell<Vec<Record>>,
    running: Cell<bool>,
}

/// What a plan is called that goes on beside another page's version.
pub(crate) fn split_name(plan: &Topology<'_>, lang: Lang) -> String {
    beside(words::keep::SPLIT_NAME, plan, lang)
}

/// The name of a plan in a text that has a hole for it.
pub(crate) fn beside(text: &vaultplan::lang::Text, plan: &Topology<'_>, lang: Lang) -> String {
    let name = plan.name.as_deref().unwrap_or_default().trim();
    let name = if name.is_empty() {
        words::UNTITLED.get(lang)
    } else {
        name
    };
    // A copy of a copy is not called so twice.
    let suffix = text.get(lang).replace("{name}", "");
    if name.ends_with(&suffix) {
        return name.to_owned();
    }
    text.get(lang).replace("{name}", name)
}

fn record_of(
    state: &State,
    typing: Option<&Edit>,
    verdict: PlanVerdict,
    revision: u64,
    now: f64,
) -> Record {
    let content = &state.content;
    let plan = &content.plan;
    let text = model::write(plan);
    let draft = content.draft.as_ref();
    let draft = draft.map(|draft| (draft.text.to_string(), draft.stale));
    let beside = draft.as_ref().map(|(text, _)| text.as_str());
    Record {
        info: Info {
            id: content.id.clone(),
            name: plan.name.as_deref().unwrap_or_default().to_owned(),
            revision,
            saved_at: now,
            used_at: now,
            vaults: plan.vaults.len(),
            mirrors: plan.mirrors.len(),
            verdict: Some(verdict),
            bytes: text.len() + beside.map(str::len).unwrap_or_default(),
            gone_at: None,
            fault: None,
        },
        history: history::write(&text, beside, &state.past, &state.future),
        typing: typing.map(history::write_edit),
        text,
        draft,
    }
}

impl Keeper {
    /// A keeper that has not begun.
    pub(crate) fn new(world: World) -> Self {
        Self {
            world,
            store: RefCell::default(),
            without: RefCell::default(),
            known: RefCell::default(),
            current: RefCell::default(),
            waiting: RefCell::default(),
            kept: RefCell::default(),
            damaged: RefCell::default(),
            deleted: RefCell::default(),
            lifted: RefCell::default(),
            running: Cell::new(false),
        }
    }

    fn tell(&self, told: Told) {
        (self.world.tell)(told);
    }

    fn store(&self) -> Option<Store> {
        self.store.borrow().clone()
    }

    /// Whether it has begun.
    pub(crate) fn has_begun(&self) -> bool {
        self.store.borrow().is_some()
    }

    fn known(&self, id: &str) -> u64 {
        let known = self.known.borrow();
        let found = known.iter().find(|(of, _)| **of == *id);
        found.map(|(_, revision)| *revision).unwrap_or_default()
    }

    fn know(&self, id: &Rc<str>, revision: u64) {
        let mut known = self.known.borrow_mut();
        known.retain(|(of, _)| of != id);
        known.push((id.clone(), revision));
    }

    /// Begins with a store, or without one, and tells what was last used there. What cannot be read is passed over: a
    /// page always starts.
    pub(crate) async fn begin(&self, store: Result<Store, Failure>) {
        let (store, without) = match store {
            Ok(store) => (store, None),
            Err(failure) => (Store::memory(), Some(failure)),
        };
        *self.store.borrow_mut() = Some(store.clone());
        self.without.borrow_mut().clone_from(&without);
        let (infos, failed) = match store.list().await {
            Ok(infos) => (infos, None),
            Err(failure) => (Vec::new(), Some(failure)),
        };
        for of in 0..prices::KEYS.len() {
            self.tell_prices(&store, of).await;
        }
        let mut last = None;
        for info in infos
            .iter()
            .filter(|i| i.fault.is_none() && i.gone_at.is_none())
        {
            last = self.read(&store, &info.id).await;
            if last.is_some() {
                break;
            }
        }
        let opened = last.unwrap_or_else(|| {
            let fresh = (self.world.fresh)();
            Opened::new(Content::empty(fresh))
        });
        self.clear_away(&store, &infos, (self.world.now)() - GONE_MS)
            .await;
        self.list(&store).await;
        self.tell_saving(match failed {
            Some(failure) => Saving::Failed(failure),
            None if opened.content.is_empty() => Saving::Nothing,
            None => Saving::Kept,
        });
        let id = opened.content.id.clone();
        self.tell(Told::Loaded(Box::new(opened)));
        self.versions(&id).await;
    }

    /// Tells the prices of the user in a currency as storage holds them.
    async fn tell_prices(&self, store: &Store, of: usize) {
        let key = prices::KEYS.get(of).copied().unwrap_or_default();
        if let Ok(text) = store.loose(key).await {
            self.tell(Told::Prices(of, text.map(Rc::from)));
        }
    }

    /// Changes the prices of the user over what storage holds by now: another page may have changed others. What does
    /// not read there, as what a later release wrote, is never written over.
    pub(crate) async fn change_prices(&self, change: &Change) {
        let Some(store) = self.store() else {
            return;
        };
        let key = prices::KEYS.get(change.of).copied().unwrap_or_default();
        let kept = match store.loose(key).await {
            Ok(Some(text)) if prices::Held::read(&text).is_none() => {
                Err(Failure::Other(String::new()))
            }
            Ok(text) => {
                let text = change.done(text.as_deref());
                let outcome = store.keep_loose(key, text.as_deref()).await;
                outcome.map(|()| text)
            }
            Err(failure) => Err(failure),
        };
        let only_memory = self.without.borrow().is_some();
        self.tell(Told::PricesKept(kept.is_ok() && !only_memory));
        if let Ok(text) = kept {
            self.tell(Told::Prices(change.of, text));
            (self.world.announce)(key);
        }
    }

    /// Takes out what was deleted before a moment; whether there was any.
    async fn clear_away(&self, store: &Store, infos: &[Info], before: f64) -> bool {
        let mut any = false;
        for info in infos {
            if info.gone_at.is_some_and(|at| at < before) {
                any |= store.remove(&info.id).await.is_ok();
            }
        }
        any
    }

    /// Tells the list of plans.
    async fn list(&self, store: &Store) {
        if let Ok(mut infos) = store.list().await {
            let damaged = self.damaged.borrow();
            for info in infos.iter_mut().filter(|info| damaged.contains(&info.id)) {
                info.fault = Some(Fault::Damaged);
            }
            drop(damaged);
            self.tell(Told::Plans(infos));
        }
    }

    /// Reads a plan, and notes that it is what is kept.
    async fn read(&self, store: &Store, id: &Rc<str>) -> Option<Opened> {
        match store.load(id).await {
            Ok(Found::Record(record)) => match Opened::of(&record) {
                Some(opened) => {
                    self.know(id, record.info.revision);
                    // What was typed last is a step now, and not kept as one yet.
                    *self.kept.borrow_mut() = record.typing.is_none().then(|| Held {
                        content: opened.content.clone(),
                        typing: None,
                        steps: Some((opened.past.clone(), opened.future.clone())),
                    });
                    return Some(opened);
                }
                None => self.damaged.borrow_mut().push(id.clone()),
            },
            Ok(Found::Faulty(_)) => self.damaged.borrow_mut().push(id.clone()),
            Ok(Found::Nothing) => {}
            Err(failure) => self.tell_saving(Saving::Failed(failure)),
        }
        None
    }

    /// Says what is open; it is kept when it differs from what is.
    pub(crate) fn want(&self, wanted: Wanted) {
        if let Some(before) = self.unsaved()
            && before.state.content.id != wanted.state.content.id
        {
            self.waiting.borrow_mut().push(before);
        }
        // What is open again is no longer deleted.
        let open = &wanted.state.content.id;
        self.deleted.borrow_mut().retain(|id| id != open);
        *self.current.borrow_mut() = Some(wanted);
    }

    /// Saves what is open until it is kept. One save runs at a time; steps done meanwhile are saved together after it.
    pub(crate) async fn keep(&self) {
        if self.running.replace(true) {
            return;
        }
        loop {
            let before = self.waiting.borrow_mut().pop();
            let waited = before.is_some();
            let Some(wanted) = before.or_else(|| self.unsaved()) else {
                break;
            };
            if !self.save(&wanted).await {
                if waited {
                    self.waiting.borrow_mut().push(wanted);
                }
                break;
            }
        }
        self.running.set(false);
    }

    /// What is open, if it differs from what is kept.
    fn unsaved(&self) -> Option<Wanted> {
        let current = self.current.borrow().clone()?;
        let kept = self.kept.borrow();
        let is_kept = kept.as_ref().is_some_and(|kept| kept.is(&current));
        let content = &current.state.content;
        let is_nothing = content.is_empty() && self.known(&content.id) == 0;
        (!is_kept && !is_nothing).then_some(current)
    }

    /// Saves; false when it failed and there is no use in trying again before the next step.
    async fn save(&self, wanted: &Wanted) -> bool {
        let Some(store) = self.store() else {
            return false;
        };
        self.tell_saving(Saving::Busy);
        let state = &wanted.state;
        let id = state.content.id.clone();
        let mut record = record_of(
            state,
            wanted.typing.as_deref(),
            wanted.verdict,
            self.known(&id),
            (self.world.now)(),
        );
        if self.deleted.borrow().contains(&id) {
            record.info.gone_at = Some(record.info.saved_at);
        }
        let mut outcome = store.save(&record).await;
        if outcome == Err(Failure::Full) {
            // The plan matters more than what was deleted, and than its steps.
            let infos = store.list().await.unwrap_or_default();
            if self.clear_away(&store, &infos, f64::INFINITY).await {
                outcome = store.save(&record).await;
            }
            if outcome == Err(Failure::Full) && record.history.take().is_some() {
                outcome = store.save(&record).await;
            }
        }
        match outcome {
            Ok(Kept::As(revision)) => {
                self.know(&id, revision);
                let is_current = {
                    let current = self.current.borrow();
                    let current = current.as_ref();
                    current.is_some_and(|now| now.state.content.id == id)
                };
                if is_current {
                    *self.kept.borrow_mut() = Some(Held::of(wanted));
                }
                (self.world.announce)(&id);
                self.list(&store).await;
                self.tell_saving(Saving::Kept);
                true
            }
            Ok(Kept::Newer(_)) => {
                self.split(wanted);
                true
            }
            Err(failure) => {
                self.tell_saving(Saving::Failed(failure));
                false
            }
        }
    }

    /// Goes on under a new id and another name, which are saved at once; the page follows.
    fn split(&self, wanted: &Wanted) {
        let theirs = wanted.state.content.id.clone();
        let ours: Rc<str> = (self.world.fresh)().into();
        let mut current = self.current.borrow_mut();
        let Some(current) = current.as_mut() else {
            return;
        };
        // Another plan may be open by now; then the page's work on this one is what was to be saved.
        let open = current.state.content.id == theirs;
        let from = if open {
            current.clone()
        } else {
            let mut waiting = self.waiting.borrow_mut();
            let last = waiting.iter().rposition(|w| w.state.content.id == theirs);
            let last = last.map(|at| waiting.remove(at));
            waiting.retain(|w| w.state.content.id != theirs);
            last.unwrap_or_else(|| wanted.clone())
        };
        let name = split_name(&from.state.content.plan, from.lang);
        let state = from.state.clone().reduce(Action::GoOnAs {
            id: ours.clone(),
            instead_of: theirs.clone(),
            name: name.clone(),
        });
        let ours_now = Wanted { state, ..from };
        if open {
            *current = ours_now;
        } else {
            self.waiting.borrow_mut().push(ours_now);
        }
        self.tell(Told::Split { theirs, ours, name });
    }

    /// A store that is only memory never counts as kept.
    fn tell_saving(&self, saving: Saving) {
        let without = self.without.borrow().clone();
        self.tell(Told::Saving(match without {
            Some(failure) => Saving::Failed(failure),
            None => saving,
        }));
    }

    /// Shows what another page has saved of the open plan, when this page has nothing unsaved. Otherwise the next
    /// save will notice.
    pub(crate) async fn look_for_newer(&self, id: Option<&str>) {
        let Some(store) = self.store() else {
            return;
        };
        let of = id.and_then(|id| prices::KEYS.iter().position(|key| *key == id));
        if let Some(of) = of {
            return self.tell_prices(&store, of).await;
        }
        self.list(&store).await;
        let current = self.current.borrow().as_ref().map(|now| now.state.clone());
        let Some(current) = current else {
            return;
        };
        let open = &current.content.id;
        if id.is_some_and(|id| *id != **open) || self.running.get() || self.unsaved().is_some() {
            return;
        }
        let Ok(Found::Record(record)) = store.load(open).await else {
            return;
        };
        // A step may have been done while the record was read.
        let now = self.current.borrow().as_ref().map(|now| now.state.clone());
        let untouched = now.is_some_and(|now| Rc::ptr_eq(&now, &current));
        let newer = record.info.revision > self.known(open);
        if untouched && newer && record.info.gone_at.is_none() {
            // The steps of this page lead to what it showed, not those of the other one.
            let opened = Opened::of(&Record {
                history: None,
                typing: None,
                ..*record.clone()
            });
            if let Some(opened) = opened {
                self.know(open, record.info.revision);
                // Following is nothing to be saved: two pages would never come to rest.
                *self.kept.borrow_mut() = Some(Held {
                    content: opened.content.clone(),
                    typing: None,
                    steps: None,
                });
                self.tell(Told::Newer(opened.content));
            }
        }
        self.versions(open).await;
    }

    /// Opens one of the user's plans.
    pub(crate) async fn open(&self, id: &Rc<str>) {
        let Some(store) = self.store() else {
            return;
        };
        // What is open is kept first: its last steps may still wait.
        self.keep().await;
        if let Some(opened) = self.read(&store, id).await {
            self.tell(Told::Opened(Box::new(opened)));
            let _ = store.note(id, Note::Used((self.world.now)())).await;
            self.versions(id).await;
        }
        self.list(&store).await;
    }

    /// Deletes one of the user's plans, or brings it back.
    pub(crate) async fn delete(&self, id: &Rc<str>, gone: bool) {
        let Some(store) = self.store() else {
            return;
        };
        if gone {
            let open = self
                .current
                .borrow()
                .as_ref()
                .map(|now| now.state.content.id.clone());
            if open.as_ref() != Some(id) {
                self.deleted.borrow_mut().push(id.clone());
            }
            let found = store.load(id).await;
            let at = Some((self.world.now)());
            let mut outcome = store.note(id, Note::Gone(at)).await;
            // A full storage takes not even the mark; then the record itself waits here.
            if let (Err(Failure::Full), Ok(Found::Record(record))) = (&outcome, found) {
                outcome = store.remove(id).await;
                self.lifted.borrow_mut().push(*record);
            }
            self.say(outcome);
            // Should the plan come back by undo, it is to be saved again.
            self.kept
                .replace_with(|kept| kept.take().filter(|kept| kept.content.id != *id));
        } else {
            self.deleted.borrow_mut().retain(|of| of != id);
            let lifted = {
                let mut lifted = self.lifted.borrow_mut();
                let at = lifted.iter().position(|record| record.info.id == *id);
                at.map(|at| lifted.remove(at))
            };
            let outcome = match lifted {
                Some(record) => match store.save(&record).await {
                    Ok(Kept::As(revision)) => {
                        self.know(id, revision);
                        Ok(())
                    }
                    Ok(Kept::Newer(_)) => Ok(()),
                    Err(failure) => {
                        self.lifted.borrow_mut().push(record);
                        Err(failure)
                    }
                },
                None => store.note(id, Note::Gone(None)).await,
            };
            self.say(outcome);
        }
        (self.world.announce)(id);
        self.list(&store).await;
    }

    /// Tells a failure.
    fn say(&self, outcome: Result<(), Failure>) {
        if let Err(failure) = outcome {
            self.tell_saving(Saving::Failed(failure));
        }
    }

    /// Forgets a plan for good.
    pub(crate) async fn purge(&self, id: &Rc<str>) {
        let Some(store) = self.store() else {
            return;
        };
        self.say(store.remove(id).await);
        self.known.borrow_mut().retain(|(of, _)| of != id);
        self.list(&store).await;
    }

    /// Renames a plan that is not open, as a step of its own history.
    pub(crate) async fn rename(&self, id: &str, label: Label, name: &str) {
        let Some(store) = self.store() else {
            return;
        };
        if let Ok(Found::Record(record)) = store.load(id).await
            && let Some(Opened {
                content,
                past,
                future,
                ..
            }) = Opened::of(&record)
        {
            let load = Action::Load {
                content,
                past,
                future,
            };
            let patch = if name.is_empty() {
                vec![Op::remove("/name")]
            } else {
                vec![Op::set("/name", name)]
            };
            let state = Rc::new(State::new(Content::empty("")));
            let state = state.reduce(load).reduce(Action::Apply { label, patch });
            let verdict = record.info.verdict.unwrap_or(PlanVerdict::Incomplete);
            let mut renamed = record_of(
                &state,
                None,
                verdict,
                record.info.revision,
                (self.world.now)(),
            );
            (renamed.info.verdict, renamed.info.used_at) =
                (record.info.verdict, record.info.used_at);
            match store.save(&renamed).await {
                Ok(_) => (self.world.announce)(id),
                Err(failure) => self.tell_saving(Saving::Failed(failure)),
            }
        }
        self.list(&store).await;
    }

    /// Tells what a plan that is not open says; nothing where it cannot be read.
    pub(crate) async fn peek(&self, id: &Rc<str>) {
        let Some(store) = self.store() else {
            return;
        };
        let found = store.load(id).await;
        let plan = match found {
            Ok(Found::Record(record)) => Opened::of(&record).map(|opened| opened.content.plan),
            _ => None,
        };
        self.tell(Told::Peeked(id.clone(), plan));
    }

    /// Keeps a copy of a plan under another name.
    pub(crate) async fn duplicate(&self, id: &str, lang: Lang) {
        let Some(store) = self.store() else {
            return;
        };
        self.keep().await;
        if let Ok(Found::Record(record)) = store.load(id).await
            && let Some(opened) = Opened::of(&record)
        {
            let mut plan = (*opened.content.plan).clone();
            let name = beside(words::keep::COPY_NAME, &plan, lang);
            // A plan takes any name.
            let _ = model::apply(&mut plan, &[Op::set("/name", name)]);
            let content = Content {
                id: (self.world.fresh)().into(),
                plan: Rc::new(plan),
                draft: opened.content.draft,
            };
            let state = State::new(content);
            let verdict = record.info.verdict.unwrap_or(PlanVerdict::Incomplete);
            let mut copy = record_of(&state, None, verdict, 0, (self.world.now)());
            copy.info.verdict = record.info.verdict;
            match store.save(&copy).await {
                Ok(_) => (self.world.announce)(&copy.info.id),
                Err(failure) => self.tell_saving(Saving::Failed(failure)),
            }
        }
        self.list(&store).await;
    }

    /// Hands out what is kept under an id as it lies there.
    pub(crate) async fn raw(&self, id: &str) {
        let Some(store) = self.store() else {
            return;
        };
        match store.raw(id).await {
            Ok(text) => {
                let name = ["vaultplan-", id, ".json"].concat();
                self.tell(Told::File(name, text));
            }
            Err(failure) => self.tell_saving(Saving::Failed(failure)),
        }
    }

    /// Tells the versions of a plan.
    async fn versions(&self, id: &Rc<str>) {
        let Some(store) = self.store() else {
            return;
        };
        let mut versions = store.versions(id).await.unwrap_or_default();
        let before = (self.world.now)() - GONE_MS;
        for version in &versions {
            if version.gone_at.is_some_and(|at| at < before) {
                let _ = store.remove_version(id, &version.id).await;
            }
        }
        versions.retain(|version| version.gone_at.is_none_or(|at| at >= before));
        self.tell(Told::Versions(id.clone(), versions));
    }

    /// Keeps what is open as a version of a name.
    pub(crate) async fn keep_version(&self, name: &str) {
        let current = self.current.borrow().clone();
        let (Some(store), Some(current)) = (self.store(), current) else {
            return;
        };
        let content = &current.state.content;
        let version = Version {
            id: (self.world.fresh)().into(),
            name: name.to_owned(),
            at: (self.world.now)(),
            verdict: Some(current.verdict),
            gone_at: None,
        };
        let text = model::write(&content.plan);
        self.say(store.keep_version(&content.id, &version, Some(&text)).await);
        self.versions(&content.id).await;
    }

    /// States a version anew: deleted, or brought back.
    pub(crate) async fn change_version(&self, id: &Rc<str>, version: &Version) {
        let Some(store) = self.store() else {
            return;
        };
        let mut version = version.clone();
        // Whoever deletes says that it is gone; when, the clock says.
        version.gone_at = version.gone_at.map(|_| (self.world.now)());
        let mut outcome = store.keep_version(id, &version, None).await;
        if outcome == Err(Failure::Full) && version.gone_at.is_some() {
            outcome = store.remove_version(id, &version.id).await;
        }
        self.say(outcome);
        self.versions(id).await;
    }

    /// Reads a version, to be compared or to be gone back to.
    pub(crate) async fn read_version(&self, id: &str, version: &Version, restore: bool) {
        let Some(store) = self.store() else {
            return;
        };
        let text = store.version(id, &version.id).await.unwrap_or_default();
        let plan = text.as_deref().map(model::read_text);
        let plan = plan.and_then(Result::ok).map(Topology::into_owned);
        self.tell(Told::Version {
            version: Rc::new(version.clone()),
            plan: plan.map(Rc::new),
            restore,
        });
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::storage::tests::{loaded, now};

    const PAIR: &str = include_str!("../../../examples/hangzhou-shanghai.json");

    /// A page over a store, with what it was told.
    struct Tab {
        keeper: Keeper,
        told: Rc<RefCell<Vec<Told>>>,
        state: Rc<State>,
    }

    fn fresh() -> String {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(1);
        format!("fresh-{}", NEXT.fetch_add(1, Ordering::Relaxed))
    }

    impl Tab {
        fn new(store: &Store) -> Self {
            let told: Rc<RefCell<Vec<Told>>> = Rc::default();
            let telling = told.clone();
            let keeper = Keeper::new(World {
                tell: Box::new(move |what| telling.borrow_mut().push(what)),
                announce: Box::new(|_| {}),
                now: || 5_000.0,
                fresh,
            });
            let state = Rc::new(State::new(Content::empty("")));
            let mut tab = Self {
                keeper,
                told,
                state,
            };
            now(tab.keeper.begin(Ok(store.clone())));
            tab.follow();
            tab
        }

        /// Does with what was told what the page does; gives what else was told.
        fn follow(&mut self) -> Vec<Told> {
            let told = std::mem::take(&mut *self.told.borrow_mut());
            let mut others = Vec::new();
            for told in told {
                let action = match told {
                    Told::Loaded(opened) | Told::Opened(opened) => Action::Load {
                        content: opened.content,
                        past: opened.past,
                        future: opened.future,
                    },
                    Told::Newer(content) => Action::Follow(content),
                    Told::Split { theirs, ours, name } => Action::GoOnAs {
                        id: ours,
                        instead_of: theirs,
                        name,
                    },
                    other => {
                        others.push(other);
                        continue;
                    }
                };
                self.act(action);
            }
            others
        }

        fn act(&mut self, action: Action) {
            self.state = self.state.clone().reduce(action);
            self.keeper.want(Wanted {
                state: self.state.clone(),
                verdict: PlanVerdict::Pass,
                lang: Lang::En,
                typing: None,
            });
        }

        fn keep(&mut self) -> Vec<Told> {
            now(self.keeper.keep());
            let told = self.follow();
            now(self.keeper.keep());
            self.follow();
            told
        }

        fn region(&mut self, region: &str) {
            self.act(Action::Apply {
                label: Label::new(words::STEP_TYPED),
                patch: vec![Op::set("/mirrors/0/region", region)],
            });
        }

        fn open_pair(&mut self) {
            let plan = model::read_text(PAIR).unwrap().into_owned();
            self.act(Action::Replace {
                label: Label::new(words::STEP_NEW),
                content: Content::new(fresh(), plan),
            });
        }

        fn id(&self) -> Rc<str> {
            self.state.content.id.clone()
        }
    }

    fn pair(store: &Store) -> Tab {
        let mut tab = Tab::new(store);
        tab.open_pair();
        tab.region("cn-beijing");
        tab.keep();
        tab
    }

    fn saved(store: &Store, id: &str) -> Record {
        now(loaded(store, id)).unwrap()
    }

    fn said(told: &[Told]) -> Option<&Saving> {
        told.iter().rev().find_map(|told| match told {
            Told::Saving(saving) => Some(saving),
            _ => None,
        })
    }

    #[test]
    fn a_page_that_begins_again_has_the_plan_and_its_steps() {
        let store = Store::memory();
        let before = pair(&store);
        let mut again = Tab::new(&store);
        assert_eq!(again.state.content, before.state.content);
        assert_eq!(again.state.past.len(), 1);
        again.act(Action::Undo);
        again.keep();
        let third = Tab::new(&store);
        assert_eq!((third.state.past.len(), third.state.future.len()), (0, 1));
        let info = saved(&store, &third.id()).info;
        assert_eq!((info.verdict, info.vaults), (Some(PlanVerdict::Pass), 1));
        assert!(info.bytes > 100);
    }

    #[test]
    fn what_was_typed_last_is_the_last_step_after_the_page_was_ended() {
        let store = Store::memory();
        let mut tab = pair(&store);
        let typing = |name: &str| {
            Some(Rc::new(Edit {
                label: Label::new(words::STEP_TYPED),
                patch: vec![Op::set("/vaults/0/name", name)],
            }))
        };
        let wanted = |typing| Wanted {
            state: tab.state.clone(),
            verdict: PlanVerdict::Pass,
            lang: Lang::En,
            typing,
        };
        tab.keeper.want(wanted(typing("half a na")));
        now(tab.keeper.keep());
        let mut again = Tab::new(&store);
        let name = |tab: &Tab| {
            tab.state.content.plan.vaults[0]
                .name
                .as_deref()
                .map(str::to_owned)
        };
        assert_eq!(name(&again).as_deref(), Some("half a na"));
        assert_eq!(again.state.past.len(), 2);
        assert_eq!(
            again.state.undoable().unwrap().get(Lang::En),
            words::STEP_TYPED.get(Lang::En)
        );
        // It is kept as a step now.
        again.keep();
        assert_eq!(saved(&store, &again.id()).typing, None);
        again.act(Action::Undo);
        assert_eq!(name(&again).as_deref(), Some("erp-main"));
        // What is left without a change is forgotten.
        tab = Tab::new(&store);
        let (state, lang) = (tab.state.clone(), Lang::En);
        let wanted = |typing| Wanted {
            state: state.clone(),
            verdict: PlanVerdict::Pass,
            lang,
            typing,
        };
        tab.keeper.want(wanted(typing("x")));
        now(tab.keeper.keep());
        assert!(saved(&store, &tab.id()).typing.is_some());
        tab.keeper.want(wanted(None));
        now(tab.keeper.keep());
        assert_eq!(saved(&store, &tab.id()).typing, None);
    }

    #[test]
    fn steps_that_do_not_fit_are_dropped_with_a_word_and_the_plan_stays() {
        let store = Store::memory();
        let tab = pair(&store);
        let mut record = saved(&store, &tab.id());
        record.text = record.text.replace("cn-beijing", "cn-qingdao");
        now(store.save(&record)).unwrap();
        let again = Tab::new(&store);
        assert_eq!(again.state.past.len(), 0);
        assert_eq!(
            again.state.content.plan.mirrors[0].region.as_deref(),
            Some("cn-qingdao")
        );
        assert!(Opened::of(&record).unwrap().dropped);
    }

    #[test]
    fn a_page_that_saves_on_an_older_revision_keeps_its_work_as_a_second_plan() {
        let store = Store::memory();
        let mut here = pair(&store);
        let mut there = Tab::new(&store);
        there.region("cn-shenzhen");
        there.keep();
        here.region("cn-qingdao");
        let told = here.keep();
        assert!(matches!(said(&told), Some(Saving::Kept)), "{told:?}");
        assert_ne!(here.id(), there.id());
        let (ours, theirs) = (saved(&store, &here.id()), saved(&store, &there.id()));
        assert_eq!(ours.info.name, "Hangzhou to Shanghai (from another tab)");
        assert!(ours.text.contains("cn-qingdao"));
        assert_eq!(theirs.info.name, "Hangzhou to Shanghai");
        assert!(theirs.text.contains("cn-shenzhen"));
        // It goes on there: the name is a step, and the next save is no second split.
        here.act(Action::Undo);
        here.region("cn-hangzhou");
        here.keep();
        assert_eq!(now(store.list()).unwrap().len(), 2);
    }

    #[test]
    fn a_page_with_nothing_unsaved_follows_and_both_come_to_rest() {
        let store = Store::memory();
        let mut here = pair(&store);
        let mut there = Tab::new(&store);
        there.region("cn-shenzhen");
        there.keep();
        now(here.keeper.look_for_newer(Some(&there.id())));
        here.follow();
        here.keep();
        assert_eq!(here.state.content.plan, there.state.content.plan);
        // Following saves nothing: the other page goes on over its own revision.
        there.region("cn-qingdao");
        there.keep();
        assert_eq!(now(store.list()).unwrap().len(), 1);
        now(here.keeper.look_for_newer(None));
        here.follow();
        here.region("cn-hangzhou");
        here.keep();
        assert_eq!(now(store.list()).unwrap().len(), 1);
        assert!(saved(&store, &here.id()).text.contains("cn-hangzhou"));
        here.act(Action::Undo);
        here.act(Action::Undo);
        assert_eq!(
            here.state.content.plan.mirrors[0].region.as_deref(),
            Some("cn-shenzhen")
        );
    }

    #[test]
    fn what_cannot_be_read_is_passed_over_and_left_as_it_is() {
        let store = Store::memory();
        let Store::Memory(memory) = &store else {
            unreachable!()
        };
        let (first, second) = (pair(&store), pair(&store));
        for fault in [Fault::Damaged, Fault::Later] {
            memory.spoil(&second.id(), fault);
            let mut tab = Tab::new(&store);
            assert_eq!(tab.id(), first.id());
            now(tab.keeper.open(&second.id()));
            tab.follow();
            assert_eq!(tab.id(), first.id());
        }
        // A page that still has it open goes on beside it.
        let mut second = second;
        second.region("cn-shenzhen");
        second.keep();
        assert_eq!(now(store.list()).unwrap().len(), 3);
        // With nothing that reads, an empty plan is open.
        for info in now(store.list()).unwrap() {
            memory.spoil(&info.id, Fault::Damaged);
        }
        assert!(Tab::new(&store).state.content.is_empty());
        // A text that does not read beside a draft has no place to be shown.
        let mut record = crate::storage::tests::record("x", 0, 9_000.0);
        record.text = "{".to_owned();
        assert!(Opened::of(&record).is_none());
        record.draft = None;
        let opened = Opened::of(&record).unwrap();
        assert_eq!(&*opened.content.text(), "{");
    }

    #[test]
    fn a_full_storage_is_said_and_the_work_is_kept_when_there_is_room() {
        let store = Store::memory();
        let Store::Memory(memory) = &store else {
            unreachable!()
        };
        let mut tab = pair(&store);
        memory.fill(true);
        tab.region("cn-shenzhen");
        let told = tab.keep();
        assert_eq!(said(&told), Some(&Saving::Failed(Failure::Full)));
        // Another plan is opened meanwhile: what was not saved waits.
        let first = tab.id();
        tab.open_pair();
        tab.keep();
        memory.fill(false);
        tab.region("cn-qingdao");
        let told = tab.keep();
        assert_eq!(said(&told), Some(&Saving::Kept));
        assert!(saved(&store, &first).text.contains("cn-shenzhen"));
        assert!(saved(&store, &tab.id()).text.contains("cn-qingdao"));
    }

    #[test]
    fn without_storage_all_works_and_nothing_counts_as_kept() {
        let mut tab = Tab::new(&Store::memory());
        let keeper = Tab::new(&Store::memory()).keeper;
        now(keeper.begin(Err(Failure::Missing)));
        tab.keeper = keeper;
        tab.open_pair();
        now(tab.keeper.keep());
        assert!(tab.keeper.has_begun());
        assert!(tab.keeper.without.borrow().is_some());
    }

    #[test]
    fn plans_are_renamed_copied_deleted_and_brought_back() {
        let store = Store::memory();
        let mut tab = pair(&store);
        let first = tab.id();
        tab.open_pair();
        tab.keep();
        let label = || Label::new(words::STEP_TYPED);
        now(tab.keeper.rename(&first, label(), "Renamed"));
        assert_eq!(saved(&store, &first).info.name, "Renamed");
        // The name is a step of that plan's own history.
        now(tab.keeper.open(&first));
        tab.follow();
        assert_eq!(tab.state.content.plan.name.as_deref(), Some("Renamed"));
        tab.act(Action::Undo);
        tab.keep();
        assert_eq!(saved(&store, &first).info.name, "Hangzhou to Shanghai");

        now(tab.keeper.duplicate(&first, Lang::Zh));
        let named = |name: &str| {
            let infos = now(store.list()).unwrap();
            infos.into_iter().find(|info| info.name == name)
        };
        let copy = named("Hangzhou to Shanghai（副本）").unwrap();
        assert_eq!(copy.verdict, Some(PlanVerdict::Pass));
        now(tab.keeper.duplicate(&copy.id, Lang::Zh));
        assert_eq!(now(store.list()).unwrap().len(), 4);

        now(tab.keeper.delete(&copy.id, true));
        assert!(saved(&store, &copy.id).info.gone_at.is_some());
        assert_ne!(Tab::new(&store).id(), copy.id);
        now(tab.keeper.delete(&copy.id, false));
        assert_eq!(saved(&store, &copy.id).info.gone_at, None);
        // A step of a page that still has the plan open brings it back as well.
        now(tab.keeper.delete(&first, true));
        tab.region("cn-qingdao");
        tab.keep();
        assert_eq!(saved(&store, &first).info.gone_at, None);
        now(tab.keeper.purge(&copy.id));
        assert_eq!(now(store.load(&copy.id)), Ok(Found::Nothing));
    }

    #[test]
    fn what_waits_to_be_saved_of_a_deleted_plan_does_not_bring_it_back() {
        let store = Store::memory();
        let mut tab = pair(&store);
        let first = tab.id();
        tab.region("cn-shenzhen");
        tab.open_pair();
        now(tab.keeper.delete(&first, true));
        tab.keep();
        let record = saved(&store, &first);
        assert!(record.info.gone_at.is_some());
        assert!(record.text.contains("cn-shenzhen"));
    }

    #[test]
    fn versions_are_kept_read_and_deleted() {
        let store = Store::memory();
        let mut tab = pair(&store);
        now(tab.keeper.keep_version("before the review"));
        tab.region("cn-shenzhen");
        tab.keep();
        let version = now(store.versions(&tab.id())).unwrap().remove(0);
        assert_eq!(version.name, "before the review");
        now(tab.keeper.read_version(&tab.id(), &version, true));
        let told = tab.follow();
        let Some(Told::Version {
            plan: Some(plan), ..
        }) = told.last()
        else {
            panic!("{told:?}");
        };
        let label = Label::new(words::STEP_TYPED);
        let plan = plan.clone();
        tab.act(Action::Become { label, plan });
        assert_eq!(
            tab.state.content.plan.mirrors[0].region.as_deref(),
            Some("cn-beijing")
        );
        tab.act(Action::Undo);
        assert_eq!(
            tab.state.content.plan.mirrors[0].region.as_deref(),
            Some("cn-shenzhen")
        );
        let gone = Version {
            gone_at: Some(0.0),
            ..version
        };
        now(tab.keeper.change_version(&tab.id(), &gone));
        let kept = now(store.versions(&tab.id())).unwrap();
        assert_eq!(kept[0].gone_at, Some(5_000.0));
    }

    #[test]
    fn two_pages_change_prices_over_each_other_and_none_is_lost() {
        use crate::prices::{Held, What};
        use vaultplan::catalog::price_items::Item;
        use vaultplan::text::decimal::Decimal;

        let price = |item, text: &str| Change {
            of: 0,
            what: What::Price(item, Decimal::parse(text)),
            now: 1_795_248_000,
        };
        let told = |tab: &mut Tab| {
            let told = tab.follow().into_iter();
            let prices = told.filter_map(|told| match told {
                Told::Prices(0, text) => Some(text.map_or(0, |text| {
                    Held::read(&text).map_or(usize::MAX, |held| held.book.rates.len())
                })),
                _ => None,
            });
            prices.last()
        };
        let store = Store::memory();
        let (mut one, mut two) = (Tab::new(&store), Tab::new(&store));
        now(one
            .keeper
            .change_prices(&price(Item::ReplicationTraffic, "0.07")));
        assert_eq!(told(&mut one), Some(1));
        now(two.keeper.change_prices(&price(Item::FileClient, "4")));
        assert_eq!(told(&mut two), Some(2));
        // The announcement of the other page lets this one read again.
        now(one.keeper.look_for_newer(Some(prices::KEYS[0])));
        assert_eq!(told(&mut one), Some(2));
        // Prices are no plan, and a new page finds them.
        assert_eq!(now(store.list()).unwrap(), []);
        let text = now(store.loose(prices::KEYS[0])).unwrap();
        assert_eq!(Held::read(&text.unwrap()).unwrap().book.rates.len(), 2);
    }

    #[test]
    fn prices_that_cannot_be_read_are_never_written_over() {
        use crate::prices::What;

        let store = Store::memory();
        let later = "{\"format\": \"vaultplan-prices/9\"}";
        now(store.keep_loose(prices::KEYS[1], Some(later))).unwrap();
        let mut tab = Tab::new(&store);
        let change = Change {
            of: 1,
            what: What::Put(None),
            now: 0,
        };
        now(tab.keeper.change_prices(&change));
        let kept = tab
            .follow()
            .into_iter()
            .any(|told| matches!(told, Told::PricesKept(false)));
        assert!(kept);
        let text = now(store.loose(prices::KEYS[1])).unwrap();
        assert_eq!(text.as_deref(), Some(later));
    }
}
