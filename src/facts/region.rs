//! A region as the plan names it, with what the catalogue knows of it.

use crate::catalog::regions::{self, Region};
use crate::lang::Lang;

/// A region id of the plan.
#[derive(Clone, Copy, Debug)]
pub struct RegionFact<'t> {
    /// As written.
    pub id: &'t str,
    /// What the catalogue knows; `None` for an unlisted id.
    pub known: Option<&'static Region>,
}

impl<'t> RegionFact<'t> {
    /// The facts of a region id.
    #[must_use]
    pub fn new(id: &'t str) -> Self {
        Self {
            id,
            known: regions::find(id),
        }
    }

    /// Whether both are the same region.
    #[must_use]
    pub fn same(self, other: RegionFact<'_>) -> bool {
        self.id == other.id
    }

    /// Name and id for people, such as `China (Hangzhou), cn-hangzhou`; the id alone for an unlisted one.
    #[must_use]
    pub fn display(self, lang: Lang) -> String {
        match self.known.map(|known| known.name()) {
            Some(name) => format!("{} ({})", name.get(lang), self.id),
            None => self.id.to_owned(),
        }
    }
}

/// The region that a mirror of a vault in `source` is best offered first: confirmed for cross-region backup if
/// one is on the same side of the mainland's border, else the first listed one there with zone redundancy.
#[must_use]
pub(crate) fn first_choice(
    source: RegionFact<'_>,
    supported: impl Fn(RegionFact<'static>) -> Option<bool>,
) -> Option<&'static Region> {
    let home = source.known;
    regions::REGIONS
        .iter()
        .filter(|region| region.id != source.id && region.current)
        .filter(|region| home.is_none_or(|home| home.finance == region.finance))
        .filter_map(|region| {
            let support = supported(RegionFact {
                id: region.id,
                known: Some(region),
            });
            let same_side = home.is_none_or(|home| home.mainland == region.mainland);
            (support != Some(false)).then_some((
                (!same_side, support != Some(true), region.zrs != Some(true)),
                region,
            ))
        })
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, region)| region)
}
