//! Mirrors for several vaults in one step: which vaults may have one, which region takes how many of them, and the
//! edit that makes them.

use vaultplan::facts::{EncryptionMethod, Facts};
use vaultplan::finding::Severity;
use vaultplan::lang::Text;
use vaultplan::questions::eligible::{self, Answer};
use vaultplan::questions::{generated, mirror_regions};
use vaultplan::text::patch::{Op, Patch};
use vaultplan::text::value::Value;

use crate::edit::Edit;
use crate::page::{Effect, Heard, Page};
use crate::route::Route;
use crate::state::Label;
use crate::words::forms as words;

/// The reference of the page; no object has it.
pub(crate) const REFERENCE: &str = "*mirrors";

/// What can happen there.
#[derive(Clone, Debug)]
pub(crate) enum Msg {
    /// Chooses a vault, or leaves it out.
    Vault(usize),
    /// Chooses all that may have a mirror, or none.
    All(bool),
    /// States the region.
    Region,
    /// States the key of the mirrors that need one.
    Key,
    /// Makes the mirrors.
    Create,
}

/// What is chosen.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    /// The vaults that are left out, although they may have a mirror.
    left_out: Vec<usize>,
    /// The region; the best one where it is empty.
    region: String,
    /// The key.
    pub(crate) key: String,
}

/// A vault and whether it may have a mirror.
#[derive(Debug)]
pub(crate) struct Candidate {
    /// Its index.
    pub(crate) index: usize,
    /// Why it may have none, or not in the chosen region.
    pub(crate) against: Option<Text>,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
    /// Whether its mirror needs a key.
    pub(crate) kms: bool,
}

/// A region and how many of the chosen vaults it would refuse.
#[derive(Debug)]
pub(crate) struct Offer {
    /// Its id.
    pub(crate) region: &'static vaultplan::catalog::regions::Region,
    /// How many of the vaults that are chosen could not have a mirror there.
    pub(crate) refused: usize,
    /// Whether it is confirmed for all of them.
    pub(crate) confirmed: bool,
}

/// What the page shows.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) vaults: Vec<Candidate>,
    pub(crate) offers: Vec<Offer>,
    /// The region that is chosen, or the best one.
    pub(crate) region: &'static str,
}

impl Seen {
    /// How many mirrors would be made.
    pub(crate) fn number(&self) -> usize {
        self.made().count()
    }

    /// The vaults that would have one.
    pub(crate) fn made(&self) -> impl Iterator<Item = &Candidate> {
        self.vaults
            .iter()
            .filter(|vault| vault.chosen && vault.against.is_none())
    }
}

/// What speaks for and against each vault and region.
pub(crate) fn see(facts: &Facts<'_>, state: &State) -> Seen {
    let mut vaults = Vec::with_capacity(facts.vaults.len());
    for (index, vault) in facts.vaults.iter().enumerate() {
        let found = eligible::vault(facts, vault);
        let worst = found.reasons.iter().find(|r| r.severity == Severity::Error);
        let refused = found.answer == Answer::No;
        let against = worst.and_then(|reason| reason.rule).map(|rule| rule.title);
        let method = vault.encryption().ok();
        vaults.push(Candidate {
            index,
            against: refused.then(|| against.unwrap_or(*crate::words::REGIONS_REFUSED)),
            chosen: !refused && !state.left_out.contains(&index),
            kms: method == Some(EncryptionMethod::Kms),
        });
    }
    // What a region refuses depends on the region of the source: each is asked about once.
    let mut homes: Vec<(Option<&str>, Vec<mirror_regions::Choice>, usize)> = Vec::new();
    for candidate in vaults.iter().filter(|vault| vault.chosen) {
        let Some(vault) = facts.vaults.get(candidate.index) else {
            continue;
        };
        let home = vault.doc.region.as_deref();
        match homes.iter_mut().find(|(known, ..)| *known == home) {
            Some((_, _, number)) => *number += 1,
            None => homes.push((
                home,
                mirror_regions::mirror_regions(facts, vault).regions,
                1,
            )),
        }
    }
    let mut offers: Vec<Offer> = Vec::new();
    let mut best: Option<(&'static str, usize)> = None;
    for region in vaultplan::catalog::regions::REGIONS {
        let mut offer = Offer {
            region,
            refused: 0,
            confirmed: true,
        };
        let mut wanted = 0;
        for (_, choices, number) in &homes {
            let choice = choices.iter().find(|choice| choice.region.id == region.id);
            let Some(choice) = choice else { continue };
            if choice.allowed == mirror_regions::Allowed::No {
                offer.refused += number;
            }
            offer.confirmed &= choice.allowed == mirror_regions::Allowed::Yes;
            wanted += if choice.first { *number } else { 0 };
        }
        if offer.refused == 0 && best.is_none_or(|(_, most)| wanted > most) && wanted > 0 {
            best = Some((region.id, wanted));
        }
        offers.push(offer);
    }
    let chosen = offers.iter().find(|offer| offer.region.id == state.region);
    let first = offers
        .iter()
        .find(|offer| offer.refused == 0 && offer.region.current);
    let region = chosen.map(|offer| offer.region.id);
    let region = region
        .or(best.map(|(id, _)| id))
        .or(first.map(|offer| offer.region.id));
    let region = region.unwrap_or_default();
    for candidate in &mut vaults {
        let home = facts
            .vaults
            .get(candidate.index)
            .and_then(|v| v.doc.region.as_deref());
        let known = homes.iter().find(|(known, ..)| *known == home);
        let choice = known.and_then(|(_, all, _)| all.iter().find(|c| c.region.id == region));
        if candidate.against.is_none()
            && let Some(reason) = choice.and_then(|choice| choice.reasons.first())
        {
            let title = reason.rule.map(|rule| rule.title);
            candidate.against = Some(title.unwrap_or(*crate::words::REGIONS_REFUSED));
        }
    }
    Seen {
        vaults,
        offers,
        region,
    }
}

/// The edit that makes the mirrors that are chosen, each with an id of its own.
pub(crate) fn create(facts: &Facts<'_>, seen: &Seen, key: &str) -> Edit {
    let mut patch = Patch::new();
    let mut used: Vec<String> = Vec::new();
    for candidate in seen.made() {
        let Some(vault) = facts.vaults.get(candidate.index) else {
            continue;
        };
        let mut one = generated::create_mirror(facts, vault, seen.region);
        for op in &mut one {
            let Op::Add {
                value: Value::Object(mirror),
                ..
            } = op
            else {
                continue;
            };
            let id = mirror.get("id").and_then(Value::as_str).unwrap_or_default();
            let (mut free, mut number) = (id.to_owned(), 2);
            while used.contains(&free) {
                free = [id, "-", &number.to_string()].concat();
                number += 1;
            }
            mirror.insert("id".to_owned(), free.as_str().into());
            used.push(free);
            if candidate.kms && !key.is_empty() {
                mirror.insert("kmsKey".to_owned(), key.into());
            }
        }
        patch.extend(one);
    }
    Edit {
        label: Label::new(words::STEP_SEVERAL).arg("n", seen.number().to_string()),
        patch,
    }
}

impl Page {
    /// What happens on the page that makes several mirrors.
    pub(crate) fn on_several(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        let state = &mut self.form.several;
        let typed = heard.value.trim();
        match msg {
            Msg::Vault(index) => {
                let before = state.left_out.len();
                state.left_out.retain(|out| out != index);
                if state.left_out.len() == before {
                    state.left_out.push(*index);
                }
            }
            Msg::All(true) => state.left_out.clear(),
            Msg::All(false) => state.left_out = (0..self.state.content.plan.vaults.len()).collect(),
            Msg::Region => typed.clone_into(&mut state.region),
            Msg::Key => typed.clone_into(&mut state.key),
            Msg::Create => {
                let edit = {
                    let facts = self.judged.facts();
                    let seen = see(&facts, &self.form.several);
                    create(&facts, &seen, &self.form.several.key)
                };
                if !edit.patch.is_empty() {
                    self.edit(edit);
                    self.form.several = State::default();
                    effects.push(Effect::Go(Route::PLAN));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vaultplan::model::{self, Topology};
    use vaultplan::report;

    fn plan() -> Topology<'static> {
        let text = r#"{"format": "vaultplan/1", "vaults": [
            {"id": "v1", "name": "a", "region": "cn-hangzhou"},
            {"id": "v2", "name": "b", "region": "cn-beijing", "encryption": "KMS", "kmsKey": "alias/a"},
            {"id": "v3", "name": "c", "region": "cn-hangzhou", "type": "ARCHIVE"},
            {"id": "v4", "name": "d", "region": "cn-hangzhou"}],
            "mirrors": [{"id": "m4", "source": "v4", "region": "cn-shanghai"}]}"#;
        model::read_text(text).unwrap().into_owned()
    }

    fn with(state: &State) -> (Topology<'static>, Vec<(bool, bool)>) {
        let mut plan = plan();
        let copy = plan.clone();
        let facts = Facts::new(&copy, copy.edition(), None);
        let seen = see(&facts, state);
        let edit = create(&facts, &seen, &state.key);
        model::apply(&mut plan, &edit.patch).unwrap();
        let vaults = seen.vaults.iter().map(|v| (v.chosen, v.against.is_some()));
        (plan, vaults.collect())
    }

    #[test]
    fn all_that_may_have_a_mirror_get_one_in_one_step() {
        let state = State {
            key: "alias/b".to_owned(),
            ..State::default()
        };
        let (plan, vaults) = with(&state);
        // An archive vault and one that has its mirror get none.
        assert_eq!(
            vaults,
            [(true, false), (true, false), (false, true), (false, true)]
        );
        assert_eq!(plan.mirrors.len(), 3);
        let keys: Vec<_> = plan.mirrors.iter().map(|m| m.kms_key.as_deref()).collect();
        assert_eq!(keys, [None, None, Some("alias/b")]);
        let regions: Vec<_> = plan.mirrors.iter().map(|m| m.region.as_deref()).collect();
        assert_eq!(regions[1], regions[2]);
        let report = report::check(&plan, report::Options::default());
        let on_mirrors = report
            .findings
            .iter()
            .filter(|f| f.fail().is_some() && f.severity == Severity::Error);
        assert_eq!(on_mirrors.count(), 0);
    }

    #[test]
    fn a_vault_of_the_chosen_region_gets_none_there() {
        let state = State {
            region: "cn-beijing".to_owned(),
            ..State::default()
        };
        let (plan, vaults) = with(&state);
        assert_eq!(vaults[..2], [(true, false), (true, true)]);
        assert_eq!(plan.mirrors.len(), 2);
        let copy = self::plan();
        let facts = Facts::new(&copy, copy.edition(), None);
        let offers = see(&facts, &state).offers;
        let of = |id: &str| offers.iter().find(|offer| offer.region.id == id).unwrap();
        assert_eq!(
            (of("cn-beijing").refused, of("cn-shanghai").refused),
            (1, 0)
        );
    }

    #[test]
    fn what_is_left_out_gets_none() {
        let state = State {
            left_out: vec![0, 1],
            ..State::default()
        };
        assert_eq!(with(&state).0.mirrors.len(), 1);
    }
}
