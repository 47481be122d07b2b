//! My plans: what is kept on this device, and the versions of the one that is open.

use std::rc::Rc;

use js_sys::Intl::RelativeTimeFormat;
use vaultplan::lang::Text;
use vaultplan::report::PlanVerdict;

use crate::components::history::{keep_form, keep_msg};
use crate::icon::Glyph;
use crate::keep::{self, Sort};
use crate::markup::{On, Out};
use crate::page::{Msg, Page, Saving};
use crate::storage::{Failure, Fault, Info, Version};
use crate::words::keep as kept;
use crate::{dom, words};

/// Plans that are listed at first.
const LISTED: usize = 50;

/// Plans from which on the list can be filtered and ordered.
const MANY: usize = 6;

/// Id of the field for the name of a version.
const NAME: &str = "version-name";

/// The user's plans.
pub(super) fn draw(app: &Page, o: &mut Out) {
    o.el("section panel", |o| {
        o.el("div panel-head", |o| {
            o.word("h2", words::MY_PLANS);
            o.button("button btn small", Msg::NewPlan, |o| {
                o.attr("data-testid", "new-plan");
                o.icon(Glyph::Add);
                o.say(words::NEW_PLAN);
            });
        });
        let none = app.gone_or_not(false).next().is_none();
        let in_memory = match &app.saving {
            Saving::Failed(failure) => *failure != Failure::Full,
            _ => false,
        };
        let about = match (none, in_memory) {
            (true, _) => words::NO_PLANS,
            (_, true) => kept::PLANS_IN_MEMORY,
            _ => kept::PLANS_ABOUT,
        };
        o.word("p muted", about);
        o.el("div", |o| {
            if !none && !in_memory {
                room(app, o);
            }
        });
        o.el("div", |o| {
            if app.gone_or_not(false).count() >= MANY {
                tools(app, o);
            }
        });
        o.el("div plans-part", |o| o.part(lists, stamp(app)));
    });
    o.el("div", |o| {
        if !app.content().is_empty() {
            versions(app, o);
        }
    });
}

/// What the lists look alike by: they may be long, and are not drawn anew with every key.
fn stamp(app: &Page) -> String {
    let minute = dom::now().div_euclid(60).to_string();
    let serial = app.keep.serial.to_string();
    [app.lang.tag(), &app.content().id, &serial, &minute].join(" ")
}

/// What is to be known of storage.
fn room(app: &Page, o: &mut Out) {
    let room = &app.keep.room;
    let lang = app.lang;
    o.el("div", |o| {
        if let Some(percent) = room.near_full() {
            let said = crate::state::Label::new(kept::NEARLY_FULL)
                .arg("percent", dom::percent(percent, lang))
                .arg("used", dom::size(room.used, lang))
                .arg("quota", dom::size(room.quota, lang));
            o.el("p storage-low", |o| {
                o.attr("role", "status");
                o.icon(Glyph::Warning);
                o.line("span", &said.get(lang));
            });
        }
    });
    o.el("div", |o| {
        let said = match (room.persisted, room.asked) {
            (Some(false), false) => kept::MAY_BE_CLEARED,
            (Some(false), true) => kept::NOT_PERSISTED,
            (Some(true), true) => kept::PERSISTED,
            _ => return,
        };
        o.el("p muted persist", |o| {
            o.attr("role", "status");
            o.word("span", said);
            o.el("span", |o| {
                if !room.asked {
                    let ask = keep_msg(keep::Msg::Persist);
                    o.button("button btn small", ask, |o| {
                        o.attr("data-testid", "persist");
                        o.say(kept::ASK_TO_PERSIST);
                    });
                }
            });
        });
    });
}

/// Filter and order of many plans.
fn tools(app: &Page, o: &mut Out) {
    o.el("div plans-tools", |o| {
        o.el("input", |o| {
            o.attr("id", "plans-filter");
            o.attr("type", "search");
            o.attr("autocomplete", "off");
            o.attr("spellcheck", "false");
            o.named("aria-label", kept::PLANS_FILTER);
            o.named("placeholder", kept::PLANS_FILTER);
            o.put("data-v", &app.keep.needle);
            o.on(On::Input, keep_msg(keep::Msg::Needle));
        });
        o.el("label", |o| {
            o.word("span", kept::PLANS_SORT);
            o.el("select", |o| {
                o.attr("id", "plans-sort");
                o.attr("data-v", app.keep.sort.word());
                o.on(On::Change, keep_msg(keep::Msg::Sort));
                for (_, word, text) in Sort::ALL {
                    o.el("option", |o| {
                        o.attr("value", word);
                        o.say(text);
                    });
                }
            });
        });
    });
}

fn lists(app: &Page, o: &mut Out) {
    let listed = app.listed();
    let format = dom::ago_format(app.lang);
    let shown = if app.keep.all { usize::MAX } else { LISTED };
    o.el("ul my-plans", |o| {
        for info in listed.iter().take(shown) {
            o.el("li", |o| {
                o.key(&info.id);
                match info.fault {
                    Some(fault) => faulty(app, o, info, fault),
                    None if app.keep.renaming.as_ref() == Some(&info.id) => rename(o, info),
                    None => saved(app, o, info, &format),
                }
            });
        }
    });
    o.el("div", |o| {
        let any = app.gone_or_not(false).next().is_some();
        if listed.is_empty() && any {
            o.word("p muted", kept::NONE_NAMED_SO);
        } else if listed.len() > shown {
            let all = app.fill(kept::ALL_PLANS, "n", &listed.len().to_string());
            o.button("button btn small", keep_msg(keep::Msg::All), |o| {
                o.text(&all)
            });
        }
    });
    o.el("div", |o| {
        let number = app.gone_or_not(true).count();
        if number > 0 {
            o.el("details deleted-plans", |o| {
                let head = app.fill(kept::DELETED_PLANS, "n", &number.to_string());
                o.line("summary", &head);
                o.el("ul", |o| {
                    for info in app.gone_or_not(true) {
                        gone(app, o, info, &format);
                    }
                });
            });
        }
    });
}

/// What the rules said, in a word with its picture.
fn verdict(o: &mut Out, verdict: Option<PlanVerdict>) {
    let (class, glyph, word) = match verdict {
        Some(PlanVerdict::Pass) => ("chip pass", Glyph::Pass, kept::VERDICT_PASS),
        Some(PlanVerdict::Fail) => ("chip error", Glyph::Error, kept::VERDICT_FAIL),
        Some(PlanVerdict::Undecided) => ("chip unknown", Glyph::Undecided, kept::VERDICT_UNDECIDED),
        Some(PlanVerdict::Incomplete) => ("chip warn", Glyph::Warning, kept::VERDICT_INCOMPLETE),
        None => ("chip quiet", Glyph::Undecided, kept::VERDICT_UNKNOWN),
    };
    o.el("span", |o| {
        o.attr("class", class);
        o.icon(glyph);
        o.say(word);
    });
}

/// A button that is only a picture, named for its object.
fn tool(app: &Page, o: &mut Out, (text, name): (&Text, &str), glyph: Glyph, msg: keep::Msg) {
    o.tool(keep_msg(msg), glyph, &app.fill(text, "name", name));
}

fn saved(app: &Page, o: &mut Out, info: &Info, format: &RelativeTimeFormat) {
    let name = app.named(info);
    let is_open = info.id == app.content().id;
    let mut about = vec![
        app.count(info.vaults, words::VAULT_ONE, words::VAULT_MANY),
        app.count(info.mirrors, words::MIRROR_ONE, words::MIRROR_MANY),
    ];
    // Releases before this one did not note it.
    if info.bytes > 0 {
        let bytes = u32::try_from(info.bytes).unwrap_or(u32::MAX);
        about.push(dom::size(bytes.into(), app.lang));
    }
    o.button("button plan-row", Msg::OpenPlan(info.id.clone()), |o| {
        o.el("span plan-title", |o| {
            o.line("b", name);
            o.el("span", |o| {
                if is_open {
                    o.word("span chip quiet", words::OPEN_NOW);
                }
            });
        });
        o.line("small", &about.join(" · "));
        o.el("small", |o| {
            o.line("span", &dom::ago(format, info.saved_at));
            o.text(" · ");
            o.line("span", &dom::local_time(info.saved_at, app.lang));
        });
    });
    o.el("span plan-verdict", |o| {
        verdict(
            o,
            if is_open {
                Some(app.judged.verdict)
            } else {
                info.verdict
            },
        );
    });
    o.el("span plan-tools", |o| {
        let rename = keep::Msg::BeginRename(info.id.clone());
        let label = app.fill(kept::RENAME_NAMED, "name", name);
        o.button("button btn icon ghost", keep_msg(rename), |o| {
            o.put("id", &keep::rename_button(&info.id));
            o.put("aria-label", &label);
            o.put("title", &label);
            o.icon(Glyph::Rename);
        });
        let copy = keep::Msg::Duplicate(info.id.clone());
        tool(app, o, (kept::DUPLICATE_NAMED, name), Glyph::Copy, copy);
        let delete = keep::Msg::Delete(Rc::new(info.clone()));
        tool(app, o, (kept::DELETE_NAMED, name), Glyph::Trash, delete);
    });
}

/// The row of a plan that is being renamed.
fn rename(o: &mut Out, info: &Info) {
    o.el("form rename-plan", |o| {
        o.on(On::Submit, keep_msg(keep::Msg::Rename));
        o.el("input", |o| {
            o.attr("id", keep::RENAME);
            o.attr("type", "text");
            o.attr("autocomplete", "off");
            o.attr("spellcheck", "false");
            o.attr("maxlength", "200");
            o.named("aria-label", kept::NEW_NAME);
            o.named("placeholder", words::UNTITLED);
            o.put("data-v", info.name.trim());
        });
        o.el("button btn small primary", |o| {
            o.attr("type", "submit");
            o.say(kept::RENAME);
        });
        let end = keep_msg(keep::Msg::EndRename);
        o.push("button btn small", end, words::CANCEL);
    });
}

/// A record that cannot be shown.
fn faulty(app: &Page, o: &mut Out, info: &Info, fault: Fault) {
    let name = match info.name.trim() {
        "" => &info.id,
        name => name,
    };
    let why = match fault {
        Fault::Damaged => kept::PLAN_DAMAGED,
        Fault::Later => kept::PLAN_LATER,
    };
    o.el("div plan-row faulty", |o| {
        o.line("b", name);
        o.word("small", why);
    });
    o.el("span plan-verdict", |o| {
        let label = app.fill(kept::SAVE_RAW_NAMED, "name", name);
        let raw = keep::Msg::Raw(info.id.clone());
        o.button("button btn small", keep_msg(raw), |o| {
            o.put("aria-label", &label);
            o.attr("data-testid", "save-raw");
            o.say(kept::SAVE_RAW);
        });
    });
    o.el("span plan-tools", |o| {
        let delete = keep::Msg::Delete(Rc::new(info.clone()));
        tool(app, o, (kept::DELETE_NAMED, name), Glyph::Trash, delete);
    });
}

/// A deleted plan.
fn gone(app: &Page, o: &mut Out, info: &Info, format: &RelativeTimeFormat) {
    let name = app.named(info);
    o.el("li", |o| {
        o.key(&info.id);
        o.el("div plan-row", |o| {
            o.line("b", name);
            let when = dom::ago(format, info.gone_at.unwrap_or_default());
            o.line("small", &app.fill(kept::DELETED_AT, "when", &when));
        });
        let back = keep::Msg::BringBack(info.id.clone(), false);
        let purge = keep::Msg::Purge(info.id.clone());
        for (msg, text, label) in [
            (back, kept::BRING_BACK_PLAN, kept::BRING_BACK_NAMED),
            (purge, kept::PURGE, kept::PURGE_NAMED),
        ] {
            let label = app.fill(label, "name", name);
            o.button("button btn small", keep_msg(msg), |o| {
                o.put("aria-label", &label);
                o.say(text);
            });
        }
    });
}

/// The versions of the plan that is open.
fn versions(app: &Page, o: &mut Out) {
    o.el("section panel versions", |o| {
        o.word("h2", kept::VERSIONS);
        let (of, all) = &app.keep.versions;
        let mine: &[Rc<Version>] = if *of == app.content().id { all } else { &[] };
        let mine = || {
            mine.iter()
                .rev()
                .filter(|version| version.gone_at.is_none())
        };
        let none = mine().next().is_none();
        o.word(
            "p muted",
            if none {
                kept::NO_VERSIONS
            } else {
                kept::VERSIONS_ABOUT
            },
        );
        keep_form(app, o, NAME);
        let format = dom::ago_format(app.lang);
        o.el("ul my-plans", |o| {
            for version in mine() {
                self::version(app, o, version, &format);
            }
        });
    });
}

fn version(app: &Page, o: &mut Out, version: &Rc<Version>, format: &RelativeTimeFormat) {
    let name = &version.name;
    o.el("li", |o| {
        o.key(&version.id);
        let compare = keep_msg(keep::Msg::Compare(version.clone()));
        let label = app.fill(kept::COMPARE_NAMED, "name", name);
        o.button("button plan-row", compare, |o| {
            o.put("title", &label);
            o.line("b", name);
            o.el("small", |o| {
                o.line("span", &dom::ago(format, version.at));
                o.text(" · ");
                o.line("span", &dom::local_time(version.at, app.lang));
            });
        });
        o.el("span plan-verdict", |o| verdict(o, version.verdict));
        o.el("span plan-tools", |o| {
            let restore = keep_msg(keep::Msg::Restore(version.clone()));
            let label = app.fill(kept::RESTORE_NAMED, "name", name);
            o.button("button btn small", restore, |o| {
                o.put("aria-label", &label);
                o.say(kept::RESTORE);
            });
            let delete = keep::Msg::DeleteVersion(version.clone());
            tool(app, o, (kept::DELETE_NAMED, name), Glyph::Trash, delete);
        });
    });
}
