//! The glossary holds one name for each edition, and texts use the names of their own editions.

use std::collections::BTreeSet;
use std::path::Path;

use vaultplan::catalog::editions::Edition;
use vaultplan::catalog::glossary::{self, Standing, TERMS, Term};
use vaultplan::catalog::{statements, vocabulary, wanted};
use vaultplan::finding::{Category, ObjectKind, Severity};
use vaultplan::lang::{Lang, Text};
use vaultplan::rules::DOCS;

#[test]
fn every_term_has_one_name_in_each_edition_that_has_it() {
    let mut ids = BTreeSet::new();
    for term in TERMS {
        assert!(ids.insert(term.id), "{} stands twice", term.id);
        let mut editions = 0;
        for edition in Edition::ALL {
            let said =
                |n: &&glossary::Name| n.standing == Standing::Said && n.editions.has(edition);
            let names = term.names.iter().filter(said).count();
            assert!(names <= 1, "{}: {names} names in {edition:?}", term.id);
            editions += names;
        }
        assert!(editions > 0, "{} is said in no edition", term.id);
        for lang in Lang::ALL {
            let own = |name: &glossary::Name| name.text.get(lang) == term.name.get(lang);
            assert!(
                term.names.iter().any(own),
                "{}: {lang} has no source",
                term.id
            );
            assert!(term.names.iter().all(|name| !name.sources.is_empty()));
            let meaning = term.meaning.get(lang);
            assert!(!meaning.ends_with(['.', '。']), "{}: {meaning}", term.id);
        }
    }
}

#[test]
fn an_edition_says_its_own_word_for_the_mirror() {
    let words = |lang| Edition::ALL.map(|edition| edition.mirror_word().get(lang));
    let old = "mirror vault";
    assert_eq!(words(Lang::En), [old, old, old, "replication target vault"]);
    let (hbr, newest) = ("镜像仓库", "复制目标备份库");
    assert_eq!(words(Lang::Zh), [hbr, hbr, "镜像库", newest]);
}

/// Every name that texts of several editions leave to texts of its own ones, with those editions.
fn dated(lang: Lang) -> impl Iterator<Item = (&'static str, Vec<Edition>)> {
    let of_term = move |term: &'static Term| {
        let names = term.names.iter().map(move |name| name.text.get(lang));
        let dated = names.filter(move |name| *name != term.name.get(lang));
        dated.map(move |name| {
            let same = term.names.iter().filter(|n| n.text.get(lang) == name);
            (name, same.flat_map(|n| n.editions.iter()).collect())
        })
    };
    TERMS.iter().flat_map(of_term)
}

/// The name that a text about some editions must not say, if it says one.
fn misplaced(text: &str, lang: Lang, editions: &[Edition]) -> Option<&'static str> {
    let text = text.to_lowercase();
    dated(lang)
        .filter(|(name, _)| text.contains(&name.to_lowercase()))
        .find(|(_, known)| !editions.iter().all(|edition| known.contains(edition)))
        .map(|(name, _)| name)
}

#[track_caller]
fn keeps_to_its_editions(what: &str, text: Text, editions: &[Edition]) {
    for lang in Lang::ALL {
        let text = text.get(lang);
        if let Some(name) = misplaced(text, lang, editions) {
            panic!("{what} says `{name}`, which not all of its editions say: {text}");
        }
    }
}

#[test]
fn texts_use_the_names_of_their_editions() {
    for doc in DOCS {
        let rule = doc.rule;
        let short = [rule.title, rule.message, rule.expected];
        let editions: Vec<_> = rule.editions.iter().collect();
        for text in short.into_iter().chain([doc.what, doc.why, doc.remedy]) {
            keeps_to_its_editions(rule.slug, text, &editions);
        }
    }
    let all = &Edition::ALL;
    for statement in statements::all() {
        // A statement is shown with the rules that rest on it.
        let resting = DOCS
            .iter()
            .filter(|doc| doc.facts.iter().any(|fact| fact.slug == statement.slug));
        let editions: Vec<_> = resting.flat_map(|doc| doc.rule.editions.iter()).collect();
        keeps_to_its_editions(statement.slug, statement.text, &editions);
    }
    for wanted in wanted::ALL {
        keeps_to_its_editions(wanted.slug, wanted.what, all);
        keeps_to_its_editions(wanted.slug, wanted.how, all);
    }
    let vocabularies = [
        &vocabulary::VAULT_TYPE,
        &vocabulary::SOURCE_TYPE,
        &vocabulary::CLIENT_KIND,
        &vocabulary::RULE_TYPE,
        &vocabulary::POLICY_TYPE,
        &vocabulary::RESTORE_TYPE,
    ];
    for vocabulary in vocabularies {
        for word in vocabulary.words {
            keeps_to_its_editions(word.word, word.label, all);
        }
    }
    for category in Category::ALL {
        keeps_to_its_editions("a category", category.label(), all);
    }
    for severity in Severity::ALL {
        keeps_to_its_editions("a severity", severity.label(), all);
    }
    for kind in [ObjectKind::Vault, ObjectKind::Mirror, ObjectKind::Source] {
        keeps_to_its_editions("a kind", kind.label(), all);
    }
}

#[test]
fn the_words_of_the_shells_have_no_name_of_hbr() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let of_today = [Edition::MirrorVault, Edition::ReplicationTarget];
    for file in [
        "crates/app/src/words.rs",
        "crates/site/src/words.rs",
        "crates/cli/src/say.rs",
    ] {
        let text = std::fs::read_to_string(root.join(file)).expect("a text");
        for (name, known) in Lang::ALL.into_iter().flat_map(dated) {
            let gone = !of_today.iter().any(|edition| known.contains(edition));
            assert!(!(gone && text.contains(name)), "{file} says `{name}`");
        }
    }
}

#[test]
fn a_name_out_of_place_is_found() {
    let all = &Edition::ALL;
    assert_eq!(
        misplaced("数据写入镜像仓库", Lang::Zh, all),
        Some("镜像仓库")
    );
    let (text, name) = ("An Image Repository", "image repository");
    assert_eq!(misplaced(text, Lang::En, &[Edition::Hbr2021]), None);
    let later = [Edition::Hbr2021, Edition::MirrorVault];
    assert_eq!(misplaced(text, Lang::En, &later), Some(name));
}
