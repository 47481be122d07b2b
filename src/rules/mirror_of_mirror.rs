//! A mirror copies a vault, never another mirror.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, SourceRef};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M003" "mirror-of-mirror", since "0.1", Mirror, Error,
    fix ChangesMeaning, over Mirrors, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026],
    rests on [NO_CHAIN],
    title: { en: "a mirror of a mirror", zh: "为镜像库再创建镜像库" },
    message: {
        en: "mirror `{mirror}` copies `{source}`, which is a mirror itself",
        zh: "镜像库 `{mirror}` 的源 `{source}` 本身是镜像库",
    },
    expected: { en: "a vault that is not a mirror", zh: "非镜像库的备份库" },
    what: {
        en: "The source of a mirror is a backup vault, not another mirror.",
        zh: "镜像库的源必须是备份库，不能是另一个镜像库。",
    },
    why: {
        en: "The service does not replicate mirrors, so a chain over three regions cannot be built.",
        zh: "服务不支持复制镜像库，因此无法构成跨三个地域的复制链。",
    },
    remedy: {
        en: "Mirror the original vault instead; since it can have one mirror only, decide which region keeps it. A third region needs a vault of its own.",
        zh: "请改为复制原备份库；由于它只能有一个镜像库，需决定保留在哪个地域。第三个地域需要另建备份库。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    match mirror.source {
        SourceRef::Vault(_) => return Ok(Verdict::Pass),
        SourceRef::Mirror(_) if !mirror.in_cycle => {}
        SourceRef::Mirror(_) | SourceRef::Absent => return Err(Gap::LeftOut),
    }
    let mut fail = Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", facts.source_name(mirror))
        .actual(&mirror.doc.source);
    if let Some(vault) = facts.original_vault(mirror) {
        let label = Text::new(
            "Copy the vault `{vault}` instead",
            "改为复制备份库 `{vault}`",
        );
        fail = fail
            .fix(Safety::ChangesMeaning, label)
            .set(&vault.doc.id)
            .with("vault", vault);
    }
    let label = Text::new("Remove the mirror `{mirror}`", "移除镜像库 `{mirror}`");
    fail.fix(Safety::ChangesMeaning, label)
        .remove_at(mirror, "")
        .with("mirror", mirror)
        .into()
}
