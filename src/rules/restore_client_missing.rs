//! Servers on premises and other ECS instances take files through an activated client.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::catalog::vocabulary;
use crate::facts::restore::Asks;
use crate::facts::{Facts, RestoreFact, Store};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::{Said, Text};

declare_rule! {
    "R005" "restore-client-missing", since "0.1", Restore, Error,
    fix NeedsValue, over Restores, in ALL,
    from [CROSS_REGION_BACKUP, RESTORE_TO_ECS, MIRROR_VAULTS_2019_FILES],
    rests on [RESTORE_LOCAL_CLIENT, RESTORE_ECS_FILES],
    title: { en: "a destination without an activated client", zh: "恢复目标没有已激活的客户端" },
    message: {
        en: "restore `{restore}` goes to a host without an activated client: {found}",
        zh: "恢复 `{restore}` 的目标主机没有已激活的客户端：{found}",
    },
    expected: { en: "an activated client on the destination", zh: "目标主机上有已激活的客户端" },
    what: {
        en: "A server or NAS file system on premises, or an ECS instance other than the source's own, has an activated client when files are restored to it.",
        zh: "将文件恢复到本地服务器、本地 NAS，或源实例以外的 ECS 实例时，目标须有已激活的客户端。",
    },
    why: {
        en: "The client writes the restored files. Without one the host cannot be chosen as the destination.",
        zh: "恢复的文件由客户端写入。没有客户端的主机不能选作恢复目标。",
    },
    remedy: {
        en: "Install a client on the destination, activate it and name it in the restore.",
        zh: "在目标主机上安装并激活客户端，然后在恢复中指定它。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let kind = facts.destination_kind(restore)?;
    let another_instance = match kind {
        SourceKind::OnPremisesFile | SourceKind::OnPremisesNas => true,
        SourceKind::EcsFile => {
            matches!(facts.store(restore)?, Store::Mirror(_)) || !facts.same_instance(restore)
        }
        _ => false,
    };
    if !another_instance {
        return Ok(Verdict::NotApplicable);
    }
    facts.destination(restore, Asks::Client)?;
    let fail = Fail::at(restore, "/to/client").arg("restore", restore);
    let Some(id) = facts.destination_client(restore) else {
        let none = Text::new("none is named", "未指定客户端");
        let label = Text::new("Name the client of the destination", "指定目标主机的客户端");
        return fail
            .arg("found", none)
            .fix(Safety::NeedsValue, label)
            .into();
    };
    // An id that no client has is reported as such.
    let client = facts.client(id).ok_or(Gap::LeftOut)?;
    if client.is_active() {
        return Ok(Verdict::Pass);
    }
    // The source's own client is reported with the source.
    if facts
        .restored_source(restore)
        .is_ok_and(|source| source.needs_client() && source.doc.client.as_deref() == Some(id))
    {
        return Err(Gap::LeftOut);
    }
    let status = client.doc.status.as_deref().unwrap_or_default();
    // So is a status that nobody knows.
    let known = vocabulary::CLIENT_STATUS.find(status).ok_or(Gap::LeftOut)?;
    let name = facts.name(client.object);
    let label = Text::new("Activate the client `{client}`", "激活客户端 `{client}`");
    fail.arg("found", Said::Own(format!("`{name}` (`{}`)", known.word)))
        .actual(known.word)
        .fix(Safety::ByHand, label)
        .with("client", name)
        .into()
}
