//! The terms of the service, with the names that they had: one list for the words of an edition, the page of the
//! documentation, and the test that keeps former names out of the texts of today.

use super::editions::{Edition, Editions};
use super::sources::{
    BACKUP_POLICIES, BASIC_CONCEPTS, BASIC_CONCEPTS_ZH, CREATE_POLICY_ZH,
    CREATE_REPLICATION_VAULT_ZH, CROSS_REGION_BACKUP, CROSS_REGION_BACKUP_2026,
    MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2021_ECS, MIRROR_VAULTS_2021_ZH, OSS_BACKUP_2021,
    Source, VAULT_REPLICATION_API_ZH, WHAT_IS_HBR, WHAT_IS_HBR_ZH,
};
use crate::lang::Text;

/// A term of the service.
#[derive(Debug)]
pub struct Term {
    /// Short name for programs and anchors.
    pub id: &'static str,
    /// What texts call it that hold in several editions. Other names stand only in texts about their own editions.
    pub name: Text,
    /// What it means, in one sentence without a full stop.
    pub meaning: Text,
    /// What pages of the editions call it.
    pub names: &'static [Name],
}

/// A name of a term. Where one language kept its word, the name repeats it.
#[derive(Debug)]
pub struct Name {
    /// The name.
    pub text: Text,
    /// The editions whose pages have it.
    pub editions: Editions,
    /// What it is to our texts.
    pub standing: Standing,
    /// Pages that have it.
    pub sources: &'static [&'static Source],
}

/// What a name is to our texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// What its editions say.
    Said,
    /// What their pages have beside it.
    Beside,
}

impl Term {
    /// What an edition calls it; `None` where the edition does not have it.
    #[must_use]
    pub fn in_edition(&self, edition: Edition) -> Option<Text> {
        said(self.names, edition)
    }
}

fn said(names: &[Name], edition: Edition) -> Option<Text> {
    names
        .iter()
        .find(|name| name.standing == Standing::Said && name.editions.has(edition))
        .map(|name| name.text)
}

/// What an edition calls the copy of a vault in another region.
#[must_use]
pub fn mirror_word(edition: Edition) -> Text {
    said(MIRROR, edition).unwrap_or(MIRROR_VAULT)
}

const MIRROR_VAULT: Text = Text::new("mirror vault", "镜像库");

/// The vendor's own list of terms, in both languages.
const CONCEPTS: &[&Source] = &[&BASIC_CONCEPTS, &BASIC_CONCEPTS_ZH];

const fn name(
    text: Text,
    editions: Editions,
    standing: Standing,
    sources: &'static [&'static Source],
) -> Name {
    Name {
        text,
        editions,
        standing,
        sources,
    }
}

const fn always(text: Text, sources: &'static [&'static Source]) -> Name {
    name(text, Editions::ALL, Standing::Said, sources)
}

const fn since_cloud_backup(text: Text, sources: &'static [&'static Source]) -> Name {
    name(text, Editions::CLOUD_BACKUP, Standing::Said, sources)
}

const fn beside(text: Text, sources: &'static [&'static Source]) -> Name {
    name(text, Editions::ALL, Standing::Beside, sources)
}

/// The names of the copy in another region, apart from the rest: a program that asks for them alone carries no
/// more.
static MIRROR: &[Name] = &[
    name(
        Text::new("replication target vault", "复制目标备份库"),
        Editions::REPLICATION_TARGET,
        Standing::Said,
        &[&CROSS_REGION_BACKUP_2026, &VAULT_REPLICATION_API_ZH],
    ),
    name(
        MIRROR_VAULT,
        Editions::MIRROR_VAULT,
        Standing::Said,
        CONCEPTS,
    ),
    name(
        Text::new("mirror vault", "镜像仓库"),
        Editions::HBR,
        Standing::Said,
        &[&MIRROR_VAULTS_2019_FILES, &MIRROR_VAULTS_2021_ZH],
    ),
    name(
        Text::new("replication vault", "镜像备份仓库"),
        Editions::CLOUD_BACKUP,
        Standing::Beside,
        &[&CREATE_REPLICATION_VAULT_ZH],
    ),
    name(
        Text::new("image repository", "镜像备份库"),
        Editions::HBR_2021,
        Standing::Beside,
        &[&MIRROR_VAULTS_2021_ECS],
    ),
];

/// Every term.
pub static TERMS: &[Term] = &[
    Term {
        id: "service",
        name: Text::new("Cloud Backup", "云备份"),
        meaning: Text::new(
            "the service that backs up data of data centres and of Alibaba Cloud into vaults; its API is still called hbr",
            "将本地数据中心和阿里云上的数据备份到备份库的服务；其 API 仍名为 hbr",
        ),
        names: &[
            since_cloud_backup(Text::new("Cloud Backup", "云备份"), CONCEPTS),
            name(
                Text::new("Hybrid Backup Recovery", "混合云备份"),
                Editions::HBR,
                Standing::Said,
                &[&WHAT_IS_HBR, &WHAT_IS_HBR_ZH],
            ),
        ],
    },
    Term {
        id: "backup-vault",
        name: Text::new("backup vault", "备份库"),
        meaning: Text::new(
            "where backups are kept, in one region; the unit of deduplication and compression",
            "在一个地域中存放备份数据的地方，也是去重和压缩的单位",
        ),
        names: &[
            always(Text::new("backup vault", "备份库"), CONCEPTS),
            beside(
                Text::new("backup vault", "备份仓库"),
                &[&WHAT_IS_HBR_ZH, &CREATE_POLICY_ZH],
            ),
        ],
    },
    Term {
        id: "mirror-vault",
        name: MIRROR_VAULT,
        meaning: Text::new(
            "the copy of a backup vault in another region, kept by replication",
            "通过复制保持的、备份库在其他地域的副本",
        ),
        names: MIRROR,
    },
    Term {
        id: "cross-region-backup",
        name: Text::new("cross-region backup", "跨地域备份"),
        meaning: Text::new(
            "the feature that keeps a copy of a vault in another region",
            "在其他地域保留备份库副本的功能",
        ),
        names: &[always(
            Text::new("cross-region backup", "跨地域备份"),
            &[&CROSS_REGION_BACKUP, &BASIC_CONCEPTS_ZH],
        )],
    },
    Term {
        id: "cross-region-replication",
        name: Text::new("cross-region replication", "异地复制"),
        meaning: Text::new(
            "the copying of backups into another region, for a vault or, in ECS instance backup, for snapshots",
            "将备份复制到其他地域：备份库的复制，或 ECS 整机备份的快照复制",
        ),
        names: &[since_cloud_backup(
            Text::new("cross-region replication", "异地复制"),
            CONCEPTS,
        )],
    },
    Term {
        id: "cross-account-backup",
        name: Text::new("cross-account backup", "跨账号备份"),
        meaning: Text::new(
            "the backup of sources of another account into a vault of one's own",
            "将其他账号的数据源备份到自己账号的备份库",
        ),
        names: &[since_cloud_backup(
            Text::new("cross-account backup", "跨账号备份"),
            CONCEPTS,
        )],
    },
    Term {
        id: "data-source",
        name: Text::new("data source", "数据源"),
        meaning: Text::new(
            "what is backed up: files, a bucket, a file system, a database, an instance",
            "被备份的对象：文件、Bucket、文件系统、数据库、实例等",
        ),
        names: &[
            always(Text::new("data source", "数据源"), &[&CREATE_POLICY_ZH]),
            beside(Text::new("backup source", "备份源"), CONCEPTS),
        ],
    },
    Term {
        id: "client",
        name: Text::new("client", "客户端"),
        meaning: Text::new(
            "the program on a host that reads the data of its source and restores it",
            "安装在主机上、用于备份和恢复数据的程序",
        ),
        names: &[always(Text::new("client", "客户端"), CONCEPTS)],
    },
    Term {
        id: "intermediate-host",
        name: Text::new("intermediate host", "中转机"),
        meaning: Text::new(
            "a host with a desktop through which the client is put on a Linux host that has none",
            "带图形界面的主机，用于为没有图形界面的 Linux 主机下载并打开客户端",
        ),
        names: &[name(
            Text::new("intermediate host", "中转机"),
            Editions::HBR,
            Standing::Said,
            &[&WHAT_IS_HBR, &WHAT_IS_HBR_ZH],
        )],
    },
    Term {
        id: "backup-plan",
        name: Text::new("backup plan", "备份计划"),
        meaning: Text::new(
            "one source, a schedule, a retention and the vault that they are for",
            "一个数据源及其备份周期、保留时间和备份库",
        ),
        names: &[always(Text::new("backup plan", "备份计划"), CONCEPTS)],
    },
    Term {
        id: "backup-policy",
        name: Text::new("backup policy", "备份策略"),
        meaning: Text::new(
            "rules for backup, archiving and replication that many sources share",
            "由多个数据源共用的备份、归档与复制规则",
        ),
        names: &[since_cloud_backup(
            Text::new("backup policy", "备份策略"),
            &[&BACKUP_POLICIES, &CREATE_POLICY_ZH],
        )],
    },
    Term {
        id: "retention-period",
        name: Text::new("retention period", "保留时间"),
        meaning: Text::new(
            "for how long a backup is kept; the first one of a week, month or year may have a longer, special one",
            "备份的保留时长；每周、每月或每年的首个备份可设置更长的特殊保留时间",
        ),
        names: &[
            always(
                Text::new("retention period", "保留时间"),
                &[&OSS_BACKUP_2021, &CREATE_POLICY_ZH],
            ),
            name(
                Text::new("special retention period", "特殊保留时间"),
                Editions::CLOUD_BACKUP,
                Standing::Beside,
                CONCEPTS,
            ),
        ],
    },
    Term {
        id: "standard-tier",
        name: Text::new("standard tier", "标准层"),
        meaning: Text::new(
            "the part of a vault into which backups go first",
            "备份数据首先存入的备份库部分",
        ),
        names: &[since_cloud_backup(
            Text::new("standard tier", "标准层"),
            CONCEPTS,
        )],
    },
    Term {
        id: "archive-tier",
        name: Text::new("archive tier", "归档层"),
        meaning: Text::new(
            "the cheaper part of a vault, into which automatic archiving moves older backups",
            "备份库中费用较低的部分，自动归档会将较早的备份转入其中",
        ),
        names: &[since_cloud_backup(
            Text::new("archive tier", "归档层"),
            CONCEPTS,
        )],
    },
    Term {
        id: "immutable-backup",
        name: Text::new("immutable backup", "备份锁定"),
        meaning: Text::new(
            "a lock under which nobody can delete or change backups until they expire; it cannot be switched off",
            "启用后在到期前任何人都不能删除或更改备份，且无法关闭",
        ),
        names: &[since_cloud_backup(
            Text::new("immutable backup", "备份锁定"),
            CONCEPTS,
        )],
    },
    Term {
        id: "zone-redundant-storage",
        name: Text::new("zone-redundant storage", "同城冗余"),
        meaning: Text::new(
            "copies in three zones of one region, wherever the region has it",
            "在地域支持时，将数据存放在同一地域的三个可用区",
        ),
        names: &[since_cloud_backup(
            Text::new("zone-redundant storage", "同城冗余"),
            CONCEPTS,
        )],
    },
    Term {
        id: "locally-redundant-storage",
        name: Text::new("locally redundant storage", "本地冗余"),
        meaning: Text::new(
            "copies in one zone, where the region has no zone-redundant storage",
            "地域不支持同城冗余时，数据存放在一个可用区",
        ),
        names: &[since_cloud_backup(
            Text::new("locally redundant storage", "本地冗余"),
            CONCEPTS,
        )],
    },
    Term {
        id: "kms-encryption",
        name: Text::new("KMS encryption", "KMS 加密"),
        meaning: Text::new(
            "encryption of a vault with a key of one's own in Key Management Service, chosen at its creation",
            "创建备份库时选择的、使用密钥管理服务中自有密钥的加密",
        ),
        names: &[since_cloud_backup(
            Text::new("KMS encryption", "KMS 加密"),
            CONCEPTS,
        )],
    },
    Term {
        id: "restore-job",
        name: Text::new("restore job", "恢复任务"),
        meaning: Text::new(
            "a restore of one backup to a destination",
            "将一个备份恢复到目标的任务",
        ),
        names: &[always(Text::new("restore job", "恢复任务"), CONCEPTS)],
    },
    Term {
        id: "region",
        name: Text::new("region", "地域"),
        meaning: Text::new(
            "where a data centre of Alibaba Cloud lies; it cannot be changed once a resource is created",
            "阿里云数据中心所在位置；资源创建后不能更换",
        ),
        names: &[always(Text::new("region", "地域"), CONCEPTS)],
    },
];
