//! A database on ECS that is backed up runs outside containers, and a host runs one MySQL instance.

use super::declare::declare_rule;
use super::shared::{database, instances};
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S028" "db-in-container", since "0.2", Source, Error,
    fix ByHand, over Sources, in CLOUD_BACKUP,
    from [ECS_DATABASES],
    rests on [DB_HOST],
    title: {
        en: "a database that cannot be backed up where it runs",
        zh: "数据库所在环境不支持备份",
    },
    message: {
        en: "database `{source}` cannot be backed up: {found}",
        zh: "数据库 `{source}` 无法备份：{found}",
    },
    expected: {
        en: "a database outside containers, with one MySQL instance on its host",
        zh: "不在容器中运行，且主机上只有一个 MySQL 实例",
    },
    what: {
        en: "A database on an ECS instance runs outside containers, and its host runs no second MySQL instance.",
        zh: "ECS 上的数据库不在容器中运行，且主机上没有第二个 MySQL 实例。",
    },
    why: {
        en: "The client finds neither databases in containers nor a second MySQL instance.",
        zh: "客户端不支持容器中的数据库，也不支持同一主机上的第二个 MySQL 实例。",
    },
    remedy: {
        en: "Move the instance to a host of its own, or write dumps into files and back those up.",
        zh: "将实例迁移到独立主机，或导出为文件后备份文件。",
    },
}

fn judge(source: &SourceFact<'_>, _: &Facts<'_>) -> Judged {
    let Some(details) = database(source) else {
        return Ok(Verdict::NotApplicable);
    };
    let contained = details.in_container;
    let several = instances(details).filter(|_| source.kind == Some(SourceKind::MySql));
    let fail = if contained == Some(true) {
        let found = Text::new("it runs in a container", "它运行在容器中");
        Fail::at(source, "/details/inContainer").arg("found", found)
    } else if let Some(count) = several.filter(|count| *count > 1) {
        let found = Text::new(
            "its host runs more than one MySQL instance",
            "其主机上运行多个 MySQL 实例",
        );
        Fail::at(source, "/details/instancesOnHost")
            .arg("found", found)
            .actual(&count.to_string())
    } else if contained.is_none() && several.is_none() {
        return Ok(Verdict::NotApplicable);
    } else {
        return Ok(Verdict::Pass);
    };
    // The page speaks of databases on ECS instances.
    if !source.on_cloud()? {
        return Ok(Verdict::NotApplicable);
    }
    let label = Text::new(
        "Move the database to a host of its own",
        "将数据库迁移到独立主机",
    );
    fail.arg("source", source).fix(Safety::ByHand, label).into()
}
