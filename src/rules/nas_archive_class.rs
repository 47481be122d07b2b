//! What a NAS backup leaves out: data of an archive class, and access control lists of SMB.

use super::declare::declare_rule;
use super::shared::details;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, SourceFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S023" "nas-archive-class", since "0.2", Source, Warning,
    fix ByHand, over Sources, in CLOUD_BACKUP,
    from [NAS_BACKUP],
    rests on [NAS_CLASSES],
    title: {
        en: "a part of a NAS file system that is left out",
        zh: "NAS 文件系统中不被备份的部分",
    },
    message: {
        en: "backups of file system `{source}` leave out {found}",
        zh: "文件系统 `{source}` 的备份不包含{found}",
    },
    expected: {
        en: "data of the classes Standard and Infrequent Access, without access control lists of SMB",
        zh: "标准与低频类型的数据，不含 SMB 访问控制列表",
    },
    what: {
        en: "A NAS file system that is backed up has no data of an archive class and no access control lists of SMB.",
        zh: "备份的 NAS 文件系统没有归档类型的数据，也没有 SMB 访问控制列表。",
    },
    why: {
        en: "Neither is in the backup, so that a restore brings back less than there was.",
        zh: "二者都不在备份中，恢复后的内容会少于原有内容。",
    },
    remedy: {
        en: "Keep what matters in a supported class. Note the access control lists apart, and set them again after a restore.",
        zh: "将重要数据放在受支持的类型中；另行记录访问控制列表，并在恢复后重新设置。",
    },
}

fn judge(source: &SourceFact<'_>, _: &Facts<'_>) -> Judged {
    let Some(details) = details(source, SourceKind::Nas) else {
        return Ok(Verdict::NotApplicable);
    };
    let (path, found, label) = match details.storage_class.as_deref() {
        Some("ARCHIVE" | "COLD_ARCHIVE" | "DEEP_COLD_ARCHIVE") => (
            "/details/storageClass",
            Text::new("its data of an archive class", "归档类型的数据"),
            Text::new(
                "Move the data to a supported class",
                "将数据转为受支持的类型",
            ),
        ),
        _ if details.smb_acl == Some(true) => (
            "/details/smbAcl",
            Text::new("the access control lists of SMB", "SMB 访问控制列表"),
            Text::new(
                "Note the access control lists apart",
                "另行记录访问控制列表",
            ),
        ),
        None if details.smb_acl.is_none() => return Ok(Verdict::NotApplicable),
        _ => return Ok(Verdict::Pass),
    };
    Fail::at(source, path)
        .arg("source", source)
        .arg("found", found)
        .fix(Safety::ByHand, label)
        .into()
}
