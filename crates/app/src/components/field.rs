//! A labelled field with what the rules say about it. Fields commit when they are left, never while somebody types.

use vaultplan::finding::ObjectRef;
use vaultplan::lang::Text;

use super::finding_card;
use crate::edit::{Field, Takes};
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
        let found = found(app, self.spot);
        let rejected = app.rejected == self.id;
        o.el("div field", |o| {
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
                        o.say(self.takes.complaint());
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
        });
    }

    fn finding_id(&self, index: usize) -> String {
        format!("{}-finding-{index}", self.id)
    }

    /// A line of text. `msg` is sent when the field is left with another value.
    pub(crate) fn line(&self, app: &Page, o: &mut Out, msg: Msg) {
        self.frame(app, o, "input", msg, &|o| {
            let kind = if self.takes == Takes::Whole {
                "number"
            } else {
                "text"
            };
            o.attr("type", kind);
            o.attr("autocomplete", "off");
            o.attr("spellcheck", "false");
            o.put("placeholder", self.placeholder);
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

/// The fields of an object's form.
#[derive(Clone, Copy)]
pub(crate) struct Form<'a> {
    pub(crate) app: &'a Page,
    pub(crate) object: ObjectRef,
}

impl<'a> Form<'a> {
    /// A field of the document. `word` is its label and its name in steps.
    pub(crate) fn field(
        self,
        id: &'a str,
        path: &'static str,
        word: &'static Text,
        value: Option<&'a str>,
    ) -> Control<'a> {
        Control {
            spot: Some((self.object, path)),
            ..Control::new(id, self.app.say(word), value.unwrap_or_default())
        }
    }

    /// What the field's control sends.
    pub(crate) fn set(self, control: &Control<'_>, path: &'static str, word: &'static Text) -> Msg {
        Msg::Set(Field {
            object: self.object,
            path: path.into(),
            word,
            takes: control.takes,
        })
    }

    /// Findings of the object that concern none of the form's fields.
    pub(crate) fn head(self, o: &mut Out, paths: &[&str]) {
        let elsewhere = |path: &str| !paths.iter().any(|field| is_within(path, field));
        o.el("div found", |o| {
            for index in self.app.judged.at(self.object, &elsewhere) {
                finding_card::draw(self.app, o, index);
            }
        });
    }

    /// How long a name may be, once there is one.
    pub(crate) fn name_hint(self, name: Option<&str>) -> String {
        let length = name.unwrap_or_default().chars().count();
        let limit = vaultplan::catalog::limits::VAULT_NAME;
        crate::state::Label::new(words::NAME_LENGTH)
            .arg("n", length.to_string())
            .arg("limit", limit.to_string())
            .get(self.app.lang)
    }
}
