//! ECS instance backup reaches another region by its policy, never by the mirror of a vault.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::model::MirrorWay;

declare_rule! {
    "M018" "ecs-instance-mirror-by-vault", since "0.1", Mirror, Error,
    fix ChangesMeaning, over Sources, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026, BACKUP_POLICIES],
    rests on [INSTANCE_BY_POLICY_ONLY, INSTANCE_AS_SNAPSHOTS],
    title: { en: "ECS instance backup replicated by a vault", zh: "通过备份库复制 ECS 整机备份" },
    message: {
        en: "ECS instance `{source}` counts on mirror `{mirror}` of vault `{vault}`, and ECS instance backup is replicated by its policy only",
        zh: "ECS 整机 `{source}` 依赖备份库 `{vault}` 的镜像库 `{mirror}`，但 ECS 整机备份只能通过其策略复制",
    },
    expected: { en: "no vault, and a policy with replication", zh: "不指定备份库，使用带复制规则的策略" },
    what: {
        en: "An ECS instance does not name a vault whose mirror was switched on at the vault.",
        zh: "ECS 整机不应指定通过存储库管理页面开启镜像库的备份库。",
    },
    why: {
        en: "ECS instance backup is kept as snapshots, which a mirror does not copy: in the mirror's region there would be nothing to restore.",
        zh: "ECS 整机备份以快照保存，镜像库不会复制快照：镜像库所在地域将没有可恢复的数据。",
    },
    remedy: {
        en: "Bind the instance to a policy for ECS instances and switch Replication to Other Region on there.",
        zh: "请将该实例绑定到 ECS 整机策略，并在策略中开启异地复制。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    // What an unlisted source type is, is asked by the rule on source types.
    if source.kind().map_err(|_| Gap::LeftOut)? != SourceKind::EcsInstance {
        return Ok(Verdict::NotApplicable);
    }
    let vault = source.vault.and_then(|index| facts.vaults.get(index));
    // A vault has one mirror; what is wrong with further ones is said of them.
    let Some((vault, mirror)) = vault.and_then(|v| Some((v, facts.mirrors_of(v).next()?))) else {
        return Ok(Verdict::NotApplicable);
    };
    if mirror.doc.way == Some(MirrorWay::Policy) {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Take `{source}` out of the vault; its policy replicates it",
        "不再为 `{source}` 指定备份库，由其策略复制",
    );
    Fail::at(source, "/vault")
        .arg("source", source)
        .arg("vault", vault)
        .arg("mirror", mirror)
        .actual(&vault.doc.id)
        .fix(Safety::ChangesMeaning, label)
        .remove()
        .with("source", source)
        .into()
}
