//! The lists from which forms choose: regions with what may speak against them, words of the vendor's vocabularies.

use vaultplan::catalog::regions::{self, REGIONS, Region};
use vaultplan::catalog::vocabulary::Vocabulary;
use vaultplan::questions::mirror_regions::{Allowed, Choice as Offer};

use super::field::{group, option};
use crate::edit;
use crate::markup::Out;
use crate::page::Page;
use crate::words;

/// A region as a choice: its name and the redundancy of its vaults.
pub(crate) fn region(app: &Page, o: &mut Out, region: &Region) {
    let name = app.say(&region.name());
    let redundancy = match region.zrs {
        Some(true) => " · ZRS",
        Some(false) => " · LRS",
        None => "",
    };
    option(o, region.id, &[name, redundancy].concat());
}

/// What stands above a list: nothing stated, and a value that the list does not know.
fn above(app: &Page, o: &mut Out, current: &str, known: bool, empty: &str) {
    if !empty.is_empty() {
        option(o, "", empty);
    }
    if !current.is_empty() && !known {
        option(o, current, &app.fill(words::UNKNOWN_WORD, "value", current));
    }
}

/// All regions, for a vault. Without `optional` one has to be chosen.
pub(crate) fn vault_regions(app: &Page, o: &mut Out, current: &str, optional: bool) {
    let known = REGIONS.iter().any(|region| region.id == current);
    let empty = if optional {
        app.say(words::NOT_STATED)
    } else {
        ""
    };
    above(app, o, current, known, empty);
    let groups = [
        words::REGIONS_MAINLAND,
        words::REGIONS_ABROAD,
        words::REGIONS_FINANCE,
        words::REGIONS_RETIRED,
    ];
    let place = |region: &Region| match region {
        _ if !region.current => 3,
        _ if region.finance => 2,
        _ => usize::from(!region.mainland),
    };
    for (at, heading) in groups.into_iter().enumerate() {
        group(o, app.say(heading), &|o| {
            for listed in REGIONS.iter().filter(|region| place(region) == at) {
                region(app, o, listed);
            }
        });
    }
}

/// Why a region is refused, short enough for a list.
fn why(app: &Page, offer: &Offer) -> &'static str {
    match offer.reasons.first().and_then(|reason| reason.rule) {
        Some(rule) if rule.slug == "mirror-same-region" => app.say(words::WHY_SAME_REGION),
        Some(rule) => app.say(&rule.title),
        None => app.say(words::REGIONS_REFUSED),
    }
}

/// The regions for a mirror, eligible ones first. What would be refused can still be chosen in a form, because a
/// plan may have to say what is; where something new is made, it is shown but not offered.
pub(crate) fn mirror_regions(app: &Page, o: &mut Out, offers: &[Offer], current: &str, new: bool) {
    let known = offers.iter().any(|offer| offer.region.id == current);
    let empty = if new {
        words::CHOOSE_REGION
    } else {
        words::NOT_STATED
    };
    above(app, o, current, known, app.say(empty));
    for (allowed, heading) in [
        (Allowed::Yes, words::REGIONS_CONFIRMED),
        (Allowed::Unconfirmed, words::REGIONS_UNCONFIRMED),
        (Allowed::No, words::REGIONS_REFUSED),
    ] {
        if !offers.iter().any(|offer| offer.allowed == allowed) {
            continue;
        }
        group(o, app.say(heading), &|o| {
            for offer in offers.iter().filter(|offer| offer.allowed == allowed) {
                if allowed != Allowed::No {
                    region(app, o, offer.region);
                    continue;
                }
                o.el("option", |o| {
                    o.attr("value", offer.region.id);
                    o.flag("disabled", new);
                    o.text(app.say(&offer.region.name()));
                    o.text(" — ");
                    o.text(why(app, offer));
                });
            }
        });
    }
}

/// How many regions are offered, and how many of them have which property.
pub(crate) fn regions_hint(app: &Page, offers: &[Offer]) -> String {
    let open = || offers.iter().filter(|offer| offer.allowed != Allowed::No);
    let zoned = open()
        .filter(|offer| offer.region.zrs == Some(true))
        .count();
    let confirmed = open().filter(|offer| offer.allowed == Allowed::Yes).count();
    crate::state::Label::new(words::REGIONS_HINT)
        .arg("n", open().count().to_string())
        .arg("zoned", zoned.to_string())
        .arg("confirmed", confirmed.to_string())
        .get(app.lang)
}

/// The words of a vocabulary. `default` is what silence means; empty where it means nothing.
pub(crate) fn vocabulary(
    app: &Page,
    o: &mut Out,
    vocabulary: &Vocabulary,
    current: &str,
    default: &str,
    required: bool,
) {
    let silent = match vocabulary.label(default) {
        _ if default.is_empty() => app.say(words::NOT_STATED).to_owned(),
        Some(label) => app.fill(words::DEFAULT_IS, "value", app.say(&label)),
        None => app.fill(words::DEFAULT_IS, "value", default),
    };
    let known = vocabulary.find(current).is_some();
    if !required {
        option(o, "", &silent);
    }
    for word in vocabulary.words {
        option(o, word.word, app.say(&word.label));
    }
    above(app, o, current, known, "");
}

/// The redundancy of vaults in a region, in words.
pub(crate) fn redundancy(app: &Page, region: Option<&str>) -> String {
    let Some(region) = region else {
        return app.say(words::REDUNDANCY_NO_REGION).to_owned();
    };
    let text = match regions::find(region).and_then(|region| region.zrs) {
        Some(true) => words::REDUNDANCY_ZRS,
        Some(false) => words::REDUNDANCY_LRS,
        None => words::REDUNDANCY_UNKNOWN,
    };
    app.fill(text, "region", &edit::region_name(region, app.lang))
}
