//! An environment runs one SAP HANA instance.

use super::declare::declare_rule;
use super::shared::{details, instances};
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S030" "hana-two-instances", since "0.2", Source, Error,
    fix ByHand, over Sources, in ALL,
    from [LIMITS_2021, LIMITS],
    rests on [HANA_ONE],
    title: {
        en: "several SAP HANA instances in one environment",
        zh: "同一环境中有多个 SAP HANA 实例",
    },
    message: {
        en: "the host of SAP HANA source `{source}` runs {count} instances",
        zh: "SAP HANA 数据源 `{source}` 的主机上运行 {count} 个实例",
    },
    expected: {
        en: "one SAP HANA instance in an environment",
        zh: "一个环境只有一个 SAP HANA 实例",
    },
    what: {
        en: "The environment of a SAP HANA source runs no second instance.",
        zh: "SAP HANA 数据源的环境中没有第二个实例。",
    },
    why: {
        en: "The service installs its backup client for one instance only, and fails with a second one.",
        zh: "服务只能为一个实例安装备份客户端，存在第二个实例时会失败。",
    },
    remedy: {
        en: "Give each instance a host of its own.",
        zh: "为每个实例提供独立主机。",
    },
}

fn judge(source: &SourceFact<'_>, _: &Facts<'_>) -> Judged {
    let Some(count) = details(source, SourceKind::Hana).and_then(instances) else {
        return Ok(Verdict::NotApplicable);
    };
    if count <= 1 {
        return Ok(Verdict::Pass);
    }
    let label = Text::new(
        "Give each instance a host of its own",
        "为每个实例提供独立主机",
    );
    let count = count.to_string();
    Fail::at(source, "/details/instancesOnHost")
        .arg("source", source)
        .actual(&count)
        .arg("count", count)
        .fix(Safety::ByHand, label)
        .into()
}
