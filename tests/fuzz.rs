//! Spoilt documents: examples, formats, price books and answers of the service, mutilated from a fixed seed, go
//! through reading, importing, checking, every question, wording, writing and patching until the time is up. A panic,
//! a refusal that is not explained, or a text that is not read back as it was written ends it with the input.
//! `cargo bench --bench fuzz -- --seconds 60`: not a test, because it takes as long as it is given.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a program that looks for panics may panic"
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use vaultplan::catalog::editions::Edition;
use vaultplan::facts::{Facts, Store};
use vaultplan::finding::Finding;
use vaultplan::import::{self, Kind};
use vaultplan::lang::Lang;
use vaultplan::model::problem::ProblemKind;
use vaultplan::model::{self, Problem, Topology, book};
use vaultplan::questions::{contents, eligible, encryption, generated, mirror_regions, restorable};
use vaultplan::report::{self, Options, Report, json};

/// Questions about one object are asked of the first so many.
const ASKED: usize = 3;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let after = |name: &str| {
        let place = args.iter().position(|arg| arg == name)?;
        args.get(place + 1)?.parse::<u64>().ok()
    };
    let limit = Duration::from_secs(after("--seconds").unwrap_or(60));
    let mut rolls = Rolls(after("--seed").unwrap_or(20_261_121) | 1);
    let corpus = corpus();
    let words = Words::of(&corpus);
    assert!(
        corpus.len() > 100 && words.values.len() > 100,
        "the corpus is there"
    );
    let begun = Instant::now();
    let (mut inputs, mut judged) = (0_u64, 0_u64);
    while begun.elapsed() < limit {
        let input = spoil(&mut rolls, &corpus, &words);
        let edition = Edition::ALL[rolls.below(Edition::ALL.len())];
        let run = std::panic::AssertUnwindSafe(|| one(&input, edition));
        match std::panic::catch_unwind(run) {
            Ok(plan) => judged += u64::from(plan),
            Err(_) => {
                let text = String::from_utf8_lossy(&input);
                println!("input {inputs}, edition {}: {text:?}", edition.word());
                std::process::exit(1);
            }
        }
        inputs += 1;
    }
    println!("{inputs} spoilt documents, {judged} of them read and judged, no panic");
}

/// A generator of numbers, the same on every machine (xorshift).
struct Rolls(u64);

impl Rolls {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }
}

/// Every small document of the project, in the order of their paths.
fn corpus() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open = ["tests/rules", "tests/formats", "examples", "prices"]
        .map(|f| root.join(f))
        .to_vec();
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("a folder");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|ending| ending == "json") {
            files.push(path);
        }
    }
    files.sort();
    let read = files
        .iter()
        .map(|path| std::fs::read(path).expect("a file"));
    read.collect()
}

/// What is put into texts.
struct Words {
    /// Texts that stand as values in the corpus.
    values: Vec<Vec<u8>>,
    /// Names of members, and values that programs stumble over.
    others: Vec<Vec<u8>>,
}

impl Words {
    fn of(corpus: &[Vec<u8>]) -> Self {
        let (mut values, mut others) = (BTreeSet::new(), BTreeSet::new());
        for text in corpus {
            for (from, to) in quoted(text) {
                let list = if is_name(text, to) {
                    &mut others
                } else {
                    &mut values
                };
                list.insert(text[from..to].to_vec());
            }
        }
        let odd: [&[u8]; 16] = [
            b"null",
            b"true",
            b"[]",
            b"{}",
            b"[[[[",
            b"0",
            b"-1",
            b"1e999",
            b"18446744073709551616",
            b"\"\"",
            b"\"\\ud800\"",
            b"\"\\u0000\"",
            "\"库😀\u{202e}\"".as_bytes(),
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"\\",
        ];
        others.extend(odd.map(<[u8]>::to_vec));
        Self {
            values: values.into_iter().collect(),
            others: others.into_iter().collect(),
        }
    }
}

/// A document of the corpus with one to six changes; every second one with other texts for values alone, so that
/// it is mostly read.
fn spoil(rolls: &mut Rolls, corpus: &[Vec<u8>], words: &Words) -> Vec<u8> {
    let mut text = corpus[rolls.below(corpus.len())].clone();
    let gently = rolls.below(2) == 0;
    for _ in 0..=rolls.below(6) {
        let mut places = quoted(&text);
        if gently {
            places.retain(|(_, to)| !is_name(&text, *to));
        }
        let at = rolls.below(text.len() + 1);
        let (from, to) = match places.get(rolls.below(places.len())) {
            Some(place) if gently || rolls.below(3) > 0 => *place,
            _ => (at, (at + rolls.below(40)).min(text.len())),
        };
        let other = &corpus[rolls.below(corpus.len())];
        let put = match rolls.below(8) {
            _ if gently => words.values[rolls.below(words.values.len())].clone(),
            0..=2 => words.others[rolls.below(words.others.len())].clone(),
            3 | 4 => words.values[rolls.below(words.values.len())].clone(),
            5 | 6 => {
                let from = rolls.below(other.len() + 1);
                other[from..(from + rolls.below(200)).min(other.len())].to_vec()
            }
            _ => [&text[from..to], &text[from..to]].concat(),
        };
        text.splice(from..to, put);
    }
    text
}

/// The places of quoted words, with their marks.
fn quoted(text: &[u8]) -> Vec<(usize, usize)> {
    let marks = (0..text.len()).filter(|place| text[*place] == b'"');
    let marks: Vec<usize> = marks.collect();
    let pairs = marks.chunks_exact(2);
    pairs.map(|pair| (pair[0], pair[1] + 1)).collect()
}

/// Whether the quoted word that ends here names a member.
fn is_name(text: &[u8], end: usize) -> bool {
    let rest = &text[end..];
    rest.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}

/// Everything that a user may do with a text; whether it gave a plan.
fn one(bytes: &[u8], edition: Edition) -> bool {
    let text = std::str::from_utf8(bytes).ok();
    if let Some(text) = text.filter(|text| import::recognise(text) == Kind::Answer) {
        let files = [("a", text), ("b", text)];
        for files in [&files[..1], &files] {
            match import::answers::merge(files) {
                Ok(import) => {
                    let _ = Lang::ALL.map(|lang| import.worded(lang));
                    judge(&import.plan, edition);
                }
                Err(problems) => {
                    assert!(!problems.is_empty(), "a refusal without a reason");
                    for problem in problems {
                        assert!(
                            !problem.message(Lang::Zh).is_empty(),
                            "a reason without words"
                        );
                    }
                    return false;
                }
            }
        }
        return true;
    }
    if text.is_some_and(|text| text.contains(book::FORMAT)) {
        match model::read_book_bytes(bytes) {
            Ok(book) => {
                let written = model::write_book(&book);
                let again = model::read_book(&written).expect("what was written reads");
                assert!(again == book, "what was written reads as it was: {written}");
                return true;
            }
            Err(problems) => explained(&problems),
        }
    }
    match model::read(bytes) {
        Ok(plan) => {
            let written = model::write(&plan);
            let again = model::read_text(&written).expect("what was written reads");
            assert!(again == plan, "what was written reads as it was: {written}");
            judge(&plan.into_owned(), edition);
            true
        }
        Err(problems) => {
            explained(&problems);
            false
        }
    }
}

fn explained(problems: &[Problem]) {
    assert!(!problems.is_empty(), "a refusal without a reason");
    for problem in problems {
        assert!(problem.kind != ProblemKind::Unexplained, "unexplained");
        for lang in Lang::ALL {
            assert!(!problem.message(lang).is_empty(), "no words");
        }
    }
}

fn judge(plan: &Topology<'static>, edition: Edition) {
    for options in [
        Options::default(),
        Options {
            edition: Some(edition),
            now: Some(1_795_219_200),
        },
    ] {
        let report = report::check(plan, options);
        ask(&report.facts);
        for lang in Lang::ALL {
            json::report(&report, lang, None).write(&mut Vec::new());
        }
        for finding in report.findings.iter().chain(&report.practice) {
            mend(plan, &report, finding);
        }
    }
}

fn ask(facts: &Facts<'_>) {
    let _ = eligible::eligible(facts);
    let _ = encryption::pairs(facts);
    for vault in facts.vaults.iter().take(ASKED) {
        let choices = mirror_regions::mirror_regions(facts, vault);
        for choice in choices.regions.iter().take(ASKED) {
            let _ = generated::create_mirror(facts, vault, choice.region.id);
        }
        let _ = restorable::restorable(facts, Store::Vault(vault));
    }
    for mirror in facts.mirrors.iter().take(ASKED) {
        let _ = contents::contents(facts, mirror);
        let _ = restorable::restorable(facts, Store::Mirror(mirror));
    }
    for restore in facts.restores.iter().take(ASKED) {
        let _ = restorable::charge_of(facts, restore);
    }
}

/// A fix applies and can be taken back.
fn mend(plan: &Topology<'static>, report: &Report<'_>, finding: &Finding) {
    for fix in finding.fixes().iter().filter(|fix| !fix.patch.is_empty()) {
        let mut mended = plan.clone();
        match model::apply(&mut mended, &fix.patch) {
            Ok(inverse) => {
                let back = model::apply(&mut mended, &inverse);
                assert!(
                    back.is_ok() && mended == *plan,
                    "a fix that is not taken back"
                );
            }
            Err(error) => panic!(
                "{} of {}: {error:?}: {:?}",
                finding.rule.slug,
                report.facts.edition.word(),
                fix.patch
            ),
        }
    }
}
