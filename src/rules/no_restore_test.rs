//! A restore is planned, so that the backups are put to the test.

use super::declare::declare_rule;
use crate::facts::{Facts, RestoreFrom};
use crate::finding::{Fail, Judged, ObjectRef, Safety, Verdict};
use crate::lang::Text;
use crate::model::Topology;

declare_rule! {
    "G032" "no-restore-test", since "0.2", Practice, Advice,
    fix NeedsValue, over Plan, in ALL,
    from [NIST_800_53, AWS_RESTORE_TESTS],
    rests on [RESTORES_ARE_TESTED],
    title: {
        en: "no restore drill is planned",
        zh: "没有规划恢复演练",
    },
    message: {
        en: "no restore {kind} is planned; vaults and mirrors: {count}",
        zh: "方案中没有{kind}恢复；备份库与镜像库数：{count}",
    },
    expected: {
        en: "a restore, from a mirror where there is one",
        zh: "规划一次恢复；有镜像库时从镜像库恢复",
    },
    what: {
        en: "The plan has a restore, and where it has mirrors one of them is restored from.",
        zh: "方案中有恢复；有镜像库时至少有一次从镜像库恢复。",
    },
    why: {
        en: "Only a restore shows that backups are complete, that keys and rights are there, and how long it takes.",
        zh: "只有恢复才能证明备份完整、密钥与权限可用，以及恢复所需时间。",
    },
    remedy: {
        en: "Plan a drill: restore a sample from the mirror, at regular times.",
        zh: "规划演练：定期从镜像库恢复样本数据。",
    },
}

fn judge(plan: &Topology<'_>, facts: &Facts<'_>) -> Judged {
    let count = plan.vaults.len() + plan.mirrors.len();
    if count == 0 {
        return Ok(Verdict::NotApplicable);
    }
    let mirrored = !plan.mirrors.is_empty();
    let drill = facts
        .restores
        .iter()
        .any(|restore| !mirrored || matches!(restore.from, RestoreFrom::Mirror(_)));
    if drill {
        return Ok(Verdict::Pass);
    }
    let kind = if mirrored {
        Text::new("from a mirror", "从镜像库的")
    } else {
        Text::new("from any of them", "")
    };
    let label = Text::new("Plan a restore drill", "规划一次恢复演练");
    Fail::at(ObjectRef::PLAN, "/restores")
        .arg("count", count)
        .arg("kind", kind)
        .fix(Safety::NeedsValue, label)
        .into()
}
