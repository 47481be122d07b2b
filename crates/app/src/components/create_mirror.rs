//! The panel that makes a mirror of a vault: the fields of the console's panel, in its order.

use vaultplan::catalog::editions::Editions;
use vaultplan::facts::{EncryptionMethod, Facts, VaultFact};
use vaultplan::finding::ObjectRef;
use vaultplan::questions::eligible::{self, Answer};
use vaultplan::questions::{contents, generated, mirror_regions};

use super::field::{Control, fact, option};
use super::{insight, pickers, reasons};
use crate::edit::{self, NewMirror};
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::route::Route;
use crate::words;

/// Draws it for a vault.
pub(crate) fn draw(app: &Page, o: &mut Out, object: ObjectRef) {
    let facts = app.judged.facts();
    let Some(vault) = facts.vaults.get(object.index) else {
        return;
    };
    let eligible = eligible::vault(&facts, vault);
    let refused = eligible.answer == Answer::No;
    let back = Route::object(vault.doc.id.to_string());
    o.el("div form", |o| {
        o.key("new");
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.el("p kind", |o| {
                    o.icon(Glyph::Mirror);
                    o.say(words::CREATE_MIRROR);
                });
                o.line("h1", &app.fill(words::MIRROR_OF, "name", vault.name()));
            });
            o.el("div actions", |o| {
                o.link("a btn", &back, |o| {
                    o.icon(Glyph::Back);
                    o.say(words::BACK_TO_VAULT);
                });
            });
        });
        o.el("div", |o| {
            if refused {
                o.el("section mirror-panel cannot", |o| {
                    o.el("div invite", |o| {
                        o.el("div", |o| {
                            o.word("h2", words::MAY_NOT_HAVE_MIRROR);
                            reasons::list(app, o, &eligible.reasons, &eligible.missing);
                        });
                        reasons::ways_out(app, o, &eligible.reasons);
                    });
                });
            } else {
                o.el("form fields", |o| {
                    o.on(On::Submit, Msg::Create(object.index));
                    fields(app, o, &facts, vault);
                });
            }
        });
        insight::draw(app, o, object, !refused);
    });
}

fn fields(app: &Page, o: &mut Out, facts: &Facts<'_>, vault: &VaultFact<'_>) {
    let offers = mirror_regions::mirror_regions(facts, vault).regions;
    let new = app.new.in_best_region(facts, vault);
    let (id, name) = (&*vault.doc.id, vault.name());
    let method = vault.encryption().ok();
    let hbr = Editions::HBR.has(facts.edition);
    let hint = pickers::regions_hint(app, &offers);
    let control = Control {
        hint: &hint,
        testid: "new-mirror-region",
        ..Control::new("new-region", app.say(words::REGION), &new.region)
    };
    let change: fn(&mut NewMirror, String) = |new, value| new.region = value;
    control.choice(app, o, Msg::New(change), &|o| {
        pickers::mirror_regions(app, o, &offers, &new.region, true);
    });
    let control = Control {
        hint: app.say(words::ENCRYPTION_AS_SOURCE),
        ..Control::new("new-encryption", app.say(words::ENCRYPTION), "fixed")
    };
    let text = match method {
        Some(EncryptionMethod::Managed) => words::METHOD_MANAGED,
        Some(EncryptionMethod::Kms) => words::METHOD_KMS,
        None => words::METHOD_UNKNOWN,
    };
    control.choice(app, o, Msg::New(|_, _| ()), &|o| {
        option(o, "fixed", app.say(text))
    });
    o.el("div slot", |o| {
        if method == Some(EncryptionMethod::Kms) {
            let control = Control {
                placeholder: "alias/…",
                hint: app.say(words::KMS_KEY_OF_MIRROR),
                ..Control::new("new-key", app.say(words::KMS_KEY), &new.kms_key)
            };
            control.line(app, o, Msg::New(|new, value| new.kms_key = value));
        }
    });
    let own_name = if hbr {
        generated::short_name(name)
    } else {
        generated::mirror_name(name)
    };
    let control = Control {
        extra: app.say(words::GENERATED),
        placeholder: &own_name,
        ..Control::new("new-name", app.say(words::VAULT_NAME), &new.name)
    };
    control.line(app, o, Msg::New(|new, value| new.name = value));
    let own_description = generated::mirror_description(name, id);
    let control = Control {
        extra: if hbr { "" } else { app.say(words::GENERATED) },
        placeholder: if hbr { "" } else { &own_description },
        ..Control::new(
            "new-description",
            app.say(words::DESCRIPTION),
            &new.description,
        )
    };
    control.line(app, o, Msg::New(|new, value| new.description = value));
    let region = (!new.region.is_empty()).then_some(new.region.as_str());
    fact(app, o, words::REDUNDANCY, None, &|o| {
        o.text(&pickers::redundancy(app, region))
    });
    let stored = vault.doc.stored_gb.map(|gb| gb.0);
    let planned = contents::planned(facts.edition, None, stored, None);
    fact(app, o, words::HOLDS_WHEN, None, &|o| {
        insight::when(app, o, &planned)
    });
    fact(app, o, words::cost::COST_HEAD, None, &|o| {
        if region.is_none() {
            return;
        }
        let patch = edit::add_mirror(facts, vault, &new).0.patch;
        if let Some(foreseen) = app.foresee_mirror(&patch) {
            o.el("span cost-told", |o| {
                o.attr("data-testid", "mirror-cost");
                o.text(&app.say_foreseen(foreseen));
            });
        }
    });
    o.el("div form-foot", |o| {
        o.el("button btn primary", |o| {
            o.attr("type", "submit");
            o.flag("disabled", region.is_none());
            o.attr("data-testid", "confirm-mirror");
            o.say(words::CREATE_MIRROR);
        });
        o.link("a btn ghost", &Route::object(id.to_owned()), |o| {
            o.say(words::CANCEL)
        });
    });
}
