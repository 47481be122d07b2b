//! Mirrors that policies make: a REPLICATION rule of a general policy is the mirror of the vault that the policy
//! writes into. They stand behind the plan's own mirrors; where they are spoken of, the rule of the policy is named.

use std::sync::LazyLock;

use super::object::{MirrorFact, SourceRef, stated};
use super::{Facts, PolicyKind, RegionFact, RuleKind};
use crate::catalog::editions::Editions;
use crate::catalog::limits;
use crate::finding::{Fail, Missing, ObjectKind, ObjectRef, Spot};
use crate::model::{Id, Mirror, MirrorWay};
use crate::text::patch::Op;

/// What such a mirror states of itself: only that a policy switched it on.
static DOC: LazyLock<Mirror<'static>> = LazyLock::new(|| Mirror {
    way: Some(MirrorWay::Policy),
    ..Mirror::new(Id::from(""), Id::from(""))
});

/// Adds the mirrors that policies make and the plan does not list. Each rule makes one at most, and no vault's list
/// is searched further than [`limits::MIRRORS_IN_A_FIX`], so the work is linear.
pub(super) fn add(facts: &mut Facts<'_>) {
    // Before Policy Center there were no such policies.
    if !Editions::CLOUD_BACKUP.has(facts.edition) {
        return;
    }
    for at in 0..facts.policy_rules.len() {
        let Some((vault, region)) = made_by(facts, at) else {
            continue;
        };
        let (Some(rule), Some(of)) = (facts.policy_rules.get(at), facts.vaults.get(vault)) else {
            continue;
        };
        let Some(policy) = facts.policies.get(rule.policy) else {
            continue;
        };
        if is_listed(facts, of, region) {
            continue;
        }
        let (last, name) = (of.last_mirror, policy.name());
        let index = facts.mirrors.len();
        facts.implied.push(at);
        facts.mirrors.push(MirrorFact {
            doc: &DOC,
            object: ObjectRef::new(ObjectKind::Mirror, index),
            source: SourceRef::Vault(vault),
            implied_by: Some(name),
            region: Some(region),
            encryption: None,
            next_of_source: None,
            beside: None,
            in_cycle: false,
            heads_cycle: false,
            stands_at_first: true,
            created_at_step: None,
            spans: Vec::new(),
        });
        if let Some(last) = last.and_then(|last| facts.mirrors.get_mut(last)) {
            last.next_of_source = Some(index);
        }
        if let Some(vault) = facts.vaults.get_mut(vault) {
            vault.mirror_count += 1;
            vault.first_mirror.get_or_insert(index);
            vault.last_mirror = Some(index);
        }
    }
}

/// The vault and the region of the mirror that a rule makes; a policy writes to one vault, so the first counts.
fn made_by<'t>(facts: &Facts<'t>, at: usize) -> Option<(usize, RegionFact<'t>)> {
    let rule = facts.policy_rules.get(at)?;
    let policy = facts.policies.get(rule.policy)?;
    if rule.kind != Some(RuleKind::Replication) || policy.kind != Some(PolicyKind::General) {
        return None;
    }
    let region = stated(rule.doc.replication_region.as_ref())?;
    let vault = policy.noted.vault?;
    Some((vault, RegionFact::new(region)))
}

/// Whether the plan lists that mirror already. One whose region is not stated may be it; and a vault with very many
/// mirrors is broken anyhow.
fn is_listed(facts: &Facts<'_>, vault: &super::VaultFact<'_>, region: RegionFact<'_>) -> bool {
    let mut mirrors = facts.mirrors_of(vault).take(limits::MIRRORS_IN_A_FIX);
    vault.mirror_count >= limits::MIRRORS_IN_A_FIX
        || mirrors.any(|mirror| mirror.region.is_none_or(|other| other.same(region)))
}

impl Facts<'_> {
    /// Where the plan speaks of a place: what is said of a mirror that a policy makes stands at its rule.
    pub(crate) fn told_at(&self, spot: &mut Spot) {
        let field = match &*spot.path {
            "/region" => "/replicationRegion",
            _ => "",
        };
        let rule = match spot.object.kind {
            ObjectKind::Mirror => self.implied_rule(spot.object.index),
            _ => None,
        };
        if let Some(rule) = rule {
            *spot = rule.spot(field);
        }
    }

    /// The same for all that a failure says. A change to such a mirror that the rule cannot express goes.
    pub(crate) fn told(&self, fail: &mut Fail) {
        if self.implied.is_empty() {
            return;
        }
        self.told_at(&mut fail.spot);
        // Such a mirror writes nothing of itself.
        fail.actual.take_if(|actual| actual.is_empty());
        for fix in &mut fail.fixes {
            let told = fix.patch.iter().map(|op| self.told_op(op.clone()));
            let told: Option<Vec<Op>> = told.collect();
            fix.patch = told.unwrap_or_default();
        }
    }

    /// The same for a fact that is missing.
    pub(crate) fn told_missing(&self, missing: &mut Missing) {
        self.told_at(&mut missing.spot);
    }

    fn told_op(&self, op: Op) -> Option<Op> {
        let place = op.path().strip_prefix("/mirrors/").map(|rest| {
            let (index, field) = rest.split_once('/').unwrap_or((rest, ""));
            (index.parse(), field.to_owned())
        });
        let Some((Ok(index), field)) = place else {
            return Some(op);
        };
        let Some(rule) = self.implied_rule(index) else {
            return Some(op);
        };
        let path = rule.spot("").pointer();
        match (op, &*field) {
            (Op::Remove { .. }, "") => Some(Op::Remove { path }),
            (Op::Add { value, .. } | Op::Replace { value, .. }, "region") => Some(Op::Add {
                path: path + "/replicationRegion",
                value,
            }),
            _ => None,
        }
    }

    /// The object of the plan that stands for a mirror: itself, or the policy that makes it.
    #[must_use]
    pub fn maker(&self, mirror: usize) -> Option<ObjectRef> {
        let found = self.mirrors.get(mirror)?;
        Some(
            self.implied_rule(mirror)
                .map_or(found.object, |rule| rule.object),
        )
    }

    /// The rule that makes a mirror; `None` for one that the plan lists.
    pub(crate) fn implied_rule(&self, mirror: usize) -> Option<&super::PolicyRuleFact<'_>> {
        let at = mirror.checked_sub(self.plan.mirrors.len())?;
        self.policy_rules.get(*self.implied.get(at)?)
    }
}
