//! The billable items: what is counted, on which bill it lands, and where the vendor prints its price. What it
//! costs is the business of price books.

use crate::lang::Text;

/// The bill on which an item lands. Bills are never added together without saying so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bill {
    /// Cloud Backup.
    CloudBackup,
    /// Elastic Compute Service: snapshots and their copies.
    Ecs,
    /// Object Storage Service: requests and retrieval.
    Oss,
    /// Key Management Service: instances and keys.
    Kms,
}

impl Bill {
    /// All bills; Cloud Backup first.
    pub const ALL: [Self; 4] = [Self::CloudBackup, Self::Ecs, Self::Oss, Self::Kms];

    /// The word in reports.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::CloudBackup => "cloud-backup",
            Self::Ecs => "ecs",
            Self::Oss => "oss",
            Self::Kms => "kms",
        }
    }

    /// Its name for people.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::CloudBackup => Text::new("Cloud Backup", "云备份"),
            Self::Ecs => Text::new("Elastic Compute Service (ECS)", "云服务器 ECS"),
            Self::Oss => Text::new("Object Storage Service (OSS)", "对象存储 OSS"),
            Self::Kms => Text::new("Key Management Service (KMS)", "密钥管理服务 KMS"),
        }
    }
}

/// The unit in which an item is priced. A month has 30 days of 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// One GB kept for a month. No page says whether the vendor means 10^9 or 2^30 bytes.
    GbMonth,
    /// One GiB kept for a day.
    GibDay,
    /// One GB that flows.
    Gb,
    /// One host with a backup client for a month.
    ClientMonth,
    /// One instance for a month.
    InstanceMonth,
    /// One instance for a day.
    InstanceDay,
    /// One vault for a month.
    VaultMonth,
    /// One policy for a month.
    PolicyMonth,
    /// One version of a key for a day.
    KeyDay,
    /// Ten thousand calls.
    TenThousandCalls,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 10] = [
        Self::GbMonth,
        Self::GibDay,
        Self::Gb,
        Self::ClientMonth,
        Self::InstanceMonth,
        Self::InstanceDay,
        Self::VaultMonth,
        Self::PolicyMonth,
        Self::KeyDay,
        Self::TenThousandCalls,
    ];

    /// The word in price books.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::GbMonth => "gb-month",
            Self::GibDay => "gib-day",
            Self::Gb => "gb",
            Self::ClientMonth => "client-month",
            Self::InstanceMonth => "instance-month",
            Self::InstanceDay => "instance-day",
            Self::VaultMonth => "vault-month",
            Self::PolicyMonth => "policy-month",
            Self::KeyDay => "key-day",
            Self::TenThousandCalls => "10000-calls",
        }
    }

    /// The unit behind a price: "USD per GB and month".
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::GbMonth => Text::new("GB and month", "GB·月"),
            Self::GibDay => Text::new("GiB and day", "GiB·日"),
            Self::Gb => Text::new("GB", "GB"),
            Self::ClientMonth => Text::new("client and month", "客户端·月"),
            Self::InstanceMonth => Text::new("instance and month", "实例·月"),
            Self::InstanceDay => Text::new("instance and day", "实例·日"),
            Self::VaultMonth => Text::new("vault and month", "备份库·月"),
            Self::PolicyMonth => Text::new("policy and month", "策略·月"),
            Self::KeyDay => Text::new("key version and day", "密钥版本·日"),
            Self::TenThousandCalls => Text::new("10,000 calls", "万次"),
        }
    }
}

/// Where the vendor prints the prices of Cloud Backup.
pub const PRICE_PAGE: &str = "https://www.alibabacloud.com/product/hybrid-backup-recovery/pricing";
/// Where the vendor prints the prices of ECS snapshots.
pub const SNAPSHOT_PAGE: &str = "https://www.alibabacloud.com/help/en/ecs/snapshots-1";
/// Where the vendor prints the prices of OSS.
pub const OSS_PAGE: &str = "https://www.alibabacloud.com/product/oss/pricing";
/// Where the vendor prints the prices of KMS.
pub const KMS_PAGE: &str =
    "https://www.alibabacloud.com/help/en/kms/key-management-service/product-overview/kms-billing";

macro_rules! items {
    ($( $(#[$meta:meta])* $name:ident = $id:literal, $bill:ident, $unit:ident, $page:ident, $en:literal, $zh:literal; )*) => {
        /// A billable item.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Item { $( $(#[$meta])* $name, )* }

        impl Item {
            /// Every item, in the order of price books.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its id in price books.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// The bill on which it lands.
            #[must_use]
            pub const fn bill(self) -> Bill {
                match self { $(Self::$name => Bill::$bill,)* }
            }

            /// The unit in which it is priced.
            #[must_use]
            pub const fn unit(self) -> Unit {
                match self { $(Self::$name => Unit::$unit,)* }
            }

            /// The public page where the vendor prints its price.
            #[must_use]
            pub const fn page(self) -> &'static str {
                match self { $(Self::$name => $page,)* }
            }

            /// Its name for people.
            #[must_use]
            pub const fn title(self) -> Text {
                match self { $(Self::$name => Text::new($en, $zh),)* }
            }
        }
    };
}

items! {
    /// What general vaults store, after deduplication and compression.
    VaultStorage = "vault-storage", CloudBackup, GbMonth, PRICE_PAGE, "vault storage", "备份库存储";
    /// What mirrors store.
    MirrorStorage = "mirror-storage", CloudBackup, GbMonth, PRICE_PAGE, "mirror storage", "镜像库存储";
    /// What container vaults store.
    ContainerStorage = "container-vault-storage", CloudBackup, GbMonth, PRICE_PAGE, "container vault storage", "容器备份库存储";
    /// What archive vaults store.
    ArchiveVaultStorage = "archive-vault-storage", CloudBackup, GbMonth, PRICE_PAGE, "archive vault storage", "归档备份库存储";
    /// What the archive tier of a vault stores, by raw size.
    ArchiveStorage = "archive-storage", CloudBackup, GbMonth, PRICE_PAGE, "archive tier storage", "归档层存储";
    /// Renting a database vault.
    DatabaseRental = "database-vault-rental", CloudBackup, VaultMonth, PRICE_PAGE, "database vault rental", "数据库备份库租用";
    /// What database vaults store.
    DatabaseStorage = "database-storage", CloudBackup, GbMonth, PRICE_PAGE, "database backup storage", "数据库备份存储";
    /// Traffic from a vault to its mirror.
    ReplicationTraffic = "replication-traffic", CloudBackup, Gb, PRICE_PAGE, "cross-region replication traffic", "跨地域复制流量";
    /// Clients that back up files of ECS instances and servers.
    FileClient = "file-client", CloudBackup, ClientMonth, PRICE_PAGE, "file backup client", "文件备份客户端";
    /// Clients that back up NAS on premises.
    NasClient = "on-premises-nas-client", CloudBackup, ClientMonth, PRICE_PAGE, "client for NAS on premises", "本地 NAS 备份客户端";
    /// Clients that back up CPFS.
    CpfsClient = "cpfs-client", CloudBackup, ClientMonth, PRICE_PAGE, "client for CPFS", "CPFS 备份客户端";
    /// SAP HANA instances.
    HanaClient = "sap-hana-client", CloudBackup, InstanceMonth, PRICE_PAGE, "SAP HANA client", "SAP HANA 备份客户端";
    /// VMware machines, by the disk that is allocated to them.
    VmwareClient = "vmware-client", CloudBackup, GbMonth, PRICE_PAGE, "VMware client, by allocated disk", "VMware 备份客户端（按分配磁盘）";
    /// ECS instances that are backed up as a whole: the software alone.
    InstanceClient = "ecs-instance-client", CloudBackup, InstanceMonth, PRICE_PAGE, "ECS instance backup, software", "ECS 整机备份软件使用费";
    /// ECS File Backup Essential Edition, by attached block storage.
    EssentialFile = "essential-file", CloudBackup, GibDay, PRICE_PAGE, "ECS File Backup Essential Edition", "ECS 文件备份基础版";
    /// ECS Backup Essential Edition, prepaid.
    EssentialEcs = "essential-ecs", CloudBackup, InstanceMonth, PRICE_PAGE, "ECS Backup Essential Edition", "ECS 备份基础版";
    /// Virus detection on backups.
    VirusDetection = "virus-detection", CloudBackup, PolicyMonth, PRICE_PAGE, "virus detection", "病毒检测";
    /// Restoring over the Internet between 08:00 and 24:00.
    InternetPeak = "internet-traffic-peak", CloudBackup, Gb, PRICE_PAGE, "Internet traffic of restores, 08:00 to 24:00", "恢复公网流量（8:00–24:00）";
    /// Restoring over the Internet between 00:00 and 08:00.
    InternetOffPeak = "internet-traffic-off-peak", CloudBackup, Gb, PRICE_PAGE, "Internet traffic of restores, 00:00 to 08:00", "恢复公网流量（0:00–8:00）";
    /// Restoring from the archive tier.
    ArchiveRetrieval = "archive-retrieval", CloudBackup, Gb, PRICE_PAGE, "restoring from the archive tier", "归档层取回";
    /// Snapshots of ECS instances.
    SnapshotStorage = "snapshot-storage", Ecs, GbMonth, SNAPSHOT_PAGE, "snapshot storage", "快照存储";
    /// Copying snapshots to another region.
    SnapshotCopy = "snapshot-copy-traffic", Ecs, Gb, SNAPSHOT_PAGE, "copying snapshots to another region", "快照跨地域复制流量";
    /// Calls that a backup of a bucket makes.
    OssRequests = "oss-requests", Oss, TenThousandCalls, OSS_PAGE, "OSS requests", "OSS 请求";
    /// Reading objects of the Infrequent Access class.
    OssRetrieval = "oss-retrieval", Oss, Gb, OSS_PAGE, "OSS data retrieval (Infrequent Access)", "OSS 数据取回（低频访问）";
    /// A KMS instance with software key management.
    KmsInstance = "kms-instance", Kms, InstanceDay, KMS_PAGE, "KMS instance, software key management", "KMS 软件密钥管理实例";
    /// A key of one's own.
    KmsKey = "kms-key", Kms, KeyDay, KMS_PAGE, "KMS key", "KMS 密钥";
}

impl Item {
    /// The item of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|item| item.id() == id)
    }

    /// The item whose rate stands in where a book says no other: pages list one storage item and no price of its own
    /// for mirrors.
    #[must_use]
    pub const fn stand_in(self) -> Option<Self> {
        match self {
            Self::MirrorStorage => Some(Self::VaultStorage),
            _ => None,
        }
    }
}
