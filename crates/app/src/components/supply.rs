//! One field to supply a missing fact, wherever in the plan it stands: built from the document's own table of fields.

use std::borrow::Cow;

use vaultplan::finding::{ObjectKind, Spot};
use vaultplan::lang::Text;
use vaultplan::model::declare::{Record, Shape};
use vaultplan::model::{Change, Client, KmsKey, Mirror, Policy, Restore, Source, Vault};
use vaultplan::text::pointer;

use super::field::{Control, option};
use super::pickers;
use crate::edit::{self, Field, Takes};
use crate::markup::Out;
use crate::page::{Msg, Page};
use crate::words;

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

/// Draws it. `spot` is where the fact would stand.
pub(crate) fn draw(app: &Page, o: &mut Out, id: &str, spot: &Spot) {
    let Some(shape) = shape_of(spot.object.kind, &spot.path) else {
        return;
    };
    let takes = match shape {
        Shape::Whole(_) => Takes::Whole,
        Shape::Moment => Takes::Time,
        Shape::Flag => Takes::Flag,
        Shape::Format | Shape::List(_) | Shape::Record(_) => return,
        Shape::Text | Shape::Id | Shape::Open(_) | Shape::Closed(_) => Takes::Text,
    };
    let label = app.fill(words::SUPPLY, "name", edit::name(app.plan(), spot.object));
    let control = Control {
        takes,
        placeholder: if takes == Takes::Time {
            "2026-11-21T08:00:00Z"
        } else {
            ""
        },
        ..Control::new(id, &label, "")
    };
    let msg = Msg::Supply(Field {
        object: spot.object,
        path: Cow::Owned(spot.path.to_string()),
        word: words::SUPPLY,
        takes,
    });
    o.el("div supply", |o| match shape {
        Shape::Open(vocabulary) if !vocabulary.words.is_empty() => {
            control.choice(app, o, msg, &|o| {
                pickers::vocabulary(app, o, vocabulary, "", "")
            });
        }
        Shape::Closed(all) => control.choice(app, o, msg, &|o| {
            option(o, "", app.say(words::NOT_STATED));
            for word in *all {
                option(o, word, app.say(&word_label(word)));
            }
        }),
        Shape::Flag => control.choice(app, o, msg, &|o| {
            option(o, "", app.say(words::NOT_STATED));
            option(o, "true", app.say(words::YES));
            option(o, "false", app.say(words::NO));
        }),
        _ => control.line(app, o, msg),
    });
}

/// The document's own words, for people.
fn word_label(word: &'static str) -> Text {
    *match word {
        "cloud" => words::ON_CLOUD,
        "on-premises" => words::ON_PREMISES,
        "internet" => words::LINK_INTERNET,
        "vpn" => words::LINK_VPN,
        "express-connect" => words::LINK_EXPRESS,
        "vault-page" => words::WAY_PAGE,
        "policy" => words::WAY_POLICY,
        other => return Text::same(other),
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
