//! The mirror goes before its source, step by step.

use super::declare::declare_rule;
use super::shared;
use crate::catalog::editions::Edition;
use crate::catalog::limits;
use crate::facts::{ChangeFact, Facts, MirrorFact, VaultFact};
use crate::finding::{Consequence, Fail, Gap, Judged, ObjectKind, Safety, Verdict};
use crate::lang::Text;
use crate::model::ChangeKind;
use crate::model::edit::ToValue as _;
use crate::text::patch::{Op, Patch};

declare_rule! {
    "C002" "delete-source-before-mirror", since "0.1", Change, Error,
    fix ChangesMeaning, over Changes, in ALL,
    from [MIRROR_VAULTS_2019_FILES, REMOTE_BACKUP_2020, CROSS_REGION_BACKUP, TERRAFORM_PROVIDER, VAULT_REPLICATION_API],
    rests on [MIRROR_BEFORE_SOURCE, STOP_KEEPS_COPY],
    title: {
        en: "a vault deleted before its mirror",
        zh: "先于镜像库删除源备份库",
    },
    message: {
        en: "step {step} deletes vault `{vault}` while `{mirror}` still mirrors it",
        zh: "第 {step} 步删除备份库 `{vault}`，而 `{mirror}` 仍是它的镜像库",
    },
    expected: {
        en: "{expected} first",
        zh: "先{expected}",
    },
    what: {
        en: "When a step of the change plan deletes a vault, none of its mirrors exists any more; since 2026 it is enough that their replication has been stopped.",
        zh: "变更中删除备份库时，其镜像库已不存在；自 2026 年起，停止复制即可。",
    },
    why: {
        en: "The service refuses to delete a vault that has a mirror.",
        zh: "服务拒绝删除仍有镜像库的备份库。",
    },
    remedy: {
        en: "Delete the mirror in an earlier step; in the newest edition stop the replication, which keeps the copy.",
        zh: "在更早的步骤删除镜像库；在最新版本中停止复制即可，副本会保留。",
    },
}

fn judge(change: &ChangeFact<'_>, facts: &Facts<'_>) -> Judged {
    let target = change
        .target
        .filter(|target| target.kind == ObjectKind::Vault);
    let Some(vault) = target.and_then(|target| facts.vaults.get(target.index)) else {
        return Ok(Verdict::NotApplicable);
    };
    if !change.deletes() || !change.before.exists {
        return Ok(Verdict::NotApplicable);
    }
    if change.before.joined == 0 {
        return Ok(Verdict::Pass);
    }
    let step = change.step();
    let can_stop = facts.edition == Edition::ReplicationTarget;
    let joined: Vec<_> = facts
        .mirrors_of(vault)
        .take(limits::MIRRORS_IN_A_FIX)
        .filter(|mirror| mirror.copies_until(step).is_some())
        .collect();
    let (label, expected) = if can_stop {
        let label = Text::new("Stop the replication first", "先停止复制");
        let expected = Text::new("stop the replication", "停止复制");
        (label, expected)
    } else {
        let label = Text::new("Delete the mirror first", "先删除镜像库");
        let expected = Text::new("delete the mirror", "删除镜像库");
        (label, expected)
    };
    let name = name_of_one(&joined, vault, facts)?;
    let mut fail = Fail::at(change, "/do")
        .arg("step", step + 1)
        .arg("vault", vault)
        .arg("mirror", name)
        .arg("expected", expected)
        .actual(change.doc.kind.word());
    // A fix that leaves mirrors behind would be none.
    if joined.len() == change.before.joined {
        let patch = part_first(&joined, change, facts, can_stop);
        let offer = fail
            .fix(Safety::ChangesMeaning, label)
            .entails(Consequence::Irreversible, !can_stop);
        fail = patch.into_iter().fold(offer, Fail::op);
    }
    fail.into()
}

fn name_of_one<'t>(
    joined: &[&MirrorFact<'t>],
    vault: &VaultFact<'t>,
    facts: &Facts<'t>,
) -> Result<&'t str, Gap> {
    let first = joined
        .first()
        .copied()
        .or_else(|| facts.mirrors_of(vault).next());
    first.map(|mirror| mirror.name()).ok_or(Gap::LeftOut)
}

/// Parts each mirror from the vault before the step. A later step that does so already is moved to the front.
fn part_first(
    joined: &[&MirrorFact<'_>],
    change: &ChangeFact<'_>,
    facts: &Facts<'_>,
    can_stop: bool,
) -> Patch {
    let step = change.step();
    let mut later: Vec<usize> = Vec::new();
    let mut steps = Vec::new();
    for mirror in joined {
        let found = mirror.copies_until(step);
        let moved = found
            .and_then(|at| facts.changes.get(at))
            .map(|change| change.doc.value());
        if let (Some(at), Some(moved)) = (found, moved) {
            // From the back, so that no index moves before its turn.
            let before = later.iter().take_while(|other| **other > at).count();
            later.insert(before, at);
            steps.push(moved);
        } else {
            let kind = if can_stop {
                ChangeKind::StopReplication
            } else {
                ChangeKind::Delete
            };
            steps.push(shared::step(kind, &mirror.doc.id));
        }
    }
    let removed = later
        .into_iter()
        .map(|at| Op::remove(format!("/changes/{at}")));
    let added = steps.into_iter().enumerate().map(|(at, value)| Op::Add {
        path: format!("/changes/{}", step + at),
        value,
    });
    removed.chain(added).collect()
}
