//! Where the user is: the fragment of the address. Every view and every selection has its own link.

use vaultplan::catalog::editions::Edition;
use vaultplan::finding::{Category, Finding, ObjectKind, Outcome, Severity};
use vaultplan::lang::Text;
use vaultplan::questions::coverage::Answer;

use crate::cost::Asked;
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
    /// How the findings are listed; [`How::PLAIN`] in other views.
    pub(crate) how: How,
    /// How the cost is looked at; [`Asked::PLAIN`] in other views.
    pub(crate) cost: Asked,
}

/// Which findings, or which sources, are listed.
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
    /// Sources by whether a copy of them lies in another region.
    Offsite(Answer),
}

impl Filter {
    /// The filters of sources, in the order in which they are offered.
    pub(crate) const SOURCES: [Self; 4] = [
        Self::All,
        Self::Offsite(Answer::Yes),
        Self::Offsite(Answer::No),
        Self::Offsite(Answer::Unknown),
    ];

    /// The filters of findings, in the order in which they are offered.
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
            Self::Offsite(Answer::Yes) => "with",
            Self::Offsite(Answer::No) => "without",
            Self::Offsite(Answer::Unknown) => "unknown",
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

    fn from_word(all: &[Self], word: &str) -> Self {
        let mut all = all.iter().copied();
        all.find(|filter| filter.word() == word)
            .unwrap_or(Self::All)
    }
}

/// How findings are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct How {
    /// What stands together.
    pub(crate) group: Group,
    /// What comes first.
    pub(crate) sort: Sort,
    /// Only rules about this.
    pub(crate) category: Option<Category>,
    /// Only findings on objects of this kind.
    pub(crate) kind: Option<ObjectKind>,
    /// Only findings with this text in sentence, object or rule.
    pub(crate) text: String,
    /// The edition whose differences are shown beside.
    pub(crate) with: Option<Edition>,
}

impl How {
    /// As it is without choice.
    pub(crate) const PLAIN: Self = Self {
        group: Group::Object,
        sort: Sort::Gravest,
        category: None,
        kind: None,
        text: String::new(),
        with: None,
    };

    /// Whether some findings are left out.
    pub(crate) fn is_filtered(&self) -> bool {
        self.category.is_some() || self.kind.is_some() || !self.text.is_empty()
    }
}

/// What stands together in the list of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Object,
    Rule,
    Category,
    Severity,
}

impl Group {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [Self; 4] = [Self::Object, Self::Rule, Self::Category, Self::Severity];

    /// The word in the address; empty for the one without choice.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Object => "",
            Self::Rule => "rule",
            Self::Category => "category",
            Self::Severity => "severity",
        }
    }

    /// The one of a word.
    pub(crate) fn from_word(word: &str) -> Self {
        let found = Self::ALL.into_iter().find(|one| one.word() == word);
        found.unwrap_or(Self::Object)
    }
}

/// What comes first in the list of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Gravest,
    Plan,
    Name,
    Rule,
}

impl Sort {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [Self; 4] = [Self::Gravest, Self::Plan, Self::Name, Self::Rule];

    /// The word in the address; empty for the one without choice.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Gravest => "",
            Self::Plan => "plan",
            Self::Name => "name",
            Self::Rule => "rule",
        }
    }

    /// The one of a word.
    pub(crate) fn from_word(word: &str) -> Self {
        let found = Self::ALL.into_iter().find(|one| one.word() == word);
        found.unwrap_or(Self::Gravest)
    }
}

/// The views. What each is called and who draws it is one row of [`crate::views::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// Outline and forms.
    Plan,
    /// The map.
    Map,
    /// Findings.
    Findings,
    /// The table of coverage.
    Coverage,
    /// Encryption matrix.
    Encryption,
    /// What the plan costs.
    Cost,
    /// Text.
    Text,
    /// Files.
    Files,
}

impl View {
    /// The filters of its list; none where its address names none.
    pub(crate) fn filters(self) -> &'static [Filter] {
        match self {
            Self::Findings => &Filter::ALL,
            Self::Coverage => &Filter::SOURCES,
            _ => &[],
        }
    }

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
            how: How::PLAIN,
            cost: Asked::PLAIN,
        }
    }

    /// What a plan costs.
    pub(crate) const COST: Self = Self::of(View::Cost);

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

    /// Some sources, by whether they have a copy in another region.
    pub(crate) fn coverage(filter: Filter) -> Self {
        Self {
            filter,
            ..Self::of(View::Coverage)
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
            how: self.how.clone(),
            cost: self.cost.without_line(),
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
        let (fragment, how) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut parts = fragment.split('/').skip(1).map(decode);
        let word = parts.next().unwrap_or_default();
        let look = views::ALL.iter().find(|look| look.word == word);
        let view = look.map_or(View::Plan, |look| look.view);
        let filter = match view.filters() {
            [] => Filter::All,
            all => Filter::from_word(all, &parts.next().unwrap_or_default()),
        };
        let selected = parts.next().filter(|id| look.is_some() && !id.is_empty());
        let making = view == View::Plan && selected.is_some();
        Self {
            view,
            filter,
            making: making && parts.next().is_some_and(|part| part == MIRROR),
            selected,
            how: match view {
                View::Findings => How::parse(how),
                _ => How::PLAIN,
            },
            cost: match view {
                View::Cost => Asked::parse(how),
                _ => Asked::PLAIN,
            },
        }
    }

    /// The fragment, with its `#`.
    pub(crate) fn fragment(&self) -> String {
        let mut out = ["#/", self.view.word()].concat();
        let filtered = self.filter != Filter::All;
        if !self.view.filters().is_empty() && (filtered || self.selected.is_some()) {
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
        self.how.write(&mut out);
        self.cost.write(&mut out);
        out
    }
}

impl How {
    fn parse(text: &str) -> Self {
        let mut how = Self::PLAIN;
        query(text, &mut |name, value| match name {
            "group" => how.group = Group::from_word(&value),
            "sort" => how.sort = Sort::from_word(&value),
            "category" => how.category = Category::ALL.into_iter().find(|c| c.word() == value),
            "kind" => how.kind = ObjectKind::ALL.into_iter().find(|k| k.word() == value),
            "with" => how.with = Edition::from_word(&value),
            "text" => how.text = value,
            _ => {}
        });
        how
    }

    fn write(&self, out: &mut String) {
        let parts = [
            ("group", self.group.word()),
            ("sort", self.sort.word()),
            ("category", self.category.map_or("", Category::word)),
            ("kind", self.kind.map_or("", ObjectKind::word)),
            ("with", self.with.map_or("", Edition::word)),
            ("text", &self.text),
        ];
        write_query(out, &parts);
    }
}

/// What stands behind the question mark of a fragment, part by part.
pub(crate) fn query(text: &str, each: &mut dyn FnMut(&str, String)) {
    for part in text.split('&') {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        each(name, decode(value));
    }
}

/// Writes what stands behind the question mark; nothing for parts that are empty.
pub(crate) fn write_query(out: &mut String, parts: &[(&str, &str)]) {
    let mut mark = '?';
    for (name, value) in parts {
        if !value.is_empty() {
            out.push(mark);
            out.push_str(name);
            out.push('=');
            encode(out, value);
            mark = '&';
        }
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
            let filters = match look.view.filters() {
                [] => &[Filter::All],
                all => all,
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
    fn how_findings_are_listed_has_a_link() {
        let mut route = Route::findings(Filter::Undecided).with("v/1".to_owned());
        for group in Group::ALL {
            for sort in Sort::ALL {
                route.how = How {
                    group,
                    sort,
                    category: Some(Category::Encryption),
                    kind: Some(ObjectKind::Mirror),
                    text: "erp & 镜像?=".to_owned(),
                    with: Some(Edition::Hbr2021),
                };
                assert_eq!(Route::parse(&route.fragment()), route);
            }
        }
        route.how = How {
            group: Group::Rule,
            ..How::PLAIN
        };
        assert_eq!(route.fragment(), "#/findings/undecided/v%2F1?group=rule");
        // Elsewhere it means nothing.
        assert_eq!(Route::parse("#/plan?group=rule"), Route::PLAN);
        assert_eq!(
            Route::parse("#/findings?group=nothing&x&with="),
            Route::findings(Filter::All)
        );
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
