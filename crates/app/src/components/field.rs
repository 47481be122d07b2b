//! A labelled field with what the rules say about it. Fields commit when they are left, never while somebody types.

use vaultplan::finding::ObjectRef;
use vaultplan::lang::Text;
use vaultplan::model::Moment;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::finding_card::FindingCard;
use crate::shared::use_shared;
use crate::words;

/// A choice of a [`SelectField`].
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    /// What the document would say; empty for nothing.
    pub(crate) value: String,
    /// What people read.
    pub(crate) label: String,
    /// Whether it can be chosen.
    pub(crate) disabled: bool,
}

impl Choice {
    /// A choice that can be made.
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            disabled: false,
        }
    }
}

/// Choices under a heading, or without one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    /// The heading; empty for none.
    pub(crate) heading: String,
    /// The choices.
    pub(crate) choices: Vec<Choice>,
}

/// What a text field accepts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Accepts {
    /// Any text.
    #[default]
    Anything,
    /// Whole numbers.
    Whole,
    /// Times in RFC 3339.
    Time,
}

impl Accepts {
    fn fits(self, typed: &str) -> bool {
        match self {
            Self::Anything => true,
            Self::Whole => typed.parse::<u64>().is_ok(),
            Self::Time => Moment::parse(typed).is_some(),
        }
    }

    /// What is said of anything else.
    fn complaint(self) -> Text {
        match self {
            Self::Anything | Self::Whole => words::WANTS_WHOLE,
            Self::Time => words::WANTS_MOMENT,
        }
    }
}

/// Where a field stands in the plan: its findings are shown with it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spot {
    /// The object.
    pub(crate) object: ObjectRef,
    /// JSON Pointer from the object.
    pub(crate) path: &'static str,
}

#[derive(Properties, PartialEq)]
pub(crate) struct FrameProps {
    id: AttrValue,
    label: AttrValue,
    extra: AttrValue,
    hint: Html,
    spot: Option<Spot>,
    children: Html,
}

/// Label, control, hint and findings.
#[component]
fn Frame(props: &FrameProps) -> Html {
    let app = use_shared();
    let found = found(&app, props.spot.as_ref());
    let cards = found.iter().map(|index| {
        let key = app
            .judged
            .findings
            .get(*index)
            .map(|f| f.rule.slug)
            .unwrap_or_default();
        html! {
            <div id={format!("{}-finding-{index}", props.id)} key={key}>
                <FindingCard judged={app.judged.clone()} index={*index} /></div>
        }
    });
    html! {
        <div class={classes!("field", (!found.is_empty()).then_some("bad"))}>
            <label for={&props.id}>{ &props.label }
                <span class="extra">{ &props.extra }</span></label>
            { props.children.clone() }
            <div class="hint" id={format!("{}-hint", props.id)}>{ props.hint.clone() }</div>
            <div class="found">{ for cards }</div>
        </div>
    }
}

/// Indexes of the findings at a spot or below it.
fn found(app: &crate::shared::Shared, spot: Option<&Spot>) -> Vec<usize> {
    let Some(spot) = spot else {
        return Vec::new();
    };
    app.judged
        .at(spot.object, |path| {
            path == spot.path
                || path
                    .strip_prefix(spot.path)
                    .is_some_and(|rest| rest.starts_with('/'))
        })
        .collect()
}

/// What a control is described by, and whether its value is faulted.
fn described(
    app: &crate::shared::Shared,
    id: &str,
    spot: Option<&Spot>,
) -> (String, Option<&'static str>) {
    let mut described = format!("{id}-hint");
    let found = found(app, spot);
    for index in &found {
        described.push_str(&format!(" {id}-finding-{index}"));
    }
    (described, (!found.is_empty()).then_some("true"))
}

#[derive(Properties, PartialEq)]
pub(crate) struct TextProps {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) extra: AttrValue,
    pub(crate) value: AttrValue,
    #[prop_or_default]
    pub(crate) placeholder: AttrValue,
    #[prop_or_default]
    pub(crate) hint: Html,
    #[prop_or_default]
    pub(crate) spot: Option<Spot>,
    /// `text`, `number` …
    #[prop_or(AttrValue::Static("text"))]
    pub(crate) kind: AttrValue,
    #[prop_or_default]
    pub(crate) testid: Option<AttrValue>,
    /// Anything else stays in the field, is faulted there and is not committed.
    #[prop_or_default]
    pub(crate) accepts: Accepts,
    /// Called with what was typed, without blanks around it, when the field is left.
    pub(crate) oncommit: Callback<String>,
}

/// A line of text.
#[component]
pub(crate) fn TextField(props: &TextProps) -> Html {
    let app = use_shared();
    let field = use_node_ref();
    // The value is set from outside only when it changes there: a drawing must not undo what is being typed.
    use_effect_with((field.clone(), props.value.clone()), |(field, value)| {
        if let Some(input) = field.cast::<HtmlInputElement>() {
            input.set_value(value);
        }
    });
    let rejected = use_state(|| false);
    let onchange = {
        let (oncommit, value) = (props.oncommit.clone(), props.value.clone());
        let (accepts, rejected) = (props.accepts, rejected.setter());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let typed = input.value().trim().to_owned();
            let fits = typed.is_empty() || accepts.fits(&typed);
            rejected.set(!fits);
            if *typed == *value {
                input.set_value(&typed);
            } else if fits {
                oncommit.emit(typed);
            }
        })
    };
    let (described, invalid) = described(&app, &props.id, props.spot.as_ref());
    let complaint = rejected.then(|| app.say(props.accepts.complaint()));
    let hint = html! {
        <>
            <span key="hint">{ props.hint.clone() }</span>
            <b key="complaint" class="complaint" role="status">{ complaint.unwrap_or_default() }</b>
        </>
    };
    let invalid = if *rejected { Some("true") } else { invalid };
    html! {
        <Frame id={&props.id} label={&props.label} extra={&props.extra} {hint} spot={props.spot.clone()}>
            <input ref={field} id={&props.id} type={&props.kind} autocomplete="off" spellcheck="false"
                placeholder={&props.placeholder} aria-describedby={described} aria-invalid={invalid}
                data-testid={props.testid.clone()} {onchange} />
        </Frame>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct SelectProps {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) extra: AttrValue,
    pub(crate) value: AttrValue,
    pub(crate) groups: Vec<Group>,
    #[prop_or_default]
    pub(crate) hint: Html,
    #[prop_or_default]
    pub(crate) spot: Option<Spot>,
    #[prop_or_default]
    pub(crate) testid: Option<AttrValue>,
    pub(crate) oncommit: Callback<String>,
}

/// A choice from a list.
#[component]
pub(crate) fn SelectField(props: &SelectProps) -> Html {
    let app = use_shared();
    let field = use_node_ref();
    // The browser keeps what was chosen last; the plan decides what is shown.
    {
        let (field, value) = (field.clone(), props.value.clone());
        use_effect(move || {
            if let Some(select) = field.cast::<HtmlSelectElement>()
                && select.value() != *value
            {
                select.set_value(&value);
            }
        });
    }
    let onchange = {
        let (oncommit, value) = (props.oncommit.clone(), props.value.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let chosen = select.value();
            if *chosen != *value {
                oncommit.emit(chosen);
            }
        })
    };
    let (described, invalid) = described(&app, &props.id, props.spot.as_ref());
    html! {
        <Frame id={&props.id} label={&props.label} extra={&props.extra} hint={props.hint.clone()} spot={props.spot.clone()}>
            <select ref={field} id={&props.id} aria-describedby={described} aria-invalid={invalid}
                data-testid={props.testid.clone()} {onchange}>
                { for props.groups.iter().flat_map(group) }
            </select>
        </Frame>
    }
}

/// The choices of a group; without a heading they stand in the list itself.
fn group(group: &Group) -> Vec<Html> {
    let choices = group.choices.iter().map(|choice| {
        html! {
            <option key={choice.value.clone()} value={choice.value.clone()} disabled={choice.disabled}>
                { &choice.label }</option>
        }
    });
    if group.heading.is_empty() {
        choices.collect()
    } else {
        vec![html! {
            <optgroup key={format!("{}:", group.heading)} label={group.heading.clone()}>{ for choices }</optgroup>
        }]
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct FactProps {
    pub(crate) label: AttrValue,
    pub(crate) children: Html,
    #[prop_or_default]
    pub(crate) spot: Option<Spot>,
}

/// Something that follows and cannot be chosen, shown like a field.
#[component]
pub(crate) fn Fact(props: &FactProps) -> Html {
    let app = use_shared();
    let found = found(&app, props.spot.as_ref());
    let cards = found.into_iter().map(|index| {
        html! { <FindingCard key={index} judged={app.judged.clone()} {index} /> }
    });
    html! {
        <div class="field fact">
            <div class="label">{ &props.label }</div>
            <div class="value">{ props.children.clone() }</div>
            <div class="found">{ for cards }</div>
        </div>
    }
}
