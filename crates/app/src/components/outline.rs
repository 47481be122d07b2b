//! The plan as a tree: regions, vaults, mirrors under the region where they lie. On a phone it is a sheet.

use std::collections::BTreeMap;

use vaultplan::catalog::regions;
use vaultplan::finding::{ObjectKind, ObjectRef};
use yew::prelude::*;

use super::chip;
use super::icon::{Glyph, Icon};
use crate::edit;
use crate::route::Route;
use crate::shared::{Shared, use_shared};
use crate::words;

/// So many rows of a region are drawn; more on request. A page of ten thousand rows would be slow and unreadable.
const ROWS: usize = 100;

#[component]
pub(crate) fn Outline() -> Html {
    let app = use_shared();
    let wanted = use_state(String::new);
    let all = use_state(|| false);
    let add = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            let plan = &app.content.plan;
            let (edit, id) = edit::add_vault(plan, None);
            app.edit(edit);
            app.go_and_focus(&Route::Object(id), "field-name");
        })
    };
    let plan = &app.content.plan;
    let large = plan.vaults.len() + plan.mirrors.len() > 12;
    let filter = {
        let wanted = wanted.setter();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            wanted.set(input.value());
        })
    };
    let needle = if large {
        wanted.trim().to_lowercase()
    } else {
        String::new()
    };
    let groups = groups(&app, &needle).into_iter().map(|(region, rows)| {
        let hidden = if *all {
            0
        } else {
            rows.len().saturating_sub(ROWS)
        };
        let shown = rows.len() - hidden;
        let more = {
            let all = all.setter();
            Callback::from(move |_: MouseEvent| all.set(true))
        };
        html! {
            <section class="region" key={region.clone()}>
                { heading(&app, &region) }
                <ul>{ for rows.into_iter().take(shown).map(|object| row(&app, object)) }</ul>
                <div>
                    if hidden > 0 {
                        <button type="button" class="btn ghost small" onclick={more}>
                            { app.fill(words::SHOW_MORE, "n", hidden.to_string()) }</button>
                    }
                </div>
            </section>
        }
    });
    let overview = app.route == Route::Plan;
    html! {
        <nav class="side" aria-label={app.say(words::OUTLINE)}>
            <div class="side-head">
                <h2>{ app.say(words::OUTLINE) }</h2>
                <button type="button" class="btn icon ghost" onclick={add} aria-label={app.say(words::ADD_VAULT)}
                    title={app.say(words::ADD_VAULT)} data-testid="add-vault"><Icon glyph={Glyph::Add} /></button>
            </div>
            <div class="side-filter">
                if large {
                    <input type="search" oninput={filter} placeholder={app.say(words::FILTER)}
                        aria-label={app.say(words::FILTER)} />
                }
            </div>
            <a class="row home" href={Route::Plan.fragment()} aria-current={overview.then_some("true")}>
                <Icon glyph={Glyph::Outline} /><span class="name">{ app.say(words::OVERVIEW) }</span></a>
            <div class="regions">{ for groups }</div>
            { rest(&app) }
        </nav>
    }
}

/// Objects by region, in the catalogue's order; unlisted regions after it, no region last.
fn groups(app: &Shared, needle: &str) -> Vec<(String, Vec<ObjectRef>)> {
    let plan = &app.content.plan;
    let mut groups: BTreeMap<(usize, &str), Vec<ObjectRef>> = BTreeMap::new();
    let rank = |id: &str| {
        let listed = regions::REGIONS.iter().position(|region| region.id == id);
        if id.is_empty() {
            usize::MAX
        } else {
            listed.unwrap_or(usize::MAX - 1)
        }
    };
    let fits = |object: ObjectRef| {
        needle.is_empty()
            || edit::name(plan, object).to_lowercase().contains(needle)
            || edit::id(plan, object).to_lowercase().contains(needle)
    };
    let vaults = plan.vaults.iter().enumerate().map(|(index, vault)| {
        (
            vault.region.as_deref().unwrap_or_default(),
            ObjectRef::new(ObjectKind::Vault, index),
        )
    });
    let mirrors = plan.mirrors.iter().enumerate().map(|(index, mirror)| {
        (
            mirror.region.as_deref().unwrap_or_default(),
            ObjectRef::new(ObjectKind::Mirror, index),
        )
    });
    for (region, object) in vaults.chain(mirrors) {
        if fits(object) {
            groups
                .entry((rank(region), region))
                .or_default()
                .push(object);
        }
    }
    groups
        .into_iter()
        .map(|((_, region), objects)| (region.to_owned(), objects))
        .collect()
}

fn heading(app: &Shared, region: &str) -> Html {
    let redundancy = match regions::find(region).and_then(|region| region.zrs) {
        Some(true) => " · ZRS",
        Some(false) => " · LRS",
        None => "",
    };
    let name = if region.is_empty() {
        app.say(words::NO_REGION).to_owned()
    } else {
        edit::region_name(region, app.lang)
    };
    let id = if name == region { "" } else { region };
    html! { <h3>{ name }<small>{ format!(" {id}{redundancy}") }</small></h3> }
}

fn row(app: &Shared, object: ObjectRef) -> Html {
    let plan = &app.content.plan;
    let id = edit::id(plan, object);
    let route = Route::Object(id.to_owned());
    let here = app.route.selected() == Some(id);
    let (glyph, what) = match object.kind {
        ObjectKind::Mirror => (Glyph::Mirror, app.say(words::MIRROR_SHORT)),
        _ => (Glyph::Vault, vault_kind(app, object)),
    };
    html! {
        <li key={format!("{}-{id}", object.kind.word())}>
            <a class="row" href={route.fragment()} aria-current={here.then_some("true")}>
                <Icon {glyph} />
                <span class="name">{ edit::name(plan, object) }<small>{ format!(" {what}") }</small></span>
                { chip::tally(app, app.judged.tally_of(object)) }
            </a>
        </li>
    }
}

/// The type of a vault in one word.
fn vault_kind(app: &Shared, object: ObjectRef) -> &'static str {
    let vault = app.content.plan.vaults.get(object.index);
    let text = match vault.and_then(|vault| vault.kind.as_deref()) {
        None | Some("STANDARD") => words::KIND_GENERAL,
        Some("OTS_BACKUP") => words::KIND_TABLESTORE,
        Some("DATABASE") => words::KIND_DATABASE,
        Some("ARCHIVE") => words::KIND_ARCHIVE,
        Some("CONTAINER") => words::KIND_CONTAINER,
        Some(_) => words::KIND_OTHER,
    };
    app.say(text)
}

/// What the outline only counts: it is edited as text.
fn rest(app: &Shared) -> Html {
    let plan = &app.content.plan;
    let rows = [
        (ObjectKind::Source, plan.sources.len(), words::SOURCES),
        (ObjectKind::Client, plan.clients.len(), words::CLIENTS),
        (ObjectKind::Policy, plan.policies.len(), words::POLICIES),
        (ObjectKind::Restore, plan.restores.len(), words::RESTORES),
        (ObjectKind::Change, plan.changes.len(), words::CHANGES),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(_, number, _)| *number > 0)
        .collect();
    let some = !rows.is_empty();
    let rows = rows.into_iter().map(|(kind, number, text)| {
        let found = (0..number).map(|index| app.judged.tally_of(ObjectRef::new(kind, index)));
        let mut sum = crate::judged::Tally::default();
        for tally in found {
            sum.errors += tally.errors;
            sum.warnings += tally.warnings;
            sum.advice += tally.advice;
            sum.undecided += tally.undecided;
        }
        html! {
            <li key={kind.word()}>
                <a class="row" href={Route::Text.fragment()} title={app.say(words::EDITED_AS_TEXT)}>
                    <Icon glyph={Glyph::Source} />
                    <span class="name">{ app.say(text) }<small>{ format!(" {number}") }</small></span>
                    { chip::tally(app, sum) }
                </a>
            </li>
        }
    });
    html! {
        <div class="region">
            if some {
                <section key="rest"><h3>{ app.say(words::ALSO_IN_PLAN) }</h3><ul>{ for rows }</ul></section>
            }
        </div>
    }
}
