//! Statements about vaults.

use super::statements;

statements! {
    /// Length of a vault's name.
    VAULT_NAME_LENGTH = "vault-name-length",
        "the name of a vault has 1 to 64 characters; no page says which characters it may hold",
        "备份库名称长度为 1 至 64 个字符；没有页面说明允许哪些字符",
        [GO_SDK, ROS_VAULT, MIRROR_VAULTS_2021_ECS];
    /// Length of a description.
    DESCRIPTION_LENGTH = "description-length",
        "the description of a vault has at most 255 characters",
        "备份库描述不超过 255 个字符",
        [GO_SDK, ROS_VAULT];
    /// One storage class.
    ONE_STORAGE_CLASS = "one-storage-class",
        "`STANDARD` is the only storage class of a vault; `IA`, `ARCHIVE` and `COLD_ARCHIVE` are deprecated",
        "备份库的存储类型只有 `STANDARD`；`IA`、`ARCHIVE` 和 `COLD_ARCHIVE` 已弃用",
        [GO_SDK];
    /// The Tablestore type goes.
    TABLESTORE_TYPE_GOES = "tablestore-type-goes",
        "vaults of the type `OTS_BACKUP` are being turned into `STANDARD` ones, which hold Tablestore too and are advised for new vaults",
        "`OTS_BACKUP` 类型的备份库正在转为 `STANDARD`；后者也可存放表格存储备份，建议新建时使用",
        [TERRAFORM_PROVIDER, VAULT_TYPES];
    /// What each type of vault holds.
    VAULTS_HOLD = "vaults-hold",
        "a general vault holds files, OSS, NAS, CPFS, Tablestore, SAP HANA and VMware backups; MySQL, Oracle, SQL Server and MariaDB go to a database vault, container clusters to a container vault, HDFS and S3 to an archive vault",
        "普通备份库存放文件、OSS、NAS、CPFS、表格存储、SAP HANA 和 VMware 的备份；MySQL、Oracle、SQL Server 和 MariaDB 存入数据库备份库，容器集群存入容器备份库，HDFS 和 S3 存入归档库",
        [VAULT_TYPES, ECS_DATABASES, ARCHIVE_DATA];
    /// Length of a mirror's name in HBR.
    MIRROR_NAME_LENGTH = "mirror-name-length",
        "the console of 2019 takes at most 32 characters for the name of a mirror vault; pages of 2020 and 2021 say 32 or 64, by source",
        "2019 年的控制台限定镜像库名称不超过 32 个字符；2020 至 2021 年的页面按数据源分别写 32 或 64 个字符",
        [MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA, MIRROR_VAULTS_2020_ON_PREMISES, MIRROR_VAULTS_2021_ECS];
    /// A mirror gets its name by itself.
    MIRROR_NAMED_BY_ITSELF = "mirror-named-by-itself",
        "since the mirror-vault edition a mirror is named automatically, with the prefix [COPY]- before its source's name",
        "自镜像库版本起，镜像库自动命名，在源备份库名称前加前缀 [COPY]-",
        [CROSS_REGION_BACKUP];
    /// A vault has one region for good.
    ONE_REGION = "one-region",
        "a vault belongs to exactly one region, chosen at its creation; neither a vault nor another regional resource can move to another region",
        "备份库只属于一个地域，创建时选定；备份库及其他地域级资源都不能迁移到其他地域",
        [WHAT_IS_HBR, BASIC_CONCEPTS];
    /// The regions of the service.
    REGION_LIST = "region-list",
        "the service has endpoints in a known list of regions; the list grows over the years, and one region has left it",
        "服务在已知的地域列表中提供接入点；该列表逐年增加，也有一个地域已退出",
        [ENDPOINTS, TYPESCRIPT_SDK, ENDPOINTS_2022];
    /// The statuses of a vault.
    VAULT_STATUSES = "vault-statuses",
        "the API knows four statuses of a vault: INITIALIZING, CREATED, ERROR and UNKNOWN",
        "API 中备份库有四种状态：INITIALIZING、CREATED、ERROR 和 UNKNOWN",
        [GO_SDK, DESCRIBE_VAULTS];
    /// Redundancy follows the region.
    REDUNDANCY_BY_REGION = "redundancy-by-region",
        "a vault, and a mirror too, is zone-redundant wherever the region has zone-redundant storage, and locally redundant elsewhere; the console offers no choice",
        "地域支持同城冗余时，备份库（包括镜像库）自动采用同城冗余，否则采用本地冗余；控制台不提供选择",
        [CROSS_REGION_BACKUP, BASIC_CONCEPTS];
    /// The regions with zone redundancy.
    ZRS_REGIONS = "zrs-regions",
        "eleven regions have zone-redundant vaults: Hangzhou, Shanghai, Beijing, Zhangjiakou, Ulanqab, Shenzhen, Hong Kong, Tokyo, Singapore, Jakarta and Frankfurt",
        "十一个地域提供同城冗余备份库：杭州、上海、北京、张家口、乌兰察布、深圳、香港、东京、新加坡、雅加达和法兰克福",
        [CROSS_REGION_BACKUP, BASIC_CONCEPTS];
    /// A vault of 2019 comes with a client.
    VAULT_WITH_CLIENT = "vault-with-client",
        "in HBR 2019 a vault comes into being when a backup client is created",
        "在 HBR 2019 中，备份库随备份客户端的创建而产生",
        [MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA];
}
