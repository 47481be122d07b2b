//! The form of a vault, with its fields named as in the vendor's console.

use vaultplan::catalog::vocabulary as vocab;
use vaultplan::facts::{Facts, MirrorFact};
use vaultplan::finding::ObjectRef;
use vaultplan::lang::Text;
use vaultplan::model::Vault;
use vaultplan::questions::eligible::{self, Answer};

use super::field::{Control, Form, fact, option};
use super::{chip, insight, pickers, reasons};
use crate::edit::{self, Takes};
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::{Msg, Over, Page};
use crate::route::Route;
use crate::words;

/// Paths of the fields that this form shows; findings elsewhere stand at its head.
const PATHS: &[&str] = &[
    "/name",
    "/region",
    "/type",
    "/status",
    "/redundancy",
    "/encryption",
    "/kmsKey",
    "/description",
    "/trial",
    "/storedGB",
];

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out, object: ObjectRef) {
    let Some(vault) = app.plan().vaults.get(object.index) else {
        return;
    };
    let facts = app.judged.facts();
    let form = Form { app, object };
    o.el("div form", |o| {
        o.key(&vault.id);
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.el("p kind", |o| {
                    o.icon(Glyph::Vault);
                    o.say(words::BACKUP_VAULT);
                });
                o.line("h1", edit::name(app.plan(), object));
            });
            o.el("div actions", |o| {
                o.button("button btn", Msg::Duplicate(object.index), |o| {
                    o.icon(Glyph::Copy);
                    o.say(words::DUPLICATE);
                });
                delete_button(o, object);
            });
        });
        form.head(o, PATHS);
        mirror_panel(app, o, &facts, object);
        o.el("section fields", |o| fields(form, o, vault));
        insight::draw(app, o, object, false);
    });
}

/// Asks whether a vault or mirror is to go.
pub(crate) fn delete_button(o: &mut Out, object: ObjectRef) {
    o.button("button btn danger", Msg::Ask(Over::Delete(object)), |o| {
        o.attr("data-testid", "delete");
        o.say(words::DELETE);
    });
}

/// A choice from the words of a vocabulary.
pub(crate) fn from_vocabulary(
    form: Form<'_>,
    o: &mut Out,
    control: Control<'_>,
    msg: Msg,
    vocabulary: &vocab::Vocabulary,
    default: &str,
) {
    control.choice(form.app, o, msg, &|o| {
        pickers::vocabulary(form.app, o, vocabulary, control.value, default);
    });
}

fn fields(form: Form<'_>, o: &mut Out, vault: &Vault<'_>) {
    let app = form.app;
    let name_hint = form.name_hint(vault.name.as_deref());
    let control = Control {
        hint: &name_hint,
        ..form.field(
            "field-name",
            "/name",
            words::VAULT_NAME,
            vault.name.as_deref(),
        )
    };
    control.line(app, o, form.set(&control, "/name", words::FIELD_NAME));
    let control = Control {
        hint: app.say(words::REGION_FOR_GOOD),
        testid: "vault-region",
        ..form.field(
            "field-region",
            "/region",
            words::REGION,
            vault.region.as_deref(),
        )
    };
    control.choice(app, o, form.set(&control, "/region", words::REGION), &|o| {
        pickers::vault_regions(app, o, control.value, true);
    });
    let control = form.field(
        "field-type",
        "/type",
        words::VAULT_TYPE,
        vault.kind.as_deref(),
    );
    let msg = form.set(&control, "/type", words::VAULT_TYPE);
    from_vocabulary(form, o, control, msg, &vocab::VAULT_TYPE, "STANDARD");
    let control = form.field(
        "field-status",
        "/status",
        words::STATUS,
        vault.status.as_deref(),
    );
    let msg = form.set(&control, "/status", words::STATUS);
    from_vocabulary(form, o, control, msg, &vocab::VAULT_STATUS, "CREATED");
    encryption(
        form,
        o,
        (vault.encryption.as_deref(), vault.kms_key.as_deref()),
        (words::ENCRYPTION_FOR_GOOD, words::KMS_KEY_HINT),
    );
    trial(form, o, vault);
    let stored = vault.stored_gb.map(|gb| gb.0.to_string());
    let control = Control {
        takes: Takes::Whole,
        ..form.field(
            "field-stored",
            "/storedGB",
            words::STORED,
            stored.as_deref(),
        )
    };
    control.line(app, o, form.set(&control, "/storedGB", words::STORED));
    let description = vault.description.as_deref();
    let control = form.field(
        "field-description",
        "/description",
        words::DESCRIPTION,
        description,
    );
    control.line(
        app,
        o,
        form.set(&control, "/description", words::DESCRIPTION),
    );
    redundancy(
        form,
        o,
        vault.redundancy.as_deref(),
        vault.region.as_deref(),
    );
    fact(app, o, words::IDENTIFIER, None, &|o| {
        o.line("code", &vault.id)
    });
}

/// The encryption method, and the key where there is one.
pub(crate) fn encryption(
    form: Form<'_>,
    o: &mut Out,
    (method, key): (Option<&str>, Option<&str>),
    (method_hint, key_hint): (&Text, &Text),
) {
    let app = form.app;
    let control = Control {
        hint: app.say(method_hint),
        ..form.field("field-encryption", "/encryption", words::ENCRYPTION, method)
    };
    let msg = form.set(&control, "/encryption", words::ENCRYPTION);
    from_vocabulary(form, o, control, msg, &vocab::ENCRYPTION, "HBR_PRIVATE");
    o.el("div slot", |o| {
        if method == Some("KMS") || key.is_some() {
            let control = Control {
                placeholder: "alias/…",
                hint: app.say(key_hint),
                ..form.field("field-key", "/kmsKey", words::KMS_KEY, key)
            };
            control.line(app, o, form.set(&control, "/kmsKey", words::KMS_KEY));
        }
    });
}

/// The redundancy that results, and what the plan asserts if it says something else.
pub(crate) fn redundancy(form: Form<'_>, o: &mut Out, stated: Option<&str>, region: Option<&str>) {
    let app = form.app;
    fact(
        app,
        o,
        words::REDUNDANCY,
        Some((form.object, "/redundancy")),
        &|o| {
            o.line("span", &pickers::redundancy(app, region));
            o.el("span muted", |o| {
                if let Some(word) = stated {
                    let label = vocab::REDUNDANCY.label(word);
                    let label = label.as_ref().map_or(word, |label| app.say(label));
                    o.text(" ");
                    o.text(&app.fill(words::REDUNDANCY_STATED, "value", label));
                }
            });
        },
    );
}

fn trial(form: Form<'_>, o: &mut Out, vault: &Vault<'_>) {
    let app = form.app;
    let current = match &vault.trial {
        None => "",
        Some(trial) => trial.source.as_deref().unwrap_or("?"),
    };
    let control = Control {
        takes: Takes::Trial,
        hint: app.say(words::TRIAL_HINT),
        ..form.field("field-trial", "/trial", words::TRIAL, Some(current))
    };
    control.choice(app, o, form.set(&control, "/trial", words::TRIAL), &|o| {
        option(o, "", app.say(words::NO_TRIAL));
        for word in vocab::TRIAL.words {
            option(o, word.word, app.say(&word.label));
        }
        if current == "?" {
            option(o, current, app.say(words::TRIAL_OF_UNKNOWN));
        } else if !current.is_empty() && vocab::TRIAL.find(current).is_none() {
            option(o, current, &app.fill(words::UNKNOWN_WORD, "value", current));
        }
    });
}

/// The mirror of a vault, or the way to one.
fn mirror_panel(app: &Page, o: &mut Out, facts: &Facts<'_>, object: ObjectRef) {
    let Some(vault) = facts.vaults.get(object.index) else {
        return;
    };
    let mirrors: Vec<_> = facts.mirrors_of(vault).collect();
    let eligible = eligible::vault(facts, vault);
    let (class, line) = match eligible.answer {
        _ if !mirrors.is_empty() => ("mirror-panel has", words::MAY_HAVE_MIRROR),
        Answer::Yes => ("mirror-panel can", words::MAY_HAVE_MIRROR),
        Answer::No => ("mirror-panel cannot", words::MAY_NOT_HAVE_MIRROR),
        Answer::Undecided => ("mirror-panel open", words::MIRROR_UNDECIDED),
    };
    o.el("section", |o| {
        o.attr("class", class);
        o.named("aria-label", words::MIRROR_VAULT);
        if mirrors.is_empty() {
            return o.el("div invite", |o| {
                o.el("div", |o| {
                    o.word("h2", words::NO_MIRROR_YET);
                    o.word("p", line);
                    reasons::list(app, o, &eligible.reasons, &eligible.missing);
                });
                o.el("div actions", |o| {
                    if eligible.answer == Answer::No {
                        return reasons::ways_out(app, o, &eligible.reasons);
                    }
                    let create = Route::create_mirror(vault.doc.id.to_string());
                    o.link("a btn primary", &create, |o| {
                        o.attr("data-testid", "create-mirror");
                        o.icon(Glyph::Mirror);
                        o.say(words::CREATE_MIRROR);
                    });
                });
            });
        }
        o.el("div", |o| {
            let several = mirrors.len() > 1;
            o.word(
                "h2",
                if several {
                    words::ITS_MIRRORS
                } else {
                    words::ITS_MIRROR
                },
            );
            o.el("ul", |o| {
                for mirror in mirrors {
                    o.el("li", |o| {
                        mirror_row(app, o, mirror);
                    });
                }
            });
        });
    });
}

fn mirror_row(app: &Page, o: &mut Out, mirror: &MirrorFact<'_>) {
    // One that a policy makes is edited where the policy is.
    let route = match mirror.implied_by {
        Some(_) => Route::TEXT,
        None => Route::object(mirror.doc.id.to_string()),
    };
    o.link("a row", &route, |o| {
        o.icon(Glyph::Mirror);
        o.el("span name", |o| {
            o.text(mirror.name());
            let region = match mirror.region() {
                Ok(region) => edit::region_name(region.id, app.lang),
                Err(_) => app.say(words::NO_REGION).to_owned(),
            };
            o.line("small", &[" ", &region].concat());
        });
        chip::tally(app, o, app.judged.tally_of(mirror.object));
    });
}
