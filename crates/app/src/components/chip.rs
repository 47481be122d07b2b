//! A severity as a chip: picture, word and colour say the same.

use vaultplan::finding::{Finding, Outcome, Severity};
use vaultplan::lang::Text;

use crate::icon::Glyph;
use crate::judged::Tally;
use crate::markup::Out;
use crate::page::Page;
use crate::words;

/// What a chip says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A failure.
    Failed(Severity),
    /// A rule that waits for a fact.
    Undecided,
    /// What holds.
    Passed,
}

impl Kind {
    /// What a finding is.
    pub(crate) fn of(finding: &Finding) -> Self {
        match finding.outcome {
            Outcome::Fail(_) => Self::Failed(finding.severity),
            Outcome::Undecided(_) => Self::Undecided,
        }
    }

    /// Its class.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Failed(Severity::Error) => "error",
            Self::Failed(Severity::Warning) => "warn",
            Self::Failed(Severity::Advice) => "advice",
            Self::Undecided => "unknown",
            Self::Passed => "pass",
        }
    }

    /// Its picture.
    pub(crate) fn glyph(self) -> Glyph {
        match self {
            Self::Failed(Severity::Error) => Glyph::Error,
            Self::Failed(Severity::Warning) => Glyph::Warning,
            Self::Failed(Severity::Advice) => Glyph::Info,
            Self::Undecided => Glyph::Undecided,
            Self::Passed => Glyph::Pass,
        }
    }

    /// Its word.
    pub(crate) fn word(self) -> Text {
        match self {
            Self::Failed(severity) => severity.label(),
            Self::Undecided => *words::UNDECIDED,
            Self::Passed => *words::PASSED,
        }
    }

    /// A number of them, in words.
    pub(crate) fn count(self, app: &Page, number: usize) -> String {
        let (one, many) = match self {
            Self::Failed(Severity::Error) => (words::ERROR_ONE, words::ERROR_MANY),
            Self::Failed(Severity::Warning) => (words::WARNING_ONE, words::WARNING_MANY),
            Self::Failed(Severity::Advice) => (words::ADVICE_ONE, words::ADVICE_MANY),
            Self::Undecided => (words::UNDECIDED_ONE, words::UNDECIDED_MANY),
            Self::Passed => (words::PASSED_ONE, words::PASSED_MANY),
        };
        app.count(number, one, many)
    }
}

/// A chip with a text.
pub(crate) fn draw(o: &mut Out, kind: Kind, text: &str) {
    o.el("span", |o| {
        o.class(&["chip", kind.class()]);
        o.icon(kind.glyph());
        o.text(text);
    });
}

/// The findings of an object as small chips, gravest first; a mark that it is fine when there are none.
pub(crate) fn tally(app: &Page, o: &mut Out, tally: Tally) {
    chips(app, o, tally, true);
}

/// The same without the mark.
pub(crate) fn found(app: &Page, o: &mut Out, tally: Tally) {
    chips(app, o, tally, false);
}

fn chips(app: &Page, o: &mut Out, tally: Tally, mark: bool) {
    o.el("span tally", |o| {
        if mark && tally.is_empty() {
            o.el("span ok", |o| {
                o.key("pass");
                o.named("title", words::NO_FINDING);
                o.icon(Glyph::Pass);
                o.word("span away", words::NO_FINDING);
            });
        }
        for (kind, number) in tally.kinds() {
            if number > 0 {
                let text = kind.count(app, number);
                o.el("span", |o| {
                    o.key(kind.class());
                    o.class(&["chip", "tiny", kind.class()]);
                    o.put("title", &text);
                    o.icon(kind.glyph());
                    o.el("span", |o| {
                        o.attr("aria-hidden", "true");
                        o.text(&number.to_string());
                    });
                    o.line("span away", &text);
                });
            }
        }
    });
}
