//! In HBR 2019 each kind of source has its own kind of client.

use super::declare::declare_rule;
use crate::catalog::vocabulary;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S003" "source-client-kind", since "0.1", Source, Error,
    fix ChangesMeaning, over Sources, in HBR_2019,
    from [WHAT_IS_HBR],
    rests on [SOURCES_2019, CLIENT_PER_SOURCE],
    title: {
        en: "a client of the wrong kind",
        zh: "客户端类型不匹配",
    },
    message: {
        en: "client `{client}` is of the kind `{found}`, and source `{source}` needs the kind `{needed}`",
        zh: "客户端 `{client}` 的类型为 `{found}`，而数据源 `{source}` 需要 `{needed}` 类型",
    },
    expected: {
        en: "a client of the kind `{needed}`",
        zh: "`{needed}` 类型的客户端",
    },
    what: {
        en: "The client of a source is of the kind that serves it: file, ECS or virtual machine client.",
        zh: "数据源的客户端类型与其匹配：文件客户端、ECS 备份客户端或虚拟机客户端。",
    },
    why: {
        en: "A client of another kind does not read this source.",
        zh: "其他类型的客户端无法读取该数据源。",
    },
    remedy: {
        en: "Install the matching client and name it here.",
        zh: "安装匹配的客户端并在此引用。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let Some(id) = source.doc.client.as_deref() else {
        return Ok(Verdict::NotApplicable);
    };
    // A client that the plan lacks, and unknown words, are reported by rules of their own.
    let client = facts.client(id).ok_or(Gap::LeftOut)?;
    let Some(found) = client.doc.kind.as_deref() else {
        return Ok(Verdict::NotApplicable);
    };
    if vocabulary::CLIENT_KIND.find(found).is_none() {
        return Err(Gap::LeftOut);
    }
    let kind = source.kind.ok_or(Gap::LeftOut)?;
    let (on_cloud, on_premises) = (kind.client_2019(true), kind.client_2019(false));
    let needed = match (on_cloud, on_premises) {
        (None, None) => None,
        _ if source.on_cloud()? => on_cloud,
        _ => on_premises,
    };
    let Some(needed) = needed else {
        return Ok(Verdict::NotApplicable);
    };
    if found == needed {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Make `{client}` a client of the kind `{kind}`",
        "将 `{client}` 改为 `{kind}` 类型的客户端",
    );
    let name = facts.name(client.object);
    Fail::at(source, "/client")
        .arg("client", name)
        .arg("found", found)
        .arg("source", source)
        .arg("needed", needed)
        .actual(found)
        .fix(Safety::ChangesMeaning, label)
        .set_at(client, "/kind", needed)
        .with("client", name)
        .with("kind", needed)
        .into()
}
