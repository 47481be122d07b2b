//! Statements about accounts: what belongs to one, how much it may have, which roles it needs.

use super::statements;

statements! {
    /// One account.
    ONE_ACCOUNT = "one-account",
        "cross-region backup stays within one account",
        "跨地域备份仅限同一账号内",
        [CROSS_REGION_BACKUP_2026, CROSS_REGION_BACKUP_NEWEST];
    /// Another account.
    OTHER_ACCOUNT = "other-account",
        "a copy in another account is made by cross-account replication, into a replication target that this account shares",
        "另一账号中的副本须通过跨账号复制建立，由该账号共享复制目标备份库",
        [CROSS_ACCOUNT_REPLICATION];
    /// Five targets.
    FIVE_TARGETS = "five-targets",
        "since 2026 an account has at most 5 replication target vaults in one region",
        "自 2026 年起，一个账号在一个地域最多有 5 个复制目标备份库",
        [CROSS_REGION_BACKUP_2026];
    /// A hundred vaults.
    HUNDRED_VAULTS = "hundred-vaults",
        "an account can create at most 100 backup vaults",
        "一个账号最多可创建 100 个备份库",
        [GO_SDK, TYPESCRIPT_SDK];
    /// Tags.
    TAG_LIMITS = "tag-limits",
        "a vault has up to 20 tags; keys and values have at most 128 characters; a key begins neither with `aliyun` nor with `acs:`, holds neither `http://` nor `https://`, and stands once",
        "一个备份库最多有 20 个标签；键和值均不超过 128 个字符；键不能以 `aliyun` 或 `acs:` 开头，不能包含 `http://` 或 `https://`，且不能重复",
        [MANAGE_VAULTS, GO_SDK];
    /// Service-linked roles.
    SERVICE_LINKED_ROLES = "service-linked-roles",
        "each feature needs its service-linked role, such as AliyunServiceRoleForHbrOssBackup; it is created on the first use, and by hand where that fails",
        "每项功能都需要对应的服务关联角色，如 AliyunServiceRoleForHbrOssBackup；首次使用时自动创建，失败时须手动创建",
        [SERVICE_ROLES, SERVICE_ROLES_2021];
}
