//! What is regional stays in its region: no step of the change plan moves it.

use super::declare::declare_rule;
use super::shared::leave_out;
use crate::facts::{ChangeFact, Facts, RegionFact, stated};
use crate::finding::{Consequence, Fail, Gap, Judged, ObjectKind, ObjectRef, Safety, Verdict};
use crate::lang::Text;
use crate::model::ChangeKind;

declare_rule! {
    "C001" "vault-region-move", since "0.1", Change, Error,
    fix ByHand, over Changes, in ALL,
    from [WHAT_IS_HBR, BASIC_CONCEPTS],
    rests on [ONE_REGION],
    title: {
        en: "a move to another region",
        zh: "迁移到其他地域",
    },
    message: {
        en: "step {step} moves {kind} `{object}` out of its region `{region}`",
        zh: "第 {step} 步将{kind} `{object}` 移出其地域 `{region}`",
    },
    expected: {
        en: "a new {kind} in the other region",
        zh: "在另一地域新建{kind}",
    },
    what: {
        en: "No step of the change plan moves a vault, a mirror or another regional resource to another region.",
        zh: "变更中没有将备份库、镜像库或其他地域级资源迁移到其他地域的步骤。",
    },
    why: {
        en: "The region is fixed at creation. The service has no such move.",
        zh: "地域在创建时确定，服务不提供迁移。",
    },
    remedy: {
        en: "Create a new one in the other region, back up or replicate there, and delete the old one when its backups are no longer needed.",
        zh: "在另一地域新建，并在那里备份或复制；旧的备份不再需要后再删除。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    if change.doc.kind != ChangeKind::Move {
        return Ok(Verdict::NotApplicable);
    }
    // A step whose object is not in the plan is reported by another rule.
    let target = change.target.ok_or(Gap::LeftOut)?;
    let Some(own) = region(target, facts)? else {
        return Ok(Verdict::NotApplicable);
    };
    if stated(change.doc.region.as_ref()) == Some(own.id) {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Create a new {kind} in the other region instead",
        "改为在另一地域新建{kind}",
    );
    let fail = Fail::at(change, "/do")
        .arg("step", change.step() + 1)
        .arg("kind", target.kind.label())
        .arg("object", facts.name(target))
        .arg("region", own.id)
        .actual(change.doc.kind.word())
        .fix(Safety::ByHand, label)
        .entails(Consequence::Recreates, true)
        .with("kind", target.kind.label());
    leave_out(fail, change).into()
}

/// The region of a regional resource; `None` for what has none.
fn region<'t>(object: ObjectRef, facts: &Facts<'t>) -> Result<Option<RegionFact<'t>>, Gap> {
    let region = match object.kind {
        ObjectKind::Vault => {
            let vault = facts.vaults.get(object.index);
            return vault.map(|vault| vault.region()).transpose();
        }
        ObjectKind::Mirror => {
            let mirror = facts.mirrors.get(object.index);
            return mirror.map(|mirror| mirror.region()).transpose();
        }
        ObjectKind::Client => facts
            .clients
            .get(object.index)
            .and_then(|client| stated(client.doc.region.as_ref())),
        ObjectKind::Source => facts
            .sources
            .get(object.index)
            .filter(|source| source.on_cloud() != Ok(false))
            .and_then(|source| stated(source.doc.region.as_ref())),
        _ => None,
    };
    Ok(region.map(RegionFact::new))
}
