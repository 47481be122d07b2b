//! An estimate as a file for spreadsheets: one row a line and month. RFC 4180, in UTF-8 with a mark in front so that
//! Excel reads Chinese, and with every text guarded against being taken for a formula.

use super::formula::decimal;
use super::line::{Cell, Estimate, Line};
use crate::facts::Facts;
use crate::finding::{ObjectKind, ObjectRef};
use crate::lang::{Lang, Text};
use crate::questions::coverage::csv::push;

/// The columns: the id that stays the same in every language, and the heading.
pub const COLUMNS: [(&str, Text); 20] = [
    ("month", Text::new("month", "月份")),
    ("bill", Text::new("bill", "账单")),
    ("kind", Text::new("kind", "类别")),
    ("item", Text::new("billable item", "计费项")),
    ("objectKind", Text::new("kind of object", "对象类型")),
    ("objectId", Text::new("object id", "对象 ID")),
    ("objectName", Text::new("object", "对象")),
    ("vault", Text::new("vault", "备份库")),
    ("source", Text::new("source", "数据源")),
    ("region", Text::new("region", "地域")),
    ("quantity", Text::new("quantity", "数量")),
    ("unit", Text::new("unit", "单位")),
    ("rate", Text::new("rate", "价格")),
    ("rateFrom", Text::new("whose rate", "价格来源")),
    ("currency", Text::new("currency", "币种")),
    ("costLow", Text::new("cost, low", "费用（低）")),
    ("costExpected", Text::new("cost, expected", "费用（预期）")),
    ("costHigh", Text::new("cost, high", "费用（高）")),
    ("hole", Text::new("what is unknown", "未知项")),
    ("rateSource", Text::new("page of the rate", "价格页面")),
];

/// Writes all lines of an estimate of the plan of these facts. Each heading names its column in words and, in
/// parentheses, by its id.
#[must_use]
pub fn write(facts: &Facts<'_>, estimate: &Estimate, lang: Lang) -> String {
    let mut out = String::from("\u{feff}");
    for (number, (id, heading)) in COLUMNS.iter().enumerate() {
        push(
            &mut out,
            number,
            &[heading.get(lang), " (", id, ")"].concat(),
        );
    }
    out.push_str("\r\n");
    for line in &estimate.lines {
        for (month, cell) in line.cells.iter().enumerate() {
            row(facts, estimate, line, (month, &cell), lang, &mut out);
        }
    }
    out
}

fn row(
    facts: &Facts<'_>,
    estimate: &Estimate,
    line: &Line,
    (month, cell): (usize, &Cell),
    lang: Lang,
    out: &mut String,
) {
    let id = |kind: ObjectKind, index: Option<usize>| {
        index.map_or("", |index| facts.id(ObjectRef::new(kind, index)))
    };
    let quantity = cell
        .quantity
        .map(|quantity| decimal(quantity.expected.nano()));
    let rate = &line.rate;
    let address = rate
        .rate
        .as_ref()
        .and_then(|rate| rate.source.as_deref()?.address.as_deref());
    let texts = [
        line.bill().label().get(lang),
        line.kind.label().get(lang),
        line.item.id(),
        line.object.kind.label().get(lang),
        facts.id(line.object),
        facts.name(line.object),
        id(ObjectKind::Vault, line.vault),
        id(ObjectKind::Source, line.source),
        line.region.as_deref().unwrap_or_default(),
    ];
    out.push_str(&(month + 1).to_string());
    for text in texts {
        push(out, 1, text);
    }
    number(out, quantity.as_deref().unwrap_or_default());
    push(out, 1, line.item.unit().word());
    number(
        out,
        &rate
            .price
            .map(|price| price.to_string())
            .unwrap_or_default(),
    );
    push(out, 1, rate.from.word());
    push(out, 1, &estimate.currency);
    for cost in [cell.cost.low, cell.cost.expected, cell.cost.high] {
        number(out, &cost.to_string());
    }
    push(out, 1, cell.hole.map_or("", super::line::Hole::word));
    push(out, 1, address.unwrap_or_else(|| line.item.page()));
    out.push_str("\r\n");
}

/// A number of our own, which needs no guard: one below zero stays a number.
fn number(out: &mut String, text: &str) {
    out.push(',');
    out.push_str(text);
}
