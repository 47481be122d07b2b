//! What an import understood, ignored and could not decide: shown above the plan until the user closes it.

use std::rc::Rc;

use vaultplan::catalog::editions::Edition;
use vaultplan::finding::ObjectRef;
use vaultplan::import::{Import, NoteKind};
use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::rich::Rich;
use crate::components::finding_card::sentence;
use crate::shared::use_shared;
use crate::{edit, words};

/// So many remarks are listed.
const NOTES: usize = 50;

#[derive(Properties)]
pub(crate) struct Props {
    pub(crate) import: Rc<Import>,
    pub(crate) onclose: Callback<()>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.import, &other.import) && self.onclose == other.onclose
    }
}

#[component]
pub(crate) fn ImportReport(props: &Props) -> Html {
    let app = use_shared();
    let said = props.import.worded(app.lang);
    let list = |lines: &[String]| {
        let rows = lines.iter().take(NOTES).enumerate();
        let rows = rows.map(|(key, line)| html! { <li {key}><Rich text={sentence(line)} /></li> });
        let more = lines.len().saturating_sub(NOTES);
        html! {
            <ul>{ for rows }
                if more > 0 { <li key="more" class="muted">{ app.fill(words::AND_MORE, "n", more.to_string()) }</li> }
            </ul>
        }
    };
    let newer = props
        .import
        .notes
        .iter()
        .any(|note| note.kind == NoteKind::NewGeneration);
    let propose = newer && app.content.plan.edition() != Edition::ReplicationTarget;
    let switch = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            let plan = &app.content.plan;
            app.edit(edit::set(
                plan,
                ObjectRef::PLAN,
                "/edition",
                words::FIELD_EDITION,
                plan.edition.is_some(),
                Some(Edition::ReplicationTarget.word().into()),
            ));
        })
    };
    let (no_notes, no_ignored) = (said.notes.is_empty(), said.ignored.is_empty());
    html! {
        <section class="import-report" aria-labelledby="import-title" data-testid="import-report">
            <header>
                <h2 id="import-title"><Icon glyph={Glyph::File} />{ app.say(words::IMPORTED) }</h2>
                <button type="button" class="btn icon ghost" onclick={props.onclose.reform(|_| ())} aria-label={app.say(words::CLOSE)}>
                    <Icon glyph={Glyph::Close} /></button>
            </header>
            { list(&said.understood) }
            <div>
                if propose {
                    <p>{ app.say(words::NEWER_FIELDS) }{ " " }<button type="button" class="btn small" onclick={switch}>
                        { app.fill(words::SWITCH_EDITION, "edition", app.say(Edition::ReplicationTarget.title())) }</button></p>
                }
            </div>
            <div>
                if !no_notes {
                    <details open=true>
                        <summary>{ app.count(said.notes.len(), words::REMARK_ONE, words::REMARK_MANY) }</summary>
                        { list(&said.notes) }
                    </details>
                }
            </div>
            <div>
                if !no_ignored {
                    <details><summary>{ app.count(said.ignored.len(), words::IGNORED_ONE, words::IGNORED_MANY) }</summary>
                        { list(&said.ignored) }</details>
                }
            </div>
        </section>
    }
}
