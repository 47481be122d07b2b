//! A script joins vaults with the calls of the newer generation.

use super::declare::declare_rule;
use crate::facts::{ChangeFact, Facts};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "C014" "api-deprecated-call", since "0.2", Change, Advice,
    fix ByHand, over Changes, in REPLICATION_TARGET,
    from [CREATE_REPLICATION_VAULT, VAULT_REPLICATION_API],
    rests on [OLD_CALL],
    title: {
        en: "a deprecated call",
        zh: "已弃用的接口",
    },
    message: {
        en: "step {step} is carried out with `CreateReplicationVault`, which is deprecated",
        zh: "第 {step} 步使用已弃用的 `CreateReplicationVault`",
    },
    expected: {
        en: "`CreateVault` and `CreateVaultReplication`",
        zh: "`CreateVault` 与 `CreateVaultReplication`",
    },
    what: {
        en: "No step of the change plan names CreateReplicationVault as the call that carries it out.",
        zh: "变更中没有步骤以 CreateReplicationVault 作为执行它的接口。",
    },
    why: {
        en: "The call is deprecated and cannot replicate to another account. It may be taken away.",
        zh: "该接口已弃用，且不支持跨账号复制，将来可能下线。",
    },
    remedy: {
        en: "Create the target with CreateVault and Replication=true, then join it to its source with CreateVaultReplication, both in the region of the target.",
        zh: "在目标备份库所在地域先用 CreateVault（Replication=true）创建目标备份库，再用 CreateVaultReplication 将其与源备份库关联。",
    },
}

fn judge(change: &ChangeFact<'_>, _: &Facts<'_>) -> Judged {
    let call = match change.doc.call.as_deref() {
        None => return Ok(Verdict::NotApplicable),
        Some(call) if call == "CreateReplicationVault" => call,
        Some(_) => return Ok(Verdict::Pass),
    };
    let label = Text::new(
        "Use CreateVault and CreateVaultReplication in the region of the target",
        "在目标备份库所在地域改用 CreateVault 与 CreateVaultReplication",
    );
    Fail::at(change, "/call")
        .arg("step", change.step() + 1)
        .actual(call)
        .fix(Safety::ByHand, label)
        .into()
}
