//! A word of the vendor that is not known is kept, and said to be unknown.

use super::declare::declare_rule;
use super::shared::unknown_word;
use crate::catalog::editions::Edition;
use crate::catalog::limits;
use crate::catalog::vocabulary;
use crate::facts::{Facts, Status, TrialFact, UnknownWord, VaultFact};
use crate::finding::{Gap, Judged, ObjectKind};
use crate::lang::Text;

declare_rule! {
    "D003" "import-value-unknown", since "0.1", Document, Warning,
    fix ChangesMeaning, over Noted, in ALL,
    from [GO_SDK, DESCRIBE_VAULTS],
    rests on [API_WORDS],
    title: {
        en: "a word of the service that is not known",
        zh: "未知的服务取值",
    },
    message: {
        en: "the {vocabulary} of `{object}` is `{word}`, {what}",
        zh: "`{object}` 的{vocabulary}为 `{word}`，{what}",
    },
    expected: {
        en: "a listed {vocabulary}",
        zh: "列表中的{vocabulary}",
    },
    what: {
        en: "Types, methods, classes and kinds are words that the documentation lists. Another one is kept as it is.",
        zh: "类型、方式、类别等取值都是文档列出的词。其他取值原样保留。",
    },
    why: {
        en: "What depends on such a value cannot be judged. The service may have brought a new word, or somebody misspelt one.",
        zh: "依赖该取值的内容无法判断。可能是服务新增的词，也可能是拼写错误。",
    },
    remedy: {
        en: "Check the spelling, or look the value up in the console.",
        zh: "检查拼写，或在控制台核对取值。",
    },
}

fn noted(facts: &Facts<'_>) -> usize {
    facts.unknown_words.len()
}

fn looked_at(facts: &Facts<'_>) -> usize {
    facts.stated.words
}

fn judge(number: usize, facts: &Facts<'_>) -> Judged {
    let word = facts.unknown_words.get(number).ok_or(Gap::LeftOut)?;
    if is_told_elsewhere(word, facts) {
        return Err(Gap::LeftOut);
    }
    let what = if std::ptr::eq(word.vocabulary, &vocabulary::ENCRYPTION) && word.word == "NONE" {
        Text::new(
            "which answers of the service may hold, though no page says what it means",
            "服务的返回结果中可能出现该值，但没有页面说明其含义",
        )
    } else {
        Text::new("which is not among the known words", "不在已知取值之中")
    };
    unknown_word(word, number, facts)
        .arg("vocabulary", word.vocabulary.name)
        .arg("what", what)
        .into()
}

/// Whether a narrower rule speaks of the word.
fn is_told_elsewhere(word: &UnknownWord<'_>, facts: &Facts<'_>) -> bool {
    let object = word.spot.object;
    match (object.kind, &*word.spot.path) {
        (ObjectKind::Vault, "/type") if facts.edition == Edition::MirrorVault => facts
            .vaults
            .get(object.index)
            .is_some_and(|vault| is_told_of_its_mirror(vault, facts)),
        // `source-os-unsupported`.
        (ObjectKind::Source, "/os") => {
            let source = facts.sources.get(object.index);
            let systems = source.map(|source| source.systems(facts.edition));
            match systems {
                Some(Ok(systems)) => !systems.is_empty(),
                Some(Err(gap)) => gap != Gap::LeftOut,
                None => false,
            }
        }
        _ => false,
    }
}

/// Whether `mirror-source-type-not-eligible` speaks of the type: the vault has a mirror, and nothing graver stands
/// in its way.
fn is_told_of_its_mirror(vault: &VaultFact<'_>, facts: &Facts<'_>) -> bool {
    let paid = vault.trial() == Ok(TrialFact::None);
    let mut mirrors = facts.mirrors_of(vault).take(limits::MIRRORS_IN_A_FIX);
    vault.status() == Ok(Status::Created)
        && mirrors.any(|mirror| paid || vault.is_paid_before(mirror))
}
