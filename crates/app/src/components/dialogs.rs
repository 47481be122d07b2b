//! Questions and messages before the page, as the browser's own modal dialog.

use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::Text;
use vaultplan::report::json;

use super::chip::{self, Kind};
use super::finding_card::sentence;
use super::history::keep_msg;
use super::{object_form, outline, palette, preview, problems, settings, share};
use crate::fields;
use crate::icon::Glyph;
use crate::keep::{self, Compared};
use crate::markup::{On, Out};
use crate::objects::Foreseen;
use crate::page::{Msg, Over, Page};
use crate::words::{self, findings, forms, keep as kept};

/// So many places that name an object are listed, and so many findings of each kind.
const LISTED: usize = 30;
const SAID: usize = 6;

/// What stands before the page, if anything does.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    match &app.over {
        None => {}
        Some(Over::Refused(refused)) => {
            dialog(o, "dialog dialog", app.say(words::OPEN_REFUSED), &|o| {
                o.line("p", &refused.headline(app.lang));
                o.word("p muted", words::OPEN_UNTOUCHED);
                problems::draw(app, o, refused.troubles(), false);
            });
        }
        Some(Over::Preview(held)) => {
            let title = app.say(preview::title(held));
            dialog(o, "dialog dialog preview", title, &|o| {
                preview::draw(app, o, held);
            });
        }
        Some(Over::Share(link)) => {
            let title = app.say(words::share::TITLE);
            dialog(o, "dialog dialog share", title, &|o| {
                share::draw(app, o, link);
            });
        }
        Some(Over::Outline) => {
            dialog(o, "dialog dialog sheet", app.say(words::OUTLINE), &|o| {
                outline::draw(app, o)
            });
        }
        Some(Over::Find) => palette::draw(app, o),
        Some(Over::Keys) => palette::shortcuts(app, o),
        Some(Over::Delete(object)) => {
            let name = &object_form::called(app, *object);
            dialog(
                o,
                "dialog dialog",
                &app.fill(words::DELETE_WHAT, "name", name),
                &|o| {
                    delete(app, o, *object);
                },
            );
        }
        Some(Over::Aside) => {
            if let Some(aside) = &app.review.aside {
                let title = app.fill(findings::SUPPRESS_RULE, "rule", aside.rule.slug);
                dialog(o, "dialog dialog", &title, &|o| {
                    settings::aside(app, o, aside)
                });
            }
        }
        Some(Over::Severity(rule)) => {
            let title = app.fill(findings::SEVERITY_OF, "rule", rule.slug);
            dialog(o, "dialog dialog", &title, &|o| {
                settings::severity(app, o, rule)
            });
        }
        Some(Over::Compared(compared)) => {
            let title = app.fill(kept::CHANGED_SINCE, "name", &compared.version.name);
            dialog(o, "dialog dialog wide-dialog", &title, &|o| {
                self::compared(app, o, compared)
            });
        }
    }
}

/// Changes that are listed; more would help nobody.
const CHANGES: usize = 300;

/// What changed since a version.
fn compared(app: &Page, o: &mut Out, compared: &Compared) {
    let changes = &compared.changes;
    o.el("div compared", |o| {
        if changes.is_empty() {
            o.word("p", kept::CHANGED_NOTHING);
            return;
        }
        o.el("table", |o| {
            o.el("thead", |o| {
                o.el("tr", |o| {
                    for word in [kept::CHANGED_WHERE, kept::CHANGED_THEN, kept::CHANGED_NOW] {
                        o.el("th", |o| {
                            o.attr("scope", "col");
                            o.say(word);
                        });
                    }
                });
            });
            o.el("tbody", |o| {
                for changed in changes.iter().take(CHANGES) {
                    o.el("tr", |o| {
                        o.el("th", |o| {
                            o.attr("scope", "row");
                            o.line("b own", &changed.object);
                            o.line("code", &changed.pointer);
                        });
                        for (what, value) in [("del", &changed.before), ("ins", &changed.after)] {
                            o.el("td", |o| match value {
                                Some(value) => o.line(what, value),
                                None => o.line("i", "—"),
                            });
                        }
                    });
                }
            });
        });
        let more = changes.len().saturating_sub(CHANGES);
        let more = if more > 0 {
            app.fill(kept::CHANGES_MORE, "n", &more.to_string())
        } else {
            String::new()
        };
        o.line("p muted", &more);
    });
    o.word("p muted", words::CAN_BE_UNDONE);
    o.el("footer", |o| {
        o.push("button btn", Msg::Close, words::CLOSE);
        let restore = keep_msg(keep::Msg::Restore(compared.version.clone()));
        o.button("button btn primary", restore, |o| {
            o.attr("data-testid", "restore-compared");
            o.say(kept::RESTORE);
        });
    });
}

/// A dialog, which the page's shell opens once it is drawn.
pub(crate) fn dialog(o: &mut Out, what: &'static str, title: &str, inner: &dyn Fn(&mut Out)) {
    o.el(what, |o| {
        o.attr("aria-labelledby", "dialog-title");
        o.on(On::Cancel, Msg::Close);
        o.el("header", |o| {
            o.el("h2", |o| {
                o.attr("id", "dialog-title");
                o.text(title);
            });
            o.button("button btn icon ghost", Msg::Close, |o| {
                o.named("aria-label", words::CLOSE);
                o.icon(Glyph::Close);
            });
        });
        o.el("div dialog-body", |o| inner(o));
    });
}

/// Asks before an object goes, and says what names it and what the rules would say afterwards.
fn delete(app: &Page, o: &mut Out, object: ObjectRef) {
    let Some(breaks) = app.form.breaks.as_deref() else {
        return;
    };
    o.word(
        "p",
        match object.kind {
            ObjectKind::Vault => words::DELETE_VAULT_MEANS,
            ObjectKind::Mirror => words::DELETE_MIRROR_MEANS,
            _ => forms::DELETE_MEANS,
        },
    );
    o.el("section named-by", |o| {
        if breaks.named.is_empty() {
            return o.word("p", forms::NAMED_BY_NONE);
        }
        o.word("h3", forms::NAMED_BY);
        o.el("ul", |o| {
            for (index, (from, path, goes)) in breaks.named.iter().take(LISTED).enumerate() {
                let field = fields::at(from.kind, path);
                let entry = field.and_then(|(record, field)| fields::entry(record, field));
                o.el("li", |o| {
                    o.key(&index.to_string());
                    o.line("b", &object_form::called(app, *from));
                    o.el("span muted", |o| {
                        o.text(" · ");
                        o.text(entry.map_or(path, |entry| app.say(&entry.label)));
                        o.text(" · ");
                        o.say(if *goes {
                            forms::GOES_WITH_IT
                        } else {
                            forms::LOSES_IT
                        });
                    });
                });
            }
        });
        o.el("p muted", |o| {
            if let Some(more) = breaks.named.len().checked_sub(LISTED + 1) {
                o.text(&app.fill(words::AND_MORE, "n", &(more + 1).to_string()));
            }
        });
    });
    o.el("div foreseen", |o| {
        foreseen(app, o, forms::ALONE_SAYS, &breaks.alone);
        match &breaks.whole {
            Some(whole) => foreseen(app, o, forms::WHOLE_SAYS, whole),
            None => o.line("div", ""),
        }
    });
    o.word("p muted", words::CAN_BE_UNDONE);
    o.el("footer", |o| {
        o.push("button btn", Msg::Close, words::CANCEL);
        o.el("span", |o| {
            if breaks.whole.is_some() {
                o.button("button btn", Msg::Delete(object, true), |o| {
                    o.attr("data-testid", "delete-alone");
                    o.say(forms::DELETE_ONLY);
                });
            }
        });
        let with_rest = breaks.whole.is_some();
        o.button(
            "button btn danger primary",
            Msg::Delete(object, !with_rest),
            |o| {
                o.attr("data-testid", "confirm-delete");
                o.say(if with_rest {
                    forms::DELETE_WHOLE
                } else {
                    words::DELETE
                });
            },
        );
    });
}

/// What the rules would say after an edit.
fn foreseen(app: &Page, o: &mut Out, title: &Text, seen: &Foreseen) {
    o.el("section", |o| {
        o.word("h3", title);
        for (findings, one, many) in [
            (&seen.added, forms::NEW_ONE, forms::NEW_MANY),
            (&seen.gone, forms::GONE_ONE, forms::GONE_MANY),
        ] {
            if findings.is_empty() {
                continue;
            }
            o.line("p", &app.count(findings.len(), one, many));
            o.el("ul", |o| {
                for finding in findings.iter().take(SAID) {
                    let kind = Kind::of(finding);
                    o.el("li", |o| {
                        chip::draw(o, kind, app.say(&kind.word()));
                        o.rich(&sentence(&json::message(finding, app.lang)));
                    });
                }
            });
        }
        o.el("p muted", |o| {
            if seen.added.is_empty() && seen.gone.is_empty() {
                o.say(forms::SAYS_SAME);
            }
        });
    });
}
