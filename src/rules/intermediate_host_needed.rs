//! In HBR 2019 a Linux host without a desktop needs an intermediate host.

use super::declare::declare_rule;
use crate::facts::{Facts, SourceFact, stated};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S004" "intermediate-host-needed", since "0.1", Source, Advice,
    fix NeedsValue, over Sources, in HBR_2019,
    from [WHAT_IS_HBR],
    rests on [INTERMEDIATE_HOST],
    title: {
        en: "a Linux host without a desktop and without an intermediate host",
        zh: "没有桌面环境的 Linux 主机缺少中转机",
    },
    message: {
        en: "source `{source}` is on a Linux host without a desktop, and no intermediate host is named",
        zh: "数据源 `{source}` 位于没有桌面环境的 Linux 主机，且未填写中转机",
    },
    expected: {
        en: "the name of a host with a desktop",
        zh: "带桌面环境的主机名称",
    },
    what: {
        en: "A Linux host without a desktop has an intermediate host through which its client is installed and opened.",
        zh: "没有桌面环境的 Linux 主机有一台中转机，用于安装并打开其客户端。",
    },
    why: {
        en: "In HBR 2019 the client is downloaded, and its page opened, in a browser, which such a host lacks.",
        zh: "在 HBR 2019 中，客户端需通过浏览器下载并打开页面，而这类主机没有浏览器。",
    },
    remedy: {
        en: "Name a host with a desktop that reaches this one over HTTP.",
        zh: "填写一台能通过 HTTP 访问该主机且带桌面环境的主机。",
    },
}

fn judge(source: &SourceFact<'_>, _: &Facts<'_>) -> Judged {
    let doc = source.doc;
    if doc.os.as_deref() != Some("linux") || doc.desktop != Some(false) {
        return Ok(Verdict::NotApplicable);
    }
    if stated(doc.intermediate_host.as_ref()).is_some() {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Name an intermediate host", "填写中转机");
    Fail::at(source, "/intermediateHost")
        .arg("source", source)
        .fix(Safety::NeedsValue, label)
        .into()
}
