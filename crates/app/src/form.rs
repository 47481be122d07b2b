//! What happens in the forms of objects: what is typed and not left yet, lists within an object, schedules, and what
//! deleting would break.

use std::borrow::Cow;
use std::rc::Rc;

use vaultplan::catalog::price_items::Item;
use vaultplan::finding::{Finding, ObjectKind, ObjectRef};
use vaultplan::model::declare::{Record, Shape, Silence};
use vaultplan::questions::schedule;
use vaultplan::rules;
use vaultplan::text::patch::Op;
use vaultplan::text::value::{Map, Value};

use crate::bulk;
use crate::choices::Known;
use crate::components::field::is_within;
use crate::edit::{self, Edit, Field};
use crate::fields;
use crate::judged::Judged;
use crate::objects::{self, Foreseen};
use crate::page::{Effect, Heard, Page};
use crate::route::Route;
use crate::several;
use crate::words::forms as words;

/// A part of a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// One of the usual rhythms.
    Rhythm,
    /// The interval or cron expression.
    Expression,
    /// When it begins.
    Begins,
}

/// What can happen in a form.
#[derive(Clone, Debug)]
pub(crate) enum Msg {
    /// A field is typed into, and not left yet.
    Typing(Field),
    /// Gives an object the id that its control says, wherever it is named.
    Rename(ObjectRef),
    /// Puts a word into a list or takes it out.
    Toggle(Field, Rc<str>),
    /// Lets a field refer to the object that a control names by id or name.
    Refer(Field),
    /// Appends the object that a control names to a list.
    Append(Field),
    /// Appends a part with nothing but what it needs.
    Insert(Field, &'static Record),
    /// Takes an element out of a list.
    Drop(Field),
    /// Moves an element of a list before the one before it, or after the one after it.
    Shift(Field, bool),
    /// States a part of a schedule.
    Schedule(Field, Part),
    /// Adds an object.
    Add(ObjectKind),
    /// Copies one.
    Duplicate(ObjectRef),
    /// What happens in a table of objects.
    Table(bulk::Msg),
    /// What happens where several mirrors are made.
    Several(several::Msg),
}

/// What is being typed, with what the rules would say about it.
#[derive(Clone, Debug)]
pub(crate) struct Typing {
    /// Id of the control.
    pub(crate) id: String,
    field: Field,
    /// What stands in the control.
    pub(crate) value: String,
    /// What the rules would say there; `None` until there is a pause.
    pub(crate) said: Option<Vec<Finding>>,
}

/// What deleting an object would break.
#[derive(Clone, Debug)]
pub(crate) struct Breaks {
    /// The places that name it: the object, the path from there, and whether that object goes with it.
    pub(crate) named: Vec<(ObjectRef, String, bool)>,
    /// What would be said after it was deleted alone.
    pub(crate) alone: Foreseen,
    /// What would be said after what hangs on it went too; `None` where nothing does.
    pub(crate) whole: Option<Foreseen>,
}

/// What the forms hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    /// What is being typed.
    pub(crate) typing: Option<Typing>,
    /// What the deletion that is asked about would break.
    pub(crate) breaks: Option<Rc<Breaks>>,
    /// The choices of fields that refer to objects.
    pub(crate) choices: Known,
    /// The table of objects that is shown.
    pub(crate) table: bulk::State,
    /// The mirrors that are to be made.
    pub(crate) several: several::State,
    /// How many seconds the clocks of this browser are ahead of UTC.
    pub(crate) zone: i64,
}

impl State {
    /// What leaving the field that is typed into would do; nothing where that would change nothing or does not fit.
    pub(crate) fn unfinished(&self, judged: &Judged) -> Option<Edit> {
        let Typing { field, value, .. } = self.typing.as_ref()?;
        let typed = value.trim();
        let fits = typed.is_empty() || field.takes.fits(typed);
        let edit = edit::set(&judged.plan, field, typed);
        (fits && !edit.patch.is_empty()).then_some(edit)
    }

    /// After a pause in typing: what the rules would say, without taking anything over.
    pub(crate) fn settle(&mut self, judged: &Judged) {
        let Some(typing) = self.typing.as_mut().filter(|typing| typing.said.is_none()) else {
            return;
        };
        let field = &typing.field;
        let typed = typing.value.trim();
        let fits = typed.is_empty() || field.takes.fits(typed);
        let edit = edit::set(&judged.plan, field, typed);
        let after = objects::after(&judged.plan, &edit.patch);
        let Some(after) = after.filter(|_| fits && !edit.patch.is_empty()) else {
            return;
        };
        let next = Judged::new(Rc::new(after), judged.now);
        let there = next.at(field.object, &|path| is_within(path, &field.path));
        let said = there
            .into_iter()
            .filter_map(|at| next.findings.get(at).cloned());
        typing.said = Some(said.collect());
    }

    /// What is typed into a control, with what the rules would say.
    pub(crate) fn typed(&self, id: &str) -> Option<&Typing> {
        self.typing.as_ref().filter(|typing| typing.id == id)
    }
}

/// What deleting an object would break.
pub(crate) fn breaks(judged: &Judged, object: ObjectRef) -> Breaks {
    let plan = &*judged.plan;
    let named = objects::named(plan, object);
    let foresee = |alone| {
        let edit = objects::delete(plan, object, alone);
        objects::foresee(judged, &edit.patch).unwrap_or_default()
    };
    Breaks {
        alone: foresee(true),
        whole: (!named.is_empty()).then(|| foresee(false)),
        named: named
            .iter()
            .map(|n| (n.object, n.path(), n.required))
            .collect(),
    }
}

/// An element of a list: the place of the list, the element's own place there, how many there are, and the element.
fn element_at(page: &Page, field: &Field) -> Option<(String, usize, usize, Value)> {
    let pointer = field.object.pointer(&field.path);
    let (list, index) = pointer.rsplit_once('/')?;
    let of_objects = edit::KINDS.into_iter().find(|kind| kind.list() == list);
    let number = match of_objects {
        Some(kind) => edit::number_of(page.plan(), kind),
        None => edit::value_at(page.plan(), list)?.as_array()?.len(),
    };
    let element = edit::value_at(page.plan(), &pointer)?;
    Some((list.to_owned(), index.parse().ok()?, number, element))
}

/// A part of the document with no more than it needs to be written.
fn blank(record: &Record) -> Value {
    let mut part = Map::new();
    for field in record.fields {
        if field.silence != Silence::Required {
            continue;
        }
        let word = match &field.shape {
            Shape::Closed(words) => words.first().copied(),
            Shape::Open(vocabulary) => vocabulary.words.first().map(|word| word.word),
            Shape::Decimal(least, _) | Shape::Whole(least, _) => {
                part.insert(field.name, (*least).into());
                continue;
            }
            _ if field.name == "item" => Item::ALL.first().map(|item| item.id()),
            _ if field.name == "rule" => rules::CHECKS.first().map(|check| check.rule.slug),
            _ => None,
        };
        part.insert(field.name, word.unwrap_or(field.name).into());
    }
    Value::Object(part)
}

impl Page {
    /// What happens in a form.
    pub(crate) fn on_form(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        if let Msg::Typing(field) = msg {
            self.form.typing = Some(Typing {
                id: heard.id.clone(),
                field: field.clone(),
                value: heard.value.clone(),
                said: None,
            });
            return effects.push(Effect::Pause);
        }
        self.form.typing = None;
        self.rejected.clear();
        let typed = heard.value.trim();
        let plan = self.plan();
        match msg {
            Msg::Typing(_) => {}
            Msg::Rename(object) => {
                let old = edit::id(plan, *object).to_owned();
                if typed.is_empty() || typed != old && objects::is_taken(plan, typed) {
                    self.rejected.clone_from(&heard.id);
                } else if typed != old {
                    let edit = objects::rename(plan, *object, typed);
                    let shown = self.route.selected.as_deref();
                    let shown = shown.is_some_and(|id| self.judged.find(id) == Some(*object));
                    self.edit(edit);
                    if shown {
                        effects.push(Effect::Go(self.route.with(typed.to_owned())));
                    }
                }
            }
            Msg::Toggle(field, word) => {
                let pointer = field.object.pointer(&field.path);
                let now = edit::value_at(plan, &pointer);
                let mut words = now
                    .and_then(|now| now.as_array().cloned())
                    .unwrap_or_default();
                let before = words.len();
                words.retain(|stated| stated.as_str() != Some(word));
                if words.len() == before {
                    words.push((**word).into());
                }
                let patch = match words.is_empty() {
                    true => vec![Op::remove(pointer)],
                    false => edit::place(plan, pointer, words.into()),
                };
                let label = edit::step_of(plan, field, crate::words::STEP_SET);
                self.edit(Edit { label, patch });
            }
            Msg::Append(_) if typed.is_empty() => {}
            Msg::Refer(field) | Msg::Append(field) => {
                let at = fields::at(field.object.kind, &field.path);
                let kinds = at.map_or(&[][..], |(record, field)| fields::refers_to(record, field));
                let told = objects::told(plan, kinds, typed);
                let id = told.map(|told| edit::id(plan, told).to_owned());
                match (msg, id) {
                    (Msg::Append(_), Some(id)) => {
                        let pointer = [&field.object.pointer(&field.path), "/-"].concat();
                        self.put(field, pointer, id.into());
                        // Its control is drawn anew, empty.
                        effects.push(Effect::Focus(heard.id.clone()));
                    }
                    (Msg::Refer(_), id) if id.is_some() || typed.is_empty() => {
                        let edit = edit::set(plan, field, &id.unwrap_or_default());
                        self.edit(edit);
                    }
                    _ => self.rejected.clone_from(&heard.id),
                }
            }
            Msg::Insert(field, record) => {
                let pointer = [&field.object.pointer(&field.path), "/-"].concat();
                self.put(field, pointer, blank(record));
            }
            Msg::Drop(field) => {
                if let Some((list, index, number, _)) = element_at(self, field) {
                    let patch = match number {
                        1 => vec![Op::remove(list)],
                        _ => vec![Op::remove([&list, "/", &index.to_string()].concat())],
                    };
                    let label = edit::step_of(self.plan(), field, words::STEP_LIST_REMOVE);
                    self.edit(Edit { label, patch });
                }
            }
            Msg::Shift(field, up) => {
                let Some((list, index, number, element)) = element_at(self, field) else {
                    return;
                };
                let to = if *up {
                    index.checked_sub(1)
                } else {
                    Some(index + 1)
                };
                if let Some(to) = to.filter(|to| *to < number) {
                    let at = |index: usize| [&list, "/", &index.to_string()].concat();
                    let named = element.get("id").is_some();
                    let patch = vec![Op::remove(at(index)), Op::set(at(to), element)];
                    let label = edit::step_of(self.plan(), field, words::STEP_LIST_MOVE);
                    self.edit(Edit { label, patch });
                    // A step without an id is known by its place, which is another one now.
                    let change = ObjectKind::Change;
                    if list == change.list() && !named {
                        let there = [change.word(), ":", &(to + 1).to_string()].concat();
                        effects.push(Effect::Go(self.route.with(there)));
                    }
                }
            }
            Msg::Table(msg) => self.on_table(msg, heard, effects),
            Msg::Several(msg) => self.on_several(msg, heard, effects),
            Msg::Schedule(field, part) => self.schedule(field, *part, heard),
            Msg::Add(kind) => {
                let added = objects::add(plan, *kind, heard.now);
                self.show_made(*kind, added, effects);
            }
            Msg::Duplicate(object) => {
                let copied = objects::duplicate(plan, *object);
                self.show_made(object.kind, copied, effects);
            }
        }
    }

    fn put(&mut self, field: &Field, pointer: String, value: Value) {
        let patch = edit::place(self.plan(), pointer, value);
        let label = edit::step_of(self.plan(), field, words::STEP_LIST_ADD);
        self.edit(Edit { label, patch });
    }

    /// Shows an object that has just been made, with the focus in the first field of its form.
    fn show_made(
        &mut self,
        kind: ObjectKind,
        made: Option<(Edit, String)>,
        effects: &mut Vec<Effect>,
    ) {
        if let Some((edit, id)) = made {
            self.edit(edit);
            effects.push(Effect::Go(Route::object(id)));
            let first = match kind {
                ObjectKind::Key => "field-alias",
                ObjectKind::Change => "field-do",
                _ => "field-name",
            };
            effects.push(Effect::Focus(first.to_owned()));
        }
    }

    /// States a part of a schedule; the other parts stay as they are.
    fn schedule(&mut self, field: &Field, part: Part, heard: &Heard) {
        let typed = heard.value.trim();
        let now = edit::value_at(self.plan(), &field.object.pointer(&field.path));
        let now = now.as_ref().and_then(Value::as_str).unwrap_or_default();
        let text = match part {
            Part::Rhythm | Part::Expression => schedule::with_expression(now, typed, heard.now),
            Part::Begins => match schedule::local(typed, self.form.zone) {
                Some(start) => schedule::with_start(now, start),
                None => {
                    self.rejected.clone_from(&heard.id);
                    return;
                }
            },
        };
        let field = Field {
            takes: edit::Takes::Text,
            ..field.clone()
        };
        let edit = edit::set(self.plan(), &field, &text);
        self.edit(edit);
    }
}

/// A field by its path.
pub(crate) fn field(
    object: ObjectRef,
    path: impl Into<Cow<'static, str>>,
    word: &'static vaultplan::lang::Text,
) -> Field {
    Field {
        object,
        path: path.into(),
        word,
        takes: edit::Takes::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeper::Opened;
    use crate::page::{Msg as PageMsg, Told};
    use crate::prefs::Theme;
    use crate::state::Content;
    use vaultplan::lang::Lang;
    use vaultplan::model;

    fn page() -> Page {
        let text = r#"{"format": "vaultplan/1", "vaults": [{"id": "v1", "name": "erp"}],
            "sources": [{"id": "s7", "name": "bucket", "type": "OSS"}],
            "policies": [{"id": "p1", "name": "daily", "sources": ["s1"], "rules": [{"type": "BACKUP"}, {"type": "TAG"}]}],
            "changes": [{"do": "delete", "object": "v1"}, {"id": "x", "do": "delete", "object": "p1"}]}"#;
        let mut page = Page::new(Lang::En, Theme::System, Route::PLAN, 0);
        let plan = model::read_text(text).unwrap().into_owned();
        let loaded = Told::Loaded(Box::new(Opened::new(Content::new("p", plan))));
        page.update(&PageMsg::Told(loaded), &Heard::default(), &mut Vec::new());
        page
    }

    fn send(page: &mut Page, msg: Msg, value: &str) -> Vec<Effect> {
        let heard = Heard {
            id: "control".to_owned(),
            value: value.to_owned(),
            now: 1_790_000_000,
            ..Heard::default()
        };
        let mut effects = Vec::new();
        page.update(&PageMsg::Form(msg), &heard, &mut effects);
        effects
    }

    fn of(kind: ObjectKind, path: &'static str) -> Field {
        let (_, declared) = crate::fields::at(kind, path).unwrap();
        let entry = crate::fields::at(kind, path).and_then(|(r, f)| crate::fields::entry(r, f));
        assert!(!declared.name.is_empty());
        field(ObjectRef::new(kind, 0), path, &entry.unwrap().label)
    }

    #[test]
    fn rules_are_added_moved_and_taken_out() {
        let mut page = page();
        let kinds = |page: &Page| {
            let rules = page.plan().policies[0].rules.iter();
            rules.map(|rule| rule.kind.to_string()).collect::<Vec<_>>()
        };
        let record: &'static Record = &const { vaultplan::model::PolicyRule::RECORD };
        send(
            &mut page,
            Msg::Insert(of(ObjectKind::Policy, "/rules"), record),
            "",
        );
        assert_eq!(kinds(&page), ["BACKUP", "TAG", "BACKUP"]);
        send(
            &mut page,
            Msg::Shift(of(ObjectKind::Policy, "/rules/1"), true),
            "",
        );
        assert_eq!(kinds(&page), ["TAG", "BACKUP", "BACKUP"]);
        send(&mut page, Msg::Drop(of(ObjectKind::Policy, "/rules/2")), "");
        assert_eq!(kinds(&page), ["TAG", "BACKUP"]);
        // At the ends there is nowhere to go.
        let before = page.state.content.plan.clone();
        send(
            &mut page,
            Msg::Shift(of(ObjectKind::Policy, "/rules/1"), false),
            "",
        );
        send(
            &mut page,
            Msg::Shift(of(ObjectKind::Policy, "/rules/0"), true),
            "",
        );
        assert_eq!(page.state.content.plan, before);
        send(
            &mut page,
            Msg::Drop(of(ObjectKind::Policy, "/sources/0")),
            "",
        );
        assert!(page.plan().policies[0].sources.is_empty());
        let sources = || of(ObjectKind::Policy, "/sources");
        send(&mut page, Msg::Append(sources()), "s9");
        assert_eq!(page.rejected, "control");
        send(&mut page, Msg::Append(sources()), "bucket");
        assert_eq!(&*page.plan().policies[0].sources[0], "s7");
        let vault = || of(ObjectKind::Policy, "/rules/0/vault");
        send(&mut page, Msg::Refer(vault()), "erp");
        assert_eq!(
            page.plan().policies[0].rules[0].vault.as_deref(),
            Some("v1")
        );
        send(&mut page, Msg::Refer(vault()), "");
        assert_eq!(page.plan().policies[0].rules[0].vault, None);
    }

    #[test]
    fn the_steps_of_a_change_plan_change_places() {
        let mut page = page();
        let step = field(ObjectRef::PLAN, "/changes/0", words::CHANGES);
        let effects = send(&mut page, Msg::Shift(step, false), "");
        let objects: Vec<_> = page
            .plan()
            .changes
            .iter()
            .map(|c| c.object.to_string())
            .collect();
        assert_eq!(objects, ["p1", "v1"]);
        assert!(effects.contains(&Effect::Go(Route::object("change:2"))));
    }

    #[test]
    fn a_schedule_is_stated_part_by_part() {
        let mut page = page();
        page.form.zone = 8 * 3_600;
        let at = || of(ObjectKind::Policy, "/rules/0/schedule");
        let stated = |page: &Page| {
            page.plan().policies[0].rules[0]
                .schedule
                .as_deref()
                .map(str::to_owned)
        };
        send(&mut page, Msg::Schedule(at(), Part::Rhythm), "P1D");
        assert_eq!(stated(&page).as_deref(), Some("I|1790002800|P1D"));
        send(
            &mut page,
            Msg::Schedule(at(), Part::Begins),
            "2026-11-21T08:00",
        );
        send(
            &mut page,
            Msg::Schedule(at(), Part::Expression),
            "0 2 * * *",
        );
        assert_eq!(stated(&page).as_deref(), Some("C|1795219200|0 2 * * *"));
        send(&mut page, Msg::Schedule(at(), Part::Begins), "soon");
        assert_eq!(page.rejected, "control");
        send(&mut page, Msg::Schedule(at(), Part::Rhythm), "");
        assert_eq!(stated(&page), None);
    }

    #[test]
    fn what_is_typed_is_judged_after_a_pause_and_not_taken_over() {
        let mut page = page();
        let before = page.state.content.plan.clone();
        let name = of(ObjectKind::Vault, "/name");
        assert_eq!(
            send(&mut page, Msg::Typing(name), &"x".repeat(70)),
            [Effect::Pause]
        );
        assert!(page.form.typed("control").unwrap().said.is_none());
        page.update(&PageMsg::Settle, &Heard::default(), &mut Vec::new());
        let said = page.form.typed("control").unwrap().said.as_ref().unwrap();
        assert!(
            said.iter()
                .any(|finding| finding.rule.slug == "vault-name-too-long")
        );
        assert_eq!(page.state.content.plan, before);
        send(
            &mut page,
            Msg::Rename(ObjectRef::new(ObjectKind::Vault, 0)),
            "v1",
        );
        assert!(page.form.typing.is_none());
    }

    /// Whatever a form adds to a list reads: its required fields have values that they accept.
    #[test]
    fn what_is_added_to_a_list_is_a_part_of_the_document() {
        let mut page = page();
        let record = match fields::at(ObjectKind::Plan, "/billing/plans")
            .unwrap()
            .1
            .shape
        {
            Shape::List(Shape::Record(record)) => record,
            _ => panic!("a list of records"),
        };
        let plans = of(ObjectKind::Plan, "/billing/plans");
        send(&mut page, Msg::Insert(plans, record), "");
        let plan = &page.plan().billing.as_ref().unwrap().plans[0];
        assert_eq!(&*plan.item, Item::ALL[0].id());
        // Of a part whose first field is a number, the least that it accepts.
        let tier = blank(&vaultplan::model::Tier::RECORD);
        assert_eq!(tier.to_string(), r#"{"from":0}"#);
        let range = blank(&vaultplan::model::RatioRange::RECORD);
        assert_eq!(range.to_string(), r#"{"expected":1}"#);
    }

    #[test]
    fn an_id_that_is_taken_is_refused() {
        let mut page = page();
        let vault = ObjectRef::new(ObjectKind::Vault, 0);
        for id in ["p1", " "] {
            send(&mut page, Msg::Rename(vault), id);
            assert_eq!(
                (page.rejected.as_str(), &*page.plan().vaults[0].id),
                ("control", "v1")
            );
        }
        send(&mut page, Msg::Rename(vault), "v2");
        assert_eq!(&*page.plan().changes[0].object, "v2");
    }

    #[test]
    fn a_word_of_a_list_is_ticked_and_unticked() {
        let mut page = page();
        let types = || of(ObjectKind::Vault, "/sourceTypes");
        send(&mut page, Msg::Toggle(types(), "OSS".into()), "");
        send(&mut page, Msg::Toggle(types(), "NAS".into()), "");
        send(&mut page, Msg::Toggle(types(), "OSS".into()), "");
        let stated: Vec<_> = page.plan().vaults[0]
            .source_types
            .iter()
            .map(|t| t.to_string())
            .collect();
        assert_eq!(stated, ["NAS"]);
    }
}
