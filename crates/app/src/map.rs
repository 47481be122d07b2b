//! The map's state and what can happen to it: what is shown, how large, which box the keys stand on. The picture itself
//! is the engine's, made once for each plan, language and focus.

use std::rc::Rc;

use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::Lang;
use vaultplan::map::{self, Asked, Focus, Picture, Way};
use vaultplan::text::patch::Op;

use crate::judged::Judged;
use crate::page::{Effect, Heard, Page};
use crate::route::View;
use crate::{objects, open};

/// Id of the element in which the picture is scrolled.
pub(crate) const STAGE: &str = "map-stage";

/// What can happen on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Msg {
    /// A box was chosen, by its number: it is selected, or opened if chains are folded into it.
    Choose(usize),
    /// A key was pressed on a box.
    Key,
    /// Larger or smaller by a step.
    Zoom(bool),
    /// Larger or smaller by the wheel, or with two fingers.
    Wheel,
    /// The background is drawn along.
    Drag,
    /// As large as it is.
    Real,
    /// The whole picture in the room that there is.
    Fit,
    /// Shows what lies further to one side.
    Pan(Way),
    /// Only the chain of what is selected.
    Chain,
    /// What was shown before.
    Back,
    /// A source that goes into a vault.
    AddSource(usize),
    /// Hands the picture to the user as a file.
    Save,
    /// The room may be another one.
    Resized,
}

/// What is to be done with the element in which the picture is scrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Scroll it by this much.
    Pan(i32, i32),
    /// The picture will be larger or smaller, in percent before and after: what was in the middle stays there.
    Scale(i32, i32),
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The chain of an object.
    Chain(String),
    /// So many chains from that of an object on.
    Group(String, usize),
}

/// How large the picture is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Size {
    /// As wide as the room, as long as it can be read.
    #[default]
    Readable,
    /// Whole.
    Whole,
    /// In percent.
    Percent(i32),
}

/// The picture, with what it was made for.
#[derive(Debug)]
pub(crate) struct Made {
    judged: Rc<Judged>,
    lang: Lang,
    pub(crate) picture: Picture,
}

/// The state of the map.
#[derive(Clone, Debug, Default)]
pub(crate) struct Map {
    /// What is shown, and what was before; the whole plan when there is nothing.
    pub(crate) shown: Vec<Shown>,
    size: Size,
    /// Width and height of the room.
    pub(crate) room: (i32, i32),
    /// The box that the keys stand on.
    at: usize,
    made: Option<Rc<Made>>,
    /// Counts the pictures that were made.
    pub(crate) serial: usize,
}

/// Percentages in steps.
const STEPS: [i32; 10] = [15, 25, 33, 50, 67, 80, 100, 125, 150, 200];

impl Map {
    /// The picture, once it is made.
    pub(crate) fn picture(&self) -> Option<&Picture> {
        self.made.as_ref().map(|made| &made.picture)
    }

    /// How large it is, in percent.
    pub(crate) fn scale(&self) -> i32 {
        let Some(picture) = self.picture() else {
            return 100;
        };
        let (width, height) = self.room;
        let fits = |room: i32, size: i32| room * 100 / size.max(1);
        match self.size {
            Size::Percent(percent) => percent,
            _ if width == 0 => 100,
            Size::Readable => fits(width, picture.width).clamp(70, 100),
            Size::Whole => {
                let both = fits(width, picture.width).min(fits(height, picture.height));
                both.clamp(10, 100)
            }
        }
    }

    /// The box that the keys stand on.
    pub(crate) fn at(&self) -> usize {
        let last = self.picture().map_or(0, |picture| picture.nodes.len());
        self.at.min(last.saturating_sub(1))
    }

    /// Makes the picture anew where it would be another one.
    fn follow(&mut self, judged: &Rc<Judged>, lang: Lang) {
        if let Some(made) = &self.made
            && Rc::ptr_eq(&made.judged, judged)
            && made.lang == lang
        {
            return;
        }
        let focus = match self.shown.last() {
            None => Focus::Whole,
            Some(Shown::Chain(id)) => Focus::Chain(id),
            Some(Shown::Group(id, count)) => Focus::Group(id, *count),
        };
        let asked = Asked {
            lang,
            focus,
            stopped: judged.stopped,
        };
        let picture = map::layout(&judged.facts(), &judged.findings, &asked);
        // What was shown is not there any more.
        if !picture.focused {
            self.shown.clear();
        }
        self.serial += 1;
        self.made = Some(Rc::new(Made {
            judged: judged.clone(),
            lang,
            picture,
        }));
    }

    /// Shows something else.
    fn show(&mut self, change: impl FnOnce(&mut Vec<Shown>)) {
        change(&mut self.shown);
        self.made = None;
        self.at = 0;
        self.size = Size::Readable;
    }
}

/// Id of the element of a box.
pub(crate) fn node_id(number: usize) -> String {
    ["map-", &number.to_string()].concat()
}

/// What a key does.
fn way_of(key: &str) -> Option<Way> {
    Some(match key {
        "ArrowLeft" => Way::Left,
        "ArrowRight" => Way::Right,
        "ArrowUp" => Way::Up,
        "ArrowDown" => Way::Down,
        "PageDown" => Way::Next,
        "PageUp" => Way::Before,
        _ => return None,
    })
}

/// Whether the map does something with a key: then the browser does not.
pub(crate) fn takes(key: &str) -> bool {
    way_of(key).is_some() || ["Home", "End", "Enter", " ", "+", "=", "-", "0"].contains(&key)
}

impl Page {
    /// The object that a box shows, if the plan has it.
    pub(crate) fn object_of_node(&self, number: usize) -> Option<ObjectRef> {
        let node = self.map.picture()?.nodes.get(number)?;
        let own = node
            .objects
            .first()
            .copied()
            .filter(|object| object.index < crate::edit::number_of(self.plan(), object.kind));
        own.or_else(|| self.judged.find(&node.target))
    }

    /// The box of what is selected.
    pub(crate) fn selected_node(&self) -> Option<usize> {
        let object = self.judged.find(self.route.selected.as_deref()?)?;
        let picture = self.map.picture()?;
        picture.find(object).or_else(|| {
            let reference = self.route.selected.as_deref();
            let mut targets = picture.nodes.iter().map(|node| Some(&*node.target));
            targets.position(|target| target == reference)
        })
    }

    /// Brings the box of what is selected into view.
    pub(crate) fn show_on_map(&mut self, effects: &mut Vec<Effect>) {
        self.follow_map();
        if self.route.view == View::Map
            && let Some(number) = self.selected_node()
        {
            self.map.at = number;
            effects.push(Effect::Show(node_id(number)));
        }
    }

    /// Follows the plan, when the map is what is seen.
    pub(crate) fn follow_map(&mut self) {
        if self.route.view == View::Map && self.ready {
            let mut map = std::mem::take(&mut self.map);
            map.follow(&self.judged, self.lang);
            self.map = map;
        }
    }

    /// What happens on the map.
    pub(crate) fn on_map(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        let before = self.map.scale();
        match msg {
            Msg::Choose(number) => self.choose_box(*number, effects),
            Msg::Key => self.map_key(&heard.key, effects),
            Msg::Zoom(larger) => self.zoom_map(*larger),
            Msg::Wheel => {
                let step = (before / 10).max(1);
                let to = if heard.value == "+" {
                    before + step
                } else {
                    before - step
                };
                self.map.size = Size::Percent(to.clamp(10, 300));
            }
            Msg::Real => self.map.size = Size::Percent(100),
            Msg::Fit => self.map.size = Size::Whole,
            Msg::Pan(way) => {
                let (x, y) = (self.map.room.0 / 3, self.map.room.1 / 3);
                effects.push(Effect::Map(match way {
                    Way::Left => Deed::Pan(-x, 0),
                    Way::Right => Deed::Pan(x, 0),
                    Way::Up => Deed::Pan(0, -y),
                    _ => Deed::Pan(0, y),
                }));
            }
            Msg::Chain => {
                if let Some(id) = self.route.selected.clone() {
                    self.map.show(|shown| shown.push(Shown::Chain(id)));
                    self.follow_map();
                    self.map.at = self.selected_node().unwrap_or_default();
                }
            }
            Msg::Back => {
                self.map.show(|shown| {
                    shown.pop();
                });
                self.follow_map();
                self.map.at = self.selected_node().unwrap_or_default();
            }
            Msg::AddSource(vault) => self.add_source_here(*vault, heard, effects),
            Msg::Save => {
                if let Some(picture) = self.map.picture() {
                    let name = open::file_name(self.plan());
                    let stem = name.strip_suffix(".json").unwrap_or(&name);
                    let text = map::write(picture, self.plan());
                    effects.push(Effect::Save([stem, ".svg"].concat(), text));
                }
            }
            Msg::Resized => {
                let selected = self.selected_node();
                effects.extend(selected.map(|number| Effect::Show(node_id(number))));
            }
            // Done by the page's shell, which has the element.
            Msg::Drag => {}
        }
        let after = self.map.scale();
        if before != after && matches!(msg, Msg::Zoom(_) | Msg::Wheel | Msg::Real | Msg::Key) {
            effects.push(Effect::Map(Deed::Scale(before, after)));
        }
    }

    fn choose_box(&mut self, number: usize, effects: &mut Vec<Effect>) {
        self.map.at = number;
        let node = self
            .map
            .picture()
            .and_then(|picture| picture.nodes.get(number));
        if let Some(node) = node
            && node.chains > 0
        {
            let (id, chains) = (node.target.clone(), node.chains);
            self.map.show(|shown| shown.push(Shown::Group(id, chains)));
            self.follow_map();
            effects.push(Effect::Focus(node_id(0)));
            return;
        }
        if let Some(object) = self.object_of_node(number) {
            effects.push(Effect::Go(self.route.with(self.judged.reference(object))));
        }
    }

    fn map_key(&mut self, key: &str, effects: &mut Vec<Effect>) {
        let at = self.map.at();
        let Some(picture) = self.map.picture() else {
            return;
        };
        let to = match key {
            "Enter" | " " => return self.choose_box(at, effects),
            "+" | "=" => return self.zoom_map(true),
            "-" => return self.zoom_map(false),
            "0" => {
                self.map.size = Size::Whole;
                return;
            }
            "Home" => Some(0),
            "End" => picture.nodes.len().checked_sub(1),
            _ => way_of(key).and_then(|way| picture.neighbour(at, way)),
        };
        if let Some(to) = to {
            self.map.at = to;
            effects.push(Effect::Focus(node_id(to)));
        }
    }

    fn zoom_map(&mut self, larger: bool) {
        let now = self.map.scale();
        let next = if larger {
            STEPS.into_iter().find(|step| *step > now)
        } else {
            STEPS.into_iter().rev().find(|step| *step < now)
        };
        self.map.size = Size::Percent(next.unwrap_or(now));
    }

    /// Adds a source to a vault and shows it beside the map.
    fn add_source_here(&mut self, vault: usize, heard: &Heard, effects: &mut Vec<Effect>) {
        let made = objects::add(self.plan(), ObjectKind::Source, heard.now);
        let vault = self.plan().vaults.get(vault);
        let (Some((mut edit, id)), Some(vault)) = (made, vault) else {
            return;
        };
        for op in &mut edit.patch {
            if let Op::Add { value, .. } = op
                && let Some(source) = value.as_object_mut()
            {
                source.insert("vault".to_owned(), (*vault.id).into());
            }
        }
        self.edit(edit);
        effects.push(Effect::Go(self.route.with(id)));
        effects.push(Effect::Focus("field-name".to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeper::Opened;
    use crate::page::Msg as Any;
    use crate::page::Told;
    use crate::prefs::Theme;
    use crate::route::Route;
    use crate::state::Content;
    use vaultplan::model;

    fn page(text: &str) -> Page {
        let mut page = Page::new(Lang::En, Theme::System, Route::of(View::Map), 0);
        let content = Content::new("p", model::read_text(text).unwrap().into_owned());
        let opened = Box::new(Opened::new(content));
        hear(&mut page, Any::Told(Told::Loaded(opened)), "");
        page.map.room = (800, 600);
        page
    }

    fn hear(page: &mut Page, msg: Any, value: &str) -> Vec<Effect> {
        let heard = Heard {
            value: value.to_owned(),
            key: value.to_owned(),
            now: 1_790_000_000,
            ..Heard::default()
        };
        let mut effects = Vec::new();
        page.update(&msg, &heard, &mut effects);
        // What the browser does.
        for effect in effects.clone() {
            if let Effect::Go(route) = effect {
                page.update(&Any::Went(route), &heard, &mut effects);
            }
        }
        effects
    }

    fn send(page: &mut Page, msg: Msg, value: &str) -> Vec<Effect> {
        hear(page, Any::Map(msg), value)
    }

    const THREE: &str = include_str!("../../../examples/three-vaults.json");

    fn named(page: &Page, name: &str) -> usize {
        let nodes = &page.map.picture().unwrap().nodes;
        nodes.iter().position(|node| node.name == name).unwrap()
    }

    #[test]
    fn a_box_is_selected_by_pointer_and_by_key() {
        let mut page = page(THREE);
        let mirror = named(&page, "[COPY]-erp-main");
        send(&mut page, Msg::Choose(mirror), "");
        assert_eq!(page.route.selected.as_deref(), Some("m-erp"));
        assert_eq!(page.route.view, View::Map);
        assert_eq!(page.selected_node(), Some(mirror));
        let effects = send(&mut page, Msg::Key, "ArrowLeft");
        let vault = named(&page, "erp-main");
        assert!(effects.contains(&Effect::Focus(node_id(vault))));
        send(&mut page, Msg::Key, "Enter");
        assert_eq!(page.route.selected.as_deref(), Some("v-erp"));
        assert!(takes("Enter") && !takes("a") && !takes("Tab"));
    }

    #[test]
    fn size_goes_by_steps_and_by_room() {
        let mut page = page(THREE);
        assert_eq!(page.map.scale(), 70);
        let effects = send(&mut page, Msg::Zoom(true), "");
        assert_eq!(page.map.scale(), 80);
        assert_eq!(effects, [Effect::Map(Deed::Scale(70, 80))]);
        send(&mut page, Msg::Fit, "");
        let picture = page.map.picture().unwrap();
        let (width, height) = (picture.width, picture.height);
        let fit = page.map.scale();
        assert!(width * fit / 100 <= 800 && height * fit / 100 <= 600);
        send(&mut page, Msg::Key, "+");
        assert!(page.map.scale() > fit);
        for _ in 0..20 {
            send(&mut page, Msg::Zoom(false), "");
        }
        assert_eq!(page.map.scale(), 15);
        send(&mut page, Msg::Wheel, "+");
        assert_eq!(page.map.scale(), 16);
        send(&mut page, Msg::Real, "");
        assert_eq!(page.map.scale(), 100);
        let effects = send(&mut page, Msg::Pan(Way::Right), "");
        assert_eq!(effects, [Effect::Map(Deed::Pan(266, 0))]);
    }

    #[test]
    fn a_chain_is_shown_alone_and_the_whole_comes_back() {
        let mut page = page(THREE);
        let all = page.map.picture().unwrap().nodes.len();
        let vault = named(&page, "office-vmware");
        send(&mut page, Msg::Choose(vault), "");
        send(&mut page, Msg::Chain, "");
        assert_eq!(page.map.picture().unwrap().nodes.len(), 4);
        assert_eq!(page.map.at(), page.selected_node().unwrap());
        // What is shown alone is gone: the whole is shown.
        let object = page.judged.find("v-office").unwrap();
        hear(&mut page, Any::Delete(object, false), "");
        assert!(page.map.shown.is_empty());
        assert!(page.map.picture().unwrap().nodes.len() >= all - 4);
        hear(&mut page, Any::Undo, "");
        assert_eq!(page.map.picture().unwrap().nodes.len(), all);
    }

    #[test]
    fn a_source_is_added_to_its_vault_without_leaving_the_map() {
        let mut page = page(THREE);
        send(&mut page, Msg::AddSource(2), "");
        let source = page.plan().sources.last().unwrap();
        assert_eq!(source.vault.as_deref(), Some("v-design"));
        assert_eq!(page.route.selected.as_deref(), Some(&*source.id));
        assert_eq!(page.route.view, View::Map);
        assert!(page.selected_node().is_some());
    }

    #[test]
    fn a_group_of_chains_opens_and_closes() {
        let vaults: Vec<_> = (0..400)
            .map(|at| format!(r#"{{"id": "v{at}", "name": "v-{at}", "region": "cn-hangzhou"}}"#))
            .collect();
        let text = format!(
            r#"{{"format": "vaultplan/1", "vaults": [{}]}}"#,
            vaults.join(",")
        );
        let mut page = page(&text);
        let picture = page.map.picture().unwrap();
        assert!(picture.folded);
        let group = picture
            .nodes
            .iter()
            .position(|node| node.chains > 0)
            .unwrap();
        let count = picture.nodes[group].chains;
        let effects = send(&mut page, Msg::Choose(group), "");
        assert!(effects.contains(&Effect::Focus(node_id(0))));
        let opened = page.map.picture().unwrap();
        assert!(opened.focused && opened.nodes.iter().all(|node| node.chains < count));
        send(&mut page, Msg::Back, "");
        assert!(page.map.picture().unwrap().folded && page.map.shown.is_empty());
    }

    #[test]
    fn the_picture_is_made_once_for_each_plan() {
        let mut page = page(THREE);
        let made = |page: &Page| Rc::as_ptr(page.map.made.as_ref().unwrap());
        let first = made(&page);
        send(&mut page, Msg::Key, "ArrowDown");
        hear(
            &mut page,
            Any::Went(Route::of(View::Map).with("v-erp".to_owned())),
            "",
        );
        assert_eq!(made(&page), first);
        hear(&mut page, Any::Lang(Lang::Zh), "");
        assert_eq!(page.map.picture().unwrap().lang, Lang::Zh);
    }

    #[test]
    fn an_exported_picture_opens_to_the_same_plan() {
        let mut page = page(THREE);
        let effects = send(&mut page, Msg::Save, "");
        let [Effect::Save(name, text)] = effects.as_slice() else {
            panic!("{effects:?}");
        };
        assert_eq!(name, "three-vaults-of-a-trading-company.svg");
        let brought = open::Brought {
            name: name.clone(),
            bytes: text.clone().into_bytes(),
        };
        let opened = open::open(&[brought]).unwrap();
        assert_eq!(*opened.plans[0].plan, *page.plan());
    }
}
