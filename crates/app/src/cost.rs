//! What the view of cost holds beside the plan: how the lines are listed, which book counts, the prices of the user.
//! The estimate itself is the engine's, made when it is looked at and once for each change. Pure; natively tested.

use std::cell::OnceCell;
use std::rc::Rc;

use vaultplan::catalog::price_items::{Bill, Item};
use vaultplan::cost::books::{self, BuiltIn};
use vaultplan::cost::compare::{self, Comparison, Variant};
use vaultplan::cost::sum::{Grouping, Key, Sum};
use vaultplan::cost::{Estimate, Hole, Kind, Line, Money, Prices, as_json, csv};
use vaultplan::facts::Facts;
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::{Lang, Text};
use vaultplan::model::sizing::DEFAULT_BOOK;
use vaultplan::model::{Book, Rate, Topology};
use vaultplan::text::names;
use vaultplan::text::patch::Op;

use crate::components::field::is_within;
use crate::components::finding_card::sentence;
use crate::edit::{self, Field, Takes};
use crate::intl;
use crate::keep::Ask;
use crate::objects;
use crate::open;
use crate::page::{Effect, Heard, Page};
use crate::prices;
use crate::review;
use crate::route::{self, Route, View};
use crate::search::folded;
use crate::words::cost as words;

/// So many rows are listed at first, and more each time that more are asked for.
pub(crate) const STEP: usize = 100;

/// Plans of up to so many objects are estimated at once.
const AT_ONCE: usize = 5_000;

/// Groups of a table of so many lines stand open.
const OPEN: usize = 40;

/// How the cost is looked at: part of the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// What stands together.
    pub(crate) group: Group,
    /// The bill whose lines are listed.
    pub(crate) bill: Bill,
    /// The month that is looked at, from 1; 0 for the last.
    pub(crate) month: usize,
    /// The line that is looked at, by [`Page::line_key`]; empty for none.
    pub(crate) line: String,
}

impl Asked {
    /// As it is without choice.
    pub(crate) const PLAIN: Self = Self {
        group: Group::Kind,
        bill: Bill::CloudBackup,
        month: 0,
        line: String::new(),
    };

    /// The same with no line.
    pub(crate) fn without_line(&self) -> Self {
        Self {
            line: String::new(),
            ..*self
        }
    }

    pub(crate) fn parse(text: &str) -> Self {
        let mut asked = Self::PLAIN;
        route::query(text, &mut |name, value| match name {
            "group" => asked.group = Group::from_word(&value),
            "bill" => {
                let bill = Bill::ALL.into_iter().find(|bill| bill.word() == value);
                asked.bill = bill.unwrap_or(Bill::CloudBackup);
            }
            "month" => asked.month = value.parse().unwrap_or(0),
            "line" => asked.line = value,
            _ => {}
        });
        asked
    }

    pub(crate) fn write(&self, out: &mut String) {
        let bill = match self.bill {
            Bill::CloudBackup => "",
            other => other.word(),
        };
        let month = match self.month {
            0 => String::new(),
            month => month.to_string(),
        };
        let parts = [
            ("group", self.group.word()),
            ("bill", bill),
            ("month", &month),
            ("line", &self.line),
        ];
        route::write_query(out, &parts);
    }
}

/// What stands together in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Kind,
    Vault,
    Source,
    Region,
    None,
}

impl Group {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [(Self, &'static str, &'static Text); 5] = [
        (Self::Kind, "", words::GROUP_KIND),
        (Self::Vault, "vault", words::GROUP_VAULT),
        (Self::Source, "source", words::GROUP_SOURCE),
        (Self::Region, "region", words::GROUP_REGION),
        (Self::None, "none", words::GROUP_NONE),
    ];

    /// The word in the address; empty for the one without choice.
    pub(crate) fn word(self) -> &'static str {
        let found = Self::ALL.iter().find(|(group, ..)| *group == self);
        found.map_or("", |(_, word, _)| word)
    }

    /// The one of a word.
    pub(crate) fn from_word(word: &str) -> Self {
        let found = Self::ALL.iter().find(|(_, own, _)| *own == word);
        found.map_or(Self::Kind, |(group, ..)| *group)
    }
}

/// A column that orders the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    What,
    First,
    Month,
    All,
}

impl Column {
    /// All, each with its word in controls.
    pub(crate) const ALL: [(Self, &'static str); 4] = [
        (Self::What, "what"),
        (Self::First, "first"),
        (Self::Month, "month"),
        (Self::All, "all"),
    ];
}

/// What can happen.
#[derive(Debug)]
pub(crate) enum Msg {
    /// Sorts by a column; the other way round where it is the order already.
    Sort(Column),
    /// Sorts by the column that a control says; as the estimate has it where it says none.
    SortBy,
    /// Turns the order round.
    Turn,
    /// Lists more rows.
    More,
    /// Shows or hides the lines of a group.
    Toggle(String),
    /// Lists the lines that fit what is being typed.
    Needle,
    /// Groups as a control says.
    Group,
    /// A field of the estimate is dragged: every value on the way counts, as one step.
    Slide(Field),
    /// A key is pressed on the chart.
    Key,
    /// Estimates a large plan, after a pause.
    Estimate,
    /// Goes to where a value is stated: the object and the path from it.
    To(ObjectRef, String),
    /// Hands the estimate out for spreadsheets, or as JSON.
    Save(bool),
    /// What happens to the prices of the user.
    Prices(prices::Msg),
    /// Compares with what a control says.
    Compare,
    /// Compares with another retention, in days.
    Retention,
}

/// What a plan is compared with: itself, in another respect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Against {
    /// Nothing.
    #[default]
    Nothing,
    /// Without its mirrors.
    NoMirrors,
    /// Without archiving.
    NoArchive,
    /// With every retention of so many days.
    Retention,
    /// Another of the user's plans.
    Plan,
}

/// What stands before the id of a plan in the control.
const PLAN: &str = "plan:";

impl Against {
    /// All, each with its word and its text in the control.
    pub(crate) const ALL: [(Self, &'static str, &'static Text); 4] = [
        (Self::Nothing, "", words::COMPARE_NONE),
        (Self::NoMirrors, "no-mirrors", words::WITHOUT_MIRRORS),
        (Self::NoArchive, "no-archive", words::WITHOUT_ARCHIVE),
        (Self::Retention, "retention", words::OTHER_RETENTION),
    ];

    fn row(self) -> (&'static str, &'static Text) {
        let found = Self::ALL.iter().find(|(against, ..)| *against == self);
        found.map_or(("", words::COMPARE_NONE), |(_, word, text)| (*word, *text))
    }

    /// Its word in the control.
    pub(crate) fn word(self) -> &'static str {
        self.row().0
    }

    /// What it is called.
    pub(crate) fn text(self) -> &'static Text {
        self.row().1
    }
}

/// What is held.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// The column that orders the table; the estimate's own order without.
    pub(crate) sort: Option<Column>,
    /// Whether it is turned round.
    pub(crate) down: bool,
    /// So many rows are listed.
    pub(crate) shown: usize,
    /// What the lines are filtered by.
    pub(crate) needle: String,
    /// The groups that stand otherwise than they would.
    toggled: Vec<String>,
    /// The prices of the user.
    pub(crate) own: prices::State,
    /// What is compared with.
    pub(crate) against: Against,
    /// The retention that is compared with, in days.
    pub(crate) days: u64,
    /// The plan that is compared with: its id, and what it says as soon as that is read.
    pub(crate) other: Option<(Rc<str>, Option<Rc<Topology<'static>>>)>,
    /// The comparison, as soon as somebody looks at it.
    compared: Rc<OnceCell<Option<Other>>>,
    /// The estimate, as soon as somebody looks at it.
    made: Rc<OnceCell<Made>>,
    /// What the mirror that is being made would add, as soon as somebody looks at it.
    pub(crate) mirror: Rc<OnceCell<Option<Foreseen>>>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            sort: None,
            down: false,
            shown: STEP,
            needle: String::new(),
            toggled: Vec::new(),
            own: prices::State::default(),
            against: Against::Nothing,
            days: 30,
            other: None,
            compared: Rc::default(),
            made: Rc::default(),
            mirror: Rc::default(),
        }
    }
}

/// What each kind costs in each month.
type Kinds = Vec<(Kind, Vec<Sum>)>;

/// The estimate with what several parts of the page read from it, each made when it is first read: the line that sums
/// up needs a month alone.
#[derive(Debug)]
pub(crate) struct Made {
    /// The estimate.
    pub(crate) estimate: Estimate,
    /// Of each line, what it costs in all months.
    lines: OnceCell<Vec<Sum>>,
    /// Of each bill that has lines, its kinds with what they cost in each month.
    bills: OnceCell<Vec<(Bill, Kinds)>>,
    /// What is missing for a total.
    holes: OnceCell<Vec<Missing>>,
    /// The last month of Cloud Backup.
    steady: OnceCell<Sum>,
}

/// What has no price, of an item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Missing {
    pub(crate) item: Item,
    pub(crate) hole: Hole,
    /// How many lines.
    pub(crate) lines: usize,
    /// The first of them, by its place.
    pub(crate) first: usize,
}

/// What a line costs in a month, the first at 0.
pub(crate) fn in_month(line: &Line, month: usize) -> Sum {
    let mut sum = Sum::default();
    if let Some(cell) = line.cells.get(month) {
        sum.add(&cell);
    }
    sum
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Row {
    /// The head of a group, by its place.
    Group(usize),
    /// A line, by its place in the estimate.
    Line(usize),
}

/// Lines that stand together.
#[derive(Debug)]
pub(crate) struct Together {
    /// Tells it from the others, also after a change.
    pub(crate) key: String,
    /// What it is called.
    pub(crate) name: String,
    /// Its lines, by their places in the estimate.
    pub(crate) lines: Vec<usize>,
    /// What it costs in the first month, in the month that is looked at, and in all months.
    pub(crate) sums: [Sum; 3],
    /// Whether its lines are listed.
    pub(crate) open: bool,
}

/// The table as it is listed.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// The groups, in their order; none where nothing is grouped.
    pub(crate) groups: Vec<Together>,
    /// Every row.
    pub(crate) rows: Vec<Row>,
    /// What all of it costs.
    pub(crate) sums: [Sum; 3],
}

impl Made {
    fn new(estimate: Estimate) -> Self {
        Self {
            estimate,
            lines: OnceCell::new(),
            bills: OnceCell::new(),
            holes: OnceCell::new(),
            steady: OnceCell::new(),
        }
    }

    /// What a line costs in all months.
    fn line(&self, at: usize) -> Sum {
        let lines = self.lines.get_or_init(|| {
            let lines = self.estimate.lines.iter();
            lines.map(Line::total).collect()
        });
        lines.get(at).copied().unwrap_or_default()
    }

    /// What is missing for a total.
    pub(crate) fn holes(&self) -> &[Missing] {
        self.holes.get_or_init(|| {
            let mut holes: Vec<Missing> = Vec::new();
            for (at, hole) in self.estimate.holes() {
                let Some(line) = self.estimate.lines.get(at) else {
                    continue;
                };
                let mut known = holes.iter_mut();
                match known.find(|other| other.item == line.item && other.hole == hole) {
                    Some(other) => other.lines += 1,
                    None => holes.push(Missing {
                        item: line.item,
                        hole,
                        lines: 1,
                        first: at,
                    }),
                }
            }
            holes
        })
    }

    /// The kinds of a bill with what they cost in each month.
    pub(crate) fn kinds(&self, bill: Bill) -> &[(Kind, Vec<Sum>)] {
        let bills = self.bills.get_or_init(|| {
            let bills = self.estimate.bills().into_iter();
            bills
                .map(|bill| (bill, self.estimate.by_kind(bill)))
                .collect()
        });
        let found = bills.iter().find(|(of, _)| *of == bill);
        found.map_or(&[], |(_, kinds)| kinds)
    }

    /// What Cloud Backup costs in the last month.
    pub(crate) fn steady(&self) -> Sum {
        *self
            .steady
            .get_or_init(|| self.estimate.steady(Bill::CloudBackup))
    }

    /// What all lines of a bill cost in a month, the first at 0, or in all of them.
    fn sum(&self, bill: Bill, month: Option<usize>) -> Sum {
        let mut sum = Sum::default();
        for (_, months) in self.kinds(bill) {
            match month {
                Some(month) => months
                    .get(month)
                    .into_iter()
                    .for_each(|one| sum.add_sum(one)),
                None => months.iter().for_each(|one| sum.add_sum(one)),
            }
        }
        sum
    }

    /// The last month, the first at 0.
    fn last(&self) -> usize {
        self.estimate.last_month()
    }
}

/// The plan in another respect, beside itself.
#[derive(Debug)]
pub(crate) struct Other {
    made: Made,
    /// What comes, goes and changes.
    pub(crate) comparison: Comparison,
    /// The plan in that respect.
    pub(crate) plan: Topology<'static>,
}

impl Other {
    /// What it costs.
    pub(crate) fn estimate(&self) -> &Estimate {
        &self.made.estimate
    }
}

/// What a change of the plan adds to its cost, or takes from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Foreseen {
    /// In the first month.
    first: Money,
    /// In the last month.
    steady: Money,
    /// What it adds that has no price.
    unknown: Vec<(Item, Hole)>,
}

impl Page {
    /// The estimate is made anew when it is next looked at.
    pub(crate) fn recost(&mut self) {
        self.cost.made = Rc::default();
        self.cost.mirror = Rc::default();
        self.cost.compared = Rc::default();
    }

    /// The plan beside itself in the respect that was chosen; nothing where none was.
    pub(crate) fn compared(&self) -> Option<&Other> {
        let compared = self.cost.compared.get_or_init(|| {
            let plan = match self.cost.against {
                Against::Nothing => return None,
                Against::NoMirrors => compare::variant(self.plan(), Variant::WithoutMirrors),
                Against::NoArchive => compare::variant(self.plan(), Variant::WithoutArchive),
                Against::Retention => {
                    compare::variant(self.plan(), Variant::Retention(self.cost.days))
                }
                Against::Plan => (**self.cost.other.as_ref()?.1.as_ref()?).clone(),
            };
            let facts = Facts::new(&plan, plan.edition(), Some(self.judged.now));
            let made = Made::new(estimated(&facts, &self.cost.own));
            let here = self.judged.facts();
            let comparison = compare::compare((&here, self.estimate()), (&facts, &made.estimate));
            drop(facts);
            Some(Other {
                made,
                comparison,
                plan,
            })
        });
        compared.as_ref()
    }

    /// What another plan says, if it is the one that is compared with.
    pub(crate) fn peeked(&mut self, id: &str, plan: Option<Rc<Topology<'static>>>) {
        let cost = &mut self.cost;
        if let Some((_, there)) = cost.other.as_mut().filter(|(of, _)| **of == *id) {
            *there = plan;
            cost.compared = Rc::default();
        }
    }

    /// The plans of the user that can be compared with, each with its word in the control.
    pub(crate) fn comparable(&self) -> Vec<(String, &str)> {
        let open = &self.content().id;
        let plans = self
            .plans
            .iter()
            .filter(|info| info.id != *open && info.gone_at.is_none() && info.fault.is_none());
        let named = |name: &'_ str| !name.trim().is_empty();
        plans
            .map(|info| {
                let name = Some(info.name.as_str()).filter(|name| named(name));
                let name = name.unwrap_or_else(|| self.say(crate::words::UNTITLED));
                ([PLAN, &info.id].concat(), name)
            })
            .collect()
    }

    /// The word of what is compared with.
    pub(crate) fn against_word(&self) -> String {
        match (&self.cost.other, self.cost.against) {
            (Some((id, _)), Against::Plan) => [PLAN, id].concat(),
            (_, against) => against.word().to_owned(),
        }
    }

    /// What the other side is called.
    pub(crate) fn against_name(&self) -> String {
        let word = self.against_word();
        let plans = self.comparable();
        let plan = plans.iter().find(|(own, _)| *own == word);
        let text = self.say(self.cost.against.text());
        plan.map_or(text, |(_, name)| name).to_owned()
    }

    /// Hands the estimate out: for spreadsheets, or as JSON.
    fn save_estimate(&self, csv: bool, effects: &mut Vec<Effect>) {
        let facts = self.judged.facts();
        let (text, end) = if csv {
            (csv::write(&facts, self.estimate(), self.lang), "-cost.csv")
        } else {
            let mut text = Vec::new();
            as_json::cost(&facts, self.estimate(), self.lang).write(&mut text);
            (String::from_utf8(text).unwrap_or_default(), "-cost.json")
        };
        let name = open::file_stem(self.plan()) + end;
        effects.push(Effect::Save(name, text));
    }

    /// What a change of the plan would add to its Cloud Backup bill; nothing where it does not fit the plan.
    pub(crate) fn foresee_cost(&self, patch: &[Op]) -> Option<Foreseen> {
        let after = objects::after(self.plan(), patch)?;
        let facts = Facts::new(&after, after.edition(), Some(self.judged.now));
        let after = Made::new(estimated(&facts, &self.cost.own));
        let before = self.made();
        let bill = Bill::CloudBackup;
        let difference = |month: usize, then: usize| {
            let [after, before] = [after.sum(bill, Some(then)), before.sum(bill, Some(month))];
            after.cost.expected - before.cost.expected
        };
        let more = |hole: &&Missing| {
            let mut known = before.holes().iter();
            let known = known.find(|other| (other.item, other.hole) == (hole.item, hole.hole));
            hole.item.bill() == bill && known.is_none_or(|known| known.lines < hole.lines)
        };
        let unknown = after.holes().iter().filter(more);
        Some(Foreseen {
            first: difference(0, 0),
            steady: difference(before.last(), after.last()),
            unknown: unknown.map(|hole| (hole.item, hole.hole)).collect(),
        })
    }

    /// What the mirror that is being made would add.
    pub(crate) fn foresee_mirror(&self, patch: &[Op]) -> Option<&Foreseen> {
        let foreseen = self.cost.mirror.get_or_init(|| self.foresee_cost(patch));
        foreseen.as_ref()
    }

    /// What a change adds, in words.
    pub(crate) fn say_foreseen(&self, foreseen: &Foreseen) -> String {
        let told = |text: &Text, amount: Money| {
            let size = if amount < Money::ZERO {
                -amount
            } else {
                amount
            };
            let cost = [&money(size, self.lang), " ", self.currency()].concat();
            self.fill(text, "cost", &cost)
        };
        let mut parts = Vec::new();
        if foreseen.steady > Money::ZERO {
            parts.push(told(words::ADDS, foreseen.steady));
        } else if foreseen.steady < Money::ZERO {
            parts.push(told(words::SAVES, foreseen.steady));
        } else if foreseen.unknown.is_empty() && foreseen.first == Money::ZERO {
            parts.push(self.say(words::COSTS_SAME).to_owned());
        }
        if foreseen.first != foreseen.steady {
            let sign = if foreseen.first < Money::ZERO {
                "−"
            } else {
                "+"
            };
            let first = told(words::ADDS_FIRST, foreseen.first);
            // The sign stands before the amount, wherever the language has it.
            let size = if foreseen.first < Money::ZERO {
                -foreseen.first
            } else {
                foreseen.first
            };
            let amount = money(size, self.lang);
            parts.push(first.replacen(&amount, &[sign, &amount].concat(), 1));
        }
        if !foreseen.unknown.is_empty() {
            let named = foreseen
                .unknown
                .iter()
                .map(|(item, hole)| self.hole_name(*item, *hole));
            let comma = self.say(words::COMMA);
            let named = named.collect::<Vec<_>>().join(comma);
            parts.push(self.fill(words::UNKNOWN_IS, "what", &named));
        }
        parts.join(self.say(words::SEMICOLON))
    }

    /// What a hole is called.
    pub(crate) fn hole_name(&self, item: Item, hole: Hole) -> String {
        let text = match hole {
            Hole::Rate => words::HOLE_RATE,
            Hole::Tier => words::HOLE_TIER,
            Hole::Quantity => words::HOLE_QUANTITY,
        };
        self.fill(text, "item", self.say(&item.title()))
    }

    /// Whether the line that sums up may say what the plan costs. An estimate of a large plan takes as long as a check
    /// of it: outside its view it waits for a pause, so that no edit does.
    pub(crate) fn cost_is_known(&self) -> bool {
        let large = self.plan().object_count() > AT_ONCE;
        !large || self.route.view == View::Cost || self.cost.made.get().is_some()
    }

    /// The estimate with what is read from it.
    pub(crate) fn made(&self) -> &Made {
        self.cost.made.get_or_init(|| {
            let facts = self.judged.facts();
            Made::new(estimated(&facts, &self.cost.own))
        })
    }

    /// What the plan costs.
    pub(crate) fn estimate(&self) -> &Estimate {
        &self.made().estimate
    }

    /// The currency of the price book that counts.
    pub(crate) fn currency(&self) -> &str {
        &self.estimate().currency
    }

    /// The last month of the estimate, the first at 0.
    pub(crate) fn last_month(&self) -> usize {
        self.made().last()
    }

    /// The month that is looked at, the first at 0.
    pub(crate) fn month(&self) -> usize {
        let last = self.last_month();
        let asked = self.route.cost.month.checked_sub(1);
        asked.map_or(last, |month| month.min(last))
    }

    /// What a line costs in the first month, in the month that is looked at, and in all months.
    pub(crate) fn line_sums(&self, at: usize) -> [Sum; 3] {
        let made = self.made();
        let Some(line) = made.estimate.lines.get(at) else {
            return [Sum::default(); 3];
        };
        [
            in_month(line, 0),
            in_month(line, self.month()),
            made.line(at),
        ]
    }

    /// What all lines of a bill cost in a month, or in all of them.
    pub(crate) fn bill_sum(&self, bill: Bill, month: Option<usize>) -> Sum {
        self.made().sum(bill, month)
    }

    /// What a line is called in the address: its kind, its item, what causes it and the vault that it belongs to.
    pub(crate) fn line_key(&self, line: &Line) -> String {
        let vault = line
            .vault
            .map(|index| ObjectRef::new(ObjectKind::Vault, index));
        let vault = vault.filter(|vault| *vault != line.object);
        let vault = vault.map(|vault| self.judged.reference(vault));
        let parts = [
            line.kind.word(),
            line.item.id(),
            &self.judged.reference(line.object),
            vault.as_deref().unwrap_or_default(),
        ];
        parts.join("~")
    }

    /// The place of the line that the address names.
    pub(crate) fn chosen_line(&self) -> Option<usize> {
        let key = self.route.cost.line.as_str();
        let (kind, rest) = key.split_once('~')?;
        let (item, _) = rest.split_once('~')?;
        let item = Item::from_id(item)?;
        let fits = |line: &Line| {
            line.item == item && line.kind.word() == kind && self.line_key(line) == key
        };
        self.estimate().lines.iter().position(fits)
    }

    /// The address of a line of the table.
    pub(crate) fn line_route(&self, line: &Line) -> Route {
        let mut route = self.route.without();
        route.view = View::Cost;
        route.cost.line = self.line_key(line);
        route
    }

    /// What a line is about, in words.
    pub(crate) fn line_name(&self, line: &Line) -> String {
        match line.object.kind {
            ObjectKind::Plan => self.say(crate::words::WHOLE_PLAN).to_owned(),
            _ => edit::name(self.plan(), line.object).to_owned(),
        }
    }

    /// The table as the address asks for it.
    pub(crate) fn cost_table(&self) -> Table {
        let estimate = self.estimate();
        let needle = folded(self.cost.needle.trim());
        let asked = &self.route.cost;
        let fits = |line: &Line| {
            let text = [
                self.line_name(line).as_str(),
                self.say(&line.kind.label()),
                self.say(&line.item.title()),
                line.region.as_deref().unwrap_or_default(),
            ]
            .join(" ");
            needle.is_empty() || folded(&text).contains(&*needle)
        };
        let by = match asked.group {
            Group::Kind => Grouping::Kind,
            Group::Vault => Grouping::Vault,
            Group::Source => Grouping::Source,
            Group::Region => Grouping::Region,
            Group::None => Grouping::Line,
        };
        let mut table = Table::default();
        let mut number = 0;
        for (at, group) in estimate.groups(asked.bill, by).into_iter().enumerate() {
            let mut lines = group.lines;
            lines.retain(|at| estimate.lines.get(*at).is_some_and(&fits));
            let mut sums = [Sum::default(); 3];
            for at in &lines {
                for (sum, other) in sums.iter_mut().zip(self.line_sums(*at)) {
                    sum.add_sum(&other);
                }
            }
            for (sum, other) in table.sums.iter_mut().zip(&sums) {
                sum.add_sum(other);
            }
            if lines.is_empty() {
                continue;
            }
            number += lines.len();
            table.groups.push(Together {
                key: [asked.group.word(), &self.group_key(&group.key, at)].join(" "),
                name: self.group_name(&group.key),
                lines,
                sums,
                open: false,
            });
        }
        if asked.group == Group::None {
            let groups = std::mem::take(&mut table.groups).into_iter();
            let lines = groups.flat_map(|group| group.lines).collect();
            table.rows = self.in_order(lines).into_iter().map(Row::Line).collect();
            return table;
        }
        let open = number <= OPEN;
        for group in &mut table.groups {
            group.open = open != self.cost.toggled.contains(&group.key);
        }
        if self.cost.sort.is_some() {
            let groups = &table.groups;
            let order = names::order(groups.len(), &|a, b| {
                let [a, b] = [a, b].map(|at| groups.get(at as usize));
                let (Some(a), Some(b)) = (a, b) else {
                    return std::cmp::Ordering::Equal;
                };
                self.compare((&a.name, &a.sums), (&b.name, &b.sums))
            });
            let mut old: Vec<_> = table.groups.into_iter().map(Some).collect();
            let taken = order
                .into_iter()
                .filter_map(|at| old.get_mut(at as usize)?.take());
            table.groups = taken.collect();
        }
        for (at, group) in table.groups.iter_mut().enumerate() {
            table.rows.push(Row::Group(at));
            if group.open {
                let lines = self.in_order(std::mem::take(&mut group.lines));
                table.rows.extend(lines.iter().copied().map(Row::Line));
                group.lines = lines;
            }
        }
        table
    }

    /// What tells a group from the others, also after a change.
    fn group_key(&self, key: &Key, at: usize) -> String {
        let plan = self.plan();
        let id = |kind, index: Option<usize>| {
            let object = index.map(|index| ObjectRef::new(kind, index));
            object
                .map_or("", |object| edit::id(plan, object))
                .to_owned()
        };
        match key {
            Key::Kind(kind) => kind.word().to_owned(),
            Key::Vault(index) => id(ObjectKind::Vault, *index),
            Key::Source(index) => id(ObjectKind::Source, *index),
            Key::Region(region) => region.as_deref().unwrap_or_default().to_owned(),
            Key::Line(_) => at.to_string(),
        }
    }

    /// What a group is called.
    fn group_name(&self, key: &Key) -> String {
        let plan = self.plan();
        let named = |kind, index: Option<usize>, none: &Text| match index {
            Some(index) => edit::name(plan, ObjectRef::new(kind, index)).to_owned(),
            None => self.say(none).to_owned(),
        };
        match key {
            Key::Kind(kind) => sentence(self.say(&kind.label())),
            Key::Vault(index) => named(ObjectKind::Vault, *index, words::NO_VAULT),
            Key::Source(index) => named(ObjectKind::Source, *index, words::NO_SOURCE),
            Key::Region(Some(region)) => edit::region_name(region, self.lang),
            Key::Region(None) => self.say(words::NO_REGION).to_owned(),
            Key::Line(_) => String::new(),
        }
    }

    /// Lines in the order that was chosen.
    fn in_order(&self, lines: Vec<usize>) -> Vec<usize> {
        if self.cost.sort.is_none() {
            return lines;
        }
        let all = &self.estimate().lines;
        let of = |at: u32| {
            let at = lines.get(at as usize).copied()?;
            Some((self.line_name(all.get(at)?), self.line_sums(at)))
        };
        let order = names::order(lines.len(), &|a, b| match (of(a), of(b)) {
            (Some(a), Some(b)) => self.compare((&a.0, &a.1), (&b.0, &b.1)),
            _ => std::cmp::Ordering::Equal,
        });
        let order = order.into_iter();
        order
            .filter_map(|at| lines.get(at as usize).copied())
            .collect()
    }

    /// Names from A, money from the most; the other way round where the order is turned.
    fn compare(&self, a: (&str, &[Sum; 3]), b: (&str, &[Sum; 3])) -> std::cmp::Ordering {
        let money = |sums: &[Sum; 3]| {
            let [first, month, all] = sums.map(|sum| sum.cost.expected);
            match self.cost.sort {
                Some(Column::First) => first,
                Some(Column::Month) => month,
                _ => all,
            }
        };
        let order = match self.cost.sort {
            Some(Column::What) => a.0.cmp(b.0),
            _ => money(b.1).cmp(&money(a.1)),
        };
        if self.cost.down {
            order.reverse()
        } else {
            order
        }
    }

    /// What happens in the view of cost.
    pub(crate) fn on_cost(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        let state = &mut self.cost;
        match msg {
            Msg::Sort(column) => {
                state.down = state.sort == Some(*column) && !state.down;
                state.sort = Some(*column);
            }
            Msg::SortBy => {
                let found = Column::ALL.iter().find(|(_, word)| *word == heard.value);
                (state.sort, state.down) = (found.map(|(column, _)| *column), false);
            }
            Msg::Turn => state.down = !state.down,
            Msg::More => state.shown = state.shown.saturating_add(2 * STEP),
            Msg::Toggle(key) => {
                let number = state.toggled.len();
                state.toggled.retain(|other| other != key);
                if state.toggled.len() == number {
                    state.toggled.push(key.clone());
                }
            }
            Msg::Needle => {
                state.needle.clone_from(&heard.value);
                state.shown = STEP;
            }
            Msg::Group => {
                let mut route = self.route.clone();
                route.cost.group = Group::from_word(&heard.value);
                effects.push(Effect::Go(route));
            }
            Msg::Slide(field) => self.set(field, heard),
            Msg::Key => self.step_month(&heard.key, effects),
            Msg::Estimate => drop(self.made().steady()),
            Msg::To(object, path) => {
                // What slides is at hand.
                let here = |slider: &Slider| is_within(slider.path, path);
                if object.kind == ObjectKind::Plan && SLIDERS.iter().any(here) {
                    effects.push(Effect::Field(path.clone()));
                } else {
                    let to = review::Msg::ToField(*object, object.pointer(path));
                    self.hear_review(&to, heard, effects);
                }
            }
            Msg::Save(csv) => self.save_estimate(*csv, effects),
            Msg::Prices(msg) => self.on_prices(msg, heard, effects),
            Msg::Compare => {
                state.compared = Rc::default();
                if let Some(id) = heard.value.strip_prefix(PLAN) {
                    state.against = Against::Plan;
                    state.other = Some((id.into(), None));
                    return effects.push(Effect::Store(Ask::Peek(id.into())));
                }
                let mut all = Against::ALL.iter();
                let found = all.find(|(_, word, _)| *word == heard.value);
                state.against = found.map_or(Against::Nothing, |(against, ..)| *against);
            }
            Msg::Retention => {
                let days = heard.value.trim().parse().ok();
                self.rejected.clear();
                match days.filter(|days| (1..=MOST_DAYS).contains(days)) {
                    Some(days) => self.cost.days = days,
                    None => self.rejected.clone_from(&heard.id),
                }
                self.cost.compared = Rc::default();
            }
        }
    }

    /// Goes to another month of the chart, as the keys of a list do.
    fn step_month(&mut self, key: &str, effects: &mut Vec<Effect>) {
        let (here, last) = (self.month(), self.last_month());
        let to = match key {
            "ArrowLeft" => here.saturating_sub(1),
            "ArrowRight" => (here + 1).min(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        let mut route = self.route.clone();
        route.cost.month = to + 1;
        effects.push(Effect::Stay(route.clone()));
        effects.push(Effect::Focus(month_id(to)));
        self.route = route;
    }
}

/// Longest retention that can be compared with, in days.
pub(crate) const MOST_DAYS: u64 = 3_650;

/// Id of a month of the chart, the first at 0.
pub(crate) fn month_id(month: usize) -> String {
    ["cost-month-", &(month + 1).to_string()].concat()
}

/// The fields of the estimate that slide: its pointer, its least, its most on the slider, the step there.
pub(crate) struct Slider {
    pub(crate) id: &'static str,
    pub(crate) name: &'static Text,
    pub(crate) unit: &'static Text,
    pub(crate) about: &'static Text,
    pub(crate) path: &'static str,
    pub(crate) takes: Takes,
    /// Least, most and step of the slider: the field beside it takes all that the document holds.
    pub(crate) range: [&'static str; 3],
    /// What counts where nothing is stated.
    pub(crate) default: &'static str,
}

/// All of them, in the order in which they stand.
pub(crate) static SLIDERS: [Slider; 3] = [
    Slider {
        id: "cost-change",
        name: words::CHANGE,
        unit: words::PERCENT_A_DAY,
        about: words::CHANGE_ABOUT,
        path: "/estimate/dailyChangePercent/expected",
        takes: Takes::Decimal(0, 100),
        range: ["0", "20", "0.1"],
        default: "0",
    },
    Slider {
        id: "cost-growth",
        name: words::GROWTH,
        unit: words::PERCENT_A_MONTH,
        about: words::GROWTH_ABOUT,
        path: "/estimate/growthPercentPerMonth/expected",
        takes: Takes::Decimal(0, 1_000),
        range: ["0", "20", "0.1"],
        default: "0",
    },
    Slider {
        id: "cost-months",
        name: words::MONTHS,
        unit: words::MONTHS_UNIT,
        about: words::MONTHS,
        path: "/estimate/months",
        takes: Takes::Whole(1, 36),
        range: ["1", "36", "1"],
        default: "12",
    },
];

impl Slider {
    /// The field of the plan.
    pub(crate) fn field(&'static self) -> Field {
        Field {
            object: ObjectRef::PLAN,
            path: self.path.into(),
            word: self.name,
            takes: self.takes,
        }
    }
}

/// Money as people read it: hundredths, whole numbers grouped; what is less than half a hundredth is not nothing.
pub(crate) fn money(amount: Money, lang: Lang) -> String {
    let cents = amount.cents();
    let size = cents.unsigned_abs();
    if size == 0 && amount != Money::ZERO {
        return if amount.micro() < 0 {
            "> −0.01"
        } else {
            "< 0.01"
        }
        .to_owned();
    }
    let whole = usize::try_from(size / 100).unwrap_or(usize::MAX);
    let mut text = String::new();
    if cents < 0 {
        text.push('−');
    }
    text.push_str(&intl::number(whole, lang));
    text.push('.');
    let rest = size % 100;
    if rest < 10 {
        text.push('0');
    }
    text.push_str(&rest.to_string());
    text
}

/// A quantity in billionths as people read it: at most three places, without zeros at their end.
pub(crate) fn quantity(nano: u128, lang: Lang) -> String {
    let milli = nano.saturating_add(500_000) / 1_000_000;
    if milli == 0 && nano > 0 {
        return "< 0.001".to_owned();
    }
    let whole = usize::try_from(milli / 1_000).unwrap_or(usize::MAX);
    let mut text = intl::number(whole, lang);
    let mut rest = milli % 1_000;
    if rest > 0 {
        text.push('.');
        let mut place = 100;
        while rest > 0 {
            text.push_str(&(rest / place).to_string());
            rest %= place;
            place /= 10;
        }
    }
    text
}

/// The id of the price book that a plan names.
pub(crate) fn book_of<'p>(plan: &'p Topology<'_>) -> &'p str {
    let estimate = plan.estimate.as_deref();
    let named = estimate.and_then(|estimate| estimate.book.as_deref());
    named.unwrap_or(DEFAULT_BOOK)
}

/// The price book that counts for a plan: of a name that nobody knows, the default one, as the estimate says.
fn book_for(plan: &Topology<'_>) -> Option<&'static Book<'static>> {
    books::find(book_of(plan)).or_else(|| books::find(DEFAULT_BOOK))
}

/// Ids and names of the price books.
pub(crate) fn books(lang: Lang) -> Vec<(&'static str, String)> {
    let all = books::BUILT_IN.iter().filter_map(BuiltIn::book);
    all.map(|book| (&*book.id, named(book, lang))).collect()
}

fn named(book: &Book<'_>, lang: Lang) -> String {
    let zh = book.name_zh.as_deref().filter(|_| lang == Lang::Zh);
    [zh.unwrap_or(&book.name), ", ", &book.version].concat()
}

/// The name of the book that counts.
pub(crate) fn book_name(page: &Page) -> String {
    book_for(page.plan()).map_or_else(String::new, |book| named(book, page.lang))
}

/// What the vendor's list says of an item, in all regions.
pub(crate) fn list_rate(page: &Page, item: Item) -> Option<&'static Rate<'static>> {
    let rates = book_for(page.plan())?.rates.iter();
    let mut of = rates.filter(|rate| *rate.item == *item.id() && rate.regions.is_empty());
    of.next()
}

/// Whether the list has prices of an item for some regions.
pub(crate) fn is_listed_by_region(page: &Page, item: Item) -> bool {
    book_for(page.plan()).is_some_and(|book| {
        let mut rates = book.rates.iter();
        rates.any(|rate| *rate.item == *item.id() && rate.is_priced() && !rate.regions.is_empty())
    })
}

/// The field that names the price book.
pub(crate) fn book_field() -> Field {
    Field {
        object: ObjectRef::PLAN,
        path: "/estimate/book".into(),
        word: words::BOOK,
        takes: Takes::Text,
    }
}

fn estimated(facts: &Facts<'_>, own: &prices::State) -> Estimate {
    let Some(book) = book_for(facts.plan) else {
        return Estimate {
            currency: String::new(),
            book: String::new(),
            months: 1,
            start: None,
            lines: Vec::new(),
            notes: Vec::new(),
        };
    };
    let prices = Prices::new(book, own.of(&book.currency), facts.plan);
    vaultplan::cost::estimate(facts, &prices, vaultplan::cost::Options::default())
}

#[cfg(test)]
mod tests {
    use vaultplan::cost::Money;

    use super::*;
    use crate::edit::Pair;
    use crate::keeper::Opened;
    use crate::page::{self, Told};
    use crate::prefs::Theme;
    use crate::state::Content;

    /// A page with the pair that its first door makes.
    pub(crate) fn pair() -> Page {
        let plan = Pair::default().plan("cn-shanghai", Lang::En);
        opened(plan)
    }

    fn opened(plan: Topology<'static>) -> Page {
        let mut page = Page::new(Lang::En, Theme::System, Route::COST, 1_795_248_000);
        let content = Content::new("p1", plan);
        let told = Told::Loaded(Box::new(Opened::new(content)));
        send(&mut page, page::Msg::Told(told), "");
        page
    }

    fn three() -> Page {
        let text = include_str!("../../../examples/three-vaults.json");
        opened(vaultplan::model::read_text(text).unwrap().into_owned())
    }

    fn send(page: &mut Page, msg: page::Msg, value: &str) -> Vec<Effect> {
        let heard = Heard {
            id: "control".to_owned(),
            value: value.to_owned(),
            now: 1_795_248_000,
            ..Heard::default()
        };
        let mut effects = Vec::new();
        page.update(&msg, &heard, &mut effects);
        effects
    }

    fn cost(page: &mut Page, msg: Msg, value: &str) -> Vec<Effect> {
        send(page, page::Msg::Cost(msg), value)
    }

    fn price(page: &mut Page, item: Item, value: &str) -> Vec<Effect> {
        cost(page, Msg::Prices(prices::Msg::Price(item)), value)
    }

    fn first(page: &Page) -> Sum {
        page.bill_sum(Bill::CloudBackup, Some(0))
    }

    #[test]
    fn one_entry_turns_the_pair_of_the_door_into_a_total() {
        let mut page = pair();
        assert!(!first(&page).is_total() && !page.bill_sum(Bill::CloudBackup, None).is_total());
        let made = page.made();
        let missing: Vec<_> = made
            .holes()
            .iter()
            .map(|hole| (hole.item, hole.hole))
            .collect();
        assert_eq!(missing, [(Item::ReplicationTraffic, Hole::Rate)]);
        let before = first(&page).cost.expected;
        let effects = price(&mut page, Item::ReplicationTraffic, " 0.07 ");
        assert!(matches!(
            effects.as_slice(),
            [Effect::Store(Ask::Prices(_)), ..]
        ));
        assert!(first(&page).is_total() && page.bill_sum(Bill::CloudBackup, None).is_total());
        assert_eq!(first(&page).coverage(), 100);
        // 500 GB of history at 0.07.
        let traffic = first(&page).cost.expected - before;
        assert_eq!(traffic, Money::from_micro(35_000_000));
        let whose = page.estimate().lines.iter().map(|line| line.rate.from);
        assert!(
            whose
                .clone()
                .any(|from| from == vaultplan::cost::RateFrom::Own)
        );
        // The plan knows nothing of it, and it is no step of the plan.
        assert!(page.plan().estimate.is_none() && page.state.past.is_empty());
    }

    #[test]
    fn a_price_that_is_none_stays_in_its_field() {
        let mut page = pair();
        for wrong in ["cheap", "-1", "0,07", "0.0000000000001", "1e13"] {
            assert!(
                price(&mut page, Item::ReplicationTraffic, wrong).is_empty(),
                "{wrong}"
            );
            assert_eq!(page.rejected, "control", "{wrong}");
            assert_eq!(page.cost.own.number("USD"), 0);
        }
        price(&mut page, Item::ReplicationTraffic, "0");
        assert!(page.rejected.is_empty() && first(&page).is_total());
        price(&mut page, Item::ReplicationTraffic, "");
        assert!(!first(&page).is_total() && page.cost.own.books == [None, None]);
    }

    #[test]
    fn dragging_is_one_step_and_each_value_counts() {
        let mut page = three();
        let [_, growth, months] = [0, 1, 2].map(|at| &SLIDERS[at]);
        let mut sums = Vec::new();
        for value in ["0.5", "1", "2.5"] {
            cost(&mut page, Msg::Slide(growth.field()), value);
            sums.push(page.bill_sum(Bill::CloudBackup, Some(11)).cost.expected);
        }
        assert!(sums[0] < sums[1] && sums[1] < sums[2], "{sums:?}");
        assert_eq!(page.state.past.len(), 1);
        let stated = page
            .plan()
            .estimate
            .as_ref()
            .unwrap()
            .growth_percent
            .as_ref();
        assert_eq!(stated.unwrap().expected.0.to_string(), "2.5");
        cost(&mut page, Msg::Slide(months.field()), "3");
        assert_eq!(page.last_month(), 2);
        cost(&mut page, Msg::Slide(months.field()), "37");
        assert_eq!(page.last_month(), 2);
        send(&mut page, page::Msg::Undo, "");
        send(&mut page, page::Msg::Undo, "");
        assert!(page.plan().estimate.is_none() && page.last_month() == 11);
    }

    #[test]
    fn the_books_are_lists_of_their_own_and_so_are_the_prices_of_the_user() {
        let mut page = pair();
        price(&mut page, Item::ReplicationTraffic, "0.07");
        send(&mut page, page::Msg::Set(book_field()), "cloud-backup-cny");
        assert_eq!(page.currency(), "CNY");
        assert_eq!(page.cost.own.rate("CNY", Item::ReplicationTraffic), None);
        let traffic = |page: &Page| {
            let lines = page.estimate().lines.iter();
            let mut of = lines.filter(|line| line.kind == Kind::Replication);
            of.next()
                .and_then(|line| line.rate.price)
                .map(|price| price.to_string())
        };
        assert_eq!(traffic(&page).as_deref(), Some("0.5"));
        price(&mut page, Item::ReplicationTraffic, "0.4");
        assert_eq!(traffic(&page).as_deref(), Some("0.4"));
        send(&mut page, page::Msg::Set(book_field()), "cloud-backup-usd");
        assert_eq!(traffic(&page).as_deref(), Some("0.07"));
    }

    #[test]
    fn every_sum_of_the_table_is_that_of_its_lines_however_they_are_put_together() {
        let mut page = three();
        for bill in Bill::ALL {
            let whole = [
                page.bill_sum(bill, Some(0)),
                page.bill_sum(bill, Some(page.month())),
                page.bill_sum(bill, None),
            ];
            for (group, ..) in Group::ALL {
                (page.route.cost.group, page.route.cost.bill) = (group, bill);
                let table = page.cost_table();
                assert_eq!(table.sums, whole, "{group:?} {bill:?}");
                let mut sums = [Sum::default(); 3];
                for group in &table.groups {
                    for (sum, other) in sums.iter_mut().zip(&group.sums) {
                        sum.add_sum(other);
                    }
                }
                assert!(group == Group::None || sums == whole, "{group:?} {bill:?}");
                let lines = table.rows.iter().filter(|row| matches!(row, Row::Line(_)));
                assert_eq!(lines.count(), page.estimate().of(bill).count());
            }
        }
    }

    #[test]
    fn a_group_is_shown_and_hidden_and_stays_so() {
        let mut page = three();
        let all = page.cost_table();
        let key = all.groups[0].key.clone();
        cost(&mut page, Msg::Toggle(key.clone()), "");
        let table = page.cost_table();
        assert!(!table.groups[0].open && table.rows.len() < all.rows.len());
        assert_eq!(table.sums, all.sums);
        cost(&mut page, Msg::Toggle(key), "");
        assert_eq!(page.cost_table().rows, all.rows);
    }

    #[test]
    fn lines_are_sorted_and_filtered() {
        let mut page = three();
        page.route.cost.group = Group::None;
        let money = |page: &Page| {
            let rows = page.cost_table().rows.into_iter();
            let lines = rows.filter_map(|row| match row {
                Row::Line(at) => Some(page.line_sums(at)[2].cost.expected),
                Row::Group(_) => None,
            });
            lines.collect::<Vec<_>>()
        };
        cost(&mut page, Msg::Sort(Column::All), "");
        let dear = money(&page);
        assert!(
            dear.len() > 2 && dear.is_sorted_by(|a, b| a >= b),
            "{dear:?}"
        );
        cost(&mut page, Msg::Sort(Column::All), "");
        assert!(money(&page).is_sorted());
        cost(&mut page, Msg::Needle, "ERP");
        let some = money(&page).len();
        assert!(some > 0 && some < dear.len());
        cost(&mut page, Msg::Needle, "nothing is called so");
        assert!(page.cost_table().rows.is_empty());
        cost(&mut page, Msg::Needle, "");
        cost(&mut page, Msg::SortBy, "");
        assert_eq!(page.cost.sort, None);
    }

    #[test]
    fn every_line_has_an_address_of_its_own_that_leads_to_it() {
        let mut page = three();
        let number = page.estimate().lines.len();
        assert!(number > 5);
        for at in 0..number {
            let route = page.line_route(&page.estimate().lines[at]);
            page.route = Route::parse(&route.fragment());
            assert_eq!(page.route, route);
            assert_eq!(page.chosen_line(), Some(at), "{}", route.fragment());
        }
        page.route = Route::parse("#/cost?line=storage~vault-storage~nobody~");
        assert_eq!(page.chosen_line(), None);
        // Another selection lets the line go, and keeps how the cost is looked at.
        page.route = Route::parse("#/cost?group=vault&bill=ecs&month=3&line=x");
        assert_eq!(
            page.route.with("v".to_owned()).fragment(),
            "#/cost/v?group=vault&bill=ecs&month=3"
        );
        assert_eq!(
            Route::parse("#/cost?group=x&bill=x&month=x").cost,
            Asked::PLAIN
        );
    }

    #[test]
    fn keys_go_along_the_months() {
        let mut page = pair();
        let mut press = |key: &str| {
            let heard = Heard {
                key: key.to_owned(),
                ..Heard::default()
            };
            let mut effects = Vec::new();
            page.update(&page::Msg::Cost(Msg::Key), &heard, &mut effects);
            (page.month(), effects.len())
        };
        assert_eq!(press("ArrowRight").0, 11);
        assert_eq!(press("ArrowLeft"), (10, 2));
        assert_eq!(press("Home").0, 0);
        assert_eq!(press("ArrowLeft").0, 0);
        assert_eq!(press("End").0, 11);
        assert_eq!(press("Enter"), (11, 0));
    }

    #[test]
    fn a_change_says_what_it_adds_and_what_of_it_is_unknown() {
        let page = {
            let pair = Pair::default();
            opened(pair.vault())
        };
        let facts = page.judged.facts();
        let new = crate::edit::NewMirror {
            region: "cn-shanghai".to_owned(),
            ..crate::edit::NewMirror::default()
        };
        let patch = edit::add_mirror(&facts, &facts.vaults[0], &new).0.patch;
        let foreseen = page.foresee_cost(&patch).unwrap();
        let said = page.say_foreseen(&foreseen);
        assert_eq!(
            said,
            "Adds 15.94 USD a month; unknown: rate of cross-region replication traffic"
        );
        let gone = vec![Op::remove("/vaults/0")];
        let said = page.say_foreseen(&page.foresee_cost(&gone).unwrap());
        assert_eq!(said, "Saves 15.94 USD a month");
        let named = vec![Op::set("/name", "x")];
        let said = page.say_foreseen(&page.foresee_cost(&named).unwrap());
        assert_eq!(said, "Costs the same a month");
        assert_eq!(page.foresee_cost(&[Op::remove("/vaults/7")]), None);
    }

    #[test]
    fn money_and_quantities_are_written_for_people_without_losing_what_is_small() {
        for (micro, text) in [
            (0, "0.00"),
            (1, "< 0.01"),
            (-1, "> −0.01"),
            (4_999, "< 0.01"),
            (5_000, "0.01"),
            (12_400_000, "12.40"),
            (1_234_567_891_234, "1,234,567.89"),
            (-2_500_000, "−2.50"),
        ] {
            assert_eq!(money(Money::from_micro(micro), Lang::En), text, "{micro}");
        }
        for (nano, text) in [
            (0, "0"),
            (1, "< 0.001"),
            (812_500_000_000, "812.5"),
            (1_050_000_000, "1.05"),
            (12_345_000_400_000, "12,345"),
        ] {
            assert_eq!(quantity(nano, Lang::En), text, "{nano}");
        }
    }

    #[test]
    fn a_large_plan_is_estimated_after_a_pause_and_at_once_in_its_view() {
        let mut plan = Topology::empty();
        let vault = Pair::default().vault().vaults[0].clone();
        plan.vaults = vec![vault; AT_ONCE + 1];
        let mut page = opened(plan);
        page.route = Route::PLAN;
        let rename =
            |page: &mut Page, name: &str| send(page, page::Msg::Set(Field::PLAN_NAME), name);
        assert!(rename(&mut page, "x").contains(&Effect::Estimate) && !page.cost_is_known());
        let effects = cost(&mut page, Msg::Estimate, "");
        assert!(page.cost_is_known() && !effects.contains(&Effect::Estimate));
        page.route = Route::COST;
        assert!(!rename(&mut page, "y").contains(&Effect::Estimate) && page.cost_is_known());
        assert!(!rename(&mut pair(), "x").contains(&Effect::Estimate));
    }

    #[test]
    fn another_plan_of_the_user_is_read_and_compared_without_being_opened() {
        let mut page = pair();
        let effects = cost(&mut page, Msg::Compare, "plan:p2");
        assert_eq!(effects, [Effect::Store(Ask::Peek("p2".into()))]);
        assert!(page.compared().is_none() && page.against_word() == "plan:p2");
        let vault = Rc::new(Pair::default().vault());
        let tell = |page: &mut Page, id: &str| {
            let told = Told::Peeked(id.into(), Some(vault.clone()));
            send(page, page::Msg::Told(told), "");
        };
        // What was asked for before counts no longer.
        tell(&mut page, "p1");
        assert!(page.compared().is_none());
        tell(&mut page, "p2");
        let compared = page.compared().unwrap();
        assert!(compared.comparison.comparable);
        let gone = compared
            .comparison
            .lines
            .iter()
            .filter(|line| line.after.is_none());
        assert_eq!(gone.count(), 2);
        send(&mut page, page::Msg::Set(book_field()), "cloud-backup-cny");
        assert!(!page.compared().unwrap().comparison.comparable);
        cost(&mut page, Msg::Compare, "");
        assert!(page.compared().is_none());
    }

    #[test]
    fn the_plan_beside_itself_says_what_comes_and_goes() {
        let mut page = pair();
        cost(&mut page, Msg::Compare, "no-mirrors");
        let gone = |page: &Page| {
            let lines = page.compared().unwrap().comparison.lines.iter();
            lines.filter(|line| line.after.is_none()).count()
        };
        assert_eq!(gone(&page), 2);
        cost(&mut page, Msg::Compare, "retention");
        cost(&mut page, Msg::Retention, "7");
        assert_eq!((page.cost.days, gone(&page)), (7, 0));
        for wrong in ["0", "x", "99999", ""] {
            cost(&mut page, Msg::Retention, wrong);
            assert_eq!(
                (page.cost.days, page.rejected.as_str()),
                (7, "control"),
                "{wrong}"
            );
        }
    }
}
