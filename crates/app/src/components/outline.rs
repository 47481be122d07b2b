//! The plan as a tree: regions, vaults, mirrors under the region where they lie. On a phone it is a sheet.

use vaultplan::catalog::regions;
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::Text;
use vaultplan::text::suggest;

use super::chip;
use crate::edit;
use crate::icon::Glyph;
use crate::judged::Tally;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::route::Route;
use crate::words;

/// So many rows of a region are drawn; more on request. A page of ten thousand rows would be slow and unreadable.
const ROWS: usize = 40;

/// From so many vaults and mirrors on there is a field to filter by.
const LARGE: usize = 12;

/// What it looks like depends on.
pub(crate) fn stamp(app: &Page) -> String {
    let all = app.all_outlined;
    let route = app.route.fragment();
    format!(
        "{} {} {all} {route} {}",
        app.state.serial, app.lang, app.needle
    )
}

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let plan = app.plan();
    let large = plan.vaults.len() + plan.mirrors.len() > LARGE;
    let needle = folded(if large { app.needle.trim() } else { "" });
    o.el("nav side", |o| {
        o.named("aria-label", words::OUTLINE);
        o.el("div side-head", |o| {
            o.word("h2", words::OUTLINE);
            o.button("button btn icon ghost", Msg::AddVault, |o| {
                o.named("aria-label", words::ADD_VAULT);
                o.named("title", words::ADD_VAULT);
                o.attr("data-testid", "add-vault");
                o.icon(Glyph::Add);
            });
        });
        o.el("div side-filter", |o| {
            if large {
                o.el("input", |o| {
                    o.attr("type", "search");
                    o.put("data-v", &app.needle);
                    o.named("placeholder", words::FILTER);
                    o.named("aria-label", words::FILTER);
                    o.on(On::Input, Msg::Needle);
                });
            }
        });
        o.link("a row home", &Route::PLAN, |o| {
            if app.route == Route::PLAN {
                o.attr("aria-current", "true");
            }
            o.icon(Glyph::Outline);
            o.word("span name", words::OVERVIEW);
        });
        o.el("div regions", |o| {
            for Group { region, rows, .. } in groups(app, &needle) {
                section(app, o, region, &rows);
            }
        });
        rest(app, o);
    });
}

/// A region with its rows.
fn section(app: &Page, o: &mut Out, region: &str, rows: &[ObjectRef]) {
    let shown = if app.all_outlined {
        rows.len()
    } else {
        rows.len().min(ROWS)
    };
    o.el("section region", |o| {
        o.key(region);
        heading(app, o, region);
        o.el("ul", |o| {
            for object in rows.iter().take(shown) {
                row(app, o, *object);
            }
        });
        o.el("div", |o| {
            if shown < rows.len() {
                let hidden = (rows.len() - shown).to_string();
                o.button("button btn ghost small", Msg::AllOutlined, |o| {
                    o.text(&app.fill(words::SHOW_MORE, "n", &hidden));
                });
            }
        });
    });
}

/// A region with what lies there.
struct Group<'p> {
    rank: usize,
    region: &'p str,
    rows: Vec<ObjectRef>,
}

/// Objects by region, in the catalogue's order; unlisted regions after it, no region last.
fn groups<'p>(app: &'p Page, needle: &str) -> Vec<Group<'p>> {
    let plan = app.plan();
    let mut groups: Vec<Group<'p>> = Vec::new();
    let rank = |id: &str| {
        let listed = regions::REGIONS.iter().position(|region| region.id == id);
        if id.is_empty() {
            usize::MAX
        } else {
            listed.unwrap_or(usize::MAX - 1)
        }
    };
    let fits = |text: &str| folded(text).contains(needle);
    let mut put = |object: ObjectRef, region: Option<&'p str>| {
        let region = region.unwrap_or_default();
        if !needle.is_empty() && !fits(edit::name(plan, object)) && !fits(edit::id(plan, object)) {
            return;
        }
        if let Some(group) = groups.iter_mut().find(|group| group.region == region) {
            return group.rows.push(object);
        }
        let rank = rank(region);
        let after = groups
            .iter()
            .take_while(|g| (g.rank, g.region) < (rank, region))
            .count();
        let rows = vec![object];
        groups.insert(after, Group { rank, region, rows });
    };
    for (index, vault) in plan.vaults.iter().enumerate() {
        put(
            ObjectRef::new(ObjectKind::Vault, index),
            vault.region.as_deref(),
        );
    }
    for (index, mirror) in plan.mirrors.iter().enumerate() {
        put(
            ObjectRef::new(ObjectKind::Mirror, index),
            mirror.region.as_deref(),
        );
    }
    groups
}

/// A text with its capitals as small letters.
fn folded(text: &str) -> String {
    text.chars().map(suggest::lower).collect()
}

fn heading(app: &Page, o: &mut Out, region: &str) {
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
    o.el("h3", |o| {
        o.text(&name);
        o.line("small", &[" ", id, redundancy].concat());
    });
}

fn row(app: &Page, o: &mut Out, object: ObjectRef) {
    let id = edit::id(app.plan(), object);
    let (glyph, what) = match object.kind {
        ObjectKind::Mirror => (Glyph::Mirror, words::MIRROR_SHORT),
        _ => (Glyph::Vault, vault_kind(app, object)),
    };
    o.el("li", |o| {
        o.key(&[object.kind.word(), "-", id].concat());
        o.link("a row", &app.route.select(id), |o| {
            if app.route.selected.as_deref() == Some(id) {
                o.attr("aria-current", "true");
            }
            o.icon(glyph);
            o.el("span name", |o| {
                o.text(edit::name(app.plan(), object));
                o.line("small", &[" ", app.say(what)].concat());
            });
            chip::tally(app, o, app.judged.tally_of(object));
        });
    });
}

/// The type of a vault in one word.
fn vault_kind(app: &Page, object: ObjectRef) -> &'static Text {
    let vault = app.plan().vaults.get(object.index);
    match vault.and_then(|vault| vault.kind.as_deref()) {
        None | Some("STANDARD") => words::KIND_GENERAL,
        Some("OTS_BACKUP") => words::KIND_TABLESTORE,
        Some("DATABASE") => words::KIND_DATABASE,
        Some("ARCHIVE") => words::KIND_ARCHIVE,
        Some("CONTAINER") => words::KIND_CONTAINER,
        Some(_) => words::KIND_OTHER,
    }
}

/// What the outline only counts: it is edited as text.
fn rest(app: &Page, o: &mut Out) {
    let plan = app.plan();
    let rows = [
        (ObjectKind::Source, plan.sources.len(), words::SOURCES),
        (ObjectKind::Client, plan.clients.len(), words::CLIENTS),
        (ObjectKind::Policy, plan.policies.len(), words::POLICIES),
        (ObjectKind::Restore, plan.restores.len(), words::RESTORES),
        (ObjectKind::Change, plan.changes.len(), words::CHANGES),
    ];
    o.el("div region", |o| {
        if rows.iter().all(|(_, number, _)| *number == 0) {
            return;
        }
        o.el("section", |o| {
            o.word("h3", words::ALSO_IN_PLAN);
            o.el("ul", |o| {
                for (kind, number, text) in rows {
                    if number > 0 {
                        let mut sum = Tally::default();
                        for index in 0..number {
                            sum.join(app.judged.tally_of(ObjectRef::new(kind, index)));
                        }
                        o.el("li", |o| {
                            o.key(kind.word());
                            o.link("a row", &Route::TEXT, |o| {
                                o.named("title", words::EDITED_AS_TEXT);
                                o.icon(Glyph::Source);
                                o.el("span name", |o| {
                                    o.say(text);
                                    o.line("small", &format!(" {number}"));
                                });
                                chip::tally(app, o, sum);
                            });
                        });
                    }
                }
            });
        });
    });
}
