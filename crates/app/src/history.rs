//! The steps of a plan as text, to be kept beside it: bounded, and on the way back taken only where they fit. Pure.

use std::rc::Rc;

use vaultplan::catalog::limits;
use vaultplan::lang::Lang;
use vaultplan::model;
use vaultplan::text::patch::{Op, Patch};
use vaultplan::text::scan::{self, Kind, Node};
use vaultplan::text::value::{Map, Value};

use crate::edit::Edit;
use crate::state::{Change, Content, Draft, Label, Step, Steps};

/// Most steps that are kept in each direction.
const STEPS: usize = 200;

/// Most bytes of the kept text.
const BYTES: usize = 512 * 1024;

/// The release of this text's form. Another one is not read.
const FORM: &str = "vaultplan-history/1";

/// Where the steps begin in the kept text.
const BODY: &str = r#","past":["#;

/// One number for a plan's text, its draft and the steps, so that steps that were spoilt or that belong to another text
/// are not taken for its own.
fn mark(text: &str, draft: Option<&str>, steps: &str) -> String {
    let mut sum = 0xcbf2_9ce4_8422_2325_u64;
    for part in [text, draft.unwrap_or_default(), steps] {
        // No text holds the byte that ends each part.
        for byte in part.bytes().chain([0xff]) {
            sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    sum.to_string()
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// Steps within the plan, the nearest first: what led to another plan is no part of this one's history.
fn within(steps: &Steps) -> impl Iterator<Item = &Step> {
    let inner = |step: &&Step| {
        matches!(
            (&step.undo, &step.redo),
            (Change::Within { .. }, Change::Within { .. })
        )
    };
    steps
        .iter()
        .rev()
        .map(|step| &**step)
        .take_while(inner)
        .take(STEPS)
}

/// The steps of a plan whose text this is; nothing where there are none.
pub(crate) fn write(
    text: &str,
    draft: Option<&str>,
    past: &Steps,
    future: &Steps,
) -> Option<String> {
    let mut out = String::new();
    let mut any = false;
    for (between, steps) in [("", past), (r#"],"future":["#, future)] {
        out.push_str(between);
        for (index, step) in within(steps).enumerate() {
            let step = step_text(step);
            if out.len() + step.len() > BYTES {
                break;
            }
            if index > 0 {
                out.push(',');
            }
            out.push_str(&step);
            any = true;
        }
    }
    out.push_str("]}");
    let mark = mark(text, draft, &out);
    any.then(|| [r#"{"form":""#, FORM, r#"","of":""#, &mark, "\"", BODY, &out].concat())
}

fn step_text(step: &Step) -> String {
    let [en, zh] = Lang::ALL.map(|lang| quoted(&step.label.get(lang)));
    let (undo, redo) = (change_text(&step.undo), change_text(&step.redo));
    [
        r#"{"en":"#,
        &en,
        r#","zh":"#,
        &zh,
        r#","undo":"#,
        &undo,
        r#","redo":"#,
        &redo,
        "}",
    ]
    .concat()
}

fn change_text(change: &Change) -> String {
    let mut out = String::from(r#"{"patch":["#);
    let Change::Within { patch, draft } = change else {
        return out;
    };
    for (index, op) in patch.iter().enumerate() {
        let (word, value) = match op {
            Op::Add { value, .. } => ("add", Some(value)),
            Op::Replace { value, .. } => ("replace", Some(value)),
            Op::Remove { .. } => ("remove", None),
        };
        let comma = if index > 0 { "," } else { "" };
        for part in [comma, "[\"", word, "\",", &quoted(op.path())] {
            out.push_str(part);
        }
        if let Some(value) = value {
            out.push(',');
            out.push_str(&value.to_string());
        }
        out.push(']');
    }
    out.push(']');
    match draft {
        None => {}
        Some(None) => out.push_str(r#","draft":[]"#),
        Some(Some(draft)) => {
            let stale = if draft.stale { "true" } else { "false" };
            for part in [r#","draft":["#, &quoted(&draft.text), ",", stale, "]"] {
                out.push_str(part);
            }
        }
    }
    out.push('}');
    out
}

/// An edit that is no step yet, as a text.
pub(crate) fn write_edit(edit: &Edit) -> String {
    let redo = Change::Within {
        patch: edit.patch.clone(),
        draft: None,
    };
    let label = edit.label.clone();
    step_text(&Step {
        label,
        undo: redo.clone(),
        redo,
    })
}

/// The edit of such a text; `None` where it is damaged.
pub(crate) fn read_edit(kept: &str) -> Option<Edit> {
    let root = scan::parse(kept, limits::DEPTH + 16).ok()?;
    match change(kept, member(&root, "redo")?)? {
        Change::Within { patch, .. } => Some(Edit {
            label: label(&root)?,
            patch,
        }),
        Change::Open(_) => None,
    }
}

/// The steps that a text holds, behind and ahead; `None` where it is damaged or they do not fit what is open.
pub(crate) fn read(kept: &str, text: &str, content: &Content) -> Option<(Steps, Steps)> {
    // A step is a few levels around the values of the document.
    let root = scan::parse(kept, limits::DEPTH + 16).ok()?;
    let draft = content.draft.as_ref().map(|draft| &*draft.text);
    let (_, body) = kept.split_once(BODY)?;
    let is = |name: &str, wanted: &str| member(&root, name).and_then(words) == Some(wanted);
    if !is("form", FORM) || !is("of", &mark(text, draft, body)) {
        return None;
    }
    let [past, future] = ["past", "future"].map(|name| steps(kept, member(&root, name)));
    let (past, future) = (past?, future?);
    (fits(content, &past, true) && fits(content, &future, false))
        .then(|| (Rc::new(past), Rc::new(future)))
}

/// Whether the steps lead away from what is open and back to it exactly.
fn fits(content: &Content, steps: &[Rc<Step>], back: bool) -> bool {
    let mut plan = (*content.plan).clone();
    let mut go = |step: &Step, back: bool| match if back { &step.undo } else { &step.redo } {
        Change::Within { patch, .. } => model::apply(&mut plan, patch).is_ok(),
        Change::Open(_) => false,
    };
    let there = steps.iter().rev().all(|step| go(step, back));
    there && steps.iter().all(|step| go(step, !back)) && plan == *content.plan
}

fn member<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    match &node.kind {
        Kind::Object(members) => members.iter().find(|m| m.key == name).map(|m| &m.value),
        _ => None,
    }
}

fn items(node: &Node) -> Option<&[Node]> {
    match &node.kind {
        Kind::List(items) => Some(items),
        _ => None,
    }
}

fn words(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::Text(text) => Some(text),
        _ => None,
    }
}

fn steps(text: &str, node: Option<&Node>) -> Option<Vec<Rc<Step>>> {
    let mut steps = Vec::new();
    // Kept with the nearest first, so that the last ones are those that are left out.
    for node in items(node?)?.iter().take(STEPS).rev() {
        let change = |name| change(text, member(node, name)?);
        steps.push(Rc::new(Step {
            label: label(node)?,
            undo: change("undo")?,
            redo: change("redo")?,
        }));
    }
    Some(steps)
}

fn label(node: &Node) -> Option<Label> {
    let part = |lang| Some(Rc::from(words(member(node, lang)?)?));
    Some(Label::of_kept([part("en")?, part("zh")?]))
}

fn change(text: &str, node: &Node) -> Option<Change> {
    let mut patch = Patch::new();
    for op in items(member(node, "patch")?)? {
        let parts = items(op)?;
        let path = words(parts.get(1)?)?.to_owned();
        let value = || value(text, parts.get(2)?);
        patch.push(match words(parts.first()?)? {
            "add" => Op::Add {
                path,
                value: value()?,
            },
            "replace" => Op::Replace {
                path,
                value: value()?,
            },
            "remove" => Op::Remove { path },
            _ => return None,
        });
    }
    let draft = match member(node, "draft") {
        None => None,
        Some(draft) => Some(match items(draft)? {
            [] => None,
            parts => Some(Draft {
                text: words(parts.first()?)?.into(),
                stale: parts.get(1)?.kind == Kind::Flag(true),
            }),
        }),
    };
    Some(Change::Within { patch, draft })
}

/// A value of the document, which has whole numbers alone.
fn value(text: &str, node: &Node) -> Option<Value> {
    Some(match &node.kind {
        Kind::Null => Value::Null,
        Kind::Flag(flag) => Value::Bool(*flag),
        Kind::Number => Value::from(
            text.get(node.span.start..node.span.end)?
                .parse::<u64>()
                .ok()?,
        ),
        Kind::Text(text) => Value::from(text.as_str()),
        Kind::List(items) => {
            let mut list = Vec::new();
            for item in items {
                list.push(value(text, item)?);
            }
            Value::Array(list)
        }
        Kind::Object(members) => {
            let mut object = Map::new();
            for member in members {
                object.insert(member.key.clone(), value(text, &member.value)?);
            }
            Value::Object(object)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Action, State};
    use crate::words;
    use vaultplan::model::Topology;

    const PAIR: &str = include_str!("../../../examples/hangzhou-shanghai.json");

    fn plan(text: &str) -> Topology<'static> {
        model::read_text(text).unwrap().into_owned()
    }

    fn edited(regions: &[&str]) -> Rc<State> {
        let mut state = Rc::new(State::new(Content::new("p1", plan(PAIR))));
        for region in regions {
            state = state.reduce(Action::Apply {
                label: Label::new(words::STEP_ADD_VAULT).arg("object", *region),
                patch: vec![Op::set("/mirrors/0/region", *region)],
            });
        }
        state
    }

    fn kept(state: &State) -> String {
        let content = &state.content;
        let draft = content.draft.as_ref().map(|draft| &*draft.text);
        write(
            &model::write(&content.plan),
            draft,
            &state.past,
            &state.future,
        )
        .unwrap()
    }

    fn back(state: &State, kept: &str) -> Option<Rc<State>> {
        let content = state.content.clone();
        let (past, future) = read(kept, &model::write(&content.plan), &content)?;
        let empty = Rc::new(State::new(Content::empty("p1")));
        Some(empty.reduce(Action::Load {
            content,
            past,
            future,
        }))
    }

    #[test]
    fn steps_behind_and_ahead_come_back_with_their_words() {
        let state = edited(&["cn-beijing", "cn-shenzhen", "cn-hangzhou"]).reduce(Action::Undo);
        let again = back(&state, &kept(&state)).unwrap();
        assert_eq!((again.past.len(), again.future.len()), (2, 1));
        for lang in Lang::ALL {
            let (a, b) = (again.undoable().unwrap(), state.undoable().unwrap());
            assert_eq!(a.get(lang), b.get(lang));
        }
        let (there, here) = (
            again.clone().reduce(Action::Redo),
            state.clone().reduce(Action::Redo),
        );
        assert_eq!(there.content.plan, here.content.plan);
        let first = again.reduce(Action::Jump(2));
        assert_eq!(*first.content.plan, plan(PAIR));
    }

    #[test]
    fn a_draft_and_a_typed_text_are_steps_that_come_back() {
        let state = edited(&["cn-beijing"])
            .reduce(Action::Type(PAIR.replace("cn-shanghai", "cn-qingdao")))
            .reduce(Action::Type("{ 未完".to_owned()));
        let again = back(&state, &kept(&state)).unwrap();
        assert_eq!(again.past.len(), 3);
        let read = again.reduce(Action::Undo);
        assert_eq!(read.content.draft, None);
        let state = state.reduce(Action::Undo);
        assert_eq!(read.content.plan, state.content.plan);
        let dropped = back(&state, &kept(&state)).unwrap().reduce(Action::Redo);
        assert_eq!(&*dropped.content.draft.as_ref().unwrap().text, "{ 未完");
    }

    #[test]
    fn what_does_not_fit_is_not_taken() {
        let state = edited(&["cn-beijing", "cn-shenzhen"]);
        let text = kept(&state);
        // Of another text.
        assert!(back(&edited(&["cn-beijing"]), &text).is_none());
        // Spoilt anywhere.
        for at in 0..text.len() {
            let mut spoilt = text.clone().into_bytes();
            spoilt[at] = b'7';
            let Ok(spoilt) = String::from_utf8(spoilt) else {
                continue;
            };
            assert!(
                spoilt == text || back(&state, &spoilt).is_none(),
                "{spoilt}"
            );
        }
        let other = text.replace("history/1", "history/2");
        assert!(back(&state, &other).is_none());
    }

    #[test]
    fn the_oldest_steps_are_left_out_first() {
        let regions: Vec<_> = (0..STEPS + 10).map(|n| format!("r{n}")).collect();
        let regions: Vec<_> = regions.iter().map(String::as_str).collect();
        let state = edited(&regions);
        let again = back(&state, &kept(&state)).unwrap();
        assert_eq!(again.past.len(), STEPS);
        assert_eq!(
            again.undoable().unwrap().get(Lang::En),
            state.undoable().unwrap().get(Lang::En)
        );
        let long = "x".repeat(BYTES / 3);
        let state = edited(&["a", &long, "b", &long, "c"]);
        let text = kept(&state);
        assert!(text.len() <= BYTES);
        assert!(back(&state, &text).unwrap().past.len() < 5);
    }

    #[test]
    fn another_plan_begins_its_own_history() {
        let state = edited(&["cn-beijing"]).reduce(Action::Replace {
            label: Label::new(words::STEP_NEW),
            content: Content::new("p2", plan(PAIR)),
        });
        assert_eq!(write("", None, &state.past, &state.future), None);
        let state = state.reduce(Action::Undo);
        let again = back(&state, &kept(&state)).unwrap();
        assert_eq!((again.past.len(), again.future.len()), (1, 0));
    }
}
