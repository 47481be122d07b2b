//! What happens in the forms of objects: what is typed and not left yet, lists within an object, schedules, and what
//! deleting would break.

use std::borrow::Cow;
use std::rc::Rc;

use serde_json::{Map, Value};
use vaultplan::finding::{Finding, ObjectKind, ObjectRef};
use vaultplan::model::declare::{Record, Shape, Silence};
use vaultplan::questions::schedule;
use vaultplan::rules;
use vaultplan::text::patch::Op;

use crate::choices::Known;
use crate::components::field::is_within;
use crate::edit::{self, Edit, Field};
use crate::judged::Judged;
use crate::objects::{self, Foreseen};
use crate::page::{Effect, Heard, Page};
use crate::route::Route;
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
    /// Appends what a control says to a list.
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
    /// How many seconds the clocks of this browser are ahead of UTC.
    pub(crate) zone: i64,
}

impl State {
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

/// What a control of a list says the list to be: its elements, and the place of the list.
fn list_at(page: &Page, field: &Field) -> Option<(String, usize, Vec<Value>)> {
    let pointer = field.object.pointer(&field.path);
    let (list, index) = pointer.rsplit_once('/')?;
    let values = edit::value_at(page.plan(), list)?;
    Some((
        list.to_owned(),
        index.parse().ok()?,
        values.as_array()?.clone(),
    ))
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
            _ if field.name == "rule" => rules::CHECKS.first().map(|check| check.rule.slug),
            _ => None,
        };
        part.insert(field.name.to_owned(), word.unwrap_or(field.name).into());
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
            Msg::Append(field) => {
                let pointer = [&field.object.pointer(&field.path), "/-"].concat();
                self.put(field, pointer, typed.into());
            }
            Msg::Insert(field, record) => {
                let pointer = [&field.object.pointer(&field.path), "/-"].concat();
                self.put(field, pointer, blank(record));
            }
            Msg::Drop(field) => {
                if let Some((list, index, values)) = list_at(self, field) {
                    let patch = match values.len() {
                        1 => vec![Op::remove(list)],
                        _ => vec![Op::remove([&list, "/", &index.to_string()].concat())],
                    };
                    let label = edit::step_of(self.plan(), field, words::STEP_LIST_REMOVE);
                    self.edit(Edit { label, patch });
                }
            }
            Msg::Shift(field, up) => {
                let Some((list, index, values)) = list_at(self, field) else {
                    return;
                };
                let to = if *up {
                    index.checked_sub(1)
                } else {
                    Some(index + 1)
                };
                let to = to.filter(|to| *to < values.len());
                if let (Some(to), Some(value)) = (to, values.get(index)) {
                    let at = |index: usize| [&list, "/", &index.to_string()].concat();
                    let patch = vec![Op::remove(at(index)), Op::set(at(to), value.clone())];
                    let label = edit::step_of(self.plan(), field, words::STEP_LIST_MOVE);
                    self.edit(Edit { label, patch });
                }
            }
            Msg::Schedule(field, part) => self.schedule(field, *part, heard),
            Msg::Add(kind) => {
                let added = objects::add(plan, *kind, heard.now);
                self.show_made(added, effects);
            }
            Msg::Duplicate(object) => {
                let copied = objects::duplicate(plan, *object);
                self.show_made(copied, effects);
            }
        }
    }

    fn put(&mut self, field: &Field, pointer: String, value: Value) {
        let patch = edit::place(self.plan(), pointer, value);
        let label = edit::step_of(self.plan(), field, words::STEP_LIST_ADD);
        self.edit(Edit { label, patch });
    }

    fn show_made(&mut self, made: Option<(Edit, String)>, effects: &mut Vec<Effect>) {
        if let Some((edit, id)) = made {
            self.edit(edit);
            effects.push(Effect::Go(Route::object(id)));
            effects.push(Effect::Focus(FIRST.to_owned()));
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

/// Id of the first field of a form.
pub(crate) const FIRST: &str = "field-name";

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
