//! What follows from a vault or mirror beside its fields: what it holds when, and what can be restored from it.

use vaultplan::catalog::source_kinds::SourceKind;
use vaultplan::facts::Store;
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::{Lang, Text};
use vaultplan::model::{Id, Link, Mirror, Place, time};
use vaultplan::questions::contents::{self, Complete, Contents, Point};
use vaultplan::questions::restorable::{self, Answer, Charge, Client, Destination, Region, Row};
use vaultplan::report::json;
use yew::prelude::*;

use super::finding_card::sentence;
use super::icon::{Glyph, Icon};
use super::reasons;
use crate::edit;
use crate::shared::{Shared, use_shared};
use crate::state::Label;
use crate::words;

/// So many sources are listed.
const ROWS: usize = 50;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) object: ObjectRef,
    /// Whether a vault is asked as the mirror that it has not yet.
    #[prop_or_default]
    pub(crate) as_mirror: bool,
}

#[component]
pub(crate) fn Insight(props: &Props) -> Html {
    let app = use_shared();
    let facts = app.judged.facts();
    let object = props.object;
    let vault = facts.vaults.get(object.index);
    let mirror = facts.mirrors.get(object.index);
    // A mirror that is to be made restores what a mirror of this vault would.
    let imagined = vault
        .filter(|_| props.as_mirror)
        .map(|vault| Mirror::new(Id::from("mirror"), Id::from(&*vault.doc.id)));
    let planned = imagined.as_ref().map(|doc| facts.planned_mirror(doc));
    let (store, held) = match (object.kind, vault, mirror, &planned) {
        (ObjectKind::Vault, _, _, Some(planned)) => (Some(Store::Mirror(planned)), None),
        (ObjectKind::Vault, Some(vault), ..) => (Some(Store::Vault(vault)), None),
        (_, _, Some(mirror), _) => (
            Some(Store::Mirror(mirror)),
            Some(contents::contents(&facts, mirror)),
        ),
        _ => (None, None),
    };
    let Some(store) = store else {
        return html! { <div /> };
    };
    let restorable = restorable::restorable(&facts, store);
    let rows = restorable.rows.iter().take(ROWS).enumerate();
    let rows = rows.map(|(key, row)| html! { <li {key} class="source">{ source(&app, row) }</li> });
    let more = restorable.rows.len().saturating_sub(ROWS);
    let missing = restorable.missing.as_ref();
    let title = if object.kind == ObjectKind::Vault && !props.as_mirror {
        words::RESTORABLE_FROM_VAULT
    } else {
        words::RESTORABLE
    };
    html! {
        <aside class="insight" aria-label={app.say(words::WHAT_FOLLOWS)}>
            <div>
                if let Some(held) = held {
                    <section><h2>{ app.say(words::HOLDS_WHEN) }</h2>{ when(&app, &held) }</section>
                }
            </div>
            <section>
                <h2>{ app.say(title) }</h2>
                <div class="muted">
                    if let Some(missing) = missing {
                        <p>{ app.say(words::NO_SOURCES) }{ " " }{ sentence(app.say(missing.wanted.how)) }{ app.say(words::STOP) }</p>
                    }
                </div>
                <ul class="sources">{ for rows }</ul>
                <p class="muted">{ if more > 0 { app.fill(words::AND_MORE, "n", more.to_string()) } else { String::new() } }</p>
            </section>
        </aside>
    }
}

/// What a mirror holds when, as a short line of time.
pub(crate) fn when(app: &Shared, contents: &Contents) -> Html {
    let complete = match &contents.complete {
        Complete::At(point) => app.fill(words::HOLDS_ALL_AT, "when", moment(app, *point)),
        Complete::Already => app.say(words::HOLDS_ALL_NOW).to_owned(),
        Complete::Unknown(missing) => match missing {
            Some(missing) => app.fill(
                words::HOLDS_ALL_MISSING,
                "what",
                json::what_is_missing(missing, app.lang).replace('`', ""),
            ),
            None => app.say(words::HOLDS_ALL_UNKNOWN).to_owned(),
        },
    };
    html! {
        <div>
            <ol class="when">
                <li><span>{ app.fill(words::HOLDS_NEW, "when", moment(app, contents.new_data)) }</span></li>
                <li><span>{ app.fill(words::HOLDS_HISTORY, "when", moment(app, contents.history)) }</span></li>
                <li><span>{ complete }</span></li>
            </ol>
            <p class="muted">{ if contents.confirmed { "" } else { app.say(words::TIMES_UNCONFIRMED) } }</p>
            <p class="muted">{ if contents.standard_tier_only { app.say(words::STANDARD_TIER) } else { "" } }</p>
            <p class="muted">{ contents.percent.map(|p| app.fill(words::PERCENT_COPIED, "n", p.to_string())).unwrap_or_default() }</p>
        </div>
    }
}

/// A point in time: on the calendar where the creation is known, else after it.
fn moment(app: &Shared, point: Point) -> String {
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
    app.fill(unit, "n", number.to_string())
}

/// A source and where it can be restored to.
fn source(app: &Shared, row: &Row) -> Html {
    let kind = row.kind.map(SourceKind::label);
    let kind = kind.map_or_else(|| row.word.clone(), |label| app.say(label).to_owned());
    let name = row
        .source
        .map(|source| edit::name(&app.content.plan, source).to_owned());
    let (name, kind) = match name {
        Some(name) => (name, kind),
        None => (kind, String::new()),
    };
    let (class, glyph, text) = match row.answer {
        Answer::Possible => ("yes", Glyph::Pass, words::CAN_BE_RESTORED),
        Answer::Impossible => ("no", Glyph::Error, words::CANNOT_BE_RESTORED),
        Answer::Undecided => ("open", Glyph::Undecided, words::UNDECIDED),
    };
    let missing: Vec<_> = row.missing.iter().cloned().collect();
    let destinations = row
        .destinations
        .iter()
        .enumerate()
        .map(|(key, destination)| {
            html! { <li {key}>{ self::destination(app, destination) }</li> }
        });
    html! {
        <>
            <p><b>{ name }</b><small>{ format!(" {kind}") }</small></p>
            <div class={classes!("answer", class)}><span><Icon {glyph} />{ app.say(text) }</span>
                { reasons::list(app, &row.reasons, &missing) }</div>
            <ul class="destinations">{ for destinations }</ul>
        </>
    }
}

/// A destination with what it needs and costs.
fn destination(app: &Shared, to: &Destination) -> Html {
    let place = match to.place {
        Place::Cloud => words::ON_CLOUD,
        Place::OnPremises => words::ON_PREMISES,
    };
    let region = match &to.region {
        Region::Only(id) => app.fill(words::ONLY_IN, "region", edit::region_name(id, app.lang)),
        Region::OfStore(_) => app.say(words::ONLY_IN_ITS_REGION).to_owned(),
        Region::Anywhere | Region::NotStated => String::new(),
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
    let needs = needs
        .into_iter()
        .flatten()
        .map(|text| app.say(text).to_owned());
    let remarks = to.remarks.iter().map(|text| sentence(app.say(*text)));
    let lines: Vec<String> = (!region.is_empty())
        .then_some(region)
        .into_iter()
        .chain(needs)
        .chain(std::iter::once(charges(app, &to.charges)))
        .chain(remarks)
        .collect();
    let lines = lines
        .into_iter()
        .enumerate()
        .map(|(key, line)| html! { <li {key}>{ line }</li> });
    html! {
        <>
            <span class="to"><Icon glyph={Glyph::Arrow} />{ app.say(to.kind.label()) }<small>{ format!(" {}", app.say(place)) }</small></span>
            <ul>{ for lines }</ul>
        </>
    }
}

/// What a restore is charged, by network where that matters.
fn charges(app: &Shared, charges: &[(Option<Link>, Charge)]) -> String {
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
                format!("{link}{colon}{}", app.say(said(*charge)))
            });
            parts.collect::<Vec<_>>().join(app.say(words::LIST_COMMA))
        }
    };
    Label::new(words::CHARGE).arg("what", text).get(app.lang)
}

fn link_name(link: Link) -> Text {
    match link {
        Link::Internet => words::LINK_INTERNET,
        Link::Vpn => words::LINK_VPN,
        Link::ExpressConnect => words::LINK_EXPRESS,
    }
}
