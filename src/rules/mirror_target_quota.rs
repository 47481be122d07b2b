//! A region takes at most five replication targets of one account.

use super::declare::declare_rule;
use crate::catalog::limits;
use crate::facts::Facts;
use crate::finding::{Fail, Gap, Judged, Safety};
use crate::lang::Text;

declare_rule! {
    "M021" "mirror-target-quota", since "0.2", Mirror, Error,
    fix ByHand, over Noted, in REPLICATION_TARGET,
    from [CROSS_REGION_BACKUP_2026],
    rests on [FIVE_TARGETS],
    title: { en: "too many replication targets in a region", zh: "一个地域的复制目标备份库过多" },
    message: {
        en: "mirror `{mirror}` is one too many: region `{region}` has {limit} replication targets of the account already",
        zh: "镜像库 `{mirror}` 超出限额：该账号在地域 `{region}` 已有 {limit} 个复制目标备份库",
    },
    expected: { en: "at most {limit} in one region", zh: "一个地域不超过 {limit} 个" },
    what: {
        en: "An account has at most 5 replication targets in one region. Those that the change plan deletes or parts from their source are not counted.",
        zh: "一个账号在一个地域最多有 5 个复制目标备份库。变更中将删除或停止复制的不计入。",
    },
    why: {
        en: "The service refuses the sixth.",
        zh: "服务会拒绝创建第六个。",
    },
    remedy: {
        en: "Spread the targets over several regions, or let sources share a vault.",
        zh: "将复制目标备份库分布到多个地域，或让多个数据源共用备份库。",
    },
}

fn noted(facts: &Facts<'_>) -> usize {
    facts.crowded_regions.len()
}

fn looked_at(facts: &Facts<'_>) -> usize {
    facts.mirrors.len()
}

fn judge(number: usize, facts: &Facts<'_>) -> Judged {
    let mirror = facts.crowded_regions.get(number);
    let mirror = mirror.and_then(|mirror| facts.mirrors.get(*mirror));
    let mirror = mirror.ok_or(Gap::LeftOut)?;
    let region = mirror.region()?.id;
    let label = Text::new(
        "Put `{mirror}` into another region, or share a vault",
        "将 `{mirror}` 放到其他地域，或共用备份库",
    );
    Fail::at(mirror, "/region")
        .arg("mirror", mirror)
        .arg("region", region)
        .arg("limit", limits::TARGETS_IN_A_REGION)
        .actual(region)
        .fix(Safety::ByHand, label)
        .with("mirror", mirror)
        .into()
}
