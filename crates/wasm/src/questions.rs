//! The answers of the questions besides validation as plain data, worded in one language.

use serde::Serialize;
use vaultplan::facts::Facts;
use vaultplan::finding::{self, ObjectRef};
use vaultplan::lang::{Lang, Text};
use vaultplan::model::Topology;
use vaultplan::questions::{self, eligible, encryption, mirror_regions};
use vaultplan::report::json;
use vaultplan::text::patch::Patch;

use crate::answer::{Ask, ProblemJson, Refused};

/// An object of the document, as an answer names it.
#[derive(Debug, Serialize)]
struct Named<'t> {
    kind: &'static str,
    id: &'t str,
    name: &'t str,
}

impl<'t> Named<'t> {
    fn of(facts: &Facts<'t>, object: ObjectRef) -> Self {
        Self {
            kind: object.kind.word(),
            id: facts.id(object),
            name: facts.name(object),
        }
    }
}

/// Why an answer is what it is.
#[derive(Debug, Serialize)]
struct ReasonJson {
    rule: Option<&'static str>,
    severity: &'static str,
    message: String,
    help: Option<String>,
    fixes: Vec<FixJson>,
}

#[derive(Debug, Serialize)]
struct FixJson {
    label: String,
    safety: &'static str,
    patch: Patch,
}

fn reasons(list: &[questions::Reason], lang: Lang) -> Vec<ReasonJson> {
    list.iter()
        .map(|reason| ReasonJson {
            rule: reason.rule.map(|rule| rule.slug),
            severity: reason.severity.word(),
            message: reason.say(lang),
            help: reason
                .rule
                .map(|rule| format!("docs/{}/rules/{}/", lang.tag(), rule.slug)),
            fixes: reason
                .fixes
                .iter()
                .map(|fix| FixJson {
                    label: json::fix_label(fix, lang),
                    safety: fix.safety.word(),
                    patch: fix.patch.clone(),
                })
                .collect(),
        })
        .collect()
}

/// A fact without which there is no answer.
#[derive(Debug, Serialize)]
struct MissingJson {
    fact: &'static str,
    at: String,
    what: String,
    how: &'static str,
}

impl MissingJson {
    fn of(missing: &finding::Missing, lang: Lang) -> Self {
        Self {
            fact: missing.wanted.slug,
            at: missing.spot.pointer(),
            what: json::what_is_missing(missing, lang),
            how: missing.wanted.how.get(lang),
        }
    }
}

fn missing(list: &[finding::Missing], lang: Lang) -> Vec<MissingJson> {
    list.iter()
        .map(|missing| MissingJson::of(missing, lang))
        .collect()
}

fn facts<'t>(plan: &'t Topology<'t>, ask: &Ask) -> Facts<'t> {
    let edition = ask.options.edition.unwrap_or_else(|| plan.edition());
    Facts::new(plan, edition, ask.options.now)
}

/// The answer of `eligibleVaults`.
#[derive(Debug, Serialize)]
pub(crate) struct Eligibilities<'t> {
    ok: bool,
    vaults: Vec<EligibilityJson<'t>>,
}

#[derive(Debug, Serialize)]
struct EligibilityJson<'t> {
    object: Named<'t>,
    answer: &'static str,
    reasons: Vec<ReasonJson>,
    missing: Vec<MissingJson>,
}

/// Which vaults, and which mirrors, may have a mirror.
pub(crate) fn eligible_vaults<'t>(plan: &'t Topology<'t>, ask: &Ask) -> Eligibilities<'t> {
    let facts = facts(plan, ask);
    let vaults = eligible::eligible(&facts)
        .iter()
        .map(|one| EligibilityJson {
            object: Named::of(&facts, one.object),
            answer: match one.answer {
                eligible::Answer::Yes => "yes",
                eligible::Answer::No => "no",
                eligible::Answer::Undecided => "undecided",
            },
            reasons: reasons(&one.reasons, ask.lang),
            missing: missing(&one.missing, ask.lang),
        })
        .collect();
    Eligibilities { ok: true, vaults }
}

/// The answer of `mirrorRegions`.
#[derive(Debug, Serialize)]
pub(crate) struct MirrorRegions<'t> {
    ok: bool,
    vault: Named<'t>,
    regions: Vec<RegionJson>,
    missing: Option<MissingJson>,
}

#[derive(Debug, Serialize)]
struct RegionJson {
    id: &'static str,
    name: &'static str,
    allowed: &'static str,
    redundancy: Option<&'static str>,
    first: bool,
    reasons: Vec<ReasonJson>,
}

/// The regions for the mirror of the vault of an id.
pub(crate) fn mirror_regions<'t>(
    plan: &'t Topology<'t>,
    id: &str,
    ask: &Ask,
) -> Result<MirrorRegions<'t>, Refused> {
    let (facts, lang) = (facts(plan, ask), ask.lang);
    let Some(vault) = facts.vault(id) else {
        let text = Text::new(
            "the document has no vault of the id `{found}`",
            "文档中没有标识为 `{found}` 的备份库",
        );
        return Err(ProblemJson::beside("unknown-vault", "", text, id, "", lang).into());
    };
    let choices = mirror_regions::mirror_regions(&facts, vault);
    let regions = choices
        .regions
        .iter()
        .map(|choice| RegionJson {
            id: choice.region.id,
            name: choice.region.name().get(lang),
            allowed: match choice.allowed {
                mirror_regions::Allowed::Yes => "yes",
                mirror_regions::Allowed::Unconfirmed => "unconfirmed",
                mirror_regions::Allowed::No => "no",
            },
            redundancy: choice.redundancy.map(mirror_regions::Redundancy::word),
            first: choice.first,
            reasons: reasons(&choice.reasons, lang),
        })
        .collect();
    Ok(MirrorRegions {
        ok: true,
        vault: Named::of(&facts, vault.object),
        regions,
        missing: choices
            .missing
            .as_ref()
            .map(|missing| MissingJson::of(missing, lang)),
    })
}

/// The answer of `encryptionMatch`.
#[derive(Debug, Serialize)]
pub(crate) struct EncryptionMatch<'t> {
    ok: bool,
    pairs: Vec<PairJson<'t>>,
}

#[derive(Debug, Serialize)]
struct PairJson<'t> {
    source: Option<Named<'t>>,
    mirror: Named<'t>,
    #[serde(rename = "sourceMethod")]
    source_method: Option<&'static str>,
    #[serde(rename = "mirrorMethod")]
    mirror_method: Option<&'static str>,
    #[serde(rename = "sourceKey")]
    source_key: Option<String>,
    #[serde(rename = "mirrorKey")]
    mirror_key: Option<String>,
    verdict: &'static str,
    reasons: Vec<ReasonJson>,
    missing: Vec<MissingJson>,
}

/// Whether the encryption of sources and mirrors matches, pair by pair.
pub(crate) fn encryption_match<'t>(plan: &'t Topology<'t>, ask: &Ask) -> EncryptionMatch<'t> {
    let (facts, lang) = (facts(plan, ask), ask.lang);
    let pairs = encryption::pairs(&facts)
        .into_iter()
        .map(|pair| PairJson {
            source: pair.source.map(|source| Named::of(&facts, source)),
            mirror: Named::of(&facts, pair.mirror),
            source_method: pair.source_method.map(|method| method.word()),
            mirror_method: pair.mirror_method.map(|method| method.word()),
            source_key: pair.source_key,
            mirror_key: pair.mirror_key,
            verdict: match pair.verdict {
                encryption::Verdict::Match => "match",
                encryption::Verdict::Mismatch => "mismatch",
                encryption::Verdict::Impossible => "impossible",
                encryption::Verdict::Unknown => "unknown",
                encryption::Verdict::NotStated => "not-stated",
            },
            reasons: reasons(&pair.reasons, lang),
            missing: missing(&pair.missing, lang),
        })
        .collect();
    EncryptionMatch { ok: true, pairs }
}
