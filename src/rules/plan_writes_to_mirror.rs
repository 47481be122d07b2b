//! Nothing is backed up into a mirror.

use super::declare::declare_rule;
use crate::facts::{Facts, SourceRef, Writer};
use crate::finding::{Fail, Gap, Judged, ObjectKind, Safety, Verdict};
use crate::lang::{Said, Text};

declare_rule! {
    "M016" "plan-writes-to-mirror", since "0.1", Mirror, Error,
    fix ChangesMeaning, over Writers, in ALL,
    from [CROSS_REGION_BACKUP, MIRROR_VAULTS_2019_FILES],
    rests on [NO_BACKUPS_INTO_MIRROR],
    title: { en: "backups into a mirror", zh: "向镜像库写入备份" },
    message: {
        en: "backups are written into the mirror `{mirror}` by {kind} `{writer}`",
        zh: "有备份写入镜像库 `{mirror}`：{kind} `{writer}`",
    },
    expected: { en: "a vault that is not a mirror", zh: "非镜像库的备份库" },
    what: {
        en: "No source, policy or backup plan writes its backups into a mirror.",
        zh: "任何数据源、策略或备份计划都不能将备份写入镜像库。",
    },
    why: {
        en: "A mirror takes data from its source vault alone; the service refuses a backup plan for it.",
        zh: "镜像库只接收其源备份库的数据，服务会拒绝为其创建备份计划。",
    },
    remedy: {
        en: "Write to the source vault: what is backed up there is copied into the mirror by itself.",
        zh: "请写入源备份库：备份到源备份库的数据会自动复制到镜像库。",
    },
}

fn judge(writer: &Writer<'_>, facts: &Facts<'_>) -> Judged {
    let mirror = match writer.found {
        Some(found) if found.kind == ObjectKind::Vault => return Ok(Verdict::Pass),
        Some(found) if found.kind == ObjectKind::Mirror => facts.mirrors.get(found.index),
        _ => None,
    };
    let mirror = mirror.ok_or(Gap::LeftOut)?;
    let by_plans = writer.spot.object == mirror.object;
    let (kind, name) = if by_plans {
        let count = mirror.doc.backup_plans.map_or(0, |count| count.0);
        let kind = Text::new("backup plans, number", "备份计划数");
        (kind, Said::Own(count.to_string()))
    } else {
        let object = writer.spot.object;
        (object.kind.label(), facts.name(object).into())
    };
    let vault = match mirror.source {
        SourceRef::Vault(index) if !by_plans => facts.vaults.get(index),
        _ => None,
    };
    let number = name.get(crate::lang::Lang::En);
    let fail = Fail::of(writer.spot.clone())
        .arg("mirror", mirror)
        .arg("kind", kind)
        .actual(if by_plans { number } else { writer.target })
        .arg("writer", name);
    match vault {
        Some(vault) => {
            let label = Text::new(
                "Write to the source vault `{vault}`",
                "改为写入源备份库 `{vault}`",
            );
            fail.fix(Safety::ChangesMeaning, label)
                .set(&vault.doc.id)
                .with("vault", vault)
        }
        None => {
            let label = Text::new(
                "Let the plans write to the source of `{mirror}`",
                "让备份计划写入 `{mirror}` 的源备份库",
            );
            fail.fix(Safety::ByHand, label).with("mirror", mirror)
        }
    }
    .into()
}
