//! What the search finds: views, commands and objects of the plan, by words of both languages at the same time, by
//! the sounds of the Chinese ones, by id, region and type. Pure: the same question has the same answer.

use vaultplan::catalog::{regions, vocabulary};
use vaultplan::finding::{ObjectKind, ObjectRef};
use vaultplan::lang::{Lang, Text};
use vaultplan::report::mend::safe_fix;
use vaultplan::text::suggest;

use crate::components::object_form::KINDS;
use crate::icon::Glyph;
use crate::page::{Msg, Page};
use crate::prefs::Theme;
use crate::route::{Route, View};
use crate::words::shell as ours;
use crate::{edit, form, objects, review, shell, views, words};

/// So many results are listed.
pub(crate) const MOST: usize = 50;

/// What a result does.
pub(crate) enum Does {
    /// Goes to a place.
    Go(Route),
    /// Does what a control would.
    Send(Msg),
}

/// A result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// A view, by its place among the views.
    View(usize),
    /// A command, by its place in the list.
    Command(usize),
    /// Adding an object of a kind, by its place among the kinds.
    Add(usize),
    /// An object of the plan.
    Object(ObjectRef),
}

/// Something that can be done from everywhere.
pub(crate) struct Command {
    pub(crate) text: &'static Text,
    /// Sounds of the Chinese words, and words by which people call it as well.
    also: &'static str,
    pub(crate) glyph: Glyph,
    /// The keys that do the same, as [`keys`] shows them.
    pub(crate) keys: &'static str,
    /// What it does; nothing where it does not apply.
    does: fn(&Page) -> Option<Does>,
}

const fn command(
    text: &'static Text,
    also: &'static str,
    glyph: Glyph,
    keys: &'static str,
    does: fn(&Page) -> Option<Does>,
) -> Command {
    Command {
        text,
        also,
        glyph,
        keys,
        does,
    }
}

fn send(msg: Msg) -> Option<Does> {
    Some(Does::Send(msg))
}

/// The vault that is selected.
fn selected_vault(page: &Page) -> Option<&str> {
    let reference = page.route.selected.as_deref()?;
    let object = page.judged.find(reference)?;
    (object.kind == ObjectKind::Vault).then_some(reference)
}

/// All commands, in the order in which they are offered.
#[rustfmt::skip]
pub(crate) static COMMANDS: &[Command] = &[
    command(ours::CREATE_MIRROR_HERE, "chuangjian jingxiang jing xiang copy replicate", Glyph::Mirror, "",
        |page| selected_vault(page).map(|vault| Does::Go(Route::create_mirror(vault)))),
    command(ours::MEND_SAFELY, "xiufu anquan jiancha jieguo apply fixes repair", Glyph::Pass, "",
        |page| send(Msg::Review(review::Msg::Mend(None))).filter(|_| page.judged.findings.iter().any(|found| safe_fix(found).is_some()))),
    command(ours::NEXT_FINDING, "xiayige wenti jiancha jieguo problem error", Glyph::Warning, "F8",
        |page| send(Msg::Shell(shell::Msg::Finding(true))).filter(|_| !page.judged.findings.is_empty())),
    command(ours::PREVIOUS_FINDING, "shangyige wenti jiancha jieguo problem error", Glyph::Warning, "Shift F8",
        |page| send(Msg::Shell(shell::Msg::Finding(false))).filter(|_| !page.judged.findings.is_empty())),
    command(words::UNDO, "chexiao back", Glyph::Undo, "Ctrl Z",
        |page| page.state.undoable().and_then(|_| send(Msg::Undo))),
    command(words::REDO, "chongzuo again", Glyph::Redo, "Ctrl Shift Z",
        |page| page.state.redoable().and_then(|_| send(Msg::Redo))),
    command(ours::NEW_PLAN, "xinjian fangan empty", Glyph::Plan, "",
        |_| send(Msg::NewPlan)),
    command(words::OPEN, "dakai file import example load", Glyph::File, "",
        |_| Some(Does::Go(Route::FILES))),
    command(words::SAVE_JSON, "baocun wenjian export download", Glyph::Save, "",
        |_| send(Msg::Save)),
    command(words::COPY_JSON, "fuzhi clipboard", Glyph::Copy, "",
        |_| send(Msg::Copy("", None))),
    command(ours::TO_ENGLISH, "yingyu english en language", Glyph::Text, "",
        |page| send(Msg::Lang(Lang::En)).filter(|_| page.lang != Lang::En)),
    command(ours::TO_CHINESE, "zhongwen chinese zh language", Glyph::Text, "",
        |page| send(Msg::Lang(Lang::Zh)).filter(|_| page.lang != Lang::Zh)),
    command(ours::THEME_LIGHT, "qianse zhuti bright", Glyph::Info, "",
        |page| send(Msg::Theme(Theme::Light)).filter(|_| page.theme != Theme::Light)),
    command(ours::THEME_DARK, "shense zhuti night", Glyph::Info, "",
        |page| send(Msg::Theme(Theme::Dark)).filter(|_| page.theme != Theme::Dark)),
    command(ours::THEME_SYSTEM, "xitong zhuti auto", Glyph::Info, "",
        |page| send(Msg::Theme(Theme::System)).filter(|_| page.theme != Theme::System)),
    command(ours::KEYS, "jianpan kuaijiejian help shortcuts", Glyph::Info, "?",
        |_| send(Msg::Shell(shell::Msg::Keys))),
];

/// Sounds of the names of the views, in the order of their words.
const VIEW_SOUNDS: &[(View, &str)] = &[
    (View::Plan, "fangan home overview outline form"),
    (
        View::Findings,
        "jiancha jieguo wenti errors warnings problems",
    ),
    (
        View::Coverage,
        "baohu fubenyidi offsite copies csv protection",
    ),
    (View::Map, "tuoputu ditu picture lanes arrows svg"),
    (View::Encryption, "jiami kms keys matrix"),
    (
        View::Cost,
        "chengben feiyong jiage prices money budget bill total usd cny",
    ),
    (View::Text, "wenben json source"),
    (View::Files, "wenjian my plans open examples import export"),
];

/// Sounds of a kind of object.
fn kind_sounds(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Plan => "fangan",
        ObjectKind::Vault => "beifenku",
        ObjectKind::Mirror => "jingxiangku copy replica",
        ObjectKind::Client => "kehuduan agent",
        ObjectKind::Source => "shujuyuan",
        ObjectKind::Policy => "celue plan",
        ObjectKind::Restore => "huifu recovery",
        ObjectKind::Change => "biangeng operation",
        ObjectKind::Key => "miyao kms",
    }
}

impl Found {
    /// What choosing it does.
    pub(crate) fn does(self, page: &Page) -> Does {
        let nothing = || Does::Go(page.route.clone());
        match self {
            Self::View(place) => match views::ALL.get(place) {
                Some(look) => Does::Go(page.route.tab(look.view)),
                None => nothing(),
            },
            Self::Command(place) => COMMANDS
                .get(place)
                .and_then(|command| (command.does)(page))
                .unwrap_or_else(nothing),
            Self::Add(place) => match KINDS.get(place) {
                Some(known) => Does::Send(Msg::Form(form::Msg::Add(known.kind))),
                None => nothing(),
            },
            Self::Object(object) => Does::Go(page.route.select(page.judged.reference(object))),
        }
    }
}

/// How well a text answers a term: 0 is best. `None` where it does not have it.
fn answers(text: &str, term: &str) -> Option<u32> {
    let at = text.find(term)?;
    let begins = |at: usize| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        // Chinese words have no gaps: each character may begin one.
        before.is_none_or(|c| !c.is_ascii_alphanumeric())
    };
    Some(match at {
        0 if text.len() == term.len() => 0,
        0 => 1,
        _ if begins(at) => 2,
        _ => 3,
    })
}

/// Lower case, as terms are.
pub(crate) fn folded(text: &str) -> String {
    text.chars().map(suggest::lower).collect()
}

/// How well several texts answer all terms: the sum of the best answer to each. Earlier texts count more.
fn rank(terms: &[String], texts: &[&str]) -> Option<u32> {
    let mut sum = 0;
    for term in terms {
        let of =
            |(place, text): (u32, &&str)| Some(answers(text, term)? * 2 + u32::from(place > 0));
        sum += (0..).zip(texts).filter_map(of).min()?;
    }
    Some(sum)
}

/// The best results so far: few, and in order.
struct Best {
    list: Vec<(u32, Found)>,
}

impl Best {
    fn put(&mut self, rank: u32, found: Found) {
        // What came first stays before what is as good.
        let at = self.list.partition_point(|(other, _)| *other <= rank);
        if at < MOST {
            self.list.truncate(MOST - 1);
            self.list.insert(at, (rank, found));
        }
    }
}

/// What a question finds, the best first, at most [`MOST`]. No question finds what can be done here.
pub(crate) fn find(page: &Page, asked: &str) -> Vec<Found> {
    let asked = folded(asked);
    let terms: Vec<String> = asked.split_whitespace().map(ToOwned::to_owned).collect();
    let mut best = Best { list: Vec::new() };
    let both = |text: &Text| [folded(text.get(Lang::En)), folded(text.get(Lang::Zh))];
    for (place, look) in views::ALL.iter().enumerate() {
        let [en, zh] = both(look.title);
        let sounds = VIEW_SOUNDS.iter().find(|(view, _)| *view == look.view);
        let sounds = sounds.map_or("", |(_, sounds)| sounds);
        if let Some(rank) = rank(&terms, &[&en, &zh, sounds]) {
            best.put(rank, Found::View(place));
        }
    }
    for (place, command) in COMMANDS.iter().enumerate() {
        let [en, zh] = both(command.text);
        if let Some(rank) = rank(&terms, &[&en, &zh, command.also])
            && (command.does)(page).is_some()
        {
            best.put(rank, Found::Command(place));
        }
    }
    for (place, known) in KINDS.iter().enumerate() {
        // A mirror is made of a vault.
        let can = known.kind != ObjectKind::Mirror;
        let [en, zh] = both(known.add);
        let sounds = ["tianjia new create ", kind_sounds(known.kind)].concat();
        if let Some(rank) = rank(&terms, &[&en, &zh, &sounds])
            && can
            && objects::obstacle(page.plan(), known.kind).is_none()
        {
            best.put(rank, Found::Add(place));
        }
    }
    if !terms.is_empty() {
        of_plan(page, &terms, &mut best);
    }
    best.list.into_iter().map(|(_, found)| found).collect()
}

/// Words that many objects share, folded once.
struct Shared<'p> {
    list: Vec<(&'p str, String)>,
}

impl<'p> Shared<'p> {
    /// The place of the words of a region, a type or a kind.
    fn place(&mut self, word: Option<&'p str>) -> Option<usize> {
        let word = word?;
        let known = self.list.iter().position(|(other, _)| *other == word);
        known.or_else(|| {
            let name = regions::find(word).map(|region| region.name());
            let name = name.or_else(|| vocabulary::VAULT_TYPE.label(word));
            let name = name.or_else(|| vocabulary::SOURCE_TYPE.label(word));
            let (en, zh) = name.map_or(("", ""), |text| (text.get(Lang::En), text.get(Lang::Zh)));
            self.list
                .push((word, folded(&[word, " ", en, " ", zh].concat())));
            Some(self.list.len() - 1)
        })
    }

    fn text(&self, place: Option<usize>) -> &str {
        let found = place.and_then(|place| self.list.get(place));
        found.map_or("", |(_, text)| text)
    }
}

/// Objects by name, id, region and type.
fn of_plan(page: &Page, terms: &[String], best: &mut Best) {
    let plan = page.plan();
    let mut shared = Shared { list: Vec::new() };
    for kind in edit::KINDS {
        let label = kind.label();
        let (en, zh) = (label.get(Lang::En), label.get(Lang::Zh));
        let of_kind = folded(&[en, " ", zh, " ", kind_sounds(kind)].concat());
        for object in edit::all_of(plan, kind) {
            let (region, sort) = region_and_type(page, object);
            let (region, sort) = (shared.place(region), shared.place(sort));
            let name = folded(edit::name(plan, object));
            let id = folded(edit::id(plan, object));
            let texts = [
                &*name,
                &id,
                shared.text(region),
                &of_kind,
                shared.text(sort),
            ];
            if let Some(rank) = rank(terms, &texts) {
                best.put(rank, Found::Object(object));
            }
        }
    }
}

/// The region and the type that an object states.
pub(crate) fn region_and_type(page: &Page, object: ObjectRef) -> (Option<&str>, Option<&str>) {
    let (plan, index) = (page.plan(), object.index);
    match object.kind {
        ObjectKind::Vault => {
            let vault = plan.vaults.get(index);
            let region = vault.and_then(|o| o.region.as_deref());
            (region, vault.and_then(|o| o.kind.as_deref()))
        }
        ObjectKind::Mirror => {
            let region = plan.mirrors.get(index);
            (region.and_then(|o| o.region.as_deref()), None)
        }
        ObjectKind::Source => {
            let source = plan.sources.get(index);
            let region = source.and_then(|o| o.region.as_deref());
            (region, source.map(|o| &*o.kind))
        }
        ObjectKind::Client => {
            let client = plan.clients.get(index);
            (client.and_then(|o| o.region.as_deref()), None)
        }
        ObjectKind::Key => {
            let key = plan.keys.get(index);
            (key.and_then(|o| o.region.as_deref()), None)
        }
        _ => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeper::Opened;
    use crate::page::{Effect, Heard, Over, Told};
    use crate::shell::Msg as Shell;
    use crate::state::Content;
    use vaultplan::model;

    fn page(text: &str) -> Page {
        let mut page = Page::new(Lang::En, Theme::System, Route::PLAN, 0);
        let plan = model::read_text(text).unwrap().into_owned();
        send(
            &mut page,
            Msg::Told(Told::Loaded(Box::new(Opened::new(Content::new("p", plan))))),
            "",
            "",
        );
        page
    }

    fn send(page: &mut Page, msg: Msg, value: &str, key: &str) -> Vec<Effect> {
        let heard = Heard {
            value: value.to_owned(),
            key: key.to_owned(),
            ..Heard::default()
        };
        let mut effects = Vec::new();
        page.update(&msg, &heard, &mut effects);
        effects
    }

    const PLAN: &str = r#"{"format": "vaultplan/1",
        "vaults": [{"id": "v-1", "name": "erp", "region": "cn-hangzhou", "type": "OTS_BACKUP"},
                   {"id": "v-2", "name": "财务 ERP archive", "region": "cn-beijing"},
                   {"id": "erp-3", "region": "cn-shanghai"}],
        "mirrors": [{"id": "m-1", "source": "v-1", "region": "cn-shanghai"}],
        "sources": [{"id": "s-1", "name": "orders", "type": "ECS_FILE", "region": "cn-beijing"}],
        "keys": [{"id": "k", "alias": "alias/erp", "region": "cn-hangzhou"}]}"#;

    fn found(page: &Page, asked: &str) -> Vec<String> {
        let name = |found: &Found| match found {
            Found::View(place) => views::ALL[*place].word.to_owned(),
            Found::Command(place) => COMMANDS[*place].text.get(Lang::En).to_owned(),
            Found::Add(place) => KINDS[*place].add.get(Lang::En).to_owned(),
            Found::Object(object) => page.judged.reference(*object),
        };
        find(page, asked).iter().map(name).collect()
    }

    #[test]
    fn better_answers_come_first_and_equal_ones_in_the_order_of_the_plan() {
        let page = page(PLAN);
        // The whole name, the beginning of an id, the beginning of a word.
        assert_eq!(found(&page, "erp"), ["v-1", "erp-3", "v-2", "k"]);
        assert_eq!(found(&page, " ERP  Archive "), ["v-2"]);
        assert_eq!(found(&page, "财务"), ["v-2"]);
        assert_eq!(found(&page, "v-"), ["v-1", "v-2"]);
        assert!(found(&page, "no such thing").is_empty());
    }

    #[test]
    fn regions_types_and_kinds_are_found_in_both_languages() {
        let page = page(PLAN);
        for asked in ["beijing", "cn-beijing", "北京"] {
            assert_eq!(found(&page, asked), ["v-2", "s-1"], "{asked}");
        }
        for asked in ["tablestore", "ots_backup"] {
            assert!(found(&page, asked).contains(&"v-1".to_owned()), "{asked}");
        }
        for asked in ["mirror", "镜像", "jing"] {
            assert!(found(&page, asked).contains(&"m-1".to_owned()), "{asked}");
        }
        assert_eq!(found(&page, "vault 杭州"), ["v-1"]);
    }

    #[test]
    fn commands_and_views_are_found_by_word_and_by_sound() {
        let mut page = page(PLAN);
        for asked in ["undo", "撤销", "chexiao"] {
            assert!(
                found(&page, asked).is_empty(),
                "there is nothing to undo: {asked}"
            );
        }
        let source = Found::Add(2);
        assert_eq!(find(&page, "tianjia shujuyuan"), [source]);
        let Does::Send(msg) = source.does(&page) else {
            panic!("{source:?}");
        };
        send(&mut page, msg, "", "");
        assert_eq!(page.plan().sources.len(), 2);
        for asked in ["undo", "撤销", "chexiao"] {
            assert_eq!(
                found(&page, asked).first().map(String::as_str),
                Some("Undo"),
                "{asked}"
            );
        }
        for asked in ["encryption", "加密", "jiami"] {
            assert!(
                found(&page, asked).contains(&"encryption".to_owned()),
                "{asked}"
            );
        }
        // A mirror is made of the vault that is selected.
        let make = ours::CREATE_MIRROR_HERE.get(Lang::En).to_owned();
        assert!(!found(&page, "jing").contains(&make));
        page.route = Route::object("v-1");
        for asked in ["jing", "镜像", "mirror"] {
            assert!(found(&page, asked).contains(&make), "{asked}");
        }
        page.route = Route::object("m-1");
        assert!(!found(&page, "mirror").contains(&make));
    }

    #[test]
    fn every_command_has_words_in_both_languages_and_its_sounds() {
        for command in COMMANDS {
            assert!(!command.also.is_empty(), "{}", command.text.get(Lang::En));
            assert!(
                command
                    .also
                    .chars()
                    .all(|c| c == ' ' || c.is_ascii_lowercase())
            );
        }
        for look in &views::ALL {
            assert!(
                VIEW_SOUNDS.iter().any(|(view, _)| *view == look.view),
                "{}",
                look.word
            );
        }
    }

    #[test]
    fn without_a_question_it_offers_what_can_be_done() {
        let page = page(PLAN);
        let all = found(&page, "  ");
        assert_eq!(
            all[..views::ALL.len()],
            views::ALL.each_ref().map(|look| look.word.to_owned())
        );
        assert!(all.contains(&"Add vault".to_owned()));
    }

    #[test]
    fn of_ten_thousand_vaults_the_best_are_listed() {
        let vaults: Vec<_> = (0..10_000)
            .map(|n| format!(r#"{{"id": "v-{n}", "name": "store {n}", "region": "cn-hangzhou"}}"#))
            .collect();
        let page = page(&format!(
            r#"{{"format": "vaultplan/1", "vaults": [{}]}}"#,
            vaults.join(",")
        ));
        let all = found(&page, "store");
        assert_eq!(all.len(), MOST);
        assert_eq!((&*all[0], &*all[MOST - 1]), ("v-0", "v-49"));
        // The whole id is better than the beginning of another.
        assert_eq!(found(&page, "v-77")[..3], ["v-77", "v-770", "v-771"]);
        assert_eq!(found(&page, "store 9999"), ["v-9999"]);
    }

    #[test]
    fn keys_choose_and_enter_goes_there() {
        let mut page = page(PLAN);
        send(&mut page, Msg::Shell(Shell::Find), "", "");
        assert!(matches!(page.over, Some(Over::Find)));
        send(&mut page, Msg::Shell(Shell::Asked), "erp", "");
        let shown = send(&mut page, Msg::Shell(Shell::Key), "erp", "ArrowDown");
        assert_eq!(shown, [Effect::Show("found-1".to_owned())]);
        // Round at both ends.
        send(&mut page, Msg::Shell(Shell::Key), "erp", "ArrowUp");
        send(&mut page, Msg::Shell(Shell::Key), "erp", "ArrowUp");
        assert_eq!(page.shell.chosen, 3);
        send(&mut page, Msg::Shell(Shell::Key), "erp", "ArrowDown");
        assert_eq!(page.shell.chosen, 0);
        assert!(send(&mut page, Msg::Shell(Shell::Key), "erp", "x").is_empty());
        let went = send(&mut page, Msg::Shell(Shell::Key), "erp", "Enter");
        assert_eq!(
            went,
            [Effect::CloseDialog, Effect::Go(Route::object("v-1"))]
        );
        assert!(page.over.is_none());
        // A key without a result does nothing.
        send(&mut page, Msg::Shell(Shell::Find), "", "");
        send(&mut page, Msg::Shell(Shell::Asked), "nothing at all", "");
        assert!(send(&mut page, Msg::Shell(Shell::Key), "", "Enter").is_empty());
        assert!(page.over.is_some());
        // The same keys close it.
        assert_eq!(
            send(&mut page, Msg::Shell(Shell::Find), "", ""),
            [Effect::CloseDialog]
        );
    }

    #[test]
    fn a_command_that_is_chosen_is_done() {
        let mut page = page(PLAN);
        send(&mut page, Msg::Shell(Shell::Find), "", "");
        send(&mut page, Msg::Shell(Shell::Asked), "shense", "");
        let done = send(&mut page, Msg::Shell(Shell::Choose(0)), "", "");
        assert_eq!(done, [Effect::CloseDialog, Effect::Theme(Theme::Dark)]);
    }

    #[test]
    fn all_safe_fixes_are_offered_while_there_are_any() {
        let mut page = page(
            r#"{"format": "vaultplan/1", "vaults": [{"id": "v", "region": "cn-hangzhou"}],
                "mirrors": [{"id": "m", "source": "v", "region": "cn-shanghai", "schedule": "I|1771545600|P7D"}]}"#,
        );
        let mend = [ours::MEND_SAFELY.get(Lang::En).to_owned()];
        assert_eq!(found(&page, "xiufu"), mend);
        let Does::Send(msg) = find(&page, "xiufu")[0].does(&page) else {
            panic!("no message");
        };
        send(&mut page, msg, "", "");
        assert_eq!(page.plan().mirrors[0].schedule, None);
        assert!(found(&page, "xiufu").is_empty());
    }

    #[test]
    fn findings_are_gone_to_one_after_the_other_and_round() {
        let mut page = page(
            r#"{"format": "vaultplan/1",
            "vaults": [{"id": "a", "region": "cn-hangzhou"}, {"id": "b", "region": "cn-beijing"}],
            "mirrors": [{"id": "x", "source": "a", "region": "cn-hangzhou"},
                        {"id": "y", "source": "b", "region": "cn-beijing"}]}"#,
        );
        let objects: Vec<_> = page
            .judged
            .ordered()
            .map(|(_, f)| f.spot().object)
            .collect();
        assert!(objects.len() > 1);
        let mut went = |forward| {
            let effects = send(&mut page, Msg::Shell(Shell::Finding(forward)), "", "");
            match effects.first() {
                Some(Effect::Go(route)) => route.selected.clone(),
                _ => panic!("{effects:?}"),
            }
        };
        let first = went(true);
        for _ in 1..objects.len() {
            went(true);
        }
        assert_eq!(went(true), first);
        let last = went(false);
        assert_eq!(went(true), first);
        assert_eq!(went(false), last);
    }
}
