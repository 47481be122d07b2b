//! Which vaults may have a mirror, and why the others may not. A mirror of the vault is imagined and judged by the
//! rules themselves, so that this list and a check of the plan with that mirror cannot disagree.

use super::{Heard, Reason, checks, generated, hear_on_mirror};
use crate::catalog::editions::Editions;
use crate::facts::{Facts, VaultFact};
use crate::finding::{Missing, ObjectRef};
use crate::lang::Text;
use crate::model::{Id, Mirror, Txt};
use crate::rules::Check;

pub use crate::catalog::ways::{Offered, Ways, ways};

/// The rules that say what a mirror may copy, by slug.
pub const RULES: &[&str] = &[
    "mirror-more-than-one",
    "mirror-of-mirror",
    "mirror-source-trial-oss-nas",
    "mirror-source-trial-tablestore",
    "mirror-source-archive-vault",
    "mirror-source-database-vault",
    "mirror-source-container-vault",
    "mirror-source-abnormal-status",
    "mirror-source-not-ready",
    "mirror-source-type-not-eligible",
];

/// Whether something may have a mirror.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It may; reasons of less than an error say what to mind.
    Yes,
    /// It may not.
    No,
    /// A fact is missing, or the pages of the edition are silent.
    Undecided,
}

/// The answer for one vault or mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eligibility {
    /// The vault or mirror.
    pub object: ObjectRef,
    /// Whether it may have a mirror.
    pub answer: Answer,
    /// Why not, or what to mind.
    pub reasons: Vec<Reason>,
    /// The facts without which it cannot be decided. May also stand beside `no`.
    pub missing: Vec<Missing>,
}

/// The answer for every vault of the plan, then for every mirror, each in the plan's order.
#[must_use]
pub fn eligible(facts: &Facts<'_>) -> Vec<Eligibility> {
    let checks = checks(RULES, facts);
    let vaults = facts
        .vaults
        .iter()
        .map(|vault| judge(vault.object, vault.name(), &vault.doc.id, facts, &checks));
    let mirrors = facts
        .mirrors
        .iter()
        .filter(|mirror| mirror.implied_by.is_none())
        .map(|mirror| judge(mirror.object, mirror.name(), &mirror.doc.id, facts, &checks));
    vaults.chain(mirrors).collect()
}

/// The answer for one vault.
#[must_use]
pub fn vault(facts: &Facts<'_>, vault: &VaultFact<'_>) -> Eligibility {
    let checks = checks(RULES, facts);
    judge(vault.object, vault.name(), &vault.doc.id, facts, &checks)
}

fn judge(
    object: ObjectRef,
    name: &str,
    id: &str,
    facts: &Facts<'_>,
    checks: &[&'static Check],
) -> Eligibility {
    let heard = imagine(name, id, facts, checks);
    let is_mirror = facts
        .mirrors
        .get(object.index)
        .is_some_and(|m| m.object == object);
    let (refused, waits) = (heard.refuses(), !heard.missing.is_empty());
    let Heard {
        mut reasons,
        missing,
    } = heard;
    let answer = if refused {
        Answer::No
    } else if waits {
        Answer::Undecided
    } else if is_mirror && Editions::HBR.has(facts.edition) {
        reasons.push(Reason::of_page(Text::new("it is a mirror itself, and no page of this edition says whether a mirror can be mirrored", "它本身是镜像库，该版本的文档未说明镜像库能否再有镜像库")));
        Answer::Undecided
    } else {
        Answer::Yes
    };
    Eligibility {
        object,
        answer,
        reasons,
        missing,
    }
}

/// What the rules say about a mirror of an object of this id that is added to the plan.
fn imagine(name: &str, id: &str, facts: &Facts<'_>, checks: &[&'static Check]) -> Heard {
    let shown = generated::mirror_name(name);
    let mut doc = Mirror::new(Id::from("mirror"), Id::from(id));
    doc.name = Some(Txt::from(shown.as_str()));
    let planned = facts.planned_mirror(&doc);
    hear_on_mirror(checks, &planned, facts)
}
