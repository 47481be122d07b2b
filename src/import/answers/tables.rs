//! What becomes of the fields of each kind of record. Names and meanings are those of the service's API reference.

use super::build::As::{Days, Flag, Moment, No, Read, Text, Whole, Word};
use super::build::Row;

/// A policy of DescribePoliciesV2.
pub(super) const POLICY: &[Row] = &[
    Row("PolicyId", "id", Text),
    Row("PolicyName", "name", Text),
    Row("PolicyType", "type", Text),
    Row("Rules", "rules", Read),
    Row("PolicyBindingCount", "", Read),
    Row("UpdatedTime", "", Read),
    Row("BusinessStatus", "", No),
    Row("CreatedTime", "", No),
    Row("PolicyDescription", "", No),
];

/// A rule of such a policy.
pub(super) const RULE: &[Row] = &[
    Row("RuleType", "type", Text),
    Row("VaultId", "vault", Text),
    Row("Schedule", "schedule", Text),
    Row("Retention", "retentionDays", Days),
    Row("KeepLatestSnapshots", "keepLatest", Flag),
    Row("ReplicationRegionId", "replicationRegion", Text),
    Row("ArchiveDays", "archiveDays", Days),
    Row("RetentionRules", "specialRetentions", Read),
    Row("TagFilters", "tags", Read),
    Row("Immutable", "", Read),
    Row("BackupType", "", No),
    Row("ColdArchiveDays", "", No),
    Row("DataSourceFilters", "", No),
    Row("RuleId", "", No),
];

/// A special retention of such a rule.
pub(super) const SPECIAL: &[Row] = &[
    Row("AdvancedRetentionType", "type", Text),
    Row("Retention", "retentionDays", Days),
    Row("WhichSnapshot", "", No),
];

/// A tag by which such a rule chooses sources.
pub(super) const TAG: &[Row] = &[
    Row("Key", "key", Text),
    Row("Value", "value", Text),
    Row("Operator", "", Read),
];

/// A binding of DescribePolicyBindings.
pub(super) const BINDING: &[Row] = &[
    Row("PolicyBindingId", "", Read),
    Row("PolicyId", "", Read),
    Row("SourceType", "", Read),
    Row("DataSourceId", "", Read),
    Row("Source", "", Read),
    Row("Disabled", "", Read),
    Row("SpeedLimit", "", Read),
    Row("AdvancedOptions", "", Read),
    Row("CrossAccountType", "", Read),
    Row("CrossAccountUserId", "", Read),
    Row("UpdatedTime", "", Read),
    Row("CreatedByTag", "", No),
    Row("CreatedTime", "", No),
    Row("CrossAccountRoleName", "", No),
    Row("Exclude", "", No),
    Row("HitTags", "", No),
    Row("Include", "", No),
    Row("PolicyBindingDescription", "", No),
];

/// The objects of the advanced options of a binding.
pub(super) const ADVANCED: &[Row] = &[
    Row("CommonFileSystemDetail", "", Read),
    Row("CommonNasDetail", "", Read),
    Row("FileDetail", "", Read),
    Row("OssDetail", "", Read),
    Row("UdmDetail", "", Read),
];

/// What those objects hold, and the options and details of a plan, which are JSON in a text. A source's details take it.
pub(super) const OPTIONS: &[Row] = &[
    Row("AppConsistent", "appConsistent", Flag),
    Row("appConsistent", "appConsistent", Flag),
    Row("UseVSS", "vss", Flag),
    Row("ClientId", "", Read),
    Row("InventoryId", "", Read),
    // Of a plan these are read with its rule.
    Row("destinationRegionId", "", Read),
    Row("destinationRetention", "", Read),
    Row("doCopy", "", Read),
    Row("AdvPolicy", "", No),
    Row("ClusterId", "", No),
    Row("DestinationKmsKeyId", "", No),
    Row("DiskIdList", "", No),
    Row("EnableFsFreeze", "", No),
    Row("EnableWriters", "", No),
    Row("ExcludeDiskIdList", "", No),
    Row("FetchSliceSize", "", No),
    Row("FullOnIncrementFail", "", No),
    Row("IgnoreArchiveObject", "", No),
    Row("InventoryCleanupPolicy", "", No),
    Row("PostScriptPath", "", No),
    Row("PreScriptPath", "", No),
    Row("RamRoleName", "", No),
    Row("SnapshotGroup", "", No),
    Row("TimeoutInSeconds", "", No),
    Row("diskIdList", "", No),
    Row("doBackup", "", No),
    Row("enableFsFreeze", "", No),
    Row("enableWriters", "", No),
    Row("instanceName", "", No),
    Row("osName", "", No),
    Row("osNameEn", "", No),
    Row("osType", "", No),
    Row("platform", "", No),
    Row("postScriptPath", "", No),
    Row("preScriptPath", "", No),
    Row("ramRoleName", "", No),
    Row("snapshotGroup", "", No),
    Row("timeoutInSeconds", "", No),
];

/// A backup plan, of DescribeBackupPlans or DescribeHanaBackupPlans.
pub(super) const PLAN: &[Row] = &[
    Row("PlanId", "id", Text),
    Row("PlanName", "name", Text),
    Row("SpeedLimit", "speedLimit", Text),
    Row("Bucket", "", Read),
    Row("ClientId", "", Read),
    Row("ClusterId", "", Read),
    Row("CrossAccountType", "", Read),
    Row("CrossAccountUserId", "", Read),
    Row("DataSourceId", "", Read),
    Row("Detail", "", Read),
    Row("Disabled", "", Read),
    Row("FileSystemId", "", Read),
    Row("InstanceId", "", Read),
    Row("InstanceName", "", Read),
    Row("Options", "", Read),
    Row("Paths", "", Read),
    Row("Resources", "", Read),
    Row("Rules", "", Read),
    Row("SourceType", "", Read),
    Row("UpdatedTime", "", Read),
    Row("BackupSourceGroupId", "", No),
    Row("BackupType", "", No),
    Row("BusinessStatus", "", No),
    Row("ChangeListPath", "", No),
    Row("CreateTime", "", No),
    Row("CreatedByTag", "", No),
    Row("CreatedTime", "", No),
    Row("CrossAccountRoleName", "", No),
    Row("DestDataSourceDetail", "", No),
    Row("DestDataSourceId", "", No),
    Row("DestSourceType", "", No),
    Row("Edition", "", No),
    Row("Exclude", "", No),
    Row("HitTags", "", No),
    Row("Include", "", No),
    Row("InstanceGroupId", "", No),
    Row("LatestExecuteJobId", "", No),
    Row("LatestFinishJobId", "", No),
    Row("OtsDetail", "", No),
    Row("Prefix", "", No),
    Row("TrialInfo", "", No),
];

/// What only a plan of SAP HANA has.
pub(super) const HANA_PLAN: &[Row] = &[Row("BackupPrefix", "", No), Row("DatabaseName", "", No)];

/// The one rule that a plan is.
pub(super) const RULE_IN_PLAN: &[Row] = &[
    Row("VaultId", "vault", Text),
    Row("Schedule", "schedule", Text),
    Row("Retention", "retentionDays", Days),
    Row("KeepLatestSnapshots", "keepLatest", Flag),
];

/// One of several rules of a plan.
pub(super) const RULE_OF_PLAN: &[Row] = &[
    Row("Schedule", "schedule", Text),
    Row("Retention", "retentionDays", Days),
    Row("DoCopy", "doCopy", Flag),
    Row("DestinationRegionId", "replicationRegion", Text),
    Row("DestinationRetention", "replicationRetentionDays", Days),
    Row("Disabled", "", Read),
    Row("BackupType", "", No),
    Row("RuleId", "", No),
    Row("RuleName", "", No),
];

/// What the details of a plan of ECS instances say of copies. They are JSON in a text.
pub(super) const COPY: &[Row] = &[
    Row("doCopy", "doCopy", Flag),
    Row("destinationRegionId", "replicationRegion", Text),
    Row("destinationRetention", "replicationRetentionDays", Days),
];

/// A client, of DescribeClients or DescribeBackupClients. Its settings hold a password: they are not even looked at.
pub(super) const CLIENT: &[Row] = &[
    Row("ClientId", "id", Text),
    Row("ClientName", "name", Text),
    Row("InstanceName", "name", Text),
    Row("Hostname", "name", Text),
    Row("VaultId", "vault", Text),
    Row("Status", "status", Text),
    // The document's words are the console's; that of a client of SAP HANA is not among them.
    Row(
        "ClientType",
        "kind",
        Word(&[("ECS_CLIENT", Some("ecs")), ("ECS_AGENT", None)]),
    ),
    Row("ClusterId", "", Read),
    Row("InstanceId", "", Read),
    Row("UpdatedTime", "", Read),
    Row("AlertSetting", "", No),
    Row("Appliance", "", No),
    Row("ArchType", "", No),
    Row("BackupStatus", "", No),
    Row("ClientVersion", "", No),
    Row("CreatedTime", "", No),
    Row("HeartBeatTime", "", No),
    Row("LastHeartBeatTime", "", No),
    Row("MaxClientVersion", "", No),
    Row("MaxVersion", "", No),
    Row("NetworkType", "", No),
    Row("OsType", "", No),
    Row("PrivateIpV4", "", No),
    Row("Settings", "", No),
    Row("StatusMessage", "", No),
    Row("Tags", "", No),
    Row("UseHttps", "", No),
    Row("ZoneId", "", No),
];

/// A restore job of DescribeRestoreJobs2.
pub(super) const RESTORE: &[Row] = &[
    Row("RestoreId", "id", Text),
    Row("VaultId", "from", Text),
    Row("RestoreType", "type", Text),
    Row("StartTime", "at", Moment),
    Row("CreatedTime", "at", Moment),
    Row("SourceInstanceId", "", Read),
    Row("SourceResourceId", "", Read),
    Row("SourceType", "", Read),
    Row("Status", "", Read),
    Row("UdmDetail", "", Read),
    Row("UpdatedTime", "", Read),
    Row("ActualBytes", "", No),
    Row("ActualItems", "", No),
    Row("BytesDone", "", No),
    Row("BytesTotal", "", No),
    Row("ClusterId", "", No),
    Row("CompleteTime", "", No),
    Row("CrossAccountRoleName", "", No),
    Row("CrossAccountType", "", No),
    Row("CrossAccountUserId", "", No),
    Row("ErrorFile", "", No),
    Row("ErrorMessage", "", No),
    Row("Exclude", "", No),
    Row("ExpireTime", "", No),
    Row("FailbackDetail", "", No),
    Row("Include", "", No),
    Row("ItemsDone", "", No),
    Row("ItemsTotal", "", No),
    Row("MeteringBytesDone", "", No),
    Row("MeteringBytesTotal", "", No),
    Row("Options", "", No),
    Row("OtsDetail", "", No),
    Row("ParentId", "", No),
    Row("Progress", "", No),
    Row("Report", "", No),
    Row("SnapshotHash", "", No),
    Row("SnapshotId", "", No),
    Row("Speed", "", No),
    Row("StorageClass", "", No),
    Row("TargetCreateTime", "", No),
    Row("TargetDataSourceId", "", No),
    Row("TargetPrefix", "", No),
    Row("TargetTableName", "", No),
    Row("TargetTime", "", No),
];

/// Where such a job puts its data.
pub(super) const DESTINATION: &[Row] = &[
    Row("TargetBucket", "resource", Text),
    Row("TargetFileSystemId", "resource", Text),
    Row("TargetInstanceId", "resource", Text),
    Row("TargetInstanceName", "resource", Text),
    Row("TargetClientId", "client", Text),
    Row("TargetPath", "folder", Text),
];

/// The same for an ECS instance, as JSON in a text.
pub(super) const CLONE: &[Row] = &[Row("targetInstanceId", "resource", Text)];

/// A resource of ListProtectedResources. The unit of its size is not documented.
pub(super) const PROTECTED: &[Row] = &[
    Row("ResourceRegionId", "region", Text),
    Row("ResourceOwnerId", "account", Text),
    Row("SnapshotCount", "backups", Whole(1_000_000_000)),
    Row("ProtectedResourceId", "", Read),
    Row("ResourceId", "", Read),
    Row("SourceType", "", Read),
    Row("BackupPlanCount", "", No),
    Row("CreatedByProduct", "", No),
    Row("ProtectedDataSize", "", No),
];

/// An instance of DescribeHanaInstances.
pub(super) const HANA: &[Row] = &[
    Row("HanaName", "name", Text),
    Row("VaultId", "vault", Text),
    Row("ClusterId", "", Read),
    Row("CrossAccountType", "", Read),
    Row("CrossAccountUserId", "", Read),
    Row("AlertSetting", "", No),
    Row("CrossAccountRoleName", "", No),
    Row("Host", "", No),
    Row("InstanceNumber", "", No),
    Row("ResourceGroupId", "", No),
    Row("Status", "", No),
    Row("StatusMessage", "", No),
    Row("Tags", "", No),
    Row("UseSsl", "", No),
    Row("UserName", "", No),
    Row("ValidateCertificate", "", No),
];

/// A region of DescribeRegions.
pub(super) const REGION: &[Row] = &[
    Row("RegionId", "", Read),
    Row("LocalName", "", No),
    Row("RegionEndpoint", "", No),
];

/// A role of DescribeCrossAccounts.
pub(super) const ACCOUNT: &[Row] = &[
    Row("Id", "", Read),
    Row("Alias", "", No),
    Row("CreatedTime", "", No),
    Row("CrossAccountRoleName", "", No),
    Row("CrossAccountType", "", No),
    Row("CrossAccountUserId", "", No),
    Row("OwnerId", "", No),
    Row("UpdatedTime", "", Read),
];
