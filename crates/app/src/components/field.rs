//! A labelled field with what the rules say about it. Fields commit when they are left, never while somebody types.

use vaultplan::finding::ObjectRef;
use vaultplan::lang::Text;

use vaultplan::report::json;

use super::chip::{self, Kind};
use super::finding_card::{self, sentence};
use crate::edit::{Field, Takes};
use crate::form;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::route::Route;
use crate::words;

/// A field as it is drawn.
#[derive(Clone, Copy)]
pub(crate) struct Control<'a> {
    /// Id of the control.
    pub(crate) id: &'a str,
    pub(crate) label: &'a str,
    /// Beside the label.
    pub(crate) extra: &'a str,
    pub(crate) value: &'a str,
    pub(crate) placeholder: &'a str,
    pub(crate) hint: &'a str,
    /// Where the hint leads.
    pub(crate) leads: Option<&'a Route>,
    pub(crate) testid: &'static str,
    pub(crate) takes: Takes,
    /// Where it stands in the plan: its findings are shown with it.
    pub(crate) spot: Option<(ObjectRef, &'a str)>,
}

impl<'a> Control<'a> {
    /// A field that concerns no object.
    pub(crate) fn new(id: &'a str, label: &'a str, value: &'a str) -> Self {
        Self {
            id,
            label,
            extra: "",
            value,
            placeholder: "",
            hint: "",
            leads: None,
            testid: "",
            takes: Takes::Text,
            spot: None,
        }
    }

    /// Label, control, hint and findings. `inner` draws the control.
    fn frame(
        &self,
        app: &Page,
        o: &mut Out,
        tag: &'static str,
        msg: Msg,
        inner: &dyn Fn(&mut Out),
    ) {
        // While somebody types, what would be said stands there instead of what is said.
        let said = app
            .form
            .typed(self.id)
            .and_then(|typing| typing.said.as_ref());
        let found = match said {
            Some(_) => Vec::new(),
            None => found(app, self.spot),
        };
        let rejected = app.rejected == self.id;
        o.el("div field", |o| {
            o.key(self.id);
            if !found.is_empty() {
                o.attr("class", "field bad");
            }
            o.el("label", |o| {
                o.put("for", self.id);
                o.text(self.label);
                o.line("span extra", self.extra);
            });
            o.el(tag, |o| {
                o.put("id", self.id);
                o.put("data-v", self.value);
                if let Some((object, path)) = self.spot {
                    o.put("data-spot", &object.pointer(path));
                }
                let mut described = format!("{}-hint", self.id);
                for index in &found {
                    described.push(' ');
                    described.push_str(&self.finding_id(*index));
                }
                o.put("aria-describedby", &described);
                if rejected || !found.is_empty() {
                    o.attr("aria-invalid", "true");
                }
                if !self.testid.is_empty() {
                    o.attr("data-testid", self.testid);
                }
                o.on(On::Change, msg);
                inner(o);
            });
            o.el("div hint", |o| {
                o.put("id", &format!("{}-hint", self.id));
                match self.leads {
                    Some(route) => o.link("a", route, |o| o.text(self.hint)),
                    None => o.line("span", self.hint),
                }
                o.el("b complaint", |o| {
                    o.attr("role", "status");
                    if rejected {
                        o.text(&self.takes.complaint().get(app.lang));
                    }
                });
            });
            o.el("div found", |o| {
                for index in &found {
                    o.el("div", |o| {
                        o.key(&index.to_string());
                        o.put("id", &self.finding_id(*index));
                        finding_card::draw(app, o, *index);
                    });
                }
            });
            o.el("div while-typing", |o| {
                o.attr("role", "status");
                for finding in said.into_iter().flatten() {
                    let kind = Kind::of(finding);
                    o.el("p", |o| {
                        chip::draw(o, kind, app.say(&kind.word()));
                        o.rich(&sentence(&json::message(finding, app.lang)));
                    });
                }
            });
        });
    }

    fn finding_id(&self, index: usize) -> String {
        format!("{}-finding-{index}", self.id)
    }

    /// A line of text. `msg` is sent when the field is left with another value.
    pub(crate) fn line(&self, app: &Page, o: &mut Out, msg: Msg) {
        let typing = match &msg {
            Msg::Set(field) => Some(field.clone()),
            _ => None,
        };
        self.typed(app, o, ("input", "text"), msg, typing.as_ref());
    }

    /// A line of text whose message says a part of a field.
    pub(crate) fn line_typed(&self, app: &Page, o: &mut Out, msg: Msg, field: &Field) {
        self.typed(app, o, ("input", "text"), msg, Some(field));
    }

    /// Several lines.
    pub(crate) fn lines(&self, app: &Page, o: &mut Out, msg: Msg) {
        self.typed(app, o, ("textarea", ""), msg, None);
    }

    /// A day and a time of it.
    pub(crate) fn moment(&self, app: &Page, o: &mut Out, msg: Msg) {
        self.typed(app, o, ("input", "datetime-local"), msg, None);
    }

    fn typed(
        &self,
        app: &Page,
        o: &mut Out,
        (tag, kind): (&'static str, &'static str),
        msg: Msg,
        typing: Option<&Field>,
    ) {
        self.frame(app, o, tag, msg, &|o| {
            if let Takes::Whole(least, most) = self.takes {
                o.put("min", &least.to_string());
                o.put("max", &most.to_string());
            }
            if let Takes::Decimal(..) = self.takes {
                o.attr("inputmode", "decimal");
            }
            match (kind, self.takes) {
                ("", _) => o.attr("rows", "3"),
                (_, Takes::Whole(..)) => o.attr("type", "number"),
                _ => o.attr("type", kind),
            }
            o.attr("autocomplete", "off");
            o.attr("spellcheck", "false");
            o.put("placeholder", self.placeholder);
            if let Some(field) = typing {
                for on in [On::Input, On::Composed] {
                    o.on(on, Msg::Form(form::Msg::Typing(field.clone())));
                }
            }
        });
    }

    /// A choice from the options that `options` draws.
    pub(crate) fn choice(&self, app: &Page, o: &mut Out, msg: Msg, options: &dyn Fn(&mut Out)) {
        self.frame(app, o, "select", msg, options);
    }
}

/// A choice that can be made.
pub(crate) fn option(o: &mut Out, value: &str, label: &str) {
    o.el("option", |o| {
        o.put("value", value);
        o.text(label);
    });
}

/// Choices under a heading.
pub(crate) fn group(o: &mut Out, heading: &str, choices: &dyn Fn(&mut Out)) {
    o.el("optgroup", |o| {
        o.put("label", heading);
        choices(o);
    });
}

/// Something that follows and cannot be chosen, shown like a field.
pub(crate) fn fact(
    app: &Page,
    o: &mut Out,
    label: &Text,
    spot: Option<(ObjectRef, &str)>,
    value: &dyn Fn(&mut Out),
) {
    o.el("div field fact", |o| {
        o.key("fact");
        o.word("div label", label);
        o.el("div value", |o| value(o));
        o.el("div found", |o| {
            for index in found(app, spot) {
                finding_card::draw(app, o, index);
            }
        });
    });
}

/// Whether a path is a field's or leads below it.
pub(crate) fn is_within(path: &str, field: &str) -> bool {
    path.strip_prefix(field)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Indexes of the findings at a spot or below it.
fn found(app: &Page, spot: Option<(ObjectRef, &str)>) -> Vec<usize> {
    let Some((object, field)) = spot else {
        return Vec::new();
    };
    app.judged.at(object, &|path| is_within(path, field))
}

/// How long a name may be, once there is one.
pub(crate) fn name_hint(app: &Page, name: &str) -> String {
    let length = name.chars().count();
    let limit = vaultplan::catalog::limits::VAULT_NAME;
    crate::state::Label::new(words::NAME_LENGTH)
        .arg("n", length.to_string())
        .arg("limit", limit.to_string())
        .get(app.lang)
}
