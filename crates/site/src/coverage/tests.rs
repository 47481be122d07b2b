//! Every statement is carried by what exists.

use std::collections::BTreeSet;
use std::path::Path;

use vaultplan::facts::{Facts, MirrorFact, Store, VaultFact};
use vaultplan::model::declare::{Record, Shape};
use vaultplan::model::{Topology, topology};
use vaultplan::questions;

use super::data::STATED;
use super::{Carrier, Question};

/// How many statements each page makes; a statement cannot be dropped in silence.
const OF_PAGE: [(&str, usize); 5] = [
    ("files", 16),
    ("sql", 5),
    ("hana", 1),
    ("cross", 54),
    ("hbr", 13),
];

#[test]
fn every_statement_of_the_five_pages_is_there_once() {
    let ids: BTreeSet<_> = STATED.iter().map(|one| one.id).collect();
    assert_eq!(ids.len(), STATED.len());
    let wanted = OF_PAGE
        .iter()
        .flat_map(|(page, count)| (1..=*count).map(move |n| format!("{page}-{n}")));
    let wanted: BTreeSet<_> = wanted.collect();
    assert_eq!(ids, wanted.iter().map(String::as_str).collect());
}

#[test]
fn every_carrier_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for one in STATED {
        assert!(!one.by.is_empty(), "{}", one.id);
        for by in one.by {
            let exists = match by {
                Carrier::Rule(slug) | Carrier::Passes(slug) => {
                    vaultplan::rules::find(slug).is_some()
                }
                Carrier::Fix(slug) => has_fix(slug),
                Carrier::Question(question) => answers(*question),
                Carrier::Page(file) => ["en", "zh"]
                    .iter()
                    .all(|lang| root.join("www").join(lang).join(file).is_file()),
                Carrier::Field(name) => has_field(name),
                Carrier::Example(name) => root.join("examples").join(name).is_file(),
                Carrier::Import | Carrier::Due(_) => true,
            };
            assert!(exists, "{}: {by:?} does not exist", one.id);
        }
    }
}

/// Whether the example that breaks the rule is offered a fix that changes the plan.
fn has_fix(slug: &str) -> bool {
    let Some(doc) = vaultplan::rules::find(slug) else {
        return false;
    };
    let plan = vaultplan::model::read_text(doc.fails).expect("the example reads");
    let report = vaultplan::report::check(&plan, vaultplan::report::Options::default());
    report
        .findings
        .iter()
        .any(|f| f.rule.slug == slug && f.fixes().iter().any(|fix| !fix.patch.is_empty()))
}

/// The questions are functions: that they exist is checked by naming them.
fn answers(question: Question) -> bool {
    let _: fn(&Facts<'static>, &MirrorFact<'static>) -> questions::contents::Contents =
        questions::contents::contents;
    let _: fn(&Facts<'static>, Store<'static, 'static>) -> questions::restorable::Restorable =
        questions::restorable::restorable;
    let _: fn(&Facts<'static>, &VaultFact<'static>) -> questions::mirror_regions::Choices =
        questions::mirror_regions::mirror_regions;
    let plan = Topology::empty();
    let facts = Facts::new(&plan, plan.edition(), None);
    match question {
        Question::Eligible => questions::eligible::eligible(&facts).is_empty(),
        Question::Encryption => questions::encryption::pairs(&facts).is_empty(),
        Question::CreateMirror => questions::generated::mirror_name("erp") == "[COPY]-erp",
        Question::Contents | Question::Restorable | Question::Regions => true,
    }
}

fn has_field(name: &str) -> bool {
    fn search(record: &Record, name: &str) -> bool {
        record.fields.iter().any(|field| {
            let here = name
                .strip_prefix(record.name)
                .and_then(|rest| rest.strip_prefix('.'))
                == Some(field.name);
            here || inner(&field.shape).is_some_and(|inner| search(inner, name))
        })
    }
    fn inner(shape: &Shape) -> Option<&Record> {
        match shape {
            Shape::Record(record) => Some(record),
            Shape::List(item) => inner(item),
            _ => None,
        }
    }
    search(&topology::Topology::RECORD, name)
}
