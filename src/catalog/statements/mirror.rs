//! Statements about mirror vaults.

use super::statements;

statements! {
    /// A mirror lies in another region.
    OTHER_REGION = "other-region",
        "a mirror vault lies in another region than the vault that it copies; the console does not offer the source's region",
        "镜像库与其源备份库位于不同地域；控制台不提供源地域供选择",
        [MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA, REMOTE_BACKUP_2020];
    /// One mirror for each vault.
    ONE_MIRROR = "one-mirror",
        "a vault can have only one mirror vault",
        "一个备份库只能创建一个镜像库",
        [MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA, CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026];
    /// No mirror of a mirror.
    NO_CHAIN = "no-chain",
        "a mirror vault is one of the vaults that cannot be replicated to another region",
        "镜像库本身不支持跨地域备份",
        [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026];
    /// Nothing but the replication writes into a mirror.
    NO_BACKUPS_INTO_MIRROR = "no-backups-into-mirror",
        "a mirror vault serves replication and restores only; no backup can be written into it",
        "镜像库仅用于复制与恢复，不能向其备份数据",
        [MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA, CROSS_REGION_BACKUP];
    /// A mirror is made for a vault that exists.
    MADE_FOR_A_VAULT = "made-for-a-vault",
        "a mirror vault is made for a vault that exists already, from that vault's row in the console",
        "镜像库从控制台中某个已有备份库的操作列创建",
        [MIRROR_VAULTS_2019_FILES, CROSS_REGION_BACKUP];
    /// The source is named with its region.
    SOURCE_WITH_REGION = "source-with-region",
        "the call that joins a mirror vault names its source by id and region, and the record of the mirror repeats both",
        "关联镜像库的调用以标识和地域指明源备份库，镜像库的记录也包含这两项",
        [VAULT_REPLICATION_API, DESCRIBE_VAULTS];
    /// A mirror's record names its source.
    RECORD_NAMES_SOURCE = "record-names-source",
        "the record of a mirror vault names its source by id and region, and one answer lists the vaults of one region only",
        "镜像库的记录以标识和地域指明其源备份库，而一次查询只列出一个地域的备份库",
        [DESCRIBE_VAULTS];
    /// Free trials of OSS and NAS backup.
    NO_TRIAL_OSS_NAS = "no-trial-oss-nas",
        "a free-trial vault of OSS or NAS backup cannot be replicated to another region until its trial is converted to a paid vault",
        "OSS 备份、NAS 备份的免费试用库不支持跨地域备份，转为付费后才支持",
        [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026];
    /// Free trials of Tablestore backup.
    NO_TRIAL_TABLESTORE = "no-trial-tablestore",
        "since 2026 the free-trial vaults of Tablestore backup are among those that cannot be replicated to another region",
        "自 2026 年起，表格存储备份的免费试用库也列入不支持跨地域备份的范围",
        [CROSS_REGION_BACKUP_2026];
    /// What a free trial leaves out.
    TRIAL_LEAVES_OUT = "trial-leaves-out",
        "a free trial includes no replication, archiving, KMS encryption, immutable backup or virus detection",
        "免费试用不包含复制、归档、KMS 加密、备份锁定与病毒检测",
        [FREE_TRIAL];
    /// Archive vaults.
    NO_ARCHIVE_VAULT = "no-archive-vault",
        "archive vaults cannot be replicated to another region",
        "归档库不支持跨地域备份",
        [STORAGE_VAULTS_2021, CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026];
    /// What an archive vault is.
    ARCHIVE_VAULT_IS_APART = "archive-vault-is-apart",
        "an archive vault is a kind of vault of its own for keeping files for years, not the archive tier of a backup vault",
        "归档库是用于长期归档文件的独立类型，并非备份库的归档层",
        [VAULT_TYPES, ARCHIVE_DATA];
    /// Database vaults.
    NO_DATABASE_VAULT = "no-database-vault",
        "Database Backup vaults cannot be replicated to another region",
        "数据库备份库不支持跨地域备份",
        [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026];
    /// Container vaults.
    NO_CONTAINER_VAULT = "no-container-vault",
        "Container Backup vaults cannot be replicated to another region",
        "容器备份库不支持跨地域备份",
        [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026];
    /// Vaults in an abnormal state.
    NO_ABNORMAL_VAULT = "no-abnormal-vault",
        "a vault in an abnormal state, such as `ERROR`, cannot be replicated to another region",
        "状态异常（例如 `ERROR`）的备份库不支持跨地域备份",
        [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026];
    /// Only a created vault works.
    ONLY_CREATED_WORKS = "only-created-works",
        "a vault takes backup jobs only in the status `CREATED`; a new one is `INITIALIZING` until its initialization ends",
        "备份库仅在 `CREATED` 状态下接受备份任务；新建的备份库在初始化完成前为 `INITIALIZING`",
        [GO_SDK];
    /// The two eligible types.
    ELIGIBLE_TYPES = "eligible-types",
        "the vault to be replicated has the type General Backup or Tablestore Backup",
        "需要跨地域备份的备份库类型为普通备份或表格存储备份",
        [CROSS_REGION_BACKUP];
    /// Not every region.
    ONLY_SOME_REGIONS = "only-some-regions",
        "only some regions support cross-region backup; the service answers with the list when it is asked for the replication regions",
        "仅部分地域支持跨地域备份；服务可通过查询复制地域的接口返回该列表",
        [CROSS_REGION_BACKUP, GO_SDK];
    /// Features vary by region.
    FEATURES_VARY_BY_REGION = "features-vary-by-region",
        "what works differs from region to region, and the console is the authority",
        "各地域支持的功能不同，以控制台为准",
        [SUPPORTED_REGIONS];
    /// Both sides of the mainland's border.
    BORDER = "border",
        "regions are listed inside and outside the Chinese mainland; no page of the service treats what a copy from one side to the other may hold",
        "地域分为中国内地与内地以外；没有页面说明两侧之间的副本可以包含哪些数据",
        [REGION_IDS, CROSS_REGION_BACKUP];
    /// Finance Cloud.
    FINANCE_APART = "finance-apart",
        "disk replication cannot cross between Finance Cloud and the public cloud; no page says that cross-region backup can",
        "云盘复制不能跨越金融云与公共云；没有页面说明跨地域备份可以",
        [DISK_REPLICATION_LIMITS, CROSS_REGION_BACKUP];
    /// Continuous replication.
    CONTINUOUS = "continuous",
        "the rhythm of the synchronization cannot be set: data of the source is copied to the mirror continuously",
        "不能设置同步频率：源备份库的数据持续复制到镜像库",
        [CROSS_REGION_BACKUP];
    /// ECS instance backup.
    INSTANCE_BY_POLICY_ONLY = "instance-by-policy-only",
        "the replication of ECS instance backup is switched on in a policy only, not on the page of the vaults",
        "ECS 整机备份只能在备份策略中开启异地复制，不能在存储库管理页面开启",
        [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026];
    /// Where ECS instance backup lies.
    INSTANCE_AS_SNAPSHOTS = "instance-as-snapshots",
        "ECS instance backup is stored as snapshots of ECS and copied by their copy feature, not in a vault",
        "ECS 整机备份以 ECS 快照形式保存，通过快照复制功能复制，不存入备份库",
        [BACKUP_POLICIES];
    /// The same method.
    SAME_METHOD = "same-method",
        "a mirror vault uses the encryption method of its source: both are managed by Cloud Backup, or both use KMS",
        "镜像库与源备份库的加密方式必须相同：均为云备份托管，或均为 KMS",
        [CROSS_REGION_BACKUP, BACKUP_POLICIES, TYPESCRIPT_SDK];
    /// The methods.
    METHOD_VALUES = "method-values",
        "the methods are `HBR_PRIVATE` (managed by Cloud Backup, the default) and `KMS`; answers may say `NONE`, whose meaning is not documented",
        "加密方式为 `HBR_PRIVATE`（云备份托管，默认）与 `KMS`；返回结果还可能为 `NONE`，其含义没有文档说明",
        [GO_SDK];
    /// For good.
    METHOD_FOR_GOOD = "method-for-good",
        "method and key are chosen when a vault is created and cannot be changed later",
        "加密方式与密钥在创建备份库时选定，之后不能更改",
        [BACKUP_POLICIES, KMS_ENCRYPTION, TERRAFORM_PROVIDER];
}
