//! The plan as text. What does not read is a draft: kept, marked in place, never dropped by leaving the view.

use gloo::timers::callback::Timeout;
use vaultplan::catalog::limits;
use vaultplan::model::{self, Problem};
use vaultplan::report::json;
use vaultplan::text::locate::{self, Position};
use vaultplan::text::scan;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::components::chip::{Chip, Kind};
use crate::components::finding_card::sentence;
use crate::components::problems::Problems;
use crate::components::rich::Rich;
use crate::hooks::listener::{Of, use_listener};
use crate::open::Trouble;
use crate::shared::{Shared, use_shared};
use crate::state::Action;
use crate::words;

/// A pause in typing, after which what was typed is a step.
const PAUSE_MS: u32 = 500;

/// Lines of a larger text are not numbered one by one, nor marked.
const MARKED_BYTES: usize = 400_000;

#[component]
pub(crate) fn TextView() -> Html {
    let app = use_shared();
    let area = use_node_ref();
    let gutter = use_node_ref();
    let behind = use_node_ref();
    // What the field holds; the plan follows it after a pause.
    let typed = use_mut_ref(|| None::<String>);
    let pause = use_mut_ref(|| None::<Timeout>);
    let drawn = use_force_update();

    let commit = {
        let (typed, pause, act) = (typed.clone(), pause.clone(), app.ask.act.clone());
        move || {
            *pause.borrow_mut() = None;
            if let Some(text) = typed.borrow().clone() {
                act.emit(Action::Type(text));
            }
        }
    };

    // The text is put into the field when it changed elsewhere, never while somebody types here.
    {
        let (area, typed, content) = (area.clone(), typed.clone(), app.content.clone());
        let drawn = drawn.clone();
        use_effect_with(
            (app.content.plan.clone(), app.content.draft.clone()),
            move |_| {
                let Some(area) = area.cast::<HtmlTextAreaElement>() else {
                    return;
                };
                let own = typed
                    .borrow()
                    .as_ref()
                    .is_some_and(|own| says(&content, own));
                if !own {
                    let text = content.text();
                    if area.value() != *text {
                        area.set_value(&text);
                    }
                    *typed.borrow_mut() = Some(text.to_string());
                    drawn.force_update();
                }
            },
        );
    }

    let oninput = {
        let (typed, pause, commit) = (typed.clone(), pause.clone(), commit.clone());
        let drawn = drawn.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            *typed.borrow_mut() = Some(area.value());
            let commit = commit.clone();
            *pause.borrow_mut() = Some(Timeout::new(PAUSE_MS, commit));
            drawn.force_update();
        })
    };
    let onblur = {
        let (commit, typed, area) = (commit.clone(), typed.clone(), area.clone());
        let content = app.content.clone();
        Callback::from(move |_: FocusEvent| {
            commit();
            // A text that says what the plan says takes its canonical form once nobody types.
            let same = typed
                .borrow()
                .as_ref()
                .is_some_and(|own| says(&content, own));
            if let Some(area) = area
                .cast::<HtmlTextAreaElement>()
                .filter(|_| same && content.draft.is_none())
            {
                let text = content.text();
                if area.value() != *text {
                    area.set_value(&text);
                    *typed.borrow_mut() = Some(text.to_string());
                }
            }
        })
    };
    // Leaving the view or the page is a pause as well.
    {
        let commit = commit.clone();
        use_effect_with((), move |()| commit_at_end(commit));
    }
    {
        let commit = commit.clone();
        let left = Callback::from(move |_: Event| commit());
        use_listener(Of::Window, "pagehide", left);
    }
    let onscroll = {
        let (area, gutter, behind) = (area.clone(), gutter.clone(), behind.clone());
        Callback::from(move |_: Event| {
            let Some(area) = area.cast::<HtmlElement>() else {
                return;
            };
            for beside in [&gutter, &behind] {
                if let Some(beside) = beside.cast::<HtmlElement>() {
                    beside.set_scroll_top(area.scroll_top());
                    beside.set_scroll_left(area.scroll_left());
                }
            }
        })
    };
    let go = {
        let area = area.clone();
        Callback::from(move |position: Position| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                select(&area, position);
            }
        })
    };

    let text = typed
        .borrow()
        .clone()
        .unwrap_or_else(|| app.content.text().to_string());
    // A large text is read after a pause, a small one with every key.
    let small = text.len() <= MARKED_BYTES;
    let settled = pause.borrow().is_none();
    let seen = (small || settled).then(|| text.clone());
    let read = use_memo(seen, |seen| match seen.as_deref().map(model::read_text) {
        Some(Err(problems)) => problems,
        Some(Ok(_)) | None => Vec::new(),
    });
    let problems = (*read).clone();
    let stale = app.content.draft.as_ref().is_some_and(|draft| draft.stale);
    let reads = problems.is_empty();
    let adopt = app.ask.act.reform(|_: MouseEvent| Action::AdoptDraft);
    let drop_draft = app.ask.act.reform(|_: MouseEvent| Action::DropDraft);
    let bad: Vec<usize> = problems
        .iter()
        .filter_map(|p| p.position)
        .map(|p| p.line)
        .collect();
    html! {
        <div class="text-view">
            <div class="editor">
                <h1 class="away">{ app.say(words::TEXT_TITLE) }</h1>
                <div class="editor-frame">
                    <div class="gutter" ref={gutter} aria-hidden="true">
                        if small { { numbers(&text, &bad) } }
                    </div>
                    <div class="paper">
                        <pre class="behind" ref={behind} aria-hidden="true">
                            if small && !reads { { marks(&text, &problems) } }
                        </pre>
                        <textarea ref={area} id="plan-text" data-testid="plan-text" spellcheck="false" autocomplete="off"
                            autocapitalize="off" wrap="off" aria-label={app.say(words::TEXT_TITLE)}
                            aria-invalid={(!reads).then_some("true")} aria-describedby="text-state"
                            {oninput} {onblur} {onscroll} />
                    </div>
                </div>
            </div>
            <aside class="text-side" aria-label={app.say(words::TEXT_CHECK)}>
                <div id="text-state" class={classes!("text-state", if reads { "good" } else { "bad" })} role="status">
                    if !reads {
                        <div key="bad"><h2>{ app.say(words::DRAFT) }</h2><p>{ app.say(words::DRAFT_ABOUT) }</p>
                            <div class="actions"><button type="button" class="btn small" onclick={drop_draft.clone()} data-testid="drop-draft">
                                { app.say(words::DRAFT_DROP) }</button></div></div>
                    } else if stale {
                        <div key="stale"><h2>{ app.say(words::DRAFT) }</h2><p>{ app.say(words::DRAFT_STALE) }</p>
                            <div class="actions">
                                <button type="button" class="btn primary small" onclick={adopt}>{ app.say(words::DRAFT_ADOPT) }</button>
                                <button type="button" class="btn small" onclick={drop_draft}>{ app.say(words::DRAFT_DROP) }</button>
                            </div></div>
                    } else {
                        <div key="good"><h2>{ app.say(words::TEXT_READS) }</h2><p>{ app.say(words::TEXT_ABOUT) }</p></div>
                    }
                </div>
                if reads {
                    <div key="findings">{ findings(&app, &text, &go) }</div>
                } else {
                    <div key="problems"><h2>{ app.count(problems.len(), words::PROBLEM_ONE, words::PROBLEM_MANY) }</h2>
                        <Problems troubles={problems.into_iter().map(Trouble::of_text).collect::<Vec<_>>()} onchoose={Some(go)} /></div>
                }
            </aside>
        </div>
    }
}

/// Whether a text says what is open, in whatever spaces and order of fields.
fn says(content: &crate::state::Content, text: &str) -> bool {
    match &content.draft {
        Some(draft) => *draft.text == *text,
        None => model::read_text(text).is_ok_and(|plan| plan == *content.plan),
    }
}

/// Does its work when the component goes.
fn commit_at_end(commit: impl Fn() + 'static) -> impl FnOnce() {
    move || commit()
}

/// Selects the line of a place from its column on, and brings it into view.
fn select(area: &HtmlTextAreaElement, position: Position) {
    let value = area.value();
    let before: usize = value
        .split('\n')
        .take(position.line.saturating_sub(1))
        .map(|line| line.encode_utf16().count() + 1)
        .sum();
    let line = value
        .split('\n')
        .nth(position.line.saturating_sub(1))
        .unwrap_or_default();
    let length = line.encode_utf16().count();
    let start = before + position.column.saturating_sub(1).min(length);
    let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let _ = area.focus();
    let _ = area.set_selection_range(clip(start), clip(before + length));
    // The browser brings a selection into view only when somebody types.
    let lines = value.split('\n').count().max(1);
    let height = usize::try_from(area.scroll_height()).unwrap_or_default() / lines;
    let above = position.line.saturating_sub(6) * height;
    area.set_scroll_top(i32::try_from(above).unwrap_or_default());
}

/// Line numbers; those of lines with a problem are marked.
fn numbers(text: &str, bad: &[usize]) -> Html {
    let lines = text.split('\n').count();
    let mut parts = Vec::new();
    let mut run = String::new();
    for line in 1..=lines {
        if bad.contains(&line) {
            let before = std::mem::take(&mut run);
            parts.push(html! { <span key={format!("r{line}")}>{ before }</span> });
            parts.push(html! { <b key={format!("b{line}")}>{ format!("✕ {line}\n") }</b> });
        } else {
            run.push_str(&format!("{line}\n"));
        }
    }
    parts.push(html! { <span key="end">{ run }</span> });
    html! { <pre>{ for parts }</pre> }
}

/// The text once more, behind the field, with its faulty lines marked.
fn marks(text: &str, problems: &[Problem]) -> Html {
    let mut parts = Vec::new();
    let mut run = String::new();
    for (index, line) in text.split('\n').enumerate() {
        let column = problems
            .iter()
            .filter_map(|problem| problem.position)
            .find(|position| position.line == index + 1)
            .map(|position| position.column);
        let Some(column) = column else {
            run.push_str(line);
            run.push('\n');
            continue;
        };
        // Columns count UTF-16 units.
        let mut units = 0;
        let split = line
            .char_indices()
            .find(|(_, c)| {
                units += c.len_utf16();
                units >= column
            })
            .map_or(line.len(), |(at, _)| at);
        let (before, after) = line.split_at_checked(split).unwrap_or((line, ""));
        run.push_str(before);
        let before = std::mem::take(&mut run);
        parts.push(html! { <span key={format!("t{index}")}>{ before }</span> });
        let after = if after.is_empty() { " " } else { after };
        parts.push(html! { <mark key={format!("m{index}")}>{ after.to_owned() }</mark> });
        run.push('\n');
    }
    parts.push(html! { <span key="end">{ run }</span> });
    html! { <>{ for parts }</> }
}

/// The findings with the lines that they point to.
fn findings(app: &Shared, text: &str, go: &Callback<Position>) -> Html {
    let root = scan::parse(text, limits::DEPTH).ok();
    let rows = app
        .judged
        .findings
        .iter()
        .take(100)
        .enumerate()
        .map(|(index, finding)| {
            let position = root.as_ref().map(|root| {
                let span = locate::span_in(root, &finding.spot().pointer());
                locate::position(text, span.start)
            });
            let kind = Kind::of(finding);
            let onclick =
                go.reform(move |_: MouseEvent| position.unwrap_or(Position { line: 1, column: 1 }));
            let line = position
                .map(|p| app.fill(words::LINE, "line", p.line.to_string()))
                .unwrap_or_default();
            html! {
                <li key={index}>
                    <button type="button" class="text-finding" {onclick}>
                        <span><Chip {kind} /><small>{ line }</small></span>
                        <Rich text={sentence(&json::message(finding, app.lang))} />
                    </button>
                </li>
            }
        });
    let none = app.judged.findings.is_empty();
    html! {
        <>
            <h2>{ app.say(words::VIEW_FINDINGS) }</h2>
            <p class="muted">{ if none { app.say(words::NO_FINDING) } else { "" } }</p>
            <ul class="text-findings">{ for rows }</ul>
        </>
    }
}
