//! Schedules of policies, read into numbers: `I|start|interval` with an ISO 8601 interval, `C|start|cron` with a
//! cron expression. What a schedule asks for is computed here; whether that is enough is the business of rules.

use crate::model::time;

/// A schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// When it begins, in Unix seconds.
    pub start: i64,
    /// How it goes on.
    pub rhythm: Rhythm,
}

/// How a schedule goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// From each run to the next a fixed time.
    Interval(Interval),
    /// At certain times of certain days.
    Cron(Cron),
}

/// An ISO 8601 interval. Months differ in length, so they are counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// Months, a year being twelve.
    pub months: u64,
    /// Everything shorter, in seconds.
    pub seconds: u64,
}

/// A cron expression, as sets of bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cron {
    /// Seconds of the minute.
    pub(crate) seconds: u64,
    /// Minutes of the hour.
    pub(crate) minutes: u64,
    /// Hours of the day.
    pub(crate) hours: u64,
    /// Which days.
    pub(crate) days: Days,
}

/// The days of a cron expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Days {
    /// Days of the week, from the week's first on.
    OfWeek(u64),
    /// Days of the month, in months of the year.
    OfMonth { days: u64, months: u64 },
    /// Anything else: the last day, the nearest workday, weekdays of some months, single years.
    Other,
}

/// The times between two runs, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gaps {
    /// The shortest.
    pub shortest: u64,
    /// The longest.
    pub longest: u64,
}

const MINUTE: u64 = 60;
const HOUR: u64 = 3_600;
const DAY: u64 = 86_400;
const DAY_LONG: i64 = DAY.cast_signed();

/// Days within which every cron expression comes true that ever does: a 29th of February may be eight years away.
const CRON_DAYS: i64 = 8 * 366;

/// The last second of the year 9999: a later start is no time in seconds.
const LAST_START: u64 = 253_402_300_799;

/// Longest interval that counts, in seconds: ten thousand years.
const LONGEST: u64 = 10_000 * 366 * DAY;

impl Schedule {
    /// Reads a schedule; `None` when it is malformed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (mark, rest) = text.split_once('|')?;
        let (start, rest) = rest.split_once('|')?;
        let start = number(start).filter(|start| *start <= LAST_START)?;
        let rhythm = match mark {
            "I" => Rhythm::Interval(Interval::parse(rest)?),
            "C" => Rhythm::Cron(Cron::parse(rest)?),
            _ => return None,
        };
        Some(Self {
            start: start.cast_signed(),
            rhythm,
        })
    }

    /// How far apart its runs are; `None` where the expression does not tell simply.
    #[must_use]
    pub fn gaps(&self) -> Option<Gaps> {
        match self.rhythm {
            Rhythm::Interval(interval) => Some(interval.gaps()),
            Rhythm::Cron(cron) => cron.gaps(),
        }
    }

    /// The first run after a time, in Unix seconds, where clocks are `zone` seconds ahead of UTC: days and hours of
    /// cron expressions, and the days of months, are those of that zone. `None` where the expression does not tell
    /// simply, or never comes true.
    #[must_use]
    pub fn next_after(&self, after: i64, zone: i64) -> Option<i64> {
        if after < self.start && matches!(self.rhythm, Rhythm::Interval(_)) {
            return Some(self.start);
        }
        if after.unsigned_abs() > LAST_START || zone.unsigned_abs() > DAY {
            return None;
        }
        match self.rhythm {
            Rhythm::Interval(interval) => interval.next_after(self.start, after, zone),
            Rhythm::Cron(cron) => cron.next_from(self.start.max(after + 1), zone),
        }
    }
}

/// A number of digits alone.
fn number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

impl Interval {
    /// Reads an interval such as `PT1H` or `P1DT12H`; `None` when it is malformed, empty, or beyond all use. The last
    /// number may have a fraction, except of months and years.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('P')?;
        let (date, time) = match text.split_once('T') {
            Some((_, "")) => return None,
            Some((date, time)) => (date, time),
            None => (text, ""),
        };
        let mut interval = Self::default();
        let date_units = [('Y', 0), ('M', 0), ('W', 7 * DAY), ('D', DAY)];
        interval.add(date, &date_units, time.is_empty())?;
        interval.add(time, &[('H', HOUR), ('M', MINUTE), ('S', 1)], true)?;
        let short = interval.months.checked_mul(31 * DAY)?;
        let all = short.checked_add(interval.seconds)?;
        (1..=LONGEST).contains(&all).then_some(interval)
    }

    /// Adds numbers with their units, which come in the order of `units`; a unit of 0 seconds is of months.
    fn add(&mut self, mut text: &str, units: &[(char, u64)], ends: bool) -> Option<()> {
        for (letter, unit) in units {
            let Some((count, rest)) = text.split_once(*letter) else {
                continue;
            };
            text = rest;
            let (whole, fraction) = match count.split_once(['.', ',']) {
                Some((whole, fraction)) => (whole, fraction),
                None => (count, "0"),
            };
            let whole = number(whole)?;
            let has_fraction = whole_length(count);
            if *unit == 0 {
                let months = if *letter == 'Y' { 12 } else { 1 };
                self.months = self.months.checked_add(whole.checked_mul(months)?)?;
                if has_fraction {
                    return None;
                }
                continue;
            }
            if has_fraction && !(ends && rest.is_empty()) {
                return None;
            }
            // Six digits are more than any schedule needs.
            number(fraction)?;
            let digits: String = fraction.chars().take(6).collect();
            let scale = 10_u64.pow(u32::try_from(digits.len()).ok()?);
            let part = number(&digits)? * unit / scale;
            let seconds = whole.checked_mul(*unit)?.checked_add(part)?;
            self.seconds = self.seconds.checked_add(seconds)?;
        }
        text.is_empty().then_some(())
    }

    /// The first run after a time that is not before the start: searched by halves between too early and too late.
    fn next_after(self, start: i64, after: i64, zone: i64) -> Option<i64> {
        let (months, seconds) = (self.months.cast_signed(), self.seconds.cast_signed());
        let local = start + zone;
        let (days, clock) = (local.div_euclid(DAY_LONG), local.rem_euclid(DAY_LONG));
        let (year, month, day) = time::civil_from_days(days);
        let run = |number: i64| {
            let month = year * 12 + month - 1 + number * months;
            let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
            let day = day.min(time::month_length(year, month));
            let days = time::days_from_civil(year, month, day);
            days * DAY_LONG + clock - zone + number * seconds
        };
        let (mut early, mut late) = (0, (after - start) / self.gaps().shortest.cast_signed() + 1);
        while late - early > 1 {
            let middle = early + (late - early) / 2;
            if run(middle) > after {
                late = middle;
            } else {
                early = middle;
            }
        }
        Some(run(late))
    }

    fn gaps(self) -> Gaps {
        let (shortest, longest) = months(self.months);
        Gaps {
            shortest: shortest * DAY + self.seconds,
            longest: longest * DAY + self.seconds,
        }
    }
}

/// Whether a number is written with a fraction.
fn whole_length(count: &str) -> bool {
    count.contains(['.', ','])
}

/// Days of the months of four years, the first of which is a leap year. The few years without their leap day are
/// left aside.
const CYCLE: usize = 48;

/// Days of four years.
const CYCLE_DAYS: u64 = 1_461;

/// The length of a month of the cycle, in days.
fn month_length(month: usize) -> u64 {
    match month % 12 {
        1 if month % CYCLE == 1 => 29,
        1 => 28,
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

/// The fewest and the most days that a number of months may have.
fn months(count: u64) -> (u64, u64) {
    let cycle = CYCLE as u64;
    let whole = count / cycle * CYCLE_DAYS;
    let rest = usize::try_from(count % cycle).unwrap_or_default();
    let (mut fewest, mut most) = (u64::MAX, 0);
    for first in 0..CYCLE {
        let days = (first..first + rest).map(month_length).sum();
        fewest = fewest.min(days);
        most = most.max(days);
    }
    (whole + fewest, whole + most)
}

const MONTHS: &[&str] = &[
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
];
const WEEKDAYS: &[&str] = &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/// The members of a set of bits, from one on.
fn members(set: u64, from: u64) -> impl Iterator<Item = u64> {
    (from..64).filter(move |at| set & (1 << at) != 0)
}

/// What a field of a cron expression may hold.
struct Field {
    low: u64,
    high: u64,
    /// Names of its values, from the lowest on.
    names: &'static [&'static str],
}

impl Cron {
    /// Reads a cron expression of five fields (from minutes on), six (with seconds) or seven (with years); `None`
    /// when it is malformed. With seconds, Sunday is 1; without, 0 or 7.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut fields = [""; 7];
        let mut count = 0;
        for field in text.split_ascii_whitespace() {
            *fields.get_mut(count)? = field;
            count += 1;
        }
        let [seconds, minutes, hours, month_days, month, weekdays, year] = match (count, fields) {
            (5, [minutes, hours, days, month, weekdays, ..]) => {
                ["0", minutes, hours, days, month, weekdays, "*"]
            }
            (6, [seconds, minutes, hours, days, month, weekdays, _]) => {
                [seconds, minutes, hours, days, month, weekdays, "*"]
            }
            (7, fields) => fields,
            _ => return None,
        };
        let field = |low, high, names| Field { low, high, names };
        let months = field(1, 12, MONTHS).set(month)?;
        let has_seconds = count > 5;
        let week = field(u64::from(has_seconds), 7, WEEKDAYS);
        let day = field(1, 31, &[]);
        let (some_days, some_weekdays) = (!any(month_days), !any(weekdays));
        let every_year = any(year) || {
            field(1_970, 2_199, &[]).within(year)?;
            false
        };
        let special = |text: &str, field: &Field| field.special(text).then_some(Days::Other);
        let days = if some_weekdays {
            match week.set(weekdays) {
                Some(set) if !some_days && months == bits(1, 12) => {
                    // Sunday is the week's first day, written 1, or 0 and 7.
                    let set = if has_seconds {
                        set >> 1
                    } else {
                        set | set >> 7
                    };
                    Days::OfWeek(set & bits(0, 6))
                }
                Some(_) => Days::Other,
                None => special(weekdays, &week)?,
            }
        } else {
            match day.set(month_days) {
                Some(days) => Days::OfMonth { days, months },
                None => special(month_days, &day)?,
            }
        };
        // Both kinds of days at once are read, and mean different things to different programs.
        if some_days && some_weekdays && day.set(month_days).is_none() {
            special(month_days, &day)?;
        }
        Some(Self {
            seconds: field(0, 59, &[]).set(seconds)?,
            minutes: field(0, 59, &[]).set(minutes)?,
            hours: field(0, 23, &[]).set(hours)?,
            days: if every_year { days } else { Days::Other },
        })
    }

    /// The first run at a time or after it.
    fn next_from(self, from: i64, zone: i64) -> Option<i64> {
        let local = from + zone;
        let (first, clock) = (local.div_euclid(DAY_LONG), local.rem_euclid(DAY_LONG));
        for day in first..first + CRON_DAYS {
            let clock = if day == first {
                clock.cast_unsigned()
            } else {
                0
            };
            if self.runs_on(day)?
                && let Some(time) = self.first_time(clock)
            {
                return Some(day * DAY_LONG + time.cast_signed() - zone);
            }
        }
        None
    }

    /// Whether a day, counted from 1970-01-01, is one of its days.
    fn runs_on(self, day: i64) -> Option<bool> {
        let has = |set: u64, at: i64| set & (1 << at) != 0;
        match self.days {
            // The first of those days was a Thursday.
            Days::OfWeek(set) => Some(has(set, (day + 4).rem_euclid(7))),
            Days::OfMonth { days, months } => {
                let (_, month, day) = time::civil_from_days(day);
                Some(has(days, day) && has(months, month))
            }
            Days::Other => None,
        }
    }

    /// Its first time of a day that is not before `clock`, in seconds.
    fn first_time(self, clock: u64) -> Option<u64> {
        let from = (clock / HOUR, clock / MINUTE % 60, clock % MINUTE);
        for hour in members(self.hours, from.0) {
            let same = hour == from.0;
            for minute in members(self.minutes, if same { from.1 } else { 0 }) {
                let same = same && minute == from.1;
                let mut seconds = members(self.seconds, if same { from.2 } else { 0 });
                if let Some(second) = seconds.next() {
                    return Some(hour * HOUR + minute * MINUTE + second);
                }
            }
        }
        None
    }

    fn gaps(self) -> Option<Gaps> {
        let (shortest, longest) = match self.days {
            Days::OfWeek(set) => day_gaps(0..7, set, 7)?,
            Days::OfMonth { days, months } if days == bits(1, 31) && months == bits(1, 12) => {
                (1, 1)
            }
            Days::OfMonth { days, months } => month_gaps(days, months)?,
            Days::Other => return None,
        };
        let day = Spread {
            shortest: u64::MAX,
            longest: 0,
            span: 0,
        };
        let day = day
            .widen(self.seconds, 1)
            .widen(self.minutes, MINUTE)
            .widen(self.hours, HOUR);
        Some(Gaps {
            shortest: day.shortest.min(shortest * DAY - day.span),
            longest: day.longest.max(longest * DAY - day.span),
        })
    }
}

/// Whether a field leaves everything open.
fn any(field: &str) -> bool {
    matches!(field, "*" | "?")
}

/// The bits from one to another.
const fn bits(low: u64, high: u64) -> u64 {
    ((1 << (high + 1)) - 1) & !((1 << low) - 1)
}

impl Field {
    /// The values that a field names, as bits; `None` when it is malformed or has a letter with a meaning of its own.
    fn set(&self, text: &str) -> Option<u64> {
        let span = self.high - self.low + 1;
        let mut set = 0;
        for part in text.split(',') {
            let (from, to, step) = self.range(part)?;
            // A range may run over the end: from Friday to Monday.
            let to = if to < from { to + span } else { to };
            let mut at = from;
            while at <= to {
                set |= 1 << (if at > self.high { at - span } else { at });
                at += step;
            }
        }
        Some(set)
    }

    /// Whether a field names values in its range, of which there may be more than bits.
    fn within(&self, text: &str) -> Option<()> {
        text.split(',').try_for_each(|part| {
            self.range(part)?;
            Some(())
        })
    }

    /// The first and last value of a part, and the step from one to the next.
    fn range(&self, part: &str) -> Option<(u64, u64, u64)> {
        let (range, step) = match part.split_once('/') {
            Some((range, step)) => (range, Some(number(step).filter(|step| *step > 0)?)),
            None => (part, None),
        };
        let (from, to) = if any(range) {
            (self.low, self.high)
        } else if let Some((from, to)) = range.split_once('-') {
            (self.value(from)?, self.value(to)?)
        } else {
            let from = self.value(range)?;
            (from, if step.is_some() { self.high } else { from })
        };
        Some((from, to, step.unwrap_or(1).min(self.high + 1)))
    }

    fn value(&self, text: &str) -> Option<u64> {
        let named = |name: &&str| name.eq_ignore_ascii_case(text);
        let value = match self.names.iter().position(named) {
            // Names count from the lowest value on.
            Some(at) => self.low + at as u64,
            None => number(text)?,
        };
        (self.low..=self.high).contains(&value).then_some(value)
    }

    /// Whether a field uses the letters for the last day, the nearest workday or the n-th weekday.
    fn special(&self, text: &str) -> bool {
        text.split(',').all(|part| {
            let is_value = |text: &str| self.value(text).is_some();
            let before = |letter: char| part.strip_suffix(letter).is_some_and(is_value);
            matches!(part, "L" | "LW")
                || before('L')
                || before('W')
                || part.strip_prefix("L-").is_some_and(is_value)
                || part.split_once('#').is_some_and(|(day, rank)| {
                    is_value(day) && number(rank).is_some_and(|rank| (1..=5).contains(&rank))
                })
                || self.range(part).is_some()
        })
    }
}

/// The shortest and the longest way from one day of a set to the next; after `turn` days it begins again.
fn day_gaps(days: impl Iterator<Item = u64>, set: u64, turn: u64) -> Option<(u64, u64)> {
    gaps_between(days.filter(|day| set & (1 << day) != 0), turn)
}

/// The same over the months of four years.
fn month_gaps(days: u64, months: u64) -> Option<(u64, u64)> {
    let mut begun = 0;
    let run = (0..CYCLE).flat_map(move |month| {
        let length = month_length(month);
        let start = begun;
        begun += length;
        let wanted = months & (2 << (month % 12)) != 0;
        (1..=length)
            .filter(move |day| wanted && days & (1 << day) != 0)
            .map(move |day| start + day)
    });
    gaps_between(run, CYCLE_DAYS)
}

fn gaps_between(days: impl Iterator<Item = u64>, turn: u64) -> Option<(u64, u64)> {
    let (mut first, mut before) = (None, None);
    let (mut shortest, mut longest) = (u64::MAX, 0);
    let mut gap = |gap: u64| {
        shortest = shortest.min(gap);
        longest = longest.max(gap);
    };
    for day in days {
        if let Some(before) = before {
            gap(day - before);
        }
        first.get_or_insert(day);
        before = Some(day);
    }
    gap(first? + turn - before?);
    Some((shortest, longest))
}

/// How times lie within a minute, an hour or a day, in seconds.
struct Spread {
    shortest: u64,
    longest: u64,
    /// From the first to the last.
    span: u64,
}

impl Spread {
    /// The spread of the times of each member of a set, members being `unit` seconds apart.
    fn widen(self, set: u64, unit: u64) -> Self {
        let mut wider = Self { ..self };
        let mut members = members(set, 0);
        let Some(first) = members.next() else {
            return wider;
        };
        let mut before = first;
        for at in members {
            let gap = (at - before) * unit - self.span;
            wider.shortest = wider.shortest.min(gap);
            wider.longest = wider.longest.max(gap);
            before = at;
        }
        wider.span = (before - first) * unit + self.span;
        wider
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The gaps of a schedule in hours, shortest and longest.
    fn hours(rest: &str) -> Option<(f64, f64)> {
        let schedule = Schedule::parse(&format!("C|1631685600|{rest}")).expect(rest);
        let gaps = schedule.gaps()?;
        let hours = |seconds: u64| seconds as f64 / 3_600.0;
        Some((hours(gaps.shortest), hours(gaps.longest)))
    }

    fn interval(text: &str) -> Option<(u64, u64)> {
        Interval::parse(text).map(|interval| (interval.months, interval.seconds))
    }

    #[test]
    fn intervals_are_read() {
        for (text, months, seconds) in [
            ("PT1H", 0, HOUR),
            ("P1D", 0, DAY),
            ("P1W", 0, 7 * DAY),
            ("PT90M", 0, 90 * MINUTE),
            ("P1DT12H", 0, 36 * HOUR),
            ("PT1H30M15S", 0, 5_415),
            ("PT0.5H", 0, 1_800),
            ("PT1,25M", 0, 75),
            ("P1M", 1, 0),
            ("P1Y2M", 14, 0),
            ("P1MT1M", 1, 60),
            ("P0DT1H", 0, HOUR),
        ] {
            assert_eq!(interval(text), Some((months, seconds)), "{text}");
        }
    }

    #[test]
    fn malformed_intervals_are_refused() {
        for text in [
            "",
            "P",
            "PT",
            "P1",
            "1D",
            "P1H",
            "PT1D",
            "PD",
            "P-1D",
            "P1DT",
            "PT0S",
            "P1D1W",
            "P1.5DT1H",
            "P1.5M",
            "P1. D",
            "PT1H ",
            "pt1h",
            "PT1H1H",
            "P1DP1D",
            "PT1.H",
            "PT.5H",
            "P99999999999999999999D",
            "P9999999D",
        ] {
            assert_eq!(interval(text), None, "{text}");
        }
    }

    #[test]
    fn months_have_their_lengths() {
        let days = |text: &str| {
            let gaps = Interval::parse(text).expect(text).gaps();
            (gaps.shortest / DAY, gaps.longest / DAY)
        };
        assert_eq!(days("P1M"), (28, 31));
        assert_eq!(days("P2M"), (59, 62));
        assert_eq!(days("P1Y"), (365, 366));
        assert_eq!(days("P4Y"), (1_461, 1_461));
        assert_eq!(days("P1D"), (1, 1));
        assert_eq!(days("P1MT24H"), (29, 32));
    }

    #[test]
    fn schedules_need_all_their_parts() {
        let daily = Schedule::parse("I|1631685600|P1D").expect("a schedule");
        assert_eq!(daily.start, 1_631_685_600);
        let gaps = Gaps {
            shortest: DAY,
            longest: DAY,
        };
        assert_eq!(daily.gaps(), Some(gaps));
        for text in [
            "",
            "P1D",
            "I|P1D",
            "I|1631685600",
            "I||P1D",
            "i|1631685600|P1D",
            "X|1631685600|P1D",
            "I|-5|P1D",
            "I|+5|P1D",
            "I| 5|P1D",
            "I|2021-09-15|P1D",
            "I|1631685600000|P1D",
            "C|1631685600|P1D",
            "I|1631685600|0 0 2 ? * 3",
            "C|1631685600|",
            "C|1631685600|0 0 2",
        ] {
            assert_eq!(Schedule::parse(text), None, "{text}");
        }
    }

    #[test]
    fn simple_cron_patterns_tell_their_gaps() {
        for (text, shortest, longest) in [
            ("0 0 2 * * ?", 24.0, 24.0),
            ("0 0 2 ? * *", 24.0, 24.0),
            ("0 2 * * *", 24.0, 24.0),
            ("0 0 2,14 * * ?", 12.0, 12.0),
            ("0 0 2,3 * * ?", 1.0, 23.0),
            ("0 0 * * * ?", 1.0, 1.0),
            ("0 0/30 * * * ?", 0.5, 0.5),
            ("0 0 0/4 * * ? *", 4.0, 4.0),
            ("0 */15 8-17 * * ?", 0.25, 14.25),
            ("0 0 22-2 * * ?", 1.0, 20.0),
            // Tuesday, Thursday, Saturday.
            ("0 0 2 ? * 3,5,7", 48.0, 72.0),
            ("0 0 2 ? * TUE,THU,SAT", 48.0, 72.0),
            ("0 2 * * 2,4,6", 48.0, 72.0),
            ("0 0 2 ? * 1", 168.0, 168.0),
            ("0 2 * * 7", 168.0, 168.0),
            ("0 2 * * 0,7", 168.0, 168.0),
            ("0 0 2 ? * MON-FRI", 24.0, 72.0),
            ("0 0 2 ? * fri-mon", 24.0, 96.0),
            ("0 0 2,14 ? * 2", 12.0, 156.0),
            ("0 0 2 1 * ?", 672.0, 744.0),
            ("0 0 2 1,15 * ?", 336.0, 408.0),
            ("0 0 2 31 * ?", 744.0, 1_464.0),
            ("0 0 2 1 1 ?", 8_760.0, 8_784.0),
            ("0 0 2 29 FEB ?", 35_064.0, 35_064.0),
        ] {
            assert_eq!(hours(text), Some((shortest, longest)), "{text}");
        }
        assert_eq!(hours("* * * * * ?"), Some((1.0 / 3_600.0, 1.0 / 3_600.0)));
    }

    #[test]
    fn other_cron_patterns_are_read_without_gaps() {
        for text in [
            "0 0 2 L * ?",
            "0 0 2 LW * ?",
            "0 0 2 15W * ?",
            "0 0 2 L-3 * ?",
            "0 0 2 ? * 6L",
            "0 0 2 ? * 6#3",
            "0 0 2 ? * FRI#1",
            "0 0 2 ? 1 MON",
            "0 0 2 * * ? 2027",
            "0 0 2 1 * MON",
            "0 0 2 30 2 ?",
            "0 0 2 1,L * ?",
        ] {
            assert_eq!(hours(text), None, "{text}");
        }
    }

    /// The first runs after a time, as RFC 3339 in Beijing without the zone.
    fn runs(schedule: &str, after: &str, count: usize) -> Vec<String> {
        const ZONE: i64 = 8 * 3_600;
        let schedule = Schedule::parse(schedule).expect(schedule);
        let mut after = time::parse(&format!("{after}+08:00")).expect(after);
        let mut next = || {
            after = schedule.next_after(after, ZONE)?;
            Some(time::format(after + ZONE).trim_end_matches('Z').to_owned())
        };
        std::iter::from_fn(&mut next).take(count).collect()
    }

    #[test]
    fn the_next_runs_are_told() {
        // It begins on 2021-09-15 at 14:00 in Beijing, a Wednesday.
        for (rest, after, expected) in [
            (
                "I|1631685600|P1D",
                "2021-01-01T00:00:00",
                ["2021-09-15T14:00:00", "2021-09-16T14:00:00"],
            ),
            (
                "I|1631685600|P1D",
                "2026-11-21T14:00:00",
                ["2026-11-22T14:00:00", "2026-11-23T14:00:00"],
            ),
            (
                "I|1631685600|PT7H",
                "2021-09-15T14:00:00",
                ["2021-09-15T21:00:00", "2021-09-16T04:00:00"],
            ),
            (
                "I|1631685600|P1M",
                "2021-09-15T13:59:59",
                ["2021-09-15T14:00:00", "2021-10-15T14:00:00"],
            ),
            (
                "I|1635573600|P1M",
                "2022-01-30T14:00:00",
                ["2022-02-28T14:00:00", "2022-03-30T14:00:00"],
            ),
            (
                "I|1631685600|P1Y",
                "2026-01-01T00:00:00",
                ["2026-09-15T14:00:00", "2027-09-15T14:00:00"],
            ),
            (
                "I|1631685600|P1MT1H",
                "2021-10-15T15:00:00",
                ["2021-11-15T16:00:00", "2021-12-15T17:00:00"],
            ),
            (
                "C|1631685600|0 0 2 ? * 3,5,7",
                "2021-01-01T00:00:00",
                ["2021-09-16T02:00:00", "2021-09-18T02:00:00"],
            ),
            (
                "C|1631685600|0 0 2 ? * 3,5,7",
                "2021-09-18T02:00:00",
                ["2021-09-21T02:00:00", "2021-09-23T02:00:00"],
            ),
            (
                "C|1631685600|30 15,45 8,20 * * ?",
                "2026-11-21T08:15:30",
                ["2026-11-21T08:45:30", "2026-11-21T20:15:30"],
            ),
            (
                "C|1631685600|0 0 14 * * ?",
                "2021-09-15T13:00:00",
                ["2021-09-15T14:00:00", "2021-09-16T14:00:00"],
            ),
            (
                "C|1631685600|0 0 2 31 * ?",
                "2026-11-21T00:00:00",
                ["2026-12-31T02:00:00", "2027-01-31T02:00:00"],
            ),
            (
                "C|1631685600|0 0 2 29 2 ?",
                "2096-03-01T00:00:00",
                ["2104-02-29T02:00:00", "2108-02-29T02:00:00"],
            ),
            (
                "C|1631685600|59 59 23 ? * SUN",
                "2026-11-22T23:59:58",
                ["2026-11-22T23:59:59", "2026-11-29T23:59:59"],
            ),
        ] {
            assert_eq!(runs(rest, after, 2), expected, "{rest} after {after}");
        }
        for never in ["C|0|0 0 2 L * ?", "C|0|0 0 2 30 2 ?"] {
            assert_eq!(runs(never, "2026-11-21T00:00:00", 1), Vec::<String>::new());
        }
        let daily = Schedule::parse("I|0|P1D").expect("a schedule");
        for after in [i64::MIN, i64::MAX] {
            assert!(daily.next_after(after, 0).is_none_or(|next| next >= 0));
        }
    }

    #[test]
    fn runs_lie_as_far_apart_as_the_gaps_say() {
        for schedule in [
            "I|1631685600|PT90M",
            "I|1631685600|P1M",
            "C|1631685600|0 0 2 ? * 3,5,7",
            "C|1631685600|0 */15 8-17 ? * MON-FRI",
            "C|1631685600|0 0 2,14 1,15 * ?",
            "C|1631685600|0 0 2 31 * ?",
        ] {
            let read = Schedule::parse(schedule).expect(schedule);
            let gaps = read.gaps().expect(schedule);
            let mut before = read.next_after(0, 0).expect(schedule);
            let (mut shortest, mut longest) = (u64::MAX, 0);
            for _ in 0..1_000 {
                let run = read.next_after(before, 0).expect(schedule);
                let gap = run.abs_diff(before);
                (shortest, longest) = (shortest.min(gap), longest.max(gap));
                before = run;
            }
            assert_eq!(gaps, Gaps { shortest, longest }, "{schedule}");
        }
    }

    #[test]
    fn malformed_cron_patterns_are_refused() {
        for text in [
            "",
            "* * * *",
            "* * * * * * * *",
            "60 * * * * ?",
            "0 60 * * * ?",
            "0 0 24 * * ?",
            "0 0 2 32 * ?",
            "0 0 2 0 * ?",
            "0 0 2 * 13 ?",
            "0 0 2 ? * 8",
            "0 0 2 ? * 0",
            "0 0 2 ? * MOO",
            "0 0 0/0 * * ?",
            "0 0 , * * ?",
            "0 0 1- * * ?",
            "0 0 2 X * ?",
            "0 0 2 1 * 9",
            "0 0 2 77 * MON",
            "0 0 2 ? * 6#9",
            "0 0 2 * * ? 1900",
            "a b c d e",
        ] {
            assert_eq!(Cron::parse(text), None, "{text}");
        }
    }
}
