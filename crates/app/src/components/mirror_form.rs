//! The form of a mirror, with its fields named as in the vendor's console.

use vaultplan::catalog::editions::Edition;
use vaultplan::catalog::vocabulary as vocab;
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::model::Mirror;
use vaultplan::questions::{generated, mirror_regions};

use super::field::{Control, Form, fact, option};
use super::vault_form::{delete_button, encryption, from_vocabulary, redundancy};
use super::{insight, pickers};
use crate::edit::{self, Takes};
use crate::icon::Glyph;
use crate::markup::Out;
use crate::page::Page;
use crate::route::Route;
use crate::words;

/// Paths of the fields that this form shows.
const PATHS: &[&str] = &[
    "/source",
    "/region",
    "/encryption",
    "/kmsKey",
    "/name",
    "/description",
    "/redundancy",
    "/status",
    "/createdAt",
    "/bandwidthMbps",
    "/historyGB",
];

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out, object: ObjectRef) {
    let Some(mirror) = app.plan().mirrors.get(object.index) else {
        return;
    };
    let form = Form { app, object };
    let (now, other) = match app.plan().edition() {
        Edition::ReplicationTarget => (words::TARGET_VAULT, app.say(words::WAS_MIRROR)),
        Edition::MirrorVault => (words::MIRROR_VAULT, app.say(words::IS_TARGET)),
        Edition::Hbr2019 | Edition::Hbr2021 => (words::MIRROR_VAULT, ""),
    };
    o.el("div form", |o| {
        o.key(&mirror.id);
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.el("p kind", |o| {
                    o.icon(Glyph::Mirror);
                    o.say(now);
                    o.line("small", other);
                });
                o.line("h1", edit::name(app.plan(), object));
            });
            o.el("div actions", |o| delete_button(o, object));
        });
        form.head(o, PATHS);
        o.el("section fields", |o| fields(form, o, mirror));
        insight::draw(app, o, object, false);
    });
}

fn fields(form: Form<'_>, o: &mut Out, mirror: &Mirror<'_>) {
    let app = form.app;
    let facts = app.judged.facts();
    let source = facts.vault(&mirror.source);
    let offers = source.map(|vault| mirror_regions::mirror_regions(&facts, vault).regions);
    let source_name = source.map_or(&*mirror.source, |vault| vault.name());

    let known = app.judged.find(&mirror.source).is_some();
    let to_source = Route::object(mirror.source.to_string());
    let control = Control {
        hint: app.say(if known {
            words::GO_TO_SOURCE
        } else {
            words::SOURCE_ABSENT
        }),
        leads: known.then_some(&to_source),
        ..form.field(
            "field-source",
            "/source",
            words::SOURCE_VAULT,
            Some(&mirror.source),
        )
    };
    let msg = form.set(&control, "/source", words::SOURCE_VAULT);
    control.choice(app, o, msg, &|o| sources(app, o, &mirror.source));
    let hint = offers
        .as_ref()
        .map(|offers| pickers::regions_hint(app, offers));
    let control = Control {
        hint: hint.as_deref().unwrap_or_default(),
        testid: "mirror-region",
        ..form.field(
            "field-region",
            "/region",
            words::REGION,
            mirror.region.as_deref(),
        )
    };
    let msg = form.set(&control, "/region", words::REGION);
    control.choice(app, o, msg, &|o| match &offers {
        Some(offers) => pickers::mirror_regions(app, o, offers, control.value, false),
        // Without a source nothing is refused.
        None => pickers::vault_regions(app, o, control.value, true),
    });
    encryption(
        form,
        o,
        (mirror.encryption.as_deref(), mirror.kms_key.as_deref()),
        (words::ENCRYPTION_AS_SOURCE, words::KMS_KEY_OF_MIRROR),
    );
    let generated = |stated: Option<&str>| match stated {
        Some(_) => "",
        None => app.say(words::GENERATED),
    };
    let name_hint = form.name_hint(mirror.name.as_deref());
    let control = Control {
        extra: generated(mirror.name.as_deref()),
        placeholder: &generated::mirror_name(source_name),
        hint: &name_hint,
        ..form.field(
            "field-name",
            "/name",
            words::VAULT_NAME,
            mirror.name.as_deref(),
        )
    };
    control.line(app, o, form.set(&control, "/name", words::FIELD_NAME));
    let description = mirror.description.as_deref();
    let control = Control {
        extra: generated(description),
        placeholder: &generated::mirror_description(source_name, &mirror.source),
        ..form.field(
            "field-description",
            "/description",
            words::DESCRIPTION,
            description,
        )
    };
    control.line(
        app,
        o,
        form.set(&control, "/description", words::DESCRIPTION),
    );
    let control = form.field(
        "field-status",
        "/status",
        words::STATUS,
        mirror.status.as_deref(),
    );
    let msg = form.set(&control, "/status", words::STATUS);
    from_vocabulary(form, o, control, msg, &vocab::VAULT_STATUS, "CREATED");
    let created = mirror.created_at.as_ref().map(|at| &*at.text);
    let control = Control {
        takes: Takes::Time,
        placeholder: "2026-11-21T08:00:00Z",
        hint: app.say(words::CREATED_HINT),
        ..form.field("field-created", "/createdAt", words::CREATED_AT, created)
    };
    control.line(app, o, form.set(&control, "/createdAt", words::CREATED_AT));
    let bandwidth = mirror.bandwidth_mbps.map(|n| n.0.to_string());
    let control = Control {
        takes: Takes::Whole,
        ..form.field(
            "field-bandwidth",
            "/bandwidthMbps",
            words::BANDWIDTH,
            bandwidth.as_deref(),
        )
    };
    control.line(
        app,
        o,
        form.set(&control, "/bandwidthMbps", words::BANDWIDTH),
    );
    redundancy(
        form,
        o,
        mirror.redundancy.as_deref(),
        mirror.region.as_deref(),
    );
    fact(app, o, words::IDENTIFIER, None, &|o| {
        o.line("code", &mirror.id)
    });
}

/// The vaults that a mirror may be of. Mirrors stand there only when the plan names one.
fn sources(app: &Page, o: &mut Out, current: &str) {
    let plan = app.plan();
    let mut known = false;
    for (index, vault) in plan.vaults.iter().enumerate() {
        let mut label = edit::name(plan, ObjectRef::new(ObjectKind::Vault, index)).to_owned();
        if let Some(region) = vault.region.as_deref() {
            label.push_str(" · ");
            label.push_str(&edit::region_name(region, app.lang));
        }
        known |= *vault.id == *current;
        option(o, &vault.id, &label);
    }
    if !known {
        option(o, current, current);
    }
}
