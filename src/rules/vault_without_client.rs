//! In HBR 2019 a vault comes into being with a client, so a planned vault has one.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, VaultFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V009" "vault-without-client", since "0.1", Vault, Advice,
    fix NeedsValue, over Vaults, in HBR_2019,
    from [MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL],
    rests on [VAULT_WITH_CLIENT, OSS_2019],
    title: {
        en: "a vault that no client uses",
        zh: "没有客户端使用的备份库",
    },
    message: {
        en: "no backup client uses vault `{vault}`",
        zh: "没有备份客户端使用备份库 `{vault}`",
    },
    expected: {
        en: "a client registered with the vault",
        zh: "注册到该备份库的客户端",
    },
    what: {
        en: "A planned vault has a client that is registered with it, or holds a source that has a client. OSS needs none.",
        zh: "规划中的备份库有注册到它的客户端，或其数据源有客户端。OSS 不需要客户端。",
    },
    why: {
        en: "In HBR 2019 a vault comes into being when a backup client is created.",
        zh: "在 HBR 2019 中，备份库随备份客户端的创建而产生。",
    },
    remedy: {
        en: "Plan the client first.",
        zh: "先规划客户端。",
    },
}

fn judge(vault: &VaultFact<'_>, facts: &Facts<'_>) -> Judged {
    if vault.has_client {
        return Ok(Verdict::Pass);
    }
    // What an import brought exists already, and its record does not list clients.
    let needs_none = |kind| kind == SourceKind::Oss;
    let served = facts
        .sources_in(vault)
        .any(|source| source.kind.is_some_and(needs_none));
    if vault.doc.origin.is_some() || served {
        return Ok(Verdict::NotApplicable);
    }
    let label = Text::new(
        "Add a client that is registered with the vault",
        "添加注册到该备份库的客户端",
    );
    Fail::at(vault, "")
        .arg("vault", vault)
        .fix(Safety::NeedsValue, label)
        .into()
}
