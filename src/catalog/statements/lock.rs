//! Statements about immutable backup and free trials.

use super::statements;

statements! {
    /// The lock is for good.
    LOCK_IS_FOR_GOOD = "lock-is-for-good",
        "immutable backup can never be switched off; until they expire, its vault and backups can be neither deleted nor changed, whatever the permissions",
        "备份锁定开启后无法关闭；备份库和备份在过期前不能删除或更改，与权限无关",
        [IMMUTABLE_BACKUP, BACKUP_POLICIES, GO_SDK];
    /// The lock of a vault holds its copy.
    LOCK_COVERS_MIRROR = "lock-covers-mirror",
        "when a vault with immutable backup is replicated, the replicated vault and its backups are locked as well",
        "开启备份锁定的备份库若有复制，复制的备份库及其备份同样被锁定",
        [IMMUTABLE_BACKUP, BACKUP_POLICIES];
    /// Which vaults can be locked.
    LOCK_KINDS = "lock-kinds",
        "immutable backup exists for general, database and archive vaults, and not for free-trial vaults",
        "备份锁定支持普通备份库、数据库备份库和归档库，不支持免费试用备份库",
        [IMMUTABLE_BACKUP, FREE_TRIAL, GO_SDK];
    /// The lock of ECS instances.
    ECS_LOCK_FROM_NEXT_RUN = "ecs-lock-from-next-run",
        "in an ECS instance policy only the backups of the next cycle on are locked, not those that exist",
        "ECS 整机策略只锁定下一周期起的备份，不锁定已有的备份",
        [BACKUP_POLICIES];
    /// Locked vaults stay.
    LOCKED_STAYS = "locked-stays",
        "a vault with immutable backup cannot be deleted until all of its backups have expired",
        "开启备份锁定的备份库，在其全部备份过期之前不能删除",
        [STOP_BILLING, GO_SDK];
    /// A retention only grows.
    RETENTION_ONLY_GROWS = "retention-only-grows",
        "the retention of an existing backup can be lengthened and not shortened, and a permanent backup cannot be changed",
        "已有备份的保留时间可以延长，不能缩短；永久保留的备份不能更改",
        [ECS_FILE_PLAN, NAS_BACKUP];
    /// Permanent retention.
    PERMANENT_RETENTION = "permanent-retention",
        "a general policy may keep backups for good",
        "通用策略可以永久保留备份",
        [BACKUP_POLICIES];
    /// The end of a trial.
    TRIAL_ENDS = "trial-ends",
        "a free trial that is not converted stops after 30 days, and its data is deleted on the seventh day after that",
        "未转为付费的免费试用在 30 天后停止，数据在其后第七天删除",
        [FREE_TRIAL];
    /// What a trial lacks.
    TRIAL_LACKS = "trial-lacks",
        "archiving, replication, KMS encryption, immutable backup and virus detection are not available in the free trial",
        "免费试用不支持归档、复制、KMS 加密、备份锁定和病毒检测",
        [FREE_TRIAL];
    /// The vault of a trial.
    TRIAL_VAULT_STAYS = "trial-vault-stays",
        "a free trial has a fixed path, a daily run and a vault of its own, which cannot be changed after the conversion",
        "免费试用的路径固定、每天一次，并使用独立的备份库；转为付费后不能更换备份库",
        [FREE_TRIAL, NAS_BACKUP];
}
