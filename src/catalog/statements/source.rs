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
    /// The intermediate host.
    INTERMEDIATE_HOST = "intermediate-host",
        "in HBR 2019 the client for a Linux host without a desktop is downloaded on an intermediate host with a desktop, from which its page is opened",
        "在 HBR 2019 中，没有桌面环境的 Linux 主机需借助带桌面环境的中转主机下载客户端并打开其页面",
        [WHAT_IS_HBR];
    /// The source types of the API.
    SOURCE_TYPES = "source-types",
        "the API names the types of sources by fixed words such as ECS_FILE, OSS or NAS",
        "API 用固定的词表示数据源类型，如 ECS_FILE、OSS、NAS",
        [GO_SDK];
}
