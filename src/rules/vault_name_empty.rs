//! A vault has a name; a mirror has one in the editions that do not name it by themselves.

use super::declare::declare_rule;
use super::shared::shortened;
use crate::catalog::editions::Editions;
use crate::catalog::limits;
use crate::facts::{Facts, MirrorFact, Store};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V003" "vault-name-empty", since "0.1", Vault, Error,
    fix NeedsValue, over Stores, in ALL,
    from [GO_SDK, ROS_VAULT, MIRROR_VAULTS_2019_FILES],
    rests on [VAULT_NAME_LENGTH, MIRROR_NAMED_BY_ITSELF],
    title: {
        en: "a vault without a name",
        zh: "备份库没有名称",
    },
    message: {
        en: "{kind} `{id}` has no name",
        zh: "{kind} `{id}` 没有名称",
    },
    expected: {
        en: "a name of 1 to 64 characters",
        zh: "1 至 64 个字符的名称",
    },
    what: {
        en: "A vault has a name. A mirror needs one in the HBR editions; later ones name it automatically.",
        zh: "备份库必须有名称。在 HBR 各版本中镜像库也必须有名称；之后的版本会自动命名。",
    },
    why: {
        en: "The service does not create a vault without a name, and it is by their names that people tell vaults apart in the console.",
        zh: "服务不会创建没有名称的备份库；在控制台中也靠名称区分备份库。",
    },
    remedy: {
        en: "Give it a name.",
        zh: "填写名称。",
    },
}

fn judge(store: Store<'_, '_>, facts: &Facts<'_>) -> Judged {
    let object = store.object();
    if store.stated_name().is_some() {
        return Ok(Verdict::Pass);
    }
    // A name that an import could not tell exists all the same.
    if store.is_unknown("name") {
        return Ok(Verdict::NotApplicable);
    }
    if matches!(store, Store::Mirror(_)) && !Editions::HBR.has(facts.edition) {
        return Ok(Verdict::NotApplicable);
    }
    let fail = Fail::at(object, "/name")
        .arg("kind", object.kind.label())
        .arg("id", store.id());
    match store {
        Store::Mirror(mirror) => name_after_source(fail, mirror, facts),
        Store::Vault(_) => {
            let label = Text::new("Give the vault a name", "为备份库填写名称");
            fail.fix(Safety::NeedsValue, label)
        }
    }
    .into()
}

fn name_after_source(fail: Box<Fail>, mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Box<Fail> {
    const SUFFIX: &str = "-copy";
    let room = limits::MIRROR_NAME_2019 - SUFFIX.len();
    let name = shortened(facts.source_name(mirror), room) + SUFFIX;
    let label = Text::new("Name the mirror `{name}`", "将镜像库命名为 `{name}`");
    fail.fix(Safety::ChangesMeaning, label)
        .set(&name)
        .with("name", name)
}
