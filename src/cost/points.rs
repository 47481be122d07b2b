//! Which restore points are kept on which day, and what follows for the stored amount. The days are walked through
//! once for each distinct retention; what they give does not depend on sizes, changes or growth, so that those can be
//! moved without walking again.

use super::money::mul_div;
use super::{DAYS_OF_MONTH, MAX_MONTHS};
use crate::catalog::limits;
use crate::text::decimal::Decimal;

/// One in the scale of weights: 2^62, so that a part fits 64 bits.
pub const ONE: u128 = 1 << BITS;

const BITS: u32 = 62;

/// All, in 10^-12 of a percent.
const WHOLE: u128 = 100_000_000_000_000;

/// One as a decimal.
const UNIT: u128 = 1_000_000_000_000;

const DAYS_OF_WEEK: u32 = 7;
const DAYS_OF_YEAR: u32 = 360;

/// Backups that run in one rhythm and are kept for one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    /// Days from one run to the next; at least 1.
    pub every: u32,
    /// Days for which each backup is kept; `u64::MAX` for good.
    pub kept: u64,
    /// Days for which the first of each week is kept; 0 when that is not longer.
    pub weekly: u64,
    /// Days for which the first of each month is kept.
    pub monthly: u64,
    /// Days for which the first of each year is kept.
    pub yearly: u64,
}

/// What decides which points are kept on which day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The backups. Where several run on one day they make one point, which is kept as long as any asks for.
    pub streams: Vec<Stream>,
    /// Whether the newest point outlives its retention.
    pub keep_latest: bool,
    /// Age in days at which points move to the archive tier, all but the newest.
    pub archive_after: Option<u64>,
    /// The first day that counts: what is before it costs nothing here.
    pub from: u32,
    /// The first day that no longer counts.
    pub until: Option<u32>,
}

/// The distances between points that occur, each with a place.
#[derive(Clone, Debug, Default)]
struct Gaps {
    list: Vec<u32>,
    /// The place of each distance and one more; 0 where it does not occur.
    places: Vec<u16>,
}

impl Gaps {
    fn place(&mut self, gap: u32) -> usize {
        let at = gap as usize;
        if self.places.len() <= at {
            self.places.resize(at + 1, 0);
        }
        let Some(place) = self.places.get_mut(at) else {
            return 0;
        };
        if *place == 0 {
            self.list.push(gap);
            // There are no more distances than days.
            *place = self.list.len() as u16;
        }
        usize::from(*place) - 1
    }
}

/// How many pairs there were of a point and the next one, and the sum of the days of their points: at the place of
/// the distance between them.
#[derive(Clone, Debug, Default)]
struct Pairs(Vec<(u64, u64)>);

impl Pairs {
    fn at(&mut self, place: usize) -> Option<&mut (u64, u64)> {
        if self.0.len() <= place {
            self.0.resize(place + 1, (0, 0));
        }
        self.0.get_mut(place)
    }

    fn add(&mut self, place: usize, point: u32) {
        if let Some((count, days)) = self.at(place) {
            *count += 1;
            *days += u64::from(point);
        }
    }

    fn take(&mut self, place: usize, point: u32) {
        if let Some((count, days)) = self.at(place) {
            *count = count.saturating_sub(1);
            *days = days.saturating_sub(u64::from(point));
        }
    }

    fn add_all(&mut self, others: &Self) {
        if self.0.len() < others.0.len() {
            self.0.resize(others.0.len(), (0, 0));
        }
        for (sum, other) in self.0.iter_mut().zip(&others.0) {
            sum.0 += other.0;
            sum.1 += other.1;
        }
    }
}

/// What a time holds: full copies, and pairs for the parts of older points.
#[derive(Clone, Debug, Default)]
struct Held {
    /// The newest points, one a day, and the sum of their days.
    newest: (u64, u64),
    pairs: Pairs,
}

/// A month of a course.
#[derive(Clone, Debug, Default)]
struct MonthOf {
    standard: Held,
    archived: Pairs,
    /// Each run but the first, with the one before it.
    runs: Pairs,
    /// Days between the runs and those before them, in all.
    between: u64,
    /// Whether the very first run falls into it.
    first: bool,
}

/// The points of a profile, month by month.
#[derive(Clone, Debug)]
pub struct Course {
    months: Vec<MonthOf>,
    gaps: Vec<u32>,
    /// What lies there when the first day that counts begins.
    before: Held,
    from: u32,
}

struct Point {
    day: u32,
    expires: u64,
    /// The day on which it was archived.
    archived: Option<u32>,
}

/// The points that are kept, walked through day by day.
struct Walk {
    kept: Vec<Point>,
    gaps: Gaps,
    standard: Pairs,
    archived: Pairs,
    /// Archived points that were deleted before their least time was over: until when they are paid, their place
    /// and their day.
    early: Vec<(u64, usize, u32)>,
    keep_latest: bool,
    archive_after: Option<u64>,
}

impl Walk {
    /// The pair of a kept point and the next one comes or goes.
    fn pair(&mut self, place: usize, comes: bool) {
        let (Some(point), Some(next)) = (self.kept.get(place), self.kept.get(place + 1)) else {
            return;
        };
        let place = self.gaps.place(next.day.saturating_sub(point.day));
        let list = if point.archived.is_some() {
            &mut self.archived
        } else {
            &mut self.standard
        };
        if comes {
            list.add(place, point.day);
        } else {
            list.take(place, point.day);
        }
    }

    fn remove(&mut self, place: usize, today: u32) {
        let Some(point) = self.kept.get(place) else {
            return;
        };
        if let (Some(archived), Some(next)) = (point.archived, self.kept.get(place + 1)) {
            let paid = u64::from(archived) + limits::ARCHIVE_STAY;
            if paid > u64::from(today) {
                let place = self.gaps.place(next.day.saturating_sub(point.day));
                self.early.push((paid, place, point.day));
            }
        }
        self.pair(place, false);
        let before = place.checked_sub(1);
        if let Some(before) = before {
            self.pair(before, false);
        }
        self.kept.remove(place);
        if let Some(before) = before {
            self.pair(before, true);
        }
    }

    fn place(&self, day: u32) -> Option<usize> {
        self.kept.binary_search_by_key(&day, |point| point.day).ok()
    }

    fn is_newest(&self, place: usize) -> bool {
        place + 1 == self.kept.len()
    }

    /// Removes the point of a day if its time is over and it is not kept as the newest.
    fn expire(&mut self, day: u32, today: u32) {
        let Some(place) = self.place(day) else { return };
        let over = self
            .kept
            .get(place)
            .is_some_and(|point| point.expires <= u64::from(today));
        if over && !(self.keep_latest && self.is_newest(place)) {
            self.remove(place, today);
        }
    }

    /// Archives the point of a day if it is old enough and not the newest.
    fn archive(&mut self, day: u32, today: u32) {
        let (Some(place), Some(after)) = (self.place(day), self.archive_after) else {
            return;
        };
        let old = u64::from(today - day.min(today)) >= after;
        let fresh = self
            .kept
            .get(place)
            .is_some_and(|point| point.archived.is_none());
        if old && fresh && !self.is_newest(place) {
            self.pair(place, false);
            if let Some(point) = self.kept.get_mut(place) {
                point.archived = Some(today);
            }
            self.pair(place, true);
        }
    }

    fn held(&self) -> Held {
        let newest = self
            .kept
            .last()
            .map_or((0, 0), |point| (1, u64::from(point.day)));
        Held {
            newest,
            pairs: self.standard.clone(),
        }
    }
}

/// When a point of a day is no longer kept; `None` where nothing runs on that day.
fn expiry(streams: &[Stream], day: u32) -> Option<u64> {
    let mut longest = None;
    for stream in streams {
        let every = stream.every.max(1);
        if !day.is_multiple_of(every) {
            continue;
        }
        // The run before is one rhythm ago: in the same week, month or year this one is not the first.
        let first_of = |length: u32| day < every || (day - every) / length < day / length;
        let mut kept = stream.kept;
        for (special, length) in [
            (stream.weekly, DAYS_OF_WEEK),
            (stream.monthly, DAYS_OF_MONTH as u32),
            (stream.yearly, DAYS_OF_YEAR),
        ] {
            if first_of(length) {
                kept = kept.max(special);
            }
        }
        longest = longest.max(Some(kept));
    }
    longest.map(|kept| kept.saturating_add(u64::from(day)))
}

impl Course {
    /// Walks through the days of a number of months, at most [`MAX_MONTHS`].
    #[must_use]
    pub fn new(profile: &Profile, months: u32) -> Self {
        let months = months.min(MAX_MONTHS);
        let month_days = DAYS_OF_MONTH as u32;
        let days = months * month_days;
        let mut out = Self {
            months: vec![MonthOf::default(); months as usize],
            gaps: Vec::new(),
            before: Held::default(),
            from: profile.from,
        };
        let mut walk = Walk {
            kept: Vec::new(),
            gaps: Gaps::default(),
            standard: Pairs::default(),
            archived: Pairs::default(),
            early: Vec::new(),
            keep_latest: profile.keep_latest,
            archive_after: profile.archive_after,
        };
        // What is to be looked at on which day: the points whose time may be over, and those that may be archived.
        let mut due: Vec<Vec<u32>> = vec![Vec::new(); days as usize];
        let mut note = |day: u64, point: u32| {
            let list = usize::try_from(day).ok().and_then(|day| due.get_mut(day));
            if let Some(list) = list {
                list.push(point);
            }
        };
        let mut ripe: Vec<Vec<u32>> = vec![
            Vec::new();
            if profile.archive_after.is_some() {
                days as usize
            } else {
                0
            }
        ];
        let mut runs = Vec::new();
        for day in 0..days {
            if let Some(expires) = expiry(&profile.streams, day) {
                note(expires, day);
                runs.push((day, expires));
            }
        }
        if let Some(after) = profile.archive_after {
            for (day, _) in &runs {
                let ripens = after.saturating_add(u64::from(*day));
                let list = usize::try_from(ripens)
                    .ok()
                    .and_then(|day| ripe.get_mut(day));
                if let Some(list) = list {
                    list.push(*day);
                }
            }
        }
        let mut runs = runs.into_iter().peekable();
        let mut last = None;
        for (today, due) in (0..days).zip(&due) {
            if today == profile.from {
                out.before = walk.held();
            }
            if profile.until.is_some_and(|until| today >= until) {
                break;
            }
            let counts = today >= profile.from;
            let Some(month) = out.months.get_mut((today / month_days) as usize) else {
                break;
            };
            if let Some((_, expires)) = runs.next_if(|(day, _)| *day == today) {
                let before = walk.kept.len().checked_sub(1);
                walk.kept.push(Point {
                    day: today,
                    expires,
                    archived: None,
                });
                if let Some(before) = before {
                    walk.pair(before, true);
                }
                if let Some(previous) = last {
                    if counts {
                        month.runs.add(walk.gaps.place(today - previous), previous);
                        month.between += u64::from(today - previous);
                    }
                    // What was kept as the newest is no longer.
                    walk.expire(previous, today);
                    walk.archive(previous, today);
                } else if counts {
                    month.first = true;
                }
                last = Some(today);
            }
            for point in due {
                walk.expire(*point, today);
            }
            for point in ripe.get(today as usize).into_iter().flatten() {
                walk.archive(*point, today);
            }
            walk.early.retain(|(paid, _, _)| *paid > u64::from(today));
            if counts {
                if let Some(newest) = walk.kept.last() {
                    month.standard.newest.0 += 1;
                    month.standard.newest.1 += u64::from(newest.day);
                }
                month.standard.pairs.add_all(&walk.standard);
                month.archived.add_all(&walk.archived);
                for (_, place, point) in &walk.early {
                    month.archived.add(*place, *point);
                }
            }
        }
        out.gaps = walk.gaps.list;
        out
    }

    /// What the points of one unit of size come to, at a change and a growth.
    #[must_use]
    pub fn weigh(&self, change: Change) -> Weights {
        let parts: Vec<u64> = self
            .gaps
            .iter()
            .map(|gap| change.part(*gap) as u64)
            .collect();
        let pairs = |pairs: &Pairs| {
            let mut sums = Sums::default();
            for ((count, days), part) in pairs.0.iter().zip(&parts) {
                sums.add(*part, *count, *days);
            }
            sums
        };
        let weight = |sums: Sums| change.grown(sums);
        let whole = |(count, days): (u64, u64), mut sums: Sums| {
            sums.add(ONE as u64, count, days);
            sums
        };
        let mut weights = Weights {
            months: Vec::with_capacity(self.months.len()),
            before: 0,
        };
        weights.before = weight(whole(self.before.newest, pairs(&self.before.pairs)));
        if self.from == 0 {
            // The first backup is history.
            weights.before = ONE;
        }
        for month in &self.months {
            let runs = pairs(&month.runs);
            let grown = Sums {
                size: 0,
                days: ONE * u128::from(month.between),
            };
            weights.months.push(Weight {
                stored: weight(whole(month.standard.newest, pairs(&month.standard.pairs))),
                archived: weight(pairs(&month.archived)),
                written: weight(runs).saturating_add(weight(grown)),
                changed: runs.size,
            });
        }
        weights
    }

    /// The number of days in each month on which backups run.
    #[must_use]
    pub fn runs(&self, month: usize) -> u64 {
        self.months.get(month).map_or(0, |month| {
            let later: u64 = month.runs.0.iter().map(|(count, _)| count).sum();
            later + u64::from(month.first)
        })
    }

    /// Whether the very first backup runs in a month.
    #[must_use]
    pub fn has_first(&self, month: usize) -> bool {
        self.months.get(month).is_some_and(|month| month.first)
    }
}

/// A sum over points: of a part each, and of the same times the day of the point.
#[derive(Clone, Copy, Default)]
struct Sums {
    size: u128,
    days: u128,
}

impl Sums {
    /// Of at most 36 months, no sum comes near 128 bits.
    fn add(&mut self, part: u64, count: u64, days: u64) {
        self.size += u128::from(part) * u128::from(count);
        self.days += u128::from(part) * u128::from(days);
    }
}

/// How data changes and grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// How much of it changes in a day, in percent.
    pub daily: Decimal,
    /// How much of that hits the same blocks every day, in percent.
    pub same: Decimal,
    /// How much it grows in a month, in percent.
    pub growth: Decimal,
}

impl Change {
    /// The part that changes within so many days, in the scale of weights: `min(1, c × (h + (1 − h) × days))`.
    #[must_use]
    pub fn part(&self, days: u32) -> u128 {
        let (daily, same) = (self.daily.pico().min(WHOLE), self.same.pico().min(WHOLE));
        let spread = same.saturating_add((WHOLE - same).saturating_mul(u128::from(days)));
        // Both count in 10^-14.
        let product = daily.saturating_mul(spread);
        if product >= WHOLE * WHOLE {
            return ONE;
        }
        let (high, low) = (product / WHOLE, product % WHOLE);
        (((high << BITS) + (low << BITS) / WHOLE) + WHOLE / 2) / WHOLE
    }

    /// What points come to at this growth: that of a point made on day d is 1 + g × d / 30 times the first's.
    fn grown(&self, sums: Sums) -> u128 {
        const OVER: u128 = WHOLE * DAYS_OF_MONTH as u128;
        let growth = self.growth.pico();
        if growth == 0 {
            return sums.size;
        }
        let (high, low) = (sums.days / OVER, sums.days % OVER);
        let grown = high
            .saturating_mul(growth)
            .saturating_add((low * growth + OVER / 2) / OVER);
        sums.size.saturating_add(grown)
    }

    /// How large data is on a day that had size 1 on the first, in the scale of weights.
    #[must_use]
    pub fn size_on(&self, day: u32) -> u128 {
        self.grown(Sums {
            size: ONE,
            days: ONE * u128::from(day),
        })
    }

    /// The sum of those sizes over the days of a month.
    #[must_use]
    pub fn sizes_in(&self, month: u32, from: u32, until: Option<u32>) -> u128 {
        let first = month.saturating_mul(DAYS_OF_MONTH as u32);
        let days = first.max(from)..(first + DAYS_OF_MONTH as u32).min(until.unwrap_or(u32::MAX));
        let count = days.clone().count() as u128;
        let sum: u64 = days.map(u64::from).sum();
        self.grown(Sums {
            size: ONE * count,
            days: ONE * u128::from(sum),
        })
    }
}

/// What a month of one unit of size comes to, in units of [`ONE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// What the standard tier holds, summed over the ends of the month's days.
    pub stored: u128,
    /// What the archive tier holds, likewise.
    pub archived: u128,
    /// What runs write anew, but for the very first.
    pub written: u128,
    /// The same as a part of all files: without growth.
    pub changed: u128,
}

/// The weights of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Month by month.
    pub months: Vec<Weight>,
    /// What lies there before the first day that counts; the first backup when that is the very first day.
    pub before: u128,
}

impl Weights {
    /// The same where a vault stores data so many times smaller. The archive tier takes raw data.
    #[must_use]
    pub fn reduced(mut self, ratio: Decimal) -> Self {
        if ratio.pico() == UNIT {
            return self;
        }
        let less = |weight: u128| mul_div(weight, UNIT, ratio.pico()).unwrap_or(weight);
        for month in &mut self.months {
            month.stored = less(month.stored);
            month.written = less(month.written);
        }
        self.before = less(self.before);
        self
    }
}

/// A size in billionths of its unit at a weight, rounded half up.
#[must_use]
pub fn weighed(nano: u128, weight: u128) -> u128 {
    let high = weight >> BITS;
    if nano > u128::from(u64::MAX) || high > u128::from(u64::MAX) {
        return mul_div(nano, weight, ONE).unwrap_or(u128::MAX);
    }
    let low = weight & (ONE - 1);
    nano * high + ((nano * low + ONE / 2) >> BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    fn change(daily: &str, same: &str, growth: &str) -> Change {
        Change {
            daily: percent(daily),
            same: percent(same),
            growth: percent(growth),
        }
    }

    fn daily(kept: u64) -> Profile {
        Profile {
            streams: vec![Stream {
                every: 1,
                kept,
                weekly: 0,
                monthly: 0,
                yearly: 0,
            }],
            keep_latest: true,
            archive_after: None,
            from: 0,
            until: None,
        }
    }

    fn weights(profile: &Profile, change: Change) -> Vec<Weight> {
        Course::new(profile, 3).weigh(change).months
    }

    #[test]
    fn without_change_a_vault_holds_one_copy() {
        for kept in [0, 1, 30, u64::MAX] {
            let months = weights(&daily(kept), change("0", "0", "0"));
            assert!(
                months
                    .iter()
                    .all(|month| month.stored == 30 * ONE && month.written == 0)
            );
        }
    }

    /// Equal, as far as fractions of 2^62 can be: sums of some hundred parts, each rounded.
    #[track_caller]
    fn same(found: u128, expected: u128) {
        assert!(found.abs_diff(expected) < 2_000, "{found} {expected}");
    }

    #[test]
    fn a_week_of_daily_points_holds_six_days_of_change() {
        let months = weights(&daily(7), change("1", "0", "0"));
        // On day d there are min(d, 6) older points of 1 % each.
        let older: u128 = (0..30).map(|day: u128| day.min(6)).sum();
        same(months[0].stored, 30 * ONE + older * ONE / 100);
        same(months[1].stored, 30 * ONE + 180 * ONE / 100);
        same(months[0].written, 29 * ONE / 100);
        same(months[1].written, 30 * ONE / 100);
    }

    #[test]
    fn the_part_that_changes_is_never_more_than_all() {
        let half = change("2", "50", "0");
        same(half.part(1), ONE / 50);
        same(half.part(3), ONE / 50 * 2);
        assert_eq!(half.part(1_000), ONE);
        same(change("2", "100", "0").part(1_000), ONE / 50);
        assert_eq!(change("100", "0", "0").part(1), ONE);
    }

    #[test]
    fn weekly_points_outlive_the_others() {
        let mut profile = daily(7);
        profile.streams[0].weekly = 21;
        let course = Course::new(&profile, 3);
        // At the end of day 89: days 83 to 89, and of the weeks those of days 70, 77 and 84 (within).
        let months = course.weigh(change("1", "0", "0")).months;
        // Each day the daily points give 6 %; weekly points behind them each stand for the days to the next kept one.
        assert!(months[2].stored > 30 * ONE + 180 * ONE / 100);
        assert!(months[2].stored < 30 * ONE + 30 * 21 * ONE / 100);
    }

    #[test]
    fn archived_points_leave_the_standard_tier_and_stay_sixty_days() {
        let mut profile = daily(40);
        profile.archive_after = Some(30);
        let course = Course::new(&profile, 6);
        let months = course.weigh(change("1", "0", "0")).months;
        // Standard: 29 older points at most; archive: each point from its day 30 until day 90, though kept to day 40.
        same(months[5].stored, 30 * ONE + 30 * 29 * ONE / 100);
        same(months[5].archived, 30 * 60 * ONE / 100);
        // The newest is never archived.
        let mut rare = daily(u64::MAX);
        rare.streams[0].every = 60;
        rare.archive_after = Some(30);
        let months = Course::new(&rare, 3).weigh(change("1", "0", "0")).months;
        assert_eq!((months[1].archived, months[1].stored), (0, 30 * ONE));
        same(months[2].archived, 30 * 60 * ONE / 100);
        same(months[2].stored, 30 * ONE);
    }

    #[test]
    fn the_newest_goes_too_where_it_is_not_kept() {
        let mut profile = daily(3);
        profile.streams[0].every = 10;
        let months = weights(&profile, change("1", "0", "0"));
        assert_eq!(months[1].stored, 30 * ONE);
        profile.keep_latest = false;
        let course = Course::new(&profile, 3);
        assert_eq!(
            course.weigh(change("1", "0", "0")).months[1].stored,
            9 * ONE
        );
        assert_eq!((course.runs(0), course.runs(1)), (3, 3));
        assert!(course.has_first(0) && !course.has_first(1));
    }

    #[test]
    fn growth_is_linear() {
        let growth = change("0", "0", "90");
        let months = weights(&daily(30), growth);
        // 1, 1.03, 1.06 … on the days of the first month.
        let days: u128 = (0..30).sum();
        same(months[0].stored, 30 * ONE + days * ONE * 3 / 100);
        same(months[0].written, 29 * ONE * 3 / 100);
        same(growth.size_on(30), ONE + ONE * 9 / 10);
        assert_eq!(growth.sizes_in(0, 0, None), months[0].stored);
    }

    #[test]
    fn what_counts_from_a_day_on_finds_what_lay_there_before() {
        let mut profile = daily(7);
        profile.from = 45;
        let course = Course::new(&profile, 3);
        let weights = course.weigh(change("1", "0", "0"));
        same(weights.before, ONE + 6 * ONE / 100);
        assert_eq!(weights.months[0], Weight::default());
        same(weights.months[1].stored, 15 * (ONE + 6 * ONE / 100));
        same(weights.months[1].written, 15 * ONE / 100);
        profile.until = Some(50);
        let weights = Course::new(&profile, 3).weigh(change("1", "0", "0"));
        same(weights.months[1].stored, 5 * (ONE + 6 * ONE / 100));
        assert_eq!(weights.months[2], Weight::default());
    }

    #[test]
    fn a_ratio_shrinks_all_but_the_archive() {
        let mut profile = daily(40);
        profile.archive_after = Some(30);
        let course = Course::new(&profile, 3);
        let plain = course.weigh(change("1", "0", "0"));
        let reduced = plain.clone().reduced(percent("2"));
        assert_eq!(reduced.months[2].stored * 2, plain.months[2].stored);
        assert_eq!(reduced.months[2].archived, plain.months[2].archived);
        assert_eq!(reduced.before, ONE / 2);
    }
}
