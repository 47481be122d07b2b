//! Every limit of the product in one table. They keep work bounded on any input.

/// Longest text that is read, in bytes (64 MiB).
pub const TEXT_BYTES: usize = 64 * 1024 * 1024;
/// Deepest nesting of arrays and objects.
pub const DEPTH: usize = 64;
/// Most JSON objects in a document.
pub const OBJECTS: usize = 500_000;
/// Longest single text in a document, in bytes (64 KiB).
pub const STRING_BYTES: usize = 64 * 1024;
/// Most findings of one check; past that the check stops and the report says `incomplete`.
pub const FINDINGS: usize = 100_000;
/// Most pieces of advice on good practice of one check; the rest are counted.
pub const PRACTICE: usize = 10_000;
/// Most problems that are listed for a text that does not read.
pub const PROBLEMS: usize = 100;
/// Longest name of a vault by the API, in characters.
pub const VAULT_NAME: usize = 64;
/// Longest name of a backup plan, in characters.
pub const PLAN_NAME: usize = 64;
/// Longest description of a vault, in characters.
pub const DESCRIPTION: usize = 255;
/// Most vaults of one account.
pub const VAULTS_OF_AN_ACCOUNT: usize = 100;
/// Most replication targets of one account in one region.
pub const TARGETS_IN_A_REGION: usize = 5;
/// Most tags of a vault.
pub const TAGS: usize = 20;
/// Longest key or value of a tag, in characters.
pub const TAG_TEXT: usize = 128;
/// Longest name of a mirror in the console of 2019, in characters.
pub const MIRROR_NAME_2019: usize = 32;
/// From the creation of a mirror to the start of its history's synchronisation, in seconds (90 minutes).
pub const HISTORY_DELAY: i64 = 90 * 60;
/// How long after its creation a vault cannot be deleted, in seconds (2 hours).
pub const YOUNG_VAULT: i64 = 2 * 60 * 60;
/// How many misspelt words of one list get a suggestion; the rest are reported without, so that work stays bounded.
pub const SUGGESTIONS: usize = 1_000;
/// Most objects of a plan whose ids are searched for a suggestion.
pub const SUGGESTED_IDS: usize = 1_000;
/// Most objects whose verdict is explained in one call.
pub const EXPLAINED: usize = 100;
/// Most values that are taken away in turn to explain one verdict.
pub const TRIED: usize = 128;
/// Most objects around a subject that are looked at to explain its verdict.
pub const NEAR: usize = 16;
/// Most settings of one rule that are looked at.
pub const SETTINGS: usize = 1_000;
/// Most rounds in which fixes are taken; each round judges the plan anew.
pub const MENDING_ROUNDS: usize = 1_000;
/// Most fixes that one round takes: their places are compared with each other.
pub const FIXES_IN_A_ROUND: usize = 1_000;
/// Most mirrors of one vault that a fix handles in one go.
pub const MIRRORS_IN_A_FIX: usize = 16;
/// Most places of backups, and most copies, of one source that are looked at.
pub const COPIES: usize = 16;
/// Number of objects above which a bucket is better backed up by an inventory.
pub const OBJECTS_WITHOUT_INVENTORY: u64 = 100_000_000;
/// Most files that are advised for one NAS backup job.
pub const NAS_FILES: u64 = 50_000_000;
/// Most entries that are advised for one directory of a NAS file system.
pub const NAS_ENTRIES: u64 = 8_000_000;
/// Most paths of an ECS file backup.
pub const ECS_FILE_PATHS: usize = 8;
/// For how many days an Essential Edition keeps its backups.
pub const ESSENTIAL_DAYS: u64 = 30;
/// How much an ECS Backup Essential Edition protects at most, in GB.
pub const ESSENTIAL_GB: u64 = 500;
/// Most vaults that the sources of one policy are taken to lie in; it may have one.
pub const VAULTS_OF_A_POLICY: usize = 16;
/// Shortest name of a policy, in characters.
pub const POLICY_NAME_LEAST: usize = 2;
/// Longest name of a policy, in characters.
pub const POLICY_NAME: usize = 128;
/// Most tags by which a policy chooses sources.
pub const POLICY_TAGS: usize = 30;
/// Longest retention, in days.
pub const RETENTION_DAYS: u64 = 364_635;
/// Fewest days before a general policy archives.
pub const ARCHIVE_GENERAL: u64 = 30;
/// Fewest days before an ECS instance policy archives.
pub const ARCHIVE_INSTANCE: u64 = 14;
/// Most days before a policy archives.
pub const ARCHIVE_DAYS: u64 = 65_535;
/// Fewest days that a backup stays in the archive tier.
pub const ARCHIVE_STAY: u64 = 60;
