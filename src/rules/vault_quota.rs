//! An account has at most a hundred vaults.

use super::declare::declare_rule;
use crate::catalog::limits;
use crate::facts::{Facts, stated};
use crate::finding::{Fail, Gap, Judged, Safety};
use crate::lang::{Said, Text};

declare_rule! {
    "A002" "vault-quota", since "0.2", Account, Error,
    fix ByHand, over Noted, in CLOUD_BACKUP,
    from [GO_SDK, TYPESCRIPT_SDK],
    rests on [HUNDRED_VAULTS],
    title: { en: "more vaults than an account may have", zh: "账号的备份库数量超出限额" },
    message: {
        en: "vault `{vault}` is one too many: {account} has {count} vaults in the plan",
        zh: "备份库 `{vault}` 超出限额：方案中{account}有 {count} 个备份库",
    },
    expected: { en: "at most {limit} vaults", zh: "不超过 {limit} 个备份库" },
    what: {
        en: "An account has at most 100 backup vaults. Mirrors are not counted: no page says whether they count.",
        zh: "一个账号最多有 100 个备份库。镜像库不计入：没有页面说明是否计入。",
    },
    why: {
        en: "The service creates no more.",
        zh: "超出后服务不再创建。",
    },
    remedy: {
        en: "Merge vaults: several sources can share one. Or use another account.",
        zh: "合并备份库（多个数据源可以共用一个），或使用其他账号。",
    },
}

fn noted(facts: &Facts<'_>) -> usize {
    facts.crowded_accounts.len()
}

fn looked_at(facts: &Facts<'_>) -> usize {
    noted(facts).max(usize::from(!facts.vaults.is_empty()))
}

fn judge(number: usize, facts: &Facts<'_>) -> Judged {
    let crowded = facts.crowded_accounts.get(number).copied();
    let (vault, count) = crowded.ok_or(Gap::LeftOut)?;
    let vault = facts.vaults.get(vault).ok_or(Gap::LeftOut)?;
    let account = match stated(vault.doc.account.as_ref()) {
        Some(id) => Said::Own(id.to_owned()),
        None => Text::new("the account", "该账号").into(),
    };
    let label = Text::new("Merge vaults", "合并备份库");
    Fail::at(vault, "")
        .arg("vault", vault)
        .arg("account", account)
        .arg("count", count)
        .arg("limit", limits::VAULTS_OF_AN_ACCOUNT)
        .fix(Safety::ByHand, label)
        .into()
}
