//! What the planner holds: the plan, the draft of its text, the steps behind and ahead. A pure reducer: no HTML,
//! no storage, no clock.

use std::rc::Rc;

use vaultplan::lang::{Arg, Lang, Said, Text};
use vaultplan::model::{self, Topology};
use vaultplan::text::patch::{Op, Patch};

use crate::{diff, words};

/// Most steps that can be undone. Older ones are forgotten, so that a long day does not fill the memory.
const STEPS: usize = 1_000;

/// Typing goes on in a field when it is heard of again within so many seconds.
const RUN_SECONDS: i64 = 3;

/// A plan with the draft of its text, under the id that storage knows it by.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Content {
    /// Id of the record in storage.
    pub(crate) id: Rc<str>,
    /// The last plan that could be read.
    pub(crate) plan: Rc<Topology<'static>>,
    /// Text that does not read, or that waits to replace a plan which was edited meanwhile.
    pub(crate) draft: Option<Draft>,
}

/// A text that is not the plan's.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    /// As typed.
    pub(crate) text: Rc<str>,
    /// Whether the plan was edited after the draft was begun. Such a draft never replaces the plan by itself.
    pub(crate) stale: bool,
}

impl Content {
    /// An empty plan.
    pub(crate) fn empty(id: impl Into<Rc<str>>) -> Self {
        Self::new(id, Topology::empty())
    }

    /// A plan without a draft.
    pub(crate) fn new(id: impl Into<Rc<str>>, plan: Topology<'static>) -> Self {
        Self {
            id: id.into(),
            plan: Rc::new(plan),
            draft: None,
        }
    }

    /// Whether there is nothing to lose.
    pub(crate) fn is_empty(&self) -> bool {
        self.draft.is_none() && *self.plan == Topology::empty()
    }

    /// Whether both are the same without looking at every value.
    pub(crate) fn same(&self, other: &Self) -> bool {
        self.id == other.id && Rc::ptr_eq(&self.plan, &other.plan) && self.draft == other.draft
    }

    /// The text that the text view shows.
    pub(crate) fn text(&self) -> Rc<str> {
        match &self.draft {
            Some(draft) => draft.text.clone(),
            None => model::write(&self.plan).into(),
        }
    }
}

/// What a step does, in words with holes for the user's names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    text: Text,
    args: Vec<Arg>,
    /// In both languages, for a step that storage kept.
    kept: Option<[Rc<str>; 2]>,
}

impl Label {
    /// A label without holes, or whose holes are filled by [`Self::arg`].
    pub(crate) fn new(text: &Text) -> Self {
        Self {
            text: *text,
            args: Vec::new(),
            kept: None,
        }
    }

    /// A label that storage kept, in the order of [`Lang::ALL`].
    pub(crate) fn of_kept(kept: [Rc<str>; 2]) -> Self {
        Self {
            kept: Some(kept),
            ..Self::new(words::STEP_TYPED)
        }
    }

    /// A label with the holes of a fix.
    pub(crate) fn with(text: Text, args: Vec<Arg>) -> Self {
        Self {
            text,
            args,
            kept: None,
        }
    }

    /// Gives a hole its value.
    pub(crate) fn arg(mut self, name: &'static str, value: impl Into<Said>) -> Self {
        self.args.push(Arg {
            name,
            value: value.into(),
        });
        self
    }

    /// The label in one language.
    pub(crate) fn get(&self, lang: Lang) -> String {
        if let Some([en, zh]) = &self.kept {
            let kept = if lang == Lang::Zh { zh } else { en };
            return kept.to_string();
        }
        let label = self.text.fill(lang, &self.args);
        // Backticks set names apart where a sentence is drawn; a label is spoken. A user's own ones stay.
        if self
            .args
            .iter()
            .any(|arg| arg.value.get(lang).contains('`'))
        {
            label
        } else {
            label.replace('`', "")
        }
    }
}

/// A step that can be undone and redone.
#[derive(Debug, PartialEq)]
pub(crate) struct Step {
    pub(crate) label: Label,
    pub(crate) undo: Change,
    pub(crate) redo: Change,
}

/// One direction of a step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    /// Within the plan that is open.
    Within {
        /// What changes in the plan.
        patch: Patch,
        /// The draft that stands beside it then. Where none is stated, a draft that is there stays, and is older than
        /// the plan.
        draft: Option<Option<Draft>>,
    },
    /// Another plan.
    Open(Content),
}

/// Steps, the last one at the end. Clones share them.
pub(crate) type Steps = Rc<Vec<Rc<Step>>>;

/// What happened last, for the reader of a screen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Event {
    /// A step was done.
    Done(Label),
    /// It was undone.
    Undone(Label),
    /// It was done again.
    Redone(Label),
    /// Another page of the planner changed the plan.
    Followed,
}

impl Event {
    /// The sentence in one language.
    pub(crate) fn get(&self, lang: Lang) -> String {
        let (text, label) = match self {
            Self::Done(label) => return label.get(lang),
            Self::Undone(label) => (words::UNDONE, label.get(lang)),
            Self::Redone(label) => (words::REDONE, label.get(lang)),
            Self::Followed => return words::FOLLOWED.get(lang).to_owned(),
        };
        Label::new(text).arg("step", label).get(lang)
    }
}

/// The state of the planner.
#[derive(Debug)]
pub(crate) struct State {
    /// What is open.
    pub(crate) content: Content,
    /// Steps that can be undone, the last one at the end.
    pub(crate) past: Steps,
    /// Steps that can be done again, the next one at the end.
    pub(crate) future: Steps,
    /// The field that is being filled in, and when that was last heard of, in seconds.
    run: Option<(String, i64)>,
    /// What happened last; `None` before the first step.
    pub(crate) event: Option<Event>,
    /// Grows with every change of the state.
    pub(crate) serial: u64,
}

/// What can be done.
#[derive(Debug)]
pub(crate) enum Action {
    /// Shows what storage held, with the steps that it kept. No step.
    Load {
        /// What is opened.
        content: Content,
        /// What can be undone there.
        past: Steps,
        /// What can be done again there.
        future: Steps,
    },
    /// Fills in a field. While somebody goes on typing there, it stays one step.
    Fill {
        /// What it does.
        label: Label,
        /// How.
        patch: Patch,
        /// JSON Pointer of the field.
        field: String,
        /// Now, in seconds.
        now: i64,
    },
    /// Makes the open plan what another one is, as one step.
    Become {
        /// What it does.
        label: Label,
        /// The other plan.
        plan: Rc<Topology<'static>>,
    },
    /// Changes the plan.
    Apply {
        /// What it does.
        label: Label,
        /// How.
        patch: Patch,
    },
    /// Opens another plan: a file, a pasted text, an example, one of the user's own.
    Replace {
        /// What it does.
        label: Label,
        /// What is opened.
        content: Content,
    },
    /// The text of the plan as typed, after a pause.
    Type(String),
    /// Lets a draft that reads replace the plan.
    AdoptDraft,
    /// Puts a draft aside.
    DropDraft,
    /// Takes the last step back.
    Undo,
    /// Does it again.
    Redo,
    /// Takes so many steps back, or does them again where the number is negative.
    Jump(isize),
    /// Shows what another page of the planner saved under the same id.
    Follow(Content),
    /// Goes on under another id, because another page saved under this one.
    GoOnAs {
        /// The new id.
        id: Rc<str>,
        /// The id that it stands for; another plan may be open by now.
        instead_of: Rc<str>,
        /// The new name, so that both can be told apart.
        name: String,
    },
}

impl State {
    /// The state of a page that has just been opened.
    pub(crate) fn new(content: Content) -> Self {
        Self {
            content,
            past: Rc::default(),
            future: Rc::default(),
            run: None,
            event: None,
            serial: 0,
        }
    }

    /// The step that undo takes back.
    pub(crate) fn undoable(&self) -> Option<&Label> {
        self.past.last().map(|step| &step.label)
    }

    /// The step that redo does again.
    pub(crate) fn redoable(&self) -> Option<&Label> {
        self.future.last().map(|step| &step.label)
    }

    fn next(&self, content: Content, event: Option<Event>) -> Self {
        Self {
            content,
            past: self.past.clone(),
            future: self.future.clone(),
            run: None,
            event,
            serial: self.serial + 1,
        }
    }

    fn stepped(&self, content: Content, label: Label, undo: Change, redo: Change) -> Self {
        let mut past = (*self.past).clone();
        if past.len() >= STEPS {
            past.remove(0);
        }
        past.push(Rc::new(Step {
            label: label.clone(),
            undo,
            redo,
        }));
        Self {
            past: Rc::new(past),
            future: Rc::default(),
            ..self.next(content, Some(Event::Done(label)))
        }
    }

    /// Opens another plan.
    fn opened(&self, label: Label, content: Content) -> Self {
        let undo = Change::Open(self.content.clone());
        self.stepped(content.clone(), label, undo, Change::Open(content))
    }

    /// Changes the open plan as a whole.
    fn replaced(&self, label: Label, content: Content) -> Self {
        let (old, new) = (&self.content, &content);
        let patches = if Rc::ptr_eq(&old.plan, &new.plan) {
            Some(Default::default())
        } else {
            diff::diff(&old.plan, &new.plan)
        };
        let Some((redo, undo)) = patches else {
            return self.opened(label, content);
        };
        let within = |patch: Patch, of: &Content| Change::Within {
            patch,
            draft: Some(of.draft.clone()),
        };
        let (undo, redo) = (within(undo, old), within(redo, new));
        self.stepped(content, label, undo, redo)
    }

    /// `None` when the patch does not fit: a click that came too late.
    fn applied(&self, label: Label, patch: Patch) -> Option<Self> {
        let mut plan = (*self.content.plan).clone();
        let inverse = model::apply(&mut plan, &patch).ok()?;
        if plan == *self.content.plan {
            return None;
        }
        let content = self.content.with_plan(plan);
        Some(self.stepped(content, label, patched(inverse), patched(patch)))
    }

    /// What is typed in one field within one run is one step.
    fn filled(&self, label: Label, patch: Patch, field: String, now: i64) -> Option<Self> {
        let goes_on = self.run.as_ref().is_some_and(|(of, heard)| {
            *of == field && now.saturating_sub(*heard) <= RUN_SECONDS && self.future.is_empty()
        });
        let mut next = self.applied(label.clone(), patch)?;
        if goes_on && let Some(start) = self.moved(true) {
            let (old, new) = (&start.content.plan, &next.content.plan);
            if old == new {
                next.past = start.past;
            } else if let Some((redo, undo)) = diff::diff(old, new) {
                let mut past = (*start.past).clone();
                past.push(Rc::new(Step {
                    label,
                    undo: patched(undo),
                    redo: patched(redo),
                }));
                next.past = Rc::new(past);
            }
        }
        next.run = Some((field, now));
        Some(next)
    }

    fn typed(&self, text: String) -> Option<Self> {
        let content = &self.content;
        if content
            .draft
            .as_ref()
            .is_some_and(|draft| *draft.text == *text)
        {
            return None;
        }
        let stale = content.draft.as_ref().is_some_and(|draft| draft.stale);
        let read = model::read_text(&text).map(Topology::into_owned);
        let typed = match read {
            Ok(plan) if plan == *content.plan => {
                content.draft.as_ref()?;
                Content {
                    draft: None,
                    ..content.clone()
                }
            }
            Ok(plan) if !stale => Content::new(content.id.clone(), plan),
            _ => Content {
                draft: Some(Draft {
                    text: text.into(),
                    stale,
                }),
                ..content.clone()
            },
        };
        Some(self.replaced(Label::new(words::STEP_TYPED), typed))
    }

    fn adopted(&self) -> Option<Self> {
        let text = &self.content.draft.as_ref()?.text;
        let plan = model::read_text(text).ok()?.into_owned();
        let content = Content::new(self.content.id.clone(), plan);
        Some(self.replaced(Label::new(words::STEP_ADOPTED), content))
    }

    fn dropped(&self) -> Option<Self> {
        self.content.draft.as_ref()?;
        let content = Content {
            draft: None,
            ..self.content.clone()
        };
        Some(self.replaced(Label::new(words::STEP_DROPPED), content))
    }

    fn moved(&self, back: bool) -> Option<Self> {
        let (mut past, mut future) = ((*self.past).clone(), (*self.future).clone());
        let step = if back { past.pop() } else { future.pop() }?;
        let content = if back { &step.undo } else { &step.redo }.on(&self.content)?;
        let event = if back {
            Event::Undone(step.label.clone())
        } else {
            Event::Redone(step.label.clone())
        };
        if back {
            future.push(step);
        } else {
            past.push(step);
        }
        Some(Self {
            past: Rc::new(past),
            future: Rc::new(future),
            ..self.next(content, Some(event))
        })
    }

    /// The state after an action; `None` when nothing changes.
    fn after(&self, action: Action) -> Option<Self> {
        match action {
            Action::Load {
                content,
                past,
                future,
            } => Some(Self {
                past,
                future,
                ..self.next(content, None)
            }),
            Action::Fill {
                label,
                patch,
                field,
                now,
            } => self.filled(label, patch, field, now),
            Action::Become { label, plan } => {
                let draft = None;
                let content = Content {
                    plan,
                    draft,
                    ..self.content.clone()
                };
                (content != self.content).then(|| self.replaced(label, content))
            }
            Action::Apply { label, patch } => self.applied(label, patch),
            Action::Replace { label, content } => Some(self.opened(label, content)),
            Action::Type(text) => self.typed(text),
            Action::AdoptDraft => self.adopted(),
            Action::DropDraft => self.dropped(),
            Action::Undo => self.moved(true),
            Action::Redo => self.moved(false),
            Action::Jump(steps) => {
                let mut at = None;
                for _ in 0..steps.unsigned_abs() {
                    match at.as_ref().unwrap_or(self).moved(steps > 0) {
                        Some(next) => at = Some(next),
                        None => break,
                    }
                }
                at
            }
            Action::Follow(content) => {
                if content.id != self.content.id || content == self.content {
                    return None;
                }
                let mut next = self.replaced(Label::new(words::STEP_FOLLOWED), content);
                next.event = Some(Event::Followed);
                Some(next)
            }
            Action::GoOnAs {
                id,
                instead_of,
                name,
            } => {
                if self.content.id != instead_of {
                    return None;
                }
                let content = Content {
                    id,
                    ..self.content.clone()
                };
                let gone_on = self.next(content, None);
                let named = vec![Op::set("/name", name)];
                let label = Label::new(words::keep::STEP_SPLIT);
                Some(gone_on.applied(label, named).unwrap_or(gone_on))
            }
        }
    }
}

/// A patch that leaves a draft where it is.
fn patched(patch: Patch) -> Change {
    let draft = None;
    Change::Within { patch, draft }
}

impl Change {
    /// What it makes of what is open; `None` where it does not fit.
    fn on(&self, content: &Content) -> Option<Content> {
        match self {
            Self::Open(content) => Some(content.clone()),
            Self::Within { patch, draft } => {
                let changed = if patch.is_empty() {
                    content.clone()
                } else {
                    let mut plan = (*content.plan).clone();
                    model::apply(&mut plan, patch).ok()?;
                    content.with_plan(plan)
                };
                Some(match draft {
                    None => changed,
                    Some(draft) => Content {
                        draft: draft.clone(),
                        ..changed
                    },
                })
            }
        }
    }
}

impl Content {
    fn with_plan(&self, plan: Topology<'static>) -> Self {
        Self {
            id: self.id.clone(),
            plan: Rc::new(plan),
            draft: self.draft.clone().map(|draft| Draft {
                stale: true,
                ..draft
            }),
        }
    }
}

impl State {
    /// The state after an action; the same one when nothing changes.
    pub(crate) fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match self.after(action) {
            Some(next) => Rc::new(next),
            None => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vaultplan::text::patch::Op;

    const PAIR: &str = include_str!("../../../examples/hangzhou-shanghai.json");

    fn plan(text: &str) -> Topology<'static> {
        model::read_text(text).unwrap().into_owned()
    }

    fn opened() -> Rc<State> {
        Rc::new(State::new(Content::new("p1", plan(PAIR))))
    }

    fn step(text: &Text) -> Label {
        Label::new(text)
    }

    fn set_region(state: Rc<State>, region: &str) -> Rc<State> {
        state.reduce(Action::Apply {
            label: step(words::STEP_ADOPTED),
            patch: vec![Op::set("/mirrors/0/region", region)],
        })
    }

    fn region(state: &State) -> &str {
        state.content.plan.mirrors[0].region.as_deref().unwrap()
    }

    #[test]
    fn an_edit_and_its_fix_are_two_steps_back() {
        let start = opened();
        let wrong = set_region(start.clone(), "cn-hangzhou");
        let report = vaultplan::report::check(&wrong.content.plan, Default::default());
        let finding = report
            .findings
            .iter()
            .find(|finding| finding.rule.slug == "mirror-same-region")
            .unwrap();
        let fix = &finding.fixes()[0];
        let mended = wrong.clone().reduce(Action::Apply {
            label: Label::with(fix.label, fix.args.clone()),
            patch: fix.patch.clone(),
        });
        assert_ne!(region(&mended), "cn-hangzhou");
        let once = mended.clone().reduce(Action::Undo);
        assert_eq!(once.content.plan, wrong.content.plan);
        let twice = once.reduce(Action::Undo);
        assert_eq!(twice.content.plan, start.content.plan);
        assert_eq!(twice.undoable(), None);
        let again = twice.reduce(Action::Redo).reduce(Action::Redo);
        assert_eq!(again.content.plan, mended.content.plan);
        assert_eq!(again.redoable(), None);
    }

    #[test]
    fn an_edit_that_changes_nothing_or_does_not_fit_is_no_step() {
        let start = opened();
        let same = region(&start).to_owned();
        assert!(Rc::ptr_eq(&set_region(start.clone(), &same), &start));
        let late = start.clone().reduce(Action::Apply {
            label: step(words::STEP_ADOPTED),
            patch: vec![Op::set("/mirrors/7/region", "cn-beijing")],
        });
        assert!(Rc::ptr_eq(&late, &start));
        assert!(Rc::ptr_eq(&start.clone().reduce(Action::Undo), &start));
    }

    #[test]
    fn a_new_step_forgets_what_could_be_redone() {
        let back = set_region(opened(), "cn-beijing").reduce(Action::Undo);
        assert!(back.redoable().is_some());
        assert!(set_region(back, "cn-shenzhen").redoable().is_none());
    }

    #[test]
    fn a_text_that_does_not_read_is_kept_as_a_draft_beside_the_plan() {
        let start = opened();
        let broken = start
            .clone()
            .reduce(Action::Type("{\"format\": ".to_owned()));
        assert!(Rc::ptr_eq(&broken.content.plan, &start.content.plan));
        assert_eq!(&*broken.content.text(), "{\"format\": ");
        let same = broken
            .clone()
            .reduce(Action::Type("{\"format\": ".to_owned()));
        assert!(Rc::ptr_eq(&same, &broken));
        let back = broken.clone().reduce(Action::Undo);
        assert_eq!(back.content, start.content);
        let again = back.reduce(Action::Redo);
        assert_eq!(again.content, broken.content);
        let dropped = again.reduce(Action::DropDraft);
        assert_eq!(dropped.content, start.content);
        assert_eq!(dropped.reduce(Action::Undo).content, broken.content);
    }

    #[test]
    fn a_text_that_reads_becomes_the_plan() {
        let text = PAIR.replace("cn-shanghai", "cn-shenzhen");
        let typed = opened().reduce(Action::Type(text.clone()));
        assert_eq!(*typed.content.plan, plan(&text));
        assert_eq!(typed.content.draft, None);
        assert_eq!(region(&typed.reduce(Action::Undo)), "cn-shanghai");
    }

    #[test]
    fn a_text_with_other_spaces_is_the_same_plan() {
        let start = opened();
        let spaced = PAIR.replace('\n', "\n\n");
        assert!(Rc::ptr_eq(
            &start.clone().reduce(Action::Type(spaced)),
            &start
        ));
    }

    #[test]
    fn a_draft_never_replaces_edits_made_beside_it() {
        let broken = opened().reduce(Action::Type("{".to_owned()));
        let edited = set_region(broken, "cn-beijing");
        assert!(edited.content.draft.as_ref().unwrap().stale);
        let mended = edited.reduce(Action::Type(PAIR.to_owned()));
        assert_eq!(region(&mended), "cn-beijing");
        let adopted = mended.reduce(Action::AdoptDraft);
        assert_eq!(region(&adopted), "cn-shanghai");
        assert_eq!(adopted.content.draft, None);
        assert_eq!(region(&adopted.reduce(Action::Undo)), "cn-beijing");
    }

    #[test]
    fn opening_is_one_step_and_goes_back_to_the_plan_before_under_its_own_id() {
        let start = set_region(opened(), "cn-beijing");
        let other = Content::empty("p2");
        let opened = start.clone().reduce(Action::Replace {
            label: step(words::STEP_NEW),
            content: other.clone(),
        });
        assert_eq!(opened.content, other);
        let back = opened.reduce(Action::Undo);
        assert!(back.content.same(&start.content));
        assert_eq!(region(&back.reduce(Action::Undo)), "cn-shanghai");
    }

    #[test]
    fn what_another_page_saved_is_followed_and_can_be_undone() {
        let start = opened();
        let theirs = Content::new("p1", plan(&PAIR.replace("cn-shanghai", "cn-beijing")));
        let followed = start.clone().reduce(Action::Follow(theirs));
        assert_eq!(region(&followed), "cn-beijing");
        assert_eq!(region(&followed.reduce(Action::Undo)), "cn-shanghai");
        let elsewhere = start.clone().reduce(Action::Follow(Content::empty("p9")));
        assert!(Rc::ptr_eq(&elsewhere, &start));
    }

    #[test]
    fn going_on_under_another_id_keeps_plan_and_history() {
        let edited = set_region(opened(), "cn-beijing");
        let gone_on = edited.clone().reduce(Action::GoOnAs {
            id: "p1-b".into(),
            instead_of: "p1".into(),
            name: "Pair (from another tab)".to_owned(),
        });
        assert_eq!(&*gone_on.content.id, "p1-b");
        let name = gone_on.content.plan.name.as_deref();
        assert_eq!(name, Some("Pair (from another tab)"));
        assert_eq!(region(&gone_on), "cn-beijing");
        let back = gone_on.reduce(Action::Undo).reduce(Action::Undo);
        assert_eq!((&*back.content.id, region(&back)), ("p1-b", "cn-shanghai"));
        let late = back.clone().reduce(Action::GoOnAs {
            id: "p3".into(),
            instead_of: "p1".into(),
            name: String::new(),
        });
        assert!(Rc::ptr_eq(&late, &back));
    }

    fn fill(state: Rc<State>, name: &str, now: i64) -> Rc<State> {
        state.reduce(Action::Fill {
            label: step(words::STEP_ADOPTED),
            patch: vec![Op::set("/vaults/0/name", name)],
            field: "/vaults/0/name".to_owned(),
            now,
        })
    }

    #[test]
    fn typing_in_one_field_is_one_step_until_something_else_happens() {
        let start = opened();
        let was = start.content.plan.vaults[0].name.clone();
        let name = |state: &State| {
            state.content.plan.vaults[0]
                .name
                .as_deref()
                .map(str::to_owned)
        };
        let typed = fill(fill(fill(start.clone(), "c", 10), "co", 11), "core", 14);
        assert_eq!(
            (typed.past.len(), name(&typed).as_deref()),
            (1, Some("core"))
        );
        let back = typed.clone().reduce(Action::Undo);
        assert_eq!(back.content.plan.vaults[0].name, was);
        assert_eq!(name(&back.reduce(Action::Redo)).as_deref(), Some("core"));
        // A pause, another step and a step back each end the run.
        assert_eq!(fill(typed.clone(), "core 1", 18).past.len(), 2);
        let between = set_region(typed.clone(), "cn-beijing");
        assert_eq!(fill(between, "core 1", 15).past.len(), 3);
        let back = fill(typed, "core 1", 15).reduce(Action::Undo);
        assert_eq!(fill(back, "x", 15).past.len(), 1);
    }

    #[test]
    fn what_is_typed_and_taken_back_by_hand_is_no_step() {
        let start = opened();
        let was = start.content.plan.vaults[0]
            .name
            .as_deref()
            .unwrap()
            .to_owned();
        let typed = fill(fill(start, "x", 10), &was, 11);
        assert_eq!(typed.undoable(), None);
    }

    #[test]
    fn a_jump_is_as_many_steps() {
        let mut state = opened();
        for region in ["cn-beijing", "cn-shenzhen", "cn-hangzhou"] {
            state = set_region(state, region);
        }
        let back = state.clone().reduce(Action::Jump(2));
        assert_eq!(
            (region(&back), back.past.len(), back.future.len()),
            ("cn-beijing", 1, 2)
        );
        assert_eq!(
            region(&back.clone().reduce(Action::Jump(-1))),
            "cn-shenzhen"
        );
        assert_eq!(
            region(&back.clone().reduce(Action::Jump(-9))),
            "cn-hangzhou"
        );
        assert!(Rc::ptr_eq(&back.clone().reduce(Action::Jump(0)), &back));
    }

    #[test]
    fn events_are_said_in_both_languages() {
        let undone = set_region(opened(), "cn-beijing").reduce(Action::Undo);
        for lang in Lang::ALL {
            let said = undone.event.as_ref().unwrap().get(lang);
            assert!(said.contains(words::STEP_ADOPTED.get(lang)), "{said}");
        }
    }
}
