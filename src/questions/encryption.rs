//! Does the encryption match: source and mirror, pair by pair.

use super::{Heard, Reason, checks, eligible, hear_on_mirror};
use crate::facts::{EncryptionMethod, Facts, MirrorFact, SourceRef};
use crate::finding::{Missing, ObjectKind, ObjectRef};
use crate::rules::Check;

/// The rule that compares the methods, by slug.
pub const RULE: &str = "mirror-encryption-mismatch";

/// Whether the methods of a pair fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Both have the same method.
    Match,
    /// They differ, and the service asks for the same.
    Mismatch,
    /// There can be no such mirror, whatever the method.
    Impossible,
    /// A fact is missing, or the source is not in the plan.
    Unknown,
    /// They differ, and the pages of the edition do not treat encryption.
    NotStated,
}

/// Source and mirror with their methods and keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What is copied: a vault, or wrongly a mirror; `None` when the plan does not have it.
    pub source: Option<ObjectRef>,
    /// The mirror.
    pub mirror: ObjectRef,
    /// The source's method; `None` when it is not known.
    pub source_method: Option<EncryptionMethod>,
    /// The mirror's method; `None` when it is not known.
    pub mirror_method: Option<EncryptionMethod>,
    /// The source's key, as stated.
    pub source_key: Option<String>,
    /// The mirror's key, as stated. It may differ from the source's: keys belong to a region.
    pub mirror_key: Option<String>,
    /// Whether the methods fit.
    pub verdict: Verdict,
    /// Why not.
    pub reasons: Vec<Reason>,
    /// The facts that are missing.
    pub missing: Vec<Missing>,
}

/// Every pair of the plan, in the order of the mirrors.
#[must_use]
pub fn pairs(facts: &Facts<'_>) -> Vec<Pair> {
    let (source, method) = (checks(eligible::RULES, facts), checks(&[RULE], facts));
    facts
        .mirrors
        .iter()
        // A mirror that a policy makes states no method.
        .filter(|mirror| mirror.implied_by.is_none())
        .map(|mirror| judge(facts, mirror, &source, &method))
        .collect()
}

/// One mirror with its source.
#[must_use]
pub fn pair<'t>(facts: &Facts<'t>, mirror: &MirrorFact<'t>) -> Pair {
    let (source, method) = (checks(eligible::RULES, facts), checks(&[RULE], facts));
    judge(facts, mirror, &source, &method)
}

/// `on_source` are the rules that say what a mirror may copy, `on_method` the one that compares the methods.
fn judge<'t>(
    facts: &Facts<'t>,
    mirror: &MirrorFact<'t>,
    on_source: &[&'static Check],
    on_method: &[&'static Check],
) -> Pair {
    let (source, source_method, source_key) = match mirror.source {
        SourceRef::Vault(index) => {
            let vault = facts.vaults.get(index);
            (
                Some(ObjectRef::new(ObjectKind::Vault, index)),
                vault.and_then(|vault| vault.encryption().ok()),
                vault.and_then(|vault| vault.doc.kms_key.as_deref()),
            )
        }
        SourceRef::Mirror(index) => {
            let other = facts.mirrors.get(index);
            (
                Some(ObjectRef::new(ObjectKind::Mirror, index)),
                other.and_then(|other| other.encryption().ok()),
                other.and_then(|other| other.doc.kms_key.as_deref()),
            )
        }
        SourceRef::Absent => (None, None, None),
    };
    let mirror_method = mirror.encryption().ok();
    let about_source = hear_on_mirror(on_source, mirror, facts);
    let refused = about_source.refuses();
    let Heard { reasons, missing } = hear_on_mirror(on_method, mirror, facts);
    let same = source_method
        .zip(mirror_method)
        .map(|(source, mirror)| source == mirror);
    let verdict = match same {
        _ if refused => Verdict::Impossible,
        _ if !reasons.is_empty() => Verdict::Mismatch,
        _ if !missing.is_empty() => Verdict::Unknown,
        Some(true) => Verdict::Match,
        Some(false) => Verdict::NotStated,
        None => Verdict::Unknown,
    };
    Pair {
        source,
        mirror: mirror.object,
        source_method,
        mirror_method,
        source_key: source_key.map(str::to_owned),
        mirror_key: mirror.doc.kms_key.as_deref().map(str::to_owned),
        verdict,
        reasons: if refused {
            about_source.reasons
        } else {
            reasons
        },
        missing,
    }
}
