//! What keeps a VMware virtual machine from being backed up: snapshots, shared SCSI devices, some characters in its name.

use super::declare::declare_rule;
use crate::catalog::editions::Edition;
use crate::catalog::source_kinds::SourceKind;
use crate::facts::{Facts, SourceFact, stated};
use crate::finding::{Fail, Judged, Safety, Verdict};
use crate::lang::Text;

declare_rule! {
    "S031" "vmware-not-backupable", since "0.2", Source, Error,
    fix ByHand, over Sources, in ALL,
    from [LIMITS, LIMITS_2021, RESTRICTIONS_2019],
    rests on [VMWARE_OBSTACLES],
    title: {
        en: "a virtual machine that cannot be backed up",
        zh: "无法备份的虚拟机",
    },
    message: {
        en: "virtual machine `{source}` cannot be backed up: {found}",
        zh: "虚拟机 `{source}` 无法备份：{found}",
    },
    expected: {
        en: "no snapshots, no shared SCSI devices and none of the characters {characters} in the name",
        zh: "没有快照、没有共享 SCSI 设备，名称中没有字符 {characters}",
    },
    what: {
        en: "A VMware virtual machine that is backed up has no snapshots of its own and no shared SCSI devices, and its name holds no refused character.",
        zh: "备份的 VMware 虚拟机没有自己的快照和共享 SCSI 设备，名称中也没有不允许的字符。",
    },
    why: {
        en: "The service makes snapshots of the machine, for which there must be none before; vSphere makes none of shared SCSI devices; and the console refuses such names.",
        zh: "服务需为虚拟机创建快照，此前不能有其他快照；vSphere 不支持共享 SCSI 设备的快照；控制台也不接受此类名称。",
    },
    remedy: {
        en: "Delete the snapshots, detach the shared devices, or rename the machine.",
        zh: "删除快照、分离共享设备，或重命名虚拟机。",
    },
}

/// The characters that the name of a virtual machine must not hold.
const REFUSED: &str = "`^~=;!/()[]{}@$\\&#%+";

fn judge(source: &SourceFact<'_>, facts: &Facts<'_>) -> Judged {
    let doc = source.doc;
    if source.kind != Some(SourceKind::Vmware) || doc.gone == Some(true) {
        return Ok(Verdict::NotApplicable);
    }
    // The page of 2019 does not name the closing bracket.
    let allowed = |c: char| c == ')' && facts.edition == Edition::Hbr2019;
    let refused = |c: &char| REFUSED.contains(*c) && !allowed(*c);
    let details = doc.details.as_deref();
    let name = stated(doc.name.as_ref());
    let mut letter = [0; 4];
    let (path, found, actual, label) = if details.is_some_and(|d| d.vm_snapshots == Some(true)) {
        (
            "/details/vmSnapshots",
            Text::new("it has snapshots", "它有快照"),
            "true",
            Text::new("Delete its snapshots", "删除其快照"),
        )
    } else if details.is_some_and(|d| d.shared_scsi == Some(true)) {
        (
            "/details/sharedScsi",
            Text::new("it uses shared SCSI devices", "它使用共享 SCSI 设备"),
            "true",
            Text::new("Detach the shared devices", "分离共享设备"),
        )
    } else if let Some(c) = name.and_then(|name| name.chars().find(refused)) {
        (
            "/name",
            Text::new(
                "its name holds a character that is refused",
                "名称中有不允许的字符",
            ),
            &*c.encode_utf8(&mut letter),
            Text::new("Rename the virtual machine", "重命名虚拟机"),
        )
    } else if details.is_none() && name.is_none() {
        return Ok(Verdict::NotApplicable);
    } else {
        return Ok(Verdict::Pass);
    };
    Fail::at(source, path)
        .arg("source", source)
        .arg("found", found)
        .arg("characters", REFUSED)
        .actual(actual)
        .fix(Safety::ByHand, label)
        .into()
}
