//! The peer of the measurement: the document as plain owned structs that hold every field, read by serde_json.
//! Written out on purpose, as somebody would write it who does not know the engine.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Origin {
    #[serde(rename = "file")]
    pub(crate) file: Option<String>,
    #[serde(rename = "pointer")]
    pub(crate) pointer: Option<String>,
    #[serde(rename = "name")]
    pub(crate) name: Option<String>,
    #[serde(rename = "resource")]
    pub(crate) resource: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tag {
    #[serde(rename = "key")]
    pub(crate) name: String,
    #[serde(rename = "value")]
    pub(crate) value: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KmsKey {
    #[serde(rename = "id")]
    pub(crate) id: String,
    #[serde(rename = "alias")]
    pub(crate) alias: Option<String>,
    #[serde(rename = "region")]
    pub(crate) region: Option<String>,
    #[serde(rename = "account")]
    pub(crate) account: Option<String>,
    #[serde(rename = "state")]
    pub(crate) state: Option<String>,
    #[serde(rename = "default")]
    pub(crate) is_default: Option<bool>,
    #[serde(rename = "deletionProtection")]
    pub(crate) protected: Option<bool>,
    #[serde(rename = "origin")]
    pub(crate) origin: Option<Origin>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessRole {
    #[serde(rename = "name")]
    pub(crate) name: String,
    #[serde(rename = "account")]
    pub(crate) account: Option<String>,
    #[serde(default, rename = "rights")]
    pub(crate) rights: Vec<String>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Range {
    #[serde(rename = "expected")]
    pub(crate) expected: f64,
    #[serde(rename = "low")]
    pub(crate) low: Option<f64>,
    #[serde(rename = "high")]
    pub(crate) high: Option<f64>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sizing {
    #[serde(rename = "dailyChangePercent")]
    pub(crate) daily_change_percent: Option<Range>,
    #[serde(rename = "sameBlocksPercent")]
    pub(crate) same_blocks_percent: Option<Range>,
    #[serde(rename = "growthPercentPerMonth")]
    pub(crate) growth_percent: Option<Range>,
    #[serde(rename = "attachedGiB")]
    pub(crate) attached_gib: Option<u64>,
    #[serde(rename = "allocatedGB")]
    pub(crate) allocated_gb: Option<u64>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResourcePlan {
    #[serde(rename = "item")]
    pub(crate) item: String,
    #[serde(rename = "capacity")]
    pub(crate) capacity: Option<f64>,
    #[serde(rename = "pricePerMonth")]
    pub(crate) price_per_month: Option<f64>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tier {
    #[serde(rename = "from")]
    pub(crate) from: f64,
    #[serde(rename = "price")]
    pub(crate) price: Option<f64>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RateSource {
    #[serde(rename = "title")]
    pub(crate) title: Option<String>,
    #[serde(rename = "address")]
    pub(crate) address: Option<String>,
    #[serde(rename = "date")]
    pub(crate) date: Option<String>,
    #[serde(rename = "read")]
    pub(crate) read: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rate {
    #[serde(rename = "item")]
    pub(crate) item: String,
    #[serde(rename = "sameAs")]
    pub(crate) same_as: Option<String>,
    #[serde(rename = "price")]
    pub(crate) price: Option<f64>,
    #[serde(default, rename = "tiers")]
    pub(crate) tiers: Vec<Tier>,
    #[serde(rename = "currency")]
    pub(crate) currency: Option<String>,
    #[serde(rename = "unit")]
    pub(crate) unit: Option<String>,
    #[serde(default, rename = "regions")]
    pub(crate) regions: Vec<String>,
    #[serde(rename = "freeQuota")]
    pub(crate) free_quota: Option<f64>,
    #[serde(rename = "freeDays")]
    pub(crate) free_days: Option<u64>,
    #[serde(rename = "source")]
    pub(crate) source: Option<RateSource>,
    #[serde(rename = "confidence")]
    pub(crate) confidence: Option<String>,
    #[serde(rename = "listPrice")]
    pub(crate) list_price: Option<f64>,
    #[serde(rename = "entered")]
    pub(crate) entered: Option<String>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
    #[serde(rename = "noteZh")]
    pub(crate) note_zh: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Estimate {
    #[serde(rename = "book")]
    pub(crate) book: Option<String>,
    #[serde(rename = "months")]
    pub(crate) months: Option<u64>,
    #[serde(rename = "start")]
    pub(crate) start: Option<String>,
    #[serde(rename = "dailyChangePercent")]
    pub(crate) daily_change_percent: Option<Range>,
    #[serde(rename = "sameBlocksPercent")]
    pub(crate) same_blocks_percent: Option<Range>,
    #[serde(rename = "growthPercentPerMonth")]
    pub(crate) growth_percent: Option<Range>,
    #[serde(rename = "reductionRatio")]
    pub(crate) reduction_ratio: Option<Range>,
    #[serde(rename = "offPeakPercent")]
    pub(crate) off_peak_percent: Option<f64>,
    #[serde(default, rename = "rates")]
    pub(crate) rates: Vec<Rate>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Billing {
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
    #[serde(rename = "resourcePlans")]
    pub(crate) resource_plans: Option<bool>,
    #[serde(rename = "balanceAlert")]
    pub(crate) balance_alert: Option<bool>,
    #[serde(default, rename = "plans")]
    pub(crate) plans: Vec<ResourcePlan>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeverityChoice {
    #[serde(rename = "rule")]
    pub(crate) rule: String,
    #[serde(rename = "severity")]
    pub(crate) severity: String,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Suppression {
    #[serde(rename = "rule")]
    pub(crate) rule: String,
    #[serde(rename = "reason")]
    pub(crate) reason: String,
    #[serde(rename = "object")]
    pub(crate) object: Option<String>,
    #[serde(rename = "owner")]
    pub(crate) owner: Option<String>,
    #[serde(rename = "until")]
    pub(crate) until: Option<String>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    #[serde(default, rename = "severities")]
    pub(crate) severities: Vec<SeverityChoice>,
    #[serde(default, rename = "suppressions")]
    pub(crate) suppressions: Vec<Suppression>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answer {
    #[serde(rename = "file")]
    pub(crate) file: Option<String>,
    #[serde(rename = "operation")]
    pub(crate) operation: Option<String>,
    #[serde(default, rename = "regions")]
    pub(crate) regions: Vec<String>,
    #[serde(rename = "total")]
    pub(crate) total: Option<u64>,
    #[serde(rename = "listed")]
    pub(crate) listed: Option<u64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trial {
    #[serde(rename = "source")]
    pub(crate) source: Option<String>,
    #[serde(rename = "expiresAt")]
    pub(crate) expires_at: Option<String>,
    #[serde(rename = "payAfter")]
    pub(crate) pay_after: Option<bool>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vault {
    #[serde(rename = "id")]
    pub(crate) id: String,
    #[serde(rename = "name")]
    pub(crate) name: Option<String>,
    #[serde(rename = "region")]
    pub(crate) region: Option<String>,
    #[serde(rename = "account")]
    pub(crate) account: Option<String>,
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    #[serde(rename = "status")]
    pub(crate) status: Option<String>,
    #[serde(rename = "redundancy")]
    pub(crate) redundancy: Option<String>,
    #[serde(rename = "encryption")]
    pub(crate) encryption: Option<String>,
    #[serde(rename = "kmsKey")]
    pub(crate) kms_key: Option<String>,
    #[serde(rename = "storageClass")]
    pub(crate) storage_class: Option<String>,
    #[serde(rename = "chargeType")]
    pub(crate) charge_type: Option<String>,
    #[serde(rename = "description")]
    pub(crate) description: Option<String>,
    #[serde(rename = "trial")]
    pub(crate) trial: Option<Trial>,
    #[serde(rename = "locked")]
    pub(crate) locked: Option<bool>,
    #[serde(rename = "storedGB")]
    pub(crate) stored_gb: Option<u64>,
    #[serde(rename = "reductionRatio")]
    pub(crate) reduction_ratio: Option<Box<Range>>,
    #[serde(default, rename = "sourceTypes")]
    pub(crate) source_types: Vec<String>,
    #[serde(default, rename = "tags")]
    pub(crate) tags: Vec<Tag>,
    #[serde(rename = "critical")]
    pub(crate) critical: Option<bool>,
    #[serde(default, rename = "contradictions")]
    pub(crate) contradictions: Vec<String>,
    #[serde(rename = "createdAt")]
    pub(crate) created_at: Option<String>,
    #[serde(default, rename = "unknown")]
    pub(crate) unknown: Vec<String>,
    #[serde(rename = "origin")]
    pub(crate) origin: Option<Origin>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mirror {
    #[serde(rename = "id")]
    pub(crate) id: String,
    #[serde(rename = "source")]
    pub(crate) source: String,
    #[serde(rename = "name")]
    pub(crate) name: Option<String>,
    #[serde(rename = "region")]
    pub(crate) region: Option<String>,
    #[serde(rename = "sourceRegion")]
    pub(crate) source_region: Option<String>,
    #[serde(rename = "account")]
    pub(crate) account: Option<String>,
    #[serde(rename = "enabledBy")]
    pub(crate) way: Option<String>,
    #[serde(rename = "status")]
    pub(crate) status: Option<String>,
    #[serde(rename = "redundancy")]
    pub(crate) redundancy: Option<String>,
    #[serde(rename = "encryption")]
    pub(crate) encryption: Option<String>,
    #[serde(rename = "kmsKey")]
    pub(crate) kms_key: Option<String>,
    #[serde(rename = "description")]
    pub(crate) description: Option<String>,
    #[serde(rename = "schedule")]
    pub(crate) schedule: Option<String>,
    #[serde(rename = "backupPlans")]
    pub(crate) backup_plans: Option<u64>,
    #[serde(rename = "historyGB")]
    pub(crate) history_gb: Option<u64>,
    #[serde(rename = "bandwidthMbps")]
    pub(crate) bandwidth_mbps: Option<u64>,
    #[serde(rename = "historyPercent")]
    pub(crate) history_percent: Option<u64>,
    #[serde(rename = "crossAccount")]
    pub(crate) cross_account: Option<bool>,
    #[serde(default, rename = "tags")]
    pub(crate) tags: Vec<Tag>,
    #[serde(default, rename = "contradictions")]
    pub(crate) contradictions: Vec<String>,
    #[serde(rename = "createdAt")]
    pub(crate) created_at: Option<String>,
    #[serde(default, rename = "unknown")]
    pub(crate) unknown: Vec<String>,
    #[serde(rename = "origin")]
    pub(crate) origin: Option<Origin>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Client {
    #[serde(rename = "id")]
    pub(crate) id: String,
    #[serde(rename = "name")]
    pub(crate) name: Option<String>,
    #[serde(rename = "kind")]
    pub(crate) kind: Option<String>,
    #[serde(rename = "vault")]
    pub(crate) vault: Option<String>,
    #[serde(rename = "status")]
    pub(crate) status: Option<String>,
    #[serde(rename = "region")]
    pub(crate) region: Option<String>,
    #[serde(rename = "memoryGB")]
    pub(crate) memory_gb: Option<u64>,
    #[serde(rename = "origin")]
    pub(crate) origin: Option<Origin>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Objectives {
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
    #[serde(rename = "rpoMinutes")]
    pub(crate) rpo_minutes: Option<u64>,
    #[serde(rename = "remoteRpoMinutes")]
    pub(crate) remote_rpo_minutes: Option<u64>,
    #[serde(rename = "rtoMinutes")]
    pub(crate) rto_minutes: Option<u64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Details {
    #[serde(rename = "storageClass")]
    pub(crate) storage_class: Option<String>,
    #[serde(rename = "objects")]
    pub(crate) objects: Option<u64>,
    #[serde(rename = "inventory")]
    pub(crate) inventory: Option<bool>,
    #[serde(rename = "files")]
    pub(crate) files: Option<u64>,
    #[serde(rename = "filesInDirectory")]
    pub(crate) files_in_directory: Option<u64>,
    #[serde(rename = "smbAcl")]
    pub(crate) smb_acl: Option<bool>,
    #[serde(default, rename = "paths")]
    pub(crate) paths: Vec<String>,
    #[serde(rename = "vss")]
    pub(crate) vss: Option<bool>,
    #[serde(rename = "essential")]
    pub(crate) essential: Option<String>,
    #[serde(default, rename = "disks")]
    pub(crate) disks: Vec<String>,
    #[serde(rename = "appConsistent")]
    pub(crate) app_consistent: Option<bool>,
    #[serde(rename = "appScripts")]
    pub(crate) app_scripts: Option<bool>,
    #[serde(rename = "ownKey")]
    pub(crate) own_key: Option<bool>,
    #[serde(rename = "inContainer")]
    pub(crate) in_container: Option<bool>,
    #[serde(rename = "instancesOnHost")]
    pub(crate) instances: Option<u64>,
    #[serde(rename = "link")]
    pub(crate) link: Option<String>,
    #[serde(rename = "vmSnapshots")]
    pub(crate) vm_snapshots: Option<bool>,
    #[serde(rename = "sharedScsi")]
    pub(crate) shared_scsi: Option<bool>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    #[serde(rename = "id")]
    pub(crate) id: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(rename = "name")]
    pub(crate) name: Option<String>,
    #[serde(rename = "vault")]
    pub(crate) vault: Option<String>,
    #[serde(rename = "place")]
    pub(crate) place: Option<String>,
    #[serde(rename = "region")]
    pub(crate) region: Option<String>,
    #[serde(rename = "account")]
    pub(crate) account: Option<String>,
    #[serde(rename = "os")]
    pub(crate) os: Option<String>,
    #[serde(rename = "desktop")]
    pub(crate) desktop: Option<bool>,
    #[serde(rename = "intermediateHost")]
    pub(crate) intermediate_host: Option<String>,
    #[serde(rename = "client")]
    pub(crate) client: Option<String>,
    #[serde(rename = "resource")]
    pub(crate) resource: Option<String>,
    #[serde(rename = "sizeGB")]
    pub(crate) size_gb: Option<u64>,
    #[serde(rename = "critical")]
    pub(crate) critical: Option<bool>,
    #[serde(rename = "sizing")]
    pub(crate) sizing: Option<Box<Sizing>>,
    #[serde(rename = "objectives")]
    pub(crate) objectives: Option<Objectives>,
    #[serde(rename = "details")]
    pub(crate) details: Option<Details>,
    #[serde(rename = "backups")]
    pub(crate) backups: Option<u64>,
    #[serde(rename = "gone")]
    pub(crate) gone: Option<bool>,
    #[serde(rename = "createdAt")]
    pub(crate) created_at: Option<String>,
    #[serde(rename = "origin")]
    pub(crate) origin: Option<Origin>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SpecialRetention {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
    #[serde(rename = "retentionDays")]
    pub(crate) days: Option<u64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PolicyRule {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(rename = "vault")]
    pub(crate) vault: Option<String>,
    #[serde(rename = "schedule")]
    pub(crate) schedule: Option<String>,
    #[serde(rename = "retentionDays")]
    pub(crate) retention_days: Option<u64>,
    #[serde(rename = "permanent")]
    pub(crate) permanent: Option<bool>,
    #[serde(default, rename = "specialRetentions")]
    pub(crate) special_retentions: Vec<SpecialRetention>,
    #[serde(rename = "keepLatest")]
    pub(crate) keep_latest: Option<bool>,
    #[serde(rename = "runMinutes")]
    pub(crate) run_minutes: Option<u64>,
    #[serde(rename = "doCopy")]
    pub(crate) copies: Option<bool>,
    #[serde(rename = "replicationRegion")]
    pub(crate) replication_region: Option<String>,
    #[serde(rename = "replicationRetentionDays")]
    pub(crate) replication_days: Option<u64>,
    #[serde(rename = "replicationArchiveDays")]
    pub(crate) replication_archive_days: Option<u64>,
    #[serde(default, rename = "tags")]
    pub(crate) tags: Vec<Tag>,
    #[serde(rename = "archiveDays")]
    pub(crate) archive_days: Option<u64>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Policy {
    #[serde(rename = "id")]
    pub(crate) id: String,
    #[serde(rename = "name")]
    pub(crate) name: Option<String>,
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    #[serde(default, rename = "sources")]
    pub(crate) sources: Vec<String>,
    #[serde(default, rename = "rules")]
    pub(crate) rules: Vec<PolicyRule>,
    #[serde(rename = "legacy")]
    pub(crate) legacy: Option<bool>,
    #[serde(rename = "locked")]
    pub(crate) locked: Option<bool>,
    #[serde(rename = "virusDetection")]
    pub(crate) virus_detection: Option<bool>,
    #[serde(rename = "speedLimit")]
    pub(crate) speed_limit: Option<String>,
    #[serde(rename = "origin")]
    pub(crate) origin: Option<Origin>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Destination {
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    #[serde(rename = "place")]
    pub(crate) place: Option<String>,
    #[serde(rename = "region")]
    pub(crate) region: Option<String>,
    #[serde(rename = "resource")]
    pub(crate) resource: Option<String>,
    #[serde(rename = "client")]
    pub(crate) client: Option<String>,
    #[serde(default, rename = "registeredWith")]
    pub(crate) registered_with: Vec<String>,
    #[serde(rename = "folder")]
    pub(crate) folder: Option<String>,
    #[serde(rename = "account")]
    pub(crate) account: Option<String>,
    #[serde(rename = "secondaryIndex")]
    pub(crate) secondary_index: Option<bool>,
    #[serde(rename = "running")]
    pub(crate) running: Option<bool>,
    #[serde(rename = "link")]
    pub(crate) link: Option<String>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Restore {
    #[serde(rename = "id")]
    pub(crate) id: String,
    #[serde(rename = "source")]
    pub(crate) source: String,
    #[serde(rename = "from")]
    pub(crate) from: String,
    #[serde(rename = "name")]
    pub(crate) name: Option<String>,
    #[serde(rename = "to")]
    pub(crate) to: Option<Destination>,
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    #[serde(rename = "at")]
    pub(crate) at: Option<String>,
    #[serde(default, rename = "differingSettings")]
    pub(crate) differing_settings: Vec<String>,
    #[serde(rename = "fullBackupAfter")]
    pub(crate) full_backup_after: Option<bool>,
    #[serde(rename = "origin")]
    pub(crate) origin: Option<Origin>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Change {
    #[serde(rename = "do")]
    pub(crate) kind: String,
    #[serde(rename = "object")]
    pub(crate) object: String,
    #[serde(rename = "id")]
    pub(crate) id: Option<String>,
    #[serde(rename = "region")]
    pub(crate) region: Option<String>,
    #[serde(rename = "encryption")]
    pub(crate) encryption: Option<String>,
    #[serde(rename = "kmsKey")]
    pub(crate) kms_key: Option<String>,
    #[serde(rename = "retentionDays")]
    pub(crate) retention_days: Option<u64>,
    #[serde(rename = "policy")]
    pub(crate) policy: Option<String>,
    #[serde(rename = "call")]
    pub(crate) call: Option<String>,
    #[serde(rename = "at")]
    pub(crate) at: Option<String>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Topology {
    #[serde(rename = "format")]
    pub(crate) format: String,
    #[serde(rename = "$schema")]
    pub(crate) schema: Option<String>,
    #[serde(rename = "release")]
    pub(crate) release: Option<String>,
    #[serde(rename = "name")]
    pub(crate) name: Option<String>,
    #[serde(rename = "note")]
    pub(crate) note: Option<String>,
    #[serde(rename = "edition")]
    pub(crate) edition: Option<String>,
    #[serde(rename = "replicationRegions")]
    pub(crate) replication_regions: Option<Vec<String>>,
    #[serde(default, rename = "answers")]
    pub(crate) answers: Vec<Answer>,
    #[serde(rename = "settings")]
    pub(crate) settings: Option<Settings>,
    #[serde(rename = "billing")]
    pub(crate) billing: Option<Billing>,
    #[serde(rename = "estimate")]
    pub(crate) estimate: Option<Box<Estimate>>,
    #[serde(rename = "roles")]
    pub(crate) roles: Option<Vec<String>>,
    #[serde(default, rename = "access")]
    pub(crate) access: Vec<AccessRole>,
    #[serde(default, rename = "contacts")]
    pub(crate) contacts: Vec<String>,
    #[serde(default, rename = "keys")]
    pub(crate) keys: Vec<KmsKey>,
    #[serde(default, rename = "vaults")]
    pub(crate) vaults: Vec<Vault>,
    #[serde(default, rename = "mirrors")]
    pub(crate) mirrors: Vec<Mirror>,
    #[serde(default, rename = "clients")]
    pub(crate) clients: Vec<Client>,
    #[serde(default, rename = "sources")]
    pub(crate) sources: Vec<Source>,
    #[serde(default, rename = "policies")]
    pub(crate) policies: Vec<Policy>,
    #[serde(default, rename = "restores")]
    pub(crate) restores: Vec<Restore>,
    #[serde(default, rename = "changes")]
    pub(crate) changes: Vec<Change>,
}
