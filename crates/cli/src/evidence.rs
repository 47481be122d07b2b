//! `vaultplan explain RULE FILE`: what the rule says about each object of a plan, and which values decided it.

use std::path::Path;

use vaultplan::facts::Facts;
use vaultplan::model;
use vaultplan::questions::evidence::{Explained, explain};
use vaultplan::report::Options;
use vaultplan::rules;
use vaultplan::text::suggest;

use crate::End;
use crate::args::ExplainArgs;
use crate::check::{clock, one_topology, unusable, worded};
use crate::human::flat;
use crate::out;
use crate::say;

/// Explains a rule over one document.
pub(crate) fn run(args: &ExplainArgs, file: &Path) -> End {
    let lang = args.lang();
    let Some(doc) = rules::find(&args.rule) else {
        let slugs = rules::DOCS.iter().map(|doc| doc.rule.slug);
        let near = suggest::nearest(&args.rule, slugs).unwrap_or_default();
        out::complain(&say::unknown_rule(&args.rule, near, lang));
        return End::Unusable;
    };
    let input = match one_topology(file, lang) {
        Ok(input) => input,
        Err(messages) => return unusable(&messages),
    };
    let mut plan = match model::read(&input.bytes) {
        Ok(plan) => plan.into_owned(),
        Err(problems) => return unusable(&worded(&input.name, &problems, lang)),
    };
    let options = Options {
        edition: Some(args.edition().unwrap_or_else(|| plan.edition())),
        now: Some(args.now.unwrap_or_else(clock)),
    };
    let only = match &args.object {
        None => None,
        Some(id) => {
            let facts = Facts::new(&plan, plan.edition(), None);
            match facts.find(id) {
                Some(object) => Some(object),
                None => return unusable(&[say::no_such_object(&input.name, id, lang)]),
            }
        }
    };
    let Some(explained) = explain(&mut plan, doc.rule.slug, only, options) else {
        let edition = options.edition.unwrap_or_default();
        return unusable(&[say::not_in_edition(doc.rule.slug, edition, lang)]);
    };
    let facts = Facts::new(&plan, options.edition.unwrap_or_default(), options.now);
    let mut lines = Vec::new();
    for one in &explained {
        let (kind, name) = (one.object.kind.label().get(lang), facts.name(one.object));
        lines.push(say::says(kind, name, one.seen, lang));
        lines.extend(evidence(one, &facts, lang));
    }
    if explained.is_empty() {
        lines.push(say::about_nothing(lang));
    }
    let lines: Vec<String> = lines.iter().map(|line| flat(line).into_owned()).collect();
    out::print(|o| writeln!(o, "{}", lines.join("\n")));
    End::Clean
}

fn evidence(one: &Explained, facts: &Facts<'_>, lang: vaultplan::lang::Lang) -> Vec<String> {
    let mut lines: Vec<String> = one
        .evidence
        .iter()
        .map(|e| {
            let name = facts.name(e.object);
            say::decided(&e.pointer, name, &e.value, e.without, lang)
        })
        .collect();
    if lines.is_empty() {
        lines.push(say::no_value_decided(lang));
    }
    if one.cut {
        lines.push(say::more_values(lang));
    }
    lines
}
