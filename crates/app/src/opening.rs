//! What is brought is shown before it is opened: files, texts, links, examples. Nothing replaces the open plan
//! without the user's word, but for an example in an empty planner, where there is nothing to replace.

use std::rc::Rc;

use vaultplan::catalog::examples::EXAMPLES;
use vaultplan::model;

use crate::components::price_book;
use crate::judged::Judged;
use crate::link::{self, Broken};
use crate::open::{self, Brought, Found, Opened, Refused, Trouble};
use crate::page::{Effect, Heard, Over, Page};
use crate::prices;
use crate::state::{Content, Label};
use crate::words;
use crate::words::opening as own;

/// An address that brings a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// A link that holds one: its payload.
    Shared(String),
    /// An example, by its slug.
    Example(String),
}

impl Arrival {
    /// What a fragment brings, if it does.
    pub(crate) fn parse(fragment: &str) -> Option<Self> {
        if let Some(payload) = fragment.strip_prefix(link::PLACE) {
            return Some(Self::Shared(payload.to_owned()));
        }
        let slug = fragment.strip_prefix(EXAMPLE)?;
        Some(Self::Example(slug.to_owned()))
    }
}

/// What stands before an example's slug in a fragment.
const EXAMPLE: &str = "#/example/";

/// What can happen to what is brought.
#[derive(Debug)]
pub(crate) enum Msg {
    /// The address brings a plan.
    Arrived(Arrival),
    /// Looks at another one of several plans.
    Choose(usize),
    /// Opens the plan that is shown: under its own name among the user's plans, or in place of the open one.
    Open {
        /// Whether the open plan is replaced.
        instead: bool,
    },
    /// Opens an example: fetched first.
    Example(usize),
    /// The text of an example, or nothing when it could not be had.
    Fetched(usize, Option<String>),
    /// What a link holds.
    Unpacked(Result<String, Broken>),
    /// Large files are being read.
    Reading(String),
    /// What the example teaches is read.
    CloseLesson,
}

/// Plans that wait for the user's word.
#[derive(Clone, Debug)]
pub(crate) struct Preview {
    /// The plans.
    pub(crate) plans: Rc<Vec<Opened>>,
    /// What is wrong with what else was brought.
    pub(crate) troubles: Rc<Vec<Trouble>>,
    /// The one that is shown.
    pub(crate) chosen: usize,
    /// The report on it.
    pub(crate) judged: Rc<Judged>,
}

impl Preview {
    /// Shows the first of the plans.
    fn new(found: Found, now: i64) -> Option<Self> {
        let plan = found.plans.first()?.plan.clone();
        Some(Self {
            plans: Rc::new(found.plans),
            troubles: Rc::new(found.troubles),
            chosen: 0,
            judged: Rc::new(Judged::new(plan, now)),
        })
    }

    /// The plan that is shown.
    pub(crate) fn opened(&self) -> Option<&Opened> {
        self.plans.get(self.chosen)
    }
}

impl Page {
    /// What happens to what is brought.
    pub(crate) fn opening(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        match msg {
            Msg::Arrived(arrival) => {
                self.arrival = Some(arrival.clone());
                self.arrive(effects);
            }
            Msg::Choose(chosen) => {
                if let Some(Over::Preview(preview)) = &self.over
                    && let Some(opened) = preview.plans.get(*chosen)
                {
                    self.over = Some(Over::Preview(Rc::new(Preview {
                        chosen: *chosen,
                        judged: Rc::new(Judged::new(opened.plan.clone(), heard.now)),
                        ..(**preview).clone()
                    })));
                }
            }
            Msg::Open { instead } => {
                let Some(Over::Preview(preview)) = self.over.take() else {
                    return;
                };
                effects.push(Effect::CloseDialog);
                if let Some(opened) = preview.opened() {
                    self.accept(opened, *instead, heard, effects);
                }
            }
            Msg::Example(index) => {
                if let Some(example) = EXAMPLES.get(*index) {
                    effects.push(Effect::Fetch(*index, example.slug));
                }
            }
            Msg::Fetched(index, text) => {
                let Some(example) = EXAMPLES.get(*index) else {
                    return;
                };
                // The examples read: a test holds them to it. What does not read is not what was asked for.
                let plan = text.as_deref().and_then(|text| model::read_text(text).ok());
                let Some(plan) = plan else {
                    return self.refuse(Refused::Example(&example.title), effects);
                };
                let label = Label::new(words::STEP_EXAMPLE).arg("name", example.title);
                let opened = Opened {
                    example: Some(*index),
                    ..Opened::document(plan.into_owned(), label)
                };
                if self.content().is_empty() {
                    self.accept(&opened, false, heard, effects);
                } else {
                    self.offer(vec![opened], heard, effects);
                }
            }
            Msg::Unpacked(Ok(text)) => match model::read_text(text) {
                Ok(plan) => {
                    let label = Label::new(own::STEP_SHARED);
                    let opened = Opened::document(plan.into_owned(), label);
                    self.offer(vec![opened], heard, effects);
                }
                // Whole, but no plan: as a pasted text would be told.
                Err(_) => {
                    let pasted = Brought {
                        name: String::new(),
                        bytes: text.clone().into_bytes(),
                    };
                    self.bring(&[pasted], heard, effects);
                }
            },
            Msg::Unpacked(Err(why)) => self.refuse(Refused::Link(*why), effects),
            Msg::Reading(file) => self.reading = Some(file.as_str().into()),
            Msg::CloseLesson => self.lesson = None,
        }
    }

    /// Reads what a user brings and shows what was understood.
    pub(crate) fn bring(&mut self, brought: &[Brought], heard: &Heard, effects: &mut Vec<Effect>) {
        self.reading = None;
        if let [one] = brought
            && let Some(payload) = std::str::from_utf8(&one.bytes).ok().and_then(link::in_text)
        {
            return self.unpack(&payload, effects);
        }
        if let [one] = brought
            && let Ok(text) = std::str::from_utf8(&one.bytes)
            && prices::is_meant(text)
        {
            self.import_prices(text, &one.name, heard.now, effects);
            return effects.push(Effect::Go(price_book::route()));
        }
        match open::open(brought) {
            Ok(found) => self.show(found, heard, effects),
            Err(why) => self.refuse(why, effects),
        }
    }

    /// Says why there is nothing to open.
    pub(crate) fn refuse(&mut self, why: Refused, effects: &mut Vec<Effect>) {
        self.reading = None;
        self.put_over(Over::Refused(Rc::new(why)), effects);
    }

    /// Follows an address that brings a plan, once the user's own plans are there. The address does not keep it: a
    /// reload opens nothing anew.
    pub(crate) fn arrive(&mut self, effects: &mut Vec<Effect>) {
        if !self.ready {
            return;
        }
        let Some(arrival) = self.arrival.take() else {
            return;
        };
        effects.push(Effect::Stay(self.route.clone()));
        match arrival {
            Arrival::Shared(payload) => self.unpack(&payload, effects),
            Arrival::Example(slug) => {
                let mut all = EXAMPLES.iter().enumerate();
                match all.find(|(_, one)| one.slug == slug) {
                    Some((index, one)) => effects.push(Effect::Fetch(index, one.slug)),
                    None => self.refuse(Refused::NoExample(slug), effects),
                }
            }
        }
    }

    fn unpack(&mut self, payload: &str, effects: &mut Vec<Effect>) {
        match link::compressed(payload) {
            Ok(bytes) => effects.push(Effect::Unpack(bytes.into())),
            Err(why) => self.refuse(Refused::Link(why), effects),
        }
    }

    fn offer(&mut self, plans: Vec<Opened>, heard: &Heard, effects: &mut Vec<Effect>) {
        let troubles = Vec::new();
        self.show(Found { plans, troubles }, heard, effects);
    }

    fn show(&mut self, found: Found, heard: &Heard, effects: &mut Vec<Effect>) {
        if let Some(preview) = Preview::new(found, heard.now) {
            self.put_over(Over::Preview(Rc::new(preview)), effects);
        }
    }

    /// Puts something before the page. What stood there goes first: one dialog at a time.
    fn put_over(&mut self, over: Over, effects: &mut Vec<Effect>) {
        if self.over.replace(over).is_some() {
            effects.push(Effect::CloseDialog);
        }
    }

    fn accept(&mut self, opened: &Opened, instead: bool, heard: &Heard, effects: &mut Vec<Effect>) {
        let id = if instead {
            self.content().id.clone()
        } else {
            self.id_for_new(&heard.fresh)
        };
        let content = Content {
            id: id.clone(),
            plan: opened.plan.clone(),
            draft: None,
        };
        self.replace(opened.label.clone(), content, effects);
        self.imported = opened.import.clone().map(|import| (id.clone(), import));
        self.lesson = opened.example.map(|index| (id, index));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeper;
    use crate::page;
    use crate::page::Told;
    use crate::prefs::Theme;
    use crate::route::Route;
    use vaultplan::lang::Lang;

    const PAIR: &str = include_str!("../../../examples/hangzhou-shanghai.json");
    const BROKEN: &str = include_str!("../../../examples/broken-pair.json");

    fn page() -> Page {
        arriving("").0
    }

    /// A page that was opened by an address.
    fn arriving(fragment: &str) -> (Page, Vec<Effect>) {
        let mut page = Page::new(Lang::En, Theme::System, Route::PLAN, 0);
        page.arrival = Arrival::parse(fragment);
        let told = Told::Loaded(Box::new(keeper::Opened::new(Content::empty("p1"))));
        let effects = send(&mut page, page::Msg::Told(told));
        (page, effects)
    }

    fn send(page: &mut Page, msg: page::Msg) -> Vec<Effect> {
        let heard = Heard {
            now: 1_790_000_000,
            fresh: "fresh".to_owned(),
            ..Heard::default()
        };
        let mut effects = Vec::new();
        page.update(&msg, &heard, &mut effects);
        effects
    }

    fn happens(page: &mut Page, msg: Msg) -> Vec<Effect> {
        send(page, page::Msg::Opening(msg))
    }

    fn bring(page: &mut Page, files: &[(&str, &str)]) -> Vec<Effect> {
        let brought = files.iter().map(|(name, text)| Brought {
            name: (*name).to_owned(),
            bytes: text.as_bytes().to_vec(),
        });
        send(page, page::Msg::Brought(brought.collect()))
    }

    fn preview(page: &Page) -> &Preview {
        match &page.over {
            Some(Over::Preview(preview)) => preview,
            other => panic!("no preview but {other:?}"),
        }
    }

    fn with_plan() -> Page {
        let mut page = page();
        let example = Msg::Fetched(0, Some(PAIR.to_owned()));
        assert_eq!(
            happens(&mut page, example),
            [Effect::Go(Route::PLAN), Effect::Keep]
        );
        page
    }

    #[test]
    fn a_file_is_shown_before_it_is_opened_and_cancel_keeps_the_plan() {
        let mut page = with_plan();
        let before = page.content().clone();
        assert_eq!(bring(&mut page, &[("b.json", BROKEN)]), []);
        assert_eq!(preview(&page).judged.tally().errors, 3);
        assert!(page.content().same(&before));
        assert_eq!(send(&mut page, page::Msg::Close), [Effect::CloseDialog]);
        assert!(page.content().same(&before) && page.over.is_none());
    }

    #[test]
    fn an_opened_plan_is_one_of_its_own_and_the_other_stays() {
        let mut page = with_plan();
        bring(&mut page, &[("b.json", BROKEN)]);
        let effects = happens(&mut page, Msg::Open { instead: false });
        assert_eq!(
            effects,
            [Effect::CloseDialog, Effect::Go(Route::PLAN), Effect::Keep]
        );
        assert_eq!(&*page.content().id, "fresh");
        send(&mut page, page::Msg::Undo);
        assert_eq!(&*page.content().id, "p1");
        assert_eq!(page.name(), "Hangzhou to Shanghai");
    }

    #[test]
    fn replacing_keeps_the_place_among_the_plans_and_can_be_undone() {
        let mut page = with_plan();
        bring(&mut page, &[("b.json", BROKEN)]);
        happens(&mut page, Msg::Open { instead: true });
        assert_eq!(&*page.content().id, "p1");
        assert_eq!(page.plan().mirrors.len(), 2);
        send(&mut page, page::Msg::Undo);
        assert_eq!(page.plan().mirrors.len(), 1);
        // A click that comes too late opens nothing.
        assert_eq!(happens(&mut page, Msg::Open { instead: true }), []);
    }

    #[test]
    fn one_of_several_plans_is_chosen() {
        let mut page = page();
        bring(
            &mut page,
            &[("a.json", PAIR), ("b.json", BROKEN), ("c.json", "{")],
        );
        assert_eq!(
            (preview(&page).plans.len(), preview(&page).troubles.len()),
            (2, 1)
        );
        assert!(preview(&page).judged.findings.is_empty());
        happens(&mut page, Msg::Choose(1));
        assert_eq!(preview(&page).judged.tally().errors, 3);
        happens(&mut page, Msg::Choose(7));
        happens(&mut page, Msg::Open { instead: false });
        assert_eq!(page.plan().mirrors.len(), 2);
    }

    #[test]
    fn an_example_opens_at_once_only_where_nothing_is_open() {
        let mut page = with_plan();
        assert_eq!(
            page.lesson.as_ref().map(|(id, index)| (&**id, *index)),
            Some(("p1", 0))
        );
        assert_eq!(
            send(&mut page, page::Msg::Example(3)),
            [Effect::Fetch(3, "broken-pair")]
        );
        happens(&mut page, Msg::Fetched(3, Some(BROKEN.to_owned())));
        assert_eq!(preview(&page).judged.tally().errors, 3);
        assert_eq!(page.name(), "Hangzhou to Shanghai");
        happens(&mut page, Msg::Open { instead: false });
        assert_eq!(page.lesson.as_ref().map(|(_, index)| *index), Some(3));
        happens(&mut page, Msg::CloseLesson);
        assert!(page.lesson.is_none());
    }

    #[test]
    fn what_cannot_be_fetched_is_said() {
        let mut page = page();
        happens(&mut page, Msg::Fetched(1, None));
        let Some(Over::Refused(why)) = &page.over else {
            panic!("nothing is said");
        };
        assert!(why.headline(Lang::En).contains("Three vaults"));
        // A page of the network's own is no example.
        happens(&mut page, Msg::Fetched(1, Some("<html>".to_owned())));
        assert!(matches!(&page.over, Some(Over::Refused(_))) && page.content().is_empty());
    }

    #[test]
    fn an_address_brings_nothing_before_the_plans_are_there() {
        let mut page = Page::new(Lang::En, Theme::System, Route::PLAN, 0);
        let arrived = Msg::Arrived(Arrival::Example("three-vaults".to_owned()));
        assert_eq!(happens(&mut page, arrived), []);
        let told = Told::Loaded(Box::new(keeper::Opened::new(Content::empty("p1"))));
        let effects = send(&mut page, page::Msg::Told(told));
        assert!(effects.contains(&Effect::Fetch(1, "three-vaults")));
        assert_eq!(Arrival::parse("#/plan/v"), None);
    }

    #[test]
    fn a_link_is_followed_once_the_plans_are_there_and_leaves_the_address() {
        let (mut page, effects) = arriving("#/open/1.AAAA");
        assert_eq!(page.route, Route::PLAN);
        assert!(effects.contains(&Effect::Stay(Route::PLAN)));
        assert!(effects.contains(&Effect::Unpack(vec![0, 0, 0].into())));
        happens(&mut page, Msg::Unpacked(Ok(BROKEN.to_owned())));
        assert_eq!(preview(&page).judged.tally().errors, 3);
        assert!(page.content().is_empty());
        // A link that is followed later leaves the user where he was.
        send(&mut page, page::Msg::Close);
        send(&mut page, page::Msg::Went(Route::FILES));
        let again = Arrival::parse("#/open/1.AAAA").unwrap();
        let effects = happens(&mut page, Msg::Arrived(again));
        assert!(effects.contains(&Effect::Stay(Route::FILES)));
        assert_eq!(page.route, Route::FILES);
    }

    #[test]
    fn broken_links_are_told_apart_and_harm_nothing() {
        for (payload, words) in [
            ("2.AAAA", "newer release"),
            ("1.A", "cut off"),
            ("?", "cut off"),
        ] {
            let mut page = with_plan();
            let before = page.content().clone();
            happens(&mut page, Msg::Arrived(Arrival::Shared(payload.to_owned())));
            let Some(Over::Refused(why)) = &page.over else {
                panic!("nothing is said of {payload}");
            };
            assert!(why.headline(Lang::En).contains(words), "{payload}");
            assert!(page.content().same(&before));
        }
        let mut page = with_plan();
        happens(&mut page, Msg::Unpacked(Err(Broken::TooLarge)));
        assert!(matches!(&page.over, Some(Over::Refused(_))));
        happens(&mut page, Msg::Unpacked(Ok("{\"format\": 7}".to_owned())));
        let Some(Over::Refused(why)) = &page.over else {
            panic!("nothing is said");
        };
        assert!(!why.troubles().is_empty());
    }

    #[test]
    fn a_pasted_link_is_followed_and_an_unknown_example_is_said() {
        let mut page = page();
        let effects = bring(&mut page, &[("", "https://a.example/#/open/1.AAAA")]);
        assert_eq!(effects, [Effect::Unpack(vec![0, 0, 0].into())]);
        let (page, effects) = arriving("#/example/shorter-copy");
        let index = EXAMPLES
            .iter()
            .position(|one| one.slug == "shorter-copy")
            .unwrap();
        assert!(effects.contains(&Effect::Fetch(index, "shorter-copy")));
        assert!(page.over.is_none());
        let (page, _) = arriving("#/example/nobody");
        assert!(matches!(&page.over, Some(Over::Refused(_))));
    }
}
