//! The findings: what fails by object, what waits for a fact by the fact, what holds by rule.

use std::collections::BTreeMap;

use vaultplan::catalog::editions::Edition;
use vaultplan::finding::{Finding, ObjectKind, ObjectRef, Outcome};
use vaultplan::report::json;
use yew::prelude::*;

use crate::components::finding_card::{FindingCard, sentence};
use crate::components::icon::{Glyph, Icon};
use crate::components::rich::Rich;
use crate::components::supply::Supply;
use crate::route::{Filter, Route};
use crate::shared::{Shared, use_shared};
use crate::state::Label;
use crate::{edit, words};

/// So many cards are drawn; more on request.
const CARDS: usize = 100;

#[component]
pub(crate) fn Findings() -> Html {
    let app = use_shared();
    let all = use_state(|| false);
    let Route::Findings(filter) = app.route else {
        return html! { <div /> };
    };
    let limit = if *all { usize::MAX } else { CARDS };
    let number = app
        .judged
        .findings
        .iter()
        .filter(|finding| fits(filter, finding))
        .count();
    let more = {
        let all = all.setter();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    let body = match filter {
        Filter::Passed => passed(&app),
        _ if number == 0 => nothing(&app, filter),
        _ => html! {
            <div key="lists">
                { failures(&app, filter, limit) }
                { undecided(&app, filter, limit) }
            </div>
        },
    };
    html! {
        <div class="findings-view">
            <header class="form-head">
                <div><h1>{ app.say(words::VIEW_FINDINGS) }</h1>
                    <p class="muted">{ app.fill(words::JUDGED_BY, "edition", app.say(app.content.plan.edition().title())) }</p></div>
            </header>
            <div class="stopped">
                if app.judged.stopped { <p class="muted">{ app.say(words::STOPPED) }</p> }
            </div>
            { filters(&app, filter) }
            { fix_all(&app, filter) }
            <div data-testid="findings">{ body }</div>
            <div>
                if number > limit {
                    <button type="button" class="btn" onclick={more}>
                        { app.fill(words::SHOW_MORE, "n", (number - limit).to_string()) }</button>
                }
            </div>
            { editions(&app) }
        </div>
    }
}

fn fits(filter: Filter, finding: &Finding) -> bool {
    match (filter, &finding.outcome) {
        (Filter::All, _) | (Filter::Undecided, Outcome::Undecided(_)) => true,
        (Filter::Failed(severity), Outcome::Fail(_)) => finding.severity == severity,
        _ => false,
    }
}

fn filters(app: &Shared, here: Filter) -> Html {
    let tally = app.judged.tally();
    let tabs = Filter::ALL.into_iter().map(|filter| {
        use vaultplan::finding::Severity::{Advice, Error, Warning};
        let (text, number) = match filter {
            Filter::All => (words::ALL, app.judged.findings.len()),
            Filter::Failed(Error) => (words::ERRORS, tally.errors),
            Filter::Failed(Warning) => (words::WARNINGS, tally.warnings),
            Filter::Failed(Advice) => (words::ADVICE, tally.advice),
            Filter::Undecided => (words::UNDECIDED, tally.undecided),
            Filter::Passed => (words::PASSED, app.judged.passed()),
        };
        html! {
            <a key={filter.word()} href={Route::Findings(filter).fragment()} aria-current={(filter == here).then_some("true")}>
                { app.say(text) }<span class="number">{ number }</span></a>
        }
    });
    html! { <nav class="filters" aria-label={app.say(words::FILTER_FINDINGS)}>{ for tabs }</nav> }
}

fn nothing(app: &Shared, filter: Filter) -> Html {
    let text = match filter {
        Filter::All => words::NOTHING_FOUND,
        _ => words::NOTHING_OF_KIND,
    };
    html! {
        <div key="nothing" class="empty good"><Icon glyph={Glyph::Pass} /><p>{ app.say(text) }</p></div>
    }
}

/// What fails, grouped by object.
fn failures(app: &Shared, filter: Filter, limit: usize) -> Html {
    let mut groups: BTreeMap<ObjectRef, Vec<usize>> = BTreeMap::new();
    let failing = app
        .judged
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| {
            matches!(finding.outcome, Outcome::Fail(_)) && fits(filter, finding)
        });
    for (index, finding) in failing.take(limit) {
        groups.entry(finding.spot().object).or_default().push(index);
    }
    let sections = groups.into_iter().map(|(object, mut indexes)| {
        indexes.sort_by_key(|index| {
            let severity = app
                .judged
                .findings
                .get(*index)
                .map(|finding| finding.severity);
            (std::cmp::Reverse(severity), *index)
        });
        let cards = indexes.into_iter().map(|index| {
            html! { <FindingCard key={index} judged={app.judged.clone()} {index} /> }
        });
        html! {
            <section class="group" key={format!("{}-{}", object.kind.word(), object.index)}>
                <h2>{ object_link(app, object) }</h2>
                { for cards }
            </section>
        }
    });
    html! { <div class="groups">{ for sections }</div> }
}

/// The name of an object, leading to where it is edited.
fn object_link(app: &Shared, object: ObjectRef) -> Html {
    let plan = &app.content.plan;
    let kind = app.say(object.kind.label());
    let name = match object.kind {
        ObjectKind::Plan => app.say(words::WHOLE_PLAN),
        _ => edit::name(plan, object),
    };
    let route = match object.kind {
        ObjectKind::Vault | ObjectKind::Mirror => Route::Object(edit::id(plan, object).to_owned()),
        ObjectKind::Plan => Route::Plan,
        _ => Route::Text,
    };
    let name = name.to_owned();
    html! { <a href={route.fragment()}>{ name }<small>{ format!(" {kind}") }</small></a> }
}

/// What waits, grouped by the fact that it waits for.
fn undecided(app: &Shared, filter: Filter, limit: usize) -> Html {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, finding) in app.judged.findings.iter().enumerate() {
        if let Outcome::Undecided(missing) = &finding.outcome
            && fits(filter, finding)
        {
            let key = format!("{} {}", missing.spot.pointer(), missing.wanted.slug);
            groups.entry(key).or_default().push(index);
        }
    }
    let some = !groups.is_empty();
    let sections = groups.into_iter().take(limit).map(|(key, indexes)| {
        let first = indexes.first().and_then(|index| app.judged.findings.get(*index));
        let Some(Outcome::Undecided(missing)) = first.map(|finding| &finding.outcome) else {
            return html! { <div {key} /> };
        };
        let rules = indexes.iter().filter_map(|index| app.judged.findings.get(*index)).map(|finding| {
            html! { <li key={finding.rule.slug}><code>{ finding.rule.slug }</code>{ " " }{ app.say(finding.rule.title) }</li> }
        });
        let object = missing.spot.object;
        let id = format!("supply-{}", missing.spot.pointer().replace(['/', '~'], "-"));
        let waiting = app.count(indexes.len(), words::RULE_WAITS, words::RULES_WAIT);
        html! {
            <article class="card unknown" {key} data-testid="waiting">
                <div class="card-head"><span class="chip unknown"><Icon glyph={Glyph::Undecided} />{ waiting }</span></div>
                <p class="message"><Rich text={sentence(&json::what_is_missing(missing, app.lang))} /></p>
                <div class="why"><p><Rich text={app.fill_own(words::HOW_TO_GET, "how", app.say(missing.wanted.how))} /></p></div>
                <Supply {object} path={missing.spot.path.to_string()} {id} />
                <p class="muted">{ app.say(words::SUPPLY_IT) }{ object_link(app, object) }</p>
                <details class="more"><summary>{ app.say(words::WAITING_RULES) }</summary><ul>{ for rules }</ul></details>
            </article>
        }
    });
    html! {
        <div class="groups">
            if some { <section class="group"><h2>{ app.say(words::WAITS_FOR) }</h2>{ for sections }</section> }
        </div>
    }
}

/// What was checked and holds, rule by rule.
fn passed(app: &Shared) -> Html {
    let rows = app.judged.counts.iter().filter(|counts| counts.passed > 0).map(|counts| {
        html! {
            <tr key={counts.rule.slug}>
                <th scope="row">{ sentence(app.say(counts.rule.title)) }<br /><code>{ counts.rule.slug }</code></th>
                <td>{ counts.passed }</td><td>{ counts.failed }</td><td>{ counts.undecided }</td>
            </tr>
        }
    });
    html! {
        <div key="passed" class="table-scroll">
            <p class="muted">{ app.say(words::PASSED_ABOUT) }</p>
            <table class="estate numbers">
                <thead><tr><th scope="col">{ app.say(words::RULE) }</th><th scope="col">{ app.say(words::PASSED) }</th>
                    <th scope="col">{ app.say(words::FAILED) }</th><th scope="col">{ app.say(words::UNDECIDED) }</th></tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

/// Fixes that can be applied to all findings of a rule in one step.
fn fix_all(app: &Shared, filter: Filter) -> Html {
    use vaultplan::finding::Safety;

    let mut kinds: BTreeMap<&'static str, Vec<&Finding>> = BTreeMap::new();
    for finding in app
        .judged
        .findings
        .iter()
        .filter(|finding| fits(filter, finding))
    {
        let safe = finding
            .fixes()
            .first()
            .is_some_and(|fix| fix.safety == Safety::Safe && !fix.patch.is_empty());
        if safe {
            kinds.entry(finding.rule.slug).or_default().push(finding);
        }
    }
    let buttons = kinds
        .into_iter()
        .filter(|(_, of)| of.len() > 1)
        .map(|(slug, of)| {
            // From the end of the plan, so that removals do not move what later fixes point to.
            let mut of = of;
            of.sort_by_key(|finding| std::cmp::Reverse(finding.spot().object));
            let patch: Vec<_> = of
                .iter()
                .filter_map(|f| f.fixes().first())
                .flat_map(|fix| fix.patch.clone())
                .collect();
            let label = Label::new(words::FIX_ALL)
                .arg("n", of.len().to_string())
                .arg("rule", slug);
            let text = sentence(&label.get(app.lang));
            let onclick = {
                let app = app.clone();
                Callback::from(move |_: MouseEvent| {
                    app.edit(edit::Edit {
                        label: label.clone(),
                        patch: patch.clone(),
                    })
                })
            };
            html! { <button key={slug} type="button" class="btn" {onclick}>{ text }</button> }
        });
    html! { <div class="fix-all">{ for buttons }</div> }
}

/// What the other editions would say.
fn editions(app: &Shared) -> Html {
    // Three more checks: not on every keystroke of a very large plan.
    if app.content.plan.object_count() > 20_000 {
        return html! { <div /> };
    }
    let here = app.content.plan.edition();
    let rows = Edition::ALL.into_iter().filter(|edition| *edition != here).map(|edition| {
        let (more, fewer) = app.judged.under(edition);
        let text = if (more, fewer) == (0, 0) {
            app.say(words::SAYS_THE_SAME).to_owned()
        } else {
            Label::new(words::SAYS_OTHERWISE).arg("more", more.to_string()).arg("fewer", fewer.to_string()).get(app.lang)
        };
        html! { <li key={edition.word()}><b>{ app.say(edition.title()) }</b>{ " — " }{ text }</li> }
    });
    html! {
        <section class="editions"><h2>{ app.say(words::OTHER_EDITIONS) }</h2><ul>{ for rows }</ul></section>
    }
}
