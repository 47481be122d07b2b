//! What several rules look at or say alike. No rule of its own lives here.

use crate::catalog::regions::Region;
use crate::catalog::source_kinds::SourceKind;
use crate::catalog::{limits, wanted};
use crate::facts::{
    Binding, ChangeFact, EncryptionMethod, Facts, MirrorFact, PolicyRuleFact, SourceFact,
    UnknownWord, VaultFact, VaultKind, missing,
};
use crate::finding::{Consequence, Fail, Gap, Safety, Severity, Spot};
use crate::lang::Text;
use crate::model::{ChangeKind, Details, Essential};
use crate::text::patch::Op;
use crate::text::pointer::push_index;
use crate::text::value::{Map, Value};

/// The first `most` characters of a name, without blanks at its ends.
pub(super) fn shortened(name: &str, most: usize) -> String {
    let start: String = name.trim_start().chars().take(most).collect();
    start.trim_end().to_owned()
}

/// How many characters a text has.
pub(super) fn length(text: &str) -> usize {
    // Every byte but the further ones of a character begins with other bits than `10`.
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
}

/// Whether a text has more than `most` characters. Most texts are short enough in bytes already.
pub(super) fn is_longer(text: &str, most: usize) -> bool {
    text.len() > most && length(text) > most
}

/// Words one after the other, each between quotes of a kind.
pub(super) fn listed<'w>(words: impl Iterator<Item = &'w str>, quote: &str) -> String {
    let mut list = String::new();
    for word in words {
        if !list.is_empty() {
            list.push_str(", ");
        }
        for part in [quote, word, quote] {
            list.push_str(part);
        }
    }
    list
}

/// A failure for a word that is not in its vocabulary, with the nearest word as fix. What an import brought is a
/// warning: the service may know a word that its documentation does not.
pub(super) fn unknown_word(word: &UnknownWord<'_>, number: usize, facts: &Facts<'_>) -> Box<Fail> {
    let fail = Fail::of(word.spot.clone())
        .arg("object", facts.name(word.spot.object))
        .arg("word", word.word)
        .actual(word.word);
    let near = if number < limits::SUGGESTIONS {
        word.vocabulary.suggest(word.word)
    } else {
        None
    };
    let fail = match near {
        Some(near) => {
            let label = Text::new("Change it to `{word}`", "改为 `{word}`");
            fail.fix(Safety::ChangesMeaning, label)
                .replace(near)
                .with("word", near)
        }
        None => {
            let label = Text::new("Choose a listed {vocabulary}", "选择列表中的{vocabulary}");
            fail.fix(Safety::NeedsValue, label)
                .with("vocabulary", word.vocabulary.name)
        }
    };
    if word.imported {
        fail.severity(Severity::Warning)
    } else {
        fail
    }
}

/// Offers to take a step out of the change plan.
pub(super) fn leave_out(fail: Box<Fail>, step: &ChangeFact<'_>) -> Box<Fail> {
    let label = Text::new("Leave this step out", "去掉这一步");
    fail.fix(Safety::ChangesMeaning, label).remove_at(step, "")
}

/// What is known of a source that is there and of one kind.
pub(super) fn details<'t>(source: &SourceFact<'t>, kind: SourceKind) -> Option<&'t Details<'t>> {
    source.details().filter(|_| source.kind == Some(kind))
}

/// What is known of a database that a database vault may hold.
pub(super) fn database<'t>(source: &SourceFact<'t>) -> Option<&'t Details<'t>> {
    let kind = source.kind?;
    let listed = kind.is_database() && kind != SourceKind::MongoDb;
    source.details().filter(|_| listed)
}

/// How many instances the host of a source runs.
pub(super) fn instances(details: &Details<'_>) -> Option<u64> {
    details.instances.map(|count| count.0)
}

/// The Essential Edition that serves a source.
pub(super) fn uses_essential(source: &SourceFact<'_>) -> Option<Essential> {
    source.details()?.essential
}

/// Names the source, and offers to have it served by the standard feature.
pub(super) fn standard_feature(fail: Box<Fail>, source: &SourceFact<'_>) -> Box<Fail> {
    let label = Text::new("Use the standard feature", "使用标准版功能");
    fail.arg("source", source)
        .fix(Safety::ChangesMeaning, label)
        .remove_at(source, "/details/essential")
}

/// The missing fact of a vault of which nothing tells what it holds.
pub(super) fn contents_unknown(vault: &VaultFact<'_>) -> Gap {
    missing(vault.object, "/storedGB", &wanted::CONTENTS, vault.name())
}

/// Offers to take a source out of a policy.
pub(super) fn unbind(fail: Box<Fail>, binding: &Binding) -> Box<Fail> {
    let label = Text::new("Take the source out of the policy", "将数据源移出该策略");
    fail.fix(Safety::ChangesMeaning, label).op(binding.undo())
}

/// Offers to let a rule of a policy run at an interval of so many minutes.
pub(super) fn run_every(
    fail: Box<Fail>,
    rule: &PolicyRuleFact<'_>,
    start: i64,
    minutes: u64,
) -> Box<Fail> {
    let label = Text::new(
        "Back up every {minutes} minutes",
        "每 {minutes} 分钟备份一次",
    );
    let schedule = format!("I|{start}|PT{minutes}M");
    fail.fix(Safety::ChangesMeaning, label)
        .with("minutes", minutes)
        .op(Op::set(rule.spot("/schedule").pointer(), schedule))
}

/// The last fix sets a field to a number.
pub(super) fn set_number(fail: Box<Fail>, spot: &Spot, number: u64) -> Box<Fail> {
    fail.op(Op::set(spot.pointer(), number))
}

/// Path of the days of a special retention, from its rule.
pub(super) fn special_path(at: usize) -> String {
    let mut path = String::from("/specialRetentions");
    push_index(&mut path, at);
    path.push_str("/retentionDays");
    path
}

/// Offers to put a mirror into another region, if there is one.
pub(super) fn offer_region(
    fail: Box<Fail>,
    mirror: &MirrorFact<'_>,
    region: Option<&'static Region>,
) -> Box<Fail> {
    let Some(region) = region else {
        return fail;
    };
    let label = Text::new("Move the mirror to {region}", "将镜像库改到 {region}");
    fail.fix(Safety::ChangesMeaning, label)
        .set(region.id)
        .with("region", region.name())
        .entails(Consequence::Recreates, mirror.doc.origin.is_some())
}

/// Offers a mirror of a vault, where the vault can have one and a region for it is known.
pub(super) fn offer_mirror(fail: Box<Fail>, vault: &VaultFact<'_>, facts: &Facts<'_>) -> Box<Fail> {
    let id = [&*vault.doc.id, "-mirror"].concat();
    let eligible = matches!(vault.kind, Some(VaultKind::General | VaultKind::Tablestore))
        && vault.is_trial() == Ok(false)
        && facts.find(&id).is_none();
    let region = vault.region().ok().filter(|_| eligible);
    let Some(region) = region.and_then(|region| facts.first_mirror_region(region)) else {
        let label = Text::new(
            "Keep a second copy of `{vault}` in another region",
            "在其他地域保留 `{vault}` 的第二份副本",
        );
        return fail.fix(Safety::ByHand, label).with("vault", vault);
    };
    let mut mirror = Map::new();
    let mut state = |field: &'static str, value: &str| mirror.push(field, value.into());
    state("id", &id);
    state("source", &vault.doc.id);
    state("region", region.id);
    if vault.encryption == Some(EncryptionMethod::Kms) {
        state("encryption", EncryptionMethod::Kms.word());
    }
    let label = Text::new(
        "Add a mirror of `{vault}` in {region}",
        "在 {region} 为 `{vault}` 添加镜像库",
    );
    fail.fix(Safety::ChangesMeaning, label)
        .with("region", region.name())
        .with("vault", vault)
        .op(Op::set("/mirrors/-", mirror))
        .entails(Consequence::Costs, true)
}

/// A step of a change plan that does something to an object.
pub(super) fn step(kind: ChangeKind, object: &str) -> Value {
    let mut step = Map::new();
    step.push("do", kind.word().into());
    step.push("object", object.into());
    step.into()
}
