//! What the page holds and what can happen to it: one model, one reducer, natively tested. No HTML, no storage, no
//! clock; what reaches beyond the page is an [`Effect`], done by [`crate::app`].

use std::rc::Rc;

use vaultplan::catalog::editions::Edition;
use vaultplan::finding::{ObjectRef, Rule};
use vaultplan::import::Import;
use vaultplan::lang::{Arg, Lang, Said, Text};
use vaultplan::model;
use vaultplan::text::locate::Position;

use crate::components::price_book;
use crate::cost;
use crate::coverage;
use crate::edit::{self, Edit, Field, NewMirror, Pair};
use crate::explain;
use crate::form;
use crate::judged::Judged;
use crate::keep::{self, Ask, Compared, Keep, Note, Room};
use crate::keeper::Opened;
use crate::map;
use crate::objects;
use crate::open::{self, Brought, Refused};
use crate::opening::{self, Arrival, Preview};
use crate::prefs::Theme;
use crate::review::{self, Review};
use crate::route::{Route, View};
use crate::shell::{self, Shell};
use crate::state::{Action, Content, Label, State};
use crate::storage::{Failure, Info, Version};
use crate::typed::Typed;
use crate::{intl, share, words};

/// Whether what is open is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Saving {
    /// There is nothing to keep yet.
    Nothing,
    /// A save is under way.
    Busy,
    /// It is kept.
    Kept,
    /// It is not kept.
    Failed(Failure),
}

/// What the saver tells the page.
#[derive(Clone, Debug)]
pub(crate) enum Told {
    /// What the last session left open; an empty plan when there is none.
    Loaded(Box<Opened>),
    /// One of the user's plans, as asked for.
    Opened(Box<Opened>),
    /// Whether what is open is kept.
    Saving(Saving),
    /// The user's plans, the last used first.
    Plans(Vec<Info>),
    /// Another page saved a newer revision, and this page had nothing unsaved.
    Newer(Content),
    /// Another page saved a newer revision, and this page had unsaved steps: they go on under a new id.
    Split {
        /// The id of the other page's version.
        theirs: Rc<str>,
        /// The id of this page's.
        ours: Rc<str>,
        /// What this page's is called from now on.
        name: String,
    },
    /// The versions of a plan, the oldest first.
    Versions(Rc<str>, Vec<Version>),
    /// A version, as asked for.
    Version {
        /// Which one.
        version: Rc<Version>,
        /// Its plan; absent where it cannot be read.
        plan: Option<Rc<model::Topology<'static>>>,
        /// Whether it is to be gone back to.
        restore: bool,
    },
    /// A text for the user's disk, with the name of its file.
    File(String, String),
    /// How much room storage has.
    Room(Room),
    /// A plan that is not open, as asked for; nothing where it cannot be read.
    Peeked(Rc<str>, Option<Rc<model::Topology<'static>>>),
    /// The prices of the user in a currency, by its place, as storage holds them.
    Prices(usize, Option<Rc<str>>),
    /// Whether storage keeps them.
    PricesKept(bool),
}

/// What stands before the page until it is answered.
#[derive(Clone, Debug)]
pub(crate) enum Over {
    /// Why something was not opened.
    Refused(Rc<Refused>),
    /// What was understood of what was brought.
    Preview(Rc<Preview>),
    /// The link that holds the plan.
    Share(share::Link),
    /// Whether an object is to go.
    Delete(ObjectRef),
    /// What changed since a version.
    Compared(Rc<Compared>),
    /// The outline, on a phone.
    Outline,
    /// The search.
    Find,
    /// Which keys do what.
    Keys,
    /// Why a finding is to be set aside.
    Aside,
    /// How grave a rule is in this plan.
    Severity(&'static Rule),
}

/// What can happen. What a control sends stands in its picture; values that a person typed come beside it.
#[derive(Debug)]
pub(crate) enum Msg {
    // The plan.
    /// Sets a field to what its control says.
    Set(Field),
    /// Supplies a missing fact with what its control says.
    Supply(Field),
    /// Does an edit that is ready.
    Edit(Rc<Edit>),
    /// Applies a fix, by the places of its finding in the report and of the fix in the finding.
    Fix(usize, usize),
    /// What happens while the findings are looked through.
    Review(review::Msg),
    /// Takes the last step back.
    Undo,
    /// Does it again.
    Redo,
    /// Lets a draft that reads replace the plan.
    AdoptDraft,
    /// Puts a draft aside.
    DropDraft,
    /// What happens in the forms of objects.
    Form(form::Msg),
    /// What happens in the table of coverage and in the encryption matrix.
    Coverage(coverage::Msg),
    /// What happens in the view of cost.
    Cost(cost::Msg),
    // The map.
    /// Something happens there.
    Map(map::Msg),
    /// Adds a vault.
    AddVault,
    /// Deletes an object; alone, or with what hangs on it.
    Delete(ObjectRef, bool),
    /// States a choice for the mirror that is being made.
    New(fn(&mut NewMirror, String)),
    /// Makes the mirror of a vault.
    Create(usize),
    /// States a choice for the pair that is being planned.
    Pair(fn(&mut Pair, String)),
    /// Makes the pair, with its mirror in a region.
    CreatePair(&'static str),
    /// Puts a region among those whose answers are asked for, or takes it out.
    Estate(&'static str),
    // Plans.
    /// Begins a new plan.
    NewPlan,
    /// Opens an example.
    Example(usize),
    /// Opens a plan that storage keeps.
    OpenPlan(Rc<str>),
    /// Kept plans, versions and steps.
    Keep(keep::Msg),
    /// Opens what a user brought.
    /// What is brought, and whether it is opened.
    Opening(opening::Msg),
    /// Handing the plan on.
    Share(share::Msg),
    /// Shows what a user brought.
    Brought(Vec<Brought>),
    /// What a user brought could not be had.
    Refused(Refused),
    /// Opens the text of the box on the page of files.
    OpenPasted,
    /// The files of a control were chosen.
    Files,
    /// Hands the plan to the user as a file.
    Save,
    /// Copies a text that is shown under an id; the plan's own where there is none.
    Copy(&'static str, Option<Rc<str>>),
    /// Whether the copying of a text worked.
    Copied(&'static str, bool),
    // The page.
    /// The address names a place.
    Went(Route),
    /// Goes to a place.
    Go(Route),
    /// To the content, past what stands before it.
    Skip,
    /// Another language.
    Lang(Lang),
    /// Another theme.
    Theme(Theme),
    /// Puts something before the page.
    Ask(Over),
    /// Takes it away.
    Close,
    /// The two versions of a plan are known of.
    CloseSplit,
    /// What an import said is read.
    CloseImport,
    /// Lists the whole of what the view lists.
    AllListed,
    /// Lists what the outline's field says.
    Needle,
    /// Files are held over the page, or no longer.
    Dragging(bool),
    /// The text was typed into.
    Typed,
    /// Nobody types any more: after a pause, or because the field or the page is left.
    Settle,
    /// The field of the text was left.
    LeftText,
    /// Shows a place of the text.
    Place(Position),
    /// The text was scrolled.
    Scrolled,
    /// The saver has news.
    Told(Told),
    /// What concerns the outline, the search and the keys.
    Shell(shell::Msg),
    /// A rule's explanation.
    Explain(explain::Msg),
}

/// What a control says when it is used.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heard {
    /// Its id.
    pub(crate) id: String,
    /// Its value.
    pub(crate) value: String,
    /// The key that was pressed; none while a word is composed.
    pub(crate) key: String,
    /// Now, in whole seconds since 1970.
    pub(crate) now: i64,
    /// An id that no record has.
    pub(crate) fresh: String,
}

/// What is to be done beyond the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    /// Go to a place; the way back leads here.
    Go(Route),
    /// Give the focus to the element of an id, as soon as it is there.
    Focus(String),
    /// Give the focus to the control of a field, by the JSON Pointer of the field.
    Field(String),
    /// Wait for a pause, then [`review::Msg::Compare`].
    Compare,
    /// Wait for a pause, then [`cost::Msg::Estimate`].
    Estimate,
    /// Show the content from its beginning.
    Top,
    /// Close the dialog that stands open, so that the focus goes back to where it was.
    CloseDialog,
    /// Hand a text to the user as a file of a name.
    Save(String, String),
    /// Copy a text that is shown under an id.
    Copy(&'static str, Rc<str>),
    /// Keep what is open.
    Keep,
    /// Ask something of storage.
    Store(Ask),
    /// Fetch the example of a place in the list, by its slug.
    Fetch(usize, &'static str),
    /// Compress a plan's text into a link.
    Pack(Rc<str>),
    /// Decompress what a link holds.
    Unpack(Rc<[u8]>),
    /// Let the address name this place, with no way back to what it named.
    Stay(Route),
    /// Keep the choice of a language.
    Lang(Lang),
    /// Keep and show a theme.
    Theme(Theme),
    /// Wait for a pause in typing, then [`Msg::Settle`].
    Pause,
    /// Select a place in the text.
    Select(Position),
    /// Bring the element of an id into view.
    Show(String),
    /// Fetch what is to be read about a rule in a language, then [`explain::Msg::Answered`].
    Explain(&'static str, Lang),
    /// Move the picture of the map.
    Map(map::Deed),
}

/// What the page holds.
#[derive(Clone)]
pub(crate) struct Page {
    /// The language of the page.
    pub(crate) lang: Lang,
    /// The chosen theme.
    pub(crate) theme: Theme,
    /// Where the user is.
    pub(crate) route: Route,
    /// The plan with the steps behind and ahead.
    pub(crate) state: Rc<State>,
    /// The report on the plan.
    pub(crate) judged: Rc<Judged>,
    /// Whether what the last session left has been read.
    pub(crate) ready: bool,
    /// Whether the plan is kept.
    pub(crate) saving: Saving,
    /// The user's plans, the last used first; also those that are deleted or cannot be read.
    pub(crate) plans: Rc<Vec<Info>>,
    /// What the lists of plans, versions and steps show.
    pub(crate) keep: Keep,
    /// The other version of this plan, when two pages changed it at the same time.
    pub(crate) split: Option<Rc<str>>,
    /// What an import said, and the plan that it made.
    pub(crate) imported: Option<(Rc<str>, Rc<Import>)>,
    /// The example that the open plan is, until what it teaches is read: the plan's id and the example's place.
    pub(crate) lesson: Option<(Rc<str>, usize)>,
    /// An address that brings a plan and is not followed yet.
    pub(crate) arrival: Option<Arrival>,
    /// Large files that are being read.
    pub(crate) reading: Option<Rc<str>>,
    /// What stands before the page.
    pub(crate) over: Option<Over>,
    /// Whether files are held over the page.
    pub(crate) dragging: bool,
    /// Id of the control whose value was not taken over.
    pub(crate) rejected: String,
    /// What the outline is filtered by.
    pub(crate) needle: String,
    /// Whether the view lists the whole.
    pub(crate) all_listed: bool,
    /// What the shell holds.
    pub(crate) shell: Shell,
    /// The mirror that is being made.
    pub(crate) new: NewMirror,
    /// The pair that is being planned.
    pub(crate) pair: Pair,
    /// The regions whose answers are asked for.
    pub(crate) estate: Vec<&'static str>,
    /// What the forms hold.
    pub(crate) form: form::State,
    /// What the table of coverage holds.
    pub(crate) coverage: coverage::State,
    /// What the view of cost holds.
    pub(crate) cost: cost::State,
    /// Whether the last change changed how many sources have a copy in another region.
    pub(crate) coverage_changed: bool,
    /// The text view's field.
    pub(crate) typed: Typed,
    /// The map.
    pub(crate) map: map::Map,
    /// The text that was copied last, and whether that worked.
    pub(crate) copied: Option<(&'static str, bool)>,
    /// What was asked about rules.
    pub(crate) explained: explain::Explanations,
    /// How the findings are looked through.
    pub(crate) review: Review,
}

impl Page {
    /// The page before anything has been read.
    pub(crate) fn new(lang: Lang, theme: Theme, route: Route, now: i64) -> Self {
        let content = Content::empty("");
        Self {
            lang,
            theme,
            route,
            judged: Rc::new(Judged::new(content.plan.clone(), now)),
            state: Rc::new(State::new(content)),
            ready: false,
            saving: Saving::Nothing,
            plans: Rc::default(),
            keep: Keep::default(),
            split: None,
            imported: None,
            lesson: None,
            arrival: None,
            reading: None,
            over: None,
            dragging: false,
            rejected: String::new(),
            needle: String::new(),
            all_listed: false,
            shell: Shell::default(),
            new: NewMirror::default(),
            pair: Pair::default(),
            estate: vec!["cn-hangzhou", "cn-shanghai"],
            form: form::State::default(),
            coverage: coverage::State::default(),
            cost: cost::State::default(),
            coverage_changed: false,
            typed: Typed::default(),
            map: map::Map::default(),
            copied: None,
            explained: explain::Explanations::default(),
            review: Review::default(),
        }
    }

    /// What is open.
    pub(crate) fn content(&self) -> &Content {
        &self.state.content
    }

    /// The plan that is open.
    pub(crate) fn plan(&self) -> &model::Topology<'static> {
        &self.state.content.plan
    }

    /// A text in the page's language.
    pub(crate) fn say(&self, text: &Text) -> &'static str {
        text.get(self.lang)
    }

    /// A text with one hole, in the page's language.
    pub(crate) fn fill(&self, text: &Text, hole: &'static str, value: &str) -> String {
        Label::new(text).arg(hole, value).get(self.lang)
    }

    /// A sentence with one hole whose value keeps its backticks, to be drawn by [`crate::markup::Out::rich`].
    pub(crate) fn fill_own(&self, text: &Text, hole: &'static str, value: &str) -> String {
        let args = [Arg {
            name: hole,
            value: value.into(),
        }];
        text.fill(self.lang, &args)
    }

    /// A number of things: `1 error`, `2 errors`.
    pub(crate) fn count(&self, number: usize, one: &Text, many: &Text) -> String {
        let text = if number == 1 { one } else { many };
        self.fill_number(text, number)
    }

    /// A text with one number, written as people of the language do.
    pub(crate) fn fill_number(&self, text: &Text, number: usize) -> String {
        self.fill(text, "n", &intl::number(number, self.lang))
    }

    /// The name of the open plan, in words where it has none.
    pub(crate) fn name(&self) -> String {
        named(self.content()).get(self.lang).to_owned()
    }

    /// What the page is called: what is selected, the view, the plan.
    pub(crate) fn title(&self) -> String {
        let view = self.say(self.route.view.title());
        if self.content().is_empty() {
            return [view, " · Vaultplan"].concat();
        }
        let selected = self.route.selected.as_deref();
        let object = selected.and_then(|reference| self.judged.find(reference));
        let (object, dot) = match object {
            Some(object) => (edit::name(self.plan(), object), " · "),
            None => ("", ""),
        };
        [object, dot, view, " · ", &self.name(), " · Vaultplan"].concat()
    }

    /// Whether the doors of an empty planner stand alone.
    pub(crate) fn is_bare(&self) -> bool {
        self.content().is_empty() && self.route.view == View::Plan
    }

    /// What happens. What is to be done beyond the page is put into `effects`.
    pub(crate) fn update(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        let before = (self.state.clone(), self.ready);
        let typing = self.keep.typing.clone();
        // What was typed counts before anything else does.
        if !matches!(
            msg,
            Msg::Typed | Msg::Scrolled | Msg::Dragging(_) | Msg::Form(form::Msg::Typing(_))
        ) {
            self.settle();
        }
        if !shell::Msg::leaves_views(msg) {
            self.shell.drawn += 1;
        }
        self.happen(msg, heard, effects);
        if !Rc::ptr_eq(&self.state.content.plan, &self.judged.plan) {
            let covered = self.judged.coverage().totals;
            self.judged = Rc::new(Judged::new(self.state.content.plan.clone(), heard.now));
            self.coverage_changed = self.judged.coverage().totals != covered;
            self.recost();
        }
        if self.form.typing.is_none() {
            self.keep.typing = None;
        }
        let same = Rc::ptr_eq(&before.0, &self.state) && typing == self.keep.typing;
        self.follow_map();
        if self.ready && (!same || !before.1) {
            effects.push(Effect::Keep);
        }
        self.follow(effects);
        if !self.cost_is_known() {
            effects.push(Effect::Estimate);
        }
        if self.route.view == View::Text {
            self.typed.follow(&self.state.content);
        }
    }

    pub(crate) fn act(&mut self, action: Action) {
        self.state = self.state.clone().reduce(action);
    }

    pub(crate) fn edit(&mut self, edit: Edit) {
        if !edit.patch.is_empty() {
            self.act(Action::Apply {
                label: edit.label,
                patch: edit.patch,
            });
        }
    }

    fn settle(&mut self) {
        if let Some(text) = self.typed.settle() {
            self.act(Action::Type(text.to_string()));
            self.typed.is_of(&self.state.content);
        }
    }

    /// Opens another plan and shows it.
    pub(crate) fn replace(&mut self, label: Label, content: Content, effects: &mut Vec<Effect>) {
        self.act(Action::Replace { label, content });
        effects.push(Effect::Go(Route::PLAN));
    }

    /// The id under which something newly opened is kept: a record of its own, unless there is nothing in this one.
    pub(crate) fn id_for_new(&self, fresh: &str) -> Rc<str> {
        if self.content().is_empty() {
            self.content().id.clone()
        } else {
            fresh.into()
        }
    }

    /// Goes to an object that has just been made, and to its name.
    fn show_new(id: String, effects: &mut Vec<Effect>) {
        effects.push(Effect::Go(Route::object(id)));
        effects.push(Effect::Focus("field-name".to_owned()));
    }

    pub(crate) fn happen(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        match msg {
            Msg::Set(field) => self.set(field, heard),
            Msg::Supply(field) => self.supply(field, heard),
            Msg::Edit(edit) => self.edit((**edit).clone()),
            Msg::Fix(finding, fix) => {
                let finding = self.judged.findings.get(*finding);
                if let Some(fix) = finding.and_then(|finding| finding.fixes().get(*fix)) {
                    let edit = edit::of_fix(fix);
                    self.edit_from_list(edit, effects);
                }
            }
            Msg::Review(msg) => self.hear_review(msg, heard, effects),
            Msg::Undo => self.act(Action::Undo),
            Msg::Redo => self.act(Action::Redo),
            Msg::AdoptDraft => self.act(Action::AdoptDraft),
            Msg::DropDraft => self.act(Action::DropDraft),
            Msg::AddVault => {
                let (edit, id) = edit::add_vault(self.plan(), None);
                self.edit(edit);
                Self::show_new(id, effects);
            }
            Msg::Form(msg) => self.on_form(msg, heard, effects),
            Msg::Coverage(msg) => self.on_coverage(*msg, heard, effects),
            Msg::Cost(msg) => self.on_cost(msg, heard, effects),
            Msg::Map(msg) => self.on_map(msg, heard, effects),
            Msg::Delete(object, alone) => {
                self.close(effects);
                effects.push(Effect::Go(self.route.without()));
                let edit = objects::delete(self.plan(), *object, *alone);
                self.edit(edit);
            }
            Msg::New(change) => {
                self.cost.mirror = Rc::default();
                change(&mut self.new, heard.value.trim().to_owned());
            }
            Msg::Create(index) => {
                let made = {
                    let facts = self.judged.facts();
                    let vault = facts.vaults.get(*index);
                    vault.map(|vault| {
                        let new = self.new.in_best_region(&facts, vault);
                        edit::add_mirror(&facts, vault, &new)
                    })
                };
                if let Some((edit, id)) = made {
                    self.edit(edit);
                    Self::show_new(id, effects);
                }
            }
            Msg::Pair(change) => change(&mut self.pair, heard.value.trim().to_owned()),
            Msg::CreatePair(to) => {
                let plan = self.pair.plan(to, self.lang);
                let content = Content::new(self.id_for_new(&heard.fresh), plan);
                self.replace(Label::new(words::STEP_PAIR), content, effects);
            }
            Msg::Estate(region) => {
                let before = self.estate.len();
                self.estate.retain(|asked| asked != region);
                if self.estate.len() == before {
                    self.estate.push(region);
                }
                self.copied = None;
            }
            Msg::NewPlan => {
                let content = Content::empty(heard.fresh.as_str());
                self.replace(Label::new(words::STEP_NEW), content, effects);
            }
            Msg::Example(index) => self.opening(&opening::Msg::Example(*index), heard, effects),
            Msg::Opening(msg) => self.opening(msg, heard, effects),
            Msg::Share(msg) => self.share(msg, effects),
            Msg::OpenPlan(id) => {
                self.split = None;
                if self.content().id == *id {
                    effects.push(Effect::Go(Route::PLAN));
                } else {
                    effects.push(Effect::Store(Ask::Open(id.clone())));
                }
            }
            Msg::Keep(msg) => self.keep_plans(msg, heard, effects),
            Msg::Brought(brought) => self.bring(brought, heard, effects),
            Msg::OpenPasted => {
                let pasted = Brought {
                    name: String::new(),
                    bytes: heard.value.clone().into_bytes(),
                };
                self.bring(&[pasted], heard, effects);
            }
            Msg::Refused(why) => self.refuse(why.clone(), effects),
            Msg::Save => effects.push(Effect::Save(
                open::file_name(self.plan()),
                model::write(&self.leaving()),
            )),
            Msg::Copy(id, text) => {
                let text = text.clone();
                let text = text.unwrap_or_else(|| model::write(&self.leaving()).into());
                effects.push(Effect::Copy(id, text));
            }
            Msg::Copied(id, worked) => self.copied = Some((id, *worked)),
            Msg::Went(route) => self.went(route.clone(), effects),
            Msg::Go(route) => effects.push(Effect::Go(route.clone())),
            Msg::Skip => effects.push(Effect::Focus(crate::app::CONTENT.to_owned())),
            Msg::Lang(lang) => {
                self.lang = *lang;
                effects.push(Effect::Lang(*lang));
                self.explained.speak(*lang, effects);
            }
            Msg::Theme(theme) => {
                self.theme = *theme;
                effects.push(Effect::Theme(*theme));
            }
            Msg::Ask(over) => {
                if let Over::Delete(object) = over {
                    self.form.breaks = Some(Rc::new(form::breaks(&self.judged, *object)));
                }
                self.over = Some(over.clone());
            }
            Msg::Close => self.close(effects),
            Msg::CloseSplit => self.split = None,
            Msg::CloseImport => self.imported = None,
            Msg::AllListed => self.all_listed = true,
            Msg::Needle => self.needle.clone_from(&heard.value),
            Msg::Dragging(on) => self.dragging = *on,
            Msg::Typed => {
                self.typed.type_in(&heard.value);
                effects.push(Effect::Pause);
            }
            Msg::LeftText => self.typed.tidy(&self.state.content),
            Msg::Place(position) => effects.push(Effect::Select(*position)),
            // Done by the page's shell, which has the elements and the files.
            Msg::Settle => {
                self.form.settle(&self.judged);
                self.keep.typing = self.form.unfinished(&self.judged).map(Rc::new);
            }
            Msg::Scrolled | Msg::Files => {}
            Msg::Told(told) => self.told(told.clone(), effects),
            Msg::Shell(msg) => self.shell_happens(msg, heard, effects),
            Msg::Explain(msg) => self.explained.update(msg, self.lang, effects),
        }
    }

    pub(crate) fn close(&mut self, effects: &mut Vec<Effect>) {
        if self.over.take().is_some() {
            effects.push(Effect::CloseDialog);
        }
    }

    /// What a control says, where it fits its field. What does not stays in the control, and is said there.
    fn taken<'h>(&mut self, field: &Field, heard: &'h Heard) -> Option<&'h str> {
        let typed = heard.value.trim();
        self.rejected.clear();
        self.form.typing = None;
        let needed = field.takes == edit::Takes::Needed;
        if (needed || !typed.is_empty()) && !field.takes.fits(typed) {
            self.rejected.clone_from(&heard.id);
            return None;
        }
        Some(typed)
    }

    /// Sets a field to what its control says. Typing on in the same field goes on with the same step.
    pub(crate) fn set(&mut self, field: &Field, heard: &Heard) {
        let Some(typed) = self.taken(field, heard) else {
            return;
        };
        let Edit { label, patch } = edit::set(self.plan(), field, typed);
        if !patch.is_empty() {
            self.act(Action::Fill {
                label,
                patch,
                field: field.object.pointer(&field.path),
                now: heard.now,
            });
        }
    }

    /// Supplies a missing fact with what its control says.
    fn supply(&mut self, field: &Field, heard: &Heard) {
        if let Some(typed) = self.taken(field, heard) {
            let edit = edit::supply(self.plan(), field, typed);
            self.edit(edit);
        }
    }

    fn went(&mut self, route: Route, effects: &mut Vec<Effect>) {
        if route == self.route {
            return;
        }
        // A choice in the outline closes its sheet.
        if matches!(self.over, Some(Over::Outline)) {
            self.close(effects);
        }
        if let Some(to) = self.shell.focus.take() {
            effects.push(Effect::Focus(to));
        }
        let elsewhere = route.view != self.route.view;
        // What is selected beside a list does not move the list; the price book takes its place.
        let is_book = |route: &Route| route.selected.as_deref() == Some(price_book::REFERENCE);
        let turned = is_book(&route) != is_book(&self.route);
        if elsewhere || turned || !route.view.inspects() {
            effects.push(Effect::Top);
        }
        if elsewhere || route.filter != self.route.filter {
            self.all_listed = false;
            self.coverage.shown = coverage::STEP;
            self.cost.shown = cost::STEP;
        }
        self.review_went(&route);
        if elsewhere && route.view == View::Files {
            effects.push(Effect::Store(Ask::Room));
        }
        self.route = route;
        self.rejected.clear();
        self.copied = None;
        self.new = NewMirror::default();
        self.cost.mirror = Rc::default();
        self.show_on_map(effects);
    }

    fn told(&mut self, told: Told, effects: &mut Vec<Effect>) {
        match told {
            Told::Loaded(opened) => {
                self.load(*opened);
                self.ready = true;
                if self.route.view == View::Files {
                    effects.push(Effect::Store(Ask::Room));
                }
                self.arrive(effects);
            }
            // Every plan has a history of its own: nothing of this one is lost, it is kept with its steps.
            Told::Opened(opened) => {
                self.load(*opened);
                effects.push(Effect::Go(Route::PLAN));
            }
            Told::Saving(saving) => self.saving = saving,
            Told::Plans(plans) => {
                self.plans = Rc::new(plans);
                self.keep.serial += 1;
                // A row that moves loses the focus.
                if let Some(id) = self.keep.refocus.take() {
                    effects.push(Effect::Focus(keep::rename_button(&id)));
                }
            }
            Told::Newer(content) => self.act(Action::Follow(content)),
            Told::Split { theirs, ours, name } => {
                self.act(Action::GoOnAs {
                    id: ours,
                    instead_of: theirs.clone(),
                    name,
                });
                self.split = Some(theirs);
            }
            Told::Versions(id, versions) => {
                let versions = versions.into_iter().map(Rc::new).collect();
                self.keep.versions = (id, Rc::new(versions));
                self.keep.serial += 1;
            }
            Told::Version {
                version,
                plan,
                restore,
            } => self.version_read(version, plan, restore),
            Told::File(name, text) => effects.push(Effect::Save(name, text)),
            Told::Room(room) => self.keep.room = room,
            Told::Peeked(id, plan) => self.peeked(&id, plan),
            Told::Prices(of, text) => {
                self.cost.own.told(of, text.as_deref());
                self.recost();
            }
            Told::PricesKept(kept) => {
                self.cost.own.unkept = !kept;
                self.cost.own.pending = self.cost.own.pending.saturating_sub(1);
            }
        }
    }

    /// Shows a plan of storage with the steps that were kept with it.
    fn load(&mut self, opened: Opened) {
        let Opened {
            content,
            past,
            future,
            dropped,
        } = opened;
        self.act(Action::Load {
            content,
            past,
            future,
        });
        self.keep.note = dropped.then_some(Note::StepsDropped);
    }

    /// A way to another edition, for an import that proposes it.
    pub(crate) fn switch_edition(&self, edition: Edition) -> Edit {
        edit::set(self.plan(), &Field::EDITION, edition.word())
    }
}

/// The name of a plan, in words where it has none.
fn named(content: &Content) -> Said {
    match content.plan.name.as_deref().map(str::trim) {
        Some(name) if !name.is_empty() => name.into(),
        _ => (*words::UNTITLED).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vaultplan::finding::{ObjectKind, Outcome};

    const PAIR: usize = 0;

    fn page() -> Page {
        let mut page = Page::new(Lang::En, Theme::System, Route::PLAN, 0);
        send(
            &mut page,
            Msg::Told(Told::Loaded(Box::new(Opened::new(Content::empty("p1"))))),
            "",
        );
        page
    }

    fn send(page: &mut Page, msg: Msg, value: &str) -> Vec<Effect> {
        let heard = Heard {
            id: "control".to_owned(),
            value: value.to_owned(),
            key: String::new(),
            now: 1_790_000_000,
            fresh: "fresh".to_owned(),
        };
        let mut effects = Vec::new();
        page.update(&msg, &heard, &mut effects);
        effects
    }

    /// An example, as it is fetched.
    fn fetched(example: usize) -> Msg {
        let text = [
            include_str!("../../../examples/hangzhou-shanghai.json"),
            include_str!("../../../examples/three-vaults.json"),
            include_str!("../../../examples/broken-pair.json"),
        ][example];
        Msg::Opening(opening::Msg::Fetched(example, Some(text.to_owned())))
    }

    fn opened(example: usize) -> Page {
        let mut page = page();
        let effects = send(&mut page, fetched(example), "");
        assert_eq!(effects, [Effect::Go(Route::PLAN), Effect::Keep]);
        page
    }

    fn region() -> Field {
        Field {
            object: ObjectRef::new(ObjectKind::Mirror, 0),
            path: "/region".into(),
            word: words::REGION,
            takes: edit::Takes::Text,
        }
    }

    #[test]
    fn nothing_is_kept_before_what_was_left_has_been_read() {
        let mut page = Page::new(Lang::En, Theme::System, Route::PLAN, 0);
        assert!(!send(&mut page, fetched(PAIR), "").contains(&Effect::Keep));
        assert!(
            send(
                &mut page,
                Msg::Told(Told::Loaded(Box::new(Opened::new(Content::empty("p1"))))),
                ""
            )
            .contains(&Effect::Keep)
        );
        assert!(send(&mut page, Msg::Needle, "erp").is_empty());
    }

    #[test]
    fn an_edit_is_judged_at_once_and_its_fix_is_a_step_of_its_own() {
        let mut page = opened(PAIR);
        assert!(page.judged.findings.is_empty());
        send(&mut page, Msg::Set(region()), "cn-hangzhou");
        assert_eq!(page.judged.tally().errors, 1);
        send(&mut page, Msg::Fix(0, 0), "");
        assert!(page.judged.findings.is_empty());
        send(&mut page, Msg::Undo, "");
        assert_eq!(page.judged.tally().errors, 1);
        send(&mut page, Msg::Undo, "");
        assert_eq!(
            page.plan().mirrors[0].region.as_deref(),
            Some("cn-shanghai")
        );
        // A late click on a finding that is gone does nothing.
        assert!(send(&mut page, Msg::Fix(0, 0), "").is_empty());
    }

    #[test]
    fn what_does_not_fit_a_field_stays_there_and_is_no_step() {
        let mut page = opened(PAIR);
        let stored = Field {
            object: ObjectRef::new(ObjectKind::Vault, 0),
            path: "/storedGB".into(),
            word: words::REGION,
            takes: edit::Takes::Whole(0, 100),
        };
        assert!(send(&mut page, Msg::Set(stored.clone()), "much").is_empty());
        assert_eq!(page.rejected, "control");
        assert!(send(&mut page, Msg::Set(stored), " 12 ").contains(&Effect::Keep));
        assert_eq!(page.rejected, "");
        assert_eq!(page.plan().vaults[0].stored_gb.map(|gb| gb.0), Some(12));
    }

    #[test]
    fn a_mirror_is_made_as_chosen_and_shown() {
        let mut page = opened(1);
        let without = page
            .judged
            .facts()
            .vaults
            .iter()
            .position(|v| v.mirror_count == 0)
            .unwrap();
        send(
            &mut page,
            Msg::New(|new, value| new.name = value),
            " drill ",
        );
        let effects = send(&mut page, Msg::Create(without), "");
        let mirror = page.plan().mirrors.last().unwrap().clone();
        assert_eq!(mirror.name.as_deref(), Some("drill"));
        assert!(mirror.region.is_some());
        assert!(effects.contains(&Effect::Go(Route::object(mirror.id.to_string()))));
        // What was chosen for one mirror is not chosen for the next.
        send(
            &mut page,
            Msg::Went(Route::object(mirror.id.to_string())),
            "",
        );
        assert_eq!(page.new, NewMirror::default());
    }

    #[test]
    fn what_is_typed_follows_after_a_pause_or_before_anything_else() {
        let mut page = opened(PAIR);
        send(&mut page, Msg::Went(Route::TEXT), "");
        assert_eq!(page.typed.text, page.content().text());
        assert_eq!(send(&mut page, Msg::Typed, "{ 坏"), [Effect::Pause]);
        assert_eq!(page.content().draft, None);
        let kept = send(&mut page, Msg::Settle, "");
        assert_eq!(kept, [Effect::Keep]);
        assert_eq!(&*page.content().text(), "{ 坏");
        send(&mut page, Msg::Typed, "{ 坏了");
        // Leaving the view is a pause as well.
        send(&mut page, Msg::Went(Route::PLAN), "");
        assert_eq!(&*page.content().text(), "{ 坏了");
        send(&mut page, Msg::Went(Route::TEXT), "");
        send(&mut page, Msg::DropDraft, "");
        assert_eq!(page.typed.text, page.content().text());
        assert!(page.typed.problems.is_empty());
    }

    #[test]
    fn a_broken_document_never_harms_the_open_plan() {
        let mut page = opened(PAIR);
        let before = page.content().clone();
        let brought = Brought {
            name: "x.json".to_owned(),
            bytes: b"{\"format\": ".to_vec(),
        };
        assert!(send(&mut page, Msg::Brought(vec![brought]), "").is_empty());
        assert!(matches!(page.over, Some(Over::Refused(_))));
        assert!(page.content().same(&before));
        assert_eq!(send(&mut page, Msg::Close, ""), [Effect::CloseDialog]);
        assert!(page.over.is_none());
    }

    #[test]
    fn what_is_selected_does_not_move_the_list_beside_it() {
        let mut page = opened(PAIR);
        let to =
            |page: &mut Page, fragment: &str| send(page, Msg::Went(Route::parse(fragment)), "");
        assert_eq!(to(&mut page, "#/findings"), [Effect::Top]);
        send(&mut page, Msg::AllListed, "");
        assert_eq!(to(&mut page, "#/findings/all/m-shanghai"), []);
        assert!(page.all_listed);
        assert!(
            page.title().starts_with("m-shanghai · "),
            "{}",
            page.title()
        );
        // Its form begins at its beginning; another list is another list.
        assert_eq!(to(&mut page, "#/plan/m-shanghai"), [Effect::Top]);
        assert!(!page.all_listed);
        assert_eq!(to(&mut page, "#/plan/v-hangzhou"), [Effect::Top]);
        // The price book stands in the place of the costs.
        to(&mut page, "#/cost");
        assert!(to(&mut page, "#/cost/*prices").contains(&Effect::Top));
    }

    #[test]
    fn two_versions_are_both_kept() {
        let mut page = opened(PAIR);
        let told = Told::Split {
            theirs: "p1".into(),
            ours: "p1-b".into(),
            name: "Pair (from another tab)".to_owned(),
        };
        send(&mut page, Msg::Told(told), "");
        assert_eq!(
            (&*page.content().id, page.split.as_deref()),
            ("p1-b", Some("p1"))
        );
        let effects = send(&mut page, Msg::OpenPlan("p1".into()), "");
        assert_eq!(effects, [Effect::Store(Ask::Open("p1".into()))]);
        assert_eq!(page.split, None);
    }

    #[test]
    fn missing_facts_have_their_own_field() {
        let text = include_str!(
            "../../../tests/rules/restore-database-cross-region/undecided-no-region.json"
        );
        let mut page = page();
        let brought = Brought {
            name: String::new(),
            bytes: text.as_bytes().to_vec(),
        };
        send(&mut page, Msg::Brought(vec![brought]), "");
        send(
            &mut page,
            Msg::Opening(opening::Msg::Open { instead: false }),
            "",
        );
        let waits = |page: &Page| {
            let all = page.judged.findings.iter();
            all.filter_map(|finding| match &finding.outcome {
                Outcome::Undecided(missing) => Some(missing.spot.clone()),
                Outcome::Fail(_) => None,
            })
            .collect::<Vec<_>>()
        };
        let spots = waits(&page);
        let spot = spots
            .into_iter()
            .find(|spot| spot.path.ends_with("/region"))
            .unwrap();
        let field = Field {
            object: spot.object,
            path: spot.path.to_string().into(),
            word: words::SUPPLY,
            takes: edit::Takes::Text,
        };
        send(&mut page, Msg::Supply(field), "cn-beijing");
        assert!(!waits(&page).contains(&spot));
    }
}
