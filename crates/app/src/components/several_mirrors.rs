//! The page that makes mirrors for several vaults at once.

use vaultplan::catalog::editions::Editions;
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::questions::generated;

use super::field::{Control, group};
use super::pickers;
use crate::form::Msg as Do;
use crate::icon::Glyph;
use crate::markup::{On, Out};
use crate::page::{Msg, Page};
use crate::route::Route;
use crate::several::{self, Candidate, Offer};
use crate::words::{self, forms};
use crate::{edit, objects};

/// So many vaults are listed; more on request.
const ROWS: usize = 200;

fn msg(msg: several::Msg) -> Msg {
    Msg::Form(Do::Several(msg))
}

/// Draws it.
pub(crate) fn draw(app: &Page, o: &mut Out) {
    let facts = app.judged.facts();
    let seen = several::see(&facts, &app.form.several);
    let number = seen.number();
    let hbr = Editions::HBR.has(facts.edition);
    let limit = if app.all_listed { usize::MAX } else { ROWS };
    o.el("div form several", |o| {
        o.key(several::REFERENCE);
        o.el("header form-head", |o| {
            o.el("div", |o| {
                o.el("p kind", |o| {
                    o.icon(Glyph::Mirror);
                    o.say(words::MIRROR_VAULT);
                });
                o.word("h1", forms::SEVERAL_MIRRORS);
                o.word("p muted", forms::SEVERAL_ABOUT);
            });
        });
        o.el("form fields", |o| {
            o.on(On::Submit, msg(several::Msg::Create));
            let control = Control {
                testid: "several-region",
                ..Control::new("several-region", app.say(words::REGION), seen.region)
            };
            control.choice(app, o, msg(several::Msg::Region), &|o| {
                regions(app, o, &seen.offers, number)
            });
            let needs_key = seen.made().any(|vault| vault.kms);
            o.el("div slot", |o| {
                if needs_key {
                    let control = Control {
                        placeholder: "alias/…",
                        hint: app.say(words::KMS_KEY_OF_MIRROR),
                        ..Control::new(
                            "several-key",
                            app.say(forms::KEY_FOR_ALL),
                            &app.form.several.key,
                        )
                    };
                    control.line(app, o, msg(several::Msg::Key));
                }
            });
            o.el("fieldset part", |o| {
                o.key("vaults");
                o.word("legend", forms::VAULTS_TO_MIRROR);
                o.el("div actions", |o| {
                    o.push(
                        "button btn small",
                        msg(several::Msg::All(true)),
                        forms::CHOOSE_ALL,
                    );
                    o.push(
                        "button btn small",
                        msg(several::Msg::All(false)),
                        forms::CHOOSE_NONE,
                    );
                });
                o.el("ul chosen several-vaults", |o| {
                    for vault in seen.vaults.iter().take(limit) {
                        o.el("li", |o| {
                            o.key(&vault.index.to_string());
                            candidate(app, o, vault, hbr);
                        });
                    }
                });
                o.el("div", |o| {
                    super::overview::more(app, o, seen.vaults.len().saturating_sub(limit));
                });
            });
            o.el("div form-foot", |o| {
                o.el("button btn primary", |o| {
                    o.attr("type", "submit");
                    o.flag("disabled", number == 0);
                    o.attr("data-testid", "confirm-several");
                    o.text(&app.count(number, forms::CREATE_ONE, forms::CREATE_MANY));
                });
                o.link("a btn ghost", &Route::PLAN, |o| o.say(words::CANCEL));
            });
        });
    });
}

/// A vault with what its mirror would be called, or why it has none.
fn candidate(app: &Page, o: &mut Out, vault: &Candidate, hbr: bool) {
    let object = ObjectRef::new(ObjectKind::Vault, vault.index);
    let name = edit::name(app.plan(), object);
    let region = app
        .plan()
        .vaults
        .get(vault.index)
        .and_then(|v| v.region.as_deref());
    o.el("label", |o| {
        o.el("input", |o| {
            o.attr("type", "checkbox");
            o.checked(vault.chosen);
            // One that only this region refuses may still be left out.
            o.flag("disabled", vault.against.is_some() && !vault.chosen);
            o.on(On::Change, msg(several::Msg::Vault(vault.index)));
        });
        o.el("span", |o| {
            o.line("b", &objects::called(app.plan(), object));
            o.line(
                "small",
                &[" ", &edit::region_or_not(region, app.lang)].concat(),
            );
        });
        o.el("span muted", |o| match &vault.against {
            Some(against) => o.say(against),
            None if hbr => o.text(&generated::short_name(name)),
            None => o.text(&generated::mirror_name(name)),
        });
    });
}

/// The regions: those that take all, then those that refuse some, with how many.
fn regions(app: &Page, o: &mut Out, offers: &[Offer], number: usize) {
    let mut part = |heading, fits: &dyn Fn(&Offer) -> bool| {
        if !offers.iter().any(fits) {
            return;
        }
        group(o, app.say(heading), &|o| {
            for offer in offers.iter().filter(|offer| fits(offer)) {
                if offer.refused == 0 {
                    pickers::region(app, o, offer.region);
                    continue;
                }
                o.el("option", |o| {
                    o.attr("value", offer.region.id);
                    o.flag("disabled", offer.refused >= number);
                    o.text(app.say(&offer.region.name()));
                    o.text(" — ");
                    o.text(&app.fill(forms::OTHERS_REFUSED, "n", &offer.refused.to_string()));
                });
            }
        });
    };
    part(words::REGIONS_CONFIRMED, &|offer| {
        offer.refused == 0 && offer.confirmed
    });
    part(words::REGIONS_UNCONFIRMED, &|offer| {
        offer.refused == 0 && !offer.confirmed
    });
    part(words::REGIONS_REFUSED, &|offer| offer.refused > 0);
}
