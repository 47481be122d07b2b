//! The status of a vault or mirror is one of the four that the API knows.

use super::declare::declare_rule;
use super::shared::unknown_word;
use crate::facts::Facts;
use crate::finding::{Gap, Judged};

declare_rule! {
    "V006" "vault-status-invalid", since "0.1", Vault, Error,
    fix ChangesMeaning, over Noted, in ALL,
    from [GO_SDK, DESCRIBE_VAULTS],
    rests on [VAULT_STATUSES],
    title: {
        en: "a status that is not one of the four",
        zh: "状态不是四种取值之一",
    },
    message: {
        en: "`{object}` has the status `{word}`",
        zh: "`{object}` 的状态为 `{word}`",
    },
    expected: {
        en: "`CREATED`, `INITIALIZING`, `ERROR` or `UNKNOWN`",
        zh: "`CREATED`、`INITIALIZING`、`ERROR` 或 `UNKNOWN`",
    },
    what: {
        en: "The status of a vault or mirror is one of the four that the API knows. In what an import brought, another one is a warning.",
        zh: "备份库或镜像库的状态是 API 的四种取值之一。来自导入数据的其他取值仅作警告。",
    },
    why: {
        en: "Whether a vault takes backups and may have a mirror depends on its status.",
        zh: "备份库能否接收备份、能否创建镜像库取决于其状态。",
    },
    remedy: {
        en: "Use a known status, or leave it out for a vault that the plan creates.",
        zh: "使用已知状态；对方案中新建的备份库可不填。",
    },
}

fn noted(facts: &Facts<'_>) -> usize {
    facts.unknown_statuses.len()
}

fn looked_at(facts: &Facts<'_>) -> usize {
    facts.stated.statuses
}

fn judge(number: usize, facts: &Facts<'_>) -> Judged {
    let word = facts.unknown_statuses.get(number).ok_or(Gap::LeftOut)?;
    unknown_word(word, number, facts).into()
}
