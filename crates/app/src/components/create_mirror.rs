//! The panel that makes a mirror of a vault: the fields of the console's panel, in its order.

use vaultplan::facts::EncryptionMethod;
use vaultplan::finding::ObjectRef;
use yew::prelude::*;

use super::field::{Choice, Fact, Group, SelectField, TextField};
use super::icon::{Glyph, Icon};
use super::mirror_form::{generated_description, generated_name};
use super::pickers;
use crate::answers::{self, Answer};
use crate::edit::{self, NewMirror};
use crate::route::Route;
use crate::shared::use_shared;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The vault.
    pub(crate) object: ObjectRef,
}

#[component]
pub(crate) fn CreateMirror(props: &Props) -> Html {
    let app = use_shared();
    // Read when the form is sent: Enter in a field commits and sends in one go, before anything is drawn anew.
    let wanted = use_mut_ref(NewMirror::default);
    let drawn = use_force_update();
    let new = wanted.borrow().clone();
    let object = props.object;
    let facts = app.judged.facts();
    let Some(vault) = facts.vaults.get(object.index) else {
        return html! { <div /> };
    };
    let id = vault.doc.id.to_string();
    let name = vault.name().to_owned();
    let source_region = vault.region().ok().map(|region| region.id);
    let offers = pickers::offers(&facts, source_region);
    // The best region is chosen already; a person changes what he does not like.
    let first = vault
        .region()
        .ok()
        .and_then(|region| facts.first_mirror_region(region));
    let region = if new.region.is_empty() {
        first.map(|region| region.id.to_owned()).unwrap_or_default()
    } else {
        new.region.clone()
    };
    let method = vault.encryption().ok();
    let eligible = answers::eligible(&app, vault, true);
    let change = |apply: fn(&mut NewMirror, String)| {
        let (wanted, drawn) = (wanted.clone(), drawn.clone());
        Callback::from(move |value: String| {
            apply(&mut wanted.borrow_mut(), value);
            drawn.force_update();
        })
    };
    let create = {
        let (app, id, region) = (app.clone(), id.clone(), region.clone());
        let wanted = wanted.clone();
        let word = vault.doc.encryption.as_deref().map(str::to_owned);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let new = NewMirror {
                source: id.clone(),
                region: region.clone(),
                encryption: word.clone(),
                ..wanted.borrow().clone()
            };
            let (edit, mirror) = edit::add_mirror(&app.content.plan, &new);
            app.edit(edit);
            app.go_and_focus(&Route::Object(mirror), "field-name");
        })
    };
    let method_text = match method {
        Some(EncryptionMethod::Managed) => words::METHOD_MANAGED,
        Some(EncryptionMethod::Kms) => words::METHOD_KMS,
        None => words::METHOD_UNKNOWN,
    };
    let reasons = eligible
        .reasons
        .iter()
        .map(|why| html! { <li key={why.clone()}>{ why }</li> });
    let refused = eligible.answer == Answer::No;
    let convert = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            app.edit(edit::convert_trial(&app.content.plan, object))
        })
    };
    let held = super::vault_form::sources(&app, &facts, object);
    html! {
        <div class="form">
            <header class="form-head">
                <div>
                    <p class="kind"><Icon glyph={Glyph::Mirror} />{ app.say(words::CREATE_MIRROR) }</p>
                    <h1 id="create-title" tabindex="-1">{ app.fill(words::MIRROR_OF, "name", name.as_str()) }</h1>
                </div>
                <div class="actions"><a class="btn" href={Route::Object(id.clone()).fragment()}>
                    <Icon glyph={Glyph::Back} />{ app.say(words::BACK_TO_VAULT) }</a></div>
            </header>
            <div>
                if refused {
                    <section class="mirror-panel cannot">
                        <div class="invite"><div>
                            <h2>{ app.say(words::MAY_NOT_HAVE_MIRROR) }</h2>
                            <ul class="reasons">{ for reasons }</ul></div>
                            <div class="actions">
                                if eligible.convertible {
                                    <button type="button" class="btn primary" onclick={convert}>{ app.say(words::CONVERT_TRIAL) }</button>
                                }
                            </div>
                        </div>
                    </section>
                } else {
                    <form onsubmit={create} class="fields">
                        <SelectField id="new-region" label={app.say(words::REGION)} value={region.clone()} testid="new-mirror-region"
                            groups={pickers::mirror_regions(&app, &offers, &region, true)}
                            hint={html! { { pickers::regions_hint(&app, &offers) } }}
                            oncommit={change(|new, value| new.region = value)} />
                        <SelectField id="new-encryption" label={app.say(words::ENCRYPTION)} value="fixed"
                            groups={vec![Group { heading: String::new(), choices: vec![Choice::new("fixed", app.say(method_text))] }]}
                            hint={html! { { app.say(words::ENCRYPTION_AS_SOURCE) } }} oncommit={Callback::noop()} />
                        <div class="slot">
                            if method == Some(EncryptionMethod::Kms) {
                                <TextField id="new-key" label={app.say(words::KMS_KEY)} placeholder="alias/…"
                                    value={new.kms_key.clone().unwrap_or_default()}
                                    hint={html! { { app.say(words::KMS_KEY_OF_MIRROR) } }}
                                    oncommit={change(|new, value| new.kms_key = Some(value))} />
                            }
                        </div>
                        <TextField id="new-name" label={app.say(words::VAULT_NAME)} extra={app.say(words::GENERATED)}
                            value={new.name.clone().unwrap_or_default()} placeholder={generated_name(&name)}
                            oncommit={change(|new, value| new.name = Some(value))} />
                        <TextField id="new-description" label={app.say(words::DESCRIPTION)} extra={app.say(words::GENERATED)}
                            value={new.description.clone().unwrap_or_default()} placeholder={generated_description(&name, &id)}
                            oncommit={change(|new, value| new.description = Some(value))} />
                        <Fact label={app.say(words::REDUNDANCY)}>
                            { pickers::redundancy(&app, (!region.is_empty()).then_some(region.as_str())) }</Fact>
                        <Fact label={app.say(words::HOLDS_WHEN)}>
                            <ol class="when">
                                <li>{ app.say(words::HOLDS_NEW) }</li>
                                <li>{ app.say(words::HOLDS_HISTORY) }</li>
                                <li>{ app.say(words::HOLDS_ALL) }</li>
                            </ol></Fact>
                        <Fact label={app.say(words::RESTORABLE)}>{ held }</Fact>
                        <div class="form-foot">
                            <button type="submit" class="btn primary" disabled={region.is_empty()} data-testid="confirm-mirror">
                                { app.say(words::CREATE_MIRROR) }</button>
                            <a class="btn ghost" href={Route::Object(id).fragment()}>{ app.say(words::CANCEL) }</a>
                        </div>
                    </form>
                }
            </div>
        </div>
    }
}
