//! A line in words: rate times quantity with the user's figures, what entered the quantity, and who says so.

use std::borrow::Cow;

use super::line::{Cell, Estimate, Hole, Kind, Line, RateFrom};
use super::money::{Amount, Money};
use super::prices::Part;
use super::storage;
use crate::catalog::price_items::{Item, Unit};
use crate::facts::{Facts, RuleKind, SourceFact, VaultFact};
use crate::finding::ObjectRef;
use crate::lang::{Lang, Text};
use crate::model::{Confidence, GrowthRange, PercentRange, RatioRange};

/// A value that entered a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// What it is.
    pub name: Text,
    /// The value, written plainly: a number, or one with its range, such as `2 (1 to 5)`.
    pub value: String,
    /// Its unit; empty for texts.
    pub unit: Text,
    /// Where it comes from.
    pub given: Given,
}

/// Where a value comes from. Paths begin at the object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// The plan states it there.
    Stated(ObjectRef, Cow<'static, str>),
    /// Nobody stated it; this is where it would be stated.
    Assumed(ObjectRef, Cow<'static, str>),
    /// It is not known; this is where it would be stated.
    Unknown(ObjectRef, Cow<'static, str>),
    /// The service's documentation says so, or it follows from the plan as a whole.
    Documented,
}

/// Billionths written as a decimal, without zeros at the end.
#[must_use]
pub fn decimal(nano: u128) -> String {
    const ONE: u128 = 1_000_000_000;
    let mut text = (nano / ONE).to_string();
    let mut places = nano % ONE;
    if places > 0 {
        text.push('.');
        let mut one = ONE / 10;
        while places > 0 {
            let digit = (places / one) as u8;
            text.push(char::from(b'0' + digit));
            places %= one;
            one /= 10;
        }
    }
    text
}

/// The unit of a quantity, by its number.
#[must_use]
pub const fn noun(unit: Unit, one: bool) -> Text {
    match (unit, one) {
        (Unit::GbMonth | Unit::Gb, _) => Text::same("GB"),
        (Unit::GibDay, _) => Text::new("GiB days", "GiB·日"),
        (Unit::ClientMonth, true) => Text::new("client", "个客户端"),
        (Unit::ClientMonth, false) => Text::new("clients", "个客户端"),
        (Unit::InstanceMonth, true) => Text::new("instance", "个实例"),
        (Unit::InstanceMonth, false) => Text::new("instances", "个实例"),
        (Unit::InstanceDay, _) => Text::new("instance days", "实例·日"),
        (Unit::VaultMonth, true) => Text::new("vault", "个备份库"),
        (Unit::VaultMonth, false) => Text::new("vaults", "个备份库"),
        (Unit::PolicyMonth, true) => Text::new("policy", "个策略"),
        (Unit::PolicyMonth, false) => Text::new("policies", "个策略"),
        (Unit::KeyDay, _) => Text::new("key version days", "密钥版本·日"),
        (Unit::TenThousandCalls, _) => Text::new("ten thousand calls", "万次请求"),
    }
}

/// Whether a unit is counted by the time for which it is kept.
const fn is_kept(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::GbMonth
            | Unit::ClientMonth
            | Unit::InstanceMonth
            | Unit::VaultMonth
            | Unit::PolicyMonth
    )
}

/// What is free, and what is unknown.
const FREE: Text = Text::new("free", "免费");
const UNKNOWN: Text = Text::new("unknown", "未知");

/// A month of a line as a formula: `0.03187 USD × 812.5 GB × 720 h / 720 h = 25.894375 USD`. Quantities that are kept
/// are the month's average. `None` beyond the estimate.
#[must_use]
pub fn formula(estimate: &Estimate, line: usize, month: usize, lang: Lang) -> Option<String> {
    let of = estimate.lines.get(line)?;
    let cell = of.cells.get(month)?;
    let mut out = String::new();
    let unit = of.item.unit();
    let times = |out: &mut String, amount: Amount| {
        let nano = amount.nano();
        out.push_str(" × ");
        out.push_str(&decimal(nano));
        out.push(' ');
        out.push_str(noun(unit, nano == 1_000_000_000).get(lang));
        if is_kept(unit) {
            out.push_str(" × 720 h / 720 h");
        }
    };
    let money = |out: &mut String, text: &str| {
        out.push_str(text);
        out.push(' ');
        out.push_str(&estimate.currency);
    };
    if of.kind == Kind::ResourcePlan {
        plan(estimate, of, &cell, lang, &mut out);
        return Some(out);
    }
    match cell.quantity.map(|quantity| quantity.expected) {
        None => {
            out.push_str(&price_of(of, &estimate.currency, lang));
            out.push_str(" × ");
            out.push_str(UNKNOWN.get(lang));
            if !cell.priced.expected.is_zero() {
                out.push_str(match lang {
                    Lang::En => ", of which known:",
                    Lang::Zh => "，其中已知：",
                });
                times(&mut out, cell.priced.expected);
            }
        }
        Some(amount) => {
            let before = before(estimate, line, month);
            let parts = of.rate.parts(amount, before);
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    out.push_str(" + ");
                }
                match part {
                    Part::Free(amount) => {
                        out.push_str(FREE.get(lang));
                        times(&mut out, *amount);
                    }
                    Part::Priced(amount, price) => {
                        money(&mut out, &price.to_string());
                        times(&mut out, *amount);
                    }
                    Part::Unpriced(amount) => {
                        out.push_str(UNKNOWN.get(lang));
                        times(&mut out, *amount);
                    }
                }
            }
            if parts.is_empty() {
                out.push_str(&price_of(of, &estimate.currency, lang));
                times(&mut out, amount);
            }
        }
    }
    result(&cell, &estimate.currency, lang, &mut out);
    Some(out)
}

/// What a formula comes to.
fn result(cell: &Cell, currency: &str, lang: Lang, out: &mut String) {
    out.push_str(" = ");
    let nothing = cell.hole.is_some() && cell.cost.expected == Money::ZERO;
    if !nothing {
        out.push_str(&cell.cost.expected.to_string());
        out.push(' ');
        out.push_str(currency);
    }
    if cell.hole.is_some() {
        if !nothing {
            out.push_str(" + ");
        }
        out.push_str(UNKNOWN.get(lang));
    }
}

/// The price of a unit, with its currency.
fn price_of(line: &Line, currency: &str, lang: Lang) -> String {
    match line.rate.price {
        Some(price) => [&price.to_string(), " ", currency].concat(),
        None if line.rate.is_known() => match lang {
            Lang::En => "tiers".to_owned(),
            Lang::Zh => "阶梯价".to_owned(),
        },
        None => UNKNOWN.get(lang).to_owned(),
    }
}

/// A resource plan: its price, or what it takes off.
fn plan(estimate: &Estimate, line: &Line, cell: &Cell, lang: Lang, out: &mut String) {
    let is_price =
        line.rate.rate.is_none() && line.rate.list.is_none() && cell.cost.expected >= Money::ZERO;
    let text = if is_price {
        Text::new("price of the plan for a month", "资源包每月价格")
    } else {
        Text::new("taken off for", "抵扣")
    };
    out.push_str(text.get(lang));
    if !is_price && let Some(quantity) = cell.quantity {
        out.push(' ');
        out.push_str(&decimal(quantity.expected.nano()));
        out.push(' ');
        out.push_str(noun(line.item.unit(), false).get(lang));
    }
    result(cell, &estimate.currency, lang, out);
}

/// What other lines count of the same rate before a line, where tiers or a free part go on from line to line.
fn before(estimate: &Estimate, line: usize, month: usize) -> Amount {
    let Some(of) = estimate.lines.get(line) else {
        return Amount::ZERO;
    };
    if !of.rate.is_tiered() {
        return Amount::ZERO;
    }
    let vault = |line: &Line| line.vault.filter(|_| line.item == Item::DatabaseStorage);
    let mut sum = Amount::ZERO;
    for other in estimate.lines.iter().take(line) {
        let same = other.item == of.item
            && other.kind != Kind::ResourcePlan
            && vault(other) == vault(of)
            && std::rc::Rc::ptr_eq(&other.rate, &of.rate);
        let quantity = other
            .cells
            .get(month)
            .filter(|_| same)
            .and_then(|cell| cell.quantity);
        if let Some(quantity) = quantity {
            sum += quantity.expected;
        }
    }
    sum
}

/// Whose a rate is, in words.
#[must_use]
pub const fn whose(from: RateFrom) -> Text {
    match from {
        RateFrom::Own => Text::new("your own rate", "您自己的价格"),
        RateFrom::Plan => Text::new("a rate that the plan states", "方案自带的价格"),
        RateFrom::Book => Text::new("a rate of the price book", "价格表中的价格"),
        RateFrom::Nobody => Text::new("no source prints a rate", "没有来源列出价格"),
    }
}

/// How far a rate can be trusted, in words.
#[must_use]
pub const fn trust(confidence: Confidence) -> Text {
    match confidence {
        Confidence::OfficialCurrent => Text::new("the vendor's current page", "官方现行页面"),
        Confidence::OfficialUndated => Text::new(
            "a page of the vendor's without a date",
            "官方页面，未注明日期",
        ),
        Confidence::OfficialOld => Text::new("an old page of the vendor's", "官方旧页面"),
        Confidence::Inferred => Text::new("inferred: no page prints it", "推断：没有页面列出"),
        Confidence::Own => Text::new("entered by the user", "由用户填写"),
    }
}

/// Why a cell has no price, in words.
#[must_use]
pub const fn why(hole: Hole) -> Text {
    match hole {
        Hole::Rate => Text::new("the rate is unknown", "价格未知"),
        Hole::Tier => Text::new(
            "the rate of the upper tiers is unknown",
            "较高阶梯的价格未知",
        ),
        Hole::Quantity => Text::new("the quantity is unknown", "数量未知"),
    }
}

const PERCENT: Text = Text::same("%");
const IN_GB: Text = Text::same("GB");
const DAYS: Text = Text::new("days", "天");
const NONE: Text = Text::same("");

/// What entered a line, in the order in which it is told.
#[must_use]
pub fn inputs(facts: &Facts<'_>, line: &Line) -> Vec<Input> {
    let mut out = Vec::new();
    let vault = line.vault.and_then(|index| facts.vaults.get(index));
    let source = line.source.and_then(|index| facts.sources.get(index));
    match line.kind {
        Kind::Storage | Kind::DatabaseStorage | Kind::Archive => match (source, vault) {
            (Some(source), Some(vault)) => of_source(facts, source, Some(vault), &mut out),
            (None, Some(vault)) => of_measured(facts, vault, &mut out),
            _ => {}
        },
        Kind::MirrorStorage | Kind::Replication => {
            if let Some(vault) = vault {
                if vault.doc.stored_gb.is_some() {
                    of_measured(facts, vault, &mut out);
                } else {
                    for source in storage::held_sources(facts, vault).take(MOST_SOURCES) {
                        size(source, &mut out);
                    }
                    ratio(facts, vault, &mut out);
                }
            }
            if line.kind == Kind::Replication
                && let Some(mirror) = facts.plan.mirrors.get(line.object.index)
                && line.object.kind == crate::finding::ObjectKind::Mirror
            {
                let stated = [
                    (
                        mirror.history_gb.map(|gb| gb.0),
                        "/historyGB",
                        HISTORY,
                        IN_GB,
                    ),
                    (
                        mirror.history_percent.map(|percent| percent.0),
                        "/historyPercent",
                        COPIED,
                        PERCENT,
                    ),
                ];
                for (value, path, name, unit) in stated {
                    if let Some(value) = value {
                        let given = Given::Stated(line.object, path.into());
                        out.push(input(name, value.to_string(), unit, given));
                    }
                }
            }
        }
        Kind::Snapshots | Kind::SnapshotCopies => {
            if let Some(source) = source {
                of_source(facts, source, None, &mut out);
            }
        }
        Kind::Clients | Kind::Essential | Kind::OssAccess | Kind::Restore => {
            if let Some(source) = source {
                of_item(line, source, &mut out);
            }
        }
        Kind::DatabaseRental => {
            let free = Text::new("days that are free at first", "开始的免费天数");
            out.push(input(
                free,
                line.rate.free_days.to_string(),
                DAYS,
                Given::Documented,
            ));
            if let Some(vault) = vault {
                let path = "/createdAt".into();
                let created = Text::new("created", "创建时间");
                out.push(match &vault.doc.created_at {
                    Some(at) => input(
                        created,
                        at.text.to_string(),
                        NONE,
                        Given::Stated(vault.object, path),
                    ),
                    None => input(
                        created,
                        String::from("-"),
                        NONE,
                        Given::Assumed(vault.object, path),
                    ),
                });
            }
        }
        Kind::VirusDetection | Kind::ResourcePlan | Kind::Keys => {}
    }
    out
}

/// Most sources of a mirrored vault whose sizes are listed.
const MOST_SOURCES: usize = 50;

const HISTORY: Text = Text::new("history to copy", "需复制的历史数据");
const COPIED: Text = Text::new("history copied already", "已复制的历史数据");

fn input(name: Text, value: String, unit: Text, given: Given) -> Input {
    Input {
        name,
        value,
        unit,
        given,
    }
}

fn size(source: &SourceFact<'_>, out: &mut Vec<Input>) {
    whole(
        Text::new("size", "大小"),
        source.doc.size_gb.map(|size| size.0),
        IN_GB,
        (source.object, "/sizeGB"),
        out,
    );
}

fn whole(
    name: Text,
    value: Option<u64>,
    unit: Text,
    (object, path): (ObjectRef, &'static str),
    out: &mut Vec<Input>,
) {
    out.push(match value {
        Some(value) => input(
            name,
            value.to_string(),
            unit,
            Given::Stated(object, path.into()),
        ),
        None => input(
            name,
            String::from("?"),
            unit,
            Given::Unknown(object, path.into()),
        ),
    });
}

fn of_item(line: &Line, source: &SourceFact<'_>, out: &mut Vec<Input>) {
    let sizing = source.doc.sizing.as_deref();
    match line.item {
        Item::VmwareClient => whole(
            Text::new("allocated disk size", "分配的磁盘大小"),
            sizing.and_then(|sizing| sizing.allocated_gb).map(|gb| gb.0),
            IN_GB,
            (source.object, "/sizing/allocatedGB"),
            out,
        ),
        Item::EssentialFile => whole(
            Text::new("attached block storage", "挂载的块存储"),
            sizing
                .and_then(|sizing| sizing.attached_gib)
                .map(|gib| gib.0),
            Text::same("GiB"),
            (source.object, "/sizing/attachedGiB"),
            out,
        ),
        Item::OssRequests => whole(
            Text::new("objects", "对象数量"),
            source
                .doc
                .details
                .as_deref()
                .and_then(|details| details.objects)
                .map(|objects| objects.0),
            NONE,
            (source.object, "/details/objects"),
            out,
        ),
        Item::OssRetrieval
        | Item::InternetPeak
        | Item::InternetOffPeak
        | Item::ArchiveRetrieval => {
            size(source, out);
        }
        _ => {}
    }
}

fn of_measured(facts: &Facts<'_>, vault: &VaultFact<'_>, out: &mut Vec<Input>) {
    whole(
        Text::new("measured amount", "实测存储量"),
        vault.doc.stored_gb.map(|gb| gb.0),
        IN_GB,
        (vault.object, "/storedGB"),
        out,
    );
    let of_plan = facts.plan.estimate.as_deref();
    let range = of_plan.and_then(|plan| plan.growth_percent.as_deref());
    let path = Cow::Borrowed("/estimate/growthPercentPerMonth");
    out.push(match range {
        Some(range) => input(
            GROWTH,
            growth_text(range),
            PERCENT,
            Given::Stated(ObjectRef::PLAN, path),
        ),
        None => input(
            GROWTH,
            String::from("0"),
            PERCENT,
            Given::Assumed(ObjectRef::PLAN, path),
        ),
    });
}

const GROWTH: Text = Text::new("growth a month", "每月增长");

fn of_source(
    facts: &Facts<'_>,
    source: &SourceFact<'_>,
    vault: Option<&VaultFact<'_>>,
    out: &mut Vec<Input>,
) {
    size(source, out);
    let sizing = source.doc.sizing.as_deref();
    let of_plan = facts.plan.estimate.as_deref();
    let own = sizing.and_then(|sizing| sizing.daily_change_percent.as_deref());
    let of_all = of_plan.and_then(|plan| plan.daily_change_percent.as_deref());
    let place = (own.map(percent_text), of_all.map(percent_text));
    of_two(
        Text::new("daily change", "每日变化"),
        place,
        "/dailyChangePercent",
        source.object,
        out,
    );
    let own = sizing.and_then(|sizing| sizing.same_blocks_percent.as_deref());
    let of_all = of_plan.and_then(|plan| plan.same_blocks_percent.as_deref());
    let place = (own.map(percent_text), of_all.map(percent_text));
    if place.0.is_some() || place.1.is_some() {
        let name = Text::new(
            "of which in the same blocks every day",
            "其中每天落在相同数据块上的部分",
        );
        of_two(name, place, "/sameBlocksPercent", source.object, out);
    }
    let own = sizing.and_then(|sizing| sizing.growth_percent.as_deref());
    let of_all = of_plan.and_then(|plan| plan.growth_percent.as_deref());
    let place = (own.map(growth_text), of_all.map(growth_text));
    of_two(GROWTH, place, "/growthPercentPerMonth", source.object, out);
    if let Some(vault) = vault {
        ratio(facts, vault, out);
    }
    rules(facts, source, vault, out);
}

/// What a source states, else the plan, else nobody.
fn of_two(
    name: Text,
    (own, of_all): (Option<String>, Option<String>),
    path: &'static str,
    source: ObjectRef,
    out: &mut Vec<Input>,
) {
    let of_source = Cow::Owned(["/sizing", path].concat());
    out.push(match (own, of_all) {
        (Some(value), _) => input(name, value, PERCENT, Given::Stated(source, of_source)),
        (None, Some(value)) => {
            let path = Cow::Owned(["/estimate", path].concat());
            input(name, value, PERCENT, Given::Stated(ObjectRef::PLAN, path))
        }
        (None, None) => input(
            name,
            String::from("0"),
            PERCENT,
            Given::Assumed(source, of_source),
        ),
    });
}

fn ratio(facts: &Facts<'_>, vault: &VaultFact<'_>, out: &mut Vec<Input>) {
    let name = Text::new("reduction ratio", "缩减比");
    let own = vault.doc.reduction_ratio.as_deref();
    let of_plan = facts.plan.estimate.as_deref();
    let of_all = of_plan.and_then(|plan| plan.reduction_ratio.as_deref());
    out.push(match (own, of_all) {
        (Some(range), _) => {
            let given = Given::Stated(vault.object, "/reductionRatio".into());
            input(name, ratio_text(range), NONE, given)
        }
        (None, Some(range)) => {
            let given = Given::Stated(ObjectRef::PLAN, "/estimate/reductionRatio".into());
            input(name, ratio_text(range), NONE, given)
        }
        (None, None) => {
            let given = Given::Assumed(vault.object, "/reductionRatio".into());
            input(name, String::from("1"), NONE, given)
        }
    });
}

/// The rules of policies that make the backups of a source.
fn rules(
    facts: &Facts<'_>,
    source: &SourceFact<'_>,
    vault: Option<&VaultFact<'_>>,
    out: &mut Vec<Input>,
) {
    let index = vault.map(|vault| vault.object.index);
    for binding in facts.bindings_of(source) {
        let policy = facts.policies.get(binding.policy);
        let Some(policy) = policy.filter(|_| facts.misfit(binding).is_none()) else {
            continue;
        };
        for rule in facts.rules_of(policy) {
            let writes = rule.vault.is_none() || rule.vault == index;
            if rule.kind != Some(RuleKind::Backup) || !writes {
                continue;
            }
            if let Some(schedule) = rule.doc.schedule.as_deref() {
                let given = Given::Stated(rule.object, rule.path("/schedule"));
                out.push(input(
                    Text::new("schedule", "备份计划"),
                    schedule.to_owned(),
                    NONE,
                    given,
                ));
            }
            let Some((rule, days)) = facts.retention(rule) else {
                continue;
            };
            let name = Text::new("kept for", "保留");
            out.push(if days == crate::facts::FOR_GOOD {
                let given = Given::Stated(rule.object, rule.path("/permanent"));
                input(name, String::from("∞"), DAYS, given)
            } else {
                let given = Given::Stated(rule.object, rule.path("/retentionDays"));
                input(name, days.to_string(), DAYS, given)
            });
        }
    }
}

fn text_of(expected: String, low: Option<String>, high: Option<String>) -> String {
    if low.is_none() && high.is_none() {
        return expected;
    }
    let low = low.unwrap_or_else(|| expected.clone());
    let high = high.unwrap_or_else(|| expected.clone());
    [&expected, " (", &low, "–", &high, ")"].concat()
}

fn percent_text(range: &PercentRange<'_>) -> String {
    let text = |value: crate::model::Percent| value.0.to_string();
    text_of(
        text(range.expected),
        range.low.map(text),
        range.high.map(text),
    )
}

fn growth_text(range: &GrowthRange<'_>) -> String {
    let low = range.low.map(|low| low.0.to_string());
    let high = range.high.map(|high| high.0.to_string());
    text_of(range.expected.0.to_string(), low, high)
}

fn ratio_text(range: &RatioRange<'_>) -> String {
    let low = range.low.map(|low| low.0.to_string());
    let high = range.high.map(|high| high.0.to_string());
    text_of(range.expected.0.to_string(), low, high)
}
