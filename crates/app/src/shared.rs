//! What every part of the page may see and ask for, handed down as one context.

use std::cell::RefCell;
use std::rc::Rc;

use vaultplan::lang::{Arg, Lang, Text};
use web_sys::File;
use yew::prelude::*;

use crate::dom;
use crate::edit::Edit;
use crate::hooks::saver::Saving;
use crate::judged::Judged;
use crate::open::Brought;
use crate::prefs::Theme;
use crate::route::Route;
use crate::state::{Action, Content, Label};
use crate::storage::Info;

/// What every part of the page may see and ask for.
#[derive(Clone, PartialEq)]
pub(crate) struct Shared {
    /// The language of the page.
    pub(crate) lang: Lang,
    /// The chosen theme.
    pub(crate) theme: Theme,
    /// Where the user is.
    pub(crate) route: Route,
    /// What is open.
    pub(crate) content: Content,
    /// The report on the plan.
    pub(crate) judged: Rc<Judged>,
    /// What undo would take back.
    pub(crate) undoable: Option<Label>,
    /// What redo would do again.
    pub(crate) redoable: Option<Label>,
    /// Whether the plan is kept.
    pub(crate) saving: Saving,
    /// The user's plans, the last used first.
    pub(crate) plans: Rc<Vec<Info>>,
    /// What can be asked for.
    pub(crate) ask: Ask,
}

/// What can be asked for.
#[derive(Clone, PartialEq)]
pub(crate) struct Ask {
    /// A change of the state.
    pub(crate) act: Callback<Action>,
    /// Another language.
    pub(crate) lang: Callback<Lang>,
    /// Another theme.
    pub(crate) theme: Callback<Theme>,
    /// To open files.
    pub(crate) files: Callback<Vec<File>>,
    /// To open what was read or pasted.
    pub(crate) open: Callback<Brought>,
    /// To open one of the user's plans.
    pub(crate) plan: Callback<Rc<str>>,
    /// To forget one of the user's plans.
    pub(crate) forget: Callback<Rc<str>>,
    /// The id of the element that is to have the focus once it is there.
    pub(crate) focus: Rc<RefCell<Option<String>>>,
}

impl Shared {
    /// A text in the page's language.
    pub(crate) fn say(&self, text: Text) -> &'static str {
        text.get(self.lang)
    }

    /// A text with one hole, in the page's language.
    pub(crate) fn fill(&self, text: Text, hole: &'static str, value: impl Into<String>) -> String {
        Label::new(text).arg(hole, value.into()).get(self.lang)
    }

    /// A sentence with one hole whose value keeps its backticks, to be drawn by [`crate::components::rich::Rich`].
    pub(crate) fn fill_own(&self, text: Text, hole: &'static str, value: &str) -> String {
        let args = [Arg {
            name: hole,
            value: value.into(),
        }];
        text.fill(self.lang, &args)
    }

    /// A number of things: `1 error`, `2 errors`.
    pub(crate) fn count(&self, number: usize, one: Text, many: Text) -> String {
        let text = if number == 1 { one } else { many };
        self.fill(text, "n", number.to_string())
    }

    /// Does an edit, unless it changes nothing.
    pub(crate) fn edit(&self, edit: Edit) {
        if !edit.patch.is_empty() {
            self.ask.act.emit(Action::Apply {
                label: edit.label,
                patch: edit.patch,
            });
        }
    }

    /// Goes to a place.
    pub(crate) fn go(&self, route: &Route) {
        dom::go(route);
    }

    /// Goes to a place and gives the focus to an element there.
    pub(crate) fn go_and_focus(&self, route: &Route, id: &str) {
        *self.ask.focus.borrow_mut() = Some(id.to_owned());
        dom::go(route);
    }

    /// The id under which something newly opened is kept: a record of its own, unless there is nothing in this one.
    pub(crate) fn id_for_new(&self) -> Rc<str> {
        if self.content.is_empty() {
            self.content.id.clone()
        } else {
            dom::fresh_id().into()
        }
    }
}

/// The context. Every part of the page stands below its provider.
#[hook]
pub(crate) fn use_shared() -> Shared {
    use_context::<Shared>().unwrap_or_else(detached)
}

/// What a part sees that stands outside the page: an empty plan and deaf ears.
fn detached() -> Shared {
    let content = Content::empty("");
    Shared {
        lang: Lang::En,
        theme: Theme::System,
        route: Route::Plan,
        judged: Rc::new(Judged::new(content.plan.clone(), 0)),
        content,
        undoable: None,
        redoable: None,
        saving: Saving::Nothing,
        plans: Rc::default(),
        ask: Ask {
            act: Callback::noop(),
            lang: Callback::noop(),
            theme: Callback::noop(),
            files: Callback::noop(),
            open: Callback::noop(),
            plan: Callback::noop(),
            forget: Callback::noop(),
            focus: Rc::default(),
        },
    }
}
