//! Looking through the findings: how they are listed, what each change would do to the text, which values decided,
//! what the plan sets aside, and what another edition would say. State and reducer; nothing is drawn here.

use std::rc::Rc;

use vaultplan::catalog::editions::Edition;
use vaultplan::facts::Facts;
use vaultplan::finding::{Finding, ObjectKind, ObjectRef, Outcome, Rule, Severity};
use vaultplan::model::edit::ToValue;
use vaultplan::model::{self, Moment, RuleSeverity, Topology};
use vaultplan::questions::editions::{Differences, differences};
use vaultplan::questions::evidence::{self, Explained, Seen};
use vaultplan::questions::steps::{self, Ordered};
use vaultplan::report::mend::{self, Take};
use vaultplan::report::{self, Options, json};
use vaultplan::text::diff;
use vaultplan::text::names;
use vaultplan::text::patch::{Op, Patch};
use vaultplan::text::value::{Map, Value};

use crate::components::kinds;
use crate::cost::Foreseen;
use crate::edit::{self, Edit};
use crate::judged::Judged;
use crate::objects;
use crate::page::{Effect, Heard, Over, Page};
use crate::route::{Filter, Group, How, Route, Sort, View};
use crate::search::folded;
use crate::state::Label;
use crate::words::findings as words;

/// So many cards are drawn at first, and with each request for more.
pub(crate) const CARDS: usize = 50;

/// The other edition is asked at once of plans up to so many objects, of larger ones after a pause: it is one more
/// check.
const AT_ONCE: usize = 2_000;

/// Lines around a change in its preview.
const AROUND: usize = 3;

/// What can happen here.
#[derive(Debug)]
pub(crate) enum Msg {
    /// Lists the findings otherwise, as a control says.
    List(fn(&mut How, &str)),
    /// Lists those that fit the text that is being typed.
    Needle,
    /// Lists more of them.
    More,
    /// Applies the safe fixes of the plan, or the first fix of each finding of a rule.
    Mend(Option<&'static str>),
    /// Shows or hides what a fix changes, by the places of its finding in the report and of the fix in the finding.
    Preview(usize, usize),
    /// Shows or hides which values decided a verdict of a rule on an object.
    Why(&'static Rule, ObjectRef),
    /// Shows or hides what a rule said about each object.
    Subjects(&'static Rule),
    /// Goes to the control of a field, by its JSON Pointer.
    ToField(ObjectRef, String),
    /// Asks why a finding is to be set aside.
    AskAside(usize),
    /// Asks how grave a rule is in this plan.
    AskSeverity(&'static Rule),
    /// States a word of the form that sets aside.
    Aside(fn(&mut Aside, String)),
    /// Sets aside what the form says.
    SetAside,
    /// Takes a setting back, by its JSON Pointer.
    TakeBack(String),
    /// Judges a rule as grave as said; as the rulebook says without.
    Severity(&'static Rule, Option<RuleSeverity>),
    /// Compares with the edition that the header names, after a pause.
    Compare,
    /// Shows the differences from the edition that a control says.
    With,
    /// Judges the plan by another edition.
    Switch(Edition),
    /// Takes over the order of changes that the service accepts.
    Order,
    /// Adds the key that a vault or mirror names, with the region that its control says.
    KeyRegion(ObjectRef),
}

/// The form that sets a finding aside.
#[derive(Clone, Debug)]
pub(crate) struct Aside {
    pub(crate) rule: &'static Rule,
    /// Id and name of the object; none for the plan, and for objects without an id.
    pub(crate) object: Option<(String, String)>,
    /// Whether every object is meant.
    pub(crate) every: bool,
    pub(crate) reason: String,
    pub(crate) owner: String,
    /// The last day, as `2026-12-31`.
    pub(crate) until: String,
    /// Whether the form was sent and something is wrong with it.
    pub(crate) tried: bool,
    /// Now, in Unix seconds.
    now: i64,
}

impl Aside {
    /// The end of the last day.
    fn end(&self) -> Option<Moment<'static>> {
        let text = [&self.until, "T23:59:59Z"].concat();
        Moment::parse(&text).map(Moment::into_owned)
    }

    /// What is wrong with the day.
    pub(crate) fn day_complaint(&self) -> Option<&'static vaultplan::lang::Text> {
        if self.until.is_empty() {
            return None;
        }
        match self.end() {
            None => Some(words::UNTIL_WRONG),
            Some(end) if end.unix < self.now => Some(words::UNTIL_OVER),
            Some(_) => None,
        }
    }

    /// Whether it can be sent.
    fn is_good(&self) -> bool {
        !self.reason.is_empty() && self.day_complaint().is_none()
    }

    fn edit(&self, plan: &Topology<'static>) -> Edit {
        let object = self.object.as_ref().filter(|_| !self.every);
        let until = self.end().map(|end| end.text.to_string());
        let mut value = Map::new();
        for (name, text) in [
            ("rule", self.rule.slug),
            ("reason", &self.reason),
            ("object", object.map_or("", |(id, _)| id)),
            ("owner", &self.owner),
            ("until", until.as_deref().unwrap_or_default()),
        ] {
            if !text.is_empty() {
                value.insert(name.to_owned(), text.into());
            }
        }
        let label = match object {
            Some((_, name)) => Label::new(words::STEP_SUPPRESS_ON).arg("object", name.as_str()),
            None => Label::new(words::STEP_SUPPRESS),
        };
        Edit {
            label: label.arg("rule", self.rule.slug),
            patch: add_setting(plan, "suppressions", value),
        }
    }
}

/// What a fix would change, line by line.
#[derive(Debug)]
pub(crate) struct Preview {
    /// Places of the finding and of the fix.
    pub(crate) of: (usize, usize),
    pub(crate) groups: Vec<Changes>,
    /// What it does to the cost.
    pub(crate) cost: Option<Foreseen>,
}

/// Lines that stand together.
#[derive(Debug)]
pub(crate) struct Changes {
    /// Number of the first line in the text as it is.
    pub(crate) from: usize,
    pub(crate) lines: Vec<(Way, String)>,
}

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Stays,
    Goes,
    Comes,
}

/// What another edition says about the plan.
#[derive(Debug)]
pub(crate) struct Compared {
    pub(crate) edition: Edition,
    /// Its findings.
    pub(crate) findings: Vec<Finding>,
    /// From the plan's findings to these.
    pub(crate) differences: Differences,
}

impl Compared {
    fn new(judged: &Judged, edition: Edition) -> Self {
        let options = Options {
            edition: Some(edition),
            now: Some(judged.now),
        };
        let findings = report::check(&judged.plan, options).findings;
        Self {
            differences: differences(&judged.findings, &findings),
            edition,
            findings,
        }
    }
}

/// The findings as they are listed.
#[derive(Debug, Default)]
pub(crate) struct Listed {
    /// Failures: a number for the group, and the place of the finding in the report; groups stand together.
    pub(crate) failures: Vec<(u64, usize)>,
    /// Groups of decisions that wait for the same fact, by the places of their findings.
    pub(crate) waiting: Vec<Vec<usize>>,
    /// How many findings that is.
    pub(crate) number: usize,
    /// The rules whose findings can be mended together, in the whole plan.
    pub(crate) fixable: Vec<Fixable>,
}

/// A rule whose findings can be mended together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fixable {
    pub(crate) rule: &'static Rule,
    /// How many of its findings have a fix.
    pub(crate) number: usize,
    /// How many have one that changes nothing that the user asked for.
    pub(crate) safe: usize,
}

impl Listed {
    /// How many findings can be mended safely.
    pub(crate) fn safe(&self) -> usize {
        self.fixable.iter().map(|one| one.safe).sum()
    }
}

/// What a rule says about each object.
pub(crate) type Said = Vec<(ObjectRef, Seen)>;

/// What a list of findings depends on.
type ListedFor = (Rc<Judged>, Filter, How);

/// The state of looking through the findings.
#[derive(Clone, Default)]
pub(crate) struct Review {
    /// The text that is being typed to filter by; the address has it when the field is left.
    pub(crate) needle: String,
    /// How many findings are drawn.
    pub(crate) shown: usize,
    /// The findings as they are listed; kept up to date while their view is open.
    pub(crate) listed: Rc<Listed>,
    listed_for: Option<Rc<ListedFor>>,
    /// What a fix would change.
    pub(crate) preview: Option<Rc<Preview>>,
    /// Which values decided.
    pub(crate) why: Option<(&'static Rule, ObjectRef, Rc<Option<Explained>>)>,
    /// What a rule said about each object.
    pub(crate) subjects: Option<(&'static Rule, Rc<Said>)>,
    /// The form that sets a finding aside.
    pub(crate) aside: Option<Aside>,
    /// The serial of the state that a fix left, so that undo is offered as long as nothing else is done.
    pub(crate) mended: Option<u64>,
    /// What other editions say of the plan: the one that the header names, and the one that is looked at.
    compared: Vec<Rc<Compared>>,
    compared_for: Option<Rc<Judged>>,
    /// Whether a pause is waited for.
    waits: bool,
}

/// The edition that the header compares with: the newest, or the one before.
pub(crate) fn other_edition(plan: &Topology<'_>) -> Edition {
    match plan.edition() {
        Edition::ReplicationTarget => Edition::MirrorVault,
        _ => Edition::ReplicationTarget,
    }
}

impl Review {
    /// What an edition says of the plan that is open; nothing while it is not computed yet.
    pub(crate) fn compared(&self, edition: Edition) -> Option<&Compared> {
        let all = self.compared.iter();
        let found = all.into_iter().find(|one| one.edition == edition)?;
        Some(found)
    }

    fn compare(&mut self, judged: &Rc<Judged>, edition: Edition) {
        if self.compared(edition).is_none() {
            self.compared.push(Rc::new(Compared::new(judged, edition)));
        }
    }
}

impl Page {
    /// What happens here.
    pub(crate) fn hear_review(&mut self, msg: &Msg, heard: &Heard, effects: &mut Vec<Effect>) {
        match msg {
            Msg::List(change) => {
                let mut how = self.route.how.clone();
                change(&mut how, heard.value.trim());
                self.go_on(how, effects);
            }
            Msg::Needle => {
                heard.value.trim().clone_into(&mut self.review.needle);
                self.review.shown = CARDS;
            }
            Msg::More => self.review.shown += CARDS,
            Msg::Mend(rule) => self.mend(*rule, effects),
            Msg::Preview(finding, fix) => self.preview((*finding, *fix)),
            Msg::Why(rule, object) => self.why(rule, *object),
            Msg::Subjects(rule) => {
                let open = self.review.subjects.take();
                self.review.why = None;
                if open.is_none_or(|(of, _)| of.slug != rule.slug) {
                    let options = self.judged.options();
                    let said = evidence::subjects(self.plan(), rule.slug, options);
                    self.review.subjects = Some((rule, Rc::new(said)));
                }
            }
            Msg::ToField(object, pointer) => {
                let to = match object.kind {
                    ObjectKind::Plan => Route::object(kinds::PLAN),
                    _ => self.route.select(self.judged.reference(*object)),
                };
                effects.push(Effect::Go(to));
                effects.push(Effect::Field(pointer.clone()));
            }
            Msg::AskAside(index) => self.ask_aside(*index, heard.now),
            Msg::AskSeverity(rule) => self.over = Some(Over::Severity(rule)),
            Msg::Aside(change) => {
                if let Some(aside) = &mut self.review.aside {
                    change(aside, heard.value.trim().to_owned());
                }
            }
            Msg::SetAside => {
                let Some(aside) = &mut self.review.aside else {
                    return;
                };
                aside.tried = true;
                if !aside.is_good() {
                    let field = if aside.reason.is_empty() {
                        REASON
                    } else {
                        UNTIL
                    };
                    effects.push(Effect::Focus(field.to_owned()));
                    return;
                }
                let edit = aside.edit(&self.state.content.plan);
                self.close(effects);
                self.edit_from_list(edit, effects);
            }
            Msg::TakeBack(pointer) => {
                let rule = setting_rule(self.plan(), pointer);
                let edit = Edit {
                    label: Label::new(words::STEP_JUDGE_AGAIN).arg("rule", rule),
                    patch: remove_settings(self.plan(), std::slice::from_ref(pointer)),
                };
                self.edit_from_list(edit, effects);
            }
            Msg::Severity(rule, severity) => {
                self.close(effects);
                let edit = judge_as(self.plan(), rule, *severity);
                self.edit_from_list(edit, effects);
            }
            Msg::Compare => self.review.waits = false,
            Msg::With => {
                if let Some(edition) = Edition::from_word(&heard.value) {
                    let mut route = Route::findings(self.route.filter);
                    route.how = self.route.how.clone();
                    route.how.with = Some(edition);
                    effects.push(Effect::Go(route));
                }
            }
            Msg::Switch(edition) => {
                let from = self.plan().edition();
                let edit = self.switch_edition(*edition);
                self.edit(edit);
                self.review.mended = Some(self.state.serial);
                // The same two editions stand side by side afterwards.
                let mut how = self.route.how.clone();
                how.with = Some(from);
                self.go_on(how, effects);
                effects.push(Effect::Focus(UNDO.to_owned()));
            }
            Msg::Order => {
                let patch = self.order().filter(|order| order.changed).map(|order| {
                    let corrected = steps::corrected(self.plan(), &order);
                    vec![Op::set("/changes", corrected.changes.value())]
                });
                if let Some(patch) = patch {
                    let label = Label::new(words::STEP_ORDER);
                    self.edit(Edit { label, patch });
                    self.review.mended = Some(self.state.serial);
                    effects.push(Effect::Focus(UNDO.to_owned()));
                }
            }
            Msg::KeyRegion(object) => {
                let edit = key_with_region(self.plan(), *object, heard.value.trim());
                self.edit(edit);
            }
        }
    }

    /// The list of findings, otherwise.
    fn go_on(&self, how: How, effects: &mut Vec<Effect>) {
        let mut route = self.route.clone();
        if route.how != how {
            route.how = how;
            effects.push(Effect::Go(route));
        }
    }

    /// An edit after which what was clicked may be gone: undo is offered at once and gets the focus.
    pub(crate) fn edit_from_list(&mut self, edit: Edit, effects: &mut Vec<Effect>) {
        let before = self.state.serial;
        self.edit(edit);
        if self.state.serial != before {
            self.review.mended = Some(self.state.serial);
            effects.push(Effect::Focus(UNDO.to_owned()));
        }
    }

    /// The step that a fix was, as long as nothing else was done.
    pub(crate) fn mended(&self) -> Option<&Label> {
        let here = self.review.mended == Some(self.state.serial);
        self.state.undoable().filter(|_| here)
    }

    fn mend(&mut self, rule: Option<&'static str>, effects: &mut Vec<Effect>) {
        let mut plan = self.plan().clone();
        let take = rule.map_or(Take::Safe, Take::Rule);
        let taken = mend::mend(&mut plan, take, self.judged.options());
        let number = taken.len();
        let one = number == 1;
        let label = match (rule, one) {
            (None, true) => words::STEP_SAFE_ONE,
            (None, false) => words::STEP_SAFE_MANY,
            (Some(_), true) => words::STEP_RULE_ONE,
            (Some(_), false) => words::STEP_RULE_MANY,
        };
        let label = Label::new(label)
            .arg("n", number.to_string())
            .arg("rule", rule.unwrap_or_default());
        let patch: Patch = taken.into_iter().flat_map(|one| one.patch).collect();
        self.edit_from_list(Edit { label, patch }, effects);
    }

    fn preview(&mut self, of: (usize, usize)) {
        let open = self.review.preview.take();
        if open.is_some_and(|open| open.of == of) {
            return;
        }
        let finding = self.judged.findings.get(of.0);
        let Some(fix) = finding.and_then(|finding| finding.fixes().get(of.1)) else {
            return;
        };
        let mut plan = self.plan().clone();
        if model::apply(&mut plan, &fix.patch).is_err() {
            return;
        }
        let cost = self.foresee_cost(&fix.patch);
        let (before, after) = (model::write(self.plan()), model::write(&plan));
        let groups = diff::diff(&before, &after, AROUND).into_iter();
        let groups = groups.map(|hunk| Changes {
            from: hunk.before,
            lines: hunk.lines.iter().map(changed).collect(),
        });
        self.review.preview = Some(Rc::new(Preview {
            of,
            groups: groups.collect(),
            cost,
        }));
    }

    fn why(&mut self, rule: &'static Rule, object: ObjectRef) {
        let open = self.review.why.take();
        if open.is_some_and(|(of, at, _)| (of.slug, at) == (rule.slug, object)) {
            return;
        }
        let mut plan = self.plan().clone();
        let options = self.judged.options();
        let explained = evidence::explain(&mut plan, rule.slug, Some(object), options);
        let explained = explained.and_then(|all| all.into_iter().next());
        self.review.why = Some((rule, object, Rc::new(explained)));
    }

    fn ask_aside(&mut self, index: usize, now: i64) {
        let Some(finding) = self.judged.findings.get(index) else {
            return;
        };
        let object = finding.spot().object;
        let id = edit::id(self.plan(), object).to_owned();
        let object = (!id.is_empty()).then(|| (id, edit::name(self.plan(), object).to_owned()));
        self.review.aside = Some(Aside {
            rule: finding.rule,
            every: object.is_none(),
            object,
            reason: String::new(),
            owner: String::new(),
            until: String::new(),
            tried: false,
            now,
        });
        self.over = Some(Over::Aside);
    }

    /// The order of the plan's changes that the service accepts; nothing when no order helps.
    pub(crate) fn order(&self) -> Option<Ordered> {
        steps::ordered(&self.judged.facts())
    }

    /// What follows from what has happened: the list of findings, and what other editions say.
    pub(crate) fn follow(&mut self, effects: &mut Vec<Effect>) {
        let judged = self.judged.clone();
        let review = &mut self.review;
        let same = |of: &Rc<Judged>| Rc::ptr_eq(of, &judged);
        if !review.compared_for.as_ref().is_some_and(same) {
            (review.preview, review.why, review.subjects) = (None, None, None);
            review.compared.clear();
            review.compared_for = Some(judged.clone());
            review.waits = judged.plan.object_count() > AT_ONCE;
            if review.waits {
                effects.push(Effect::Compare);
            }
        }
        if !review.waits && judged.plan.object_count() > 0 {
            review.compare(&judged, other_edition(&judged.plan));
            if let Some(with) = self.route.how.with {
                review.compare(&judged, with);
            }
        }
        if self.route.view != View::Findings {
            return;
        }
        let mut how = self.route.how.clone();
        how.text.clone_from(&review.needle);
        let fresh = (judged, self.route.filter, how);
        let is_fresh = |held: &Rc<ListedFor>| {
            Rc::ptr_eq(&held.0, &fresh.0) && (held.1, &held.2) == (fresh.1, &fresh.2)
        };
        if !review.listed_for.as_ref().is_some_and(is_fresh) {
            review.listed = Rc::new(listed(&fresh.0, self.lang, fresh.1, &fresh.2));
            review.listed_for = Some(Rc::new(fresh));
        }
    }

    /// The address names another place.
    pub(crate) fn review_went(&mut self, route: &Route) {
        let review = &mut self.review;
        if route.how.text != self.route.how.text || route.view != self.route.view {
            review.needle.clone_from(&route.how.text);
        }
        if route.view != self.route.view
            || route.filter != self.route.filter
            || route.how != self.route.how
        {
            review.shown = CARDS;
            (review.preview, review.why, review.subjects) = (None, None, None);
        }
    }
}

/// Id of the button that takes a fix back.
pub(crate) const UNDO: &str = "undo-fix";
/// Id of the field for the reason.
pub(crate) const REASON: &str = "aside-reason";
/// Id of the field for the last day.
pub(crate) const UNTIL: &str = "aside-until";

fn changed(line: &diff::Line<'_>) -> (Way, String) {
    let (way, text) = match line {
        diff::Line::Same(text) => (Way::Stays, text),
        diff::Line::Gone(text) => (Way::Goes, text),
        diff::Line::New(text) => (Way::Comes, text),
    };
    (way, (*text).to_owned())
}

/// How grave a finding is: 0 is gravest.
fn gravity(finding: &Finding) -> u64 {
    match finding.severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Advice => 2,
    }
}

/// The findings in groups and in order.
fn listed(judged: &Judged, lang: vaultplan::lang::Lang, filter: Filter, how: &How) -> Listed {
    let needle = folded(&how.text);
    let fits = |finding: &Finding| {
        let object = finding.spot().object;
        let has = |text: &str| folded(text).contains(&needle);
        filter.fits(finding)
            && how
                .category
                .is_none_or(|category| category == finding.rule.category)
            && how.kind.is_none_or(|kind| kind == object.kind)
            && (needle.is_empty()
                || has(finding.rule.slug)
                || has(finding.rule.code)
                || has(edit::name(&judged.plan, object))
                || has(edit::id(&judged.plan, object))
                || has(&json::message(finding, lang)))
    };
    let (mut failing, mut waiting): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    // In the order of the plan, an object's gravest first.
    for (index, finding) in judged.ordered().filter(|(_, finding)| fits(finding)) {
        match finding.outcome {
            Outcome::Fail(_) => failing.push(index),
            Outcome::Undecided(_) => waiting.push(index),
        }
    }
    let mut fixable: Vec<Fixable> = Vec::new();
    let mendable = judged.findings.iter();
    for finding in mendable.filter(|finding| mend::first_fix(finding).is_some()) {
        let safe = usize::from(mend::safe_fix(finding).is_some());
        // Findings of a rule stand together.
        match fixable.last_mut() {
            Some(one) if one.rule.slug == finding.rule.slug => {
                one.number += 1;
                one.safe += safe;
            }
            _ => fixable.push(Fixable {
                rule: finding.rule,
                number: 1,
                safe,
            }),
        }
    }
    Listed {
        number: failing.len() + waiting.len(),
        failures: grouped(judged, &failing, how),
        waiting: by_fact(judged, &waiting),
        fixable,
    }
}

/// The number of the group of a finding.
fn group_of(finding: &Finding, group: Group) -> u64 {
    match group {
        Group::Object => {
            let object = finding.spot().object;
            (object.kind as u64) << 32 | object.index as u64
        }
        Group::Rule => std::ptr::from_ref(finding.rule).addr() as u64,
        Group::Category => finding.rule.category as u64,
        Group::Severity => gravity(finding),
    }
}

/// Failures, given in the order of the plan, as they are to be listed: a group stands where its first finding would.
fn grouped(judged: &Judged, failing: &[usize], how: &How) -> Vec<(u64, usize)> {
    let find = |at: u32| {
        let index = failing.get(at as usize)?;
        judged.findings.get(*index)
    };
    let name = |at: u32| find(at).map(|f| edit::name(&judged.plan, f.spot().object));
    let order = names::order(failing.len(), &|a, b| match how.sort {
        Sort::Gravest => find(a).map(gravity).cmp(&find(b).map(gravity)),
        Sort::Plan => a.cmp(&b),
        Sort::Name => name(a).cmp(&name(b)),
        Sort::Rule => failing.get(a as usize).cmp(&failing.get(b as usize)),
    });
    let mut all: Vec<(u64, usize)> = Vec::with_capacity(order.len());
    for at in order {
        if let (Some(finding), Some(index)) = (find(at), failing.get(at as usize)) {
            all.push((group_of(finding, how.group), *index));
        }
    }
    // The groups in the order of their first findings; what is equal stays as it is.
    let group = |at: u32| all.get(at as usize).map(|(group, _)| *group);
    let by_group = names::order(all.len(), &|a, b| group(a).cmp(&group(b)));
    let mut first = vec![0_u32; all.len()];
    for run in by_group.chunk_by(|a, b| group(*a) == group(*b)) {
        let leader = run.first().copied().unwrap_or_default();
        for at in run {
            if let Some(first) = first.get_mut(*at as usize) {
                *first = leader;
            }
        }
    }
    let leader = |at: u32| first.get(at as usize);
    let order = names::order(all.len(), &|a, b| leader(a).cmp(&leader(b)));
    let row = |at: u32| all.get(at as usize).copied();
    order.into_iter().filter_map(row).collect()
}

/// Decisions that wait, by the fact that they wait for, in the order of the plan.
fn by_fact(judged: &Judged, waiting: &[usize]) -> Vec<Vec<usize>> {
    let fact = |at: u32| {
        let index = waiting.get(at as usize)?;
        match &judged.findings.get(*index)?.outcome {
            Outcome::Undecided(missing) => Some((missing.spot.object, missing)),
            Outcome::Fail(_) => None,
        }
    };
    let key = |at: u32| fact(at).map(|(object, m)| (object, &*m.spot.path, m.wanted.slug));
    let order = names::order(waiting.len(), &|a, b| key(a).cmp(&key(b)));
    let groups = order.chunk_by(|a, b| key(*a) == key(*b));
    let index = |at: &u32| waiting.get(*at as usize).copied();
    groups
        .map(|run| run.iter().filter_map(index).collect())
        .collect()
}

/// Adds a setting to a plan.
fn add_setting(plan: &Topology<'static>, list: &str, value: Map) -> Patch {
    let pointer = ["/settings/", list, "/-"].concat();
    edit::place(plan, pointer, Value::Object(value))
}

/// Removes settings, by their JSON Pointers in the order of the plan; the settings as a whole when none is left.
fn remove_settings(plan: &Topology<'_>, pointers: &[String]) -> Patch {
    let settings = plan.settings.as_deref();
    let number = settings.map_or(0, |s| s.severities.len() + s.suppressions.len());
    if number <= pointers.len() {
        return settings
            .map(|_| Op::remove("/settings"))
            .into_iter()
            .collect();
    }
    // From the end, so that earlier indexes stay true.
    pointers.iter().rev().map(Op::remove).collect()
}

/// The rule that a setting names.
fn setting_rule(plan: &Topology<'_>, pointer: &str) -> String {
    let facts = Facts::new(plan, plan.edition(), None);
    let all = facts.settings();
    let one = all.iter().find(|one| one.spot.pointer() == pointer);
    one.map_or_else(String::new, |one| one.rule().to_owned())
}

/// Whether a setting names a rule.
pub(crate) fn names_rule(rule: &Rule, name: &str) -> bool {
    rule.slug == name || rule.code.eq_ignore_ascii_case(name)
}

/// What the plan says about the severity of a rule.
pub(crate) fn chosen_severity(plan: &Topology<'_>, rule: &Rule) -> Option<RuleSeverity> {
    let mut all = plan.settings.as_deref()?.severities.iter();
    let found = all.find(|one| names_rule(rule, &one.rule))?;
    Some(found.severity)
}

/// A severity of the plan's own, in words.
pub(crate) fn severity_word(severity: RuleSeverity) -> vaultplan::lang::Text {
    match severity {
        RuleSeverity::Error => Severity::Error.label(),
        RuleSeverity::Warning => Severity::Warning.label(),
        RuleSeverity::Advice => Severity::Advice.label(),
        RuleSeverity::Off => *words::SEVERITY_OFF,
    }
}

fn judge_as(plan: &Topology<'static>, rule: &'static Rule, severity: Option<RuleSeverity>) -> Edit {
    let list = plan.settings.as_deref().map(|s| s.severities.as_slice());
    let named = list.unwrap_or_default().iter().enumerate();
    let own: Vec<String> = named
        .filter(|(_, one)| names_rule(rule, &one.rule))
        .map(|(at, _)| ["/settings/severities/", &at.to_string()].concat())
        .collect();
    let patch = match (severity, own.first()) {
        (None, _) => remove_settings(plan, &own),
        // The first word counts.
        (Some(severity), Some(first)) => {
            vec![Op::set([first, "/severity"].concat(), severity.word())]
        }
        (Some(severity), None) => {
            let members = [("rule", rule.slug), ("severity", severity.word())];
            let value = members.map(|(name, text)| (name.to_owned(), Value::from(text)));
            add_setting(plan, "severities", Map::from_iter(value))
        }
    };
    let label = match severity {
        None => Label::new(words::STEP_SEVERITY_BOOK),
        Some(RuleSeverity::Off) => Label::new(words::STEP_SEVERITY_OFF),
        Some(severity) => Label::new(words::STEP_SEVERITY).arg("severity", severity_word(severity)),
    };
    Edit {
        label: label.arg("rule", rule.slug),
        patch: if own.is_empty() && severity.is_none() {
            Patch::new()
        } else {
            patch
        },
    }
}

/// The key that a vault or mirror names, as the plan lacks it.
pub(crate) fn named_key<'p>(plan: &'p Topology<'_>, object: ObjectRef) -> Option<&'p str> {
    let at = object.index;
    match object.kind {
        ObjectKind::Vault => plan.vaults.get(at)?.kms_key.as_deref(),
        ObjectKind::Mirror => plan.mirrors.get(at)?.kms_key.as_deref(),
        _ => None,
    }
}

/// Adds the key that a vault or mirror names, with its region.
fn key_with_region(plan: &Topology<'_>, object: ObjectRef, region: &str) -> Edit {
    let name = named_key(plan, object).unwrap_or_default();
    let mut value = Map::new();
    let is_alias = name.starts_with("alias/");
    let id = if is_alias {
        objects::free_id(plan, "key")
    } else {
        name.to_owned()
    };
    value.insert("id".to_owned(), id.into());
    if is_alias {
        value.insert("alias".to_owned(), name.into());
    }
    value.insert("region".to_owned(), region.into());
    Edit {
        label: Label::new(words::STEP_KEY_REGION).arg("key", name),
        patch: if name.is_empty() || region.is_empty() {
            Patch::new()
        } else {
            vec![Op::set("/keys/-", Value::Object(value))]
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeper::Opened;
    use crate::page::{Msg as PageMsg, Told};
    use crate::prefs::Theme;
    use crate::state::Content;
    use vaultplan::lang::Lang;

    /// 2026-11-21, 08:00 UTC.
    const NOW: i64 = 1_795_248_000;

    const BROKEN: &str = include_str!("../../../examples/broken-pair.json");

    /// Two mirrors with a schedule, which no mirror can have.
    const FREQUENT: &str = r#"{"format":"vaultplan/1","name":"n",
        "vaults":[{"id":"v","name":"erp","region":"cn-hangzhou"},{"id":"w","name":"crm","region":"cn-hangzhou"}],
        "mirrors":[{"id":"m","source":"v","region":"cn-shanghai","schedule":"I|1771545600|P7D"},
                   {"id":"n","source":"w","region":"cn-shanghai","schedule":"I|1771545600|P7D"}]}"#;

    fn opened(text: &str) -> Page {
        let mut page = Page::new(Lang::En, Theme::System, Route::findings(Filter::All), NOW);
        let plan = model::read_text(text).unwrap().into_owned();
        let loaded = PageMsg::Told(Told::Loaded(Box::new(Opened::new(Content::new(
            "p1", plan,
        )))));
        send(&mut page, loaded, "");
        page
    }

    fn send(page: &mut Page, msg: PageMsg, value: &str) -> Vec<Effect> {
        let heard = Heard {
            id: "control".to_owned(),
            value: value.to_owned(),
            key: String::new(),
            now: NOW,
            fresh: "fresh".to_owned(),
        };
        let mut effects = Vec::new();
        page.update(&msg, &heard, &mut effects);
        // The address follows at once.
        for effect in &effects {
            if let Effect::Go(route) = effect {
                let went = PageMsg::Went(route.clone());
                page.update(&went, &heard, &mut Vec::new());
            }
        }
        effects
    }

    fn say(page: &mut Page, msg: Msg, value: &str) -> Vec<Effect> {
        send(page, PageMsg::Review(msg), value)
    }

    fn slugs(page: &Page) -> Vec<&'static str> {
        let rows = page.review.listed.failures.iter();
        rows.map(|(_, index)| page.judged.findings[*index].rule.slug)
            .collect()
    }

    fn finding(page: &Page, slug: &str) -> usize {
        let all = page.judged.findings.iter();
        all.into_iter()
            .position(|finding| finding.rule.slug == slug)
            .unwrap()
    }

    fn undo(page: &mut Page) {
        send(page, PageMsg::Undo, "");
    }

    fn label(page: &Page) -> String {
        page.state.undoable().unwrap().get(Lang::En)
    }

    #[test]
    fn every_group_stands_together_in_every_order() {
        let mut page = opened(BROKEN);
        let all = page.review.listed.failures.len();
        assert!(all > 2);
        for group in Group::ALL {
            for sort in Sort::ALL {
                let how = How {
                    group,
                    sort,
                    ..How::PLAIN
                };
                let mut route = Route::findings(Filter::All);
                route.how = how;
                send(&mut page, PageMsg::Went(route), "");
                let listed = &page.review.listed;
                assert_eq!(listed.failures.len(), all, "{group:?} {sort:?}");
                let mut groups: Vec<u64> =
                    listed.failures.iter().map(|(group, _)| *group).collect();
                groups.dedup();
                let number = groups.len();
                groups.sort_unstable();
                groups.dedup();
                assert_eq!(groups.len(), number, "{group:?} {sort:?}");
                let mut indexes: Vec<_> = listed.failures.iter().map(|(_, index)| *index).collect();
                indexes.sort_unstable();
                indexes.dedup();
                assert_eq!(indexes.len(), all);
            }
        }
    }

    #[test]
    fn the_gravest_come_first_and_groups_with_them() {
        let mut page = opened(BROKEN);
        let gravity_of = |page: &Page| -> Vec<u64> {
            let rows = page.review.listed.failures.iter();
            rows.map(|(_, index)| gravity(&page.judged.findings[*index]))
                .collect()
        };
        assert_eq!(gravity_of(&page)[0], 0);
        say(
            &mut page,
            Msg::List(|how, word| how.group = Group::from_word(word)),
            "severity",
        );
        assert!(gravity_of(&page).is_sorted());
        say(
            &mut page,
            Msg::List(|how, word| how.sort = Sort::from_word(word)),
            "name",
        );
        let names: Vec<String> = {
            let rows = page.review.listed.failures.iter();
            let first = rows.take_while(|(group, _)| *group == 0);
            first
                .map(|(_, index)| {
                    let object = page.judged.findings[*index].spot().object;
                    edit::name(page.plan(), object).to_owned()
                })
                .collect()
        };
        assert!(names.len() > 1 && names.is_sorted(), "{names:?}");
    }

    #[test]
    fn filters_stand_in_the_address_and_a_text_is_found_while_it_is_typed() {
        let mut page = opened(BROKEN);
        let all = page.review.listed.number;
        say(&mut page, Msg::Needle, "same-region");
        assert_eq!(slugs(&page), ["mirror-same-region"]);
        assert_eq!(page.route, Route::findings(Filter::All));
        let keep = Msg::List(|how, text| text.clone_into(&mut how.text));
        say(&mut page, keep, "same-region");
        assert_eq!(page.route.fragment(), "#/findings?text=same-region");
        assert_eq!(slugs(&page), ["mirror-same-region"]);
        let kind = Msg::List(|how, word| {
            how.kind = vaultplan::finding::ObjectKind::ALL
                .into_iter()
                .find(|kind| kind.word() == word);
        });
        say(&mut page, kind, "vault");
        assert_eq!(page.review.listed.number, 0);
        send(&mut page, PageMsg::Went(Route::findings(Filter::All)), "");
        assert_eq!(page.review.listed.number, all);
        assert_eq!(page.review.needle, "");
    }

    #[test]
    fn a_preview_shows_the_lines_of_the_text_and_goes_with_the_plan() {
        let mut page = opened(BROKEN);
        let at = finding(&page, "mirror-same-region");
        say(&mut page, Msg::Preview(at, 0), "");
        let preview = page.review.preview.clone().unwrap();
        let lines: Vec<_> = preview.groups.iter().flat_map(|g| &g.lines).collect();
        let with = |way: Way| lines.iter().find(|(is, _)| *is == way).unwrap().1.clone();
        assert!(with(Way::Goes).contains("\"region\": \"cn-hangzhou\""));
        assert!(with(Way::Comes).contains("\"region\": \""));
        assert!(lines.iter().any(|(way, _)| *way == Way::Stays));
        say(&mut page, Msg::Preview(at, 0), "");
        assert!(page.review.preview.is_none());
        say(&mut page, Msg::Preview(at, 0), "");
        send(&mut page, PageMsg::Fix(at, 0), "");
        assert!(page.review.preview.is_none());
    }

    #[test]
    fn all_safe_fixes_are_one_step_and_undo_is_offered_until_something_else_is_done() {
        let mut page = opened(FREQUENT);
        let before = page.state.content.plan.clone();
        let safe = page.review.listed.safe();
        assert_eq!(safe, 2);
        let effects = say(&mut page, Msg::Mend(None), "");
        assert!(effects.contains(&Effect::Focus(UNDO.to_owned())));
        assert_eq!(page.review.listed.safe(), 0);
        assert_eq!(label(&page), format!("apply {safe} safe fixes"));
        assert!(page.mended().is_some());
        undo(&mut page);
        assert_eq!(page.state.content.plan, before);
        assert!(page.mended().is_none());
        // The same, for one rule.
        let one = page.review.listed.fixable[0];
        assert_eq!((one.number, one.safe), (2, 2));
        say(&mut page, Msg::Mend(Some(one.rule.slug)), "");
        assert_eq!(label(&page), "mend 2 findings of mirror-frequency-set");
        undo(&mut page);
        send(&mut page, PageMsg::AddVault, "");
        assert!(page.mended().is_none());
    }

    #[test]
    fn all_findings_of_a_rule_are_mended_in_one_step_although_that_changes_what_was_asked_for() {
        let text = r#"{"format":"vaultplan/1","name":"n",
            "vaults":[{"id":"v","name":"erp","region":"cn-hangzhou","encryption":"HBR_PRIVATE","kmsKey":"k"},
                      {"id":"w","name":"crm","region":"cn-hangzhou","encryption":"HBR_PRIVATE","kmsKey":"k"}]}"#;
        let mut page = opened(text);
        let before = page.state.content.plan.clone();
        let all = &page.review.listed.fixable;
        let ignored = all.iter().find(|one| one.rule.slug == "kms-key-ignored");
        let ignored = *ignored.unwrap();
        assert_eq!((ignored.number, ignored.safe), (2, 0));
        say(&mut page, Msg::Mend(Some(ignored.rule.slug)), "");
        assert!(
            page.plan()
                .vaults
                .iter()
                .all(|vault| vault.kms_key.is_none())
        );
        undo(&mut page);
        assert_eq!(page.state.content.plan, before);
    }

    #[test]
    fn a_finding_is_set_aside_with_a_reason_and_judged_again() {
        let mut page = opened(BROKEN);
        let errors = page.judged.tally().errors;
        let at = finding(&page, "mirror-same-region");
        say(&mut page, Msg::AskAside(at), "");
        assert!(matches!(page.over, Some(Over::Aside)));
        // Without a reason nothing happens.
        let effects = say(&mut page, Msg::SetAside, "");
        assert!(effects.contains(&Effect::Focus(REASON.to_owned())));
        assert!(page.review.aside.as_ref().unwrap().tried);
        say(
            &mut page,
            Msg::Aside(|aside, text| aside.reason = text),
            "a lab",
        );
        say(
            &mut page,
            Msg::Aside(|aside, text| aside.owner = text),
            "ops",
        );
        // A day that is over is refused as well.
        let day = || Msg::Aside(|aside, text| aside.until = text);
        say(&mut page, day(), "2026-11-20");
        let effects = say(&mut page, Msg::SetAside, "");
        assert!(effects.contains(&Effect::Focus(UNTIL.to_owned())));
        say(&mut page, day(), "2026-12-31");
        let effects = say(&mut page, Msg::SetAside, "");
        assert!(effects.contains(&Effect::CloseDialog));
        assert_eq!(page.judged.tally().errors, errors - 1);
        assert_eq!((page.judged.aside.len(), page.judged.aside[0].by), (1, 0));
        let set = &page.plan().settings.as_deref().unwrap().suppressions[0];
        assert_eq!(
            (&*set.reason, set.owner.as_deref(), set.object.as_deref()),
            ("a lab", Some("ops"), Some("m-same"))
        );
        assert_eq!(&*set.until.as_ref().unwrap().text, "2026-12-31T23:59:59Z");
        assert!(label(&page).starts_with("set aside mirror-same-region on"));
        let back = Msg::TakeBack("/settings/suppressions/0".to_owned());
        say(&mut page, back, "");
        assert_eq!(page.judged.tally().errors, errors);
        assert!(page.plan().settings.is_none());
        assert_eq!(label(&page), "judge mirror-same-region again");
    }

    #[test]
    fn every_object_can_be_meant_and_other_settings_stay() {
        let mut page = opened(BROKEN);
        let rule = page.judged.findings[finding(&page, "mirror-same-region")].rule;
        say(
            &mut page,
            Msg::Severity(rule, Some(RuleSeverity::Warning)),
            "",
        );
        let at = finding(&page, "mirror-same-region");
        say(&mut page, Msg::AskAside(at), "");
        say(
            &mut page,
            Msg::Aside(|aside, text| aside.reason = text),
            "a lab",
        );
        say(&mut page, Msg::Aside(|aside, _| aside.every = true), "");
        say(&mut page, Msg::SetAside, "");
        let settings = page.plan().settings.as_deref().unwrap();
        assert_eq!(settings.suppressions[0].object, None);
        assert_eq!(settings.severities.len(), 1);
        let back = Msg::TakeBack("/settings/suppressions/0".to_owned());
        say(&mut page, back, "");
        let settings = page.plan().settings.as_deref().unwrap();
        assert_eq!(
            (settings.suppressions.len(), settings.severities.len()),
            (0, 1)
        );
    }

    #[test]
    fn a_suppression_whose_time_is_over_is_a_finding() {
        let text = r#"{"format":"vaultplan/1",
            "settings":{"suppressions":[{"rule":"M001","reason":"a lab","until":"2026-01-01T00:00:00Z"}]},
            "vaults":[{"id":"v","name":"erp","region":"cn-hangzhou"}],
            "mirrors":[{"id":"r","source":"v","region":"cn-hangzhou"}]}"#;
        let page = opened(text);
        assert!(slugs(&page).contains(&"suppression-expired"));
        assert!(slugs(&page).contains(&"mirror-same-region"));
        assert!(page.judged.aside.is_empty());
    }

    #[test]
    fn a_rule_is_judged_otherwise_switched_off_and_judged_as_the_rulebook_says() {
        let mut page = opened(BROKEN);
        let errors = page.judged.tally().errors;
        let rule = page.judged.findings[finding(&page, "mirror-same-region")].rule;
        let judge = |page: &mut Page, severity| say(page, Msg::Severity(rule, severity), "");
        judge(&mut page, Some(RuleSeverity::Advice));
        assert_eq!(page.judged.tally().errors, errors - 1);
        assert_eq!(
            chosen_severity(page.plan(), rule),
            Some(RuleSeverity::Advice)
        );
        assert_eq!(label(&page), "judge mirror-same-region as Advice");
        judge(&mut page, Some(RuleSeverity::Off));
        assert!(!slugs(&page).contains(&"mirror-same-region"));
        assert_eq!(label(&page), "switch mirror-same-region off");
        assert_eq!(page.plan().settings.as_deref().unwrap().severities.len(), 1);
        judge(&mut page, None);
        assert!(page.plan().settings.is_none());
        assert_eq!(page.judged.tally().errors, errors);
        // Nothing to take back is no step.
        let serial = page.state.serial;
        judge(&mut page, None);
        assert_eq!(page.state.serial, serial);
    }

    #[test]
    fn other_editions_are_compared_at_once_and_of_large_plans_after_a_pause() {
        let mut page = opened(BROKEN);
        let newest = Edition::ReplicationTarget;
        assert!(page.review.compared(newest).is_some());
        assert!(page.review.compared(Edition::Hbr2019).is_none());
        say(&mut page, Msg::With, "hbr-2019");
        assert_eq!(page.route.fragment(), "#/findings?with=hbr-2019");
        assert!(page.review.compared(Edition::Hbr2019).is_some());
        let sources: Vec<String> = (0..AT_ONCE)
            .map(|n| format!(r#"{{"id":"s{n}","type":"OSS"}}"#))
            .collect();
        let large = format!(
            r#"{{"format":"vaultplan/1","vaults":[{{"id":"v"}}],"sources":[{}]}}"#,
            sources.join(",")
        );
        let mut page = opened(&large);
        assert!(page.review.compared(newest).is_none());
        let effects = send(&mut page, PageMsg::AddVault, "");
        assert!(effects.contains(&Effect::Compare));
        say(&mut page, Msg::Compare, "");
        assert!(page.review.compared(newest).is_some());
        send(&mut page, PageMsg::AddVault, "");
        assert!(page.review.compared(newest).is_none());
    }

    #[test]
    fn its_own_edition_says_neither_more_nor_less() {
        let page = opened(BROKEN);
        let own = Compared::new(&page.judged, page.plan().edition());
        assert_eq!(own.differences, Differences::default());
    }

    #[test]
    fn switching_the_edition_is_one_step_and_keeps_both_side_by_side() {
        let mut page = opened(BROKEN);
        let before = page.state.content.plan.clone();
        let newest = Edition::ReplicationTarget;
        say(&mut page, Msg::With, newest.word());
        say(&mut page, Msg::Switch(newest), "");
        assert_eq!(page.plan().edition(), newest);
        assert_eq!(page.route.how.with, Some(Edition::MirrorVault));
        assert!(page.review.compared(Edition::MirrorVault).is_some());
        undo(&mut page);
        assert_eq!(page.state.content.plan, before);
    }

    #[test]
    fn values_that_decided_are_shown_when_asked_for_and_only_then() {
        let mut page = opened(BROKEN);
        assert!(page.review.why.is_none());
        let at = finding(&page, "mirror-same-region");
        let (rule, object) = {
            let finding = &page.judged.findings[at];
            (finding.rule, finding.spot().object)
        };
        say(&mut page, Msg::Why(rule, object), "");
        let (_, _, explained) = page.review.why.clone().unwrap();
        let explained = (*explained).clone().unwrap();
        assert_eq!(explained.seen, Seen::Fail);
        let region = object.pointer("/region");
        assert!(explained.evidence.iter().any(|one| one.pointer == region));
        say(&mut page, Msg::Why(rule, object), "");
        assert!(page.review.why.is_none());
        // Of a pass as well, object by object.
        say(&mut page, Msg::Subjects(rule), "");
        let (_, said) = page.review.subjects.clone().unwrap();
        let (other, _) = *said.iter().find(|(_, seen)| *seen == Seen::Pass).unwrap();
        say(&mut page, Msg::Why(rule, other), "");
        let (_, _, explained) = page.review.why.clone().unwrap();
        assert_eq!((*explained).clone().unwrap().seen, Seen::Pass);
    }

    #[test]
    fn a_field_is_reached_from_its_finding() {
        let mut page = opened(BROKEN);
        let object = page.judged.findings[finding(&page, "mirror-same-region")]
            .spot()
            .object;
        let effects = say(
            &mut page,
            Msg::ToField(object, "/mirrors/0/region".to_owned()),
            "",
        );
        let there = Route::findings(Filter::All).with("m-same".to_owned());
        assert!(effects.contains(&Effect::Go(there)));
        assert!(effects.contains(&Effect::Field("/mirrors/0/region".to_owned())));
    }

    #[test]
    fn the_order_of_changes_is_taken_over_as_one_step() {
        let text = r#"{"format":"vaultplan/1",
            "vaults":[{"id":"v","name":"erp","region":"cn-hangzhou"}],
            "mirrors":[{"id":"r","source":"v","region":"cn-shanghai"}],
            "changes":[{"do":"delete","object":"v","note":"last"}]}"#;
        let mut page = opened(text);
        say(&mut page, Msg::Order, "");
        let changes = &page.plan().changes;
        let steps: Vec<_> = changes
            .iter()
            .map(|c| (c.kind.word(), &*c.object))
            .collect();
        assert_eq!(steps, [("delete", "r"), ("delete", "v")]);
        assert_eq!(changes[1].note.as_deref(), Some("last"));
        assert_eq!(label(&page), "put the changes in order");
        // A good order is no step.
        let serial = page.state.serial;
        say(&mut page, Msg::Order, "");
        assert_eq!(page.state.serial, serial);
        undo(&mut page);
        assert_eq!(page.plan().changes.len(), 1);
    }

    #[test]
    fn the_region_of_a_key_is_supplied_as_the_keys() {
        for (name, alias) in [("key-1", None), ("alias/erp", Some("alias/erp"))] {
            let text = format!(
                r#"{{"format":"vaultplan/1","vaults":[
                {{"id":"v","name":"erp","region":"cn-hangzhou","encryption":"KMS","kmsKey":"{name}"}}]}}"#
            );
            let mut page = opened(&text);
            let waiting = |page: &Page| {
                let all = page.judged.findings.iter();
                all.filter(|f| matches!(&f.outcome, Outcome::Undecided(m) if m.wanted.slug == "key-region"))
                    .count()
            };
            assert!(waiting(&page) > 0);
            let vault = ObjectRef::new(ObjectKind::Vault, 0);
            say(&mut page, Msg::KeyRegion(vault), "cn-hangzhou");
            assert_eq!(waiting(&page), 0);
            let key = &page.plan().keys[0];
            assert_eq!(key.region.as_deref(), Some("cn-hangzhou"));
            assert_eq!(key.alias.as_deref(), alias);
            assert_eq!(page.plan().vaults[0].kms_key.as_deref(), Some(name));
        }
    }
}
