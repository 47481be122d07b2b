//! What a rule is: its declaration, its documentation, and the subjects that it judges.

use crate::facts::{
    ChangeFact, ClientFact, Facts, KeyFact, MirrorFact, PolicyFact, PolicyRuleFact, RegionFact,
    RestoreFact, SettingFact, SourceFact, Store, VaultFact, Writer,
};
use crate::finding::{Judged, Rule, Spot};
use crate::lang::Text;
use crate::model::Topology;

/// A rule with the function that judges one subject.
#[derive(Debug)]
pub struct Check {
    /// The declaration.
    pub rule: &'static Rule,
    /// What it judges.
    pub over: Over,
}

/// The subjects of a rule, with its judge. The engine iterates, a rule sees one subject and the facts.
#[derive(Clone, Copy)]
pub enum Over {
    /// Every vault.
    Vaults(for<'f, 't> fn(&'f VaultFact<'t>, &'f Facts<'t>) -> Judged),
    /// Every mirror.
    Mirrors(for<'f, 't> fn(&'f MirrorFact<'t>, &'f Facts<'t>) -> Judged),
    /// Every policy and backup plan.
    Policies(for<'f, 't> fn(&'f PolicyFact<'t>, &'f Facts<'t>) -> Judged),
    /// Every rule of a policy.
    PolicyRules(for<'f, 't> fn(&'f PolicyRuleFact<'t>, &'f Facts<'t>) -> Judged),
    /// Every KMS key.
    Keys(for<'f, 't> fn(&'f KeyFact<'t>, &'f Facts<'t>) -> Judged),
    /// The plan as a whole, once.
    Plan(for<'f, 't> fn(&'f Topology<'t>, &'f Facts<'t>) -> Judged),
    /// Every setting of the plan, when all other rules have spoken.
    Settings(for<'f, 't> fn(&'f SettingFact<'t>, &'f Facts<'t>) -> Judged),
    /// Every client.
    Clients(for<'f, 't> fn(&'f ClientFact<'t>, &'f Facts<'t>) -> Judged),
    /// Every source.
    Sources(for<'f, 't> fn(&'f SourceFact<'t>, &'f Facts<'t>) -> Judged),
    /// Every restore.
    Restores(for<'f, 't> fn(&'f RestoreFact<'t>, &'f Facts<'t>) -> Judged),
    /// Every change.
    Changes(for<'f, 't> fn(&'f ChangeFact<'t>, &'f Facts<'t>) -> Judged),
    /// Everything that writes backups into a vault or mirror.
    Writers(for<'f, 't> fn(&'f Writer<'t>, &'f Facts<'t>) -> Judged),
    /// Each region of a mirror or its source, once, with its first place.
    MirrorRegions(for<'f, 't> fn(RegionFact<'t>, &'f Spot, &'f Facts<'t>) -> Judged),
    /// Every vault and every mirror.
    Stores(for<'f, 't> fn(Store<'f, 't>, &'f Facts<'t>) -> Judged),
    /// What was noted while reading, by number: the judge, how many were noted, and how many were looked at in
    /// all. Those that were not noted pass, without being visited again.
    Noted(
        for<'f, 't> fn(usize, &'f Facts<'t>) -> Judged,
        for<'f, 't> fn(&'f Facts<'t>) -> usize,
        for<'f, 't> fn(&'f Facts<'t>) -> usize,
    ),
}

impl std::fmt::Debug for Over {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}

impl Over {
    /// The subjects, for documentation.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Vaults(_) => "vaults",
            Self::Mirrors(_) => "mirrors",
            Self::Clients(_) => "clients",
            Self::Settings(_) => "settings",
            Self::Policies(_) => "policies",
            Self::PolicyRules(_) => "rules of policies",
            Self::Keys(_) => "keys",
            Self::Plan(_) => "the plan",
            Self::Sources(_) => "sources",
            Self::Restores(_) => "restores",
            Self::Changes(_) => "changes",
            Self::Writers(_) => "writers",
            Self::MirrorRegions(_) => "mirror regions",
            Self::Stores(_) => "vaults and mirrors",
            Self::Noted(..) => "notes",
        }
    }
}

/// What reading about a rule needs. A program that never names it does not carry it.
#[derive(Debug)]
pub struct Doc {
    /// The rule.
    pub rule: &'static Rule,
    /// What it checks, in one or two sentences.
    pub what: Text,
    /// Why it matters.
    pub why: Text,
    /// How to mend it.
    pub remedy: Text,
    /// The statements on which it rests, each with its own source.
    pub facts: &'static [&'static crate::catalog::statements::Statement],
    /// A document that breaks it, and nothing else.
    #[cfg(feature = "examples")]
    pub fails: &'static str,
    /// A document that keeps it.
    #[cfg(feature = "examples")]
    pub passes: &'static str,
}

/// Declares a rule: two statics, [`Rule`] in `RULE` (within `CHECK`) and [`Doc`] in `DOC`.
macro_rules! declare_rule {
    (
        $code:literal $slug:literal, since $since:literal, $category:ident, $severity:ident $( ($($in_edition:ident: $in_severity:ident),+) )?,
        fix $fix:ident, over $over:ident, in $editions:ident,
        from [$($source:ident),+ $(,)?],
        rests on [$($fact:ident),+ $(,)?],
        title: { en: $title_en:literal, zh: $title_zh:literal $(,)? },
        message: { en: $message_en:literal, zh: $message_zh:literal $(,)? },
        expected: { en: $expected_en:literal, zh: $expected_zh:literal $(,)? },
        what: { en: $what_en:literal, zh: $what_zh:literal $(,)? },
        why: { en: $why_en:literal, zh: $why_zh:literal $(,)? },
        remedy: { en: $remedy_en:literal, zh: $remedy_zh:literal $(,)? } $(,)?
    ) => {
        static RULE: crate::finding::Rule = crate::finding::Rule {
            code: $code,
            slug: $slug,
            category: crate::finding::Category::$category,
            since: $since,
            severity: crate::finding::Severity::$severity,
            severities: &[$($((crate::catalog::editions::Edition::$in_edition, crate::finding::Severity::$in_severity)),+)?],
            editions: crate::catalog::editions::Editions::$editions,
            fix: crate::finding::Safety::$fix,
            title: crate::lang::Text::new($title_en, $title_zh),
            message: crate::lang::Text::new($message_en, $message_zh),
            expected: crate::lang::Text::new($expected_en, $expected_zh),
            sources: &[$(&crate::catalog::sources::$source),+],
        };

        /// The rule and its judge.
        pub(crate) static CHECK: crate::rules::declare::Check = crate::rules::declare::Check {
            rule: &RULE,
            over: crate::rules::declare::declare_rule!(@over $over),
        };

        /// Its documentation.
        pub(crate) static DOC: crate::rules::declare::Doc = crate::rules::declare::Doc {
            rule: &RULE,
            what: crate::lang::Text::new($what_en, $what_zh),
            why: crate::lang::Text::new($why_en, $why_zh),
            remedy: crate::lang::Text::new($remedy_en, $remedy_zh),
            facts: &[$(&crate::catalog::statements::$fact),+],
            #[cfg(feature = "examples")]
            fails: include_str!(concat!("../../tests/rules/", $slug, "/fails.json")),
            #[cfg(feature = "examples")]
            passes: include_str!(concat!("../../tests/rules/", $slug, "/passes.json")),
        };
    };
    (@over Noted) => { crate::rules::declare::Over::Noted(judge, noted, looked_at) };
    (@over $over:ident) => { crate::rules::declare::Over::$over(judge) };
}
pub(crate) use declare_rule;
