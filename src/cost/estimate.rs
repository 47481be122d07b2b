//! The estimate of a plan: what it states, the rates that hold, and from both the lines, kind by kind.

use std::rc::Rc;

use super::line::{Cells, Column, Estimate, Figures, Hole, Kind, Line, Note, NoteKind};
use super::mirrors::Flow;
use super::money::Amount;
use super::notes::{self, Notes, arg};
use super::points::{Change, Course, Profile, Weights};
use super::prices::{Prices, Rated};
use super::storage::Window;
use super::{MAX_MONTHS, clients, keys, mirrors, oss, plans, ranges, restores, snapshots, storage};
use crate::catalog::price_items::Item;
use crate::facts::{Facts, SourceFact, VaultFact};
use crate::finding::ObjectRef;
use crate::lang::Text;
use crate::model::sizing::DEFAULT_MONTHS;
use crate::model::{self, Within};
use crate::questions::coverage::Copies;
use crate::text::decimal::Decimal;
use crate::text::names;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// So many days may the start of an estimate lie behind: whoever began this month looks at the month as a whole.
pub const START_BEHIND_DAYS: i64 = 31;

/// What an estimate is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Over how many months, 1 to [`MAX_MONTHS`]; as the plan says when absent.
    pub months: Option<u32>,
    /// When the first month begins, in Unix seconds, where the plan does not say.
    pub now: Option<i64>,
}

/// What a plan costs at some prices.
#[must_use]
pub fn estimate(facts: &Facts<'_>, prices: &Prices<'_>, options: Options) -> Estimate {
    let stated = facts.plan.estimate.as_deref();
    let of_plan = stated.and_then(|estimate| estimate.months);
    let of_plan = of_plan.map_or(DEFAULT_MONTHS, |months| months.0) as u32;
    let months = options.months.unwrap_or(of_plan).clamp(1, MAX_MONTHS);
    let now = options.now.or(facts.now);
    let begins = stated.and_then(|estimate| estimate.start.as_ref());
    let begins = begins.map(|start| start.unix);
    let is_past = |start: &i64| now.is_some_and(|now| *start < now - START_BEHIND_DAYS * DAY);
    let start = begins.filter(|start| !is_past(start)).or(now);
    let mut builder = Builder {
        facts,
        prices: *prices,
        months,
        start,
        cases: cases(facts.plan),
        lines: Vec::new(),
        notes: Notes::default(),
        by_region: prices.by_region(),
        rates: Vec::new(),
        used: Vec::new(),
        courses: Vec::new(),
        weights: Vec::new(),
        regions: Vec::new(),
        flows: Vec::new(),
    };
    builder.check_book();
    ranges::check(facts, &mut builder.notes);
    if begins.as_ref().is_some_and(is_past) {
        let name = facts.plan.name.as_deref().unwrap_or_default();
        builder.notes.add(&notes::START_PAST, ObjectRef::PLAN, name);
    }
    for note in prices.notes() {
        builder.notes.push(note);
    }
    storage::add(&mut builder);
    let copied = !facts.mirrors.is_empty() || facts.sources.iter().any(snapshots::is_instance);
    let copies = copied.then(|| Copies::new(facts));
    mirrors::add(&mut builder, copies.as_ref());
    clients::add(&mut builder);
    snapshots::add(&mut builder, copies.as_ref());
    oss::add(&mut builder);
    keys::add(&mut builder, copies.as_ref());
    restores::add(&mut builder, copies.as_ref());
    builder.virus_detection();
    plans::add(&mut builder);
    if let Some(change) = facts.changes.first() {
        builder.notes.add(&notes::CHANGES, change.object, "");
    }
    let lines = builder.lines;
    let kind = |at: u32| lines.get(at as usize).map(|line| line.kind);
    let order = names::order(lines.len(), &|a, b| kind(a).cmp(&kind(b)));
    let mut lines: Vec<Option<Line>> = lines.into_iter().map(Some).collect();
    let take = |at: u32| lines.get_mut(at as usize).and_then(Option::take);
    Estimate {
        currency: prices.currency().to_owned(),
        book: prices.book().id.to_string(),
        months,
        start,
        lines: order.into_iter().filter_map(take).collect(),
        notes: builder.notes.finish(),
    }
}

/// Which end of its ranges a plan is counted at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Cheap,
    Expected,
    Dear,
}

/// The cases that a plan needs: one where it states no range.
fn cases(plan: &model::Topology<'_>) -> &'static [Case] {
    let of_percent = |range: &Option<Box<model::PercentRange<'_>>>| {
        range
            .as_ref()
            .is_some_and(|range| range.low.is_some() || range.high.is_some())
    };
    let of_growth = |range: &Option<Box<model::GrowthRange<'_>>>| {
        range
            .as_ref()
            .is_some_and(|range| range.low.is_some() || range.high.is_some())
    };
    let of_ratio = |range: &Option<Box<model::RatioRange<'_>>>| {
        range
            .as_ref()
            .is_some_and(|range| range.low.is_some() || range.high.is_some())
    };
    let ranges = plan.estimate.as_ref().is_some_and(|estimate| {
        of_percent(&estimate.daily_change_percent)
            || of_percent(&estimate.same_blocks_percent)
            || of_growth(&estimate.growth_percent)
            || of_ratio(&estimate.reduction_ratio)
    });
    let in_sources = || {
        let mut sizings = plan
            .sources
            .iter()
            .filter_map(|source| source.sizing.as_deref());
        sizings.any(|sizing| {
            of_percent(&sizing.daily_change_percent)
                || of_percent(&sizing.same_blocks_percent)
                || of_growth(&sizing.growth_percent)
        })
    };
    let in_vaults = || {
        plan.vaults
            .iter()
            .any(|vault| of_ratio(&vault.reduction_ratio))
    };
    if ranges || in_sources() || in_vaults() {
        &[Case::Cheap, Case::Expected, Case::Dear]
    } else {
        &[Case::Expected]
    }
}

/// Where a line stands.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) kind: Kind,
    pub(super) item: Item,
    pub(super) object: ObjectRef,
    pub(super) vault: Option<usize>,
    pub(super) source: Option<usize>,
    pub(super) region: Option<Rc<str>>,
}

/// What a line counts.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    /// For each case, its months.
    pub(super) cases: Vec<Vec<Amount>>,
    /// Whether that is all; otherwise it is the part that is known.
    pub(super) whole: bool,
}

/// Over what tiers and free parts are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// A vault.
    Vault(usize),
    /// All lines of the item, in its region when prices differ by region.
    Account,
}

/// What has been counted of an item, by case and month.
struct Used {
    item: Item,
    scope: Scope,
    region: Option<Rc<str>>,
    amounts: Vec<Vec<Amount>>,
}

/// The estimate in the making.
pub(super) struct Builder<'e, 't> {
    pub(super) facts: &'e Facts<'t>,
    prices: Prices<'e>,
    pub(super) months: u32,
    pub(super) start: Option<i64>,
    pub(super) cases: &'static [Case],
    pub(super) lines: Vec<Line>,
    pub(super) notes: Notes,
    /// The items whose rates differ by region.
    by_region: Vec<Item>,
    rates: Vec<(Item, Option<Rc<str>>, Rc<Rated>)>,
    used: Vec<Used>,
    courses: Vec<(Profile, Rc<Course>)>,
    weights: Vec<(usize, Change, Decimal, Rc<Weights>)>,
    regions: Vec<Rc<str>>,
    /// What flows into vaults that have mirrors, by vault.
    pub(super) flows: Vec<Option<(Window, Flow)>>,
}

impl<'t> Builder<'_, 't> {
    /// The day of a time, 0 for what lies before the start; `None` when the start is not known.
    pub(super) fn day_of(&self, unix: i64) -> Option<u32> {
        let after = unix.saturating_sub(self.start?).max(0);
        let days = after.saturating_add(DAY - 1) / DAY;
        Some(u32::try_from(days).unwrap_or(u32::MAX))
    }

    /// Whole days from a time to the start; `None` when it lies later, or the start is not known.
    pub(super) fn days_before(&self, unix: i64) -> Option<u64> {
        let before = self.start?.checked_sub(unix)?;
        u64::try_from(before)
            .ok()
            .map(|seconds| seconds / DAY.unsigned_abs())
    }

    /// A region id, kept once.
    pub(super) fn region(&mut self, id: Option<&str>) -> Option<Rc<str>> {
        let id = id?;
        if let Some(known) = self.regions.iter().find(|known| &***known == id) {
            return Some(Rc::clone(known));
        }
        let region: Rc<str> = id.into();
        // A plan with very many misspelt regions gets a copy for each.
        if self.regions.len() < 256 {
            self.regions.push(Rc::clone(&region));
        }
        Some(region)
    }

    /// The rate of an item in a region.
    pub(super) fn rate(&mut self, item: Item, region: Option<&Rc<str>>) -> Rc<Rated> {
        let region = region.filter(|_| self.by_region.contains(&item)).cloned();
        let known = self
            .rates
            .iter()
            .find(|(of, at, _)| *of == item && *at == region);
        if let Some((_, _, rate)) = known {
            return Rc::clone(rate);
        }
        let rate = Rc::new(self.prices.rate(item, region.as_deref()));
        self.rates.push((item, region, Rc::clone(&rate)));
        rate
    }

    /// Adds a line.
    pub(super) fn line(&mut self, head: Head, counted: Counted, scope: Scope) {
        let rate = self.rate(head.item, head.region.as_ref());
        let used = rate.is_tiered().then(|| self.used_of(&head, scope));
        let whole = counted.whole;
        let mut columns = Vec::with_capacity(counted.cases.len());
        for (case, amounts) in counted.cases.into_iter().enumerate() {
            let used = used.and_then(|used| self.used.get_mut(used)?.amounts.get_mut(case));
            columns.push(column(&rate, amounts, whole, used));
        }
        self.lines.push(Line {
            kind: head.kind,
            item: head.item,
            object: head.object,
            vault: head.vault,
            source: head.source,
            region: head.region,
            rate,
            cells: Cells::new(self.months as usize, columns),
        });
    }

    /// Where the amounts that were counted before a line are kept.
    fn used_of(&mut self, head: &Head, scope: Scope) -> usize {
        let region = head
            .region
            .clone()
            .filter(|_| self.by_region.contains(&head.item));
        let same =
            |used: &Used| used.item == head.item && used.scope == scope && used.region == region;
        // Lines of one vault follow each other.
        if let Some(place) = self.used.iter().rposition(same) {
            return place;
        }
        self.used.push(Used {
            item: head.item,
            scope,
            region,
            amounts: vec![vec![Amount::ZERO; self.months as usize]; self.cases.len()],
        });
        self.used.len() - 1
    }

    /// The weights of a profile at a change and a ratio.
    pub(super) fn weights(&mut self, course: usize, change: Change, ratio: Decimal) -> Rc<Weights> {
        let known = self
            .weights
            .iter()
            .rev()
            .take(64)
            .find(|(of, at, by, _)| *of == course && *at == change && *by == ratio);
        if let Some((.., weights)) = known {
            return Rc::clone(weights);
        }
        let weights = self
            .courses
            .get(course)
            .map(|(_, course)| course.weigh(change).reduced(ratio));
        let weights = Rc::new(weights.unwrap_or(Weights {
            months: Vec::new(),
            before: 0,
        }));
        self.weights
            .push((course, change, ratio, Rc::clone(&weights)));
        weights
    }

    /// The number of the course of a profile, which is walked once.
    pub(super) fn course(&mut self, profile: Profile) -> usize {
        // Sources of one vault follow each other.
        let known = self
            .courses
            .iter()
            .rposition(|(known, _)| *known == profile);
        known.unwrap_or_else(|| {
            let course = Rc::new(Course::new(&profile, self.months));
            self.courses.push((profile, course));
            self.courses.len() - 1
        })
    }

    /// A course by its number.
    pub(super) fn course_at(&self, number: usize) -> Option<Rc<Course>> {
        self.courses
            .get(number)
            .map(|(_, course)| Rc::clone(course))
    }

    /// Amounts that are the same in all cases.
    pub(super) fn same(&self, amounts: Vec<Amount>) -> Counted {
        Counted {
            cases: vec![amounts; self.cases.len()],
            whole: true,
        }
    }

    /// An amount that is the same in all months and cases.
    pub(super) fn always(&self, amount: Amount) -> Counted {
        self.same(vec![amount; self.months as usize])
    }

    /// A quantity that nothing tells.
    pub(super) fn unknown(&self) -> Counted {
        Counted {
            whole: false,
            ..self.always(Amount::ZERO)
        }
    }

    /// Policies that have backups searched for viruses.
    fn virus_detection(&mut self) {
        let facts = self.facts;
        for policy in &facts.policies {
            if policy.doc.virus_detection != Some(true) {
                continue;
            }
            let one = self.always(Amount::flow(storage::GB));
            let head = Head {
                kind: Kind::VirusDetection,
                item: Item::VirusDetection,
                object: policy.object,
                vault: policy.vault,
                source: None,
                region: None,
            };
            self.line(head, one, Scope::Account);
        }
    }

    /// Notes that the plan names another book than the one that it is priced with.
    fn check_book(&mut self) {
        const OTHER: Text = Text::new(
            "the plan asks for the price book {wanted}; this estimate is made with {book}",
            "方案指定价格表 {wanted}；本估算使用 {book}",
        );
        let wanted = self
            .facts
            .plan
            .estimate
            .as_ref()
            .and_then(|estimate| estimate.book.as_deref());
        let book = self.prices.book();
        if let Some(wanted) = wanted.filter(|wanted| **wanted != *book.id) {
            self.notes.push(Note {
                kind: NoteKind::Warning,
                object: ObjectRef::PLAN,
                path: "/estimate/book".into(),
                text: OTHER,
                args: vec![arg("wanted", wanted), arg("book", &book.id)],
                because: None,
                count: 1,
            });
        }
    }

    /// Picks from a range. One the wrong way round is its expected value alone; that it is was noted.
    fn pick<const MIN: u64, const MAX: u64>(
        &self,
        (low, expected, high): (
            Option<Within<MIN, MAX>>,
            Within<MIN, MAX>,
            Option<Within<MIN, MAX>>,
        ),
        end: Case,
    ) -> Decimal {
        let (low, high) = (low.unwrap_or(expected), high.unwrap_or(expected));
        if low > expected || expected > high {
            return expected.0;
        }
        match end {
            Case::Cheap => low.0,
            Case::Expected => expected.0,
            Case::Dear => high.0,
        }
    }

    /// How the data of a source changes in a case.
    pub(super) fn change(&mut self, source: &SourceFact<'t>, case: Case) -> Change {
        let gone = source.doc.gone == Some(true);
        if gone {
            return Change {
                daily: Decimal::ZERO,
                same: Decimal::ZERO,
                growth: Decimal::ZERO,
            };
        }
        let sizing = source.doc.sizing.as_deref();
        let of_plan = self.facts.plan.estimate.as_deref();
        let own = sizing.and_then(|sizing| sizing.daily_change_percent.as_deref());
        let range = own.or(of_plan.and_then(|plan| plan.daily_change_percent.as_deref()));
        let daily = match range {
            Some(range) => self.pick((range.low, range.expected, range.high), case),
            None => {
                if case == Case::Expected {
                    self.notes
                        .add(&notes::NO_CHANGE, source.object, source.name());
                }
                Decimal::ZERO
            }
        };
        let own = sizing.and_then(|sizing| sizing.same_blocks_percent.as_deref());
        let range = own.or(of_plan.and_then(|plan| plan.same_blocks_percent.as_deref()));
        // The more hits the same blocks, the less there is to keep.
        let turned = match case {
            Case::Cheap => Case::Dear,
            Case::Expected => Case::Expected,
            Case::Dear => Case::Cheap,
        };
        let same = range.map_or(Decimal::ZERO, |range| {
            self.pick((range.low, range.expected, range.high), turned)
        });
        let own = sizing.and_then(|sizing| sizing.growth_percent.as_deref());
        let range = own.or(of_plan.and_then(|plan| plan.growth_percent.as_deref()));
        let growth = match range {
            Some(range) => self.pick((range.low, range.expected, range.high), case),
            None => {
                if case == Case::Expected {
                    self.notes
                        .add(&notes::NO_GROWTH, source.object, source.name());
                }
                Decimal::ZERO
            }
        };
        Change {
            daily,
            same,
            growth,
        }
    }

    /// How the plan says that data changes where no source says more; `None` for a growth that nobody states.
    pub(super) fn change_of_plan(&mut self, case: Case) -> (Change, bool) {
        let of_plan = self.facts.plan.estimate.as_deref();
        let range = of_plan.and_then(|plan| plan.daily_change_percent.as_deref());
        let daily = range.map_or(Decimal::ZERO, |range| {
            self.pick((range.low, range.expected, range.high), case)
        });
        let range = of_plan.and_then(|plan| plan.growth_percent.as_deref());
        let grows = range.is_some();
        let growth = range.map_or(Decimal::ZERO, |range| {
            self.pick((range.low, range.expected, range.high), case)
        });
        let change = Change {
            daily,
            same: Decimal::ZERO,
            growth,
        };
        (change, grows)
    }

    /// How many times smaller a vault stores data in a case; that nobody states it is said where it matters.
    pub(super) fn ratio(&mut self, vault: &VaultFact<'t>, case: Case, matters: bool) -> Decimal {
        let own = vault.doc.reduction_ratio.as_deref();
        let of_plan = self.facts.plan.estimate.as_deref();
        let range = own.or(of_plan.and_then(|plan| plan.reduction_ratio.as_deref()));
        // The more is saved, the less it costs.
        let turned = match case {
            Case::Cheap => Case::Dear,
            Case::Expected => Case::Expected,
            Case::Dear => Case::Cheap,
        };
        let Some(range) = range else {
            if matters && case == Case::Expected {
                self.notes.add(&notes::NO_RATIO, vault.object, vault.name());
            }
            return Decimal::whole(1);
        };
        self.pick((range.low, range.expected, range.high), turned)
    }
}

/// The months of a line in one case.
fn column(
    rate: &Rated,
    amounts: Vec<Amount>,
    whole: bool,
    mut used: Option<&mut Vec<Amount>>,
) -> Column {
    let mut last: Option<Figures> = None;
    Column::new(amounts, &mut |month, amount| {
        let before = used.as_mut().and_then(|used| used.get_mut(month));
        // Without tiers, the same amount costs the same again.
        if before.is_none()
            && let Some(last) = last.filter(|last| last.amount == amount)
        {
            return last;
        }
        let so_far = before.as_ref().map_or(Amount::ZERO, |before| **before);
        let priced = rate.price(amount, so_far);
        if let Some(before) = before {
            *before += amount;
        }
        let hole = if !whole {
            Some(Hole::Quantity)
        } else if priced.priced < amount {
            Some(if rate.is_known() {
                Hole::Tier
            } else {
                Hole::Rate
            })
        } else {
            None
        };
        let figures = Figures {
            amount,
            priced: priced.priced,
            cost: priced.cost,
            hole,
        };
        last = Some(figures);
        figures
    })
}
