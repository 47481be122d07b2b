//! Statements about the archive tier, copies in another region and the fields of policies and backup plans.

use super::statements;

statements! {
    /// What is archived is not copied.
    ARCHIVED_NOT_REPLICATED = "archived-not-replicated",
        "since 2026 only the standard tier is replicated; when a backup is archived at the source, its copy in the target is removed",
        "自 2026 年起只复制标准层；源端备份归档后，目标备份库中的副本会被删除",
        [CROSS_REGION_BACKUP_NEWEST, BACKUP_POLICIES];
    /// Small files in the archive tier.
    ARCHIVE_SMALLEST_FILE = "archive-smallest-file",
        "in a general policy archived data is billed by its raw size, and a file under 64 KB counts as 64 KB",
        "通用策略的归档数据按原始数据量计费，小于 64 KB 的文件按 64 KB 计",
        [BACKUP_POLICIES];
    /// Archiving copies.
    REMOTE_ARCHIVE_DAYS = "remote-archive-days",
        "copies of ECS instances whose archive days reach their retention are not archived",
        "ECS 整机异地副本的归档天数达到保留天数时，不会归档",
        [BACKUP_POLICIES];
    /// Copies of ECS instances.
    REMOTE_RETENTION = "remote-retention",
        "an ECS instance policy sets the retention of its copies in the other region on its own: 7 days by default, at most 999 years, never permanent",
        "ECS 整机策略单独设置异地副本的保留时间：默认 7 天，最长 999 年，不支持永久",
        [BACKUP_POLICIES, GO_SDK];
    /// Copies of general policies.
    REMOTE_RETENTION_GENERAL = "remote-retention-general",
        "the copies of a general policy have the retention of the backups that they copy, and no other can be set",
        "通用策略的异地副本与源备份的保留时间相同，不能另行设置",
        [BACKUP_POLICIES];
    /// ECS instances copy what is new.
    ECS_COPIES_NEW_ONLY = "ecs-copies-new-only",
        "when replication to another region is turned on for an ECS instance policy, only backups made afterwards are copied",
        "为 ECS 整机策略开启异地复制后，只复制此后产生的备份",
        [BACKUP_POLICIES];
    /// Bandwidth limits.
    SPEED_LIMIT = "speed-limit",
        "bandwidth limits are written as start hour, end hour and KB/s, joined by vertical bars, and their hours must not overlap",
        "带宽限制写作起始小时、结束小时和 KB/s，以竖线连接，时段不能重叠",
        [GO_SDK];
    /// Fields and types of rules.
    FIELDS_OF_RULES = "fields-of-rules",
        "each field of a policy rule belongs to certain rule types; a field on a rule of another type is accepted and has no effect",
        "备份策略规则的每个字段只用于特定的规则类型；写在其他类型的规则中会被接受，但不起作用",
        [TERRAFORM_POLICY, GO_SDK];
    /// Copying has a switch.
    COPY_SWITCH = "copy-switch",
        "a backup plan of ECS instances copies to the destination region that it names only when copying is switched on",
        "ECS 整机备份计划只有在开启复制时，才会复制到所写的目标地域",
        [TERRAFORM_SERVER_PLAN, GO_SDK];
    /// Names of plans.
    PLAN_NAMES = "plan-names",
        "the name of a backup plan has 1 to 64 characters and is unique for its source type in one vault",
        "备份计划的名称为 1 至 64 个字符，在同一备份库内对同一数据源类型唯一",
        [GO_SDK];
    /// Deprecated resources.
    PLAN_RESOURCES_DEPRECATED = "plan-resources-deprecated",
        "the provider has deprecated its resources for backup plans of single sources, all but SAP HANA, in favour of policies and bindings",
        "提供商已弃用各数据源的备份计划资源（SAP HANA 除外），改用备份策略及其绑定",
        [TERRAFORM_PLANS];
    /// Records may contradict themselves.
    RECORDS_MAY_CONTRADICT = "records-may-contradict",
        "the sample answer of the service's own reference is of a vault that is no replication target and yet names a source, and that is healthy and yet carries an error message",
        "服务参考文档的示例返回结果中，有的备份库不是复制目标却写有源备份库，状态正常却带有错误信息",
        [DESCRIBE_VAULTS];
    /// Answers have pages.
    ANSWERS_HAVE_PAGES = "answers-have-pages",
        "an answer lists one page of the objects of one region, and says how many there are",
        "每个返回结果只列出一个地域中一页的对象，并说明总数",
        [DESCRIBE_VAULTS];
}
