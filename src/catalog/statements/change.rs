//! Statements about changes.

use super::statements;

statements! {
    /// The mirror goes first.
    MIRROR_BEFORE_SOURCE = "mirror-before-source",
        "the mirror has to be deleted before its source vault can be; the API refuses the wrong order with CannotDeleteReplicationSourceVault",
        "必须先删除镜像库才能删除其源备份库；顺序错误时 API 返回 CannotDeleteReplicationSourceVault",
        [MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA, REMOTE_BACKUP_2020, CROSS_REGION_BACKUP, STOP_BILLING, TERRAFORM_PROVIDER];
    /// Switching off by deletion.
    SWITCH_OFF_BY_DELETION = "switch-off-by-deletion",
        "up to the mirror-vault edition cross-region backup is switched off by deleting the mirror, and its data is lost for good",
        "截至镜像库版本，关闭跨地域备份的方法是删除镜像库，其数据随之永久丢失",
        [CROSS_REGION_BACKUP];
    /// Stopping replication keeps the copy.
    STOP_KEEPS_COPY = "stop-keeps-copy",
        "since 2026 stopping the replication keeps the target as a vault of its own",
        "自 2026 年起，停止复制后，目标库作为独立备份库保留",
        [CROSS_REGION_BACKUP_2026, VAULT_REPLICATION_API];
    /// Deleting a vault deletes its backups.
    DELETION_IS_FINAL = "deletion-is-final",
        "deleting a vault deletes the backups in it, and they cannot be restored",
        "删除备份库会删除其中的备份数据，且无法恢复",
        [CROSS_REGION_BACKUP, GO_SDK, STORAGE_VAULTS_2021];
    /// Objects have ids.
    OBJECTS_HAVE_IDS = "objects-have-ids",
        "the service gives each vault, client and plan an id of its own",
        "服务为每个备份库、客户端和计划分配各自的标识",
        [DESCRIBE_VAULTS, GO_SDK];
    /// Objects name each other by id.
    NAMED_BY_ID = "named-by-id",
        "calls that join objects name the other one by its id, which has to exist",
        "关联对象的调用以标识引用另一对象，该对象必须存在",
        [VAULT_REPLICATION_API, GO_SDK];
    /// The vendor's words.
    API_WORDS = "api-words",
        "types, statuses, methods and classes are fixed words of the API; answers may also hold NONE as encryption method, and no page says what that means",
        "类型、状态、方式和类别在 API 中都是固定的词；返回结果的加密方式还可能是 NONE，但没有页面说明其含义",
        [GO_SDK, DESCRIBE_VAULTS];
    /// Young vaults stay.
    YOUNG_VAULT_STAYS = "young-vault-stays",
        "a vault cannot be deleted in the two hours after its creation, nor while it is INITIALIZING",
        "备份库创建后两小时内，以及处于 INITIALIZING 状态时，不能删除",
        [GO_SDK];
    /// Policies go before vaults.
    POLICY_BEFORE_VAULT = "policy-before-vault",
        "a vault that a policy is bound to cannot be deleted until the policy is removed; the API refuses it with VaultBoundPolicyCannotBeDeleted",
        "绑定了备份策略的备份库须先移除备份策略才能删除；否则 API 返回 VaultBoundPolicyCannotBeDeleted",
        [STOP_BILLING, TERRAFORM_PROVIDER];
    /// Deleting a client deletes backups.
    CLIENT_TAKES_BACKUPS = "client-takes-backups",
        "deleting a backup client deletes its plans, jobs and backups; one that was heard of within the last hour cannot be deleted",
        "删除备份客户端会删除其计划、任务和备份；一小时内有心跳的客户端不能删除",
        [GO_SDK];
    /// The older call.
    OLD_CALL = "old-call",
        "CreateReplicationVault is deprecated: the target is made with CreateVault and joined with CreateVaultReplication, in the target's region",
        "CreateReplicationVault 已弃用：在目标备份库所在地域用 CreateVault 创建目标备份库，再用 CreateVaultReplication 关联",
        [CREATE_REPLICATION_VAULT, VAULT_REPLICATION_API];
}
