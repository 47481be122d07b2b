//! The form of any object, drawn from the table of its record: one loop over the fields, one control for each shape.

use vaultplan::catalog::editions::Edition;
use vaultplan::catalog::price_items::Item;
use vaultplan::catalog::vocabulary as vocab;
use vaultplan::cost::books;
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::Text;
use vaultplan::model::declare::{Field as Declared, Record, Shape, Silence};
use vaultplan::model::sizing::DEFAULT_BOOK;
use vaultplan::questions::{generated, mirror_regions};
use vaultplan::rules;
use vaultplan::text::decimal::Decimal;
use vaultplan::text::value::Value;

use super::field::{Control, fact, group, is_within, name_hint, option};
use super::{finding_card, insight, mirror_panel, pickers, schedule_field, supply};
use crate::edit::{self, Field, Takes};
use crate::fields::{self, Entry};
use crate::form::{self, Msg as Do};
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::objects;
use crate::page::{Msg, Over, Page};
use crate::route::Route;
use crate::words::{self, forms};

/// So many elements of a list of references are drawn.
const LISTED: usize = 50;

/// Objects to refer to are listed up to so many; of more, one is named by its id or name.
const MANY: usize = 300;

/// A part of an object whose fields are drawn.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) app: &'a Page,
    pub(super) object: ObjectRef,
    record: &'static Record,
    value: &'a Value,
    /// JSON Pointer of the part from the object.
    base: &'a str,
}

/// A kind of object in words: one, several, what adds one, what invites to it.
pub(crate) struct Kind {
    pub(crate) kind: ObjectKind,
    pub(crate) glyph: Glyph,
    pub(crate) one: &'static Text,
    pub(crate) many: &'static Text,
    pub(crate) add: &'static Text,
    pub(crate) invite: &'static Text,
}

const fn kind(
    kind: ObjectKind,
    glyph: Glyph,
    [one, many, add, invite]: [&'static Text; 4],
) -> Kind {
    Kind {
        kind,
        glyph,
        one,
        many,
        add,
        invite,
    }
}

/// The kinds of objects, in the order of the overview.
#[rustfmt::skip]
pub(crate) static KINDS: [Kind; 8] = [
    kind(ObjectKind::Vault, Glyph::Vault, [words::BACKUP_VAULT, forms::VAULTS, words::ADD_VAULT, forms::INVITE_VAULT]),
    kind(ObjectKind::Mirror, Glyph::Mirror, [words::MIRROR_VAULT, forms::MIRRORS, words::CREATE_MIRROR, forms::INVITE_MIRROR]),
    kind(ObjectKind::Source, Glyph::Source, [forms::SOURCE, words::SOURCES, forms::ADD_SOURCE, forms::INVITE_SOURCE]),
    kind(ObjectKind::Client, Glyph::Client, [forms::CLIENT, words::CLIENTS, forms::ADD_CLIENT, forms::INVITE_CLIENT]),
    kind(ObjectKind::Policy, Glyph::Policy, [forms::POLICY, words::POLICIES, forms::ADD_POLICY, forms::INVITE_POLICY]),
    kind(ObjectKind::Restore, Glyph::Restore, [forms::RESTORE, words::RESTORES, forms::ADD_RESTORE, forms::INVITE_RESTORE]),
    kind(ObjectKind::Key, Glyph::Key, [forms::KEY, forms::KEYS, forms::ADD_KEY, forms::INVITE_KEY]),
    kind(ObjectKind::Change, Glyph::Change, [forms::CHANGE, forms::CHANGES, forms::ADD_CHANGE, forms::INVITE_CHANGE]),
];

/// A kind in words.
pub(crate) fn kind_of(kind: ObjectKind) -> Option<&'static Kind> {
    KINDS.iter().find(|known| known.kind == kind)
}

/// Draws the form of an object, or of what the plan says about itself.
pub(crate) fn draw(app: &Page, o: &mut Out, object: ObjectRef) {
    let Some(value) = edit::value_of(app.plan(), object) else {
        return;
    };
    let record = fields::record(object.kind);
    let scope = Scope {
        app,
        object,
        record,
        value: &value,
        base: "",
    };
    o.el("div form", |o| {
        o.key(&[object.kind.word(), &app.judged.reference(object)].concat());
        head(app, o, object);
        let elsewhere = |path: &str| {
            let name = path.split('/').nth(1).unwrap_or_default();
            let field = record.fields.iter().find(|field| field.name == name);
            field
                .and_then(|field| fields::entry(record, field))
                .is_none()
        };
        o.el("div found", |o| {
            for index in app.judged.at(object, &elsewhere) {
                finding_card::draw(app, o, index);
            }
        });
        o.el("div", |o| {
            if object.kind == ObjectKind::Vault {
                mirror_panel::draw(app, o, object);
            }
        });
        o.el("section fields", |o| all(&scope, o));
        o.el("div", |o| match object.kind {
            ObjectKind::Vault | ObjectKind::Mirror => insight::draw(app, o, object, false),
            _ => {}
        });
    });
}

fn head(app: &Page, o: &mut Out, object: ObjectRef) {
    let known = kind_of(object.kind);
    let mut title = known.map_or(forms::PLAN, |known| known.one);
    let mut other = "";
    if object.kind == ObjectKind::Mirror {
        (title, other) = match app.plan().edition() {
            Edition::ReplicationTarget => (words::TARGET_VAULT, app.say(words::WAS_MIRROR)),
            Edition::MirrorVault => (words::MIRROR_VAULT, app.say(words::IS_TARGET)),
            Edition::Hbr2019 | Edition::Hbr2021 => (words::MIRROR_VAULT, ""),
        };
    }
    o.el("header form-head", |o| {
        o.el("div", |o| {
            o.el("p kind", |o| {
                o.icon(known.map_or(Glyph::Plan, |known| known.glyph));
                o.say(title);
                o.line("small", other);
            });
            match object.kind {
                ObjectKind::Plan => o.word("h1", forms::PLAN_SETTINGS),
                ObjectKind::Change => o.line("h1", &change_title(app, object)),
                _ => o.line("h1", edit::name(app.plan(), object)),
            }
        });
        o.el("div actions", |o| {
            if object.kind == ObjectKind::Plan {
                return;
            }
            if object.kind == ObjectKind::Change {
                let element = form::field(ObjectRef::PLAN, object.pointer(""), forms::CHANGES);
                let last = edit::number_of(app.plan(), object.kind) == object.index + 1;
                let earlier = Msg::Form(Do::Shift(element.clone(), true));
                mover(
                    app,
                    o,
                    earlier,
                    forms::BEFORE_THIS,
                    Glyph::Up,
                    object.index == 0,
                );
                mover(
                    app,
                    o,
                    Msg::Form(Do::Shift(element, false)),
                    forms::AFTER_THIS,
                    Glyph::Down,
                    last,
                );
            }
            if object.kind != ObjectKind::Mirror {
                o.button("button btn", Msg::Form(Do::Duplicate(object)), |o| {
                    o.attr("data-testid", "duplicate");
                    o.icon(Glyph::Copy);
                    o.say(words::DUPLICATE);
                });
            }
            o.button("button btn danger", Msg::Ask(Over::Delete(object)), |o| {
                o.attr("aria-haspopup", "dialog");
                o.attr("data-testid", "delete");
                o.say(words::DELETE);
            });
        });
    });
}

/// What a step of the change plan does, to what.
pub(crate) fn change_title(app: &Page, object: ObjectRef) -> String {
    let Some(change) = app.plan().changes.get(object.index) else {
        return String::new();
    };
    let named = app.judged.find(&change.object);
    let what = named.map_or(&*change.object, |named| edit::name(app.plan(), named));
    let verb = supply::word_label(change.kind.word());
    [app.say(&verb), app.say(forms::COLON), what].concat()
}

fn mover(app: &Page, o: &mut Out, msg: Msg, text: &Text, glyph: Glyph, off: bool) {
    let label = app.say(text);
    o.button("button btn icon ghost", msg, |o| {
        o.put("aria-label", label);
        o.put("title", label);
        o.flag("disabled", off);
        o.icon(glyph);
    });
}

/// All fields of an object: first those that most plans need, then what follows from them, then the rest.
fn all(s: &Scope<'_>, o: &mut Out) {
    fields(s, o, Some(false));
    let id = s.record.fields.iter().find(|field| field.name == "id");
    if let Some(field) = id
        && let Some(entry) = fields::entry(s.record, field)
    {
        control(s, o, field, entry);
    }
    let text = |name: &str| s.value.get(name).and_then(Value::as_str);
    if matches!(s.object.kind, ObjectKind::Vault | ObjectKind::Mirror) {
        redundancy(s, o, text("redundancy"), text("region"));
    }
    more(s, o);
}

/// The fields that few plans need, folded while they say nothing.
fn more(s: &Scope<'_>, o: &mut Out) {
    let rare = || {
        let all = s.record.fields.iter();
        all.filter(|field| is_rare(s, field) == Some(true))
    };
    if rare().next().is_none() {
        return;
    }
    let told = rare().any(|field| {
        let path = s.path(field.name);
        let found = s.app.judged.at(s.object, &|at| is_within(at, &path));
        s.value.get(field.name).is_some() || !found.is_empty()
    });
    o.el("details more-fields", |o| {
        o.key("more");
        o.flag("open", told);
        o.word("summary", forms::MORE_FIELDS);
        o.el("div fields-in", |o| fields(s, o, Some(true)));
    });
}

/// Whether a field stands among those that few plans need; `None` for one without control.
fn is_rare(s: &Scope<'_>, field: &Declared) -> Option<bool> {
    // The id comes last of what every object has.
    let entry = fields::entry(s.record, field).filter(|_| field.name != "id")?;
    if s.record.name != "policy rule" {
        return Some(entry.rare);
    }
    // Each type of rule has fields of its own.
    let main: &[&str] = match s.value.get("type").and_then(Value::as_str) {
        Some("REPLICATION") => &["type", "replicationRegion", "replicationRetentionDays"],
        Some("TRANSITION") => &["type", "archiveDays", "retentionDays"],
        Some("TAG") => &["type", "tags"],
        _ => &["type", "vault", "schedule", "retentionDays"],
    };
    Some(!main.contains(&field.name))
}

fn fields(s: &Scope<'_>, o: &mut Out, rare: Option<bool>) {
    // The name comes first and the remark last, wherever the record has them.
    for turn in 0..3 {
        for field in s.record.fields {
            let own = match field.name {
                "name" => 0,
                "note" => 2,
                _ => 1,
            };
            if own != turn || rare.is_some() && is_rare(s, field) != rare {
                continue;
            }
            if let Some(entry) = fields::entry(s.record, field)
                && is_asked(s, field)
            {
                control(s, o, field, entry);
            }
        }
    }
}

/// Whether a field is asked for: a key is none of the service's own method.
fn is_asked(s: &Scope<'_>, field: &Declared) -> bool {
    let own_key = matches!(s.object.kind, ObjectKind::Vault | ObjectKind::Mirror);
    !(own_key && field.name == "kmsKey")
        || s.value.get("kmsKey").is_some()
        || s.value.get("encryption").and_then(Value::as_str) == Some("KMS")
}

impl<'a> Scope<'a> {
    pub(super) fn path(&self, name: &str) -> String {
        [self.base, "/", name].concat()
    }

    /// A part of this one.
    fn part(&self, record: &'static Record, value: &'a Value, base: &'a str) -> Self {
        Self {
            record,
            value,
            base,
            ..*self
        }
    }

    fn field(&self, path: &str, entry: &'static Entry, takes: Takes) -> Field {
        Field {
            object: self.object,
            path: path.to_owned().into(),
            word: &entry.label,
            takes,
        }
    }
}

/// Id of the control of a path.
pub(super) fn id_of(path: &str) -> String {
    ["field", &path.replace('/', "-")].concat()
}

/// A value as its control shows it.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => {
            let lines = list.iter().filter_map(Value::as_str);
            lines.collect::<Vec<_>>().join("\n")
        }
        other => other.to_string(),
    }
}

fn control(s: &Scope<'_>, o: &mut Out, field: &'static Declared, entry: &'static Entry) {
    let path = s.path(field.name);
    let value = s.value.get(field.name).unwrap_or(&Value::Null);
    match &field.shape {
        Shape::Record(record) if field.name == "trial" => {
            let current = match value.get("source").and_then(Value::as_str) {
                _ if value.is_null() => "",
                Some(source) => source,
                None => "?",
            };
            leaf(s, o, field, entry, (&path, current, Takes::Trial));
            if !value.is_null() {
                let part = s.part(record, value, &path);
                let rest = record.fields.iter().filter(|field| field.name != "source");
                for field in rest {
                    if let Some(entry) = fields::entry(record, field) {
                        control(&part, o, field, entry);
                    }
                }
            }
        }
        Shape::Record(record) => {
            let part = s.part(record, value, &path);
            part_frame(s, o, entry, &path, &|o| {
                if s.object.kind == ObjectKind::Restore {
                    fields(&part, o, Some(false));
                    more(&part, o);
                } else if record.name.ends_with(" range") {
                    o.el("div range", |o| fields(&part, o, None));
                } else {
                    fields(&part, o, None);
                }
            });
        }
        Shape::List(Shape::Record(record)) => {
            let list = value.as_array().map_or(&[][..], Vec::as_slice);
            part_frame(s, o, entry, &path, &|o| {
                items(s, o, (record, entry), &path, list)
            });
        }
        Shape::List(inner) => {
            let list = value.as_array().map_or(&[][..], Vec::as_slice);
            let kinds = fields::refers_to(s.record, field);
            match inner {
                _ if !kinds.is_empty() => part_frame(s, o, entry, &path, &|o| {
                    references(s, o, (entry, kinds), &path, list);
                }),
                Shape::Closed(all) => {
                    let all: Vec<_> = all.iter().map(|w| (*w, supply::word_label(w))).collect();
                    boxes(s, o, entry, &path, (&all, list));
                }
                Shape::Open(known) if !known.words.is_empty() => {
                    let all: Vec<_> = known.words.iter().map(|w| (w.word, w.label)).collect();
                    boxes(s, o, entry, &path, (&all, list));
                }
                _ => leaf(s, o, field, entry, (&path, &shown(value), Takes::Lines)),
            }
        }
        Shape::Open(known)
            if std::ptr::eq(*known, &vocab::SCHEDULE) && s.record.name == "policy rule" =>
        {
            let current = value.as_str().unwrap_or_default();
            schedule_field::draw(s, o, &s.field(&path, entry, Takes::Text), current);
        }
        shape => {
            let required = field.silence == Silence::Required;
            let takes = match shape {
                Shape::Whole(least, most) => Takes::Whole(*least, *most),
                Shape::Decimal(least, most) => Takes::Decimal(*least, *most),
                Shape::Moment => Takes::Time,
                Shape::Flag => Takes::Flag,
                // An id is refused for reasons of its own.
                _ if many(s.app, fields::refers_to(s.record, field)) => Takes::Object,
                _ if required && !(field.name == "id" && s.base.is_empty()) => Takes::Needed,
                _ => Takes::Text,
            };
            leaf(s, o, field, entry, (&path, &shown(value), takes));
        }
    }
}

/// A field that holds one value.
fn leaf(
    s: &Scope<'_>,
    o: &mut Out,
    field: &'static Declared,
    entry: &'static Entry,
    (path, current, takes): (&str, &str, Takes),
) {
    let app = s.app;
    let id = id_of(path);
    let kinds = fields::refers_to(s.record, field);
    let named = app.judged.find(current).filter(|_| !kinds.is_empty());
    let route = named.map(|named| Route::object(app.judged.reference(named)));
    let is_store = matches!(s.object.kind, ObjectKind::Vault | ObjectKind::Mirror);
    let offers = (s.object.kind == ObjectKind::Mirror && path == "/region").then(|| {
        let facts = app.judged.facts();
        let source = s
            .value
            .get("source")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let source = facts.vault(source);
        source.map(|vault| mirror_regions::mirror_regions(&facts, vault).regions)
    });
    let offers = offers.flatten();
    let hint = if let Some(named) = named {
        app.fill(forms::OPEN_OTHER, "name", edit::name(app.plan(), named))
    } else if !kinds.is_empty() && !current.is_empty() {
        app.say(forms::NOT_IN_PLAN).to_owned()
    } else if let Some(offers) = &offers {
        pickers::regions_hint(app, offers)
    } else if is_store && path == "/name" {
        name_hint(app, current)
    } else if takes == Takes::Lines && app.say(&entry.hint).is_empty() {
        app.say(forms::ONE_PER_LINE).to_owned()
    } else {
        app.say(&entry.hint).to_owned()
    };
    let placeholder = match (takes, field.silence) {
        // What counts when nothing is stated.
        (Takes::Whole(..) | Takes::Decimal(..), Silence::Default(number))
            if Decimal::parse(number).is_some() =>
        {
            number.to_owned()
        }
        _ => placeholder(s, path, takes),
    };
    let generated = s.object.kind == ObjectKind::Mirror && matches!(path, "/name" | "/description");
    let control = Control {
        extra: if generated && current.is_empty() {
            app.say(words::GENERATED)
        } else {
            ""
        },
        placeholder: &placeholder,
        hint: &hint,
        leads: route.as_ref(),
        testid: match (s.object.kind, path) {
            (ObjectKind::Vault, "/region") => "vault-region",
            (ObjectKind::Mirror, "/region") => "mirror-region",
            _ => "",
        },
        takes,
        spot: Some((s.object, path)),
        ..Control::new(&id, app.say(&entry.label), current)
    };
    let msg = match (field.name, s.base) {
        ("id", "") => Msg::Form(Do::Rename(s.object)),
        _ => Msg::Set(s.field(path, entry, takes)),
    };
    let required = field.silence == Silence::Required;
    match &field.shape {
        Shape::Flag => control.choice(app, o, msg, &|o| {
            option(o, "", app.say(words::NOT_STATED));
            option(o, "true", app.say(words::YES));
            option(o, "false", app.say(words::NO));
        }),
        Shape::Record(_) => control.choice(app, o, msg, &|o| trials(app, o, current)),
        Shape::Closed(all) if field.name == "edition" => control.choice(app, o, msg, &|o| {
            let default = app.say(&Edition::default().title());
            option(o, "", &app.fill(words::DEFAULT_IS, "value", default));
            for (word, edition) in all.iter().zip(Edition::ALL) {
                option(o, word, app.say(&edition.title()));
            }
        }),
        Shape::Closed(all) => control.choice(app, o, msg, &|o| {
            if !required {
                option(o, "", app.say(words::NOT_STATED));
            }
            for word in *all {
                option(o, word, app.say(&supply::word_label(word)));
            }
        }),
        Shape::Open(known) if std::ptr::eq(*known, &vocab::REGION) => {
            control.choice(app, o, msg, &|o| match &offers {
                Some(offers) => pickers::mirror_regions(app, o, offers, current, false),
                None => pickers::vault_regions(app, o, current, true),
            });
        }
        Shape::Open(known) if !known.words.is_empty() => control.choice(app, o, msg, &|o| {
            let default = match field.silence {
                Silence::Default(word) if known.find(word).is_some() => word,
                _ => "",
            };
            pickers::vocabulary(app, o, known, current, default, required);
        }),
        Shape::Id if field.name == "rule" => control.choice(app, o, msg, &|o| {
            let known = rules::CHECKS.iter().any(|check| check.rule.slug == current);
            if !known {
                option(o, current, &app.fill(words::UNKNOWN_WORD, "value", current));
            }
            for check in rules::CHECKS {
                option(o, check.rule.slug, app.say(&check.rule.title));
            }
        }),
        Shape::Id if field.name == "item" => control.choice(app, o, msg, &|o| {
            if Item::from_id(current).is_none() {
                option(o, current, &app.fill(words::UNKNOWN_WORD, "value", current));
            }
            for item in Item::ALL {
                option(o, item.id(), app.say(&item.title()));
            }
        }),
        Shape::Id if field.name == "book" => control.choice(app, o, msg, &|o| {
            option(o, "", &app.fill(words::DEFAULT_IS, "value", DEFAULT_BOOK));
            let known = books::BUILT_IN.iter().any(|book| book.id == current);
            if !known && !current.is_empty() {
                option(o, current, &app.fill(words::UNKNOWN_WORD, "value", current));
            }
            for book in &books::BUILT_IN {
                option(o, book.id, book.id);
            }
        }),
        // Nobody looks through so many; a list of them would be slow as well.
        _ if !kinds.is_empty() && many(app, kinds) => {
            let msg = Msg::Form(Do::Refer(s.field(path, entry, takes)));
            control.line(app, o, msg);
        }
        _ if !kinds.is_empty() => control.choice(app, o, msg, &|o| {
            if !required {
                option(o, "", app.say(words::NOT_STATED));
            }
            if named.is_none() && !current.is_empty() {
                option(o, current, &app.fill(words::UNKNOWN_WORD, "value", current));
            }
            objects_as_options(s, o, path, kinds, current);
        }),
        Shape::Text if field.name == "kmsKey" => {
            control.line(app, o, msg);
            if !app.plan().keys.is_empty() {
                keys(s, o, entry, path, current);
            }
        }
        _ if takes == Takes::Lines || field.name == "note" => control.lines(app, o, msg),
        _ => control.line(app, o, msg),
    }
}

fn placeholder(s: &Scope<'_>, path: &str, takes: Takes) -> String {
    if takes == Takes::Time {
        return "2026-11-21T08:00:00Z".to_owned();
    }
    let is_mirror = s.object.kind == ObjectKind::Mirror;
    let source = || {
        let id = s
            .value
            .get("source")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let vault = s.app.judged.find(id);
        (
            vault.map_or(id, |vault| edit::name(s.app.plan(), vault)),
            id,
        )
    };
    match path {
        "/kmsKey" | "/alias" => "alias/…".to_owned(),
        "/name" if is_mirror => generated::mirror_name(source().0),
        "/description" if is_mirror => {
            let (name, id) = source();
            generated::mirror_description(name, id)
        }
        _ => String::new(),
    }
}

/// Whether there are too many objects to choose from a list.
pub(super) fn many(app: &Page, kinds: &[ObjectKind]) -> bool {
    let all = kinds.iter().map(|kind| edit::number_of(app.plan(), *kind));
    all.sum::<usize>() > MANY
}

/// The objects that a field may refer to: those that fit, then those that do not, with the reason.
fn objects_as_options(s: &Scope<'_>, o: &mut Out, path: &str, kinds: &[ObjectKind], current: &str) {
    let app = s.app;
    let choices = app.form.choices.of(&app.judged, s.object, path, kinds);
    let draw = |o: &mut Out, choice: &crate::choices::Choice| {
        let plan = app.plan();
        let id = edit::id(plan, choice.object);
        o.el("option", |o| {
            o.put("value", id);
            o.flag("disabled", choice.against.is_some() && id != current);
            o.text(&described(app, choice.object, kinds.len() > 1));
            if let Some(against) = &choice.against {
                o.text(" — ");
                o.say(against);
            }
        });
    };
    let (fit, rest): (Vec<_>, Vec<_>) = choices.iter().partition(|choice| choice.against.is_none());
    for choice in fit {
        draw(o, choice);
    }
    if !rest.is_empty() {
        group(o, app.say(forms::NOT_ELIGIBLE), &|o| {
            for choice in &rest {
                draw(o, choice);
            }
        });
    }
}

/// An object in a list to choose from: name, kind where several are offered, region.
pub(crate) fn described(app: &Page, object: ObjectRef, with_kind: bool) -> String {
    let plan = app.plan();
    let region = match object.kind {
        ObjectKind::Vault => plan
            .vaults
            .get(object.index)
            .and_then(|o| o.region.as_deref()),
        ObjectKind::Mirror => plan
            .mirrors
            .get(object.index)
            .and_then(|o| o.region.as_deref()),
        ObjectKind::Source => plan
            .sources
            .get(object.index)
            .and_then(|o| o.region.as_deref()),
        ObjectKind::Key => plan
            .keys
            .get(object.index)
            .and_then(|o| o.region.as_deref()),
        _ => None,
    };
    let mut label = edit::name(plan, object).to_owned();
    if with_kind {
        label.push_str(" · ");
        label.push_str(app.say(&object.kind.label()));
    }
    if let Some(region) = region {
        label.push_str(" · ");
        label.push_str(&edit::region_name(region, app.lang));
    }
    label
}

/// The keys of the plan for a field that takes any text.
fn keys(s: &Scope<'_>, o: &mut Out, entry: &'static Entry, path: &str, current: &str) {
    let app = s.app;
    let id = [&id_of(path), "-pick"].concat();
    let control = Control::new(&id, app.say(forms::KEYS_OF_PLAN), current);
    let msg = Msg::Set(s.field(path, entry, Takes::Text));
    let choices = app
        .form
        .choices
        .of(&app.judged, s.object, path, &[ObjectKind::Key]);
    control.choice(app, o, msg, &|o| {
        let name = |object: ObjectRef| {
            let key = app.plan().keys.get(object.index);
            key.map_or("", |key| key.alias.as_deref().unwrap_or(&key.id))
        };
        if !choices.iter().any(|choice| name(choice.object) == current) {
            option(
                o,
                current,
                app.say(if current.is_empty() {
                    forms::CHOOSE
                } else {
                    words::NOT_STATED
                }),
            );
        }
        for choice in choices.iter() {
            let value = name(choice.object);
            o.el("option", |o| {
                o.put("value", value);
                o.flag("disabled", choice.against.is_some() && value != current);
                o.text(&described(app, choice.object, false));
                if let Some(against) = &choice.against {
                    o.text(" — ");
                    o.say(against);
                }
            });
        }
    });
}

fn trials(app: &Page, o: &mut Out, current: &str) {
    option(o, "", app.say(words::NO_TRIAL));
    for word in vocab::TRIAL.words {
        option(o, word.word, app.say(&word.label));
    }
    if current == "?" {
        option(o, current, app.say(words::TRIAL_OF_UNKNOWN));
    } else if !current.is_empty() && vocab::TRIAL.find(current).is_none() {
        option(o, current, &app.fill(words::UNKNOWN_WORD, "value", current));
    }
}

/// The redundancy that results, and what the plan asserts if it says something else.
fn redundancy(s: &Scope<'_>, o: &mut Out, stated: Option<&str>, region: Option<&str>) {
    let app = s.app;
    fact(app, o, words::REDUNDANCY, None, &|o| {
        o.line("span", &pickers::redundancy(app, region));
        o.el("span muted", |o| {
            if let Some(word) = stated {
                let label = vocab::REDUNDANCY.label(word);
                let label = label.as_ref().map_or(word, |label| app.say(label));
                o.text(" ");
                o.text(&app.fill(words::REDUNDANCY_STATED, "value", label));
            }
        });
    });
}

/// A part with a heading of its own, and what the rules say about it as a whole.
fn part_frame(
    s: &Scope<'_>,
    o: &mut Out,
    entry: &'static Entry,
    path: &str,
    inner: &dyn Fn(&mut Out),
) {
    o.el("fieldset part", |o| {
        o.key(&id_of(path));
        o.put("id", &id_of(path));
        o.word("legend", &entry.label);
        o.el("p hint", |o| o.text(s.app.say(&entry.hint)));
        o.el("div found", |o| {
            for index in s.app.judged.at(s.object, &|at| at == path) {
                finding_card::draw(s.app, o, index);
            }
        });
        o.el("div fields-in", |o| inner(o));
    });
}

/// The elements of a list of parts, each with its fields, and a button for one more.
fn items(
    s: &Scope<'_>,
    o: &mut Out,
    (record, entry): (&'static Record, &'static Entry),
    path: &str,
    list: &[Value],
) {
    let app = s.app;
    let title = |number: usize| {
        let item = crate::state::Label::new(forms::ITEM).arg("field", record_title(record, entry));
        item.arg("n", number.to_string()).get(app.lang)
    };
    o.el("div items", |o| {
        for (index, value) in list.iter().enumerate() {
            let base = [path, "/", &index.to_string()].concat();
            let part = s.part(record, value, &base);
            o.el("div item", |o| {
                o.key(&index.to_string());
                o.attr("role", "group");
                o.put("aria-label", &title(index + 1));
                o.el("div item-head", |o| {
                    o.line("b", &title(index + 1));
                    let here = || s.field(&base, entry, Takes::Text);
                    if list.len() > 1 {
                        let what = title(index + 1);
                        let up = Msg::Form(Do::Shift(here(), true));
                        let down = Msg::Form(Do::Shift(here(), false));
                        item_tool(
                            o,
                            up,
                            &app.fill(forms::EARLIER, "what", &what),
                            Glyph::Up,
                            index == 0,
                        );
                        let last = index + 1 == list.len();
                        item_tool(
                            o,
                            down,
                            &app.fill(forms::LATER, "what", &what),
                            Glyph::Down,
                            last,
                        );
                    }
                    let gone = app.fill(forms::REMOVE_ITEM, "what", &title(index + 1));
                    item_tool(o, Msg::Form(Do::Drop(here())), &gone, Glyph::Close, false);
                });
                o.el("div found", |o| {
                    for index in app.judged.at(s.object, &|at| at == base) {
                        finding_card::draw(app, o, index);
                    }
                });
                o.el("div fields-in", |o| {
                    if record.name == "policy rule" {
                        fields(&part, o, Some(false));
                        more(&part, o);
                    } else {
                        fields(&part, o, None);
                    }
                });
            });
        }
    });
    let msg = Msg::Form(Do::Insert(s.field(path, entry, Takes::Text), record));
    o.button("button btn small add-item", msg, |o| {
        o.put("id", &[&id_of(path), "-add"].concat());
        o.icon(Glyph::Add);
        if record.name == "policy rule" {
            o.say(forms::ADD_RULE);
        } else {
            o.say(forms::ADD_ITEM);
        }
    });
}

/// What an element of a list is called.
fn record_title(record: &Record, entry: &Entry) -> Text {
    match record.name {
        "policy rule" => *forms::RULE,
        "tag" => *forms::TAG,
        "access role" => *forms::ACCESS_ROLE,
        "resource plan" => *forms::RESOURCE_PLAN,
        _ => entry.label,
    }
}

fn item_tool(o: &mut Out, msg: Msg, label: &str, glyph: Glyph, off: bool) {
    o.button("button btn icon ghost", msg, |o| {
        o.put("aria-label", label);
        o.put("title", label);
        o.flag("disabled", off);
        o.icon(glyph);
    });
}

/// A list of references: what it names, each with a button to take it out, and a choice of what may be added.
fn references(
    s: &Scope<'_>,
    o: &mut Out,
    (entry, kinds): (&'static Entry, &'static [ObjectKind]),
    path: &str,
    list: &[Value],
) {
    let app = s.app;
    let ids: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
    o.el("ul chosen", |o| {
        for (index, id) in ids.iter().enumerate().take(LISTED) {
            let place = [path, "/", &index.to_string()].concat();
            let named = app.judged.find(id);
            o.el("li", |o| {
                o.key(id);
                let name = match named {
                    Some(named) => {
                        let route = Route::object(app.judged.reference(named));
                        let name = described(app, named, false);
                        o.link("a", &route, |o| o.text(&name));
                        name
                    }
                    None => {
                        o.line("span", &app.fill(words::UNKNOWN_WORD, "value", id));
                        (*id).to_owned()
                    }
                };
                let gone = app.fill(forms::REMOVE_ITEM, "what", &name);
                let drop = Msg::Form(Do::Drop(s.field(&place, entry, Takes::Text)));
                item_tool(o, drop, &gone, Glyph::Close, false);
            });
        }
    });
    o.el("p muted", |o| {
        if let Some(more) = ids.len().checked_sub(LISTED + 1) {
            o.text(&app.fill(words::AND_MORE, "n", &(more + 1).to_string()));
        } else if ids.is_empty() {
            o.say(forms::NONE_YET);
        }
    });
    let id = [&id_of(path), "-add"].concat();
    let mut control = Control::new(&id, app.say(forms::ADD_ITEM), "");
    let msg = Msg::Form(Do::Append(s.field(path, entry, Takes::Text)));
    if many(app, kinds) {
        control.takes = Takes::Object;
        control.hint = app.say(forms::ID_OR_NAME);
        // What was added is no longer what is to be added.
        return o.el("div", |o| {
            o.key(&ids.len().to_string());
            control.line(app, o, msg);
        });
    }
    control.choice(app, o, msg, &|o| {
        option(o, "", app.say(forms::CHOOSE));
        let all = kinds
            .iter()
            .flat_map(|kind| edit::all_of(app.plan(), *kind));
        for object in all {
            let id = edit::id(app.plan(), object);
            if !ids.contains(&id) {
                option(o, id, &described(app, object, kinds.len() > 1));
            }
        }
    });
}

/// A list of words as boxes to tick.
fn boxes(
    s: &Scope<'_>,
    o: &mut Out,
    entry: &'static Entry,
    path: &str,
    (all, list): (&[(&'static str, Text)], &[Value]),
) {
    let app = s.app;
    let stated = |word: &str| list.iter().any(|value| value.as_str() == Some(word));
    let unknown = list.iter().filter_map(Value::as_str);
    let unknown = unknown.filter(|word| !all.iter().any(|(known, _)| known == word));
    part_frame(s, o, entry, path, &|o| {
        o.el("div boxes", |o| {
            let mut tick = |word: &str, label: &str| {
                o.el("label", |o| {
                    o.key(word);
                    o.el("input", |o| {
                        o.attr("type", "checkbox");
                        o.checked(stated(word));
                        let field = s.field(path, entry, Takes::Text);
                        o.on(On::Change, Msg::Form(Do::Toggle(field, word.into())));
                    });
                    o.line("span", label);
                });
            };
            for (word, label) in all {
                tick(word, app.say(label));
            }
            for word in unknown.clone() {
                tick(word, &app.fill(words::UNKNOWN_WORD, "value", word));
            }
        });
    });
}

/// What an object says of itself in one line of a list.
pub(crate) fn summary(app: &Page, object: ObjectRef) -> String {
    let plan = app.plan();
    let find = |id: &str| {
        app.judged
            .find(id)
            .map(|named| edit::name(plan, named).to_owned())
    };
    let of = |id: Option<&str>| id.map(|id| find(id).unwrap_or_else(|| id.to_owned()));
    let word = |known: &vocab::Vocabulary, word: Option<&str>| {
        let word = word?;
        let label = known.label(word);
        Some(label.map_or_else(|| word.to_owned(), |label| app.say(&label).to_owned()))
    };
    let region = |id: Option<&str>| id.map(|id| edit::region_name(id, app.lang));
    let at = object.index;
    let parts: [Option<String>; 3] = match object.kind {
        ObjectKind::Source => plan.sources.get(at).map_or([None, None, None], |o| {
            [
                word(&vocab::SOURCE_TYPE, Some(&o.kind)),
                of(o.vault.as_deref()),
                region(o.region.as_deref()),
            ]
        }),
        ObjectKind::Client => plan.clients.get(at).map_or([None, None, None], |o| {
            [
                word(&vocab::CLIENT_KIND, o.kind.as_deref()),
                of(o.vault.as_deref()),
                word(&vocab::CLIENT_STATUS, o.status.as_deref()),
            ]
        }),
        ObjectKind::Policy => plan.policies.get(at).map_or([None, None, None], |o| {
            let rules = app.count(o.rules.len(), forms::RULE_ONE, forms::RULE_MANY);
            let sources = app.count(o.sources.len(), words::SOURCE_ONE, words::SOURCE_MANY);
            [
                word(&vocab::POLICY_TYPE, o.kind.as_deref()),
                Some(rules),
                Some(sources),
            ]
        }),
        ObjectKind::Restore => plan.restores.get(at).map_or([None, None, None], |o| {
            let to = o.to.as_deref().and_then(|to| to.region.as_deref());
            [of(Some(&o.source)), of(Some(&o.from)), region(to)]
        }),
        ObjectKind::Key => plan.keys.get(at).map_or([None, None, None], |o| {
            [
                region(o.region.as_deref()),
                word(&vocab::KEY_STATE, o.state.as_deref()),
                None,
            ]
        }),
        ObjectKind::Change => [
            plan.changes
                .get(at)
                .and_then(|o| o.at.as_ref())
                .map(|at| at.text.to_string()),
            None,
            None,
        ],
        ObjectKind::Vault => plan.vaults.get(at).map_or([None, None, None], |o| {
            [region(o.region.as_deref()), None, None]
        }),
        ObjectKind::Mirror => plan.mirrors.get(at).map_or([None, None, None], |o| {
            [of(Some(&o.source)), region(o.region.as_deref()), None]
        }),
        ObjectKind::Plan => [None, None, None],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What an object is called in lists: a step by what it does.
pub(crate) fn called(app: &Page, object: ObjectRef) -> String {
    match object.kind {
        ObjectKind::Change => change_title(app, object),
        ObjectKind::Plan => app.say(forms::PLAN_SETTINGS).to_owned(),
        _ => objects::called(app.plan(), object),
    }
}
