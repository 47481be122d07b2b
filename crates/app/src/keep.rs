//! What happens with kept plans, their versions and their steps: what the lists show, and what is asked of the keeper.

use std::rc::Rc;

use vaultplan::lang::Lang;
use vaultplan::model::Topology;
use vaultplan::report::PlanVerdict;

use crate::diff::{self, Changed};
use crate::edit::{self, Edit, Field};
use crate::page::{Effect, Heard, Over, Page};
use crate::prices::Change;
use crate::state::{Action, Content, Label};
use crate::storage::{Info, Version};
use crate::words::{self, keep as said};

/// What a control of these parts sends.
#[derive(Debug)]
pub(crate) enum Msg {
    /// Deletes a plan. It can be brought back.
    Delete(Rc<Info>),
    /// Brings a deleted plan back; with `true` it is opened as well.
    BringBack(Rc<str>, bool),
    /// Forgets a deleted plan for good.
    Purge(Rc<str>),
    /// Shows the field for a plan's new name.
    BeginRename(Rc<str>),
    /// Renames the plan as the field says.
    Rename,
    /// Takes the field away.
    EndRename,
    /// Keeps a copy of a plan.
    Duplicate(Rc<str>),
    /// Hands out a record as it lies in storage.
    Raw(Rc<str>),
    /// Lists the plans that the field names.
    Needle,
    /// Lists the plans in another order.
    Sort,
    /// Lists all plans.
    All,
    /// Keeps what is open as a version, named in the field of an id.
    KeepVersion(&'static str),
    /// Shows what changed since a version.
    Compare(Rc<Version>),
    /// Goes back to a version.
    Restore(Rc<Version>),
    /// Deletes a version.
    DeleteVersion(Rc<Version>),
    /// Brings it back.
    BringVersion(Rc<Version>),
    /// Takes so many steps back; does them again where the number is negative.
    Jump(isize),
    /// Lists all steps.
    AllSteps,
    /// Asks the browser not to clear storage by itself.
    Persist,
    /// What was said is read.
    CloseNote,
}

/// What is asked of the keeper.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ask {
    /// Open a plan.
    Open(Rc<str>),
    /// Delete a plan, or bring it back.
    Delete(Rc<str>, bool),
    /// Forget it for good.
    Purge(Rc<str>),
    /// Rename a plan that is not open, as a step with a label.
    Rename(Rc<str>, Label, String),
    /// Keep a copy, named in a language.
    Duplicate(Rc<str>, Lang),
    /// Hand out what lies there.
    Raw(Rc<str>),
    /// Keep what is open as a version of a name.
    KeepVersion(String),
    /// State a version of a plan anew.
    ChangeVersion(Rc<str>, Rc<Version>),
    /// Read a version of a plan, to go back to it or to compare.
    ReadVersion(Rc<str>, Rc<Version>, bool),
    /// Ask for storage that stays.
    Persist,
    /// Say how much room there is.
    Room,
    /// Read a plan that is not open, to compare what it costs.
    Peek(Rc<str>),
    /// Change the prices of the user.
    Prices(Rc<Change>),
}

/// In which order plans are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sort {
    /// The last change first.
    #[default]
    Changed,
    /// By name.
    Name,
    /// The gravest verdict first.
    Verdict,
    /// The largest first.
    Size,
}

impl Sort {
    /// All orders with the words of their choice.
    pub(crate) const ALL: [(Self, &'static str, &'static vaultplan::lang::Text); 4] = [
        (Self::Changed, "changed", said::BY_CHANGE),
        (Self::Name, "name", said::BY_NAME),
        (Self::Verdict, "verdict", said::BY_VERDICT),
        (Self::Size, "size", said::BY_SIZE),
    ];

    /// The value of the choice.
    pub(crate) fn word(self) -> &'static str {
        let mine = Self::ALL.iter().find(|(sort, ..)| *sort == self);
        mine.map(|(_, word, _)| *word).unwrap_or_default()
    }
}

/// What is said until it is closed or the next one comes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Note {
    /// A plan was deleted; whether it was the open one.
    Deleted(Rc<Info>, bool),
    /// A version was deleted.
    DeletedVersion(Rc<Version>),
    /// A version was kept.
    KeptVersion(Rc<str>),
    /// Steps were kept that do not fit the plan.
    StepsDropped,
    /// A version could not be read.
    VersionLost(Rc<str>),
}

/// How much room storage has, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Room {
    /// What is used.
    pub(crate) used: f64,
    /// What may be used; 0 where the browser does not say.
    pub(crate) quota: f64,
    /// Whether the browser will not clear it by itself; `None` where it does not say.
    pub(crate) persisted: Option<bool>,
    /// Whether it was asked not to.
    pub(crate) asked: bool,
}

impl Room {
    /// How much is used in percent, where that is near the end.
    pub(crate) fn near_full(&self) -> Option<f64> {
        let percent = self.used / self.quota * 100.0;
        (self.quota > 0.0 && percent >= 80.0).then_some(percent.min(100.0))
    }
}

/// What changed since a version.
#[derive(Debug)]
pub(crate) struct Compared {
    /// The version.
    pub(crate) version: Rc<Version>,
    /// The changes, in the order of the document.
    pub(crate) changes: Vec<Changed>,
}

/// What the page holds of all this.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keep {
    /// The plan whose new name is asked for.
    pub(crate) renaming: Option<Rc<str>>,
    /// What the list of plans is filtered by.
    pub(crate) needle: String,
    /// Its order.
    pub(crate) sort: Sort,
    /// Whether it is listed whole.
    pub(crate) all: bool,
    /// Whether all steps are listed.
    pub(crate) all_steps: bool,
    /// What is said.
    pub(crate) note: Option<Note>,
    /// The versions of a plan, the oldest first.
    pub(crate) versions: (Rc<str>, Rc<Vec<Rc<Version>>>),
    /// The plan whose row is to have the focus when the list has changed.
    pub(crate) refocus: Option<Rc<str>>,
    /// How much room there is.
    pub(crate) room: Room,
    /// What leaving the field that is typed into would do: it is kept beside the plan, should the page be ended there.
    pub(crate) typing: Option<Rc<Edit>>,
    /// Grows when the lists change.
    pub(crate) serial: u64,
}

/// Id of the button that brings back what was deleted last: the focus goes there from what is gone.
pub(crate) const BRING_BACK: &str = "bring-back";

/// Id of the field for a plan's new name.
pub(crate) const RENAME: &str = "rename-plan";

impl Page {
    /// What happens here. What is to be done beyond the page is put into `effects`.
    pub(crate) fn keep_plans(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        self.keep.serial += 1;
        let open = self.content().id.clone();
        let mut ask = |ask: Ask| effects.push(Effect::Store(ask));
        match msg {
            Msg::Delete(info) => {
                let was_open = info.id == open;
                self.keep.note = Some(Note::Deleted(info.clone(), was_open));
                ask(Ask::Delete(info.id.clone(), true));
                effects.push(Effect::Focus(BRING_BACK.to_owned()));
                if was_open {
                    // What is open is not saved again behind the user's back; undo brings it back.
                    let label = Label::new(said::STEP_DELETE_PLAN).arg("name", self.named(info));
                    let content = Content::empty(heard.fresh.as_str());
                    self.act(Action::Replace { label, content });
                }
            }
            Msg::BringBack(id, was_open) => {
                self.keep.note = None;
                self.keep.refocus = Some(id.clone());
                ask(Ask::Delete(id.clone(), false));
                if *was_open {
                    ask(Ask::Open(id.clone()));
                }
            }
            Msg::Purge(id) => {
                ask(Ask::Purge(id.clone()));
                effects.push(Effect::Focus(crate::app::CONTENT.to_owned()));
            }
            Msg::BeginRename(id) => {
                self.keep.renaming = Some(id.clone());
                effects.push(Effect::Focus(RENAME.to_owned()));
            }
            Msg::Rename => {
                let Some(id) = self.keep.renaming.take() else {
                    return;
                };
                let name = heard.value.trim();
                effects.push(Effect::Focus(rename_button(&id)));
                if id == open {
                    let edit = edit::set(self.plan(), &Field::PLAN_NAME, name);
                    self.keep.refocus = (!edit.patch.is_empty()).then_some(id);
                    self.edit(edit);
                } else if self
                    .plans
                    .iter()
                    .any(|i| i.id == id && i.name.trim() != name)
                {
                    self.keep.refocus = Some(id.clone());
                    let label =
                        Label::new(words::STEP_SET_PLAN).arg("field", *words::FIELD_PLAN_NAME);
                    let ask = Ask::Rename(id, label, name.to_owned());
                    effects.push(Effect::Store(ask));
                }
            }
            Msg::EndRename => {
                if let Some(id) = self.keep.renaming.take() {
                    effects.push(Effect::Focus(rename_button(&id)));
                }
            }
            Msg::Duplicate(id) => ask(Ask::Duplicate(id.clone(), self.lang)),
            Msg::Raw(id) => ask(Ask::Raw(id.clone())),
            Msg::Needle => self.keep.needle.clone_from(&heard.value),
            Msg::Sort => {
                let chosen = Sort::ALL.iter().find(|(_, word, _)| *word == heard.value);
                self.keep.sort = chosen.map(|(sort, ..)| *sort).unwrap_or_default();
            }
            Msg::All => self.keep.all = true,
            Msg::KeepVersion(_) => {
                let name = match heard.value.trim() {
                    "" => {
                        let number = self.keep.versions.1.len() + 1;
                        self.fill(said::VERSION_N, "n", &number.to_string())
                    }
                    name => name.to_owned(),
                };
                self.keep.note = Some(Note::KeptVersion(name.as_str().into()));
                ask(Ask::KeepVersion(name));
            }
            Msg::Compare(version) => ask(Ask::ReadVersion(open, version.clone(), false)),
            Msg::Restore(version) => {
                self.close(effects);
                effects.push(Effect::Store(Ask::ReadVersion(open, version.clone(), true)));
            }
            Msg::DeleteVersion(version) => {
                self.keep.note = Some(Note::DeletedVersion(version.clone()));
                let gone = Version {
                    gone_at: Some(0.0),
                    ..(**version).clone()
                };
                ask(Ask::ChangeVersion(open, Rc::new(gone)));
                effects.push(Effect::Focus(BRING_BACK.to_owned()));
            }
            Msg::BringVersion(version) => {
                self.keep.note = None;
                let back = Version {
                    gone_at: None,
                    ..(**version).clone()
                };
                ask(Ask::ChangeVersion(open, Rc::new(back)));
            }
            Msg::Jump(steps) => self.act(Action::Jump(*steps)),
            Msg::AllSteps => self.keep.all_steps = true,
            Msg::Persist => ask(Ask::Persist),
            Msg::CloseNote => self.keep.note = None,
        }
    }

    /// What the keeper says of versions.
    pub(crate) fn version_read(
        &mut self,
        version: Rc<Version>,
        plan: Option<Rc<Topology<'static>>>,
        restore: bool,
    ) {
        let Some(plan) = plan else {
            self.keep.note = Some(Note::VersionLost(version.name.as_str().into()));
            return;
        };
        if restore {
            let label = Label::new(said::STEP_RESTORED).arg("name", version.name.clone());
            self.act(Action::Become { label, plan });
        } else {
            let changes = diff::changes(&plan, self.plan());
            self.over = Some(Over::Compared(Rc::new(Compared { version, changes })));
        }
    }

    /// The name of a kept plan, in words where it has none.
    pub(crate) fn named<'i>(&self, info: &'i Info) -> &'i str {
        match info.name.trim() {
            "" => self.say(words::UNTITLED),
            name => name,
        }
    }

    /// The plans that can be opened, filtered and in order.
    pub(crate) fn listed(&self) -> Vec<&Info> {
        let needle = self.keep.needle.trim().to_lowercase();
        let mut listed: Vec<(String, &Info)> = Vec::new();
        for info in self.gone_or_not(false) {
            let name = self.named(info).to_lowercase();
            if !needle.is_empty() && !name.contains(&needle) {
                continue;
            }
            let after = |(other, them): &(String, &Info)| match self.keep.sort {
                Sort::Changed => them.saved_at >= info.saved_at,
                Sort::Name => *other <= name,
                Sort::Verdict => gravity(them) <= gravity(info),
                Sort::Size => them.bytes >= info.bytes,
            };
            // What cannot be shown stands first, whatever the order.
            let place = listed.iter().rposition(|other| {
                (other.1.fault.is_some() || info.fault.is_none())
                    && (other.1.fault.is_some() || after(other))
            });
            listed.insert(place.map_or(0, |place| place + 1), (name, info));
        }
        listed.into_iter().map(|(_, info)| info).collect()
    }

    /// The deleted plans, or the others.
    pub(crate) fn gone_or_not(&self, gone: bool) -> impl Iterator<Item = &Info> {
        let is = move |info: &&Info| info.gone_at.is_some() == gone;
        self.plans.iter().filter(is)
    }
}

/// Id of the button that renames a plan: the focus goes back to it.
pub(crate) fn rename_button(id: &str) -> String {
    ["rename-", id].concat()
}

fn gravity(info: &Info) -> u8 {
    match info.verdict {
        Some(PlanVerdict::Fail) => 0,
        Some(PlanVerdict::Incomplete) => 1,
        Some(PlanVerdict::Undecided) => 2,
        Some(PlanVerdict::Pass) => 3,
        None => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeper::Opened;
    use crate::page::{Msg as PageMsg, Saving, Told};
    use crate::prefs::Theme;
    use crate::route::Route;
    use crate::storage::{Fault, tests::record};

    fn send(page: &mut Page, msg: PageMsg, value: &str) -> Vec<Effect> {
        let heard = Heard {
            value: value.to_owned(),
            fresh: "fresh".to_owned(),
            now: 1_790_000_000,
            ..Heard::default()
        };
        let mut effects = Vec::new();
        page.update(&msg, &heard, &mut effects);
        effects
    }

    fn keep(page: &mut Page, msg: Msg, value: &str) -> Vec<Effect> {
        send(page, PageMsg::Keep(msg), value)
    }

    fn info(id: &str, name: &str, saved_at: f64, verdict: Option<PlanVerdict>) -> Info {
        Info {
            name: name.to_owned(),
            verdict,
            ..record(id, 1, saved_at).info
        }
    }

    /// A page with an example open as `p1`, and three more plans kept.
    fn page() -> Page {
        let mut page = Page::new(Lang::En, Theme::System, Route::PLAN, 0);
        let opened = Opened::new(Content::empty("p1"));
        send(&mut page, PageMsg::Told(Told::Loaded(Box::new(opened))), "");
        send(&mut page, PageMsg::Example(0), "");
        let plans = vec![
            info("p1", "Pair", 4.0, Some(PlanVerdict::Pass)),
            info("p2", "beijing", 3.0, Some(PlanVerdict::Fail)),
            info("p3", "Archive", 2.0, None),
            info("p4", "", 1.0, Some(PlanVerdict::Undecided)),
        ];
        send(&mut page, PageMsg::Told(Told::Plans(plans)), "");
        page
    }

    fn ids(page: &Page) -> Vec<&str> {
        page.listed().iter().map(|info| &*info.id).collect()
    }

    #[test]
    fn the_list_is_filtered_and_ordered() {
        let mut page = page();
        assert_eq!(ids(&page), ["p1", "p2", "p3", "p4"]);
        keep(&mut page, Msg::Sort, "name");
        assert_eq!(ids(&page), ["p3", "p2", "p1", "p4"]);
        keep(&mut page, Msg::Sort, "verdict");
        assert_eq!(ids(&page), ["p2", "p4", "p1", "p3"]);
        keep(&mut page, Msg::Needle, " ARCH");
        assert_eq!(ids(&page), ["p3"]);
        // A plan without a name is found by the words that stand there.
        keep(&mut page, Msg::Needle, "untitled");
        assert_eq!(ids(&page), ["p4"]);
        keep(&mut page, Msg::Needle, "");
        let mut plans = (*page.plans).clone();
        plans[1].gone_at = Some(1.0);
        plans[3].fault = Some(Fault::Damaged);
        send(&mut page, PageMsg::Told(Told::Plans(plans)), "");
        assert_eq!(ids(&page), ["p4", "p1", "p3"]);
    }

    #[test]
    fn five_hundred_plans_are_ordered_whichever_way() {
        let mut page = page();
        let verdicts = [None, Some(PlanVerdict::Pass), Some(PlanVerdict::Fail)];
        let plans: Vec<_> = (0..500_u32)
            .map(|n| {
                let verdict = verdicts[n as usize % 3];
                info(
                    &format!("p{n}"),
                    &format!("{}", n * 7 % 500),
                    n.into(),
                    verdict,
                )
            })
            .collect();
        send(&mut page, PageMsg::Told(Told::Plans(plans)), "");
        for (sort, ..) in Sort::ALL {
            keep(&mut page, Msg::Sort, sort.word());
            let listed = page.listed();
            assert_eq!(listed.len(), 500);
            let in_order = listed.windows(2).all(|pair| match sort {
                Sort::Changed => pair[0].saved_at >= pair[1].saved_at,
                Sort::Name => pair[0].name <= pair[1].name,
                Sort::Verdict => gravity(pair[0]) <= gravity(pair[1]),
                Sort::Size => pair[0].bytes >= pair[1].bytes,
            });
            assert!(in_order, "{sort:?}");
        }
    }

    #[test]
    fn deleting_asks_nothing_and_is_taken_back_in_either_way() {
        let mut page = page();
        let before = page.content().clone();
        let open = Rc::new(page.plans[0].clone());
        let effects = keep(&mut page, Msg::Delete(open), "");
        assert!(effects.contains(&Effect::Store(Ask::Delete("p1".into(), true))));
        assert!(page.content().is_empty());
        assert!(matches!(&page.keep.note, Some(Note::Deleted(info, true)) if &*info.id == "p1"));
        let effects = keep(&mut page, Msg::BringBack("p1".into(), true), "");
        let back = [Ask::Delete("p1".into(), false), Ask::Open("p1".into())];
        assert_eq!(effects, back.map(Effect::Store));
        // Undo leads there as well.
        send(&mut page, PageMsg::Undo, "");
        assert!(page.content().same(&before));
        let other = Rc::new(page.plans[1].clone());
        keep(&mut page, Msg::Delete(other), "");
        assert!(page.content().same(&before));
    }

    #[test]
    fn a_name_is_a_step_of_the_open_plan_and_asked_of_the_keeper_for_others() {
        let mut page = page();
        let effects = keep(&mut page, Msg::BeginRename("p1".into()), "");
        assert_eq!(effects, [Effect::Focus(RENAME.to_owned())]);
        let effects = keep(&mut page, Msg::Rename, " Other ");
        assert_eq!(page.plan().name.as_deref(), Some("Other"));
        assert_eq!(
            effects,
            [Effect::Focus("rename-p1".to_owned()), Effect::Keep]
        );
        send(&mut page, PageMsg::Undo, "");
        assert_ne!(page.plan().name.as_deref(), Some("Other"));
        keep(&mut page, Msg::BeginRename("p2".into()), "");
        let effects = keep(&mut page, Msg::Rename, "Beijing");
        assert!(
            matches!(&effects[1], Effect::Store(Ask::Rename(id, _, name)) if &**id == "p2" && name == "Beijing")
        );
        // The same name is nothing to do.
        keep(&mut page, Msg::BeginRename("p2".into()), "");
        assert_eq!(keep(&mut page, Msg::Rename, "beijing").len(), 1);
        keep(&mut page, Msg::BeginRename("p2".into()), "");
        keep(&mut page, Msg::EndRename, "x");
        assert!(page.keep.renaming.is_none());
        assert!(keep(&mut page, Msg::Rename, "x").is_empty());
    }

    #[test]
    fn a_version_is_named_compared_and_gone_back_to_as_one_step() {
        let mut page = page();
        let effects = keep(&mut page, Msg::KeepVersion("id"), " before the review ");
        let named = Ask::KeepVersion("before the review".to_owned());
        assert_eq!(effects, [Effect::Store(named)]);
        assert_eq!(
            keep(&mut page, Msg::KeepVersion("id"), ""),
            [Effect::Store(Ask::KeepVersion("Version 1".to_owned()))]
        );
        let version = Rc::new(Version {
            id: "x".into(),
            name: "before".to_owned(),
            at: 1.0,
            verdict: None,
            gone_at: None,
        });
        let then = page.content().plan.clone();
        keep(&mut page, Msg::Jump(0), "");
        send(&mut page, PageMsg::AddVault, "");
        let told = |restore| Told::Version {
            version: version.clone(),
            plan: Some(then.clone()),
            restore,
        };
        send(&mut page, PageMsg::Told(told(false)), "");
        let Some(Over::Compared(compared)) = &page.over else {
            panic!("nothing is compared");
        };
        assert_eq!(compared.changes.len(), 1);
        let effects = keep(&mut page, Msg::Restore(version.clone()), "");
        assert_eq!(effects[0], Effect::CloseDialog);
        send(&mut page, PageMsg::Told(told(true)), "");
        assert_eq!(page.plan(), &*then);
        send(&mut page, PageMsg::Undo, "");
        assert_eq!(page.plan().vaults.len(), then.vaults.len() + 1);
        let lost = Told::Version {
            version,
            plan: None,
            restore: true,
        };
        send(&mut page, PageMsg::Told(lost), "");
        assert!(matches!(page.keep.note, Some(Note::VersionLost(_))));
    }

    #[test]
    fn what_is_typed_is_kept_after_a_pause_and_forgotten_when_the_field_is_left() {
        let mut page = page();
        let typing = || PageMsg::Form(crate::form::Msg::Typing(Field::PLAN_NAME));
        assert_eq!(send(&mut page, typing(), "Half a na"), [Effect::Pause]);
        let effects = send(&mut page, PageMsg::Settle, "");
        assert!(effects.contains(&Effect::Keep), "{effects:?}");
        let edit = page.keep.typing.clone().unwrap();
        assert_eq!(
            edit.patch,
            [vaultplan::text::patch::Op::set("/name", "Half a na")]
        );
        assert_ne!(page.plan().name.as_deref(), Some("Half a na"));
        // The same once more is nothing to keep.
        send(&mut page, typing(), "Half a na ");
        assert!(!send(&mut page, PageMsg::Settle, "").contains(&Effect::Keep));
        send(&mut page, PageMsg::Set(Field::PLAN_NAME), "Half a name");
        assert_eq!(page.keep.typing, None);
        assert_eq!(page.plan().name.as_deref(), Some("Half a name"));
    }

    #[test]
    fn steps_are_jumped_over_and_a_full_room_is_told() {
        let mut page = page();
        for _ in 0..3 {
            send(&mut page, PageMsg::AddVault, "");
        }
        let vaults = page.plan().vaults.len();
        assert_eq!(keep(&mut page, Msg::Jump(2), ""), [Effect::Keep]);
        assert_eq!(page.plan().vaults.len(), vaults - 2);
        keep(&mut page, Msg::Jump(-2), "");
        assert_eq!(page.plan().vaults.len(), vaults);
        let room = |used, quota| Room {
            used,
            quota,
            ..Room::default()
        };
        assert_eq!(room(10.0, 100.0).near_full(), None);
        assert_eq!(room(85.0, 100.0).near_full(), Some(85.0));
        assert_eq!(room(0.0, 0.0).near_full(), None);
        send(&mut page, PageMsg::Told(Told::Saving(Saving::Kept)), "");
        assert_eq!(page.saving, Saving::Kept);
    }
}
