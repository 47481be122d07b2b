//! What is to be read about a rule, opened in place: why it matters, how to mend it, what it rests on.

use vaultplan::finding::Rule;

use crate::explain::{Answer, Msg as Explain};
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::words::explain as says;
use crate::{intl, words};

/// The line that opens it, within a `<details>`: opening it is what asks for the texts.
pub(crate) fn summary(o: &mut Out, rule: &Rule) {
    o.el("summary", |o| {
        o.on(On::Click, Msg::Explain(Explain::Ask(rule.slug)));
        o.say(words::DETAILS);
    });
}

/// What is known of a rule so far; nothing before it is asked for.
pub(crate) fn draw(app: &Page, o: &mut Out, rule: &Rule) {
    o.el("div explanation", |o| {
        o.attr("data-testid", "explanation");
        o.attr("aria-live", "polite");
        match app.explained.of(rule.slug) {
            None => {}
            Some(Answer::Coming) => o.word("p muted", says::COMING),
            Some(Answer::Failed) => o.el("div", |o| {
                o.word("p", says::FAILED);
                let again = Msg::Explain(Explain::Ask(rule.slug));
                o.push("button btn small", again, says::AGAIN);
            }),
            Some(Answer::Here(explained)) => o.el("dl", |o| {
                for (word, text) in [
                    (says::WHAT, &explained.what),
                    (says::WHY, &explained.why),
                    (words::REMEDY, &explained.remedy),
                ] {
                    o.el("div", |o| {
                        o.word("dt", word);
                        o.line("dd", text);
                    });
                }
                o.el("div", |o| {
                    o.word("dt", says::RESTS_ON);
                    o.el("dd", |o| {
                        o.el("ul", |o| {
                            for fact in &explained.facts {
                                o.el("li", |o| {
                                    o.text(&fact.text);
                                    for source in &fact.sources {
                                        page(o, &source.title, &source.address, &source.date);
                                    }
                                });
                            }
                        });
                    });
                });
            }),
        }
    });
}

/// A page of the service, with its date; it opens beside the planner.
pub(crate) fn page(o: &mut Out, title: &str, address: &str, date: &str) {
    o.el("span source", |o| {
        o.el("a", |o| {
            o.put("href", address);
            outside(o);
            o.text(title);
        });
        let date = intl::dated(date, o.lang());
        o.line("small", &[" · ", &date].concat());
    });
}

/// The open link leads out of the planner.
pub(crate) fn outside(o: &mut Out) {
    o.attr("target", "_blank");
    o.attr("rel", "noreferrer");
}
