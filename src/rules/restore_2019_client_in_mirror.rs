//! In HBR the client or SQL Server instance at the destination is registered with the mirror.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, MirrorFact, RestoreFact, Store};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::model::Place;

declare_rule! {
    "R006" "restore-2019-client-in-mirror", since "0.1", Restore, Error,
    fix ChangesMeaning, over Restores, in HBR,
    from [MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL],
    rests on [RESTORE_HBR_CLIENT, RESTORE_SQL_SERVER],
    title: { en: "a destination that is not registered with the mirror", zh: "恢复目标未注册到镜像库" },
    message: {
        en: "restore `{restore}` reads mirror `{mirror}`, but {what} of its destination is not registered with it",
        zh: "恢复 `{restore}` 从镜像库 `{mirror}` 读取，但其目标的{what}未注册到该镜像库",
    },
    expected: { en: "registration with mirror `{mirror}`", zh: "注册到镜像库 `{mirror}`" },
    what: {
        en: "The ECS backup client, or the SQL Server instance, at the destination of a restore from a mirror was registered with that mirror chosen as its vault.",
        zh: "从镜像库恢复时，目标上的 ECS 备份客户端或 SQL Server 实例须在注册时选择该镜像库。",
    },
    why: {
        en: "In HBR a client sees the backups of the vault with which it is registered, and no others.",
        zh: "在 HBR 中，客户端只能看到其注册的备份库中的备份。",
    },
    remedy: {
        en: "Install the client, or register the instance, on an ECS instance in the mirror's region and choose the mirror as the vault.",
        zh: "在镜像库所在地域的 ECS 实例上安装客户端或注册实例，并选择镜像库作为备份库。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let kind = facts.destination_kind(restore)?;
    let Store::Mirror(mirror) = facts.store(restore)? else {
        return Ok(Verdict::NotApplicable);
    };
    let id = &*mirror.doc.id;
    match kind {
        SourceKind::EcsFile => {
            // A destination without a client, and ids that nothing has, are reported as such.
            let named = facts.destination_client(restore).ok_or(Gap::LeftOut)?;
            let client = facts.client(named).ok_or(Gap::LeftOut)?;
            let vault = client.doc.vault.as_deref();
            if vault == Some(id) {
                return Ok(Verdict::Pass);
            }
            if vault
                .is_some_and(|vault| facts.vault(vault).is_none() && facts.mirror(vault).is_none())
            {
                return Err(Gap::LeftOut);
            }
            let what = Text::new("the client", "客户端");
            unregistered(restore, mirror, "/to/client", what, vault)
                .set_at(client, "/vault", id)
                .into()
        }
        SourceKind::SqlServer => {
            let to = restore.doc.to.as_ref().ok_or(Gap::LeftOut)?;
            if to.place == Some(Place::OnPremises) {
                return Ok(Verdict::NotApplicable);
            }
            if to.registered_with.iter().any(|with| &**with == id) {
                return Ok(Verdict::Pass);
            }
            let what = Text::new("the instance", "实例");
            let actual = to.registered_with.first().map(|with| &**with);
            unregistered(restore, mirror, "/to/registeredWith", what, actual)
                .set_at(restore, "/to/registeredWith/-", id)
                .into()
        }
        _ => Ok(Verdict::NotApplicable),
    }
}

fn unregistered(
    restore: &RestoreFact<'_>,
    mirror: &MirrorFact<'_>,
    path: &'static str,
    what: Text,
    actual: Option<&str>,
) -> Box<Fail> {
    let label = Text::new(
        "Register {what} with mirror `{mirror}`",
        "将{what}注册到镜像库 `{mirror}`",
    );
    let fail = Fail::at(restore, path)
        .arg("restore", restore)
        .arg("mirror", mirror)
        .arg("what", what)
        .fix(Safety::ChangesMeaning, label)
        .with("what", what)
        .with("mirror", mirror);
    match actual {
        Some(actual) => fail.actual(actual),
        None => fail,
    }
}
