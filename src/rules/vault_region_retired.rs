//! A region that has left the service holds no vault.

use super::declare::declare_rule;
use crate::facts::{Facts, Store};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "V012" "vault-region-retired", since "0.2", Vault, Warning,
    fix ByHand, over Stores, in REPLICATION_TARGET,
    from [ENDPOINTS_2022, TYPESCRIPT_SDK],
    rests on [REGION_LIST],
    title: { en: "a region that has left the service", zh: "已退出服务的地域" },
    message: {
        en: "{kind} `{name}` is in `{region}`, which the newest list of regions no longer has",
        zh: "{kind} `{name}` 位于 `{region}`，而最新的地域列表中已没有该地域",
    },
    expected: { en: "a region of the newest list", zh: "最新列表中的地域" },
    what: {
        en: "The region of a vault or mirror is in the newest list of the service, or in the account's own list of replication regions.",
        zh: "备份库或镜像库的地域在服务的最新列表中，或在账号自己的复制地域列表中。",
    },
    why: {
        en: "No endpoint answers there any more: nothing can be created, and what exists should leave.",
        zh: "该地域已没有接入点：无法新建，已有的也应迁出。",
    },
    remedy: {
        en: "Plan the vault in another region. A vault that exists cannot move: create a new one, and keep the old one while it can be reached and its backups are needed.",
        zh: "在其他地域规划备份库。已有备份库不能迁移：请新建，并在旧备份库仍可访问且其备份仍需要时保留它。",
    },
}

fn judge(store: Store<'_, '_>, facts: &Facts<'_>) -> Judged {
    // A region that is missing or unlisted is told by other rules.
    let region = store.region().map_err(|_| Gap::LeftOut)?;
    if !facts.is_retired(region) {
        return Ok(Verdict::Pass);
    }
    let object = store.object();
    let label = Text::new("Plan it in another region", "在其他地域规划");
    Fail::at(object, "/region")
        .arg("kind", object.kind.label())
        .arg("name", store)
        .arg("region", region.id)
        .actual(region.id)
        .fix(Safety::ByHand, label)
        .into()
}
