//! Asks before a vault or mirror goes, and says what goes or breaks with it.

use vaultplan::finding::{ObjectKind, ObjectRef};
use yew::prelude::*;

use super::dialog::Dialog;
use crate::route::Route;
use crate::shared::use_shared;
use crate::{edit, words};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) object: ObjectRef,
    pub(crate) onclose: Callback<()>,
}

#[component]
pub(crate) fn DeleteDialog(props: &Props) -> Html {
    let app = use_shared();
    let object = props.object;
    let plan = &app.content.plan;
    let hangs = edit::dependants(plan, object);
    let is_vault = object.kind == ObjectKind::Vault;
    let delete = |alone: bool| {
        let (app, onclose) = (app.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            onclose.emit(());
            app.go(&Route::Plan);
            app.edit(edit::delete(&app.content.plan, object, alone));
        })
    };
    let mirrors = hangs.mirrors.iter().map(|index| {
        let name = edit::name(plan, ObjectRef::new(ObjectKind::Mirror, *index)).to_owned();
        html! { <li key={*index}><b>{ name }</b></li> }
    });
    let lines = [
        (
            hangs.sources.len(),
            words::LOSES_SOURCE,
            words::LOSES_SOURCES,
        ),
        (hangs.others, words::LEAVES_OTHER, words::LEAVES_OTHERS),
    ];
    let lines = lines
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .enumerate()
        .map(
            |(key, (number, one, many))| html! { <li {key}>{ app.count(number, one, many) }</li> },
        );
    let some_mirrors = !hangs.mirrors.is_empty();
    html! {
        <Dialog title={app.fill(words::DELETE_WHAT, "name", edit::name(plan, object))} onclose={props.onclose.clone()}>
            <p>{ app.say(if is_vault { words::DELETE_VAULT_MEANS } else { words::DELETE_MIRROR_MEANS }) }</p>
            <div>
                if some_mirrors {
                    <p>{ app.say(words::DELETE_MIRRORS_FIRST) }</p>
                    <ul>{ for mirrors }</ul>
                }
            </div>
            <ul>{ for lines }</ul>
            <p class="muted">{ app.say(words::CAN_BE_UNDONE) }</p>
            <footer>
                <button type="button" class="btn" onclick={props.onclose.reform(|_| ())}>{ app.say(words::CANCEL) }</button>
                <span>
                    if some_mirrors {
                        <button type="button" class="btn" onclick={delete(true)}>{ app.say(words::DELETE_ALONE) }</button>
                    }
                </span>
                <button type="button" class="btn danger primary" onclick={delete(false)} data-testid="confirm-delete">
                    { app.say(if some_mirrors { words::DELETE_BOTH } else { words::DELETE }) }</button>
            </footer>
        </Dialog>
    }
}
