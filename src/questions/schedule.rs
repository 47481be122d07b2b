//! A policy's schedule for people: what it asks for as a sentence, when it runs next, and what is wrong with one that
//! does not read. Times are those of a zone that the caller names; no page says in which zone the service reads them.

use crate::facts::schedule::{Cron, Days, Interval, Rhythm, Schedule};
use crate::lang::{Arg, Lang, Text};
use crate::model::time;

/// So many times of a day stand in a sentence one by one.
const TIMES: usize = 6;

/// Largest offset of a zone, in seconds.
const DAY: i64 = 86_400;

/// What is wrong with a schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The sentence, with holes.
    pub text: Text,
    /// Values for its holes.
    pub args: Vec<Arg>,
}

impl Trouble {
    fn new(text: Text) -> Self {
        Self {
            text,
            args: Vec::new(),
        }
    }

    fn arg(mut self, name: &'static str, value: impl Into<crate::lang::Said>) -> Self {
        self.args.push(Arg {
            name,
            value: value.into(),
        });
        self
    }

    /// The sentence in one language.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        self.text.fill(lang, &self.args)
    }
}

/// The parts of a schedule as written: mark, start, expression. What is missing is empty.
#[must_use]
pub fn parts(text: &str) -> (&str, &str, &str) {
    let (mark, rest) = text.split_once('|').unwrap_or(("", text));
    let (start, expression) = rest.split_once('|').unwrap_or(("", rest));
    (mark, start, expression)
}

/// The schedule with another expression; one without a start begins at the full hour after `now`. Nothing remains
/// of a schedule without an expression.
#[must_use]
pub fn with_expression(text: &str, expression: &str, now: i64) -> String {
    let expression = expression.trim();
    if expression.is_empty() {
        return String::new();
    }
    // The whole may be written or pasted as well.
    if expression.contains('|') {
        return expression.to_owned();
    }
    let start = match parts(text).1 {
        "" => (now.div_euclid(3_600) * 3_600 + 3_600).to_string(),
        start => start.to_owned(),
    };
    let mark = if expression.starts_with(['P', 'p']) {
        "I|"
    } else {
        "C|"
    };
    [mark, &start, "|", expression].concat()
}

/// The schedule with another start, in Unix seconds; one without an expression runs daily.
#[must_use]
pub fn with_start(text: &str, start: i64) -> String {
    let (mark, _, expression) = parts(text);
    let (mark, expression) = match expression {
        "" => ("I", "P1D"),
        _ => (mark, expression),
    };
    [mark, "|", &start.to_string(), "|", expression].concat()
}

/// A local time such as `2026-11-21T08:00` in Unix seconds, where clocks are `zone` seconds ahead of UTC. `None` for
/// anything else, and for times before 1970.
#[must_use]
pub fn local(text: &str, zone: i64) -> Option<i64> {
    let seconds = if text.len() == 16 { ":00Z" } else { "Z" };
    let unix = time::parse(&[text, seconds].concat())?.checked_sub(zone)?;
    (unix >= 0).then_some(unix)
}

/// A time as `2026-11-21T08:00`, where clocks are `zone` seconds ahead of UTC.
#[must_use]
pub fn show(unix: i64, zone: i64) -> String {
    let mut text = time::format(unix.saturating_add(zone));
    text.truncate(16);
    text
}

/// A zone as `UTC+08:00`.
#[must_use]
pub fn zone_name(zone: i64) -> String {
    let sign = if zone < 0 { '-' } else { '+' };
    let minutes = zone.unsigned_abs() / 60;
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The next runs after a time, at most `count`, in Unix seconds, where clocks are `zone` seconds ahead of UTC. Empty
/// where the expression does not tell simply, or never comes true.
#[must_use]
pub fn next_runs(schedule: &Schedule, after: i64, zone: i64, count: usize) -> Vec<i64> {
    let mut runs = Vec::new();
    let mut last = after;
    while runs.len() < count {
        match schedule.next_after(last, zone) {
            Some(run) if run > last => {
                runs.push(run);
                last = run;
            }
            _ => break,
        }
    }
    runs
}

/// What a schedule asks for, as a sentence without a full stop. `None` where it reads but no simple sentence says it.
#[must_use]
pub fn sentence(schedule: &Schedule, zone: i64, lang: Lang) -> Option<String> {
    let zone = zone.clamp(-DAY, DAY);
    let rhythm = match schedule.rhythm {
        Rhythm::Interval(interval) => every(interval, lang),
        Rhythm::Cron(cron) => cron_sentence(&cron, lang)?,
    };
    let begins = Text::new("{rhythm}, from {start} on", "{rhythm}，自 {start} 起");
    let start = [
        &show(schedule.start, zone).replace('T', " "),
        " ",
        &zone_name(zone),
    ]
    .concat();
    Some(fill(&begins, lang, &[("rhythm", rhythm), ("start", start)]))
}

fn fill(text: &Text, lang: Lang, args: &[(&'static str, String)]) -> String {
    let args: Vec<Arg> = args
        .iter()
        .map(|(name, value)| Arg {
            name,
            value: value.clone().into(),
        })
        .collect();
    text.fill(lang, &args)
}

/// `every 6 hours`.
fn every(interval: Interval, lang: Lang) -> String {
    const UNITS: [(u64, Text, Text); 5] = [
        (
            604_800,
            Text::new("week", "周"),
            Text::new("{n} weeks", "{n} 周"),
        ),
        (
            86_400,
            Text::new("day", "天"),
            Text::new("{n} days", "{n} 天"),
        ),
        (
            3_600,
            Text::new("hour", "小时"),
            Text::new("{n} hours", "{n} 小时"),
        ),
        (
            60,
            Text::new("minute", "分钟"),
            Text::new("{n} minutes", "{n} 分钟"),
        ),
        (
            1,
            Text::new("second", "秒"),
            Text::new("{n} seconds", "{n} 秒"),
        ),
    ];
    const YEAR: (Text, Text) = (Text::new("year", "年"), Text::new("{n} years", "{n} 年"));
    const MONTH: (Text, Text) = (
        Text::new("month", "月"),
        Text::new("{n} months", "{n} 个月"),
    );
    let mut parts: Vec<(u64, Text, Text)> = vec![
        (interval.months / 12, YEAR.0, YEAR.1),
        (interval.months % 12, MONTH.0, MONTH.1),
    ];
    let mut rest = interval.seconds;
    for (unit, one, many) in UNITS {
        // Weeks are weeks only when nothing is left over.
        if unit == 604_800 && !rest.is_multiple_of(unit) {
            continue;
        }
        parts.push((rest / unit, one, many));
        rest %= unit;
    }
    parts.retain(|(number, ..)| *number > 0);
    let lead = Text::new("every {what}", "每 {what}");
    if let [(1, one, _)] = parts.as_slice() {
        let lead = Text::new("every {what}", "每{what}");
        return fill(&lead, lang, &[("what", one.get(lang).to_owned())]);
    }
    let said = parts
        .iter()
        .map(|(number, one, many)| match (number, lang) {
            (1, Lang::En) => ["1 ", one.get(lang)].concat(),
            _ => fill(many, lang, &[("n", number.to_string())]),
        });
    let what = said.collect::<Vec<_>>().join(" ");
    fill(&lead, lang, &[("what", what)])
}

fn members(set: u64) -> Vec<u64> {
    (0..64).filter(|at| set & (1 << at) != 0).collect()
}

/// The step of a set that begins at its lowest value and goes on to the end of its range.
fn step(list: &[u64], range: u64) -> Option<u64> {
    let (first, second) = (*list.first()?, *list.get(1)?);
    let step = second - first;
    let even = list
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if b - a == step));
    let last = *list.last()?;
    (even && first == 0 && last + step >= range && list.len() > 2).then_some(step)
}

fn join(list: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => list.join("、"),
        Lang::En => match list.split_last() {
            Some((last, rest)) if !rest.is_empty() => [&rest.join(", "), " and ", last].concat(),
            _ => list.concat(),
        },
    }
}

fn cron_sentence(cron: &Cron, lang: Lang) -> Option<String> {
    let days = days(cron.days, lang)?;
    let times = times(cron, lang);
    let both = Text::new("{times}, {days}", "{days}{times}");
    Some(fill(&both, lang, &[("times", times), ("days", days)]))
}

/// The times of a day.
fn times(cron: &Cron, lang: Lang) -> String {
    let (seconds, minutes, hours) = (
        members(cron.seconds),
        members(cron.minutes),
        members(cron.hours),
    );
    let number = seconds.len() * minutes.len() * hours.len();
    if number <= TIMES {
        let mut at = Vec::with_capacity(number);
        for hour in &hours {
            for minute in &minutes {
                for second in &seconds {
                    at.push(match second {
                        0 => format!("{hour:02}:{minute:02}"),
                        _ => format!("{hour:02}:{minute:02}:{second:02}"),
                    });
                }
            }
        }
        return fill(
            &Text::new("at {times}", " {times}"),
            lang,
            &[("times", join(&at, lang))],
        );
    }
    let list = |list: &[u64]| {
        let list: Vec<String> = list.iter().map(u64::to_string).collect();
        join(&list, lang)
    };
    let all_minutes = minutes.len() == 60;
    let of_minute = match seconds.as_slice() {
        [0] => None,
        all if all.len() == 60 => Some(Text::new("every second", "每秒").get(lang).to_owned()),
        all => Some(fill(
            &Text::new("at second {n}", "第 {n} 秒"),
            lang,
            &[("n", list(all))],
        )),
    };
    let of_hour = if all_minutes {
        Text::new("every minute", "每分钟").get(lang).to_owned()
    } else if let Some(step) = step(&minutes, 60) {
        fill(
            &Text::new("every {n} minutes", "每 {n} 分钟"),
            lang,
            &[("n", step.to_string())],
        )
    } else {
        fill(
            &Text::new("at minute {n}", "第 {n} 分钟"),
            lang,
            &[("n", list(&minutes))],
        )
    };
    let of_day = if hours.len() == 24 {
        Text::new("of every hour", "每小时").get(lang).to_owned()
    } else if let Some(step) = step(&hours, 24) {
        fill(
            &Text::new("of every {n} hours", "每 {n} 小时"),
            lang,
            &[("n", step.to_string())],
        )
    } else {
        fill(
            &Text::new("of hour {n}", "{n} 点"),
            lang,
            &[("n", list(&hours))],
        )
    };
    let mut parts: Vec<String> = of_minute.into_iter().chain([of_hour, of_day]).collect();
    if lang == Lang::Zh {
        parts.reverse();
        return parts.join("的");
    }
    parts.join(" ")
}

/// The days; `None` where they do not tell simply.
fn days(days: Days, lang: Lang) -> Option<String> {
    const WEEKDAYS: [Text; 7] = [
        Text::new("Sunday", "周日"),
        Text::new("Monday", "周一"),
        Text::new("Tuesday", "周二"),
        Text::new("Wednesday", "周三"),
        Text::new("Thursday", "周四"),
        Text::new("Friday", "周五"),
        Text::new("Saturday", "周六"),
    ];
    const MONTHS: [Text; 12] = [
        Text::new("January", "1 月"),
        Text::new("February", "2 月"),
        Text::new("March", "3 月"),
        Text::new("April", "4 月"),
        Text::new("May", "5 月"),
        Text::new("June", "6 月"),
        Text::new("July", "7 月"),
        Text::new("August", "8 月"),
        Text::new("September", "9 月"),
        Text::new("October", "10 月"),
        Text::new("November", "11 月"),
        Text::new("December", "12 月"),
    ];
    let every_day = Text::new("every day", "每天");
    let named = |set: u64, names: &[Text], from: u64| {
        let members = members(set);
        let name = |at: &u64| {
            let index = usize::try_from(at.checked_sub(from)?).ok()?;
            names.get(index).map(|text| text.get(lang).to_owned())
        };
        members.iter().filter_map(name).collect::<Vec<String>>()
    };
    match days {
        Days::OfWeek(set) => {
            let names = named(set, &WEEKDAYS, 0);
            Some(match (names.len(), set) {
                (7, _) => every_day.get(lang).to_owned(),
                (5, 0b011_1110) => Text::new("Monday to Friday", "周一至周五")
                    .get(lang)
                    .to_owned(),
                _ => fill(
                    &Text::new("on {days}", "{days}"),
                    lang,
                    &[("days", join(&names, lang))],
                ),
            })
        }
        Days::OfMonth { days, months } => {
            let list = members(days);
            let all_days = list.len() == 31;
            let names = named(months, &MONTHS, 1);
            let of_month = if all_days {
                every_day.get(lang).to_owned()
            } else {
                let list: Vec<String> = list.iter().map(u64::to_string).collect();
                fill(
                    &Text::new("on day {n} of the month", "{n} 日"),
                    lang,
                    &[("n", join(&list, lang))],
                )
            };
            if names.len() == 12 {
                let lead = Text::new("{days}", "每月 {days}");
                return Some(if all_days {
                    of_month
                } else {
                    fill(&lead, lang, &[("days", of_month)])
                });
            }
            let both = Text::new("{days} in {months}", "{months} {days}");
            Some(fill(
                &both,
                lang,
                &[("days", of_month), ("months", join(&names, lang))],
            ))
        }
        Days::Other => None,
    }
}

/// What is wrong with a schedule; `None` when it reads.
#[must_use]
pub fn trouble(text: &str) -> Option<Trouble> {
    if Schedule::parse(text).is_some() {
        return None;
    }
    let (mark, start, expression) = parts(text);
    if !matches!(mark, "I" | "C") || text.matches('|').count() < 2 {
        return Some(Trouble::new(Text::new(
            "a schedule is `I|start|interval` or `C|start|cron expression`",
            "备份计划时间的格式为 `I|start|interval` 或 `C|start|cron`",
        )));
    }
    let begins = [
        mark,
        "|",
        start,
        "|",
        if mark == "I" { "P1D" } else { "0 0 * * *" },
    ]
    .concat();
    if Schedule::parse(&begins).is_none() {
        return Some(
            Trouble::new(Text::new(
                "`{start}` is no time in seconds since 1970",
                "`{start}` 不是自 1970 年起的秒数",
            ))
            .arg("start", start.to_owned()),
        );
    }
    Some(match mark {
        "I" => of_interval(expression),
        _ => of_cron(expression),
    })
}

fn of_interval(text: &str) -> Trouble {
    let upper = text.to_ascii_uppercase();
    let units_of_time = ['H', 'S'];
    let before_t = upper
        .split_once('T')
        .map_or(upper.as_str(), |(date, _)| date);
    let text_of = if text != upper && Interval::parse(&upper).is_some() {
        Text::new(
            "an interval is written in capitals: `{mended}`",
            "间隔须用大写字母：`{mended}`",
        )
    } else if !upper.starts_with('P') {
        Text::new(
            "an interval begins with P, as in P1D for a day or PT6H for six hours",
            "间隔以 P 开头，例如 P1D 表示一天，PT6H 表示六小时",
        )
    } else if before_t.contains(units_of_time) {
        Text::new(
            "hours, minutes and seconds come after a T, as in PT6H",
            "小时、分钟和秒须写在 T 之后，例如 PT6H",
        )
    } else if !upper.contains(|c: char| c.is_ascii_digit()) {
        Text::new(
            "an interval needs a number and a unit, as in P1D",
            "间隔需要数字和单位，例如 P1D",
        )
    } else if !upper.contains(|c: char| ('1'..='9').contains(&c)) {
        Text::new(
            "an interval of nothing never runs again",
            "间隔为零，不会再次运行",
        )
    } else {
        Text::new(
            "`{text}` is no interval: a number before each unit, years to weeks and days, then T, hours to seconds",
            "`{text}` 不是间隔：每个单位前须有数字，先写年至天，再写 T，然后是小时至秒",
        )
    };
    Trouble::new(text_of)
        .arg("text", text.to_owned())
        .arg("mended", upper)
}

/// A field of a cron expression in words: its name, and what it may hold.
const FIELDS: [(Text, &str); 7] = [
    (Text::new("seconds", "秒"), "0-59"),
    (Text::new("minutes", "分"), "0-59"),
    (Text::new("hours", "时"), "0-23"),
    (Text::new("days of the month", "日"), "1-31"),
    (Text::new("months", "月"), "1-12, JAN-DEC"),
    (Text::new("days of the week", "周"), ""),
    (Text::new("years", "年"), "1970-2199"),
];

fn of_cron(text: &str) -> Trouble {
    let fields: Vec<&str> = text.split_ascii_whitespace().collect();
    let number = fields.len();
    if !(5..=7).contains(&number) {
        return Trouble::new(Text::new(
            "a cron expression has 5 fields, 6 with seconds, 7 with years; this has {n}",
            "cron 表达式有 5 个字段，含秒 6 个，含年 7 个；此处有 {n} 个",
        ))
        .arg("n", number.to_string());
    }
    let first = usize::from(number == 5);
    for (at, field) in fields.iter().enumerate() {
        // Alone among fields that leave everything open, only this one can be wrong.
        let alone = |part: &str| {
            let all = (0..number).map(|other| if other == at { part } else { "*" });
            Cron::parse(&all.collect::<Vec<_>>().join(" ")).is_some()
        };
        if alone(field) {
            continue;
        }
        let part = field.split(',').find(|part| !alone(part)).unwrap_or(field);
        let (name, range) = FIELDS
            .get(at + first)
            .copied()
            .unwrap_or((Text::same(""), ""));
        let range = match range {
            "" if number == 5 => "0-7, SUN-SAT",
            "" => "1-7, SUN-SAT",
            range => range,
        };
        return Trouble::new(Text::new(
            "field {n}, {name}: `{part}` does not fit; it takes {range}, lists with commas, ranges with -, steps with / and *",
            "第 {n} 个字段（{name}）：`{part}` 不适用；可用 {range}，逗号列举，- 表示范围，/ 表示步长，以及 *",
        ))
        .arg("n", (at + 1).to_string())
        .arg("name", name)
        .arg("part", part.to_owned())
        .arg("range", range);
    }
    Trouble::new(Text::new(
        "these days of the month and days of the week do not go together",
        "所填的日与周不能同时使用",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHINA: i64 = 8 * 3_600;
    /// 2026-11-21T00:00:00Z, a Saturday.
    const START: i64 = 1_795_219_200;

    fn said(expression: &str, lang: Lang) -> Option<String> {
        let schedule = Schedule::parse(&with_expression("", expression, START - 3_600))?;
        let said = sentence(&schedule, CHINA, lang)?;
        let (rhythm, rest) = said.rsplit_once(if lang == Lang::En {
            ", from "
        } else {
            "，自 "
        })?;
        assert!(rest.starts_with("2026-11-21 08:00 UTC+08:00"), "{said}");
        Some(rhythm.to_owned())
    }

    #[test]
    fn schedules_are_sentences_in_both_languages() {
        for (expression, en, zh) in [
            ("PT1H", "every hour", "每小时"),
            ("PT6H", "every 6 hours", "每 6 小时"),
            ("P1D", "every day", "每天"),
            ("P2W", "every 2 weeks", "每 2 周"),
            ("P1DT12H", "every 1 day 12 hours", "每 1 天 12 小时"),
            ("P1M", "every month", "每月"),
            ("0 0 2 * * ?", "at 02:00, every day", "每天 02:00"),
            (
                "30 2,14 * * *",
                "at 02:30 and 14:30, every day",
                "每天 02:30、14:30",
            ),
            (
                "0 0 2 ? * 2-6",
                "at 02:00, Monday to Friday",
                "周一至周五 02:00",
            ),
            (
                "0 2 * * 0,6",
                "at 02:00, on Sunday and Saturday",
                "周日、周六 02:00",
            ),
            (
                "0 0 2 1 * ?",
                "at 02:00, on day 1 of the month",
                "每月 1 日 02:00",
            ),
            (
                "0 2 1,15 1,7 *",
                "at 02:00, on day 1 and 15 of the month in January and July",
                "1 月、7 月 1、15 日 02:00",
            ),
            (
                "*/15 * * * *",
                "every 15 minutes of every hour, every day",
                "每天每小时的每 15 分钟",
            ),
            (
                "0 */2 * * *",
                "at minute 0 of every 2 hours, every day",
                "每天每 2 小时的第 0 分钟",
            ),
        ] {
            assert_eq!(
                said(expression, Lang::En).as_deref(),
                Some(en),
                "{expression}"
            );
            assert_eq!(
                said(expression, Lang::Zh).as_deref(),
                Some(zh),
                "{expression}"
            );
        }
        for expression in ["0 0 2 L * ?", "0 0 2 ? * 6#3", "0 0 2 * * ? 2027"] {
            assert_eq!(said(expression, Lang::En), None, "{expression}");
        }
    }

    #[test]
    fn next_runs_are_those_of_the_zone() {
        let runs = |text: &str, after: i64| {
            let schedule = Schedule::parse(text).unwrap();
            let runs = next_runs(&schedule, after, CHINA, 3);
            runs.into_iter()
                .map(|run| show(run, CHINA))
                .collect::<Vec<_>>()
        };
        let cron = format!("C|{START}|0 0 2 * * ?");
        assert_eq!(
            runs(&cron, START),
            ["2026-11-22T02:00", "2026-11-23T02:00", "2026-11-24T02:00"]
        );
        let interval = format!("I|{START}|PT6H");
        assert_eq!(
            runs(&interval, 0),
            ["2026-11-21T08:00", "2026-11-21T14:00", "2026-11-21T20:00"]
        );
        assert!(runs(&format!("C|{START}|0 0 2 L * ?"), START).is_empty());
        assert!(runs(&format!("C|{START}|0 0 2 30 2 ?"), START).is_empty());
    }

    #[test]
    fn what_is_wrong_is_explained() {
        let says = |text: &str| {
            trouble(text)
                .map(|trouble| trouble.say(Lang::En))
                .unwrap_or_default()
        };
        for (text, part) in [
            ("", "`I|start|interval`"),
            ("daily", "`I|start|interval`"),
            ("X|0|P1D", "`I|start|interval`"),
            ("I|soon|P1D", "`soon` is no time"),
            ("I|0|6H", "begins with P"),
            ("I|0|P6H", "after a T"),
            ("I|0|pt6h", "`PT6H`"),
            ("I|0|P", "needs a number"),
            ("I|0|PT0S", "never runs again"),
            ("I|0|P1X", "`P1X` is no interval"),
            ("C|0|0 2 * *", "this has 4"),
            ("C|0|0 25 * * *", "field 2, hours: `25`"),
            ("C|0|0 0 2 * 13 ?", "field 5, months: `13`"),
            ("C|0|0 0 2 1,32 * ?", "field 4, days of the month: `32`"),
            ("C|0|0 2 * * 8", "0-7, SUN-SAT"),
            ("C|0|0 0 2 ? * 0", "1-7, SUN-SAT"),
        ] {
            assert!(says(text).contains(part), "{text}: {}", says(text));
            assert!(
                !trouble(text).unwrap().say(Lang::Zh).contains('{'),
                "{text}"
            );
        }
        assert_eq!(trouble("I|0|P1D"), None);
    }

    #[test]
    fn parts_are_stated_one_by_one() {
        assert_eq!(
            with_expression("", "P1D", START + 5),
            format!("I|{}|P1D", START + 3_600)
        );
        assert_eq!(
            with_expression("I|9|P1D", " 0 2 * * * ", 0),
            "C|9|0 2 * * *"
        );
        assert_eq!(with_expression("I|9|P1D", "", 0), "");
        assert_eq!(
            with_expression("I|9|P1D", "C|7|0 2 * * *", 0),
            "C|7|0 2 * * *"
        );
        assert_eq!(with_start("C|9|0 2 * * *", 12), "C|12|0 2 * * *");
        assert_eq!(with_start("", 12), "I|12|P1D");
        assert_eq!(local("2026-11-21T08:00", CHINA), Some(START));
        assert_eq!(local(&show(START, -CHINA), -CHINA), Some(START));
        assert_eq!(
            (local("soon", 0), local("1969-12-31T00:00", 0)),
            (None, None)
        );
        assert_eq!(zone_name(-12_600), "UTC-03:30");
    }
}
