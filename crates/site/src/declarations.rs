//! TypeScript declarations: the document from the engine's own tables of fields, the answers from the file that
//! `crates/wasm` keeps and tests.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use vaultplan::catalog::editions::Edition;
use vaultplan::lang::Lang;
use vaultplan::model::Topology;
use vaultplan::model::declare::{Field, Record, Shape, Silence};

/// The whole file. `answers` is the text of `crates/wasm/src/answers.d.ts`.
pub(crate) fn write(answers: &str) -> String {
    let mut file = Declarations::default();
    file.out
        .push_str("// Written by crates/site from the engine's tables; not edited by hand.\n\n");
    let editions = words(Edition::WORDS);
    file.declare(
        "Edition",
        "A rulebook edition: the service at four times.",
        &editions,
    );
    file.record(&Topology::RECORD, "The topology document.");
    let rest = std::mem::take(&mut file.later).concat();
    format!("{}{rest}\n{}", file.out, answers.trim_start())
}

#[derive(Default)]
struct Declarations {
    out: String,
    later: Vec<String>,
    known: BTreeSet<String>,
}

impl Declarations {
    fn declare(&mut self, name: &str, about: &str, meaning: &str) {
        if self.known.insert(name.to_owned()) {
            // Writing into a `String` cannot fail.
            let _ = write!(
                self.out,
                "/** {about} */\nexport type {name} = {meaning};\n\n"
            );
        }
    }

    fn record(&mut self, record: &Record, about: &str) -> String {
        let name = pascal(record.name);
        if self.known.insert(name.clone()) {
            let mut text = format!("/** {about} */\nexport interface {name} {{\n");
            for field in record.fields {
                let shape = self.shape(&field.shape);
                let about = remark(field);
                if !about.is_empty() {
                    let _ = writeln!(text, "  /** {about} */");
                }
                let optional = if field.silence == Silence::Required {
                    ""
                } else {
                    "?"
                };
                let _ = writeln!(text, "  {}{optional}: {shape};", field.name);
            }
            text.push_str("}\n");
            self.later.push(text);
        }
        name
    }

    fn shape(&mut self, shape: &Shape) -> String {
        match shape {
            Shape::Format(mark) => format!("{mark:?}"),
            Shape::Text | Shape::Id | Shape::Moment => "string".to_owned(),
            Shape::Flag => "boolean".to_owned(),
            Shape::Whole(..) | Shape::Decimal(..) => "number".to_owned(),
            Shape::Closed(list) if *list == Edition::WORDS => "Edition".to_owned(),
            Shape::Closed(list) => words(list),
            Shape::Open(vocabulary) => {
                let name = pascal(vocabulary.name.get(Lang::En));
                let list: Vec<_> = vocabulary.words.iter().map(|word| word.word).collect();
                if list.is_empty() {
                    return "string".to_owned();
                }
                let about = format!(
                    "Known words of the {}; another one is kept and judged.",
                    vocabulary.name.get(Lang::En)
                );
                // The intersection keeps the known words in an editor's list although any text is accepted.
                self.declare(&name, &about, &(words(&list) + " | (string & {})"));
                name
            }
            Shape::List(element) => match self.shape(element) {
                shape if shape.contains(' ') => format!("({shape})[]"),
                shape => shape + "[]",
            },
            Shape::Record(record) => {
                let about = format!("A part of the document: {}.", record.name);
                self.record(record, &about)
            }
        }
    }
}

/// What the type alone does not say of a field.
pub(crate) fn remark(field: &Field) -> String {
    let mut parts = Vec::new();
    match field.shape {
        Shape::Moment => parts.push("RFC 3339".to_owned()),
        Shape::Whole(0, most) => parts.push(format!("a whole number up to {most}")),
        Shape::Whole(least, most) => parts.push(format!("a whole number from {least} to {most}")),
        Shape::Decimal(least, most) => {
            parts.push(format!("from {least} to {most}, at most twelve places"))
        }
        _ => {}
    }
    match field.silence {
        Silence::Default(what) => parts.push(format!("when absent: {what}")),
        Silence::Needed => parts.push("when absent, rules that need it cannot decide".to_owned()),
        Silence::Required | Silence::NotUsed => {}
    }
    parts.join("; ")
}

fn words(list: &[&str]) -> String {
    let quoted: Vec<_> = list.iter().map(|word| format!("{word:?}")).collect();
    quoted.join(" | ")
}

fn pascal(name: &str) -> String {
    name.split([' ', '-']).map(crate::words::capital).collect()
}
