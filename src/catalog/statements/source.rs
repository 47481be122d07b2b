//! Statements about sources.

use super::statements;

statements! {
    /// The sources, systems and clients of HBR 2019.
    SOURCES_2019 = "sources-2019",
        "HBR 2019 backs up files, VMware images, SAP HANA, SQL Server, MySQL and MongoDB of a data centre, and files, SAP HANA and SQL Server of ECS instances, each on listed operating systems and with one kind of client",
        "HBR 2019 支持备份本地数据中心的文件、VMware 镜像、SAP HANA、SQL Server、MySQL 和 MongoDB，以及 ECS 上的文件、SAP HANA 和 SQL Server，各自限定操作系统与客户端类型",
        [WHAT_IS_HBR];
    /// OSS in 2019.
    OSS_2019 = "oss-2019",
        "HBR 2019 also backs up OSS buckets",
        "HBR 2019 也支持备份 OSS Bucket",
        [OSS_BACKUP_2019];
    /// The sources of today.
    SOURCES_NOW = "sources-now",
        "Cloud Backup lists ECS files and instances, OSS, NAS, Tablestore, CPFS, files on premises, SAP HANA, VMware and databases as sources; MongoDB is no longer among them",
        "云备份的数据源包括 ECS 文件与整机、OSS、NAS、表格存储、CPFS、本地文件、SAP HANA、VMware 和数据库；MongoDB 已不在其中",
        [CROSS_REGION_BACKUP, VAULT_TYPES, ECS_DATABASES];
    /// The operating systems of 2021.
    SYSTEMS_2021 = "systems-2021",
        "HBR 2021 lists versions of Windows, Windows Server and four Linux distributions as supported systems",
        "HBR 2021 列出的受支持操作系统为 Windows、Windows Server 和四种 Linux 发行版的若干版本",
        [SUPPORTED_SYSTEMS_2021];
    /// Each source needs its own client.
    CLIENT_PER_SOURCE = "client-per-source",
        "a client is the program on the source's host that reads and restores its data; each kind of source needs its own kind of client",
        "客户端是安装在数据源主机上、用于备份和恢复数据的程序；不同数据源需要对应类型的客户端",
        [WHAT_IS_HBR, BASIC_CONCEPTS];
    /// A vault of its own region.
    VAULT_OF_ITS_REGION = "vault-of-its-region",
        "a source on Alibaba Cloud is backed up to a vault of its own region",
        "阿里云上的数据源备份到其所在地域的备份库",
        [NAS_BACKUP, TABLESTORE_TRIAL];
    /// The intermediate host.
    INTERMEDIATE_HOST = "intermediate-host",
        "in HBR 2019 the client for a Linux host without a desktop is downloaded on an intermediate host with a desktop, from which its page is opened",
        "在 HBR 2019 中，没有桌面环境的 Linux 主机需借助带桌面环境的中转机下载客户端并打开其页面",
        [WHAT_IS_HBR];
    /// The source types of the API.
    SOURCE_TYPES = "source-types",
        "the API names the types of sources by fixed words such as ECS_FILE, OSS or NAS",
        "API 用固定的词表示数据源类型，如 ECS_FILE、OSS、NAS",
        [GO_SDK];
    /// The classes that OSS backup takes.
    OSS_CLASSES = "oss-classes",
        "OSS backup takes buckets of the classes Standard and Infrequent Access; objects of the archive classes can be neither backed up nor restored",
        "OSS 备份支持标准与低频访问类型的 Bucket；归档类型的对象既不能备份也不能恢复",
        [OSS_BACKUP_PLAN, OSS_INVENTORY, OSS_BACKUP_2021];
    /// The one class of 2019.
    OSS_STANDARD_2019 = "oss-standard-2019",
        "HBR 2019 backs up and restores objects of Standard buckets only",
        "HBR 2019 只能备份和恢复标准类型 Bucket 中的对象",
        [OSS_BACKUP_2019];
    /// Inventories of large buckets.
    OSS_INVENTORY_FROM = "oss-inventory",
        "for more than 100 million objects a backup by an inventory of the bucket is advised; the inventory is at most 7 days old, has the prefix of the backup and the fields size, storage class, last modified and ETag",
        "对象超过 1 亿个时建议使用 Bucket 清单进行备份；清单须为最近 7 天内产生，前缀与备份一致，且包含对象大小、存储类型、最后更新日期和 ETag 字段",
        [OSS_INVENTORY, OSS_INVENTORY_2021];
    /// Scale of NAS backups.
    NAS_SCALE = "nas-scale",
        "a NAS backup job is advised to read at most 50 million files, and a directory to hold at most 8 million entries",
        "建议单个 NAS 备份任务不超过 5000 万个文件，单个目录不超过 800 万个文件和子目录",
        [NAS_BACKUP, NAS_BACKUP_2021];
    /// What a NAS backup leaves out.
    NAS_CLASSES = "nas-classes",
        "NAS backup reads data of the classes Standard and Infrequent Access, and does not keep access control lists of SMB",
        "NAS 备份读取标准与低频类型的数据，不保留 SMB 访问控制列表",
        [NAS_BACKUP];
    /// Paths of an ECS file backup.
    ECS_FILE_PATHS = "ecs-file-paths",
        "an ECS file backup takes up to 8 absolute paths without a wildcard, or one with; with VSS it takes one path only, and no UNC path or wildcard",
        "ECS 文件备份可填写 8 个不含通配符的绝对路径，或 1 个含通配符的路径；使用 VSS 时不支持多个路径、UNC 路径和通配符",
        [ECS_FILE_PLAN, ECS_FILES_2020, LIMITS];
    /// The terms of the Essential Editions.
    ESSENTIAL_FIXED = "essential-fixed",
        "the Essential Editions of ECS backup have no cross-region backup and no choice of frequency or retention; the one for files makes a backup a day and keeps it for 30 days",
        "ECS 备份的基础版不支持跨地域备份，也不能选择备份频率和保留时间；文件备份基础版每天备份一次并保留 30 天",
        [ESSENTIAL_SWITCH, ESSENTIAL_FILE];
    /// The size of ECS Backup Essential Edition.
    ESSENTIAL_500 = "essential-500",
        "ECS Backup Essential Edition protects at most 500 GB of files and databases; beyond that its jobs fail",
        "ECS 备份基础版最多保护 500 GB 的文件和数据库，超出后任务失败",
        [ESSENTIAL_SWITCH];
    /// Disks of application-consistent backups.
    APP_CONSISTENT_DISKS = "app-consistent-disks",
        "an application-consistent backup of an ECS instance needs ESSDs alone; with other disks the service falls back to crash-consistent snapshots of single disks",
        "ECS 整机的应用一致性备份要求全部为 ESSD 云盘，否则退回到单盘崩溃一致性快照",
        [ECS_INSTANCE_BACKUP, GO_SDK, TERRAFORM_PROVIDER];
    /// Scripts of application-consistent backups.
    APP_CONSISTENT_LINUX = "app-consistent-linux",
        "on Linux an application-consistent backup needs a RAM role and scripts that run before and after the snapshot",
        "Linux 实例的应用一致性备份需要 RAM 角色，以及在快照前后执行的脚本",
        [GO_SDK, TERRAFORM_PROVIDER];
    /// Hosts of databases.
    DB_HOST = "db-host",
        "databases on ECS are not backed up from containers, and a host runs one MySQL instance only",
        "ECS 数据库备份不支持容器中的数据库，且一台主机只支持一个 MySQL 实例",
        [ECS_DATABASES];
    /// The network of databases on premises.
    DB_NETWORK = "db-network",
        "a database on premises is connected by VPN or Express Connect to a VPC with routes to the service's addresses",
        "本地数据库须通过 VPN 或高速通道接入 VPC，并配置到服务地址的路由",
        [LIMITS];
    /// One SAP HANA instance.
    HANA_ONE = "hana-one",
        "one SAP HANA instance can be backed up in an environment; with a second one the installation fails",
        "一个环境只支持备份一个 SAP HANA 实例，存在第二个时安装失败",
        [LIMITS_2021, LIMITS];
    /// What keeps a virtual machine from being backed up.
    VMWARE_OBSTACLES = "vmware-obstacles",
        "a VMware virtual machine with snapshots or shared SCSI devices cannot be backed up, nor one whose name holds certain special characters",
        "有快照或使用共享 SCSI 设备的 VMware 虚拟机无法备份，名称含某些特殊字符的也无法备份",
        [LIMITS, LIMITS_2021, RESTRICTIONS_2019];
    /// Clients are activated.
    CLIENT_ACTIVATED = "client-activated",
        "a client is installed and activated on every server whose files are backed up; the API shows it with the status ACTIVATED",
        "备份文件的每台服务器都须安装并激活客户端；API 中其状态为 ACTIVATED",
        [ON_PREMISES_FILES, GO_SDK];
    /// Memory of a client.
    CLIENT_MEMORY = "client-memory",
        "4 GB of free memory handle up to 1 million files and tens of millions need 16 GB; over 8 GB are advised in general",
        "4 GB 可用内存可处理至多 100 万个文件，数千万个文件需要 16 GB；一般建议超过 8 GB",
        [ECS_FILE_PLAN];
    /// Memory of a client in HBR.
    CLIENT_MEMORY_2019 = "client-memory-2019",
        "HBR asks for 4 GB of memory for 100,000 files, 8 GB for 1 million and 16 GB for 10 million",
        "HBR 要求 10 万个文件 4 GB 内存，100 万个文件 8 GB，1000 万个文件 16 GB",
        [RESOURCE_REQUIREMENTS_2019];
    /// What stays when a source is gone.
    ORPHANS_COST = "orphans-cost",
        "when a NAS file system is deleted, its vault is billed until it is deleted too; clients are billed for as long as backups of them exist",
        "删除 NAS 文件系统后，其备份库在删除前仍继续计费；客户端在其备份数据存在期间持续计费",
        [NAS_BACKUP, BILLABLE_ITEMS];
}
