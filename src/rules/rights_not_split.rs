//! No role may back up, restore and delete.

use super::declare::declare_rule;
use crate::facts::Facts;
use crate::finding::{Fail, Judged, ObjectRef, Safety, Spot, Verdict};
use crate::lang::Text;
use crate::model::{Right, Topology};
use crate::text::patch::Op;
use crate::text::pointer::push_index;

declare_rule! {
    "G033" "rights-not-split", since "0.2", Practice, Advice,
    fix ChangesMeaning, over Plan, in CLOUD_BACKUP,
    from [GENERATE_RAM_POLICY, WHAT_IS_HBR],
    rests on [RIGHTS_SPLIT, RIGHTS_BY_GROUPS],
    title: {
        en: "one role may back up, restore and delete",
        zh: "一个角色同时可备份、恢复和删除",
    },
    message: {
        en: "role `{role}` may back up, restore and delete",
        zh: "角色 `{role}` 同时拥有备份、恢复和删除权限",
    },
    expected: {
        en: "a role of its own for deletions",
        zh: "删除权限由独立角色持有",
    },
    what: {
        en: "No access role of the plan has all three rights.",
        zh: "方案中没有同时拥有三种权限的访问角色。",
    },
    why: {
        en: "Whoever takes over such a role can read all data and then destroy its backups.",
        zh: "此类角色被盗用后，攻击者可读取全部数据并销毁其备份。",
    },
    remedy: {
        en: "Deny restores or deletions to the role that makes backups.",
        zh: "对执行备份的角色拒绝恢复或删除权限。",
    },
}

fn judge(plan: &Topology<'_>, _: &Facts<'_>) -> Judged {
    if plan.access.is_empty() {
        return Ok(Verdict::NotApplicable);
    }
    let all = [Right::Backup, Right::Restore, Right::Delete];
    let mut roles = plan.access.iter();
    let Some(at) = roles.position(|role| all.iter().all(|right| role.rights.contains(right)))
    else {
        return Ok(Verdict::Pass);
    };
    let role = plan.access.get(at);
    let mut path = String::from("/access");
    push_index(&mut path, at);
    path.push_str("/rights");
    let mut right = path.clone();
    let delete = role.and_then(|role| role.rights.iter().position(|r| *r == Right::Delete));
    push_index(&mut right, delete.unwrap_or_default());
    let label = Text::new(
        "Take the right to delete from `{role}`",
        "取消 `{role}` 的删除权限",
    );
    let name = role.map_or("", |role| &role.name);
    let (object, path) = (ObjectRef::PLAN, path.into());
    Fail::of(Spot { object, path })
        .arg("role", name)
        .fix(Safety::ChangesMeaning, label)
        .with("role", name)
        .op(Op::remove(right))
        .into()
}
