//! The schedule of a policy's rule: rhythm, expression and start, with the sentence that it amounts to, its next runs,
//! and what is wrong with it.

use vaultplan::facts::schedule::Schedule;
use vaultplan::questions::schedule;

use super::field::{Control, option};
use super::finding_card::sentence;
use super::object_form::{Scope, id_of};
use crate::edit::{Field, Takes};
use crate::form::{Msg as Do, Part};
use crate::markup::Out;
use crate::page::Msg;
use crate::words::forms as words;

/// So many runs are listed.
const RUNS: usize = 4;

/// The usual rhythms.
#[rustfmt::skip]
const RHYTHMS: [(&str, &vaultplan::lang::Text); 8] = [
    ("", words::RHYTHM_NONE),
    ("PT1H", words::RHYTHM_HOURLY),
    ("PT6H", words::RHYTHM_SIX),
    ("P1D", words::RHYTHM_DAILY),
    ("P1W", words::RHYTHM_WEEKLY),
    ("0 0 2 * * ?", words::RHYTHM_AT_TWO),
    ("0 0 2 ? * 2-6", words::RHYTHM_WORKDAYS),
    ("0 0 2 1 * ?", words::RHYTHM_MONTHLY),
];

/// Draws it.
pub(super) fn draw(s: &Scope<'_>, o: &mut Out, field: &Field, current: &str) {
    let app = s.app;
    let zone = app.form.zone;
    let id = id_of(&field.path);
    let (_, start, expression) = schedule::parts(current);
    let part = |part: Part| Msg::Form(Do::Schedule(field.clone(), part));
    o.el("div schedule", |o| {
        o.key(&id);
        let known = RHYTHMS.iter().any(|(rhythm, _)| *rhythm == expression);
        let rhythm = [&id, "-rhythm"].concat();
        let control = Control::new(&rhythm, app.say(words::RHYTHM), expression);
        control.choice(app, o, part(Part::Rhythm), &|o| {
            for (rhythm, text) in RHYTHMS {
                option(o, rhythm, app.say(text));
            }
            if !known {
                option(o, expression, app.say(words::RHYTHM_OTHER));
            }
        });
        let control = Control {
            hint: app.say(words::EXPRESSION_HINT),
            takes: Takes::Text,
            spot: Some((s.object, &field.path)),
            ..Control::new(&id, app.say(words::EXPRESSION), expression)
        };
        control.line_typed(app, o, part(Part::Expression), field);
        let begins = [&id, "-start"].concat();
        let unix = start.parse::<i64>().ok();
        let shown = unix.map_or(String::new(), |unix| schedule::show(unix, zone));
        let control = Control {
            takes: Takes::Time,
            extra: &schedule::zone_name(zone),
            ..Control::new(&begins, app.say(words::BEGINS), &shown)
        };
        control.moment(app, o, part(Part::Begins));
        // What is typed is explained before it is taken over.
        let typed = app.form.typed(&id).filter(|typing| typing.said.is_some());
        let text = match typed {
            Some(typing) => schedule::with_expression(current, &typing.value, app.judged.now),
            None => current.to_owned(),
        };
        o.el("div schedule-says", |o| {
            o.attr("role", "status");
            says(s, o, &text);
        });
    });
}

fn says(s: &Scope<'_>, o: &mut Out, text: &str) {
    let app = s.app;
    let zone = app.form.zone;
    if text.is_empty() {
        return;
    }
    if let Some(trouble) = schedule::trouble(text) {
        o.el("p complaint", |o| o.rich(&sentence(&trouble.say(app.lang))));
        return;
    }
    let Some(read) = Schedule::parse(text) else {
        return;
    };
    let said = schedule::sentence(&read, zone, app.lang).map(|said| sentence(&said));
    o.line(
        "p said",
        said.as_deref().unwrap_or(app.say(words::CANNOT_SAY)),
    );
    let runs = schedule::next_runs(&read, app.judged.now, zone, RUNS);
    o.el("p muted", |o| match runs.is_empty() {
        true => o.say(words::NO_RUNS),
        false => o.text(&app.fill(words::NEXT_RUNS, "zone", &schedule::zone_name(zone))),
    });
    o.el("ol runs", |o| {
        for run in &runs {
            o.line("li", &schedule::show(*run, zone).replace('T', " "));
        }
    });
}
