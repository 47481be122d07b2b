//! Backups are written into vaults that are created.

use super::declare::declare_rule;
use crate::facts::{Facts, Status, VaultFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V015" "vault-not-created", since "0.2", Vault, Error,
    fix ByHand, over Vaults, in CLOUD_BACKUP,
    from [GO_SDK, DESCRIBE_VAULTS],
    rests on [ONLY_CREATED_WORKS, VAULT_STATUSES],
    title: { en: "backups into a vault that is not ready", zh: "向未就绪的备份库写入备份" },
    message: {
        en: "{kind} `{writer}` writes into vault `{vault}`, whose status is `{status}`",
        zh: "{kind} `{writer}` 写入备份库 `{vault}`，而其状态为 `{status}`",
    },
    expected: { en: "the status `CREATED`", zh: "状态 `CREATED`" },
    what: {
        en: "A vault into which a source, policy or backup plan writes has the status `CREATED`.",
        zh: "有数据源、策略或备份计划写入的备份库状态为 `CREATED`。",
    },
    why: {
        en: "The vault takes no backup jobs in another status.",
        zh: "其他状态下备份库不接受备份任务。",
    },
    remedy: {
        en: "Wait for the end of the initialization, or repair or replace the vault.",
        zh: "等待初始化完成，或修复、更换备份库。",
    },
}

fn judge(vault: &VaultFact<'_>, facts: &Facts<'_>) -> Judged {
    // What an unlisted status means is told by the rule on statuses.
    let word = match vault.status.ok_or(Gap::LeftOut)? {
        Status::Created => return Ok(Verdict::Pass),
        // That a broken vault has a mirror is told of the mirror.
        Status::Error if vault.mirror_count > 0 => return Err(Gap::LeftOut),
        Status::Error => "ERROR",
        Status::Initializing => "INITIALIZING",
        Status::Unknown => "UNKNOWN",
    };
    let Some(writer) = vault.first_writer(facts) else {
        return Ok(Verdict::NotApplicable);
    };
    let label = Text::new(
        "Wait until `{vault}` is created, or repair it",
        "等待 `{vault}` 创建完成，或修复它",
    );
    Fail::at(vault, "/status")
        .arg("kind", writer.kind.label())
        .arg("writer", facts.name(writer))
        .arg("vault", vault)
        .arg("status", word)
        .actual(word)
        .fix(Safety::ByHand, label)
        .with("vault", vault)
        .into()
}
