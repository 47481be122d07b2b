//! The plans of the folder `examples`: what each is called, what there is to see in it and what to try. Most are
//! lessons with one deliberate fault.

use crate::lang::Text;

/// An example.
#[derive(Debug)]
pub struct Example {
    /// Name of its file in `examples`, without the ending.
    pub slug: &'static str,
    /// What it is called.
    pub title: Text,
    /// What to look at, in sentences.
    pub look: Text,
    /// What to try, in sentences.
    pub attempt: Text,
    /// Slug of the one rule that a lesson breaks; `None` for a plan that breaks none, or several.
    pub rule: Option<&'static str>,
}

/// All examples, in the order in which they are offered.
pub static EXAMPLES: [Example; 14] = [
    Example {
        slug: "hangzhou-shanghai",
        title: Text::new("Hangzhou to Shanghai", "杭州至上海"),
        look: Text::new(
            "A vault and its mirror: the smallest plan that keeps every rule.",
            "一个备份库及其镜像库：遵守所有规则的最小方案。",
        ),
        attempt: Text::new(
            "Change the region of the mirror to that of the vault, then undo.",
            "将镜像库的地域改为备份库的地域，然后撤销。",
        ),
        rule: None,
    },
    Example {
        slug: "three-vaults",
        title: Text::new("Three vaults", "三个备份库"),
        look: Text::new(
            "A trading company as one meets it: KMS keys, VMware, NAS, and restores for a drill.",
            "贴近实际的贸易公司环境：KMS 密钥、VMware、NAS 与演练恢复。",
        ),
        attempt: Text::new(
            "Find out which part of the drill in Shanghai would fail, and why.",
            "找出上海演练中会失败的部分及其原因。",
        ),
        rule: None,
    },
    Example {
        slug: "cost-of-a-mirror",
        title: Text::new("What a mirror costs", "镜像库的成本"),
        look: Text::new(
            "A publisher's plan with sizes and daily change: what it costs, month by month, with a range.",
            "出版社的方案，含数据量与每日变化量：逐月的成本及其范围。",
        ),
        attempt: Text::new(
            "Open Cost and enter your rate of replication traffic: the priced subtotal becomes a total.",
            "打开“成本”，填入您的复制流量单价：已计价小计随即变为总计。",
        ),
        rule: None,
    },
    Example {
        slug: "broken-pair",
        title: Text::new("A pair that is refused", "会被拒绝的配对"),
        look: Text::new(
            "Same region, second mirror, other encryption: three refusals in one plan.",
            "同地域、第二个镜像库、加密不一致：一个方案中的三处拒绝。",
        ),
        attempt: Text::new(
            "Delete the second mirror: one of the three findings stays.",
            "删除第二个镜像库：三项结果中仍有一项。",
        ),
        rule: None,
    },
    Example {
        slug: "mirror-in-the-same-region",
        title: Text::new("A copy beside the original", "与原件同处的副本"),
        look: Text::new(
            "An online shop mirrors its orders into the region in which they are made.",
            "网店把订单镜像到订单所在的同一地域。",
        ),
        attempt: Text::new(
            "Take the offered fix, and see which sources then survive the loss of Hangzhou.",
            "采用所给的修复，看看杭州不可用时哪些数据源得以保全。",
        ),
        rule: Some("mirror-same-region"),
    },
    Example {
        slug: "encryption-mismatch",
        title: Text::new(
            "A mirror without its source's encryption",
            "与源加密不一致的镜像库",
        ),
        look: Text::new(
            "A hospital encrypts patients' records with a key of its own; the mirror does not.",
            "医院用自有密钥加密病历，镜像库却没有。",
        ),
        attempt: Text::new(
            "Choose KMS for the mirror. Then it needs a key of Shanghai, which the plan does not have yet.",
            "为镜像库选择 KMS。此时需要上海的密钥，而方案中还没有。",
        ),
        rule: Some("mirror-encryption-mismatch"),
    },
    Example {
        slug: "key-of-another-region",
        title: Text::new("One key for two regions", "两个地域共用一个密钥"),
        look: Text::new(
            "An insurer names the key of Shanghai for the mirror in Hangzhou. Keys belong to a region.",
            "保险公司为杭州的镜像库填写了上海的密钥。密钥属于地域。",
        ),
        attempt: Text::new(
            "Give the mirror `alias/claims-hangzhou`, the key that waits for it.",
            "为镜像库填写已备好的密钥 `alias/claims-hangzhou`。",
        ),
        rule: Some("kms-key-wrong-region"),
    },
    Example {
        slug: "database-vault",
        title: Text::new("A mirror of a database vault", "数据库备份库的镜像库"),
        look: Text::new(
            "A haulier mirrors files and databases alike. A database vault may have no mirror.",
            "物流公司对文件和数据库一视同仁地镜像。数据库备份库不能有镜像库。",
        ),
        attempt: Text::new(
            "Delete the mirror of the database vault, and look at what is then without a copy elsewhere.",
            "删除数据库备份库的镜像库，看看哪些数据因此没有异地副本。",
        ),
        rule: Some("mirror-source-database-vault"),
    },
    Example {
        slug: "vmware-from-mirror",
        title: Text::new("A drill that would fail", "会失败的演练"),
        look: Text::new(
            "A machine maker wants a VMware machine back from the mirror. Only its source vault gives it back.",
            "机械制造商想从镜像库恢复 VMware 虚拟机，但只有源备份库才能恢复它。",
        ),
        attempt: Text::new(
            "Compare the two restores of the drill: the drawings come back, the machine does not.",
            "比较演练中的两项恢复：图纸可以恢复，虚拟机不能。",
        ),
        rule: Some("restore-vmware-from-mirror"),
    },
    Example {
        slug: "hana-unregistered",
        title: Text::new(
            "SAP HANA that the mirror does not know",
            "未注册到镜像库的 SAP HANA",
        ),
        look: Text::new(
            "A supplier's second SAP HANA stands ready in Shanghai, but was never registered with the mirror.",
            "供应商的第二套 SAP HANA 已在上海就绪，却从未注册到镜像库。",
        ),
        attempt: Text::new(
            "Take the offered fix, and read which steps it stands for in the console.",
            "采用所给的修复，并查看它对应控制台中的哪些步骤。",
        ),
        rule: Some("restore-hana-unregistered"),
    },
    Example {
        slug: "shorter-copy",
        title: Text::new("A copy that is gone too soon", "过早消失的副本"),
        look: Text::new(
            "A publisher keeps backups of a server for 90 days, and their copies in Shanghai for 30.",
            "出版社的服务器备份保留 90 天，上海的副本只保留 30 天。",
        ),
        attempt: Text::new(
            "Set the retention of the copies to 90 days. It is a warning: the service itself would not object.",
            "将副本的保留时间设为 90 天。这是警告：服务本身不会拒绝。",
        ),
        rule: Some("remote-retention-shorter"),
    },
    Example {
        slug: "delete-in-the-wrong-order",
        title: Text::new("Deleted in the wrong order", "删除顺序有误"),
        look: Text::new(
            "A bank takes an old vault down and forgets that a mirror still copies it.",
            "银行要删除旧备份库，却忘了仍有镜像库在复制它。",
        ),
        attempt: Text::new(
            "Take the offered fix: a step that deletes the mirror comes first, with what is lost by it.",
            "采用所给的修复：先增加删除镜像库的步骤，并说明会失去什么。",
        ),
        rule: Some("delete-source-before-mirror"),
    },
    Example {
        slug: "trial-vault",
        title: Text::new("A mirror of a free trial", "免费试用的镜像库"),
        look: Text::new(
            "A start-up mirrors the vault of its OSS trial. Trials of OSS and NAS may have no mirror.",
            "初创公司镜像了 OSS 免费试用的备份库。OSS 和 NAS 的免费试用不能有镜像库。",
        ),
        attempt: Text::new(
            "Make it a paid vault: the mirror is allowed at once.",
            "将其转为付费备份库：即可创建镜像库。",
        ),
        rule: Some("mirror-source-trial-oss-nas"),
    },
    Example {
        slug: "second-mirror-by-policy",
        title: Text::new("A second mirror by policy", "策略带来的第二个镜像库"),
        look: Text::new(
            "A media house has a mirror. A policy with a replication rule asks for another one.",
            "媒体公司已有镜像库，而一条带复制规则的策略又要求另一个。",
        ),
        attempt: Text::new(
            "Send the policy's copies to Shanghai, where the mirror is: both then mean the same one.",
            "让策略复制到镜像库所在的上海：两者便指同一个镜像库。",
        ),
        rule: Some("mirror-more-than-one"),
    },
];
