//! The line that is always visible: what the rules say. Each number opens its list.

use vaultplan::finding::Severity;
use vaultplan::report::PlanVerdict;

use super::chip::Kind;
use crate::markup::Out;
use crate::page::Page;
use crate::route::{Filter, Route};
use crate::words;

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let mut rows = app.judged.tally().kinds().to_vec();
    rows.push((Kind::Passed, app.judged.passed()));
    let verdict = match app.judged.verdict {
        PlanVerdict::Pass if app.judged.bends_rules() => words::VERDICT_PASS_AS_SET,
        PlanVerdict::Pass => words::VERDICT_PASS,
        PlanVerdict::Fail => words::VERDICT_FAIL,
        PlanVerdict::Incomplete => words::VERDICT_INCOMPLETE,
        PlanVerdict::Undecided => words::VERDICT_UNDECIDED,
    };
    o.el("footer foot", |o| {
        o.named("aria-label", words::SUMMARY);
        o.attr("data-testid", "summary");
        o.el("span counts", |o| {
            for (kind, number) in rows {
                let (filter, id) = match kind {
                    Kind::Failed(severity) => (
                        Filter::Failed(severity),
                        match severity {
                            Severity::Error => "summary-errors",
                            Severity::Warning => "summary-warnings",
                            Severity::Advice => "summary-advice",
                        },
                    ),
                    Kind::Undecided => (Filter::Undecided, "summary-undecided"),
                    Kind::Passed => (Filter::Passed, "summary-passed"),
                };
                o.link("a", &Route::findings(filter), |o| {
                    let quiet = if number == 0 { " quiet" } else { "" };
                    o.put("class", &["chip ", kind.class(), quiet].concat());
                    o.attr("data-testid", id);
                    o.put("data-count", &number.to_string());
                    o.icon(kind.glyph());
                    o.line("span", &kind.count(app, number));
                });
            }
        });
        o.el("span verdict wide", |o| {
            if app.plan().object_count() > 0 {
                o.say(verdict);
            }
        });
        o.line("span spacer wide", "");
        o.word("span wide muted", words::PRIVATE);
        o.el("a wide", |o| {
            o.put("href", &format!("docs/{}/", app.lang));
            o.say(words::DOCUMENTATION);
        });
    });
}
