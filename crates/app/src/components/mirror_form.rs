//! The form of a mirror, with its fields named as in the vendor's console.

use vaultplan::catalog::editions::Edition;
use vaultplan::catalog::vocabulary as vocab;
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::Text;
use vaultplan::questions::{generated, mirror_regions};
use yew::prelude::*;

use super::delete_dialog::DeleteDialog;
use super::field::{Accepts, Choice, Fact, Group, SelectField, Spot, TextField};
use super::icon::{Glyph, Icon};
use super::insight::Insight;
use super::pickers;
use super::vault_form::{at_head, name_hint, number_setter, redundancy, setter};
use crate::route::Route;
use crate::shared::{Shared, use_shared};
use crate::{edit, words};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) object: ObjectRef,
}

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

#[component]
pub(crate) fn MirrorForm(props: &Props) -> Html {
    let app = use_shared();
    let deleting = use_state(|| false);
    let object = props.object;
    let plan = &app.content.plan;
    let Some(mirror) = plan.mirrors.get(object.index) else {
        return html! { <div /> };
    };
    let facts = app.judged.facts();
    let text = |value: &Option<vaultplan::model::Txt<'static>>| {
        AttrValue::from(value.as_deref().unwrap_or_default().to_owned())
    };
    let spot = |path: &'static str| Some(Spot { object, path });
    let set = |path: &'static str, field: Text, was: bool| setter(&app, object, path, field, was);
    let source = facts.vault(&mirror.source);
    let offers = source.map(|vault| mirror_regions::mirror_regions(&facts, vault).regions);
    let region = text(&mirror.region);
    let (regions, regions_hint) = match &offers {
        Some(offers) => (
            pickers::mirror_regions(&app, offers, &region, false),
            pickers::regions_hint(&app, offers),
        ),
        // Without a source nothing is refused.
        None => (pickers::vault_regions(&app, &region), String::new()),
    };
    let source_name = source.map_or_else(|| mirror.source.to_string(), |v| v.name().to_owned());
    let kms = mirror.encryption.as_deref() == Some("KMS") || mirror.kms_key.is_some();
    let ask = {
        let deleting = deleting.setter();
        Callback::from(move |_: MouseEvent| deleting.set(true))
    };
    let close = {
        let deleting = deleting.setter();
        Callback::from(move |()| deleting.set(false))
    };
    let (now, other) = match plan.edition() {
        Edition::ReplicationTarget => (words::TARGET_VAULT, Some(words::WAS_MIRROR)),
        Edition::MirrorVault => (words::MIRROR_VAULT, Some(words::IS_TARGET)),
        Edition::Hbr2019 | Edition::Hbr2021 => (words::MIRROR_VAULT, None),
    };
    html! {
        <div class="form" key={mirror.id.to_string()}>
            <header class="form-head">
                <div>
                    <p class="kind"><Icon glyph={Glyph::Mirror} />{ app.say(now) }<small>{ other.map(|text| app.say(text)).unwrap_or_default() }</small></p>
                    <h1>{ edit::name(plan, object).to_owned() }</h1>
                </div>
                <div class="actions">
                    <button type="button" class="btn danger" onclick={ask} data-testid="delete">{ app.say(words::DELETE) }</button>
                </div>
            </header>
            { at_head(&app, object, PATHS) }
            <section class="fields">
                <SelectField id="field-source" label={app.say(words::SOURCE_VAULT)} value={mirror.source.to_string()} spot={spot("/source")}
                    groups={sources(&app, &mirror.source)} hint={source_link(&app, &mirror.source)}
                    oncommit={set("/source", words::SOURCE_VAULT, true)} />
                <SelectField id="field-region" label={app.say(words::REGION)} value={text(&mirror.region)} spot={spot("/region")}
                    groups={regions} testid="mirror-region" hint={html! { { regions_hint } }}
                    oncommit={set("/region", words::REGION, mirror.region.is_some())} />
                <SelectField id="field-encryption" label={app.say(words::ENCRYPTION)} value={text(&mirror.encryption)} spot={spot("/encryption")}
                    groups={pickers::vocabulary(&app, &vocab::ENCRYPTION, &text(&mirror.encryption), Some("HBR_PRIVATE"))}
                    hint={html! { { app.say(words::ENCRYPTION_AS_SOURCE) } }}
                    oncommit={set("/encryption", words::ENCRYPTION, mirror.encryption.is_some())} />
                <div class="slot">
                    if kms {
                        <TextField id="field-key" label={app.say(words::KMS_KEY)} value={text(&mirror.kms_key)} spot={spot("/kmsKey")}
                            placeholder="alias/…" hint={html! { { app.say(words::KMS_KEY_OF_MIRROR) } }}
                            oncommit={set("/kmsKey", words::KMS_KEY, mirror.kms_key.is_some())} />
                    }
                </div>
                <TextField id="field-name" label={app.say(words::VAULT_NAME)} value={text(&mirror.name)} spot={spot("/name")}
                    extra={if mirror.name.is_none() { app.say(words::GENERATED) } else { "" }}
                    placeholder={generated::mirror_name(&source_name)} hint={name_hint(&app, mirror.name.as_deref())}
                    oncommit={set("/name", words::FIELD_NAME, mirror.name.is_some())} />
                <TextField id="field-description" label={app.say(words::DESCRIPTION)} value={text(&mirror.description)} spot={spot("/description")}
                    extra={if mirror.description.is_none() { app.say(words::GENERATED) } else { "" }}
                    placeholder={generated::mirror_description(&source_name, &mirror.source)}
                    oncommit={set("/description", words::DESCRIPTION, mirror.description.is_some())} />
                <SelectField id="field-status" label={app.say(words::STATUS)} value={text(&mirror.status)} spot={spot("/status")}
                    groups={pickers::vocabulary(&app, &vocab::VAULT_STATUS, &text(&mirror.status), Some("CREATED"))}
                    oncommit={set("/status", words::STATUS, mirror.status.is_some())} />
                <TextField id="field-created" label={app.say(words::CREATED_AT)} accepts={Accepts::Time} spot={spot("/createdAt")}
                    value={mirror.created_at.as_ref().map(|at| at.text.to_string()).unwrap_or_default()}
                    placeholder="2026-11-21T08:00:00Z" hint={html! { { app.say(words::CREATED_HINT) } }}
                    oncommit={set("/createdAt", words::CREATED_AT, mirror.created_at.is_some())} />
                <TextField id="field-bandwidth" label={app.say(words::BANDWIDTH)} kind="number" accepts={Accepts::Whole} spot={spot("/bandwidthMbps")}
                    value={mirror.bandwidth_mbps.map(|n| n.0.to_string()).unwrap_or_default()}
                    oncommit={number_setter(&app, object, "/bandwidthMbps", words::BANDWIDTH, mirror.bandwidth_mbps.is_some())} />
                <Fact label={app.say(words::REDUNDANCY)} spot={spot("/redundancy")}>
                    { redundancy(&app, mirror.redundancy.as_deref(), mirror.region.as_deref()) }
                </Fact>
                <Fact label={app.say(words::IDENTIFIER)}><code>{ mirror.id.to_string() }</code></Fact>
            </section>
            <Insight {object} />
            <div>
                if *deleting { <DeleteDialog {object} onclose={close} /> }
            </div>
        </div>
    }
}

/// The vaults that a mirror may be of. Mirrors stand there only when the plan names one.
fn sources(app: &Shared, current: &str) -> Vec<Group> {
    let plan = &app.content.plan;
    let mut choices: Vec<_> = plan
        .vaults
        .iter()
        .enumerate()
        .map(|(index, vault)| {
            let name = edit::name(plan, ObjectRef::new(ObjectKind::Vault, index));
            let region = vault
                .region
                .as_deref()
                .map(|id| edit::region_name(id, app.lang));
            let label = match region {
                Some(region) => format!("{name} · {region}"),
                None => name.to_owned(),
            };
            Choice::new(&*vault.id, label)
        })
        .collect();
    if !choices.iter().any(|choice| choice.value == current) {
        choices.push(Choice::new(current, current));
    }
    vec![Group {
        heading: String::new(),
        choices,
    }]
}

fn source_link(app: &Shared, source: &str) -> Html {
    let known = app.judged.find(source).is_some();
    let href = Route::Object(source.to_owned()).fragment();
    html! {
        <span>
            if known { <a {href}>{ app.say(words::GO_TO_SOURCE) }</a> }
            else { { app.say(words::SOURCE_ABSENT) } }
        </span>
    }
}
