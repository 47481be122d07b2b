//! The form of a vault, with its fields named as in the vendor's console.

use serde_json::{Value, json};
use vaultplan::catalog::vocabulary as vocab;
use vaultplan::facts::Facts;
use vaultplan::finding::ObjectRef;
use vaultplan::lang::Text;
use vaultplan::model::Vault;
use vaultplan::questions::eligible::{self, Answer};
use yew::prelude::*;

use super::delete_dialog::DeleteDialog;
use super::field::{Accepts, Fact, SelectField, Spot, TextField};
use super::finding_card::FindingCard;
use super::icon::{Glyph, Icon};
use super::insight::Insight;
use super::pickers;
use super::reasons;
use crate::route::Route;
use crate::shared::{Shared, use_shared};
use crate::{edit, words};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) object: ObjectRef,
}

/// Paths of the fields that this form shows; findings elsewhere stand at its head.
pub(crate) const PATHS: &[&str] = &[
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

/// Sets or clears a field when its control commits.
pub(crate) fn setter(
    app: &Shared,
    object: ObjectRef,
    path: &'static str,
    field: Text,
    was: bool,
) -> Callback<String> {
    let app = app.clone();
    Callback::from(move |typed: String| {
        let value = (!typed.is_empty()).then(|| Value::from(typed));
        app.edit(edit::set(
            &app.content.plan,
            object,
            path,
            field,
            was,
            value,
        ));
    })
}

/// As [`setter`], for whole numbers. What is no number is not taken over.
pub(crate) fn number_setter(
    app: &Shared,
    object: ObjectRef,
    path: &'static str,
    field: Text,
    was: bool,
) -> Callback<String> {
    let app = app.clone();
    Callback::from(move |typed: String| {
        let value = typed.parse::<u64>().ok().map(Value::from);
        app.edit(edit::set(
            &app.content.plan,
            object,
            path,
            field,
            was,
            value,
        ));
    })
}

/// Findings of an object that concern none of the form's fields.
pub(crate) fn at_head(app: &Shared, object: ObjectRef, paths: &'static [&'static str]) -> Html {
    let elsewhere = |path: &str| {
        !paths.iter().any(|field| {
            path == *field
                || path
                    .strip_prefix(field)
                    .is_some_and(|rest| rest.starts_with('/'))
        })
    };
    let cards = app.judged.at(object, elsewhere).map(|index| {
        html! { <FindingCard key={index} judged={app.judged.clone()} {index} /> }
    });
    html! { <div class="found">{ for cards }</div> }
}

#[component]
pub(crate) fn VaultForm(props: &Props) -> Html {
    let app = use_shared();
    let deleting = use_state(|| false);
    let object = props.object;
    let Some(vault) = app.content.plan.vaults.get(object.index) else {
        return html! { <div /> };
    };
    let facts = app.judged.facts();
    let text = |value: &Option<vaultplan::model::Txt<'static>>| {
        AttrValue::from(value.as_deref().unwrap_or_default().to_owned())
    };
    let spot = |path: &'static str| Some(Spot { object, path });
    let set = |path: &'static str, field: Text, was: bool| setter(&app, object, path, field, was);
    let region = vault.region.as_deref().unwrap_or_default();
    let kms = vault.encryption.as_deref() == Some("KMS") || vault.kms_key.is_some();
    let copy = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some((edit, id)) = edit::duplicate_vault(&app.content.plan, object.index) {
                app.edit(edit);
                app.go_and_focus(&Route::Object(id), "field-name");
            }
        })
    };
    let ask = {
        let deleting = deleting.setter();
        Callback::from(move |_: MouseEvent| deleting.set(true))
    };
    let close = {
        let deleting = deleting.setter();
        Callback::from(move |()| deleting.set(false))
    };
    html! {
        <div class="form" key={vault.id.to_string()}>
            <header class="form-head">
                <div>
                    <p class="kind"><Icon glyph={Glyph::Vault} />{ app.say(words::BACKUP_VAULT) }</p>
                    <h1>{ edit::name(&app.content.plan, object).to_owned() }</h1>
                </div>
                <div class="actions">
                    <button type="button" class="btn" onclick={copy}><Icon glyph={Glyph::Copy} />{ app.say(words::DUPLICATE) }</button>
                    <button type="button" class="btn danger" onclick={ask} data-testid="delete">{ app.say(words::DELETE) }</button>
                </div>
            </header>
            { at_head(&app, object, PATHS) }
            { mirror_panel(&app, &facts, object) }
            <section class="fields">
                <TextField id="field-name" label={app.say(words::VAULT_NAME)} value={text(&vault.name)} spot={spot("/name")}
                    hint={name_hint(&app, vault.name.as_deref())} oncommit={set("/name", words::FIELD_NAME, vault.name.is_some())} />
                <SelectField id="field-region" label={app.say(words::REGION)} value={text(&vault.region)} spot={spot("/region")}
                    groups={pickers::vault_regions(&app, region)} testid="vault-region"
                    hint={html! { { app.say(words::REGION_FOR_GOOD) } }}
                    oncommit={set("/region", words::REGION, vault.region.is_some())} />
                <SelectField id="field-type" label={app.say(words::VAULT_TYPE)} value={text(&vault.kind)} spot={spot("/type")}
                    groups={pickers::vocabulary(&app, &vocab::VAULT_TYPE, &text(&vault.kind), Some("STANDARD"))}
                    oncommit={set("/type", words::VAULT_TYPE, vault.kind.is_some())} />
                <SelectField id="field-status" label={app.say(words::STATUS)} value={text(&vault.status)} spot={spot("/status")}
                    groups={pickers::vocabulary(&app, &vocab::VAULT_STATUS, &text(&vault.status), Some("CREATED"))}
                    oncommit={set("/status", words::STATUS, vault.status.is_some())} />
                <SelectField id="field-encryption" label={app.say(words::ENCRYPTION)} value={text(&vault.encryption)} spot={spot("/encryption")}
                    groups={pickers::vocabulary(&app, &vocab::ENCRYPTION, &text(&vault.encryption), Some("HBR_PRIVATE"))}
                    hint={html! { { app.say(words::ENCRYPTION_FOR_GOOD) } }}
                    oncommit={set("/encryption", words::ENCRYPTION, vault.encryption.is_some())} />
                <div class="slot">
                    if kms {
                        <TextField id="field-key" label={app.say(words::KMS_KEY)} value={text(&vault.kms_key)} spot={spot("/kmsKey")}
                            placeholder="alias/…" hint={html! { { app.say(words::KMS_KEY_HINT) } }}
                            oncommit={set("/kmsKey", words::KMS_KEY, vault.kms_key.is_some())} />
                    }
                </div>
                { trial(&app, vault, object) }
                <TextField id="field-stored" label={app.say(words::STORED)} kind="number" accepts={Accepts::Whole} spot={spot("/storedGB")}
                    value={vault.stored_gb.map(|gb| gb.0.to_string()).unwrap_or_default()}
                    oncommit={number_setter(&app, object, "/storedGB", words::STORED, vault.stored_gb.is_some())} />
                <TextField id="field-description" label={app.say(words::DESCRIPTION)} value={text(&vault.description)}
                    spot={spot("/description")} oncommit={set("/description", words::DESCRIPTION, vault.description.is_some())} />
                <Fact label={app.say(words::REDUNDANCY)} spot={spot("/redundancy")}>
                    { redundancy(&app, vault.redundancy.as_deref(), vault.region.as_deref()) }
                </Fact>
                <Fact label={app.say(words::IDENTIFIER)}><code>{ vault.id.to_string() }</code></Fact>
            </section>
            <Insight {object} />
            <div>
                if *deleting { <DeleteDialog {object} onclose={close} /> }
            </div>
        </div>
    }
}

/// How long a name may be, once there is one.
pub(crate) fn name_hint(app: &Shared, name: Option<&str>) -> Html {
    let length = name.unwrap_or_default().chars().count();
    let limit = vaultplan::catalog::limits::VAULT_NAME;
    let text = crate::state::Label::new(words::NAME_LENGTH)
        .arg("n", length.to_string())
        .arg("limit", limit.to_string())
        .get(app.lang);
    html! { { text } }
}

/// The redundancy that results, and what the plan asserts if it says something else.
pub(crate) fn redundancy(app: &Shared, stated: Option<&str>, region: Option<&str>) -> Html {
    let stated = stated.map(|word| {
        let label = vocab::REDUNDANCY.label(word);
        let label = label.map_or_else(|| word.to_owned(), |label| app.say(label).to_owned());
        app.fill(words::REDUNDANCY_STATED, "value", label)
    });
    html! {
        <>
            <span>{ pickers::redundancy(app, region) }</span>
            <span class="muted">{ stated.map(|text| format!(" {text}")).unwrap_or_default() }</span>
        </>
    }
}

fn trial(app: &Shared, vault: &Vault<'_>, object: ObjectRef) -> Html {
    use super::field::{Choice, Group};

    let current = match &vault.trial {
        None => "",
        Some(trial) => trial.source.as_deref().unwrap_or("?"),
    };
    let mut choices = vec![Choice::new("", app.say(words::NO_TRIAL))];
    choices.extend(
        vocab::TRIAL
            .words
            .iter()
            .map(|word| Choice::new(word.word, app.say(word.label))),
    );
    let known = choices.iter().any(|choice| choice.value == current);
    if !known {
        let label = if current == "?" {
            app.say(words::TRIAL_OF_UNKNOWN).to_owned()
        } else {
            app.fill(words::UNKNOWN_WORD, "value", current)
        };
        choices.push(Choice::new(current, label));
    }
    let groups = vec![Group {
        heading: String::new(),
        choices,
    }];
    let oncommit = {
        let app = app.clone();
        let kept = serde_json::to_value(&vault.trial).unwrap_or_default();
        let was = vault.trial.is_some();
        Callback::from(move |chosen: String| {
            let value = match chosen.as_str() {
                "" => None,
                "?" => Some(json!({})),
                source => {
                    // The end of the trial and the user's remark stay.
                    let mut trial = kept.as_object().cloned().unwrap_or_default();
                    trial.insert("source".to_owned(), source.into());
                    Some(Value::Object(trial))
                }
            };
            app.edit(edit::set(
                &app.content.plan,
                object,
                "/trial",
                words::TRIAL,
                was,
                value,
            ));
        })
    };
    html! {
        <SelectField id="field-trial" label={app.say(words::TRIAL)} value={current.to_owned()} {groups} {oncommit}
            spot={Some(Spot { object, path: "/trial" })} hint={html! { { app.say(words::TRIAL_HINT) } }} />
    }
}

/// The mirror of a vault, or the way to one.
fn mirror_panel(app: &Shared, facts: &Facts<'_>, object: ObjectRef) -> Html {
    let Some(vault) = facts.vaults.get(object.index) else {
        return html! { <div /> };
    };
    let id = vault.doc.id.to_string();
    let mirrors: Vec<_> = facts
        .mirrors_of(vault)
        .map(|mirror| {
            let region = mirror.doc.region.as_deref();
            (
                mirror.object,
                region.map(|r| edit::region_name(r, app.lang)),
            )
        })
        .collect();
    let (has_mirror, several) = (!mirrors.is_empty(), mirrors.len() > 1);
    let plan = &app.content.plan;
    let rows = mirrors.into_iter().map(|(object, region)| {
        let region = region.unwrap_or_else(|| app.say(words::NO_REGION).to_owned());
        let href = Route::Object(edit::id(plan, object).to_owned()).fragment();
        html! {
            <li key={object.index}>
                <a class="row" {href}><Icon glyph={Glyph::Mirror} />
                    <span class="name">{ edit::name(plan, object) }<small>{ format!(" {region}") }</small></span>
                    { super::chip::tally(app, app.judged.tally_of(object)) }
                </a></li>
        }
    });
    let eligible = eligible::vault(facts, vault);
    let (class, line) = match eligible.answer {
        Answer::Yes => ("can", words::MAY_HAVE_MIRROR),
        Answer::No => ("cannot", words::MAY_NOT_HAVE_MIRROR),
        Answer::Undecided => ("open", words::MIRROR_UNDECIDED),
    };
    let class = if has_mirror { "has" } else { class };
    html! {
        <section class={classes!("mirror-panel", class)} aria-label={app.say(words::MIRROR_VAULT)}>
            if has_mirror {
                <div key="has"><h2>{ app.say(if several { words::ITS_MIRRORS } else { words::ITS_MIRROR }) }</h2><ul>{ for rows }</ul></div>
            } else {
                <div key="none" class="invite">
                    <div>
                        <h2>{ app.say(words::NO_MIRROR_YET) }</h2>
                        <p>{ app.say(line) }</p>
                        { reasons::list(app, &eligible.reasons, &eligible.missing) }
                    </div>
                    <div class="actions">
                        if eligible.answer == Answer::No {
                            <div key="ways">{ reasons::ways_out(app, &eligible.reasons) }</div>
                        } else {
                            <a key="create" class="btn primary" href={Route::CreateMirror(id).fragment()} data-testid="create-mirror">
                                <Icon glyph={Glyph::Mirror} />{ app.say(words::CREATE_MIRROR) }</a>
                        }
                    </div>
                </div>
            }
        </section>
    }
}
