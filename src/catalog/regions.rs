//! The regions: where they lie, which redundancy their vaults have, whether cross-region backup is confirmed.
//! Unknown is a value here: no page read states which regions support cross-region backup, beyond one pair.

use super::sources::{self, Source};
use super::vocabulary;
use crate::lang::Text;

/// A region of Alibaba Cloud with an endpoint for Cloud Backup.
#[derive(Debug)]
pub struct Region {
    /// Region id such as `cn-hangzhou`.
    pub id: &'static str,
    /// Whether it lies in the Chinese mainland.
    pub mainland: bool,
    /// Whether it belongs to Finance Cloud.
    pub finance: bool,
    /// Whether the service's newest client still lists it.
    pub current: bool,
    /// Whether its vaults are zone-redundant; `None` where no page says.
    pub zrs: Option<bool>,
    /// Whether it supports cross-region backup; `None` where no page says.
    pub cross_region: Option<bool>,
    /// Where its id is listed.
    pub listed_in: &'static Source,
}

impl Region {
    /// Its name for people.
    #[must_use]
    pub fn name(&self) -> Text {
        vocabulary::REGION
            .label(self.id)
            .unwrap_or(Text::same(self.id))
    }
}

/// The region of an id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Region> {
    REGIONS.get(position(id)?)
}

/// The place of an id in [`REGIONS`]. Every vault of a plan asks for it: a small table answers after one comparison.
#[must_use]
pub fn position(id: &str) -> Option<usize> {
    let mut slot = slot(id);
    loop {
        let place = usize::from(*SLOTS.get(slot)?).checked_sub(1)?;
        if REGIONS.get(place)?.id == id {
            return Some(place);
        }
        slot = (slot + 1) % SLOT_COUNT;
    }
}

/// Where an id is looked for first: its length and three of its letters tell most of them apart.
const fn slot(id: &str) -> usize {
    const fn letter(id: &[u8], at: usize) -> usize {
        match id.split_at_checked(at) {
            Some((_, [letter, ..])) => *letter as usize,
            _ => 0,
        }
    }
    let (id, length) = (id.as_bytes(), id.len());
    let last = letter(id, length.saturating_sub(1));
    (length + 5 * letter(id, 3) + 11 * letter(id, 5) + 3 * last) % SLOT_COUNT
}

const SLOT_COUNT: usize = 128;

/// The place of a region plus one, in the first free slot from its own on; 0 in the free ones.
#[expect(
    clippy::indexing_slicing,
    reason = "worked out by the compiler: what is out of bounds does not compile"
)]
static SLOTS: [u8; SLOT_COUNT] = {
    let mut slots = [0; SLOT_COUNT];
    let mut place = 0;
    while place < REGIONS.len() {
        let mut at = slot(REGIONS[place].id);
        while slots[at] != 0 {
            at = (at + 1) % SLOT_COUNT;
        }
        place += 1;
        slots[at] = place as u8;
    }
    slots
};

/// Where the redundancy of the regions is stated.
pub static REDUNDANCY_SOURCE: &Source = &sources::CROSS_REGION_BACKUP;

const fn region(
    id: &'static str,
    mainland: bool,
    finance: bool,
    current: bool,
    zrs: Option<bool>,
    cross_region: Option<bool>,
    listed_in: &'static Source,
) -> Region {
    Region {
        id,
        mainland,
        finance,
        current,
        zrs,
        cross_region,
        listed_in,
    }
}

/// All regions, in the order in which they are offered.
pub static REGIONS: &[Region] = &[
    region(
        "cn-qingdao",
        true,
        false,
        true,
        Some(false),
        None,
        &sources::SUPPORTED_REGIONS,
    ),
    region(
        "cn-beijing",
        true,
        false,
        true,
        Some(true),
        None,
        &sources::SUPPORTED_REGIONS,
    ),
    region(
        "cn-zhangjiakou",
        true,
        false,
        true,
        Some(true),
        None,
        &sources::SUPPORTED_REGIONS,
    ),
    region(
        "cn-huhehaote",
        true,
        false,
        true,
        Some(false),
        None,
        &sources::SUPPORTED_REGIONS,
    ),
    region(
        "cn-wulanchabu",
        true,
        false,
        true,
        Some(true),
        None,
        &sources::SUPPORTED_REGIONS,
    ),
    region(
        "cn-hangzhou",
        true,
        false,
        true,
        Some(true),
        Some(true),
        &sources::SUPPORTED_REGIONS,
    ),
    region(
        "cn-shanghai",
        true,
        false,
        true,
        Some(true),
        Some(true),
        &sources::SUPPORTED_REGIONS,
    ),
    region(
        "cn-shenzhen",
        true,
        false,
        true,
        Some(true),
        None,
        &sources::SUPPORTED_REGIONS,
    ),
    region(
        "cn-heyuan",
        true,
        false,
        true,
        Some(false),
        None,
        &sources::SUPPORTED_REGIONS,
    ),
    region(
        "cn-guangzhou",
        true,
        false,
        true,
        Some(false),
        None,
        &sources::ENDPOINTS,
    ),
    region(
        "cn-chengdu",
        true,
        false,
        true,
        Some(false),
        None,
        &sources::ENDPOINTS,
    ),
    region(
        "cn-zhongwei",
        true,
        false,
        true,
        None,
        None,
        &sources::TYPESCRIPT_SDK,
    ),
    region(
        "cn-hongkong",
        false,
        false,
        true,
        Some(true),
        None,
        &sources::ENDPOINTS,
    ),
    region(
        "ap-northeast-1",
        false,
        false,
        true,
        Some(true),
        None,
        &sources::ENDPOINTS,
    ),
    region(
        "ap-northeast-2",
        false,
        false,
        true,
        Some(false),
        None,
        &sources::ENDPOINTS,
    ),
    region(
        "ap-southeast-1",
        false,
        false,
        true,
        Some(true),
        None,
        &sources::ENDPOINTS,
    ),
    region(
        "ap-southeast-3",
        false,
        false,
        true,
        Some(false),
        None,
        &sources::ENDPOINTS,
    ),
    region(
        "ap-southeast-5",
        false,
        false,
        true,
        Some(true),
        None,
        &sources::ENDPOINTS_2022,
    ),
    region(
        "ap-southeast-6",
        false,
        false,
        true,
        Some(false),
        None,
        &sources::ENDPOINTS,
    ),
    region(
        "ap-southeast-7",
        false,
        false,
        true,
        Some(false),
        None,
        &sources::ENDPOINTS,
    ),
    region(
        "ap-southeast-8",
        false,
        false,
        true,
        None,
        None,
        &sources::TYPESCRIPT_SDK,
    ),
    region(
        "us-west-1",
        false,
        false,
        true,
        Some(false),
        None,
        &sources::REGION_IDS,
    ),
    region(
        "us-east-1",
        false,
        false,
        true,
        Some(false),
        None,
        &sources::REGION_IDS,
    ),
    region(
        "us-southeast-1",
        false,
        false,
        true,
        None,
        None,
        &sources::TYPESCRIPT_SDK,
    ),
    region(
        "na-south-1",
        false,
        false,
        true,
        None,
        None,
        &sources::TYPESCRIPT_SDK,
    ),
    region(
        "eu-central-1",
        false,
        false,
        true,
        Some(true),
        None,
        &sources::REGION_IDS,
    ),
    region(
        "eu-west-1",
        false,
        false,
        true,
        Some(false),
        None,
        &sources::REGION_IDS,
    ),
    region(
        "me-east-1",
        false,
        false,
        true,
        Some(false),
        None,
        &sources::REGION_IDS,
    ),
    region(
        "me-central-1",
        false,
        false,
        true,
        Some(false),
        None,
        &sources::REGION_NAMES_DMS,
    ),
    region(
        "cn-hangzhou-finance",
        true,
        true,
        true,
        None,
        None,
        &sources::FINANCE_ENDPOINTS,
    ),
    region(
        "cn-shanghai-finance-1",
        true,
        true,
        true,
        None,
        None,
        &sources::FINANCE_ENDPOINTS,
    ),
    region(
        "cn-shenzhen-finance-1",
        true,
        true,
        true,
        None,
        None,
        &sources::FINANCE_ENDPOINTS,
    ),
    region(
        "cn-beijing-finance-1",
        true,
        true,
        true,
        None,
        None,
        &sources::FINANCE_ENDPOINTS,
    ),
    region(
        "ap-southeast-2",
        false,
        false,
        false,
        None,
        None,
        &sources::ENDPOINTS_2022,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_is_found_by_its_id() {
        for (index, region) in REGIONS.iter().enumerate() {
            assert_eq!(position(region.id), Some(index), "{}", region.id);
            assert!(
                vocabulary::REGION.find(region.id).is_some(),
                "{} has no name",
                region.id
            );
        }
        assert_eq!(vocabulary::REGION.words.len(), REGIONS.len());
        assert_eq!(position("cn-nowhere"), None);
    }

    #[test]
    fn eleven_regions_are_zone_redundant_and_one_pair_is_confirmed() {
        assert_eq!(REGIONS.iter().filter(|r| r.zrs == Some(true)).count(), 11);
        let confirmed: Vec<_> = REGIONS
            .iter()
            .filter(|r| r.cross_region == Some(true))
            .map(|r| r.id)
            .collect();
        assert_eq!(confirmed, ["cn-hangzhou", "cn-shanghai"]);
    }
}
