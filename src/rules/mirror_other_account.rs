//! Cross-region backup stays within one account.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, stated};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "M022" "mirror-other-account", since "0.2", Mirror, Error,
    fix ChangesMeaning, over Mirrors, in REPLICATION_TARGET,
    from [CROSS_REGION_BACKUP_2026, CROSS_ACCOUNT_REPLICATION],
    rests on [ONE_ACCOUNT, OTHER_ACCOUNT],
    title: { en: "cross-region backup between two accounts", zh: "在两个账号之间进行跨地域备份" },
    message: {
        en: "mirror `{mirror}` is in account `{account}`, its source `{source}` in `{other}`",
        zh: "镜像库 `{mirror}` 属于账号 `{account}`，而源备份库 `{source}` 属于 `{other}`",
    },
    expected: {
        en: "account `{other}`, or cross-account replication",
        zh: "账号 `{other}`，或使用跨账号复制",
    },
    what: {
        en: "A mirror and its source are in one account, unless the mirror is a shared target of cross-account replication.",
        zh: "镜像库与其源备份库属于同一账号，除非该镜像库是跨账号复制的共享目标库。",
    },
    why: {
        en: "Cross-region backup does not reach into another account.",
        zh: "跨地域备份不能跨越账号。",
    },
    remedy: {
        en: "Keep the mirror in the account of its source, or share a replication target from the other account and use cross-account replication.",
        zh: "请将镜像库放在源备份库所在账号，或由另一账号共享复制目标备份库并使用跨账号复制。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    // A source that is not in the plan is told by other rules.
    let vault = facts.source_vault(mirror).map_err(|_| Gap::LeftOut)?;
    let own = stated(mirror.doc.account.as_ref());
    let (Some(own), Some(other)) = (own, stated(vault.doc.account.as_ref())) else {
        return Ok(Verdict::NotApplicable);
    };
    if own == other || mirror.doc.cross_account == Some(true) {
        return Ok(Verdict::Pass);
    }
    let shared = Text::new(
        "Use cross-account replication into a target that account `{account}` shares",
        "使用跨账号复制，目标库由账号 `{account}` 共享",
    );
    let same = Text::new(
        "Keep the mirror in account `{other}`",
        "将镜像库放在账号 `{other}`",
    );
    Fail::at(mirror, "/account")
        .arg("mirror", mirror)
        .arg("source", vault)
        .arg("account", own)
        .arg("other", other)
        .actual(own)
        .fix(Safety::ChangesMeaning, shared)
        .op(Op::set(mirror.object.pointer("/crossAccount"), true))
        .with("account", own)
        .fix(Safety::ChangesMeaning, same)
        .set(other)
        .with("other", other)
        .into()
}
