//! What a mirror holds when. Times are relative to its creation, and absolute where its creation is known. What no
//! page of the edition promises is marked as unconfirmed, and an unknown end stays unknown.

use crate::catalog::editions::Edition;
use crate::catalog::limits;
use crate::facts::sync::transfer_seconds;
use crate::facts::{Facts, MirrorFact};
use crate::finding::{Gap, Missing};

/// A point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Seconds after the creation of the mirror.
    pub after: i64,
    /// Unix seconds, when the creation of the mirror is known.
    pub at: Option<i64>,
}

/// When everything is copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Complete {
    /// At this time, at the stated bandwidth.
    At(Point),
    /// It is already.
    Already,
    /// Amount or bandwidth are not known. The missing fact, for a mirror of the plan.
    Unknown(Option<Missing>),
}

/// What a mirror holds when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// Whether pages of the edition state these times. They do not in the newest one.
    pub confirmed: bool,
    /// From here on, backups that run in the source are copied as they run.
    pub new_data: Point,
    /// Here the copying of the source's history begins.
    pub history: Point,
    /// Here the mirror holds everything that its source holds.
    pub complete: Complete,
    /// Whether only the standard tier is copied, so that archived points are never there.
    pub standard_tier_only: bool,
    /// How much of the history is copied, in percent, as the plan states.
    pub percent: Option<u64>,
    /// The missing creation time, for a mirror of the plan whose creation is not known.
    pub missing: Option<Missing>,
}

/// What a mirror of the plan holds when.
#[must_use]
pub fn contents<'t>(facts: &Facts<'t>, mirror: &MirrorFact<'t>) -> Contents {
    let (created, missing) = known(facts.mirror_created(mirror));
    let percent = mirror.doc.history_percent.map(|percent| percent.0);
    let (seconds, wanted) = known(facts.history_seconds(mirror));
    let mut contents = of_new_mirror(facts.edition, created, seconds);
    contents.missing = missing;
    contents.percent = percent;
    if percent.is_some_and(|percent| percent >= 100) {
        contents.complete = Complete::Already;
    } else if seconds.is_none() {
        contents.complete = Complete::Unknown(wanted);
    }
    contents
}

/// What a mirror that is to be created holds when.
///
/// `created` is its creation in Unix seconds; `gb` the amount of history in GB; `mbps` the bandwidth in Mbit/s.
#[must_use]
pub fn planned(
    edition: Edition,
    created: Option<i64>,
    gb: Option<u64>,
    mbps: Option<u64>,
) -> Contents {
    let seconds = gb.and_then(|gb| transfer_seconds(gb, mbps.unwrap_or(0)));
    of_new_mirror(edition, created, seconds)
}

fn of_new_mirror(edition: Edition, created: Option<i64>, seconds: Option<i64>) -> Contents {
    let point = |after: i64| Point {
        after,
        at: created.map(|created| created.saturating_add(after)),
    };
    let newest = edition == Edition::ReplicationTarget;
    Contents {
        confirmed: !newest,
        new_data: point(0),
        history: point(limits::HISTORY_DELAY),
        complete: seconds.map_or(Complete::Unknown(None), |seconds| {
            Complete::At(point(limits::HISTORY_DELAY.saturating_add(seconds)))
        }),
        standard_tier_only: newest,
        percent: None,
        missing: None,
    }
}

fn known(found: Result<i64, Gap>) -> (Option<i64>, Option<Missing>) {
    match found {
        Ok(value) => (Some(value), None),
        Err(Gap::Missing(missing)) => (None, Some(*missing)),
        Err(Gap::LeftOut) => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    fn of(mirror: &str, edition: Edition) -> Contents {
        let text = format!(
            r#"{{"format": "vaultplan/1",
            "vaults": [{{"id": "v1", "name": "erp", "region": "cn-hangzhou", "storedGB": 450}}],
            "mirrors": [{{"id": "m1", "source": "v1", "region": "cn-shanghai"{mirror}}}]}}"#
        );
        let plan = model::read_text(&text).unwrap();
        let facts = Facts::new(&plan, edition, None);
        contents(&facts, &facts.mirrors[0])
    }

    #[test]
    fn times_are_relative_without_a_creation_time() {
        let contents = of(r#", "bandwidthMbps": 100"#, Edition::MirrorVault);
        assert!(contents.confirmed && !contents.standard_tier_only);
        assert_eq!(contents.new_data, Point { after: 0, at: None });
        assert_eq!(
            contents.history,
            Point {
                after: 5_400,
                at: None
            }
        );
        assert_eq!(
            contents.complete,
            Complete::At(Point {
                after: 5_400 + 36_000,
                at: None
            })
        );
        assert_eq!(contents.missing.unwrap().wanted.slug, "created-at");
    }

    #[test]
    fn times_are_absolute_with_one() {
        let contents = of(
            r#", "bandwidthMbps": 100, "createdAt": "1970-01-01T00:00:10Z""#,
            Edition::Hbr2019,
        );
        assert_eq!(contents.history.at, Some(5_410));
        assert_eq!(
            contents.complete,
            Complete::At(Point {
                after: 41_400,
                at: Some(41_410)
            })
        );
        assert_eq!(contents.missing, None);
    }

    #[test]
    fn the_end_is_unknown_without_a_bandwidth() {
        let contents = of("", Edition::MirrorVault);
        let Complete::Unknown(Some(missing)) = contents.complete else {
            panic!("{contents:?}");
        };
        assert_eq!(missing.wanted.slug, "bandwidth");
        assert_eq!(missing.spot.pointer(), "/mirrors/0/bandwidthMbps");
    }

    #[test]
    fn a_finished_synchronisation_needs_no_bandwidth() {
        let contents = of(r#", "historyPercent": 100"#, Edition::MirrorVault);
        assert_eq!(contents.complete, Complete::Already);
        assert_eq!(contents.percent, Some(100));
    }

    #[test]
    fn the_newest_edition_confirms_nothing_and_leaves_archived_points_out() {
        let contents = of(r#", "bandwidthMbps": 100"#, Edition::ReplicationTarget);
        assert!(!contents.confirmed && contents.standard_tier_only);
    }

    #[test]
    fn a_mirror_that_is_to_be_created_is_told_the_same() {
        let contents = planned(Edition::MirrorVault, Some(0), Some(450), Some(100));
        assert_eq!(
            contents.complete,
            Complete::At(Point {
                after: 41_400,
                at: Some(41_400)
            })
        );
        let open = planned(Edition::MirrorVault, None, Some(450), None);
        assert_eq!(open.complete, Complete::Unknown(None));
        let empty = planned(Edition::MirrorVault, None, Some(0), None);
        assert_eq!(
            empty.complete,
            Complete::At(Point {
                after: 5_400,
                at: None
            })
        );
    }
}
