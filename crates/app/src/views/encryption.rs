//! The encryption matrix: every pair of source vault and mirror, with keys and regions, and whether they match.

use vaultplan::facts::{EncryptionMethod, Facts, MirrorFact};
use vaultplan::questions::encryption::{self, Verdict};
use yew::prelude::*;

use crate::components::chip;
use crate::components::icon::{Glyph, Icon};
use crate::components::reasons;
use crate::route::Route;
use crate::shared::{Shared, use_shared};
use crate::{edit, words};

#[component]
pub(crate) fn Encryption() -> Html {
    let app = use_shared();
    let facts = app.judged.facts();
    let rows: Vec<_> = facts
        .mirrors
        .iter()
        .take(1_000)
        .map(|mirror| row(&app, &facts, mirror))
        .collect();
    let alone: Vec<_> = facts
        .vaults
        .iter()
        .filter(|vault| vault.mirror_count == 0)
        .take(200)
        .map(|vault| {
            let id = vault.doc.id.to_string();
            let text = method(&app, vault.encryption().ok(), vault.doc.encryption.as_deref(), vault.doc.kms_key.as_deref());
            html! { <li key={id.clone()}><a href={Route::Object(id).fragment()}>{ vault.name().to_owned() }</a>{ " " }{ text }</li> }
        })
        .collect();
    let (none, some_alone) = (rows.is_empty(), !alone.is_empty());
    html! {
        <div class="encryption-view">
            <header class="form-head"><div>
                <h1>{ app.say(words::VIEW_ENCRYPTION) }</h1>
                <p class="muted">{ app.say(words::ENCRYPTION_ABOUT) }</p></div></header>
            <div class="table-scroll">
                if none {
                    <p key="none" class="empty">{ app.say(words::NO_PAIRS) }</p>
                } else {
                    <table key="some" class="estate matrix">
                        <thead><tr>
                            <th scope="col">{ app.say(words::SOURCE_VAULT) }</th>
                            <th scope="col">{ app.say(words::ITS_METHOD) }</th>
                            <th scope="col">{ app.say(words::OUTCOME) }</th>
                            <th scope="col">{ app.say(words::ITS_METHOD_MIRROR) }</th>
                            <th scope="col">{ app.say(words::MIRROR_VAULT) }</th>
                            <th scope="col">{ app.say(words::VIEW_FINDINGS) }</th>
                        </tr></thead>
                        <tbody>{ for rows }</tbody>
                    </table>
                }
            </div>
            <div>
                if some_alone {
                    <section class="alone"><h2>{ app.say(words::WITHOUT_MIRROR) }</h2><ul>{ for alone }</ul></section>
                }
            </div>
        </div>
    }
}

fn region(app: &Shared, region: Option<&str>) -> String {
    region.map_or_else(
        || app.say(words::NOT_STATED).to_owned(),
        |id| edit::region_name(id, app.lang),
    )
}

fn method(
    app: &Shared,
    method: Option<EncryptionMethod>,
    word: Option<&str>,
    key: Option<&str>,
) -> Html {
    let text = match method {
        Some(EncryptionMethod::Managed) => app.say(words::METHOD_MANAGED).to_owned(),
        Some(EncryptionMethod::Kms) => app.say(words::METHOD_KMS).to_owned(),
        None => word.map_or_else(|| app.say(words::METHOD_UNKNOWN).to_owned(), str::to_owned),
    };
    let kms = method == Some(EncryptionMethod::Kms);
    let key = key.map(str::to_owned);
    html! {
        <div class="method">
            <span><Icon glyph={if kms { Glyph::Key } else { Glyph::Lock }} />{ text }</span>
            <span class="key">
                if let Some(key) = key { <code>{ key }</code> }
                else if kms { <span class="muted">{ app.say(words::KEY_NOT_NAMED) }</span> }
            </span>
        </div>
    }
}

fn row(app: &Shared, facts: &Facts<'_>, mirror: &MirrorFact<'_>) -> Html {
    let pair = encryption::pair(facts, mirror);
    let (class, glyph, text) = match pair.verdict {
        Verdict::Match => ("pass", Glyph::Pass, words::MATCH),
        Verdict::Mismatch => ("error", Glyph::Error, words::MISMATCH),
        Verdict::Impossible => ("error", Glyph::Close, words::IMPOSSIBLE),
        Verdict::Unknown => ("unknown", Glyph::Undecided, words::UNKNOWN),
        Verdict::NotStated => ("advice", Glyph::Info, words::NOT_TREATED),
    };
    let source = facts.vault(&mirror.doc.source);
    let source_id = mirror.doc.source.to_string();
    let source_name = source.map_or_else(|| source_id.clone(), |vault| vault.name().to_owned());
    let id = mirror.doc.id.to_string();
    html! {
        <tr key={id.clone()}>
            <th scope="row"><a href={Route::Object(source_id).fragment()}>{ source_name }</a>
                <small>{ region(app, source.and_then(|v| v.doc.region.as_deref())) }</small></th>
            <td>
                if let Some(vault) = source {
                    <div key="source">{ method(app, pair.source_method, vault.doc.encryption.as_deref(), vault.doc.kms_key.as_deref()) }</div>
                } else { <span key="none" class="muted">{ "—" }</span> }
            </td>
            <td><span class={classes!("chip", class)}><Icon {glyph} />{ app.say(text) }</span>
                { reasons::list(app, &pair.reasons, &pair.missing) }
            </td>
            <td>{ method(app, pair.mirror_method, mirror.doc.encryption.as_deref(), mirror.doc.kms_key.as_deref()) }</td>
            <td><a href={Route::Object(id).fragment()}>{ mirror.name().to_owned() }</a>
                <small>{ region(app, mirror.doc.region.as_deref()) }</small></td>
            <td>{ chip::tally(app, app.judged.tally_of(mirror.object)) }</td>
        </tr>
    }
}
