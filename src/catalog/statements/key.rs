//! Statements about encryption and KMS keys.

use super::statements;

statements! {
    /// A key is named.
    KEY_IS_NAMED = "key-is-named",
        "with `KMS` the id or alias of a key is given; with `HBR_PRIVATE` a key has no effect",
        "加密方式为 `KMS` 时须填写密钥的标识或别名；为 `HBR_PRIVATE` 时密钥不起作用",
        [GO_SDK, TERRAFORM_PROVIDER, ROS_VAULT];
    /// A key belongs to a region.
    KEY_OF_THE_REGION = "key-of-the-region",
        "a KMS key belongs to one region, and a mirror vault takes a key of its own",
        "KMS 密钥只属于一个地域，镜像库使用自己的密钥",
        [GO_SDK, KMS_KEYS];
    /// The default key.
    DEFAULT_KEY_ONLY = "default-key-only",
        "the page on KMS encryption says that only the default key is supported, while the API takes any key",
        "KMS 加密页面说明仅支持默认密钥，而 API 可接受任意密钥",
        [KMS_ENCRYPTION, GO_SDK];
    /// Without its key a vault is lost.
    KEY_STOPS_VAULT = "key-stops-vault",
        "when the key of a vault is disabled or deleted, backups and restores stop and its data can no longer be recovered",
        "备份库的密钥被禁用或删除后，备份与恢复停止，其数据无法再恢复",
        [KMS_ENCRYPTION];
    /// How a key is deleted.
    KEY_DELETION = "key-deletion",
        "KMS deletes a key by schedule, 7 to 366 days ahead; until then the key cannot be used and the deletion can be cancelled; deletion protection prevents it",
        "KMS 只能提前 7 至 366 天计划删除密钥；在此期间密钥不能使用，但可以取消删除；删除保护可阻止删除",
        [KMS_KEY_FAQ];
    /// The role for KMS.
    KMS_ROLE = "kms-role",
        "encrypting a vault by KMS needs the service-linked role AliyunServiceRoleForHbrVaultEncryption, which the console asks to create",
        "使用 KMS 加密备份库需要服务关联角色 AliyunServiceRoleForHbrVaultEncryption，控制台会提示创建",
        [KMS_ENCRYPTION, SERVICE_ROLES];
    /// Encrypted tables.
    TABLE_KEYS_NOT_KEPT = "table-keys-not-kept",
        "the encryption settings of a Tablestore table are not backed up: its backups are encrypted by the method of the vault alone",
        "表格存储数据表的加密设置不会备份：其备份仅按备份库的加密方式加密",
        [TABLESTORE_TRIAL];
}
