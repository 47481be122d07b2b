//! A finding: what is wrong, why it matters, how to mend it, and where that is written.

use std::rc::Rc;

use vaultplan::finding::{Finding, Fix, Outcome, Safety};
use vaultplan::report::json;
use vaultplan::rules;
use yew::prelude::*;

use super::chip::{Chip, Kind};
use super::icon::{Glyph, Icon};
use super::rich::Rich;
use crate::judged::Judged;
use crate::shared::{Shared, use_shared};
use crate::state::{Action, Label};
use crate::{edit, words};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) judged: Rc<Judged>,
    /// Its place among the findings of the report.
    pub(crate) index: usize,
}

#[component]
pub(crate) fn FindingCard(props: &Props) -> Html {
    let app = use_shared();
    let Some(finding) = props.judged.findings.get(props.index) else {
        return html! { <span /> };
    };
    let kind = Kind::of(finding);
    let rule = finding.rule;
    let doc = rules::find(rule.slug);
    let page = format!("docs/{}/rules/{}/", app.lang, rule.slug);
    let fixes = finding.fixes().iter().enumerate().map(|(at, fix)| {
        html! { <div key={at} class="fix">{ self::fix(&app, finding, fix, at == 0) }</div> }
    });
    let missing = match &finding.outcome {
        Outcome::Undecided(missing) => Some(missing.wanted.how),
        Outcome::Fail(_) => None,
    };
    let sources = rule.sources.iter().map(|source| {
        html! {
            <li key={source.address}>
                <a href={source.address} target="_blank" rel="noreferrer">{ source.title }</a>
                <small>{ format!(" · {}", source.date) }</small></li>
        }
    });
    html! {
        <article class={classes!("card", kind.class())} data-testid="finding" data-rule={rule.slug}
            data-at={finding.spot().pointer()}>
            <div class="card-head"><Chip {kind} /><a class="rule" href={page} target="_blank" rel="noreferrer" title={app.say(words::RULE_PAGE)}>
                    <code>{ rule.slug }</code></a></div>
            <p class="message"><Rich text={sentence(&json::message(finding, app.lang))} /></p>
            <div class="why">
                if let Some(how) = missing {
                    <p><Rich text={app.fill_own(words::HOW_TO_GET, "how", app.say(how))} /></p>
                } else if let Some(doc) = doc {
                    <p>{ app.say(doc.why) }</p>
                }
            </div>
            <div class="fixes">{ for fixes }</div>
            <details class="more">
                <summary>{ app.say(words::DETAILS) }</summary>
                <dl>
                    { pair(&app, finding) }
                    if let Some(doc) = doc {
                        <div key="remedy"><dt>{ app.say(words::REMEDY) }</dt><dd>{ app.say(doc.remedy) }</dd></div>
                    }
                    <div key="sources"><dt>{ app.say(words::SOURCES_READ) }</dt><dd><ul>{ for sources }</ul></dd></div>
                </dl>
            </details>
        </article>
    }
}

/// The value found and the value needed.
fn pair(app: &Shared, finding: &Finding) -> Html {
    let Outcome::Fail(fail) = &finding.outcome else {
        return html! { <div key="pair" class="none"></div> };
    };
    let expected = finding.rule.expected.fill(app.lang, &fail.args);
    html! {
        <div key="pair">
            <dt>{ app.say(words::FOUND_NEEDED) }</dt>
            <dd>
                if let Some(actual) = &fail.actual { <b class="own" key="a">{ actual }</b><span key="b">{ " → " }</span> }
                <Rich key="c" text={expected} />
            </dd>
        </div>
    }
}

/// A message of the engine as a sentence of the page: with a capital where the language has them.
pub(crate) fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

fn fix(app: &Shared, finding: &Finding, fix: &Fix, first: bool) -> Html {
    let label = sentence(&json::fix_label(fix, app.lang));
    if fix.patch.is_empty() {
        return html! {
            <p class="by-hand"><Icon glyph={Glyph::Arrow} /><span><Rich text={label} /></span></p>
        };
    }
    let onclick = {
        let action = (Label::with(fix.label, fix.args.clone()), fix.patch.clone());
        app.ask.act.reform(move |_: MouseEvent| Action::Apply {
            label: action.0.clone(),
            patch: action.1.clone(),
        })
    };
    let rows = edit::preview(&app.content.plan, &fix.patch).into_iter().map(|changed| {
        html! {
            <tr key={changed.pointer.clone()}>
                <th scope="row"><code>{ &changed.pointer }</code></th>
                <td>{ changed.before.map_or_else(|| html! { <i>{ "—" }</i> }, |v| html! { <del>{ v }</del> }) }</td>
                <td>{ changed.after.map_or_else(|| html! { <i>{ app.say(words::REMOVED) }</i> }, |v| html! { <ins>{ v }</ins> }) }</td>
            </tr>
        }
    });
    let class = if first {
        "btn primary small"
    } else {
        "btn small"
    };
    html! {
        <>
            <button type="button" {class} {onclick} data-testid="fix" data-rule={finding.rule.slug}><Rich text={label} /></button>
            <details class="preview">
                <summary>{ app.say(words::PREVIEW) }</summary>
                <p class="muted">
                    if fix.safety == Safety::ChangesMeaning { { app.say(words::CHANGES_MEANING) } }
                    else { { app.say(words::SAFE_FIX) } }
                </p>
                <table><tbody>{ for rows }</tbody></table>
            </details>
        </>
    }
}
