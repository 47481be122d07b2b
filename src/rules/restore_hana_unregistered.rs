//! An SAP HANA instance that takes data from a mirror is registered with it.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::restore::Asks;
use crate::facts::{Facts, RestoreFact, Store};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "R007" "restore-hana-unregistered", since "0.1", Restore, Error,
    fix ChangesMeaning, over Restores, in ALL,
    from [MIRROR_VAULTS_2019_HANA, CROSS_REGION_BACKUP, RESTORE_HANA],
    rests on [RESTORE_HANA_REGISTERED],
    title: { en: "an SAP HANA destination that is not registered with the mirror", zh: "SAP HANA 恢复目标未注册到镜像库" },
    message: {
        en: "restore `{restore}` reads mirror `{mirror}`, but its SAP HANA instance is not registered with it",
        zh: "恢复 `{restore}` 从镜像库 `{mirror}` 读取，但目标 SAP HANA 实例未注册到该镜像库",
    },
    expected: { en: "registration with mirror `{mirror}`", zh: "注册到镜像库 `{mirror}`" },
    what: {
        en: "The SAP HANA instance to which a mirror's backup is restored is registered with that mirror.",
        zh: "从镜像库恢复 SAP HANA 时，目标实例须已注册到该镜像库。",
    },
    why: {
        en: "The service restores SAP HANA only to instances that it knows as registered with the vault that is read.",
        zh: "服务只会把 SAP HANA 恢复到已注册到所读备份库的实例。",
    },
    remedy: {
        en: "Register the instance in the mirror's region and choose the mirror as its vault, then name the mirror in the restore's registrations.",
        zh: "在镜像库所在地域注册该实例并选择镜像库作为备份库，然后在恢复中登记该注册关系。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    if facts.destination_kind(restore)? != SourceKind::Hana {
        return Ok(Verdict::NotApplicable);
    }
    let Store::Mirror(mirror) = facts.store(restore)? else {
        return Ok(Verdict::NotApplicable);
    };
    let to = facts.destination(restore, Asks::Instance)?;
    let id = &*mirror.doc.id;
    if to.registered_with.iter().any(|with| &**with == id) {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Register the instance with mirror `{mirror}`",
        "将实例注册到镜像库 `{mirror}`",
    );
    Fail::at(restore, "/to/registeredWith")
        .arg("restore", restore)
        .arg("mirror", mirror)
        .fix(Safety::ChangesMeaning, label)
        .set_at(restore, "/to/registeredWith/-", id)
        .with("mirror", mirror)
        .into()
}
