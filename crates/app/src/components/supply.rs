//! One field to supply a missing fact, wherever in the plan it stands: built from the document's own table of fields.

use std::borrow::Cow;

use vaultplan::catalog::{vocabulary, wanted};
use vaultplan::finding::{Missing, ObjectKind, ObjectRef, Severity};
use vaultplan::lang::Text;
use vaultplan::model::declare::Shape;

use super::field::{Control, option};
use super::pickers;
use crate::edit::{self, Field, Takes};
use crate::fields;
use crate::markup::Out;
use crate::page::{Msg, Page};
use crate::review;
use crate::words::{self, findings, forms};

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out, id: &str, missing: &Missing) {
    let spot = &missing.spot;
    // The region of a key is the key's, wherever the key is named.
    if missing.wanted.slug == wanted::KEY_REGION.slug && spot.object.kind != ObjectKind::Key {
        return key_region(app, o, id, spot.object);
    }
    let Some((_, field)) = fields::at(spot.object.kind, &spot.path) else {
        return;
    };
    let shape = &field.shape;
    let takes = match shape {
        Shape::Whole(least, most) => Takes::Whole(*least, *most),
        Shape::Decimal(least, most) => Takes::Decimal(*least, *most),
        Shape::Moment => Takes::Time,
        Shape::Flag => Takes::Flag,
        Shape::Format(_) | Shape::List(_) | Shape::Record(_) => return,
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
                pickers::vocabulary(app, o, vocabulary, "", "", false)
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

/// The region of a key that the plan does not have yet.
fn key_region(app: &Page, o: &mut Out, id: &str, object: ObjectRef) {
    let name = review::named_key(app.plan(), object).unwrap_or_default();
    let label = app.fill(findings::KEY_REGION, "name", name);
    let control = Control::new(id, &label, "");
    let msg = Msg::Review(review::Msg::KeyRegion(object));
    o.el("div supply", |o| {
        control.choice(app, o, msg, &|o| {
            pickers::vocabulary(app, o, &vocabulary::REGION, "", "", false);
        });
    });
}

/// The document's own words, for people.
pub(crate) fn word_label(word: &'static str) -> Text {
    let text = match word {
        "cloud" => words::ON_CLOUD,
        "on-premises" => words::ON_PREMISES,
        "internet" => words::LINK_INTERNET,
        "vpn" => words::LINK_VPN,
        "express-connect" => words::LINK_EXPRESS,
        "vault-page" => words::WAY_PAGE,
        "policy" => words::WAY_POLICY,
        "create" => forms::DO_CREATE,
        "delete" => forms::DO_DELETE,
        "replace" => forms::DO_REPLACE,
        "move" => forms::DO_MOVE,
        "stop-replication" => forms::DO_STOP,
        "convert-trial" => forms::DO_CONVERT,
        "switch-on-lock" => forms::DO_LOCK,
        "switch-off-lock" => forms::DO_UNLOCK,
        "set-encryption" => forms::DO_ENCRYPT,
        "set-retention" => forms::DO_RETAIN,
        "bind-policy" => forms::DO_BIND,
        "file" => forms::ESSENTIAL_FILE,
        "ecs" => forms::ESSENTIAL_ECS,
        "backup" => forms::MAY_BACKUP,
        "restore" => forms::MAY_RESTORE,
        "off" => forms::SEVERITY_OFF,
        "official-current" => forms::OFFICIAL_CURRENT,
        "official-undated" => forms::OFFICIAL_UNDATED,
        "official-old" => forms::OFFICIAL_OLD,
        "inferred" => forms::INFERRED,
        "own" => forms::OWN_RATE,
        other => {
            let severity = Severity::ALL
                .into_iter()
                .find(|known| known.word() == other);
            return severity.map_or(Text::same(other), Severity::label);
        }
    };
    *text
}

#[cfg(test)]
mod tests {
    use super::*;
    use vaultplan::finding::ObjectKind;
    use vaultplan::model::declare::Record;

    #[test]
    fn every_word_of_the_document_is_a_word_for_people() {
        fn walk(record: &'static Record, depth: usize) {
            for field in record.fields {
                let mut shape = &field.shape;
                while let Shape::List(inner) = shape {
                    shape = inner;
                }
                match shape {
                    Shape::Record(inner) if depth < 4 => walk(inner, depth + 1),
                    // Editions have titles.
                    Shape::Closed(all) if field.name != "edition" => {
                        for word in *all {
                            assert_ne!(word_label(word), Text::same(word), "{word}");
                        }
                    }
                    _ => {}
                }
            }
        }
        walk(fields::record(ObjectKind::Plan), 0);
    }
}
