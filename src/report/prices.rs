//! Price books in words: what a rate is, where it holds, which page prints it and of when that page is.

use crate::catalog::price_items::{Item, Unit};
use crate::catalog::regions;
use crate::lang::{Arg, Lang, Text};
use crate::model::{Book, Rate, RateSource};
use crate::text::decimal::Decimal;

/// The name of a book.
#[must_use]
pub fn book_name<'b>(book: &'b Book<'_>, lang: Lang) -> &'b str {
    let zh = book.name_zh.as_deref().filter(|_| lang == Lang::Zh);
    zh.unwrap_or(&book.name)
}

/// The remark on a book; empty when there is none.
#[must_use]
pub fn book_note<'b>(book: &'b Book<'_>, lang: Lang) -> &'b str {
    let zh = book.note_zh.as_deref().filter(|_| lang == Lang::Zh);
    zh.or(book.note.as_deref()).unwrap_or_default()
}

/// The remark on a rate; empty when there is none.
#[must_use]
pub fn note<'b>(rate: &'b Rate<'_>, lang: Lang) -> &'b str {
    let zh = rate.note_zh.as_deref().filter(|_| lang == Lang::Zh);
    zh.or(rate.note.as_deref()).unwrap_or_default()
}

/// Of when the page is that prints a rate; empty when nobody says.
#[must_use]
pub fn date(source: &RateSource<'_>, lang: Lang) -> String {
    const READ: Text = Text::new(
        "page without date, read {date}",
        "页面未注明日期，{date} 查阅",
    );
    match (source.date.as_deref(), source.read.as_deref()) {
        (Some(date), _) => date.to_owned(),
        (None, Some(read)) => READ.fill(lang, &[arg("date", read)]),
        (None, None) => String::new(),
    }
}

/// The page that prints a rate: its title and of when it is.
#[must_use]
pub fn page(source: &RateSource<'_>, lang: Lang) -> String {
    let mut text = source.title.as_deref().unwrap_or_default().to_owned();
    let date = date(source, lang);
    if !text.is_empty() && !date.is_empty() {
        text.push_str(match lang {
            Lang::En => ", ",
            Lang::Zh => "，",
        });
    }
    text.push_str(&date);
    text
}

/// The price of a unit: `0.03187 USD per GB and month`.
#[must_use]
pub fn per(price: Decimal, currency: &str, unit: Unit, lang: Lang) -> String {
    const PER: Text = Text::new(
        "{price} {currency} per {unit}",
        "{price} {currency} / {unit}",
    );
    let args = [
        arg("price", &price.to_string()),
        arg("currency", currency),
        arg("unit", unit.label().get(lang)),
    ];
    PER.fill(lang, &args)
}

/// What a price is unknown in: `unknown (USD per GB and month)`.
#[must_use]
pub fn unknown(currency: &str, unit: Unit, lang: Lang) -> String {
    const UNKNOWN: Text = Text::new(
        "unknown ({currency} per {unit})",
        "未知（{currency} / {unit}）",
    );
    let args = [
        arg("currency", currency),
        arg("unit", unit.label().get(lang)),
    ];
    UNKNOWN.fill(lang, &args)
}

/// What is counted of an item, without the time for which it is kept: `GB`.
#[must_use]
pub const fn counted(unit: Unit) -> Text {
    match unit {
        Unit::GbMonth | Unit::Gb => Text::same("GB"),
        Unit::GibDay => Text::same("GiB"),
        Unit::ClientMonth => Text::new("clients", "个客户端"),
        Unit::InstanceMonth | Unit::InstanceDay => Text::new("instances", "个实例"),
        Unit::VaultMonth => Text::new("vaults", "个备份库"),
        Unit::PolicyMonth => Text::new("policies", "个策略"),
        Unit::KeyDay => Text::new("key versions", "个密钥版本"),
        Unit::TenThousandCalls => Text::new("times 10,000 calls", "万次"),
    }
}

/// A price, or the prices of tiers; a line each. Tiers count from where the free part ends.
#[must_use]
pub fn prices(
    price: Option<Decimal>,
    tiers: &[(Decimal, Option<Decimal>)],
    currency: &str,
    unit: Unit,
    lang: Lang,
) -> Vec<String> {
    const UPTO: Text = Text::new(
        "up to {amount} {counted}: {price}",
        "{amount} {counted}以内：{price}",
    );
    const BETWEEN: Text = Text::new(
        "above {from} up to {amount} {counted}: {price}",
        "超过 {from}、{amount} {counted}以内：{price}",
    );
    const ABOVE: Text = Text::new(
        "above {from} {counted}: {price}",
        "超过 {from} {counted}：{price}",
    );
    let said = |price: Option<Decimal>| {
        price.map_or_else(
            || unknown(currency, unit, lang),
            |price| per(price, currency, unit, lang),
        )
    };
    if tiers.is_empty() {
        return vec![said(price)];
    }
    let each = tiers.iter().enumerate().map(|(at, (from, price))| {
        let end = tiers.get(at + 1).map(|(end, _)| *end);
        let text = match end {
            Some(_) if from.is_zero() => UPTO,
            Some(_) => BETWEEN,
            None => ABOVE,
        };
        let args = [
            arg("from", &from.to_string()),
            arg("amount", &end.unwrap_or(Decimal::ZERO).to_string()),
            arg("counted", counted(unit).get(lang)),
            arg("price", &said(*price)),
        ];
        text.fill(lang, &args)
    });
    each.collect()
}

/// What costs nothing; a line each, none where nothing is free.
#[must_use]
pub fn free(quota: Decimal, days: u64, unit: Unit, lang: Lang) -> Vec<String> {
    const QUOTA: Text = Text::new(
        "{amount} {counted} of it are free",
        "其中 {amount} {counted} 免费",
    );
    const DAYS: Text = Text::new("the first {days} days are free", "前 {days} 天免费");
    let mut lines = Vec::new();
    if !quota.is_zero() {
        let args = [
            arg("amount", &quota.to_string()),
            arg("counted", counted(unit).get(lang)),
        ];
        lines.push(QUOTA.fill(lang, &args));
    }
    if days > 0 {
        lines.push(DAYS.fill(lang, &[arg("days", &days.to_string())]));
    }
    lines
}

/// What a rate of a book says: its prices or whose price counts for it, and what costs nothing.
#[must_use]
pub fn rate(book: &Book<'_>, item: Item, rate: &Rate<'_>, lang: Lang) -> Vec<String> {
    const AS: Text = Text::new("as {other}", "同{other}");
    let currency = rate.currency.as_deref().unwrap_or(&book.currency);
    let other = rate.same_as.as_deref().and_then(Item::from_id);
    let mut lines = match other.filter(|_| !rate.is_priced()) {
        Some(other) => vec![AS.fill(
            lang,
            &[Arg {
                name: "other",
                value: other.title().into(),
            }],
        )],
        None => {
            let tiers: Vec<_> = rate
                .tiers
                .iter()
                .map(|tier| (tier.from.0, tier.price.map(|price| price.0)))
                .collect();
            let price = rate.price.map(|price| price.0);
            prices(price, &tiers, currency, item.unit(), lang)
        }
    };
    let quota = rate.free_quota.map_or(Decimal::ZERO, |quota| quota.0);
    let days = rate.free_days.map_or(0, |days| days.0);
    lines.extend(free(quota, days, item.unit(), lang));
    lines
}

/// Where a rate holds: in regions of its own, in all others beside such rates, or everywhere (`None`).
#[must_use]
pub fn regions(book: &Book<'_>, rate: &Rate<'_>, lang: Lang) -> Option<String> {
    const IN: Text = Text::new("in {regions}", "地域：{regions}");
    const OTHERS: Text = Text::new("in all other regions", "其他地域");
    if rate.regions.is_empty() {
        let mut of_item = book.rates.iter().filter(|other| other.item == rate.item);
        let others = of_item.any(|other| !other.regions.is_empty());
        return others.then(|| OTHERS.get(lang).to_owned());
    }
    let mut names = String::new();
    for (at, id) in rate.regions.iter().enumerate() {
        if at > 0 {
            names.push_str(match lang {
                Lang::En => ", ",
                Lang::Zh => "、",
            });
        }
        match regions::find(id) {
            Some(region) => names.push_str(region.name().get(lang)),
            None => names.push_str(id),
        }
    }
    Some(IN.fill(lang, &[arg("regions", &names)]))
}

/// The page where the vendor prints an unknown price: that of the rate, unless it only says what is free.
#[must_use]
pub fn printed_at<'r>(item: Item, rate: Option<&'r Rate<'_>>) -> &'r str {
    let rate = rate.filter(|rate| rate.confidence.is_none());
    let source = rate.and_then(|rate| rate.source.as_deref());
    let address = source.and_then(|source| source.address.as_deref());
    address.unwrap_or(item.page())
}

fn arg(name: &'static str, value: &str) -> Arg {
    Arg {
        name,
        value: value.into(),
    }
}
