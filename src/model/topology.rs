//! The topology document, part by part. Each field states its name, what it holds, what its silence means and
//! the release that brought it. What follows from these values is computed in `facts`, never stored.

use std::borrow::Cow;

use super::declare::Shape::{
    Closed, Flag, Format, Id as IdShape, List, Moment as MomentShape, Open, Record, Text,
};
use super::declare::Silence::{Default, Needed, NotUsed};
use super::declare::{Blank, Detach, Shape, record, words};
use super::edit::{Leaf, ToValue};
use super::fill::{Misread, Said, fill_said};
use super::sizing::{Estimate, RatioRange, ResourcePlan, Sizing};
use super::value::{Id, Moment, Txt, Whole};
use crate::catalog::editions::Edition;
use crate::catalog::vocabulary as vocab;
use crate::text::value::Value;

/// The format mark that this release reads and writes.
pub const FORMAT: &str = "vaultplan/1";

/// Largest size in GB that the document holds: one exabyte.
pub const MAX_GB: u64 = 1_000_000_000;

/// Longest time in minutes that the document holds: more than a hundred years.
pub const MAX_MINUTES: u64 = 100_000_000;

/// Largest number of files or objects that the document holds.
pub const MAX_FILES: u64 = 1_000_000_000_000;

/// The mark `vaultplan/1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormatMark;

impl Said<'_> for FormatMark {
    fn say(&mut self, text: Cow<'_, str>) -> Result<(), Misread> {
        if text == FORMAT { Ok(()) } else { Err(Misread) }
    }
}

impl Detach for FormatMark {
    type Free = Self;
    fn detach(self) -> Self {
        self
    }
}

impl Leaf for FormatMark {
    fn of(value: &Value) -> Option<Self> {
        (value.as_str() == Some(FORMAT)).then_some(Self)
    }
}

impl ToValue for FormatMark {
    fn value(&self) -> Value {
        FORMAT.into()
    }
}

impl Detach for Edition {
    type Free = Self;
    fn detach(self) -> Self {
        self
    }
}

impl Leaf for Edition {
    fn of(value: &Value) -> Option<Self> {
        value.as_str().and_then(Self::from_word)
    }
}

impl ToValue for Edition {
    fn value(&self) -> Value {
        self.word().into()
    }
}

super::edit::leaf!(FormatMark, Edition);

super::declare::fill_word!(Edition);
fill_said!(FormatMark);

impl Blank for Edition {
    fn blank() -> Self {
        Self::default()
    }
}

impl Blank for FormatMark {
    fn blank() -> Self {
        Self
    }
}

words! {
    /// What a planned change does to an object.
    enum ChangeKind {
        /// Makes the object of that id, which the plan describes.
        Create = "create",
        /// Deletes it.
        Delete = "delete",
        /// Deletes it and makes it again with the plan's values.
        Replace = "replace",
        /// Moves it to another region.
        Move = "move",
        /// Stops the replication into a mirror and keeps the vault.
        StopReplication = "stop-replication",
        /// Turns a free trial into a paid vault.
        ConvertTrial = "convert-trial",
        /// Switches immutable backup on.
        SwitchOnLock = "switch-on-lock",
        /// Switches immutable backup off.
        SwitchOffLock = "switch-off-lock",
        /// Gives a vault or mirror the encryption method or the key of the step.
        SetEncryption = "set-encryption",
        /// Gives the existing backups of a vault, mirror or policy the retention of the step.
        SetRetention = "set-retention",
        /// Binds a source to the policy of the step.
        BindPolicy = "bind-policy",
    }
}

words! {
    /// Where a source or a destination stands.
    enum Place {
        /// On Alibaba Cloud.
        Cloud = "cloud",
        /// In a data centre or branch of one's own.
        OnPremises = "on-premises",
    }
}

words! {
    /// The network between Cloud Backup and a destination on premises.
    enum Link {
        /// The public Internet.
        Internet = "internet",
        /// A VPN connection.
        Vpn = "vpn",
        /// An Express Connect circuit.
        ExpressConnect = "express-connect",
    }
}

words! {
    /// Which Essential Edition serves a source, whose terms are fixed.
    enum Essential {
        /// ECS File Backup Essential Edition.
        File = "file",
        /// ECS Backup Essential Edition.
        Ecs = "ecs",
    }
}

words! {
    /// What an access role may do.
    enum Right {
        /// Make backups.
        Backup = "backup",
        /// Restore them.
        Restore = "restore",
        /// Delete them.
        Delete = "delete",
    }
}

words! {
    /// A severity that the plan gives a rule.
    enum RuleSeverity {
        /// The service refuses it, or data would be lost.
        Error = "error",
        /// It works, but not as expected.
        Warning = "warning",
        /// Good to know.
        Advice = "advice",
        /// The rule is not judged.
        Off = "off",
    }
}

words! {
    /// Which of the two ways switched cross-region backup on.
    enum MirrorWay {
        /// On the Storage Vaults page of the source's region.
        VaultPage = "vault-page",
        /// By a policy in Policy Center.
        Policy = "policy",
    }
}

record! {
    /// Where an imported object came from.
    struct Origin<'a> ("origin") {
        borrow
        /// The file, as its user named it.
        file: Option<Txt<'a>> = "file", NotUsed, Text, "0.1";
        /// JSON Pointer in that file.
        pointer: Option<Txt<'a>> = "pointer", NotUsed, Text, "0.1";
        /// Name or address of the object there.
        name: Option<Txt<'a>> = "name", NotUsed, Text, "0.1";
        /// Type of the resource there, such as `alicloud_hbr_vault`.
        resource: Option<Txt<'a>> = "resource", NotUsed, Text, "0.2";
    }
}

record! {
    /// A tag.
    struct Tag<'a> ("tag") {
        required {
            /// Its key.
            name: Txt<'a> = "key", Text, "0.2";
        }
        borrow
        /// Its value.
        value: Option<Txt<'a>> = "value", Default("an empty text"), Text, "0.2";
    }
}

record! {
    /// A KMS key. Keys belong to one region.
    struct KmsKey<'a> ("key") {
        required {
            /// Key id, unique in the document.
            id: Id<'a> = "id", IdShape, "0.2";
        }
        borrow
        /// Alias, such as `alias/erp`.
        alias: Option<Txt<'a>> = "alias", NotUsed, Text, "0.2";
        /// Region id.
        region: Option<Txt<'a>> = "region", Needed, Open(&vocab::REGION), "0.2";
        /// Account id, as text.
        account: Option<Txt<'a>> = "account", Default("the plan's one account"), Text, "0.2";
        /// State (API KeyState).
        state: Option<Txt<'a>> = "state", NotUsed, Open(&vocab::KEY_STATE), "0.2";
        /// Whether it is the account's default key in its region.
        is_default: Option<bool> = "default", NotUsed, Flag, "0.2";
        /// Whether its deletion protection is on.
        protected: Option<bool> = "deletionProtection", NotUsed, Flag, "0.2";
        /// Where an import found it.
        origin: Option<Box<Origin<'a>>> = "origin", NotUsed, Record(&Origin::RECORD), "0.2";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.2";
    }
}

record! {
    /// A role with which people or programs reach the backups.
    struct AccessRole<'a> ("access role") {
        required {
            /// Its name.
            name: Id<'a> = "name", IdShape, "0.2";
        }
        borrow
        /// Account id, as text.
        account: Option<Txt<'a>> = "account", Default("the plan's one account"), Text, "0.2";
        /// What it may do.
        rights: Vec<Right> = "rights", NotUsed, List(&Closed(Right::WORDS)), "0.2";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.2";
    }
}

record! {
    /// How the account pays.
    struct Billing<'a> ("billing") {
        borrow
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.2";
        /// Whether resource plans are meant to cover everything.
        resource_plans: Option<bool> = "resourcePlans", NotUsed, Flag, "0.2";
        /// Whether somebody is told before the balance runs out.
        balance_alert: Option<bool> = "balanceAlert", NotUsed, Flag, "0.2";
        /// Resource plans that were bought.
        plans: Vec<ResourcePlan<'a>> = "plans", NotUsed, List(&Record(&ResourcePlan::RECORD)), "0.3";
    }
}

record! {
    /// The severity that this plan gives a rule.
    struct SeverityChoice<'a> ("severity choice") {
        required {
            /// Slug of the rule.
            rule: Id<'a> = "rule", IdShape, "0.2";
            /// The severity.
            severity: RuleSeverity = "severity", Closed(RuleSeverity::WORDS), "0.2";
        }
        borrow
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.2";
    }
}

record! {
    /// A finding that this plan sets aside, with the reason.
    struct Suppression<'a> ("suppression") {
        required {
            /// Slug of the rule.
            rule: Id<'a> = "rule", IdShape, "0.2";
            /// Why it is set aside.
            reason: Id<'a> = "reason", IdShape, "0.2";
        }
        borrow
        /// Id of the object that it is about; every object when absent.
        object: Option<Id<'a>> = "object", NotUsed, IdShape, "0.2";
        /// Who answers for it.
        owner: Option<Txt<'a>> = "owner", NotUsed, Text, "0.2";
        /// Until when it holds.
        until: Option<Moment<'a>> = "until", NotUsed, MomentShape, "0.2";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.2";
    }
}

record! {
    /// How this plan is judged.
    struct Settings<'a> ("settings") {
        borrow
        /// Severities that differ from the rulebook's.
        severities: Vec<SeverityChoice<'a>> = "severities", NotUsed, List(&Record(&SeverityChoice::RECORD)), "0.2";
        /// Findings that are set aside.
        suppressions: Vec<Suppression<'a>> = "suppressions", NotUsed, List(&Record(&Suppression::RECORD)), "0.2";
    }
}

record! {
    /// An answer of the service that was loaded into this plan.
    struct Answer<'a> ("answer") {
        borrow
        /// The file, as its user named it.
        file: Option<Txt<'a>> = "file", NotUsed, Text, "0.1";
        /// The operation that gave the answer, such as `DescribeVaults`.
        operation: Option<Txt<'a>> = "operation", NotUsed, Text, "0.1";
        /// The regions whose objects the answer lists.
        regions: Vec<Txt<'a>> = "regions", NotUsed, List(&Open(&vocab::REGION)), "0.1";
        /// How many objects the service said that there are.
        total: Option<Whole<1_000_000_000>> = "total", NotUsed, Shape::Whole(0, 1_000_000_000), "0.1";
        /// How many objects the loaded pages list.
        listed: Option<Whole<1_000_000_000>> = "listed", NotUsed, Shape::Whole(0, 1_000_000_000), "0.1";
    }
}

record! {
    /// The free trial of a vault. Its presence makes the vault a trial vault.
    struct Trial<'a> ("trial") {
        borrow
        /// Which trial it is: `OSS`, `NAS` or `OTS` (Tablestore). Needed when the vault's sources do not tell.
        source: Option<Txt<'a>> = "source", Needed, Open(&vocab::TRIAL), "0.1";
        /// When the trial ends.
        expires_at: Option<Moment<'a>> = "expiresAt", NotUsed, MomentShape, "0.1";
        /// Whether the vault is paid for, and kept, after the trial.
        pay_after: Option<bool> = "payAfter", NotUsed, Flag, "0.1";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.1";
    }
}

record! {
    /// A backup vault. It belongs to one region for good.
    struct Vault<'a> ("vault") {
        required {
            /// Identifier, unique in the document.
            id: Id<'a> = "id", IdShape, "0.1";
        }
        borrow
        /// Name as in the console, 1 to 64 characters.
        name: Option<Txt<'a>> = "name", Needed, Text, "0.1";
        /// Region id such as `cn-hangzhou`.
        region: Option<Txt<'a>> = "region", Needed, Open(&vocab::REGION), "0.1";
        /// Account id, as text.
        account: Option<Txt<'a>> = "account", Default("the plan's one account"), Text, "0.1";
        /// Vault type (API VaultType, and words for the console's other types).
        kind: Option<Txt<'a>> = "type", Default("STANDARD"), Open(&vocab::VAULT_TYPE), "0.1";
        /// Status (API Status).
        status: Option<Txt<'a>> = "status", Default("CREATED"), Open(&vocab::VAULT_STATUS), "0.1";
        /// Redundancy (API RedundancyType), an assertion to be checked: the service chooses by region.
        redundancy: Option<Txt<'a>> = "redundancy", Default("by region"), Open(&vocab::REDUNDANCY), "0.1";
        /// Encryption method (API EncryptType).
        encryption: Option<Txt<'a>> = "encryption", Default("HBR_PRIVATE"), Open(&vocab::ENCRYPTION), "0.1";
        /// KMS key id or alias.
        kms_key: Option<Txt<'a>> = "kmsKey", NotUsed, Text, "0.1";
        /// Storage class (API VaultStorageClass).
        storage_class: Option<Txt<'a>> = "storageClass", Default("STANDARD"), Open(&vocab::STORAGE_CLASS), "0.1";
        /// Charge type (API ChargeType).
        charge_type: Option<Txt<'a>> = "chargeType", NotUsed, Open(&vocab::CHARGE_TYPE), "0.1";
        /// Description, at most 255 characters.
        description: Option<Txt<'a>> = "description", NotUsed, Text, "0.1";
        /// The free trial, when this is a trial vault.
        trial: Option<Box<Trial<'a>>> = "trial", NotUsed, Record(&Trial::RECORD), "0.1";
        /// Whether immutable backup is switched on.
        locked: Option<bool> = "locked", NotUsed, Flag, "0.1";
        /// Stored amount in GB after reduction.
        stored_gb: Option<Whole<MAX_GB>> = "storedGB", NotUsed, Shape::Whole(0, MAX_GB), "0.1";
        /// How many times smaller it stores data than it was: deduplication works inside one vault.
        reduction_ratio: Option<Box<RatioRange<'a>>> = "reductionRatio", Default("that of the estimate"), Record(&RatioRange::RECORD), "0.3";
        /// Source types whose backups an imported vault holds (API SourceType).
        source_types: Vec<Txt<'a>> = "sourceTypes", NotUsed, List(&Open(&vocab::SOURCE_TYPE)), "0.1";
        /// Tags.
        tags: Vec<Tag<'a>> = "tags", NotUsed, List(&Record(&Tag::RECORD)), "0.2";
        /// Whether what it holds is critical.
        critical: Option<bool> = "critical", NotUsed, Flag, "0.2";
        /// Statements of an imported record that exclude each other, each in its own words.
        contradictions: Vec<Txt<'a>> = "contradictions", NotUsed, List(&Text), "0.2";
        /// When the vault was created.
        created_at: Option<Moment<'a>> = "createdAt", NotUsed, MomentShape, "0.1";
        /// Names of fields whose value an import could not tell.
        unknown: Vec<Txt<'a>> = "unknown", NotUsed, List(&Text), "0.1";
        /// Where an import found it.
        origin: Option<Box<Origin<'a>>> = "origin", NotUsed, Record(&Origin::RECORD), "0.1";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.1";
    }
}

record! {
    /// A mirror vault (since 2026: replication target vault): the copy of a vault in another region.
    struct Mirror<'a> ("mirror") {
        required {
            /// Identifier, unique in the document.
            id: Id<'a> = "id", IdShape, "0.1";
            /// Id of the vault that it copies.
            source: Id<'a> = "source", IdShape, "0.1";
        }
        borrow
        /// Name; generated from the source's name when absent, in the editions that do so.
        name: Option<Txt<'a>> = "name", Default("[COPY]- and the source's name"), Text, "0.1";
        /// Region id.
        region: Option<Txt<'a>> = "region", Needed, Open(&vocab::REGION), "0.1";
        /// Region of the source vault as the mirror's own record states it; the vault's region when absent.
        source_region: Option<Txt<'a>> = "sourceRegion", NotUsed, Open(&vocab::REGION), "0.1";
        /// Account id, as text.
        account: Option<Txt<'a>> = "account", Default("the plan's one account"), Text, "0.1";
        /// Which way switched it on.
        way: Option<MirrorWay> = "enabledBy", NotUsed, Closed(MirrorWay::WORDS), "0.1";
        /// Status (API Status).
        status: Option<Txt<'a>> = "status", Default("CREATED"), Open(&vocab::VAULT_STATUS), "0.1";
        /// Redundancy (API RedundancyType), an assertion to be checked.
        redundancy: Option<Txt<'a>> = "redundancy", Default("by region"), Open(&vocab::REDUNDANCY), "0.1";
        /// Encryption method (API EncryptType).
        encryption: Option<Txt<'a>> = "encryption", Default("HBR_PRIVATE"), Open(&vocab::ENCRYPTION), "0.1";
        /// KMS key id or alias, of the mirror's region.
        kms_key: Option<Txt<'a>> = "kmsKey", NotUsed, Text, "0.1";
        /// Description; generated when absent.
        description: Option<Txt<'a>> = "description", Default("From, the source's name and id"), Text, "0.1";
        /// A synchronisation rhythm. The service has none: replication is continuous.
        schedule: Option<Txt<'a>> = "schedule", NotUsed, Open(&vocab::SCHEDULE), "0.1";
        /// How many backup plans an imported mirror is said to have.
        backup_plans: Option<Whole<1_000_000>> = "backupPlans", NotUsed, Shape::Whole(0, 1_000_000), "0.1";
        /// Amount of history to copy, in GB as stored; the source's stored amount when absent.
        history_gb: Option<Whole<MAX_GB>> = "historyGB", NotUsed, Shape::Whole(0, MAX_GB), "0.1";
        /// Bandwidth of the first synchronisation in Mbit/s (10^6 bits a second).
        bandwidth_mbps: Option<Whole<10_000_000>> = "bandwidthMbps", Needed, Shape::Whole(0, 10_000_000), "0.1";
        /// How much of the history is copied, in percent.
        history_percent: Option<Whole<100>> = "historyPercent", NotUsed, Shape::Whole(0, 100), "0.1";
        /// Whether it is a shared target of cross-account replication.
        cross_account: Option<bool> = "crossAccount", NotUsed, Flag, "0.2";
        /// Tags.
        tags: Vec<Tag<'a>> = "tags", NotUsed, List(&Record(&Tag::RECORD)), "0.2";
        /// Statements of an imported record that exclude each other, each in its own words.
        contradictions: Vec<Txt<'a>> = "contradictions", NotUsed, List(&Text), "0.2";
        /// When the mirror was, or is to be, created.
        created_at: Option<Moment<'a>> = "createdAt", Needed, MomentShape, "0.1";
        /// Names of fields whose value an import could not tell.
        unknown: Vec<Txt<'a>> = "unknown", NotUsed, List(&Text), "0.1";
        /// Where an import found it.
        origin: Option<Box<Origin<'a>>> = "origin", NotUsed, Record(&Origin::RECORD), "0.1";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.1";
    }
}

record! {
    /// A backup client: the program on a host that reads and restores data.
    struct Client<'a> ("client") {
        required {
            /// Identifier, unique in the document.
            id: Id<'a> = "id", IdShape, "0.1";
        }
        borrow
        /// Name.
        name: Option<Txt<'a>> = "name", NotUsed, Text, "0.1";
        /// Kind of client: `file`, `ecs`, `vm`.
        kind: Option<Txt<'a>> = "kind", NotUsed, Open(&vocab::CLIENT_KIND), "0.1";
        /// Id of the vault or mirror that it is registered with.
        vault: Option<Id<'a>> = "vault", NotUsed, IdShape, "0.1";
        /// Status (API client Status).
        status: Option<Txt<'a>> = "status", Default("ACTIVATED"), Open(&vocab::CLIENT_STATUS), "0.1";
        /// Region of the host, when it is on Alibaba Cloud.
        region: Option<Txt<'a>> = "region", NotUsed, Open(&vocab::REGION), "0.1";
        /// Free memory of the host in GB.
        memory_gb: Option<Whole<1_000_000>> = "memoryGB", NotUsed, Shape::Whole(0, 1_000_000), "0.2";
        /// Where an import found it.
        origin: Option<Box<Origin<'a>>> = "origin", NotUsed, Record(&Origin::RECORD), "0.1";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.1";
    }
}

record! {
    /// What a source is meant to survive.
    struct Objectives<'a> ("recovery objectives") {
        borrow
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.2";
        /// Recovery point objective in minutes: how much work may be lost.
        rpo_minutes: Option<Whole<MAX_MINUTES>> = "rpoMinutes", NotUsed, Shape::Whole(0, MAX_MINUTES), "0.2";
        /// Recovery point objective in minutes for the copy in the other region.
        remote_rpo_minutes: Option<Whole<MAX_MINUTES>> = "remoteRpoMinutes", NotUsed, Shape::Whole(0, MAX_MINUTES), "0.2";
        /// Recovery time objective in minutes: how long a restore may take.
        rto_minutes: Option<Whole<MAX_MINUTES>> = "rtoMinutes", NotUsed, Shape::Whole(0, MAX_MINUTES), "0.2";
    }
}

record! {
    /// What is known of the data and the host of a source. Each kind of source has fields of its own.
    struct Details<'a> ("details") {
        borrow
        /// Storage class of the bucket or of the file system's data: `STANDARD`, `IA`, `ARCHIVE` …
        storage_class: Option<Txt<'a>> = "storageClass", NotUsed, Open(&vocab::SOURCE_CLASS), "0.2";
        /// OSS: number of objects.
        objects: Option<Whole<MAX_FILES>> = "objects", NotUsed, Shape::Whole(0, MAX_FILES), "0.2";
        /// OSS: whether an inventory lists the objects.
        inventory: Option<bool> = "inventory", NotUsed, Flag, "0.2";
        /// Number of files.
        files: Option<Whole<MAX_FILES>> = "files", NotUsed, Shape::Whole(0, MAX_FILES), "0.2";
        /// Number of entries of the fullest directory.
        files_in_directory: Option<Whole<MAX_FILES>> = "filesInDirectory", NotUsed, Shape::Whole(0, MAX_FILES), "0.2";
        /// NAS: whether SMB access control lists are used.
        smb_acl: Option<bool> = "smbAcl", NotUsed, Flag, "0.2";
        /// ECS files: the paths that are backed up.
        paths: Vec<Txt<'a>> = "paths", NotUsed, List(&Text), "0.2";
        /// ECS files: whether the Volume Shadow Copy Service is used.
        vss: Option<bool> = "vss", NotUsed, Flag, "0.2";
        /// ECS: which Essential Edition serves it.
        essential: Option<Essential> = "essential", NotUsed, Closed(Essential::WORDS), "0.2";
        /// ECS instance: categories of its disks, such as `cloud_essd`.
        disks: Vec<Txt<'a>> = "disks", NotUsed, List(&Text), "0.2";
        /// ECS instance: whether application-consistent backup is asked for.
        app_consistent: Option<bool> = "appConsistent", NotUsed, Flag, "0.2";
        /// ECS instance: whether the scripts and the RAM role for it are there.
        app_scripts: Option<bool> = "appScripts", NotUsed, Flag, "0.2";
        /// Tablestore: whether backups have to be encrypted with a key of one's own.
        own_key: Option<bool> = "ownKey", NotUsed, Flag, "0.2";
        /// Database: whether it runs in a container.
        in_container: Option<bool> = "inContainer", NotUsed, Flag, "0.2";
        /// Database or SAP HANA: how many instances its host runs.
        instances: Option<Whole<1_000_000>> = "instancesOnHost", NotUsed, Shape::Whole(0, 1_000_000), "0.2";
        /// Database on premises: the network to Alibaba Cloud.
        link: Option<Link> = "link", NotUsed, Closed(Link::WORDS), "0.2";
        /// VMware: whether the machine has snapshots of its own.
        vm_snapshots: Option<bool> = "vmSnapshots", NotUsed, Flag, "0.2";
        /// VMware: whether it uses shared SCSI devices.
        shared_scsi: Option<bool> = "sharedScsi", NotUsed, Flag, "0.2";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.2";
    }
}

record! {
    /// What is backed up: a host's files, a bucket, a file system, a database …
    struct Source<'a> ("source") {
        required {
            /// Identifier, unique in the document.
            id: Id<'a> = "id", IdShape, "0.1";
            /// Source type (API SourceType, and words for sources that the API does not name).
            kind: Txt<'a> = "type", Open(&vocab::SOURCE_TYPE), "0.1";
        }
        borrow
        /// Name.
        name: Option<Txt<'a>> = "name", NotUsed, Text, "0.1";
        /// Id of the vault that its backups go to.
        vault: Option<Id<'a>> = "vault", NotUsed, IdShape, "0.1";
        /// Where it stands; told by the type, except for SAP HANA and databases.
        place: Option<Place> = "place", Needed, Closed(Place::WORDS), "0.1";
        /// Region id, for sources on Alibaba Cloud.
        region: Option<Txt<'a>> = "region", NotUsed, Open(&vocab::REGION), "0.1";
        /// Account id, as text.
        account: Option<Txt<'a>> = "account", Default("the plan's one account"), Text, "0.1";
        /// Operating system of the host: `windows`, `windows-server`, `linux`.
        os: Option<Txt<'a>> = "os", NotUsed, Open(&vocab::OS), "0.1";
        /// Whether the host has a desktop environment.
        desktop: Option<bool> = "desktop", NotUsed, Flag, "0.1";
        /// Name of the intermediate host through which a client is put on a host without a desktop.
        intermediate_host: Option<Txt<'a>> = "intermediateHost", NotUsed, Text, "0.1";
        /// Id of its backup client.
        client: Option<Id<'a>> = "client", NotUsed, IdShape, "0.1";
        /// Id of the instance, bucket, file system … that it is on Alibaba Cloud.
        resource: Option<Txt<'a>> = "resource", NotUsed, Text, "0.1";
        /// Size in GB before reduction.
        size_gb: Option<Whole<MAX_GB>> = "sizeGB", NotUsed, Shape::Whole(0, MAX_GB), "0.1";
        /// Whether it is critical.
        critical: Option<bool> = "critical", NotUsed, Flag, "0.2";
        /// How its data changes and grows.
        sizing: Option<Box<Sizing<'a>>> = "sizing", NotUsed, Record(&Sizing::RECORD), "0.3";
        /// What it is meant to survive.
        objectives: Option<Box<Objectives<'a>>> = "objectives", NotUsed, Record(&Objectives::RECORD), "0.2";
        /// What is known of its data and its host.
        details: Option<Box<Details<'a>>> = "details", NotUsed, Record(&Details::RECORD), "0.2";
        /// How many backups of it exist.
        backups: Option<Whole<1_000_000_000>> = "backups", NotUsed, Shape::Whole(0, 1_000_000_000), "0.2";
        /// Whether it is gone: its backups stay, it does not.
        gone: Option<bool> = "gone", NotUsed, Flag, "0.2";
        /// When it was created.
        created_at: Option<Moment<'a>> = "createdAt", NotUsed, MomentShape, "0.1";
        /// Where an import found it.
        origin: Option<Box<Origin<'a>>> = "origin", NotUsed, Record(&Origin::RECORD), "0.1";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.1";
    }
}

record! {
    /// A longer retention for the first backup of each week, month or year.
    struct SpecialRetention<'a> ("special retention") {
        required {
            /// The period (API SpecialRetentionType).
            kind: Txt<'a> = "type", Open(&vocab::SPECIAL_RETENTION), "0.2";
        }
        borrow
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.2";
        /// Retention in days.
        days: Option<Whole<1_000_000>> = "retentionDays", Needed, Shape::Whole(0, 1_000_000), "0.2";
    }
}

record! {
    /// A rule of a policy.
    struct PolicyRule<'a> ("policy rule") {
        required {
            /// Rule type (API RuleType).
            kind: Txt<'a> = "type", Open(&vocab::RULE_TYPE), "0.1";
        }
        borrow
        /// Id of the vault that a BACKUP rule of a general policy writes to.
        vault: Option<Id<'a>> = "vault", NotUsed, IdShape, "0.1";
        /// Schedule, `I|start|interval` or `C|start|cron`.
        schedule: Option<Txt<'a>> = "schedule", NotUsed, Open(&vocab::SCHEDULE), "0.1";
        /// Retention in days.
        retention_days: Option<Whole<1_000_000>> = "retentionDays", NotUsed, Shape::Whole(0, 1_000_000), "0.1";
        /// Whether backups are kept for good.
        permanent: Option<bool> = "permanent", NotUsed, Flag, "0.2";
        /// Longer retentions of the first backup of a week, month or year.
        special_retentions: Vec<SpecialRetention<'a>> = "specialRetentions", NotUsed, List(&Record(&SpecialRetention::RECORD)), "0.2";
        /// Whether the newest backup survives its expiry (API KeepLatestSnapshots).
        keep_latest: Option<bool> = "keepLatest", NotUsed, Flag, "0.2";
        /// How long a run is expected to take, in minutes.
        run_minutes: Option<Whole<MAX_MINUTES>> = "runMinutes", NotUsed, Shape::Whole(0, MAX_MINUTES), "0.2";
        /// Whether a backup plan of ECS instances copies to another region (API doCopy).
        copies: Option<bool> = "doCopy", NotUsed, Flag, "0.2";
        /// Region that a REPLICATION rule copies to.
        replication_region: Option<Txt<'a>> = "replicationRegion", NotUsed, Open(&vocab::REGION), "0.1";
        /// Retention of the copies in the other region, in days.
        replication_days: Option<Whole<1_000_000>> = "replicationRetentionDays", Default("7 for ECS instances, else that of the backups"), Shape::Whole(0, 1_000_000), "0.2";
        /// Days after which the copies in the other region are archived.
        replication_archive_days: Option<Whole<1_000_000>> = "replicationArchiveDays", NotUsed, Shape::Whole(0, 1_000_000), "0.2";
        /// Tags by which a TAG rule chooses sources.
        tags: Vec<Tag<'a>> = "tags", NotUsed, List(&Record(&Tag::RECORD)), "0.2";
        /// Days after which a TRANSITION rule archives.
        archive_days: Option<Whole<1_000_000>> = "archiveDays", NotUsed, Shape::Whole(0, 1_000_000), "0.1";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.1";
    }
}

record! {
    /// A backup policy or plan: what is backed up, when, how long it is kept and where.
    struct Policy<'a> ("policy") {
        required {
            /// Identifier, unique in the document.
            id: Id<'a> = "id", IdShape, "0.1";
        }
        borrow
        /// Name.
        name: Option<Txt<'a>> = "name", NotUsed, Text, "0.1";
        /// Policy type (API PolicyType); told by whether a rule names a vault.
        kind: Option<Txt<'a>> = "type", Default("by its rules"), Open(&vocab::POLICY_TYPE), "0.1";
        /// Ids of the sources that are bound to it.
        sources: Vec<Id<'a>> = "sources", NotUsed, List(&IdShape), "0.1";
        /// Its rules.
        rules: Vec<PolicyRule<'a>> = "rules", NotUsed, List(&Record(&PolicyRule::RECORD)), "0.1";
        /// Whether it is a legacy policy, which takes no new sources.
        legacy: Option<bool> = "legacy", NotUsed, Flag, "0.2";
        /// Whether immutable backup is switched on for its backups.
        locked: Option<bool> = "locked", NotUsed, Flag, "0.2";
        /// Whether backups are searched for viruses.
        virus_detection: Option<bool> = "virusDetection", NotUsed, Flag, "0.2";
        /// Bandwidth limits by hour, `start:end:KB/s` joined by `|` (API SpeedLimit).
        speed_limit: Option<Txt<'a>> = "speedLimit", NotUsed, Text, "0.2";
        /// Where an import found it.
        origin: Option<Box<Origin<'a>>> = "origin", NotUsed, Record(&Origin::RECORD), "0.1";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.1";
    }
}

record! {
    /// Where a restore puts its data.
    struct Destination<'a> ("destination") {
        borrow
        /// Source type of the destination; the source's own when absent.
        kind: Option<Txt<'a>> = "type", Default("the source's type"), Open(&vocab::SOURCE_TYPE), "0.1";
        /// Where it stands; told by the type, except for SAP HANA and databases.
        place: Option<Place> = "place", Needed, Closed(Place::WORDS), "0.1";
        /// Region id, for destinations on Alibaba Cloud.
        region: Option<Txt<'a>> = "region", Needed, Open(&vocab::REGION), "0.1";
        /// Id of the instance, bucket, file system … or name of the host.
        resource: Option<Txt<'a>> = "resource", NotUsed, Text, "0.1";
        /// Id of the backup client on the destination.
        client: Option<Id<'a>> = "client", NotUsed, IdShape, "0.1";
        /// Ids of the vaults and mirrors that the destination instance is registered with.
        registered_with: Vec<Id<'a>> = "registeredWith", NotUsed, List(&IdShape), "0.1";
        /// Folder on the server that takes restored files.
        folder: Option<Txt<'a>> = "folder", NotUsed, Text, "0.1";
        /// Account id, as text.
        account: Option<Txt<'a>> = "account", Default("the plan's one account"), Text, "0.2";
        /// Tablestore: whether the destination table has a secondary index.
        secondary_index: Option<bool> = "secondaryIndex", NotUsed, Flag, "0.2";
        /// ECS instance: whether the destination instance is running.
        running: Option<bool> = "running", NotUsed, Flag, "0.2";
        /// Network to a destination on premises.
        link: Option<Link> = "link", Needed, Closed(Link::WORDS), "0.1";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.1";
    }
}

record! {
    /// A planned restore.
    struct Restore<'a> ("restore") {
        required {
            /// Identifier, unique in the document.
            id: Id<'a> = "id", IdShape, "0.1";
            /// Id of the source whose backup is restored.
            source: Id<'a> = "source", IdShape, "0.1";
            /// Id of the vault or mirror that it is restored from.
            from: Id<'a> = "from", IdShape, "0.1";
        }
        borrow
        /// Name.
        name: Option<Txt<'a>> = "name", NotUsed, Text, "0.1";
        /// Where the data goes.
        to: Option<Box<Destination<'a>>> = "to", Needed, Record(&Destination::RECORD), "0.1";
        /// Kind of restore (API RestoreType), such as `UDM_ECS_ROLLBACK`.
        kind: Option<Txt<'a>> = "type", NotUsed, Open(&vocab::RESTORE_TYPE), "0.2";
        /// When it is planned.
        at: Option<Moment<'a>> = "at", NotUsed, MomentShape, "0.1";
        /// Settings in which it differs from the backup job, by name.
        differing_settings: Vec<Txt<'a>> = "differingSettings", NotUsed, List(&Text), "0.1";
        /// Whether a full backup is planned right after it.
        full_backup_after: Option<bool> = "fullBackupAfter", NotUsed, Flag, "0.1";
        /// Where an import found it.
        origin: Option<Box<Origin<'a>>> = "origin", NotUsed, Record(&Origin::RECORD), "0.1";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.1";
    }
}

record! {
    /// A step of a change plan. Steps are judged in their order, each on the state after those before it.
    struct Change<'a> ("change") {
        required {
            /// What is done.
            kind: ChangeKind = "do", Closed(ChangeKind::WORDS), "0.1";
            /// Id of the object to which it is done.
            object: Id<'a> = "object", IdShape, "0.1";
        }
        borrow
        /// Identifier, unique in the document.
        id: Option<Id<'a>> = "id", NotUsed, IdShape, "0.1";
        /// Region that a move goes to.
        region: Option<Txt<'a>> = "region", NotUsed, Open(&vocab::REGION), "0.1";
        /// Encryption method that the step gives (API EncryptType).
        encryption: Option<Txt<'a>> = "encryption", NotUsed, Open(&vocab::ENCRYPTION), "0.2";
        /// KMS key that the step gives, by id or alias.
        kms_key: Option<Txt<'a>> = "kmsKey", NotUsed, Text, "0.2";
        /// Retention that the step gives, in days.
        retention_days: Option<Whole<1_000_000>> = "retentionDays", NotUsed, Shape::Whole(0, 1_000_000), "0.2";
        /// Id of the policy that the step binds its source to.
        policy: Option<Id<'a>> = "policy", NotUsed, IdShape, "0.2";
        /// API operation with which a script carries the step out.
        call: Option<Txt<'a>> = "call", NotUsed, Text, "0.2";
        /// When it is planned.
        at: Option<Moment<'a>> = "at", NotUsed, MomentShape, "0.1";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.1";
    }
}

record! {
    /// The whole document: the one truth from which every view follows.
    struct Topology<'a> ("topology") {
        required {
            /// The format mark `vaultplan/1`.
            format: FormatMark = "format", Format(FORMAT), "0.1";
        }
        borrow
        /// Address of the JSON Schema, for editors.
        schema: Option<Txt<'a>> = "$schema", NotUsed, Text, "0.1";
        /// The release that a newer reader's fields came with; lets an older reader say what it is too old for.
        release: Option<Txt<'a>> = "release", NotUsed, Text, "0.1";
        /// Name of the plan.
        name: Option<Txt<'a>> = "name", NotUsed, Text, "0.1";
        /// A remark of the user's.
        note: Option<Txt<'a>> = "note", NotUsed, Text, "0.1";
        /// The rulebook edition that the plan is checked against.
        edition: Option<Edition> = "edition", Default("mirror-vault"), Closed(Edition::WORDS), "0.1";
        /// Regions that support cross-region backup, from the account's own DescribeVaultReplicationRegions answer.
        replication_regions: Option<Vec<Txt<'a>>> = "replicationRegions", NotUsed, List(&Open(&vocab::REGION)), "0.1";
        /// Answers of the service that were loaded.
        answers: Vec<Answer<'a>> = "answers", NotUsed, List(&Record(&Answer::RECORD)), "0.1";
        /// How this plan is judged.
        settings: Option<Box<Settings<'a>>> = "settings", NotUsed, Record(&Settings::RECORD), "0.2";
        /// How the account pays.
        billing: Option<Box<Billing<'a>>> = "billing", NotUsed, Record(&Billing::RECORD), "0.2";
        /// How its cost is estimated.
        estimate: Option<Box<Estimate<'a>>> = "estimate", NotUsed, Record(&Estimate::RECORD), "0.3";
        /// Service-linked roles that the account has.
        roles: Option<Vec<Txt<'a>>> = "roles", NotUsed, List(&Text), "0.2";
        /// Roles with which people or programs reach the backups.
        access: Vec<AccessRole<'a>> = "access", NotUsed, List(&Record(&AccessRole::RECORD)), "0.2";
        /// Who is told of failed backups and disconnected clients.
        contacts: Vec<Txt<'a>> = "contacts", NotUsed, List(&Text), "0.2";
        /// KMS keys.
        keys: Vec<KmsKey<'a>> = "keys", NotUsed, List(&Record(&KmsKey::RECORD)), "0.2";
        /// Backup vaults.
        vaults: Vec<Vault<'a>> = "vaults", NotUsed, List(&Record(&Vault::RECORD)), "0.1";
        /// Mirror vaults.
        mirrors: Vec<Mirror<'a>> = "mirrors", NotUsed, List(&Record(&Mirror::RECORD)), "0.1";
        /// Backup clients.
        clients: Vec<Client<'a>> = "clients", NotUsed, List(&Record(&Client::RECORD)), "0.1";
        /// Data sources.
        sources: Vec<Source<'a>> = "sources", NotUsed, List(&Record(&Source::RECORD)), "0.1";
        /// Backup policies and plans.
        policies: Vec<Policy<'a>> = "policies", NotUsed, List(&Record(&Policy::RECORD)), "0.1";
        /// Planned restores.
        restores: Vec<Restore<'a>> = "restores", NotUsed, List(&Record(&Restore::RECORD)), "0.1";
        /// The change plan.
        changes: Vec<Change<'a>> = "changes", NotUsed, List(&Record(&Change::RECORD)), "0.1";
    }
}

impl<'a> Mirror<'a> {
    /// A mirror of a vault, with nothing else stated.
    #[must_use]
    pub fn new(id: Id<'a>, source: Id<'a>) -> Self {
        Self {
            id,
            source,
            ..Self::blank()
        }
    }
}

impl<'a> Change<'a> {
    /// A step that does something to an object, with nothing else stated.
    #[must_use]
    pub fn new(kind: ChangeKind, object: Id<'a>) -> Self {
        Self {
            kind,
            object,
            ..Self::blank()
        }
    }
}

impl<'a> Restore<'a> {
    /// A restore of a source's backup from a vault or mirror, with nothing else stated.
    #[must_use]
    pub fn new(id: Id<'a>, source: Id<'a>, from: Id<'a>) -> Self {
        Self {
            id,
            source,
            from,
            ..Self::blank()
        }
    }
}

impl Topology<'_> {
    /// An empty plan.
    #[must_use]
    pub fn empty() -> Topology<'static> {
        Blank::blank()
    }

    /// The edition that the plan is checked against.
    #[must_use]
    pub fn edition(&self) -> Edition {
        self.edition.unwrap_or_default()
    }

    /// Vaults, mirrors, clients, sources, policies, restores and changes together.
    #[must_use]
    pub fn object_count(&self) -> usize {
        self.vaults.len()
            + self.mirrors.len()
            + self.clients.len()
            + self.sources.len()
            + self.policies.len()
            + self.restores.len()
            + self.changes.len()
            + self.keys.len()
    }
}
