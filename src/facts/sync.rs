//! When a mirror is created and how long the first synchronisation of its history takes. Whole seconds, no clock.

use super::{Facts, MirrorFact, SourceRef, missing};
use crate::catalog::limits;
use crate::catalog::wanted;
use crate::finding::Gap;

/// Seconds that an amount in GB (10^9 bytes) takes at a bandwidth in Mbit/s (10^6 bits a second), rounded up;
/// `None` at no bandwidth.
#[must_use]
pub fn transfer_seconds(gb: u64, mbps: u64) -> Option<i64> {
    if gb == 0 {
        return Some(0);
    }
    (mbps != 0).then(|| {
        let seconds = gb.saturating_mul(8_000).div_ceil(mbps);
        i64::try_from(seconds).unwrap_or(i64::MAX)
    })
}

impl<'t> Facts<'t> {
    /// When a mirror is created, in Unix seconds: as it states, else when the step that creates it is planned.
    ///
    /// # Errors
    /// A missing fact when neither tells.
    pub fn mirror_created(&self, mirror: &MirrorFact<'t>) -> Result<i64, Gap> {
        let by_step = || {
            let change = self.changes.get(mirror.created_at_step?)?;
            change.doc.at.as_ref()
        };
        let stated = mirror.doc.created_at.as_ref().or_else(by_step);
        stated.map(|moment| moment.unix).ok_or_else(|| {
            missing(
                mirror.object,
                "/createdAt",
                &wanted::CREATED_AT,
                mirror.name(),
            )
        })
    }

    /// The amount of history that a mirror copies, in GB: as it states, else what its source vault stores.
    #[must_use]
    pub fn history_gb(&self, mirror: &MirrorFact<'t>) -> Option<u64> {
        let of_source = || match mirror.source {
            SourceRef::Vault(index) => self.vaults.get(index)?.doc.stored_gb,
            _ => None,
        };
        mirror.doc.history_gb.or_else(of_source).map(|gb| gb.0)
    }

    /// How long a mirror's history takes at the stated bandwidth, in seconds, without the delay before it.
    ///
    /// # Errors
    /// A missing fact when the amount or the bandwidth is not known.
    pub fn history_seconds(&self, mirror: &MirrorFact<'t>) -> Result<i64, Gap> {
        let mbps = mirror.doc.bandwidth_mbps.map_or(0, |mbps| mbps.0);
        self.history_gb(mirror)
            .and_then(|gb| transfer_seconds(gb, mbps))
            .ok_or_else(|| {
                missing(
                    mirror.object,
                    "/bandwidthMbps",
                    &wanted::BANDWIDTH,
                    mirror.name(),
                )
            })
    }
}

/// When the history of a mirror that is created at a time begins to be copied.
#[must_use]
pub fn history_begins(created: i64) -> i64 {
    created.saturating_add(limits::HISTORY_DELAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transfer_is_counted_in_whole_seconds_rounded_up() {
        // 1 GB is 8,000 Mbit.
        assert_eq!(transfer_seconds(1, 8_000), Some(1));
        assert_eq!(transfer_seconds(1, 7_999), Some(2));
        assert_eq!(transfer_seconds(450, 100), Some(36_000));
        assert_eq!(transfer_seconds(0, 0), Some(0));
        assert_eq!(transfer_seconds(1, 0), None);
        assert_eq!(transfer_seconds(1_000_000_000, 1), Some(8_000_000_000_000));
        assert_eq!(transfer_seconds(1, u64::MAX), Some(1));
    }

    #[test]
    fn the_history_begins_ninety_minutes_later() {
        assert_eq!(history_begins(0), 5_400);
        assert_eq!(history_begins(i64::MAX), i64::MAX);
    }
}
