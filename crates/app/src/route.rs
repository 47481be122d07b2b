//! Where the user is: the fragment of the address. Every view and every selection has its own link.

use vaultplan::finding::{Finding, Outcome, Severity};
use vaultplan::lang::Text;

use crate::words;

/// A place in the planner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// The plan as a whole.
    Plan,
    /// A vault or mirror of the plan, by id.
    Object(String),
    /// The panel that makes a mirror of a vault, by the vault's id.
    CreateMirror(String),
    /// The findings.
    Findings(Filter),
    /// The encryption matrix.
    Encryption,
    /// The text of the plan.
    Text,
    /// Plans, files, examples.
    Files,
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
            Self::All => "",
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

/// The five views.
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
    /// All views, in the order of the tabs.
    pub(crate) const ALL: [Self; 5] = [
        Self::Plan,
        Self::Findings,
        Self::Encryption,
        Self::Text,
        Self::Files,
    ];

    /// What the view is called.
    pub(crate) fn title(self) -> &'static Text {
        match self {
            Self::Plan => words::VIEW_PLAN,
            Self::Findings => words::VIEW_FINDINGS,
            Self::Encryption => words::VIEW_ENCRYPTION,
            Self::Text => words::VIEW_TEXT,
            Self::Files => words::VIEW_FILES,
        }
    }

    /// A word that no other view has.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Findings => "findings",
            Self::Encryption => "encryption",
            Self::Text => "text",
            Self::Files => "files",
        }
    }

    /// Where the view's tab leads.
    pub(crate) fn route(self) -> Route {
        match self {
            Self::Plan => Route::Plan,
            Self::Findings => Route::Findings(Filter::All),
            Self::Encryption => Route::Encryption,
            Self::Text => Route::Text,
            Self::Files => Route::Files,
        }
    }
}

impl Route {
    /// The place that a fragment names, with or without its `#`. What is not understood is the plan.
    pub(crate) fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let mut parts = fragment.split('/').skip(1);
        let (view, first, second) = (parts.next(), parts.next(), parts.next());
        match (view.unwrap_or_default(), first.map(decode), second) {
            ("plan", Some(id), Some("mirror")) if !id.is_empty() => Self::CreateMirror(id),
            ("plan", Some(id), _) if !id.is_empty() => Self::Object(id),
            ("findings", filter, _) => {
                Self::Findings(Filter::from_word(&filter.unwrap_or_default()))
            }
            ("encryption", ..) => Self::Encryption,
            ("text", ..) => Self::Text,
            ("files", ..) => Self::Files,
            _ => Self::Plan,
        }
    }

    /// The fragment, with its `#`.
    pub(crate) fn fragment(&self) -> String {
        match self {
            Self::Plan => "#/plan".to_owned(),
            Self::Object(id) => format!("#/plan/{}", encode(id)),
            Self::CreateMirror(id) => format!("#/plan/{}/mirror", encode(id)),
            Self::Findings(Filter::All) => "#/findings".to_owned(),
            Self::Findings(filter) => format!("#/findings/{}", filter.word()),
            Self::Encryption => "#/encryption".to_owned(),
            Self::Text => "#/text".to_owned(),
            Self::Files => "#/files".to_owned(),
        }
    }

    /// The view that shows it.
    pub(crate) fn view(&self) -> View {
        match self {
            Self::Plan | Self::Object(_) | Self::CreateMirror(_) => View::Plan,
            Self::Findings(_) => View::Findings,
            Self::Encryption => View::Encryption,
            Self::Text => View::Text,
            Self::Files => View::Files,
        }
    }

    /// Which findings are listed here.
    pub(crate) fn filter(&self) -> Filter {
        match self {
            Self::Findings(filter) => *filter,
            _ => Filter::All,
        }
    }

    /// The object that is selected.
    pub(crate) fn selected(&self) -> Option<&str> {
        match self {
            Self::Object(id) | Self::CreateMirror(id) => Some(id),
            _ => None,
        }
    }
}

/// Percent-encodes everything but unreserved characters.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
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
            Route::Plan,
            Route::Object("v-1".to_owned()),
            Route::Object("a/b mirror 镜像 %2F".to_owned()),
            Route::CreateMirror("v/1".to_owned()),
            Route::Encryption,
            Route::Text,
            Route::Files,
        ];
        routes.extend(Filter::ALL.map(Route::Findings));
        for route in routes {
            assert_eq!(Route::parse(&route.fragment()), route);
        }
        for view in View::ALL {
            assert_eq!(view.route().view(), view);
        }
    }

    #[test]
    fn what_is_not_understood_is_the_plan() {
        for fragment in ["", "#", "#/", "#/nowhere", "#plan", "#/plan/", "x"] {
            assert_eq!(Route::parse(fragment), Route::Plan, "{fragment}");
        }
        assert_eq!(
            Route::parse("#/findings/nothing"),
            Route::Findings(Filter::All)
        );
        assert_eq!(Route::parse("#/plan/a%"), Route::Object("a%".to_owned()));
        assert_eq!(
            Route::parse("#/plan/%E5%BA%93"),
            Route::Object("库".to_owned())
        );
        assert_eq!(
            Route::parse("#/plan/%e5€"),
            Route::Object("\u{fffd}€".to_owned())
        );
    }
}
