//! A vault has one mirror at a time.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, SourceRef};
use crate::finding::{Consequence, Fail, Gap, Judged, ObjectKind, ObjectRef, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M002" "mirror-more-than-one", since "0.1", Mirror, Error,
    fix ChangesMeaning, over Mirrors, in ALL,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026, MIRROR_VAULTS_2019_FILES],
    rests on [ONE_MIRROR],
    title: { en: "a second mirror of one vault", zh: "同一备份库有多个镜像库" },
    message: {
        en: "mirror `{mirror}` is one too many: `{source}` has the mirror `{other}` already",
        zh: "镜像库 `{mirror}` 多余：`{source}` 已有镜像库 `{other}`",
    },
    expected: { en: "one mirror for `{source}`", zh: "`{source}` 只有一个镜像库" },
    what: {
        en: "A vault has at most one mirror. In a change plan, the next mirror is created after the one before it is gone.",
        zh: "一个备份库最多有一个镜像库。在变更计划中，须先删除原镜像库，再创建新的镜像库。",
    },
    why: {
        en: "The service refuses a second mirror of the same vault, in whichever region.",
        zh: "无论在哪个地域，服务都会拒绝为同一备份库创建第二个镜像库。",
    },
    remedy: {
        en: "Keep one of the mirrors. For a copy in a third region, back the sources up to a second vault and mirror that one.",
        zh: "只保留一个镜像库。如需在第三个地域保留副本，请将数据源另外备份到第二个备份库，再为其创建镜像库。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(other) = mirror.beside else {
        return match mirror.source {
            SourceRef::Vault(_) => Ok(Verdict::Pass),
            SourceRef::Mirror(_) | SourceRef::Absent => Err(Gap::LeftOut),
        };
    };
    let label = Text::new("Remove the mirror `{mirror}`", "移除镜像库 `{mirror}`");
    Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", facts.source_name(mirror))
        .arg(
            "other",
            facts.name(ObjectRef::new(ObjectKind::Mirror, other)),
        )
        .actual(&mirror.doc.source)
        .fix(Safety::ChangesMeaning, label)
        .entails(Consequence::Irreversible, mirror.doc.origin.is_some())
        .remove_at(mirror, "")
        .with("mirror", mirror)
        .into()
}
