//! A mirror is made when its source is ready.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, Status};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M012" "mirror-source-not-ready", since "0.1", Mirror, Warning,
    fix ByHand, over Mirrors, in CLOUD_BACKUP,
    from [GO_SDK],
    rests on [ONLY_CREATED_WORKS, VAULT_STATUSES],
    title: { en: "a mirror of a vault that is not ready", zh: "为尚未就绪的备份库创建镜像库" },
    message: {
        en: "vault `{source}` is in the state `{status}`, not yet ready for mirror `{mirror}`",
        zh: "备份库 `{source}` 状态为 `{status}`，尚不能创建镜像库 `{mirror}`",
    },
    expected: { en: "the status `CREATED`", zh: "状态 `CREATED`" },
    what: {
        en: "The source of a mirror is in the state `CREATED`, not `INITIALIZING` or `UNKNOWN`.",
        zh: "镜像库的源应处于 `CREATED` 状态，而不是 `INITIALIZING` 或 `UNKNOWN`。",
    },
    why: {
        en: "A vault works only once it is created; until then there is nothing to copy.",
        zh: "备份库创建完成后才能工作，在此之前没有可复制的数据。",
    },
    remedy: {
        en: "Wait until the console shows the vault as created, then create the mirror.",
        zh: "请等待控制台显示备份库已创建，再创建镜像库。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let vault = facts.source_vault(mirror)?;
    // What an unlisted status means, is asked once, by the rule on abnormal states.
    let word = match vault.status().map_err(|_| Gap::LeftOut)? {
        Status::Created => return Ok(Verdict::Pass),
        Status::Error => return Err(Gap::LeftOut),
        Status::Initializing => "INITIALIZING",
        Status::Unknown => "UNKNOWN",
    };
    let label = Text::new(
        "Wait until `{source}` is created",
        "等待 `{source}` 创建完成",
    );
    Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", vault)
        .arg("status", word)
        .actual(word)
        .fix(Safety::ByHand, label)
        .with("source", vault)
        .into()
}
