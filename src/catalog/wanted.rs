//! The facts whose absence makes a rule undecided: what is wanted, and how to get it.

use crate::lang::Text;

/// A missing fact.
#[derive(Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Short name for programs.
    pub slug: &'static str,
    /// What is wanted. The hole `{object}` takes the object's name.
    pub what: Text,
    /// How to get it.
    pub how: Text,
}

macro_rules! wanted {
    ($( $(#[$meta:meta])* $name:ident = $slug:literal, $en:literal, $zh:literal; $how_en:literal, $how_zh:literal; )*) => {
        $( $(#[$meta])* pub static $name: Wanted = Wanted {
            slug: $slug,
            what: Text::new($en, $zh),
            how: Text::new($how_en, $how_zh),
        }; )*
        /// Every missing fact, in the order of this file.
        pub static ALL: &[&Wanted] = &[$(&$name),*];
    };
}

wanted! {
    /// Region of a vault or mirror.
    REGION = "region", "region of `{object}`", "`{object}` 的地域";
        "choose the region in the plan, or load the answer of DescribeVaults that lists it",
        "在方案中选择地域，或载入列出它的 DescribeVaults 返回结果";
    /// The vault behind an id.
    VAULT = "vault", "the vault behind the id `{object}`", "标识 `{object}` 所指的备份库";
        "load the answer of DescribeVaults for the region that holds it, with every page",
        "载入其所在地域的 DescribeVaults 返回结果（全部分页）";
    /// Type of a vault.
    VAULT_TYPE = "vault-type", "type of `{object}`", "`{object}` 的备份库类型";
        "look it up on the Storage Vaults page of the console", "在控制台的存储库管理页面查看";
    /// Status of a vault.
    STATUS = "status", "status of `{object}`", "`{object}` 的状态";
        "look it up on the Storage Vaults page of the console", "在控制台的存储库管理页面查看";
    /// Whether a vault is a trial vault.
    TRIAL = "trial", "whether `{object}` is a free trial, and of which source", "`{object}` 是否为免费试用及其数据源";
        "look at the Status column of the Storage Vaults page", "查看存储库管理页面的状态列";
    /// Encryption method.
    ENCRYPTION = "encryption", "encryption method of `{object}`", "`{object}` 的加密方式";
        "look it up on the vault's details page; the meaning of the API value `NONE` is not documented",
        "在备份库详情页查看；API 取值 `NONE` 的含义没有文档说明";
    /// Redundancy of a region.
    REDUNDANCY = "redundancy", "redundancy of the vaults of `{object}`", "`{object}` 备份库的冗余类型";
        "look at the vault in the console after its creation", "创建后在控制台查看该备份库";
    /// Region of a destination.
    DESTINATION_REGION = "destination-region", "region of the destination of restore `{object}`", "恢复 `{object}` 的目标地域";
        "state the region of the instance, bucket or file system", "填写目标实例、Bucket 或文件系统的地域";
    /// A destination at all.
    DESTINATION = "destination", "destination of restore `{object}`", "恢复 `{object}` 的目标";
        "state where the data goes", "填写数据恢复到哪里";
    /// Link to a destination.
    LINK = "link", "network link of restore `{object}`", "恢复 `{object}` 的网络链路";
        "state whether it goes over the Internet, a VPN or Express Connect", "填写走公网、VPN 还是高速通道";
    /// Place of a source or destination.
    PLACE = "place", "whether `{object}` stands on Alibaba Cloud or on premises", "`{object}` 位于阿里云还是本地";
        "state its place or its region", "填写位置或地域";
    /// The source behind an id.
    SOURCE = "source", "the source behind the id `{object}`", "标识 `{object}` 所指的数据源";
        "add the source to the plan", "将该数据源加入方案";
    /// The client behind an id.
    CLIENT = "client", "the client behind the id `{object}`", "标识 `{object}` 所指的客户端";
        "add the client to the plan, or load the answers of DescribeBackupClients and DescribeClients that list it",
        "将该客户端加入方案，或载入列出它的 DescribeBackupClients 与 DescribeClients 返回结果";
    /// Type of a source.
    SOURCE_TYPE = "source-type", "type of source `{object}`", "数据源 `{object}` 的类型";
        "correct the type, or check it in the console", "更正类型，或在控制台核对";
    /// Creation time of a mirror.
    CREATED_AT = "created-at", "when `{object}` is created", "`{object}` 的创建时间";
        "state when the mirror is, or was, created", "填写镜像库的创建时间";
    /// Length of the first synchronisation.
    BANDWIDTH = "bandwidth", "how long the first synchronisation of `{object}` takes", "`{object}` 首次同步需要多久";
        "state the bandwidth and the amount of history, or the progress that the console shows",
        "填写带宽与历史数据量，或控制台显示的进度";
    /// What a vault holds.
    CONTENTS = "contents", "which backups `{object}` holds", "`{object}` 中有哪些备份";
        "add its sources to the plan, or look at its backups in the console", "将其数据源加入方案，或在控制台查看其备份";
    /// Region of a key.
    KEY_REGION = "key-region", "region of key `{object}`", "密钥 `{object}` 的地域";
        "name the key by its ARN, such as `acs:kms:cn-hangzhou:…:key/…`, or add it to the plan with its region; the console of KMS shows both",
        "用 ARN 填写密钥，如 `acs:kms:cn-hangzhou:…:key/…`，或将该密钥及其地域加入方案；二者均可在 KMS 控制台查看";
    /// Length of a special retention.
    RETENTION = "retention", "retention of `{object}`", "`{object}` 的保留时间";
        "state the number of days", "填写天数";
    /// The time of judgement.
    NOW = "now", "the time at which `{object}` is judged", "判定 `{object}` 的时间";
        "give the time of judgement", "提供判定时间";
    /// What backs a source up.
    BINDING = "binding", "which vault or policy backs `{object}` up", "`{object}` 由哪个备份库或备份策略备份";
        "name its vault, list it among the sources of a policy, or load the answers of DescribePolicyBindings and DescribeBackupPlans for its region",
        "填写其备份库，将其列入备份策略的数据源，或载入其所在地域的 DescribePolicyBindings 与 DescribeBackupPlans 返回结果";
    /// The vault of a policy.
    VAULT_OF = "policy-vault", "the vault of policy `{object}`", "备份策略 `{object}` 的备份库";
        "name the vault in the rule that makes backups", "在执行备份的规则中填写备份库";
    /// The region that a policy copies to.
    COPY_REGION = "copy-region", "the region that policy `{object}` copies to", "备份策略 `{object}` 复制到的地域";
        "state the region in the rule that copies", "在执行复制的规则中填写地域";
    /// A mirror that an import may have missed.
    MIRROR = "mirror", "whether `{object}` has a copy in a region that was not loaded", "`{object}` 在未载入的地域是否有副本";
        "load the answers of DescribeVaults for every region, with every page", "载入所有地域的 DescribeVaults 返回结果（全部分页）";
    /// A word that is not known.
    VALUE = "value", "what the value of `{object}` means", "`{object}` 的取值含义";
        "correct the value, or check it in the console", "更正取值，或在控制台核对";
}
