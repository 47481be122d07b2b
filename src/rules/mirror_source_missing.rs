//! The vault that a mirror names is part of the plan.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, SourceRef};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::suggest;

/// Most vaults that are compared for the suggestion of one mirror.
const COMPARED: usize = 1_000;
/// Most that are compared for all mirrors of the plan, so that the check stays linear.
const COMPARED_IN_ALL: usize = 100_000;

declare_rule! {
    "M005" "mirror-source-missing", since "0.1", Mirror, Error,
    fix ChangesMeaning, over Mirrors, in ALL,
    from [CROSS_REGION_BACKUP, DESCRIBE_VAULTS],
    rests on [MADE_FOR_A_VAULT, RECORD_NAMES_SOURCE],
    title: { en: "a mirror whose source is missing", zh: "镜像库的源备份库不存在" },
    message: {
        en: "mirror `{mirror}` copies `{source}`, and the plan has no vault of that id",
        zh: "镜像库 `{mirror}` 的源为 `{source}`，但方案中没有该标识的备份库",
    },
    expected: { en: "the id of a vault of the plan", zh: "方案中某个备份库的标识" },
    what: {
        en: "The source of a mirror is the id of a vault of the plan. In a plan that was loaded, the vault may be in an answer that was not: then the rule cannot decide.",
        zh: "镜像库的源是方案中某个备份库的标识。对于载入的方案，该备份库可能位于未载入的返回结果中，此时无法判定。",
    },
    why: {
        en: "A mirror is made for a vault that exists. Without its source nothing can be said of its region, type or encryption.",
        zh: "镜像库只能为已有的备份库创建。缺少源备份库时，无法判断其地域、类型与加密方式。",
    },
    remedy: {
        en: "Name a vault of the plan, add the vault, or load every page of the answer of the region that holds it.",
        zh: "请填写方案中的备份库、补充该备份库，或载入其所在地域返回结果的全部分页。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    if mirror.source != SourceRef::Absent {
        return Ok(Verdict::Pass);
    }
    if let Err(gap @ Gap::Missing(_)) = facts.source_vault(mirror) {
        return Err(gap);
    }
    let id = &*mirror.doc.source;
    let fail = Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("source", id)
        .actual(id);
    if mirror.doc.origin.is_some() {
        let label = Text::new(
            "Check the record of the mirror in the console",
            "在控制台核对该镜像库的记录",
        );
        fail.fix(Safety::ByHand, label)
    } else if let Some(near) = nearest(id, facts) {
        let label = Text::new("Copy `{vault}`", "改为复制 `{vault}`");
        fail.fix(Safety::ChangesMeaning, label)
            .set(near)
            .with("vault", near)
    } else {
        let label = Text::new("Name a vault of the plan", "填写方案中的备份库");
        fail.fix(Safety::NeedsValue, label)
    }
    .into()
}

fn nearest<'t>(id: &str, facts: &Facts<'t>) -> Option<&'t str> {
    let share = COMPARED_IN_ALL / facts.mirrors_without_source.max(1);
    let vaults = facts.plan.vaults.iter().take(share.min(COMPARED));
    suggest::nearest(id, vaults.map(|vault| &*vault.id))
}
