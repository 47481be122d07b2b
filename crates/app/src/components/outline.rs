//! The plan as a list of groups: regions with their vaults and mirrors, then the other kinds of objects. Of long
//! groups only what is in view is drawn. On a phone it is a sheet.

use vaultplan::catalog::regions;
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::Text;

use super::chip;
use super::object_form::{self, kind_of};
use crate::edit;
use crate::icon::Glyph;
use crate::judged::Tally;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::route::Route;
use crate::search::folded;
use crate::{form, objects, shell, words};

/// From so many objects on there is a field to filter by.
const LARGE: usize = 12;

/// The picture of a kind.
pub(crate) fn glyph(kind: ObjectKind) -> Glyph {
    kind_of(kind).map_or(Glyph::Plan, |kind| kind.glyph)
}

/// What it looks like depends on.
pub(crate) fn stamp(app: &Page) -> String {
    let shell = &app.shell;
    [
        &app.state.serial.to_string(),
        &*app.lang.to_string(),
        &app.route.fragment(),
        &app.needle,
        &shell.window.top.to_string(),
        &shell.window.height.to_string(),
        &shell.window.row.to_string(),
        &shell.toggled.join(" "),
    ]
    .join("\n")
}

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    o.el("nav side", |o| {
        o.named("aria-label", words::OUTLINE);
        o.el("div side-head", |o| {
            o.word("h2", words::OUTLINE);
            add(app, o, ObjectKind::Vault);
        });
        o.el("div side-filter", |o| {
            if is_large(app) {
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
        o.el("div rows", |o| {
            o.on(On::Scroll, Msg::Shell(shell::Msg::Scrolled));
            let mut below = 0;
            for group in groups(app) {
                section(app, o, &group, below);
                below += group.height(app);
            }
        });
    });
}

fn is_large(app: &Page) -> bool {
    app.plan().object_count() > LARGE
}

/// The button that adds an object of a kind, or says why none can be added yet.
fn add(app: &Page, o: &mut Out, kind: ObjectKind) {
    let Some(known) = kind_of(kind) else {
        return;
    };
    let obstacle = objects::obstacle(app.plan(), kind);
    let text = obstacle.unwrap_or(known.add);
    let msg = Msg::Form(form::Msg::Add(kind));
    o.button("button btn icon ghost add", msg, |o| {
        o.attr(
            "aria-disabled",
            if obstacle.is_some() { "true" } else { "false" },
        );
        o.named("aria-label", text);
        o.named("title", text);
        o.put("data-testid", &["add-", kind.word()].concat());
        o.icon(Glyph::Add);
    });
}

/// Objects of a region, or of a kind.
struct Group<'p> {
    /// A word that no other group has.
    key: &'p str,
    kind: Option<ObjectKind>,
    title: String,
    beside: String,
    rows: Vec<ObjectRef>,
    open: bool,
}

impl Group<'_> {
    /// How high it is, in CSS pixels.
    fn height(&self, app: &Page) -> usize {
        let rows = if self.open { self.rows.len() } else { 0 };
        app.shell.window.head + rows * app.shell.window.row
    }
}

/// Where the row of an object begins below the top of all groups, in CSS pixels.
pub(crate) fn top_of(app: &Page, reference: &str) -> Option<usize> {
    let object = app.judged.find(reference)?;
    let mut below = 0;
    for group in groups(app) {
        let row = group.rows.iter().position(|other| *other == object);
        if let Some(row) = row.filter(|_| group.open) {
            return Some(below + app.shell.window.head + row * app.shell.window.row);
        }
        below += group.height(app);
    }
    None
}

/// All groups that have what the filter asks for: regions in the catalogue's order, unlisted ones after them, no
/// region last; then the other kinds.
fn groups(app: &Page) -> Vec<Group<'_>> {
    let plan = app.plan();
    let needle = folded(if is_large(app) { app.needle.trim() } else { "" });
    let fits = |object: &ObjectRef| {
        needle.is_empty()
            || folded(edit::name(plan, *object)).contains(&needle)
            || folded(edit::id(plan, *object)).contains(&needle)
    };
    let mut groups: Vec<(usize, Group<'_>)> = Vec::new();
    let rank = |id: &str| match id {
        "" => usize::MAX,
        _ => {
            let listed = regions::REGIONS.iter().position(|region| region.id == id);
            listed.unwrap_or(usize::MAX - 1)
        }
    };
    let vaults = edit::all_of(plan, ObjectKind::Vault);
    for object in vaults
        .chain(edit::all_of(plan, ObjectKind::Mirror))
        .filter(fits)
    {
        let region = match object.kind {
            ObjectKind::Mirror => plan
                .mirrors
                .get(object.index)
                .and_then(|o| o.region.as_deref()),
            _ => plan
                .vaults
                .get(object.index)
                .and_then(|o| o.region.as_deref()),
        };
        let region = region.unwrap_or_default();
        if let Some((_, group)) = groups.iter_mut().find(|(_, group)| group.key == region) {
            group.rows.push(object);
            continue;
        }
        let rank = rank(region);
        let before = |(other, group): &(usize, Group<'_>)| (*other, group.key) < (rank, region);
        let at = groups.iter().take_while(|group| before(group)).count();
        let (title, beside) = called(app, region);
        let group = Group {
            key: region,
            kind: None,
            title,
            beside,
            rows: vec![object],
            open: true,
        };
        groups.insert(at, (rank, group));
    }
    let mut groups: Vec<_> = groups.into_iter().map(|(_, group)| group).collect();
    // Vaults and mirrors stand under their regions.
    for known in object_form::KINDS.iter().skip(2) {
        let kind = known.kind;
        let rows: Vec<_> = edit::all_of(plan, kind).filter(fits).collect();
        if needle.is_empty() || !rows.is_empty() {
            groups.push(Group {
                key: kind.word(),
                kind: Some(kind),
                title: app.say(known.many).to_owned(),
                beside: String::new(),
                rows,
                open: true,
            });
        }
    }
    for group in &mut groups {
        let open = app.shell.is_open(group.key, group.kind, group.rows.len());
        group.open = open || !needle.is_empty();
    }
    groups
}

/// What a region is called, and what stands beside its name.
fn called(app: &Page, region: &str) -> (String, String) {
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
    let beside = [id, redundancy].concat();
    (name, beside)
}

/// A group with those of its rows that are in view; it begins so many pixels below the top of all.
fn section(app: &Page, o: &mut Out, group: &Group<'_>, below: usize) {
    let number = group.rows.len();
    let window = app.shell.window;
    let (from, to) = match group.open {
        true => window.rows(below + window.head, number),
        false => (0, 0),
    };
    o.el("section region", |o| {
        o.key(group.key);
        heading(app, o, group);
        o.el("div gaps", |o| gap(o, from * window.row));
        o.el("ul", |o| {
            let rows = group.rows.iter().enumerate();
            for (place, object) in rows.take(to).skip(from) {
                row(app, o, *object, (place, number));
            }
        });
        o.el("div gaps", |o| {
            if group.open {
                gap(o, (number - to) * window.row);
            }
        });
    });
}

/// Room for rows that are not drawn. Its height is an attribute: the page's policy forbids styles in elements.
fn gap(o: &mut Out, height: usize) {
    if height > 0 {
        o.el("svg gap", |o| {
            o.attr("width", "1");
            o.put("height", &height.to_string());
            o.attr("aria-hidden", "true");
        });
    }
}

fn heading(app: &Page, o: &mut Out, group: &Group<'_>) {
    let number = group.rows.len();
    o.el("h3", |o| {
        if number == 0 {
            o.line("span group-head", &group.title);
        } else {
            let toggle = shell::Msg::Toggle(group.key.to_owned());
            let (expanded, sign) = match group.open {
                true => ("true", Glyph::Opened),
                false => ("false", Glyph::Shut),
            };
            o.button("button group-head", Msg::Shell(toggle), |o| {
                o.attr("aria-expanded", expanded);
                o.icon(sign);
                o.line("span", &group.title);
                o.line("small", &group.beside);
            });
        }
        o.el("span group-sum", |o| {
            if !group.open && number > 0 {
                let mut sum = Tally::default();
                for object in &group.rows {
                    sum.join(app.judged.tally_of(*object));
                }
                chip::found(app, o, sum);
            }
        });
        let counted = group.kind.is_some() || !group.open;
        o.el("small number", |o| {
            if counted {
                o.text(&number.to_string());
            }
        });
        if let Some(kind) = group.kind {
            add(app, o, kind);
        }
    });
}

fn row(app: &Page, o: &mut Out, object: ObjectRef, (place, number): (usize, usize)) {
    let plan = app.plan();
    let tally = app.judged.tally_of(object);
    let id = edit::id(plan, object);
    // An id that is not the only one of its kind is a finding: the others need no search.
    let reference = if id.is_empty() || !tally.is_empty() {
        app.judged.reference(object)
    } else {
        id.to_owned()
    };
    let what = match object.kind {
        ObjectKind::Mirror => Some(words::MIRROR_SHORT),
        ObjectKind::Vault => Some(vault_kind(app, object)),
        _ => None,
    };
    o.el("li", |o| {
        o.key(&[object.kind.word(), "-", &object.index.to_string()].concat());
        o.put("aria-posinset", &(place + 1).to_string());
        o.put("aria-setsize", &number.to_string());
        o.link("a row", &app.route.select(reference.as_str()), |o| {
            if app.route.selected.as_ref() == Some(&reference) {
                o.attr("aria-current", "true");
            }
            o.icon(glyph(object.kind));
            o.el("span name", |o| {
                o.text(&object_form::called(app, object));
                o.el("small", |o| {
                    if let Some(what) = what {
                        o.text(" ");
                        o.say(what);
                    }
                });
            });
            chip::tally(app, o, tally);
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
