//! When a source is gone, its vault and its client are billed until they are deleted.

use super::declare::declare_rule;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "A020" "cost-orphan", since "0.2", Account, Advice,
    fix ByHand, over Sources, in CLOUD_BACKUP,
    from [NAS_BACKUP, BILLABLE_ITEMS],
    rests on [ORPHANS_COST],
    title: {
        en: "a vault or client without a source",
        zh: "没有数据源的备份库或客户端",
    },
    message: {
        en: "source `{source}` is gone, and {kind} `{left}`, which serves no other, stays and is billed",
        zh: "数据源 `{source}` 已不存在，但不再服务其他数据源的{kind} `{left}` 仍保留并计费",
    },
    expected: {
        en: "its deletion once its backups are not needed any more",
        zh: "不再需要其备份后将其删除",
    },
    what: {
        en: "When all sources of a vault or client are gone, the change plan deletes it.",
        zh: "当备份库或客户端的所有数据源都已不存在时，变更计划将其删除。",
    },
    why: {
        en: "Backups stay, and are billed, after their source was deleted.",
        zh: "数据源删除后备份仍保留并继续计费。",
    },
    remedy: {
        en: "Check which backups are still needed. Then delete the vault and the client.",
        zh: "核对仍需保留的备份，然后删除备份库与客户端。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    if source.doc.gone != Some(true) {
        return Ok(Verdict::NotApplicable);
    }
    let vault = facts
        .vaults_of(source)
        .find(|vault| vault.has_living == Some(false) && vault.deleted_at.is_none())
        .map(|vault| vault.object);
    let client = source.doc.client.as_deref().and_then(|id| facts.client(id));
    let client = client.filter(|client| client.has_living == Some(false) && !client.is_deleted);
    let Some(left) = vault.or(client.map(|client| client.object)) else {
        return Ok(Verdict::Pass);
    };
    let name = facts.name(left);
    let label = Text::new(
        "Delete `{left}` when its backups are not needed any more",
        "不再需要其备份后删除 `{left}`",
    );
    Fail::at(source, "/gone")
        .arg("source", source)
        .arg("kind", left.kind.label())
        .arg("left", name)
        .fix(Safety::ByHand, label)
        .with("left", name)
        .into()
}
