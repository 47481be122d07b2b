//! The lists from which forms choose: regions with what may speak against them, words of the vendor's vocabularies.

use vaultplan::catalog::regions::{REGIONS, Region};
use vaultplan::catalog::vocabulary::Vocabulary;
use vaultplan::lang::Text;
use vaultplan::questions::mirror_regions::{Allowed, Choice as Offer};

use super::field::{Choice, Group};
use crate::edit;
use crate::shared::Shared;
use crate::words;

/// A region as a choice: its name and the redundancy of its vaults.
fn choice(app: &Shared, region: &Region) -> Choice {
    let name = app.say(region.name());
    let label = match region.zrs {
        Some(true) => format!("{name} · ZRS"),
        Some(false) => format!("{name} · LRS"),
        None => name.to_owned(),
    };
    Choice::new(region.id, label)
}

fn group(app: &Shared, heading: Text, choices: Vec<Choice>) -> Group {
    Group {
        heading: app.say(heading).to_owned(),
        choices,
    }
}

/// What stands above a list: nothing stated, and a value that the list does not know.
fn above(app: &Shared, current: &str, known: bool, empty: Text) -> Group {
    let mut choices = vec![Choice::new("", app.say(empty))];
    if !current.is_empty() && !known {
        let label = app.fill(words::UNKNOWN_WORD, "value", current);
        choices.push(Choice::new(current, label));
    }
    Group {
        heading: String::new(),
        choices,
    }
}

/// All regions, for a vault.
pub(crate) fn vault_regions(app: &Shared, current: &str) -> Vec<Group> {
    let known = REGIONS.iter().any(|region| region.id == current);
    let some = |fits: fn(&Region) -> bool| {
        let fitting = REGIONS.iter().filter(|region| fits(region));
        fitting
            .map(|region| choice(app, region))
            .collect::<Vec<_>>()
    };
    vec![
        above(app, current, known, words::NOT_STATED),
        group(
            app,
            words::REGIONS_MAINLAND,
            some(|r| r.mainland && !r.finance && r.current),
        ),
        group(
            app,
            words::REGIONS_ABROAD,
            some(|r| !r.mainland && !r.finance && r.current),
        ),
        group(app, words::REGIONS_FINANCE, some(|r| r.finance)),
        group(app, words::REGIONS_RETIRED, some(|r| !r.current)),
    ]
}

/// Why a region is refused, short enough for a list.
fn why(app: &Shared, offer: &Offer) -> &'static str {
    match offer.reasons.first().and_then(|reason| reason.rule) {
        Some(rule) if rule.slug == "mirror-same-region" => app.say(words::WHY_SAME_REGION),
        Some(rule) => app.say(rule.title),
        None => app.say(words::REGIONS_REFUSED),
    }
}

/// The regions for a mirror, eligible ones first. What would be refused can still be chosen in a form, because a
/// plan may have to say what is; where something new is made, it is shown but not offered.
pub(crate) fn mirror_regions(
    app: &Shared,
    offers: &[Offer],
    current: &str,
    new: bool,
) -> Vec<Group> {
    let known = offers.iter().any(|offer| offer.region.id == current);
    let of = |allowed: Allowed| {
        let fitting = offers.iter().filter(move |offer| offer.allowed == allowed);
        fitting
            .map(|offer| {
                let mut choice = choice(app, offer.region);
                if allowed == Allowed::No {
                    let name = app.say(offer.region.name());
                    choice.label = format!("{name} — {}", why(app, offer));
                    choice.disabled = new;
                }
                choice
            })
            .collect::<Vec<_>>()
    };
    let empty = if new {
        words::CHOOSE_REGION
    } else {
        words::NOT_STATED
    };
    let mut groups = vec![
        above(app, current, known, empty),
        group(app, words::REGIONS_CONFIRMED, of(Allowed::Yes)),
        group(app, words::REGIONS_UNCONFIRMED, of(Allowed::Unconfirmed)),
        group(app, words::REGIONS_REFUSED, of(Allowed::No)),
    ];
    groups.retain(|group| !group.choices.is_empty());
    groups
}

/// How many regions are offered, and how many of them have which property.
pub(crate) fn regions_hint(app: &Shared, offers: &[Offer]) -> String {
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

/// The words of a vocabulary. `default` is what silence means.
pub(crate) fn vocabulary(
    app: &Shared,
    vocabulary: &'static Vocabulary,
    current: &str,
    default: Option<&str>,
) -> Vec<Group> {
    let label = |word: &str| match vocabulary.label(word) {
        Some(label) => app.say(label).to_owned(),
        None => word.to_owned(),
    };
    let silent = match default {
        Some(word) => app.fill(words::DEFAULT_IS, "value", label(word)),
        None => app.say(words::NOT_STATED).to_owned(),
    };
    let mut choices = vec![Choice::new("", silent)];
    let known = vocabulary.words.iter();
    choices.extend(known.map(|word| Choice::new(word.word, app.say(word.label))));
    if !current.is_empty() && vocabulary.find(current).is_none() {
        let label = app.fill(words::UNKNOWN_WORD, "value", current);
        choices.push(Choice::new(current, label));
    }
    vec![Group {
        heading: String::new(),
        choices,
    }]
}

/// The redundancy of vaults in a region, in words.
pub(crate) fn redundancy(app: &Shared, region: Option<&str>) -> String {
    let Some(region) = region else {
        return app.say(words::REDUNDANCY_NO_REGION).to_owned();
    };
    let text = match vaultplan::catalog::regions::find(region).and_then(|region| region.zrs) {
        Some(true) => words::REDUNDANCY_ZRS,
        Some(false) => words::REDUNDANCY_LRS,
        None => words::REDUNDANCY_UNKNOWN,
    };
    app.fill(text, "region", edit::region_name(region, app.lang))
}
