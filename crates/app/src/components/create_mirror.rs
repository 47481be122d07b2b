//! The panel that makes a mirror of a vault: the fields of the console's panel, in its order.

use vaultplan::catalog::editions::Editions;
use vaultplan::facts::EncryptionMethod;
use vaultplan::finding::ObjectRef;
use vaultplan::questions::eligible::{self, Answer};
use vaultplan::questions::{contents, generated, mirror_regions};
use yew::prelude::*;

use super::field::{Choice, Fact, Group, SelectField, TextField};
use super::icon::{Glyph, Icon};
use super::{insight, pickers, reasons};
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
    let object = props.object;
    let facts = app.judged.facts();
    let Some(vault) = facts.vaults.get(object.index) else {
        return html! { <div /> };
    };
    let id = vault.doc.id.to_string();
    let name = vault.name().to_owned();
    let offers = mirror_regions::mirror_regions(&facts, vault).regions;
    // The best region is chosen already; a person changes what he does not like.
    if wanted.borrow().region.is_empty() {
        let first = offers.iter().find(|offer| offer.first);
        wanted.borrow_mut().region = first
            .map(|offer| offer.region.id.to_owned())
            .unwrap_or_default();
    }
    let new = wanted.borrow().clone();
    let method = vault.encryption().ok();
    let eligible = eligible::vault(&facts, vault);
    let change = |apply: fn(&mut NewMirror, String)| {
        let (wanted, drawn) = (wanted.clone(), drawn.clone());
        Callback::from(move |value: String| {
            apply(&mut wanted.borrow_mut(), value);
            drawn.force_update();
        })
    };
    let create = {
        let (app, wanted) = (app.clone(), wanted.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let facts = app.judged.facts();
            let Some(vault) = facts.vaults.get(object.index) else {
                return;
            };
            let (edit, mirror) = edit::add_mirror(&facts, vault, &wanted.borrow());
            app.edit(edit);
            app.go_and_focus(&Route::Object(mirror), "field-name");
        })
    };
    let method_text = match method {
        Some(EncryptionMethod::Managed) => words::METHOD_MANAGED,
        Some(EncryptionMethod::Kms) => words::METHOD_KMS,
        None => words::METHOD_UNKNOWN,
    };
    let fixed = vec![Group {
        heading: String::new(),
        choices: vec![Choice::new("fixed", app.say(method_text))],
    }];
    let refused = eligible.answer == Answer::No;
    let hbr = Editions::HBR.has(facts.edition);
    let own_name = if hbr {
        generated::short_name(&name)
    } else {
        generated::mirror_name(&name)
    };
    let stored = vault.doc.stored_gb.map(|gb| gb.0);
    let planned = contents::planned(facts.edition, None, stored, None);
    let region = (!new.region.is_empty()).then_some(new.region.as_str());
    html! {
        <div class="form">
            <header class="form-head">
                <div>
                    <p class="kind"><Icon glyph={Glyph::Mirror} />{ app.say(words::CREATE_MIRROR) }</p>
                    <h1>{ app.fill(words::MIRROR_OF, "name", name.as_str()) }</h1>
                </div>
                <div class="actions"><a class="btn" href={Route::Object(id.clone()).fragment()}>
                    <Icon glyph={Glyph::Back} />{ app.say(words::BACK_TO_VAULT) }</a></div>
            </header>
            <div>
                if refused {
                    <section class="mirror-panel cannot" key="refused">
                        <div class="invite"><div>
                            <h2>{ app.say(words::MAY_NOT_HAVE_MIRROR) }</h2>
                            { reasons::list(&app, &eligible.reasons, &eligible.missing) }</div>
                            { reasons::ways_out(&app, &eligible.reasons) }
                        </div>
                    </section>
                } else {
                    <form onsubmit={create} class="fields" key="form">
                        <SelectField id="new-region" label={app.say(words::REGION)} value={new.region.clone()} testid="new-mirror-region"
                            groups={pickers::mirror_regions(&app, &offers, &new.region, true)}
                            hint={html! { { pickers::regions_hint(&app, &offers) } }}
                            oncommit={change(|new, value| new.region = value)} />
                        <SelectField id="new-encryption" label={app.say(words::ENCRYPTION)} value="fixed" groups={fixed}
                            hint={html! { { app.say(words::ENCRYPTION_AS_SOURCE) } }} oncommit={Callback::noop()} />
                        <div class="slot">
                            if method == Some(EncryptionMethod::Kms) {
                                <TextField id="new-key" label={app.say(words::KMS_KEY)} placeholder="alias/…" value={new.kms_key.clone()}
                                    hint={html! { { app.say(words::KMS_KEY_OF_MIRROR) } }}
                                    oncommit={change(|new, value| new.kms_key = value)} />
                            }
                        </div>
                        <TextField id="new-name" label={app.say(words::VAULT_NAME)} extra={app.say(words::GENERATED)}
                            value={new.name.clone()} placeholder={own_name} oncommit={change(|new, value| new.name = value)} />
                        <TextField id="new-description" label={app.say(words::DESCRIPTION)}
                            extra={if hbr { "" } else { app.say(words::GENERATED) }} value={new.description.clone()}
                            placeholder={if hbr { String::new() } else { generated::mirror_description(&name, &id) }}
                            oncommit={change(|new, value| new.description = value)} />
                        <Fact label={app.say(words::REDUNDANCY)}>{ pickers::redundancy(&app, region) }</Fact>
                        <Fact label={app.say(words::HOLDS_WHEN)}>{ insight::when(&app, &planned) }</Fact>
                        <div class="form-foot">
                            <button type="submit" class="btn primary" disabled={region.is_none()} data-testid="confirm-mirror">
                                { app.say(words::CREATE_MIRROR) }</button>
                            <a class="btn ghost" href={Route::Object(id).fragment()}>{ app.say(words::CANCEL) }</a>
                        </div>
                    </form>
                }
            </div>
            <insight::Insight {object} as_mirror={!refused} />
        </div>
    }
}
