//! The vendor's vocabularies. They are open: an unlisted word is kept, written back unchanged, and judged by a
//! rule with a suggestion; it never stops the reading. Source: the API reference of `hbr` 2017-09-08 and the
//! console's vault types.

use crate::lang::Text;
use crate::text::suggest;

/// An open vocabulary.
#[derive(Debug)]
pub struct Vocabulary {
    /// What its words are about, for messages.
    pub name: Text,
    /// The known words.
    pub words: &'static [Word],
}

/// A known word.
#[derive(Debug)]
pub struct Word {
    /// As the API and the document write it.
    pub word: &'static str,
    /// As people read it.
    pub label: Text,
}

impl Vocabulary {
    /// The known word, if it is one.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<&'static Word> {
        self.words.iter().find(|known| known.word == word)
    }

    /// The label of a known word.
    #[must_use]
    pub fn label(&self, word: &str) -> Option<Text> {
        self.find(word).map(|known| known.label)
    }

    /// The known word nearest to a misspelt one.
    #[must_use]
    pub fn suggest(&self, word: &str) -> Option<&'static str> {
        suggest::nearest(word, self.words.iter().map(|known| known.word))
    }
}

const fn word(word: &'static str, en: &'static str, zh: &'static str) -> Word {
    Word {
        word,
        label: Text::new(en, zh),
    }
}

/// Words of the vault type.
pub static VAULT_TYPE: Vocabulary = Vocabulary {
    name: Text::new("vault type", "备份库类型"),
    words: &[
        word("STANDARD", "General Backup vault", "普通备份库"),
        word("OTS_BACKUP", "Tablestore Backup vault", "表格存储备份库"),
        word("DATABASE", "Database Backup vault", "数据库备份库"),
        word("ARCHIVE", "Archive vault", "归档库"),
        word("CONTAINER", "Container Backup vault", "容器备份库"),
    ],
};

/// Words of the free trial.
pub static TRIAL: Vocabulary = Vocabulary {
    name: Text::new("free trial", "免费试用"),
    words: &[
        word(
            "OSS",
            "OSS backup (30-day free trial)",
            "OSS 备份（免费试用 30 天）",
        ),
        word(
            "NAS",
            "NAS backup (30-day free trial)",
            "NAS 备份（免费试用 30 天）",
        ),
        word(
            "OTS",
            "Tablestore backup (30-day free trial)",
            "表格存储备份（免费试用 30 天）",
        ),
    ],
};

/// Words of the vault status.
pub static VAULT_STATUS: Vocabulary = Vocabulary {
    name: Text::new("vault status", "备份库状态"),
    words: &[
        word("CREATED", "Created", "已创建"),
        word("INITIALIZING", "Initializing", "初始化中"),
        word("ERROR", "Error", "异常"),
        word("UNKNOWN", "Unknown", "未知"),
    ],
};

/// Words of the redundancy.
pub static REDUNDANCY: Vocabulary = Vocabulary {
    name: Text::new("redundancy", "冗余类型"),
    words: &[
        word("LRS", "Locally redundant (LRS)", "本地冗余（LRS）"),
        word("ZRS", "Zone-redundant (ZRS)", "同城冗余（ZRS）"),
    ],
};

/// Words of the encryption method.
pub static ENCRYPTION: Vocabulary = Vocabulary {
    name: Text::new("encryption method", "加密方式"),
    words: &[
        word("HBR_PRIVATE", "Cloud Backup-managed", "云备份托管"),
        word("KMS", "KMS", "KMS 加密"),
    ],
};

/// Words of the storage class.
pub static STORAGE_CLASS: Vocabulary = Vocabulary {
    name: Text::new("storage class", "存储类型"),
    words: &[
        word("STANDARD", "Standard", "标准"),
        word("IA", "Infrequent Access (deprecated)", "低频（已弃用）"),
        word("ARCHIVE", "Archive (deprecated)", "归档（已弃用）"),
        word(
            "COLD_ARCHIVE",
            "Cold Archive (deprecated)",
            "冷归档（已弃用）",
        ),
    ],
};

/// Words of the charge type.
pub static CHARGE_TYPE: Vocabulary = Vocabulary {
    name: Text::new("charge type", "计费类型"),
    words: &[
        word("FREE", "FREE", "FREE"),
        word("V1", "V1", "V1"),
        word("V2", "V2", "V2"),
        word("AEGIS", "AEGIS", "AEGIS"),
        word("UNI_BACKUP", "UNI_BACKUP", "UNI_BACKUP"),
        word("ARCHIVE", "ARCHIVE", "ARCHIVE"),
    ],
};

/// Words of the client kind.
pub static CLIENT_KIND: Vocabulary = Vocabulary {
    name: Text::new("client kind", "客户端类型"),
    words: &[
        word("file", "File client", "文件客户端"),
        word("ecs", "ECS backup client", "ECS 备份客户端"),
        word("vm", "Virtual machine client", "虚拟机客户端"),
    ],
};

/// Words of the client status.
pub static CLIENT_STATUS: Vocabulary = Vocabulary {
    name: Text::new("client status", "客户端状态"),
    words: &[
        word("ACTIVATED", "Activated", "已激活"),
        word("REGISTERED", "Registered", "已注册"),
        word("DEACTIVATED", "Deactivated", "已停用"),
        word("INSTALLING", "Installing", "安装中"),
        word("INSTALL_FAILED", "Installation failed", "安装失败"),
        word("NOT_INSTALLED", "Not installed", "未安装"),
        word("UPGRADING", "Upgrading", "升级中"),
        word("UPGRADE_FAILED", "Upgrade failed", "升级失败"),
        word("UNINSTALLING", "Uninstalling", "卸载中"),
        word("UNINSTALL_FAILED", "Uninstallation failed", "卸载失败"),
        word("STOPPED", "Stopped", "已停止"),
        word("UNKNOWN", "Unknown", "未知"),
    ],
};

/// Words of the operating system.
pub static OS: Vocabulary = Vocabulary {
    name: Text::new("operating system", "操作系统"),
    words: &[
        word("windows", "Windows", "Windows"),
        word("windows-server", "Windows Server", "Windows Server"),
        word("linux", "Linux", "Linux"),
    ],
};

/// Words of the source type.
pub static SOURCE_TYPE: Vocabulary = Vocabulary {
    name: Text::new("source type", "数据源类型"),
    words: &[
        word("ECS_FILE", "ECS files", "ECS 文件"),
        word("UDM_ECS", "ECS instance", "ECS 整机"),
        word("OSS", "OSS", "对象存储 OSS"),
        word("NAS", "Alibaba Cloud NAS", "阿里云 NAS"),
        word("COMMON_NAS", "On-premises NAS", "本地 NAS"),
        word("File", "On-premises files", "本地文件"),
        word("COMMON_FILE_SYSTEM", "CPFS", "CPFS"),
        word("CPFS", "CPFS", "CPFS"),
        word("BMCPFS", "CPFS for Lingjun", "CPFS 智算版"),
        word("OTS", "Tablestore", "表格存储"),
        word("OTS_TABLE", "Tablestore", "表格存储"),
        word("HANA", "SAP HANA", "SAP HANA"),
        word("VMWARE", "VMware VM", "VMware 虚拟机"),
        word("SQL_SERVER", "SQL Server", "SQL Server"),
        word("MYSQL", "MySQL", "MySQL"),
        word("ORACLE", "Oracle", "Oracle"),
        word("MARIADB", "MariaDB", "MariaDB"),
        word("MONGODB", "MongoDB", "MongoDB"),
        word("CONTAINER", "Container (ACK)", "容器（ACK）"),
        word("UDM_DISK", "ECS disk", "ECS 云盘"),
        word("UDM_ECS_DISK", "ECS disk", "ECS 云盘"),
        word("SYNC", "Data synchronization", "数据同步"),
        word("HDFS", "HDFS (archive)", "HDFS（归档）"),
        word("S3", "S3 (archive)", "S3（归档）"),
    ],
};

/// Words of the policy rule type.
pub static RULE_TYPE: Vocabulary = Vocabulary {
    name: Text::new("policy rule type", "策略规则类型"),
    words: &[
        word("BACKUP", "Backup", "备份"),
        word("TRANSITION", "Transition", "生命周期"),
        word("REPLICATION", "Replication", "复制"),
        word("TAG", "Tag", "标签"),
    ],
};

/// Words of the policy type.
pub static POLICY_TYPE: Vocabulary = Vocabulary {
    name: Text::new("policy type", "策略类型"),
    words: &[
        word("STANDARD", "General policy", "通用策略"),
        word("UDM_ECS_ONLY", "ECS instance policy", "ECS 整机策略"),
        word("PLAN", "Backup plan", "备份计划"),
    ],
};

/// Words of the special retention.
pub static SPECIAL_RETENTION: Vocabulary = Vocabulary {
    name: Text::new("special retention", "特殊保留"),
    words: &[
        word("DAILY", "Daily", "每日"),
        word("WEEKLY", "Weekly", "每周"),
        word("MONTHLY", "Monthly", "每月"),
        word("YEARLY", "Yearly", "每年"),
    ],
};

/// Words of the kind of restore.
pub static RESTORE_TYPE: Vocabulary = Vocabulary {
    name: Text::new("restore type", "恢复类型"),
    words: &[
        word("ECS_FILE", "ECS files", "ECS 文件"),
        word("OSS", "OSS", "对象存储 OSS"),
        word("NAS", "NAS", "文件存储 NAS"),
        word("OTS_TABLE", "Tablestore", "表格存储"),
        word("UDM_ECS", "ECS instance, cloned", "ECS 整机（克隆）"),
        word(
            "UDM_ECS_ROLLBACK",
            "ECS instance, rolled back",
            "ECS 整机（回滚）",
        ),
        word("UDM_ECS_DISK", "ECS disk, cloned", "ECS 云盘（克隆）"),
        word(
            "UDM_ECS_DISK_ROLLBACK",
            "ECS disk, rolled back",
            "ECS 云盘（回滚）",
        ),
    ],
};

/// Words of the state of a KMS key.
pub static KEY_STATE: Vocabulary = Vocabulary {
    name: Text::new("key state", "密钥状态"),
    words: &[
        word("Enabled", "Enabled", "已启用"),
        word("Disabled", "Disabled", "已禁用"),
        word("PendingDeletion", "Pending deletion", "待删除"),
        word("PendingImport", "Pending import", "待导入"),
    ],
};

/// Words of the storage class of a bucket or file system.
pub static SOURCE_CLASS: Vocabulary = Vocabulary {
    name: Text::new("storage class of a source", "数据源存储类型"),
    words: &[
        word("STANDARD", "Standard", "标准"),
        word("IA", "Infrequent Access", "低频访问"),
        word("ARCHIVE", "Archive", "归档"),
        word("COLD_ARCHIVE", "Cold Archive", "冷归档"),
        word("DEEP_COLD_ARCHIVE", "Deep Cold Archive", "深度冷归档"),
    ],
};

/// Words of the schedule.
pub static SCHEDULE: Vocabulary = Vocabulary {
    name: Text::new("schedule", "备份计划时间"),
    words: &[],
};

/// Region ids.
pub static REGION: Vocabulary = Vocabulary {
    name: Text::new("region", "地域"),
    words: &[
        word("cn-qingdao", "China (Qingdao)", "华北1（青岛）"),
        word("cn-beijing", "China (Beijing)", "华北2（北京）"),
        word("cn-zhangjiakou", "China (Zhangjiakou)", "华北3（张家口）"),
        word("cn-huhehaote", "China (Hohhot)", "华北5（呼和浩特）"),
        word("cn-wulanchabu", "China (Ulanqab)", "华北6（乌兰察布）"),
        word("cn-hangzhou", "China (Hangzhou)", "华东1（杭州）"),
        word("cn-shanghai", "China (Shanghai)", "华东2（上海）"),
        word("cn-shenzhen", "China (Shenzhen)", "华南1（深圳）"),
        word("cn-heyuan", "China (Heyuan)", "华南2（河源）"),
        word("cn-guangzhou", "China (Guangzhou)", "华南3（广州）"),
        word("cn-chengdu", "China (Chengdu)", "西南1（成都）"),
        word("cn-zhongwei", "cn-zhongwei", "cn-zhongwei"),
        word("cn-hongkong", "China (Hong Kong)", "中国（香港）"),
        word("ap-northeast-1", "Japan (Tokyo)", "日本（东京）"),
        word("ap-northeast-2", "South Korea (Seoul)", "韩国（首尔）"),
        word("ap-southeast-1", "Singapore", "新加坡"),
        word(
            "ap-southeast-3",
            "Malaysia (Kuala Lumpur)",
            "马来西亚（吉隆坡）",
        ),
        word(
            "ap-southeast-5",
            "Indonesia (Jakarta)",
            "印度尼西亚（雅加达）",
        ),
        word("ap-southeast-6", "Philippines (Manila)", "菲律宾（马尼拉）"),
        word("ap-southeast-7", "Thailand (Bangkok)", "泰国（曼谷）"),
        word("ap-southeast-8", "Malaysia (Johor)", "马来西亚（柔佛）"),
        word("us-west-1", "US (Silicon Valley)", "美国（硅谷）"),
        word("us-east-1", "US (Virginia)", "美国（弗吉尼亚）"),
        word("us-southeast-1", "us-southeast-1", "us-southeast-1"),
        word("na-south-1", "Mexico", "墨西哥"),
        word("eu-central-1", "Germany (Frankfurt)", "德国（法兰克福）"),
        word("eu-west-1", "UK (London)", "英国（伦敦）"),
        word("me-east-1", "UAE (Dubai)", "阿联酋（迪拜）"),
        word(
            "me-central-1",
            "SAU (Riyadh - Partner Region)",
            "SAU （Riyadh - Partner Region）",
        ),
        word("cn-hangzhou-finance", "cn-hangzhou-finance", "华东1 金融云"),
        word(
            "cn-shanghai-finance-1",
            "China East 2 Finance",
            "华东2 金融云",
        ),
        word(
            "cn-shenzhen-finance-1",
            "cn-shenzhen-finance-1",
            "华南1 金融云",
        ),
        word(
            "cn-beijing-finance-1",
            "China North 2 Finance",
            "华北2 金融云（邀测）",
        ),
        word("ap-southeast-2", "Australia (Sydney)", "澳大利亚（悉尼）"),
    ],
};
