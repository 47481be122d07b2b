//! The answers of the questions besides validation as plain data, worded in one language.

use vaultplan::facts::Facts;
use vaultplan::finding::{Missing, ObjectRef};
use vaultplan::lang::{Lang, Text};
use vaultplan::model::Topology;
use vaultplan::questions::{self, eligible, encryption, mirror_regions};
use vaultplan::report::json;
use vaultplan::report::plain::Plain;

use crate::answer::{Ask, ProblemJson, Refused, answered};

/// An object of the document, as an answer names it.
fn named<'t>(facts: &Facts<'t>, object: ObjectRef) -> Plain<'t> {
    Plain::Object(
        &["kind", "id", "name"],
        vec![
            Plain::Text(object.kind.word()),
            Plain::Text(facts.id(object)),
            Plain::Text(facts.name(object)),
        ],
    )
}

/// Why an answer is what it is.
fn reasons(list: &[questions::Reason], lang: Lang) -> Plain<'_> {
    Plain::List(list.iter().map(|one| reason(one, lang)).collect())
}

fn reason(reason: &questions::Reason, lang: Lang) -> Plain<'_> {
    let rule = reason.rule;
    Plain::Object(
        &["rule", "severity", "message", "help", "fixes"],
        vec![
            rule.map_or(Plain::Null, |rule| Plain::Text(rule.slug)),
            Plain::Text(reason.severity.word()),
            Plain::Made(reason.say(lang)),
            rule.map_or(Plain::Null, |rule| json::help(rule, lang)),
            json::fixes(&reason.fixes, lang),
        ],
    )
}

/// The facts without which there is no answer.
fn missing(list: &[Missing], lang: Lang) -> Plain<'static> {
    let missing = list.iter().map(|missing| json::missing(missing, lang));
    Plain::List(missing.collect())
}

fn facts<'t>(plan: &'t Topology<'t>, ask: &Ask) -> Facts<'t> {
    let edition = ask.options.edition.unwrap_or_else(|| plan.edition());
    Facts::new(plan, edition, ask.options.now)
}

/// Which vaults, and which mirrors, may have a mirror.
pub(crate) fn eligible_vaults<R>(
    plan: &Topology<'_>,
    ask: &Ask,
    hand_on: impl FnOnce(&Plain<'_>) -> R,
) -> R {
    let facts = facts(plan, ask);
    let answers = eligible::eligible(&facts);
    let vaults = answers.iter().map(|one| {
        let answer = match one.answer {
            eligible::Answer::Yes => "yes",
            eligible::Answer::No => "no",
            eligible::Answer::Undecided => "undecided",
        };
        Plain::Object(
            &["object", "answer", "reasons", "missing"],
            vec![
                named(&facts, one.object),
                Plain::Text(answer),
                reasons(&one.reasons, ask.lang),
                missing(&one.missing, ask.lang),
            ],
        )
    });
    let vaults = Plain::List(vaults.collect());
    hand_on(&answered(&["ok", "vaults"], vaults))
}

/// The regions for the mirror of the vault of an id.
pub(crate) fn mirror_regions<R>(
    plan: &Topology<'_>,
    id: &str,
    ask: &Ask,
    hand_on: impl FnOnce(&Plain<'_>) -> R,
) -> Result<R, Refused> {
    let (facts, lang) = (facts(plan, ask), ask.lang);
    let Some(vault) = facts.vault(id) else {
        let text = Text::new(
            "the document has no vault of the id `{found}`",
            "文档中没有标识为 `{found}` 的备份库",
        );
        return Err(ProblemJson::beside("unknown-vault", "", text, id, "", lang).into());
    };
    let choices = mirror_regions::mirror_regions(&facts, vault);
    let regions = choices.regions.iter().map(|choice| {
        let allowed = match choice.allowed {
            mirror_regions::Allowed::Yes => "yes",
            mirror_regions::Allowed::Unconfirmed => "unconfirmed",
            mirror_regions::Allowed::No => "no",
        };
        let redundancy = choice.redundancy.map(mirror_regions::Redundancy::word);
        Plain::Object(
            &["id", "name", "allowed", "redundancy", "first", "reasons"],
            vec![
                Plain::Text(choice.region.id),
                Plain::Text(choice.region.name().get(lang)),
                Plain::Text(allowed),
                Plain::text_or_null(redundancy),
                Plain::Flag(choice.first),
                reasons(&choice.reasons, lang),
            ],
        )
    });
    let regions = Plain::List(regions.collect());
    let missing = choices.missing.as_ref();
    let missing = missing.map_or(Plain::Null, |missing| json::missing(missing, lang));
    Ok(hand_on(&Plain::Object(
        &["ok", "vault", "regions", "missing"],
        vec![
            Plain::Flag(true),
            named(&facts, vault.object),
            regions,
            missing,
        ],
    )))
}

/// Whether the encryption of sources and mirrors matches, pair by pair.
pub(crate) fn encryption_match<R>(
    plan: &Topology<'_>,
    ask: &Ask,
    hand_on: impl FnOnce(&Plain<'_>) -> R,
) -> R {
    let (facts, lang) = (facts(plan, ask), ask.lang);
    let answers = encryption::pairs(&facts);
    let pairs = answers.iter().map(|pair| {
        let verdict = match pair.verdict {
            encryption::Verdict::Match => "match",
            encryption::Verdict::Mismatch => "mismatch",
            encryption::Verdict::Impossible => "impossible",
            encryption::Verdict::Unknown => "unknown",
            encryption::Verdict::NotStated => "not-stated",
        };
        let source = pair.source;
        Plain::Object(
            &[
                "source",
                "mirror",
                "sourceMethod",
                "mirrorMethod",
                "sourceKey",
                "mirrorKey",
                "verdict",
                "reasons",
                "missing",
            ],
            vec![
                source.map_or(Plain::Null, |source| named(&facts, source)),
                named(&facts, pair.mirror),
                Plain::text_or_null(pair.source_method.map(|method| method.word())),
                Plain::text_or_null(pair.mirror_method.map(|method| method.word())),
                Plain::text_or_null(pair.source_key.as_deref()),
                Plain::text_or_null(pair.mirror_key.as_deref()),
                Plain::Text(verdict),
                reasons(&pair.reasons, lang),
                missing(&pair.missing, lang),
            ],
        )
    });
    let pairs = Plain::List(pairs.collect());
    hand_on(&answered(&["ok", "pairs"], pairs))
}
