//! The kinds of data source: what each needs, where it stands, which editions list it, how it can be copied.

use super::editions::Edition;
use super::vocabulary;
use crate::lang::Text;

/// A kind of data source. Several API words may mean the same kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// Files on ECS instances.
    EcsFile,
    /// ECS instances as a whole (snapshots).
    EcsInstance,
    /// Buckets.
    Oss,
    /// Apsara File Storage NAS.
    Nas,
    /// NAS on premises.
    OnPremisesNas,
    /// Files on premises.
    OnPremisesFile,
    /// CPFS and its kin.
    Cpfs,
    /// Tablestore.
    Tablestore,
    /// SAP HANA.
    Hana,
    /// VMware virtual machines.
    Vmware,
    /// SQL Server.
    SqlServer,
    /// MySQL.
    MySql,
    /// Oracle.
    Oracle,
    /// MariaDB.
    MariaDb,
    /// MongoDB.
    MongoDb,
    /// Container clusters.
    Container,
    /// Single ECS disks.
    EcsDisk,
    /// Data synchronisation.
    Sync,
    /// HDFS and S3, which only archive vaults hold.
    ArchiveOnly,
}

/// Whether the documentation of an edition lists a kind of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// It does.
    Yes,
    /// Its list of sources leaves the kind out.
    No,
    /// No list of that time was read that would settle it.
    NotStated,
}

impl SourceKind {
    /// The kind of an API word, or of a word of the document.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "ECS_FILE" => Self::EcsFile,
            "UDM_ECS" => Self::EcsInstance,
            "OSS" => Self::Oss,
            "NAS" => Self::Nas,
            "COMMON_NAS" => Self::OnPremisesNas,
            "File" => Self::OnPremisesFile,
            "COMMON_FILE_SYSTEM" | "CPFS" | "BMCPFS" => Self::Cpfs,
            "OTS" | "OTS_TABLE" => Self::Tablestore,
            "HANA" => Self::Hana,
            "VMWARE" => Self::Vmware,
            "SQL_SERVER" => Self::SqlServer,
            "MYSQL" => Self::MySql,
            "ORACLE" => Self::Oracle,
            "MARIADB" => Self::MariaDb,
            "MONGODB" => Self::MongoDb,
            "CONTAINER" => Self::Container,
            "UDM_DISK" | "UDM_ECS_DISK" => Self::EcsDisk,
            "SYNC" => Self::Sync,
            "HDFS" | "S3" => Self::ArchiveOnly,
            _ => return None,
        })
    }

    /// The word under which the document offers the kind.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::EcsFile => "ECS_FILE",
            Self::EcsInstance => "UDM_ECS",
            Self::Oss => "OSS",
            Self::Nas => "NAS",
            Self::OnPremisesNas => "COMMON_NAS",
            Self::OnPremisesFile => "File",
            Self::Cpfs => "CPFS",
            Self::Tablestore => "OTS",
            Self::Hana => "HANA",
            Self::Vmware => "VMWARE",
            Self::SqlServer => "SQL_SERVER",
            Self::MySql => "MYSQL",
            Self::Oracle => "ORACLE",
            Self::MariaDb => "MARIADB",
            Self::MongoDb => "MONGODB",
            Self::Container => "CONTAINER",
            Self::EcsDisk => "UDM_DISK",
            Self::Sync => "SYNC",
            Self::ArchiveOnly => "HDFS",
        }
    }

    /// Its name for people.
    #[must_use]
    pub fn label(self) -> Text {
        vocabulary::SOURCE_TYPE
            .label(self.word())
            .unwrap_or(Text::same(self.word()))
    }

    /// Where it stands when the type alone tells: `Some(true)` on Alibaba Cloud, `Some(false)` on premises.
    #[must_use]
    pub const fn on_cloud(self) -> Option<bool> {
        match self {
            Self::EcsFile
            | Self::EcsInstance
            | Self::EcsDisk
            | Self::Oss
            | Self::Nas
            | Self::Cpfs
            | Self::Tablestore
            | Self::Container => Some(true),
            Self::OnPremisesNas | Self::OnPremisesFile | Self::Vmware | Self::MongoDb => {
                Some(false)
            }
            _ => None,
        }
    }

    /// Whether it is a database that a database vault holds. SAP HANA is not: a general vault holds it.
    #[must_use]
    pub const fn is_database(self) -> bool {
        matches!(
            self,
            Self::SqlServer | Self::MySql | Self::Oracle | Self::MariaDb | Self::MongoDb
        )
    }

    /// Whether it keeps backup plans of its own instead of a policy. Before 2026 a page counts SAP HANA and VMware
    /// among the sources of policies.
    #[must_use]
    pub const fn keeps_own_plan(self, edition: Edition) -> bool {
        self.is_database()
            || (matches!(self, Self::Hana | Self::Vmware)
                && matches!(edition, Edition::ReplicationTarget))
    }

    /// Whether its backups can be moved to the archive tier; `None` where no page says.
    #[must_use]
    pub const fn can_be_archived(self) -> Option<bool> {
        match self {
            Self::EcsFile
            | Self::EcsInstance
            | Self::Oss
            | Self::Nas
            | Self::OnPremisesNas
            | Self::OnPremisesFile
            | Self::Cpfs => Some(true),
            Self::Tablestore | Self::Hana | Self::Vmware => Some(false),
            _ if self.is_database() => Some(false),
            _ => None,
        }
    }

    /// Whether the edition's documentation lists it as a source.
    #[must_use]
    pub const fn listed(self, edition: Edition) -> Listed {
        match edition {
            Edition::Hbr2019 => match self {
                Self::OnPremisesFile
                | Self::Vmware
                | Self::Hana
                | Self::SqlServer
                | Self::MySql
                | Self::MongoDb
                | Self::EcsFile
                | Self::Oss => Listed::Yes,
                _ => Listed::No,
            },
            Edition::Hbr2021 => match self {
                Self::Container | Self::Cpfs | Self::Tablestore | Self::Sync | Self::EcsDisk => {
                    Listed::NotStated
                }
                Self::Oracle | Self::MariaDb | Self::MongoDb => Listed::NotStated,
                _ => Listed::Yes,
            },
            Edition::MirrorVault | Edition::ReplicationTarget => match self {
                Self::MongoDb => Listed::No,
                _ => Listed::Yes,
            },
        }
    }

    /// The kind of client that serves it in HBR 2019 (`file`, `ecs`, `vm`), by where it stands.
    #[must_use]
    pub const fn client_2019(self, on_cloud: bool) -> Option<&'static str> {
        match (self, on_cloud) {
            (Self::Vmware, false) => Some("vm"),
            (Self::EcsFile | Self::Hana | Self::SqlServer, true) => Some("ecs"),
            (
                Self::OnPremisesFile | Self::Hana | Self::SqlServer | Self::MySql | Self::MongoDb,
                false,
            ) => Some("file"),
            _ => None,
        }
    }

    /// The operating systems that HBR 2019 lists for it, by where it stands; empty where its table has no row.
    #[must_use]
    pub const fn systems_2019(self, on_cloud: bool) -> &'static [&'static str] {
        match (self, on_cloud) {
            (Self::OnPremisesFile | Self::Vmware, false) => &["windows", "windows-server", "linux"],
            (Self::Hana, false) => &["linux"],
            (Self::SqlServer, _) => &["windows-server"],
            (Self::MySql | Self::MongoDb, false) | (Self::EcsFile | Self::Hana, true) => {
                &["windows-server", "linux"]
            }
            _ => &[],
        }
    }

    /// The operating systems that an edition lists for it, by where it stands; empty where the edition has no list,
    /// or the source no host of its own.
    #[must_use]
    pub const fn systems(self, edition: Edition, on_cloud: bool) -> &'static [&'static str] {
        match edition {
            Edition::Hbr2019 => self.systems_2019(on_cloud),
            Edition::Hbr2021 => match self {
                Self::EcsFile
                | Self::OnPremisesFile
                | Self::Hana
                | Self::SqlServer
                | Self::MySql
                | Self::MongoDb => &["windows", "windows-server", "linux"],
                _ => &[],
            },
            Edition::MirrorVault | Edition::ReplicationTarget => &[],
        }
    }
}
