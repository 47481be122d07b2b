//! The service-linked roles of Cloud Backup.

use super::editions::Edition;
use super::source_kinds::SourceKind;

/// The role with which Cloud Backup uses KMS keys.
pub const VAULT_ENCRYPTION: &str = "AliyunServiceRoleForHbrVaultEncryption";

/// The role that backing up a kind of source needs; `None` where the pages of the edition name none.
#[must_use]
pub fn of_source(kind: SourceKind, edition: Edition) -> Option<&'static str> {
    let role = match kind {
        SourceKind::EcsFile | SourceKind::EcsInstance | SourceKind::EcsDisk => {
            "AliyunServiceRoleForHbrEcsBackup"
        }
        SourceKind::Oss => "AliyunServiceRoleForHbrOssBackup",
        SourceKind::Nas => "AliyunServiceRoleForHbrNasBackup",
        SourceKind::Tablestore if edition > Edition::Hbr2021 => "AliyunServiceRoleForHbrOtsBackup",
        SourceKind::Container if edition > Edition::Hbr2021 => {
            "AliyunServiceRoleForHbrMagpieBridge"
        }
        _ => return None,
    };
    Some(role)
}
