//! One field to supply a missing fact, wherever in the plan it stands: built from the document's own table of fields.

use serde_json::{Value, json};
use vaultplan::finding::{ObjectKind, Spot};
use vaultplan::lang::Text;
use vaultplan::model::declare::{Record, Shape};
use vaultplan::model::{Change, Client, KmsKey, Mirror, Policy, Restore, Source, Vault};
use vaultplan::text::patch::Op;
use vaultplan::text::pointer;
use yew::prelude::*;

use super::field::{Accepts, Choice, Group, SelectField, TextField};
use super::pickers;
use crate::edit::{self, Edit};
use crate::shared::{Shared, use_shared};
use crate::state::Label;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Where the fact would stand.
    pub(crate) object: vaultplan::finding::ObjectRef,
    pub(crate) path: AttrValue,
    pub(crate) id: AttrValue,
}

/// The shape of a field, by the object's kind and a path of one or two names.
fn shape_of(kind: ObjectKind, path: &str) -> Option<&'static Shape> {
    static VAULT: Record = Vault::RECORD;
    static MIRROR: Record = Mirror::RECORD;
    static CLIENT: Record = Client::RECORD;
    static SOURCE: Record = Source::RECORD;
    static POLICY: Record = Policy::RECORD;
    static KEY: Record = KmsKey::RECORD;
    static RESTORE: Record = Restore::RECORD;
    static CHANGE: Record = Change::RECORD;
    let mut record = match kind {
        ObjectKind::Plan => return None,
        ObjectKind::Vault => &VAULT,
        ObjectKind::Mirror => &MIRROR,
        ObjectKind::Client => &CLIENT,
        ObjectKind::Source => &SOURCE,
        ObjectKind::Policy => &POLICY,
        ObjectKind::Key => &KEY,
        ObjectKind::Restore => &RESTORE,
        ObjectKind::Change => &CHANGE,
    };
    let tokens = pointer::tokens(path)?;
    let mut names = tokens.iter();
    loop {
        let name = names.next()?;
        let field = record.fields.iter().find(|field| field.name == &**name)?;
        match (&field.shape, names.len()) {
            (shape, 0) => return Some(shape),
            (Shape::Record(inner), _) => record = inner,
            _ => return None,
        }
    }
}

/// The change that puts a value at a path; what has to be there before comes with it.
fn patch(app: &Shared, spot: &Spot, value: Value) -> Vec<Op> {
    let target = spot.pointer();
    let parent = target.rsplit_once('/').map_or("", |(parent, _)| parent);
    if edit::value_at(&app.content.plan, parent).is_some() {
        return vec![Op::set(target, value)];
    }
    let name = target.rsplit('/').next().unwrap_or_default();
    vec![Op::set(parent, json!({ name: value }))]
}

#[component]
pub(crate) fn Supply(props: &Props) -> Html {
    let app = use_shared();
    let spot = Spot {
        object: props.object,
        path: props.path.to_string().into(),
    };
    let Some(shape) = shape_of(props.object.kind, &props.path) else {
        return html! { <span class="supply" /> };
    };
    let label = app.fill(
        words::SUPPLY,
        "name",
        edit::name(&app.content.plan, props.object),
    );
    let commit = |to_value: fn(String) -> Option<Value>| {
        let (app, spot) = (app.clone(), spot.clone());
        Callback::from(move |typed: String| {
            if typed.is_empty() {
                return;
            }
            if let Some(value) = to_value(typed) {
                let name = edit::name(&app.content.plan, spot.object);
                app.edit(Edit {
                    label: Label::new(words::STEP_SUPPLY).arg("object", name),
                    patch: patch(&app, &spot, value),
                });
            }
        })
    };
    let text = || commit(|typed| Some(Value::from(typed)));
    let id = &props.id;
    let control = match shape {
        Shape::Open(vocabulary) if vocabulary.words.is_empty() => {
            html! { <TextField {id} {label} value="" oncommit={text()} /> }
        }
        Shape::Open(vocabulary) => {
            let groups = pickers::vocabulary(&app, vocabulary, "", None);
            html! { <SelectField {id} {label} value="" {groups} oncommit={text()} /> }
        }
        Shape::Closed(all) => {
            let mut choices = vec![Choice::new("", app.say(words::NOT_STATED))];
            choices.extend(
                all.iter()
                    .map(|word| Choice::new(*word, app.say(word_label(word)))),
            );
            let groups = vec![Group {
                heading: String::new(),
                choices,
            }];
            html! { <SelectField {id} {label} value="" {groups} oncommit={text()} /> }
        }
        Shape::Flag => {
            let choices = vec![
                Choice::new("", app.say(words::NOT_STATED)),
                Choice::new("true", app.say(words::YES)),
                Choice::new("false", app.say(words::NO)),
            ];
            let groups = vec![Group {
                heading: String::new(),
                choices,
            }];
            let oncommit = commit(|typed| Some(Value::from(typed == "true")));
            html! { <SelectField {id} {label} value="" {groups} {oncommit} /> }
        }
        Shape::Whole(_) => {
            let oncommit = commit(|typed| typed.parse::<u64>().ok().map(Value::from));
            html! { <TextField {id} {label} value="" kind="number" accepts={Accepts::Whole} {oncommit} /> }
        }
        Shape::Moment => html! {
            <TextField {id} {label} value="" placeholder="2026-11-21T08:00:00Z" accepts={Accepts::Time} oncommit={text()} />
        },
        Shape::Text | Shape::Id => html! { <TextField {id} {label} value="" oncommit={text()} /> },
        Shape::Format | Shape::List(_) | Shape::Record(_) => {
            return html! { <span class="supply" /> };
        }
    };
    html! { <div class="supply">{ control }</div> }
}

/// The document's own words, for people.
fn word_label(word: &'static str) -> Text {
    match word {
        "cloud" => words::ON_CLOUD,
        "on-premises" => words::ON_PREMISES,
        "internet" => words::LINK_INTERNET,
        "vpn" => words::LINK_VPN,
        "express-connect" => words::LINK_EXPRESS,
        "vault-page" => words::WAY_PAGE,
        "policy" => words::WAY_POLICY,
        other => Text::same(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_missing_fact_of_a_field_has_a_control() {
        for (kind, path) in [
            (ObjectKind::Vault, "/region"),
            (ObjectKind::Vault, "/trial/source"),
            (ObjectKind::Mirror, "/createdAt"),
            (ObjectKind::Mirror, "/bandwidthMbps"),
            (ObjectKind::Source, "/place"),
            (ObjectKind::Restore, "/to/region"),
            (ObjectKind::Restore, "/to/link"),
        ] {
            assert!(shape_of(kind, path).is_some(), "{path}");
        }
        assert!(shape_of(ObjectKind::Vault, "/nothing").is_none());
        assert!(shape_of(ObjectKind::Vault, "").is_none());
        assert!(shape_of(ObjectKind::Vault, "/region/more").is_none());
        assert!(shape_of(ObjectKind::Plan, "/name").is_none());
    }
}
