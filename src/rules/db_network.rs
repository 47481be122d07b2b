//! A database on premises reaches the service over a VPN or Express Connect.

use super::declare::declare_rule;
use super::shared::database;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::model::Link;

declare_rule! {
    "S029" "db-network", since "0.2", Source, Warning,
    fix ChangesMeaning, over Sources, in CLOUD_BACKUP,
    from [LIMITS],
    rests on [DB_NETWORK],
    title: {
        en: "a database on premises over the Internet",
        zh: "本地数据库经公网备份",
    },
    message: {
        en: "database `{source}` stands on premises and reaches the service over the Internet",
        zh: "数据库 `{source}` 位于本地，经公网连接服务",
    },
    expected: {
        en: "a VPN connection or an Express Connect circuit",
        zh: "VPN 连接或高速通道",
    },
    what: {
        en: "A database on premises is connected to Alibaba Cloud by a VPN or Express Connect.",
        zh: "本地数据库通过 VPN 或高速通道连接阿里云。",
    },
    why: {
        en: "The service is reached through addresses that only a VPC routes.",
        zh: "服务地址只能经 VPC 路由到达。",
    },
    remedy: {
        en: "Connect the site to a VPC by VPN or Express Connect, with routes to 100.64.0.0/10, 100.64.0.0/11 and 100.96.0.0/11.",
        zh: "通过 VPN 或高速通道将本地接入 VPC，并配置到 100.64.0.0/10、100.64.0.0/11 和 100.96.0.0/11 的路由。",
    },
}

fn judge(source: &SourceFact<'_>, _: &Facts<'_>) -> Judged {
    let Some(link) = database(source).and_then(|details| details.link) else {
        return Ok(Verdict::NotApplicable);
    };
    if link != Link::Internet {
        return Ok(Verdict::Pass);
    }
    if source.on_cloud()? {
        return Ok(Verdict::NotApplicable);
    }
    let label = Text::new("Connect it over a VPN", "改为通过 VPN 连接");
    Fail::at(source, "/details/link")
        .arg("source", source)
        .actual("internet")
        .fix(Safety::ChangesMeaning, label)
        .set("vpn")
        .into()
}
