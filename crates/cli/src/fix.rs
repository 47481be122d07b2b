//! `vaultplan fix`: takes the fixes that may be taken, and prints or writes the canonical document.

use vaultplan::facts::Facts;
use vaultplan::finding::Fix;
use vaultplan::lang::Lang;
use vaultplan::model::{self, Topology};
use vaultplan::questions::steps::{self, Step};
use vaultplan::report::mend::{Take, Taken, mend};
use vaultplan::report::{Options, json};
use vaultplan::rules;
use vaultplan::text::suggest;

use crate::End;
use crate::args::FixArgs;
use crate::check::{one_topology, unusable, worded};
use crate::out;
use crate::say;

/// Fixes one document.
pub(crate) fn run(args: &FixArgs) -> End {
    let lang = args.lang();
    let take = match &args.rule {
        None => Take::Safe,
        Some(name) if rules::find(name).is_some() => Take::Rule(name),
        Some(name) => {
            let slugs = rules::DOCS.iter().map(|doc| doc.rule.slug);
            let near = suggest::nearest(name, slugs).unwrap_or_default();
            out::complain(&say::unknown_rule(name, near, lang));
            return End::Unusable;
        }
    };
    if args.write && args.file.as_os_str() == "-" {
        out::complain(&say::stdin_not_written(lang));
        return End::Unusable;
    }
    let input = match one_topology(&args.file, lang) {
        Ok(input) => input,
        Err(messages) => return unusable(&messages),
    };
    if args.write && input.in_picture {
        return unusable(&[say::picture_not_written(&input.name, lang)]);
    }
    let mut plan = match model::read(&input.bytes) {
        Ok(plan) => plan.into_owned(),
        Err(problems) => return unusable(&worded(&input.name, &problems, lang)),
    };
    let options = args.judging.options();
    let changed = if args.order {
        match order(&mut plan, options, lang) {
            Some(changed) => changed,
            None => return unusable(&[say::no_order(&input.name, lang)]),
        }
    } else {
        let taken = mend(&mut plan, take, options);
        for one in &taken {
            out::complain(&say::fixed(one.rule.slug, &one.at, &label(one, lang), lang));
        }
        out::complain(&say::fixes_taken(taken.len(), lang));
        !taken.is_empty()
    };
    let text = model::write(&plan);
    if args.write {
        // A plan that needed nothing is not touched, canonical or not.
        if !changed {
            return End::Clean;
        }
        if let Err(error) = out::replace(&args.file, text.as_bytes()) {
            out::complain(&say::cannot_write(&input.name, &error, lang));
            return End::Unusable;
        }
    } else {
        out::print(|o| o.write_all(text.as_bytes()));
    }
    End::Clean
}

/// Puts the change plan in an order that the service accepts; whether that changed it, `None` when no order helps.
fn order(plan: &mut Topology<'static>, options: Options, lang: Lang) -> Option<bool> {
    let edition = options.edition.unwrap_or_else(|| plan.edition());
    let ordered = steps::ordered(&Facts::new(plan, edition, options.now))?;
    if !ordered.changed {
        out::complain(&say::order_stays(lang));
        return Some(false);
    }
    *plan = steps::corrected(plan, &ordered);
    for (at, (change, step)) in plan.changes.iter().zip(&ordered.steps).enumerate() {
        let added = matches!(step, Step::Added { .. });
        let line = say::step(at + 1, change.kind.word(), &change.object, added, lang);
        out::complain(&line);
    }
    Some(true)
}

fn label(one: &Taken, lang: Lang) -> String {
    let fix = Fix {
        label: one.label,
        args: one.args.clone(),
        safety: one.safety,
        consequence: None,
        patch: Vec::new(),
    };
    json::fix_label(&fix, lang)
}
