//! The table of coverage as plain data: `vaultplan-coverage/1`.

use super::{Coverage, Held, Lies, Row, holder, region, restore, say};
use crate::facts::{FOR_GOOD, Facts};
use crate::finding::{Missing, ObjectRef};
use crate::lang::Lang;
use crate::model::time;
use crate::questions::Reason;
use crate::report::json;
use crate::report::plain::Plain;

/// The format mark.
pub const FORMAT: &str = "vaultplan-coverage/1";

/// The whole table.
#[must_use]
pub fn coverage<'r>(facts: &'r Facts<'_>, coverage: &'r Coverage, lang: Lang) -> Plain<'r> {
    let totals = coverage.totals;
    Plain::Object(
        &["format", "now", "edition", "totals", "rows"],
        vec![
            Plain::Text(FORMAT),
            facts
                .now
                .map_or(Plain::Null, |now| Plain::Made(time::format(now))),
            Plain::Text(facts.edition.word()),
            Plain::Object(
                &["sources", "with", "without", "unknown"],
                [totals.sources, totals.with, totals.without, totals.unknown]
                    .map(Plain::count)
                    .to_vec(),
            ),
            Plain::List(coverage.rows.iter().map(|r| row(facts, r, lang)).collect()),
        ],
    )
}

fn row<'r>(facts: &'r Facts<'_>, row: &'r Row, lang: Lang) -> Plain<'r> {
    let source = facts.sources.get(row.source.index);
    let region = source.and_then(|source| source.doc.region.as_deref());
    let size = source.and_then(|source| source.doc.size_gb);
    let by = row.by.map_or(Plain::Null, Plain::count);
    let restore = restore(facts, row);
    let restore = restore.iter().map(|to| {
        Plain::Object(
            &["type", "needs"],
            vec![
                Plain::Text(to.kind.word()),
                Plain::Made(say::destination(to, lang)),
            ],
        )
    });
    let held = |all: &'r [Held]| {
        let all = all.iter().map(|held| one(facts, row, held, lang));
        Plain::List(all.collect())
    };
    Plain::Object(
        &[
            "source",
            "type",
            "region",
            "sizeGB",
            "backedUp",
            "backups",
            "keptDays",
            "copies",
            "offsite",
            "by",
            "offsiteKeptDays",
            "restore",
            "reasons",
            "missing",
        ],
        vec![
            named(facts, row.source),
            source.map_or(Plain::Null, |source| Plain::Text(&source.doc.kind)),
            Plain::text_or_null(region),
            size.map_or(Plain::Null, |size| Plain::Whole(size.0)),
            Plain::Text(row.backed.word()),
            held(&row.homes),
            days(row.kept_days),
            held(&row.copies),
            Plain::Text(row.offsite.word()),
            by,
            days(row.remote_days),
            Plain::List(restore.collect()),
            reasons(&row.reasons, lang),
            missing(&row.missing, lang),
        ],
    )
}

fn one<'r>(facts: &'r Facts<'_>, row: &'r Row, held: &'r Held, lang: Lang) -> Plain<'r> {
    let kind = match held.lies {
        Lies::Vault(_) => "vault",
        Lies::Mirror(at) => {
            let mirror = facts.mirrors.get(at);
            if mirror.is_some_and(|mirror| mirror.implied_by.is_some()) {
                "mirror-by-policy"
            } else {
                "mirror"
            }
        }
        Lies::Snapshots => "snapshots",
        Lies::ByPolicy(_) => "by-policy",
    };
    let holder = holder(facts, held.lies);
    let region = region(facts, row.source, held.lies);
    let method = match held.lies {
        Lies::Vault(at) => facts.vaults.get(at).and_then(|vault| vault.encryption),
        Lies::Mirror(at) => facts.mirrors.get(at).and_then(|mirror| mirror.encryption),
        _ => None,
    };
    let missing = held.missing.as_slice();
    Plain::Object(
        &[
            "kind",
            "object",
            "region",
            "encryption",
            "answer",
            "reasons",
            "missing",
        ],
        vec![
            Plain::Text(kind),
            holder.map_or(Plain::Null, |object| named(facts, object)),
            Plain::text_or_null(region.map(|region| region.id)),
            Plain::text_or_null(method.map(|method| method.word())),
            Plain::Text(held.answer.word()),
            reasons(&held.reasons, lang),
            self::missing(missing, lang),
        ],
    )
}

fn named<'r>(facts: &'r Facts<'_>, object: ObjectRef) -> Plain<'r> {
    Plain::Object(
        &["kind", "id", "name"],
        vec![
            Plain::Text(object.kind.word()),
            Plain::Text(facts.id(object)),
            Plain::Text(facts.name(object)),
        ],
    )
}

fn days(days: Option<u64>) -> Plain<'static> {
    match days {
        Some(FOR_GOOD) => Plain::Text("permanent"),
        Some(days) => Plain::Whole(days),
        None => Plain::Null,
    }
}

fn reasons(list: &[Reason], lang: Lang) -> Plain<'_> {
    let list = list.iter().map(|reason| {
        Plain::Object(
            &["rule", "message"],
            vec![
                reason
                    .rule
                    .map_or(Plain::Null, |rule| Plain::Text(rule.slug)),
                Plain::Made(reason.say(lang)),
            ],
        )
    });
    Plain::List(list.collect())
}

fn missing(list: &[Missing], lang: Lang) -> Plain<'static> {
    Plain::List(list.iter().map(|one| json::missing(one, lang)).collect())
}
