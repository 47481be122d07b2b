//! Files are backed up by an activated client.

use super::declare::declare_rule;
use crate::catalog::vocabulary;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S032" "client-inactive", since "0.2", Source, Error,
    fix ByHand, over Sources, in ALL,
    from [ON_PREMISES_FILES, GO_SDK, WHAT_IS_HBR],
    rests on [CLIENT_ACTIVATED, CLIENT_PER_SOURCE],
    title: {
        en: "a file source whose client is not activated",
        zh: "文件数据源的客户端未激活",
    },
    message: {
        en: "client `{client}` of source `{source}` has the status `{status}`",
        zh: "数据源 `{source}` 的客户端 `{client}` 状态为 `{status}`",
    },
    expected: {
        en: "a client with the status `ACTIVATED`",
        zh: "状态为 `ACTIVATED` 的客户端",
    },
    what: {
        en: "The client that a source of files names is activated.",
        zh: "文件数据源引用的客户端处于已激活状态。",
    },
    why: {
        en: "A client that is not activated makes no backups.",
        zh: "未激活的客户端不会执行备份。",
    },
    remedy: {
        en: "Repair the client, or install and activate it anew. On ECS check the Cloud Assistant agent first.",
        zh: "修复客户端，或重新安装并激活。ECS 上请先检查云助手 Agent。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(id) = source
        .doc
        .client
        .as_deref()
        .filter(|_| source.needs_client())
    else {
        return Ok(Verdict::NotApplicable);
    };
    // An id that no client has is reported as such.
    let client = facts.client(id).ok_or(Gap::LeftOut)?;
    if client.is_active() {
        return Ok(Verdict::Pass);
    }
    let status = client.doc.status.as_deref().unwrap_or_default();
    // So is a status that nobody knows.
    let known = vocabulary::CLIENT_STATUS.find(status).ok_or(Gap::LeftOut)?;
    let name = facts.name(client.object);
    let label = Text::new("Activate the client `{client}`", "激活客户端 `{client}`");
    Fail::at(source, "/client")
        .arg("source", source)
        .arg("client", name)
        .arg("status", known.word)
        .actual(known.word)
        .fix(Safety::ByHand, label)
        .with("client", name)
        .into()
}
