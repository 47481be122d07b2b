//! What a plan costs more or less than another, line by line.

use std::borrow::Cow;
use std::io::{self, Write};

use vaultplan::cost::compare::{Balance, Comparison, Difference, compare};
use vaultplan::cost::sum::Sum;
use vaultplan::cost::{Line, Money, as_json};
use vaultplan::lang::{Arg, Lang};
use vaultplan::report::plain::Plain;

use super::human::{line_name, money};
use super::table::{self, Figure, Row};
use super::{Priced, words};
use crate::human::flat;
use crate::paint::{Paint, Tone};

/// Two estimates, and what differs.
pub(super) struct Compared<'c> {
    base: &'c Priced<'c>,
    plan: &'c Priced<'c>,
    comparison: Comparison,
}

impl<'c> Compared<'c> {
    /// Compares a plan with what it is measured against.
    pub(super) fn new(base: &'c Priced<'c>, plan: &'c Priced<'c>) -> Self {
        let before = (&base.facts, &base.estimate);
        Self {
            base,
            plan,
            comparison: compare(before, (&plan.facts, &plan.estimate)),
        }
    }

    /// The line of a difference, its plan, and whether it came, went or changed.
    fn line(&self, of: &Difference) -> Option<(&'c Priced<'c>, &'c Line, &'static str)> {
        let (of_plan, index, word) = match (of.before, of.after) {
            (None, Some(after)) => (self.plan, after, "added"),
            (Some(_), Some(after)) => (self.plan, after, "changed"),
            (Some(before), None) => (self.base, before, "removed"),
            (None, None) => return None,
        };
        Some((of_plan, of_plan.estimate.lines.get(index)?, word))
    }

    /// Writes one row for each line that differs, and one for each bill.
    ///
    /// # Errors
    /// Those of the output.
    pub(super) fn write(&self, o: &mut dyn Write, lang: Lang, paint: Paint) -> io::Result<()> {
        let file = [Arg {
            name: "file",
            value: self.base.input.name.as_str().into(),
        }];
        let head = words::COMPARED.fill(lang, &file);
        writeln!(o, "\n{}", paint.paint(Tone::Strong, &flat(&head)))?;
        if self.comparison.lines.is_empty() {
            return writeln!(o, "  {}", words::SAME.get(lang));
        }
        let n = [Arg {
            name: "n",
            value: u64::from(self.plan.estimate.months).into(),
        }];
        let head = [
            words::FIRST.get(lang).to_owned(),
            words::STEADY.fill(lang, &n),
            words::ALL.fill(lang, &n),
        ];
        let mut rows = vec![Row {
            label: String::new(),
            figures: self.shown(head.map(Figure::word)),
            tone: Some(Tone::Quiet),
        }];
        for one in &self.comparison.lines {
            let Some((of_plan, line, word)) = self.line(one) else {
                continue;
            };
            let mark = match word {
                "added" => '+',
                "removed" => '-',
                _ => '~',
            };
            let figures = [one.first, one.steady, one.total];
            rows.push(Row {
                label: format!("{mark} {}", line_name(&of_plan.facts, line, lang)),
                figures: self.shown(figures.map(|more| figure(more, one.hole.is_some(), lang))),
                tone: None,
            });
        }
        let bills = self.comparison.bills.iter();
        rows.extend(bills.map(|balance| self.balance(balance, lang)));
        table::write(o, &rows, paint)
    }

    fn shown<T>(&self, all: [T; 3]) -> Vec<T> {
        let count = if self.plan.estimate.months == 1 { 1 } else { 3 };
        all.into_iter().take(count).collect()
    }

    fn balance(&self, of: &Balance, lang: Lang) -> Row {
        // What is unknown alike in both plans makes no difference.
        let lines = self
            .comparison
            .lines
            .iter()
            .filter(|one| one.hole.is_some());
        let mut of_bill = lines.filter_map(|one| self.line(one));
        let is_open = of_bill.any(|(_, line, _)| line.bill() == of.bill);
        let sums = |(before, after): &(Sum, Sum)| {
            figure(after.cost.expected - before.cost.expected, is_open, lang)
        };
        let joint = if lang == Lang::En { ": " } else { "：" };
        let label = [
            of.bill.label().get(lang),
            joint,
            words::DIFFERENCE.get(lang),
        ];
        Row {
            label: label.concat(),
            figures: self.shown([&of.first, &of.steady, &of.total].map(sums)),
            tone: Some(Tone::Strong),
        }
    }

    /// The comparison as `vaultplan-cost-comparison/1`.
    pub(super) fn json(&self) -> Plain<'_> {
        let side = |of: &'c Priced<'c>| {
            Plain::Object(
                &["file", "currency", "months"],
                vec![
                    Plain::Text(&of.input.name),
                    Plain::Text(&of.estimate.currency),
                    Plain::Whole(u64::from(of.estimate.months)),
                ],
            )
        };
        let bills = self.comparison.bills.iter().map(|of| {
            let sums = |(before, after): &(Sum, Sum)| {
                Plain::Object(
                    &["before", "after", "more"],
                    vec![
                        as_json::sum(before),
                        as_json::sum(after),
                        number(after.cost.expected - before.cost.expected),
                    ],
                )
            };
            Plain::Object(
                &["bill", "first", "steady", "all"],
                vec![
                    Plain::Text(of.bill.word()),
                    sums(&of.first),
                    sums(&of.steady),
                    sums(&of.total),
                ],
            )
        });
        let lines = self.comparison.lines.iter().filter_map(|of| {
            let (of_plan, line, word) = self.line(of)?;
            let hole = of
                .hole
                .map_or(Plain::Absent, |hole| Plain::Text(hole.word()));
            Some(Plain::Object(
                &[
                    "change",
                    "kind",
                    "item",
                    "bill",
                    "objectKind",
                    "objectId",
                    "first",
                    "steady",
                    "all",
                    "hole",
                ],
                vec![
                    Plain::Text(word),
                    Plain::Text(line.kind.word()),
                    Plain::Text(line.item.id()),
                    Plain::Text(line.bill().word()),
                    Plain::Text(line.object.kind.word()),
                    Plain::Text(of_plan.facts.id(line.object)),
                    number(of.first),
                    number(of.steady),
                    number(of.total),
                    hole,
                ],
            ))
        });
        Plain::Object(
            &["format", "before", "after", "bills", "lines"],
            vec![
                Plain::Text("vaultplan-cost-comparison/1"),
                side(self.base),
                side(self.plan),
                Plain::List(bills.collect()),
                Plain::List(lines.collect()),
            ],
        )
    }
}

fn number<'n>(money: Money) -> Plain<'n> {
    Plain::Number(Cow::Owned(money.to_string()))
}

/// A difference, as far as it is known.
fn figure(more: Money, is_open: bool, lang: Lang) -> Figure {
    match (is_open, more == Money::ZERO) {
        (true, true) => Figure::word(words::UNKNOWN.get(lang).to_owned()),
        (true, false) => Figure::number(signed(more), words::AND_MAYBE.get(lang)),
        (false, _) => Figure::number(signed(more), ""),
    }
}

/// What is more with a plus, what is less with a minus.
fn signed(more: Money) -> String {
    let text = money(more);
    if more > Money::ZERO {
        ["+", &text].concat()
    } else {
        text
    }
}
