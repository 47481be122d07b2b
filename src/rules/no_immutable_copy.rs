//! One copy of the backups is immutable.

use super::declare::declare_rule;
use crate::facts::{Facts, VaultKind};
use crate::finding::{Consequence, Fail, Judged, ObjectRef, Safety, Verdict};
use crate::lang::Text;
use crate::model::{ChangeKind, Topology};

declare_rule! {
    "G030" "no-immutable-copy", since "0.2", Practice, Advice,
    fix NeedsValue, over Plan, in CLOUD_BACKUP,
    from [CISA_STOP_RANSOMWARE, IMMUTABLE_BACKUP],
    rests on [ONE_IMMUTABLE, LOCKABLE],
    title: {
        en: "no copy is immutable",
        zh: "没有不可变的副本",
    },
    message: {
        en: "no backup of the plan is immutable; vaults: {count}",
        zh: "方案中没有启用备份锁定的备份；备份库数：{count}",
    },
    expected: {
        en: "immutable backup of a vault or policy",
        zh: "为备份库或备份策略启用备份锁定",
    },
    what: {
        en: "Immutable backup is, or will be, switched on for a vault or a policy of the plan.",
        zh: "方案中至少有一个备份库或备份策略已启用或将启用备份锁定。",
    },
    why: {
        en: "Whoever gains the rights of an administrator can delete all other copies.",
        zh: "获得管理员权限的人可以删除所有其他副本。",
    },
    remedy: {
        en: "Switch immutable backup on for one copy. Review the retention first: the lock cannot be switched off.",
        zh: "为一个副本启用备份锁定。请先核对保留时间：启用后无法关闭。",
    },
}

fn judge(plan: &Topology<'_>, facts: &Facts<'_>) -> Judged {
    // Trial and container vaults cannot be locked.
    let mut lockable = facts
        .vaults
        .iter()
        .filter(|v| v.doc.trial.is_none() && v.kind != Some(VaultKind::Container));
    if lockable.next().is_none() {
        return Ok(Verdict::NotApplicable);
    }
    let locked = plan.vaults.iter().any(|v| v.locked == Some(true))
        || plan.policies.iter().any(|p| p.locked == Some(true))
        || plan
            .changes
            .iter()
            .any(|c| c.kind == ChangeKind::SwitchOnLock);
    if locked {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Choose a vault and lock its backups",
        "选择一个备份库并启用备份锁定",
    );
    Fail::at(ObjectRef::PLAN, "")
        .arg("count", plan.vaults.len())
        .fix(Safety::NeedsValue, label)
        .entails(Consequence::Irreversible, true)
        .into()
}
