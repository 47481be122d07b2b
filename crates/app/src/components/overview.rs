//! The plan at a glance: every vault, whether it may have a mirror, and the mirror that it has.

use vaultplan::facts::Facts;
use vaultplan::finding::Outcome;
use vaultplan::questions::eligible::{self, Answer, Eligibility};
use yew::prelude::*;

use super::chip;
use super::finding_card::FindingCard;
use super::icon::{Glyph, Icon};
use super::reasons;
use crate::route::{Filter, Route};
use crate::shared::{Shared, use_shared};
use crate::{edit, words};

/// So many rows are drawn; more on request.
const ROWS: usize = 200;

/// So many findings stand below the vaults.
const FIRST: usize = 3;

#[component]
pub(crate) fn Overview() -> Html {
    let app = use_shared();
    let all = use_state(|| false);
    let facts = app.judged.facts();
    let number = facts.vaults.len();
    let shown = if *all { number } else { number.min(ROWS) };
    let rows = (0..shown).map(|index| row(&app, &facts, index));
    let plan = &app.content.plan;
    let none = number == 0;
    let orphans = plan
        .mirrors
        .iter()
        .enumerate()
        .filter(|(_, mirror)| facts.vault(&mirror.source).is_none())
        .map(|(_, mirror)| {
            let id = mirror.id.to_string();
            let name = mirror.name.as_deref().unwrap_or(&mirror.id).to_owned();
            html! { <li key={id.clone()}><a href={Route::Object(id).fragment()}>{ name }</a></li> }
        })
        .collect::<Vec<_>>();
    let some_orphans = !orphans.is_empty();
    let add = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            let (edit, id) = edit::add_vault(&app.content.plan, None);
            app.edit(edit);
            app.go_and_focus(&Route::Object(id), "field-name");
        })
    };
    let more = {
        let all = all.setter();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <div class="overview">
            <header class="form-head">
                <div>
                    <h1>{ app.say(words::OVERVIEW_TITLE) }</h1>
                    <p class="muted">{ totals(&app) }</p>
                </div>
                <div class="actions"><button type="button" class="btn" onclick={add}>
                    <Icon glyph={Glyph::Add} />{ app.say(words::ADD_VAULT) }</button></div>
            </header>
            <div class="table-scroll">
                if none {
                    <p key="none" class="empty">{ app.say(words::NO_VAULTS) }</p>
                } else {
                    <table key="some" class="estate">
                        <thead><tr>
                            <th scope="col">{ app.say(words::BACKUP_VAULT) }</th>
                            <th scope="col">{ app.say(words::REGION) }</th>
                            <th scope="col">{ app.say(words::MAY_MIRROR_HEAD) }</th>
                            <th scope="col">{ app.say(words::MIRROR_VAULT) }</th>
                            <th scope="col">{ app.say(words::VIEW_FINDINGS) }</th>
                        </tr></thead>
                        <tbody>{ for rows }</tbody>
                    </table>
                }
            </div>
            <div>
                if shown < number {
                    <button type="button" class="btn" onclick={more}>
                        { app.fill(words::SHOW_MORE, "n", (number - shown).to_string()) }</button>
                }
            </div>
            { first(&app) }
            <div>
                if some_orphans {
                    <section><h2>{ app.say(words::MIRRORS_WITHOUT_SOURCE) }</h2><ul>{ for orphans }</ul></section>
                }
            </div>
        </div>
    }
}

/// The gravest findings, to begin with.
fn first(app: &Shared) -> Html {
    let mut order: Vec<_> = app.judged.findings.iter().enumerate().collect();
    order.sort_by_key(|(index, finding)| {
        let failed = matches!(finding.outcome, Outcome::Fail(_));
        (!failed, std::cmp::Reverse(finding.severity), *index)
    });
    let number = order.len();
    let cards = order.into_iter().take(FIRST).map(|(index, _)| {
        html! { <FindingCard key={index} judged={app.judged.clone()} {index} /> }
    });
    let all = Route::Findings(Filter::All).fragment();
    html! {
        <div>
            if number > 0 {
                <section class="group first">
                    <h2>{ app.say(words::MEND_FIRST) }</h2>
                    { for cards }
                    <p>if number > FIRST {
                        <a href={all}>{ app.fill(words::ALL_FINDINGS, "n", number.to_string()) }</a>
                    }</p>
                </section>
            }
        </div>
    }
}

fn totals(app: &Shared) -> String {
    let plan = &app.content.plan;
    let parts = [
        app.count(plan.vaults.len(), words::VAULT_ONE, words::VAULT_MANY),
        app.count(plan.mirrors.len(), words::MIRROR_ONE, words::MIRROR_MANY),
        app.count(plan.sources.len(), words::SOURCE_ONE, words::SOURCE_MANY),
    ];
    parts.join(" · ")
}

fn row(app: &Shared, facts: &Facts<'_>, index: usize) -> Html {
    let Some(vault) = facts.vaults.get(index) else {
        return html! { <tr /> };
    };
    let id = vault.doc.id.to_string();
    let eligible = eligible::vault(facts, vault);
    let region = vault.doc.region.as_deref();
    let redundancy = region
        .and_then(vaultplan::catalog::regions::find)
        .and_then(|region| region.zrs)
        .map_or("", |zrs| if zrs { "ZRS" } else { "LRS" });
    let region = region.map_or_else(
        || app.say(words::NOT_STATED).to_owned(),
        |id| edit::region_name(id, app.lang),
    );
    let mut tally = app.judged.tally_of(vault.object);
    let mirrors: Vec<_> = facts.mirrors_of(vault).collect();
    for mirror in &mirrors {
        let of = app.judged.tally_of(mirror.object);
        tally.errors += of.errors;
        tally.warnings += of.warnings;
        tally.advice += of.advice;
        tally.undecided += of.undecided;
    }
    let (none, number) = (mirrors.is_empty(), mirrors.len());
    let links = mirrors.into_iter().map(|mirror| {
        let id = mirror.doc.id.to_string();
        let region = mirror.doc.region.as_deref().map(|r| edit::region_name(r, app.lang));
        html! {
            <a key={id.clone()} class="mirror-link" href={Route::Object(id).fragment()}><Icon glyph={Glyph::Mirror} />
                <span>{ mirror.name().to_owned() }<small>{ region.map(|r| format!(" {r}")).unwrap_or_default() }</small></span></a>
        }
    });
    let may = eligible.answer != Answer::No;
    let create = Route::CreateMirror(id.clone()).fragment();
    html! {
        <tr key={id.clone()}>
            <th scope="row"><a href={Route::Object(id).fragment()}>{ vault.name().to_owned() }</a></th>
            <td>{ region }<small>{ format!(" {redundancy}") }</small></td>
            <td>{ answer(app, &eligible, number) }</td>
            <td>
                <div class="links">
                    { for links }
                    if none && may { <a key="+" class="btn small" href={create}><Icon glyph={Glyph::Add} />{ app.say(words::CREATE_MIRROR) }</a> }
                    else if none { <span key="-" class="muted">{ "—" }</span> }
                </div>
            </td>
            <td>{ chip::tally(app, tally) }</td>
        </tr>
    }
}

/// Yes, no or not decided, with the reasons. A vault that has its mirror is asked no more.
fn answer(app: &Shared, eligible: &Eligibility, mirrors: usize) -> Html {
    let only_has_one = |reason: &vaultplan::questions::Reason| {
        let rule = reason.rule.map(|rule| rule.slug);
        rule == Some("mirror-more-than-one")
    };
    let has_it =
        mirrors > 0 && eligible.missing.is_empty() && eligible.reasons.iter().all(only_has_one);
    let (class, glyph, text) = match eligible.answer {
        _ if has_it && mirrors == 1 => ("yes", Glyph::Mirror, app.say(words::HAS_ITS_MIRROR)),
        Answer::Yes => ("yes", Glyph::Pass, app.say(words::YES)),
        Answer::No => ("no", Glyph::Error, app.say(words::NO)),
        Answer::Undecided => ("open", Glyph::Undecided, app.say(words::UNDECIDED)),
    };
    let too_many = has_it && mirrors > 1;
    let text = if too_many {
        app.fill(words::TOO_MANY_MIRRORS, "n", mirrors.to_string())
    } else {
        text.to_owned()
    };
    let reasons = if has_it {
        html! { <ul class="reasons"></ul> }
    } else {
        reasons::list(app, &eligible.reasons, &eligible.missing)
    };
    html! {
        <div class={classes!("answer", class)}>
            <span><Icon {glyph} />{ text }</span>
            { reasons }
        </div>
    }
}
