//! A restore of files to a server on premises names the folder that takes them.

use super::declare::declare_rule;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::restore::Asks;
use crate::facts::{Facts, RestoreFact};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "R012" "restore-folder-missing", since "0.1", Restore, Advice,
    fix NeedsValue, over Restores, in CLOUD_BACKUP,
    from [CROSS_REGION_BACKUP],
    rests on [RESTORE_LOCAL_FOLDER],
    title: { en: "a restore of files without a folder", zh: "恢复文件未指定文件夹" },
    message: {
        en: "restore `{restore}` names no folder on the server that takes the files",
        zh: "恢复 `{restore}` 未指定接收文件的服务器文件夹",
    },
    expected: { en: "a folder on the server", zh: "服务器上的文件夹" },
    what: {
        en: "A restore of files to a server on premises names the folder that was made for them.",
        zh: "将文件恢复到本地服务器时，应指定为其创建的文件夹。",
    },
    why: {
        en: "The folder has to be there before the restore job is made.",
        zh: "创建恢复任务前，该文件夹必须已存在。",
    },
    remedy: {
        en: "Create a folder with enough room on the server and name it in the restore.",
        zh: "在服务器上创建空间足够的文件夹，并在恢复中填写。",
    },
}

fn judge(restore: &RestoreFact<'_>, facts: &Facts<'_>) -> Judged {
    if facts.destination_kind(restore)? != SourceKind::OnPremisesFile {
        return Ok(Verdict::NotApplicable);
    }
    let to = facts.destination(restore, Asks::Link)?;
    if to
        .folder
        .as_deref()
        .is_some_and(|folder| !folder.trim().is_empty())
    {
        return Ok(Verdict::Pass);
    }
    let label = Text::new("Name the folder", "填写文件夹");
    Fail::at(restore, "/to/folder")
        .arg("restore", restore)
        .fix(Safety::NeedsValue, label)
        .into()
}
