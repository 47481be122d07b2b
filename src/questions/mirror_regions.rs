//! Which regions the mirror of a vault may lie in, and which redundancy results there. Regions of which no page
//! says anything are offered as unconfirmed, never as allowed.

use super::{Heard, Reason, checks, generated};
use crate::catalog::editions::Editions;
use crate::catalog::regions::{REGIONS, Region};
use crate::facts::{Facts, RegionFact, VaultFact};
use crate::finding::{Gap, Missing, ObjectRef, Severity, Spot};
use crate::model::{Id, Mirror, Txt};
use crate::rules::{Check, Over};

/// The rules that say where a mirror may lie, by slug.
pub const RULES: &[&str] = &["mirror-same-region", "mirror-region-unsupported"];

/// Whether a mirror may lie in a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Allowed {
    /// It may.
    Yes,
    /// No page, and no list of the account's own, says so.
    Unconfirmed,
    /// It may not.
    No,
}

/// The redundancy of a vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redundancy {
    /// Over three zones of the region.
    Zrs,
    /// In one zone.
    Lrs,
}

impl Redundancy {
    /// The word in the document.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Zrs => "ZRS",
            Self::Lrs => "LRS",
        }
    }

    /// The redundancy of new vaults in a region; `None` where no page says.
    #[must_use]
    pub fn of(region: &Region) -> Option<Self> {
        region
            .zrs
            .map(|zrs| if zrs { Self::Zrs } else { Self::Lrs })
    }
}

/// One region as an offer for a mirror.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The region.
    pub region: &'static Region,
    /// Whether a mirror may lie there.
    pub allowed: Allowed,
    /// Why not.
    pub reasons: Vec<Reason>,
    /// The redundancy that results; `None` where no page says, and in the editions that do not treat it.
    pub redundancy: Option<Redundancy>,
    /// Whether it is the one to be offered first.
    pub first: bool,
}

/// The regions for the mirror of a vault.
#[derive(Clone, Debug)]
pub struct Choices {
    /// All regions of the catalogue: allowed ones first, then unconfirmed ones, then the others; within each, in
    /// the order of the catalogue.
    pub regions: Vec<Choice>,
    /// The fact without which the source's own region cannot be left out.
    pub missing: Option<Missing>,
}

/// The regions for the mirror of a vault.
#[must_use]
pub fn mirror_regions(facts: &Facts<'_>, vault: &VaultFact<'_>) -> Choices {
    let checks = checks(RULES, facts);
    let home = vault.region();
    let first = home
        .as_ref()
        .ok()
        .and_then(|home| facts.first_mirror_region(*home));
    let mut regions: Vec<Choice> = REGIONS
        .iter()
        .map(|region| {
            let reasons = refusals(region, vault, facts, &checks);
            let known = facts.cross_region_support(RegionFact::new(region.id));
            let allowed = if !reasons.is_empty() {
                Allowed::No
            } else if known == Some(true) && home.is_ok() {
                Allowed::Yes
            } else {
                Allowed::Unconfirmed
            };
            Choice {
                region,
                allowed,
                reasons,
                redundancy: Redundancy::of(region)
                    .filter(|_| Editions::CLOUD_BACKUP.has(facts.edition)),
                first: allowed != Allowed::No
                    && first.is_some_and(|first| std::ptr::eq(first, region)),
            }
        })
        .collect();
    let mut sorted = Vec::with_capacity(regions.len());
    for allowed in [Allowed::Yes, Allowed::Unconfirmed, Allowed::No] {
        sorted.extend(regions.extract_if(.., |choice| choice.allowed == allowed));
    }
    Choices {
        regions: sorted,
        missing: match home {
            Err(Gap::Missing(missing)) => Some(*missing),
            Ok(_) | Err(Gap::LeftOut) => None,
        },
    }
}

/// What keeps a mirror of the vault out of a region.
fn refusals(
    region: &'static Region,
    vault: &VaultFact<'_>,
    facts: &Facts<'_>,
    checks: &[&'static Check],
) -> Vec<Reason> {
    let name = generated::mirror_name(vault.name());
    let mut doc = Mirror::new(Id::from("mirror"), Id::from(&*vault.doc.id));
    doc.name = Some(Txt::from(name.as_str()));
    doc.region = Some(Txt::from(region.id));
    let planned = facts.planned_mirror(&doc);
    let mut heard = Heard::default();
    let of = |object: ObjectRef| Spot {
        object,
        path: "/region".into(),
    };
    for check in checks {
        match check.over {
            Over::Mirrors(judge) => {
                let judged = judge(&planned, facts);
                heard.note(check.rule, judged, planned.object, facts);
            }
            Over::MirrorRegions(judge) => {
                let judged = judge(RegionFact::new(region.id), &of(planned.object), facts);
                heard.note(check.rule, judged, planned.object, facts);
                // Of a source's region that supports nothing, every other region suffers.
                if let Ok(home) = vault.region() {
                    let judged = judge(home, &of(vault.object), facts);
                    heard.note(check.rule, judged, planned.object, facts);
                }
            }
            _ => {}
        }
    }
    let mut reasons = heard.reasons;
    reasons.retain(|reason| reason.severity == Severity::Error);
    reasons.dedup();
    for reason in &mut reasons {
        // The other regions of the list are the way out.
        reason.fixes.clear();
    }
    reasons
}
