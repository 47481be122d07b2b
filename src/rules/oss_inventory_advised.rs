//! A bucket of very many objects is backed up by an inventory of it.

use super::declare::declare_rule;
use super::shared::details;
use crate::catalog::limits;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;
use crate::text::patch::Op;

declare_rule! {
    "S021" "oss-inventory-advised", since "0.2", Source, Advice,
    fix ChangesMeaning, over Sources, in SINCE_2021,
    from [OSS_INVENTORY, OSS_INVENTORY_2021],
    rests on [OSS_INVENTORY_FROM],
    title: {
        en: "a bucket of very many objects without an inventory",
        zh: "大量对象的 Bucket 没有清单",
    },
    message: {
        en: "the bucket of source `{source}` has {objects} objects and no inventory",
        zh: "数据源 `{source}` 的 Bucket 有 {objects} 个对象，但没有清单",
    },
    expected: {
        en: "an inventory of the bucket above 100 million objects",
        zh: "超过 1 亿个对象时使用 Bucket 清单",
    },
    what: {
        en: "A bucket of more than 100 million objects has an inventory by which it is backed up.",
        zh: "超过 1 亿个对象的 Bucket 通过清单进行备份。",
    },
    why: {
        en: "Without an inventory each run has to list all objects, which takes long and causes many requests.",
        zh: "没有清单时每次备份都要列举全部对象，耗时长且请求多。",
    },
    remedy: {
        en: "Set up an inventory in OSS with the prefix of the backup and the fields size, storage class, last modified and ETag. It must not be older than 7 days.",
        zh: "在 OSS 中设置清单，前缀与备份一致，字段包含对象大小、存储类型、最后更新日期和 ETag；清单不得早于 7 天。",
    },
}

fn judge(source: &SourceFact<'_>, _: &Facts<'_>) -> Judged {
    let details = details(source, SourceKind::Oss);
    let Some((details, objects)) = details.and_then(|d| Some((d, d.objects?.0))) else {
        return Ok(Verdict::NotApplicable);
    };
    if objects <= limits::OBJECTS_WITHOUT_INVENTORY || details.inventory == Some(true) {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Plan an inventory", "规划 Bucket 清单");
    let inventory = "/details/inventory";
    Fail::at(source, inventory)
        .arg("source", source)
        .arg("objects", objects.to_string())
        .fix(Safety::ChangesMeaning, label)
        .op(Op::set(source.object.pointer(inventory), true))
        .into()
}
