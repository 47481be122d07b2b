//! Mirrors do not copy one another in a circle. A circle is said once, at its first member.

use super::declare::declare_rule;
use crate::facts::{Facts, MirrorFact, SourceRef};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

/// Most members that the message names, so that it stays readable.
const NAMED: usize = 5;

declare_rule! {
    "M004" "mirror-cycle", since "0.1", Mirror, Error,
    fix NeedsValue, over Mirrors, in ALL,
    from [CROSS_REGION_BACKUP, MIRROR_VAULTS_2019_FILES],
    rests on [NO_CHAIN, NO_BACKUPS_INTO_MIRROR],
    title: { en: "mirrors that copy one another", zh: "镜像库互为源" },
    message: {
        en: "mirrors copy one another in a circle: {circle}",
        zh: "镜像库互相复制，形成环：{circle}",
    },
    expected: { en: "a vault as the source of `{mirror}`", zh: "以备份库作为 `{mirror}` 的源" },
    what: {
        en: "Following the sources from a mirror never leads back to it, neither directly nor through other mirrors.",
        zh: "从镜像库沿其源追溯，不会直接或经由其他镜像库回到自身。",
    },
    why: {
        en: "No backup is written into a mirror, so mirrors that copy one another hold nothing.",
        zh: "镜像库不接受备份写入，互相复制的镜像库中没有任何数据。",
    },
    remedy: {
        en: "Name the vault that receives the backups as the source. For copies in both directions between two regions, plan two vaults, one in each region, with one mirror each.",
        zh: "请以接收备份的备份库作为源。如需两个地域互为异地副本，请在每个地域各建一个备份库，并各自创建一个镜像库。",
    },
}

fn judge(mirror: &MirrorFact<'_>, facts: &Facts<'_>) -> Judged {
    if !mirror.in_cycle {
        return Ok(Verdict::Pass);
    }
    if !mirror.heads_cycle {
        return Err(Gap::LeftOut);
    }
    let label = Text::new(
        "Name the vault that `{mirror}` copies",
        "填写 `{mirror}` 所复制的备份库",
    );
    Fail::at(mirror, "/source")
        .arg("mirror", mirror)
        .arg("circle", circle(mirror, facts))
        .actual(&mirror.doc.source)
        .fix(Safety::NeedsValue, label)
        .with("mirror", mirror)
        .into()
}

/// The members from the first one back to it, such as "`a` ← `b` ← `a`".
fn circle(first: &MirrorFact<'_>, facts: &Facts<'_>) -> String {
    let mut text = format!("`{}`", first.name());
    let mut named = 1;
    let mut at = first;
    while let SourceRef::Mirror(index) = at.source {
        let Some(next) = facts.mirrors.get(index) else {
            break;
        };
        if next.object == first.object {
            break;
        }
        if named == NAMED {
            text.push_str(" ← …");
            break;
        }
        text.push_str(&format!(" ← `{}`", next.name()));
        named += 1;
        at = next;
    }
    text.push_str(&format!(" ← `{}`", first.name()));
    text
}
