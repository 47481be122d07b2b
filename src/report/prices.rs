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
        "{amount} {counted} 以内：{price}",
    );
    const BETWEEN: Text = Text::new(
        "above {from} up to {amount} {counted}: {price}",
        "超过 {from}、{amount} {counted} 以内：{price}",
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

/// The page where the vendor prints an unknown price: that of the rate unless it only says what is free, then one that
/// the book names for another unknown price of the same bill.
#[must_use]
pub fn printed_at<'r>(book: &'r Book<'_>, item: Item, rate: Option<&'r Rate<'_>>) -> &'r str {
    let same_bill =
        |rate: &&Rate<'_>| Item::from_id(&rate.item).is_some_and(|one| one.bill() == item.bill());
    let others = book.rates.iter().filter(same_bill);
    let unprinted = rate
        .into_iter()
        .chain(others)
        .filter(|rate| rate.confidence.is_none() && !rate.is_priced());
    let mut sources = unprinted.filter_map(|rate| rate.source.as_deref());
    let address = sources.find_map(|source| source.address.as_deref());
    address.unwrap_or(item.page())
}

fn arg(name: &'static str, value: &str) -> Arg {
    Arg {
        name,
        value: value.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read_book;

    const BOOK: &str = r#"{"format": "vaultplan-prices/1", "id": "b", "name": "B", "currency": "CNY", "version": "2026",
        "rates": [
            {"item": "vault-storage", "source": {"address": "https://example.com/list"}},
            {"item": "mirror-storage", "sameAs": "vault-storage"},
            {"item": "essential-file", "freeQuota": 100, "confidence": "official-current",
             "source": {"title": "Rules", "address": "https://example.com/rules", "date": "2025-11-18"}},
            {"item": "database-storage", "freeDays": 30,
             "tiers": [{"from": 0, "price": 2}, {"from": 5, "price": 1.5}, {"from": 50}],
             "source": {"title": "Page", "read": "2026-11"}},
            {"item": "snapshot-storage", "price": 0.1, "regions": ["cn-hangzhou", "cn-nowhere"]},
            {"item": "snapshot-storage"}
        ]}"#;

    #[test]
    fn rates_are_said_in_both_languages() {
        let book = read_book(BOOK).unwrap();
        let said = |at: usize, lang| {
            let one = &book.rates[at];
            rate(&book, Item::from_id(&one.item).unwrap(), one, lang)
        };
        assert_eq!(said(0, Lang::En), ["unknown (CNY per GB and month)"]);
        assert_eq!(said(1, Lang::Zh), ["同备份库存储"]);
        assert_eq!(
            said(2, Lang::En),
            ["unknown (CNY per GiB and day)", "100 GiB of it are free"]
        );
        assert_eq!(
            said(3, Lang::En),
            [
                "up to 5 GB: 2 CNY per GB and month",
                "above 5 up to 50 GB: 1.5 CNY per GB and month",
                "above 50 GB: unknown (CNY per GB and month)",
                "the first 30 days are free",
            ]
        );
        assert_eq!(
            said(3, Lang::Zh),
            [
                "5 GB 以内：2 CNY / GB·月",
                "超过 5、50 GB 以内：1.5 CNY / GB·月",
                "超过 50 GB：未知（CNY / GB·月）",
                "前 30 天免费",
            ]
        );
        let held = |at: usize, lang| regions(&book, &book.rates[at], lang);
        let named = held(4, Lang::En).unwrap();
        assert!(
            named.contains("Hangzhou") && named.contains("cn-nowhere"),
            "{named}"
        );
        assert_eq!(held(5, Lang::En).as_deref(), Some("in all other regions"));
        assert_eq!(held(0, Lang::En), None);
        let dated = |at: usize, lang| page(book.rates[at].source.as_deref().unwrap(), lang);
        assert_eq!(dated(2, Lang::En), "Rules, 2025-11-18");
        assert_eq!(dated(3, Lang::Zh), "Page，页面未注明日期，2026-11 查阅");
        assert_eq!(dated(0, Lang::En), "");
    }

    #[test]
    fn an_unknown_price_is_looked_for_where_the_book_says() {
        let book = read_book(BOOK).unwrap();
        let at = |item: Item| {
            let of_item = book.rates.iter().find(|rate| *rate.item == *item.id());
            printed_at(&book, item, of_item)
        };
        assert_eq!(at(Item::VaultStorage), "https://example.com/list");
        // That page says what is free, and no price: the book names another one for the same bill.
        assert_eq!(at(Item::EssentialFile), "https://example.com/list");
        // Nothing of the book is of that bill.
        assert_eq!(at(Item::KmsKey), Item::KmsKey.page());
    }
}
