//! A record of DescribeVaults as the service writes it, with an account of every field that is not used. Makes nothing
//! of it.

use super::super::fields::Fields;
use crate::import::Why;
use crate::import::loose::Loose;

/// The fields of a record by which nothing is judged.
const NOT_NEEDED: &[&str] = &[
    "ArchiveBytesDone",
    "ArchiveStorageSize",
    "BucketName",
    "BytesDone",
    "ChargedStorageSize",
    "CompressionAlgorithm",
    "Dedup",
    "IndexAvailable",
    "IndexLevel",
    "IndexUpdateTime",
    "LatestReplicationTime",
    "ReplicationStatus",
    "ResourceGroupId",
    "Retention",
    "SearchEnabled",
    "SnapshotCount",
];

macro_rules! record {
    ($( $field:ident = $name:literal, )*) => {
        /// One vault as an answer lists it.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub(super) struct Record {
            $( pub(super) $field: Loose, )*
        }

        impl Record {
            fn slot(&mut self, key: &str) -> Option<(&'static str, &mut Loose)> {
                match key {
                    $( $name => Some(($name, &mut self.$field)), )*
                    _ => None,
                }
            }
        }
    };
}

record! {
    id = "VaultId",
    name = "VaultName",
    description = "Description",
    region = "VaultRegionId",
    kind = "VaultType",
    storage_class = "VaultStorageClass",
    status = "Status",
    status_message = "VaultStatusMessage",
    replication = "Replication",
    is_source = "ReplicationSourceVault",
    source_region = "ReplicationSourceRegionId",
    source_id = "ReplicationSourceVaultId",
    target_region = "ReplicationTargetRegionId",
    target_id = "ReplicationTargetVaultId",
    owner = "VaultOwnerId",
    source_owner = "ReplicationSourceOwnerId",
    target_owner = "ReplicationTargetOwnerId",
    shared_with = "RsTargetAccountIds",
    progress = "ReplicationProgress",
    encryption = "EncryptType",
    kms_key = "KmsKeyId",
    redundancy = "RedundancyType",
    charge_type = "ChargeType",
    trial = "TrialInfo",
    locked = "WormEnabled",
    stored_bytes = "StorageSize",
    source_types = "SourceTypes",
    tags = "Tags",
    backup_plans = "BackupPlanStatistics",
    created = "CreatedTime",
    updated = "UpdatedTime",
}

/// A record. Anything but an object has no fields, and is reported as a record without an id.
pub(super) fn record(item: &Loose, fields: &mut Fields) -> Record {
    let mut record = Record::default();
    for (key, value) in item.members() {
        match record.slot(key) {
            Some((name, slot)) => {
                if !slot.is_absent() {
                    fields.twice.count(name.to_owned());
                }
                *slot = value.clone();
            }
            None if NOT_NEEDED.contains(&&**key) => fields.ignore(key, Why::NotNeeded),
            None => fields.ignore(key, Why::Unknown),
        }
    }
    record
}
