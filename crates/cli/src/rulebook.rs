//! `vaultplan rules` and `vaultplan explain`.

use std::io::{self, Write};

use vaultplan::finding::Category;
use vaultplan::lang::Lang;
use vaultplan::report::rules_json;
use vaultplan::rules::{self, DOCS, Doc};
use vaultplan::text::suggest;

use crate::End;
use crate::args::{ExplainArgs, Format, RulesArgs};
use crate::out;
use crate::paint::{Paint, Tone, pad, width, wrap};
use crate::say;

/// Lists every rule.
pub(crate) fn list(args: &RulesArgs) -> End {
    let lang = args.show.lang();
    match args.show.format {
        Format::Json => out::print(|o| {
            serde_json::to_writer_pretty(&mut *o, &rules_json::rules())?;
            writeln!(o)
        }),
        Format::Human => out::print(|o| write_list(o, lang, Paint::for_stdout())),
    }
    End::Clean
}

/// Explains one rule.
pub(crate) fn explain(args: &ExplainArgs) -> End {
    let lang = args.lang();
    let Some(doc) = rules::find(&args.rule) else {
        let names = || DOCS.iter().flat_map(|doc| [doc.rule.slug, doc.rule.code]);
        let begun = || names().find(|name| args.rule.len() > 2 && name.contains(&args.rule));
        let near = suggest::nearest(&args.rule, names()).or_else(begun);
        let near = near.unwrap_or_default();
        out::complain(&say::unknown_rule(&args.rule, near, lang));
        return End::Unusable;
    };
    out::print(|o| write_doc(o, doc, lang, Paint::for_stdout()));
    End::Clean
}

fn write_list(o: &mut dyn Write, lang: Lang, paint: Paint) -> io::Result<()> {
    let names = DOCS.iter().map(|doc| width(doc.rule.slug));
    let columns = names.max().unwrap_or_default() + 2;
    for category in Category::ALL {
        let mut docs = DOCS
            .iter()
            .filter(|doc| doc.rule.category == category)
            .peekable();
        if docs.peek().is_none() {
            continue;
        }
        writeln!(
            o,
            "{}",
            paint.paint(Tone::Strong, category.label().get(lang))
        )?;
        for doc in docs {
            let rule = doc.rule;
            let severity = pad(say::severity(rule.severity, lang), 9);
            writeln!(
                o,
                "  {}  {}{}{}",
                rule.code,
                pad(rule.slug, columns),
                paint.paint(tone(rule.severity), &severity),
                rule.title.get(lang),
            )?;
        }
        writeln!(o)?;
    }
    writeln!(o, "{}", paint.paint(Tone::Quiet, say::more_about(lang)))
}

/// The tone of a severity.
pub(crate) fn tone(severity: vaultplan::finding::Severity) -> Tone {
    use vaultplan::finding::Severity;
    match severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Advice => Tone::Advice,
    }
}

fn write_doc(o: &mut dyn Write, doc: &Doc, lang: Lang, paint: Paint) -> io::Result<()> {
    let rule = doc.rule;
    let title = format!("{} {}", rule.code, rule.slug);
    writeln!(o, "{}", paint.paint(Tone::Strong, &title))?;
    writeln!(o, "{}\n", rule.title.get(lang))?;
    for (head, body) in [
        (say::WHAT, doc.what),
        (say::WHY, doc.why),
        (say::REMEDY, doc.remedy),
    ] {
        writeln!(o, "{}", paint.paint(Tone::Strong, head.get(lang)))?;
        prose(o, "  ", body.get(lang))?;
        writeln!(o)?;
    }
    let joint = match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    };
    let severity = |severity| paint.paint(tone(severity), say::severity(severity, lang));
    let mut severities = severity(rule.severity);
    for (edition, other) in rule.severities {
        let edition = edition.title().get(lang);
        severities.push_str(&format!("{joint}{edition}: {}", severity(*other)));
    }
    let editions: Vec<&str> = rule.editions.iter().map(|e| e.word()).collect();
    let short = [
        (say::SEVERITY, severities),
        (say::EDITIONS, editions.join(", ")),
        (say::FIX, say::safety(rule.fix, lang).to_owned()),
        (say::SINCE, rule.since.to_owned()),
    ];
    let columns = short.iter().map(|(head, _)| width(head.get(lang))).max();
    for (head, body) in &short {
        let head = pad(head.get(lang), columns.unwrap_or_default() + 2);
        writeln!(o, "{}{body}", paint.paint(Tone::Quiet, &head))?;
    }
    writeln!(o, "\n{}", paint.paint(Tone::Strong, say::FACTS.get(lang)))?;
    for fact in doc.facts {
        prose(o, "  - ", fact.text.get(lang))?;
    }
    writeln!(o, "\n{}", paint.paint(Tone::Strong, say::SOURCES.get(lang)))?;
    for source in rule.sources {
        writeln!(o, "  - {}", say::source(source, lang))?;
        writeln!(o, "    {}", paint.paint(Tone::Quiet, source.address))?;
    }
    Ok(())
}

/// Prose with a hanging indent.
fn prose(o: &mut dyn Write, first: &str, text: &str) -> io::Result<()> {
    let indent = pad("", width(first));
    for (at, line) in wrap(text, 96 - width(first)).iter().enumerate() {
        writeln!(o, "{}{line}", if at == 0 { first } else { &indent })?;
    }
    Ok(())
}
