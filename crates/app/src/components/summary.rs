//! The line that is always visible: what the rules say. Each number opens its list.

use vaultplan::finding::Severity;
use vaultplan::report::PlanVerdict;
use yew::prelude::*;

use super::chip::Kind;
use super::icon::Icon;
use crate::route::{Filter, Route};
use crate::shared::use_shared;
use crate::words;

#[component]
pub(crate) fn Summary() -> Html {
    let app = use_shared();
    let tally = app.judged.tally();
    let rows = [
        (
            Kind::Failed(Severity::Error),
            tally.errors,
            Filter::Failed(Severity::Error),
            "errors",
        ),
        (
            Kind::Failed(Severity::Warning),
            tally.warnings,
            Filter::Failed(Severity::Warning),
            "warnings",
        ),
        (
            Kind::Failed(Severity::Advice),
            tally.advice,
            Filter::Failed(Severity::Advice),
            "advice",
        ),
        (
            Kind::Undecided,
            tally.undecided,
            Filter::Undecided,
            "undecided",
        ),
        (Kind::Passed, app.judged.passed(), Filter::Passed, "passed"),
    ];
    let links = rows.into_iter().map(|(kind, number, filter, id)| {
        let quiet = (number == 0).then_some("quiet");
        html! {
            <a key={id} class={classes!("chip", kind.class(), quiet)} href={Route::Findings(filter).fragment()}
                data-testid={format!("summary-{id}")} data-count={number.to_string()}>
                <Icon glyph={kind.glyph()} /><span>{ kind.count(&app, number) }</span></a>
        }
    });
    let verdict = match app.judged.verdict {
        PlanVerdict::Pass => words::VERDICT_PASS,
        PlanVerdict::Fail => words::VERDICT_FAIL,
        PlanVerdict::Incomplete => words::VERDICT_INCOMPLETE,
        PlanVerdict::Undecided => words::VERDICT_UNDECIDED,
    };
    let empty = app.judged.plan.object_count() == 0;
    html! {
        <footer class="foot" aria-label={app.say(words::SUMMARY)} data-testid="summary">
            <span class="counts">{ for links }</span>
            <span class="verdict wide">{ if empty { String::new() } else { app.say(verdict).to_owned() } }</span>
            <span class="spacer wide"></span>
            <span class="wide muted">{ app.say(words::PRIVATE) }</span>
            <a class="wide" href={format!("docs/{}/", app.lang)}>{ app.say(words::DOCUMENTATION) }</a>
        </footer>
    }
}
