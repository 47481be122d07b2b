//! Statements about mirror vaults.

use super::statements;

statements! {
    /// A mirror lies in another region.
    OTHER_REGION = "other-region",
        "a mirror vault lies in another region than the vault that it copies; the console does not offer the source's region",
        "镜像库与其源备份库位于不同地域；控制台不提供源地域供选择",
        [MIRROR_VAULTS_2019_FILES, MIRROR_VAULTS_2019_SQL, MIRROR_VAULTS_2019_HANA, REMOTE_BACKUP_2020];
}
