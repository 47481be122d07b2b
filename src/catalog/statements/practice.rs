//! Statements about good practice.

use super::statements;

statements! {
    /// One copy that nobody can destroy.
    ONE_IMMUTABLE = "one-immutable",
        "backups are kept offline or immutable as well, because attackers look for the ones that they can reach",
        "备份还应离线或以不可变方式保存，因为攻击者会寻找并破坏能访问到的备份",
        [CISA_STOP_RANSOMWARE];
    /// What can be locked.
    LOCKABLE = "lockable",
        "immutable backup can be switched on for general and database vaults and for policies, but not for free-trial vaults; it cannot be switched off",
        "备份锁定可用于普通备份库、数据库备份库和备份策略，不可用于免费试用库；启用后无法关闭",
        [IMMUTABLE_BACKUP];
    /// A copy in another account.
    ANOTHER_ACCOUNT = "another-account",
        "a vault can be replicated to a replication target that another account shares, as a guard against a lost or abused account",
        "备份库可复制到其他账号共享的复制目标备份库，以防账号丢失或被滥用",
        [CROSS_ACCOUNT_REPLICATION, CISA_STOP_RANSOMWARE];
    /// Restores are tested.
    RESTORES_ARE_TESTED = "restores-are-tested",
        "backups are tested at regular times, by restoring samples of them",
        "应定期通过恢复样本数据来测试备份",
        [NIST_800_53, AWS_RESTORE_TESTS];
    /// Two rights that can be split.
    RIGHTS_SPLIT = "rights-split",
        "the service writes RAM policies that deny backups or restores on one vault, so that the two rights can be split",
        "服务可生成拒绝对某个备份库执行备份或恢复的 RAM 策略，从而拆分这两种权限",
        [GENERATE_RAM_POLICY];
    /// Groups of users.
    RIGHTS_BY_GROUPS = "rights-by-groups",
        "users are divided into groups with rights of their own, which lowers the risk of a slip such as a deletion",
        "用户按组划分并拥有各自的权限，以降低误删等风险",
        [WHAT_IS_HBR];
    /// Overdue payments.
    OVERDUE = "overdue",
        "an overdue account is stopped; its backups are kept, and billed, for 15 days and then reclaimed for good",
        "账户欠费后服务停止；备份数据保留并继续计费 15 天，随后被清理且无法恢复",
        [OVERDUE_2021];
    /// What resource plans leave out.
    RESOURCE_PLANS = "resource-plans",
        "resource plans cover storage and client fees, but neither traffic nor what exceeds them, which is charged to the balance",
        "资源包可抵扣存储和客户端费用，但不抵扣流量与超出部分，这些费用从余额扣除",
        [RESOURCE_PLANS_2021, OVERDUE_2021, BILLABLE_ITEMS];
    /// Alerts.
    ALERTS = "alerts",
        "the service notifies when a backup fails or a client is disconnected",
        "备份失败或客户端断开时，服务会发送通知",
        [WHAT_IS_HBR];
}
