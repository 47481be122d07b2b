//! The name given to a mirror fits the console of 2019: how grave a longer one is depends on the edition.

use super::declare::declare_rule;
use super::shared::{is_longer, length, shortened};
use crate::catalog::editions::{Edition, Editions};
use crate::catalog::limits;
use crate::facts::{Facts, MirrorFact, Store};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V002" "mirror-name-over-32", since "0.1", Vault, Error (Hbr2021: Warning, MirrorVault: Advice, ReplicationTarget: Advice),
    fix ChangesMeaning, over Mirrors, in ALL,
    from [MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2020_ON_PREMISES, MIRROR_VAULTS_2021_ECS, GO_SDK],
    rests on [MIRROR_NAME_LENGTH, VAULT_NAME_LENGTH, MIRROR_NAMED_BY_ITSELF],
    title: {
        en: "a mirror name over 32 characters",
        zh: "镜像库名称超过 32 个字符",
    },
    message: {
        en: "the name of mirror `{id}` has {length} characters",
        zh: "镜像库 `{id}` 的名称有 {length} 个字符",
    },
    expected: {
        en: "at most 32 characters",
        zh: "不超过 32 个字符",
    },
    what: {
        en: "The name given to a mirror has at most 32 characters.",
        zh: "为镜像库填写的名称不超过 32 个字符。",
    },
    why: {
        en: "The console of 2019 takes no longer name for a mirror. Later pages differ, and the API takes 64, so that in newer editions a long name is only worth a look.",
        zh: "2019 年的控制台不接受更长的镜像库名称。后来的页面说法不一，API 允许 64 个字符，因此在较新的版本中仅作提醒。",
    },
    remedy: {
        en: "Shorten the name, or leave it out where the service gives one by itself.",
        zh: "缩短名称；在服务自动命名的版本中也可不填名称。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(name) = Store::Mirror(mirror).stated_name() else {
        return Ok(Verdict::NotApplicable);
    };
    if !is_longer(name, limits::MIRROR_NAME_2019) {
        return Ok(Verdict::Pass);
    }
    if facts.edition != Edition::Hbr2019 && is_longer(name, limits::VAULT_NAME) {
        // `vault-name-too-long` says so.
        return Err(Gap::LeftOut);
    }
    if Editions::CLOUD_BACKUP.has(facts.edition) && is_generated(name, mirror, facts) {
        return Ok(Verdict::NotApplicable);
    }
    let short = shortened(name, limits::MIRROR_NAME_2019);
    let label = Text::new("Shorten the name to `{name}`", "将名称缩短为 `{name}`");
    Fail::at(mirror, "/name")
        .arg("id", &*mirror.doc.id)
        .arg("length", length(name))
        .actual(name)
        .fix(Safety::ChangesMeaning, label)
        .set(short.as_str())
        .with("name", short)
        .into()
}

/// Whether a name is the one that the service gives by itself.
fn is_generated(name: &str, mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> bool {
    let source = facts.find(&mirror.doc.source);
    name.strip_prefix("[COPY]-")
        .is_some_and(|rest| source.is_some_and(|source| facts.name(source) == rest))
}
