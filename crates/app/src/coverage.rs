//! What the table of coverage and the encryption matrix hold beside the plan: the order, how much is listed, which
//! outcome is looked at. Pure; natively tested.

use vaultplan::questions::coverage::say::{Column, sorted};
use vaultplan::questions::coverage::{Row, csv};

use crate::open;
use crate::page::{Effect, Heard, Page};
use crate::route::Filter;

/// So many rows are listed at first, and more each time that more are asked for.
pub(crate) const STEP: usize = 100;

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Msg {
    /// Sorts by a column; the other way round where it is the order already.
    Sort(Column),
    /// Sorts by the column whose id a control says; in the plan's order where it says none.
    SortBy,
    /// Turns the order round.
    Turn,
    /// Lists more rows.
    More,
    /// Hands the listed sources to the user as a file for spreadsheets.
    Csv,
    /// Lists the pairs of an outcome, by its place among [`crate::views::encryption::OUTCOMES`]; all without.
    Outcome(Option<usize>),
}

/// What is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State {
    /// The column that orders the table; the plan's own order without.
    pub(crate) sort: Option<Column>,
    /// Whether it is turned round.
    pub(crate) down: bool,
    /// So many rows are listed.
    pub(crate) shown: usize,
    /// The outcome whose pairs are listed.
    pub(crate) outcome: Option<usize>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            sort: None,
            down: false,
            shown: STEP,
            outcome: None,
        }
    }
}

impl Page {
    /// What happens in the table of coverage or the encryption matrix.
    pub(crate) fn on_coverage(&mut self, msg: Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        let state = &mut self.coverage;
        match msg {
            Msg::Sort(column) => {
                state.down = state.sort == Some(column) && !state.down;
                state.sort = Some(column);
            }
            Msg::SortBy => {
                let mut all = Column::ALL.into_iter();
                (state.sort, state.down) = (all.find(|c| c.id() == heard.value), false);
            }
            Msg::Turn => state.down = !state.down,
            Msg::More => state.shown = state.shown.saturating_add(2 * STEP),
            Msg::Outcome(outcome) => state.outcome = outcome,
            Msg::Csv => {
                let facts = self.judged.facts();
                let mut rows = self.covered().into_iter();
                let text = csv::write_rows(&facts, &mut rows, self.lang);
                let name = open::file_stem(self.plan()) + "-coverage.csv";
                effects.push(Effect::Save(name, text));
            }
        }
    }

    /// The sources that the address asks for, in the order that was chosen.
    pub(crate) fn covered(&self) -> Vec<&Row> {
        let table = self.judged.coverage();
        let fits = |row: &&Row| match self.route.filter {
            Filter::Offsite(answer) => row.offsite == answer,
            _ => true,
        };
        let Some(column) = self.coverage.sort else {
            let rows = table.rows.iter();
            return if self.coverage.down {
                rows.rev().filter(fits).collect()
            } else {
                rows.filter(fits).collect()
            };
        };
        let facts = self.judged.facts();
        let order = sorted(&facts, table, column, self.coverage.down, self.lang);
        let rows = order.into_iter().filter_map(|at| table.rows.get(at));
        rows.filter(fits).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use vaultplan::lang::Lang;
    use vaultplan::model;
    use vaultplan::questions::coverage::Answer;

    use super::*;
    use crate::judged::Judged;
    use crate::page;
    use crate::prefs::Theme;
    use crate::route::{Route, View};

    fn page() -> Page {
        let text = include_str!("../../../tests/golden/coverage/every-answer.json");
        let plan = model::read_text(text).unwrap().into_owned();
        let mut page = Page::new(Lang::En, Theme::System, Route::of(View::Coverage), 0);
        page.judged = Rc::new(Judged::new(Rc::new(plan), 1_795_248_000));
        page
    }

    fn send(page: &mut Page, msg: Msg, value: &str) -> Vec<Effect> {
        let heard = Heard {
            value: value.to_owned(),
            ..Heard::default()
        };
        let mut effects = Vec::new();
        page.on_coverage(msg, &heard, &mut effects);
        effects
    }

    fn names(page: &Page) -> Vec<&str> {
        let rows = page.covered().into_iter();
        let plan = &page.judged.plan;
        rows.map(|row| crate::edit::name(plan, row.source))
            .collect()
    }

    #[test]
    fn the_address_says_which_sources_are_listed() {
        let mut page = page();
        assert_eq!(names(&page).len(), 8);
        page.route = Route::parse("#/coverage/without");
        assert_eq!(
            names(&page),
            ["legacy-vm", "=office share", "orders", "build server"]
        );
        page.route = Route::parse("#/coverage/unknown");
        assert_eq!(names(&page), ["实验数据"]);
        let totals = page.judged.coverage().totals;
        let all = [Answer::Yes, Answer::No, Answer::Unknown].map(|answer| totals.of(answer));
        assert_eq!(all, [3, 4, 1]);
    }

    #[test]
    fn a_column_sorts_and_its_second_use_turns_it_round() {
        let mut page = page();
        send(&mut page, Msg::Sort(Column::Size), "");
        assert_eq!(names(&page)[0], "实验数据");
        send(&mut page, Msg::Sort(Column::Size), "");
        assert_eq!(names(&page)[0], "=office share");
        send(&mut page, Msg::Sort(Column::Source), "");
        assert!(!page.coverage.down);
        send(&mut page, Msg::SortBy, "sizeGB");
        assert_eq!(page.coverage.sort, Some(Column::Size));
        send(&mut page, Msg::Turn, "");
        assert_eq!(names(&page)[0], "=office share");
        send(&mut page, Msg::SortBy, "");
        assert_eq!((page.coverage.sort, names(&page)[0]), (None, "erp-app"));
    }

    #[test]
    fn the_file_holds_what_is_listed_in_its_order() {
        let mut page = page();
        page.route = Route::parse("#/coverage/without");
        send(&mut page, Msg::Sort(Column::Source), "");
        let effects = send(&mut page, Msg::Csv, "");
        let [Effect::Save(name, text)] = effects.as_slice() else {
            panic!("{effects:?}");
        };
        assert_eq!(name, "vaultplan-coverage.csv");
        let first: Vec<_> = text.lines().map(|line| line.split(',').next()).collect();
        assert_eq!(
            first[1..],
            [
                Some("'=office share"),
                Some("build server"),
                Some("legacy-vm"),
                Some("orders")
            ]
        );
        assert!(text.starts_with("\u{feff}Source (source),"));
    }

    #[test]
    fn more_rows_are_listed_step_by_step_until_another_list_is_opened() {
        let mut page = page();
        send(&mut page, Msg::More, "");
        assert_eq!(page.coverage.shown, 3 * STEP);
        let mut effects = Vec::new();
        let msg = page::Msg::Went(Route::parse("#/coverage/with"));
        page.update(&msg, &Heard::default(), &mut effects);
        assert_eq!(page.coverage.shown, STEP);
    }
}
