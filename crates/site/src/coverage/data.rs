//! What the vendor's pages state, in our own words, and what carries each statement. A statement without its carrier
//! fails the tests.

use vaultplan::catalog::sources as from;
use vaultplan::lang::Text;

use super::Carrier::{Cost, Due, Example, Field, Fix, Import, Page, Passes, Question, Rule};
use super::{self as of, Stated};

mod section {
    use vaultplan::lang::Text;

    pub(super) const INTRO: Text = Text::new("Introduction", "简介");
    pub(super) const NOTES: Text = Text::new("Notes", "注意事项");
    pub(super) const CREATE: Text = Text::new("Create a mirror vault", "创建镜像库");
    pub(super) const RESTORE: Text = Text::new("Restore", "恢复");
    pub(super) const PREREQ: Text = Text::new("Prerequisites", "前提条件");
    pub(super) const USAGE: Text = Text::new("Usage notes", "使用说明");
    pub(super) const LIMITS: Text = Text::new("Limits", "使用限制");
    pub(super) const FEES: Text = Text::new("Billing", "计费说明");
    pub(super) const ENABLE: Text = Text::new("Enable cross-region backup", "开启跨地域备份");
    pub(super) const DONE: Text = Text::new("Result", "执行结果");
    pub(super) const RFEES: Text = Text::new("Restore fees", "恢复费用");
    pub(super) const DISABLE: Text = Text::new("Disable cross-region backup", "关闭跨地域备份");
    pub(super) const FAQ: Text = Text::new("FAQ", "常见问题");
    pub(super) const BENEFITS: Text = Text::new("Benefits", "产品优势");
    pub(super) const SOURCES: Text = Text::new("Data sources", "数据源");
    pub(super) const CONCEPTS: Text = Text::new("Terms", "基本概念");
}

/// Every statement, page by page.
pub(super) static STATED: &[Stated] = &[
    Stated {
        id: "files-1",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::INTRO,
        text: Text::new(
            "a backup vault keeps backup data in the cloud",
            "备份库在云上保存备份数据",
        ),
        by: &[Page("vaults.md")],
    },
    Stated {
        id: "files-2",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::INTRO,
        text: Text::new(
            "a vault may have a mirror in another region, for disaster recovery or for a restore there",
            "备份库可以在其他地域拥有镜像库，用于容灾或异地恢复",
        ),
        by: &[Page("vaults.md"), Rule("no-offsite-copy")],
    },
    Stated {
        id: "files-3",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::NOTES,
        text: Text::new(
            "from its creation on, jobs that run reach the mirror in real time",
            "镜像库创建后，正在执行的任务数据实时复制到镜像库",
        ),
        by: &[
            Question(of::Question::Contents),
            Rule("restore-before-synced"),
        ],
    },
    Stated {
        id: "files-4",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::NOTES,
        text: Text::new(
            "the data that was there before starts to be copied 90 minutes after the mirror's creation",
            "历史数据在镜像库创建 90 分钟后开始复制",
        ),
        by: &[
            Question(of::Question::Contents),
            Rule("restore-before-synced"),
        ],
    },
    Stated {
        id: "files-5",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::NOTES,
        text: Text::new(
            "a vault has one mirror at most",
            "一个备份库最多有一个镜像库",
        ),
        by: &[Rule("mirror-more-than-one")],
    },
    Stated {
        id: "files-6",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::NOTES,
        text: Text::new(
            "data is restored from a mirror, never backed up into it",
            "可以从镜像库恢复，不能向镜像库备份",
        ),
        by: &[
            Rule("plan-writes-to-mirror"),
            Question(of::Question::Restorable),
        ],
    },
    Stated {
        id: "files-7",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::NOTES,
        text: Text::new(
            "the mirror is deleted before its source",
            "须先删除镜像库，再删除源备份库",
        ),
        by: &[Rule("delete-source-before-mirror")],
    },
    Stated {
        id: "files-8",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::NOTES,
        text: Text::new(
            "a source vault comes into being with a backup client",
            "源备份库随备份客户端一起创建",
        ),
        by: &[Rule("vault-without-client"), Due(of::Due::Steps)],
    },
    Stated {
        id: "files-9",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::CREATE,
        text: Text::new(
            "the mirror is created from the vault's icon on the overview page",
            "在概览页通过备份库图标创建镜像库",
        ),
        by: &[Due(of::Due::Steps)],
    },
    Stated {
        id: "files-10",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::CREATE,
        text: Text::new(
            "the mirror's region differs from its source's",
            "镜像库的地域不同于源备份库",
        ),
        by: &[Rule("mirror-same-region")],
    },
    Stated {
        id: "files-11",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::CREATE,
        text: Text::new(
            "the mirror's name is required and has at most 32 characters",
            "镜像库名称必填，不超过 32 个字符",
        ),
        by: &[Rule("vault-name-empty"), Rule("mirror-name-over-32")],
    },
    Stated {
        id: "files-12",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::CREATE,
        text: Text::new("the description is optional", "描述可选"),
        by: &[Field("mirror.description")],
    },
    Stated {
        id: "files-13",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::RESTORE,
        text: Text::new(
            "the console is opened on an ECS instance of the mirror's region",
            "在镜像库所在地域的 ECS 实例上打开控制台",
        ),
        by: &[Question(of::Question::Restorable), Due(of::Due::Steps)],
    },
    Stated {
        id: "files-14",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::RESTORE,
        text: Text::new(
            "a client is installed on that instance",
            "在该实例上安装客户端",
        ),
        by: &[Rule("restore-client-missing")],
    },
    Stated {
        id: "files-15",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::RESTORE,
        text: Text::new(
            "the client is registered with the mirror",
            "客户端注册到镜像库",
        ),
        by: &[Rule("restore-2019-client-in-mirror")],
    },
    Stated {
        id: "files-16",
        page: &from::MIRROR_VAULTS_2019_FILES,
        section: section::RESTORE,
        text: Text::new(
            "the restore takes another ECS instance or the local client as its source",
            "恢复时选择其他 ECS 或本地客户端作为来源",
        ),
        by: &[Question(of::Question::Restorable), Due(of::Due::Steps)],
    },
    Stated {
        id: "sql-1",
        page: &from::MIRROR_VAULTS_2019_SQL,
        section: section::INTRO,
        text: Text::new(
            "the mirror and its vault lie in different regions",
            "镜像库与备份库位于不同地域",
        ),
        by: &[Rule("mirror-same-region")],
    },
    Stated {
        id: "sql-2",
        page: &from::MIRROR_VAULTS_2019_SQL,
        section: section::NOTES,
        text: Text::new(
            "copying, number, use, deletion and creation as for files",
            "复制、数量、用途、删除与创建同文件备份",
        ),
        by: &[
            Question(of::Question::Contents),
            Question(of::Question::Restorable),
            Rule("mirror-more-than-one"),
            Rule("plan-writes-to-mirror"),
            Rule("delete-source-before-mirror"),
            Rule("restore-before-synced"),
            Rule("vault-without-client"),
        ],
    },
    Stated {
        id: "sql-3",
        page: &from::MIRROR_VAULTS_2019_SQL,
        section: section::RESTORE,
        text: Text::new(
            "a SQL Server database of one cluster can be restored to another one in the mirror's region",
            "一个集群的 SQL Server 数据库可恢复到镜像库地域的另一集群",
        ),
        by: &[
            Rule("restore-database-cross-region"),
            Question(of::Question::Restorable),
        ],
    },
    Stated {
        id: "sql-4",
        page: &from::MIRROR_VAULTS_2019_SQL,
        section: section::RESTORE,
        text: Text::new(
            "the console is opened on the instance of the other cluster, which is registered there",
            "在另一集群的实例上打开控制台并注册",
        ),
        by: &[Rule("restore-2019-client-in-mirror"), Due(of::Due::Steps)],
    },
    Stated {
        id: "sql-5",
        page: &from::MIRROR_VAULTS_2019_SQL,
        section: section::RESTORE,
        text: Text::new(
            "the mirror is chosen as the vault when the instance is registered",
            "注册实例时选择镜像库作为备份库",
        ),
        by: &[Rule("restore-2019-client-in-mirror")],
    },
    Stated {
        id: "hana-1",
        page: &from::MIRROR_VAULTS_2019_HANA,
        section: section::RESTORE,
        text: Text::new(
            "for SAP HANA likewise: the instance is registered with the mirror on the ECS instance of the other cluster",
            "SAP HANA 同样如此：在另一集群的 ECS 上将实例注册到镜像库",
        ),
        by: &[Rule("restore-hana-unregistered"), Due(of::Due::Steps)],
    },
    Stated {
        id: "cross-1",
        page: &from::CROSS_REGION_BACKUP,
        section: section::INTRO,
        text: Text::new(
            "a mirror in another region is recommended",
            "建议创建异地镜像库",
        ),
        by: &[Rule("no-offsite-copy"), Rule("lrs-without-mirror")],
    },
    Stated {
        id: "cross-2",
        page: &from::CROSS_REGION_BACKUP,
        section: section::INTRO,
        text: Text::new(
            "data is copied by itself and serves recovery in the other region",
            "数据自动复制，可用于异地恢复",
        ),
        by: &[Page("vaults.md")],
    },
    Stated {
        id: "cross-3",
        page: &from::CROSS_REGION_BACKUP,
        section: section::PREREQ,
        text: Text::new(
            "the vault's type is General Backup or Tablestore Backup",
            "备份库类型为普通备份或表格存储备份",
        ),
        by: &[
            Rule("mirror-source-type-not-eligible"),
            Question(of::Question::Eligible),
        ],
    },
    Stated {
        id: "cross-4",
        page: &from::CROSS_REGION_BACKUP,
        section: section::PREREQ,
        text: Text::new(
            "the type is shown on the Storage Vaults page",
            "在存储库管理页面查看类型",
        ),
        by: &[Rule("mirror-source-type-not-eligible"), Page("vaults.md")],
    },
    Stated {
        id: "cross-5",
        page: &from::CROSS_REGION_BACKUP,
        section: section::PREREQ,
        text: Text::new(
            "a vault is made with a policy or in the settings of a source, not on a page of its own",
            "备份库在创建策略或配置数据源时创建，没有单独的创建页面",
        ),
        by: &[Due(of::Due::Steps), Page("vaults.md")],
    },
    Stated {
        id: "cross-6",
        page: &from::CROSS_REGION_BACKUP,
        section: section::USAGE,
        text: Text::new(
            "VMware machines that were copied cannot be restored from the mirror",
            "复制的 VMware 虚拟机不能从镜像库恢复",
        ),
        by: &[
            Rule("restore-vmware-from-mirror"),
            Rule("vmware-mirror-useless"),
            Rule("mirror-nothing-restorable"),
            Question(of::Question::Restorable),
        ],
    },
    Stated {
        id: "cross-7",
        page: &from::CROSS_REGION_BACKUP,
        section: section::USAGE,
        text: Text::new(
            "a vault has one mirror at most",
            "一个备份库最多有一个镜像库",
        ),
        by: &[Rule("mirror-more-than-one")],
    },
    Stated {
        id: "cross-8",
        page: &from::CROSS_REGION_BACKUP,
        section: section::USAGE,
        text: Text::new(
            "a mirror serves replication and restore only; no backup plan writes into it",
            "镜像库仅用于复制与恢复，不能为其创建备份计划",
        ),
        by: &[Rule("plan-writes-to-mirror")],
    },
    Stated {
        id: "cross-9",
        page: &from::CROSS_REGION_BACKUP,
        section: section::USAGE,
        text: Text::new(
            "running jobs are copied in real time, history from 90 minutes on",
            "正在执行的任务实时复制，历史数据 90 分钟后开始复制",
        ),
        by: &[
            Question(of::Question::Contents),
            Rule("restore-before-synced"),
        ],
    },
    Stated {
        id: "cross-10",
        page: &from::CROSS_REGION_BACKUP,
        section: section::USAGE,
        text: Text::new(
            "the mirror holds all data of its source, also later data",
            "镜像库包含源备份库的全部数据，包括之后产生的数据",
        ),
        by: &[
            Question(of::Question::Contents),
            Cost(of::Counted::MirrorStorage),
        ],
    },
    Stated {
        id: "cross-11",
        page: &from::CROSS_REGION_BACKUP,
        section: section::USAGE,
        text: Text::new(
            "the mirror is deleted before its source",
            "须先删除镜像库，再删除源备份库",
        ),
        by: &[Rule("delete-source-before-mirror")],
    },
    Stated {
        id: "cross-12",
        page: &from::CROSS_REGION_BACKUP,
        section: section::USAGE,
        text: Text::new(
            "mirror and source use the same encryption method: managed or KMS",
            "镜像库与源备份库的加密方式一致：托管或 KMS",
        ),
        by: &[
            Rule("mirror-encryption-mismatch"),
            Question(of::Question::Encryption),
        ],
    },
    Stated {
        id: "cross-13",
        page: &from::CROSS_REGION_BACKUP,
        section: section::LIMITS,
        text: Text::new(
            "free-trial OSS vaults have no mirror",
            "OSS 免费试用库不支持",
        ),
        by: &[Rule("mirror-source-trial-oss-nas")],
    },
    Stated {
        id: "cross-14",
        page: &from::CROSS_REGION_BACKUP,
        section: section::LIMITS,
        text: Text::new(
            "free-trial NAS vaults have no mirror",
            "NAS 免费试用库不支持",
        ),
        by: &[Rule("mirror-source-trial-oss-nas")],
    },
    Stated {
        id: "cross-15",
        page: &from::CROSS_REGION_BACKUP,
        section: section::LIMITS,
        text: Text::new(
            "converting the trial in the Status column makes such a vault eligible",
            "在状态列转为付费后即可支持",
        ),
        by: &[
            Fix("mirror-source-trial-oss-nas"),
            Question(of::Question::Eligible),
        ],
    },
    Stated {
        id: "cross-16",
        page: &from::CROSS_REGION_BACKUP,
        section: section::LIMITS,
        text: Text::new("mirrors have no mirror", "镜像库不支持"),
        by: &[Rule("mirror-of-mirror")],
    },
    Stated {
        id: "cross-17",
        page: &from::CROSS_REGION_BACKUP,
        section: section::LIMITS,
        text: Text::new("archive vaults have no mirror", "归档库不支持"),
        by: &[Rule("mirror-source-archive-vault")],
    },
    Stated {
        id: "cross-18",
        page: &from::CROSS_REGION_BACKUP,
        section: section::LIMITS,
        text: Text::new("database vaults have no mirror", "数据库备份库不支持"),
        by: &[Rule("mirror-source-database-vault")],
    },
    Stated {
        id: "cross-19",
        page: &from::CROSS_REGION_BACKUP,
        section: section::LIMITS,
        text: Text::new("container vaults have no mirror", "容器备份库不支持"),
        by: &[Rule("mirror-source-container-vault")],
    },
    Stated {
        id: "cross-20",
        page: &from::CROSS_REGION_BACKUP,
        section: section::LIMITS,
        text: Text::new(
            "vaults in an abnormal state, such as ERROR, have no mirror",
            "状态异常（如 ERROR）的备份库不支持",
        ),
        by: &[Rule("mirror-source-abnormal-status")],
    },
    Stated {
        id: "cross-21",
        page: &from::CROSS_REGION_BACKUP,
        section: section::LIMITS,
        text: Text::new(
            "only regions that support cross-region backup",
            "仅支持跨地域备份的地域",
        ),
        by: &[
            Rule("mirror-region-unsupported"),
            Rule("mirror-region-unconfirmed"),
            Question(of::Question::Regions),
        ],
    },
    Stated {
        id: "cross-22",
        page: &from::CROSS_REGION_BACKUP,
        section: section::FEES,
        text: Text::new(
            "the mirror is as large as its source",
            "镜像库与源备份库大小相同",
        ),
        by: &[Cost(of::Counted::MirrorStorage)],
    },
    Stated {
        id: "cross-23",
        page: &from::CROSS_REGION_BACKUP,
        section: section::FEES,
        text: Text::new(
            "storage and replication traffic are charged",
            "收取存储费用与复制流量费用",
        ),
        by: &[Cost(of::Counted::StorageAndTraffic)],
    },
    Stated {
        id: "cross-24",
        page: &from::CROSS_REGION_BACKUP,
        section: section::FEES,
        text: Text::new("prices are the same in all regions", "各地域价格相同"),
        by: &[Cost(of::Counted::EveryRegion)],
    },
    Stated {
        id: "cross-25",
        page: &from::CROSS_REGION_BACKUP,
        section: section::FEES,
        text: Text::new("resource plans can be bought", "可购买资源包"),
        by: &[Cost(of::Counted::ResourcePlans)],
    },
    Stated {
        id: "cross-26",
        page: &from::CROSS_REGION_BACKUP,
        section: section::ENABLE,
        text: Text::new(
            "nine kinds of source are copied in either way",
            "九种数据源支持两种方式",
        ),
        by: &[
            Rule("source-not-in-edition"),
            Rule("policy-source-unsupported"),
            Question(of::Question::Eligible),
        ],
    },
    Stated {
        id: "cross-27",
        page: &from::CROSS_REGION_BACKUP,
        section: section::ENABLE,
        text: Text::new(
            "ECS instance backup is copied by policy only",
            "ECS 整机备份仅支持通过策略复制",
        ),
        by: &[Rule("ecs-instance-mirror-by-vault")],
    },
    Stated {
        id: "cross-28",
        page: &from::CROSS_REGION_BACKUP,
        section: section::ENABLE,
        text: Text::new(
            "the first way: replication to another region in a policy",
            "方式一：在策略中开启异地复制",
        ),
        by: &[Field("policy rule.replicationRegion")],
    },
    Stated {
        id: "cross-29",
        page: &from::CROSS_REGION_BACKUP,
        section: section::ENABLE,
        text: Text::new(
            "the second way: on the Storage Vaults page of the source's region",
            "方式二：在源地域的存储库管理页面",
        ),
        by: &[Due(of::Due::Steps)],
    },
    Stated {
        id: "cross-30",
        page: &from::CROSS_REGION_BACKUP,
        section: section::ENABLE,
        text: Text::new(
            "the mirror's region is chosen; the example copies China (Hangzhou) to China (Shanghai)",
            "选择镜像库地域；示例为杭州到上海",
        ),
        by: &[Example("hangzhou-shanghai.json")],
    },
    Stated {
        id: "cross-31",
        page: &from::CROSS_REGION_BACKUP,
        section: section::ENABLE,
        text: Text::new(
            "the encryption method equals the source's",
            "加密方式与源备份库一致",
        ),
        by: &[Rule("mirror-encryption-mismatch")],
    },
    Stated {
        id: "cross-32",
        page: &from::CROSS_REGION_BACKUP,
        section: section::ENABLE,
        text: Text::new(
            "a name is generated from `[COPY]-` and the source's name",
            "名称自动生成：`[COPY]-` 加源备份库名称",
        ),
        by: &[Question(of::Question::CreateMirror)],
    },
    Stated {
        id: "cross-33",
        page: &from::CROSS_REGION_BACKUP,
        section: section::ENABLE,
        text: Text::new(
            "the mirror is zone-redundant where the region offers that, else locally redundant; nobody chooses",
            "地域支持时为同城冗余，否则为本地冗余，不可选择",
        ),
        by: &[
            Rule("zrs-in-lrs-region"),
            Rule("lrs-in-zrs-region"),
            Question(of::Question::Regions),
        ],
    },
    Stated {
        id: "cross-34",
        page: &from::CROSS_REGION_BACKUP,
        section: section::ENABLE,
        text: Text::new(
            "a description is generated from the source's name and id",
            "描述自动生成，包含源备份库的名称与标识",
        ),
        by: &[Question(of::Question::CreateMirror)],
    },
    Stated {
        id: "cross-35",
        page: &from::CROSS_REGION_BACKUP,
        section: section::DONE,
        text: Text::new(
            "progress is seen in the mirror's region; when it is done, everything is copied",
            "在镜像库地域查看进度，完成后全部数据已复制",
        ),
        by: &[Question(of::Question::Contents), Page("vaults.md")],
    },
    Stated {
        id: "cross-36",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RFEES,
        text: Text::new(
            "restores to ECS, OSS, NAS, Tablestore and SAP HANA on ECS in the mirror's region are free",
            "恢复到镜像库地域的 ECS、OSS、NAS、表格存储及 ECS 上的 SAP HANA 免费",
        ),
        by: &[
            Question(of::Question::Restorable),
            Cost(of::Counted::FreeRestores),
        ],
    },
    Stated {
        id: "cross-37",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RFEES,
        text: Text::new(
            "restores to NAS or servers on premises over the Internet are charged, over VPN or Express Connect not",
            "通过公网恢复到本地 NAS 或服务器收费，通过 VPN 或高速通道不收费",
        ),
        by: &[
            Rule("restore-egress"),
            Question(of::Question::Restorable),
            Cost(of::Counted::InternetRestores),
        ],
    },
    Stated {
        id: "cross-38",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RFEES,
        text: Text::new(
            "what is really restored is charged",
            "按实际恢复的数据量计费",
        ),
        by: &[Cost(of::Counted::WhatIsRestored)],
    },
    Stated {
        id: "cross-39",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RESTORE,
        text: Text::new(
            "ECS files are restored to an instance in the mirror's region",
            "ECS 文件恢复到镜像库地域的实例",
        ),
        by: &[Rule("restore-region-mismatch")],
    },
    Stated {
        id: "cross-40",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RESTORE,
        text: Text::new(
            "OSS is restored to a bucket in the mirror's region",
            "OSS 恢复到镜像库地域的 Bucket",
        ),
        by: &[Rule("restore-region-mismatch")],
    },
    Stated {
        id: "cross-41",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RESTORE,
        text: Text::new(
            "NAS is restored to a file system in the mirror's region",
            "NAS 恢复到镜像库地域的文件系统",
        ),
        by: &[Rule("restore-region-mismatch")],
    },
    Stated {
        id: "cross-42",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RESTORE,
        text: Text::new(
            "SAP HANA is restored in the mirror's region to an instance that is registered with the mirror",
            "SAP HANA 恢复到镜像库地域且已注册到镜像库的实例",
        ),
        by: &[
            Rule("restore-region-mismatch"),
            Rule("restore-hana-unregistered"),
        ],
    },
    Stated {
        id: "cross-43",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RESTORE,
        text: Text::new(
            "Tablestore is restored to an instance in the mirror's region",
            "表格存储恢复到镜像库地域的实例",
        ),
        by: &[Rule("restore-region-mismatch")],
    },
    Stated {
        id: "cross-44",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RESTORE,
        text: Text::new(
            "NAS on premises needs a client; no region is asked",
            "本地 NAS 需要客户端，无地域要求",
        ),
        by: &[Rule("restore-client-missing")],
    },
    Stated {
        id: "cross-45",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RESTORE,
        text: Text::new(
            "files on premises need a server, a folder and a client",
            "本地文件需要服务器、目录与客户端",
        ),
        by: &[
            Rule("restore-client-missing"),
            Rule("restore-folder-missing"),
        ],
    },
    Stated {
        id: "cross-46",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RESTORE,
        text: Text::new(
            "CPFS is restored in the mirror's region",
            "CPFS 恢复到镜像库地域",
        ),
        by: &[Rule("restore-region-mismatch")],
    },
    Stated {
        id: "cross-47",
        page: &from::CROSS_REGION_BACKUP,
        section: section::RESTORE,
        text: Text::new(
            "the mirror is the source vault of the restore job; its other settings equal the backup's",
            "恢复任务的源备份库为镜像库，其他设置与备份一致",
        ),
        by: &[Rule("restore-settings-differ"), Due(of::Due::Steps)],
    },
    Stated {
        id: "cross-48",
        page: &from::CROSS_REGION_BACKUP,
        section: section::DISABLE,
        text: Text::new(
            "deleting a vault destroys its backups for good",
            "删除备份库将永久删除其备份",
        ),
        by: &[Rule("delete-vault-loses-data")],
    },
    Stated {
        id: "cross-49",
        page: &from::CROSS_REGION_BACKUP,
        section: section::DISABLE,
        text: Text::new(
            "cross-region backup ends with the deletion of the mirror",
            "删除镜像库即关闭跨地域备份",
        ),
        by: &[Rule("delete-mirror-loses-copy")],
    },
    Stated {
        id: "cross-50",
        page: &from::CROSS_REGION_BACKUP,
        section: section::DISABLE,
        text: Text::new(
            "first in the mirror's region, then back in the source's",
            "先在镜像库地域操作，再回到源地域",
        ),
        by: &[Rule("delete-source-before-mirror"), Due(of::Due::Steps)],
    },
    Stated {
        id: "cross-51",
        page: &from::CROSS_REGION_BACKUP,
        section: section::FAQ,
        text: Text::new(
            "mirrors are seen in their own region",
            "镜像库在其所在地域查看",
        ),
        by: &[Page("vaults.md"), Import],
    },
    Stated {
        id: "cross-52",
        page: &from::CROSS_REGION_BACKUP,
        section: section::FAQ,
        text: Text::new(
            "the mirror's stored amount is charged",
            "按镜像库的存储量计费",
        ),
        by: &[Cost(of::Counted::MirrorStorage)],
    },
    Stated {
        id: "cross-53",
        page: &from::CROSS_REGION_BACKUP,
        section: section::FAQ,
        text: Text::new(
            "the rhythm of copying cannot be set; it is continuous",
            "复制周期不可设置，持续进行",
        ),
        by: &[Rule("mirror-frequency-set")],
    },
    Stated {
        id: "cross-54",
        page: &from::CROSS_REGION_BACKUP,
        section: section::FAQ,
        text: Text::new(
            "mirrors can be zone-redundant, in eleven regions",
            "镜像库可为同城冗余，共十一个地域",
        ),
        by: &[
            Rule("zrs-in-lrs-region"),
            Rule("lrs-in-zrs-region"),
            Question(of::Question::Regions),
        ],
    },
    Stated {
        id: "hbr-1",
        page: &from::WHAT_IS_HBR,
        section: section::INTRO,
        text: Text::new(
            "sources lie in data centres of one's own, in branches and in the cloud",
            "数据源可位于自有数据中心、分支机构与云上",
        ),
        by: &[Page("vaults.md")],
    },
    Stated {
        id: "hbr-2",
        page: &from::WHAT_IS_HBR,
        section: section::BENEFITS,
        text: Text::new("rights are given by groups", "按组授权"),
        by: &[Rule("rights-not-split")],
    },
    Stated {
        id: "hbr-3",
        page: &from::WHAT_IS_HBR,
        section: section::BENEFITS,
        text: Text::new(
            "deduplication and compression lower traffic and storage",
            "重复数据删除与压缩降低流量与存储",
        ),
        by: &[Cost(of::Counted::Reduction), Field("vault.reductionRatio")],
    },
    Stated {
        id: "hbr-4",
        page: &from::WHAT_IS_HBR,
        section: section::BENEFITS,
        text: Text::new(
            "failed backups and lost clients raise alerts",
            "备份失败与客户端断开时告警",
        ),
        by: &[Rule("alerts-not-planned"), Page("vaults.md")],
    },
    Stated {
        id: "hbr-5",
        page: &from::WHAT_IS_HBR,
        section: section::BENEFITS,
        text: Text::new(
            "backups age by themselves; a restore picks a version",
            "备份自动过期，恢复时选择版本",
        ),
        by: &[Page("vaults.md")],
    },
    Stated {
        id: "hbr-6",
        page: &from::WHAT_IS_HBR,
        section: section::SOURCES,
        text: Text::new(
            "nine rows of sources, operating systems and clients",
            "数据源、操作系统与客户端共九行",
        ),
        by: &[
            Rule("source-not-in-edition"),
            Rule("source-os-unsupported"),
            Rule("source-client-kind"),
        ],
    },
    Stated {
        id: "hbr-7",
        page: &from::WHAT_IS_HBR,
        section: section::CONCEPTS,
        text: Text::new(
            "each kind of source needs its kind of client",
            "每种数据源需要对应的客户端",
        ),
        by: &[Rule("source-client-kind")],
    },
    Stated {
        id: "hbr-8",
        page: &from::WHAT_IS_HBR,
        section: section::CONCEPTS,
        text: Text::new(
            "the region of a resource cannot be changed",
            "资源的地域不可更改",
        ),
        by: &[Rule("vault-region-move")],
    },
    Stated {
        id: "hbr-9",
        page: &from::WHAT_IS_HBR,
        section: section::CONCEPTS,
        text: Text::new(
            "many clients may share a vault",
            "多个客户端可共用一个备份库",
        ),
        by: &[Passes("source-not-in-edition")],
    },
    Stated {
        id: "hbr-10",
        page: &from::WHAT_IS_HBR,
        section: section::CONCEPTS,
        text: Text::new("every vault has a region", "每个备份库都有地域"),
        by: &[Rule("vault-region-missing")],
    },
    Stated {
        id: "hbr-11",
        page: &from::WHAT_IS_HBR,
        section: section::CONCEPTS,
        text: Text::new(
            "the region of a vault cannot be changed",
            "备份库的地域不可更改",
        ),
        by: &[Rule("vault-region-move")],
    },
    Stated {
        id: "hbr-12",
        page: &from::WHAT_IS_HBR,
        section: section::CONCEPTS,
        text: Text::new(
            "the vault is the unit of deduplication and compression",
            "重复数据删除与压缩以备份库为单位",
        ),
        by: &[Cost(of::Counted::Reduction), Field("vault.reductionRatio")],
    },
    Stated {
        id: "hbr-13",
        page: &from::WHAT_IS_HBR,
        section: section::CONCEPTS,
        text: Text::new(
            "a Linux host without a desktop needs an intermediate host",
            "无桌面的 Linux 主机需要中间机",
        ),
        by: &[Rule("intermediate-host-needed")],
    },
];
