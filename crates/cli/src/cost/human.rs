//! The estimate for people: a table for each bill, what is missing for a total, the rates with their pages, and what
//! was assumed.

use std::io::{self, Write};
use std::rc::Rc;

use vaultplan::catalog::price_items::{Bill, Item};
use vaultplan::catalog::regions;
use vaultplan::cost::formula::{formula, noun, trust, whose, why};
use vaultplan::cost::prices::Rated;
use vaultplan::cost::sum::{Group, Grouping, Key, Sum};
use vaultplan::cost::{Amount, Hole, Line, Money, NoteKind, RateFrom};
use vaultplan::facts::Facts;
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::{Arg, Lang, Said, Text, grouped};
use vaultplan::model::{Confidence, time};
use vaultplan::report::prices;

use super::books::Chosen;
use super::table::{self, Figure, Row};
use super::{Priced, words};
use crate::human::flat;
use crate::paint::{Paint, Tone, pad, wrap};

/// Columns of prose.
const COLUMNS: usize = 100;
/// Columns of the label in front of a line.
const MARGIN: usize = 13;
/// Names that are listed of what a hole is about.
const NAMES: usize = 3;

/// An estimate with what it takes to show it.
pub(super) struct Sheet<'s> {
    priced: &'s Priced<'s>,
    chosen: &'s Chosen,
    by: Grouping,
    now: i64,
    lang: Lang,
    paint: Paint,
}

/// What is missing in the same way.
struct Missing<'e> {
    item: Item,
    hole: Hole,
    rate: &'e Rc<Rated>,
    lines: Vec<&'e Line>,
}

fn arg(name: &'static str, value: impl Into<Said>) -> Arg {
    Arg {
        name,
        value: value.into(),
    }
}

impl<'s> Sheet<'s> {
    pub(super) fn new(
        priced: &'s Priced<'s>,
        chosen: &'s Chosen,
        by: Grouping,
        now: i64,
        lang: Lang,
        paint: Paint,
    ) -> Self {
        Self {
            priced,
            chosen,
            by,
            now,
            lang,
            paint,
        }
    }

    /// Writes the estimate.
    ///
    /// # Errors
    /// Those of the output.
    pub(super) fn write(&self, o: &mut dyn Write) -> io::Result<()> {
        self.heading(o)?;
        for bill in self.priced.estimate.bills() {
            self.bill(o, bill)?;
        }
        if self.by == Grouping::Line {
            self.formulas(o)?;
        }
        self.missing(o)?;
        self.rates(o)?;
        self.notes(o, NoteKind::Warning)?;
        self.notes(o, NoteKind::Assumption)
    }

    fn say(&self, text: Text) -> &'static str {
        text.get(self.lang)
    }

    fn heading(&self, o: &mut dyn Write) -> io::Result<()> {
        let estimate = &self.priced.estimate;
        let start = estimate.start.map(time::format).unwrap_or_default();
        let start = start.split('T').next().unwrap_or_default();
        let months = words::months(estimate.months, start, self.lang);
        let edition = self.priced.facts.edition.title().get(self.lang);
        let version = env!("CARGO_PKG_VERSION");
        let head = format!("Vaultplan {version} · {edition} · {months}");
        writeln!(o, "{}", self.paint.paint(Tone::Quiet, &head))?;
        let list = &*self.chosen.list;
        let mut book = format!(
            "{} {} · {} · {}",
            self.say(words::BOOK),
            &*list.id,
            prices::book_name(list, self.lang),
            &*list.version
        );
        if let Some(file) = &self.chosen.file {
            book.push_str(" · ");
            book.push_str(&words::OWN_BOOK.fill(self.lang, &[arg("file", file.as_str())]));
        }
        writeln!(o, "{}", self.paint.paint(Tone::Quiet, &flat(&book)))
    }

    // The tables.

    fn bill(&self, o: &mut dyn Write, bill: Bill) -> io::Result<()> {
        let estimate = &self.priced.estimate;
        let joint = if self.lang == Lang::En { ", " } else { "，" };
        let title = [self.say(bill.label()), joint, &estimate.currency].concat();
        let title = self.paint.paint(Tone::Strong, &flat(&title));
        write!(o, "\n{title}")?;
        if bill != Bill::CloudBackup {
            let apart = self.paint.paint(Tone::Quiet, self.say(words::OTHER_BILL));
            write!(o, "  {apart}")?;
        }
        writeln!(o)?;
        let groups = estimate.groups(bill, self.by);
        if groups.is_empty() {
            return writeln!(o, "  {}", self.say(words::NO_LINE));
        }
        let sums = [
            estimate.first(bill),
            estimate.steady(bill),
            estimate.total(bill),
        ];
        let mut rows = vec![self.head()];
        rows.extend(groups.iter().map(|group| self.group(group)));
        rows.extend(self.sums(&sums));
        table::write(o, &rows, self.paint)
    }

    /// Of a single month, all three figures are the same.
    fn shown<T>(&self, all: [T; 3]) -> Vec<T> {
        let count = if self.priced.estimate.months == 1 {
            1
        } else {
            3
        };
        all.into_iter().take(count).collect()
    }

    fn head(&self) -> Row {
        let months = u64::from(self.priced.estimate.months);
        let n = [arg("n", months)];
        let heads = [
            self.say(words::FIRST).to_owned(),
            words::STEADY.fill(self.lang, &n),
            words::ALL.fill(self.lang, &n),
        ];
        Row {
            label: String::new(),
            figures: self.shown(heads.map(Figure::word)),
            tone: Some(Tone::Quiet),
        }
    }

    fn group(&self, group: &Group) -> Row {
        let figure = |sum: &Sum| {
            let money = money(sum.cost.expected);
            if sum.is_total() {
                Figure::number(money, "")
            } else if sum.cost.expected == Money::ZERO {
                Figure::word(self.say(words::UNKNOWN).to_owned())
            } else {
                Figure::number(money, self.say(words::AND_UNKNOWN))
            }
        };
        let figures = [&group.first, &group.steady, &group.all].map(figure);
        Row {
            label: self.key(&group.key),
            figures: self.shown(figures),
            tone: None,
        }
    }

    fn sums(&self, sums: &[Sum; 3]) -> Vec<Row> {
        let whole = sums.iter().all(Sum::is_total);
        let row = |label: Text, figures: [Figure; 3], tone| Row {
            label: self.say(label).to_owned(),
            figures: self.shown(figures),
            tone: Some(tone),
        };
        let numbers = |figures: [String; 3]| figures.map(|text| Figure::number(text, ""));
        let label = if whole { words::TOTAL } else { words::SUBTOTAL };
        let subtotals = sums.each_ref().map(|sum| {
            if sum.is_total() || sum.cost.expected != Money::ZERO {
                Figure::number(money(sum.cost.expected), "")
            } else {
                Figure::word(self.say(words::UNKNOWN).to_owned())
            }
        });
        let mut rows = vec![row(label, subtotals, Tone::Strong)];
        if sums.iter().any(|sum| sum.cost.is_range()) {
            let low = sums.each_ref().map(|sum| money(sum.cost.low));
            rows.push(row(words::LOW, numbers(low), Tone::Quiet));
            let high = sums.each_ref().map(|sum| money(sum.cost.high));
            rows.push(row(words::HIGH, numbers(high), Tone::Quiet));
        }
        if !whole {
            let covered = sums.each_ref().map(|sum| format!("{} %", sum.coverage()));
            rows.push(row(words::COVERED, numbers(covered), Tone::Undecided));
        }
        rows
    }

    fn key(&self, key: &Key) -> String {
        let named = |kind: ObjectKind, index: Option<usize>, none: Text| match index {
            Some(index) => self
                .priced
                .facts
                .name(ObjectRef::new(kind, index))
                .to_owned(),
            None => self.say(none).to_owned(),
        };
        match key {
            Key::Kind(kind) => self.say(kind.label()).to_owned(),
            Key::Vault(index) => named(ObjectKind::Vault, *index, words::NO_VAULT),
            Key::Source(index) => named(ObjectKind::Source, *index, words::NO_SOURCE),
            Key::Region(None) => self.say(words::NO_REGION).to_owned(),
            Key::Region(Some(id)) => match regions::find(id) {
                Some(region) => format!("{} ({id})", self.say(region.name())),
                None => id.to_string(),
            },
            Key::Line(index) => match self.priced.estimate.lines.get(*index) {
                Some(line) => self.line(line),
                None => String::new(),
            },
        }
    }

    fn line(&self, line: &Line) -> String {
        line_name(&self.priced.facts, line, self.lang)
    }

    fn object(&self, object: ObjectRef) -> String {
        object_name(&self.priced.facts, object, self.lang)
    }

    /// The formula of each line: of the first month, and of the last where it is another.
    fn formulas(&self, o: &mut dyn Write) -> io::Result<()> {
        let estimate = &self.priced.estimate;
        for (index, line) in estimate.lines.iter().enumerate() {
            if index == 0 {
                let head = self.say(words::FORMULAS);
                writeln!(o, "\n{}", self.paint.paint(Tone::Strong, head))?;
            }
            writeln!(o, "  {}", flat(&self.line(line)))?;
            let month = |month| formula(estimate, index, month, self.lang).unwrap_or_default();
            let (first, last) = (month(0), month(estimate.last_month()));
            self.labelled(o, words::FIRST, &first)?;
            if first != last {
                let n = [arg("n", u64::from(estimate.months))];
                self.labelled_as(o, &words::STEADY.fill(self.lang, &n), &last)?;
            }
        }
        Ok(())
    }

    // What is missing.

    fn missing(&self, o: &mut dyn Write) -> io::Result<()> {
        let estimate = &self.priced.estimate;
        let mut list: Vec<Missing<'_>> = Vec::new();
        for (index, hole) in estimate.holes() {
            let Some(line) = estimate.lines.get(index) else {
                continue;
            };
            let same = |one: &&mut Missing<'_>| {
                one.item == line.item && one.hole == hole && Rc::ptr_eq(one.rate, &line.rate)
            };
            match list.iter_mut().find(same) {
                Some(one) => one.lines.push(line),
                None => list.push(Missing {
                    item: line.item,
                    hole,
                    rate: &line.rate,
                    lines: vec![line],
                }),
            }
        }
        if list.is_empty() {
            return Ok(());
        }
        let head = self.say(words::MISSING);
        writeln!(o, "\n{}", self.paint.paint(Tone::Undecided, head))?;
        for one in &list {
            self.hole(o, one)?;
        }
        Ok(())
    }

    fn hole(&self, o: &mut dyn Write, one: &Missing<'_>) -> io::Result<()> {
        let item = one.item;
        let what = match one.hole {
            Hole::Rate => why(Hole::Rate),
            Hole::Tier => words::TIER_UNKNOWN,
            Hole::Quantity if one.rate.is_known() => words::QUANTITY_UNKNOWN,
            Hole::Quantity => words::BOTH_UNKNOWN,
        };
        let title = self.paint.paint(Tone::Strong, self.say(item.title()));
        writeln!(o, "  {title}  {}", self.say(what))?;
        let names: Vec<String> = one
            .lines
            .iter()
            .take(NAMES)
            .map(|line| self.object(line.object))
            .collect();
        let more = one.lines.len() - names.len();
        self.labelled(o, words::OF, &words::and_more(&names, more, self.lang))?;
        if one.hole != Hole::Quantity {
            self.labelled(o, words::QUANTITY, &self.quantities(one))?;
        } else if one.rate.is_known() {
            return Ok(());
        }
        let needed = [
            arg("currency", self.priced.estimate.currency.as_str()),
            arg("unit", item.unit().label()),
        ];
        self.labelled(o, words::NEEDED, &words::PER.fill(self.lang, &needed))?;
        let address = prices::printed_at(&self.chosen.list, item, one.rate.rate.as_ref());
        self.labelled(o, words::PRINTED, address)?;
        let enter = words::ENTER_RATE.fill(self.lang, &[arg("item", item.id())]);
        self.labelled(o, words::ENTER, &enter)
    }

    /// How much has no price, in the first month and in the last.
    fn quantities(&self, one: &Missing<'_>) -> String {
        let sum = |month: usize| {
            let cells = one.lines.iter().filter_map(|line| line.cells.get(month));
            cells.fold(Amount::ZERO, |sum, cell| {
                let all = cell
                    .quantity
                    .map_or(Amount::ZERO, |quantity| quantity.expected);
                sum + all.less(cell.priced.expected)
            })
        };
        let estimate = &self.priced.estimate;
        let args = [
            arg("first", amount(sum(0))),
            arg("last", amount(sum(estimate.last_month()))),
            arg("unit", noun(one.item.unit(), false)),
            arg("n", u64::from(estimate.months)),
        ];
        let text = if estimate.months == 1 {
            words::QUANTITY_ONE
        } else {
            words::QUANTITIES
        };
        text.fill(self.lang, &args)
    }

    /// A labelled line that goes on under itself.
    fn labelled(&self, o: &mut dyn Write, label: Text, text: &str) -> io::Result<()> {
        self.labelled_as(o, self.say(label), text)
    }

    fn labelled_as(&self, o: &mut dyn Write, label: &str, text: &str) -> io::Result<()> {
        let label = self.paint.paint(Tone::Quiet, &pad(label, MARGIN));
        for (at, line) in wrap(&flat(text), COLUMNS - MARGIN - 4).iter().enumerate() {
            let blank = " ".repeat(MARGIN);
            writeln!(o, "    {}{line}", if at == 0 { &label } else { &blank })?;
        }
        Ok(())
    }

    // Where the rates come from.

    fn rates(&self, o: &mut dyn Write) -> io::Result<()> {
        let mut seen: Vec<&Rc<Rated>> = Vec::new();
        for line in &self.priced.estimate.lines {
            let rate = &line.rate;
            if !rate.is_known() || seen.iter().any(|known| Rc::ptr_eq(known, rate)) {
                continue;
            }
            if seen.is_empty() {
                let head = self.say(words::RATES);
                writeln!(o, "\n{}", self.paint.paint(Tone::Strong, head))?;
            }
            seen.push(rate);
            self.rate(o, line.item, rate)?;
        }
        Ok(())
    }

    fn rate(&self, o: &mut dyn Write, item: Item, rate: &Rated) -> io::Result<()> {
        let (lang, currency) = (self.lang, self.priced.estimate.currency.as_str());
        let quiet = |text: &str| self.paint.paint(Tone::Quiet, &flat(text));
        let mut lines = prices::prices(rate.price, &rate.tiers, currency, item.unit(), lang);
        lines.extend(prices::free(
            rate.free_quota,
            rate.free_days,
            item.unit(),
            lang,
        ));
        writeln!(o, "  {}", self.say(item.title()))?;
        for line in lines {
            writeln!(o, "    {line}")?;
        }
        let own = matches!(rate.from, RateFrom::Own | RateFrom::Plan);
        let mut about: Vec<String> = own
            .then(|| self.say(whose(rate.from)).to_owned())
            .into_iter()
            .collect();
        if rate.item != item {
            let other = [arg("item", rate.item.title())];
            about.push(words::STANDS_IN.fill(lang, &other));
        }
        if let Some(confidence) = rate.confidence.filter(|one| *one != Confidence::Own) {
            about.push(self.say(trust(confidence)).to_owned());
        }
        if let Some(discount) = rate.discount {
            about.push(words::DISCOUNT.fill(lang, &[arg("percent", discount.to_string())]));
        }
        let source = rate.rate.as_ref().and_then(|rate| rate.source.as_deref());
        if let Some(source) = source {
            about.push(prices::page(source, lang));
        }
        about.retain(|part| !part.is_empty());
        for line in wrap(&flat(&about.join(" · ")), COLUMNS - 4) {
            writeln!(o, "    {}", quiet(&line))?;
        }
        if let Some(address) = source.and_then(|source| source.address.as_deref()) {
            writeln!(o, "    {}", quiet(address))?;
        }
        if rate.is_old(self.now) {
            writeln!(
                o,
                "    {}",
                self.paint.paint(Tone::Warning, self.say(words::OLD))
            )?;
        }
        Ok(())
    }

    // What was assumed.

    fn notes(&self, o: &mut dyn Write, kind: NoteKind) -> io::Result<()> {
        let (head, tone, label) = match kind {
            NoteKind::Assumption => (words::ASSUMPTIONS, Tone::Strong, words::STATE),
            NoteKind::Warning | NoteKind::Error => (words::WARNINGS, Tone::Warning, words::AT),
        };
        let mut notes = self
            .priced
            .estimate
            .notes
            .iter()
            .filter(|note| note.kind == kind)
            .peekable();
        if notes.peek().is_none() {
            return Ok(());
        }
        writeln!(o, "\n{}", self.paint.paint(tone, self.say(head)))?;
        let places = self.priced.places();
        for note in notes {
            for (at, line) in wrap(&flat(&note.say(self.lang)), COLUMNS - 4)
                .iter()
                .enumerate()
            {
                writeln!(o, "  {}{line}", if at == 0 { "- " } else { "  " })?;
            }
            let pointer = note.object.pointer(&note.path);
            let name = &self.priced.input.name;
            let place = match places.find(&pointer) {
                Some(at) => format!("{name}:{}:{} {pointer}", at.line, at.column),
                None => format!("{name} {pointer}"),
            };
            let label = if note.path.is_empty() {
                words::AT
            } else {
                label
            };
            self.labelled(o, label, place.trim_end())?;
        }
        Ok(())
    }
}

/// What a line is of: its item and the object that causes it.
pub(super) fn line_name(facts: &Facts<'_>, line: &Line, lang: Lang) -> String {
    let joint = if lang == Lang::En { ": " } else { "：" };
    let object = object_name(facts, line.object, lang);
    [line.item.title().get(lang), joint, &object].concat()
}

fn object_name(facts: &Facts<'_>, object: ObjectRef, lang: Lang) -> String {
    let name = facts.name(object);
    let kind = object.kind.label().get(lang);
    if name.is_empty() {
        kind.to_owned()
    } else {
        format!("{kind} {name}")
    }
}

/// Money with two places and its thousands apart.
pub(super) fn money(money: Money) -> String {
    let cents = money.cents();
    let size = cents.unsigned_abs();
    let whole = u64::try_from(size / 100).unwrap_or(u64::MAX);
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", grouped(whole), size % 100)
}

/// A quantity with at most three places.
fn amount(amount: Amount) -> String {
    let milli = amount.nano().saturating_add(500_000) / 1_000_000;
    let whole = grouped(u64::try_from(milli / 1_000).unwrap_or(u64::MAX));
    let places = format!("{:03}", milli % 1_000);
    match places.trim_end_matches('0') {
        "" => whole,
        places => format!("{whole}.{places}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_for_display_alone() {
        assert_eq!(money(Money::from_micro(14_036_744)), "14.04");
        assert_eq!(
            money(Money::from_micro(-1_234_567_885_000)),
            "-1,234,567.89"
        );
        assert_eq!(money(Money::ZERO), "0.00");
        assert_eq!(amount(Amount::flow(812_500_000_000)), "812.5");
        assert_eq!(amount(Amount::flow(1_234_000_000_000)), "1,234");
        assert_eq!(amount(Amount::flow(499_999)), "0");
    }
}
