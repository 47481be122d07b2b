//! A severity as a chip: picture, word and colour say the same.

use vaultplan::finding::{Finding, Outcome, Severity};
use vaultplan::lang::Text;
use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::judged::Tally;
use crate::shared::{Shared, use_shared};
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
            Self::Undecided => words::UNDECIDED,
            Self::Passed => words::PASSED,
        }
    }

    /// A number of them, in words.
    pub(crate) fn count(self, app: &Shared, number: usize) -> String {
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

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) kind: Kind,
    /// The word of the kind when absent.
    #[prop_or_default]
    pub(crate) text: Option<AttrValue>,
}

#[component]
pub(crate) fn Chip(props: &Props) -> Html {
    let app = use_shared();
    let text = match &props.text {
        Some(text) => text.clone(),
        None => app.say(props.kind.word()).into(),
    };
    html! {
        <span class={classes!("chip", props.kind.class())}><Icon glyph={props.kind.glyph()} />{ text }</span>
    }
}

/// The findings of an object as small chips, gravest first; a mark that it is fine when there are none.
pub(crate) fn tally(app: &Shared, tally: Tally) -> Html {
    let rows = [
        (Kind::Failed(Severity::Error), tally.errors),
        (Kind::Failed(Severity::Warning), tally.warnings),
        (Kind::Failed(Severity::Advice), tally.advice),
        (Kind::Undecided, tally.undecided),
    ];
    let chips = rows.into_iter().filter(|(_, number)| *number > 0).map(|(kind, number)| {
        html! {
            <span key={kind.class()} class={classes!("chip", "tiny", kind.class())} title={kind.count(app, number)}>
                <Icon glyph={kind.glyph()} /><span aria-hidden="true">{ number }</span>
                <span class="away">{ kind.count(app, number) }</span>
            </span>
        }
    });
    html! {
        <span class="tally">
            if tally.is_empty() {
                <span key="pass" class="ok" title={app.say(words::NO_FINDING)}><Icon glyph={Glyph::Pass} />
                    <span class="away">{ app.say(words::NO_FINDING) }</span></span>
            } else {
                { for chips }
            }
        </span>
    }
}
