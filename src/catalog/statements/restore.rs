//! Statements about restores.

use super::statements;

statements! {
    /// Where a restore from a mirror ends.
    RESTORE_IN_REGION = "restore-in-region",
        "an ECS instance, bucket, NAS or CPFS file system, Tablestore instance or SAP HANA instance that takes data from a mirror vault lies in the mirror's region",
        "从镜像库恢复时，目标 ECS 实例、Bucket、NAS 或 CPFS 文件系统、表格存储实例、SAP HANA 实例须位于镜像库所在地域",
        [CROSS_REGION_BACKUP, MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA];
    /// Restores inside the mirror's region cost nothing.
    RESTORE_FREE = "restore-free",
        "restoring from a mirror vault to ECS, OSS, NAS, Tablestore or SAP HANA on ECS inside its region is free of charge",
        "在镜像库所在地域内恢复到 ECS、OSS、NAS、表格存储或 ECS 上的 SAP HANA 不收费",
        [CROSS_REGION_BACKUP];
    /// Same type on both sides.
    RESTORE_SAME_TYPE = "restore-same-type",
        "a restore goes to a destination of the type of its source",
        "恢复目标的类型与数据源的类型相同",
        [GO_SDK];
    /// Where ECS files may go.
    RESTORE_ECS_FILES = "restore-ecs-files",
        "files of an ECS instance can be restored to the same instance, or to another instance or a server on premises that has an activated client",
        "ECS 文件可恢复到原实例，也可恢复到装有已激活客户端的其他 ECS 实例或本地服务器",
        [RESTORE_TO_ECS];
    /// Where VMware images may go.
    RESTORE_VMWARE = "restore-vmware",
        "a VMware virtual machine is restored to a vCenter Server on premises or to an ECS instance",
        "VMware 虚拟机可恢复到本地 vCenter Server 或 ECS 实例",
        [RESTORE_VMWARE_2021];
    /// VMware and mirrors.
    RESTORE_VMWARE_MIRROR = "restore-vmware-mirror",
        "VMware virtual machines that were replicated to a mirror vault cannot be restored from it",
        "复制到镜像库的 VMware 虚拟机无法从镜像库恢复",
        [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026];
    /// Databases and regions.
    RESTORE_DATABASE = "restore-database",
        "a database on ECS is restored to its source or to another registered database of the same account and region",
        "ECS 数据库可恢复到源数据库，或同账号同地域内另一个已注册的数据库",
        [ECS_DATABASES];
    /// Databases and mirrors.
    RESTORE_DATABASE_MIRROR = "restore-database-mirror",
        "a database backup vault has no mirror vault from which a database could be restored",
        "数据库备份库不支持镜像库，因此无法从镜像库恢复数据库",
        [CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026];
    /// SQL Server in the time of HBR.
    RESTORE_SQL_SERVER = "restore-sql-server",
        "in HBR a SQL Server database is restored in the mirror's region on an instance that was registered there with the mirror vault chosen",
        "在 HBR 中，SQL Server 数据库可恢复到镜像库所在地域的实例，该实例注册时须选择镜像库",
        [MIRROR_VAULTS_2019_SQL, RESTORE_SQL_2021];
    /// On-premises destinations.
    RESTORE_LOCAL_CLIENT = "restore-local-client",
        "files and NAS file systems on premises are restored through a client that is installed on the host there; no region is asked of it",
        "本地文件和本地 NAS 通过安装在本地主机上的客户端恢复，不要求地域",
        [CROSS_REGION_BACKUP, ON_PREMISES_FILES];
    /// The folder of a server on premises.
    RESTORE_LOCAL_FOLDER = "restore-local-folder",
        "the server on premises that takes files from a mirror vault needs a folder for them",
        "用于接收恢复文件的本地服务器上须先创建一个文件夹",
        [CROSS_REGION_BACKUP];
    /// Clients of the destination in the time of HBR.
    RESTORE_HBR_CLIENT = "restore-hbr-client",
        "in HBR an ECS instance of the mirror's region takes files from a mirror vault through a client that was registered with the mirror vault chosen",
        "在 HBR 中，镜像库所在地域的 ECS 实例通过注册时选择了该镜像库的客户端恢复文件",
        [MIRROR_VAULTS_2019_FILES];
    /// SAP HANA and mirrors.
    RESTORE_HANA_REGISTERED = "restore-hana-registered",
        "an SAP HANA instance that takes data from a mirror vault is registered with that mirror vault first",
        "从镜像库恢复 SAP HANA 前，须先将目标实例注册到该镜像库",
        [MIRROR_VAULTS_2019_HANA, CROSS_REGION_BACKUP, RESTORE_HANA];
    /// The catalogue of SAP HANA.
    RESTORE_HANA_CATALOG = "restore-hana-catalog",
        "restoring SAP HANA to another instance overwrites the backup catalog of that instance",
        "将 SAP HANA 恢复到其他实例会覆盖该实例的备份目录（catalog）",
        [RESTORE_HANA];
    /// New data is copied at once.
    RESTORE_NEW_DATA = "restore-new-data",
        "backups that run after a mirror vault exists are copied to it in real time",
        "镜像库创建后运行的备份任务会实时同步到镜像库",
        [CROSS_REGION_BACKUP, MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA];
    /// History is copied later.
    RESTORE_HISTORY = "restore-history",
        "what the source vault held before begins to be copied 90 minutes after the mirror vault was created",
        "源备份库中的历史数据在镜像库创建 90 分钟后开始同步",
        [CROSS_REGION_BACKUP, MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA];
    /// Settings of the restore job.
    RESTORE_SETTINGS = "restore-settings",
        "a restore job names the mirror vault as its source vault; its other settings equal those of the backup job",
        "恢复任务以镜像库作为源备份库，其余设置与备份任务一致",
        [CROSS_REGION_BACKUP];
    /// What a restore costs on the way.
    RESTORE_TRAFFIC = "restore-traffic",
        "a restore to a server or NAS file system on premises over the Internet is charged by the amount restored; over a VPN or Express Connect it is not",
        "通过公网恢复到本地服务器或本地 NAS 按实际恢复的数据量收费；通过 VPN 或高速通道不收费",
        [CROSS_REGION_BACKUP, BILLING_2021];
    /// Tablestore and secondary indexes.
    RESTORE_TABLESTORE_INDEX = "restore-tablestore-index",
        "secondary indexes of Tablestore are not backed up, and one has to be dropped before a restore into its table",
        "表格存储的二级索引不会备份，恢复到带二级索引的表之前须先删除索引",
        [RESTORE_TABLESTORE];
    /// Storage classes of restored objects.
    RESTORE_OSS_CLASS = "restore-oss-class",
        "objects of the class Infrequent Access are restored as Standard",
        "低频访问对象恢复后为标准存储",
        [OSS_BACKUP_PLAN];
    /// ECS instances and accounts.
    RESTORE_ECS_ACCOUNT = "restore-ecs-account",
        "an ECS instance that is backed up across accounts can be restored only into its original account",
        "跨账号备份的 ECS 整机只能恢复到原账号",
        [CROSS_ACCOUNT_BACKUP];
    /// Rollbacks.
    ROLLBACK_STOPPED = "rollback-stopped",
        "rolling an ECS instance back needs the instance stopped and overwrites later data; a clone makes a new instance",
        "回滚 ECS 实例要求实例已停止，并覆盖之后的数据；克隆会创建新实例",
        [RESTORE_ECS_2021, GO_SDK];
}
