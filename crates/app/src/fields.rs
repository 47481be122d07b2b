//! What the forms call the fields of the document, and how each is entered. The list of fields, what each holds and
//! what its silence means are the model's (`record!`); here stand only words, references and order.

use vaultplan::finding::ObjectKind;
use vaultplan::lang::Text;
use vaultplan::model::declare::{Field, Record, Shape};
use vaultplan::model::{Change, Client, KmsKey, Mirror, Policy, Restore, Source, Topology, Vault};
use vaultplan::text::pointer;

/// A field in words.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The record that it belongs to; empty where it means the same in all.
    of: &'static str,
    name: &'static str,
    /// What it is called.
    pub(crate) label: Text,
    /// What is to be known before it is filled; may be empty.
    pub(crate) hint: Text,
    /// Whether it stands among those that few plans need.
    pub(crate) rare: bool,
}

const fn field(of: &'static str, name: &'static str, en: &'static str, zh: &'static str) -> Entry {
    Entry {
        of,
        name,
        label: Text::new(en, zh),
        hint: Text::same(""),
        rare: false,
    }
}

impl Entry {
    const fn hint(self, en: &'static str, zh: &'static str) -> Self {
        Self {
            hint: Text::new(en, zh),
            ..self
        }
    }

    const fn rare(self) -> Self {
        Self { rare: true, ..self }
    }
}

/// Fields that no form has: the format mark, what an import writes down about itself, and rates, which the view of
/// cost shows.
const WITHOUT_CONTROL: &[&str] = &[
    "format",
    "$schema",
    "release",
    "origin",
    "unknown",
    "contradictions",
    "answers",
    "rates",
];

/// Lists of the document that have forms of their own.
const OBJECTS: &[&str] = &[
    "keys", "vaults", "mirrors", "clients", "sources", "policies", "restores", "changes",
];

static ENTRIES: &[Entry] = &[
    // In most records.
    field("", "id", "ID", "ID").hint(
        "Renaming it renames it wherever it is referred to.",
        "修改后，所有引用处随之更改。",
    ),
    field("", "name", "Name", "名称"),
    field("", "region", "Region", "地域"),
    field("", "account", "Account ID", "账号 ID").rare(),
    field("", "status", "Status", "状态"),
    field("", "note", "Note", "备注").rare(),
    field("", "tags", "Tags", "标签").rare(),
    field("", "description", "Description", "描述"),
    field("", "createdAt", "Creation time", "创建时间").rare(),
    field(
        "",
        "redundancy",
        "Redundancy that the plan asserts",
        "方案所填的冗余类型",
    )
    .rare(),
    field("", "critical", "Critical data", "关键数据").rare(),
    field("", "place", "Where it stands", "所在位置").hint(
        "Needed for SAP HANA and databases; of other types it is known.",
        "SAP HANA 与数据库需填写，其他类型可自动得知。",
    ),
    field("", "link", "Network to Alibaba Cloud", "连接阿里云的网络").rare(),
    field("", "client", "Backup client", "备份客户端"),
    field("", "retentionDays", "Retention in days", "保留天数"),
    field("", "locked", "Immutable backup", "备份锁定").rare(),
    // Vaults.
    field("vault", "name", "Vault name", "备份库名称"),
    field("vault", "id", "Vault ID", "备份库 ID").hint(
        "Renaming it renames it wherever it is referred to.",
        "修改后，所有引用处随之更改。",
    ),
    field("vault", "region", "Region", "地域").hint(
        "A vault belongs to its region for good.",
        "备份库的地域创建后不可更改。",
    ),
    field("vault", "type", "Vault type", "备份库类型"),
    field(
        "vault",
        "encryption",
        "Backup vault encryption method",
        "备份库加密方式",
    )
    .hint(
        "Chosen when the vault is created; it cannot be changed later.",
        "创建时选定，之后不可更改。",
    ),
    field("vault", "kmsKey", "KMS key", "KMS 密钥").hint(
        "Key ID or alias, of the vault's region.",
        "备份库所在地域的密钥 ID 或别名。",
    ),
    field("vault", "trial", "Free trial", "免费试用").hint(
        "Shown in the Status column of the Storage Vaults page.",
        "见存储库管理页面的状态列。",
    ),
    field("vault", "storedGB", "Stored amount in GB", "存储量（GB）"),
    field(
        "vault",
        "reductionRatio",
        "Reduction ratio",
        "去重压缩比",
    )
    .hint(
        "How many times smaller data is stored: 3 for a third. That of the estimate when empty.",
        "数据缩小的倍数：3 表示三分之一。留空则用估算设置中的值。",
    )
    .rare(),
    field("", "storageClass", "Storage class", "存储类型").rare(),
    field("vault", "chargeType", "Charge type", "计费类型").rare(),
    field(
        "vault",
        "sourceTypes",
        "Source types that it holds",
        "库中的数据源类型",
    )
    .hint(
        "Of an imported vault whose sources are not in the plan.",
        "适用于数据源不在方案中的导入备份库。",
    )
    .rare(),
    field("trial", "source", "Trial of", "试用的备份类型"),
    field("trial", "expiresAt", "End of the trial", "试用到期时间"),
    field(
        "trial",
        "payAfter",
        "Paid for after the trial",
        "试用后转为付费",
    ),
    // Mirrors.
    field("mirror", "name", "Vault name", "备份库名称"),
    field("mirror", "id", "Vault ID", "备份库 ID").hint(
        "Renaming it renames it wherever it is referred to.",
        "修改后，所有引用处随之更改。",
    ),
    field("mirror", "source", "Source vault", "源备份库"),
    field(
        "mirror",
        "sourceRegion",
        "Region of the source, by its own record",
        "其记录中的源地域",
    )
    .rare(),
    field("mirror", "enabledBy", "Switched on", "开启方式").rare(),
    field(
        "mirror",
        "encryption",
        "Backup vault encryption method",
        "备份库加密方式",
    )
    .hint(
        "Must be the source's method; it cannot be changed later.",
        "必须与源备份库一致，之后不可更改。",
    ),
    field("mirror", "kmsKey", "KMS key", "KMS 密钥").hint(
        "Key ID or alias, of the mirror's region.",
        "镜像库所在地域的密钥 ID 或别名。",
    ),
    field("mirror", "createdAt", "Creation time", "创建时间").hint(
        "RFC 3339, for example 2026-11-21T08:00:00Z.",
        "RFC 3339 格式，例如 2026-11-21T08:00:00Z。",
    ),
    field(
        "mirror",
        "bandwidthMbps",
        "Bandwidth of the first synchronization in Mbit/s",
        "首次同步带宽（Mbit/s）",
    ),
    field(
        "mirror",
        "historyGB",
        "History to copy in GB",
        "需同步的历史数据（GB）",
    )
    .hint(
        "The source's stored amount when empty.",
        "留空则为源备份库的存储量。",
    )
    .rare(),
    field(
        "mirror",
        "historyPercent",
        "History copied so far in percent",
        "历史数据同步进度（%）",
    )
    .rare(),
    field("mirror", "schedule", "Synchronization rhythm", "同步周期")
        .hint(
            "The service has none: replication is continuous.",
            "服务没有同步周期：复制持续进行。",
        )
        .rare(),
    field(
        "mirror",
        "backupPlans",
        "Backup plans that it is said to have",
        "其记录中的备份计划数",
    )
    .rare(),
    field(
        "mirror",
        "crossAccount",
        "Shared target of another account",
        "跨账号共享的目标",
    )
    .rare(),
    // Clients.
    field("client", "kind", "Client type", "客户端类型"),
    field("client", "vault", "Registered with", "注册到的备份库"),
    field("client", "region", "Region of the host", "主机所在地域").hint(
        "When the host is on Alibaba Cloud.",
        "主机位于阿里云时填写。",
    ),
    field(
        "client",
        "memoryGB",
        "Free memory of the host in GB",
        "主机可用内存（GB）",
    ),
    // Sources.
    field("source", "type", "Source type", "数据源类型"),
    field("source", "vault", "Backup vault", "备份库"),
    field("source", "os", "Operating system", "操作系统"),
    field("source", "desktop", "Desktop environment", "桌面环境").rare(),
    field("source", "intermediateHost", "Intermediate host", "中转机")
        .hint(
            "Through which a client is put on a host without a desktop.",
            "用于在没有桌面环境的主机上安装客户端。",
        )
        .rare(),
    field(
        "",
        "resource",
        "Instance, bucket or file system",
        "实例、Bucket 或文件系统",
    ),
    field(
        "source",
        "sizeGB",
        "Size in GB before reduction",
        "去重压缩前的大小（GB）",
    ),
    field("source", "sizing", "Change and growth", "变化与增长").rare(),
    field("", "expected", "Expected", "预期"),
    field("", "low", "At the least", "最低"),
    field("", "high", "At the most", "最高"),
    field(
        "",
        "dailyChangePercent",
        "Daily change in percent",
        "每日变化率（%）",
    ),
    field(
        "",
        "sameBlocksPercent",
        "Share of it in the same blocks, in percent",
        "其中每日变化相同数据块的比例（%）",
    )
    .hint(
        "Change that hits the same blocks every day does not add up between two backups.",
        "每天变化相同数据块的部分，在两次备份之间不会累加。",
    ),
    field(
        "",
        "growthPercentPerMonth",
        "Growth a month in percent",
        "每月增长率（%）",
    ),
    field(
        "sizing",
        "attachedGiB",
        "Attached block storage in GiB (ECS)",
        "挂载的块存储容量（GiB，ECS）",
    ),
    field(
        "sizing",
        "allocatedGB",
        "Allocated disk size in GB (VMware)",
        "分配的磁盘容量（GB，VMware）",
    ),
    field("source", "objectives", "Recovery objectives", "恢复目标"),
    field("source", "details", "Data and host", "数据与主机").rare(),
    field("source", "backups", "Backups that exist", "已有备份数").rare(),
    field(
        "source",
        "gone",
        "Is gone; its backups stay",
        "已删除，备份仍在",
    )
    .rare(),
    field(
        "recovery objectives",
        "rpoMinutes",
        "Recovery point objective (RPO) in minutes",
        "恢复点目标 RPO（分钟）",
    ),
    field(
        "recovery objectives",
        "remoteRpoMinutes",
        "RPO of the copy in the other region, in minutes",
        "异地副本的 RPO（分钟）",
    ),
    field(
        "recovery objectives",
        "rtoMinutes",
        "Recovery time objective (RTO) in minutes",
        "恢复时间目标 RTO（分钟）",
    ),
    field("details", "objects", "Objects (OSS)", "对象数（OSS）"),
    field(
        "details",
        "inventory",
        "An inventory lists the objects (OSS)",
        "已配置清单（OSS）",
    ),
    field("details", "files", "Files", "文件数"),
    field(
        "details",
        "filesInDirectory",
        "Entries of the fullest directory",
        "最大目录的文件数",
    ),
    field(
        "details",
        "smbAcl",
        "SMB access control lists (NAS)",
        "SMB ACL（NAS）",
    ),
    field(
        "details",
        "paths",
        "Backed-up paths (ECS files)",
        "备份路径（ECS 文件）",
    ),
    field(
        "details",
        "vss",
        "Volume Shadow Copy Service (ECS files)",
        "VSS（ECS 文件）",
    ),
    field("details", "essential", "Essential Edition", "基础版"),
    field(
        "details",
        "disks",
        "Disk categories (ECS instance)",
        "云盘类型（ECS 整机）",
    ),
    field(
        "details",
        "appConsistent",
        "Application-consistent backup",
        "应用一致性备份",
    ),
    field(
        "details",
        "appScripts",
        "Its scripts and RAM role are there",
        "已准备脚本与 RAM 角色",
    ),
    field(
        "details",
        "ownKey",
        "Needs a key of one's own (Tablestore)",
        "要求使用自有密钥（表格存储）",
    ),
    field(
        "details",
        "inContainer",
        "Database in a container",
        "数据库运行在容器中",
    ),
    field(
        "details",
        "instancesOnHost",
        "Instances on the host",
        "主机上的实例数",
    ),
    field(
        "details",
        "vmSnapshots",
        "Has snapshots of its own (VMware)",
        "自带快照（VMware）",
    ),
    field(
        "details",
        "sharedScsi",
        "Shared SCSI devices (VMware)",
        "共享 SCSI 设备（VMware）",
    ),
    // Policies.
    field("policy", "name", "Policy name", "策略名称"),
    field("policy", "type", "Policy type", "策略类型")
        .hint("Told by its rules when empty.", "留空则由其规则判断。"),
    field("policy", "sources", "Bound sources", "已绑定的数据源"),
    field("policy", "rules", "Rules", "规则"),
    field("policy", "legacy", "Legacy policy", "旧版策略")
        .hint("Takes no new sources.", "不能再绑定新数据源。")
        .rare(),
    field("policy", "virusDetection", "Virus detection", "病毒检测").rare(),
    field("policy", "speedLimit", "Bandwidth limit", "限速")
        .hint(
            "start:end:KB/s, several joined by |.",
            "起始:结束:KB/s，多个以 | 分隔。",
        )
        .rare(),
    field("policy rule", "type", "Rule type", "规则类型"),
    field("policy rule", "vault", "Backs up to", "备份到"),
    field("policy rule", "schedule", "Schedule", "备份计划时间"),
    field("policy rule", "permanent", "Kept permanently", "永久保留").rare(),
    field(
        "policy rule",
        "specialRetentions",
        "Special retention periods",
        "特殊保留时间",
    )
    .rare(),
    field(
        "policy rule",
        "keepLatest",
        "Keep at least one backup",
        "至少保留一个备份",
    )
    .rare(),
    field(
        "policy rule",
        "runMinutes",
        "Expected length of a run in minutes",
        "预计每次时长（分钟）",
    )
    .rare(),
    field(
        "policy rule",
        "doCopy",
        "Copies to another region",
        "异地复制",
    )
    .rare(),
    field(
        "policy rule",
        "replicationRegion",
        "Replicates to",
        "复制到的地域",
    ),
    field(
        "policy rule",
        "replicationRetentionDays",
        "Retention of the copies in days",
        "异地副本保留天数",
    )
    .rare(),
    field(
        "policy rule",
        "replicationArchiveDays",
        "Copies archived after days",
        "异地副本归档前天数",
    )
    .rare(),
    field(
        "policy rule",
        "archiveDays",
        "Archived after days",
        "归档前天数",
    ),
    field(
        "policy rule",
        "tags",
        "Tags that choose sources",
        "选择数据源的标签",
    )
    .rare(),
    field("special retention", "type", "Period", "周期"),
    field("tag", "key", "Tag key", "标签键"),
    field("tag", "value", "Tag value", "标签值"),
    // Restores.
    field("restore", "source", "What is restored", "恢复的数据源"),
    field("restore", "from", "Restored from", "恢复自"),
    field("restore", "type", "Restore type", "恢复类型").rare(),
    field("restore", "to", "Destination", "恢复目标位置"),
    field("restore", "at", "Planned for", "计划时间"),
    field(
        "restore",
        "differingSettings",
        "Settings that differ from the backup job",
        "与备份任务不同的设置",
    )
    .rare(),
    field(
        "restore",
        "fullBackupAfter",
        "A full backup follows",
        "之后执行全量备份",
    )
    .rare(),
    field("destination", "type", "Destination type", "目标类型")
        .hint("The source's type when empty.", "留空则与数据源相同。"),
    field(
        "destination",
        "registeredWith",
        "Registered with",
        "已注册到",
    )
    .rare(),
    field(
        "destination",
        "folder",
        "Folder on the server",
        "服务器上的目录",
    )
    .rare(),
    field(
        "destination",
        "secondaryIndex",
        "The table has a secondary index",
        "目标表有二级索引",
    )
    .rare(),
    field(
        "destination",
        "running",
        "The instance is running",
        "实例正在运行",
    )
    .rare(),
    // Keys.
    field("key", "id", "Key ID", "密钥 ID").hint(
        "Renaming it renames it wherever it is referred to.",
        "修改后，所有引用处随之更改。",
    ),
    field("key", "alias", "Alias", "别名").hint("For example alias/erp.", "例如 alias/erp。"),
    field("key", "state", "Key state", "密钥状态"),
    field(
        "key",
        "default",
        "The account's default key there",
        "该地域的默认密钥",
    )
    .rare(),
    field(
        "key",
        "deletionProtection",
        "Deletion protection",
        "删除保护",
    ),
    // Changes.
    field("change", "do", "What is done", "操作"),
    field("change", "object", "To what", "对象"),
    field(
        "change",
        "region",
        "Region that it moves to",
        "移动到的地域",
    ),
    field(
        "change",
        "encryption",
        "Encryption method that it gives",
        "设置的加密方式",
    )
    .rare(),
    field(
        "change",
        "kmsKey",
        "KMS key that it gives",
        "设置的 KMS 密钥",
    )
    .rare(),
    field(
        "change",
        "retentionDays",
        "Retention that it gives, in days",
        "设置的保留天数",
    )
    .rare(),
    field("change", "policy", "Policy that it binds to", "绑定的策略").rare(),
    field(
        "change",
        "call",
        "API operation of the script",
        "脚本调用的 API",
    )
    .rare(),
    field("change", "at", "Planned for", "计划时间"),
    // The plan.
    field("topology", "name", "Plan name", "方案名称"),
    field("topology", "note", "Note", "备注"),
    field("topology", "edition", "Edition", "规则版本"),
    field(
        "topology",
        "replicationRegions",
        "Regions that support cross-region backup",
        "支持跨地域备份的地域",
    )
    .hint(
        "By the account's own DescribeVaultReplicationRegions.",
        "依据账号的 DescribeVaultReplicationRegions 结果。",
    )
    .rare(),
    field("topology", "settings", "How the plan is judged", "检查设置"),
    field(
        "settings",
        "severities",
        "Severities that differ",
        "调整的级别",
    ),
    field(
        "settings",
        "suppressions",
        "Findings that are set aside",
        "忽略的检查结果",
    ),
    field("", "rule", "Rule", "规则"),
    field("severity choice", "severity", "Severity", "级别"),
    field("suppression", "reason", "Reason", "理由"),
    field("suppression", "object", "Only of", "仅限对象")
        .hint("Every object when empty.", "留空则适用于所有对象。"),
    field("suppression", "owner", "Who answers for it", "负责人"),
    field("suppression", "until", "Holds until", "有效期至"),
    field("topology", "billing", "Billing", "计费"),
    field(
        "billing",
        "resourcePlans",
        "Resource plans are meant to cover everything",
        "计划用资源包抵扣全部用量",
    ),
    field(
        "billing",
        "balanceAlert",
        "Somebody is told before the balance runs out",
        "余额不足前有告警",
    ),
    field("billing", "plans", "Resource plans", "资源包"),
    field("resource plan", "item", "Billable item", "计费项"),
    field("resource plan", "capacity", "Capacity", "容量").hint(
        "A month, in the unit of the item.",
        "每月，单位与计费项一致。",
    ),
    field(
        "resource plan",
        "pricePerMonth",
        "Price a month",
        "每月价格",
    )
    .hint(
        "In the currency of the price book.",
        "币种与价格表一致。",
    ),
    field("topology", "estimate", "Cost estimate", "费用估算"),
    field("estimate", "book", "Price book", "价格表"),
    field("estimate", "months", "Months", "月数"),
    field("estimate", "start", "Begins", "开始时间"),
    field(
        "estimate",
        "reductionRatio",
        "Reduction ratio",
        "去重压缩比",
    ),
    field(
        "estimate",
        "offPeakPercent",
        "Restored over the Internet between 00:00 and 08:00, in percent",
        "00:00–08:00 经公网恢复的比例（%）",
    ),
    field("topology", "roles", "Service-linked roles", "服务关联角色"),
    field("topology", "access", "Access roles", "访问角色"),
    field("access role", "rights", "May", "权限"),
    field(
        "topology",
        "contacts",
        "Who is told of failures",
        "故障通知联系人",
    ),
];

/// A field in words; a field without words has no control.
pub(crate) fn entry(record: &Record, field: &Field) -> Option<&'static Entry> {
    let of = |of: &str| {
        let mut all = ENTRIES.iter();
        all.find(|entry| entry.of == of && entry.name == field.name)
    };
    if is_hidden(record, field) {
        return None;
    }
    of(record.name).or_else(|| of(""))
}

/// Whether a field has no control. The remark of a range has none: without a range there is nothing to remark on.
fn is_hidden(record: &Record, field: &Field) -> bool {
    WITHOUT_CONTROL.contains(&field.name)
        || record.name == "topology" && OBJECTS.contains(&field.name)
        || record.name.ends_with(" range") && field.name == "note"
}

/// The table of an object's fields.
pub(crate) fn record(kind: ObjectKind) -> &'static Record {
    static PLAN: Record = Topology::RECORD;
    static VAULT: Record = Vault::RECORD;
    static MIRROR: Record = Mirror::RECORD;
    static CLIENT: Record = Client::RECORD;
    static SOURCE: Record = Source::RECORD;
    static POLICY: Record = Policy::RECORD;
    static KEY: Record = KmsKey::RECORD;
    static RESTORE: Record = Restore::RECORD;
    static CHANGE: Record = Change::RECORD;
    match kind {
        ObjectKind::Plan => &PLAN,
        ObjectKind::Vault => &VAULT,
        ObjectKind::Mirror => &MIRROR,
        ObjectKind::Client => &CLIENT,
        ObjectKind::Source => &SOURCE,
        ObjectKind::Policy => &POLICY,
        ObjectKind::Key => &KEY,
        ObjectKind::Restore => &RESTORE,
        ObjectKind::Change => &CHANGE,
    }
}

/// The record and the field that a path from an object leads to; an element of a list is the list's field.
pub(crate) fn at(kind: ObjectKind, path: &str) -> Option<(&'static Record, &'static Field)> {
    let mut record = record(kind);
    let tokens = pointer::tokens(path)?;
    let mut names = tokens.iter();
    loop {
        let name = names.next()?;
        let field = record.fields.iter().find(|field| field.name == &**name)?;
        let mut shape = &field.shape;
        if let Shape::List(inner) = shape
            && names.next().is_some()
        {
            shape = inner;
        }
        match (shape, names.len()) {
            (_, 0) => return Some((record, field)),
            (Shape::Record(inner), _) => record = inner,
            _ => return None,
        }
    }
}

const STORES: &[ObjectKind] = &[ObjectKind::Vault, ObjectKind::Mirror];
/// The kinds of object to which a field refers by id; none for a field that holds something else.
pub(crate) fn refers_to(record: &Record, field: &Field) -> &'static [ObjectKind] {
    match (record.name, field.name) {
        ("mirror", "source") | ("source" | "policy rule", "vault") => &[ObjectKind::Vault],
        ("client", "vault") | ("restore", "from") | ("destination", "registeredWith") => STORES,
        ("source" | "destination", "client") => &[ObjectKind::Client],
        ("policy", "sources") | ("restore", "source") => &[ObjectKind::Source],
        ("change", "policy") => &[ObjectKind::Policy],
        ("change" | "suppression", "object") => &crate::edit::KINDS,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(
        record: &'static Record,
        seen: &mut Vec<&'static str>,
        each: &mut dyn FnMut(&'static Record, &'static Field),
    ) {
        if seen.contains(&record.name) {
            return;
        }
        seen.push(record.name);
        for field in record.fields {
            each(record, field);
            let mut shape = &field.shape;
            while let Shape::List(inner) = shape {
                shape = inner;
            }
            if let Shape::Record(inner) = shape
                && !WITHOUT_CONTROL.contains(&field.name)
            {
                walk(inner, seen, each);
            }
        }
    }

    #[test]
    fn every_field_of_the_document_has_a_control() {
        let mut used = Vec::new();
        let mut seen = Vec::new();
        walk(record(ObjectKind::Plan), &mut seen, &mut |record, field| {
            let own = is_hidden(record, field);
            let entry = entry(record, field);
            assert_eq!(entry.is_none(), own, "{} of {}", field.name, record.name);
            used.extend(entry.map(|entry| (entry.of, entry.name)));
        });
        assert!(seen.len() > 15, "{seen:?}");
        for entry in ENTRIES {
            assert!(
                used.contains(&(entry.of, entry.name)),
                "{} of {} is no field",
                entry.name,
                entry.of
            );
        }
    }

    #[test]
    fn every_list_of_objects_has_forms_of_its_own() {
        for kind in crate::edit::KINDS {
            assert!(
                OBJECTS.contains(&kind.list().trim_start_matches('/')),
                "{kind:?}"
            );
        }
        assert_eq!(OBJECTS.len(), crate::edit::KINDS.len());
    }

    #[test]
    fn what_holds_an_id_of_another_object_is_a_reference() {
        let mut seen = Vec::new();
        let own = ["id", "rule", "reason", "name", "item", "book"];
        walk(record(ObjectKind::Plan), &mut seen, &mut |record, field| {
            let holds_id = matches!(field.shape, Shape::Id | Shape::List(Shape::Id));
            let refers = !refers_to(record, field).is_empty();
            assert_eq!(
                refers,
                holds_id && !own.contains(&field.name),
                "{} of {}",
                field.name,
                record.name
            );
        });
    }

    #[test]
    fn texts_stand_in_both_languages() {
        use vaultplan::lang::Lang;
        for entry in ENTRIES {
            let (en, zh) = (entry.label.get(Lang::En), entry.label.get(Lang::Zh));
            assert!(!en.is_empty() && !zh.is_empty(), "{}", entry.name);
            assert_eq!(
                entry.hint.get(Lang::En).is_empty(),
                entry.hint.get(Lang::Zh).is_empty()
            );
            assert!(en.is_ascii(), "{en}");
        }
    }

    #[test]
    fn paths_lead_to_fields() {
        for (kind, path, name) in [
            (ObjectKind::Vault, "/region", "region"),
            (ObjectKind::Vault, "/trial/source", "source"),
            (ObjectKind::Restore, "/to/link", "link"),
            (ObjectKind::Policy, "/rules/0/schedule", "schedule"),
            (ObjectKind::Policy, "/sources/3", "sources"),
            (
                ObjectKind::Policy,
                "/rules/1/specialRetentions/0/retentionDays",
                "retentionDays",
            ),
            (ObjectKind::Plan, "/name", "name"),
        ] {
            assert_eq!(at(kind, path).unwrap().1.name, name, "{path}");
        }
        for path in ["", "/nothing", "/region/more", "/rules/0/nothing"] {
            assert!(at(ObjectKind::Policy, path).is_none(), "{path}");
        }
    }
}
