//! How often a schedule runs, in the whole days of the model.

use crate::facts::schedule::{Cron, Days, Interval, Rhythm, Schedule};

const DAY: u64 = 86_400;
const DAYS_OF_MONTH: u64 = 30;
const DAYS_OF_YEAR: u64 = 360;

/// Longest time between two runs that counts, in days.
const LONGEST: u64 = 1_000_000;

/// How often backups run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Often {
    /// Days from one run to the next, at least 1.
    pub every: u32,
    /// Runs on each of those days, at least 1.
    pub a_day: u64,
}

impl Often {
    /// Once a day: what counts where nothing tells.
    pub const DAILY: Self = Self { every: 1, a_day: 1 };
}

/// How often a schedule runs; `None` when it does not tell simply. Months have 30 days, and what falls between whole
/// days is rounded.
#[must_use]
pub fn often(schedule: &str) -> Option<Often> {
    match Schedule::parse(schedule)?.rhythm {
        Rhythm::Interval(interval) => Some(of_interval(interval)),
        Rhythm::Cron(cron) => of_cron(cron),
    }
}

fn of_interval(interval: Interval) -> Often {
    let months = interval.months.saturating_mul(DAYS_OF_MONTH * DAY);
    let seconds = months.saturating_add(interval.seconds).max(1);
    Often {
        every: days((seconds.saturating_add(DAY / 2)) / DAY),
        a_day: (DAY / seconds).max(1),
    }
}

fn of_cron(cron: Cron) -> Option<Often> {
    let (days_of, length) = match cron.days {
        Days::OfWeek(set) => (u64::from(set.count_ones()), 7),
        Days::OfMonth { days, months } => {
            let days = u64::from(days.count_ones()).min(DAYS_OF_MONTH);
            (days * u64::from(months.count_ones()), DAYS_OF_YEAR)
        }
        Days::Other => return None,
    };
    let times = [cron.seconds, cron.minutes, cron.hours];
    let a_day = times
        .iter()
        .map(|set| u64::from(set.count_ones()))
        .product();
    if days_of == 0 || a_day == 0 {
        return None;
    }
    Some(Often {
        every: days((length + days_of / 2) / days_of),
        a_day,
    })
}

fn days(count: u64) -> u32 {
    // Within a million, so that it fits.
    count.clamp(1, LONGEST) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schedules_become_whole_days() {
        for (schedule, every, a_day) in [
            ("I|0|P1D", 1, 1),
            ("I|0|PT1H", 1, 24),
            ("I|0|PT36H", 2, 1),
            ("I|0|P1W", 7, 1),
            ("I|0|P1M", 30, 1),
            ("I|0|P1Y", 360, 1),
            ("C|0|0 0 2 * * ? *", 1, 1),
            ("C|0|0 0 2,14 * * ?", 1, 2),
            ("C|0|0 2 * * 6", 7, 1),
            ("C|0|0 2 * * 1-5", 1, 1),
            ("C|0|0 2 1,15 * *", 15, 1),
            ("C|0|0 2 1 1 *", 360, 1),
        ] {
            let read = often(schedule);
            assert_eq!(read, Some(Often { every, a_day }), "{schedule}");
        }
        for unclear in ["", "daily", "C|0|0 0 2 L * ?"] {
            assert_eq!(often(unclear), None, "{unclear}");
        }
    }
}
