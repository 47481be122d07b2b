//! What a plan judges otherwise than the rulebook: the forms that set a finding aside and a rule's severity, and the
//! list of both with the way back.

use vaultplan::facts::{Facts, SettingDoc, SettingFact};
use vaultplan::finding::Rule;
use vaultplan::lang::Text;
use vaultplan::model::RuleSeverity;
use vaultplan::report::json;
use vaultplan::rules;

use super::finding_card::{rule_link, sentence};
use crate::edit;
use crate::markup::{On, Out};
use crate::page::{self, Page};
use crate::review::{self, Aside, Msg};
use crate::state::Label;
use crate::words;
use crate::words::findings as own;

/// So many findings of one setting are listed.
const LISTED: usize = 20;

/// The form that sets a finding aside.
pub(crate) fn aside(app: &Page, o: &mut Out, aside: &Aside) {
    o.el("form aside-form", |o| {
        // The page says what is missing, in its own language.
        o.flag("novalidate", true);
        o.on(On::Submit, page::Msg::Review(Msg::SetAside));
        o.word("p", own::SUPPRESS_ABOUT);
        o.el("fieldset", |o| {
            o.word("legend", own::SUPPRESS_WHAT);
            if let Some((_, name)) = &aside.object {
                let label = app.fill(own::SUPPRESS_ONE, "name", name);
                choice(o, "aside-one", &label, !aside.every, |aside, _| {
                    aside.every = false;
                });
            }
            let every = app.say(own::SUPPRESS_ALL);
            choice(o, "aside-every", every, aside.every, |aside, _| {
                aside.every = true;
            });
        });
        let missing = aside.tried && aside.reason.is_empty();
        let reason = Field {
            id: review::REASON,
            kind: "text",
            label: own::REASON,
            value: &aside.reason,
            hint: None,
            complaint: missing.then_some(own::REASON_NEEDED),
        };
        reason.draw(o, |aside, value| aside.reason = value);
        let owner = Field {
            id: "aside-owner",
            kind: "text",
            label: own::OWNER,
            value: &aside.owner,
            hint: None,
            complaint: None,
        };
        owner.draw(o, |aside, value| aside.owner = value);
        let until = Field {
            id: review::UNTIL,
            kind: "date",
            label: own::UNTIL,
            value: &aside.until,
            hint: Some(own::UNTIL_HINT),
            complaint: aside.day_complaint(),
        };
        until.draw(o, |aside, value| aside.until = value);
        o.el("footer", |o| {
            o.push("button btn", page::Msg::Close, words::CANCEL);
            o.el("button btn primary", |o| {
                o.attr("type", "submit");
                o.attr("data-testid", "set-aside-do");
                o.say(own::DO_SUPPRESS);
            });
        });
    });
}

/// One of several choices of the form.
fn choice(
    o: &mut Out,
    id: &'static str,
    label: &str,
    chosen: bool,
    change: fn(&mut Aside, String),
) {
    o.el("label aside-choice", |o| {
        o.key(id);
        o.el("input", |o| {
            o.attr("type", "radio");
            o.attr("name", "aside-what");
            o.attr("id", id);
            o.checked(chosen);
            o.on(On::Change, page::Msg::Review(Msg::Aside(change)));
        });
        o.line("span", label);
    });
}

/// A field of the form.
struct Field<'a> {
    id: &'static str,
    kind: &'static str,
    label: &'static Text,
    value: &'a str,
    hint: Option<&'static Text>,
    complaint: Option<&'static Text>,
}

impl Field<'_> {
    fn draw(&self, o: &mut Out, change: fn(&mut Aside, String)) {
        let about = [self.id, "-about"].concat();
        o.el("div field", |o| {
            o.key(self.id);
            o.el("label", |o| {
                o.attr("for", self.id);
                o.say(self.label);
            });
            o.el("input", |o| {
                o.attr("id", self.id);
                o.attr("type", self.kind);
                o.attr("autocomplete", "off");
                o.put("data-v", self.value);
                o.put("aria-describedby", &about);
                if self.complaint.is_some() {
                    o.attr("aria-invalid", "true");
                }
                o.on(On::Change, page::Msg::Review(Msg::Aside(change)));
            });
            o.el("div hint", |o| {
                o.put("id", &about);
                o.el("span", |o| {
                    if let Some(hint) = self.hint {
                        o.say(hint);
                    }
                });
                o.el("b complaint", |o| {
                    o.attr("role", "status");
                    if let Some(complaint) = self.complaint {
                        o.say(complaint);
                    }
                });
            });
        });
    }
}

/// The severities that a plan can give a rule.
const SEVERITIES: [RuleSeverity; 4] = [
    RuleSeverity::Error,
    RuleSeverity::Warning,
    RuleSeverity::Advice,
    RuleSeverity::Off,
];

/// How grave a rule is in this plan: each answer is a button, and closes the question.
pub(crate) fn severity(app: &Page, o: &mut Out, rule: &'static Rule) {
    let chosen = review::chosen_severity(app.plan(), rule);
    let book = rule.severity_in(app.plan().edition()).label();
    o.word("p", own::SEVERITY_ABOUT);
    o.el("div choices", |o| {
        let mut answer = |severity: Option<RuleSeverity>, text: &str| {
            let msg = page::Msg::Review(Msg::Severity(rule, severity));
            o.button("button btn", msg, |o| {
                let word = severity.map_or("book", RuleSeverity::word);
                o.attr("data-severity", word);
                let pressed = severity == chosen;
                o.attr("aria-pressed", if pressed { "true" } else { "false" });
                o.text(text);
            });
        };
        answer(
            None,
            &app.fill(own::SEVERITY_BOOK, "severity", app.say(&book)),
        );
        for severity in SEVERITIES {
            answer(Some(severity), app.say(&review::severity_word(severity)));
        }
    });
}

/// Everything that the plan judges otherwise, each with the way back.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let facts = app.judged.facts();
    let settings = facts.settings();
    if settings.is_empty() {
        return o.line("div", "");
    }
    o.el("section plan-settings", |o| {
        o.key("settings");
        o.attr("data-testid", "set-aside");
        o.word("h2", own::SETTINGS);
        o.el("ul", |o| {
            let severities = app
                .plan()
                .settings
                .as_deref()
                .map_or(0, |s| s.severities.len());
            for (at, setting) in settings.iter().enumerate() {
                o.el("li", |o| {
                    let pointer = setting.spot.pointer();
                    o.key(&pointer);
                    one(app, o, &facts, setting, at.saturating_sub(severities));
                    let back = page::Msg::Review(Msg::TakeBack(pointer));
                    o.push("button btn small", back, own::JUDGE_AGAIN);
                });
            }
        });
    });
}

fn one(app: &Page, o: &mut Out, facts: &Facts<'_>, setting: &SettingFact<'_>, by: usize) {
    let rule = rules::declared(setting.rule());
    o.el("div", |o| {
        o.el("p", |o| match rule {
            Some(rule) => {
                o.line("b", &sentence(app.say(&rule.title)));
                o.text(" ");
                rule_link(app, o, rule);
            }
            None => o.line("code", setting.rule()),
        });
        match setting.doc {
            SettingDoc::Severity(choice) => {
                let book = rule.map(|rule| rule.severity_in(app.plan().edition()).label());
                let off = choice.severity == RuleSeverity::Off;
                let text = if off {
                    own::SWITCHED_OFF
                } else {
                    own::OTHERWISE
                };
                let said = Label::new(text)
                    .arg("severity", review::severity_word(choice.severity))
                    .arg("book", book.unwrap_or(*words::UNKNOWN));
                o.line("p muted", &said.get(app.lang));
            }
            SettingDoc::Suppression(suppression) => {
                let on = match suppression.object.as_deref() {
                    None => app.say(own::ON_EVERY).to_owned(),
                    Some(id) => {
                        let object = facts.find(id);
                        let name = object.map_or(id, |object| edit::name(app.plan(), object));
                        app.fill(own::ON_OBJECT, "name", name)
                    }
                };
                let over = setting.is_over(facts.now) == Some(true);
                let said = [
                    Some(on),
                    Some(app.fill(words::SET_ASIDE_BY, "reason", &suppression.reason)),
                    suppression
                        .owner
                        .as_deref()
                        .map(|owner| app.fill(words::SET_ASIDE_OWNER, "owner", owner)),
                    suppression
                        .until
                        .as_ref()
                        .map(|until| app.fill(words::SET_ASIDE_UNTIL, "until", &day(&until.text))),
                    over.then(|| app.say(own::ASIDE_OVER).to_owned()),
                ];
                let said: Vec<String> = said.into_iter().flatten().collect();
                o.line("p muted", &said.join(" · "));
                held(app, o, by);
            }
        }
    });
}

/// The day of a time; the time where it is not the end of a day.
fn day(time: &str) -> String {
    time.strip_suffix("T23:59:59Z").unwrap_or(time).to_owned()
}

/// The findings that a suppression sets aside.
fn held(app: &Page, o: &mut Out, by: usize) {
    let all = || app.judged.aside.iter().filter(|aside| aside.by == by);
    let number = all().count();
    o.el("details more", |o| {
        o.el("summary", |o| match number {
            0 => o.say(own::ASIDE_NONE),
            _ => o.text(&app.count(number, own::ASIDE_ONE, own::ASIDE_MANY)),
        });
        o.el("ul", |o| {
            for aside in all().take(LISTED) {
                o.el("li", |o| {
                    o.rich(&sentence(&json::message(&aside.finding, app.lang)))
                });
            }
        });
        o.el("p muted", |o| {
            if number > LISTED {
                let more = (number - LISTED).to_string();
                o.text(&app.fill(words::AND_MORE, "n", &more));
            }
        });
    });
}
