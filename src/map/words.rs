//! The words of the map.

use super::{LaneKind, NodeKind, Verdict};
use crate::facts::VaultKind;
use crate::lang::{Lang, Text};

const fn text(en: &'static str, zh: &'static str) -> Text {
    Text::new(en, zh)
}

/// One and many of something, with a hole for the number.
pub(super) struct Counted(pub(super) Text, pub(super) Text);

impl Counted {
    pub(super) fn say(&self, number: usize, lang: Lang) -> String {
        let text = if number == 1 { &self.0 } else { &self.1 };
        let args = [crate::lang::Arg {
            name: "n",
            value: number.into(),
        }];
        text.fill(lang, &args)
    }
}

pub(super) const SOURCES: Counted = Counted(
    text("{n} source", "{n} 个数据源"),
    text("{n} sources", "{n} 个数据源"),
);
pub(super) const VAULTS: Counted = Counted(
    text("{n} vault", "{n} 个备份库"),
    text("{n} vaults", "{n} 个备份库"),
);
pub(super) const MIRRORS: Counted = Counted(
    text("{n} mirror", "{n} 个镜像库"),
    text("{n} mirrors", "{n} 个镜像库"),
);
pub(super) const RESTORES: Counted = Counted(
    text("{n} restore", "{n} 个恢复"),
    text("{n} restores", "{n} 个恢复"),
);
pub(super) const SNAPSHOTS: Counted = Counted(
    text("{n} policy of snapshots", "{n} 个快照策略"),
    text("{n} policies of snapshots", "{n} 个快照策略"),
);
pub(super) const COPIES: Counted = Counted(
    text("{n} copy of snapshots", "{n} 个快照副本"),
    text("{n} copies of snapshots", "{n} 个快照副本"),
);
pub(super) const ABSENT: Counted = Counted(
    text("{n} id that is missing", "{n} 个缺失的标识"),
    text("{n} ids that are missing", "{n} 个缺失的标识"),
);
pub(super) const POLICIES: Counted = Counted(
    text("{n} policy", "{n} 个策略"),
    text("{n} policies", "{n} 个策略"),
);
pub(super) const CLIENTS: Counted = Counted(
    text("{n} client", "{n} 个客户端"),
    text("{n} clients", "{n} 个客户端"),
);
pub(super) const KEYS: Counted = Counted(
    text("{n} key", "{n} 个密钥"),
    text("{n} keys", "{n} 个密钥"),
);
pub(super) const CHANGES: Counted = Counted(
    text("{n} step of change", "{n} 个变更步骤"),
    text("{n} steps of change", "{n} 个变更步骤"),
);
pub(super) const ERRORS: Counted = Counted(
    text("{n} error", "{n} 个错误"),
    text("{n} errors", "{n} 个错误"),
);
pub(super) const WARNINGS: Counted = Counted(
    text("{n} warning", "{n} 个警告"),
    text("{n} warnings", "{n} 个警告"),
);
pub(super) const UNDECIDED: Counted = Counted(
    text("{n} undecided", "{n} 项未判定"),
    text("{n} undecided", "{n} 项未判定"),
);
pub(super) const GIGABYTES: Text = text("{n} GB", "{n} GB");

pub(super) const ON_PREMISES: Text = text("On premises", "本地");
pub(super) const NOT_STATED: Text = text("Region not stated", "未声明地域");
pub(super) const OTHER_REGIONS: Text = text("Other regions", "其他地域");
pub(super) const UNLISTED: Text = text("not a listed region", "未收录的地域");
pub(super) const ZRS: Text = text("zone-redundant", "同城冗余");
pub(super) const LRS: Text = text("locally redundant", "本地冗余");
pub(super) const NOT_IN_PLAN: Text = text("not in the plan", "方案中没有");
pub(super) const NO_VAULT: Text = text("no vault", "未备份");
pub(super) const OF_POLICY: Text = text("Mirror made by a policy", "策略创建的镜像库");
pub(super) const MIRROR: Text = text("Mirror", "镜像库");
pub(super) const SNAPSHOT: Text = text("Snapshots, in no vault", "快照，不在备份库中");
pub(super) const COPY: Text = text("Copies of snapshots", "快照副本");
pub(super) const RESTORE: Text = text("Restore", "恢复");
pub(super) const MANAGED: Text = text("managed key", "托管密钥");
pub(super) const KMS: Text = text("KMS", "KMS");
pub(super) const METHOD_UNKNOWN: Text = text("encryption not known", "加密方式未知");
pub(super) const TYPE_UNKNOWN: Text = text("type not known", "类型未知");
pub(super) const IN_CIRCLE: Text = text("copies itself in a circle", "循环复制");
pub(super) const ALSO: Text = text("shown elsewhere too", "在别处也有显示");
pub(super) const IN: Text = text("{what} in {where}", "{where}的{what}");
pub(super) const INTO: Text = text("into {what}", "备份到{what}");
pub(super) const COPY_OF: Text = text("copy of {what}", "{what}的副本");
pub(super) const FROM: Text = text("from {what}", "来自{what}");
pub(super) const TITLE: Text = text("Map of {what}", "{what}的拓扑图");
pub(super) const UNTITLED: Text = text("a plan without a name", "未命名方案");
pub(super) const BESIDE: Text = text("Also in the plan: ", "方案中还有：");

pub(super) const BACKUP_ARROW: Text = text("Backup", "备份");
pub(super) const MIRROR_ARROW: Text = text("Mirror", "镜像");
pub(super) const RESTORE_ARROW: Text = text("Restore", "恢复");

/// The short name of a type of vault.
pub(super) const fn vault_kind(kind: VaultKind) -> Text {
    match kind {
        VaultKind::General => text("General", "普通"),
        VaultKind::Tablestore => text("Tablestore", "表格存储"),
        VaultKind::Database => text("Database", "数据库"),
        VaultKind::Archive => text("Archive", "归档"),
        VaultKind::Container => text("Container", "容器"),
    }
}

/// One of a kind of box.
pub(super) const fn one(kind: NodeKind) -> Text {
    match kind {
        NodeKind::Source => text("source", "数据源"),
        NodeKind::Vault => text("vault", "备份库"),
        NodeKind::Mirror => text("mirror", "镜像库"),
        NodeKind::Snapshots => text("snapshots of the policy", "策略的快照"),
        NodeKind::Copies => text("copies of the snapshots of", "快照副本"),
        NodeKind::Restore => text("restore", "恢复"),
        NodeKind::Absent => text("missing object", "缺失的对象"),
    }
}

/// Some of a kind of box.
pub(super) const fn many(kind: NodeKind) -> &'static Counted {
    match kind {
        NodeKind::Source => &SOURCES,
        NodeKind::Vault => &VAULTS,
        NodeKind::Mirror => &MIRRORS,
        NodeKind::Snapshots => &SNAPSHOTS,
        NodeKind::Copies => &COPIES,
        NodeKind::Restore => &RESTORES,
        NodeKind::Absent => &ABSENT,
    }
}

/// What a lane without a listed region is called.
pub(super) const fn lane(kind: LaneKind) -> Text {
    match kind {
        LaneKind::OnPremises => ON_PREMISES,
        LaneKind::Others => OTHER_REGIONS,
        LaneKind::Region | LaneKind::Unlisted | LaneKind::NotStated => NOT_STATED,
    }
}

/// What a verdict is called on an arrow.
pub(super) const fn verdict(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Ok => text("ok", "可行"),
        Verdict::Warned => text("warning", "警告"),
        Verdict::Undecided => text("undecided", "未判定"),
        Verdict::Refused => text("would be refused", "将被拒绝"),
    }
}
