//! Where the user is: the fragment of the address. Every view and every selection has its own link.

use vaultplan::finding::{Finding, Outcome, Severity};
use vaultplan::lang::Text;

use crate::views;

/// A place in the planner: a view, and what is selected there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Route {
    /// The view.
    pub(crate) view: View,
    /// Which findings it lists; [`Filter::All`] in views that list none.
    pub(crate) filter: Filter,
    /// The reference of the selected object ([`crate::judged::Judged::reference`]).
    pub(crate) selected: Option<String>,
    /// Whether the panel that makes a mirror of the selected vault is shown; in the Plan view only.
    pub(crate) making: bool,
}

/// Which findings are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filter {
    /// All.
    All,
    /// Failures of one severity.
    Failed(Severity),
    /// What waits for a fact.
    Undecided,
    /// What was checked and holds.
    Passed,
}

impl Filter {
    /// All filters, in the order in which they are offered.
    pub(crate) const ALL: [Self; 6] = [
        Self::All,
        Self::Failed(Severity::Error),
        Self::Failed(Severity::Warning),
        Self::Failed(Severity::Advice),
        Self::Undecided,
        Self::Passed,
    ];

    /// The word in the address.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Failed(severity) => severity.word(),
            Self::Undecided => "undecided",
            Self::Passed => "passed",
        }
    }

    /// Whether a finding is listed.
    pub(crate) fn fits(self, finding: &Finding) -> bool {
        match (self, &finding.outcome) {
            (Self::All, _) | (Self::Undecided, Outcome::Undecided(_)) => true,
            (Self::Failed(severity), Outcome::Fail(_)) => finding.severity == severity,
            _ => false,
        }
    }

    fn from_word(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|filter| filter.word() == word)
            .unwrap_or(Self::All)
    }
}

/// The views. What each is called and who draws it is one row of [`crate::views::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// Outline and forms.
    Plan,
    /// Findings.
    Findings,
    /// Encryption matrix.
    Encryption,
    /// Text.
    Text,
    /// Files.
    Files,
}

impl View {
    /// What the view is called.
    pub(crate) fn title(self) -> &'static Text {
        views::look(self).title
    }

    /// A word that no other view has: it stands in the address.
    pub(crate) fn word(self) -> &'static str {
        views::look(self).word
    }

    /// Whether the inspector stands beside the view.
    pub(crate) fn inspects(self) -> bool {
        views::look(self).inspects
    }
}

impl Route {
    /// The plan as a whole.
    pub(crate) const PLAN: Self = Self::of(View::Plan);
    /// The text of the plan.
    pub(crate) const TEXT: Self = Self::of(View::Text);
    /// Plans, files, examples.
    pub(crate) const FILES: Self = Self::of(View::Files);

    /// A view with nothing selected.
    pub(crate) const fn of(view: View) -> Self {
        Self {
            view,
            filter: Filter::All,
            selected: None,
            making: false,
        }
    }

    /// The form of an object, by its reference.
    pub(crate) fn object(reference: impl Into<String>) -> Self {
        Self::PLAN.with(reference.into())
    }

    /// The panel that makes a mirror of a vault.
    pub(crate) fn create_mirror(reference: impl Into<String>) -> Self {
        Self {
            making: true,
            ..Self::object(reference)
        }
    }

    /// Some findings.
    pub(crate) fn findings(filter: Filter) -> Self {
        Self {
            filter,
            ..Self::of(View::Findings)
        }
    }

    /// The same place with another object selected.
    pub(crate) fn with(&self, reference: String) -> Self {
        Self {
            selected: Some(reference),
            ..self.without()
        }
    }

    /// The same place with nothing selected.
    pub(crate) fn without(&self) -> Self {
        Self {
            view: self.view,
            filter: self.filter,
            selected: None,
            making: false,
        }
    }

    /// Where an object is selected from here: in the view that is open, and in the Plan view from those that only
    /// show the plan as a whole.
    pub(crate) fn select(&self, reference: impl Into<String>) -> Self {
        match self.view {
            View::Text | View::Files => Self::object(reference),
            _ => self.with(reference.into()),
        }
    }

    /// Where a view's tab leads: what is selected stays selected; the tab of the view that is open lets it go.
    pub(crate) fn tab(&self, view: View) -> Self {
        Self {
            selected: self.selected.clone().filter(|_| view != self.view),
            ..Self::of(view)
        }
    }

    /// The place that a fragment names, with or without its `#`. What is not understood is the plan.
    pub(crate) fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let mut parts = fragment.split('/').skip(1).map(decode);
        let word = parts.next().unwrap_or_default();
        let look = views::ALL.iter().find(|look| look.word == word);
        let view = look.map_or(View::Plan, |look| look.view);
        let filter = match view {
            View::Findings => Filter::from_word(&parts.next().unwrap_or_default()),
            _ => Filter::All,
        };
        let selected = parts.next().filter(|id| look.is_some() && !id.is_empty());
        let making = view == View::Plan && selected.is_some();
        Self {
            view,
            filter,
            making: making && parts.next().is_some_and(|part| part == MIRROR),
            selected,
        }
    }

    /// The fragment, with its `#`.
    pub(crate) fn fragment(&self) -> String {
        let mut out = ["#/", self.view.word()].concat();
        let filtered = self.filter != Filter::All;
        if self.view == View::Findings && (filtered || self.selected.is_some()) {
            out.push('/');
            out.push_str(self.filter.word());
        }
        if let Some(id) = &self.selected {
            out.push('/');
            encode(&mut out, id);
        }
        if self.making {
            out.push('/');
            out.push_str(MIRROR);
        }
        out
    }
}

/// The last part of the address of the panel that makes a mirror.
const MIRROR: &str = "mirror";

/// Percent-encodes everything but unreserved characters.
fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
}

/// The reverse; what is no valid escape stays as it is.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = (byte == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(escaped.unwrap_or(byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_link_that_leads_back_to_it() {
        let mut routes = vec![
            Route::create_mirror("v/1"),
            Route::object("mirror"),
            Route::create_mirror("mirror"),
        ];
        for look in &views::ALL {
            let filters: &[Filter] = match look.view {
                View::Findings => &Filter::ALL,
                _ => &[Filter::All],
            };
            for filter in filters {
                let place = Route {
                    filter: *filter,
                    ..Route::of(look.view)
                };
                for id in ["v-1", "all", "error", "a/b mirror 镜像 %2F", "change:2"] {
                    routes.push(place.with(id.to_owned()));
                }
                routes.push(place);
            }
        }
        for route in routes {
            assert_eq!(Route::parse(&route.fragment()), route);
        }
    }

    #[test]
    fn every_view_has_one_row_and_a_word_of_its_own() {
        for look in &views::ALL {
            assert_eq!(views::look(look.view).word, look.word);
            let alike = views::ALL.iter().filter(|other| other.word == look.word);
            assert_eq!(alike.count(), 1, "{}", look.word);
        }
    }

    #[test]
    fn links_of_the_first_release_lead_where_they_led() {
        for (fragment, route) in [
            ("#/plan/v-1", Route::object("v-1")),
            ("#/plan/v-1/mirror", Route::create_mirror("v-1")),
            ("#/findings", Route::findings(Filter::All)),
            (
                "#/findings/warning",
                Route::findings(Filter::Failed(Severity::Warning)),
            ),
            ("#/findings/passed", Route::findings(Filter::Passed)),
            ("#/encryption", Route::of(View::Encryption)),
            ("#/text", Route::TEXT),
            ("#/files", Route::FILES),
        ] {
            assert_eq!(Route::parse(fragment), route, "{fragment}");
            assert_eq!(route.fragment(), fragment);
        }
    }

    #[test]
    fn what_is_selected_stays_when_another_view_is_opened() {
        let here = Route::findings(Filter::Undecided).with("v".to_owned());
        let there = here.tab(View::Encryption);
        assert_eq!(there.fragment(), "#/encryption/v");
        assert_eq!(there.tab(View::Plan), Route::object("v"));
        // Its own tab shows the whole view again.
        assert_eq!(there.tab(View::Encryption).fragment(), "#/encryption");
        assert_eq!(here.select("m").fragment(), "#/findings/undecided/m");
        assert_eq!(Route::TEXT.select("m"), Route::object("m"));
        assert_eq!(Route::create_mirror("v").select("m"), Route::object("m"));
    }

    #[test]
    fn what_is_not_understood_is_the_plan() {
        for fragment in [
            "",
            "#",
            "#/",
            "#/nowhere",
            "#/nowhere/v",
            "#plan",
            "#/plan/",
            "x",
        ] {
            assert_eq!(Route::parse(fragment), Route::PLAN, "{fragment}");
        }
        assert_eq!(
            Route::parse("#/findings/nothing"),
            Route::findings(Filter::All)
        );
        assert_eq!(Route::parse("#/plan/a%"), Route::object("a%"));
        assert_eq!(Route::parse("#/plan/%E5%BA%93"), Route::object("库"));
        assert_eq!(Route::parse("#/plan/%e5€"), Route::object("\u{fffd}€"));
    }
}
