//! What the page's shell holds beside the plan: which groups of the outline are open and which part of it is in view,
//! and what is searched for. Pure; natively tested.

use vaultplan::finding::ObjectKind;

use crate::page::{self, Effect, Heard, Over, Page};
use crate::route::Route;
use crate::search::{self, Does};

/// What can happen to the shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Msg {
    /// Opens a group of the outline, or closes it.
    Toggle(String),
    /// The outline was scrolled.
    Scrolled,
    /// Another part of the outline is in view.
    Window(Window),
    /// Opens the search, or closes it.
    Find,
    /// Something was typed into the search.
    Asked,
    /// A key was pressed in the search.
    Key,
    /// A result was chosen, by its place in the list.
    Choose(usize),
    /// Shows which keys do what.
    Keys,
    /// Goes to the next finding, or to the one before.
    Finding(bool),
}

impl Msg {
    /// Whether the views and the inspector look the same after it, so that they need not be drawn.
    pub(crate) fn leaves_views(msg: &page::Msg) -> bool {
        let page::Msg::Shell(msg) = msg else {
            return matches!(msg, page::Msg::Needle | page::Msg::Dragging(_));
        };
        matches!(
            msg,
            Self::Toggle(_) | Self::Scrolled | Self::Window(_) | Self::Find | Self::Asked
        )
    }
}

/// Which part of the outline is in view, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    /// What lies above it.
    pub(crate) top: usize,
    /// How high it is.
    pub(crate) height: usize,
    /// How high a row is.
    pub(crate) row: usize,
    /// How high the heading of a group is.
    pub(crate) head: usize,
}

/// So much is drawn above and below what is in view, and so coarse is what is known of it: not every pixel is a
/// drawing.
const STEP: usize = 480;

impl Window {
    /// As it is before anybody scrolls: more than fits a screen.
    pub(crate) const FIRST: Self = Self {
        top: 0,
        height: 1_200,
        row: 30,
        head: 34,
    };

    /// The window as far as it matters for a drawing.
    pub(crate) fn coarse(self) -> Self {
        Self {
            top: self.top / STEP * STEP,
            height: self.height.div_ceil(STEP) * STEP,
            row: self.row.max(1),
            head: self.head,
        }
    }

    /// Which of so many rows are drawn, where the first begins so many pixels below the top of the whole.
    pub(crate) fn rows(self, begins: usize, number: usize) -> (usize, usize) {
        let row = self.row.max(1);
        let from = self.top.saturating_sub(STEP).saturating_sub(begins) / row;
        let to = (self.top + self.height + 2 * STEP).saturating_sub(begins);
        let to = to.div_ceil(row).min(number);
        (from.min(to), to)
    }
}

/// What the shell holds.
#[derive(Clone, Debug)]
pub(crate) struct Shell {
    /// Groups of the outline that are not as they are at first.
    pub(crate) toggled: Vec<String>,
    /// Which part of the outline is in view.
    pub(crate) window: Window,
    /// What is searched for.
    pub(crate) asked: String,
    /// The result that Enter chooses.
    pub(crate) chosen: usize,
    /// The finding that was gone to last, by its place among the ordered.
    finding: Option<usize>,
    /// What gets the focus in the place that is gone to.
    pub(crate) focus: Option<String>,
    /// Counts what may have changed a view: typing into the search and scrolling the outline do not.
    pub(crate) drawn: u64,
}

impl Default for Shell {
    fn default() -> Self {
        Self {
            toggled: Vec::new(),
            window: Window::FIRST,
            asked: String::new(),
            chosen: 0,
            finding: None,
            focus: None,
            drawn: 0,
        }
    }
}

/// A kind of which a plan has more than so many is closed in the outline at first.
const MANY: usize = 20;

impl Shell {
    /// Whether a group of the outline is open.
    pub(crate) fn is_open(&self, key: &str, kind: Option<ObjectKind>, number: usize) -> bool {
        let at_first = kind.is_none() || number <= MANY;
        self.toggled.iter().any(|group| group == key) != at_first
    }
}

impl Page {
    /// What happens to the shell.
    pub(crate) fn shell_happens(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        match msg {
            Msg::Toggle(key) => {
                let toggled = &mut self.shell.toggled;
                let before = toggled.len();
                toggled.retain(|group| group != key);
                if toggled.len() == before {
                    toggled.push(key.clone());
                }
            }
            // Measured by the page's shell, which has the element.
            Msg::Scrolled => {}
            Msg::Window(window) => self.shell.window = window.coarse(),
            Msg::Find if matches!(self.over, Some(Over::Find)) => self.close(effects),
            // What stands before the page has to be answered first.
            Msg::Find | Msg::Keys | Msg::Finding(_) if self.over.is_some() => {}
            Msg::Find => {
                self.shell.asked.clear();
                self.shell.chosen = 0;
                self.over = Some(Over::Find);
            }
            Msg::Asked => {
                self.shell.asked.clone_from(&heard.value);
                self.shell.chosen = 0;
            }
            Msg::Key => self.key(heard, effects),
            Msg::Choose(place) => self.choose(*place, heard, effects),
            Msg::Keys => self.over = Some(Over::Keys),
            Msg::Finding(forward) => self.go_to_finding(*forward, effects),
        }
    }

    fn key(&mut self, heard: &Heard, effects: &mut Vec<Effect>) {
        let number = search::find(self, &self.shell.asked).len();
        let chosen = self.shell.chosen;
        self.shell.chosen = match heard.key.as_str() {
            _ if number == 0 => return,
            "ArrowDown" => (chosen + 1) % number,
            "ArrowUp" => (chosen + number - 1) % number,
            "PageDown" => (chosen + 8).min(number - 1),
            "PageUp" => chosen.saturating_sub(8),
            "Enter" => return self.choose(chosen, heard, effects),
            _ => return,
        };
        effects.push(Effect::Show(option_id(self.shell.chosen)));
    }

    fn choose(&mut self, place: usize, heard: &Heard, effects: &mut Vec<Effect>) {
        let found = search::find(self, &self.shell.asked);
        let Some(found) = found.get(place) else {
            return;
        };
        let does = found.does(self);
        self.close(effects);
        match does {
            Does::Go(route) => {
                let to = if route.view.inspects() && route.selected.is_some() {
                    INSPECTOR
                } else {
                    crate::app::CONTENT
                };
                self.go_and_focus(route, to.to_owned(), effects);
            }
            Does::Send(msg) => self.happen(&msg, heard, effects),
        }
    }

    /// Goes to the next finding in the order of the objects, the gravest of each first.
    fn go_to_finding(&mut self, forward: bool, effects: &mut Vec<Effect>) {
        let number = self.judged.findings.len();
        if number == 0 {
            return effects.push(Effect::Go(Route::findings(crate::route::Filter::All)));
        }
        let place = match (self.shell.finding.filter(|place| *place < number), forward) {
            (None, true) => 0,
            (None, false) => number - 1,
            (Some(place), true) => (place + 1) % number,
            (Some(place), false) => (place + number - 1) % number,
        };
        self.shell.finding = Some(place);
        let Some((index, finding)) = self.judged.ordered().nth(place) else {
            return;
        };
        let object = finding.spot().object;
        let route = match object.kind {
            ObjectKind::Plan => Route::findings(crate::route::Filter::All),
            _ => self.route.select(self.judged.reference(object)),
        };
        self.go_and_focus(route, finding_selector(index), effects);
    }

    /// Goes to a place, and gives the focus to something there.
    fn go_and_focus(&mut self, route: Route, to: String, effects: &mut Vec<Effect>) {
        if route == self.route {
            effects.push(Effect::Focus(to));
        } else {
            self.shell.focus = Some(to);
            effects.push(Effect::Go(route));
        }
    }
}

/// What the inspector is found by.
const INSPECTOR: &str = "[data-testid='inspector']";

/// Id of a result in the list.
pub(crate) fn option_id(place: usize) -> String {
    ["found-", &place.to_string()].concat()
}

/// What a finding's card is found by.
fn finding_selector(index: usize) -> String {
    ["[data-finding='", &index.to_string(), "']"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_draws_what_is_seen_and_a_little_more() {
        let window = Window::FIRST.coarse();
        assert_eq!((window.top, window.height), (0, 1_440));
        assert_eq!(window.rows(34, 10), (0, 10));
        let (from, to) = window.rows(34, 10_000);
        assert_eq!(from, 0);
        assert!((60..120).contains(&to), "{to}");
        // Far below what is seen nothing is drawn, and far above.
        assert_eq!(window.rows(90_000, 10_000), (0, 0));
        let low = Window {
            top: 150_100,
            ..Window::FIRST
        };
        let (from, to) = low.coarse().rows(34, 10_000);
        assert!(from * 30 + 34 < 150_100 - 300 && from > 4_900, "{from}");
        assert!(to * 30 > 151_300 + 300 && to - from < 150, "{to}");
        let (from, to) = low.coarse().rows(34, 100);
        assert_eq!((from, to), (100, 100));
    }

    #[test]
    fn a_window_without_rows_is_no_trouble() {
        let none = Window {
            row: 0,
            ..Window::FIRST
        };
        assert_eq!(none.rows(0, 5), (0, 5));
        assert_eq!(none.coarse().row, 1);
    }

    #[test]
    fn large_kinds_are_closed_at_first_and_regions_open() {
        let mut shell = Shell::default();
        assert!(shell.is_open("cn-hangzhou", None, 10_000));
        assert!(shell.is_open("source", Some(ObjectKind::Source), 20));
        assert!(!shell.is_open("source", Some(ObjectKind::Source), 21));
        shell.toggled.push("source".to_owned());
        assert!(shell.is_open("source", Some(ObjectKind::Source), 21));
        assert!(!shell.is_open("source", Some(ObjectKind::Source), 2));
    }
}
