//! What follows from a vault or mirror beside its fields: what it holds when, and what can be restored from it.

use vaultplan::catalog::source_kinds::SourceKind;
use vaultplan::facts::Store;
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::{Lang, Text};
use vaultplan::model::{Id, Link, Mirror, Place, time};
use vaultplan::questions::contents::{self, Complete, Contents, Point};
use vaultplan::questions::restorable::{
    self, Answer, Charge, Client, Destination, Region, Restorable, Row,
};
use vaultplan::report::json;

use super::finding_card::sentence;
use super::reasons;
use crate::edit;
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::Page;
use crate::words;

/// So many sources are listed.
const ROWS: usize = 50;

/// Draws it. With `as_mirror` a vault is asked as the mirror that it has not yet.
pub(crate) fn draw(app: &Page, o: &mut Out, object: ObjectRef, as_mirror: bool) {
    let facts = app.judged.facts();
    if object.kind == ObjectKind::Mirror {
        if let Some(mirror) = facts.mirrors.get(object.index) {
            let held = contents::contents(&facts, mirror);
            let restorable = restorable::restorable(&facts, Store::Mirror(mirror));
            aside(app, o, words::RESTORABLE, Some(&held), &restorable);
        }
        return;
    }
    let Some(vault) = facts.vaults.get(object.index) else {
        return;
    };
    if as_mirror {
        // A mirror that is to be made restores what a mirror of this vault would.
        let imagined = Mirror::new(Id::from("mirror"), Id::from(&*vault.doc.id));
        let planned = facts.planned_mirror(&imagined);
        let restorable = restorable::restorable(&facts, Store::Mirror(&planned));
        aside(app, o, words::RESTORABLE, None, &restorable);
    } else {
        let restorable = restorable::restorable(&facts, Store::Vault(vault));
        aside(app, o, words::RESTORABLE_FROM_VAULT, None, &restorable);
    }
}

fn aside(app: &Page, o: &mut Out, title: &Text, held: Option<&Contents>, restorable: &Restorable) {
    o.el("aside insight", |o| {
        o.named("aria-label", words::WHAT_FOLLOWS);
        o.el("div", |o| {
            if let Some(held) = held {
                o.el("section", |o| {
                    o.word("h2", words::HOLDS_WHEN);
                    when(app, o, held);
                });
            }
        });
        o.el("section", |o| {
            o.word("h2", title);
            o.el("div muted", |o| {
                if let Some(missing) = &restorable.missing {
                    let how = sentence(app.say(&missing.wanted.how));
                    let text = [app.say(words::NO_SOURCES), " ", &how, app.say(words::STOP)];
                    o.line("p", &text.concat());
                }
            });
            o.el("ul sources", |o| {
                for row in restorable.rows.iter().take(ROWS) {
                    o.el("li source", |o| source(app, o, row));
                }
            });
            o.el("p muted", |o| {
                if let Some(more) = restorable.rows.len().checked_sub(ROWS + 1) {
                    o.text(&app.fill_number(words::AND_MORE, more + 1));
                }
            });
        });
    });
}

/// What a mirror holds when, as a short line of time.
pub(crate) fn when(app: &Page, o: &mut Out, contents: &Contents) {
    let complete = match &contents.complete {
        Complete::At(point) => app.fill(words::HOLDS_ALL_AT, "when", &moment(app, *point)),
        Complete::Already => app.say(words::HOLDS_ALL_NOW).to_owned(),
        Complete::Unknown(Some(missing)) => {
            let what = json::what_is_missing(missing, app.lang).replace('`', "");
            app.fill(words::HOLDS_ALL_MISSING, "what", &what)
        }
        Complete::Unknown(None) => app.say(words::HOLDS_ALL_UNKNOWN).to_owned(),
    };
    let new = app.fill(words::HOLDS_NEW, "when", &moment(app, contents.new_data));
    let history = app.fill(words::HOLDS_HISTORY, "when", &moment(app, contents.history));
    let percent = contents.percent.map(|percent| percent.to_string());
    let percent = percent.map(|percent| app.fill(words::PERCENT_COPIED, "n", &percent));
    o.el("div", |o| {
        o.el("ol when", |o| {
            for line in [new, history, complete] {
                o.el("li", |o| o.line("span", &line));
            }
        });
        for (holds, text) in [
            (!contents.confirmed, words::TIMES_UNCONFIRMED),
            (contents.standard_tier_only, words::STANDARD_TIER),
        ] {
            o.line("p muted", if holds { app.say(text) } else { "" });
        }
        o.line("p muted", &percent.unwrap_or_default());
    });
}

/// A point in time: on the calendar where the creation is known, else after it.
fn moment(app: &Page, point: Point) -> String {
    if let Some(at) = point.at {
        return time::format(at).replace('T', " ").replace(":00Z", " UTC");
    }
    if point.after == 0 {
        return app.say(words::AT_CREATION).to_owned();
    }
    let minutes = point.after / 60;
    let (number, unit) = if minutes <= 180 {
        (minutes, words::MINUTES_AFTER)
    } else if minutes <= 4_320 {
        (minutes / 60, words::HOURS_AFTER)
    } else {
        (minutes / 1_440, words::DAYS_AFTER)
    };
    app.fill(unit, "n", &number.to_string())
}

/// A source and where it can be restored to.
fn source(app: &Page, o: &mut Out, row: &Row) {
    let kind = row.kind.map(SourceKind::label);
    let kind = kind.as_ref().map_or(&*row.word, |label| app.say(label));
    let name = row.source.map(|source| edit::name(app.plan(), source));
    let (name, kind) = match name {
        Some(name) => (name, kind),
        None => (kind, ""),
    };
    let (class, glyph, text) = match row.answer {
        Answer::Possible => ("answer yes", Glyph::Pass, words::CAN_BE_RESTORED),
        Answer::Impossible => ("answer no", Glyph::Error, words::CANNOT_BE_RESTORED),
        Answer::Undecided => ("answer open", Glyph::Undecided, words::UNDECIDED),
    };
    o.el("p", |o| {
        o.line("b", name);
        o.line("small", &[" ", kind].concat());
    });
    o.el("div", |o| {
        o.attr("class", class);
        o.el("span", |o| {
            o.icon(glyph);
            o.say(text);
        });
        reasons::list(app, o, &row.reasons, row.missing.as_slice());
    });
    o.el("ul destinations", |o| {
        for to in &row.destinations {
            o.el("li", |o| destination(app, o, to));
        }
    });
}

/// A destination with what it needs and costs.
fn destination(app: &Page, o: &mut Out, to: &Destination) {
    let place = match to.place {
        Place::Cloud => words::ON_CLOUD,
        Place::OnPremises => words::ON_PREMISES,
    };
    let client = match to.client {
        Client::None => None,
        Client::Activated => Some(words::CLIENT_ACTIVATED),
        Client::ActivatedUnlessOwn => Some(words::CLIENT_UNLESS_OWN),
        Client::RegisteredWithMirror => Some(words::CLIENT_REGISTERED),
        Client::Group => Some(words::CLIENT_GROUP),
    };
    let needs = [
        client,
        to.register_with.map(|_| words::REGISTER_INSTANCE),
        to.folder.then_some(words::NEEDS_FOLDER),
        to.full_backup_after.then_some(words::FULL_BACKUP_AFTER),
    ];
    o.el("span to", |o| {
        o.icon(Glyph::Arrow);
        o.say(&to.kind.label());
        o.line("small", &[" ", app.say(place)].concat());
    });
    o.el("ul", |o| {
        match &to.region {
            Region::Only(id) => {
                let region = edit::region_name(id, app.lang);
                o.line("li", &app.fill(words::ONLY_IN, "region", &region));
            }
            Region::OfStore(_) => o.word("li", words::ONLY_IN_ITS_REGION),
            Region::Anywhere | Region::NotStated => {}
        }
        for need in needs.into_iter().flatten() {
            o.word("li", need);
        }
        o.line("li", &charges(app, &to.charges));
        for remark in &to.remarks {
            o.line("li", &sentence(app.say(remark)));
        }
    });
}

/// What a restore is charged, by network where that matters.
fn charges(app: &Page, charges: &[(Option<Link>, Charge)]) -> String {
    let said = |charge: Charge| match charge {
        Charge::Free => words::CHARGE_FREE,
        Charge::BilledByAmount => words::CHARGE_AMOUNT,
        Charge::FreeOverPrivateLink => words::CHARGE_FREE,
        Charge::Unknown => words::CHARGE_UNKNOWN,
    };
    let first = charges.first().map(|(_, charge)| *charge);
    let alike = charges.iter().all(|(_, charge)| Some(*charge) == first);
    let text = match first {
        Some(charge) if alike => app.say(said(charge)).to_owned(),
        _ => {
            let parts = charges.iter().map(|(link, charge)| {
                let link = link.map(link_name).map_or("", |text| app.say(text));
                let colon = match app.lang {
                    Lang::En => ": ",
                    Lang::Zh => "：",
                };
                [link, colon, app.say(said(*charge))].concat()
            });
            parts.collect::<Vec<_>>().join(app.say(words::LIST_COMMA))
        }
    };
    app.fill(words::CHARGE, "what", &text)
}

fn link_name(link: Link) -> &'static Text {
    match link {
        Link::Internet => words::LINK_INTERNET,
        Link::Vpn => words::LINK_VPN,
        Link::ExpressConnect => words::LINK_EXPRESS,
    }
}
