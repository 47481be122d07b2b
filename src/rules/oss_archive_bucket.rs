//! A bucket of an archive class can be neither backed up nor restored; in HBR 2019 only one of the class Standard can.

use super::declare::declare_rule;
use super::shared::details;
use crate::catalog::editions::Edition;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Gap, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S020" "oss-archive-bucket", since "0.2", Source, Error,
    fix ChangesMeaning, over Sources, in ALL,
    from [OSS_BACKUP_PLAN, OSS_BACKUP_2021, OSS_BACKUP_2019],
    rests on [OSS_CLASSES, OSS_STANDARD_2019],
    title: {
        en: "a bucket of a class that cannot be backed up",
        zh: "Bucket 的存储类型不支持备份",
    },
    message: {
        en: "the bucket of source `{source}` has the storage class `{class}`, which cannot be backed up",
        zh: "数据源 `{source}` 的 Bucket 存储类型为 `{class}`，不支持备份",
    },
    expected: {
        en: "{classes}",
        zh: "{classes}",
    },
    what: {
        en: "A bucket that is backed up is of the class Standard or Infrequent Access; in HBR 2019 of the class Standard.",
        zh: "备份的 Bucket 为标准或低频访问类型；在 HBR 2019 中只能为标准类型。",
    },
    why: {
        en: "OSS backup does not read objects of an archive class, so that nothing of them is in the vault.",
        zh: "OSS 备份不读取归档类型的对象，备份库中不会有这些数据。",
    },
    remedy: {
        en: "Keep the objects that matter in a bucket of a supported class, and back that up.",
        zh: "将重要对象存放在受支持类型的 Bucket 中并备份该 Bucket。",
    },
}

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let details = details(source, SourceKind::Oss);
    let Some(class) = details.and_then(|d| d.storage_class.as_deref()) else {
        return Ok(Verdict::NotApplicable);
    };
    let only_standard = facts.edition == Edition::Hbr2019;
    match class {
        "ARCHIVE" | "COLD_ARCHIVE" | "DEEP_COLD_ARCHIVE" => {}
        "IA" if only_standard => {}
        "IA" | "STANDARD" => return Ok(Verdict::Pass),
        // A class that nobody knows is reported as such.
        _ => return Err(Gap::LeftOut),
    }
    let classes = if only_standard {
        Text::new("the class Standard", "标准类型")
    } else {
        Text::new(
            "the class Standard or Infrequent Access",
            "标准或低频访问类型",
        )
    };
    let label = Text::new("Plan the bucket as Standard", "将 Bucket 改为标准类型");
    Fail::at(source, "/details/storageClass")
        .arg("source", source)
        .arg("class", class)
        .arg("classes", classes)
        .actual(class)
        .fix(Safety::ChangesMeaning, label)
        .set("STANDARD")
        .into()
}
