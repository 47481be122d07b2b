//! A mirror has no schedule: it is copied continuously.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "M017" "mirror-frequency-set", since "0.1", Mirror, Error,
    fix Safe, over Mirrors, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP],
    rests on [CONTINUOUS],
    title: { en: "a schedule for a mirror", zh: "为镜像库设置同步频率" },
    message: {
        en: "mirror `{mirror}` states the schedule `{schedule}`, and the service has none for mirrors",
        zh: "镜像库 `{mirror}` 设置了同步频率 `{schedule}`，但服务不支持为镜像库设置频率",
    },
    expected: { en: "no schedule", zh: "不设置频率" },
    what: {
        en: "A mirror states no schedule of its own.",
        zh: "镜像库不设置自己的同步频率。",
    },
    why: {
        en: "Replication is continuous. A weekly copy of a daily backup, for example, cannot be had this way.",
        zh: "复制是持续进行的。例如，无法实现每天备份、每周同步一次。",
    },
    remedy: {
        en: "Remove the schedule. To copy less often, back up to a second vault with a rhythm of its own and mirror that one.",
        zh: "请移除同步频率。如需降低复制频率，请以所需周期备份到第二个备份库，再为其创建镜像库。",
    },
}

fn judge(mirror: &MirrorFact<'_>, _: &Facts<'_>) -> Judged {
    let Some(schedule) = mirror.doc.schedule.as_deref() else {
        return Ok(Verdict::Pass);
    };
    let label = Text::new("Remove the schedule", "移除同步频率");
    Fail::at(mirror, "/schedule")
        .arg("mirror", mirror)
        .arg("schedule", schedule)
        .actual(schedule)
        .fix(Safety::Safe, label)
        .remove()
        .into()
}
