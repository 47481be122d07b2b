//! One copy of the backups is in another account.

use super::declare::declare_rule;
use crate::facts::Facts;
use crate::finding::{Fail, Judged, ObjectRef, Safety, Verdict};
use crate::lang::Text;
use crate::model::Topology;

declare_rule! {
    "G031" "single-account", since "0.2", Practice, Advice,
    fix NeedsValue, over Plan, in REPLICATION_TARGET,
    from [CROSS_ACCOUNT_REPLICATION, CISA_STOP_RANSOMWARE],
    rests on [ANOTHER_ACCOUNT],
    title: {
        en: "all copies are in one account",
        zh: "所有副本都在一个账号中",
    },
    message: {
        en: "all {count} vaults and replication targets of the plan are in one account",
        zh: "方案中的 {count} 个备份库与复制目标备份库都在同一账号中",
    },
    expected: {
        en: "a copy in an account of its own",
        zh: "一个副本位于独立账号",
    },
    what: {
        en: "The vaults and their copies are not all in one account.",
        zh: "备份库及其副本不全在同一账号中。",
    },
    why: {
        en: "Whoever takes over the account, or closes it, destroys all copies at once.",
        zh: "账号被盗用或注销时，所有副本会一同丢失。",
    },
    remedy: {
        en: "Replicate one vault to a replication target that another account shares.",
        zh: "将一个备份库复制到其他账号共享的复制目标备份库。",
    },
}

fn judge(plan: &Topology<'_>, _: &Facts<'_>) -> Judged {
    if plan.vaults.is_empty() || plan.mirrors.is_empty() {
        return Ok(Verdict::NotApplicable);
    }
    let of_vaults = plan.vaults.iter().map(|vault| &vault.account);
    let of_mirrors = plan.mirrors.iter().map(|mirror| &mirror.account);
    let mut accounts = of_vaults.chain(of_mirrors).flatten();
    let first = accounts.next();
    if accounts.any(|account| Some(account) != first)
        || plan.mirrors.iter().any(|m| m.cross_account == Some(true))
    {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Plan a copy in a backup account",
        "规划一个位于备份账号的副本",
    );
    Fail::at(ObjectRef::PLAN, "")
        .arg("count", plan.vaults.len() + plan.mirrors.len())
        .fix(Safety::NeedsValue, label)
        .into()
}
