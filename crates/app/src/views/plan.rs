//! The home view: the form of what is selected, with what else is worth knowing beside it.

use vaultplan::finding::ObjectKind;
use yew::prelude::*;

use crate::components::create_mirror::CreateMirror;
use crate::components::doors::Doors;
use crate::components::mirror_form::MirrorForm;
use crate::components::overview::Overview;
use crate::components::vault_form::VaultForm;
use crate::route::Route;
use crate::shared::use_shared;
use crate::words;

#[component]
pub(crate) fn Plan() -> Html {
    let app = use_shared();
    let object = app.route.selected().and_then(|id| app.judged.find(id));
    if app.content.is_empty() {
        return html! { <div class="plan-view" key="doors"><Doors /></div> };
    }
    let inner = match (&app.route, object) {
        (Route::CreateMirror(_), Some(object)) if object.kind == ObjectKind::Vault => {
            html! { <CreateMirror key="new" {object} /> }
        }
        (_, Some(object)) if object.kind == ObjectKind::Vault => {
            html! { <VaultForm key="vault" {object} /> }
        }
        (_, Some(object)) => html! { <MirrorForm key="mirror" {object} /> },
        (route, None) if route.selected().is_some() => html! {
            <div key="gone" class="empty">
                <h1>{ app.say(words::OBJECT_GONE) }</h1>
                <a class="btn" href={Route::Plan.fragment()}>{ app.say(words::TO_OVERVIEW) }</a>
            </div>
        },
        _ => html! { <Overview key="overview" /> },
    };
    html! { <div class="plan-view" key="plan">{ inner }</div> }
}
