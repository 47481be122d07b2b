//! All objects of a kind as a table: cells edited, one value for the selected rows, cells pasted from a spreadsheet.
//! Only top-level fields with one value have cells. Pure but for the page that it changes.

use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::{Lang, Text};
use vaultplan::model::declare::{Field as Declared, Shape, Silence};
use vaultplan::model::{Moment, Topology};
use vaultplan::text::patch::{Op, Patch};
use vaultplan::text::suggest;
use vaultplan::text::value::Value;

use crate::edit::{self, Edit, Takes};
use crate::fields::{self, Entry};
use crate::form::Msg as Do;
use crate::objects;
use crate::page::{Effect, Heard, Msg as PageMsg, Page};
use crate::state::Label;
use crate::words::forms as words;

/// So many rows are drawn at a time.
pub(crate) const ROWS: usize = 50;

/// Columns before those of fields: the box that selects the row, and its name.
pub(crate) const BEFORE: usize = 2;

/// So many columns are shown at first.
const COLUMNS: usize = 5;

/// Id of the control in the cell that is edited.
pub(crate) const EDITOR: &str = "cell-edit";

/// Largest number of cells that are pasted at a time.
const PASTED: usize = 100_000;

/// What can happen in a table.
#[derive(Clone, Debug)]
pub(crate) enum Msg {
    /// A cell is pointed at; the one that is pointed at already is edited.
    At(usize, usize),
    /// A key that the table understands.
    Key(String),
    /// The cell that is edited says something.
    Commit,
    /// A row is selected, or no longer.
    Select(usize),
    /// All rows are selected, or none.
    SelectAll,
    /// A column is shown, or no longer.
    Column(&'static str),
    /// The rows from a number on are shown.
    Window(usize),
    /// The field that selected rows are to get.
    Field,
    /// The value that they are to get.
    Value,
    /// Gives it to them.
    Apply,
    /// Cells copied from a spreadsheet.
    Paste(String),
}

/// What a table holds. It is forgotten when another kind is shown.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    kind: Option<ObjectKind>,
    columns: Vec<&'static str>,
    /// The rows that are selected, by index, in the order in which they were.
    pub(crate) selected: Vec<usize>,
    /// The first row that is drawn.
    pub(crate) top: usize,
    /// The cell that has the focus: row and column.
    pub(crate) at: (usize, usize),
    /// Whether it is edited.
    pub(crate) editing: bool,
    /// The field that selected rows are to get.
    pub(crate) field: &'static str,
    /// Its value.
    pub(crate) value: String,
    /// What was taken over last, and what was not.
    pub(crate) said: Vec<Label>,
}

/// A field that has cells.
pub(crate) struct Column {
    pub(crate) field: &'static Declared,
    pub(crate) entry: &'static Entry,
}

/// The fields of a kind that have cells.
pub(crate) fn columns_of(kind: ObjectKind) -> impl Iterator<Item = Column> {
    let record = fields::record(kind);
    let single = |field: &&Declared| {
        let own = matches!(field.name, "id" | "name");
        !own && !matches!(
            field.shape,
            Shape::List(_) | Shape::Record(_) | Shape::Format(_)
        )
    };
    let name = record.fields.iter().filter(|field| field.name == "name");
    let all = name.chain(record.fields.iter().filter(single));
    all.filter_map(move |field| {
        Some(Column {
            field,
            entry: fields::entry(record, field)?,
        })
    })
}

/// The kind whose table a reference names.
pub(crate) fn kind_of(reference: &str) -> Option<ObjectKind> {
    let word = reference.strip_prefix('*')?;
    edit::KINDS.into_iter().find(|kind| kind.word() == word)
}

/// The kind whose table is shown.
pub(crate) fn shown(page: &Page) -> Option<ObjectKind> {
    kind_of(page.route.selected.as_deref()?)
}

impl State {
    /// The columns that are shown of a kind.
    pub(crate) fn columns(&self, kind: ObjectKind) -> Vec<Column> {
        let chosen = self.kind == Some(kind) && !self.columns.is_empty();
        let all = columns_of(kind);
        if chosen {
            return all
                .filter(|column| self.columns.contains(&column.field.name))
                .collect();
        }
        all.filter(|column| !column.entry.rare)
            .take(COLUMNS)
            .collect()
    }

    /// The column that selected rows are to get.
    pub(crate) fn chosen(&self, kind: ObjectKind) -> Option<Column> {
        // Several objects seldom get one name.
        let wanted = |name: &str| match self.field {
            "" => name != "name",
            field => name == field,
        };
        columns_of(kind).find(|column| wanted(column.field.name))
    }
}

/// The value that a cell's text stands for, as the document has it; `None` in an empty cell.
///
/// # Errors
/// When it does not fit the field.
fn value_of(
    plan: &Topology<'_>,
    kind: ObjectKind,
    field: &Declared,
    text: &str,
) -> Result<Option<Value>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return if field.silence == Silence::Required {
            Err(())
        } else {
            Ok(None)
        };
    }
    let folded = |text: &str| text.chars().map(suggest::lower).collect::<String>();
    let wanted = folded(text);
    let is = |label: &Text| {
        Lang::ALL
            .iter()
            .any(|lang| folded(label.get(*lang)) == wanted)
    };
    let refers = fields::refers_to(fields::record(kind), field);
    if !refers.is_empty() {
        let found = objects::told(plan, refers, text).ok_or(())?;
        return Ok(Some(edit::id(plan, found).into()));
    }
    Ok(Some(match &field.shape {
        Shape::Whole(least, most) => number(Takes::Whole(*least, *most), text)?,
        Shape::Decimal(least, most) => number(Takes::Decimal(*least, *most), text)?,
        Shape::Moment => Moment::parse(text).map(|_| text.into()).ok_or(())?,
        Shape::Flag if wanted == "true" || is(crate::words::YES) => true.into(),
        Shape::Flag if wanted == "false" || is(crate::words::NO) => false.into(),
        Shape::Flag => return Err(()),
        Shape::Closed(all) => {
            let label = |word: &&&'static str| {
                **word == text || is(&crate::components::supply::word_label(word))
            };
            (*all.iter().find(label).ok_or(())?).into()
        }
        // A word of the vendor's may be one that is not known yet.
        Shape::Open(known) => {
            let mut words = known.words.iter();
            let found = words.find(|word| word.word == text || is(&word.label));
            found.map_or(text, |word| word.word).into()
        }
        _ => text.into(),
    }))
}

fn number(takes: Takes, text: &str) -> Result<Value, ()> {
    let fits = takes.fits(text);
    takes.value(text, None).filter(|_| fits).ok_or(())
}

/// The operation that gives an object's field what a cell's text stands for; `None` when it has it already.
///
/// # Errors
/// When the text does not fit the field.
fn change(
    plan: &Topology<'static>,
    object: ObjectRef,
    field: &Declared,
    text: &str,
) -> Result<Option<Op>, ()> {
    let pointer = object.pointer(&["/", field.name].concat());
    let now = edit::value_at(plan, &pointer);
    let value = value_of(plan, object.kind, field, text)?;
    if value == now {
        return Ok(None);
    }
    Ok(Some(match value {
        Some(value) => Op::set(pointer, value),
        None => Op::remove(pointer),
    }))
}

/// The cells of a text that was copied from a spreadsheet, row by row.
fn cells(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    let plain = |cell: &str| match cell.strip_prefix('"').and_then(|c| c.strip_suffix('"')) {
        Some(quoted) => quoted.replace("\"\"", "\""),
        None => cell.to_owned(),
    };
    let row = |line: &str| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.split('\t').map(plain).collect()
    };
    text.split('\n').map(row).collect()
}

/// The id of a cell's element.
pub(crate) fn cell_id(row: usize, column: usize) -> String {
    ["cell-", &row.to_string(), "-", &column.to_string()].concat()
}

impl Page {
    /// What happens in a table.
    pub(crate) fn on_table(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        let Some(kind) = shown(self) else {
            return;
        };
        if self.form.table.kind != Some(kind) {
            self.form.table = State {
                kind: Some(kind),
                ..State::default()
            };
        }
        let columns = self.form.table.columns(kind);
        let rows = edit::number_of(self.plan(), kind);
        let table = &mut self.form.table;
        match msg {
            Msg::At(row, column) => {
                if table.at == (*row, *column) && *column >= BEFORE && !table.editing {
                    table.editing = true;
                    effects.push(Effect::Focus(EDITOR.to_owned()));
                } else if table.at != (*row, *column) {
                    table.at = (*row, *column);
                    table.editing = false;
                }
            }
            Msg::Key(key) => {
                self.key_in_table(kind, key, (rows, columns.len() + BEFORE), heard, effects)
            }
            // A control that goes away may still say that it was left.
            Msg::Commit if !table.editing => {}
            Msg::Commit => self.commit(kind, &heard.value),
            Msg::Select(row) => {
                let before = table.selected.len();
                table.selected.retain(|selected| selected != row);
                if table.selected.len() == before {
                    table.selected.push(*row);
                }
            }
            Msg::SelectAll => {
                let all = table.selected.len() == rows;
                table.selected = if all { Vec::new() } else { (0..rows).collect() };
            }
            Msg::Column(name) => {
                let mut shown: Vec<_> = columns.iter().map(|column| column.field.name).collect();
                let before = shown.len();
                shown.retain(|shown| shown != name);
                if shown.len() == before {
                    shown.push(name);
                }
                table.columns = shown;
                table.at = (table.at.0, 0);
                table.editing = false;
            }
            Msg::Window(top) => {
                table.top = (*top).min(rows.saturating_sub(1));
                table.at = (table.top, 0);
                table.editing = false;
            }
            Msg::Field => {
                let mut all = columns_of(kind);
                let found = all.find(|column| column.field.name == heard.value);
                table.field = found.map_or("", |column| column.field.name);
                table.value.clear();
            }
            Msg::Value => table.value.clone_from(&heard.value),
            Msg::Apply => self.apply(kind),
            Msg::Paste(text) => self.paste(kind, text),
        }
    }

    fn key_in_table(
        &mut self,
        kind: ObjectKind,
        key: &str,
        (rows, columns): (usize, usize),
        heard: &Heard,
        effects: &mut Vec<Effect>,
    ) {
        let (row, column) = self.form.table.at;
        let editing = std::mem::take(&mut self.form.table.editing);
        let last = (rows.saturating_sub(1), columns.saturating_sub(1));
        let to = match key {
            "enter" if editing => {
                self.commit(kind, &heard.value);
                (row + 1, column)
            }
            "enter" | "f2" if column >= BEFORE => {
                self.form.table.editing = true;
                return effects.push(Effect::Focus(EDITOR.to_owned()));
            }
            "delete" if column >= BEFORE && !editing => {
                self.commit(kind, "");
                (row, column)
            }
            "arrowup" => (row.saturating_sub(1), column),
            "arrowdown" => (row + 1, column),
            "arrowleft" => (row, column.saturating_sub(1)),
            "arrowright" => (row, column + 1),
            "home" => (row, 0),
            "end" => (row, last.1),
            "pageup" => (row.saturating_sub(ROWS), column),
            "pagedown" => (row + ROWS, column),
            _ => (row, column),
        };
        let to = (to.0.min(last.0), to.1.min(last.1));
        let table = &mut self.form.table;
        table.at = to;
        if to.0 < table.top || to.0 >= table.top + ROWS {
            table.top = to.0 / ROWS * ROWS;
        }
        effects.push(Effect::Focus(cell_id(to.0, to.1)));
    }

    /// Takes over what the cell with the focus says.
    fn commit(&mut self, kind: ObjectKind, text: &str) {
        let (row, column) = self.form.table.at;
        self.form.table.editing = false;
        self.form.table.said.clear();
        let columns = self.form.table.columns(kind);
        let Some(column) = column.checked_sub(BEFORE).and_then(|at| columns.get(at)) else {
            return;
        };
        let object = ObjectRef::new(kind, row);
        match change(self.plan(), object, column.field, text) {
            Ok(Some(op)) => {
                let field = crate::form::field(
                    object,
                    ["/", column.field.name].concat(),
                    &column.entry.label,
                );
                let label = edit::step_of(self.plan(), &field, crate::words::STEP_SET);
                self.edit(Edit {
                    label,
                    patch: vec![op],
                });
            }
            Ok(None) => {}
            Err(()) => self.form.table.said = vec![refused(text, column)],
        }
    }

    /// Gives the selected rows one value, in one step.
    fn apply(&mut self, kind: ObjectKind) {
        let table = &self.form.table;
        let Some(column) = table.chosen(kind) else {
            return;
        };
        let text = table.value.clone();
        let mut patch = Patch::new();
        let mut number = 0_usize;
        for row in &table.selected {
            match change(self.plan(), ObjectRef::new(kind, *row), column.field, &text) {
                Ok(op) => {
                    number += 1;
                    patch.extend(op);
                }
                Err(()) => {
                    self.form.table.said = vec![refused(&text, &column)];
                    return;
                }
            }
        }
        let label = Label::new(words::STEP_APPLY)
            .arg("field", column.entry.label)
            .arg("n", number.to_string());
        self.form.table.said = vec![Label::new(words::PASTED).arg("n", number.to_string())];
        self.edit(Edit { label, patch });
    }

    /// Takes over cells from the one with the focus on; what does not fit stays as it is, and is said.
    fn paste(&mut self, kind: ObjectKind, text: &str) {
        let table = &self.form.table;
        let (row, column) = table.at;
        let columns = table.columns(kind);
        let first = column.saturating_sub(BEFORE);
        let rows = edit::number_of(self.plan(), kind);
        let mut patch = Patch::new();
        let (mut taken, mut bad) = (0_usize, 0_usize);
        let mut why = None;
        let all = cells(text)
            .into_iter()
            .enumerate()
            .flat_map(|(down, line)| {
                let line = line.into_iter().enumerate();
                line.map(move |(along, cell)| (down, along, cell))
            });
        for (down, along, cell) in all.take(PASTED) {
            let (Some(column), true) = (columns.get(first + along), row + down < rows) else {
                bad += 1;
                continue;
            };
            match change(
                self.plan(),
                ObjectRef::new(kind, row + down),
                column.field,
                &cell,
            ) {
                Ok(op) => {
                    taken += 1;
                    patch.extend(op);
                }
                Err(()) => {
                    bad += 1;
                    why.get_or_insert_with(|| refused(&cell, column));
                }
            }
        }
        let said = |text: &Text, number: usize| Label::new(text).arg("n", number.to_string());
        let mut all = vec![said(words::PASTED, taken)];
        if bad > 0 {
            all.push(said(words::NOT_PASTED, bad));
            all.push(why.unwrap_or_else(|| Label::new(words::OUTSIDE)));
        }
        self.form.table.said = all;
        self.edit(Edit {
            label: said(words::STEP_PASTE, taken),
            patch,
        });
    }
}

fn refused(text: &str, column: &Column) -> Label {
    let shown: String = text.trim().chars().take(60).collect();
    Label::new(words::DOES_NOT_FIT)
        .arg("value", shown)
        .arg("field", column.entry.label)
}

/// A message of the table for the page.
pub(crate) fn msg(msg: Msg) -> PageMsg {
    PageMsg::Form(Do::Table(msg))
}

/// What a cell shows of a value.
pub(crate) fn shown_value(
    plan: &Topology<'_>,
    kind: ObjectKind,
    field: &Declared,
    value: &Value,
    lang: Lang,
) -> String {
    let text = match value {
        Value::Null => return String::new(),
        Value::Bool(true) => return crate::words::YES.get(lang).to_owned(),
        Value::Bool(false) => return crate::words::NO.get(lang).to_owned(),
        Value::String(text) => text,
        other => return other.to_string(),
    };
    let label = match &field.shape {
        Shape::Open(known) => known.label(text),
        Shape::Closed(all) => {
            let word = all.iter().find(|word| *word == text);
            word.map(|word| crate::components::supply::word_label(word))
        }
        _ => None,
    };
    let refers = fields::refers_to(fields::record(kind), field);
    let mut named = refers.iter().flat_map(|kind| edit::all_of(plan, *kind));
    match (label, named.find(|object| edit::id(plan, *object) == text)) {
        (Some(label), _) => label.get(lang).to_owned(),
        (None, Some(object)) => objects::called(plan, object),
        (None, None) => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeper::Opened;
    use crate::page::Told;
    use crate::prefs::Theme;
    use crate::route::Route;
    use crate::state::Content;
    use vaultplan::model;

    fn page(kind: &str) -> Page {
        let mut page = Page::new(Lang::En, Theme::System, Route::PLAN, 0);
        let sources: Vec<String> = (0..120)
            .map(|n| format!(r#"{{"id": "s{n}", "type": "OSS"}}"#))
            .collect();
        let text = format!(
            r#"{{"format": "vaultplan/1", "vaults": [{{"id": "v1", "name": "erp"}}, {{"id": "v2", "name": "b"}}], "sources": [{}]}}"#,
            sources.join(",")
        );
        let plan = model::read_text(&text).unwrap().into_owned();
        let loaded = Told::Loaded(Box::new(Opened::new(Content::new("p", plan))));
        page.update(&PageMsg::Told(loaded), &Heard::default(), &mut Vec::new());
        let there = Route::object(["*", kind].concat());
        page.update(&PageMsg::Went(there), &Heard::default(), &mut Vec::new());
        page
    }

    fn send(page: &mut Page, said: Msg, value: &str) -> Vec<Effect> {
        let heard = Heard {
            value: value.to_owned(),
            ..Heard::default()
        };
        let mut effects = Vec::new();
        page.update(&msg(said), &heard, &mut effects);
        effects
    }

    fn column(page: &Page, name: &str) -> usize {
        let columns = page.form.table.columns(ObjectKind::Source);
        columns
            .iter()
            .position(|column| column.field.name == name)
            .unwrap()
            + BEFORE
    }

    #[test]
    fn a_cell_is_edited_by_keys() {
        let mut page = page("source");
        let vault = column(&page, "vault");
        send(&mut page, Msg::At(0, vault), "");
        assert!(!page.form.table.editing);
        send(&mut page, Msg::Key("enter".to_owned()), "");
        assert!(page.form.table.editing);
        let effects = send(&mut page, Msg::Key("enter".to_owned()), "v2");
        assert_eq!(page.plan().sources[0].vault.as_deref(), Some("v2"));
        assert!(effects.contains(&Effect::Focus(cell_id(1, vault))));
        send(&mut page, Msg::Key("arrowup".to_owned()), "");
        send(&mut page, Msg::Key("delete".to_owned()), "");
        assert_eq!(page.plan().sources[0].vault, None);
        // Beyond the edges there is nothing; the window follows.
        for _ in 0..4 {
            send(&mut page, Msg::Key("pagedown".to_owned()), "");
        }
        assert_eq!((page.form.table.at.0, page.form.table.top), (119, 100));
        send(&mut page, Msg::Key("home".to_owned()), "");
        send(&mut page, Msg::Key("arrowleft".to_owned()), "");
        assert_eq!(page.form.table.at, (119, 0));
        let kind = column(&page, "type");
        send(&mut page, Msg::At(0, kind), "");
        send(&mut page, Msg::Key("delete".to_owned()), "");
        assert_eq!(&*page.plan().sources[0].kind, "OSS");
        assert_eq!(page.form.table.said.len(), 1);
    }

    #[test]
    fn selected_rows_get_one_value_in_one_step() {
        let mut page = page("source");
        let before = page.state.content.plan.clone();
        for row in [3, 5, 7] {
            send(&mut page, Msg::Select(row), "");
        }
        send(&mut page, Msg::Field, "region");
        send(&mut page, Msg::Value, "cn-beijing");
        send(&mut page, Msg::Apply, "");
        let with = page
            .plan()
            .sources
            .iter()
            .filter(|s| s.region.is_some())
            .count();
        assert_eq!(with, 3);
        page.update(&PageMsg::Undo, &Heard::default(), &mut Vec::new());
        assert_eq!(page.state.content.plan, before);
        send(&mut page, Msg::Field, "sizeGB");
        send(&mut page, Msg::Value, "much");
        send(&mut page, Msg::Apply, "");
        assert_eq!(page.state.content.plan, before);
        send(&mut page, Msg::SelectAll, "");
        assert_eq!(page.form.table.selected.len(), 120);
    }

    #[test]
    fn cells_of_a_spreadsheet_are_taken_over_where_they_fit() {
        let mut page = page("source");
        let at = column(&page, "vault");
        send(&mut page, Msg::At(118, at), "");
        let next = page.form.table.columns(ObjectKind::Source)[at - BEFORE + 1]
            .field
            .name;
        assert_eq!(next, "place");
        send(
            &mut page,
            Msg::Paste("erp\ton premises\r\nv9\t\"cloud\"\r\nerp\tcloud\n".to_owned()),
            "",
        );
        let sources = &page.plan().sources;
        assert_eq!(sources[118].vault.as_deref(), Some("v1"));
        assert_eq!(sources[118].place, Some(model::Place::OnPremises));
        assert_eq!(
            (sources[119].vault.as_deref(), sources[119].place),
            (None, Some(model::Place::Cloud))
        );
        let said: Vec<String> = page
            .form
            .table
            .said
            .iter()
            .map(|label| label.get(Lang::En))
            .collect();
        assert!(
            said[0].starts_with('3') && said[1].starts_with('3') && said[2].contains("v9"),
            "{said:?}"
        );
    }

    #[test]
    fn what_people_write_is_what_the_document_means() {
        let page = page("source");
        let value = |name: &str, text: &str| {
            let field = columns_of(ObjectKind::Source)
                .find(|c| c.field.name == name)
                .unwrap()
                .field;
            value_of(page.plan(), ObjectKind::Source, field, text)
        };
        assert_eq!(
            value("region", "china (hangzhou)"),
            Ok(Some("cn-hangzhou".into()))
        );
        assert_eq!(value("region", "cn-new-1"), Ok(Some("cn-new-1".into())));
        assert_eq!(value("critical", "是"), Ok(Some(true.into())));
        assert_eq!(
            (value("critical", "maybe"), value("critical", " ")),
            (Err(()), Ok(None))
        );
        assert_eq!(value("type", "对象存储 OSS"), Ok(Some("OSS".into())));
        assert_eq!(value("createdAt", "soon"), Err(()));
        assert_eq!(cells("a\tb\n").len(), 1);
    }

    #[test]
    fn columns_are_chosen() {
        let mut page = page("source");
        let before = page.form.table.columns(ObjectKind::Source).len();
        send(&mut page, Msg::Column("critical"), "");
        assert_eq!(
            page.form.table.columns(ObjectKind::Source).len(),
            before + 1
        );
        send(&mut page, Msg::Column("critical"), "");
        assert_eq!(page.form.table.columns(ObjectKind::Source).len(), before);
    }
}
