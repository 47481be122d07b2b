//! Statements about policies, schedules, retention and the archive tier.

use super::statements;

statements! {
    /// The sources of policies.
    POLICY_SOURCES = "policy-sources",
        "policies serve ECS files, ECS instances, OSS, Alibaba Cloud NAS, NAS on premises, Tablestore, CPFS and files on premises; SAP HANA, databases and VMware keep backup plans of their own",
        "备份策略支持 ECS 文件、ECS 整机、OSS、阿里云 NAS、本地 NAS、表格存储、CPFS 和本地文件；SAP HANA、数据库和 VMware 使用各自的备份计划",
        [BACKUP_POLICIES];
    /// The sources of policies before 2026.
    POLICY_SOURCES_BEFORE = "policy-sources-before",
        "in the wording of mirror vaults, cross-region backup of SAP HANA and VMware can be switched on by a policy too",
        "在镜像库的表述中，SAP HANA 与 VMware 的跨地域备份也可以通过备份策略开启",
        [CROSS_REGION_BACKUP];
    /// The two types of policy.
    POLICY_TYPES = "policy-types",
        "a general policy names a vault, a policy of ECS instances names none; without a stated type, whether a vault is named tells",
        "通用策略指定备份库，ECS 整机策略不指定；未填写类型时，以是否指定备份库判断",
        [GO_SDK, BACKUP_POLICIES];
    /// The rules of a policy.
    POLICY_RULES = "policy-rules",
        "a policy has at least one BACKUP rule and at most one TRANSITION rule",
        "备份策略至少有一条 BACKUP 规则，至多有一条 TRANSITION 规则",
        [GO_SDK];
    /// One vault a policy.
    POLICY_ONE_VAULT = "policy-one-vault",
        "a policy backs up into one vault",
        "一条备份策略只能备份到一个备份库",
        [GO_SDK];
    /// One policy an ECS instance.
    INSTANCE_ONE_POLICY = "instance-one-policy",
        "an ECS instance is bound to one policy only",
        "一个 ECS 实例（整机备份）只能绑定一条备份策略",
        [GO_SDK];
    /// The name of a policy.
    POLICY_NAME = "policy-name",
        "the name of a policy has 2 to 128 characters, begins neither with `auto` nor with a digit or special character, and holds besides letters and digits only periods, underscores, hyphens and colons",
        "备份策略名称为 2 至 128 个字符，不能以 `auto`、数字或特殊字符开头，除文字和数字外只能包含半角句点、下划线、短划线和冒号",
        [BACKUP_POLICIES, GO_SDK];
    /// Tags of a policy.
    POLICY_TAGS = "policy-tags",
        "a policy chooses sources by up to 30 tags",
        "一条备份策略最多通过 30 个标签关联数据源",
        [BACKUP_POLICIES, GO_SDK];
    /// Legacy policies.
    LEGACY_POLICY = "legacy-policy",
        "a legacy policy can be changed and keeps the ECS instances bound to it, and takes no new ones",
        "旧版备份策略可以修改并保留已绑定的 ECS 实例，但不能再绑定新的实例",
        [BACKUP_POLICIES];
    /// Schedules.
    SCHEDULE_FORMAT = "schedule-format",
        "a schedule is `I|start|interval` with the start in Unix seconds and an ISO 8601 interval, or `C|start|cron` with a cron expression",
        "备份计划时间的格式为 `I|起始时间|间隔`（Unix 秒与 ISO 8601 间隔）或 `C|起始时间|cron 表达式`",
        [GO_SDK];
    /// Runs that overlap.
    RUN_SKIPPED = "run-skipped",
        "when a run is still going as the next one is due, the next one is left out, and not made up for",
        "上一次备份未完成时，到期的下一次备份不会执行，也不会补做",
        [BACKUP_POLICIES, GO_SDK];
    /// How long backups are kept.
    RETENTION_RANGE = "retention-range",
        "backups are kept for 1 to 364,635 days (999 years)",
        "备份保留时间为 1 至 364,635 天（999 年）",
        [GO_SDK, BACKUP_POLICIES];
    /// No permanent retention of ECS instances.
    INSTANCE_RETENTION_ENDS = "instance-retention-ends",
        "backups of ECS instances, and their copies in another region, are not kept for good",
        "ECS 整机备份及其异地副本不能永久保留",
        [BACKUP_POLICIES];
    /// Special retention.
    SPECIAL_RETENTION = "special-retention",
        "the first backup of a week, month or year may be kept for longer than the others, for 999 years at most, and not where backups are kept for good",
        "每周、每月或每年的首个备份可以保留更久（须长于普通保留时间，最长 999 年），且不能与永久保留同时使用",
        [BACKUP_POLICIES, GO_SDK];
    /// Which retention counts.
    TRANSITION_WINS = "transition-wins",
        "where both a BACKUP rule and a TRANSITION rule state a retention, that of the TRANSITION rule counts",
        "BACKUP 规则与 TRANSITION 规则都设置保留时间时，以 TRANSITION 规则为准",
        [GO_SDK];
    /// The newest backup.
    KEEP_LATEST = "keep-latest",
        "with Keep At Least One Backup Version the newest backup outlives its retention; it does not exist for Tablestore",
        "启用“至少保留一个备份版本”后，最新的备份到期仍会保留；表格存储不支持",
        [BACKUP_POLICIES, GO_SDK];
    /// Archiving by a general policy.
    ARCHIVE_GENERAL = "archive-general",
        "a general policy archives after 30 to 65,535 days",
        "通用策略可在 30 至 65,535 天后归档",
        [BACKUP_POLICIES];
    /// Archiving by an ECS instance policy.
    ARCHIVE_INSTANCE = "archive-instance",
        "a policy of ECS instances archives after 14 to 65,535 days",
        "ECS 整机策略可在 14 至 65,535 天后归档",
        [BACKUP_POLICIES];
    /// The stay in the archive tier.
    ARCHIVE_STAY = "archive-stay",
        "a backup stays in the archive tier for at least 60 days",
        "备份在归档层至少保存 60 天",
        [BACKUP_POLICIES, GO_SDK];
    /// What can be archived.
    ARCHIVE_SOURCES = "archive-sources",
        "automatic archiving works for ECS files, ECS instances, OSS, Alibaba Cloud NAS, NAS on premises, CPFS and files on premises",
        "自动归档支持 ECS 文件、ECS 整机、OSS、阿里云 NAS、本地 NAS、CPFS 和本地文件",
        [BACKUP_POLICIES];
    /// Knowing all data.
    BACK_UP_ALL = "back-up-all",
        "good practice is to know all data that has to be kept and to back it up, automatically; a frequency that cannot meet the objective is named as a common mistake",
        "最佳实践要求识别所有需要保留的数据并自动备份；备份频率无法满足恢复目标是常见错误",
        [AWS_REL09];
    /// Checks of backups.
    BACKUP_CHECKED = "backup-checked",
        "the vendor's check of data protection asks of ECS instances and OSS buckets whether they are backed up",
        "云厂商的数据保护检查项包括 ECS 实例与 OSS Bucket 是否已备份",
        [BDRC_ECS, BDRC_OSS];
    /// Backups as often as objectives ask.
    AS_OFTEN_AS_ASKED = "as-often-as-asked",
        "backups are made as often as the recovery objectives ask for",
        "备份频率应满足恢复目标的要求",
        [NIST_800_53, AWS_REL09];
    /// No promise for the copy.
    NO_REMOTE_NUMBER = "no-remote-number",
        "the copy in another region follows asynchronously, and no page promises a number for its delay",
        "另一地域的副本为异步复制，没有页面承诺其延迟数值",
        [CROSS_REGION_BACKUP_2026, CROSS_REGION_BACKUP_NEWEST];
}
