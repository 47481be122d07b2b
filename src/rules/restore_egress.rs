//! A restore to a destination on premises over the Internet is charged.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::catalog::wanted;
use crate::facts::restore::{Asks, never_from_mirror};
use crate::facts::{Facts, RestoreFact, Store, missing};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::model::Link;

declare_rule! {
    "R011" "restore-egress", since "0.1", Restore, Advice,
    fix ChangesMeaning, over Restores, in ALL,
    from [CROSS_REGION_BACKUP, BILLING_2021],
    rests on [RESTORE_TRAFFIC],
    title: { en: "a restore over the Internet", zh: "通过公网恢复" },
    message: {
        en: "restore `{restore}` goes on premises over the Internet and is charged by the amount restored",
        zh: "恢复 `{restore}` 通过公网恢复到本地，按实际恢复的数据量收费",
    },
    expected: { en: "a VPN or Express Connect", zh: "VPN 或高速通道" },
    what: {
        en: "A restore to a destination on premises goes over a VPN connection or an Express Connect circuit rather than the Internet.",
        zh: "恢复到本地时，走 VPN 或高速通道而不是公网。",
    },
    why: {
        en: "Over the Internet the outbound traffic is charged by the amount of data that is really restored; over private links it is not.",
        zh: "走公网时按实际恢复的数据量收取流出流量费；走专线不收费。",
    },
    remedy: {
        en: "Connect the site through a VPN or Express Connect before large restores, or count the traffic in.",
        zh: "在大量恢复之前通过 VPN 或高速通道接入，或将流量费计入预算。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    let source = facts.restored_kind(restore)?;
    if matches!(facts.store(restore)?, Store::Mirror(_)) && never_from_mirror(source, facts.edition)
    {
        return Ok(Verdict::NotApplicable);
    }
    if facts.destination_kind(restore)?.on_cloud() == Some(true) || !facts.on_premises(restore)? {
        return Ok(Verdict::NotApplicable);
    }
    // What a restore of SAP HANA outside ECS costs is stated nowhere.
    if facts.destination_kind(restore)? == SourceKind::Hana {
        return Ok(Verdict::NotApplicable);
    }
    let to = facts.destination(restore, Asks::Link)?;
    match to.link {
        Some(Link::Vpn | Link::ExpressConnect) => Ok(Verdict::Pass),
        None => Err(missing(
            restore.object,
            "/to/link",
            &wanted::LINK,
            restore.name(),
        )),
        Some(Link::Internet) => {
            let label = Text::new("Plan it over a VPN", "改为走 VPN");
            Fail::at(restore, "/to/link")
                .arg("restore", restore)
                .actual(Link::Internet.word())
                .fix(Safety::ChangesMeaning, label)
                .set("vpn")
                .into()
        }
    }
}
